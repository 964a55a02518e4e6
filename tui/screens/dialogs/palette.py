"""The command palette: every command of the screen below by its name, with its key, and why it is not available."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.meeting.marks import COMMAND
from tui.meeting.text.sanitizing import clean, showable
from tui.widgets.lists.palette_list import Offer, OfferList, ranked
from tui.widgets.words_input import WordsInput


class CommandPalette(ModalScreen[Offer | None]):
    """Type a word; Enter runs the command at the top, or the one chosen with Up and Down.

    What begins with `/` is a command of the line, completed as it is typed.
    """

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", show=False),
        Binding("ctrl+p", "dismiss(None)", "Back", show=False, id="command-palette"),
        Binding("up", "choose(-1)", "Up", show=False),
        Binding("down", "choose(1)", "Down", show=False),
        Binding("pageup", "choose(-10)", "Further up", show=False),
        Binding("pagedown", "choose(10)", "Further down", show=False),
    ]

    def __init__(
        self, offers: Sequence[Offer], commands: Callable[[str], Sequence[Offer]] = lambda _: (), typed: str = ""
    ) -> None:
        """Choose among offers; `commands` gives those of the line that begins as typed, with `/`."""
        super().__init__()
        self._typed = typed
        self._offers = _told_apart(offers)
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Lay out the question above the commands that fit."""
        with Vertical(classes="dialog"):
            yield WordsInput(placeholder="a word for what to do; / lists what the line takes", select_on_focus=False)
            yield OfferList(id="offers")
            yield Static(_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show every command, or what fits what stands in the field already."""
        self.query_one(OfferList).show(self._offers)
        self._fill(self._typed)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show the commands that fit what is typed."""
        typed = clean(event.value).lstrip()
        found = self._commands(typed) if typed.startswith(COMMAND) else ranked(self._offers, typed)
        self.query_one(OfferList).show(found)
        self._say(_HINT)

    def action_choose(self, by: int) -> None:
        """Choose the command so many rows below or above."""
        self.query_one(OfferList).choose_by(by)
        self._say(_HINT)

    @on(Input.Submitted)
    def take(self) -> None:
        """Take the chosen command, or say why it is not available."""
        offer = self.query_one(OfferList).offer
        if offer is not None and offer.reason:
            self._say(f"Not now: {offer.reason}", refused=True)
        elif offer is not None and offer.fill:
            self._fill(offer.fill)
        elif offer is not None:
            self.dismiss(offer)

    def _fill(self, words: str) -> None:
        field = self.query_one(WordsInput)
        field.value = words
        field.cursor_position = len(words)

    def _say(self, words: str, *, refused: bool = False) -> None:
        hint = self.query_one(".hint", Static)
        hint.set_class(refused, "-refused")
        hint.update(Content(showable(words)))


def _told_apart(offers: Sequence[Offer]) -> list[Offer]:
    """Return offers without those that have the words and keys of another, as what several parts of a screen can do."""
    told: dict[tuple[str, str], Offer] = {}
    for offer in offers:
        same = (offer.title, offer.keys)
        if same not in told or (told[same].reason and not offer.reason):
            told[same] = offer
    return list(told.values())


_HINT = "Enter does it   Esc back"
