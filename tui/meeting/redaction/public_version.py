"""The meeting without its restricted words, for whoever may not see them."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from tui.meeting.model import (
    Action,
    Approval,
    Due,
    EarlierUpdate,
    Entry,
    Kind,
    Meeting,
    Origin,
    Person,
    Replaced,
    Section,
    Source,
)
from tui.meeting.text.inline_markup import has_restricted, plain, spans, withheld


def public(meeting: Meeting) -> Meeting:
    """Return the meeting without anything restricted.

    Restricted words leave an empty `[[]]`. A restricted entry keeps its place, its kind and its action's ref, and
    nothing else; points that hang on it go with it. A restricted section, and those below it, keep their numbers.
    What was waived in the check is the minute-taker's own affair and goes too.
    """
    hidden = _hidden_sections(meeting)
    label = _label_filter(meeting)
    public_meeting = replace(
        meeting,
        title=withheld(meeting.title),
        header=tuple((withheld(key), withheld(words)) for key, words in meeting.header),
        people=tuple(_person(person) for person in meeting.people),
        sections=tuple(_section(section, section.id in hidden) for section in meeting.sections),
        entries=_entries(meeting, hidden, label),
        waivers=(),
        approval=_approval(meeting.approval, label) if meeting.approval else None,
    )
    if has_restricted(meeting.said("Date")):
        return replace(public_meeting, start=None, end=None)
    return public_meeting


def is_restricted(meeting: Meeting) -> bool:
    """Return whether anything in the meeting is restricted."""
    return public(meeting) != replace(meeting, waivers=())


def _approval(approval: Approval, label: Callable[[str], str]) -> Approval:
    corrections = tuple(withheld(words) for words in approval.corrections)
    return replace(approval, by=label(approval.by), corrections=corrections)


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


def _section(section: Section, hidden: bool) -> Section:
    if hidden:
        return replace(
            section,
            heading="",
            number=withheld(section.number),
            presenter="",
            minutes=None,
            papers=(),
            restricted=True,
            brought_from=None,
        )
    return replace(
        section,
        heading=withheld(section.heading),
        number=withheld(section.number),
        presenter=withheld(section.presenter),
        papers=tuple(withheld(paper) for paper in section.papers),
        brought_from=_source(section.brought_from) if section.brought_from else None,
    )


def _source(source: Source) -> Source:
    return replace(source, title=withheld(source.title))


def _person(person: Person) -> Person:
    return replace(
        person,
        name=withheld(person.name),
        capacity=withheld(person.capacity),
        abbreviation=withheld(person.abbreviation),
    )


def _label_filter(meeting: Meeting) -> Callable[[str], str]:
    """Make the function that hides a label which would name somebody whose name is restricted."""
    names = [words for person in meeting.people for words in (person.name, person.abbreviation)]
    names += [words for _, words in meeting.header]
    names = [words for words in names if has_restricted(words)]
    secret = {span.words.strip() for words in names for span in spans(words) if span.restricted}
    whole = {plain(name).strip() for name in names}
    found = "|".join(re.escape(words) for words in sorted(secret | whole, key=len, reverse=True) if words)
    pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def label(words: str) -> str:
        return "[[]]" if pattern and pattern.search(plain(words)) else withheld(words)

    return label


def named_elsewhere(meeting: Meeting, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Find labels as another meeting may have them: in `[[…]]` those that name somebody whose name is restricted here.

    The other meeting may not know the person, and with them that the name is to be withheld.
    """
    label = _label_filter(meeting)
    return tuple(f"[[{plain(words)}]]" if label(words) == "[[]]" else words for words in labels)


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
        kept.append(_stub(entry) if entry.id in restricted else _entry(entry, label))
    return tuple(kept)


def _stub(entry: Entry) -> Entry:
    return Entry(
        id=entry.id,
        section=entry.section,
        kind=entry.kind,
        text="",
        captured=entry.captured,
        restricted=True,
        about=entry.about,
        action=Action(ref=entry.action.ref) if entry.action else None,
    )


def _entry(entry: Entry, label: Callable[[str], str]) -> Entry:
    return replace(
        entry,
        text=withheld(entry.text),
        speakers=tuple(label(speaker) for speaker in entry.speakers),
        action=_action(entry.action, label) if entry.action else None,
        decision=replace(entry.decision, mover=label(entry.decision.mover), seconder=label(entry.decision.seconder))
        if entry.decision
        else None,
    )


def _action(action: Action, label: Callable[[str], str]) -> Action:
    origin = action.origin
    return replace(
        action,
        owners=tuple(label(owner) for owner in action.owners),
        due=_due(action.due) if action.due else None,
        origin=_origin(origin) if origin else None,
        earlier=tuple(_earlier(update, label) for update in action.earlier),
        replaces=tuple(_replaced(one) for one in action.replaces),
    )


def _origin(origin: Origin) -> Origin:
    return replace(origin, topic=withheld(origin.topic), meeting=_source(origin.meeting))


def _earlier(update: EarlierUpdate, label: Callable[[str], str]) -> EarlierUpdate:
    source = _source(update.meeting)
    if update.restricted:
        return EarlierUpdate(meeting=source, text="", restricted=True)
    text = label(update.text) if update.change == "owners" else withheld(update.text)
    speakers = tuple(label(speaker) for speaker in update.speakers)
    return replace(update, meeting=source, text=text, speakers=speakers)


def _replaced(one: Replaced) -> Replaced:
    if one.restricted:
        source = _source(one.origin.meeting)
        return Replaced(origin=replace(one.origin, topic="", meeting=source), text="", restricted=True)
    return replace(one, origin=_origin(one.origin), text=withheld(one.text))


def _due(due: Due) -> Due:
    if has_restricted(due.words):
        return Due(words=withheld(due.words), in_text=due.in_text)
    return due
