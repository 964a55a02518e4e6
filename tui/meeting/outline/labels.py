"""Entries named in a few words, for the lines that say what was done with them."""

from __future__ import annotations

from collections.abc import Collection

from tui.meeting.model import Entry, Meeting

_LONGEST = 40


def name_of_kind(entry: Entry) -> str:
    """Return an entry's kind for people, with an action's ref: `action A2`."""
    return f"{entry.kind.value} {entry.action.ref}" if entry.action else entry.kind.value


def tag_of(entry: Entry) -> str:
    """Return what stands before an entry in the log and in lists, with an action's ref: `heading`, `action A2`."""
    return f"{entry.kind.row.tag} {entry.action.ref}" if entry.action else entry.kind.row.tag


def name_entries(meeting: Meeting, ids: Collection[int]) -> str:
    """Name one entry by its kind and ref, several by their number: `action A2`, `3 entries`."""
    return name_of_kind(meeting.entry(next(iter(ids)))) if len(ids) == 1 else f"{len(ids)} entries"


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Return words on one line, cut to a length with an ellipsis."""
    line = " ".join(words[: 4 * longest].split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
