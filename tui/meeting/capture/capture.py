"""Entering lines: the one way in which a live screen or a script changes a meeting."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import (
    change_entry,
    find_action,
    new_action,
    next_ref,
    put_under,
    restore_replaced,
    spoken_of,
    supersede,
    touch,
)
from tui.meeting.capture.commands import run_command
from tui.meeting.capture.line_reader import (
    Correction,
    ParsedText,
    SlashCommand,
    StepOut,
    part_about,
    part_line,
    read_correction,
    read_line,
    typed_words,
)
from tui.meeting.capture.rewording import correct, correct_everywhere, holder_of, reword
from tui.meeting.capture.table_lines import is_rule
from tui.meeting.dates.doubts import weekday_doubts
from tui.meeting.history.journal import Journal, commit
from tui.meeting.history.row_changes import id_of
from tui.meeting.marks import kind_after
from tui.meeting.model import Entry, Kind, Meeting, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import mark_reached, name_within
from tui.meeting.outline.threads import place_for
from tui.meeting.text.brackets import closed


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
    outcome = _enter(journal, line, at, kind)
    fault = fault_in(journal.meeting, line)
    return replace(outcome, message=f"{outcome.message}; {fault}") if fault else outcome


def fault_in(meeting: Meeting, line: str) -> str:
    """Say what is doubtful in a line, or in the entry that it corrects: its brackets, a weekday that its date is not.

    Empty for nothing.
    """
    doubts = (one.words for one in weekday_doubts(line, meeting.date))
    return "; ".join(filter(None, (_unclosed(meeting, line), *doubts)))


def _unclosed(meeting: Meeting, line: str) -> str:
    if "[[" not in line and "]]" not in line:
        return ""
    correction = read_correction(line.strip())
    if correction is None or correction.everywhere:
        return closed(line).fault
    typed = typed_words(meeting, holder_of(meeting, correction.old))
    return closed(typed.replace(correction.old, correction.new, 1)).fault


def _enter(journal: Journal, line: str, at: datetime, kind: Kind | None) -> Outcome:
    match read_line(journal.meeting, line, kind):
        case StepOut():
            meeting = step_out(journal.meeting)
            return Outcome(
                journal=commit(journal, meeting, "step out", at, stepping=True), message=meeting.current_kind
            )
        case SlashCommand() as command:
            return Outcome(**run_command(journal, command.name, command.argument, at))
        case Correction(everywhere=True) as correction:
            meeting, count = correct_everywhere(journal.meeting, correction)
            places = "1 place" if count == 1 else f"{count} places"
            return Outcome(
                journal=commit(journal, meeting, "correction", at), message=f"“{correction.old}” corrected in {places}"
            )
        case Correction() as correction:
            meeting, entry = correct(journal.meeting, correction)
            return Outcome(
                journal=commit(journal, meeting, "correction", at), message=_corrected(meeting, entry), entry=entry.id
            )
        case ParsedText() as words:
            meeting, entry = store(journal.meeting, words, at)
            return Outcome(
                journal=commit(journal, meeting, words.kind, at), message=name_of_kind(entry), entry=entry.id
            )
    raise AssertionError("every reading has its case")


def step_out(meeting: Meeting) -> Meeting:
    """Answer Enter on an empty line: from point to response (to note under a note), else to note."""
    kind = Kind.NOTE
    if meeting.current_kind is Kind.POINT and (parent := parent_of_points(meeting)) and parent.kind is not Kind.NOTE:
        kind = Kind.RESPONSE
    return replace(meeting, current_kind=kind)


def parent_of_points(meeting: Meeting) -> Entry | None:
    """Return the entry under which a point captured now would stand; None where it would be a plain bullet."""
    section = meeting.current
    last = _open_update(meeting)
    if last is not None:
        return parent_among(_up_to(meeting, last))
    return parent_among(meeting.entries_of(section.id)) if section else None


def _up_to(meeting: Meeting, entry: Entry) -> tuple[Entry, ...]:
    entries = meeting.entries_of(entry.section)
    return entries[: entries.index(entry) + 1]


def parent_among(entries: tuple[Entry, ...]) -> Entry | None:
    """Return the entry under which a point after these would stand; None where it would be a plain bullet."""
    for entry in reversed(entries):
        brought = entry.action is not None and entry.action.origin is not None
        if brought or entry.kind.row.points != "pass it by":
            return entry if entry.kind.row.points == "hang on it" else None
    return None


def store(meeting: Meeting, words: ParsedText, at: datetime) -> tuple[Meeting, Entry]:
    """Store an entry where it belongs; give the meeting and the entry."""
    section = meeting.current
    if section is None:
        raise Refused("the agenda has no sections", hint="add one: /section HEADING")
    if words.kind is Kind.TABLE and (above := _table_above(meeting, words)) is not None:
        if not is_rule(words.text):
            meeting = change_entry(meeting, above.id, text=f"{closed(above.text).text}\n{words.text}")
        return meeting, meeting.entry(above.id)
    meeting, entry = new_entry(meeting, words, section.id, at)
    if words.kind is Kind.POINT and (last := _open_update(meeting)) is not None:
        entry = replace(entry, section=last.section)
    place = place_for(meeting, entry)
    meeting = replace(
        mark_reached(meeting, section.id),
        entries=(*meeting.entries[:place], entry, *meeting.entries[place:]),
        current_kind=kind_after(words.kind, meeting.current_kind),
    )
    return meeting, entry


def new_entry(meeting: Meeting, words: ParsedText, section_id: int, at: datetime) -> tuple[Meeting, Entry]:
    """Make an entry of words that were read, without putting it anywhere; give the meeting that knows of it."""
    entry = Entry(
        id=max(map(id_of, meeting.entries), default=0) + 1,
        section=section_id,
        kind=words.kind,
        text=words.text,
        captured=at,
        speakers=words.speakers,
        speakers_in_text=words.speakers_in_text,
        restricted=words.restricted,
        literal=words.literal,
        inner=words.inner,
        decision=words.decision,
    )
    if words.kind is Kind.ACTION:
        entry = replace(entry, action=new_action(meeting, owners=words.owners, due=words.due))
    for ref in words.replaces:
        meeting = supersede(meeting, ref, next_ref(meeting))
    if words.kind is Kind.UPDATE:
        action = find_action(meeting, words.about) if words.about else spoken_of(meeting)
        entry = replace(entry, about=action.id, section=action.section)
        meeting = touch(meeting, action.id)
    return meeting, entry


def _table_above(meeting: Meeting, words: ParsedText) -> Entry | None:
    """Return the table whose next row a line is: what was captured last, and where it stands."""
    last = max(meeting.entries, key=id_of, default=None)
    if last is None or last.kind is not Kind.TABLE or meeting.current is None or last.section != meeting.current.id:
        return None
    return last if last.restricted == words.restricted else None


def _open_update(meeting: Meeting) -> Entry | None:
    """Return the update, or the point captured last under one, that points still go on under."""
    if meeting.current_kind is not Kind.POINT:
        return None
    # By the time, for what was put in between later was said earlier.
    for entry in sorted(meeting.entries, key=lambda e: (e.captured.replace(tzinfo=None), e.id), reverse=True):
        if entry.kind is Kind.UPDATE:
            return entry
        if entry.kind is Kind.POINT:
            parent = parent_among(_up_to(meeting, entry))
            return entry if parent is not None and parent.kind is Kind.UPDATE else None
        if entry.kind.row.points != "pass it by":
            return None
    return None


def _corrected(meeting: Meeting, entry: Entry) -> str:
    """Say which entry was corrected and, where that isn't the current section, in which one."""
    section = meeting.section(entry.section)
    return f"{name_of_kind(entry)} corrected" + (
        "" if section is meeting.current else f" in {name_within(meeting, section)}"
    )


