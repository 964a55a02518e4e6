"""Papers of finished minutes beside what a person reads in them, and how the two are compared."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec

from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.people.name_forms import bare_name, fold
from tui.papers.document import Document
from tui.papers.minutes.minutes import MinutesDraft, read_minutes, words_in
from tui.papers.reading.source import read_file
from tui.papers.understanding.people.names import without_title

KINDS = Path(__file__).with_name("kinds")
AT = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


class Inventory(Value, frozen=True, kw_only=True):
    """What a person reads in minutes."""

    people: tuple[str, ...]
    items: tuple[str, ...]
    actions: tuple[tuple[str, tuple[str, ...]], ...]
    """Some words of each, and its owners."""
    decisions: tuple[str, ...]


PAPERS = sorted(path for path in KINDS.iterdir() if path.suffix != ".json")


def inventory_of(path: Path) -> Inventory:
    return msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=Inventory)


@cache
def read(path: Path) -> tuple[Document, MinutesDraft]:
    document = read_file(path).document
    return document, read_minutes(document, name=path.name, at=AT)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub("['’\u00ad]", "", text).casefold())


def holds(text: str, some: str) -> bool:
    return f" {' '.join(words(some))} " in f" {' '.join(words(text))} "


def name_of(person: str) -> str:
    return fold(" ".join(bare_name(without_title(person))))


def action_of(meeting: Meeting, some: str) -> Entry | None:
    return next((one for one in meeting.entries if one.action is not None and holds(one.text, some)), None)


def owners_of(meeting: Meeting, entry: Entry) -> set[str]:
    """Return an action's owners by full name, those whom the meeting does not know as they stand."""
    assert entry.action is not None
    by_label = {(one.abbreviation or one.name): name_of(one.name) for one in meeting.people}
    return {by_label.get(owner, name_of(owner)) for owner in entry.action.owners}


def lost_words(document: Document, meeting: Meeting) -> list[str]:
    """Return the words of a paper that stand nowhere in the meeting, halves of words parted at a line's end aside."""
    kept = words_in(meeting)
    halves = set()
    for above, below in pairwise(document.blocks):
        if above.text.rstrip().endswith("-"):
            halves |= {*words(above.text)[-1:], *words(below.text)[:1]}
    return [word for block in document.blocks for word in words(block.text) if word not in kept | halves]


def out_of_order(document: Document, meeting: Meeting) -> list[str]:
    """Return the entries whose first words stand nowhere in the paper behind those of the entry before."""
    told = [word for block in document.blocks for word in words(block.text)]
    wrong, at = [], 0
    for entry in meeting.entries:
        first = words(entry.text)[:5]
        if len(first) < 5:
            continue
        place = next((place for place in range(at, len(told)) if told[place : place + 5] == first), None)
        if place is None:
            wrong.append(entry.text)
        at = at if place is None else place
    return wrong
