"""The pictures that are held: where they lie, how one is kept, and how one differs from what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.pictures.drawing import words_drawn
from tests.pictures.scene import Scene, Size
from tests.pictures.table import SCENES
from tests.places import ROOT

HELD = Path(__file__).parent / "held"
DOCS = ROOT / "docs" / "pictures"
_MOST_ROWS = 6


def name_of(scene: Scene, size: Size) -> str:
    """Give the name of a picture's file: `go-to-80x24.svg`."""
    return f"{scene.name}-{size[0]}x{size[1]}.svg"


def pictures_of(scenes: Iterable[Scene]) -> Iterator[tuple[Scene, Size]]:
    """Give every picture there is to be of scenes."""
    return ((scene, size) for scene in scenes for size in scene.sizes)


def keep(svg: str, name: str, folder: Path) -> bool:
    """Write a picture where it differs from the one that lies there; tell whether it did."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if path.exists() and path.read_bytes() == svg.encode():
        return False
    path.write_bytes(svg.encode())
    return True


def strangers() -> list[Path]:
    """Give the pictures that belong to no scene, and those in the docs whose scene does not stand there."""
    held = {name_of(scene, size) for scene, size in pictures_of(SCENES)}
    in_docs = {name_of(scene, size) for scene, size in pictures_of(SCENES) if scene.in_docs}
    return [
        path
        for folder, known in ((HELD, held), (DOCS, in_docs))
        for path in sorted(folder.glob("*.svg"))
        if path.name not in known
    ]


def difference(held: str, drawn: str) -> str:
    """Say which rows differ, and how; empty where none does."""
    if held == drawn:
        return ""
    before, after = words_drawn(held), words_drawn(drawn)
    if len(before) != len(after):
        return "another number of rows"
    told = [
        f"row {at + 1}\n  held  {was}\n  drawn {now}"
        for at, (was, now) in enumerate(zip(before, after, strict=True))
        if was != now
    ]
    if len(told) > _MOST_ROWS:
        told[_MOST_ROWS:] = [f"and {len(told) - _MOST_ROWS} rows more"]
    return "\n".join(told) or "the words are the same; places or colours differ"
