"""The wording of the same item at the last meeting, offered line after line with its figures and dates left as gaps."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from tui.meeting.languages.languages import counted
from tui.meeting.model import Entry, Kind, Meeting, Section
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.secret_words import words_of
from tui.meeting.text.inline_markup import GAP
from tui.meeting.text.normalizing import fold_words

_KINDS = frozenset({Kind.NOTE, Kind.POINT, Kind.DECISION, Kind.SUBHEADING})
"""What is worded alike from meeting to meeting; questions and answers are what somebody says this time."""
_FIGURE = re.compile(r"(?<![^\W_])\d(?:[\d.,:/]*\d)?(?:st|nd|rd|th)?(?![^\W_])")
_ORDINAL = re.compile(r"\d{1,3}[.)] ")
_GAPS = re.compile(r"\?\?(?:[ \u00a0]+\?\?)+")
_SHORT = 3
"""Letters of a month's name that may as well be a person's, unless a day or a year stands by it."""


class LastTime:
    """What was learnt of how each item was worded."""

    def __init__(self) -> None:
        self._lines: dict[str, tuple[str, ...]] = {}

    def learn(self, earlier: Meeting) -> None:
        """Learn from what may be public of an earlier meeting of the series; a later one takes its place."""
        shown = public(earlier)
        for section in shown.sections:
            if (key := _key(section)) and (lines := _lines_of(shown, section)):
                self._lines[key] = lines

    def offer(self, meeting: Meeting, withheld: Set[str] = frozenset()) -> str:
        """Return the line that comes next in the current item if it goes on as last time; empty where it does not."""
        section = meeting.current
        lines = self._lines.get(_key(section), ()) if section else ()
        if section is None or not lines:
            return ""
        entries = meeting.entries_of(section.id)
        said = _line_of(entries[-1]) if entries else ""
        at = lines.index(said) + 1 if said in lines else 0 if not entries else len(lines)
        line = lines[at] if at < len(lines) else ""
        return "" if withheld & words_of(line) else line


def with_gaps(text: str) -> str:
    """Return a text with a gap for each figure and each date in it."""
    lead = _ORDINAL.match(text)
    kept = lead[0] if lead else ""
    dated = _dates().sub(lambda found: GAP if _is_date(found) else found[0], text[len(kept) :])
    return kept + _GAPS.sub(GAP, _FIGURE.sub(GAP, dated))


@cache
def _dates() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, counted("months")), key=len, reverse=True))
    days = "|".join(sorted((re.escape(day) for day in counted("weekdays") if len(day) > _SHORT), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:{days}),?\s+)?(?P<day>\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?)?"
        rf"(?P<month>{months})\b(?P<year>\.?,?\s+(?:de\s+)?\d{{4}}\b|\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?)?",
        re.IGNORECASE,
    )


def _is_date(found: re.Match[str]) -> bool:
    month = found["month"]
    return bool(found["day"] or found["year"]) or (month[:1].isupper() and len(month) > _SHORT)


def _key(section: Section) -> str:
    return fold_words(" ".join(with_gaps(section.heading).split()))


def _lines_of(meeting: Meeting, section: Section) -> tuple[str, ...]:
    return tuple(line for entry in meeting.entries_of(section.id) if (line := _line_of(entry)))


def _line_of(entry: Entry) -> str:
    """Return the line that would record an entry; empty for one that is not worded alike each time."""
    if (
        entry.kind not in _KINDS
        or entry.restricted
        or entry.happening
        or entry.literal
        or "[[" in entry.text
        or not entry.text.strip()
    ):
        return ""
    names = "" if entry.speakers_in_text or not entry.speakers else f"{', '.join(entry.speakers)}: "
    return f"{entry.kind.row.mark}{names}{with_gaps(entry.text)}"
