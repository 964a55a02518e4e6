"""What speaks against a part's being what it was taken for, in words for whoever looks at it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.errors import BadInput
from tui.meeting.dates.moments import Moment
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.model import Person
from tui.meeting.people.name_forms import bare_name, fold
from tui.papers.several import OtherMeeting
from tui.papers.understanding.parts import PaperParts
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.sections import Listed, twice_numbered
from tui.papers.understanding.titles import title_score
from tui.papers.understanding.when import LIKELY, Chosen

_LONG = 16
"""Words from which a heading reads like a sentence."""
_BODY = 3
"""The score of a line that names a body."""


def doubt_of_title(parts: PaperParts, place: int) -> str:
    """Say what speaks against a title."""
    if not place:
        return "no line gives it: it is what the mail, the page or a sentence calls the meeting"
    if title_score(parts.title) < _BODY and not parts.frame.headed:
        return "no line names a committee or the like; this one comes first"
    return ""


def doubt_of_day(chosen: Chosen, undated: BadInput | None, others: Sequence[OtherMeeting] = ()) -> str:
    """Say what speaks against the day, and name the other days and meetings that the paper has."""
    if others:
        return "; ".join(f"another meeting stands in line {one.place}, {one.words}" for one in others[:2])
    if undated is not None:
        return undated.message
    best = chosen.evidence
    if best is None:
        return ""
    if rivals := [one for one in chosen.others if one.score >= LIKELY]:
        named = " and ".join(f"line {one.place} names {said_date(one.moment.date)}" for one in rivals[:2])
        return f"{named}; this was taken because {best.why}"
    return _doubt_of_moment(best.moment) or (best.why if best.score < LIKELY else "")


def _doubt_of_moment(moment: Moment) -> str:
    if not moment.weekday_fits:
        written = WEEKDAYS[moment.weekday or 0]
        return f"the paper says {written}; {said_date(moment.date)} is a {WEEKDAYS[moment.date.weekday()]}"
    if moment.swapped and moment.weekday is None:
        return "read with the month first"
    return "" if moment.year_said else "the paper names no year"


def doubts_of_people(people: Sequence[Person], lines: Sequence[int]) -> list[str]:
    """Say for each person what speaks against them."""
    names: dict[str, int] = {}
    found = []
    for person, line in zip(people, lines, strict=True):
        name = fold(" ".join(bare_name(person.name)))
        first = names.setdefault(name, line)
        if first != line:
            found.append(f"line {first} names them already")
        else:
            found.append("" if _is_named(person.name) else "this may be no name")
    return found


def _is_named(name: str) -> bool:
    """Whether words look like a name, initials aside."""
    return is_name(" ".join(p for p in name.split() if len(p.strip(".")) > 1), alone=True, lenient=True)


def doubts_of_items(listed: Sequence[Listed]) -> list[str]:
    """Say for each item what speaks against it."""
    twice = {again.section.id: first.line for again, first in twice_numbered(listed)}
    numbered = sum(bool(one.section.number) for one in listed) * 2 > len(listed)
    levels = [*(one.section.level for one in listed), 0]
    return [
        _doubt_of_item(one, twice.get(one.section.id), numbered=numbered and levels[at + 1] <= levels[at])
        for at, one in enumerate(listed)
    ]


def _doubt_of_item(one: Listed, first: int | None, *, numbered: bool) -> str:
    section = one.section
    if first is not None:
        return f"line {first} has number {section.number} already"
    if len(section.heading.split()) >= _LONG:
        return "it reads like a sentence; it may be a note on the item above"
    if numbered and not section.number and section.level == 1:
        return "the other items have numbers"
    return "" if any(map(str.isalpha, section.heading)) else "it has no words"
