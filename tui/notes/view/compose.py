"""Make the view that a template sees from a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from tui.meeting.agenda.page_numbers import pages_of
from tui.meeting.approval.agreed_minutes import day_of_approval
from tui.meeting.approval.amendment import Amendment, public_amendments
from tui.meeting.approval.approving import is_draft
from tui.meeting.decisions.resolution_numbers import with_resolution_numbers
from tui.meeting.history.since import without_struck
from tui.meeting.hours.moments import given
from tui.meeting.hours.sessions import Session, sessions_of
from tui.meeting.hours.zone import zone_said
from tui.meeting.languages.header_words import said_under, told_keys
from tui.meeting.model import Approval, Entry, Group, Meeting, Person, Presence, corrections_of
from tui.meeting.redaction.public_version import public, without_asides
from tui.notes.view.amendments import amendment_views
from tui.notes.view.presence_notes import stays_of
from tui.notes.view.sections import next_meeting_section, section_views
from tui.notes.view.values import ActionView, GroupView, HeaderView, MeetingView, PeopleView, PersonView, View
from tui.notes.view.wording import Wording, wording_of
from tui.notes.view.words import NOTHING, ViewText

Version = Literal["internal", "public"]

_TOLD = frozenset({"title", "date", "series", "repeats"})
_COUNTS = frozenset({"public", "members of the public"})
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
    # Before anything is withheld: a restricted resolution has its number too.
    meeting = with_resolution_numbers(without_struck(meeting))
    shown = public(meeting)
    restricted = shown != without_asides(meeting) or any(one.withheld for one in amendments)
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
    meeting, wording = copy.meeting, wording_of(copy.meeting)
    pages = pages_of(meeting)
    return MeetingView(
        title=wording.text(meeting.title),
        date=wording.short_date(meeting.date),
        day=meeting.date.isoformat(),
        long_date=wording.long_date(meeting.date),
        start=wording.clock(meeting.start),
        end=wording.clock(meeting.end),
        when=_when(wording, meeting),
        started=wording.clock(given(meeting, meeting.started)),
        closed=wording.clock(given(meeting, meeting.closed)),
        sessions=_sessions(wording, meeting),
        chair=wording.text(said_under(meeting, "Chair")),
        minutes=wording.text(said_under(meeting, "Minutes")),
        venue=wording.text(said_under(meeting, "Venue")),
        next=wording.text(said_under(meeting, "Next")),
        next_number=_number_after(meeting),
        next_here=next_here,
        header=_header(wording, meeting, frozenset()),
        further=_header(wording, meeting, _TOLD | told_keys(meeting) | _told_too(meeting)),
        public=meeting.public,
        says_what=any(word in meeting.title.lower() for word in wording.words.says_notes.split()),
        language=meeting.language,
        version=copy.version,
        restricted=copy.restricted,
        marks=_marks(wording, copy),
        first_page=pages.first if pages else None,
        page_before=pages.before if pages else "",
        page_after=pages.after if pages else "",
        draft=is_draft(meeting),
        approved=_approved(wording, meeting.approval) if meeting.approval else NOTHING,
        corrections=tuple(map(wording.text, corrections_of(meeting.approval))),
        amendments=amendment_views(wording, copy.amendments),
    )


def _when(wording: Wording, meeting: Meeting) -> str:
    """Say the day, or the first and the last, with the times that the agenda gives and their zone."""
    day, start, end = wording.long_date(meeting.date), wording.clock(meeting.start), wording.clock(meeting.end)
    if meeting.last_date is not None:
        day = f"{day} – {wording.long_date(meeting.last_date)}"
    template = (wording.words.from_start_to_end if end else wording.words.at_start) if start else "{day}"
    zone = zone_said(meeting)
    return template.format(day=day, start=start, end=end) + (f" {zone}" if zone else "")


def _sessions(wording: Wording, meeting: Meeting) -> tuple[HeaderView, ...]:
    """Return the days on which a meeting of several days was held, each with its hours and chair."""
    sessions = sessions_of(meeting)
    if len({one.day for one in sessions}) < 2:
        return ()
    return tuple(
        HeaderView(
            key=wording.text(wording.long_date(one.day)), words=wording.text("; ".join(_session_words(wording, one)))
        )
        for one in sessions
    )


def _session_words(wording: Wording, session: Session) -> Iterator[str]:
    words = wording.words
    began, ended = wording.clock(session.began), wording.clock(session.ended)
    if began or ended:
        template = words.began_to_ended if began and ended else words.from_began if began else words.until_ended
        yield template.format(began=began, ended=ended)
    if session.chair:
        yield words.session_chair.format(name=session.chair)


def _marks(wording: Wording, copy: Copy) -> tuple[str, ...]:
    draft = (wording.words.draft,) if is_draft(copy.meeting) else ()
    return (*draft, wording.words.internal) if copy.version == "internal" else draft


def _approved(wording: Wording, approval: Approval) -> ViewText:
    """Say who approved the notes and when, and which meeting confirmed it.

    A meeting that approved them is named by its day, which is then said once; one in whose name somebody signed them
    off by hand has nothing more to say than its corrections.
    """
    words, held = wording.words, day_of_approval(approval.by)
    once = words.approved_by.partition("{by}")[0] + "{by}"
    template = once if held == approval.at.date() else words.approved_by
    by, confirmed = _signer(wording, approval.by), approval.confirmed
    approved = wording.say(template, by=by, day=wording.short_date(approval.at))
    if confirmed is None or confirmed.by == approval.by:
        return approved
    return wording.say(words.confirmed_by, approved=approved, by=_signer(wording, confirmed.by))


def _signer(wording: Wording, by: str) -> ViewText:
    held = day_of_approval(by)
    return wording.text(wording.words.meeting_of.format(day=wording.short_date(held)) if held else by)


def _told_too(meeting: Meeting) -> frozenset[str]:
    """Return the header's lines that other fields tell only where they could be read."""
    told = _COUNTS if meeting.public is not None else frozenset()
    time_read = meeting.start is not None and _ONLY_TIMES.fullmatch(meeting.said("Time"))
    return told | {"time"} if time_read else told


