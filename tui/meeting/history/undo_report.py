"""What an undo or redo came to: in which section it was, which entries it touched, and how to say so."""

from __future__ import annotations

from typing import Any

from tui.meeting.history.journal import Change, Journal
from tui.meeting.history.row_changes import RowChange
from tui.meeting.model import Meeting, Value

_LONGEST_WORDS = 40


class Undone(Value, frozen=True, kw_only=True):
    """What was undone or redone last."""

    message: str
    """`Undone: note “A press release”`."""
    section: int | None = None
    """Id of the section in which that shows; None where it shows in none, as with people."""
    entries: tuple[int, ...] = ()
    """Ids of the entries it touched that are there now, in print order."""


def undone_last(journal: Journal) -> Undone | None:
    """Return what the last change undid or did again; None where it is neither."""
    change = journal.history[-1] if journal.history else None
    if change is None or (change.undoes is None and change.redoes is None):
        return None
    original = journal.history[(change.undoes or change.redoes or 1) - 1]
    rows = {part.id: part for part in original.parts if part.table == "entries" and part.id}
    touched = set(rows) or _reordered(original)
    there = tuple(e.id for e in journal.meeting.entries if e.id in touched)
    words = (
        f"{'Undone' if change.undoes is not None else 'Redone'}: {original.what}{_words(journal.meeting, rows, there)}"
    )
    return Undone(message=words, section=_section(journal.meeting, original, rows, there), entries=there)


def _reordered(change: Change) -> set[int]:
    """Return the entries that were moved where a change is of their order alone: those that changed places."""
    for part in change.parts:
        if part.table == "entries" and part.id == 0:
            before, after = (part.before or {})["order"], (part.after or {})["order"]
            return {one for one, other in zip(before, after, strict=False) if one != other}
    return set()


def _section(meeting: Meeting, change: Change, rows: dict[int, RowChange], there: tuple[int, ...]) -> int | None:
    known = {section.id for section in meeting.sections}
    if there:
        return meeting.entry(there[0]).section
    gone = [_field(part, "section") for part in rows.values()]
    changed = [
        part.id for part in change.parts if part.table == "sections" and set(part.after or {}) - {"state", "reached"}
    ]
    return next((section for section in (*gone, *changed) if section in known), None)


def _words(meeting: Meeting, rows: dict[int, RowChange], there: tuple[int, ...]) -> str:
    """Return the words of the first entry that was touched, and how many more there are."""
    texts = [meeting.entry(entry_id).text for entry_id in there]
    texts += [str(_field(part, "text") or "") for entry_id, part in rows.items() if entry_id not in there]
    if not texts:
        return ""
    first = " ".join(texts[0].split())
    if len(first) > _LONGEST_WORDS:
        first = f"{first[: _LONGEST_WORDS - 1].rstrip()}…"
    return f" “{first}”" + (f" and {len(texts) - 1} more" if len(texts) > 1 else "")


def _field(part: RowChange, name: str) -> Any:
    return {**(part.before or {}), **(part.after or {})}.get(name)
