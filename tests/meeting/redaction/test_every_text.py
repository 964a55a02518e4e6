"""Every text of every value says what may have to be withheld of it, and a secret in any of them never gets out."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import Enum
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

import pytest
from msgspec import NODEFAULT, Struct, defstruct
from msgspec.structs import fields, replace

from tests.examples import turn
from tui.meeting import model
from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.model import Entry, Kind, Meeting, Person, Section, Source, TextKind, Value
from tui.meeting.redaction.follower_view import for_chair, for_room
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.walk import LEFT_OF, walk_of
from tui.notes.render import render
from tui.notes.templates.styles import style_names

SECRET = "Zanzibar"
NOW = datetime(2024, 5, 1, 19, 0)

VALUES = [
    value
    for _, value in inspect.getmembers(model, inspect.isclass)
    if issubclass(value, Value) and value is not Value and value.__module__ == model.__name__
]

Path = tuple[tuple[type[Struct], str], ...]
"""The fields that lead from the meeting to a text."""


def paths(declared: Any, way: Path = ()) -> Iterator[Path]:
    """Find the way to every text that a value of a type may hold, plain ones aside."""
    if get_origin(declared) is Annotated:
        if TextKind.PLAIN not in declared.__metadata__:
            yield way
    elif isinstance(declared, type) and issubclass(declared, Struct):
        for field in fields(declared):
            yield from paths(field.type, (*way, (declared, field.name)))
    elif get_origin(declared) in (tuple, UnionType):
        for one in dict.fromkeys(get_args(declared)):
            if one is not Ellipsis:
                yield from paths(one, way)


PATHS = list(dict.fromkeys(paths(Meeting)))


def planted(declared: Any, way: Path, text: str) -> Any:
    """Make a value of a type with a text at the end of a way, and whatever else it has to have."""
    origin, items = get_origin(declared), get_args(declared)
    if origin is UnionType:
        return planted(next(one for one in items if one is not type(None)), way, text) if way or text else None
    if origin is tuple:
        return tuple(planted(item, way, text) for item in items if item is not Ellipsis) if text else ()
    if isinstance(declared, type) and issubclass(declared, Struct):
        name = way[0][1] if way else ""
        made = {}
        for field in fields(declared):
            if field.name == name:
                made[name] = planted(field.type, way[1:], text)
            elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
                made[field.name] = planted(field.type, (), "")
        if declared is Entry and way and way[0][1] in ("action", "decision"):
            made["kind"] = Kind.ACTION if way[0][1] == "action" else Kind.DECISION
        return declared(**made)
    return text if origin is Annotated else simple(declared)


def simple(declared: Any) -> Any:
    if issubclass(declared, Enum):
        return next(iter(declared))
    return {int: 1, datetime: NOW, date: NOW.date(), time: NOW.time(), bool: False}[declared]


def meeting_with(way: Path, text: str) -> Meeting:
    """Make a meeting that could be printed, with a text at the end of a way."""
    made: Meeting = planted(Meeting, way, text)
    sections = made.sections or (Section(id=1, heading="Works", number="1"),)
    return replace(made, id="0" * 32, title=made.title or "Board", date=date(2024, 5, 1), sections=sections)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_text_of_every_value_says_what_may_be_withheld_of_it(value: type[Value]) -> None:
    walk_of(value)
    assert all("Annotated" in str(field.type) for field in fields(value) if "str" in str(field.type))


@pytest.mark.parametrize("kind", [str, str | None, tuple[str, ...], tuple[tuple[str, str], ...], dict[str, int], Any])
def test_a_field_without_a_decision_is_an_error(kind: Any) -> None:
    value = defstruct("Person", [("id", int), ("nickname", kind)], frozen=True)
    with pytest.raises(TypeError, match=r"Person\.nickname.*nobody decided"):
        walk_of(value)


def test_a_value_that_can_be_restricted_says_what_is_left_of_it() -> None:
    value = defstruct("Paper", [("title", model.Words), ("restricted", bool)], frozen=True)
    with pytest.raises(TypeError, match="nobody decided what is left"):
        walk_of(value)
    assert {one for one in VALUES if "restricted" in one.__struct_fields__} <= LEFT_OF.keys()


@pytest.mark.parametrize("way", PATHS, ids=lambda way: ".".join(name for _, name in way))
@pytest.mark.parametrize("text", [f"[[{SECRET}]]", f"a [[b [[{SECRET}]]]] c", f"*a [[{SECRET}* b", f"[[{SECRET}"])
def test_no_text_lets_a_restricted_word_out(way: Path, text: str) -> None:
    kept = meeting_with(way, text)
    assert SECRET in repr(kept)
    assert SECRET not in repr(public(kept))
    assert SECRET not in repr(for_chair(kept))
    assert SECRET not in repr(for_room(kept))


@pytest.mark.parametrize("way", PATHS, ids=lambda way: ".".join(name for _, name in way))
def test_no_text_of_a_restricted_value_is_left(way: Path) -> None:
    for at, (owner, _) in enumerate(way):
        if "restricted" in owner.__struct_fields__:
            kept = restricted_at(meeting_with(way, SECRET), way[:at])
            assert SECRET in repr(kept)
            # Where it stands is told: the section's number, and the meeting that an update comes from.
            told = way[at] == (Section, "number") or way[-1] == (Source, "title")
            assert (SECRET in repr(public(kept))) is (told and way[at][1] != "brought_from" and owner is not Entry)


def restricted_at(value: Any, way: Path) -> Any:
    if isinstance(value, tuple):
        return tuple(restricted_at(one, way) for one in value)
    if not way:
        return replace(value, restricted=True)
    return replace(value, **{way[0][1]: restricted_at(getattr(value, way[0][1]), way[1:])})


@pytest.mark.parametrize("way", PATHS, ids=lambda way: ".".join(name for _, name in way))
def test_no_page_prints_a_restricted_word(way: Path) -> None:
    kept = meeting_with(way, f"[[{SECRET}]]")
    styles = style_names(None)
    for style in turn(styles, PATHS.index(way)):
        for fmt in ("txt", "md", "html"):
            assert SECRET not in render(kept, style=style, fmt=fmt, version="public")


@pytest.mark.parametrize("way", PATHS, ids=lambda way: ".".join(name for _, name in way))
def test_completion_never_offers_a_restricted_word(way: Path) -> None:
    vocabulary = Vocabulary()
    vocabulary.learn_meeting(meeting_with(way, f"[[{SECRET}]]"))
    assert SECRET[3:] not in vocabulary.suggest(SECRET[:3])


def test_a_visitor_of_whom_only_a_restricted_item_tells_is_not_named() -> None:
    person = Person(id=1, name="Zed Roe", capacity="complainant", group=model.Group.GUEST, arrived_in=1)
    event = Entry(id=1, section=1, kind=Kind.EVENT, text="Zed Roe arrived (from item 1).", captured=NOW, person=1)
    sections = (Section(id=1, heading="Grievance", restricted=True), Section(id=2, heading="Buoys"))
    later = Entry(id=2, section=2, kind=Kind.EVENT, text="Zed Roe left (during item 2).", captured=NOW, person=1)
    said = Entry(id=3, section=2, kind=Kind.NOTE, text="Zed Roe thanked all.", captured=NOW, speakers=("Zed Roe",))
    kept = Meeting(
        id="0" * 32,
        title="Board",
        date=NOW.date(),
        people=(person,),
        sections=sections,
        entries=(event, later, said),
    )
    assert "Zed" not in repr(public(kept))
    assert "complainant" not in repr(public(kept))
    openly = replace(kept, sections=(replace(sections[0], restricted=False), sections[1]))
    assert "Zed Roe" in repr(public(openly))
    by_mark = replace(openly, entries=(replace(event, restricted=True), later, said))
    assert "Zed" not in repr(public(by_mark))
