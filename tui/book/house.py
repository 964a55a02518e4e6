"""What a house has chosen for the notes of each series: style, formats and folder, in one plain file of the book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.disk.text_file import read_text
from tui.book.file_names import file_name, series_keys
from tui.errors import BadInput, BookError
from tui.meeting.model import Meeting, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.text.toml import line_of, read_toml

NAME = "house.toml"
_HINT = "correct it, or move it away"
_HEAD = "# How the notes of each series look and where they go; `minutebook house` and the preview write it, or you.\n"


class HouseChoice(Value, frozen=True, kw_only=True):
    """What was chosen for a series; empty for what was not."""

    style: str = ""
    formats: tuple[str, ...] = ()
    """Those of a published set's notes."""
    folder: str = ""
    """Where sets are published, each in a folder of its own."""


def house_file(book_folder: Path) -> Path:
    """Say where a book's choices stand, whether or not there are any."""
    return book_folder / NAME


def house_choice(book_folder: Path, meeting: Meeting) -> HouseChoice:
    """Return what was chosen for a meeting's series. Raises BadInput, with the line, where the file cannot be used."""
    for name, choice in _choices(book_folder).items():
        if series_keys(name) & series_keys(meeting):
            return choice
    return HouseChoice()


def keep_choice(book_folder: Path, meeting: Meeting, **changes: Any) -> HouseChoice:
    """Keep what is chosen for a meeting's series; the same choice leaves the file alone. Raises BadInput, BookError."""
    choices = _choices(book_folder)
    name = next((one for one in choices if series_keys(one) & series_keys(meeting)), meeting.series)
    before = choices.get(name, HouseChoice())
    after = replace(before, **changes)
    if after != before:
        path = house_file(book_folder)
        try:
            replace_file(path, _written({**choices, name: after}).encode("utf-8", "replace"))
        except OSError as error:
            raise BookError(f"the house's choices cannot be written: {in_words(error)}", where=path) from None
    return after


def home_of(book_folder: Path, meeting: Meeting) -> Path | None:
    """Return the folder in which a meeting's notes are published where nobody names another; None for none chosen."""
    folder = house_choice(book_folder, meeting).folder
    return Path(folder).expanduser() / file_name(public(meeting)).removesuffix(".json") if folder else None


def _choices(book_folder: Path) -> dict[str, HouseChoice]:
    path = house_file(book_folder)
    if not path.is_file():
        return {}
    text = read_text(path)
    tables = read_toml(text, path, _HINT).get("series", {})
    if not isinstance(tables, dict):
        raise BadInput("series is no table", where=path, line=line_of(text, ("series",)), hint=_HINT)
    return {name: _choice(text, path, name, table) for name, table in tables.items()}


def _choice(text: str, path: Path, name: str, table: object) -> HouseChoice:
    kinds: dict[str, type] = {"style": str, "formats": list, "folder": str}
    if not isinstance(table, dict):
        raise BadInput(f"{name} is no table", where=path, line=line_of(text, ("series", name)), hint=_HINT)
    for key, value in table.items():
        line = line_of(text, ("series", name, key))
        if key not in kinds:
            raise BadInput(f"{key!r} is not known", where=path, line=line, hint=f"known: {', '.join(kinds)}")
        words = value if isinstance(value, list) else [value]
        if not isinstance(value, kinds[key]) or not all(isinstance(one, str) for one in words):
            what = "a list of words in quotation marks" if key == "formats" else "words in quotation marks"
            raise BadInput(f"{key} is {what}", where=path, line=line, hint=_HINT)
    return HouseChoice(
        style=table.get("style", ""), formats=tuple(table.get("formats", ())), folder=table.get("folder", "")
    )


def _written(choices: dict[str, HouseChoice]) -> str:
    parts = [_HEAD]
    for name, choice in choices.items():
        lines = [f"[series.{_quoted(name)}]"]
        lines += [f"style = {_quoted(choice.style)}"] if choice.style else []
        lines += [f"formats = [{', '.join(map(_quoted, choice.formats))}]"] if choice.formats else []
        lines += [f"folder = {_quoted(choice.folder)}"] if choice.folder else []
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _quoted(words: str) -> str:
    """Write words as a string of TOML, whose escapes JSON shares."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
