"""Fixing what the check found, or leaving it as it is with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.capture.rewording import reword
from tui.meeting.checking.findings import Finding
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Entry, Meeting, Waiver
from tui.meeting.text.sanitizing import clean, lines_of


def fix(journal: Journal, finding: Finding, at: datetime) -> Journal:
    """Write what a finding suggests; speakers, owners and due are read again, as for a correction.

    Raises Refused where nothing is suggested, and where the words have changed since it was found.
    """
    return fix_all(journal, (finding,), at)


def fix_all(journal: Journal, findings: Iterable[Finding], at: datetime) -> Journal:
    """Write what several findings suggest, as one change. Raises Refused, changing nothing, where one can't be."""
    wanted = tuple(findings)
    if not wanted:
        raise Refused("nothing is suggested for any of them", hint="edit the words, or waive it with a reason")
    meeting = journal.meeting
    # From the end of each text, so that the places of those before stay true.
    for finding in sorted(wanted, key=lambda one: one.span or (0, 0), reverse=True):
        meeting = _fixed(meeting, finding)
    return commit(journal, meeting, "fix", at)


def _fixed(meeting: Meeting, finding: Finding) -> Meeting:
    if not finding.suggestion or finding.span is None or finding.entry is None:
        raise Refused("nothing is suggested for this", hint="edit the words, or waive it with a reason")
    entry = _entry(meeting, finding)
    start, end = finding.span
    if entry.text[start:end] != finding.words:
        raise Refused("these words have changed since", hint="check again")
    text = entry.text[:start] + finding.suggestion + entry.text[end:]
    return reword(meeting, entry, typed_words(meeting, replace(entry, text=text)))[0]


def _entry(meeting: Meeting, finding: Finding) -> Entry:
    for entry in meeting.entries:
        if entry.id == finding.entry:
            return entry
    raise Refused("this entry was deleted since", hint="check again")


def fill(journal: Journal, gap: Finding, words: str, at: datetime) -> Journal:
    """Write words into a gap. Raises Refused as `fix` does."""
    return fix(journal, replace(gap, suggestion=words), at)


def waive(journal: Journal, finding: Finding, reason: str, at: datetime) -> Journal:
    """Leave something as it is; the check does not find it any more, until what it is about changes.

    Raises Refused without a reason, and for what was waived already.
    """
    said = clean(" ".join(lines_of(reason))).strip()
    if not said:
        raise Refused("a waiver needs a reason", hint="say why it is right as it is")
    if any(waiver.finding == finding.name for waiver in journal.meeting.waivers):
        raise Refused("this was waived already")
    waiver = Waiver(finding=finding.name, reason=said, at=at)
    meeting = replace(journal.meeting, waivers=(*journal.meeting.waivers, waiver))
    return commit(journal, meeting, "waive", at)


def unwaive(journal: Journal, finding: Finding, at: datetime) -> Journal:
    """Take a waiver back: the check finds it again. Raises Refused where it was not waived."""
    kept = tuple(waiver for waiver in journal.meeting.waivers if waiver.finding != finding.name)
    if len(kept) == len(journal.meeting.waivers):
        raise Refused("this was not waived")
    return commit(journal, replace(journal.meeting, waivers=kept), "take back a waiver", at)
