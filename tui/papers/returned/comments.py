"""The comments of a Word file: who said what, on which words."""

from __future__ import annotations

from lxml import etree

from tui.meeting.model import Value
from tui.meeting.text.sanitizing import one_line
from tui.papers.reading.archives import opened, part_of, tree_of

_WORD = "Word file"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Comment(Value, frozen=True, kw_only=True):
    """What somebody noted beside the words of a paper."""

    by: str
    text: str
    on: str = ""
    """The words that it is about."""


def comments_of(content: bytes, where: str) -> tuple[Comment, ...]:
    """Return the comments of a Word file in their order. Raises BadInput for a file that is damaged."""
    with opened(content, where, _WORD) as archive:
        part = part_of(archive, "word/comments.xml", where, _WORD)
        main = part_of(archive, "word/document.xml", where, _WORD)
    if part is None or main is None:
        return ()
    on = _words_within(tree_of(main, where, _WORD))
    return tuple(
        Comment(
            by=one_line(one.get(f"{_W}author", "")),
            text=one_line(" ".join(filter(None, map(_words, one.iter(f"{_W}p"))))),
            on=one_line("".join(on.get(one.get(f"{_W}id", ""), ()))),
        )
        for one in tree_of(part, where, _WORD).iter(f"{_W}comment")
    )


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))


def _words_within(main: etree._Element) -> dict[str, list[str]]:
    """Return the words between the two ends of each comment."""
    found: dict[str, list[str]] = {}
    begun: set[str] = set()
    for one in main.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t", f"{_W}p"):
        name = one.get(f"{_W}id", "")
        if one.tag == f"{_W}commentRangeStart":
            begun.add(name)
        elif one.tag == f"{_W}commentRangeEnd":
            begun.discard(name)
        for name in begun:
            found.setdefault(name, []).append(" " if one.tag == f"{_W}p" else (one.text or ""))
    return found
