"""What becomes of a paste of several lines: asked once, and stored so; the line being typed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import Refused
from tui.meeting.capture.pasting import enter_lines, first_entries
from tui.meeting.model import Entry, Kind
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.capture_pane import CapturePane

if TYPE_CHECKING:
    from tui.screens.dialogs.paste_question import PasteChoice


def ask_about_paste(screen: OpenedScreen, capture: CapturePane, text: str) -> None:
    """Ask whether each line is an entry."""
    from tui.screens.dialogs.paste_question import PasteQuestion

    lines = CaptureLine.Pasted(capture.line, text).lines
    # A kind set before anything is typed is meant for what is pasted.
    kind = capture.kind_set if not capture.line.line and capture.editing is None else None

    def preview(most: int) -> tuple[Entry, ...]:
        return first_entries(screen.journal, lines, screen.now(), kind, most=most)

    def take(answer: PasteChoice | None) -> None:
        if answer is not None:
            _carry_out(screen, capture, answer, text, kind)

    screen.app.push_screen(PasteQuestion(lines, preview), take)


def _carry_out(screen: OpenedScreen, capture: CapturePane, answer: PasteChoice, text: str, kind: Kind | None) -> None:
    if answer.choice == "one":
        capture.line.insert_words(text)
    message = _store(screen, capture, text, kind) if answer.choice == "each" else ""
    if answer.typed:
        capture.line.insert_words(answer.typed)
    if message:
        screen.tell(message)
    if answer.pasted:
        ask_about_paste(screen, capture, "\n".join(answer.pasted))


def _store(screen: OpenedScreen, capture: CapturePane, text: str, kind: Kind | None) -> str:
    """Store each line as an entry, all as one change; return what came of it, empty where it was refused."""
    try:
        outcome = enter_lines(screen.journal, CaptureLine.Pasted(capture.line, text).lines, screen.now(), kind)
    except Refused as refusal:
        screen.say(str(refusal), refused=True)
        return ""
    if kind is not None:
        capture.take_line()
    return outcome.message if screen.change(lambda: outcome) else ""
