"""Take over what is different in notes that came back: in the words, the owners, the dues and the tables' rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import next_ref
from tui.meeting.capture.editing import delete_entries, put_after
from tui.meeting.capture.line_reader import read_words, typed_words
from tui.meeting.capture.rewording import reword
from tui.meeting.capture.table_lines import rows_of
from tui.meeting.history.journal import Journal, commit
from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Entry, Meeting
from tui.meeting.outline.reordering import rename_section
from tui.meeting.text.inline_markup import has_restricted, plain
from tui.papers.returned.rewriting import rewritten
from tui.use_cases.returned.printed_actions import owners_and_due, with_cell, with_tail
from tui.use_cases.returned.returned_notes import Printed, PrintedEnd, Returned

_BY_HAND = "it stands in no entry"
_OTHER_COLUMNS = "a table has other columns"
_IN_THE_MEETING = "change it in the meeting"


def take(journal: Journal, change: Returned, at: datetime, version: str, words: str | None = None) -> Journal:
    """Take a change over, in other `words` than came back where these are given.

    Raises Refused, with the reason, for what only a person can take over; nothing has changed then.
    """
    meeting = journal.meeting
    if change.what == "added":
        return commit(journal, _with_added(meeting, change, at, words), "edit", at)
    printed = change.printed
    assert printed is not None, "only what was added stood nowhere"
    if printed.section is not None and change.what == "reworded" and change.passage is not None:
        typed = meeting.section(printed.section).heading
        heading = words or rewritten(typed, printed.passage.text, change.passage.text)
        if heading is None:
            raise Refused("the number of an item is not in its heading", hint=_IN_THE_MEETING)
        return commit(journal, rename_section(meeting, printed.section, heading), "rename", at)
    if not printed.entries:
        raise Refused(_BY_HAND, hint="minutebook details, or the live screen, changes it")
    if change.what == "removed":
        return commit(journal, _without(meeting, printed), "delete", at)
    if change.what == "moved":
        ids = list(dict.fromkeys(one.entry for one in printed.entries))
        meeting = put_after(meeting, ids, _above(meeting, change, at), change.section)
    if change.what == "reworded" or change.also_reworded:
        meeting = _reworded(meeting, change, version, words)
    return commit(journal, meeting, "edit", at)


# What is gone.


def _without(meeting: Meeting, printed: Printed) -> Meeting:
    """Take away the entries of a passage; of one that has more lines, or rows, only those that stood there."""
    for entry_id in dict.fromkeys(one.entry for one in printed.entries):
        entry = meeting.entry(entry_id)
        lines = entry.text.split("\n")
        gone = {_line(entry, one, printed) for one in printed.entries if one.entry == entry_id}
        kept = [line for at, line in enumerate(lines) if at not in gone]
        if any(line.strip() for line in kept):
            meeting, _ = reword(meeting, entry, _typed(meeting, entry, kept))
        else:
            meeting = delete_entries(meeting, [entry_id])
    return meeting


def _line(entry: Entry, place: PrintedEnd, printed: Printed) -> int:
    """Return the number of the line that stood at a place; an earlier change may have taken away one above it."""
    if entry.kind is not Kind.TABLE:
        return place.line
    cells = list(printed.passage.cells)
    return _row(entry, cells, place.line)


def _row(entry: Entry, cells: Sequence[str], expected: int) -> int:
    """Return the number of the row with these printed cells, the nearest to where it is expected."""
    rows = [[plain(cell) for cell in row] for row in rows_of(entry.text)]
    like = [at for at, row in enumerate(rows) if row == list(cells)[: len(row)]]
    return min(like, key=lambda at: abs(at - expected), default=min(expected, len(rows) - 1))


def _typed(meeting: Meeting, entry: Entry, lines: Sequence[str]) -> str:
    return typed_words(meeting, replace(entry, text="\n".join(lines)))


# Other words.


def _reworded(meeting: Meeting, change: Returned, version: str, words: str | None) -> Meeting:
    printed, now = change.printed, change.passage
    assert printed is not None, "it stood there"
    assert now is not None, "it does so still"
    first = meeting.entry(printed.entries[0].entry)
    if words is not None:
        return reword(meeting, first, words)[0]
    if len(now.cells) != len(printed.passage.cells):
        raise Refused(_OTHER_COLUMNS, hint=_IN_THE_MEETING)
    if first.kind is Kind.TABLE and len(now.cells) > 1:
        return _with_row(meeting, first, printed, now.cells, version)
    for cell, (old, new) in enumerate(zip(printed.passage.cells, now.cells, strict=True)):
        if old == new:
            continue
        ends = [one for one in printed.entries if one.cell == cell]
        meeting = (
            _with_words(meeting, ends, old, new, version)
            if ends
            else with_cell(meeting, printed.entries[0].entry, old, new)
        )
    return meeting


def _with_row(meeting: Meeting, entry: Entry, printed: Printed, cells: Sequence[str], version: str) -> Meeting:
    """Give the row of a table its new cells."""
    rows = rows_of(entry.text)
    at = _row(entry, printed.passage.cells, printed.entries[0].line)
    row = [*rows[at], *[""] * (len(cells) - len(rows[at]))]
    for cell, (old, new) in enumerate(zip(printed.passage.cells, cells, strict=True)):
        if old == new:
            continue
        _check_visible(row[cell], version)
        typed = rewritten(row[cell], old, new) if row[cell] else new
        if typed is None or "|" in new:
            raise Refused("what was changed is not in the words of the entry", hint=_IN_THE_MEETING)
        row[cell] = typed
    lines = entry.text.split("\n")
    lines[at] = " | ".join(row)
    return reword(meeting, entry, _typed(meeting, entry, lines))[0]


def _with_words(meeting: Meeting, ends: Sequence[PrintedEnd], old: str, new: str, version: str) -> Meeting:
    """Give each entry of a passage its part of the new words, and the last, if it is an action, what stands behind."""
    last = meeting.entry(ends[-1].entry)
    apart = last.action is not None and ends[-1].end < len(old)
    parts = _parts(old, new, [one.end for one in ends], apart=apart)
    for place, (was, now) in zip(ends, parts, strict=False):
        if was == now:
            continue
        entry = meeting.entry(place.entry)
        _check_visible(entry.text, version)
        meeting, _ = reword(meeting, entry, _rewritten(meeting, entry, place, was, now))
    if apart and parts[-1][0] != parts[-1][1]:
        meeting = with_tail(meeting, last.id, *parts[-1])
    return meeting


def _rewritten(meeting: Meeting, entry: Entry, place: PrintedEnd, was: str, now: str) -> str:
    """Return an entry's words as typed, with the new ones in the line that stood at a place."""
    lines = entry.text.split("\n")
    if len(lines) > 1 and place.line < len(lines):
        line = rewritten(lines[place.line], was, now)
        lines[place.line] = line or ""
        typed = _typed(meeting, entry, lines) if line is not None else None
    else:
        typed = rewritten(typed_words(meeting, entry), was, now)
    if typed is None:
        raise Refused("what was changed is not in the words of the entry", hint=_IN_THE_MEETING)
    return typed


