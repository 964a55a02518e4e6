"""The people of a meeting put right: name, capacity, abbreviation and group, and the old name wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.model import Decision, Entry, Group, Meeting, Person, Section
from tui.meeting.people.attendance import known_person, names_nobody
from tui.meeting.people.directory import label_of
from tui.meeting.people.name_forms import bare_name, fold
from tui.meeting.people.person_line import read_person
from tui.meeting.text import english

Row = TypeVar("Row", Entry, Section)

_SAME_AS = "give another, or strike one of the two"


def correct_by_words(meeting: Meeting, words: str) -> Meeting:
    """Put a person right by `OLD = NEW, capacity (ABBR)`, also in what was captured.

    NEW may be a group, `guest`; without `=`, the words are the known person's name with another capacity or
    abbreviation. Raises Refused for somebody unknown, and for a name or an abbreviation that another one has.
    """
    old, equals, new = words.partition("=")
    if not old.strip() or (equals and not new.strip()):
        raise Refused("who, and what is right?", hint="type /person OLD = NEW, capacity (ABBR)")
    new = new.strip() if equals else old.strip()
    person = known_person(meeting, old.strip() if equals else read_person(old, 0).name)
    group = next((group for group in Group if group.value == new.casefold()), None)
    if group is not None and equals:
        return correct(meeting, person, replace(person, group=group))
    return correct(meeting, person, as_said(person, new))


def as_said(person: Person, words: str) -> Person:
    """Return a person as words say: name, and capacity and abbreviation where they are said. Raises Refused."""
    said = read_person(words, person.id)
    if not any(character.isalpha() for character in said.name) or names_nobody(said.name):
        raise Refused(f"“{words.strip()}” is not a name")
    return replace(
        person,
        name=said.name,
        capacity=said.capacity or person.capacity,
        abbreviation=said.abbreviation or person.abbreviation,
        email=said.email or person.email,
    )


def correct(meeting: Meeting, old: Person, new: Person, *, everywhere: bool = True) -> Meeting:
    """Put a person right. Who spoke, who owns and who voted follow; the words too, `everywhere`.

    Raises Refused for a name or an abbreviation that another one of the meeting has.
    """
    _apart(meeting, new)
    meeting = _renamed(meeting, old, new)
    meeting = replace(meeting, people=tuple(new if one.id == new.id else one for one in meeting.people))
    if not everywhere:
        return meeting
    forms = _forms(meeting, old, new)
    return _in_words(meeting, lambda text: _put(text, forms)) if forms else meeting


def places_of(meeting: Meeting, old: Person, new: Person) -> int:
    """Count the places in what was captured, and in the agenda, whose words hold what would be put right."""
    forms = _forms(meeting, old, new)
    if not forms:
        return 0
    found = _pattern(tuple(forms))
    count = 0

    def counted(text: str) -> str:
        nonlocal count
        count += len(found.findall(text))
        return text

    _in_words(meeting, counted)
    return count


def add_person(meeting: Meeting, words: str) -> Meeting:
    """Add somebody, `Name, capacity (ABBR)`, as a member who is present. Raises Refused for one who is here already."""
    number = max((person.id for person in meeting.people), default=0) + 1
    new = as_said(Person(id=number, name=""), words)
    _apart(meeting, new)
    return replace(meeting, people=(*meeting.people, new))


def remove_person(meeting: Meeting, person: Person) -> Meeting:
    """Take somebody off the list who should not be on it. Raises Refused for one of whom something was captured."""
    if any(person.id == entry.person or _names(entry) & {label_of(person), person.name} for entry in meeting.entries):
        raise Refused(f"what was captured names {person.name}", hint="put the name right instead, or say who is absent")
    return replace(meeting, people=tuple(one for one in meeting.people if one.id != person.id))


def _names(entry: Entry) -> set[str]:
    """Return the labels of everybody whom an entry refers to."""
    found = {*entry.speakers, *(entry.action.owners if entry.action else ())}
    decision = entry.decision
    if decision is not None:
        found |= {decision.mover, decision.seconder}
        for field in decision.__struct_fields__:
            found |= {*getattr(decision, field)} if field.endswith("_names") else set()
    return found


def with_members(meeting: Meeting, standing: tuple[Person, ...]) -> Meeting:
    """Return the meeting with those of a series' standing members whom it does not name, present like the others."""
    return replace(meeting, people=(*meeting.people, *missing_members(meeting, standing)))


