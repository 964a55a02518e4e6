"""Settle the numbered lists of a printed Word file: what is printed as `3.` and a tab becomes a list of Word's."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from tui.notes.docx.runs import PARAGRAPH_ORDER, W, first_of, set_property

_STYLES = ("Number", "Number2", "Number3")
"""The paragraph styles of numbered points, from the outermost."""


class _Open(Struct):
    """A list that may go on: its number among Word's lists, and the last number that it gave."""

    list_id: int
    last: int


def settle_lists(body: etree._Element, numbering: bytes) -> bytes:
    """Make lists of the numbered points of a body, each beginning at the number that was typed.

    Returns the part that tells of lists; one whose template has no style for them stays, and so does what was printed.
    """
    root = etree.fromstring(numbering, etree.XMLParser(resolve_entities=False))
    look = next((one for one in root.iter(f"{W}abstractNum") if _is_for(one, _STYLES[0])), None)
    if look is None:
        return numbering
    open_lists: dict[int, _Open] = {}
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val", "") if style is not None else ""
        if name in _STYLES:
            _number(paragraph, _STYLES.index(name), open_lists, root, look)
        elif not name.startswith("Point"):
            open_lists.clear()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _is_for(abstract: etree._Element, style: str) -> bool:
    return any(one.get(f"{W}val") == style for one in abstract.iter(f"{W}pStyle"))


def _number(
    paragraph: etree._Element, level: int, open_lists: dict[int, _Open], root: etree._Element, look: etree._Element
) -> None:
    """Take the printed number out of a paragraph and have Word count it, in the list before it where it goes on."""
    run = paragraph.find(f".//{W}r")
    printed = [child for child in run if child.tag != f"{W}rPr"][:2] if run is not None else []
    words = (printed[0].text or "").strip() if len(printed) == 2 else ""
    if run is None or not words.rstrip(".").isdecimal() or printed[1].tag != f"{W}tab":
        return
    value = int(words.rstrip("."))
    for child in printed:
        run.remove(child)
    for deeper in [one for one in open_lists if one > level]:
        del open_lists[deeper]
    before = open_lists.get(level)
    if before is None or value != before.last + 1:
        before = open_lists[level] = _Open(_new_list(root, look, level, value), value)
    before.last = value
    properties = first_of(paragraph, f"{W}pPr")
    numbered = set_property(properties, "numPr", PARAGRAPH_ORDER)
    etree.SubElement(numbered, f"{W}ilvl", {f"{W}val": str(level)})
    etree.SubElement(numbered, f"{W}numId", {f"{W}val": str(before.list_id)})


def _new_list(root: etree._Element, look: etree._Element, level: int, start: int) -> int:
    """Begin a list at a number; give its own number."""
    list_id = 1 + max((int(one.get(f"{W}numId", "0")) for one in root.iterchildren(f"{W}num")), default=0)
    made = etree.SubElement(root, f"{W}num", {f"{W}numId": str(list_id)})
    etree.SubElement(made, f"{W}abstractNumId", {f"{W}val": str(look.get(f"{W}abstractNumId"))})
    override = etree.SubElement(made, f"{W}lvlOverride", {f"{W}ilvl": str(level)})
    etree.SubElement(override, f"{W}startOverride", {f"{W}val": str(start)})
    return list_id
