"""The lines of a log: who wrote what, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.meeting.model import Value
from tui.papers.document import Document

_LINE = re.compile(
    r"^\s*(?:\[?(?P<time>\d{1,2}:\d\d(?::\d\d)?)\]?\s+)?"
    r"(?:<[@+%&~ ]?(?P<nick>[^<>\s]{1,40})>|\*\s(?P<doer>\S{1,40}))\s(?P<text>.*)$"
)
_FEWEST = 4


class LogLine(Value, frozen=True, kw_only=True):
    """One line of a log."""

    place: int
    nick: str
    text: str
    time: str = ""


def log_lines(document: Document) -> tuple[LogLine, ...]:
    """Return the lines of a log; none for any other paper."""
    found = [(block.place, _LINE.match(block.text)) for block in document.blocks]
    lines = tuple(
        LogLine(
            place=place, nick=line["nick"] or line["doer"], text=" ".join(line["text"].split()), time=line["time"] or ""
        )
        for place, line in found
        if line is not None
    )
    return lines if len(lines) >= _FEWEST and len(lines) * 10 >= len(found) * 7 else ()


def times_of(lines: Sequence[LogLine]) -> str:
    """Return the times of all lines, as they stand."""
    return " ".join(line.time for line in lines if line.time)
