"""Keys are handled one at a time, in order, and nothing holds them up for good.

`Pilot.press` waits between keys and would hide every fault: here keys are posted all at once. The pseudo-terminal
tests do the same with real bytes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import ClassVar

import pytest
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tui.terminal import ordered_keys
from tui.terminal.ordered_keys import OrderedKeys


class Dialog(ModalScreen[str | None]):
    def __init__(self, wanted: asyncio.Future[str] | None = None) -> None:
        super().__init__()
        self.wanted = wanted

    def compose(self) -> ComposeResult:
        yield Input()

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        if self.wanted is not None:
            self.wanted.set_result(event.value)
        self.dismiss(event.value)


class Echo(Message):
    """A message caused by a message."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line


class LineScreen(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "mark", "Mark")]

    def compose(self) -> ComposeResult:
        yield Static()
        yield Input()

    def action_mark(self) -> None:
        self.query_one(Input).value += "<mark>"
        self.query_one(Input).cursor_position = 1000

    @on(Input.Submitted)
    async def submitted(self, event: Input.Submitted) -> None:
        app = self.app
        assert isinstance(app, LineApp)
        await app.meanwhile(event.value)
        event.input.value = ""
        self.post_message(Echo(event.value))

    @on(Echo)
    def echoed(self, event: Echo) -> None:
        assert isinstance(self.app, LineApp)
        self.app.lines.append(event.line)


