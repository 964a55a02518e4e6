"""When an action is due as the page says it: as it was said, and always with the full date."""

from __future__ import annotations

import re

from tui.meeting.dates.moments import Moment, moments_in
from tui.meeting.model import Due
from tui.notes.view.wording import Wording

_WEEKDAY = re.compile(r"[^\W\d_]+[.,]{0,2}\s+")
_WHOLE = re.compile(r"[^\W\d_]{3}.*\b[0-9]{4}\b")


def due_on_page(wording: Wording, due: Due) -> str:
    """Return due words with the full date that follows from them: `Friday, 7 June 2024`, `fri 10 May 2024`."""
    if due.date is None:
        return due.words
    full = wording.short_date(due.date)
    if full in due.words:
        return due.words
    written = _written(due)
    if written is None:
        return f"{due.words}, {full}"
    start, end = written.span
    said = due.words[start:end]
    if _WHOLE.search(said):
        return due.words
    weekday = _WEEKDAY.match(said) if written.weekday is not None else None
    return f"{due.words[:start]}{weekday[0] if weekday else ''}{full}{due.words[end:]}"


def date_beside_text(wording: Wording, due: Due) -> str:
    """Return the full date of a due whose words stand in the action's own text and leave open which day that is."""
    return wording.short_date(due.date) if due.date is not None and _written(due) is None else ""


def _written(due: Due) -> Moment | None:
    """Return the day of a due where its words write it out, at least by day and month."""
    if due.date is None or (due.words.isascii() and str(due.date.day) not in due.words):
        # Most dues are said without the day's number: `Friday`, `the June meeting`.
        return None
    days = moments_in(due.words, near=due.date)
    return next((one for one in days if one.date == due.date and one.last is None), None)
