"""Make the view that a template sees from a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.meeting.approval.amendment import Amendment, public_amendments
from tui.meeting.hours.moments import given
from tui.meeting.hours.sessions import Session, sessions_of
from tui.meeting.model import Approval, Entry, Group, Meeting, Person, Presence, corrections_of
from tui.meeting.redaction.public_version import public
from tui.notes.view.amendments import amendment_views
from tui.notes.view.dates import clock, long_date, short_date
from tui.notes.view.presence_notes import stays_of
from tui.notes.view.sections import next_meeting_section, section_views
from tui.notes.view.values import ActionView, GroupView, HeaderView, MeetingView, PeopleView, PersonView, View
from tui.notes.view.words import NOTHING, ViewText

Version = Literal["internal", "public"]

_TOLD = frozenset({"title", "date", "chair", "minutes", "venue", "series", "repeats", "next"})
_COUNTS = frozenset({"public", "members of the public"})
_HEADINGS = {
    Group.MEMBER: "Attendance",
    Group.IN_ATTENDANCE: "In attendance",
    Group.GUEST: "Guests",
    Group.OBSERVER: "Observers",
    Group.PUBLIC: "Public",
}
_ONLY_TIMES = re.compile(
    r"(?:[\d\s:.@–—-]|[ap]\.?m\b\.?|to\b|until\b|from\b|hours\b|hrs?\b|h\b|noon\b|midday\b)+", re.I
)
_PLAIN_NUMBER = re.compile(r"(\d{1,6})([.)]?)")


class Copy(Struct, frozen=True, kw_only=True):
    """A meeting as one sort of reader may have it."""

    meeting: Meeting
    """Without its restricted words in the public version."""
    version: Version
    restricted: bool
    """Whether the meeting as captured holds anything restricted."""
    amendments: tuple[Amendment, ...] = ()
    """What was changed after the approval; in the public version, without the words that it may not have."""


def copy_for(version: Version, meeting: Meeting, amendments: tuple[Amendment, ...] = ()) -> Copy:
    """Make the copy of a meeting for the readers of a version; `amendments` are those of its history."""
    shown = public(meeting)
    restricted = shown != replace(meeting, waivers=()) or any(one.withheld for one in amendments)
    if version == "internal":
        return Copy(meeting=meeting, version=version, restricted=restricted, amendments=amendments)
    return Copy(meeting=shown, version=version, restricted=restricted, amendments=public_amendments(amendments))


def compose(copy: Copy) -> View:
    """Make the view of a copy of a meeting; what the copy does not hold, no template can print."""
    meeting = copy.meeting
    sections = section_views(meeting)
    shown = tuple(
        (entry, view.action)
        for entry, view in zip(_printed(meeting), (view for s in sections for view in s.entries), strict=True)
        if view.action
    )
    return View(
        meeting=_meeting(copy, next_here=next_meeting_section(meeting) is None),
        people=_people(meeting),
        sections=sections,
        exchanges=tuple(exchange for section in sections for exchange in section.exchanges),
        actions=tuple(view for _, view in shown),
        actions_by_owner=tuple(view for _, view in sorted(shown, key=lambda pair: _by_owner(pair[1]))),
        actions_by_due=tuple(view for _, view in sorted(shown, key=lambda pair: _by_due(pair[0]))),
    )


def _printed(meeting: Meeting) -> list[Entry]:
    """Return the entries in the order in which the sections' views hold them."""
    places = {section.id: at for at, section in enumerate(meeting.sections)}
    return sorted((entry for entry in meeting.entries if entry.section in places), key=lambda e: places[e.section])


def _by_owner(action: ActionView) -> tuple[bool, str]:
    return (not action.owners, action.owners.casefold())


def _by_due(entry: Entry) -> date:
    due = entry.action.due if entry.action else None
    return due.date if due and due.date else date.max


def _meeting(copy: Copy, *, next_here: bool) -> MeetingView:
    meeting = copy.meeting
    day = long_date(meeting.date)
    start, end = clock(meeting.start), clock(meeting.end)
    return MeetingView(
        title=ViewText.of(meeting.title),
        date=short_date(meeting.date),
        day=meeting.date.isoformat(),
        long_date=day,
        start=start,
        end=end,
        when=day + (f" @ {start}" if start else "") + (f" to {end}" if start and end else ""),
        started=clock(given(meeting, meeting.started)),
        closed=clock(given(meeting, meeting.closed)),
        sessions=_sessions(meeting),
        chair=ViewText.of(meeting.said("Chair")),
        minutes=ViewText.of(meeting.said("Minutes")),
        venue=ViewText.of(meeting.said("Venue")),
        next=ViewText.of(meeting.said("Next")),
        next_number=_number_after(meeting),
        next_here=next_here,
        header=_header(meeting, frozenset()),
        further=_header(meeting, _TOLD | _told_too(meeting)),
        public=meeting.public,
        version=copy.version,
        restricted=copy.restricted,
        marks=_marks(copy),
        draft=meeting.approval is None,
        approved=_approved(meeting.approval) if meeting.approval else NOTHING,
        corrections=tuple(map(ViewText.of, corrections_of(meeting.approval))),
        amendments=amendment_views(copy.amendments),
    )


