"""Reading web pages: what stands in their body, without scripts, styles and menus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from tui.errors import BadInput
from tui.meeting.text.brackets import closed, unbracketed
from tui.papers.document import Aside, Block, Document, row_block
from tui.papers.reading.lines import plain_lines
from tui.papers.reading.text import decode, marked_of

_DROPPED = frozenset(
    "nav script style noscript template iframe object svg head select option button input textarea form".split()
)
_FURNITURE = frozenset("footer aside".split())
_BLOCKS = frozenset(
    "p div section article main header li dt dd h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table tr td th tbody "
    "thead address center figure figcaption hr"
    " footer aside fieldset details summary body html tfoot caption form".split()
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_DEEPEST = 200
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BEGINS_ANEW = "\u2028"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read_html(content: bytes | str, where: str) -> Document:
    """Read a page into a document. Raises BadInput for a page without a body."""
    text = content if isinstance(content, str) else _decoded(content, where)
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise BadInput("this page is empty or damaged", where=where, hint="save it anew, and give that") from error
    marked = closed(" ".join((tree.findtext(".//title") or "").split())).text
    body = tree.find("body")
    main = tree.find(".//main")
    reader = _HtmlReader()
    if main is not None and len("".join(map(str, main.itertext())).split()) > 15:
        reader.begin_outside(main)
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    return Document(
        where=where,
        blocks=blocks,
        subject=" ".join(re.split(r"\s+[|–—·]\s+", unbracketed(marked))[0].split()),
        marked_subject=marked,
        unit="paragraph",
        last_place=max(1, reader.place),
    )


def _decoded(content: bytes, where: str) -> str:
    found = _CHARSET.search(content[:4096])
    if found and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        named = found[1].decode("ascii").lower()
        try:
            return content.decode(
                "cp1252" if named in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else named, "replace"
            )
        except LookupError:
            pass
    return decode(content, where)


class _HtmlReader:
    """Goes through a page's elements, and gathers the words between the edges of blocks."""

    def __init__(self) -> None:
        self.place = 0
        self._words: list[str] = []
        self._links: list[str] = []
        self._marker = ""
        self._depth = 0
        self._hashes = 0
        self._apart = True
        self._aside: Aside | None = None
        self._main: etree._Element | None = None
        """What the page is about; None where nothing says it."""
        self._titled = False
        """Whether a heading outside of that may be the page's title."""

    def begin_outside(self, main: etree._Element) -> None:
        """Set aside what stands outside the main part, but for a title that this part lacks."""
        self._aside, self._main = Aside.FURNITURE, main
        self._titled = main.find(".//h1") is None

    def blocks(self, element: etree._Element, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of an element."""
        yield from self._inside(element, depth)
        yield from self._flush()

    def _inside(self, element: etree._Element, depth: int) -> Iterator[Block]:
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _DROPPED and depth < _DEEPEST:
                yield from self._child(child, depth)
            self._say(child.tail)

    def _child(self, child: etree._Element, depth: int) -> Iterator[Block]:
        tag = str(child.tag)
        if tag == "br":
            self._words.append("\n")
        elif tag == "table":
            yield from self._flush()
            yield from self._table(child, depth)
        elif tag in ("ul", "ol"):
            yield from self._flush()
            yield from self._list(child, depth)
        elif tag == "dl" and _is_plain_list(child):
            yield from self._flush()
            yield from self._pairs(child)
        elif tag in _BLOCKS:
            yield from self._flush()
            before = self._aside
            inside = child is self._main or (tag == "h1" and self._titled)
            self._aside = Aside.FURNITURE if tag in _FURNITURE else None if inside else before
            self._hashes = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0
            yield from self._inside(child, depth + 1)
            yield from self._flush()
            self._hashes, self._aside = 0, before
            self._apart = self._apart or tag in ("p", "ul", "ol", "h1", "h2", "h3", "section", "hr")
        else:
            if tag == "a" and (link := child.get("href", "")).startswith(("http:", "https:")):
                self._links.append(link)
            yield from self._inside(child, depth + 1)

    def _list(self, element: etree._Element, depth: int) -> Iterator[Block]:
        number = _whole(element.get("start"), 1)
        self._depth += 1
        for item in element:
            if item.tag != "li":
                if isinstance(item.tag, str) and item.tag in ("ul", "ol") and depth < _DEEPEST:
                    yield from self._list(item, depth + 1)
                continue
            number = _whole(item.get("value"), number)
            yield from self._flush()
            self._marker = f"{_lettered(number, element.get('type', '1'))}." if element.tag == "ol" else "•"
            yield from self._inside(item, depth + 1)
            yield from self._flush()
            self._marker = ""
            number += 1
        self._depth -= 1
        self._apart = True

    def _pairs(self, element: etree._Element) -> Iterator[Block]:
        """Yield the words and their meanings of a list as rows of two cells: `Room | Senate House`."""
        self._apart = True
        children = [*element]
        for word, meaning in zip(children[::2], children[1::2], strict=True):
            self.place += 1
            yield row_block(self.place, (_lines_of(word), _lines_of(meaning)), apart=self._apart, aside=self._aside)
            self._apart = False
        self._apart = True

    def _table(self, table: etree._Element, depth: int) -> Iterator[Block]:
        self._apart = True
        caption = table.find("caption")
        if caption is not None:
            yield from self._inside(caption, depth + 1)
            yield from self._flush()
        for row in table.iter("tr"):
            if next((above for above in row.iterancestors("table")), None) is not table:
                continue
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            if len(cells) < 2 or any(cell.find(".//table") is not None for cell in cells):
                for cell in cells:
                    yield from self._inside(cell, depth + 1)
                    yield from self._flush()
                continue
            self.place += 1
            words = tuple(_lines_of(cell) for cell in cells)
            if any(words):
                yield row_block(self.place, words, apart=self._apart, aside=self._aside)
                self._apart = False
        self._apart = True

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(_SPACES.sub(" ", words))

    def _flush(self) -> Iterator[Block]:
        """Yield the words gathered since the last edge as a block; a line break within them makes a line of its own."""
        lines = [line.strip() for line in "".join(self._words).split("\n")]
        links, self._links, self._words = tuple(self._links), [], []
        if not any(lines):
            return
        self.place += 1
        for line in (line for line in lines if line):
            plain = plain_lines(line)[0]
            text = plain.text
            marker, self._marker = self._marker, ""
            indent = "    " * max(0, self._depth - 1)
            yield Block(
                place=self.place,
                text=f"{indent}{marker}{' ' if marker else ''}{text}",
                marked=marked_of(plain, marker),
                hashes=self._hashes,
                links=links,
                apart=self._apart,
                aside=self._aside,
            )
            links, self._apart = (), False


def _is_plain_list(element: etree._Element) -> bool:
    """Whether a list gives each word one meaning, in words alone."""
    tags = [child.tag for child in element]
    in_turn = tags == ["dt", "dd"] * (len(tags) // 2)
    return (
        in_turn
        and bool(tags)
        and all(inner.tag not in _BLOCKS for child in element for inner in child.iterdescendants())
    )


def _whole(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.strip().isdecimal() and len(words) < 6 else otherwise


def _lettered(number: int, kind: str) -> str:
    if kind in ("a", "A") and 0 < number <= 26:
        letter = _LETTERS[number - 1]
        return letter if kind == "a" else letter.upper()
    return str(number)


def _lines_of(cell: etree._Element) -> str:
    """Return the words of a cell, a line for each that the page begins anew."""
    for inner in cell.iterdescendants("br", "p", "div", "li"):
        inner.tail = f"{_BEGINS_ANEW}{inner.tail or ''}"
    lines = "".join(map(str, cell.itertext())).split(_BEGINS_ANEW)
    return "\n".join(filter(None, (_SPACES.sub(" ", line).strip() for line in lines)))
