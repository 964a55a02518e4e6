"""The finished notes as JSON, of which `docs/notes.schema.json` says what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct

from tui.meeting.text.sanitizing import escaped_json
from tui.notes.view.decision_values import DecisionView
from tui.notes.view.values import ActionView, EntryView, SectionView, TableView, View

Group = Literal["present", "apologies", "absent"]


class NotesPerson(Struct, frozen=True, kw_only=True):
    """Somebody the meeting knows of."""

    name: str
    capacity: str
    abbreviation: str
    group: str
    attendance: Group


class Vote(Struct, frozen=True, kw_only=True):
    """What became of a decision; null for what was not said."""

    outcome: str
    mover: str
    seconder: str
    votes_for: int | None
    votes_against: int | None
    abstained: int | None


class NotesTask(Struct, frozen=True, kw_only=True):
    """Who has to do something, and when."""

    ref: str
    owners: list[str]
    due: str
    due_date: str
    """ISO 8601; empty where the words give no day."""
    status: str
    brought_forward: bool


class NotesEntry(Struct, frozen=True, kw_only=True):
    """One entry."""

    id: str
    """What a link into the page in html names."""
    kind: str
    text: str
    speakers: list[str]
    withheld: bool
    action: NotesTask | None = None
    decision: Vote | None = None
    table: list[list[str]] | None = None
    """Rows of cells, the head first."""


class Item(Struct, frozen=True, kw_only=True):
    """One place in the agenda."""

    id: str
    number: str
    heading: str
    level: int
    state: str
    withheld: bool
    entries: list[NotesEntry]


class NotesDocument(Struct, frozen=True, kw_only=True):
    """The notes of a meeting."""

    format: Literal["minutebook-notes-1"] = "minutebook-notes-1"
    title: str
    date: str
    """ISO 8601."""
    language: str
    version: Literal["public", "internal"]
    draft: bool
    approved: str
    """By whom and when; empty for a draft."""
    began: str
    closed: str
    venue: str
    chair: str
    head: dict[str, str]
    """The further lines of the head."""
    people: list[NotesPerson]
    items: list[Item]


def json_of(view: View) -> bytes:
    """Write a view of the notes as JSON."""
    document = document_of(view)
    encoded = msgspec.json.encode(msgspec.convert(_sound(msgspec.to_builtins(document)), NotesDocument))
    return escaped_json(msgspec.json.format(encoded, indent=2).decode()).encode() + b"\n"


def schema() -> bytes:
    """Write the schema (JSON Schema 2020-12) of the notes as JSON."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Notes of a meeting",
        **msgspec.json.schema(NotesDocument),
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def document_of(view: View) -> NotesDocument:
    """Make the document of a view."""
    meeting = view.meeting
    return NotesDocument(
        title=str(meeting.title),
        date=meeting.day,
        language=meeting.language,
        version="public" if meeting.version == "public" else "internal",
        draft=meeting.draft,
        approved=str(meeting.approved),
        began=meeting.started or meeting.start,
        closed=meeting.closed,
        venue=str(meeting.venue),
        chair=str(meeting.chair),
        head={str(one.key): str(one.words) for one in meeting.further},
        people=list(_people(view)),
        items=[_item(one) for one in view.sections],
    )


def _people(view: View) -> Iterable[NotesPerson]:
    groups: tuple[Group, ...] = ("present", "apologies", "absent")
    for attendance in groups:
        for one in getattr(view.people, attendance):
            yield NotesPerson(
                name=str(one.name),
                capacity=str(one.capacity),
                abbreviation=str(one.abbreviation),
                group=one.group,
                attendance=attendance,
            )


def _item(section: SectionView) -> Item:
    return Item(
        id=section.anchor,
        number=str(section.number),
        heading=str(section.heading),
        level=section.level,
        state=section.state,
        withheld=section.withheld,
        entries=[_said(one) for one in section.entries],
    )


def _said(entry: EntryView) -> NotesEntry:
    return NotesEntry(
        id=entry.anchor,
        kind=entry.kind,
        text=str(entry.text),
        speakers=list(map(str, entry.speakers)),
        withheld=entry.withheld,
        action=_task(entry.action) if entry.action else None,
        decision=_vote(entry.decision) if entry.decision else None,
        table=_rows(entry.table) if entry.table else None,
    )


def _vote(decision: DecisionView) -> Vote:
    return Vote(
        outcome=decision.outcome,
        mover=str(decision.mover),
        seconder=str(decision.seconder),
        votes_for=decision.votes_for,
        votes_against=decision.votes_against,
        abstained=decision.abstained,
    )


def _task(action: ActionView) -> NotesTask:
    return NotesTask(
        ref=action.ref,
        owners=list(map(str, action.each_owner)),
        due=str(action.due),
        due_date=action.due_date,
        status=action.status,
        brought_forward=action.brought_forward,
    )


def _rows(table: TableView) -> list[list[str]]:
    return [[str(cell.words) for cell in row] for row in (table.head, *table.rows)]


def _sound(value: object) -> object:
    """Return a value without halves of surrogate pairs, which no file can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_sound(key): _sound(one) for key, one in value.items()}
    return [_sound(one) for one in value] if isinstance(value, list) else value