def _sessions(meeting: Meeting) -> tuple[HeaderView, ...]:
    """Return the days on which a meeting of several days was held, each with its hours and chair."""
    sessions = sessions_of(meeting)
    if len({one.day for one in sessions}) < 2:
        return ()
    return tuple(
        HeaderView(key=ViewText.of(long_date(one.day)), words=ViewText.of("; ".join(_session_words(one))))
        for one in sessions
    )


def _session_words(session: Session) -> Iterator[str]:
    began, ended = clock(session.began), clock(session.ended)
    if began or ended:
        yield f"{began} to {ended}" if began and ended else f"from {began}" if began else f"until {ended}"
    if session.chair:
        yield f"chair {session.chair}"


def _marks(copy: Copy) -> tuple[str, ...]:
    draft = ("DRAFT",) if copy.meeting.approval is None else ()
    return (*draft, "INTERNAL: not for publication") if copy.version == "internal" else draft


def _approved(approval: Approval) -> ViewText:
    by, day = ViewText.of(approval.by), short_date(approval.at)
    approved = ("Approved by ", by, "" if str(by).endswith(f"meeting of {day}") else f", {day}")
    confirmed = approval.confirmed
    # A meeting in whose name somebody signed them off by hand has nothing more to say than its corrections.
    if confirmed is None or confirmed.by == approval.by:
        return ViewText.joined(*approved)
    return ViewText.joined(*approved, "; confirmed by ", ViewText.of(confirmed.by))


def _told_too(meeting: Meeting) -> frozenset[str]:
    """Return the header's lines that other fields tell only where they could be read."""
    told = _COUNTS if meeting.public is not None else frozenset()
    time_read = meeting.start is not None and _ONLY_TIMES.fullmatch(meeting.said("Time"))
    return told | {"time"} if time_read else told


def _header(meeting: Meeting, without: frozenset[str]) -> tuple[HeaderView, ...]:
    return tuple(
        HeaderView(key=ViewText.of(key), words=ViewText.of(words))
        for key, words in meeting.header
        if key.casefold() not in without
    )


def _number_after(meeting: Meeting) -> str:
    """Return the number after that of the last section of the first level, where all those numbers are plain."""
    numbers = [_PLAIN_NUMBER.fullmatch(section.number) for section in meeting.sections if section.level == 1]
    if not numbers or None in numbers:
        return ""
    last = numbers[-1]
    return f"{int(last[1]) + 1}{last[2]}" if last else ""


def _people(meeting: Meeting) -> PeopleView:
    shown = [(person, _person(meeting, person)) for person in meeting.people]

    def with_presence(presence: Presence) -> tuple[PersonView, ...]:
        return tuple(view for person, view in shown if person.presence is presence)

    present, apologies, absent = map(with_presence, (Presence.PRESENT, Presence.APOLOGIES, Presence.ABSENT))
    groups = _filled(
        (heading, [view for view in present if view.group == group]) for group, heading in _HEADINGS.items()
    )
    return PeopleView(
        present=present,
        apologies=apologies,
        absent=absent,
        groups=groups,
        all_groups=(*groups, *_filled((("Apologies", apologies), ("Absent", absent)))),
    )


def _filled(groups: Iterable[tuple[str, Iterable[PersonView]]]) -> tuple[GroupView, ...]:
    made = (GroupView(heading=heading, people=tuple(people)) for heading, people in groups)
    return tuple(group for group in made if group.people)


def _person(meeting: Meeting, person: Person) -> PersonView:
    abbreviation = ViewText.of(person.abbreviation)
    capacity = ViewText.joined(
        ViewText.of(person.capacity),
        " " if person.capacity else "",
        *(("(", abbreviation, ")") if abbreviation else ()),
    )
    times = ViewText.of(stays_of(meeting, person))
    note = ViewText.joined("(", times, ")") if times else NOTHING
    return PersonView(
        name=ViewText.of(person.name),
        capacity=capacity,
        abbreviation=abbreviation,
        group=person.group.value,
        note=note,
        times=times,
        standing=ViewText.joined(capacity, " ", note) if note else capacity,
    )
