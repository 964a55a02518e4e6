"""What was read of minutes, in lines for a person: the doubts first, then the meeting as it would be stored."""

from __future__ import annotations

import msgspec

from tui.meeting.dates.written_dates import said_date
from tui.meeting.kinds import Kind
from tui.meeting.model import Entry
from tui.meeting.text.sanitizing import escaped_json
from tui.papers.minutes.minutes import MinutesDraft

_LONGEST = 100


def as_json(file: str, draft: MinutesDraft | None, error: str) -> str:
    """Return a file and what was read of it as one line of JSON."""
    return escaped_json(
        msgspec.json.encode({"file": file, "error": error, "read": msgspec.to_builtins(draft)}).decode()
    )


def summary_of(draft: MinutesDraft) -> str:
    """Say in a line what was read."""
    meeting = draft.meeting
    actions = sum(entry.action is not None for entry in meeting.entries)
    decisions = sum(entry.kind is Kind.DECISION for entry in meeting.entries)
    counts = [
        _count(len(meeting.people), "person", "people"),
        _count(len(meeting.sections), "item"),
        _count(len(meeting.entries), "entry", "entries"),
        _count(actions, "action"),
        _count(decisions, "decision"),
    ]
    doubts = f"; {_count(len(draft.doubts), 'doubt')}" if draft.doubts else ""
    return f"{meeting.title}, {said_date(meeting.date)}: {', '.join(counts)}{doubts}"


def _count(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"


def doubts_of(draft: MinutesDraft) -> list[str]:
    """Return the doubts, a line each, with the place they stand at."""
    return [
        f"{draft.where}:{one.place}: {one.why}" + (f": “{_short(one.text)}”" if one.text else "")
        for one in draft.doubts
    ]


def shown(draft: MinutesDraft) -> list[str]:
    """Return the whole draft in lines."""
    meeting = draft.meeting
    lines = [summary_of(draft), *(f"  doubt: {line}" for line in doubts_of(draft))]
    lines += [f"  {key}: {words}" for key, words in meeting.header]
    for person in meeting.people:
        abbreviation = f" ({person.abbreviation})" if person.abbreviation else ""
        capacity = f", {person.capacity}" if person.capacity else ""
        lines.append(f"  {person.name}{capacity}{abbreviation} – {person.group}, {person.presence}")
    for section in meeting.sections:
        lines.append(f"{'  ' * section.level}{f'{section.number} {section.heading}'.strip()}")
        lines += [f"{'  ' * section.level}  {_entry(entry)}" for entry in meeting.entries_of(section.id)]
    if meeting.unplaced:
        lines += ["Kept with the meeting, not printed", *(f"  {_short(line)}" for line in meeting.unplaced)]
    return lines


def _entry(entry: Entry) -> str:
    owners = f" [{', '.join(entry.action.owners)}]" if entry.action and entry.action.owners else ""
    speakers = f" {', '.join(entry.speakers)}:" if entry.speakers and not entry.speakers_in_text else ""
    return f"{entry.kind.row.tag}:{speakers} {_short(' '.join(entry.text.split()))}{owners}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
