"""How many of the public were there, as a line of a paper counts them."""

from __future__ import annotations

import re

from tui.papers.reading.lines import without_bullet, without_emphasis

_PUBLIC_LABEL = re.compile(
    r"(?:number of\s+)?(?:(?:members?\s+of\s+)?the\s+(?:press\s+and\s+)?public|public)"
    r"(?:\s+(?:present|attending|in attendance|in the gallery))?\s*(?:[:=]|\s[–—-])\s*"
    r"(?:about\s+|approx(?:\.|imately)?\s+|circa\s+|c\.?\s*)?(?P<count>\d{1,6}|[a-z]+)(?:\s+(?:present|people|members?))?",
    re.IGNORECASE,
)
_PUBLIC_SAID = re.compile(
    r"(?:there\s+(?:was|were)\s+)?(?P<count>\d{1,6}|[a-z]+)\s+members?\s+of\s+the\s+(?:press\s+and\s+)?public"
    r"(?:\s+(?:was|were))?(?:\s+(?:also\s+)?(?:present|attend\w*|in\s+attendance))?",
    re.IGNORECASE,
)
_FIGURES = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNTS = {word: count for count, word in enumerate(_FIGURES, 1)} | dict.fromkeys(("no", "none", "nil", "nobody"), 0)


def public_count(text: str) -> int | None:
    """Read `Members of the public: 45` or `45 members of the public`; None for any other line."""
    if "public" not in text.casefold() or len(text) > 200:
        return None
    words = " ".join(without_emphasis(without_bullet(text)).split()).rstrip(".")
    found = _PUBLIC_LABEL.fullmatch(words) or _PUBLIC_SAID.fullmatch(words)
    if found is None:
        return None
    count = found["count"].casefold()
    return int(count) if count.isdecimal() else _COUNTS.get(count)
