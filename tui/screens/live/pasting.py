"""The desk of the clipboard: what becomes of a paste of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.errors import Refused
from tui.meeting.capture.pasting import enter_lines, first_entries
from tui.meeting.model import Entry, Kind
from tui.screens.live.capturing import Capturing
from tui.widgets.live.capture_line import CaptureLine

if TYPE_CHECKING:
    from tui.screens.dialogs.paste_question import PasteChoice


class Pasting(Capturing):
    """Ask once what a paste of several lines is to be, and store it so; the line being typed stays."""

    @on(CaptureLine.Pasted)
    def ask_about_paste(self, event: CaptureLine.Pasted) -> None:
        """Ask whether each line is an entry."""
        event.stop()
        self._ask(event.text)

    def _ask(self, text: str) -> None:
        from tui.screens.dialogs.paste_question import PasteQuestion

        lines = CaptureLine.Pasted(self.line, text).lines
        # A kind set before anything is typed is meant for what is pasted.
        kind = self._kind if not self.line.line and not self.editing else None

        def preview(most: int) -> tuple[Entry, ...]:
            return first_entries(self.journal, lines, self.now(), kind, most=most)

        def take(answer: PasteChoice | None) -> None:
            if answer is not None:
                self._carry_out(answer, text, lines, kind)

        self.app.push_screen(PasteQuestion(lines, preview), take)

    def _carry_out(self, answer: PasteChoice, text: str, lines: list[str], kind: Kind | None) -> None:
        if answer.choice == "one":
            self.line.insert_words(text)
        message = self._store(lines, kind) if answer.choice == "each" else ""
        if answer.typed:
            self.line.insert_words(answer.typed)
        if message:
            self.tell(message)
        if answer.pasted:
            self._ask("\n".join(answer.pasted))

    def _store(self, lines: list[str], kind: Kind | None) -> str:
        """Store each line as an entry, all as one change; give what came of it, empty where it was refused."""
        try:
            outcome = enter_lines(self.journal, lines, self.now(), kind)
        except Refused as refusal:
            self.say(str(refusal), refused=True)
            return ""
        if kind is not None:
            self._kind = None
        return outcome.message if self.change(lambda: outcome) else ""
