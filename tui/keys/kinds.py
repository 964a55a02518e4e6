"""The commands that say what kind a line or an entry is, made from the rows of the kinds."""

from __future__ import annotations

from tui.keys.command import Command
from tui.keys.names import character_key
from tui.keys.needs import ENTRIES_HERE, IN_LOG, LAST_ENTRY, SECTIONS
from tui.meeting.kinds import Kind


def _number(kind: Kind) -> int:
    return int(kind.row.key.removeprefix("f"))


KEYED = sorted((kind for kind in Kind if kind.row.key), key=_number)
"""The kinds that have a key of their own."""

MAKE_THE_LINE = tuple(
    Command(
        "live",
        f"set-kind-{kind}",
        (kind.row.key,),
        f"Make the line {kind.with_article} (or begin it with {kind.row.mark})",
    )
    for kind in KEYED
)
"""The kind of the line being typed."""

CONVERT = tuple(
    Command(
        "log",
        f"log-convert-{kind}",
        (character_key(kind.row.mark),),
        f"Make it {kind.with_article}, the words kept",
        needs=(SECTIONS, ENTRIES_HERE, IN_LOG),
    )
    for kind in Kind
)
"""The kind of the entries chosen in the log."""

CONVERT_THE_LAST = tuple(
    Command(
        "last",
        f"last-convert-last-{kind}",
        (character_key(kind.row.mark),),
        f"Make it {kind.with_article}",
        needs=(LAST_ENTRY,),
    )
    for kind in Kind
)
"""The kind of the entry captured last, by its mark."""
