"""The agenda's outline: its lines read into sections, with numbers, depths, presenters and allotted minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.agenda.levels import Placed, levels_of
from tui.meeting.agenda.numbers import split_numbers
from tui.meeting.model import Section, Value
from tui.meeting.outline.outline import core
from tui.meeting.text.brackets import restored, unbracketed
from tui.papers.reading.lines import cells_of, has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.people.known import NOBODY, KnownNames
from tui.papers.understanding.presenters import (
    Heading,
    are_bracketed,
    are_dashed,
    are_led,
    minutes_of,
    names_presenter,
    read_heading,
    with_single_names,
)
from tui.papers.understanding.tables import meanings_of_items, row_of

_NUMBER_ALONE = re.compile(
    r"(?:item\s+)?\(?\d{1,4}(?:[./]\d{1,4})*(?:[a-z]|[.][a-z](?=[.)]))?[.):]?|\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})[.)]",
    re.IGNORECASE,
)
_LASTS = re.compile(r"(?:minutes|mins?|duration|time|dauer|durée|duración|duur)\s*:\s*(\S.*)", re.IGNORECASE)
"""What an item may last, in a line below it."""
_PAPERS = re.compile(
    r"(?:papers?|documents?|attachments?|enclosures?|unterlagen?|anlagen?|documents? joints?|pièces? jointes?"
    r"|papurau?)\s*:\s*(\S.*)",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"(?:(?:presented by|introduced by|led by)\s*:?\s+|(?:presenter|lead|speaker|owner|who|referent(?:in)?"
    r"|berichterstatter(?:in)?|présenté par|rapporteure?|expone|ponente)\s*:\s*)(\S.*)",
    re.IGNORECASE,
)
_RESOLUTION = re.compile(
    r"(?:draft resolution|proposed resolution|resolution|recommendation|recommended|motion|proposal|proposed"
    r"|resolved|it is (?:recommended|proposed)"
    r"|beschlussvorschlag|beschlussempfehlung|projet de (?:résolution|délibération)"
    r"|propuesta de acuerdo)\b\s*:?\s*\S.*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ADDRESS_BEHIND = re.compile(r"(\S.*?)\s+((?:https?://|www\.)\S+)", re.IGNORECASE)
_TIME_FIRST = re.compile(
    r"(?P<time>[(\[]\d{1,3}(?:\s*[-–—]\s*\d{1,3})?\s*min\w*\.?[)\]])\s+(?P<words>\S.*)", re.IGNORECASE
)
"""`[10 min] 2. Accounts`: what it may last stands before its number."""
_LONG = 4
"""Digits that no number of minutes has."""
_SLANTED_BRACKETS = re.compile(r"[*_]+(\([^()*_]*\)|\[[^\[\]*_]*\])[*_]+(?:\s*:$)?")
"""Brackets in italics, and a colon behind them at the end: `Bills *(10 min)* :`."""
_ALL_ONE = re.compile(r"1[.)]\s")


class OutlineLine(Value, frozen=True, kw_only=True):
    """One line of an agenda's list."""

    line: int
    """Its number in the file, from 1."""
    text: str
    """With its indentation, without brackets that restrict."""
    marked: str = ""
    """The same with these; empty where it has none."""
    hashes: int = 0
    """How many `#` a Markdown heading had; 0 for any other line."""
    cells: tuple[str, ...] = ()
    """Of a table's row."""
    links: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    """What is said below it: its explanation, who presents it, its papers, a draft resolution."""


class Listed(Value, frozen=True, kw_only=True):
    """A section and the line it was read from."""

    section: Section
    line: int


class _Placed(Value, frozen=True, kw_only=True):
    """A line on its way to a section."""

    row: OutlineLine
    text: str
    indent: int
    presenter: str = ""
    minutes: int | None = None
    papers: tuple[str, ...] = ()


def outline_of(lines: Sequence[OutlineLine], known: KnownNames = NOBODY) -> list[Listed]:
    """Read the lines of an agenda's list into sections, in order; `known` are the people who may present one."""
    placed = _placed(_joined([*lines]))
    deeper = {
        at
        for at, (above, one) in enumerate(pairwise(placed), 1)
        if one.indent > above.indent and not has_bullet(one.row.text)
    }
    numbered = split_numbers(_counted(placed), deeper)
    levels = levels_of(
        [Placed(indent=one.indent, number=number) for one, (number, _) in zip(placed, numbered, strict=True)]
    )
    headings = [heading for _, heading in numbered]
    known = with_single_names(known, headings)
    dashed, bracketed, led = are_dashed(headings), are_bracketed(headings), are_led(headings)

    def read(heading: str) -> Heading:
        plain = _SLANTED_BRACKETS.sub(r"\1", without_emphasis(heading))
        return read_heading(plain, known, dashed=dashed, bracketed=bracketed, led=led)

    return [
        Listed(section=_section(at, one, number, read(heading), level), line=one.row.line)
        for at, (one, (number, heading), level) in enumerate(zip(placed, numbered, levels, strict=True), 1)
    ]


