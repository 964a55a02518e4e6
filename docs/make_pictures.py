"""Make the pictures in the README and the docs: `python docs/make_pictures.py [FOLDER] [THEME]`.

The sample meeting is keyed in part of the way with a clock that stands still, so that the pictures change only
when the screens do.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from msgspec.structs import replace
from textual import events
from textual.pilot import Pilot

from tui.app import MinutebookApp
from tui.book.folder import Book
from tui.book.lock import Holder
from tui.demo import make_demo
from tui.follow_app import FollowApp
from tui.settings import THEMES, Settings, ThemeName

AT = datetime(2024, 3, 26, 11, 5, 8, tzinfo=timezone(timedelta(0)))
SIZES = ((120, 36), (80, 24))
_PASTED = """From HLA's e-mail of this morning:
• Two relief posts were advertised in February
• One is filled; the other closes on 12 April
?CCL: can the second be filled from the waiting list
!HLA to write to those on the list by Friday
The cost stays within this year's budget.
"""
_TYPED = "!HLA to report on relief posts @CCL ^the April meeting"


async def _live(pilot: Pilot[None]) -> None:
    for character in _TYPED:
        await pilot.press(character)


async def _go_to(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+g", "s", "t")


async def _log(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+t", "up")


async def _people(pilot: Pilot[None]) -> None:
    await pilot.press("f7", "o", "t", "ctrl+s", "f", "e")


async def _paste(pilot: Pilot[None]) -> None:
    await pilot.app.on_event(events.Paste(_PASTED))


async def _search(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+f", *"hours")


async def _agenda(pilot: Pilot[None]) -> None:
    await pilot.press("shift+tab", "down", "down", "d", "down")


async def _agenda_rename(pilot: Pilot[None]) -> None:
    await pilot.press("shift+tab", "down", "r")


async def _help(pilot: Pilot[None]) -> None:
    await pilot.press("f1")


async def _look(_: Pilot[None]) -> None:
    """Press nothing."""


async def _palette(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+p")


SCENES = {
    "paste": _paste,
    "search": _search,
    "live": _live,
    "go-to": _go_to,
    "log": _log,
    "people": _people,
    "agenda": _agenda,
    "agenda-rename": _agenda_rename,
    "help": _help,
    "palette": _palette,
    "follow": _look,
    "projector": _look,
}


def _app(scene: str, path: Path, settings: Settings) -> MinutebookApp:
    """Make the app of a scene; those who follow see the meeting held by somebody."""
    if scene not in ("follow", "projector"):
        return MinutebookApp(path, clock=lambda: AT, settings=settings)
    app = FollowApp(path, clock=lambda: AT, settings=settings, projector=scene == "projector")
    holder = Holder(user="ann", host="desk-3", pid=1, since=AT)
    app.following.close()
    app.following.sight = replace(app.following.sight, held=True, holder=holder, saved=AT)
    return app


async def make_picture(scene: str, size: tuple[int, int], theme: ThemeName = "dark") -> str:
    """Give the SVG of one scene at a size in columns and rows."""
    path = make_demo(at=AT, finished=False)
    assert Book(path.parent).find("2024-03") == path
    app = _app(scene, path, Settings(theme=theme))
    with app.opened:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await SCENES[scene](pilot)
            await pilot.pause()
            svg = app.export_screenshot(title="minutebook")
    return _alone(svg)


def _alone(svg: str) -> str:
    """Make a picture need nothing from elsewhere, and the same each time: no web fonts, no random ids."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = re.sub(
        r'(<text [^>]*?x=")([\d.]+)("[^>]*?textLength=")([\d.]+)("[^>]*>)((?:&#160;)+)(?=[^<&])([^<]*)', _unpadded, svg
    )
    return svg.replace("Fira Code, monospace", "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace")


def _unpadded(text: re.Match[str]) -> str:
    """Move a text to where its first letter stands: some viewers drop the spaces at its start."""
    head, x, between, length, end, spaces, words = text.groups()
    pad, rest = spaces.count("&#160;"), len(re.sub(r"&[^;]+;", " ", words))
    cell = float(length) / (pad + rest)
    return f"{head}{float(x) + pad * cell:g}{between}{rest * cell:g}{end}{words}"


def main(folder: Path, theme: ThemeName = "dark") -> None:
    """Write every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        for size in SIZES:
            name = folder / f"{scene}-{size[0]}x{size[1]}.svg"
            name.write_text(asyncio.run(make_picture(scene, size, theme)), encoding="utf-8")
            print(name)


if __name__ == "__main__":
    os.environ["MINUTEBOOK_STATE"] = ""
    chosen = next((theme for theme in THEMES if theme in sys.argv[2:]), "dark")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pictures", chosen)