def _header(wording: Wording, meeting: Meeting, without: frozenset[str]) -> tuple[HeaderView, ...]:
    return tuple(
        HeaderView(key=wording.text(key), words=wording.text(words))
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
    words = wording_of(meeting).words
    headings = {
        Group.MEMBER: words.attendance,
        Group.IN_ATTENDANCE: words.in_attendance,
        Group.GUEST: words.guests,
        Group.OBSERVER: words.observers,
        Group.PUBLIC: words.public,
    }
    shown = [(person, _person(meeting, person)) for person in meeting.people]

    def with_presence(presence: Presence) -> tuple[PersonView, ...]:
        return tuple(view for person, view in shown if person.presence is presence)

    present, apologies, absent = map(with_presence, (Presence.PRESENT, Presence.APOLOGIES, Presence.ABSENT))
    groups = _filled(
        (heading, [view for view in present if view.group == group]) for group, heading in headings.items()
    )
    return PeopleView(
        present=present,
        apologies=apologies,
        absent=absent,
        groups=groups,
        all_groups=(*groups, *_filled(((words.apologies, apologies), (words.absent, absent)))),
    )


def _filled(groups: Iterable[tuple[str, Iterable[PersonView]]]) -> tuple[GroupView, ...]:
    made = (GroupView(heading=heading, people=tuple(people)) for heading, people in groups)
    return tuple(group for group in made if group.people)


def _person(meeting: Meeting, person: Person) -> PersonView:
    wording = wording_of(meeting)
    abbreviation = wording.text(person.abbreviation)
    capacity = ViewText.joined(
        wording.text(person.capacity),
        " " if person.capacity else "",
        *(("(", abbreviation, ")") if abbreviation else ()),
    )
    times = wording.text(stays_of(meeting, person))
    note = ViewText.joined("(", times, ")") if times else NOTHING
    return PersonView(
        name=wording.text(person.name),
        capacity=capacity,
        abbreviation=abbreviation,
        group=person.group.value,
        note=note,
        times=times,
        standing=ViewText.joined(capacity, " ", note) if note else capacity,
    )