def _placed(rows: Sequence[OutlineLine]) -> list[_Placed]:
    """Find each line's words and indentation, and give what tables and papers say to the lines they belong to."""
    placed: list[_Placed] = []
    base = min((indent_of(row.text) for row in rows if not row.hashes), default=0)
    meanings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    for row in rows:
        text = without_emphasis(without_bullet(row.text)).strip()
        if timed := _TIME_FIRST.fullmatch(text):
            text = f"{timed['words']} {timed['time']}"
        indent = indent_of(row.text) - base if not row.hashes else (row.hashes - 10) * 10
        cells = row.cells or tuple(cells_of(row.text, all_of_them=True) or ())
        if cells and (found := meanings_of_items(cells)):
            meanings, heads = found, cells
        elif cells:
            one = row_of(cells, meanings, heads)
            below = (*row.below, *one.below)
            if one.text:
                row = replace(row, below=below)
                placed.append(
                    _Placed(
                        row=row,
                        text=one.text,
                        indent=indent,
                        presenter=one.presenter,
                        minutes=one.minutes,
                        papers=one.papers,
                    )
                )
        elif placed and (paper := _PAPERS.fullmatch(text)) and _hangs_on(row, indent, placed[-1]):
            more = tuple(p.strip() for p in paper.group(1).split(";") if p.strip())
            placed[-1] = replace(placed[-1], papers=(*placed[-1].papers, *more))
        else:
            placed.append(_Placed(row=row, text=text, indent=indent))
    return placed


def _hangs_on(row: OutlineLine, indent: int, above: _Placed) -> bool:
    """Whether a line about papers belongs to the item above it and is not one of its fellows."""
    return indent > above.indent + 1 or not has_bullet(row.text)


def _counted(placed: Sequence[_Placed]) -> list[str]:
    """Return the lines' words; lists in which every number is `1.` are counted, as Markdown counts them."""
    texts = [one.text for one in placed]
    groups: dict[int, list[int]] = {}
    path: list[tuple[int, int]] = []
    for at, one in enumerate(placed):
        while path and path[-1][0] > one.indent + 1:
            path.pop()
        if path and abs(path[-1][0] - one.indent) <= 1:
            groups[path[-1][1]].append(at)
        else:
            path.append((one.indent, at))
            groups[at] = [at]
    for group in groups.values():
        if len(group) > 1 and all(_ALL_ONE.match(texts[at]) for at in group):
            for number, at in enumerate(group, 1):
                texts[at] = f"{number}{texts[at][1:]}"
    return texts


def _section(section_id: int, one: _Placed, number: str, read: Heading, level: int) -> Section:
    presenter, minutes = one.presenter or read.presenter, read.minutes if one.minutes is None else one.minutes
    papers = [*one.papers, *read.papers, *one.row.links]
    explanation = [read.time] if read.time else []
    resolution = ""
    for below in one.row.below:
        if found := _PRESENTED.fullmatch(below):
            presenter = presenter or found[1]
            explanation += [] if presenter == found[1] else [below]
        elif minutes is None and (lasts := _LASTS.fullmatch(below)) and (timed := _minutes_said(lasts[1])) is not None:
            minutes = timed
        elif found := _PAPERS.fullmatch(unbracketed(below)):
            papers += [restored(paper.strip(), below) for paper in found[1].split(";") if paper.strip()]
        elif _ADDRESS.fullmatch(below):
            papers.append(below)
        elif not presenter and len(explanation) == bool(read.time) and names_presenter(below):
            presenter = below
        elif not resolution and _RESOLUTION.fullmatch(below):
            resolution = below
        else:
            explanation.append(below)
    line, words = one.row.marked, read.words
    if (ending := _ADDRESS_BEHIND.fullmatch(words)) is not None:
        words = ending[1]
        papers.append(ending[2])
    return Section(
        id=section_id,
        number=restored(" ".join(number.split()), line, first=True),
        heading=restored(words, line),
        level=level,
        presenter=restored(presenter, line),
        minutes=minutes,
        papers=tuple(restored(paper, line) for paper in papers),
        explanation=tuple(explanation),
        resolution=resolution,
    )


def _minutes_said(words: str) -> int | None:
    """Read what an item may last, a bare number too."""
    return int(words) if words.isdecimal() and len(words) < _LONG else minutes_of(words)


def is_number_alone(text: str) -> bool:
    """Whether a line is a number, and nothing else."""
    return _NUMBER_ALONE.fullmatch(text.strip()) is not None


def _joined(lines: list[OutlineLine]) -> list[OutlineLine]:
    """Join numbers that stand on lines of their own, as a table pasted from a word processor has them."""
    alone = [not line.cells and is_number_alone(line.text) for line in lines]
    if sum(alone) < 2:
        return lines
    joined: list[OutlineLine] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if alone[at] and at + 1 < len(lines) and not alone[at + 1] and not has_bullet(lines[at + 1].text):
            at += 1
            marked = lines[at].marked and f"{line.text} {lines[at].marked}"
            line = replace(lines[at], line=line.line, text=f"{line.text} {lines[at].text.strip()}", marked=marked)
        joined.append(line)
        at += 1
    return joined


def twice_numbered(listed: Sequence[Listed]) -> list[tuple[Listed, Listed]]:
    """Return the sections whose number another one side by side with them has already, each with that one.

    A number may well come again elsewhere, or after a heading without one.
    """
    found: list[tuple[Listed, Listed]] = []
    taken: list[dict[str, Listed]] = []
    for one in listed:
        level, number = one.section.level, core(one.section.number)
        taken[level:] = []
        taken.extend({} for _ in range(level - len(taken)))
        if not number:
            taken[level - 1] = {}
        elif number in taken[level - 1]:
            found.append((one, taken[level - 1][number]))
        else:
            taken[level - 1][number] = one
    return found
