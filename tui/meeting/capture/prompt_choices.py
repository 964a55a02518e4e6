"""Whom a few letters mean, and when: what the prompts for speakers, owners and due offer as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import Refused
from tui.meeting.dates.due import due_from_words
from tui.meeting.dates.written_dates import MONTHS, WEEKDAYS, days_on
from tui.meeting.model import Meeting, Value
from tui.meeting.people.attendance import here
from tui.meeting.people.directory import ALL, Known, directory_of
from tui.meeting.people.name_forms import bare_name, fold, surname
from tui.meeting.text.matching import best_first, has_start, rank, starts, whole
from tui.meeting.text.sanitizing import one_line

LONGEST = 400
"""Characters that a prompt takes."""

_BETWEEN = re.compile(r"\s*(?:[,;/+&]|\band\b)\s*", re.IGNORECASE)
_QUOTED = re.compile(r'\s*["“]([^"”]+)["”]?\s*')
_LEAD = re.compile(
    r"(?:(?:by|before|on|at|for|until|in|within|to|the|(?:the\s+)?(?:end|start|beginning)\s+of|following|after)\s+)+",
    re.IGNORECASE,
)
_STRETCHES = (*MONTHS, "the week", "the month", "the year", "next week", "next month")
"""What may follow `the end of`."""


class Choice(Value, frozen=True, kw_only=True):
    """Somebody whom letters may mean."""

    label: str
    """As it prints: the abbreviation, else the full name."""
    about: str = ""
    """Who that is: name and capacity; empty for `ALL` and for groups."""


class Names(Value, frozen=True, kw_only=True):
    """What names typed in a few letters come to."""

    names: tuple[str, ...] = ()
    """As they print, each once."""
    unknown: tuple[str, ...] = ()
    """Those among them that nobody here goes by, as typed."""
    last: tuple[Choice, ...] = ()
    """Whom the letters typed last may mean, the likeliest first."""


class NamedChoice(Value, frozen=True, kw_only=True):
    """A name that can be chosen, with the folded forms that letters are held against."""

    choice: Choice
    name: str = ""
    family: str = ""
    capacity: str = ""
    away: bool = False
    """True for somebody who is not in the room now."""


def choose_names(meeting: Meeting, typed: str, *, owners: bool = False, turn: int = 0) -> Names:
    """Find whom names mean that are typed in a few letters, parted by commas, spaces or `and`.

    `turn` takes another of those whom the last letters may mean. Owners may be `ALL`, groups, and names nobody knows.
    """
    candidates = _candidates(meeting, owners=owners)
    found: dict[str, None] = {}
    unknown: list[str] = []
    last: tuple[Choice, ...] = ()
    pieces = list(_pieces(meeting, candidates, one_line(typed[:LONGEST])))
    for at, (words, ranked) in enumerate(pieces):
        last = tuple(candidate.choice for candidate in ranked)
        if not ranked:
            unknown.append(words)
            found[words] = None
        else:
            found[ranked[turn % len(ranked) if at == len(pieces) - 1 else 0].choice.label] = None
    return Names(names=tuple(found), unknown=tuple(unknown), last=last)


def choose_speakers(meeting: Meeting, typed: str, *, turn: int = 0) -> tuple[str, ...]:
    """Return the speakers whom letters mean. Raises Refused for a name that nobody here goes by."""
    names = choose_names(meeting, typed, turn=turn)
    if names.unknown:
        raise Refused(f"nobody here is known as “{names.unknown[0]}”", hint="/arrive NAME adds somebody")
    return names.names


def people_first(meeting: Meeting, *, owners: bool = False) -> tuple[Choice, ...]:
    """Return everybody who can be chosen, those in the room first."""
    return tuple(one.choice for one in sorted(_candidates(meeting, owners=owners), key=lambda one: one.away))


def _candidates(meeting: Meeting, *, owners: bool) -> list[NamedChoice]:
    present = {person.id for person in here(meeting)}
    candidates = [_person(meeting, known, present) for known in directory_of(meeting).people]
    if owners:
        people = {one.choice.label for one in candidates}
        used = (owner for entry in meeting.entries if entry.action for owner in entry.action.owners)
        groups = (name for name in dict.fromkeys((ALL, *used)) if name not in people)
        candidates += [NamedChoice(choice=Choice(label=name), name=fold(name), away=True) for name in groups]
    return candidates


def _person(meeting: Meeting, known: Known, present: set[int]) -> NamedChoice:
    person = meeting.person(known.person) if known.person is not None else None
    capacity = person.capacity if person else ""
    about = ", ".join(filter(None, (known.name if known.name != known.label else "", capacity)))
    return NamedChoice(
        choice=Choice(label=known.label, about=about),
        name=fold(" ".join(bare_name(known.name))),
        family=fold(surname(known.name)) if known.name else "",
        capacity=fold(capacity),
        away=known.person not in present,
    )


def _pieces(meeting: Meeting, candidates: list[NamedChoice], typed: str) -> Iterator[tuple[str, list[NamedChoice]]]:
    """Part names at their commas, and at spaces where the words on both sides are names of their own."""
    for piece in _BETWEEN.split(typed):
        if quoted := _QUOTED.fullmatch(piece):
            if name := quoted[1].strip():
                yield name, []
            continue
        words = [bare for word in piece.split() if (bare := word.lstrip("@"))]
        strange: list[str] = []
        at = 0
        while at < len(words):
            end, ranked = _longest(meeting, candidates, words, at)
            if ranked and strange:
                yield " ".join(strange), []
                strange = []
            if ranked:
                yield " ".join(words[at:end]), ranked
            else:
                strange.append(words[at])
            at = end
        if strange:
            yield " ".join(strange), []


def _longest(
    meeting: Meeting, candidates: list[NamedChoice], words: list[str], at: int
) -> tuple[int, list[NamedChoice]]:
    """Find the longest run of words from a place on that may mean somebody; one word where none does.

    Single letters, which `fold` puts together as initials, are each somebody of their own here.
    """
    for end in range(min(len(words), at + 5), at, -1):
        run = " ".join(words[at:end])
        if (end == at + 1 or " " in fold(run)) and (ranked := _ranked(meeting, candidates, run)):
            return end, ranked
    return at + 1, []


def _ranked(meeting: Meeting, candidates: list[NamedChoice], letters: str) -> list[NamedChoice]:
    folded = fold(letters)
    if not folded:
        return []
    meant = directory_of(meeting).find(letters)
    exact = meant.label if meant else ""
    orders = ((_rank(one, folded, exact), one.away, len(one.choice.label)) for one in candidates)
    return best_first(candidates, orders)


def _rank(one: NamedChoice, letters: str, exact: str) -> int:
    """Say how well letters fit somebody, 0 best."""
    if one.choice.label == exact:
        return 0
    label = (fold(one.choice.label),)
    return rank(
        letters,
        (whole, label),
        (starts, label),
        (starts, (one.family,)),
        (has_start, (one.name,)),
        (has_start, (one.capacity,)),
    )


def due_choices(meeting: Meeting, typed: str) -> tuple[str, ...]:
    """Return the due words that letters may begin, the likeliest first, and last the words as they are typed.

    `f` is Friday; `by f` is by Friday; `apr` is the April meeting where the series is monthly.
    """
    said = one_line(typed[:LONGEST]).replace("^", "").strip()
    if not said:
        return ()
    lead = match.end() if (match := _LEAD.match(said)) else 0
    stretches = said[:lead].casefold().rstrip().endswith("of")
    found: dict[str, None] = {}
    for start in dict.fromkeys((0, lead)):
        begun = said[start:].casefold()
        offered = _STRETCHES if start and stretches else _due_words(meeting)
        found.update((said[:start] + words, None) for words in offered if begun and words.casefold().startswith(begun))
    if said.casefold() not in {words.casefold() for words in found}:
        found[said] = None
    return tuple(found)


def _due_words(meeting: Meeting) -> Iterator[str]:
    """Return the words that are offered, those that come soonest first among their like."""
    yield from ("next meeting", "next week", "next month")
    for after in range(1, 8):
        if day := days_on(meeting.date, after):
            yield WEEKDAYS[day.weekday()]
    months = [MONTHS[(meeting.date.month + after) % 12] for after in range(12)]
    for month in months:
        named = f"{month} meeting"
        yield from (named, month) if due_from_words(meeting, named).date else (month, named)
    yield from ("tomorrow", "end of the week", "end of the month", "end of the year")
    yield from ("in a week", "in two weeks", "in a fortnight", "in a month", "in two months", "in three months")
