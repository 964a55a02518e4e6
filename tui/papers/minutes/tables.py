"""Tables of actions: a row an action, with its owner, its day and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.meeting.capture.owners import worded_owners
from tui.meeting.model import Action, Kind, Meeting, Status, Value
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.found import Said
from tui.papers.minutes.owning import due_of_cell, due_said, read_due, read_names, standing_of
from tui.papers.minutes.page.columns import meanings_of_actions
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.words import ACTION_MARK, DONE, DROPPED, NIL

_WORD = re.compile(r"[^\W_]{2,}")
_SAME = 0.7
"""The share of an action's words that another has to have to be the same."""


class ActionRow(Value, frozen=True, kw_only=True):
    """A row of a table of actions."""

    said: Said
    status_words: str = ""


def actions_of_table(
    rows: Sequence[Passage], meeting: Meeting, directory: Directory, *, earlier: bool
) -> list[ActionRow]:
    """Return the actions of a table, in its order; none for a table of anything else."""
    meanings = meanings_of_actions(rows[0].cells)
    if not meanings:
        return []
    return [row for passage in rows[1:] for row in _row(passage, meanings, meeting, directory, earlier=earlier)]


def _row(
    passage: Passage, meanings: Sequence[str], meeting: Meeting, directory: Directory, *, earlier: bool
) -> Iterator[ActionRow]:
    cells: dict[str, str] = {}
    for meaning, cell in zip(meanings, passage.cells, strict=False):
        if meaning and cell:
            cells[meaning] = f"{cells[meaning]} {cell}" if meaning in cells else cell
    text = cells.get("action", "").strip("* ")
    text = text[mark.end() :] if (mark := ACTION_MARK.match(text)) else text
    if not text or NIL.fullmatch(text):
        return
    who, standing = standing_of(cells.get("owner", ""))
    worded = worded_owners(directory, masked(text))
    owners = tuple(dict.fromkeys((*read_names(directory, who), *worded)))
    if not owners and who.strip(" -–—"):
        owners = (who.strip("* "),)
    status = cells.get("status", "") or standing
    action = Action(
        ref="A0",
        owners=owners,
        due=due_of_cell(meeting, cells.get("due", "")) or due_said(meeting, standing) or read_due(meeting, text),
        status=status_of(status),
    )
    said = Said(
        kind=Kind.ACTION,
        text=text,
        first=passage.first,
        last=passage.last,
        sure=97 if owners else 75,
        action=action,
        earlier=earlier,
    )
    more = status if status != standing and len(status.split()) > 2 else ""
    yield ActionRow(said=said, status_words=more)


def status_of(words: str) -> Status:
    """Return how an action stands by the words of its column."""
    pieces = words.split("; ")
    if any(DROPPED.match(piece) for piece in pieces):
        return Status.DROPPED
    return (
        Status.DONE
        if any(DONE.match(piece) for piece in pieces) and not re.match(r"\W*not\b", words, re.IGNORECASE)
        else Status.OPEN
    )


def same_action(one: Said, other: Said) -> bool:
    """Whether two entries are one action, told twice: nearly the same words, and no other owners."""
    words, others = _words(one.text), _words(other.text)
    if not words or not others:
        return False
    shared = len(words & others) / min(len(words), len(others))
    whole = len(words & others) / max(len(words), len(others))
    if shared < _SAME or (whole < 0.4 and min(len(words), len(others)) < 4):
        return False
    owners = {set_.casefold() for set_ in one.action.owners} if one.action else set()
    their = {set_.casefold() for set_ in other.action.owners} if other.action else set()
    return not owners or not their or bool(owners & their) or whole > 0.9


def rows_from(passages: Sequence[Passage], at: int) -> list[Passage]:
    """Return the rows of the table that begins at a place; none where none does."""
    end = at
    while end < len(passages) and passages[end].cells and not (end > at and passages[end].apart):
        end += 1
    return [*passages[at:end]]


def enriched(one: Said, other: Said) -> Said:
    """Return an action with what its second telling says of owners and day."""
    action, more = one.action, other.action
    if action is None or more is None:
        return one
    owners = more.owners if set(action.owners) < set(more.owners) else action.owners or more.owners
    status = more.status if action.status is not more.status else action.status
    return replace(one, action=replace(action, owners=owners, due=action.due or more.due, status=status))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _LITTLE


_LITTLE = frozenset(
    """the to of and for with an on in at by from that this it be is will was der die das und zu mit für auf
    von den dem le la les de du des et à un une""".split()
)
