"""An action of the register in plain lines: when it is due, where it arose, what became of it since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.meeting.actions.register_row import Heard, RegisterRow, Related, Step
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Status


def due_words(row: RegisterRow) -> str:
    """Say when an action is due: `by Friday (6 September 2019)`; empty where nobody said."""
    day = said_date(row.due_date) if row.due_date else ""
    if not row.due or not day:
        return row.due or day
    return row.due if _says(row.due, row.due_date) else f"{row.due} ({day})"


def arose_words(row: RegisterRow) -> str:
    """Say where an action arose: `Assurance Meeting, 27 August 2019: Staff survey`."""
    place = f"{row.origin_title}, {said_date(row.origin_date)}" if row.origin_title else said_date(row.origin_date)
    return f"{place}: {row.topic}" if row.topic else place


def chain_lines(row: RegisterRow, *, related: bool = True) -> Iterator[str]:
    """Say what became of an action since it arose; `related` adds what replaced it and what it replaced."""
    if related:
        yield from (f"Replaces {related_words(one)}" for one in row.replaces)
    if days := [said_date(one.date) for one in row.stood if one.date != row.origin_date]:
        yield f"Brought forward to {', '.join(dict.fromkeys(days))}"
    found = [(one.date, 0, heard_words(one)) for one in row.heard]
    found += [(step.day, 1, step_words(step)) for step in row.steps if _tells(step)]
    yield from (words for _, _, words in sorted(found, key=lambda line: line[:2]))
    if related and row.replaced_by:
        yield f"Replaced by {related_words(row.replaced_by)}"


def heard_words(heard: Heard) -> str:
    """Say an update with its day and who spoke: `24 September 2019: CC: The pack was provided`."""
    speakers = f"{', '.join(heard.speakers)}: " if heard.speakers else ""
    return f"{said_date(heard.date)}: {speakers}{heard.text}"


def step_words(step: Step) -> str:
    """Say a change of status or due with its day and its reason: `3 October 2019: done – paid by bank`."""
    parts = [step.status.value] if step.status else []
    if step.due is not None:
        parts.append(f"due {step.due}" if step.due else "no longer due")
    if step.owners is not None:
        parts.append(f"given to {', '.join(step.owners)}" if step.owners else "nobody’s")
    reason = f" – {step.reason}" if step.reason else ""
    return f"{said_date(step.day)}: {', '.join(parts)}{reason}"


def related_words(one: Related) -> str:
    """Name an action that replaces another or is replaced: `A3 of 27 August 2019: Write to the bank`."""
    return f"{one.ref} of {said_date(one.date)}: {one.text}"


def status_word(row: RegisterRow) -> str:
    """Say how an action stands, in one word."""
    return "overdue" if row.overdue else row.status.value


def is_settled(row: RegisterRow) -> bool:
    """Return whether nothing is left to do."""
    return row.status is not Status.OPEN


def _tells(step: Step) -> bool:
    """Return whether a step says more than what replaced the action."""
    return step.status is not Status.REPLACED or step.due is not None or step.owners is not None or bool(step.reason)


def _says(words: str, day: date | None) -> bool:
    return day is not None and (day.isoformat() in words or said_date(day) in words)
