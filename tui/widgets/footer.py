"""The foot of a screen with a list: what is said, a question in one line, and the keys."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys.keymap import Command, Keymap, Where
from tui.meeting.text.sanitizing import showable
from tui.widgets.key_row import key_row
from tui.widgets.prompt import Prompt

_IN_A_QUESTION = ("prompt-submit", "prompt-leave")


class Foot(Vertical):
    """Say what came of a key, ask for words, and name the keys that there are then."""

    DEFAULT_CSS = """
    Foot { height: auto; }
    """

    def __init__(self, place: Where, keymap: Keymap, disabled_reason: Callable[[Command], str]) -> None:
        """Stand at the foot of the screen of a place; `disabled_reason` why a command is not available."""
        super().__init__(id="foot")
        self._place = place
        self._keymap = keymap
        self._disabled_reason = disabled_reason

    def compose(self) -> ComposeResult:
        """Lay out what is said, the question and the keys."""
        yield Static(id="said", markup=False)
        yield Prompt(id="prompt")
        yield Static(id="keys", markup=False)

    @property
    def prompt(self) -> Prompt:
        """The question."""
        return self.query_one(Prompt)

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        said = self.query_one("#said", Static)
        said.set_class(refused, "-refused")
        said.update(Content(showable(words)))

    def ask(self, asked: str, match: str = "") -> None:
        """Ask for words; `match` says beside them what they may be."""
        self.screen.add_class("-asking")
        self.prompt.ask(asked)
        self.prompt.show_match(Content(showable(match)))
        self.show_keys()

    def close(self) -> None:
        """Ask nothing any more."""
        self.screen.remove_class("-asking")
        self.prompt.close()
        self.screen.set_focus(None)
        self.show_keys()

    def show_keys(self, *, only_usable: bool = False) -> None:
        """Name as many keys as there is room for: those of the question while one is asked.

        `only_usable` leaves out those that would come to nothing now.
        """
        if self.prompt.is_open:
            shown, reason_of = [one for one in self._keymap.commands_of("prompt") if one.id in _IN_A_QUESTION], None
        else:
            first, *rest = self._keymap.commands_of("anywhere")
            shown, reason_of = [first, *self._keymap.commands_of(self._place), *rest], self._disabled_reason
            if only_usable:
                shown = [one for one in shown if not reason_of(one)]
        row = key_row(shown, self.screen.size.width, reason_of, colours=not self.app.no_color)
        self.query_one("#keys", Static).update(row)
