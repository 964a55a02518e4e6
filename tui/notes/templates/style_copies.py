"""Styles listed with a sentence each, and copied into the book so that they can be edited there."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import unicodedata
from pathlib import Path

from msgspec import Struct

from tui.errors import BadInput
from tui.notes.formats import FORMATS
from tui.notes.templates.look import SETTINGS
from tui.notes.templates.styles import Style, find_style, style_names
from tui.resources import shipped

_SENTENCE = re.compile(r"\s*\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
_LONGEST_NAME = 60
_EXPLAINED = """\
# The look of this style. Take the # away before a line to use it; F9 and the next printing show it at once.

# Which layout it is based on: narrative, findings, formal, dialogue, summary, actions or agenda.
based_on = "{based_on}"

# Lines above the title.
# letterhead = ["Riverside Parish Council", "The Old School, Mill Lane", "clerk@example.org"]

# A picture above them, .png or .jpg, that stands in this folder.
# logo = "logo.png"

# What the head shows after the date, in this order; without this line, all there is.
# header = ["chair", "venue", "Quorum"]

# How items are numbered: "agenda" as on the agenda, "none", "1" for 1. 2. 3., "1.1" for 1, 1.1, 1.2, 2.
# numbering = "1"

# The columns of the people, in their order: name and capacity.
# people = ["capacity", "name"]

# A table of all actions at the end, and its columns in their order: ref, action, owner, due, arose, status.
# action_table = true
# columns = ["owner", "action", "due"]

# Fixed words in your own way.
# [words]
# present = "Attending"
# action = "To do"
# action_label = "TO DO"
"""
"""The settings of a new style."""
_SHARED = "shared"
"""The folder of what styles have in common, beside them or in one."""


class StyleLine(Struct, frozen=True, kw_only=True):
    """A style as a list shows it."""

    name: str
    sentence: str
    """What it is for: the comment at the top of one of its templates."""
    formats: tuple[str, ...]
    own: Path | None
    """Its folder where it is the user's own; None for one that travels with the program."""
    instead: bool = False
    """True where it stands in the place of one of that name that travels with the program."""


def list_styles(styles_folder: Path) -> tuple[StyleLine, ...]:
    """List the styles that `render` knows, by name."""
    return tuple(_line(find_style(name, styles_folder)) for name in style_names(styles_folder))


def copy_style(name: str, new: str, styles_folder: Path) -> Path:
    """Copy a style into the folder of the user's own under a new name, whole or not at all; give its folder.

    What the shipped styles share comes with it, into a folder of that name, so that all of it can be edited there.
    Raises BadInput for an unknown style, for a name that is none, and where there is one of that name, which is left
    as it is; OSError where the folder cannot be written.
    """
    style = find_style(name, styles_folder)
    target = styles_folder / _checked(new)
    if os.path.lexists(target):
        raise BadInput("there is a style of that name already", where=target, hint="give another: styles copy NAME NEW")
    styles_folder.mkdir(parents=True, exist_ok=True)
    aside = styles_folder / f".{target.name}.tmp-{secrets.token_hex(4)}"
    aside.mkdir()
    try:
        if style.own is not None:
            _copy_files(style.own, aside)
            aside.rename(target)
            return target
        if style.trusted:
            _copy_files(shipped("templates") / _SHARED, aside / _SHARED)
        _copy_files(style.folder, aside)
        _copy_files(style.folder / _SHARED, aside / _SHARED)
        aside.rename(target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return target


def new_style(name: str, based_on: str, styles_folder: Path) -> Path:
    """Write the settings of a new style, each explained and none changed yet; give the file.

    Raises BadInput for a style that does not travel with the program, for a name that is none or is taken; OSError.
    """
    base = find_style(based_on)
    target = styles_folder / _checked(name)
    if os.path.lexists(target):
        raise BadInput("there is a style of that name already", where=target, hint="give another name")
    target.mkdir(parents=True)
    path = target / SETTINGS
    path.write_text(_EXPLAINED.format(based_on=base.name), encoding="utf-8")
    return path


def _copy_files(folder: Path, to: Path) -> None:
    if not folder.is_dir():
        return
    to.mkdir(exist_ok=True)
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.name.startswith("."):
            shutil.copyfile(file, to / file.name)


def _checked(name: str) -> str:
    """Return a name that is one folder's and no way out of it. Raises BadInput."""
    plain = all(
        character.isalnum() or unicodedata.category(character)[0] == "M" or character in "-_ ." for character in name
    )
    if not plain or not name[:1].isalnum() or name[-1:] in ". " or len(name.encode()) > _LONGEST_NAME:
        hint = f"letters, digits, hyphens and spaces, up to {_LONGEST_NAME}, with a letter or a digit first"
        raise BadInput(f"{name!r} is no name for a style", hint=hint)
    return name


def _line(style: Style) -> StyleLine:
    return StyleLine(
        name=style.name,
        sentence=f"Your own settings of {style.look.based_on}." if style.own else _sentence(style.folder),
        formats=style.formats,
        own=style.own or (None if style.trusted else style.folder),
        instead=(style.own is not None or not style.trusted) and (shipped("templates") / style.name).is_dir(),
    )


def _sentence(folder: Path) -> str:
    """Read the comment at the top of the first template that begins with one; empty where none does."""
    for row in FORMATS.values():
        try:
            text = (folder / row.template).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if (found := _SENTENCE.match(text)) is not None:
            return " ".join(found[1].split())
    return ""
