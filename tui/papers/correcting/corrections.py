"""Putting a draft right: each function gives the draft as it is after one correction, or refuses with the reason.

A correction is about a part of the meeting, `at` its place among the draft's parts; or, where `at` is None, about a
line of the paper, `place`, with all that was read from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput, Refused
from tui.meeting.agenda.header import with_date_line
from tui.meeting.dates.moments import Moment, hours_in, moments_in
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Group, Meeting, Person, Presence, Section
from tui.papers.correcting.rebuilt import BELOW, HEAD, with_kept, with_parts
from tui.papers.draft import NO_DAY, Draft, DraftPart, OtherDay
from tui.papers.reading.lines import without_bullet, without_emphasis
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.people.known import known_people
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import people_in, people_listed
from tui.papers.understanding.places import place_beside
from tui.papers.understanding.roles import Role
from tui.papers.understanding.sections import OutlineLine, outline_of
from tui.papers.understanding.titles import clean_title

_STANDINGS = (
    (Group.MEMBER, Presence.PRESENT),
    (Group.IN_ATTENDANCE, Presence.PRESENT),
    (Group.MEMBER, Presence.APOLOGIES),
    (Group.MEMBER, Presence.ABSENT),
    (Group.GUEST, Presence.PRESENT),
    (Group.OBSERVER, Presence.PRESENT),
)
"""What somebody may be, one after the other."""
_ORDER = {Role.TITLE: 0, Role.WHEN: 1, Role.KEY: 1, Role.PEOPLE: 2}
_ITEMS = 3
"""The order of an item, and of what stands below one."""
_SURE = "by you"


class _Taken:
    """The words that a correction is about, and the draft's other parts."""

    def __init__(self, draft: Draft, at: int | None, place: int, *, keep: frozenset[Role] = frozenset()) -> None:
        self.draft = draft
        self.parts = list(draft.parts)
        if at is not None:
            self.was: DraftPart | None = self.parts.pop(at)
            self.at, self.place, self.words = at, self.was.place, self.was.words
            return
        self.was, self.place, self.words = None, place, line_of(draft, place)
        gone = [one for one in self.parts if one.place == place and one.role not in {Role.WHEN, *keep}]
        self.parts = [one for one in self.parts if one not in gone]
        if not gone:
            self.parts = _cut_off(self.parts, place, self.words)
        self.at = next((at for at, one in enumerate(draft.parts) if one in gone), -1)

    def with_new(self, *new: DraftPart) -> Draft:
        """Return the draft with new parts where these words stand."""
        order = _order(new[0])
        before = [one for one in self.parts if _order(one) < order]
        same = [one for one in self.parts if _order(one) == order]
        after = [one for one in self.parts if _order(one) > order]
        at = sum(one.place <= self.place for one in same)
        if self.was is not None and _order(self.was) == order:
            at = self.at - len(before)
        return with_parts(self.draft, [*before, *same[:at], *new, *same[at:], *after])


def _part_of(draft: Draft, at: int | None, place: int) -> int | None:
    """Return the part that is meant: the one given, else the only one that was read from a line."""
    found = [n for n, one in enumerate(draft.parts) if one.place == place and one.role not in HEAD]
    return at if at is not None else found[0] if len(found) == 1 else None


def _order(part: DraftPart) -> int:
    return _ORDER.get(part.role, _ITEMS)


def line_of(draft: Draft, place: int) -> str:
    """Return the words of a line of the paper, without bullet and emphasis. Raises Refused where there is none."""
    words = " ".join(line.text for line in draft.understood if line.place == place)
    if not words:
        raise Refused("there is no line here")
    return without_emphasis(without_bullet(words)).strip()


