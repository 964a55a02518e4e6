"""Making a meeting of finished minutes: no word of them lost, none invented, and each thing led back to its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.hours.moments import on_day
from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Entry, Happening, Meeting, Section, SectionState, Value
from tui.meeting.people.directory import directory_of
from tui.papers.document import Document, with_cells_in_one_line
from tui.papers.minutes.body import Body
from tui.papers.minutes.found import Doubt, Said
from tui.papers.minutes.head import read_head
from tui.papers.minutes.logs.reading import meeting_of, read_log
from tui.papers.minutes.next_meeting import without_next
from tui.papers.minutes.outline import Titled, outline_of, with_presenters
from tui.papers.minutes.owning import read_due
from tui.papers.minutes.page.layout import with_margins
from tui.papers.minutes.page.passages import passages_of
from tui.papers.minutes.page.restricting import PaperStretch, restricted_as_printed
from tui.papers.minutes.people import with_people_of
from tui.papers.minutes.published import read_published
from tui.papers.minutes.roll.cells import with_people_parted

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’\u00ad]")
_DOUBTFUL = 70


class ReadFrom(Value, frozen=True, kw_only=True):
    """Where in the source something of the meeting was read, and how sure that is."""

    what: str
    """`person`, `section`, `entry`, `meeting`."""
    id: int
    first: int
    last: int
    sure: int
    """Of a hundred."""
    said: str = ""
    """What it was taken for: `action`, `question`."""


class MinutesDraft(Value, frozen=True, kw_only=True):
    """A meeting read from finished minutes, before anything is stored."""

    meeting: Meeting
    where: str
    unit: str = "line"
    read: tuple[ReadFrom, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    earlier: tuple[int, ...] = ()
    """Ids of the actions that stand as an earlier meeting's."""


def read_minutes(
    document: Document, *, name: str, at: datetime, day: date | None = None, fallback: date | None = None
) -> MinutesDraft:
    """Read finished minutes into a meeting; `name` is that of the file. Raises BadInput for want of a day."""
    document = with_cells_in_one_line(with_people_parted(document))
    logged = read_log(document)
    if logged is None:
        told = _of_paper(document, name, day, fallback)
    else:
        meeting = meeting_of(logged, document, name, day, fallback)
        said = tuple(_with_due(meeting, one) for one in logged.said)
        told = _Told(meeting=meeting, titled=tuple(logged.titled), said=said, labels=tuple(logged.labels))
    if not told.said:
        hint = "`minutebook new --agenda` reads agendas"
        raise BadInput("this paper tells of nothing that was said", where=document.where, hint=hint)
    return _drafted(document, told, name, at)


def _with_due(meeting: Meeting, one: Said) -> Said:
    """Return an action of a log with the day that its words tell."""
    return replace(one, action=replace(one.action, due=read_due(meeting, one.text))) if one.action else one


def read_published_notes(content: bytes, *, where: str, name: str, at: datetime) -> MinutesDraft:
    """Read notes that were published for other programs into a meeting again. Raises BadInput for damaged ones."""
    found = read_published(content, where)
    told = _Told(meeting=found.meeting, titled=found.titled, said=found.said, closed=found.closed)
    if not told.said:
        raise BadInput("these notes tell of nothing that was said", where=where, hint="give notes with entries")
    return _drafted(Document(where=where, blocks=(), unit="entry"), told, name, at)


class _Told(Value, frozen=True, kw_only=True):
    """What a paper tells, before it is a meeting's."""

    meeting: Meeting
    titled: tuple[Titled, ...]
    said: tuple[Said, ...]
    labels: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    closed: time | None = None
    people: tuple[tuple[int, int], ...] = ()
    """Of each person the id and the place in the source."""


def _of_paper(document: Document, name: str, day: date | None, fallback: date | None) -> _Told:
    passages = with_margins(passages_of(document))
    head = read_head(passages, document, day=day, fallback=fallback, name=name)
    spaced = document.unit == "paragraph"
    below = [replace(one, apart=True) if spaced and not one.cells else one for one in head.body]
    titled, following, _ = without_next(outline_of(below))
    meeting = head.meeting
    if following and not meeting.said("Next"):
        meeting = replace(meeting, header=(*meeting.header, ("Next", following)))
    meeting, places = with_people_of(meeting, passages[: len(passages) - len(head.body)], titled)
    titled = with_presenters(titled, directory_of(meeting))
    body = Body(meeting, titled)
    for section_id, one in enumerate(titled, 1):
        body.read(section_id, one)
    return _Told(
        meeting=_with_movements(meeting, body.said),
        titled=tuple(titled),
        said=tuple(body.said),
        labels=tuple(body.labels),
        doubts=tuple(_doubts(body)),
        warnings=head.warnings,
        closed=body.closed,
        people=(*enumerate(head.people_at, 1), *places),
    )


