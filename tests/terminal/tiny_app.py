"""The smallest app with a capture line: it appends each submitted line to a file. Run by test_input.py.

    python tiny_app.py FILE [--plain] [--stall EVERY]

`--stall 5` makes every fifth handler of a line sleep for 400 ms. `--plain` is Textual as it comes, to see what it does.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tui.terminal.raw_terminal import take_terminal

if __name__ == "__main__" and "--plain" not in sys.argv:
    take_terminal()

import time
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.terminal.ordered_keys import OrderedKeys
from tui.terminal.robust_driver import driver_class
from tui.widgets.live.capture_line import CaptureLine


class Dialog(ModalScreen[str]):
    """Asks for a word; Enter closes it."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="dialog")

    @on(Input.Submitted)
    def give_answer(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Lines:
    """What the app does, whether plain or ordered."""

    file: Path
    stall_every: int
    stored = 0

    def store(self, line: str) -> None:
        with self.file.open("a", encoding="utf-8", newline="") as out:
            out.write(line + "\n")
        self.stored += 1
        if self.stall_every and self.stored % self.stall_every == 0:
            time.sleep(0.4)

    def line_entered(self, event: CaptureLine.Submitted) -> None:
        event.capture_line.load_line("")
        self.store(event.line)


class OrderedApp(Lines, OrderedKeys[None]):
    """The tiny app as it should be."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "ask", "Ask"), Binding("ctrl+q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("ready", markup=False)
        yield CaptureLine()

    def action_ask(self) -> None:
        self.push_screen(Dialog(), lambda answer: self.store(f"dialog: {answer}"))

    @on(CaptureLine.Submitted)
    def submitted(self, event: CaptureLine.Submitted) -> None:
        self.line_entered(event)

    @on(CaptureLine.Pasted)
    def pasted(self, event: CaptureLine.Pasted) -> None:
        event.capture_line.insert_words(event.text)


class PlainApp(Lines, App[None]):
    """The same on Textual's own App and driver."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = OrderedApp.BINDINGS
    compose = OrderedApp.compose
    action_ask = OrderedApp.action_ask
    on_capture_line_submitted = Lines.line_entered
    on_capture_line_pasted = OrderedApp.pasted


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--stall", type=int, default=0)
    options = parser.parse_args()
    app = PlainApp() if options.plain else OrderedApp(driver_class())
    app.file, app.stall_every = options.file, options.stall
    app.run()


if __name__ == "__main__":
    main()
    with Path(sys.argv[1]).open("a", encoding="utf-8") as out:
        out.write("ended\n")