def _cut_off(parts: Sequence[DraftPart], place: int, words: str) -> list[DraftPart]:
    """Take a line's words from the end of the part that they were joined to."""
    above = [at for at, one in enumerate(parts) if 0 < one.place < place]
    for at in above[::-1][:3]:
        one = parts[at]
        said = one.section.heading if one.section is not None else one.text
        if said.endswith(words) and said != words:
            rest = said.removesuffix(words).rstrip()
            section = one.section and replace(one.section, heading=rest)
            return [*parts[:at], replace(one, text="" if section else rest, section=section), *parts[at + 1 :]]
    return [*parts]


# What a line or a part is made.


def make_title(draft: Draft, at: int | None, place: int) -> Draft:
    """Make it the title, in the place of what was."""
    taken = _Taken(draft, at, place, keep=HEAD)
    taken.parts = [one for one in taken.parts if one.role is not Role.TITLE]
    title = clean_title(taken.words, dated=True)
    return taken.with_new(DraftPart(role=Role.TITLE, place=taken.place, text=title))


def call(draft: Draft, words: str) -> Draft:
    """Give the meeting a title that stands in no line."""
    if not words.strip():
        raise Refused("nothing was written")
    others = [one for one in draft.parts if one.role is not Role.TITLE]
    return with_parts(draft, [DraftPart(role=Role.TITLE, place=0, text=" ".join(words.split())), *others])


def make_day(draft: Draft, at: int | None, place: int, near: date | None = None) -> Draft:
    """Take the day that it tells for the meeting's; where it tells several, the one after the day that is taken."""
    part = draft.parts[at] if at is not None else None
    words = part.words if part else line_of(draft, place)
    return _with_day_of(draft, words, part.place if part else place, near)


def _with_day_of(draft: Draft, words: str, place: int, near: date | None) -> Draft:
    told = moments_in(words, near=near)
    if not told:
        return _with_hours(draft, words)
    days = [moment.date for moment in told]
    chosen = days.index(draft.meeting.date) + 1 if draft.meeting.date in days else 0
    return with_day(draft, told[chosen % len(told)], place)


def _with_hours(draft: Draft, words: str) -> Draft:
    """Take the hours that a line tells without a day."""
    try:
        hours = hours_in(words)
    except BadInput as error:
        raise Refused(error.message) from error
    if hours is None or draft.meeting.date == NO_DAY:
        raise Refused("no day stands in this line")
    return _dated(draft, replace(draft.meeting, start=hours.start, end=hours.end), place=0)


def with_day(draft: Draft, moment: Moment | OtherDay, place: int) -> Draft:
    """Take another day for the meeting's; the one before it is kept among the others."""
    meeting = draft.meeting
    when = next((part for part in draft.parts if part.role is Role.WHEN), None)
    before = OtherDay(
        date=meeting.date,
        place=when.place if when else 0,
        why=draft.date_why,
        last=meeting.last_date,
        start=meeting.start,
        end=meeting.end,
    )
    others = [one for one in draft.other_days if one.date != moment.date]
    others += [before] if meeting.date not in (NO_DAY, moment.date) else []
    start, end = (moment.start, moment.end) if moment.start else (meeting.start, meeting.end)
    meeting = replace(meeting, date=moment.date, last_date=moment.last, start=start, end=end)
    return _dated(replace(draft, other_days=tuple(others), date_why=_SURE), meeting, place=place)


def _dated(draft: Draft, meeting: Meeting, *, place: int) -> Draft:
    words = with_date_line(replace(meeting, header=())).said("Date")
    parts = [
        replace(one, key="Date", text=words, place=place or one.place, doubt="") if one.role is Role.WHEN else one
        for one in draft.parts
    ]
    return with_parts(replace(draft, meeting=meeting), parts)


def choose_other_day(draft: Draft) -> Draft:
    """Take the next of the days that the paper names. Raises Refused where it names one alone."""
    if not draft.other_days:
        raise Refused("the paper names no other day")
    return with_day(draft, draft.other_days[0], draft.other_days[0].place)


