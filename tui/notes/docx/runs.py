"""Part the runs of a printed Word file where words are emphasised, lead somewhere, or run from right to left.

Every piece keeps the formatting that the office gave the run. The order of the properties within a run and a
paragraph is that of ECMA-376, part 1, 17.3.1.26 and 17.3.2.28: Word refuses a file in another order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby

from lxml import etree
from msgspec import Struct

from tui.meeting.text.addresses import where_it_leads
from tui.notes.docx.words import EM, MARKS, PLAIN, STRONG
from tui.notes.templates.escaping import LINK, LINK_END

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
).split()
PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
).split()
_EMPHASES = {EM: ("i", "iCs"), STRONG: ("b", "bCs"), PLAIN: ()}
_RIGHT_TO_LEFT = ("R", "AL", "AN")


class _Manner(Struct, frozen=True):
    """How a stretch of a run is to look beside what the run says itself."""

    emphasis: tuple[str, ...] = ()
    """The properties that set it in bold or in italics."""
    rtl: bool = False
    """True where it is written from right to left."""
    link: str = ""
    """The address that it is a part of."""


def part_runs(root: etree._Element) -> dict[str, str]:
    """Part the runs of every paragraph, and turn round the paragraphs that begin from right to left.

    Returns where its links lead, by the names under which the part's relationships have to tell it.
    """
    links: dict[str, str] = {}
    for paragraph in root.iter(f"{W}p"):
        emphasis: tuple[str, ...] = ()
        for run in list(paragraph.iter(f"{W}r")):
            emphasis = _part_run(run, emphasis, links)
        if _begins_right_to_left(paragraph):
            set_property(first_of(paragraph, f"{W}pPr"), "bidi", PARAGRAPH_ORDER)
    for text in root.iter(f"{W}t"):
        if text.text and (text.text != text.text.strip() or "  " in text.text):
            text.set(_SPACE, "preserve")
    return {name: leads for leads, name in links.items()}


def _part_run(run: etree._Element, emphasis: tuple[str, ...], links: dict[str, str]) -> tuple[str, ...]:
    """Part one run; `emphasis` is in force at its start, and what is in force at its end is given back."""
    texts = [child.text or "" for child in run if child.tag == f"{W}t"]
    if not emphasis and all(text.isascii() for text in texts):
        return emphasis
    stretches: list[tuple[_Manner, etree._Element]] = []
    for child in run:
        if child.tag == f"{W}rPr":
            continue
        if child.tag != f"{W}t":
            stretches.append((_Manner(emphasis), child))
            continue
        for words, manner in _stretches(child.text or "", emphasis):
            text = etree.Element(f"{W}t")
            text.text = words
            stretches.append((manner, text))
        emphasis = _in_force(child.text or "", emphasis)
    _replace(run, stretches, links)
    return emphasis


def _stretches(text: str, emphasis: tuple[str, ...]) -> Iterator[tuple[str, _Manner]]:
    piece, link = "", ""
    for at, character in enumerate(f"{text}{PLAIN}"):
        if character not in MARKS:
            piece += character
            continue
        for words, rtl in _directed(piece):
            yield words, _Manner(emphasis, rtl, link)
        piece, emphasis = "", _EMPHASES.get(character, emphasis)
        link = text[at + 1 : text.index(LINK_END, at)] if character == LINK else ""


def _in_force(text: str, emphasis: tuple[str, ...]) -> tuple[str, ...]:
    last = max(_EMPHASES, key=text.rfind)
    return _EMPHASES[last] if last in text else emphasis


def _directed(words: str) -> Iterator[tuple[str, bool]]:
    """Part words by their direction; what has none of its own goes with the words on both sides if they agree."""
    if words.isascii():
        if words:
            yield words, False
        return
    ways = [_way(character) for character in words]
    after: list[bool] = []
    for way in reversed(ways):
        after.append(way if way is not None else after[-1] if after else False)
    settled: list[bool] = []
    for way, later in zip(ways, reversed(after), strict=True):
        settled.append(way if way is not None else bool(settled) and settled[-1] and later)
    for rtl, group in groupby(zip(words, settled, strict=True), key=lambda pair: pair[1]):
        yield "".join(character for character, _ in group), rtl


def _way(character: str) -> bool | None:
    """Return whether a character runs from right to left; None for one that goes with its neighbours."""
    way = unicodedata.bidirectional(character)
    return True if way in _RIGHT_TO_LEFT else False if way == "L" else None


def _begins_right_to_left(paragraph: etree._Element) -> bool:
    words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
    if words.isascii():
        return False
    return next((way for way in map(_way, words) if way is not None), False)


def _replace(run: etree._Element, stretches: list[tuple[_Manner, etree._Element]], links: dict[str, str]) -> None:
    parent = run.getparent()
    if parent is None:
        return
    given = run.find(f"{W}rPr")
    for manner, group in groupby(stretches, key=lambda pair: pair[0]):
        made = etree.Element(f"{W}r", {str(key): str(value) for key, value in run.attrib.items()})
        if given is not None:
            made.append(deepcopy(given))
        for name in (*manner.emphasis, *(("rtl",) if manner.rtl else ())):
            set_property(first_of(made, f"{W}rPr"), name, _RUN_ORDER)
        made.extend(child for _, child in group)
        run.addprevious(_link(made, manner.link, links) if manner.link else made)
    if stretches:
        parent.remove(run)


def _link(run: etree._Element, address: str, links: dict[str, str]) -> etree._Element:
    """Set a run in a link to an address, in the looks of one."""
    properties = first_of(run, f"{W}rPr")
    set_property(properties, "color", _RUN_ORDER, "0563C1")
    set_property(properties, "u", _RUN_ORDER, "single")
    leads = where_it_leads(address)
    link = etree.Element(f"{W}hyperlink", {_ID: links.setdefault(leads, f"rIdLink{len(links) + 1}")})
    link.append(run)
    return link


def first_of(element: etree._Element, tag: str) -> etree._Element:
    """Return the properties of a run or a paragraph, which stand first in it; they are made where there are none."""
    found = element.find(tag)
    if found is None:
        found = etree.Element(tag)
        element.insert(0, found)
    return found


def set_property(properties: etree._Element, name: str, order: list[str], value: str = "") -> etree._Element:
    """Switch a property on, or give it a value, in its place among the others; give its element."""
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    before = {f"{W}{other}" for other in order[: order.index(name)]}
    at = sum(1 for child in properties if child.tag in before)
    made = etree.Element(f"{W}{name}", {f"{W}val": value} if value else {})
    properties.insert(at, made)
    return made
