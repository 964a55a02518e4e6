"""Who is meant by a name: abbreviations, surnames, initials, first names and roles, as people say them."""

from __future__ import annotations

from collections.abc import Iterable

from tui.meeting.model import Meeting, Person, Presence, Value
from tui.meeting.people.honorifics import plain_title, split_title
from tui.meeting.people.name_forms import bare_name, first_name, fold, full_forms, name_forms
from tui.meeting.people.name_lists import read_list
from tui.meeting.people.organisations import employers_in, organisations_in
from tui.meeting.people.person_line import read_person
from tui.meeting.people.posts import abbreviates_a_post
from tui.meeting.people.roles import (
    as_chair,
    is_role,
    names_a_writer,
    opening_words,
    post_noun,
    role_forms,
    wider_role,
)

ALL = "ALL"
"""The owner of an action that is everybody's."""

_LONGEST_NAME = 200
_MOST_WORDS = 12
_EVERYDAY = frozenset(
    "a all am an any are as at be both but by can did do each for from go had has have he her him his how i if in "
    "is it its may me more most my no none not of on one or our out own she so some than that the then there they "
    "this those to two up us was we were what when who why will you".split()
)
"""Words that are somebody's initials by chance: in a sentence they name nobody unless written in capitals."""
_NO_NAMES = frozenset({"Date", "Time", "Next", "Repeats"})
"""The header lines whose words name nobody."""


class Known(Value, frozen=True, kw_only=True):
    """Somebody or something a name can stand for."""

    label: str
    """As it prints: the abbreviation, else the full name."""
    name: str = ""
    """The full name; empty for `ALL` and for groups."""
    person: int | None = None
    """The person's id; None for somebody who stands only in the header."""
    post: bool = False
    """True where the label is the abbreviation of a post, which takes an article: `the PCC`."""


def label_of(person: Person) -> str:
    """Return a person's name as the notes use it: the abbreviation, else the full name."""
    return person.abbreviation or person.name


