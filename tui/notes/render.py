"""Render a meeting's notes in a style and a format."""

from __future__ import annotations

import re
from pathlib import Path

from tui.errors import BadInput
from tui.meeting.approval.amendment import Amendment
from tui.meeting.model import Meeting
from tui.notes.formats import DATA, DERIVED, format_row, is_text
from tui.notes.templates.look import numbered
from tui.notes.templates.styles import find_style
from tui.notes.view.compose import Version, compose, copy_for

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
    amendments: tuple[Amendment, ...] = (),
) -> str:
    """Print the meeting's notes as text.

    Without a `version` they are public; where nothing is restricted, the internal ones differ in their mark alone.
    `width` is in columns and counts for plain text; `styles_folder` holds the user's own styles; `amendments` are
    what was changed since the approval. Raises BadInput for an unknown style, format or version, for a format that
    is no text, and for a template that cannot be used.
    """
    if not is_text(fmt):
        raise BadInput(f"{fmt} is a file, not text", hint="name a file to write it to")
    if width < NARROWEST:
        raise BadInput(f"a page of {width} columns is too narrow", hint=f"give {NARROWEST} or more")
    chosen = find_style(style, styles_folder)
    template = chosen.template(fmt)
    copy = copy_for(_version(version), numbered(meeting, chosen.look), amendments)
    if chosen.trusted:
        from tui.notes.templates.printing import print_notes

        page = print_notes(compose(copy), chosen.folder, template, fmt, width, look=chosen.look)
    else:
        from tui.notes.templates.blocks import MisspeltBlock
        from tui.notes.templates.confining import print_confined

        try:
            page = print_confined(copy, chosen.folder, template, fmt, width).page
        except MisspeltBlock as error:
            error.page = _tidy(error.page)
            raise
    return _tidy(page)


def render_file(
    meeting: Meeting,
    *,
    style: str = "narrative",
    fmt: str = "md",
    version: str | None = None,
    width: int = 80,
    styles_folder: Path | None = None,
    amendments: tuple[Amendment, ...] = (),
) -> bytes:
    """Print the meeting's notes as the bytes of a file, in any format; text is UTF-8. Otherwise as `render`."""
    if (data := DATA.get(fmt)) is not None:
        find_style(style, styles_folder)
        return data.write(compose(copy_for(_version(version), meeting, amendments)))
    derived = DERIVED.get(fmt)
    row = format_row(derived.of if derived else fmt)
    if row.print_file is None:
        text = render(
            meeting,
            style=style,
            fmt=row.name,
            version=version,
            width=width,
            styles_folder=styles_folder,
            amendments=amendments,
        )
        return derived.convert(text) if derived else text.encode("utf-8")
    chosen = find_style(style, styles_folder)
    template = chosen.template(fmt)
    copy = copy_for(_version(version), numbered(meeting, chosen.look), amendments)
    if chosen.trusted:
        return row.print_file(compose(copy), meeting.date, chosen.folder, template, chosen.look)
    from tui.notes.templates.confining import print_confined

    return print_confined(copy, chosen.folder, template, fmt, NARROWEST).file


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
