"""What is open in single entries: gaps, unanswered questions, actions without owner or due, or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from tui.meeting.actions.actions import is_open
from tui.meeting.capture.agreeing_words import contradictions
from tui.meeting.capture.owners import worded_owners
from tui.meeting.checking.findings import Finding, FindingKind, Numbering, around, finding_name
from tui.meeting.checking.section_counts import unanswered
from tui.meeting.checking.votes import vote_findings
from tui.meeting.dates.doubts import weekday_doubts
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Entry, Kind, Meeting, Status
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import has_gap, masked

_GIVEN = re.compile(r"(?<!\S)@(?:\"[^\"]+\"|[^\W\d_][\w.'’-]*)(?:[^.;]{0,60}?)\s+to\s+[^\W\d_]")
_OPENS_TASK = re.compile(r"[^.:;?]{1,80}?\s+to\s+[a-z]")
_TASK = re.compile(r"\bto\s+[^\W\d_]")
_OTHER_TASK = re.compile(
    r"(?:[,;.]\s*(?:and\s+|while\s+)?|\s+(?:and|while)\s+)(?P<name>@?[^\W\d_][\w.'’-]*(?:\s+[A-Z][\w'’-]*){0,2})\s+to\s+[a-z]"
)
_DONE = re.compile(
    r"\b(?P<ref>[AB]\d{1,3})\b\W{0,4}(?:(?:is|was|has|been|now|all|marked|as)\s+){0,3}"
    r"(?:done|completed?|closed|discharged|finished)\b(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
_NO_TASKS = (Kind.ACTION, Kind.EVENT, Kind.SUBHEADING, Kind.QUESTION)
_TEXTS = (Kind.NOTE, Kind.POINT, Kind.RESPONSE)
_GAPS = re.compile(r"\?{2,}")


def entry_findings(meeting: Meeting, sections: list[tuple[Entry, ...]]) -> Iterator[Finding]:
    """Find what is open in the entries, section by section; what was brought forward was checked where it arose."""
    for entries in sections:
        asked = {entry.id for entry in unanswered(entries)}
        for entry in entries:
            if entry.action is not None and entry.action.origin is not None:
                continue
            yield from _gaps(entry)
            if entry.id in asked:
                yield _of(entry, FindingKind.QUESTION, "nothing answers this question", entry.text)
            yield from _action(meeting, entry)
            yield from _weekdays(meeting, entry)
            yield from _hidden(meeting, entry)
            yield from _said_done(meeting, entry)
            yield from vote_findings(meeting, entry)


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


def _action(meeting: Meeting, entry: Entry) -> Iterator[Finding]:
    if entry.action is None or not is_open(entry):
        return
    if not entry.action.owners:
        yield _of(entry, FindingKind.OWNER, f"action {entry.action.ref} has no owner", entry.text)
    if entry.action.due is None:
        yield _of(entry, FindingKind.DUE, f"action {entry.action.ref} has no due date", entry.text)
    elif entry.action.due.date is not None and entry.action.due.date < meeting.date:
        day = said_date(entry.action.due.date)
        yield _of(
            entry, FindingKind.DUE, f"action {entry.action.ref} is due on {day}, before this meeting", "past", day
        )
    for words in contradictions(meeting, entry):
        yield _of(entry, FindingKind.ACTION, f"{words}: put one of them right", words)
    if (other := _second_task(meeting, entry)) is not None:
        message = f"{other} has another task in this action: part it into two"
        yield _of(entry, FindingKind.ACTION, message, "two", other)


def _weekdays(meeting: Meeting, entry: Entry) -> Iterator[Finding]:
    """Find dates, in the words and in when an action is due, on another weekday than the one beside them."""
    for doubt in weekday_doubts(entry.text, meeting.date):
        yield replace(_of(entry, FindingKind.DATE, f"{doubt.words}: correct it", doubt.words), span=doubt.span)
    due = entry.action.due if entry.action else None
    if due is None or due.in_text:
        return
    for doubt in weekday_doubts(due.words, meeting.date):
        yield _of(entry, FindingKind.DATE, f"due “{due.words}”: {doubt.words}", "due", doubt.words)


def _second_task(meeting: Meeting, entry: Entry) -> str | None:
    """Return who has a task of their own within the words of another's action; None where nobody has."""
    owners = entry.action.owners if entry.action else ()
    for found in _OTHER_TASK.finditer(masked(entry.text)):
        known = directory_of(meeting).find(found["name"].strip("@ "), in_sentence=True)
        if known is not None and _TASK.search(entry.text, 0, found.start()) and owners[:1] != (known.label,):
            return known.label
    return None


def _hidden(meeting: Meeting, entry: Entry) -> Iterator[Finding]:
    """Find an action that stands in other words, where nobody would look for it."""
    if entry.kind in _NO_TASKS or entry.happening:
        return
    text = masked(entry.text)
    given = _GIVEN.search(text)
    if given is None and (entry.kind not in _TEXTS or entry.speakers or not _OPENS_TASK.match(text)):
        return
    if given is None and not worded_owners(directory_of(meeting), text, code=meeting.language):
        return
    message = "this reads as an action, and is none: make it one, with !"
    yield _of(entry, FindingKind.ACTION, message, entry.text)


def _said_done(meeting: Meeting, entry: Entry) -> Iterator[Finding]:
    """Find an action that is said to be done and does not stand as done, or that there is none of."""
    if entry.action is not None:
        return
    for found in _DONE.finditer(masked(entry.text)):
        ref = f"{found['ref'][0].upper()}{int(found['ref'][1:])}"
        action = next((e.action for e in meeting.entries if e.action and e.action.ref == ref), None)
        if action is None:
            message = f"there is no action {ref}, which is said to be done"
            yield _of(entry, FindingKind.ACTION, message, ref)
        elif action.status is Status.OPEN:
            yield _of(
                entry, FindingKind.ACTION, f"action {ref} is said to be done, and is open: /done {ref}", ref, "open"
            )


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