def make_place(draft: Draft, at: int | None, place: int) -> Draft:
    """Make it the place."""
    taken = _Taken(draft, at, place, keep=frozenset({Role.TITLE}))
    key = key_of(taken.words)
    words = key[1] if key and key[0].casefold() in words_of("place_keys") and key[1] else taken.words
    found, _ = place_beside(words, moments_in(words))
    taken.parts = [one for one in taken.parts if not one.is_place]
    return taken.with_new(DraftPart(role=Role.KEY, place=taken.place, key="Venue", text=found or words))


def make_person(draft: Draft, at: int | None, place: int) -> Draft:
    """Make it a person, or several; of a person, turn what they are: present, in attendance, apologies, and so on."""
    one = _part_of(draft, at, place)
    part = draft.parts[one] if one is not None else None
    if part is not None and part.person is not None:
        return _replaced(draft, one, replace(part, person=_turned(part.person), doubt=""))
    taken = _Taken(draft, at, place, keep=HEAD)
    named, group, presence = _named(taken.words)
    if not named:
        raise Refused("no name stands in this line")
    people = [
        Person(
            id=0,
            name=one.name,
            capacity=one.capacity,
            abbreviation=one.abbreviation,
            group=one.group or group,
            presence=one.presence or presence,
        )
        for one in named
    ]
    return taken.with_new(*(DraftPart(role=Role.PEOPLE, place=taken.place, person=person) for person in people))


def _named(words: str) -> tuple[list[Named], Group, Presence]:
    """Return whom a line names, and what its label says of them."""
    key = key_of(words)
    label = block_of(key[0], likely=True) if key and key[1] else None
    if key and label:
        return people_listed(key[1]), label.group, label.presence
    return people_in(words) or people_listed(words), Group.MEMBER, Presence.PRESENT


def _turned(person: Person) -> Person:
    standing = (person.group, person.presence)
    at = _STANDINGS.index(standing) + 1 if standing in _STANDINGS else 0
    group, presence = _STANDINGS[at % len(_STANDINGS)]
    return replace(person, group=group, presence=presence)


def make_item(draft: Draft, at: int | None, place: int) -> Draft:
    """Make it an item, as deep as the one above it."""
    one = _part_of(draft, at, place)
    if one is not None and draft.parts[one].section is not None:
        raise Refused("this is an item already")
    taken = _Taken(draft, at, place, keep=HEAD)
    section = _item(draft, taken.words, taken.place)
    above = [one.section for one in taken.parts if one.section is not None and one.place <= taken.place]
    level = above[-1].level if above else 1
    ids = [one.section.id for one in draft.parts if one.section is not None]
    section = replace(section, id=max(ids, default=0) + 1, level=level)
    return taken.with_new(DraftPart(role=Role.ITEM, place=taken.place, section=section))


def _item(draft: Draft, words: str, place: int) -> Section:
    listed = outline_of([OutlineLine(line=place, text=words)], known_people(draft.meeting.people))
    if not listed:
        raise Refused("there are no words for an item here")
    return replace(listed[0].section, explanation=(), resolution="")


def make_note(draft: Draft, at: int | None, place: int) -> Draft:
    """Make it a note below the item above it; a note, a draft resolution and back."""
    one = _part_of(draft, at, place)
    part = draft.parts[one] if one is not None else None
    if part is not None and part.role in BELOW:
        role = Role.EXPLANATION if part.role is Role.RESOLUTION else Role.RESOLUTION
        return _replaced(draft, one, replace(part, role=role, doubt=""))
    taken = _Taken(draft, at, place, keep=HEAD)
    note = DraftPart(role=Role.EXPLANATION, place=taken.place, text=taken.words)
    made = taken.with_new(note)
    items = [one for one in made.parts if _order(one) == _ITEMS]
    if items[0].section is None:
        raise Refused("no item stands above it")
    return made


# Changing a part.


def _replaced(draft: Draft, at: int | None, *new: DraftPart) -> Draft:
    assert at is not None
    return with_parts(draft, [*draft.parts[:at], *new, *draft.parts[at + 1 :]])


