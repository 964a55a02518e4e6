"""Reading Word files: paragraphs with the numbers that Word gives them, headings and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from tui.errors import BadInput
from tui.meeting.text.sanitizing import one_line
from tui.papers.document import Aside, Block, Document, row_block
from tui.papers.reading.archives import opened, part_of, tree_of
from tui.papers.reading.lines import Line, plain_lines
from tui.papers.reading.numbering import Counter, Level
from tui.papers.reading.text import marked_of

_WORD = "Word file"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SKIPPED = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}delText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_EDGES = [f"word/{edge}{number}.xml" for edge in ("header", "footer") for number in range(1, 7)]
"""The parts that hold what stands at the top and the foot of pages: three each for up to two sections."""
_DEEPEST = 60


def read_docx(content: bytes, where: str, *, numbered: bool = True) -> Document:
    """Read a Word file's body into a document. Raises BadInput for one that is damaged or encrypted.

    Not `numbered`, paragraphs are without the bullets and numbers that Word counts by itself.
    """
    with opened(content, where, _WORD) as archive:
        main = part_of(archive, "word/document.xml", where, _WORD)
        if main is None:
            raise BadInput("this is not a Word file", where=where, hint="save it as .docx, and give that")
        styles = part_of(archive, "word/styles.xml", where, _WORD)
        numbering = part_of(archive, "word/numbering.xml", where, _WORD)
        links = part_of(archive, "word/_rels/document.xml.rels", where, _WORD)
        edges = [part for name in _EDGES if numbered and (part := part_of(archive, name, where, _WORD))]
    reader = _DocxReader(
        tree_of(styles, where, _WORD) if styles else None,
        tree_of(numbering, where, _WORD) if numbering else None,
        _targets(links, where),
        numbered=numbered,
    )
    body = tree_of(main, where, _WORD).find(f"{_W}body")
    _join_paragraphs(body)
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    blocks = (*blocks, *_at_the_edges([tree_of(edge, where, _WORD) for edge in edges], reader.place + 1))
    return Document(where=where, blocks=blocks, unit="paragraph", last_place=max(1, reader.place))


def _at_the_edges(trees: Iterable[etree._Element], place: int) -> Iterator[Block]:
    """Yield what stands at the top and the foot of every page, each line once; it is set aside and kept."""
    said: set[str] = set()
    for paragraph in (one for tree in trees for one in tree.iter(f"{_W}p")):
        words = one_line("".join(text.text or "" for text in paragraph.iter(f"{_W}t"))).strip()
        if words and words not in said:
            said.add(words)
            yield Block(place=place, text=words, aside=Aside.FURNITURE)


def _join_paragraphs(body: etree._Element | None) -> None:
    """Join each paragraph whose end was deleted, as a tracked change, to the one after it."""
    for mark in [*body.iter(f"{_W}del", f"{_W}moveFrom")] if body is not None else ():
        properties = mark.getparent()
        paragraph = next(mark.iterancestors(f"{_W}p"), None)
        if properties is None or properties.tag != f"{_W}rPr" or paragraph is None:
            continue
        after = paragraph.getnext()
        if after is None or after.tag != f"{_W}p" or properties.getparent() is not paragraph.find(f"{_W}pPr"):
            continue
        first = after.find(f"{_W}pPr")
        for at, run in enumerate([one for one in paragraph if one.tag != f"{_W}pPr"], 0 if first is None else 1):
            after.insert(at, run)


def _targets(content: bytes | None, where: str) -> dict[str, str]:
    if content is None:
        return {}
    return {
        one.get("Id", ""): one.get("Target", "")
        for one in tree_of(content, where, _WORD)
        if one.get("TargetMode") == "External"
    }


class _DocxReader:
    """Goes through a body's paragraphs and tables."""

    def __init__(
        self,
        styles: etree._Element | None,
        numbering: etree._Element | None,
        links: dict[str, str],
        *,
        numbered: bool,
    ) -> None:
        self.place = 0
        self._numbered = numbered
        self._links = links
        self._names: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._style_lists: dict[str, tuple[str, int]] = {}
        self._counters: dict[str, Counter] = {}
        self._lists = _lists(numbering)
        self._apart = True
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            self._take_style(style)

    def _take_style(self, style: etree._Element) -> None:
        own = style.get(f"{_W}styleId", "")
        self._names[own] = _value(style.find(f"{_W}name")).casefold()
        self._based[own] = _value(style.find(f"{_W}basedOn"))
        if (found := _numbered(style.find(f"{_W}pPr"))) is not None:
            self._style_lists[own] = found

    def blocks(self, body: etree._Element, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of a body, of a cell or of what holds paragraphs."""
        for child in body:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child, depth)
            elif child.tag not in _SKIPPED and depth < _DEEPEST:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        text = _text(paragraph)
        self.place += 1
        properties = paragraph.find(f"{_W}pPr")
        style = self._style(properties)
        number, level = self._number(properties, style) if text.strip() else ("", 0)
        lines = [line for line in plain_lines(text) if line.text.strip()]
        if not lines:
            self._apart = True
            return
        links = tuple(
            target for link in paragraph.iter(f"{_W}hyperlink") if (target := self._links.get(link.get(f"{_R}id", "")))
        )
        hashes = self._hashes(style)
        for at, line in enumerate(lines):
            yield self._block(line, at, number, level, hashes, links)
            self._apart = False

    def _block(self, line: Line, at: int, number: str, level: int, hashes: int, links: tuple[str, ...]) -> Block:
        text = (
            line.text
            if at
            else f"{'    ' * level}{number}{' ' if number else ''}{line.text.lstrip() if number else line.text}"
        )
        return Block(
            place=self.place,
            text=text,
            marked=marked_of(line, "" if at else number),
            hashes=0 if at else hashes,
            links=() if at else links,
            apart=self._apart and not at,
            soft=at > 0,
        )

    def _style(self, properties: etree._Element | None) -> str:
        return _value(properties.find(f"{_W}pStyle")) if properties is not None else ""

    def _hashes(self, style: str) -> int:
        for _ in range(8):
            name = self._names.get(style, style.casefold())
            if name == "title":
                return 1
            if name.startswith("heading") and name[7:].strip().isdecimal():
                return min(6, int(name[7:].strip()) + 1)
            style = self._based.get(style, "")
            if not style:
                break
        return 0

    def _number(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        """Return the number that Word prints before a paragraph, and its level."""
        found = _numbered(properties)
        for _ in range(8):
            if found is not None or not style:
                break
            found, style = self._style_lists.get(style), self._based.get(style, "")
        if found is None or found[0] == "0" or not self._numbered:
            return "", 0
        number, level = found
        abstract, levels = self._lists.get(number, ("", {}))
        counter = self._counters.setdefault(abstract or number, Counter(levels))
        return counter.next(level), level

    def _table(self, table: etree._Element, depth: int) -> Iterator[Block]:
        self._apart = True
        rows = [row for row in table.iter(f"{_W}tr") if row.getparent() is table or _outer(row, table)]
        for row in rows:
            cells = [*row.iterchildren(f"{_W}tc")]
            self.place += 1
            inside = [[*self._of_cell(cell, depth)] for cell in cells]
            words = tuple("\n".join(filter(None, (one_line(b.text.strip()) for b in blocks))) for blocks in inside)
            if sum(map(bool, words)) < 2:
                yield from (block for blocks in inside for block in blocks)
            else:
                yield row_block(self.place, words, apart=self._apart)
            self._apart = False
        self._apart = True

    def _of_cell(self, cell: etree._Element, depth: int) -> Iterator[Block]:
        place, apart = self.place, self._apart
        yield from self.blocks(cell, depth + 1) if depth < _DEEPEST else ()
        self.place, self._apart = place, apart


def _outer(row: etree._Element, table: etree._Element) -> bool:
    """Whether a row belongs to a table, and not to one within its cells."""
    above = row.getparent()
    while above is not None and above is not table:
        if above.tag == f"{_W}tbl":
            return False
        above = above.getparent()
    return above is table


def _value(element: etree._Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _numbered(properties: etree._Element | None) -> tuple[str, int] | None:
    found = properties.find(f"{_W}numPr") if properties is not None else None
    number = _value(found.find(f"{_W}numId")) if found is not None else ""
    level = _value(found.find(f"{_W}ilvl")) if found is not None else ""
    return (number, int(level) if level.isdecimal() else 0) if number else None


def _lists(numbering: etree._Element | None) -> dict[str, tuple[str, dict[int, Level]]]:
    """Return how each list numbers its levels, and the definition by which it counts."""
    if numbering is None:
        return {}
    abstract = {one.get(f"{_W}abstractNumId", ""): _levels(one) for one in numbering.iter(f"{_W}abstractNum")}
    lists = {}
    for one in numbering.iter(f"{_W}num"):
        name = _value(one.find(f"{_W}abstractNumId"))
        restarts = one.find(f"{_W}lvlOverride") is not None
        own = one.get(f"{_W}numId", "")
        lists[own] = (f"{name}/{own}" if restarts else name, abstract.get(name, {}))
    return lists


def _levels(abstract: etree._Element) -> dict[int, Level]:
    levels = {}
    for one in abstract.iterchildren(f"{_W}lvl"):
        start = _value(one.find(f"{_W}start"))
        levels[int(one.get(f"{_W}ilvl", "0"))] = Level(
            shape=_value(one.find(f"{_W}numFmt")) or "decimal",
            pattern=_value(one.find(f"{_W}lvlText")),
            start=int(start) if start.isdecimal() else 1,
        )
    return levels


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's words, without what was deleted, or is a field's code."""
    pieces: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_W}tab" and child.getparent().tag == f"{_W}r":  # type: ignore[union-attr]
            pieces.append("\t")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\v")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif child.tag not in _SKIPPED and child.tag != f"{_W}pPr":
            stack.append(iter(child))
    return "".join(pieces)
