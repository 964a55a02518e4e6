"""What stands in columns: numbers at the left, initials at the right, and tables that are tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.papers.minutes.page.columns import meanings_of_actions
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.page.torn import is_torn, mended, vocabulary_of
from tui.papers.minutes.roll.groups import with_rows_plain
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.reading.lines import has_bullet, without_bullet, without_emphasis
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.rows import meanings_of

_NUMBER = re.compile(
    r"\(?[A-Z]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?[.):]?|\(?[a-z][.)]|[A-Z]\d?[.)]|[ivx]{1,5}[.)]", re.IGNORECASE
)
_MARGIN_HEAD = re.compile(
    r"(?:actions?(?:\s*(?:by|/\s*\w+|points?|owner|who))?|owner|by|by whom|lead|responsible|initials"
    r"|who|wer|zuständig|verantwortlich|erledigung|qui|responsable|suivi)\.?:?",
    re.IGNORECASE,
)
_OWNERS = re.compile(
    r"(?:[A-Z][\w.'’-]{0,20}|@\w+|all|alle|tous)(?:\s*(?:[,/&+]|\band\b|\bund\b|\bet\b"
    r"|\s)\s*(?:[A-Z][\w.'’-]{0,20}|all|alle|tous|de|von|van)){0,5}\.?",
)
_FRAGMENT = re.compile(r"[A-Z][a-z]{1,8}")
_LONGEST_MARGIN = 40


def with_margins(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, rows that only lay words out in columns taken apart; tables stay rows."""
    found: list[Passage] = []
    known = vocabulary_of([passage.text for passage in passages if not _torn(passage)])
    open_margin = False
    run: list[Passage] = []
    for passage in [*with_rows_plain(passages), None]:
        if passage is not None and passage.cells:
            run.append(passage)
            continue
        if run:
            laid, open_margin = _laid_out(run, known, open_margin=open_margin)
            found += laid
            run = []
        if passage is not None:
            found.append(passage)
    return found


def _laid_out(run: Sequence[Passage], known: frozenset[str], *, open_margin: bool) -> tuple[list[Passage], bool]:
    for at in range(1, len(run)):
        people = meanings_of(run[0].cells) and not meanings_of_actions(run[0].cells)
        if run[at].apart or (people and _opens_item(run[at])):
            first, open_margin = _laid_out(run[:at], known, open_margin=open_margin)
            rest, open_margin = _laid_out(run[at:], known, open_margin=open_margin)
            return [*first, *rest], open_margin
    if is_table(run):
        return [*run], open_margin
    if len(run) == 1 and (person := _person_of(run[0])):
        return [replace(run[0], text=person, cells=())], open_margin
    if _is_head(run[0]):
        return _laid_out(run[1:], known, open_margin=True) if len(run) > 1 else ([], True)
    found: list[Passage] = []
    for row in run:
        pieces = [*_parted(row, known, open_margin=open_margin)]
        open_margin = open_margin or _opens_margin(row)
        found += pieces
    return found, open_margin


def _person_of(row: Passage) -> str:
    """Return the words of a lone row that is one person with what they are; empty for any other."""
    filled = [cell for cell in row.cells if cell]
    words = ", ".join(filled)
    told = people_of_list(words) if len(filled) == 2 and is_name(filled[0], alone=True) and ")" in filled[1] else None
    return words if told is not None and len(told) == 1 and told[0].abbreviation else ""


def _is_head(row: Passage) -> bool:
    """Whether a row only says what the columns below it hold."""
    return _opens_margin(row) and all(len(cell.split()) < 3 and not _NUMBER.fullmatch(cell) for cell in row.cells)


def _opens_item(row: Passage) -> bool:
    """Whether a row below a list of people is the first of the items."""
    filled = [cell for cell in row.cells if cell]
    return bool(filled) and _NUMBER.fullmatch(filled[0]) is not None and filled[0][-1] in ".)"


def _torn(passage: Passage) -> bool:
    filled = [cell for cell in passage.cells if cell]
    return len(filled) == 2 and is_torn(filled[0], filled[1])


def is_table(run: Sequence[Passage]) -> bool:
    """Whether rows are a table of their own, rather than lines set in columns."""
    head = run[0].cells
    if meanings_of_actions(head) or len([cell for cell in head if cell]) < 2:
        return bool(meanings_of_actions(head))
    if meanings_of(head) and "name" in meanings_of(head):
        return True
    if _opens_margin(run[0]) or any(_NUMBER.fullmatch(row.cells[0]) and _is_long(row) for row in run):
        return False
    if any(_margin_of(row.cells) for row in run) and any(_is_long(row) for row in run):
        return False
    return len(run) > 1


def _is_long(row: Passage) -> bool:
    return any(len(cell) > 60 for cell in row.cells)


def _opens_margin(row: Passage) -> bool:
    """Whether a row's last cell is the head of a column of owners."""
    return len(row.cells) > 1 and _MARGIN_HEAD.fullmatch(row.cells[-1].strip("* ")) is not None


def _margin_of(cells: Sequence[str]) -> str:
    filled = [cell for cell in cells if cell]
    last = cells[-1].strip("* ")
    if (
        len(filled) < 2
        or is_name(filled[0], lenient=True)
        or not last
        or len(last) > _LONGEST_MARGIN
        or has_bullet(last)
    ):
        return ""
    return last if _OWNERS.fullmatch(last) else ""


def _parted(row: Passage, known: frozenset[str], *, open_margin: bool) -> Iterator[Passage]:
    """Take a row apart: the number at its left, its words, and what stands at its right."""
    cells = [*row.cells]
    margin, label = "", ""
    first = next((at for at, cell in enumerate(cells) if cell), 0)
    if len([cell for cell in cells if cell]) > 1 and _NUMBER.fullmatch(cells[first].strip("*")):
        label, cells[first] = cells[first].strip("*"), ""
    if _margin_of(cells) and (_opens_margin(row) or open_margin or len(cells[-1]) <= 20 or len(cells) > 2):
        margin = cells.pop().strip("* ")
    place = row
    filled = [cell for cell in cells if cell]
    if len(filled) == 2 and _FRAGMENT.fullmatch(filled[0]) and filled[1][0].islower():
        filled = ["".join(filled)]  # A word that the edge of a column went through.
    if len(filled) == 2 and not (label or margin) and is_torn(filled[0], filled[1]):
        whole = mended(filled[0], filled[1], known)
        place = replace(row, torn=whole.joined > 0)
        filled = [*([" ".join(whole.left)] if whole.left else []), whole.text]
    for at, cell in enumerate(filled):
        text = " ".join(without_emphasis(without_bullet(cell)).split())
        if at == 0 and label:
            text = f"{label} {text}"
        last = at == len(filled) - 1
        yield replace(
            place,
            text=text,
            cells=(),
            bullet=has_bullet(cell),
            margin=margin if last else "",
            label=label if at == 0 else "",
            apart=True,
        )
    if not filled and margin:
        yield replace(place, text=margin, cells=(), margin="")