def shift(draft: Draft, at: int | None, place: int, by: int) -> Draft:
    """Move an item, and those below it, a level in (1) or out (-1)."""
    at = _part_of(draft, at, place)
    part = draft.parts[at] if at is not None else None
    if at is None or part is None or part.section is None:
        raise Refused("only an item goes in or out")
    level = part.section.level
    above = next((one.section for one in draft.parts[:at][::-1] if one.section is not None), None)
    if not 1 <= level + by <= (above.level + 1 if above else 1):
        raise Refused("it cannot go further out" if by < 0 else "no item stands above it that it could go under")
    parts, below = [*draft.parts], True
    for place, one in enumerate(parts[at:], at):
        if one.section is None:
            continue
        below = place == at or (below and one.section.level > level)
        if not below:
            break
        parts[place] = replace(one, section=replace(one.section, level=one.section.level + by))
    return with_parts(draft, parts)


def forget(draft: Draft, at: int | None, place: int) -> Draft:
    """Take it out of the meeting: its words are kept beside it."""
    taken = _Taken(draft, at, place)
    if taken.was is not None and taken.was.role is Role.WHEN:
        raise Refused("a meeting has a day; another line can be made it")
    if len(taken.parts) == len(draft.parts):
        raise Refused("this is not in the meeting")
    return with_parts(draft, taken.parts)


def merge(draft: Draft, at: int | None, place: int) -> Draft:
    """Join it to what stands above it: the words of two lines that are one."""
    taken = _Taken(draft, at, place)
    if taken.was is not None:
        before = at - 1 if at else -1
        before = before if before >= 0 and _order(draft.parts[before]) == _order(taken.was) else -1
    else:
        before = max((n for n, one in enumerate(taken.parts) if 0 < one.place < taken.place), default=-1)
    if before < 0 or taken.parts[before].role is Role.WHEN:
        raise Refused("nothing stands above it that it could be joined to")
    taken.parts[before] = _joined(taken.parts[before], taken.words)
    return with_parts(draft, taken.parts)


def _joined(above: DraftPart, words: str) -> DraftPart:
    if above.section is not None:
        heading = f"{above.section.heading} {words}".strip()
        return replace(above, section=replace(above.section, heading=heading), doubt="")
    if above.person is not None:
        return _reworded_person(above, f"{above.words} {words}")
    return replace(above, text=f"{above.text} {words}".strip(), doubt="")


def reword(draft: Draft, at: int, words: str, near: date | None = None) -> Draft:
    """Give a part other words, which are read again."""
    part, words = draft.parts[at], " ".join(words.split())
    if not words:
        raise Refused("nothing was written")
    if part.role is Role.WHEN:
        return _with_day_of(draft, words, part.place, near)
    if part.section is not None:
        read = _item(draft, words, part.place)
        kept = replace(read, id=part.section.id, level=part.section.level, papers=part.section.papers)
        return _replaced(draft, at, replace(part, section=kept, doubt=""))
    if part.person is not None:
        return _replaced(draft, at, _reworded_person(part, words))
    return _replaced(draft, at, replace(part, text=words, doubt=""))


def _reworded_person(part: DraftPart, words: str) -> DraftPart:
    named = people_in(words) or people_listed(words)
    if part.person is None or len(named) != 1:
        raise Refused("this names nobody" if not named else "this names several people")
    one = named[0]
    person = replace(part.person, name=one.name, capacity=one.capacity, abbreviation=one.abbreviation)
    return replace(part, person=person, doubt="")


def trust(draft: Draft, at: int | None) -> Draft:
    """Say that a part is right as it is."""
    if at is None or not draft.parts[at].doubt:
        raise Refused("nothing is doubted here")
    parts = [*draft.parts]
    parts[at] = replace(parts[at], doubt="")
    return replace(draft, parts=tuple(parts), meeting=with_kept(draft, draft.meeting))
