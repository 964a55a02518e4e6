"""Entering lines: the one way in which a live screen or a script changes a meeting."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions import (
    change_entry,
    find_action,
    new_action,
    next_ref,
    spoken_of,
    supersede,
    thread_end,
    touch,
)
from tui.meeting.commands import run_command
from tui.meeting.journal import Journal, commit
from tui.meeting.marks import GAP, MARK_OF, RESTRICT, kind_after
from tui.meeting.model import Entry, Kind, Meeting, Value
from tui.meeting.outline import mark_reached
from tui.meeting.reading import Command, Correction, StepOut, Words, read_line, read_words, typed_words

_PARENTS = frozenset({Kind.QUESTION, Kind.RESPONSE, Kind.UPDATE, Kind.NOTE})


class Outcome(Value, frozen=True, kw_only=True):
    """What entering a line came to."""

    journal: Journal
    message: str
    """In a few words, for the screen and for `capture`: `action A2`, `section 4a`."""
    entry: int | None = None
    """Id of the entry stored or corrected."""


def enter(journal: Journal, line: str, at: datetime, kind: Kind | None = None) -> Outcome:
    """Enter one line of the capture language.

    `kind` is the kind set for this line alone, for one without a mark. Raises Refused, with the reason,
    for a line that cannot apply; the journal is then as it was.
    """
    match read_line(journal.meeting, line, kind):
        case StepOut():
            meeting = step_out(journal.meeting)
            return Outcome(journal=commit(journal, meeting, "step out", at, stepping=True), message=meeting.current_kind)
        case Command() as command:
            return Outcome(**run_command(journal, command.name, command.argument, at))
        case Correction() as correction:
            meeting, entry = correct(journal.meeting, correction)
            return Outcome(
                journal=commit(journal, meeting, "correction", at), message=f"{entry.kind} corrected", entry=entry.id
            )
        case Words() as words:
            meeting, entry = store(journal.meeting, words, at)
            ref = f" {entry.action.ref}" if entry.action else ""
            return Outcome(journal=commit(journal, meeting, words.kind, at), message=f"{words.kind}{ref}", entry=entry.id)
    raise AssertionError("every reading has its case")


def step_out(meeting: Meeting) -> Meeting:
    """Answer Enter on an empty line: from point to response (to note under a note), else to note."""
    kind = Kind.NOTE
    if meeting.current_kind is Kind.POINT and (parent := parent_of_points(meeting)) and parent.kind is not Kind.NOTE:
        kind = Kind.RESPONSE
    return replace(meeting, current_kind=kind)


def parent_of_points(meeting: Meeting) -> Entry | None:
    """Give the entry under which a point captured now would stand; None where it would be a plain bullet."""
    section = meeting.current
    last = max(meeting.entries, key=lambda e: e.id, default=None)
    if last is not None and meeting.current_kind is Kind.POINT:
        section_id = last.section
    elif section is not None:
        section_id = section.id
    else:
        return None
    return parent_among(meeting.entries_of(section_id))


def parent_among(entries: tuple[Entry, ...]) -> Entry | None:
    """Give the entry under which a point after these would stand; None where it would be a plain bullet."""
    for entry in reversed(entries):
        if entry.kind is not Kind.POINT:
            return entry if entry.kind in _PARENTS else None
    return None


def store(meeting: Meeting, words: Words, at: datetime) -> tuple[Meeting, Entry]:
    """Store an entry where it belongs; give the meeting and the entry."""
    section = meeting.current
    if section is None:
        raise Refused("the agenda has no sections", hint="add one: /section HEADING")
    entry = Entry(
        id=max((e.id for e in meeting.entries), default=0) + 1,
        section=section.id,
        kind=words.kind,
        text=words.text,
        captured=at,
        speakers=words.speakers,
        speakers_in_text=words.speakers_in_text,
        restricted=words.restricted,
        literal=words.literal,
        decision=words.decision,
    )
    if words.kind is Kind.ACTION:
        entry = replace(entry, action=new_action(meeting, owners=words.owners, due=words.due))
    if words.replaces:
        meeting = supersede(meeting, words.replaces, next_ref(meeting))
    if words.kind is Kind.UPDATE:
        action = find_action(meeting, words.about) if words.about else spoken_of(meeting)
        if action.action is not None and action.action.origin is None:
            raise Refused(f"{action.action.ref} is this meeting's own", hint="updates are on actions brought forward")
        entry = replace(entry, about=action.id, section=action.section)
        meeting = touch(meeting, action.id)
    elif words.kind is Kind.POINT and (last := _open_update(meeting)) is not None:
        entry = replace(entry, section=last.section)
    place = _place_for(meeting, entry)
    meeting = replace(
        mark_reached(meeting, section.id),
        entries=(*meeting.entries[:place], entry, *meeting.entries[place:]),
        current_kind=kind_after(words.kind, meeting.current_kind),
    )
    return meeting, entry


def _open_update(meeting: Meeting) -> Entry | None:
    """Give the entry captured last where it is an update, or a point under one, that points still go on under."""
    if meeting.current_kind is not Kind.POINT or not meeting.entries:
        return None
    last = max(meeting.entries, key=lambda e: e.id)
    if last.kind is Kind.UPDATE:
        return last
    if last.kind is Kind.POINT:
        above = meeting.entries_of(last.section)
        parent = parent_among(above[: above.index(last)])
        return last if parent is not None and parent.kind is Kind.UPDATE else None
    return None


def _place_for(meeting: Meeting, entry: Entry) -> int:
    """Give the place for a new entry: under the brought-forward action now spoken of, else at the end."""
    if entry.about is not None:
        return thread_end(meeting, entry.about)
    for action_id in reversed(meeting.touched):
        if any(e.id == action_id and e.section == entry.section for e in meeting.entries):
            return thread_end(meeting, action_id)
    return len(meeting.entries)


def correct(meeting: Meeting, correction: Correction) -> tuple[Meeting, Entry]:
    """Change the first `old`, literally, in the entry captured last that holds it; read its words again."""
    for entry in sorted(meeting.entries, key=lambda e: e.id, reverse=True):
        typed = typed_words(meeting, entry)
        if correction.old in typed:
            words = typed.replace(correction.old, correction.new, 1)
            return reword(meeting, entry, words)
    raise Refused(f"no entry holds “{correction.old}”")


def reword(meeting: Meeting, entry: Entry, typed: str) -> tuple[Meeting, Entry]:
    """Give an entry other words, as typed after its mark; speakers, owners, due and votes are read again."""
    if not typed.strip():
        raise Refused("the entry would have no words left")
    words = read_words(meeting, entry.kind, typed.strip(), literal=entry.literal)
    fields: dict[str, object] = {
        "text": words.text,
        "speakers": words.speakers,
        "speakers_in_text": words.speakers_in_text,
        "decision": words.decision,
    }
    if entry.action is not None:
        due = entry.action.due if words.due and entry.action.due and words.due.words == entry.action.due.words else None
        fields["action"] = replace(entry.action, owners=words.owners, due=due or words.due)
    meeting = change_entry(meeting, entry.id, **fields)
    return meeting, meeting.entry(entry.id)


def edit(journal: Journal, entry_id: int, line: str, at: datetime) -> Outcome:
    """Give an entry other words, and another kind where the line begins with another mark.

    Raises Refused for a line that is no entry: an empty one, a command, a correction.
    """
    entry = journal.meeting.entry(entry_id)
    words = read_line(journal.meeting, line, entry.kind)
    if not isinstance(words, Words):
        raise Refused("an entry needs words", hint="Esc leaves it as it was")
    meeting = journal.meeting
    if words.kind is not entry.kind:
        meeting = convert(meeting, entry_id, words.kind)
    meeting, changed = reword(meeting, meeting.entry(entry_id), _without_mark(line, words))
    meeting = change_entry(meeting, entry_id, restricted=words.restricted or changed.restricted)
    return Outcome(journal=commit(journal, meeting, "edit", at), message=f"{words.kind} changed", entry=entry_id)


def _without_mark(line: str, words: Words) -> str:
    line = line.strip().removeprefix(RESTRICT).lstrip()
    return line[1:].strip() if line[:1] == MARK_OF[words.kind] and not line.startswith(GAP) else line


def convert(meeting: Meeting, entry_id: int, kind: Kind) -> Meeting:
    """Give an entry another kind, its words kept; what only the old kind has is left behind."""
    entry = meeting.entry(entry_id)
    if entry.kind is kind:
        return meeting
    if entry.action is not None and entry.action.origin is not None:
        raise Refused(f"{entry.action.ref} was brought forward and stays an action")
    typed = typed_words(meeting, entry)
    about = spoken_of(meeting).id if kind is Kind.UPDATE else None
    action = new_action(meeting) if kind is Kind.ACTION else None
    meeting = change_entry(meeting, entry_id, kind=kind, action=action, decision=None, about=about)
    return reword(meeting, meeting.entry(entry_id), typed)[0]
