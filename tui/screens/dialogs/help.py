"""The keys of a screen, from the table of commands."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keys.keymap import Keymap, Where
from tui.widgets.keys_page import KeysPage


class KeysHelp(ModalScreen[None]):
    """Show what each key does in the places of a screen, and anywhere."""

    CSS_PATH = "modal.tcss"
    AUTO_FOCUS = "KeysPage"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss(None)", "Close", show=False),
        Binding("f1", "dismiss(None)", "Close", show=False, id="help"),
    ]

    def __init__(self, keymap: Keymap, *places: Where) -> None:
        super().__init__()
        self._keymap = keymap
        self._places: tuple[Where, ...] = (*places, "anywhere")

    def compose(self) -> ComposeResult:
        """Lay the keys out under the place where they hold."""
        with Vertical(classes="dialog"):
            if "follow" in self._places:
                words = "This screen shows what is saved elsewhere; typing does nothing."
                yield Static(words, classes="hint", markup=False)
            yield KeysPage(self._keymap, self._places)
            yield Static("↑ ↓ Page Up Page Down scroll   Esc closes this", classes="hint", markup=False)
