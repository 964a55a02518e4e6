"""Entries divided, joined, and put in between: each is one change, and no word of them is lost."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.capture.capture import Outcome, convert, edit, new_entry
from tui.meeting.capture.editing import delete_entries
from tui.meeting.capture.line_reader import ParsedText, read_line, typed_words
from tui.meeting.capture.rewording import reword
from tui.meeting.history.journal import Journal, commit
from tui.meeting.marks import MARKS, kind_after
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.text.brackets import closed

NOTHING_TO_DIVIDE = "put the cursor where it is to be split: words must stand on both sides"


def split(journal: Journal, entry_id: int, line: str, at_letter: int, at: datetime) -> Outcome:
    """Make two entries of one, whose words stand in a line, divided at a letter of it; the second is of the same kind.

    Speakers, owners, due and votes are read of each from its own words; who spoke the first spoke the second where
    that names nobody. Raises Refused where words would be missing on a side, and within restricted words.
    """
    entry = journal.meeting.entry(entry_id)
    first, second = line[:at_letter].rstrip(), line[at_letter:].strip()
    _check_parts(entry, first, second)
    after_first = edit(journal, entry_id, first, at).journal.meeting
    whole = after_first.entry(entry_id)
    within_word = line[at_letter - 1 : at_letter].isalnum() and line[at_letter : at_letter + 1].isalnum()
    words = _read(after_first, second, whole, literal=within_word)
    if not words.text or not whole.text:
        # A name before a colon alone: who speaks, and nothing said.
        raise Refused(NOTHING_TO_DIVIDE)
    if whole.about is not None and (on := after_first.entry(whole.about).action) is not None:
        words = replace(words, about=on.ref)
    meeting, added = new_entry(after_first, words, whole.section, entry.captured)
    spoken = added.kind.row.speaks and not added.speakers and not whole.speakers_in_text
    added = replace(
        added,
        section=whole.section,
        about=whole.about,
        inner=whole.inner,
        restricted=whole.restricted,
        speakers=whole.speakers if spoken else added.speakers,
    )
    meeting = _put_after(meeting, entry_id, added)
    said = f"split into {name_of_kind(whole)} and {name_of_kind(added)}"
    return Outcome(journal=commit(journal, meeting, "split", at), message=said, entry=added.id)


def _check_parts(entry: Entry, first: str, second: str) -> None:
    """Raise Refused where an entry can't be divided so."""
    if entry.kind is Kind.TABLE or entry.person is not None or entry.happening:
        raise Refused(f"{entry.kind.with_article} of this sort can't be split")
    if not first.lstrip("".join(MARKS) + "% ") or not second:
        raise Refused(NOTHING_TO_DIVIDE)
    if closed(first).fault and not closed(f"{first} {second}").fault:
        raise Refused("this is within [[restricted words]]", hint="split before or after them")


def _read(meeting: Meeting, words: str, like: Entry, *, literal: bool) -> ParsedText:
    """Read words as an entry of the same kind as another; a mark or a command that they begin with is words.

    Literal is what begins within a word: `ON: …` of `ACTION: …` names nobody.
    """
    literal = literal or like.literal or words[:1] in {*MARKS, "/", "\\", "%"}
    read = read_line(meeting, f"\\{words}" if literal else words, like.kind)
    if isinstance(read, ParsedText):
        return read
    read = read_line(meeting, f"\\{words}", like.kind)
    assert isinstance(read, ParsedText), "what is literal is words"
    return read


def join_entries(meeting: Meeting, ids: Collection[int]) -> Meeting:
    """Join entries of a section to the first of them; one alone joins the one before it.

    The words of each follow, and are read as the first's kind. Restricted stays what was: all of it then. Raises
    Refused for what the program words, for what was brought forward, and where nothing stands before.
    """
    standing = meeting.entries_of(meeting.entry(next(iter(ids))).section)
    chosen = [entry for entry in standing if entry.id in ids]
    if len(chosen) == 1:
        place = standing.index(chosen[0])
        if not place:
            raise Refused("this is the section's first entry", hint="nothing stands before it")
        chosen.insert(0, standing[place - 1])
    first, *others = chosen
    for entry in chosen:
        _check_joins(entry, first)
    for entry in others:
        _check_replaces_none(meeting, entry)
    restricted = any(entry.restricted for entry in chosen)
    for other in others:
        meeting = _joined(meeting, first.id, other)
    return replace(
        meeting,
        entries=tuple(replace(e, restricted=restricted) if e.id == first.id else e for e in meeting.entries),
    )


