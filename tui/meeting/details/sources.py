"""What a meeting says of another one, which others keep a copy of: its title and its day."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from tui.meeting.model import Meeting, Source

_T = TypeVar("_T")


def with_source(meeting: Meeting, source: Source) -> Meeting:
    """Return a meeting in which another one is known by the title and the day that it has now."""
    return _renamed(meeting, source)


def _renamed(value: _T, source: Source) -> _T:
    if isinstance(value, Source):
        return source if value.id == source.id and value != source else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = tuple(_renamed(part, source) for part in value)
        return value if all(map(_is, parts, value)) else parts  # type: ignore[return-value]
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: new for name, old in fields.items() if (new := _renamed(old, source)) is not old}
        return msgspec.structs.replace(value, **changed) if changed else value
    return value


def _is(one: object, other: object) -> bool:
    return one is other
