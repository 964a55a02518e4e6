"""Somebody who types without looking: ordinary sentences and the shortcuts of other programs, at a typist's speed."""

from __future__ import annotations

import random
from collections.abc import Iterable

from textual import events
from textual.pilot import Pilot

from tui.terminal.ordered_keys import OrderedKeys
from tui.terminal.typed_words import ALONE, TYPING_ON

_WORDS = tuple(
    (
        "the deputy noted that expenditure was down and under budget over all but one of the services in June "
        "members discussed a map of every extra mile kept unless somebody else marks x or y just so she said "
        "Jane asked why oozing eels should justify more money Kate moved it seconded by Mr Lee "
        "understand output used mostly for outreach schools see also exhibit vote very soon to review"
    ).split()
)
_ENDS = (".", "?", "!", ";", ":", "", " - or not", " (see page 4)", ", he said", " 10% more")

SHORTCUTS: tuple[str, ...] = (
    *(f"ctrl+{letter}" for letter in "abcdefgklnoprstuvwx1"),
    *("escape", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "insert"),
    *(f"{hold}+{to}" for hold in ("ctrl", "shift", "ctrl+shift") for to in ("left", "right", "home", "end")),
    *("shift+up", "shift+down", "ctrl+shift+s", "ctrl+shift+t", "ctrl+shift+v", "ctrl+shift+z", "ctrl+backspace"),
    *("alt+left", "alt+right", "alt+f", "ctrl+tab", "ctrl+plus", "ctrl+minus", "ctrl+f4"),
    *("shift+f2", "shift+f3", "shift+f4", "shift+f5", "shift+f6"),
    *(f"f{number}" for number in range(1, 13) if number != 11),
    *("ctrl+underscore", "ctrl+backslash", "ctrl+right_square_bracket"),
)
"""What Word, mail and browsers have, less what undoes, redoes, stores or ends, which is meant here as it is there."""


def sentence(chance: random.Random) -> str:
    """Return an ordinary sentence."""
    words = chance.choices(_WORDS, k=chance.randint(2, 8))
    if chance.random() < 0.5:
        words[0] = words[0].capitalize()
    return " ".join(words) + chance.choice(_ENDS)


class Typist:
    """Presses keys at a typist's speed, by a clock of their own: a test need not wait for it."""

    def __init__(self, app: OrderedKeys[None], pilot: Pilot[None], chance: random.Random) -> None:
        self._app = app
        self._pilot = pilot
        self._chance = chance
        self._at = -1e6

    async def type(self, words: str) -> None:
        """Type words; `\\n` is Enter."""
        await self._press(("enter", None) if letter == "\n" else (_name(letter), letter) for letter in words)

    async def press(self, key: str) -> None:
        """Press a key alone."""
        await self._press([(key, key if len(key) == 1 else None)])

    async def _press(self, keys: Iterable[tuple[str, str | None]]) -> None:
        self._at += TYPING_ON + 1
        self._app.hold_keys()
        for key, character in keys:
            event = events.Key(key, character)
            event.time = self._at
            self._at += self._chance.uniform(0.02, ALONE - 0.02)
            await self._app.on_event(event)
        self._app.release_keys()
        await self._pilot.pause()
        while self._app.keys_wait:  # On a loaded machine they take longer than the pilot waits.
            await self._pilot.pause()


def _name(letter: str) -> str:
    from tui.keys.names import character_key

    return "space" if letter == " " else character_key(letter)
