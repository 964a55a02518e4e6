"""Agendas of many kinds: what a clerk reads in each, and that no word is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.papers.holding import PAPERS, held, understood
from tui.errors import BadInput
from tui.papers.agenda import read_paper
from tui.papers.reading.lines import without_line_numbers
from tui.papers.reading.source import read_file

_STRUCTURE = set(
    """agenda item items date time present attendance attendees members apologies absent guests observers at on
    from to until the of in and am pm h hrs um uhr min mins minutes tagesordnung anwesend entschuldigt datum
    uhrzeit ordre du jour orden del día fecha hora présents excusés rhaglen dyddiad amser key z t m st nd rd
    th eg er le de den el""".split()
)
"""Words that only say what stands where, or when."""


def ids(path: Path) -> str:
    return path.name


def words(text: str) -> list[str]:
    found = re.findall(r"\d+|[^\W\d_]+", re.sub("['’]", "", text.casefold()))
    return [one.lstrip("0") or "0" for one in found]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, (list, tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)
    else:
        yield str(value)


@pytest.mark.parametrize("path", PAPERS, ids=ids)
def test_an_agenda_is_read_as_a_clerk_reads_it(path: Path) -> None:
    assert understood(path) == held(path)


@pytest.mark.parametrize("path", [path for path in PAPERS if path.suffix in (".txt", ".md")], ids=ids)
def test_no_word_of_an_agenda_is_lost(path: Path) -> None:
    try:
        meeting = read_paper(read_file(path).document).meeting
    except BadInput:
        assert "refused" in held(path)
        return
    kept = {word for text in strings(msgspec.to_builtins(meeting)) for word in words(text)}
    if meeting.start:
        kept |= {str(meeting.start.hour % 12 or 12)}
    if meeting.end:
        kept |= {str(meeting.end.hour % 12 or 12)}
    text = without_line_numbers(re.sub(r"<!--.*?-->|```.*", "", path.read_text(encoding="utf-8")))
    date_words = {str(meeting.date.day), str(meeting.date.year), *words(f"{meeting.date:%A %B %a %b}"), "tues"}
    assert [word for word in words(text) if word not in kept | _STRUCTURE | date_words] == []
