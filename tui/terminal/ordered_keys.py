"""An App whose keys are handled one at a time, in the order in which they were pressed.

Textual hands a printable key to the focused widget's queue and a bound key (backspace, arrows, Enter, function keys)
to the App's bindings after it has bubbled through every ancestor's queue. While the app is busy the two kinds swap
places: `ab⌫c` becomes `abc` less the wrong letter, and what is typed after Enter is cleared with the line before it.
Keys typed during start-up find nothing focused and are dropped.

Here Key and Paste events wait in one line. The next is dispatched only after the last has gone through the focused
widget, its ancestors, the App's bindings, and the messages and screens that these caused. Mouse events need no order,
but clicks too wait for a screen that opens.
Letters that wait one behind the other for a line of text go to it as one key that types them all, so that what was
typed during a stall, or pasted without brackets, is read and laid out once.
This leans on how textual 8.2.8 passes events on; the version is pinned, and the terminal tests show why this is here.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeGuard

from textual import _time, events
from textual.app import App, ReturnType
from textual.widgets import Input, TextArea

from tui.terminal.typed_words import ALONE, Does, Meant, Pressed, TypedWords

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message_pump import MessagePump
    from textual.screen import Screen
    from textual.types import CSSPathType
    from textual.widget import Widget

MIN_ROUNDS: Final = 2
"""Rounds behind each key: the first follows the key up to the App, the second the messages that it caused."""

MAX_ROUNDS: Final = 8
"""Rounds after which the next key goes on although focus or screen keep changing."""

TICK: Final = 0.1
"""Seconds between two looks at a key that has not come back."""

SCREEN_PATIENCE: Final = 2
"""Ticks after which a key that opened a screen no longer holds up the keys meant for that screen."""

PATIENCE: Final = 20
"""Ticks after which a key held by an awaiting handler no longer holds up the others."""

InTurn = events.Key | events.Paste | events.MouseDown | events.MouseUp
_Waiting = InTurn | Callable[[], None]


class OrderedKeys(App[ReturnType]):
    """An App to inherit from: keys and pastes are handled strictly in order, from the first moment on.

    Where letters are commands, those that are typed one after another are none; see `typed_words`.

    What is typed before the first screen is mounted and focused waits for it. An app that opens its first screen later
    than that (from a worker, say) calls `hold_keys` before and `release_keys` after. What is typed while a dialog
    opens goes to the dialog, what is typed while it closes to the screen below.

    Actions run in the App's own task, so an action that awaits a dialog's result must be a worker (`@work`), as in any
    Textual app. A widget's or screen's handler may await: its key then holds up the next ones until the handler ends,
    a screen is opened on top of it, or about two seconds have passed in which the app was otherwise responsive.
    """

    ALONE: ClassVar[float] = ALONE
    """Seconds without another letter after which one was pressed alone."""

    def __init__(
        self,
        driver_class: type[Driver] | None = None,
        css_path: CSSPathType | None = None,
        watch_css: bool = False,
        ansi_color: bool | None = None,
    ) -> None:
        super().__init__(driver_class, css_path, watch_css, ansi_color)
        self._keys_in_line = _KeyLine(self)

    async def on_event(self, event: events.Event) -> None:
        """Put a key or paste that comes from the terminal in line; let every other event through."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keys_in_line.add(event)
            return
        # While a screen opens, a click would go to nothing.
        if isinstance(event, events.MouseDown | events.MouseUp) and self._keys_in_line.shut:
            await self._keys_in_line.add(event)
            return
        await super().on_event(event)
        if isinstance(event, events.Ready):
            self._keys_in_line.start()

    async def dispatch_in_turn(self, event: InTurn) -> None:
        """Hand an event whose turn has come to the priority bindings and the focused widget."""
        await super().on_event(event)

    def letter_does(self, key: str) -> Does | None:
        """Return what a letter does as a command; None where letters are typed in a line."""
        del key
        return None

    def take_letters(self, letters: str) -> None:
        """Take letters that were typed where letters are commands."""

    def hold_keys(self, patience: float | None = None) -> None:
        """Keep keys waiting, in order, until `release_keys`, or for so many seconds at most."""
        self._keys_in_line.hold(patience)

    def release_keys(self) -> None:
        """Let waiting keys through, once the screen on top is mounted and focused."""
        self._keys_in_line.release()

    @property
    def keys_wait(self) -> bool:
        """Whether a key is being handled, or is kept waiting."""
        return self._keys_in_line.waits

    def hang_up(self) -> None:
        """End the app because its terminal has gone, after the keys that came before that."""
        self._keys_in_line.add_last(self.exit)


