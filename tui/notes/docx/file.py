"""Print notes through a Word file: docxtpl fills it in, and Jinja2's sandbox reads its tags."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docxtpl.template import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError
from lxml import etree
from msgspec.structs import asdict

from tui.errors import BadInput
from tui.given import read_given
from tui.meeting.languages.writing.written import words_in
from tui.notes.docx.look import add_look, arrange_columns
from tui.notes.docx.package import finished_package, shortened, tell_nothing_else
from tui.notes.docx.runs import W
from tui.notes.docx.words import MARKS, word_text
from tui.notes.templates.environment import environment, place_of, what_is_wrong
from tui.notes.templates.look import PLAIN, Look, action_table, looked
from tui.notes.view.values import View

if TYPE_CHECKING:
    from docx.document import Document

_WIDTH = 80
"""The columns that a filter for plain text lays words out in; a Word file has no columns of its own."""

_PROPERTIES = {"title": "{{ meeting.title }}", "author": "{{ meeting.minutes }}"} | dict.fromkeys(
    ("subject", "keywords", "category", "comments"), ""
)
"""The properties whose tags are printed; the title and the author are not the template's where it has no tags."""

_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKUP = re.compile(r"<[^>]+>")
_TAG = re.compile(r"\{[{%].*?[}%]\}")
_QUOTED = re.compile(r"'([^']+)'")
_LONGEST_QUOTATION = 60
_WITHOUT_TEXT = tuple(f"{W}{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr"))
_PLACES = (("header", "in a header"), ("footer", "in a footer"), ("footnotes", "in a footnote"))


_AFTER_NUMBERS = (
    "w:cols",
    "w:formProt",
    "w:vAlign",
    "w:noEndnote",
    "w:titlePg",
    "w:textDirection",
    "w:bidi",
    "w:docGrid",
)
"""What stands after the numbers of the pages among the properties of a section."""


class _Misplaced(ValueError):
    """Words are printed where a Word file has no text: Word would leave them out."""


