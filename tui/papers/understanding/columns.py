"""Lists that are set in columns: tables set with spaces, as printed pages have them, and timetables, an hour a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.presenters import split_brackets
from tui.papers.understanding.tables import meanings_of_items

_PIECE = re.compile(r"\S+(?: \S+)*")
_WITH_ONE, _GAP = 2, 8
"""The columns of a list that has one beside it, and the fewest spaces between their heads."""
_FEWEST = 3
"""Columns of a table that its head alone makes one, and lines with an hour that make a timetable."""


_CLOCK = r"(?:[01]?\d|2[0-4])[.:h]\d\d(?:\s?[ap]\.?m\.?)?"
_TIMED = re.compile(
    rf"(?P<time>{_CLOCK}(?:\s*(?:[-–—]|to|bis|tot|à|a)\s*{_CLOCK})?)(?:\s*(?:Uhr|uur|hrs?|h)\b)?(?:\s*[:–—-]\s+|\s+|\t+)(?P<words>(?![ap]\.?m\.?(?:\W|$))[^\W_(“\"«].*)",
    re.IGNORECASE,
)
_BULLETED = re.compile(rf"(\s*•\s.*?)    ({_CLOCK}.*)$", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,2})\.\d\.?\s")
_MINUTES_FIRST = re.compile(
    r"(?P<indent>\s*)(?P<time>[(\[]\d{1,3}(?:\s*[-–—]\s*\d{1,3})?\s*min\w*\.?[)\]])\s+(?P<number>\d{1,2}[.)]\s)?(?P<words>[^\W_].*)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"adjourn|adjourned|adjournment|close|close of meeting|closure|end|schluss|fin|cierre|sluiting", re.IGNORECASE
)
"""What a timetable ends with, though no hour stands before it."""
_FEWEST_TIMED = 2
_START = re.compile(r"(\d{1,2})[.:h](\d\d)(?:\s?([ap]))?", re.IGNORECASE)


def with_rows(
    blocks: Sequence[Block], meanings: Callable[[Sequence[str]], Sequence[str]] = meanings_of_items
) -> list[Block]:
    """Take the lines below a head of columns for rows; a line that stands in one column alone goes on from its row."""
    found: list[Block] = []
    heads: list[int] = []
    for block in blocks:
        expanded = block.text.expandtabs(8)
        pieces = [*_PIECE.finditer(expanded)] if not (block.cells or block.hashes or block.aside) else []
        told = meanings([piece[0] for piece in pieces]) if len(pieces) >= _FEWEST or _is_wide(pieces) else ()
        if told and (len(pieces) >= _FEWEST or {"presenter", "group"} & {*told}):
            heads = [piece.start() for piece in pieces]
            found.append(replace(block, cells=tuple(piece[0] for piece in pieces)))
        elif heads and len(pieces) > 1:
            found.append(replace(block, cells=_cells(pieces, heads)))
        elif (
            len(heads) == _WITH_ONE and len(pieces) == 1 and not block.apart and _column(pieces[0].start(), heads) == 0
        ):
            found.append(replace(block, cells=(pieces[0][0], "")))
        elif heads and pieces and not block.apart and _fills(found[-1], pieces[0], heads):
            found[-1] = _gone_on(found[-1], _column(pieces[0].start(), heads), pieces[0][0])
        else:
            heads = (
                heads
                if pieces and not block.apart
                else ([] if block.cells or block.hashes or len(block.text) > 60 else heads)
            )
            found.append(block)
    return found


def _is_wide(pieces: Sequence[re.Match[str]]) -> bool:
    """Whether a line has two columns far apart, as the heads of the items and of who takes them: `Item        Who`."""
    return len(pieces) == _WITH_ONE and pieces[1].start() - pieces[0].end() >= _GAP


def _fills(row: Block, piece: re.Match[str], heads: Sequence[int]) -> bool:
    """Whether a word that stands alone in a column goes on from the cell above it, which had no room for it."""
    at = _column(piece.start(), heads)
    if not row.cells or at == 0:
        return False
    room = (heads[at + 1] if at + 1 < len(heads) else 10_000) - heads[at]
    cell = row.cells[at]
    return piece[0][0].islower() or len(cell) + 1 + len(piece[0].split()[0]) >= room - 1 or at + 1 == len(heads)


def _column(start: int, heads: Sequence[int]) -> int:
    """Return the column in which a word stands: that whose head is nearest to it."""
    return min(range(len(heads)), key=lambda at: (abs(heads[at] - start), at))


def _cells(pieces: Sequence[re.Match[str]], heads: Sequence[int]) -> tuple[str, ...]:
    if len(pieces) == len(heads):
        return tuple(piece[0] for piece in pieces)
    cells = [""] * len(heads)
    for piece in pieces:
        at = _column(piece.start(), heads)
        cells[at] = f"{cells[at]} {piece[0]}".strip()
    return tuple(cells)


def _gone_on(row: Block, column: int, words: str) -> Block:
    cells = [*row.cells]
    cells[column] = f"{cells[column]} {words}".strip()
    return replace(row, cells=tuple(cells), text=f"{row.text} {words}")


def with_timed_items(blocks: Sequence[Block]) -> list[Block]:
    """Make bullets of the lines of a timetable, with the hour in a column behind the words."""
    timed = _without_numbers(blocks, [_timed(block) for block in blocks])
    starts = [_minutes(found["time"]) for found in timed if found]
    if len(starts) < _FEWEST or _falls(starts) > len(starts) // 4:
        return [*blocks]
    made: list[Block] = []
    column = {found.start("words") + indent_of(block.text) for block, found in zip(blocks, timed, strict=True) if found}
    base = min(indent_of(block.text) for block, found in zip(blocks, timed, strict=True) if found)
    for block, found in zip(blocks, timed, strict=True):
        begins = block.apart or _CLOSES.fullmatch(block.text.strip()) is not None
        if not found and indent_of(block.text) in column and begins and not _is_lettered(block):
            block = replace(block, text=f"{' ' * base}{'' if block.apart else '• '}{block.text.strip()}")
        if not found and made and _goes_on(made[-1], block):
            made[-1] = _with_words(made[-1], block)
        else:
            made.append(_as_bullet(block, found) if found else block)
    return made


def _without_numbers(blocks: Sequence[Block], timed: Sequence[re.Match[str] | None]) -> Sequence[re.Match[str] | None]:
    """Leave out what numbers an item: `2.10` after `2.9`, or one after the other without a gap."""
    firsts = {found[1] for block in blocks if (found := _NUMBERED.match(block.text.strip()))}
    starts = [_minutes(found["time"]) for found in timed if found and "." in found["time"]]
    counted = sum(later == earlier + 1 for earlier, later in pairwise(starts)) > len(starts) // 2
    return [
        None
        if found
        and (number := _START.match(found["time"]))
        and found["time"] == f"{number[1]}.{number[2]}"
        and (counted or number[1] in firsts)
        else found
        for found in timed
    ]


def _goes_on(above: Block, block: Block) -> bool:
    """Whether a line goes on with the words of the timed one above it, before its hour."""
    words = block.text.strip()
    return (
        _BULLETED.match(above.text) is not None and not block.apart and words[:1].islower() and not _is_lettered(block)
    )


def _is_lettered(block: Block) -> bool:
    """Whether a line is an item of its own below a timed one: `a. Hours of the tip`."""
    return bool(block.cells) or candidate_of(block.text.strip()).form is Form.LETTER


def _with_words(above: Block, block: Block) -> Block:
    parts = _BULLETED.match(above.text)
    assert parts is not None
    marked = f"{above.kept} {block.kept.strip()}" if above.marked or block.marked else ""
    return replace(above, text=f"{parts[1]} {block.text.strip()}    {parts[2]}", marked=marked)


def _timed(block: Block) -> re.Match[str] | None:
    if block.cells or block.hashes or block.aside is not None or len(block.text) > 300:
        return None
    return _TIMED.fullmatch(without_emphasis(without_bullet(block.text)).strip())


def _as_bullet(block: Block, found: re.Match[str]) -> Block:
    return replace(block, text=f"{' ' * indent_of(block.text)}• {found['words']}    {found['time'].strip()}")


def _minutes(time: str) -> int:
    found = _START.match(time)
    assert found is not None
    hour = int(found[1]) % 12 + 12 * (found[3].casefold() == "p") if found[3] else int(found[1])
    return hour * 60 + int(found[2])


def _falls(starts: Sequence[int]) -> int:
    """Return how often a time is earlier than the one before it, as on the second day of two."""
    return sum(later < earlier for earlier, later in pairwise(starts))


def _with_minutes_at_end(blocks: Sequence[Block]) -> list[Block]:
    """Make bullets of plain lines that end in what they may last, where several do: `Accounts (Ann Lee, 5 min)`."""
    timed = [_is_timed_at_end(block) for block in blocks]
    if sum(timed) < _FEWEST:
        return [*blocks]
    return [
        replace(block, text=f"{' ' * indent_of(block.text)}• {block.text.strip()}") if one else block
        for block, one in zip(blocks, timed, strict=True)
    ]


def _is_timed_at_end(block: Block) -> bool:
    if block.cells or block.marked or block.hashes or block.aside is not None or has_bullet(block.text):
        return False
    words = without_emphasis(block.text).strip()
    return candidate_of(words).form is Form.NONE and split_brackets(words)[2] is not None


def with_minutes_behind(blocks: Sequence[Block]) -> list[Block]:
    """Make bullets of plain lines that begin with what they may last, where several do: `[5 min] Accounts`."""
    blocks = _with_minutes_at_end(blocks)
    plain = [not (block.cells or block.marked or block.hashes) for block in blocks]
    timed = [_MINUTES_FIRST.fullmatch(block.text) if bare else None for block, bare in zip(blocks, plain, strict=True)]
    if sum(map(bool, timed)) < _FEWEST_TIMED:
        return [*blocks]
    return [
        replace(block, text=f"{found['indent']}{found['number'] or '• '}{found['words']} {found['time']}")
        if found and not block.hashes
        else block
        for block, found in zip(blocks, timed, strict=True)
    ]
