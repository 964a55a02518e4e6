"""A meeting whose ids, references and other words of the program hold nothing that a terminal obeys."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import fields, replace

from tui.meeting.model import TextKind
from tui.meeting.text.sanitizing import REPLACEMENT, showable

_Value = TypeVar("_Value", bound=Struct)


def without_controls(value: _Value) -> _Value:
    """Return a value with its own words clean; what people wrote stays, and is made showable where it is drawn."""
    plain = _plain_fields(type(value))
    changed: dict[str, Any] = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        new = _without_controls(old) if name not in plain else _clean(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


def _without_controls(value: Any) -> Any:
    if isinstance(value, Struct):
        return without_controls(value)
    if isinstance(value, tuple) and any(isinstance(one, Struct) for one in value):
        made = tuple(map(_without_controls, value))
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    return value


def _clean(words: str) -> str:
    """Return words as they are, or with what a terminal would obey shown as not understood."""
    return words if words.isprintable() else "".join(c if showable(c) == c else REPLACEMENT for c in words)


@cache
def _plain_fields(kind: type[Struct]) -> frozenset[str]:
    """Name the texts of a value that the program itself gave."""
    return frozenset(field.name for field in fields(kind) if TextKind.PLAIN in get_args(field.type))
