"""The help: what a clerk asks, the keys of a screen from the table of commands, and a field that finds and runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.keys.asked import ASKED
from tui.keys.keymap import Keymap, Where
from tui.meeting.text.sanitizing import showable
from tui.widgets.keys_page import KeysPage
from tui.widgets.lists.palette_list import Offer, OfferList, ranked
from tui.widgets.words_input import WordsInput

_HINT = "↑ ↓ Page Up Page Down scroll   words search   Esc closes this"
_HINT_FOUND = "Enter does it   ↑ ↓ another   Esc closes this"


class KeysHelp(ModalScreen[Offer | None]):
    """Show what each key does in the places of a screen, and anywhere; words find what can be done, Enter does it."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False),
        Binding("f1", "dismiss(None)", "Close", show=False, id="help"),
        Binding("up", "go(-1)", "Up", show=False),
        Binding("down", "go(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "A page up", show=False),
        Binding("pagedown", "page(1)", "A page down", show=False),
        Binding("home,ctrl+home", "edge(-1)", "To the top", show=False, priority=True),
        Binding("end,ctrl+end", "edge(1)", "To the end", show=False, priority=True),
    ]

    def __init__(self, keymap: Keymap, *places: Where, offers: Sequence[Offer] = ()) -> None:
        """Show the keys of places; `offers` are what can be found and run."""
        super().__init__()
        self._keymap = keymap
        self._places: tuple[Where, ...] = (*places, "anywhere")
        self._asked = _asked_offers(keymap, offers)
        self._offers = offers

    def compose(self) -> ComposeResult:
        """Lay the keys out under the place where they hold."""
        with Vertical(classes="dialog"):
            if "follow" in self._places:
                words = "This screen shows what is saved elsewhere; typing does nothing."
                yield Static(words, classes="hint", markup=False)
            yield WordsInput(placeholder="what to look for", select_on_focus=False)
            yield KeysPage(self._keymap, self._places)
            yield OfferList(id="offers")
            yield Static(_HINT, classes="hint keys", markup=False)

    @property
    def _finding(self) -> bool:
        return bool(self.query_one(Input).value.strip())

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what fits the words typed; without any, all the keys."""
        self.set_class(self._finding, "-finding")
        found = [offer for offers in (self._asked, self._offers) for offer in ranked(offers, event.value)]
        self.query_one(OfferList).show(found)
        self._say(_HINT_FOUND if self._finding else _HINT)

    @on(Input.Submitted)
    def take(self) -> None:
        """Do what is chosen, or say why that can't be; with nothing typed, go back."""
        offer = self.query_one(OfferList).offer if self._finding else None
        if offer is not None and offer.reason:
            self._say(f"Not now: {offer.reason}")
        elif offer is not None or not self._finding:
            self.dismiss(offer)

    def action_go(self, by: int) -> None:
        """Choose what was found below or above; without words, scroll."""
        if self._finding:
            self.query_one(OfferList).choose_by(by)
        else:
            self.query_one(KeysPage).scroll_relative(y=by, animate=False, immediate=True)

    def action_page(self, by: int) -> None:
        """Go on by a page."""
        page = self.query_one(KeysPage)
        if self._finding:
            self.query_one(OfferList).choose_by(10 * by)
        else:
            page.scroll_relative(y=by * max(1, page.size.height - 1), animate=False, immediate=True)

    def action_edge(self, by: int) -> None:
        """Go to the top or the end; in what is typed, to its beginning or end."""
        if self._finding:
            field = self.query_one(Input)
            field.cursor_position = 0 if by < 0 else len(field.value)
            return
        page = self.query_one(KeysPage)
        page.scroll_to(y=0 if by < 0 else page.max_scroll_y, animate=False, immediate=True)

    def _say(self, words: str) -> None:
        self.query_one(".keys", Static).update(Content(showable(words)))


def _asked_offers(keymap: Keymap, offers: Sequence[Offer]) -> list[Offer]:
    """Return what a clerk asks as offers, each with what carries it out, where that can be done here."""
    named = {offer.name: offer for offer in offers}
    return [
        Offer(f"{one.question}: {keymap.with_keys(one.answer)}", named[one.command].run, fill=named[one.command].fill)
        for one in ASKED
        if one.command in named
    ]
