"""The notes as an OpenDocument text: headings, lists and tables are what they are, in the words of the web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

from tui.errors import BadInput
from tui.notes.derived.odt_look import add_columns, add_margins, add_picture, add_styles, begin_at, first_page
from tui.notes.docx.package import member_of

if TYPE_CHECKING:
    from odfdo import Document

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong", "th", "dt", "caption"})
_ITALIC = frozenset({"i", "em"})
_LISTS = frozenset({"ul", "ol"})
_GROUPS = frozenset({"body", "header", "main", "section", "div", "dl", "figure", "article"})
_BLOCKS = _GROUPS | _LISTS | frozenset(_HEADINGS) | {"p", "table", "li", "img"}
_UNSEEN = frozenset({"style", "script", "title", "footer", "colgroup"})

_Cell = tuple[str, list[tuple[str, str]]]
"""The look of a cell, and its words with theirs."""
_STYLES = {
    "letterhead": "Letterhead",
    "signature": "Signature",
    "record": "Aside",
    "event": "Aside",
    "decision": "Decided",
    "resolution": "Decided",
}
"""The style of a paragraph of some class, or within a group of it."""

_NUMBERS = (
    '<text:list-style style:name="Numbers">'
    + "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-suffix="." style:num-format="1"/>'
        for level in (1, 2, 3)
    )
    + "</text:list-style>"
)
"""How the items of a numbered list are numbered."""


_BESIDE_OWNERS = (13.4, 3.6)
"""How the words of actions and their owners share the page."""
_NAMES = (2, 3)
"""How names and capacities do, the same in every group."""
_LONGEST, _ROOM = 40, 6
"""Characters of a cell from which on its column grows no more, and those that each column has besides."""


def odt_of(page: str) -> bytes:
    """Write a web page of notes as an OpenDocument text. Raises BadInput where the library lacks."""
    try:
        from odfdo import Document
    except ImportError:
        raise BadInput("ODT needs odfdo", hint="install it with: pip install odfdo") from None
    from lxml import html

    root: Any = html.fromstring(page)
    document = Document("text")
    document.body.clear()
    _Writer(document).group(document.body, root.find("body"))
    add_margins(document, root)
    if (begins := first_page(root)) is not None:
        begin_at(document, begins)
    document.meta.title = (root.findtext("head/title") or "").strip()
    document.meta.language = root.get("lang") or "en-GB"
    _set_language(document, root.get("lang") or "en-GB")
    document.meta.generator = "minutebook"
    made = BytesIO()
    document.save(made)
    return _settled(made)


def _settled(made: BytesIO) -> bytes:
    """Return an archive that is the same bytes whenever and wherever it was made."""
    settled = BytesIO()
    with ZipFile(made) as before, ZipFile(settled, "w") as after:
        for one in before.infolist():
            member = member_of(one.filename)
            # The first one tells what the archive is, and has to stand there as it is.
            member.compress_type = one.compress_type
            after.writestr(member, before.read(one))
    return settled.getvalue()


def _set_language(document: Document, tag: str) -> None:
    """Mark all words as being in a language; the library's own template says French."""
    language, _, country = tag.partition("-")
    styles: Any = document.get_part("styles.xml")
    for properties in styles.get_elements("//style:text-properties[@fo:language]"):
        properties.set_attribute("fo:language", language)
        properties.set_attribute("fo:country", country or "none")