def _check_visible(text: str, version: str) -> None:
    if version == "public" and has_restricted(text):
        raise Refused("some of its words are restricted", hint=_IN_THE_MEETING)


def _parts(old: str, new: str, ends: Sequence[int], *, apart: bool) -> list[tuple[str, str]]:
    """Part old and new words where one entry ends and the next begins; what stands behind the last may be `apart`."""
    if len(ends) == 1 and not apart:
        return [(old, new)]
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    parts: list[tuple[str, str]] = []
    before_old = before_new = 0
    for end in [*(ends if apart else ends[:-1]), len(old)]:
        there = len(new)
        for _, i1, i2, j1, j2 in opcodes:
            if i1 <= end < i2:
                there = min(j1 + end - i1, j2)
                break
        parts.append((old[before_old:end], new[before_new:there]))
        before_old, before_new = end, there
    return parts


# What has come.


def _with_added(meeting: Meeting, change: Returned, at: datetime, words: str | None) -> Meeting:
    assert change.passage is not None, "it was added"
    if change.section is None:
        raise Refused(_BY_HAND, hint="minutebook details changes the head of the notes")
    there = {entry.id: entry for entry in meeting.entries}
    after = [one for one in change.after if one in there]
    above = there[after[-1]] if after else None
    cells = change.passage.cells
    in_row = above is not None and change.beside is not None and len(change.beside.cells) == len(cells) > 1
    if above is not None and above.kind is Kind.TABLE and in_row and words is None:
        return _with_row_added(meeting, above, change)
    kind = Kind.POINT if above is not None and above.kind is Kind.POINT else Kind.NOTE
    text, action = words or change.passage.text, None
    if above is not None and above.action is not None and in_row:
        kind, text, action = _as_action(meeting, above, change, words)
    read = read_words(meeting, kind, text, literal=False)
    if action is not None:
        action = replace(action, owners=action.owners or read.owners, due=action.due or read.due)
    entry = Entry(
        id=max(there, default=0) + 1,
        section=change.section,
        kind=kind,
        text=read.text,
        captured=at,
        speakers=read.speakers,
        speakers_in_text=read.speakers_in_text,
        action=action,
    )
    meeting = replace(meeting, entries=(*meeting.entries, entry))
    return put_after(meeting, [entry.id], _above(meeting, change, at), change.section)


def _with_row_added(meeting: Meeting, table: Entry, change: Returned) -> Meeting:
    """Put a row into a table, below the one that stands above it."""
    assert change.passage is not None, "it was added"
    assert change.beside is not None, "it stands below another row"
    lines = table.text.split("\n")
    at = _row(table, change.beside.cells, len(lines) - 1)
    lines.insert(at + 1, " | ".join(cell.replace("|", "/") for cell in change.passage.cells))
    return reword(meeting, table, _typed(meeting, table, lines))[0]


def _as_action(meeting: Meeting, above: Entry, change: Returned, words: str | None) -> tuple[Kind, str, Action]:
    """Read a row that was added below that of an action: its words, whose it is, and when it is due."""
    assert change.passage is not None, "it was added"
    assert change.beside is not None, "it stands below another row"
    said = next((cell for cell in change.beside.cells if plain(above.text) in cell), plain(above.text))
    column = change.beside.cells.index(said) if said in change.beside.cells else 0
    label = said[: max(said.find(plain(above.text)), 0)]
    text = words or change.passage.cells[column].removeprefix(label)
    others = [cell for at, cell in enumerate(change.passage.cells) if at > column and cell]
    owners, due = owners_and_due(meeting, others[0]) if others else ((), None)
    return Kind.ACTION, text, Action(ref=next_ref(meeting, "A"), owners=owners, due=due)


def _above(meeting: Meeting, change: Returned, at: datetime) -> int | None:
    """Return the id of the entry right above the place of what was added or moved; None at the head of a section.

    What was taken over in one go, and was added at the same place, comes before it.
    """
    there = {entry.id: entry for entry in meeting.entries}
    above = next((there[one] for one in reversed(change.after) if one in there), None)
    section = above.section if above is not None else change.section
    order = meeting.entries_of(section) if section is not None else ()
    for entry in order[order.index(above) + 1 if above is not None else 0 :]:
        if entry.captured != at:
            break
        above = entry
    return above.id if above is not None else None
