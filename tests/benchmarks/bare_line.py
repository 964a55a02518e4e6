"""The yardstick for echoing keys: an empty Textual app with the text area that the capture line is made of."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareLine(App[None]):
    """Nothing but a text area."""

    def compose(self) -> ComposeResult:
        """Lay out the text area."""
        yield TextArea(placeholder="the bare line is ready")


if __name__ == "__main__":
    BareLine().run()