def missing_members(meeting: Meeting, standing: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return those of a series' standing members whom the meeting does not name."""
    named = {_whole(person) for person in meeting.people}
    used = {fold(person.abbreviation) for person in meeting.people if person.abbreviation}
    first = max((person.id for person in meeting.people), default=0) + 1
    lacking = [one for one in standing if _whole(one) not in named]
    return tuple(
        replace(one, id=number, abbreviation="" if fold(one.abbreviation) in used else one.abbreviation)
        for number, one in enumerate(lacking, first)
    )


def _whole(person: Person) -> str:
    return fold(" ".join(bare_name(person.name)))


def _apart(meeting: Meeting, new: Person) -> None:
    """Raise Refused where somebody else has the name or the abbreviation."""
    for other in meeting.people:
        if other.id == new.id:
            continue
        if new.abbreviation and fold(other.abbreviation) == fold(new.abbreviation):
            raise Refused(f"{new.abbreviation} is {other.name} already", hint=_SAME_AS)
        if fold(other.name) == fold(new.name):
            raise Refused(f"{other.name} is here already", hint=_SAME_AS)


def _labels(old: Person, new: Person) -> dict[str, str]:
    """Return what stood for the person, and what stands for them now."""
    labels = {old.name: label_of(new), label_of(old): label_of(new)}
    return {before: after for before, after in labels.items() if before and before != after}


def _renamed(meeting: Meeting, old: Person, new: Person) -> Meeting:
    """Put the new label for the old ones wherever the meeting refers to the person, and the name in its head."""
    labels, name = _labels(old, new), {old.name: new.name} if old.name != new.name else {}
    short = {old.abbreviation: label_of(new)} if old.abbreviation not in ("", new.abbreviation) else {}

    def one(label: str) -> str:
        return labels.get(label, label)

    def several(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(one, names)))

    def decided(decision: Decision) -> Decision:
        names = {field: several(getattr(decision, field)) for field in decision.__struct_fields__ if "_names" in field}
        return replace(decision, mover=one(decision.mover), seconder=one(decision.seconder), **names)

    def entry(row: Entry) -> Entry:
        action = replace(row.action, owners=several(row.action.owners)) if row.action else None
        decision = decided(row.decision) if row.decision else None
        # The program words arrivals and the like itself, so they always tell the name.
        text = _put(row.text, name) if row.person == old.id else row.text
        return replace(row, text=text, speakers=several(row.speakers), action=action, decision=decision)

    def section(row: Section) -> Section:
        return replace(row, presenter=_put(row.presenter, name | short))

    header = tuple((key, _put(words, name)) for key, words in meeting.header)
    return replace(
        meeting,
        header=header,
        entries=tuple(_kept(row, entry(row)) for row in meeting.entries),
        sections=tuple(_kept(row, section(row)) for row in meeting.sections),
    )


def _kept(row: Row, changed: Row) -> Row:
    """Return the row itself where nothing changed, so that only what did goes into the history."""
    return row if row == changed else changed


def _in_words(meeting: Meeting, put: Callable[[str], str]) -> Meeting:
    """Put words for others in all that was captured here, and in the agenda's own words."""

    def entry(row: Entry) -> Entry:
        if row.action is not None and row.action.origin is not None:
            return row
        return _kept(row, replace(row, text=put(row.text)))

    def section(row: Section) -> Section:
        return _kept(
            row,
            replace(
                row,
                heading=put(row.heading),
                explanation=tuple(map(put, row.explanation)),
                resolution=put(row.resolution),
            ),
        )

    return replace(meeting, entries=tuple(map(entry, meeting.entries)), sections=tuple(map(section, meeting.sections)))


def _forms(meeting: Meeting, old: Person, new: Person) -> dict[str, str]:
    """Return the forms of the old name that a text may hold, with those of the new one.

    A first name or a surname alone counts where nobody else has it and it is no everyday word.
    """
    before, after = bare_name(old.name), bare_name(new.name)
    found = {old.name: new.name, " ".join(before): " ".join(after)}
    others = {word for one in meeting.people if one.id != old.id for word in bare_name(one.name)}
    if len(before) > 1 and len(after) > 1:
        single = ((before[0], after[0]), (before[-1], after[-1]))
        found |= {word: right for word, right in single if _is_telling(word) and word not in others}
    if old.abbreviation and new.abbreviation:
        found[old.abbreviation] = new.abbreviation
    return {word: right for word, right in found.items() if word and right and word != right}


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word.casefold() not in _everyday()


@cache
def _everyday() -> frozenset[str]:
    """Return the words of the language that may stand where a name might."""
    lists = (value for name, value in vars(english).items() if name.isupper() and name != "NAMES")
    return frozenset(word.casefold() for words in lists if isinstance(words, str) for word in words.split())


def _put(text: str, forms: Mapping[str, str]) -> str:
    """Put what is right for each form, as a whole word, the longest first."""
    return _pattern(tuple(forms)).sub(lambda found: forms[found[0]], text) if text and forms else text


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)")
