"""The house style list: which words a house writes otherwise, and which abbreviations need no explanation."""

from __future__ import annotations

from tui.meeting.model import Kind, Value
from tui.meeting.text.plain_text import plain

PROSE = tuple(kind for kind in Kind if not kind.row.heads)
"""The kinds of entries that hold sentences."""


class WordRule(Value, frozen=True, kw_only=True):
    """A word, or several, that the house writes otherwise."""

    find: str
    """As the list has it: whole words; case counts where it has capitals."""
    write: str = ""
    """What stands in its place: the word itself where it is right, empty where the sentence has to be read first."""
    why: str = ""
    kinds: tuple[Kind, ...] = PROSE
    reported: bool = False
    """True where it is wrong in reported speech alone, and right in a question put directly."""
    names: bool = False
    """True where the word is a name as well: then it is left alone before a word with a capital."""
    unless: tuple[str, ...] = ()
    """Longer phrases that hold it and are right."""


class HouseStyle(Value, frozen=True, kw_only=True):
    """A whole list; as read from files, the user's own before the one that travels with the program."""

    rules: tuple[WordRule, ...] = ()
    """Of those of one word, the first holds whose kinds fit."""
    known: tuple[str, ...] = ()
    """Abbreviations that everybody knows."""
    abbreviations: tuple[tuple[str, str], ...] = ()
    """Abbreviations with what they stand for, to be explained at first use."""


def joined(own: HouseStyle, shipped: HouseStyle) -> HouseStyle:
    """Put one's own list before another: what it says of a word or an abbreviation holds."""
    taken = {plain(rule.find).casefold() for rule in own.rules}
    explained = dict(own.abbreviations)
    return HouseStyle(
        rules=(*own.rules, *(rule for rule in shipped.rules if plain(rule.find).casefold() not in taken)),
        known=tuple(dict.fromkeys((*own.known, *(one for one in shipped.known if one not in explained)))),
        abbreviations=(*own.abbreviations, *(pair for pair in shipped.abbreviations if pair[0] not in explained)),
    )