class Directory:
    """The names known in one meeting; made from the meeting's people and its header."""

    def __init__(self, meeting: Meeting) -> None:
        self._abbreviations: dict[str, set[Known]] = {}
        self._forms: dict[str, set[Known]] = {}
        self._wider_roles: dict[str, set[Known]] = {}
        self._first_names: dict[str, dict[Known, bool]] = {}
        self._full_forms: dict[str, set[Known]] = {}
        self._titles: dict[Known, set[str]] = {}
        self._organisations, self._employers = _organisations_of(meeting)
        everybody: dict[Known, None] = {}
        for person in meeting.people:
            everybody[self._add(person)] = None
        for key, words in meeting.header:
            if known := self._add_header(key, words):
                everybody[known] = None
        self.people = tuple(everybody)

    def _add(self, person: Person) -> Known:
        """Make somebody known; a person with id 0 stands only in the header."""
        post = bool(person.abbreviation) and abbreviates_a_post(person.abbreviation, person.name, person.capacity)
        known = Known(label=label_of(person), name=person.name, person=person.id or None, post=post)
        titles = {fold(title) for title in split_title(person.name)[0]}
        if person.abbreviation:
            # `@iok to write` has the mark of an owner before the name, so a handle is known without its own.
            for called in (person.abbreviation, person.abbreviation.removeprefix("@")):
                _put(self._abbreviations, fold(called), known)
            titles.add(fold(person.abbreviation))
        for form in name_forms(person.name):
            _put(self._forms, form, known)
        for form in full_forms(person.name):
            _put(self._full_forms, form, known)
        if first := first_name(person.name):
            self._first_names.setdefault(first, {})[known] = person.presence is Presence.PRESENT
        self._titles[known] = {plain_title(title) for title in titles} - {""}
        self._add_role(person.capacity, known)
        return known

    def _add_role(self, capacity: str, known: Known) -> None:
        roles = role_forms(capacity) - self._employers
        wider = wider_role(capacity) | post_noun(capacity)
        for role in roles:
            _put(self._forms, role, known)
        for role in wider:
            _put(self._wider_roles, role, known)
        titles = (roles | wider | opening_words(capacity)) - self._employers
        self._titles[known].update(filter(None, map(plain_title, titles)))

    def _add_header(self, key: str, words: str) -> Known | None:
        """Make the person of a header line known: by the name, and by the role where the key is one."""
        person = read_person(words, 0)
        known = self.find(person.name)
        if known is None:
            if not (is_role(key) or names_a_writer(key)) or not _looks_like_a_name(person.name):
                return None
            known = self._add(person)
        if is_role(key) or (len(bare_name(person.name)) > 1 and not names_a_writer(key)):
            self._add_role(key, known)
        return known

    def meant(self, name: str) -> frozenset[Known]:
        """Return everybody whom a name fits, an article and honorifics aside.

        An abbreviation wins over all else, and a role given in so many words over one that is part of a
        longer one: `Chair` is the chair of the meeting before it is the chair of governors.
        """
        words = name.split()
        if len(words) > 1 and words[0].casefold() == "the":
            words = words[1:]
        if not words or len(name) > _LONGEST_NAME:
            return frozenset()
        found = self._by_form(fold(" ".join(words))) or self._by_title(words)
        return frozenset(found or self._by_form(fold(" ".join(bare_name(" ".join(words))))))

    def _by_form(self, folded: str) -> set[Known]:
        role = as_chair(folded)
        return (
            self._abbreviations.get(folded)
            or self._forms.get(folded, set()) | self._by_first_name(folded)
            or self._forms.get(role)
            or self._wider_roles.get(role)
            or set()
        )

    def _by_title(self, words: list[str]) -> set[Known]:
        """Return those of a surname or full name that bear the abbreviation, rank or post before it: `DCC Hale`."""
        found: set[Known] = set()
        for place in range(1, len(words) if len(words) <= _MOST_WORDS else 1):
            rest = " ".join(words[place:])
            bearers = self._full_forms.get(fold(rest)) or self._full_forms.get(fold(" ".join(bare_name(rest)))) or ()
            title = plain_title(as_chair(" ".join(words[:place]))) if bearers else ""
            found.update(known for known in bearers if title in self._titles[known])
        return found

    def find(self, name: str, *, in_sentence: bool = False) -> Known | None:
        """Return whom a name means; None where nobody or more than one.

        `in_sentence` leaves out everyday words that are initials by chance, as in “It noted …”.
        """
        if in_sentence and name.strip().casefold() in _EVERYDAY and not name.strip().isupper():
            return None
        found = self.meant(name)
        return next(iter(found)) if len(found) == 1 else None

    def organisation(self, name: str) -> str:
        """Return the organisation that a name in capitals is the abbreviation of; empty for none and for a person."""
        words = name.split()
        given = words[-1] if len(words) == 1 or (len(words) == 2 and words[0].casefold() == "the") else ""
        return given if given in self._organisations and not self.meant(given) else ""

    def _by_first_name(self, folded: str) -> set[Known]:
        bearers = self._first_names.get(folded, {})
        return {known for known, here in bearers.items() if here} or set(bearers)

    def find_all(self, names: str, *, in_sentence: bool = False) -> tuple[Known, ...] | None:
        """Read a list of names (`CC, DCC`, `PCC / CC`, `both CC and DCC`); None unless every one is known."""
        return read_list(names, lambda name: self.find(name, in_sentence=in_sentence))


def _organisations_of(meeting: Meeting) -> tuple[frozenset[str], frozenset[str]]:
    """Return the abbreviations of organisations, and, folded, those that are nobody's role."""
    lines = [words for key, words in meeting.header if key not in _NO_NAMES]
    capacities = [person.capacity for person in meeting.people]
    capacities += [read_person(words, 0).capacity for words in lines]
    found = {name for words in (*lines, *capacities) for name in organisations_in(words)}
    employers = {fold(name) for capacity in capacities for name in employers_in(capacity)}
    employers |= {fold(words) for key, words in meeting.header if names_a_writer(key) and words.strip() in found}
    return frozenset(found), frozenset(employers)


def _put(table: dict[str, set[Known]], form: str, known: Known) -> None:
    table.setdefault(form, set()).add(known)


def _looks_like_a_name(name: str) -> bool:
    words = bare_name(name)
    return 2 <= len(words) <= 6 and words[0][:1].isupper() and not any(c.isdigit() for c in name)


def labels(known: Iterable[Known]) -> tuple[str, ...]:
    """Return the labels of those known, each once."""
    return tuple(dict.fromkeys(one.label for one in known))


_cached: tuple[object, object, Directory] | None = None


def directory_of(meeting: Meeting) -> Directory:
    """Return the meeting's directory, made once for as long as its people and header stay the same."""
    global _cached
    if _cached is None or _cached[0] is not meeting.people or _cached[1] is not meeting.header:
        _cached = (meeting.people, meeting.header, Directory(meeting))
    return _cached[2]
