"""Part a decision that agrees minutes from what it says is to be corrected in them."""

from __future__ import annotations

import re

from tui.meeting.text.brackets import closed, wholly_restricted
from tui.meeting.text.inline_markup import has_restricted, parts
from tui.meeting.text.lazy_patterns import Pattern

_NOUN = r"(?:corrections?|amendments?|changes?|alterations?|additions?|deletions?)"
_COUNT = r"(?:the|a|an|one|two|three|four|five|six|some|several|minor|small|following|these|this|further|\d+)"
_BEGINS = Pattern(
    rf"[,;(]?\s*\b(?:(?:but |and )?subject\s+to\b"
    rf"|(?:with|after|including)\s+(?={_COUNT}\b(?:\s+\w+){{0,4}}?\s+{_NOUN}\b))\s*[:-]?\s*",
    re.IGNORECASE,
)
_GENERAL = Pattern(
    rf"(?:{_COUNT}\s+)*(?:\w+\s+)?{_NOUN}(?:\s+(?:being made|below|noted|listed))*\s*(?:[:-]\s*|(?=[.)\s]*$))",
    re.IGNORECASE,
)
"""`the following corrections:`, which says only that there are some."""

_UNCOUNTED = Pattern(r"\b(?:the following|these|those|below|listed|noted)\b", re.IGNORECASE)
_BESIDE = Pattern(
    r"[\s;,.(]+(?:and\s+)?(?:(?:they\s+|it\s+)?(?:were|was)\s+)?(?:duly\s+)?"
    r"(?:(?:proposed|moved|seconded|prop\b|signed)\b|(?:unanimous|nem\b|carried\b)"
    r"|\w+\s+(?:votes\s+)?(?:for|in favour)\s*(?:,|$)).*$",
    re.IGNORECASE | re.DOTALL,
)
"""Who moved it and how the votes went, at the end."""


def part_corrections(text: str) -> tuple[str, tuple[str, ...]]:
    """Part a decision's words, as typed: what it decides, and the corrections that it names, each as said.

    `The minutes were approved subject to “Ross” for “Moss”; proposed by CO` gives `The minutes were approved` and
    the one correction `“Ross” for “Moss”`.
    """
    match = _BEGINS.search(text)
    if match is None:
        return text, ()
    head, tail = text[: match.start()], text[match.end() :]
    tail = _BESIDE.sub("", f" {tail}").strip()
    general = _GENERAL.match(tail)
    if general is not None and (tail[general.end() :].strip(" .)") or _UNCOUNTED.search(general[0])):
        tail = tail[general.end() :]
    tail = wholly_restricted(tail) if _is_restricted_at(text, match.end()) else closed(tail).text
    found = [tail] if has_restricted(tail) else re.split(r";\s+", tail)
    return head, tuple(words for one in found if (words := one.strip(" ,;.")).strip("()"))


def _is_restricted_at(text: str, place: int) -> bool:
    """Return whether the words at a place of the text are restricted."""
    return any(part.restricted and part.start <= place < part.end for part in parts(text))
