"""People of several minutes of one body who are likely one person, called by more or by less of a name."""

from __future__ import annotations

from collections.abc import Sequence

from tui.meeting.model import Meeting, Person, Value
from tui.meeting.people.name_forms import bare_name, fold, full_forms, surname


class Likeness(Value, frozen=True, kw_only=True):
    """Somebody of a meeting, and the one whom another meeting calls by more of the name."""

    person: Person
    other: Person
    meeting: Meeting
    """The meeting of that other one."""


def likenesses(meeting: Meeting, others: Sequence[Meeting]) -> list[Likeness]:
    """Return those of a meeting whose names are shorter forms of one of the others' people, and of one alone."""
    fuller: dict[str, dict[str, tuple[Person, Meeting]]] = {}
    for other in others:
        for person in other.people:
            fuller.setdefault(fold(surname(person.name)), {}).setdefault(_bare(person), (person, other))
    here = {_bare(person) for person in meeting.people}
    found: list[Likeness] = []
    for person in meeting.people:
        known = fuller.get(fold(surname(person.name)), {})
        fitting = [one for bare, one in known.items() if bare not in here and _is_shorter(person, one[0])]
        if len(fitting) == 1:
            found.append(Likeness(person=person, other=fitting[0][0], meeting=fitting[0][1]))
    return found


def _is_shorter(person: Person, other: Person) -> bool:
    """Whether a name is a form of another that tells more: `J Oddy` of `John Oddy`."""
    bare, whole = _bare(person), _bare(other)
    return len(bare) < len(whole) and bare in full_forms(" ".join(bare_name(other.name)))


def _bare(person: Person) -> str:
    return fold(" ".join(bare_name(person.name)))
