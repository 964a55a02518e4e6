"""The rows of a table of items, read by what the heads of its columns say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.meeting.languages.languages import column_meanings
from tui.meeting.model import Value
from tui.papers.understanding.presenters import minutes_of, read_heading, split_brackets

_WANTED = ("number", "item", "presenter", "minutes", "time", "paper", "other")
_NUMBER = re.compile(
    r"(?:item\s+)?\(?[A-Z]?\d{1,4}(?:[./]\d{1,4})*[a-z]?[.):]?|\(?(?:[a-z]|[ivx]{1,5})[.)]", re.IGNORECASE
)
_HOURS = re.compile(
    r"\d{1,2}[.:h]\d\d(?:\s*(?:[-–—]|to|bis|à|a)\s*\d{1,2}[.:h]\d\d)?(?:\s*(?:[ap]\.?m\.?|uhr|uur|hrs?|h))?",
    re.IGNORECASE,
)
"""When a timetable comes to an item."""


class Row(Value, frozen=True, kw_only=True):
    """An item as a table's row gives it."""

    text: str
    """Its number and its words."""
    presenter: str = ""
    minutes: int | None = None
    papers: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    """What the other columns say, each with its head."""


def meanings_of_items(cells: Sequence[str]) -> tuple[str, ...]:
    """Return what each column of a table of items holds, from its head; nothing where this is no head."""
    known = column_meanings()
    found: list[str] = []
    for cell in cells:
        meanings = [m for m in known.get(_folded(cell), ()) if m in _WANTED]
        found.append(next((m for m in meanings if m not in found or m == "other"), meanings[0] if meanings else ""))
    if cells and not cells[0] and "number" not in found:
        found[0] = "number"
    filled = [meaning for meaning, cell in zip(found, cells, strict=True) if cell]
    if len(filled) < 2 or "item" not in found or filled.count("") > len(filled) // 3:
        return ()
    if found.count("item") > 1 and "number" not in found:
        found[found.index("item")] = "number"
    return tuple(found)


def _folded(cell: str) -> str:
    return " ".join(cell.strip(" *_:").casefold().split())


def row_of(cells: Sequence[str], meanings: Sequence[str], heads: Sequence[str]) -> Row:
    """Read a row by its columns' meanings; without them its first cells are the number and the item."""
    if not meanings or len(cells) > len(meanings) + 1:
        return _by_looks(cells)
    said: dict[str, list[str]] = {}
    below = []
    minutes = None
    for place, cell in enumerate(cells):
        meaning = meanings[place] if place < len(meanings) else "other"
        head = heads[place] if place < len(heads) else ""
        if not cell:
            continue
        cell, *more = cell.split("\n") if meaning == "item" else [" ".join(cell.split("\n"))]
        below += more
        if (
            meaning in ("minutes", "time")
            and (timed := _minutes(cell)) is not None
            and (minutes is None or meaning == "minutes")
        ):
            minutes = timed
        elif meaning == "time" and minutes is None and (timed := split_brackets(cell)[2]) is not None:
            minutes = timed
            below.append(f"{head}: {split_brackets(cell)[0]}")
        elif meaning in ("minutes", "time", "other", ""):
            below.append(f"{head}: {cell}" if head else cell)
        else:
            said.setdefault(meaning, []).append(cell)
    first = said.get("number", [""])[0]
    if first and said.get("item") and not _NUMBER.fullmatch(first) and len(first.split()) > 1:
        below = [*said.pop("item"), *below]
    text = " ".join([*said.get("number", ()), *said.get("item", ())])
    return Row(
        text=text,
        presenter=", ".join(said.get("presenter", ())).strip(" –—-"),
        minutes=minutes,
        papers=tuple(paper for paper in said.get("paper", ()) if paper.strip("–—- ")),
        below=tuple(below),
    )


def _minutes(cell: str) -> int | None:
    cell = cell.strip()
    if cell.isdecimal() and len(cell) < 4:
        return int(cell)
    return minutes_of(cell)


def _by_looks(cells: Sequence[str]) -> Row:
    filled = [cell for cell in cells if cell]
    if not filled:
        return Row(text="")
    at = 1 if len(filled) > 1 and _NUMBER.fullmatch(filled[0]) else 0
    filled[at], *more = filled[at].split("\n")
    filled = [" ".join(cell.split("\n")) for cell in filled]
    if len(filled) > 1 and _HOURS.fullmatch(filled[0]):
        filled.append(filled.pop(0))
    head = 2 if len(filled) > 1 and _NUMBER.fullmatch(filled[0]) else 1
    beside = read_heading("\t".join(["item", *filled[head:]]))
    words, rest = " ".join(filled[:head]), ", ".join(beside.words.split("\t")).removeprefix("item").strip()
    return Row(
        text=f"{words} ({rest})" if rest else words,
        presenter=beside.presenter,
        minutes=beside.minutes,
        papers=beside.papers,
        below=(*((beside.time,) if beside.time else ()), *more),
    )