def _check_joins(entry: Entry, first: Entry) -> None:
    """Raise Refused where an entry can't be joined to the first."""
    if entry.person is not None or entry.happening or entry.interest is not None:
        raise Refused("who came, went or declared an interest stands by itself")
    if entry.action is not None and entry.action.origin is not None:
        raise Refused(f"{entry.action.ref} was brought forward and stands by itself")
    if entry.about != first.about:
        raise Refused("an update stands under its action", hint="+ makes it a note")
    if (entry.kind is Kind.TABLE) is not (first.kind is Kind.TABLE):
        raise Refused("a table is joined to a table alone")


def _check_replaces_none(meeting: Meeting, entry: Entry) -> None:
    """Raise Refused where an action would be open again if an entry were no more."""
    replaced = (one.action for one in meeting.entries if entry.action and one.action)
    for action in replaced:
        if entry.action is not None and action.replaced_by == entry.action.ref:
            raise Refused(f"{entry.action.ref} stands in place of {action.ref}, and stands by itself")


def _joined(meeting: Meeting, first_id: int, other: Entry) -> Meeting:
    """Put the words of an entry behind those of the first, and take it out."""
    first = meeting.entry(first_id)
    if first.kind is Kind.TABLE:
        joined = replace(first, text=f"{closed(first.text).text}\n{other.text}")
    else:
        joined = _with_words(first, convert(meeting, other.id, first.kind).entry(other.id))
    meeting = delete_entries(meeting, (other.id,))
    meeting = replace(meeting, entries=tuple(joined if e.id == first_id else e for e in meeting.entries))
    return meeting if first.kind is Kind.TABLE else reword(meeting, joined, typed_words(meeting, joined))[0]


def _with_words(first: Entry, other: Entry) -> Entry:
    """Return an entry with the words of another of its kind behind its own."""
    words = other.text
    if other.speakers and not other.speakers_in_text and other.speakers != first.speakers:
        words = f"{', '.join(other.speakers)}: {words}"
    action = first.action
    if action is not None and other.action is not None:
        mine, theirs = action.due, other.action.due
        if mine is not None and theirs is not None and not theirs.in_text and theirs.words != mine.words:
            words = f"{words} ({theirs.words})"
        owners = (*action.owners, *(owner for owner in other.action.owners if owner not in action.owners))
        action = replace(action, owners=owners, due=mine or theirs)
    return replace(first, text=f"{closed(first.text).text} {closed(words).text}", action=action)


def add_after(journal: Journal, entry_id: int, line: str, at: datetime, kind: Kind | None = None) -> Outcome:
    """Store a line just after an entry, in its section; the meeting goes on from where it is.

    Raises Refused for a line that is no entry.
    """
    meeting = journal.meeting
    above = meeting.entry(entry_id)
    read = read_line(meeting, line, kind or kind_after(above.kind, Kind.NOTE))
    if not isinstance(read, ParsedText):
        raise Refused("an entry needs words", hint="Esc leaves all as it was")
    after, added = new_entry(meeting, read, above.section, above.captured)
    if added.kind is Kind.UPDATE and added.about != above.about and added.about != above.id:
        raise Refused("an update stands under its action", hint="+ makes it a note")
    after = _put_after(after, entry_id, replace(added, section=above.section))
    return Outcome(
        journal=commit(journal, after, read.kind, at), message=f"{name_of_kind(added)} added", entry=added.id
    )


def _put_after(meeting: Meeting, entry_id: int, added: Entry) -> Meeting:
    place = next(place for place, entry in enumerate(meeting.entries) if entry.id == entry_id) + 1
    return replace(meeting, entries=(*meeting.entries[:place], added, *meeting.entries[place:]))
