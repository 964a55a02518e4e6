"""What a book has beside its meetings that belongs to it wherever it is kept."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

from tui.book.file_names import HOUSE, PAPERS

_ENDINGS = (HOUSE, ".withheld.txt", ".json.holds.json")
_FOLDERS = ("styles", PAPERS)


def house_files(folder: Path) -> dict[str, Path]:
    """Return the files of a book that are none of its meetings and belong to it, by their paths in it."""
    found: list[Path] = []
    with suppress(FileNotFoundError), os.scandir(folder) as listed:
        # Of thousands of names most are meetings'.
        found = [folder / one.name for one in listed if one.name.endswith(_ENDINGS)]
    for name in _FOLDERS:
        found += (folder / name).rglob("*")
    paths = {PurePosixPath(one.relative_to(folder).as_posix()): one for one in found if one.is_file()}
    return {str(path): one for path, one in paths.items() if is_of_the_house(path)}


def is_of_the_house(path: PurePosixPath) -> bool:
    """Return whether a path in a book is one of such a file."""
    name, parts = path.name, path.parts
    if len(parts) == 1:
        holds = name.startswith(".") and name.endswith(".json.holds.json")
        return name == HOUSE or holds or (name.endswith(".withheld.txt") and not name.startswith("."))
    plain = all(not part.startswith(".") and "\\" not in part and ":" not in part for part in parts)
    return plain and parts[0] in _FOLDERS