class _Writer:
    """Writes the elements of a page into a document."""

    def __init__(self, document: Document) -> None:
        from odfdo import Style

        self._document = document
        self._tables = 0
        # The agenda's own numbers stand in the headings; LibreOffice would put others before them.
        styles: Any = document.get_part("styles.xml")
        for level in styles.get_elements("//text:outline-level-style"):
            level.set_attribute("style:num-format", "")
            for name in ("style:num-prefix", "style:num-suffix", "loext:num-list-format"):
                if level.get_attribute(name) is not None:
                    level.del_attribute(name)
        document.insert_style(Style("text", name="Bold", area="text", bold=True), automatic=True)
        document.insert_style(_NUMBERS, automatic=True)
        add_styles(document)
        document.insert_style(Style("text", name="Italic", area="text", italic=True), automatic=True)

    def group(self, into: Any, element: Any) -> None:
        """Write what stands in a group, one block after another."""
        actions: list[Any] = []
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _UNSEEN or _is_heard(child):
                continue
            if _is_action(child):
                actions.append(child)
                if not _is_action(child.getnext()):
                    self._actions(into, actions)
                    actions = []
                continue
            self._block(into, child)

    def _block(self, into: Any, element: Any) -> None:
        from odfdo import Header

        if element.tag == "img":
            add_picture(self._document, into, element.get("src"))
        elif element.tag in _HEADINGS:
            into.append(Header(_HEADINGS[element.tag], _words(element)))
        elif element.tag in _LISTS and "actions" in (element.get("class") or "").split():
            self._actions(into, [*element])
        elif element.tag in _LISTS:
            self._list(into, element)
        elif element.tag == "table":
            self._table(into, element)
        elif element.tag in _GROUPS and not _is_line(element):
            self.group(into, element)
        else:
            self._paragraph(into, element)

    def _paragraph(self, into: Any, element: Any) -> None:
        from odfdo import Paragraph, Span

        paragraph = Paragraph(style=_style_of(element))
        for words, style in _runs(element):
            if style:
                paragraph.append(Span(words, style=style))
            else:
                paragraph.append_plain_text(words)
        if _words(element):
            into.append(paragraph)

    def _list(self, into: Any, element: Any) -> None:
        from odfdo import List, ListItem

        made = List(style="Numbers") if element.tag == "ol" else List()
        for child in element:
            item: Any = ListItem()
            if child.get("value"):
                item.set_attribute("text:start-value", child.get("value"))
            self._paragraph(item, child)
            for inner in child:
                if inner.tag in _BLOCKS:
                    self._block(item, inner)
            made.append(item)
        into.append(made)

    def _table(self, into: Any, element: Any) -> None:
        caption = element.find("caption")
        if caption is not None:
            headed = len(caption) and caption[0].tag in _HEADINGS
            self._block(into, caption[0] if headed else caption)
        rows = [row for row in element.iter("tr") if not _is_heard(row.getparent())]
        if rows:
            heads = sum(row.getparent().tag == "thead" for row in rows)
            cells = [[_cell(cell, at < heads) for cell in row] for at, row in enumerate(rows)]
            named = element.get("class") == "people" and max(map(len, cells)) == len(_NAMES)
            self._rows(into, cells, heads, _NAMES if named else ())

    def _actions(self, into: Any, actions: list[Any]) -> None:
        """Write actions that follow one another as one table, the owners in a column of their own."""
        rows = []
        for action in actions:
            words = [child for child in action if "owner" not in (child.get("class") or "")]
            owner = next((child for child in action if child not in words), None)
            said = [
                (text, style)
                for at, one in enumerate(words)
                for text, style in [*([(" ", "")] * (at > 0)), *_runs(one)]
            ]
            rows.append([("Cell", said), ("Owner", [] if owner is None else [*_runs(owner)])])
        self._rows(into, rows, weights=_BESIDE_OWNERS)

    def _rows(self, into: Any, rows: Sequence[Sequence[_Cell]], heads: int = 0, weights: Sequence[float] = ()) -> None:
        """Write a table, of which the first rows are its head; columns with more words are wider."""
        from odfdo import Element

        self._tables += 1
        count = max(map(len, rows))
        longest = [max((_length(row[at]) for row in rows if at < len(row)), default=0) for at in range(count)]
        names = add_columns(self._document, self._tables, weights or [min(one, _LONGEST) + _ROOM for one in longest])
        columns = [f'<table:table-column table:style-name="{name}"/>' for name in names]
        lines = [
            f'<table:table-row table:style-name="Row">{"".join(map(_cell_xml, row))}</table:table-row>' for row in rows
        ]
        head = f"<table:table-header-rows>{''.join(lines[:heads])}</table:table-header-rows>" if heads else ""
        into.append(
            Element.from_tag(
                f'<table:table table:name="Table{self._tables}" table:style-name="Minutes">'
                f"{''.join(columns)}{head}{''.join(lines[heads:])}</table:table>"
            )
        )


