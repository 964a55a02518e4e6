"""Render a meeting's notes in a style and a format."""

from __future__ import annotations

import re
from pathlib import Path

from tui.errors import BadInput
from tui.meeting.model import Meeting
from tui.notes.compose import Version, compose, copy_for
from tui.notes.escaping import LITERAL
from tui.notes.styles import find_style, nearest_first

FORMATS = tuple(LITERAL)
"""The formats there are."""

VERSIONS: tuple[Version, ...] = ("internal", "public")

NARROWEST = 40
"""The smallest width of a page, in columns."""


def render(
    meeting: Meeting,
    *,
    style: str = "narrative",
    fmt: str = "md",
    version: str | None = None,
    width: int = 80,
    styles_folder: Path | None = None,
) -> str:
    """Print the meeting's notes.

    Without a `version` they are public wherever anything is restricted; where nothing is, the two do not differ.
    `width` is in columns and counts for plain text; `styles_folder` holds the user's own styles. Raises BadInput
    for an unknown style, format or version, and for a template that cannot be used.
    """
    if fmt not in FORMATS:
        raise BadInput(f"there is no format {fmt!r}", hint=f"known formats: {', '.join(nearest_first(fmt, FORMATS))}")
    if width < NARROWEST:
        raise BadInput(f"a page of {width} columns is too narrow", hint=f"give {NARROWEST} or more")
    chosen = find_style(style, styles_folder)
    template = chosen.template(fmt)
    copy = copy_for(_version(version), meeting)
    if chosen.trusted:
        from tui.notes.environment import print_notes

        page = print_notes(compose(copy), chosen.folder, template, fmt, width)
    else:
        from tui.notes.confining import print_confined

        page = print_confined(copy, chosen.folder, template, fmt, width)
    return _tidy(page)


def _version(version: str | None) -> Version:
    if version is None:
        return "public"
    for known in VERSIONS:
        if version == known:
            return known
    raise BadInput(f"there is no version {version!r}", hint=f"known versions: {', '.join(VERSIONS)}")


def _tidy(page: str) -> str:
    """Leave no more than one blank line together, which spares the templates much care, and one line's end last."""
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", page).strip("\n") + "\n"
