"""Settling what is doubtful in minutes that were read: the words stay, and what they are taken for is said anew."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.decisions.reading import read_decision
from tui.meeting.details.people import correct
from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Entry
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.found import Doubt
from tui.papers.minutes.minutes import MinutesDraft

WORDED = (Kind.NOTE, Kind.ACTION, Kind.DECISION, Kind.QUESTION)
"""What a doubtful entry may be said to be."""


def doubted_entry(draft: MinutesDraft, doubt: Doubt) -> Entry | None:
    """Return the entry that a doubt is about; None for one about the meeting, or about a line that is no entry."""
    entries = {entry.id: entry for entry in draft.meeting.entries}
    for one in draft.read:
        if one.what == "entry" and one.first <= doubt.place <= one.last and (entry := entries.get(one.id)):
            words = doubt.text.rstrip("…")
            if words and (entry.text.startswith(words[:60]) or words.startswith(entry.text[:60])):
                return entry
    return None


def settled(draft: MinutesDraft, doubt: Doubt, kind: Kind | None = None) -> MinutesDraft:
    """Return the draft without a doubt; with a kind, the entry it is about is taken for that."""
    draft = replace(draft, doubts=tuple(one for one in draft.doubts if one is not doubt))
    entry = doubted_entry(draft, doubt)
    if kind is None or entry is None or entry.kind is kind:
        return draft
    meeting = draft.meeting
    decision = read_decision(directory_of(meeting), masked(entry.text)) if kind is Kind.DECISION else None
    action = entry.action or Action(ref="A0") if kind is Kind.ACTION else None
    changed = replace(entry, kind=kind, action=action, decision=decision, about=None, inner=False)
    entries = [changed if one.id == entry.id else one for one in meeting.entries]
    if kind is not Kind.ACTION:
        entries = [replace(one, about=None, kind=Kind.NOTE) if one.about == entry.id else one for one in entries]
    read = [
        replace(one, said=str(kind), sure=100) if (one.what, one.id) == ("entry", entry.id) else one
        for one in draft.read
    ]
    return replace(
        draft,
        meeting=replace(meeting, entries=_numbered(entries)),
        read=tuple(read),
        earlier=tuple(one for one in draft.earlier if one != entry.id or kind is Kind.ACTION),
    )


def joined(draft: MinutesDraft, doubt: Doubt) -> MinutesDraft:
    """Return the draft with the person of a doubt called as another meeting calls them; who owns and spoke follows.

    Raises Refused where somebody of the meeting has that name.
    """
    draft = replace(draft, doubts=tuple(one for one in draft.doubts if one is not doubt))
    old = next((one for one in draft.meeting.people if one.id == doubt.person), None)
    if old is None or not doubt.same:
        return draft
    meeting = correct(draft.meeting, old, replace(old, name=doubt.same), everywhere=False)
    return replace(draft, meeting=replace(meeting, unplaced=(*meeting.unplaced, old.name)))


def _numbered(entries: list[Entry]) -> tuple[Entry, ...]:
    """Return the entries, their actions numbered without gaps."""
    count = 0
    found = []
    for entry in entries:
        if entry.action is not None:
            count += 1
            entry = replace(entry, action=replace(entry.action, ref=f"A{count}"))
        found.append(entry)
    return tuple(found)
