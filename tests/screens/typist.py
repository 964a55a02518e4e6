"""Somebody who types without looking: ordinary sentences and the shortcuts of other programs, at a typist's speed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterable

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tui.terminal.ordered_keys import OrderedKeys
from tui.terminal.typed_words import ALONE, TYPING_ON
from tui.widgets.live.capture_line import CaptureLine

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


def sentence(chance: random.Random, most: int = 8) -> str:
    """Return an ordinary sentence of so many words at most."""
    words = chance.choices(_WORDS, k=chance.randint(2, most))
    if chance.random() < 0.5:
        words[0] = words[0].capitalize()
    return " ".join(words) + chance.choice(_ENDS)


_FIRST = 5
"""Letters that a sentence begins with, for `rest_at_once`."""


class Typist:
    """Presses keys at a typist's speed, by a clock of their own: a test need not wait for it."""

    def __init__(self, app: OrderedKeys[None], pilot: Pilot[None], chance: random.Random) -> None:
        self._app = app
        self._pilot = pilot
        self._chance = chance
        self._at = -1e6

    @property
    def place(self) -> tuple[object, ...]:
        """Where the keys go now, to be compared."""
        screen, focused = self._app.screen, self._app.focused
        return type(screen), getattr(screen, "place", None), focused and focused.id

    async def type(self, words: str, *, rest_at_once: bool = False) -> None:
        """Type words, `\\n` is Enter; the rest at once, if asked, where the first of them have come to a line.

        A slip happens with the first letters: behind them a line only gets longer, which takes long to watch.
        """
        if rest_at_once and len(words) > _FIRST:
            await self._type(words[:_FIRST])
            words, focused = words[_FIRST:], self._app.focused
            if isinstance(focused, CaptureLine | Input):
                put = focused.insert_words if isinstance(focused, CaptureLine) else focused.insert_text_at_cursor
                put(words[:-1])
                self._at += ALONE
                words = words[-1]
        await self._type(words, goes_on=rest_at_once)

    async def _type(self, words: str, *, goes_on: bool = False) -> None:
        if goes_on:
            self._at -= TYPING_ON + 1 - ALONE / 2
        await self._press(("enter", None) if letter == "\n" else (_name(letter), letter) for letter in words)

    async def press(self, key: str) -> None:
        """Press a key alone."""
        await self._press([(key, key if len(key) == 1 else None)])

    async def _press(self, keys: Iterable[tuple[str, str | None]]) -> None:
        self._at += TYPING_ON + 1
        with self._app.batch_update():  # Most of the time would go into drawing what nobody looks at.
            self._app.hold_keys()
            for key, character in keys:
                event = events.Key(key, character)
                event.time = self._at
                self._at += self._chance.uniform(0.02, ALONE - 0.02)
                await self._app.on_event(event)
            self._app.release_keys()
            while self._app.keys_wait:
                await asyncio.sleep(0)
        await self._pilot.pause()
        while self._app.keys_wait:  # On a loaded machine they take longer than the pilot waits.
            await self._pilot.pause()


def _name(letter: str) -> str:
    from tui.keys.names import character_key

    return "space" if letter == " " else character_key(letter)
