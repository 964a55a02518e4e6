"""What a house has chosen for the notes of each series: style, formats and folder, in one plain file of the book."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.disk.text_file import read_text
from tui.book.file_names import HOUSE, file_name, series_keys, series_slug, slug
from tui.errors import BadInput, BookError
from tui.home import with_home
from tui.meeting.languages.header_words import language_keys, language_named
from tui.meeting.model import Meeting, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.text.inline_markup import withheld
from tui.meeting.text.toml import line_of, read_toml

_HINT = "correct it, or move it away"
_HEAD = "# How the notes of each series look and where they go; `minutebook house` and the screen write it, or you.\n"


class HouseChoice(Value, frozen=True, kw_only=True):
    """What was chosen for a series; empty for what was not."""

    style: str = ""
    formats: tuple[str, ...] = ()
    """Those of a published set's notes."""
    version: str = ""
    """That which the preview opens with; a published set is always public."""
    language: str = ""
    """The code of the language of notes whose agenda names none."""
    folder: str = ""
    """Where sets are published, each in a folder of its own."""
    names: str = ""
    """What the files of a set and its folder are called, with words in braces: `{date}-{series}`."""
    sealing: str = ""
    """`ask`, where approved minutes are offered to be sealed."""


ASK = "ask"
"""That something is asked each time."""

NAME_WORDS = ("date", "year", "month", "day", "series", "title")
"""What may stand in braces in the names of files."""


def house_file(book_folder: Path) -> Path:
    """Say where a book's choices stand, whether or not there are any."""
    return book_folder / HOUSE


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
    return with_home(folder) / published_name(book_folder, meeting) if folder else None


def published_name(book_folder: Path, meeting: Meeting) -> str:
    """Return what the files of a meeting's set are called, their endings aside; nothing restricted is in it."""
    return filled_in(house_choice(book_folder, meeting).names, meeting)


def filled_in(names: str, meeting: Meeting) -> str:
    """Write a meeting's words into what files are called. Raises BadInput for names that no disk or nobody can use."""
    shown = public(meeting)
    if not names:
        return file_name(shown).removesuffix(".json")
    day = shown.date
    words = {
        "date": day.isoformat(),
        "year": f"{day:%Y}",
        "month": f"{day:%m}",
        "day": f"{day:%d}",
        "series": series_slug(shown),
        "title": slug(withheld(shown.title)),
    }
    hint = f"letters, digits, - and _, and in braces {', '.join(NAME_WORDS)}"
    used = set(re.findall(r"{([^{}]*)}", names))
    if unknown := sorted(used - set(words)):
        raise BadInput(f"{{{unknown[0]}}} is not known in the names of files", hint=hint)
    if not re.fullmatch(r"(?:\w|{\w+})(?:[\w -]*(?:\w|{\w+}))*", names):
        raise BadInput("files cannot be called that on every disk", hint=hint)
    if used <= {"year", "series"}:
        raise BadInput("the files of many meetings would be called the same", hint="{date} tells them apart")
    return re.sub(r"{(\w+)}", lambda found: words[found[1]], names)


def in_houses_language(book_folder: Path, meeting: Meeting) -> Meeting:
    """Return the meeting in the language that the house chose for its series, unless its own head names one."""
    chosen = house_choice(book_folder, meeting).language
    named = any(key.casefold() in language_keys() and language_named(words) for key, words in meeting.header)
    return replace(meeting, language=chosen) if chosen and not named else meeting


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
    kinds: dict[str, type] = {name: list if name == "formats" else str for name in HouseChoice.__struct_fields__}
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
    made: dict[str, Any] = {key: tuple(value) if key == "formats" else value for key, value in table.items()}
    return HouseChoice(**made)


def _written(choices: dict[str, HouseChoice]) -> str:
    parts = [_HEAD]
    for name, choice in choices.items():
        lines = [f"[series.{_quoted(name)}]"]
        for key in HouseChoice.__struct_fields__:
            value = getattr(choice, key)
            if value:
                said = _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"
                lines.append(f"{key} = {said}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _quoted(words: str) -> str:
    """Write words as a string of TOML, whose escapes JSON shares."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
