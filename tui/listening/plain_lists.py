"""What is asked about the meeting as it stands, in plain lists: where it is, the agenda, what was captured last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from tui.meeting.capture.capture import parent_of_points
from tui.meeting.capture.commands import NAMES
from tui.meeting.capture.describe_line import describe_line, describe_stored
from tui.meeting.checking.places import section_words
from tui.meeting.checking.section_standing import section_standing
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history.durations import elapsed, gone_on_words
from tui.meeting.history.journal import Journal
from tui.meeting.marks import GAP
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.outline.labels import name_of_kind, shortened
from tui.meeting.outline.outline import number_within
from tui.meeting.people.quorum import count_people, describe_count
from tui.meeting.text.inline_markup import plain

_SHORT_HEADING = 24
"""Characters of a heading in the prompt."""


def prompt_of(meeting: Meeting) -> str:
    """Return the prompt: the kind that a line without a mark takes, and the section: `note, 2.1:`."""
    section = meeting.current
    if section is None:
        return f"{meeting.current_kind.value}:"
    number = number_within(meeting, section)
    number = number.rstrip(".: " if "(" in number else ".:) ")
    place = number or shortened(section_words(meeting, section), _SHORT_HEADING)
    return f"{meeting.current_kind.value}, {place}:"


def greeting(meeting: Meeting) -> Iterator[str]:
    """Say which meeting is open, and where it stands."""
    yield f"{meeting.title}, {said_date(meeting.date)}."
    count = len(meeting.sections)
    yield f"{count} section{'' if count == 1 else 's'}. /help says what can be typed."
    if meeting.current is not None:
        yield f"Now {section_words(meeting, meeting.current)}."


def where(journal: Journal, at: datetime, saved: str) -> Iterator[str]:
    """Say where the meeting is, what the next line becomes, who is here, the time, and whether all is saved."""
    meeting = journal.meeting
    if meeting.current is None:
        yield "the agenda has no sections; /section and a heading adds one"
    else:
        yield ", ".join((section_words(meeting, meeting.current), *section_standing(journal, meeting.current, at)))
        entries = len(meeting.entries_of(meeting.current.id))
        yield f"{entries} {'entry' if entries == 1 else 'entries'}; the next line is {_next_line(meeting)}"
    gone = gone_on_words(elapsed(journal, at))
    count = describe_count(count_people(meeting))[0].replace(" · ", ", ")
    yield f"{at:%H:%M}{f', {gone}' if gone else ''}; {count}; {saved}"


def _next_line(meeting: Meeting) -> str:
    kind = meeting.current_kind
    parent = parent_of_points(meeting) if kind is Kind.POINT else None
    return f"{kind.with_article} under the {name_of_kind(parent)}" if parent else kind.with_article


def agenda(journal: Journal, at: datetime) -> Iterator[str]:
    """Say the sections in order, a line each, with how they stand."""
    meeting = journal.meeting
    for section in meeting.sections:
        yield ", ".join((section_words(meeting, section), *section_standing(journal, section, at)))
    if not meeting.sections:
        yield "the agenda has no sections; /section and a heading adds one"


def last(meeting: Meeting, count: int) -> Iterator[str]:
    """Say what was captured last, so many entries, the latest at the end."""
    captured = sorted(meeting.entries, key=lambda entry: entry.id)[-count:]
    for entry in captured:
        elsewhere = meeting.current is None or entry.section != meeting.current.id
        place = f" in {section_words(meeting, meeting.section(entry.section))}" if elsewhere else ""
        yield f"{', '.join(describe_stored(meeting, entry))}{place}: {words_of(entry)}"
    if not captured:
        yield "nothing is captured yet"


def words_of(entry: Entry) -> str:
    """Return an entry's words as they are read out."""
    return plain(entry.text) if GAP not in entry.text else plain(entry.text).replace(GAP, f"{GAP} (a gap)")


def helped(meeting: Meeting, own: Mapping[str, str]) -> Iterator[str]:
    """Say what can be typed: the marks, the commands, and what is asked here alone."""
    yield "A line is stored as it is typed; its first character says what it is:"
    for kind in Kind:
        yield f"{kind.row.mark} {kind.value}"
    yield "Without one it is what the prompt says. An empty line steps out of a list."
    yield "% restricts a line, [[ ]] words; ?? is a gap; s/old/new/ corrects."
    for name, does in own.items():
        yield f"/{name}: {does}"
    for name in NAMES:
        yield describe_line(meeting, f"/{name}").replace("  ", ": ", 1)
