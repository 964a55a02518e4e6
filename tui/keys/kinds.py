"""The commands that say what kind a line or an entry is, made from the rows of the kinds."""

from __future__ import annotations

from tui.keys.command import Command
from tui.keys.names import character_key
from tui.meeting.kinds import Kind

_SHIFTED = 12
"""How far up a terminal moves a function key that is pressed with Shift: F14 is Shift and F2."""


def _number(kind: Kind) -> int:
    return int(kind.row.key.removeprefix("f"))


_KEYED = sorted((kind for kind in Kind if kind.row.key), key=_number)

MAKE_THE_LINE = tuple(
    Command(
        id=f"set_kind({kind.value!r})",
        where="live",
        keys=(kind.row.key,),
        title=f"Make the line {kind.with_article} (or begin it with {kind.row.mark})",
    )
    for kind in _KEYED
)
"""The kind of the line being typed."""

MAKE_THE_LAST = tuple(
    Command(
        id=f"convert_last({kind.value!r})",
        where="live",
        keys=(f"shift+{kind.row.key}", f"f{_number(kind) + _SHIFTED}"),
        title=f"Make the last entry {kind.with_article}",
    )
    for kind in _KEYED
)
"""The kind of the entry captured last, without leaving the line."""

CONVERT = tuple(
    Command(
        id=f"convert({kind.value!r})",
        where="log",
        keys=(character_key(kind.row.mark),),
        title=f"Make it {kind.with_article}, the words kept",
    )
    for kind in Kind
)
"""The kind of the entries chosen in the log."""

CONVERT_THE_LAST = tuple(
    Command(
        id=f"convert_last({kind.value!r})",
        where="last",
        keys=(character_key(kind.row.mark),),
        title=f"Make it {kind.with_article}",
    )
    for kind in Kind
)
"""The kind of the entry captured last, by its mark."""
