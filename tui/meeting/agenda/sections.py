"""The agenda's outline: its lines read into sections, with numbers, depths, presenters and allotted minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.agenda.levels import Placed, levels_of
from tui.meeting.agenda.lines import cells_of, has_bullet, indent_of, without_bullet, without_emphasis
from tui.meeting.agenda.numbers import split_numbers
from tui.meeting.model import Section, Value
from tui.meeting.outline.outline import core
from tui.meeting.text.brackets import restored

_NUMBER_ALONE = re.compile(r"(?:item\s+)?\(?\d{1,4}(?:[./]\d{1,4})*[a-z]?[.):]?", re.IGNORECASE)
_TIME = re.compile(
    r"(?:(?P<hours>\d{1,2}(?:\.\d{1,2})?)\s*(?:hours?|hrs?|h)(?![a-z])\.?)?(?:\s*(?:and\s+)?(?P<minutes>\d{1,4})\s*(?:minutes?|mins?|m)?\b\.?['’′]?)?",
    re.IGNORECASE,
)
_MINUTES_ALONE = re.compile(r"\d{1,4}\s*(?:(?:minutes?|mins?|m)\b\.?|['’′])", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
_PIECES = re.compile(r"\s*[,;/]\s*|\s+[–—-]+\s+|:\s+")
_PAPERS = re.compile(r"(?:papers?|documents?|attachments?|enclosures?)\s*:\s*(\S.*)", re.IGNORECASE)
_STARS = re.compile(r"(\*{2,6})\s+")
_COLUMNS = re.compile(
    r"(?:(?:agenda\s+)?items?|no\.?|number|#|topic|subject|heading|description|title|lead|presenter|presented by"
    r"|owner|time|timing|minutes|duration|papers?|page|action|purpose)",
    re.IGNORECASE,
)


class OutlineLine(Value, frozen=True, kw_only=True):
    """One line of an agenda's list."""

    line: int
    """Its number in the file, from 1."""
    text: str
    """With its indentation, without brackets that restrict."""
    marked: str
    """The same with these."""
    hashes: int = 0
    """How many `#` a Markdown heading had; 0 for any other line."""


class Listed(Value, frozen=True, kw_only=True):
    """A section and the line it was read from."""

    section: Section
    line: int


def outline_of(lines: Sequence[OutlineLine]) -> list[Listed]:
    """Read the lines of an agenda's list into sections, in order."""
    rows = _joined([_plain(line) for line in lines if not _is_columns(line)])
    texts: list[str] = []
    placed: list[tuple[OutlineLine, int]] = []
    papers: dict[int, list[str]] = {}
    base = min((indent_of(row.text) for row in rows if not row.hashes), default=0)
    for row in rows:
        text = without_emphasis(without_bullet(row.text)).strip()
        indent = indent_of(row.text) - base if not row.hashes else (row.hashes - 10) * 10
        if texts and (found := _PAPERS.fullmatch(text)) and _hangs_on(row, indent, placed[-1]):
            papers.setdefault(len(texts), []).extend(
                restored(p.strip(), row.marked) for p in found.group(1).split(";") if p.strip()
            )
            continue
        texts.append(text)
        placed.append((row, indent))
    numbered = split_numbers(texts)
    levels = levels_of([Placed(indent=indent, number=n) for (_, indent), (n, _) in zip(placed, numbered, strict=True)])
    listed = []
    for number_of_line, ((row, _), (number, heading), level) in enumerate(
        zip(placed, numbered, levels, strict=True), 1
    ):
        section = _section(number_of_line, number, heading, level, tuple(papers.get(number_of_line, ())))
        listed.append(Listed(section=_with_brackets(section, row.marked), line=row.line))
    return listed


def _hangs_on(row: OutlineLine, indent: int, above: tuple[OutlineLine, int]) -> bool:
    """Whether a line about papers belongs to the item above it and is not one of its fellows."""
    return indent > above[1] + 1 or not has_bullet(row.text)


def _section(section_id: int, number: str, heading: str, level: int, papers: tuple[str, ...]) -> Section:
    heading = without_emphasis(heading)
    left, _, last = heading.rpartition("\t")
    if left and (_MINUTES_ALONE.fullmatch(last.strip()) or last.strip().startswith("(")):
        heading = f"{left} ({last.strip('() ')})"
    heading, presenter, minutes = split_brackets(" ".join(heading.split()))
    return Section(
        id=section_id,
        number=" ".join(number.split()),
        heading=heading,
        level=level,
        presenter=presenter,
        minutes=minutes,
        papers=papers,
    )


def _with_brackets(section: Section, line: str) -> Section:
    """Return a section read from a line's plain words with the brackets that the line has round them."""
    return replace(
        section,
        number=restored(section.number, line, first=True),
        heading=restored(section.heading, line),
        presenter=restored(section.presenter, line),
    )


def split_brackets(heading: str) -> tuple[str, str, int | None]:
    """Split `Heading (Presenter, 10 min)` into heading, presenter and minutes; other brackets stay."""
    found = _BRACKETS.search(heading)
    if found is None or not heading[: found.start()].strip():
        return heading, "", None
    pieces = _PIECES.split(found.group(1).strip())
    for at in (-1, 0):
        minutes = _minutes(pieces[at])
        if minutes is not None:
            presenter = ", ".join(piece for piece in (pieces[:-1] if at else pieces[1:]) if piece)
            return heading[: found.start()].strip(), presenter, minutes
    return heading, "", None


def _minutes(words: str) -> int | None:
    """Read allotted time: `10 min`, `1 hour`, `1 h 30`, `15'`."""
    time = _TIME.fullmatch(words.strip())
    if time is None or not (time["hours"] or _MINUTES_ALONE.fullmatch(words.strip())):
        return None
    return round(float(time["hours"] or 0) * 60) + int(time["minutes"] or 0)


def _is_columns(line: OutlineLine) -> bool:
    cells = cells_of(line.text)
    return cells is not None and all(_COLUMNS.fullmatch(cell) for cell in cells)


def _plain(line: OutlineLine) -> OutlineLine:
    """Make a wiki's `**` an indented bullet, and a table's row a line with presenter and time in brackets."""
    if stars := _STARS.match(line.text):
        return replace(line, text=f"{' ' * 2 * (len(stars[1]) - 1)}* {line.text[stars.end() :]}")
    cells = cells_of(line.text)
    if cells is None:
        return line
    head = 2 if _NUMBER_ALONE.fullmatch(cells[0]) else 1
    words, rest = " ".join(cells[:head]), ", ".join(cells[head:])
    return replace(line, text=f"{words} ({rest})" if rest else words)


def _joined(lines: list[OutlineLine]) -> list[OutlineLine]:
    """Join numbers that stand on lines of their own, as a table pasted from a word processor has them."""
    alone = [_NUMBER_ALONE.fullmatch(line.text.strip()) is not None for line in lines]
    if sum(alone) < 2:
        return lines
    joined: list[OutlineLine] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if alone[at] and at + 1 < len(lines) and not alone[at + 1] and not has_bullet(lines[at + 1].text):
            at += 1
            line = replace(
                line, text=f"{line.text} {lines[at].text.strip()}", marked=f"{line.marked} {lines[at].marked}"
            )
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
