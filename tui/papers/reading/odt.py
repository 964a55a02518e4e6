"""Reading OpenDocument texts: paragraphs, headings, numbered lists and tables."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tui.errors import BadInput
from tui.meeting.text.sanitizing import one_line
from tui.papers.document import Block, Document, row_block
from tui.papers.reading.archives import opened, part_of, tree_of
from tui.papers.reading.lines import plain_lines
from tui.papers.reading.numbering import Counter, Level
from tui.papers.reading.text import marked_of

_ODT = "OpenDocument file"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_SKIPPED = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"}
)
_SHAPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_DEEPEST = 60
_BULLETS = {level: Level(shape="bullet") for level in range(10)}
"""A list that has no style, and so no numbers."""


def read_odt(content: bytes, where: str) -> Document:
    """Read an OpenDocument text into a document. Raises BadInput for a file that is damaged, encrypted or no text."""
    with opened(content, where, _ODT) as archive:
        manifest = part_of(archive, "META-INF/manifest.xml", where, _ODT)
        if manifest is not None and b"encryption-data" in manifest:
            raise BadInput(f"this {_ODT} is encrypted", where=where, hint="save it without a password")
        main = part_of(archive, "content.xml", where, _ODT)
        styles = part_of(archive, "styles.xml", where, _ODT)
    tree = tree_of(main, where, _ODT) if main is not None else None
    body = tree.find(f".//{_OFFICE}text") if tree is not None else None
    if tree is None or body is None:
        raise BadInput("this OpenDocument file is no text", where=where, hint="save it as .odt, and give that")
    reader = _OdtReader([tree, *([tree_of(styles, where, _ODT)] if styles else [])])
    blocks = tuple(reader.blocks(body))
    return Document(where=where, blocks=blocks, unit="paragraph", last_place=max(1, reader.place))


class _OdtReader:
    """Goes through a body's paragraphs, lists and tables."""

    def __init__(self, trees: list[etree._Element]) -> None:
        self.place = 0
        self._apart = True
        self._lists: dict[str, dict[int, Level]] = {}
        self._parents: dict[str, str] = {}
        self._counters: dict[str, Counter] = {}
        for tree in trees:
            for style in tree.iter(f"{_TEXT}list-style"):
                self._lists.setdefault(style.get(f"{_STYLE}name", ""), _levels(style))
            for style in tree.iter(f"{_STYLE}style"):
                self._parents.setdefault(style.get(f"{_STYLE}name", ""), style.get(f"{_STYLE}parent-style-name", ""))

    def blocks(self, parent: etree._Element, number: str = "", level: int = 0, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of whatever holds paragraphs; the first of them has the number."""
        for child in parent:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(child, number, level)
                number = ""
            elif child.tag == f"{_TEXT}list" and depth < _DEEPEST:
                yield from self._list(child, "", 0, depth)
            elif child.tag == f"{_TABLE}table" and depth < _DEEPEST:
                yield from self._table(child, depth)
            elif child.tag not in _SKIPPED and depth < _DEEPEST:
                yield from self.blocks(child, number, level, depth + 1)

    def _list(self, element: etree._Element, style: str, level: int, depth: int) -> Iterator[Block]:
        style = element.get(f"{_TEXT}style-name", style)
        goes_on = (
            element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list") is not None
        )
        if style not in self._counters or (level == 0 and not goes_on):
            self._counters[style] = Counter(self._lists.get(style, {}) if style else _BULLETS)
        for item in element:
            headed = item.tag == f"{_TEXT}list-header"
            given = item.get(f"{_TEXT}start-value")
            first = next((child for child in item if child.tag in (f"{_TEXT}p", f"{_TEXT}h")), None)
            number = ""
            if first is not None and not headed:
                number = self._counters[style].next(level, int(given) if given and given.isdecimal() else None)
            for child in item:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, style, level + 1, depth + 1) if depth < _DEEPEST else ()
                elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    yield from self._paragraph(child, number, level)
                    number = ""

    def _paragraph(self, paragraph: etree._Element, number: str, level: int) -> Iterator[Block]:
        self.place += 1
        lines = [line for line in plain_lines(_text(paragraph)) if line.text.strip()]
        if not lines:
            self._apart = True
            return
        links = tuple(link.get(f"{_XLINK}href", "") for link in paragraph.iter(f"{_TEXT}a"))
        hashes = self._hashes(paragraph)
        for at, line in enumerate(lines):
            text = (
                line.text
                if at
                else f"{'    ' * level}{number}{' ' if number else ''}{line.text.lstrip() if number else line.text}"
            )
            yield Block(
                place=self.place,
                text=text,
                marked=marked_of(line, "" if at else number),
                hashes=0 if at else hashes,
                links=() if at else tuple(link for link in links if link.startswith(("http:", "https:"))),
                apart=self._apart and not at,
                soft=at > 0,
            )
            self._apart = False

    def _hashes(self, paragraph: etree._Element) -> int:
        style = paragraph.get(f"{_TEXT}style-name", "")
        for _ in range(8):
            if style == "Title":
                return 1
            style = self._parents.get(style, "")
        if paragraph.tag != f"{_TEXT}h":
            return 0
        level = paragraph.get(f"{_TEXT}outline-level", "1")
        return min(6, int(level) + 1) if level.isdecimal() else 2

    def _table(self, table: etree._Element, depth: int) -> Iterator[Block]:
        self._apart = True
        for row in table.iter(f"{_TABLE}table-row"):
            self.place += 1
            place = self.place
            inside = [[*self.blocks(cell, depth=depth + 1)] for cell in row.iterchildren(f"{_TABLE}table-cell")]
            self.place = place
            words = tuple("\n".join(filter(None, (one_line(b.text.strip()) for b in blocks))) for blocks in inside)
            if sum(map(bool, words)) < 2:
                yield from (block for blocks in inside for block in blocks)
            else:
                yield row_block(place, words, apart=self._apart)
            self._apart = False
        self._apart = True


def _levels(style: etree._Element) -> dict[int, Level]:
    levels = {}
    for one in style:
        level = one.get(f"{_TEXT}level", "1")
        own = int(level) - 1 if level.isdecimal() else 0
        if one.tag == f"{_TEXT}list-level-style-bullet":
            levels[own] = Level(shape="bullet")
        elif one.tag == f"{_TEXT}list-level-style-number":
            levels[own] = _numbered_level(one, own)
    return levels


def _numbered_level(one: etree._Element, own: int) -> Level:
    shown = one.get(f"{_TEXT}display-levels", "1")
    first = own - (int(shown) if shown.isdecimal() else 1) + 1
    numbers = ".".join(f"%{level + 1}" for level in range(max(0, first), own + 1))
    pattern = f"{one.get(f'{_STYLE}num-prefix', '')}{numbers}{one.get(f'{_STYLE}num-suffix', '')}"
    start = one.get(f"{_TEXT}start-value", "1")
    loext = one.get("{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format")
    return Level(
        shape=_SHAPES.get(one.get(f"{_STYLE}num-format", ""), "decimal"),
        pattern="".join(_unescaped(loext)) if loext else pattern,
        start=int(start) if start.isdecimal() else 1,
    )


def _unescaped(pattern: str) -> Iterator[str]:
    """Return LibreOffice's own pattern, `%1%.%2%`, as Word writes it."""
    pieces = pattern.split("%")
    for at, piece in enumerate(pieces):
        yield f"%{piece}" if at % 2 and piece.isdecimal() else piece


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's words, with the spaces and breaks that stand as elements."""
    pieces = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            pieces.append(" " * min(200, int(count) if count.isdecimal() else 1))
        elif child.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            pieces.append("\v")
        elif child.tag not in _SKIPPED:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