class LineApp(OrderedKeys[None]):
    """Keeps the lines entered in an Input."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "ask", "Ask"),
        Binding("f6", "ask_in_worker", "Ask"),
        Binding("f8", "first", "First", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.answers: list[str | None] = []
        self.wait_in_handler = 0.0
        self.stall_in_handler = 0.0
        self.ask_in_handler = False
        self.gate: asyncio.Event | None = None

    def on_mount(self) -> None:
        self.push_screen(LineScreen())

    async def meanwhile(self, _line: str) -> None:
        if self.stall_in_handler:
            time.sleep(self.stall_in_handler)
        if self.wait_in_handler:
            await asyncio.sleep(self.wait_in_handler)
        if self.gate is not None:
            await self.gate.wait()
        if self.ask_in_handler:
            self.ask_in_handler = False
            # A result callback would be called in the task of the screen that waits here, that is never.
            wanted: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            self.push_screen(Dialog(wanted))
            self.answers.append(await wanted)

    def action_first(self) -> None:
        self.lines.append("first")

    def action_ask(self) -> None:
        self.push_screen(Dialog(), self.answers.append)

    @work
    async def action_ask_in_worker(self) -> None:
        self.answers.append(await self.push_screen_wait(Dialog()))


def send(app: LineApp, *keys: str) -> None:
    """Send keys with no gap between them; a longer text is typed letter by letter if it is in quotes."""
    for key in keys:
        letters = key[1:-1] if key.startswith("'") else [key]
        for letter in letters:
            name = "space" if letter == " " else letter
            app.post_message(events.Key(name, letter if len(letter) == 1 else None))


async def until(holds: Callable[[], bool], timeout: float = 60) -> None:
    """Wait for a state. `Pilot.pause` would also wait for every handler, and some here wait on purpose."""
    end = time.monotonic() + timeout
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(0.01)


async def test_bound_and_printable_keys_are_handled_in_the_order_they_were_pressed() -> None:
    app = LineApp()
    async with app.run_test():
        for _ in range(20):
            send(app, "'abx'", "backspace", "'c'", "left", "left", "'-'", "end", "f2", "'!'", "enter")
        await until(lambda: len(app.lines) == 20)
        assert app.lines == ["a-bc<mark>!"] * 20


async def test_letters_that_wait_one_behind_the_other_are_typed_at_once() -> None:
    class Counting(LineApp):
        changes = 0

        def on_input_changed(self) -> None:
            self.changes += 1

    app = Counting()
    async with app.run_test():
        send(app, f"'{'one two ' * 250}'", "backspace", "'!'", "enter")
        await until(lambda: len(app.lines) == 1)
        assert app.lines == [f"{'one two ' * 250}"[:-1] + "!"]
        assert app.changes < 50


async def test_keys_pressed_before_the_app_is_ready_wait_for_it() -> None:
    class Early(LineApp):
        def on_load(self) -> None:
            send(self, "'early'", "backspace", "enter", "'next'", "enter")

    app = Early()
    async with app.run_test():
        await until(lambda: len(app.lines) == 2)
        assert app.lines == ["earl", "next"]


async def test_keys_can_be_held_until_a_later_screen_is_open() -> None:
    class Late(LineApp):
        def on_mount(self) -> None:
            self.hold_keys()
            self.set_timer(0.05, self.open_late)

        def open_late(self) -> None:
            self.push_screen(LineScreen())
            self.release_keys()

    app = Late()
    async with app.run_test():
        send(app, "'abc'", "enter")
        await until(lambda: len(app.lines) == 1)
        assert app.lines == ["abc"]


async def test_a_click_while_a_screen_opens_reaches_that_screen() -> None:
    clicked: list[str] = []

    class Clicked(LineScreen):
        def on_click(self) -> None:
            clicked.append("here")

    class Late(LineApp):
        def on_mount(self) -> None:
            self.hold_keys()
            self.set_timer(0.05, self.open_late)

        def open_late(self) -> None:
            self.push_screen(Clicked())
            self.release_keys()

    app = Late()
    async with app.run_test():
        for kind in (events.MouseDown, events.MouseUp):
            app.post_message(kind(None, 3, 0, 0, 0, 1, False, False, False, 3, 0))
        send(app, "'abc'", "enter")
        await until(lambda: len(app.lines) == 1)
        assert clicked == ["here"]


async def test_keys_typed_while_the_app_stalls_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    # A stall far beyond the patience: it counts as one tick, for nothing else could happen in it either.
    monkeypatch.setattr(ordered_keys, "PATIENCE", 3)
    monkeypatch.setattr(ordered_keys, "TICK", 0.02)
    app = LineApp()
    async with app.run_test():
        app.stall_in_handler = 0.3
        send(app, "'abx'", "backspace", "enter", "'cdx'", "backspace", "enter", "'ef'", "enter")
        await until(lambda: len(app.lines) == 3)
        assert app.lines == ["ab", "cd", "ef"]


async def test_keys_wait_for_a_handler_that_awaits() -> None:
    app = LineApp()
    async with app.run_test():
        app.wait_in_handler = 0.3
        send(app, "'ab'", "enter", "'cdx'", "backspace", "enter")
        await until(lambda: len(app.lines) == 2)
        assert app.lines == ["ab", "cd"]


async def test_a_handler_that_does_not_come_back_does_not_hold_the_keys_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ordered_keys, "PATIENCE", 3)
    app = LineApp()
    async with app.run_test():
        app.gate = asyncio.Event()
        send(app, "'ab'", "enter", "f8")
        await until(lambda: app.lines == ["first"])
        app.gate.set()
        await until(lambda: app.lines == ["first", "ab"])


async def test_a_handler_that_awaits_the_dialog_it_opened_gets_its_answer() -> None:
    app = LineApp()
    async with app.run_test():
        app.ask_in_handler = True
        send(app, "'ab'", "enter", "'yex'", "backspace", "'s'", "enter", "'cd'", "enter")
        await until(lambda: len(app.lines) == 2)
        assert app.answers == ["yes"]
        assert app.lines == ["ab", "cd"]


@pytest.mark.parametrize("opener", ["f5", "f6"])
async def test_keys_around_a_dialog_go_where_they_were_meant(opener: str) -> None:
    app = LineApp()
    async with app.run_test():
        for _ in range(10):
            send(app, "'abx'", "backspace", opener, "'yex'", "backspace", "'s'", "enter", "'cd'", "enter")
        await until(lambda: len(app.lines) == 10)
        assert app.answers == ["yes"] * 10
        assert app.lines == ["abcd"] * 10


async def test_a_priority_binding_takes_its_turn_too() -> None:
    app = LineApp()
    async with app.run_test():
        send(app, "'ab'", "enter", "f8", "'cd'", "enter")
        await until(lambda: len(app.lines) == 3)
        assert app.lines == ["ab", "first", "cd"]


async def test_pastes_take_their_turn_among_the_keys() -> None:
    app = LineApp()
    async with app.run_test():
        for _ in range(5):
            send(app, "'ax'", "backspace")
            app.post_message(events.Paste("pasted"))
            send(app, "backspace", "enter")
        await until(lambda: len(app.lines) == 5)
        assert app.lines == ["apaste"] * 5


async def test_pilot_s_press_returns_when_the_keys_are_handled() -> None:
    app = LineApp()
    async with app.run_test() as pilot:
        await pilot.press(*"hello", "backspace", "enter")
        assert app.lines == ["hell"]
        await pilot.press("f5")
        assert isinstance(app.screen, Dialog)
        await pilot.press(*"yes", "enter")
        assert app.answers == ["yes"]
        await pilot.press("a", "b")
        assert app.screen.query_one(Input).value == "ab"


async def test_hanging_up_ends_the_app_after_the_keys_that_came_before() -> None:
    app = LineApp()
    async with app.run_test():
        send(app, "'ab'", "enter", "'cd'", "enter")
        app.hang_up()
        await until(lambda: not app.is_running)
    assert app.lines == ["ab", "cd"]
    assert app.return_code == 0
