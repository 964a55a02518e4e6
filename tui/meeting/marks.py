"""The marks of the capture language: one character that says what kind a line is."""

from __future__ import annotations

from tui.meeting.kinds import KINDS, Kind

MARKS: dict[str, Kind] = {kind.row.mark: kind for kind in Kind}
"""The kind each mark stands for."""

RESTRICT = "%"
LITERAL = "\\"
GAP = "??"
COMMAND = "/"


def kind_after(kind: Kind, current: Kind) -> Kind:
    """Return the kind that a line without a mark takes after an entry of `kind`; `current` is the one before it."""
    return current if kind.row.next == "as before" else KINDS[kind.row.next]
