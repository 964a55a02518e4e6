"""Words on their way into a Word file: literal, with marks where their emphasis begins and ends.

A template's words stand in a run that the office has formatted, so that a word cannot be set bold while the page is
printed: the run would have to be parted. The marks say where, and where an address is; `docx_runs` parts the runs when
the page is complete.
"""

from __future__ import annotations

from tui.meeting.text.inline_markup import Span
from tui.meeting.text.sanitizing import printable
from tui.notes.templates.escaping import LINK, LINK_END
from tui.notes.view.words import ViewText

EM = "\ufdd1"
"""Begins words in italics. Noncharacters, which words never hold once they are printable."""

STRONG = "\ufdd2"
"""Begins words in bold."""

PLAIN = "\ufdd3"
"""Ends either."""

MARKS = (EM, STRONG, PLAIN, LINK, LINK_END)

_BEGIN = {"em": EM, "strong": STRONG}

# Braces are spelt as references: docxtpl looks for tags, and for its own way of quoting them, in the printed page too.
_REFERENCES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;"}
)


def word_text(words: str) -> str:
    """Print words as the text of a Word file's XML; `docx_runs` has to go over the whole part afterwards."""
    if not isinstance(words, ViewText):
        return _literal(printable(words))
    return "".join(_marked(span) for span in words.spans)


def _marked(span: Span) -> str:
    words = _literal(span.words)
    if span.link:
        words = f"{LINK}{words}{LINK_END}"
    return f"{_BEGIN[span.emphasis]}{words}{PLAIN}" if span.emphasis else words


def finished_word_text(part: str) -> str:
    """Leave the part as it is: its runs can be parted only when the whole file is there."""
    return part


def _literal(words: str) -> str:
    return words.translate(_REFERENCES)
