"""The sessions of a meeting: adjourning it, going on with it, and each session's day, hours and chair."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.hours.moments import clock, given, later_days, moment_of, on_day, session_day
from tui.meeting.hours.zone import wall_clock
from tui.meeting.languages.header_words import said_under
from tui.meeting.languages.writing.written import said_at, said_on, words_in
from tui.meeting.model import Break, Entry, Happening, Kind, Meeting, Value
from tui.meeting.outline.outline import mark_reached
from tui.meeting.outline.threads import place_for

_NOON, _AFTERNOON = time(12), time(15)


class Session(Value, frozen=True, kw_only=True):
    """One sitting of a meeting that was held on several days or with breaks."""

    day: date
    began: datetime | None = None
    """By the meeting's clock; None where nobody gave it."""
    ended: datetime | None = None
    chair: str = ""
    """As the header or the resumption says; empty where neither does."""


def sessions_of(meeting: Meeting) -> tuple[Session, ...]:
    """Return the meeting's sessions, the first first; a meeting without a break has one."""
    chair = said_under(meeting, "Chair")
    session = Session(day=meeting.date, began=given(meeting, meeting.started), chair=chair)
    found: list[Session] = []
    for one in meeting.breaks:
        found.append(replace(session, ended=given(meeting, one.adjourned)))
        if not one.over:
            return tuple(found)
        session = Session(day=one.day or session.day, began=given(meeting, one.resumed), chair=one.chair or chair)
    return (*found, replace(session, ended=given(meeting, meeting.closed)))


def start(meeting: Meeting, said: time | None, at: datetime) -> Meeting:
    """Note that the meeting began, or correct the time; without one, a meeting that was closed goes on."""
    if said is not None:
        return replace(meeting, started=on_day(meeting, meeting.date, said, at))
    if meeting.started and meeting.closed:
        return replace(meeting, closed=None)
    if meeting.closed:
        raise Refused(
            f"the meeting was closed{_at(meeting, meeting.closed)}", hint="/undo takes that back, then /start"
        )
    if meeting.started:
        raise Refused(f"the meeting started{_at(meeting, meeting.started)} already", hint="/start 19:30 corrects it")
    return replace(meeting, started=at)


def close(meeting: Meeting, said: time | None, at: datetime) -> Meeting:
    """Note that the meeting ended, or correct the time."""
    if said is not None:
        return replace(meeting, closed=_closed_at(meeting, said, at))
    if meeting.closed:
        message = f"the meeting was closed{_at(meeting, meeting.closed)} already"
        raise Refused(message, hint="/start takes it up again, /close 20:35 corrects the time")
    return replace(meeting, closed=at)


def adjourn(meeting: Meeting, said: time | None, at: datetime, *, words: str = "", day: date | None = None) -> Meeting:
    """Note that the meeting broke off; said again, correct it. `words` say until when, which `day` dates."""
    if meeting.closed:
        raise Refused(f"the meeting was closed{_at(meeting, meeting.closed)}", hint="/start takes it up again")
    again = bool(meeting.breaks) and not meeting.breaks[-1].over
    last = meeting.breaks[-1] if again else Break()
    if again and said is None and not words:
        raise Refused(
            f"the meeting was adjourned{_at(meeting, last.adjourned)} already", hint="/resume goes on with it"
        )
    when = last.adjourned if again and said is None else moment_of(meeting, said, at)
    made = replace(last, adjourned=when, until=words or last.until, day=day or last.day)
    words_used = words_in(meeting.language)
    at_when = said_at(words_used, given(meeting, when))
    text = words_used.adjourned.format(at=at_when, until=f" {made.until}" if made.until else "")
    meeting = replace(meeting, breaks=(*(meeting.breaks[:-1] if again else meeting.breaks), made))
    return _told(meeting, Happening.ADJOURNED, text, at, again=again)


def resume(meeting: Meeting, said: time | None, at: datetime, *, chair: str = "", day: date | None = None) -> Meeting:
    """Note that the meeting goes on after a break; said again, correct it."""
    if not meeting.breaks:
        raise Refused("the meeting is not adjourned", hint="/adjourn notes that it breaks off")
    last = meeting.breaks[-1]
    again = last.over
    if again and said is None and not chair and day is None:
        raise Refused(f"the meeting resumed{_at(meeting, last.resumed)} already")
    before = session_day(replace(meeting, breaks=meeting.breaks[:-1]))
    day = day or last.day or _resumed_day(meeting, before, said, at)
    made = replace(last, over=True, day=day, chair=chair or last.chair)
    meeting = replace(meeting, breaks=(*meeting.breaks[:-1], made))
    when = last.resumed if again and said is None else moment_of(meeting, said, at)
    meeting = replace(meeting, breaks=(*meeting.breaks[:-1], replace(made, resumed=when)))
    words = words_in(meeting.language)
    text = words.resumed.format(
        on="" if day == before else said_on(words, day),
        at=said_at(words, given(meeting, when)),
        led=words.in_the_chair.format(name=made.chair) if made.chair else "",
    )
    return _told(meeting, Happening.RESUMED, text, at, again=again)


def _closed_at(meeting: Meeting, said: time, at: datetime) -> datetime:
    """Return when a meeting ended at a time: on its last day where it is called for several and had begun later."""
    day = session_day(meeting)
    moment = on_day(meeting, day, said, at)
    later = [one for one in later_days(meeting) if one > day]
    begins = given(meeting, meeting.started) if day == meeting.date else None
    return on_day(meeting, later[-1], said, at) if later and begins and moment <= begins else moment


def _resumed_day(meeting: Meeting, before: date, said: time | None, at: datetime) -> date:
    """Return the day on which a meeting goes on where nobody says it: the next one for which it is called, or the same.

    `9:30` after an adjournment in the evening is the next morning.
    """
    later = [one for one in later_days(meeting) if one > before]
    if not later:
        return before
    today = wall_clock(meeting, at).date()
    if said is None:
        return today if today in later else before
    adjourned = given(meeting, meeting.breaks[-1].adjourned)
    evening = adjourned is None or adjourned.time() >= _AFTERNOON
    return later[0] if said < _NOON and evening else before


def _at(meeting: Meeting, moment: datetime | None) -> str:
    shown = clock(meeting, moment)
    return f" at {shown}" if shown else ""


def _told(meeting: Meeting, happening: Happening, text: str, at: datetime, *, again: bool) -> Meeting:
    """Put the event into the current section, or other words into the one that is there."""
    last = max((e for e in meeting.entries if e.happening is happening), key=lambda e: e.id, default=None)
    if again and last is not None:
        changed = replace(last, text=text)
        return replace(meeting, entries=tuple(changed if entry is last else entry for entry in meeting.entries))
    section = meeting.current
    if section is None:
        return meeting
    number = max((entry.id for entry in meeting.entries), default=0) + 1
    event = Entry(id=number, section=section.id, kind=Kind.EVENT, text=text, captured=at, happening=happening)
    return with_event(meeting, event)


def with_event(meeting: Meeting, event: Entry) -> Meeting:
    """Put an event where it belongs in the current section, which is taken with it."""
    place = place_for(meeting, event)
    entries = (*meeting.entries[:place], event, *meeting.entries[place:])
    return replace(mark_reached(meeting, event.section), entries=entries)
