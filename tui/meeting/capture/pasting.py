"""Several lines entered at once, as one change: what a paste of many lines comes to.

Pasted text is words: marks are read as if typed, but a line that would be a command or a correction is kept as words,
so that nothing out of a letter or a web page steps through the agenda or changes what was captured before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from tui.errors import Refused
from tui.meeting.capture.capture import Outcome, step_out, store
from tui.meeting.capture.line_reader import ParsedText, StepOut, read_line, words_at
from tui.meeting.capture.table_lines import with_bars
from tui.meeting.history.journal import Journal, commit
from tui.meeting.marks import LITERAL
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.text.brackets import carried

_BULLET = re.compile(r"\s*(?:[•‣◦▪●○]\s*|[*–—·]\s+)(?=\S)")
"""What word processors and Markdown put before the points of a list."""
_LONGEST_SHOWN = 600


class Pasted(Outcome, frozen=True, kw_only=True):
    """What entering several lines came to."""

    entries: tuple[int, ...] = ()
    """Ids of the entries stored, in the order of their lines."""
    as_words: int = 0
    """How many lines could not apply as typed and were kept as plain words."""
    left_out: int = 0
    """How many lines could not apply and hold no word to keep."""
    reason: str = ""
    """Why the first of those could not apply."""


def enter_lines(journal: Journal, lines: Iterable[str], at: datetime, kind: Kind | None = None) -> Pasted:
    """Enter lines, each an entry, as one change; `kind` is for those without a mark.

    An empty line between others steps out, as Enter does. A line that can't apply as typed is kept as plain words, so
    that nothing said is lost; only one without a letter or a figure is left out. Raises Refused where no line
    can be stored.
    """
    meeting = journal.meeting
    stored: list[int] = []
    as_words = left_out = 0
    reason = ""
    whole = carried(with_bars(_trimmed(lines)), words_at)
    for line, _ in whole:
        try:
            meeting, entry = _enter(meeting, line, at, kind)
        except Refused as refusal:
            reason = reason or str(refusal)
            try:
                meeting, entry = _enter(meeting, _literal(line), at, kind)
                as_words += 1
            except Refused:
                left_out += 1
                continue
        if entry is not None:
            stored.append(entry.id)
    if not stored:
        raise Refused(reason or "there are no words in what was pasted")
    fault = next((one.fault for one in whole if one.fault), "")
    return Pasted(
        journal=commit(journal, meeting, "paste", at),
        message="; ".join(filter(None, (_message(len(stored), as_words, left_out, reason), fault))),
        entry=stored[-1],
        entries=tuple(stored),
        as_words=as_words,
        left_out=left_out,
        reason=reason,
    )


def first_entries(
    journal: Journal, lines: Iterable[str], at: datetime, kind: Kind | None = None, *, most: int
) -> tuple[Entry, ...]:
    """Return what the first lines would be stored as; none where none of them can be."""
    shown: list[str] = []
    for line in _trimmed(lines):
        shown.append(line[:_LONGEST_SHOWN])
        if sum(1 for one in shown if one.strip()) == most:
            break
    try:
        outcome = enter_lines(journal, shown, at, kind)
    except Refused:
        return ()
    return tuple(outcome.journal.meeting.entry(entry_id) for entry_id in outcome.entries)


def _trimmed(lines: Iterable[str]) -> list[str]:
    """Return the lines without the empty ones before the first and after the last."""
    trimmed = list(lines)
    filled = [place for place, line in enumerate(trimmed) if line.strip()]
    return trimmed[filled[0] : filled[-1] + 1] if filled else []


def _enter(meeting: Meeting, line: str, at: datetime, kind: Kind | None) -> tuple[Meeting, Entry | None]:
    """Enter one line; give the meeting and the entry stored, None for an empty line."""
    line = _BULLET.sub(Kind.POINT.row.mark, line, count=1) if _BULLET.match(line) else line
    read = read_line(meeting, line, kind)
    if isinstance(read, StepOut):
        return step_out(meeting), None
    if not isinstance(read, ParsedText):
        read = read_line(meeting, _literal(line), kind)
        assert isinstance(read, ParsedText), "a backslash makes words of everything"
    return store(meeting, read, at)


def _literal(line: str) -> str:
    """Make a line mean its words alone. Raises Refused where it has none."""
    if not any(character.isalnum() for character in line):
        raise Refused("there are no words in the line")
    return f"{LITERAL}{line.strip()}"


def _message(stored: int, as_words: int, left_out: int, reason: str) -> str:
    parts = [f"{stored:,} {'entry' if stored == 1 else 'entries'} pasted"]
    if as_words:
        parts.append(f"{as_words:,} kept as plain words")
    if left_out:
        parts.append(f"{left_out:,} left out")
    return ", ".join(parts) + (f": {reason}" if reason else "")
