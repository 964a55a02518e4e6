"""The words of a line and of an entry that the completion learns from and goes on from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.marks import COMMAND, GAP, LITERAL, MARKS, RESTRICT
from tui.meeting.model import Entry, Kind

_LOOKED_AT = 400
"""How many characters before the cursor are read; a long paste stands there now and then."""

_CORRECTION = re.compile(r"s[^\w\s.\\-]")


def said_words(line: str, kind: Kind) -> tuple[Kind, str] | None:
    """Return the words of a line as far as they are looked at, and their kind; None where it has none."""
    if line.startswith(COMMAND) or _CORRECTION.match(line):
        return None
    line = line[1:].lstrip() if line.startswith(RESTRICT) else line
    if line[:1] in MARKS and not line.startswith(GAP):
        kind, line = MARKS[line[0]], line[1:].lstrip()
    return kind, line.removeprefix(LITERAL)[-_LOOKED_AT:]


def texts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Return an entry's texts as they are typed, each with what it is."""
    if entry.text:
        yield entry.text, entry.kind
    if entry.action and entry.action.due and not entry.action.due.in_text:
        yield entry.action.due.words, "due"
