"""What the front matter of a page tells of a meeting beside its title and its day: hour, place, people and items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from tui.meeting.languages.languages import words_of
from tui.papers.document import Aside, Block

_KEY = re.compile(r"(?P<key>[^\W\d_][\w -]{0,30}?)\s*:(?:\s+(?P<words>.*))?")
_LISTED = re.compile(r"[-*]\s+\S")
_LINES = ("time_keys", "place_keys", "chair_keys")
_LISTS = ("members", "attending", "guests", "observers", "apologies", "absent", "agenda")
_HEADING = 2


def with_front_matter(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take the lines of front matter that tell of the meeting for lines of the paper; the others stay aside."""
    return tuple(_read(blocks)) if any(block.aside is Aside.FRONT for block in blocks) else tuple(blocks)


def _read(blocks: Sequence[Block]) -> Iterator[Block]:
    listed = False
    for at, block in enumerate(blocks):
        found = _KEY.fullmatch(block.text) if block.aside is Aside.FRONT else None
        if block.aside is not Aside.FRONT:
            yield block
        elif listed and (_LISTED.match(block.text) or (found and found["key"].casefold() in _below_items())):
            yield replace(block, text=_unquoted_item(block.text), aside=None, apart=False)
        elif found and found["key"].casefold() in _told() and (words := _plain(found["words"] or "")):
            listed = False
            yield replace(block, text=f"{found['key']}: {words}", aside=None, apart=True)
        elif found and found["key"].casefold() in _words(_LISTS) and _begins_list(blocks, at):
            listed = True
            yield replace(block, text=found["key"], hashes=_HEADING, aside=None, apart=True)
        else:
            listed = False
            yield block


def _begins_list(blocks: Sequence[Block], at: int) -> bool:
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is not None and following.aside is Aside.FRONT and _LISTED.match(following.text) is not None


def _plain(words: str) -> str:
    """Return a value without its quotation marks, a list in brackets as its members: `[Ann Lee, Bo Oake]`."""
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return ", ".join(filter(None, (_plain(piece) for piece in words[1:-1].split(","))))
    return words.strip("\"'")


def _unquoted_item(text: str) -> str:
    return f"{text[:2]}{_plain(text[2:])}" if _LISTED.match(text) else text


@cache
def _words(fields: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for field in fields for word in words_of(field))


@cache
def _told() -> frozenset[str]:
    """Return the keys of lines, and of lists that stand in one."""
    return _words((*_LINES, *_LISTS)) - words_of("agenda")


@cache
def _below_items() -> frozenset[str]:
    """Return the keys that tell more of an item of a list."""
    return frozenset({"owner", "presenter", "lead", "who", "minutes", "duration", "time", "paper", "papers"})
