"""All that became of one action of the register, for which the panel under the list has no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class WholeAction(ModalScreen[None]):
    """Show the lines of an action, as many as there are."""

    CSS_PATH = "modal.tcss"
    AUTO_FOCUS = ".body"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,i", "dismiss(None)", "Close", show=False)]

    def __init__(self, title: str, lines: Sequence[Content]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay the lines out under the action's ref."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="title")
            with VerticalScroll(classes="body"):
                yield Static(Content("\n").join(self._lines), classes="text")
            yield Static("↑ ↓ Page Up Page Down scroll   Esc closes this", classes="hint", markup=False)