def _drafted(document: Document, told: _Told, name: str, at: datetime) -> MinutesDraft:
    """Make the meeting of what was told."""
    sections, titled = _with_words(_sections(told.titled), told.titled, told.said)
    entries = _entries(told.said, at)
    closed = on_day(told.meeting, told.meeting.date, told.closed, at) if told.closed else at
    meeting = replace(told.meeting, sections=tuple(sections), entries=tuple(entries), closed=closed, imported=name)
    meeting = restricted_as_printed(
        replace(meeting, unplaced=tuple(_unplaced(document, meeting, told.labels))),
        document.blocks,
        sections=[PaperStretch(one.first, one.last) for one in titled],
        entries=[PaperStretch(one.first, one.last) for one in told.said],
    )
    return MinutesDraft(
        meeting=meeting,
        where=document.where,
        unit=document.unit,
        read=tuple(_read_from(told, sections, titled, entries)),
        doubts=told.doubts,
        warnings=(*document.warnings, *told.warnings),
        earlier=tuple(entry.id for entry, one in zip(entries, told.said, strict=True) if one.earlier),
    )


def _sections(titled: Sequence[Titled]) -> list[Section]:
    return [
        Section(
            id=at,
            heading=one.heading,
            presenter=one.presenter,
            number=one.number,
            level=one.level,
            state=SectionState.VISITED,
            reached=at,
        )
        for at, one in enumerate(titled, 1)
    ]  # fmt: skip


def _with_words(
    sections: list[Section], titled: Sequence[Titled], said: Sequence[Said]
) -> tuple[list[Section], list[Titled]]:
    """Leave out what has neither a heading nor an entry; the first alone may go without a heading."""
    used = {one.section for one in said}
    pairs = [
        (one, words) for one, words in zip(sections, titled, strict=True) if one.heading or one.number or one.id in used
    ]
    return [one for one, _ in pairs], [words for _, words in pairs]


def _entries(said: Sequence[Said], at: datetime) -> list[Entry]:
    made: list[Entry] = []
    refs = {"A": 0}
    on = None
    for place, one in enumerate(said, 1):
        action: Action | None = one.action
        if action is not None:
            refs["A"] += 1
            action = replace(action, ref=f"A{refs['A']}")
            on = place
        made.append(
            Entry(
                id=place,
                section=one.section,
                kind=one.kind,
                text=one.text,
                captured=at,
                speakers=one.speakers,
                speakers_in_text=one.in_text,
                inner=one.inner,
                action=action,
                decision=one.decision,
                about=on if one.on_action else None,
                person=one.person,
                happening=one.happening,
            )
        )
    return made


def _with_movements(meeting: Meeting, said: Sequence[Said]) -> Meeting:
    """Note of people that came late or left early in which section they did."""
    people = {person.id: person for person in meeting.people}
    for one in said:
        if one.person is not None and one.happening is Happening.ARRIVED:
            people[one.person] = replace(people[one.person], arrived_in=one.section)
        elif one.person is not None and one.happening is Happening.LEFT:
            people[one.person] = replace(people[one.person], left_in=one.section)
    return replace(meeting, people=tuple(people.values()))


def words_in(value: object) -> set[str]:
    """Return every word of a value, whatever it holds."""
    return set(_words(" ".join(_strings(msgspec.to_builtins(value)))))


def _words(text: str) -> list[str]:
    return _WORD.findall(_APOSTROPHES.sub("", text).casefold())


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
    elif value is not None:
        yield str(value)


def _unplaced(document: Document, meeting: Meeting, labels: Sequence[str]) -> list[str]:
    """Return what of the paper stands nowhere in the meeting: labels, running heads, signatures; each line once."""
    kept = words_in(meeting)
    lines: list[str] = []
    halves = _halves(document)
    for label in dict.fromkeys(labels):
        if not kept.issuperset(_words(label)):
            lines.append(label)
            kept.update(_words(label))
    for block in document.blocks:
        text = " ".join([*block.kept.split(), *(link for link in block.links if link not in block.text)])
        missing = [word for word in _words(text) if word not in kept and word not in halves]
        if missing:
            lines.append(text)
            kept.update(_words(text))
    return lines


def _halves(document: Document) -> set[str]:
    """Return the halves of words that were parted at a line's end, and stand whole in the meeting."""
    found: set[str] = set()
    for above, below in pairwise(document.blocks):
        if above.text.rstrip().endswith("-") and below.text.lstrip()[:1].islower():
            found.update((*_words(above.text)[-1:], *_words(below.text)[:1]))
    return found


def _read_from(
    told: _Told, sections: Sequence[Section], titled: Sequence[Titled], entries: Sequence[Entry]
) -> Iterable[ReadFrom]:
    for person_id, place in told.people:
        yield ReadFrom(what="person", id=person_id, first=place, last=place, sure=90)
    for section, one in zip(sections, titled, strict=True):
        if one.first:
            yield ReadFrom(what="section", id=section.id, first=one.first, last=one.last, sure=one.sure)
    for entry, said in zip(entries, told.said, strict=True):
        yield ReadFrom(
            what="entry", id=entry.id, first=said.first, last=said.last, sure=said.sure, said=str(entry.kind)
        )


def _doubts(body: Body) -> list[Doubt]:
    found = [
        Doubt(place=one.first, text=one.text[:120], why=f"taken for {one.kind.with_article}, which is not sure")
        for one in body.said
        if one.sure < _DOUBTFUL
        and one.kind in (Kind.ACTION, Kind.DECISION, Kind.QUESTION, Kind.SUBHEADING)
        and not (one.action and not one.action.owners)
    ]
    if not body.meeting.people:
        found.append(Doubt(place=1, text="", why="nobody was found who was there"))
    return sorted([*found, *body.doubts], key=lambda one: one.place)
