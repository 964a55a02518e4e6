"""What the public version withholds, and why: told by its place alone, without a word of it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.meeting.approval.amendment import Amendment
from tui.meeting.approval.row_words import place_of
from tui.meeting.model import Entry, Kind, Meeting, Person, Section, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.text.inline_markup import has_restricted, spans

MARKED = "the entry is restricted as a whole (% before its mark, or x in the log)"
SECTION = "the section is restricted (/restrict)"
BELOW = "it stands below a restricted section"
WORDS = "words stand in [[ ]]"
HANGING = "it hangs on a restricted entry"
ABOUT = "it is an update on a restricted action"
CAME = "the notes tell of their coming only where it is restricted"
NAMED = "it names somebody whose name is in [[ ]]"


class Withheld(Value, frozen=True, kw_only=True):
    """One thing that the public version does not show, or not whole."""

    place: str
    """Where, in words that the public version has too: `item 4, entry 3`."""
    what: str
    """`the whole note`, `the section with 6 entries`, `words of the heading`."""
    why: str


def withheld_from_public(meeting: Meeting, amendments: tuple[Amendment, ...] = ()) -> tuple[Withheld, ...]:
    """List what the public version withholds, in print order."""
    shown = public(meeting)
    places = {one.id: place_of(shown, one) or f"section {at}" for at, one in enumerate(shown.sections, 1)}
    found = [*_head(meeting, shown), *_people(meeting, shown)]
    entries = {entry.id: entry for entry in shown.entries}
    below: list[tuple[int, bool]] = []
    for section, other in zip(meeting.sections, shown.sections, strict=True):
        while below and below[-1][0] >= section.level:
            below.pop()
        within = any(hides for _, hides in below)
        below.append((section.level, section.restricted))
        here = meeting.entries_of(section.id)
        if section.restricted or within:
            count = f"{len(here)} {'entry' if len(here) == 1 else 'entries'}"
            why = SECTION if section.restricted else BELOW
            found.append(Withheld(place=places[section.id], what=f"the section with {count}", why=why))
            continue
        if section != other:
            found.append(Withheld(place=places[section.id], what=_what_of(section, other), why=WORDS))
        for at, entry in enumerate(here, 1):
            found.extend(_entry(meeting, entry, entries.get(entry.id), f"{places[section.id]}, entry {at}"))
    return (*found, *_afterwards(meeting, shown, amendments))


def _head(meeting: Meeting, shown: Meeting) -> Iterator[Withheld]:
    if meeting.title != shown.title:
        yield Withheld(place="title", what="words of the title", why=WORDS)
    for at, (line, other) in enumerate(zip(meeting.header, shown.header, strict=True), 1):
        if line != other:
            yield Withheld(place=f"head, line {at}", what="words of the line", why=WORDS)


def _people(meeting: Meeting, shown: Meeting) -> Iterator[Withheld]:
    for at, (person, other) in enumerate(zip(meeting.people, shown.people, strict=True), 1):
        if person != other:
            why = WORDS if any(map(has_restricted, (person.name, person.capacity, person.abbreviation))) else CAME
            yield Withheld(place=f"people, number {at}", what=_what_of(person, other), why=why)


def _what_of(row: Person | Section, shown: Person | Section) -> str:
    changed = [name for name in row.__struct_fields__ if getattr(row, name) != getattr(shown, name)]
    names = {"brought_from": "title of the meeting it comes from"}
    return f"words of the {' and the '.join(names.get(name, name) for name in changed)}"


def _entry(meeting: Meeting, entry: Entry, shown: Entry | None, place: str) -> Iterator[Withheld]:
    if entry == shown:
        return
    whole = f"the whole {entry.kind.value}"
    if shown is None or (shown.restricted and not entry.restricted):
        yield Withheld(place=place, what=whole, why=_why_with_others(meeting, entry))
    elif entry.restricted:
        yield Withheld(place=place, what=whole, why=MARKED)
    else:
        count = sum(1 for span in spans(shown.text) if span.restricted)
        if count:
            stretches = "1 stretch of words" if count == 1 else f"{count} stretches of words"
            yield Withheld(place=place, what=f"{stretches} of the {entry.kind.value}", why=WORDS)
        if _labels(entry) != _labels(shown):
            yield Withheld(place=place, what=f"a name with the {entry.kind.value}", why=NAMED)
        if entry.text == shown.text and _labels(entry) == _labels(shown):
            yield Withheld(place=place, what=f"words beside the {entry.kind.value}", why=WORDS)


def _why_with_others(meeting: Meeting, entry: Entry) -> str:
    if entry.person is not None and any(p.id == entry.person and has_restricted(p.name) for p in meeting.people):
        return NAMED
    return HANGING if entry.kind is Kind.POINT else ABOUT if entry.about is not None else WORDS


def _labels(entry: Entry) -> tuple[str, ...]:
    decided = (entry.decision.mover, entry.decision.seconder) if entry.decision else ()
    return (*entry.speakers, *(entry.action.owners if entry.action else ()), *decided)


def _afterwards(meeting: Meeting, shown: Meeting, amendments: tuple[Amendment, ...]) -> Iterator[Withheld]:
    if meeting.approval != shown.approval:
        yield Withheld(place="approval", what="words of the approval or its corrections", why=WORDS)
    for one in amendments:
        if one.withheld:
            place = f"amendment, {one.public_place}" if one.public_place else "amendment"
            yield Withheld(place=place, what="what was changed", why="what is or was restricted is in it")
