"""Letterhead and logo of a series' notes: settings of the style that the house chose, or of a new one of its own."""

from __future__ import annotations

import os
from pathlib import Path

from tui.book.disk.atomic_write import in_words, replace_file
from tui.book.file_names import series_slug
from tui.book.house import house_choice, keep_choice
from tui.errors import BadInput, BookError
from tui.given import is_file
from tui.home import with_home
from tui.meeting.model import Meeting
from tui.notes.templates.look import PLAIN, SETTINGS, Look, read_logo
from tui.notes.templates.look_file import with_setting
from tui.notes.templates.style_copies import new_style
from tui.notes.templates.styles import Style, find_style

LOOK = ("letterhead", "logo")
"""What can be chosen of a look, by the names of the settings."""
_BETWEEN = ";"
"""What stands between two lines of a letterhead that are typed in one."""


def look_of(book_folder: Path, meeting: Meeting) -> Look:
    """Return the settings of the style that the house chose. Raises BadInput where they cannot be used."""
    return _style(book_folder, meeting).look


def typed_look(look: Look, name: str) -> str:
    """Return a setting of a look as it is typed; empty for none."""
    return f"{_BETWEEN} ".join(look.letterhead) if name == "letterhead" else look.logo_file


def choose_look(book_folder: Path, meeting: Meeting, typed: dict[str, str]) -> None:
    """Put what was typed into the style's settings, in a new style where a shipped one is used; empty takes it out.

    Raises BadInput for what cannot be, and for a style with templates of its own; BookError.
    """
    style = _style(book_folder, meeting)
    if style.own is None and not style.trusted:
        hint = "change them there, or choose another style"
        raise BadInput(f"the style {style.name} has templates, which print it", where=style.folder, hint=hint)
    if style.own is None and not any(typed.values()):
        return
    values = {name: _value(name, words, style.own) for name, words in typed.items()}
    try:
        folder = style.own or _new_style(book_folder, meeting, style.name)
        _write(folder, values)
    except OSError as error:
        raise BookError(f"the style cannot be written: {in_words(error)}", where=book_folder / "styles") from None


def _style(book_folder: Path, meeting: Meeting) -> Style:
    return find_style(house_choice(book_folder, meeting).style or PLAIN.based_on, book_folder / "styles")


def _value(name: str, words: str, own: Path | None) -> list[str] | Path | None:
    """Read what was typed: the lines of a letterhead, or the file of a picture; None for nothing."""
    if not words:
        return None
    if name == "letterhead":
        return [line.strip() for line in words.split(_BETWEEN) if line.strip()]
    file = with_home(words)
    if own is not None and file.name == words and not is_file(file):
        file = own / words
    try:
        read_logo(file)
    except FileNotFoundError:
        raise BadInput("there is no such picture", where=words, hint="type its path: ~/Pictures/logo.png") from None
    except ValueError as error:
        raise BadInput(str(error), where=words) from None
    return file


def _new_style(book_folder: Path, meeting: Meeting, based_on: str) -> Path:
    """Make a style of the house's own, named by the series, and choose it."""
    styles, name, more = book_folder / "styles", series_slug(meeting), 1
    while os.path.lexists(styles / (free := f"{name}{f'-{more}' if more > 1 else ''}")):
        more += 1
    folder = new_style(free, based_on, styles).parent
    keep_choice(book_folder, meeting, style=free)
    return folder


def _write(folder: Path, values: dict[str, list[str] | Path | None]) -> None:
    path = (folder / SETTINGS).resolve()
    text = path.read_text(encoding="utf-8-sig")
    for name, value in values.items():
        if isinstance(value, Path):
            picture = path.with_name(f"logo{value.suffix.casefold()}")
            if not (picture.exists() and picture.samefile(value)):
                replace_file(picture, read_logo(value)[1])
            text = with_setting(text, name, picture.name)
        else:
            text = with_setting(text, name, value or "")
    replace_file(path, text.encode("utf-8"))
