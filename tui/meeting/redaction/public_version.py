"""The meeting without its restricted words, for whoever may not see them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec
from msgspec.structs import replace

from tui.meeting.model import Entry, Group, Happening, Kind, Meeting, Person
from tui.meeting.redaction.walk import Texts, walked
from tui.meeting.text.brackets import wholly_restricted
from tui.meeting.text.inline_markup import has_restricted, plain, spans, withheld

_VISITORS = (Group.GUEST, Group.OBSERVER, Group.PUBLIC)
"""The groups whose people an agenda need not name."""


_NO_COMING = (Happening.LEFT, Happening.WITHDREW, Happening.DECLARED)


def public(meeting: Meeting) -> Meeting:
    """Return the meeting without anything restricted.

    Restricted words leave an empty `[[]]`. A restricted entry keeps its place, its kind and its action's ref, and
    nothing else; points that hang on it go with it. A restricted section, and those below it, keep their numbers.
    What was waived in the check, where notes were published and where mail reaches people is the minute-taker's own
    affair and goes too.
    """
    if not holds_restricted(meeting):
        return without_asides(meeting)
    hidden = _hidden_sections(meeting)
    meeting = replace(meeting, people=_people(meeting, hidden))
    texts = Texts(words=_name_filter(meeting), label=_label_filter(meeting))
    marked = replace(
        without_asides(meeting),
        sections=tuple(replace(one, restricted=True) if one.id in hidden else one for one in meeting.sections),
        entries=_entries(meeting, hidden, texts.label),
    )
    shown = walked(marked, texts)
    return replace(shown, start=None, end=None) if has_restricted(meeting.said("Date")) else shown


def without_asides(meeting: Meeting) -> Meeting:
    """Return the meeting without what is the minute-taker's own affair and printed nowhere."""
    if any(person.email for person in meeting.people):
        people = tuple(replace(person, email="") if person.email else person for person in meeting.people)
        meeting = replace(meeting, people=people)
    asides = meeting.waivers or meeting.published or meeting.closing
    return replace(meeting, waivers=(), published=(), closing=()) if asides else meeting


def holds_restricted(meeting: Meeting) -> bool:
    """Say quickly of most meetings that nothing in them is restricted; in the others something may be."""
    if any(has_restricted(words) for line in meeting.header for words in line):
        return True
    # Apart from the header, no list in a meeting holds lists, so that brackets are brackets of words.
    try:
        text = msgspec.json.encode(replace(meeting, header=()))
    except UnicodeEncodeError:
        return True  # half a pair of surrogates; the walk looks at each text
    return b"[[" in text or b'"restricted":true' in text


def is_restricted(meeting: Meeting) -> bool:
    """Return whether anything in the meeting is restricted."""
    return public(meeting) != without_asides(meeting)


def _hidden_sections(meeting: Meeting) -> set[int]:
    hidden: set[int] = set()
    within: int | None = None
    for section in meeting.sections:
        if within is not None and section.level <= within:
            within = None
        if within is None and section.restricted:
            within = section.level
        if within is not None or section.restricted:
            hidden.add(section.id)
    return hidden


def _people(meeting: Meeting, hidden: set[int]) -> tuple[Person, ...]:
    """Return the people, the names of those restricted of whom the notes tell in restricted places alone."""
    return tuple(_unnamed(one) if _came_unseen(meeting, one, hidden) else one for one in meeting.people)


def _came_unseen(meeting: Meeting, person: Person, hidden: set[int]) -> bool:
    """Whether a visitor came in where the public may not look; members are known from the agenda."""
    if person.group not in _VISITORS or (person.arrived_in is None and person.only_in is None):
        return False
    coming = [
        entry
        for entry in meeting.entries
        if entry.person == person.id
        and entry.happening not in _NO_COMING
        and not entry.text.startswith(f"{person.name} left")
    ]
    if any(not entry.restricted and entry.section not in hidden for entry in coming):
        return False
    return bool(coming) or person.arrived_in in hidden or person.only_in in hidden


def _unnamed(person: Person) -> Person:
    words = {name: getattr(person, name) for name in ("name", "capacity", "abbreviation")}
    return replace(person, **{name: wholly_restricted(said) for name, said in words.items() if said})


def _name_filter(meeting: Meeting) -> Callable[[str], str]:
    """Make the function that takes restricted words out, and the whole names of those whose name is restricted."""
    names = {plain(person.name).strip() for person in meeting.people if has_restricted(person.name)}
    found = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if " " in name)
    if not found:
        return withheld
    pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)")
    return lambda words: pattern.sub("[[]]", withheld(words))


def _label_filter(meeting: Meeting) -> Callable[[str], str]:
    """Make the function that hides a label which would name somebody whose name is restricted."""
    names = [words for person in meeting.people for words in (person.name, person.abbreviation)]
    names += [words for _, words in meeting.header]
    names = [words for words in names if has_restricted(words)]
    secret = {span.words.strip() for words in names for span in spans(words) if span.restricted}
    whole = {plain(name).strip() for name in names}
    found = "|".join(re.escape(words) for words in sorted(secret | whole, key=len, reverse=True) if words)
    if not found:
        return withheld
    pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)

    @cache
    def label(words: str) -> str:
        return "[[]]" if pattern.search(plain(words)) else withheld(words)

    return label


def named_elsewhere(meeting: Meeting, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Find labels as another meeting may have them: in `[[…]]` those that name somebody whose name is restricted here.

    The other meeting may not know the person, and with them that the name is to be withheld.
    """
    label = _label_filter(meeting)
    return tuple(wholly_restricted(words) if label(words) == "[[]]" else words for words in labels)


def _entries(meeting: Meeting, hidden: set[int], label: Callable[[str], str]) -> tuple[Entry, ...]:
    unnamed = {person.id for person in meeting.people if has_restricted(person.name)}
    restricted = {entry.id for entry in meeting.entries if entry.restricted or entry.section in hidden}
    kept: list[Entry] = []
    hanger: dict[int, Entry] = {}
    before: dict[int, Entry] = {}
    for entry in meeting.entries:
        if entry.section in hidden:
            continue
        above, last = hanger.get(entry.section), before.get(entry.section)
        before[entry.section] = entry
        if entry.kind is Kind.POINT and above and above.id in restricted:
            restricted.add(entry.id)
            if last and (last is above or last.kind is Kind.POINT):
                # The stub above stands for it; after something else in between, it needs one of its own.
                continue
        elif entry.kind.row.points == "hang on it":
            hanger[entry.section] = entry
        elif entry.kind.row.points == "hang on nothing":
            hanger.pop(entry.section, None)
        if entry.about in restricted or entry.person in unnamed:
            restricted.add(entry.id)
        kept.append(replace(entry, restricted=True) if entry.id in restricted else _with_owners_told(entry, label))
    return tuple(kept)


def _with_owners_told(entry: Entry, label: Callable[[str], str]) -> Entry:
    """Return an entry in whose history the owners of an action are labels, though they stand there as words."""
    if entry.action is None or not any(update.change == "owners" for update in entry.action.earlier):
        return entry
    earlier = tuple(
        replace(one, text=label(one.text)) if one.change == "owners" else one for one in entry.action.earlier
    )
    return replace(entry, action=replace(entry.action, earlier=earlier))
