"""Papers in which more than one meeting stands: the one that is read, and the others, which are set aside and named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from tui.meeting.agenda.numbers import candidate_of
from tui.meeting.dates.moments import Moment, moments_in
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.model import Value
from tui.papers.document import Aside, Block, Document
from tui.papers.reading.lines import without_bullet, without_emphasis
from tui.papers.understanding.headings import opens_agenda
from tui.papers.understanding.titles import title_score

_HEAD = 14
"""Blocks of a meeting's head above its items."""
_APART = 4
"""Days between two meetings; what is nearer is one meeting of several days."""
_FEWEST = 2
"""Items of a meeting."""


class OtherMeeting(Value, frozen=True, kw_only=True):
    """A meeting that a paper has beside the one that is read."""

    date: date
    place: int
    """Where its head begins."""
    title: str = ""

    @property
    def words(self) -> str:
        """Name it: `Finance Committee on Tuesday 4 June 2024`."""
        day = f"{WEEKDAYS[self.date.weekday()]} {said_date(self.date)}"
        return f"{self.title} on {day}" if self.title else f"one on {day}"


def one_meeting(document: Document, day: date | None) -> tuple[Document, tuple[OtherMeeting, ...]]:
    """Return a paper with one meeting, and the others that it has: the one on `day`, else the first is kept."""
    heads = _heads(document.blocks)
    if len(heads) < 2:
        return document, ()
    meetings = [_named(document.blocks, start, told) for start, told in heads]
    chosen = next((at for at, one in enumerate(meetings) if one.date == day), 0)
    first = heads[chosen][0] if chosen else 0
    end = heads[chosen + 1][0] if chosen + 1 < len(heads) else len(document.blocks)
    blocks = tuple(
        block if first <= at < end or block.aside is not None else replace(block, aside=Aside.OTHER)
        for at, block in enumerate(document.blocks)
    )
    return replace(document, blocks=blocks), tuple(one for at, one in enumerate(meetings) if at != chosen)


def _heads(blocks: Sequence[Block]) -> list[tuple[int, date]]:
    """Return where the head of each meeting begins, with its day: a day, the word for an agenda, and then items."""
    openings = [at for at, block in enumerate(blocks) if block.aside is None and opens_agenda(block.text)]
    found: list[tuple[int, date]] = []
    floor = 0
    for at in openings:
        if _items_below(blocks, at) < _FEWEST:
            continue
        near = range(at - 1, max(floor, at - _HEAD) - 1, -1)
        told = next(((n, moments[0].date) for n in near if (moments := _day_of(blocks[n]))), None)
        if told is not None and all(abs((told[1] - other).days) >= _APART for _, other in found):
            found.append((_beginning(blocks, told[0], floor), told[1]))
            floor = at + 1
    return found


def _day_of(block: Block) -> Sequence[Moment]:
    if block.aside is not None or len(block.text) > 200 or candidate_of(without_bullet(block.text)).figure is not None:
        return ()
    return moments_in(block.text)


def _items_below(blocks: Sequence[Block], at: int) -> int:
    """Count the items of a list that begins anew at 1 below a heading."""
    count = 0
    for block in blocks[at + 1 :]:
        figure = candidate_of(without_emphasis(without_bullet(block.text)).strip()).figure
        if figure is None and count == 0:
            return 0
        count += figure == count + 1
        if opens_agenda(block.text) or count >= _FEWEST:
            break
    return count


def _beginning(blocks: Sequence[Block], at: int, floor: int) -> int:
    """Return where a head begins whose day stands at a place: at the title above it, where one does."""
    for above in range(at - 1, max(floor, at - 4) - 1, -1):
        if title_score(blocks[above].text) > 2 and candidate_of(without_bullet(blocks[above].text)).figure is None:
            return above
    return at


def _named(blocks: Sequence[Block], start: int, day: date) -> OtherMeeting:
    text = blocks[start].text.strip()
    title = "" if moments_in(text) else " ".join(without_emphasis(text).split())
    return OtherMeeting(date=day, place=blocks[start].place, title=title)
