"""How the people of a paper may be named in its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.meeting.model import Person, Value
from tui.meeting.people.name_forms import bare_name, fold, initials
from tui.papers.understanding.people.names import without_title


class KnownNames(Value, frozen=True, kw_only=True):
    """How the people of a paper may be named in its items."""

    names: frozenset[str]
    initials: frozenset[str]
    first: frozenset[str] = frozenset()
    """The first names that one of them alone has."""

    def names_one(self, words: str) -> bool:
        """Whether words name somebody, in brackets or behind a dash."""
        words = words.strip(" .")
        name = fold(" ".join(bare_name(without_title(words))))
        return words in self.initials or name in self.names or (words[:1].isupper() and name in self.first)


def known_people(people: Iterable[Person]) -> KnownNames:
    """Return how people may be named."""
    people = [*people]
    names = [[*name] for name in dict.fromkeys(tuple(bare_name(without_title(person.name))) for person in people)]
    first = Counter(fold(name[0]) for name in names if len(name) > 1 and len(name[0].strip(".")) > 1)
    return KnownNames(
        names=frozenset(fold(" ".join(name)) for name in names) - {""},
        first=frozenset(name for name, count in first.items() if count == 1),
        initials=frozenset(form for person in people for form in (person.abbreviation, *_initials(person))) - {""},
    )


def _initials(person: Person) -> set[str]:
    """Return the initials of a name, in capitals, where the paper gives no abbreviation of its own."""
    if person.abbreviation:
        return set()
    return {form.upper() for form in initials(person.name) if 1 < len(form) < 5}


NOBODY = KnownNames(names=frozenset(), initials=frozenset())