def _length(cell: _Cell) -> int:
    return sum(len(words) for words, _ in cell[1])


def _cell(element: Any, head: bool) -> _Cell:
    """Return the look of a cell and its words."""
    classes = (element.get("class") or "").split()
    if "figure" in classes:
        return "FigureHead" if head else "Figure", [*_runs(element)]
    return "Head" if head else "Owner" if "owner" in classes else "Cell", [*_plain_runs(element)]


def _plain_runs(element: Any) -> Iterator[tuple[str, str]]:
    """Return the words of a cell, of which the head of a row is no bolder than the others."""
    for words, style in _runs(element):
        yield words, "" if style == "Bold" and element.tag == "th" else style


def _cell_xml(cell: _Cell) -> str:
    look, runs = cell
    words = "".join(
        f'<text:span text:style-name="{style}">{_text_xml(text)}</text:span>' if style else _text_xml(text)
        for text, style in runs
    )
    return (
        '<table:table-cell table:style-name="Ruled" office:value-type="string">'
        f'<text:p text:style-name="{look}">{words}</text:p></table:table-cell>'
    )


def _text_xml(words: str) -> str:
    return escape("".join(character for character in words if character >= " " or character in "\t\n"))


def _is_action(element: Any) -> bool:
    """Return whether an element is an action with its owner beside it."""
    return element is not None and element.tag == "div" and "action" in (element.get("class") or "").split()


def _style_of(element: Any) -> str | None:
    """Return the style of a paragraph: that of its kind, of one that leads to what is below it, or of prose."""
    above, following = element.getparent(), element.getnext()
    classes = {
        *(element.get("class") or "").split(),
        *((above.get("class") or "").split() if above is not None else ()),
    }
    if element.tag == "caption":
        return "Caption"
    if element.tag != "p":
        return "Particulars" if _is_line(element) else None
    if following is not None and "record" in (following.get("class") or "").split():
        return "DecidedAndBy"
    if (style := next((_STYLES[name] for name in _STYLES if name in classes), None)) is not None:
        return style
    leads = following is not None and (following.tag in _LISTS or following.get("class") == "signature")
    return "Kept" if leads else "Text_20_body"


def _is_heard(element: Any) -> bool:
    """Return whether only a listener needs it, or only the eye that sees columns."""
    if element is None:
        return False
    return "heard" in (element.get("class") or "").split() or element.get("aria-hidden") == "true"


def _is_line(element: Any) -> bool:
    """Return whether a group is one line of the head: a label with its words."""
    return element.getparent() is not None and element.getparent().tag == "dl"


def _words(element: Any) -> str:
    return "".join(words for words, _ in _runs(element)).strip()


def _runs(element: Any) -> Iterator[tuple[str, str]]:
    """Return the words of a block and how they look, without those of the blocks within it."""
    found = list(_raw_runs(element, ""))
    for at, (words, style) in enumerate(found):
        said = " ".join(words.split()) if words.strip() else ""
        lead = " " if words[:1].isspace() and at else ""
        tail = " " if words[-1:].isspace() and words.strip() and at < len(found) - 1 else ""
        if lead + said + tail:
            yield f"{lead}{said}{tail}", style


def _raw_runs(element: Any, style: str) -> Iterator[tuple[str, str]]:
    style = "Bold" if element.tag in _BOLD else "Italic" if element.tag in _ITALIC else style
    if element.text:
        yield element.text, style
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BLOCKS and not _is_heard(child):
            yield from _raw_runs(child, style)
        if child.tail:
            yield child.tail, style
