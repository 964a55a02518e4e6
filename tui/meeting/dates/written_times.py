"""Times of day as people write them: `10:30`, `7.00 pm`, `noon`, `1000 hrs`, `18:00-20:00`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from tui.errors import BadInput
from tui.meeting.model import Value
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.plain_text import plain


class WrittenTime(Value, frozen=True, kw_only=True):
    """A time, or a stretch from one time to another, found in a text."""

    start: time
    span: tuple[int, int]
    """Where it stands in the text."""
    end: time | None = None
    """None where no stretch was written."""


def _clock(which: str) -> str:
    """Make the pattern of one time, its groups named for the first or the second of a stretch."""
    return (
        rf"(?P<clock{which}>(?P<word{which}>(?:12\s{{0,2}})?(?:noon|midday|midnight)\b)"
        rf"|(?P<four{which}>[0-9]{{4}})(?![0-9])(?P<fourhrs{which}>\s{{0,2}}h(?:(?:ou)?rs?)?\b)?"
        rf"|(?P<hour{which}>[0-9]{{1,2}})(?:(?P<point{which}>[:.])(?P<minute{which}>[0-9]{{2}})(?::[0-9]{{2}})?)?(?![0-9])"
        rf"(?:\s{{0,2}}(?P<half{which}>[ap])\.?\s?m\b\.?|(?P<hrs{which}>\s{{0,2}}h(?:(?:ou)?rs?)?\b))?)"
    )


_STRETCH = Pattern(
    rf"(?<![0-9A-Za-z.:/]){_clock('1')}(?:\s{{0,3}}(?:-|to\b|until\b|till\b)\s{{0,3}}{_clock('2')})?",
    re.ASCII | re.IGNORECASE,
)
_BEFORE_A_POINTED_TIME = Pattern(r"(?:^|[@,;(-]|\bat|\bfrom|\bvan|\bvon|\btime:?)\s*\Z", re.ASCII | re.IGNORECASE)
_A_NAME = Pattern(r"\s[A-Z][a-z]+\s[A-Z]", re.ASCII)
"""After a figure: it is the number of a house or a room."""


_MAY_BE_YEAR = Pattern(r"19|20")


class _Clock(Value, frozen=True, kw_only=True):
    """One time as its pattern matched it."""

    words: str
    word: str | None
    four: str | None
    hour: str | None
    minute: str | None
    half: str | None
    pointed: bool
    """True where a full stop parts hour and minute, as in a section's number."""
    certain: bool
    """True where it can be nothing but a time."""
    bare: bool
    """True for an hour's figure alone."""

    def at(self, half: str | None = None) -> time:
        """Return the time, in the given half of it where none was written. Raises BadInput where there is none."""
        if self.word:
            return time(0) if self.word.lower().endswith("midnight") else time(12)
        hour = int(self.four[:2] if self.four else self.hour or 0)
        minute = int(self.four[2:] if self.four else self.minute or 0)
        half = (self.half or half or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half and not (half == "p" and hour > 12):
            hour = 99
        if hour > 23 or minute > 59:
            raise BadInput(f"{' '.join(self.words.split())} is not a time of day", hint="write it as 18:30 or 6.30 pm")
        return time(hour, minute)


def find_time(text: str) -> WrittenTime | None:
    """Find the first time of day, or stretch of time, in a text.

    A bare number is no time, and `4.15` is one only at the start or after a comma, a dash, `@`, `at` or `from`:
    elsewhere it numbers a room or a section. Raises BadInput for an impossible time.
    """
    return next(_times(plain(text)), None)


def _times(text: str) -> Iterator[WrittenTime]:
    for match in _STRETCH.finditer(text):
        first, second = _read_clock(match, "1"), _read_clock(match, "2")
        span = match.span()
        if second is not None and second.bare and _A_NAME.match(text, match.end()):
            second, span = None, match.span("clock1")
        if first is None:
            continue
        if first.pointed and not _BEFORE_A_POINTED_TIME.search(text, max(0, match.start() - 12), match.start()):
            continue
        if second is None:
            if first.certain or first.pointed:
                yield WrittenTime(start=first.at(), span=span)
        elif (
            first.certain
            or first.pointed
            or (first.four and (second.four or (second.certain and not _MAY_BE_YEAR.match(first.four))))
            or (second.half and not first.four)
        ):
            yield _stretch(first, second, match.span())
        elif second.certain:
            yield WrittenTime(start=second.at(), span=match.span("clock2"))


def _read_clock(match: re.Match[str], which: str) -> _Clock | None:
    word, four, hour = match[f"word{which}"], match[f"four{which}"], match[f"hour{which}"]
    if word is None and four is None and hour is None:
        return None
    half, hours = match[f"half{which}"], match[f"hrs{which}"] or match[f"fourhrs{which}"]
    point = match[f"point{which}"]
    return _Clock(
        words=match[f"clock{which}"],
        word=word,
        four=four,
        hour=hour,
        minute=match[f"minute{which}"],
        half=half,
        pointed=point == "." and not half and not hours,
        certain=bool(word or half or hours or point == ":"),
        bare=bool(hour and not point and not half and not hours),
    )


def _stretch(first: _Clock, second: _Clock, span: tuple[int, int]) -> WrittenTime:
    """Join two times; a first one without am or pm takes the second one's where that keeps the order."""
    end = second.at()
    start = first.at()
    if second.half and not first.half and not first.word and first.hour and 1 <= int(first.hour) <= 12:
        later = first.at(second.half)
        start = later if later < end else first.at("a")
    return WrittenTime(start=start, end=end, span=span)
