"""The marks of the capture language: one character that says what kind a line is."""

from __future__ import annotations

import re

from tui.meeting.kinds import KINDS, Kind

MARKS: dict[str, Kind] = {kind.row.mark: kind for kind in Kind}
"""The kind each mark stands for."""

RESTRICT = "%"
LITERAL = "\\"
GAP = "??"
COMMAND = "/"

FULL_WIDTH = {chr(ord(mark) + 0xFEE0): mark for mark in (*MARKS, RESTRICT, LITERAL, COMMAND)}
"""The marks as East Asian input methods type them: `？` for `?`."""

_WITHIN = {"？？": GAP, "［［": "[[", "］］": "]]"}
_OWNER = re.compile(r"(?<!\S)＠(?=\S)")


def plain_marks(line: str) -> str:
    """Return a line whose first mark, and one after `%`, is the plain one, whatever width it was typed in."""
    if line[:1] not in FULL_WIDTH or line[:2] == "？？":
        return line
    first, rest = FULL_WIDTH[line[0]], line[1:]
    return first + (plain_marks(rest.lstrip()) if first == RESTRICT else rest)


def plain_within(text: str, kind: Kind) -> str:
    """Return an entry's words with the plain marks where those within them were typed in full width.

    Nothing gets longer or shorter.
    """
    for wide, plain in _WITHIN.items():
        text = text.replace(wide, plain)
    if kind is Kind.ACTION:
        text = _OWNER.sub("@", text).replace("＾", "^")
    return text.replace("｜", "|") if kind is Kind.TABLE else text


def kind_after(kind: Kind, current: Kind) -> Kind:
    """Return the kind that a line without a mark takes after an entry of `kind`; `current` is the one before it."""
    return current if kind.row.next == "as before" else KINDS[kind.row.next]
