"""The keys of a screen, from the table of commands."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keymap import Where, commands_of, shown_key
from tui.meeting.marks import MARKS

_PLACES: dict[Where, str] = {
    "live": "While typing",
    "log": "In the log",
    "anywhere": "Anywhere",
}
_MARKS = "  ".join(f"{mark} {kind.value}" for mark, kind in MARKS.items())


class KeysHelp(ModalScreen[None]):
    """Show what each key does here."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter,q", "dismiss(None)", "Close", show=False)]

    def __init__(self, *places: Where) -> None:
        super().__init__()
        self._places: tuple[Where, ...] = (*places, "anywhere")

    def compose(self) -> ComposeResult:
        """Lay the keys out under the place where they hold."""
        with Vertical(classes="dialog"):
            yield Static("Keys", classes="title", markup=False)
            with VerticalScroll(classes="body"):
                yield Static(self._text(), classes="text", markup=False)
            yield Static("Esc closes this", classes="hint", markup=False)

    def _text(self) -> Content:
        lines: list[Content] = [
            Content.styled("One line is one entry. Its first character says what it is:", "$text-muted"),
            Content(_MARKS),
            Content.styled("Without a mark, a line takes the kind shown at its left. Enter stores it.", "$text-muted"),
        ]
        for place in self._places:
            lines += [Content(""), Content.styled(_PLACES[place], "bold")]
            for command in commands_of(place):
                keys = " · ".join(shown_key(key) for key in command.keys)
                lines.append(Content.assemble((keys.ljust(20), "$text-primary"), command.title))
        return Content("\n").join(lines)
