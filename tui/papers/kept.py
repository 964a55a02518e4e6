"""What of a paper has no place in its meeting, and is kept beside it: no word is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from tui.meeting.dates.written_dates import MONTHS, WEEKDAYS
from tui.meeting.languages.language import forms
from tui.meeting.languages.languages import READ
from tui.meeting.model import Meeting
from tui.papers.understanding.roles import Understood

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_STRUCTURE = frozenset(
    """agenda item items date time present attendance attendees members apologies absent guests observers tagesordnung
    anwesend entschuldigt datum uhrzeit ordre du jour orden del día fecha hora présents excusés rhaglen dyddiad
    amser at on from to until the of in and am pm h hrs um uhr min mins minutes""".split()
)
"""Words that only say what stands where, or when: a line of nothing else is not kept."""
_APOSTROPHE = re.compile("['’‘´`\u00ad\u200b\u2060]")


def lines_beside(lines: Iterable[Understood], meeting: Meeting) -> list[Understood]:
    """Return the lines of a paper with a word that stands nowhere in its meeting, in order."""
    told = msgspec.to_builtins(meeting)
    del told["id"]
    told.pop("unplaced", None)
    kept = {token for words in _strings(told) for token in _tokens(words)}
    kept |= _STRUCTURE | {str(meeting.date.year), str(meeting.date.month), str(meeting.date.day)}
    kept |= {str(section.minutes) for section in meeting.sections} | {str(meeting.public)}
    for clock in (clock for clock in (meeting.start, meeting.end) if clock):
        kept |= {str(clock.hour), str(clock.hour % 12 or 12), str(clock.minute)}
    for language in READ:
        kept |= {*forms(language.months[meeting.date.month - 1]), *forms(language.weekdays[meeting.date.weekday()])}
    kept |= {MONTHS[meeting.date.month - 1].casefold(), WEEKDAYS[meeting.date.weekday()].casefold()}
    return [line for line in lines if any(token not in kept for token in _tokens(line.words))]


def _tokens(words: str) -> list[str]:
    return [token.lstrip("0") or "0" for token in _TOKEN.findall(_APOSTROPHE.sub("", words.casefold()))]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
