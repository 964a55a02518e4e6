"""The day of a meeting among the first lines of its minutes, in words, behind a number, or its year cut short."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from tui.meeting.dates.moments import moments_in
from tui.meeting.dates.written_dates import WEEKDAY
from tui.papers.minutes.page.days_in_words import day_in_words
from tui.papers.minutes.page.passages import Passage

_NUMBER_OF_MEETING = re.compile(r"^\s*(?:No|N[°º]|Nr)\.?\s*\d{1,3}\s*[-–—‐:]\s*(?=\w)")
_WEEKDAYS = "(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
_FIGURE_BEFORE_DAY = re.compile(
    rf"(?:^|:\s+)(?P<figure>\d{{1,3}})\s*[-–—]\s*(?=(?:the\s+|le\s+)?(?:{WEEKDAY}|{_WEEKDAYS})\b\.?,?\s+(?:den\s+|the\s+)?(?P<day>\d{{1,2}}))",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|convened|assembled|came\s+together|tagten?|traf\s+sich|trafen\s+sich|trat(?:en)?\b[^.]{0,80}\bzusammen|kam(?:en)?\b[^.]{0,80}\bzusammen"
    r"|s['’](?:est|étai(?:en)?t)\s+(?:réunie?s?|tenue?)|se\s+(?:sont\s+réunie?s|réunit))\b"
)
"""How a sentence says that those of a body met."""
_SPAN = 8
"""So many days a meeting does not last."""
_FIRST = 8
"""Passages among which the day stands as a rule."""
_SHORT_YEAR = re.compile(r"(?<![\d./])(?<!\d-)(?P<day>\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark))(?P<year>\d\d)(?![\d./])")
_PROSE = 14


def with_day_first(passages: Sequence[Passage], is_key: Callable[[str], bool]) -> list[Passage]:
    """Return the passages, the day that one of the first begins with apart from the sentence behind it.

    The number of the meeting before it is none of the day: `No 2 - Monday 4 March`.
    """
    at = next((at for at, one in enumerate(passages[:_FIRST]) if not one.cells and day_in_words(one.text)), -1)
    if at >= 0 and not any(moments_in(one.text) for one in passages[:_FIRST]):
        told = replace(passages[at], text=day_in_words(passages[at].text), apart=True)
        return [*passages[:at], told, *passages[at + 1 :]]
    found = [
        replace(one, text=_without_number(one.text)) if at < _FIRST and not one.cells else one
        for at, one in enumerate(passages)
    ]
    until = next((at for at, one in enumerate(found[:_FIRST]) if moments_in(one.text)), min(len(found), _FIRST))
    short = next((at for at in range(until) if _SHORT_YEAR.search(found[at].text) and not found[at].cells), -1)
    found = [_with_whole_year(one) if at == short else one for at, one in enumerate(found)]
    for at, one in enumerate(found[:_FIRST]):
        moments = moments_in(one.text) if not (one.cells or one.person or is_key(one.text)) else []
        if moments and moments[0].span[0] == 0 and len(one.text.split()) > _PROSE:
            end = moments[0].span[1]
            rest = replace(one, text=one.text[end:].strip(" ,;:.–—-"), apart=False)
            return [*found[:at], replace(one, text=one.text[:end]), rest, *found[at + 1 :]]
    return found


def day_met(passages: Sequence[Passage]) -> date | None:
    """Return the day on which a sentence near the top says that a body met; None where none says it, or two do."""
    sentences = [one.text for one in passages[: 2 * _FIRST] if not one.cells and _MET.search(one.text)]
    days = {moment.date for text in sentences for moment in moments_in(text) if moment.year_said and not moment.last}
    return days.pop() if len(days) == 1 else None


def _with_whole_year(passage: Passage) -> Passage:
    """Return a line near the top, the year of a day in figures whole, where nothing else there tells one: `25.1.24`."""
    text = re.sub(r"(?<=\s)-(?=\d)", "– ", passage.text)
    return replace(passage, text=_SHORT_YEAR.sub(r"\g<day>20\g<year>", text, count=1))


def _without_number(text: str) -> str:
    """Return a line without the number of the meeting before its day: `No 2 - Monday 4 March`; a span of days stays."""
    text = _NUMBER_OF_MEETING.sub("", text)
    found = _FIGURE_BEFORE_DAY.search(text)
    if found is None or 0 < int(found["day"]) - int(found["figure"]) < _SPAN:
        return text
    return text[: found.start("figure")] + text[found.end() :]
