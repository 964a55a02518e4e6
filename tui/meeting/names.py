"""Who is meant by a name: abbreviations, surnames, initials, first names and roles, as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.meeting.model import Meeting, Person, Presence, Value

ALL = "ALL"
"""The owner of an action that is everybody's."""

_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness hon rt rev revd reverend fr father canon "
    "cllr cllrs councillor cr alderman ald insp inspector supt superintendent sgt sergeant pc dc ch det constable "
    "capt captain col colonel maj major lt judge".split()
)
_LETTERS_AFTER = frozenset("obe mbe cbe kbe dbe qpm bem jp mp ms msp phd kc qc esq".split())
_PARTICLES = frozenset("de la le van von der den da di du del dos mac mc st o' al bin ibn ap ter ten".split())
_JOINTS = re.compile(r"\s*(?:,\s*(?:and\b|&)?|/|\+|&|\band\b)\s*", re.IGNORECASE)
_HEADER_ROLES = frozenset(
    "chair chairman chairwoman chairperson president clerk secretary minutes minute-taker scribe treasurer "
    "facilitator host vice-chair deputy".split()
)


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
    """Give a person's name as the notes use it: the abbreviation, else the full name."""
    return person.abbreviation or person.name


def bare_name(name: str) -> list[str]:
    """Give a name's words without honorifics before it and letters after it."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and _bare(words[0]) in _HONORIFICS:
        words.pop(0)
    while len(words) > 1 and _bare(words[-1]) in _LETTERS_AFTER:
        words.pop()
    return words


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()


def fold(name: str) -> str:
    """Give the form of a name in which case, spacing, full stops and typographic quotes don't count."""
    return " ".join(name.replace("’", "'").replace(".", " ").casefold().split())


def surname(name: str) -> str:
    """Give the surname with its particles: `van der Berg`."""
    words = bare_name(name)
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def initials(name: str) -> set[str]:
    """Give the initials somebody may go by, with and without middle names and hyphens."""
    words = [word for word in bare_name(name) if word[0].isalnum()]
    if len(words) < 2:
        return set()
    forms = {
        "".join(word[0] for word in words),
        words[0][0] + words[-1][0],
        "".join(part[0] for word in words for part in word.split("-") if part),
    }
    return {form.casefold() for form in forms}


class Directory:
    """The names known in one meeting; made from the meeting's people and its header."""

    def __init__(self, meeting: Meeting) -> None:
        self._abbreviations: dict[str, set[Known]] = {}
        self._forms: dict[str, set[Known]] = {}
        self._first_names: dict[str, dict[Known, bool]] = {}
        by_name: dict[str, Known] = {}
        for person in meeting.people:
            known = Known(label=label_of(person), name=person.name, person=person.id, post=_is_post(person))
            by_name.setdefault(fold(" ".join(bare_name(person.name))), known)
            if person.abbreviation:
                self._abbreviations.setdefault(fold(person.abbreviation), set()).add(known)
            self._add_name(person.name, known, here=person.presence is Presence.PRESENT)
            self._add_role(person.capacity, known)
        for key, words in meeting.header:
            self._add_header(key, words, by_name)
        self.people = tuple(by_name.values())

    def _add_header(self, key: str, words: str, by_name: dict[str, Known]) -> None:
        name, _, capacity = words.partition(",")
        name = " ".join(name.split())
        folded = fold(" ".join(bare_name(name))) if name else ""
        known = by_name.get(folded)
        if known is None:
            if fold(key) not in _HEADER_ROLES or len(bare_name(name)) < 2:
                return
            known = by_name[folded] = Known(label=name, name=name)
            self._add_name(name, known, here=True)
            self._add_role(capacity, known)
        self._forms.setdefault(fold(key), set()).add(known)

    def _add_name(self, name: str, known: Known, *, here: bool) -> None:
        bare = bare_name(name)
        forms = {fold(name), fold(" ".join(bare)), fold(surname(name)), fold(bare[-1])} if bare else set()
        forms |= initials(name)
        if len(bare) > 2:
            forms.add(fold(f"{bare[0]} {surname(name)}"))
        if bare and name.split()[0] != bare[0]:
            forms.add(fold(f"{name.split()[0]} {surname(name)}"))
        for form in forms - {""}:
            self._forms.setdefault(form, set()).add(known)
        if len(bare) > 1:
            self._first_names.setdefault(fold(bare[0]), {})[known] = here

    def _add_role(self, capacity: str, known: Known) -> None:
        for role in {capacity, capacity.partition(",")[0]} - {""}:
            self._forms.setdefault(fold(role), set()).add(known)

    def find(self, name: str) -> Known | None:
        """Give whom a name means, an article and honorifics aside; None where nobody or more than one."""
        words = name.strip().split()
        if len(words) > 1 and words[0].casefold() == "the":
            words = words[1:]
        if not words or len(name) > 200:
            return None
        exact = fold(" ".join(words))
        for folded in dict.fromkeys((exact, fold(" ".join(bare_name(" ".join(words)))))):
            if found := self._abbreviations.get(folded):
                return _only(found)
            if found := self._forms.get(folded, set()) | self._by_first_name(folded):
                return _only(found)
        return None

    def _by_first_name(self, folded: str) -> set[Known]:
        bearers = self._first_names.get(folded, {})
        return {known for known, here in bearers.items() if here} or set(bearers)

    def find_all(self, names: str) -> tuple[Known, ...] | None:
        """Read a list of names (`CC, DCC`, `PCC / CC`, `CC and DCC`); None unless every one is known."""
        if len(names) > 400:
            return None
        if one := self.find(names):
            return (one,)
        parts = [part for part in _JOINTS.split(re.sub(r"^\s*both\b", "", names, flags=re.IGNORECASE))]
        known = [self.find(part) for part in parts]
        if not known or None in known:
            return None
        return tuple(dict.fromkeys(one for one in known if one))


def _only(found: set[Known]) -> Known | None:
    return next(iter(found)) if len(found) == 1 else None


def _is_post(person: Person) -> bool:
    """Whether the abbreviation is a post's and not the person's initials."""
    return bool(person.abbreviation) and fold(person.abbreviation) not in initials(person.name)


def labels(known: Iterable[Known]) -> tuple[str, ...]:
    """Give the labels of those known, each once."""
    return tuple(dict.fromkeys(one.label for one in known))


_cached: tuple[object, object, Directory] | None = None


def directory_of(meeting: Meeting) -> Directory:
    """Give the meeting's directory, made once for as long as its people and header stay the same."""
    global _cached
    if _cached is None or _cached[0] is not meeting.people or _cached[1] is not meeting.header:
        _cached = (meeting.people, meeting.header, Directory(meeting))
    return _cached[2]