def edit(journal: Journal, entry_id: int, line: str, at: datetime) -> Outcome:
    """Return an entry other words, and another kind where the line begins with another mark.

    Raises Refused for a line that is no entry: an empty one, a command, a correction.
    """
    meeting = journal.meeting
    entry = meeting.entry(entry_id)
    read = read_line(meeting, line, entry.kind)
    if not isinstance(read, ParsedText):
        raise Refused("an entry needs words", hint="Esc leaves it as it was")
    typed = part_line(line)
    kind = typed.kind or entry.kind
    if kind is not entry.kind:
        meeting = convert(meeting, entry_id, kind)
    fields = {
        "restricted": entry.restricted or typed.restricted,
        "literal": entry.literal or typed.literal,
        "inner": kind is Kind.POINT and (typed.inner if typed.kind else entry.inner),
    }
    meeting = change_entry(meeting, entry_id, **fields)
    words = typed.words
    if read.about and not entry.text.startswith(words[: len(words) - len(part_about(words)[1])]):
        meeting = put_under(meeting, meeting.entry(entry_id), find_action(meeting, read.about))
        words = part_about(words)[1]
    meeting, _ = reword(meeting, meeting.entry(entry_id), words)
    return Outcome(journal=commit(journal, meeting, "edit", at), message=_changed(kind, line), entry=entry_id)


def _changed(kind: Kind, line: str) -> str:
    fault = closed(line).fault
    return f"{kind} changed; {fault}" if fault else f"{kind} changed"


def convert(meeting: Meeting, entry_id: int, kind: Kind) -> Meeting:
    """Return an entry another kind, its words kept; what only the old kind has is left behind."""
    entry = meeting.entry(entry_id)
    if entry.kind is kind:
        return meeting
    if entry.action is not None and entry.action.origin is not None:
        raise Refused(f"{entry.action.ref} was brought forward and stays an action")
    typed = typed_words(meeting, entry)
    if entry.action is not None:
        meeting = restore_replaced(meeting, entry.action.ref)
    action = new_action(meeting) if kind is Kind.ACTION else None
    on = spoken_of(meeting, meeting.section(entry.section)) if kind is Kind.UPDATE else None
    meeting = change_entry(meeting, entry_id, kind=kind, action=action, decision=None, about=None, inner=False)
    if on is not None:
        meeting = put_under(meeting, meeting.entry(entry_id), on)
    return reword(meeting, meeting.entry(entry_id), typed, afresh=True)[0]
