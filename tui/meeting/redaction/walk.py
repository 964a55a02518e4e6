"""One walk through a meeting's values that makes of every text what a reader may have, by the type it is declared as.

Closed by default: a text that does not say what it is cannot be walked, and of a value that is restricted as a whole
nothing is left but what is listed here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from operator import is_
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, cast, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields, replace

from tui.meeting.model import Action, Due, EarlierUpdate, Entry, Origin, Replaced, Section, TextKind
from tui.meeting.text.inline_markup import has_restricted

LEFT_OF: dict[type[Struct], frozenset[str]] = {
    Section: frozenset({"id", "number", "level", "state", "reached", "restricted"}),
    Entry: frozenset({"id", "section", "kind", "captured", "restricted", "about", "action"}),
    Action: frozenset({"ref"}),
    EarlierUpdate: frozenset({"meeting", "restricted"}),
    Replaced: frozenset({"origin", "restricted"}),
    Origin: frozenset({"meeting", "entry"}),
    Due: frozenset({"words", "in_text"}),
}
"""What stays of a value that is restricted as a whole, or stands in one; of its other fields, their defaults."""


class Texts(NamedTuple):
    """What is made of the texts of each kind."""

    words: Callable[[str], str]
    label: Callable[[str], str]
    hides: bool = True
    """Whether of a value that is restricted as a whole nothing is left but its place."""


ValueT = TypeVar("ValueT", bound=Struct)

Walk = Callable[[Any, Texts], Any]
"""Make of a value what a reader may have of it; the value itself where that is the same."""


def walked(value: ValueT, texts: Texts) -> ValueT:
    """Return a value with its texts as `texts` makes them, and without what is restricted as a whole."""
    walk = walk_of(type(value))
    return value if walk is None else cast(ValueT, walk(value, texts))


@cache
def walk_of(declared: Any) -> Walk | None:
    """Return the walk through values of a declared type; None where there is no text in them.

    Raises TypeError for a text of which nobody decided what it is, and for a type that cannot be walked.
    """
    if get_origin(declared) is Annotated:
        return _text_walk(declared)
    if isinstance(declared, type) and issubclass(declared, Struct):
        return _struct_walk(declared)
    if isinstance(declared, type) and issubclass(declared, (int, date, datetime, time, NoneType, Enum)):
        return None
    if get_origin(declared) is UnionType:
        return _union_walk([walk for one in get_args(declared) if (walk := walk_of(one))], declared)
    if get_origin(declared) is tuple:
        return _tuple_walk(get_args(declared))
    raise TypeError(f"{declared}: nobody decided what is withheld of it; declare it as Words, Label or Plain")


def _text_walk(declared: Any) -> Walk | None:
    base, *marks = get_args(declared)
    kinds = [mark for mark in marks if isinstance(mark, TextKind)]
    if base is not str or len(kinds) != 1:
        raise TypeError(f"{declared}: nobody decided what is withheld of it")
    if kinds[0] is TextKind.WORDS:
        return lambda text, texts: texts.words(text)
    return (lambda text, texts: texts.label(text)) if kinds[0] is TextKind.LABEL else None


def _union_walk(walks: list[Walk], declared: Any) -> Walk | None:
    if len(walks) > 1:
        raise TypeError(f"{declared}: more than one of these holds texts")
    if not walks:
        return None
    inner = walks[0]
    return lambda value, texts: None if value is None else inner(value, texts)


def _tuple_walk(items: tuple[Any, ...]) -> Walk | None:
    walks = [walk_of(item) for item in items if item is not Ellipsis]
    if not any(walks):
        return None
    if Ellipsis in items and (walk := walks[0]):
        # Thousands of values come by here, so that what there is no need to make is not made.
        return lambda values, texts: _same(values, [walk(value, texts) for value in values])
    each = [one or (lambda value, _: value) for one in walks]
    return lambda values, texts: _same(values, [one(value, texts) for one, value in zip(each, values, strict=True)])


def _same(values: tuple[Any, ...], made: list[Any]) -> tuple[Any, ...]:
    return values if all(map(is_, made, values)) else tuple(made)


def _struct_walk(declared: type[Struct]) -> Walk | None:
    steps = [(field.name, found) for field in fields(declared) if (found := _step(declared, field))]
    is_whole = _whole_test(declared)
    if not steps and is_whole is None:
        return None

    def walk(value: Any, texts: Texts) -> Any:
        if is_whole is not None and texts.hides and is_whole(value):
            return _left_of(value, texts)
        changed = {}
        for name, step in steps:
            # There is no text in nothing.
            if (old := getattr(value, name)) and (new := step(old, texts)) is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    return walk


def _step(declared: type[Struct], field: FieldInfo) -> Walk | None:
    try:
        return walk_of(field.type)
    except TypeError as error:
        raise TypeError(f"{declared.__name__}.{field.name}: {error}") from error


def _whole_test(declared: type[Struct]) -> Callable[[Any], bool] | None:
    """Return what says whether a value is restricted as a whole; None where it never is."""
    if declared is Due:
        # What was read from restricted words tells of them.
        return lambda due: has_restricted(due.words)
    if "restricted" not in declared.__struct_fields__:
        return None
    if declared not in LEFT_OF:
        raise TypeError(f"{declared.__name__}: nobody decided what is left of one that is restricted")
    return lambda value: bool(value.restricted)


def _left_of(value: Any, texts: Texts) -> Any:
    """Return what is left of a value that is restricted as a whole, or stands in one."""
    kept = LEFT_OF.get(type(value))
    if kept is None:
        return walked(value, texts)
    made = {}
    for field in fields(type(value)):
        if field.name in kept:
            old = getattr(value, field.name)
            walk = walk_of(field.type)
            made[field.name] = _left_of(old, texts) if isinstance(old, Struct) else walk(old, texts) if walk else old
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            made[field.name] = ""
    return type(value)(**made)