class _KeyLine:
    """The keys that wait, and the one that is being handled."""

    def __init__(self, app: OrderedKeys[Any]) -> None:
        self._app = app
        self._waiting: deque[_Waiting] = deque()
        self._started = False
        self.held = False
        """True between `hold` and `release`."""
        self._busy = False
        self._round = 0
        self._turn = 0
        """Counts rounds over all keys, so that a step of an abandoned round is known when it arrives late."""
        self._place: tuple[Screen[Any] | None, Widget | None] = (None, None)
        self._timer: asyncio.TimerHandle | None = None
        self._release: asyncio.TimerHandle | None = None
        """Lets go of the keys that nobody released in time."""
        self._ticks = 0
        self._typed = TypedWords(app.ALONE)
        self._alone: asyncio.TimerHandle | None = None
        """Looks again at a letter, once it is known to have been pressed alone."""

    @property
    def shut(self) -> bool:
        """Whether nothing that comes is let through yet."""
        return self.held or not self._started

    @property
    def waits(self) -> bool:
        """Whether something waits, is kept waiting, or is being handled."""
        return self.held or self._busy or bool(self._waiting)

    def hold(self, patience: float | None) -> None:
        """Keep all that comes, for so many seconds at most; what an earlier hold allowed counts no more."""
        self._forget_release()
        self.held = True
        if patience is not None:
            self._release = asyncio.get_running_loop().call_later(patience, self.release)

    def release(self) -> None:
        """Go on with what waits."""
        self._forget_release()
        self.held = False
        if self._app.is_running:
            self.go_on()

    def _forget_release(self) -> None:
        if self._release is not None:
            self._release.cancel()
            self._release = None

    async def add(self, event: _Waiting) -> None:
        """Put an event at the end of the line, and dispatch it if nothing is before it. Runs in the App's task."""
        self._waiting.append(event)
        if self._started and not self._busy:
            await self._next()

    def add_last(self, callback: Callable[[], None]) -> None:
        """Call back when everything now in line has been handled, at once if the app is not yet open to keys."""
        if not self._started or not self._app.call_later(self.add, callback):
            callback()

    def start(self) -> None:
        """Open the line, first thing after start-up."""
        self._started = True
        self.go_on()

    def go_on(self) -> None:
        """Go on with what waits, after a look whether the screen on top is mounted and focused."""
        if self._started and not self._busy:
            self._busy = True
            self._settle()

    async def _next(self) -> None:
        """Dispatch the first in line; the others wait until it has come back."""
        if self.held or not self._waiting:
            self._busy = False
            self._stop_watching()
            return
        meant = self._meaning()
        if meant is Meant.UNKNOWN:
            self._busy = False
            self._stop_watching()
            return
        self._busy = True
        first = self._waiting.popleft()
        try:
            if callable(first):
                first()
            elif meant is Meant.WORDS and isinstance(first, events.Key):
                self._app.take_letters(self._typed.take(_pressed(first)))
            else:
                await self._app.dispatch_in_turn(self._with_letters_behind(first))
        finally:
            self._settle()

    def _with_letters_behind(self, first: InTurn) -> InTurn:
        """Take the letters that wait behind a letter out of the line, where all of them are typed in a text."""
        if not self._waiting or not isinstance(self._app.focused, Input | TextArea) or not _is_typed(first):
            return first
        letters = [first.character or ""]
        while self._waiting and _is_typed(following := self._waiting[0]):
            letters.append(following.character or "")
            self._waiting.popleft()
        return events.Key(first.key, "".join(letters)) if len(letters) > 1 else first

    def _meaning(self) -> Meant:
        """Say what the first in line is; where that is not known yet, look again in a moment."""
        if self._alone is not None:
            self._alone.cancel()
            self._alone = None
        first = self._waiting[0]
        if not isinstance(first, events.Key) or self._app.letter_does(first.key) is None:
            self._typed.forget()
            return Meant.KEY
        keys = [_pressed(one) for one in self._waiting if isinstance(one, events.Key)]
        meant = self._typed.meaning(keys, _time.get_time(), lambda key: self._app.letter_does(key) or "nothing")
        if meant is Meant.KEY:
            self._typed.passed(keys[0])
        elif meant is Meant.UNKNOWN:
            wait = self._typed.known_at(keys) - _time.get_time()
            self._alone = asyncio.get_running_loop().call_later(max(0.0, wait), self._look_again)
        return meant

    def _look_again(self) -> None:
        """Go on with a letter that no other one followed, after what has come meanwhile."""
        self._alone = None
        if self._app.is_running:
            self._app.call_later(self._go_on_alone)

    async def _go_on_alone(self) -> None:
        if not self._busy:
            await self._next()

    def _settle(self) -> None:
        """Follow the event that was just dispatched until it has no effect left to come."""
        self._round = 0
        self._ticks = 0
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(TICK, self._tick)
        self._start_round()

    def _start_round(self) -> None:
        """Send a callback through the queues that the event went through: behind it, so that it arrives after it."""
        self._round += 1
        self._turn += 1
        self._place = self._where()
        self._post(self._turn, self._pumps(), 0)

    def _post(self, turn: int, pumps: list[MessagePump], index: int) -> None:
        """Put the callback in the next queue, passing over those that are closing. The last one is the App's."""
        for position in range(index, len(pumps)):
            if pumps[position].call_later(self._arrive, turn, pumps, position + 1):
                return

    async def _arrive(self, turn: int, pumps: list[MessagePump], index: int) -> None:
        """Go on from a queue that has handled all that stood before the callback."""
        if turn != self._turn:
            return
        if index < len(pumps):
            self._post(turn, pumps, index)
        else:
            await self._end_round()

    async def _end_round(self) -> None:
        """Start another round, or dispatch the next event. Runs in the App's task."""
        moved = self._where() != self._place
        if self._round < MIN_ROUNDS or (moved and self._round < MAX_ROUNDS):
            self._start_round()
        else:
            await self._next()

    def _where(self) -> tuple[Screen[Any] | None, Widget | None]:
        """Return the screen and the widget that a key would go to now."""
        stack = self._app.screen_stack
        return (stack[-1], self._app.focused) if stack else (None, None)

    def _pumps(self) -> list[MessagePump]:
        """Return the queues from the focused widget up to the App."""
        screen, focused = self._where()
        target = screen if focused is None else focused
        pumps: list[MessagePump] = [] if target is None else list(target.ancestors_with_self)
        if not pumps or pumps[-1] is not self._app:
            pumps.append(self._app)
        return pumps

    def _tick(self) -> None:
        """Return up on an event whose handler awaits something, so that the other keys get through.

        Ticks count only while the loop turns: a handler that stalls it for seconds is late by one tick, so that keys
        typed meanwhile keep their order.
        """
        self._timer = None
        if not self._app.is_running:
            return
        self._ticks += 1
        opened = self._where()[0] is not self._place[0]
        self._timer = asyncio.get_running_loop().call_later(TICK, self._tick)
        if self._ticks >= PATIENCE or (opened and self._ticks >= SCREEN_PATIENCE):
            self._ticks = 0
            if opened:
                self._start_round()
            else:
                self._turn += 1
                self._app.call_later(self._end_patience, self._turn)

    async def _end_patience(self, turn: int) -> None:
        """Dispatch the next event, unless the one before has come back after all."""
        if turn == self._turn:
            await self._next()

    def _stop_watching(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _is_typed(event: _Waiting) -> TypeGuard[events.Key]:
    """Return whether it is a letter, to be typed where there is a text."""
    return isinstance(event, events.Key) and event.is_printable


def _pressed(event: events.Key) -> Pressed:
    """Return what is to be known of a key, to tell words from commands."""
    return Pressed(event.key, (event.character or "") if event.is_printable else "", event.time)
