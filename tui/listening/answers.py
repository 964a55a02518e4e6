"""What a line is answered with: one short plain line that says how it was understood."""

from __future__ import annotations

from tui.listening.voice import LONGEST
from tui.meeting.capture.capture import Outcome
from tui.meeting.capture.describe_line import describe_stored
from tui.meeting.checking.open_items import left_words
from tui.meeting.history.journal import Journal
from tui.meeting.history.undo_report import undone_last
from tui.meeting.model import Meeting
from tui.meeting.outline.labels import name_of_kind, shortened

_LEAST = 24
"""Characters that the first part of an answer keeps, whatever comes after it."""


def answer_to(before: Meeting, revision: int, after: Journal, outcome: Outcome) -> str:
    """Say what came of a line: `action A2, DCC, due 25 April 2017`; `before` and `revision` are those before it."""
    return squeezed(_said(before, revision, after, outcome), left_words(before, after.meeting))


def _said(before: Meeting, revision: int, after: Journal, outcome: Outcome) -> str:
    if len(after.history) != revision and (undone := undone_last(after)) is not None:
        return undone.message
    if outcome.entry is None or any(entry.id == outcome.entry for entry in before.entries):
        return outcome.message
    entry = after.meeting.entry(outcome.entry)
    understood = ", ".join(describe_stored(after.meeting, entry))
    return understood + outcome.message.removeprefix(name_of_kind(entry))


def squeezed(first: str, rest: str = "") -> str:
    """Join what is said to one line, the first part cut where both have no room."""
    if not rest:
        return shortened(first, LONGEST)
    room = max(_LEAST, LONGEST - len(rest) - 2)
    return shortened(f"{shortened(first, room)}; {rest}", LONGEST)
