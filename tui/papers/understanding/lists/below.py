"""What stands below a heading, up to the next one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tui.meeting.dates.moments import moments_in
from tui.meeting.languages.languages import words_of
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet
from tui.papers.understanding.keys import is_known, key_of
from tui.papers.understanding.people.below import heads_people
from tui.papers.understanding.places import is_place_line
from tui.papers.understanding.titles import calls_meeting

_FEWEST_KEYS = 2
_WHEN_OR_WHERE = "times?|dates?|place|location|venue|when|where|ort|zeit|datum|lieu|heure|lugar|fecha|hora"
_OF_HEAD = re.compile(
    rf"(?:meeting\s+)?(?:{_WHEN_OR_WHERE}|logistics)(?:\s*(?:,|/|&|and|und|et|y)\s*(?:{_WHEN_OR_WHERE}))*",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d{1,2}[.:]\d\d(?:\s*(?:uhr|uur|h|hrs|[ap]\.?m\.?))?", re.IGNORECASE)
"""An hour, and nothing else."""


def holds_words(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading of the head has lines of its own, as `Purpose` has, and is not itself a line of it."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return following is not None and not following.hashes and not following.cells and not moments_in(following.text)


def goes_beside_key(above: tuple[str, str], block: Block, text: str) -> bool:
    """Whether a line belongs to the key above it: right below it, or below a gap where it said nothing yet.

    What tells a day or, below a key that has its words, a place tells it for itself; the day below `Next meeting:`
    is that of the next.
    """
    key, said = above
    if not said and not block.apart and key.casefold() in words_of("next_keys"):
        return True
    if said and has_bullet(block.text):
        return False
    if moments_in(text) or (said and key.casefold() not in words_of("place_keys") and is_place_line(text)):
        return False
    return not block.apart or (not said and is_known(key))


def calls_day(block: Block, key: str, words: str, *, dated: bool) -> bool:
    """Whether a key calls the meeting for a day: not `Invitation: of 3 June` where a line gives the day."""
    entitles = key.casefold() in words_of("title_keys")
    may = block.cells or ((calls_meeting(key) or entitles) and not dated)
    if not may or (is_known(key) and not entitles):
        return False
    told = moments_in(words)
    return bool(told) and (not entitles or told[0].span[0] == 0)


def holds_list(blocks: Sequence[Block], at: int, items_at: int) -> bool:
    """Whether a heading opens a list, and is not an item among others that are headings too."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return at < items_at or (following is not None and not following.hashes)


def tells_in_heading(words: str) -> tuple[str, str] | None:
    """Return the key of a heading that has its words, or a link, behind it: `## Place: Shed 4`; None for any other."""
    key = key_of(words)
    return key if key is not None and key[1] and (is_known(key[0]) or key[1].startswith("http")) else None


def heads_head(heading: str) -> bool:
    """Whether a heading before any item stands over when and where the meeting is: `Time and Location`."""
    return _OF_HEAD.fullmatch(heading.strip(" :*_")) is not None


def names_next(heading: str, told: Collection[str]) -> bool:
    """Whether a heading speaks of the next meeting, which is this one where no key told the day before."""
    return heading.strip(": ").casefold() in words_of("next_keys") and "date" not in told


def holds_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether what stands below a heading is the head of the paper: keys that papers have, or that tell hours or links.

    More may stand among them, but no more items than keys.
    """
    told = others = 0
    for place in range(at + 1, len(blocks)):
        block = blocks[place]
        if block.hashes:
            return told >= _FEWEST_KEYS and told > others
        if heads_people(blocks, place):
            return told >= _FEWEST_KEYS
        key = key_of(block.text)
        said = key[1] if key is not None else ""
        when = bool(moments_in(said)) or _HOUR.fullmatch(said) is not None
        tells = when or said.startswith(("http", "@")) or (key is not None and is_known(key[0]))
        told, others = told + tells, others + (not tells)
    return False


def head_places(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the first heading below which the head of the paper stands, and of all below it."""
    for at, block in enumerate(blocks):
        if block.hashes > 1 and holds_head(blocks, at):
            end = next((place for place in range(at + 1, len(blocks)) if blocks[place].hashes), len(blocks))
            return frozenset(range(at, end))
    return frozenset()


def holds_keys(blocks: Sequence[Block], at: int) -> bool:
    """Whether nothing but known keys stands below a heading, up to the next."""
    below = []
    for block in blocks[at + 1 :]:
        if block.hashes:
            break
        below.append(key_of(block.text))
    return bool(below) and all(key is not None and is_known(key[0]) for key in below)
