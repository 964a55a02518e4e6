"""Reading back the notes that were published for other programs, as `docs/notes.schema.json` has them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, time

import msgspec
from msgspec import Struct

from tui.errors import BadInput
from tui.meeting.capture.speakers import said_by
from tui.meeting.dates.due import due_from_words
from tui.meeting.decisions.reading import read_decision
from tui.meeting.kinds import KINDS, Kind
from tui.meeting.model import Action, Decision, DecisionOutcome, Group, Meeting, Person, Presence, Status
from tui.meeting.people.directory import Directory, directory_of
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.found import Said
from tui.papers.minutes.outline import Titled

FORMAT = "minutebook-notes-1"
"""What such a file says it is."""


class _Person(Struct, frozen=True, kw_only=True):
    name: str
    capacity: str = ""
    abbreviation: str = ""
    group: str = ""
    attendance: str = "present"


class _Vote(Struct, frozen=True, kw_only=True):
    outcome: str = ""
    mover: str = ""
    seconder: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None


class _Task(Struct, frozen=True, kw_only=True):
    owners: list[str] = []
    due: str = ""
    status: str = "open"
    brought_forward: bool = False


class _Entry(Struct, frozen=True, kw_only=True):
    kind: str
    text: str
    speakers: list[str] = []
    action: _Task | None = None
    decision: _Vote | None = None
    table: list[list[str]] | None = None


class _Item(Struct, frozen=True, kw_only=True):
    number: str = ""
    heading: str = ""
    level: int = 1
    entries: list[_Entry] = []


class _Notes(Struct, frozen=True, kw_only=True):
    format: str
    title: str
    date: str
    language: str = "en"
    began: str = ""
    closed: str = ""
    venue: str = ""
    chair: str = ""
    head: dict[str, str] = {}
    people: list[_Person] = []
    items: list[_Item] = []


class PublishedNotes(Struct, frozen=True, kw_only=True):
    """What such a file tells."""

    meeting: Meeting
    titled: tuple[Titled, ...]
    said: tuple[Said, ...]
    closed: time | None


def is_published(content: bytes) -> bool:
    """Whether a file holds notes published for other programs."""
    return FORMAT.encode() in content[:200] and content.lstrip()[:1] == b"{"


def read_published(content: bytes, where: str) -> PublishedNotes:
    """Read such a file. Raises BadInput for one that is damaged."""
    try:
        notes = msgspec.json.decode(content, type=_Notes)
        held = date.fromisoformat(notes.date)
        kinds = [[KINDS[entry.kind] for entry in item.entries] for item in notes.items]
    except (msgspec.DecodeError, KeyError, ValueError) as error:
        raise BadInput(f"these notes are damaged: {error}", where=where, hint="publish them again") from None
    meeting = _meeting(notes, held)
    directory = directory_of(meeting)
    said: list[Said] = []
    titled: list[Titled] = []
    for section, (item, own) in enumerate(zip(notes.items, kinds, strict=True), 1):
        titled.append(Titled(heading=item.heading, number=item.number, level=item.level, first=section, last=section))
        for entry, kind in zip(item.entries, own, strict=True):
            said.append(_said(entry, kind, meeting, directory, section=section, place=len(said) + 1))
    return PublishedNotes(meeting=meeting, titled=tuple(titled), said=tuple(said), closed=_clock(notes.closed))


def _meeting(notes: _Notes, held: date) -> Meeting:
    header = [("Chair", notes.chair), ("Venue", notes.venue), *notes.head.items()]
    return Meeting(
        id=uuid.uuid4().hex,
        title=notes.title,
        date=held,
        start=_clock(notes.began),
        language=notes.language,
        header=tuple((key, words) for key, words in header if words),
        people=tuple(_people(notes.people)),
    )


def _people(people: Sequence[_Person]) -> list[Person]:
    return [
        Person(
            id=at,
            name=one.name,
            capacity=one.capacity.removesuffix(f"({one.abbreviation})").strip() if one.abbreviation else one.capacity,
            abbreviation=one.abbreviation,
            group=Group(one.group) if one.group in set(Group) else Group.MEMBER,
            presence=Presence(one.attendance) if one.attendance in set(Presence) else Presence.PRESENT,
        )
        for at, one in enumerate(people, 1)
    ]


def _said(entry: _Entry, kind: Kind, meeting: Meeting, directory: Directory, *, section: int, place: int) -> Said:
    text = entry.text
    if entry.table is not None and not text:
        text = "\n".join(" | ".join(row) for row in entry.table)
    action, decision = None, None
    if kind is Kind.ACTION:
        task = entry.action or _Task()
        status = Status(task.status) if task.status in set(Status) else Status.OPEN
        due = due_from_words(meeting, task.due) if task.due else None
        action = Action(ref="A0", owners=tuple(task.owners), due=due, status=status)
    if kind is Kind.DECISION:
        decision = _decision(entry.decision or _Vote(), read_decision(directory, masked(text)), directory)
    speakers = tuple(entry.speakers)
    return Said(
        kind=kind,
        text=text,
        first=place,
        last=place,
        sure=100,
        speakers=speakers,
        in_text=bool(speakers) and said_by(directory, masked(text)) == speakers,
        action=action,
        decision=decision,
        earlier=bool(entry.action and entry.action.brought_forward),
        section=section,
    )


def _decision(vote: _Vote, read: Decision, directory: Directory) -> Decision:
    """Return what the words of a decision tell, the rest as the file has it."""
    outcome = DecisionOutcome(vote.outcome) if vote.outcome in set(DecisionOutcome) else read.outcome
    return msgspec.structs.replace(
        read,
        mover=read.mover or _label(vote.mover, directory),
        seconder=read.seconder or _label(vote.seconder, directory),
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstained=vote.abstained,
        outcome=outcome,
    )


def _label(name: str, directory: Directory) -> str:
    known = directory.find(name) if name else None
    return known.label if known else name


def _clock(words: str) -> time | None:
    try:
        return time.fromisoformat(words) if words else None
    except ValueError:
        return None
