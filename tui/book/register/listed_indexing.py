"""Reading a meeting for the registers beside the actions.

The facts of a moment are those of the whole meeting: the public version leaves out restricted comings and goings, and
would count wrong without them. What the public may not read is taken out of the words of the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from msgspec.structs import replace

from tui.book.register.listed_rows import AttendanceRow, DecisionRow, InterestRow, ListedRow, QuestionRow, Shown
from tui.book.register.meeting_version import MeetingVersion
from tui.meeting.checking.section_counts import unanswered
from tui.meeting.decisions.citations import ended_by
from tui.meeting.decisions.full_names import full_name
from tui.meeting.decisions.motions import motion_parts, replaced_motion, replacing_motion
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.decisions.resolution_numbers import resolution_numbers
from tui.meeting.history.journal import Journal
from tui.meeting.model import Decision, DecisionOutcome, Entry, Group, Kind, Meeting
from tui.meeting.outline.outline import core, number_within
from tui.meeting.people.at_moment import facts_at
from tui.meeting.people.directory import directory_of
from tui.meeting.people.interests import interests_of
from tui.meeting.redaction.stubs import WITHHELD, shown_words
from tui.meeting.text.inline_markup import has_restricted, masked

RowT = TypeVar("RowT", bound=ListedRow)


def indexed_decisions(journal: Journal) -> Iterator[DecisionRow]:
    """Return the decisions of a meeting in the order of capture."""
    meeting = journal.meeting
    made = [entry for entry in meeting.entries if entry.kind is Kind.DECISION]
    # Before anything is withheld: whoever is put with the others has to be withheld as well.
    resolved = {entry.id: replace(entry, decision=resolved_votes(meeting, entry)) for entry in made}
    version = MeetingVersion(replace(meeting, entries=tuple(resolved.get(one.id, one) for one in meeting.entries)))
    parts = motion_parts(meeting)
    numbers = resolution_numbers(meeting)
    moments = {entry.id: facts_at(meeting, entry.id) for entry in made}

    def row(shown: MeetingVersion, entry: Entry) -> DecisionRow:
        decision, moment = entry.decision, moments[entry.id]
        if decision is None:
            return DecisionRow(text=WITHHELD, **_place(shown, entry))
        motion = replaced_motion(shown.meeting.entries, parts, entry.id)
        successor = replacing_motion(shown.meeting.entries, parts, entry.id)
        mover, seconder = _named(shown, (decision.mover, decision.seconder))
        return DecisionRow(
            text=shown_words(entry.text),
            outcome=str(decision.outcome),
            votes_for=decision.votes_for,
            votes_against=decision.votes_against,
            abstained=decision.abstained,
            **_sides(shown, decision),
            mover=mover,
            seconder=seconder,
            present=len(moment.present),
            entitled=len(moment.entitled),
            quorate=moment.quorate,
            replaces=shown_words(motion.text) if motion else "",
            replaced_by=shown_words(successor.text) if successor else "",
            replaced_on=meeting.date if successor else None,
            number=shown_words(numbers.get(entry.id, "")),
            **_cited(shown, entry),
            **_place(shown, entry),
        )

    yield from _rows(version, list(resolved.values()), row)


def indexed_interests(journal: Journal) -> Iterator[InterestRow]:
    """Return the interests declared in a meeting in the order of capture."""
    version = MeetingVersion(journal.meeting)

    def row(shown: MeetingVersion, entry: Entry) -> InterestRow:
        people = {person.id: person.name for person in shown.meeting.people}
        if entry.interest is None or entry.person is None:
            return InterestRow(name=WITHHELD, **_place(shown, entry))
        return InterestRow(
            name=shown_words(people[entry.person]),
            kind=shown_words(entry.interest.kind),
            words=shown_words(entry.interest.words),
            **_place(shown, entry),
        )

    yield from _rows(version, [one.entry for one in interests_of(journal.meeting)], row)


def indexed_questions(journal: Journal) -> Iterator[QuestionRow]:
    """Return the questions of a meeting in the order of capture."""
    meeting = journal.meeting
    asked = [entry for entry in meeting.entries if entry.kind.row.exchange == "asks"]
    left = _unanswered(meeting) if asked else set()

    def row(shown: MeetingVersion, entry: Entry) -> QuestionRow:
        if entry.restricted and shown.meeting is not meeting:
            return QuestionRow(text=WITHHELD, **_place(shown, entry))
        return QuestionRow(
            text=shown_words(entry.text),
            speakers=_named(shown, entry.speakers),
            answered=entry.id not in left,
            **_place(shown, entry),
        )

    yield from _rows(MeetingVersion(meeting), asked, row)


def indexed_attendance(journal: Journal) -> Iterator[AttendanceRow]:
    """Return the members of a meeting that took place, and whether they came; of one made ahead, nobody."""
    meeting = journal.meeting
    # A meeting made ahead stands at its first section, with what was brought forward to it.
    said = any(entry.action is None or entry.action.origin is None for entry in meeting.entries)
    if not said and all((section.reached or 1) == 1 for section in meeting.sections):
        return
    for person in meeting.people:
        name = shown_words(person.name)
        if person.group is Group.MEMBER and name:
            shown: Shown = "internal" if has_restricted(person.name) else "both"
            yield AttendanceRow(shown=shown, name=name, presence=person.presence)


def _rows(
    version: MeetingVersion, entries: list[Entry], row: Callable[[MeetingVersion, Entry], RowT]
) -> Iterator[RowT]:
    """Return the rows of some entries: one for both versions, or one each where the public sees another or none."""
    for entry in sorted(entries, key=lambda one: one.id):
        internal = row(version, entry)
        if version.public is version:
            yield internal
            continue
        seen = next((one for one in version.public.meeting.entries if one.id == entry.id), None)
        public = row(version.public, seen) if seen else None
        if public == internal:
            yield internal
        else:
            yield replace(internal, shown="internal")
            if public is not None:
                yield replace(public, shown="public")


def _named(version: MeetingVersion, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the whole names that labels stand for, as the version shows them."""
    directory = directory_of(version.meeting)
    return tuple(shown_words(full_name(directory, label)) if label else "" for label in labels)


def _sides(version: MeetingVersion, decision: Decision) -> dict[str, Any]:
    """Return who voted how, as the version shows them."""
    sides = ("for_names", "against_names", "abstained_names")
    return {side: _named(version, getattr(decision, side)) for side in sides}


def _cited(version: MeetingVersion, entry: Entry) -> dict[str, Any]:
    """Return by what numbers a decision is named, and to which others it puts an end, which it does once carried."""
    meeting, words = version.meeting, masked(entry.text)
    carried = entry.decision is not None and entry.decision.outcome is DecisionOutcome.CARRIED
    return {
        "minute": core(shown_words(number_within(meeting, meeting.section(entry.section)))),
        "ends": ended_by(words, meeting.date) if carried else (),
    }


def _place(version: MeetingVersion, entry: Entry) -> dict[str, Any]:
    meeting = version.meeting
    heading = version.headings.get(entry.section, "")
    number = number_within(meeting, meeting.section(entry.section)).rstrip(".: ")
    return {
        "entry": entry.id,
        "item": shown_words(f"{number} {heading}".strip()),
        "meeting": shown_words(meeting.title),
    }


def _unanswered(meeting: Meeting) -> set[int]:
    """Return the ids of the questions that nothing in their section answers."""
    by_section: dict[int, list[Entry]] = {}
    for entry in meeting.entries:
        by_section.setdefault(entry.section, []).append(entry)
    return {one.id for entries in by_section.values() for one in unanswered(tuple(entries))}
