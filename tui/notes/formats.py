"""The formats of notes, one row each: everything in which one format differs from another, its templates aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from tui.errors import BadInput
from tui.meeting.text.matching import nearest_first
from tui.notes.docx.words import finished_word_text, word_text
from tui.notes.templates.escaping import as_it_is, finished_html, finished_markdown, html, markdown, plain_text
from tui.notes.templates.look import Look
from tui.notes.view.values import View

PrintFile = Callable[[View, date, Path, str, Look], bytes]
"""Prints a view of the meeting of a date through the template of that name in a folder, with a style's settings."""


class Format(Struct, frozen=True, kw_only=True):
    """In what a format differs from the others; each has to decide every field."""

    name: str
    """What it is called, which is how its files' names end: `md`."""
    template: str
    """The file name of its template in a style's folder."""
    literal: Callable[[str], str]
    """How words are printed, so that nothing in them is read as markup."""
    finished: Callable[[str], str]
    """What the page needs when it is complete."""
    print_file: PrintFile | None
    """What prints it where it is no text that a terminal can show; None for text."""
    read_as_it_is: bool
    """Whether the preview shows the page itself, and not the plain text of the style."""
    published: int | None
    """Its place among the notes of a published set; None where it is in none."""


def _word_file(view: View, day: date, folder: Path, template: str, look: Look) -> bytes:
    from tui.notes.docx.file import print_word_file

    return print_word_file(view, day, folder, template, look)


_ROWS = (
    Format(
        name="txt",
        template="notes.txt.j2",
        literal=plain_text,
        finished=as_it_is,
        print_file=None,
        read_as_it_is=True,
        published=3,
    ),
    Format(
        name="md",
        template="notes.md.j2",
        literal=markdown,
        finished=finished_markdown,
        print_file=None,
        read_as_it_is=True,
        published=2,
    ),
    Format(
        name="html",
        template="notes.html.j2",
        literal=html,
        finished=finished_html,
        print_file=None,
        read_as_it_is=False,
        published=1,
    ),
    Format(
        name="docx",
        template="notes.docx",
        literal=word_text,
        finished=finished_word_text,
        print_file=_word_file,
        read_as_it_is=False,
        published=4,
    ),
)


class Derived(Struct, frozen=True, kw_only=True):
    """A format that is made from the notes in another one, so that every style has it."""

    name: str
    """What it is called, which is how its files' names end."""
    of: str
    """The format that it is made from."""
    convert: Callable[[str], bytes]
    """What makes it of such a page. Raises BadInput where a library lacks."""


def _pdf(page: str) -> bytes:
    from tui.notes.derived.pdf import pdf_of

    return pdf_of(page)


def _odt(page: str) -> bytes:
    from tui.notes.derived.odt import odt_of

    return odt_of(page)


DERIVED: dict[str, Derived] = {
    "odt": Derived(name="odt", of="html", convert=_odt),
    "pdf": Derived(name="pdf", of="html", convert=_pdf),
}
"""The formats made from others, by their names."""


class Data(Struct, frozen=True, kw_only=True):
    """A format for other programs, in which every style is the same."""

    name: str
    """What it is called, which is how its files' names end."""
    write: Callable[[View], bytes]
    """What makes it of a view of the notes."""


def _json(view: View) -> bytes:
    from tui.notes.data.document import json_of

    return json_of(view)


def _akoma_ntoso(view: View) -> bytes:
    from tui.notes.data.akoma_ntoso import akoma_ntoso_of

    return akoma_ntoso_of(view)


DATA: dict[str, Data] = {
    "json": Data(name="json", write=_json),
    "xml": Data(name="xml", write=_akoma_ntoso),
}
"""The formats for other programs, by their names; xml is Akoma Ntoso."""

FORMATS: dict[str, Format] = {row.name: row for row in _ROWS}
"""The formats there are by their names, in the order in which they are listed."""

PUBLISHED = tuple(name for _, name in sorted((row.published, row.name) for row in _ROWS if row.published is not None))
"""The formats of a published set's notes, in their order."""


def named(names: Sequence[str], last: str = "and") -> str:
    """Name formats within a sentence: `html, md, txt and docx`."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def every_format() -> tuple[str, ...]:
    """Name every format there is, those made from others and those for programs last."""
    return (*FORMATS, *DERIVED, *DATA)


def format_known(name: str) -> str:
    """Return the name of a format. Raises BadInput, which names those there are, where there is none."""
    return name if name in DERIVED or name in DATA else format_row(name).name


def is_text(name: str) -> bool:
    """Return whether a terminal can show a format. Raises BadInput for one that there is not."""
    return name not in DERIVED and name not in DATA and format_row(name).print_file is None


def format_row(name: str) -> Format:
    """Return the format of a name. Raises BadInput, which names those there are, the nearest first."""
    if name not in FORMATS:
        known = ", ".join(nearest_first(name, every_format()))
        raise BadInput(f"there is no format {name!r}", hint=f"known formats: {known}")
    return FORMATS[name]
