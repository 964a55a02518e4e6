"""The values of what becomes of the notes: approved, confirmed, published, taken back."""

from __future__ import annotations

from datetime import datetime

from tui.meeting.value import Label, Plain, Value, Words


class Publication(Value, frozen=True, kw_only=True):
    """That a set of notes was put out, or taken back."""

    at: datetime
    folder: Words
    """Where: the real path of the folder."""
    style: Plain
    version: Plain = "public"
    draft: bool = False
    """Whether nobody had approved the notes yet."""
    revision: int
    """How many changes the meeting had had by then."""
    withdrawn: bool = False
    """True where the set was taken back, and a notice stands in its place."""
    reason: Words = ""
    """Why it was taken back."""
    pages: int | None = None
    """How many pages the notes have as PDF; None where they were not among the set."""


class Confirmation(Value, frozen=True, kw_only=True):
    """That a later meeting agreed notes that somebody had signed off before it."""

    by: Label
    """`the meeting of 24 September 2019`."""
    at: datetime
    corrections: tuple[Words, ...] = ()
    """What that meeting said is to be corrected, as typed there."""


class Approval(Value, frozen=True, kw_only=True):
    """That the notes were signed off."""

    by: Label
    """Who approved them: a person, or `the meeting of 24 September 2019`."""
    at: datetime
    corrections: tuple[Words, ...] = ()
    """What the approving meeting said is to be corrected, as typed there."""
    confirmed: Confirmation | None = None
    """The later meeting that agreed them too; None where none did, and where that meeting itself approved them."""


def corrections_of(approval: Approval | None) -> tuple[str, ...]:
    """Return all that is to be corrected, each once: said with the approval, and by the meeting that confirmed it."""
    if approval is None:
        return ()
    confirmed = approval.confirmed.corrections if approval.confirmed else ()
    return tuple(dict.fromkeys((*approval.corrections, *confirmed)))
