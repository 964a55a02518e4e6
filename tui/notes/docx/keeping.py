"""Keep on one page of a printed Word file what belongs together: a lead-in with its list, words with the signature."""

from __future__ import annotations

from lxml import etree

from tui.notes.docx.runs import PARAGRAPH_ORDER, W, first_of, set_property

_LISTED = ("Point", "Number", "Finding")
"""How the names of the styles begin whose paragraphs are items of a list."""


_SIGNED = "Signature"


def keep_together(root: etree._Element) -> None:
    """Keep each paragraph that leads to a list with the first item of it, and the last one with the line to sign on."""
    for paragraph in root.iter(f"{W}p"):
        following = paragraph.getnext()
        if following is None or following.tag != f"{W}p":
            continue
        deeper = _depth(following) > _depth(paragraph) >= 0
        if (deeper or _style(following) == _SIGNED) and "".join(
            text.text or "" for text in paragraph.iter(f"{W}t")
        ).strip():
            set_property(first_of(paragraph, f"{W}pPr"), "keepNext", PARAGRAPH_ORDER)


def _depth(paragraph: etree._Element) -> int:
    """Return how deep in lists a paragraph stands: 0 for none, 1 for an item of the outermost."""
    name = _style(paragraph)
    if not name.startswith(_LISTED):
        return 0
    return int(name[-1]) if name[-1].isdecimal() else 1


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""
