"""The marks of the capture language: one character that says what kind a line is."""

from __future__ import annotations

from tui.meeting.model import Kind

MARKS: dict[str, Kind] = {
    "?": Kind.QUESTION,
    ">": Kind.RESPONSE,
    "-": Kind.POINT,
    "+": Kind.NOTE,
    "!": Kind.ACTION,
    "=": Kind.DECISION,
    "~": Kind.UPDATE,
    "&": Kind.EVENT,
    "#": Kind.SUBHEADING,
}
"""The kind each mark stands for."""

MARK_OF: dict[Kind, str] = {kind: mark for mark, kind in MARKS.items()}
"""The mark of each kind."""

RESTRICT = "%"
LITERAL = "\\"
GAP = "??"
COMMAND = "/"


def kind_after(kind: Kind, current: Kind) -> Kind:
    """Return the kind that a line without a mark takes after an entry of `kind`; `current` is the one before it."""
    match kind:
        case Kind.QUESTION | Kind.RESPONSE:
            return Kind.RESPONSE
        case Kind.POINT | Kind.UPDATE:
            return Kind.POINT
        case Kind.ACTION:
            return current
        case _:
            return Kind.NOTE
