"""Print words literally in each format: nothing in them is read as markup.

The Markdown rules are CommonMark 0.31's, with the tables and strikethrough of GitHub's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from tui.meeting.showable import showable
from tui.meeting.wording import Span
from tui.notes.words import Words

# A noncharacter, which words never hold once they are showable. It marks a place that needs a backslash if it
# turns out to stand at the start of a line, which only the finished page can tell.
_IF_FIRST = "\ufdd0"

_INLINE = re.compile(
    r"""[\\`*\[\]<|~]
    | (?<![^\W_])_ | _(?![^\W_])      # within a word, an underscore marks nothing
    | &(?=\#?\w*(?:;|\Z))             # an entity, or what the words after could complete to one
    | !(?=\[|\Z)
    | (?:(?<=\s)|\A)\#(?=\#*\Z)       # closes a heading
    """,
    re.VERBOSE,
)
_AT_START = re.compile(r"(?:\d{1,9}(?=[.)](?:\s|\Z))|(?=\#|>|-(?:[\s-]|\Z)|:-|\+(?:\s|\Z)|=+\s*\Z))")
_FIRST = re.compile(rf"(?m)^((?:[ \t>]|[-+*](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))*\d{{0,9}}){_IF_FIRST}")
_STARS = {"": "", "em": "*", "strong": "**"}


def plain_text(words: str) -> str:
    """Print words in plain text."""
    return words if isinstance(words, Words) else showable(words)


def markdown(words: str) -> str:
    """Print words in Markdown; `finished` has to go over the whole page afterwards."""
    if isinstance(words, Words):
        return _markdown_spans(words.spans)
    return _literal(showable(words))


def _markdown_spans(spans: Iterable[Span]) -> str:
    printed: list[str] = []
    for emphasis, stretch in groupby(spans, key=lambda span: span.emphasis):
        words = "".join(span.words for span in stretch)
        core = words.strip()
        stars = _STARS[emphasis] if core else ""
        if not stars:
            printed.append(_literal(words, first=not printed))
            continue
        # A space just inside the stars would make them literal.
        start = words.index(core)
        printed += (words[:start], stars, _literal(core, first=False), stars, words[start + len(core) :])
    return "".join(printed)


def _literal(words: str, *, first: bool = True) -> str:
    escaped = _INLINE.sub(r"\\\g<0>", words)
    if first and (start := _AT_START.match(words)):
        # What comes before the place is digits, which no escape has lengthened.
        escaped = escaped if escaped.startswith("\\") else escaped[: start.end()] + _IF_FIRST + escaped[start.end() :]
    return escaped


def finished_markdown(page: str) -> str:
    """Settle what would begin a list, a heading or a quotation if it stands at the start of a line."""
    if _IF_FIRST not in page:
        return page
    return _FIRST.sub(r"\1\\", page).replace(_IF_FIRST, "")


def finished_plain_text(page: str) -> str:
    """Leave the page as it is."""
    return page


LITERAL: dict[str, Callable[[str], str]] = {"md": markdown, "txt": plain_text}
"""How words are printed in each format, by the format's name."""

FINISHED: dict[str, Callable[[str], str]] = {"md": finished_markdown, "txt": finished_plain_text}
"""What each format still needs when the page is complete."""
