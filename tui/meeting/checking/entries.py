"""What is open in single entries: gaps, unanswered questions, actions without owner or due, votes that don't add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.actions.actions import is_open
from tui.meeting.checking.findings import Finding, FindingKind, Numbering, around, finding_name
from tui.meeting.checking.section_counts import unanswered
from tui.meeting.model import Entry, Meeting, Presence
from tui.meeting.text.inline_markup import has_gap

_GAPS = re.compile(r"\?{2,}")
_COUNT = re.compile(r"\s*\d{1,4}\b")


def entry_findings(meeting: Meeting, sections: list[tuple[Entry, ...]]) -> Iterator[Finding]:
    """Find what is open in the entries, section by section; what was brought forward was checked where it arose."""
    there = sum(person.presence is Presence.PRESENT for person in meeting.people)
    listed = bool(there) and not any(_COUNT.match(words) for key, words in meeting.header if key not in _NO_COUNTS)
    for entries in sections:
        asked = {entry.id for entry in unanswered(entries)}
        for entry in entries:
            if entry.action is not None and entry.action.origin is not None:
                continue
            yield from _gaps(entry)
            if entry.id in asked:
                yield _of(entry, FindingKind.QUESTION, "nothing answers this question", entry.text)
            yield from _action(entry)
            if listed:
                yield from _votes(entry, there)


_NO_COUNTS = frozenset({"Date", "Time", "Next", "Start", "End", "Venue", "Quorum", "Repeats"})
"""The header lines whose numbers count nobody who is there."""


def _gaps(entry: Entry) -> Iterator[Finding]:
    numbering = Numbering()
    for gap in _GAPS.finditer(entry.text):
        about = around(entry.text, gap.start(), gap.end())
        yield Finding(
            name=finding_name(FindingKind.GAP, entry.id, *about, numbering.nth(*about)),
            kind=FindingKind.GAP,
            message="something was missed here: fill it in",
            text=entry.text,
            section=entry.section,
            entry=entry.id,
            span=gap.span(),
        )
    due = entry.action.due if entry.action else None
    if due is not None and not due.in_text and has_gap(due.words):
        message = f"something was missed in when it is due, “{due.words}”: fill it in"
        yield _of(entry, FindingKind.GAP, message, "due", due.words)


def _action(entry: Entry) -> Iterator[Finding]:
    if entry.action is None or not is_open(entry):
        return
    if not entry.action.owners:
        yield _of(entry, FindingKind.OWNER, f"action {entry.action.ref} has no owner", entry.text)
    if entry.action.due is None:
        yield _of(entry, FindingKind.DUE, f"action {entry.action.ref} has no due date", entry.text)


def _votes(entry: Entry, there: int) -> Iterator[Finding]:
    """Find more votes than people who were there at any time; what was not said of a vote counts nothing."""
    decision = entry.decision
    if decision is None:
        return
    votes = sum(filter(None, (decision.votes_for, decision.votes_against, decision.abstained)))
    if votes > there:
        people = "1 person is" if there == 1 else f"{there} people are"
        message = f"{votes} votes are counted, and {people} marked as present"
        yield _of(entry, FindingKind.VOTES, message, str(votes), str(there))


def _of(entry: Entry, kind: FindingKind, message: str, *about: str) -> Finding:
    """Make a finding about an entry as a whole."""
    return Finding(
        name=finding_name(kind, entry.id, *about),
        kind=kind,
        message=message,
        text=entry.text,
        section=entry.section,
        entry=entry.id,
    )
