"""One step after the close of a meeting: which one it is, what there is to do, and the keys for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.meeting.text.sanitizing import clean, showable
from tui.widgets.words_input import WordsInput


class StepAsked(NamedTuple):
    """What is asked in a step."""

    title: str
    text: str
    enter: str
    """What Enter does: `publishes`."""
    proposal: str | None = None
    """What the field proposes; None for a step without a field."""
    label: str = ""
    """What the field is for."""
    wrong: Callable[[str], str] = lambda _: ""
    """Says what is wrong with an answer; empty words take it."""
    look: str = ""
    """What Tab does instead; empty for nothing."""


class Answer(NamedTuple):
    """What somebody made of a step."""

    key: str
    """`enter`, `tab` or `skip`."""
    words: str = ""


class ClosingStep(ModalScreen[Answer | None]):
    """Ask about one step; None leaves the steps, which are gone on with later."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Later", show=False),
        Binding("enter", "take", "Do it", show=False),
        Binding("ctrl+n", "skip", "Skip", show=False, priority=True),
        Binding("tab", "look", "The other way", show=False, priority=True),
    ]

    def __init__(self, steps: Sequence[tuple[str, str]], at: int, asked: StepAsked) -> None:
        super().__init__()
        self._steps = steps
        """The steps with the sign before each."""
        self._at = at
        self._asked = asked

    def compose(self) -> ComposeResult:
        """Lay out where one is, what is to be known, the field, and the keys."""
        asked = self._asked
        with Vertical(classes="dialog"):
            yield Static(Content(self._where()), id="where")
            yield Static(Content(showable(asked.title)), classes="title")
            yield Static(Content("\n".join(map(showable, asked.text.split("\n")))), classes="body")
            if asked.proposal is not None:
                yield Static(Content(showable(asked.label)), classes="text")
                yield WordsInput(value=showable(asked.proposal), select_on_focus=True)
            yield Static("", classes="wrong", markup=False)
            # On two rows where there is another way: in one, a key would part from what it does.
            other = f"   Tab {asked.look}\n" if asked.look else "   "
            hint = f"Enter {asked.enter}{other}Ctrl+N skips it   Esc leaves it for later"
            yield Static(Content("\n".join(map(showable, hint.split("\n")))), classes="hint")

    def _where(self) -> str:
        told = [
            f"{sign} {name}" if at != self._at else f"▸ {name.upper()}" for at, (name, sign) in enumerate(self._steps)
        ]
        return f"{self._at + 1} of {len(self._steps)}  {'  '.join(told)}"

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Take the answer, or say what is wrong with it."""
        words = clean(self.query_one(Input).value).strip() if self._asked.proposal is not None else ""
        wrong = self._asked.wrong(words)
        if wrong:
            self.query_one(".wrong", Static).update(Content(showable(wrong)))
        else:
            self.dismiss(Answer("enter", words))

    def action_skip(self) -> None:
        """Leave the step, and go on with the next."""
        self.dismiss(Answer("skip"))

    def action_look(self) -> None:
        """Do the other thing that there is."""
        if self._asked.look:
            words = self.query_one(Input).value.strip() if self._asked.proposal is not None else ""
            self.dismiss(Answer("tab", words))
