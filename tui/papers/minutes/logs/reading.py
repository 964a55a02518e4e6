"""From a log to a meeting's head, sections and entries."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import date

from tui.errors import BadInput
from tui.meeting.agenda.header import with_date_line
from tui.meeting.model import Meeting
from tui.papers.document import Document
from tui.papers.minutes.logs.lines import LogLine, beside, log_lines
from tui.papers.minutes.logs.logged import Logged
from tui.papers.minutes.logs.meetbot import MeetBotLog, is_meetbot
from tui.papers.minutes.logs.scribe import ScribeLog, is_scribed

_KEPT = re.compile(r"logging to \S+?/(\d{4})/(\d\d)/(\d\d)\b", re.IGNORECASE)
"""How W3C's bot says where a log is kept: by its day."""


def read_log(document: Document) -> Logged | None:
    """Read a log of MeetBot or of W3C's scribe; None for any other paper."""
    lines = log_lines(document)
    if not lines:
        return None
    found: Logged
    if is_meetbot(lines):
        found = MeetBotLog(lines).read()
    elif is_scribed(lines):
        found = ScribeLog(lines).read()
    else:
        return None
    found.labels.append(beside(lines))
    found.day = found.day or _day_of(lines)
    return found


def _day_of(lines: Sequence[LogLine]) -> date | None:
    """Return the day of the address at which the log is kept, else that of its first line that has one."""
    kept = ("-".join(found.groups()) for line in lines if (found := _KEPT.match(line.text)))
    return next(filter(None, map(_as_day, (*kept, *(line.day for line in lines)))), None)


def _as_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def meeting_of(logged: Logged, document: Document, name: str, day: date | None, fallback: date | None) -> Meeting:
    """Return the meeting of a log, without its entries. Raises BadInput where nothing tells its day."""
    held = day or logged.day or fallback
    if held is None:
        hint = "put the day into the file's name, such as 2025-09-11.log"
        raise BadInput("this log does not tell its day", where=document.where, line=1, hint=hint)
    header: dict[str, str] = {}
    for key, words in logged.header:
        header[key] = f"{header[key]}, {words}" if key in header and words not in header[key] else words
    title = logged.title or name.rpartition(".")[0] or name
    meeting = Meeting(
        id=uuid.uuid4().hex, title=title, date=held, header=tuple(header.items()), people=tuple(logged.people)
    )
    return with_date_line(meeting)