class _WordFile(DocxTemplate):
    """A Word file with tags, which knows what it is reading and lets no broken page pass."""

    def __init__(self, file: BytesIO) -> None:
        self.reading = ""
        self.place = ""
        super().__init__(file)

    @property
    def document(self) -> Document:
        """The file as python-docx has it."""
        return cast("Document", self.docx)

    def render_xml_part(
        self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Environment | None = None
    ) -> str:
        """Print one part of the file, and remember which, for an error has to tell."""
        # One line for each paragraph, as docxtpl hands it to Jinja2, whose errors count lines.
        self.reading = _PARAGRAPH.sub(r"\n<w:p\1", src_xml)
        name = str(part.partname)
        self.place = next((words for key, words in _PLACES if key in name), "")
        printed: str = super().render_xml_part(src_xml, part, context, jinja_env)
        _check(printed)
        return printed

    def render_properties(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        """Print the tags in the file's properties, which hold plain words and no XML."""
        assert jinja_env is not None
        properties = self.document.core_properties
        for name, usual in _PROPERTIES.items():
            written = getattr(properties, name)
            self.reading, self.place = written if "{" in written else usual or written, "in the file's properties"
            setattr(properties, name, shortened(_plain(jinja_env.from_string(self.reading).render(context))))


def print_word_file(view: View, day: date, folder: Path, template: str, look: Look = PLAIN) -> bytes:
    """Print the view through a Word file; `day` is the meeting's. Raises BadInput where it cannot."""
    path = folder / template
    file = _WordFile(BytesIO(_read(path)))
    _open(file, path)
    in_book = _is_in_book(file.document)
    try:
        file.render(
            asdict(looked(view, look)),
            environment(folder, "docx", word_text, _WIDTH, view.meeting.language, look),
            autoescape=True,
        )
        if in_book:
            _begin_pages(file.document, view.meeting.first_page)
        words = look.words_of(view.meeting.language)
        arrange_columns(file.document, look, words)
        add_look(file.document, look, action_table(view, look), words.actions)
        language = "" if view.meeting.language == "en" else words_in(view.meeting.language).tag
        tell_nothing_else(file.document, day, language)
        printed = BytesIO()
        file.save(printed)
        return finished_package(printed.getvalue(), language)
    except MemoryError:
        raise
    except Exception as error:
        raise _bad_word_file(error, path, file) from error


def _is_in_book(document: Document) -> bool:
    """Whether the template's pages are those of the minute book: an agenda's are not."""
    footers = (one.target_part.blob for one in document.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.FOOTER)
    return any(b"meeting.page_before" in footer for footer in footers)


def _begin_pages(document: Document, first: int | None) -> None:
    """Let the pages go on from where the minute book has come to."""
    if first is None:
        return
    section: Any = document.sections[0]._sectPr
    numbers = section.find(f"{W}pgNumType")
    if numbers is None:
        numbers = OxmlElement("w:pgNumType")
        section.insert_element_before(numbers, *_AFTER_NUMBERS)
    numbers.set(f"{W}start", str(first))


def _check(part: str) -> None:
    """Read a printed part; docxtpl alone would repair one that is broken by leaving words out."""
    root = etree.fromstring(part.encode("utf-8"), etree.XMLParser(huge_tree=True, resolve_entities=False))
    for element in root.iter(*_WITHOUT_TEXT):
        for words in (element.text, *(child.tail for child in element)):
            if words and words.strip():
                raise _Misplaced(" ".join(words.split()))


def _read(path: Path) -> bytes:
    try:
        return read_given(path)
    except OSError as error:
        raise BadInput(f"the template cannot be read: {error.strerror}", where=path) from error


def _open(file: _WordFile, path: Path) -> None:
    try:
        file.init_docx()
    except MemoryError:
        raise
    except Exception as error:
        # Whatever a damaged archive makes python-docx stumble over, it is no Word file.
        raise BadInput("the template is not a Word file", where=path, hint="save it from Word as .docx") from error


def _plain(printed: str) -> str:
    for mark in MARKS:
        printed = printed.replace(mark, "")
    return unescape(printed)


def _bad_word_file(error: Exception, path: Path, file: _WordFile) -> BadInput:
    """Say what is wrong with a Word file's tags, near which words."""
    where, line = place_of(error)
    if where.endswith(".j2"):
        return BadInput(what_is_wrong(error), where=where, line=line, hint="correct the template")
    if isinstance(error, _Misplaced):
        message = f"“{_cut(str(error))}” is printed outside of every text"
        return BadInput(
            message, where=path, hint="print it within a paragraph, by {{ … }} and not {{p … }} or {{r … }}"
        )
    if isinstance(error, etree.XMLSyntaxError):
        message = "what is printed is no Word file; a tag for paragraphs stands within one, or one for rows in no table"
        return BadInput(message, where=path, hint="correct the template")
    message = what_is_wrong(error)
    near = _near(file.reading, error, message)
    told = [message, *([file.place] if file.place else []), *([f"near “{near}”"] if near else [])]
    return BadInput(", ".join(told), where=path, hint="correct the template")


def _near(reading: str, error: Exception, message: str) -> str:
    """Quote the tag that an error is about, or the words of its paragraph."""
    lines = reading.split("\n")
    at = _line(error)
    if not 0 < at <= len(lines):
        return ""
    words = " ".join(unescape(_MARKUP.sub("", lines[at - 1])).split())
    tags = [tag for tag in _TAG.findall(words) for name in _QUOTED.findall(message)[:1] if name in tag]
    return _cut((tags or [words])[0])


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTATION else words[: _LONGEST_QUOTATION - 1] + "…"


def _line(error: Exception) -> int:
    if isinstance(error, TemplateSyntaxError):
        return int(error.lineno)
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
