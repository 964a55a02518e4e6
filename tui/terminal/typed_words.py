"""Words told from commands, where a letter is a command: who types on without looking means none of them.

A command is a letter pressed alone. So a letter that would do something waits for a short moment: where another one
follows it at typing speed, both are words, and so is what follows them. Nothing is done yet, and no letter is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Final, Literal, NamedTuple

Does = Literal["acts", "looks", "nothing"]
"""What a letter does as a command: changes or opens something, only looks or chooses, or nothing: it is typed."""

ALONE: Final = 0.25
"""Seconds without another letter after which one was pressed alone: at 50 words a minute there are 0.2 between two."""

TYPING_ON: Final = 1.5
"""Seconds after a typed word in which a letter, or Enter, still belongs to the typing and is no command."""

_DOUBLED: Final = frozenset("aelo")
"""Letters that words begin with doubled: eel, oozing. Any other letter that comes twice is a command held down."""

_SIDE_BY_SIDE: Final = frozenset({"j", "k"})
"""Letters that move up and down, by turns at any speed; no word begins so."""

_ENDS_WORDS: Final = frozenset({"enter", "tab", "backspace"})
"""Keys that belong to typing as letters do, once somebody is typing."""

_MODIFIERS: Final = ("left_", "right_", "iso_", "caps_", "num_", "scroll_")


class Pressed(NamedTuple):
    """A key that waits its turn."""

    key: str
    """By Textual's name."""
    letter: str
    """What it types; empty where it types nothing."""
    at: float
    """When it was pressed, by the monotonic clock."""


class Meant(Enum):
    """What a key is."""

    KEY = auto()
    """A key like any other: a command, if it has one."""
    WORDS = auto()
    """A letter of words."""
    UNKNOWN = auto()
    """Not known before another key comes, or none."""


class TypedWords:
    """Say of one key after another whether it is a command or typed; asked only where letters are commands."""

    def __init__(self, alone: float = ALONE) -> None:
        """Take a letter as pressed alone after so many seconds."""
        self._alone = alone
        self._before: list[Pressed] = []
        """The letters that just went by as commands, the last of them less than a moment ago."""
        self._typed_at: float | None = None
        """When the last letter of words came."""

    def meaning(self, keys: Sequence[Pressed], now: float, does: Callable[[str], Does]) -> Meant:
        """Say what the first of the keys in line is; `does` tells what a key would do as a command."""
        first = keys[0]
        if first.key.startswith(_MODIFIERS):
            return Meant.KEY
        typing = self._typed_at is not None and first.at - self._typed_at <= TYPING_ON
        if typing and (first.letter or first.key in _ENDS_WORDS):
            return Meant.WORDS
        if not first.letter:
            return Meant.KEY
        doing = does(first.key)
        if doing == "nothing" or (self._before and self._is_word(self._before[-1], first)):
            return Meant.WORDS
        return self._alone_or_not(keys, now) if doing == "acts" else Meant.KEY

    def _alone_or_not(self, keys: Sequence[Pressed], now: float) -> Meant:
        """Say whether the first of the keys, a letter that would do something, was pressed alone."""
        first = keys[0]
        following = [one for one in keys[1:] if not one.key.startswith(_MODIFIERS)]
        other = next((at for at, one in enumerate(following) if one.key != first.key), len(following))
        run = [first, *following[:other]]
        after = following[other] if other < len(following) else None
        if len(run) > 1 and first.letter.casefold() not in _DOUBLED:
            return Meant.KEY
        if after is not None:
            return Meant.WORDS if self._is_word(run[-1], after) else Meant.KEY
        return Meant.UNKNOWN if now < run[-1].at + self._alone else Meant.KEY

    def _is_word(self, one: Pressed, following: Pressed) -> bool:
        """Return whether two keys that follow each other are typed."""
        if following.at - one.at > self._alone or following.key == one.key:
            return False
        if {one.letter, following.letter} <= _SIDE_BY_SIDE:
            return False
        return bool(following.letter) or following.key == "backspace"

    def known_at(self, keys: Sequence[Pressed]) -> float:
        """Return when a key that waits is known to have been pressed alone."""
        run = [one for one in keys if one.key == keys[0].key]
        return run[-1].at + self._alone

    def passed(self, key: Pressed) -> None:
        """Note a key that went by as one like any other."""
        if key.letter:
            near = self._before and key.at - self._before[-1].at <= self._alone
            self._before = [*self._before, key] if near else [key]
        elif not key.key.startswith(_MODIFIERS):
            self._before = []

    def take(self, key: Pressed) -> str:
        """Take a key as words; return the letters that are now known to be words, those before it among them."""
        near = self._before and key.at - self._before[-1].at <= self._alone
        letters = "".join(one.letter for one in self._before) if near else ""
        self._before = []
        self._typed_at = key.at
        return letters + (key.letter or (" " if key.key in ("enter", "tab") else ""))

    def forget(self) -> None:
        """Begin anew: the keys go to a line."""
        self._before, self._typed_at = [], None
