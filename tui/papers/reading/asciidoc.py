"""Reading AsciiDoc: its headings, the titles of its blocks and its line breaks, put as Markdown has them."""

from __future__ import annotations

import re

_TITLE = re.compile(r"=\s+\S")
_HEADING = re.compile(r"^(={1,6})(?=[ \t]+\S)", re.MULTILINE)
_BREAK = re.compile(r"[ \t]\+$", re.MULTILINE)
_BLOCK_TITLE = re.compile(r"^\.(?=[A-ZÀ-Ý])(.{2,60})$", re.MULTILINE)
"""What a list or a table is called: `.Attendees`."""
_DEEPER = re.compile(r"^[ \t]*(\.{2,5})(?=[ \t]+\S)", re.MULTILINE)
"""An item of a numbered list below another."""
_ATTRIBUTES = re.compile(r"^\[(?:cols|options|opts|width|grid|frame|horizontal|%)[^\]\n]*\]$", re.MULTILINE)


def as_markdown(text: str) -> str:
    """Return an AsciiDoc paper with the marks of Markdown; any other text as it is.

    It begins with a title behind one `=`, and has further headings or line breaks of this kind.
    """
    if not _TITLE.match(text.lstrip("\ufeff \t\n")) or len(_HEADING.findall(text)) + len(_BREAK.findall(text)) < 2:
        return text
    text = _HEADING.sub(lambda found: "#" * len(found[1]), _BREAK.sub("", _ATTRIBUTES.sub("", text)))
    text = _BLOCK_TITLE.sub(r"**\1:**", text)
    return _DEEPER.sub(lambda found: "    " * (len(found[1]) - 1) + "-", text)
