"""The yardstick for starting: a Textual app of one header, one footer and one text area."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, TextArea


class BareApp(App[None]):
    """Nothing but Textual's own parts."""

    BINDINGS = [("ctrl+q", "quit", "Quit")]  # noqa: RUF012 - as Textual declares it

    def compose(self) -> ComposeResult:
        """Lay out header, text area and footer."""
        yield Header()
        yield TextArea("the bare app is ready")
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
