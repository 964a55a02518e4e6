"""What a paste of several lines is to be: an entry each, one line, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.meeting.model import Entry
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.lines import MUTED
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.log_view import lines_of

_MOST_ROWS = 14
_SHORT = 20
"""Rows of the terminal from which on there is room for margins."""
_ROWS_BESIDE, _ROWS_BESIDE_SHORT = 14, 9
"""Rows of the dialog without the preview, and what stays free around it; the same without margins."""
_INDENT, _INDENT_NARROW, _WIDE = 12, 7, 64
"""Cells before what a key does: as before the preview's words, or what the keys need in a narrow terminal."""
_ROWS_OF_ONE = 2
"""Rows of the preview that one entry may take."""


class PasteChoice(NamedTuple):
    """What the user wants of a paste, and what they typed before they said so."""

    choice: Literal["each", "one", "none"]
    typed: str = ""
    pasted: tuple[str, ...] = ()
    """Other texts of several lines that were pasted meanwhile."""


class PasteQuestion(ModalScreen[PasteChoice]):
    """Show what the lines would be stored as, and ask; what is typed meanwhile goes to the capture line after all."""

    CSS_PATH = "modal.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (_SHORT, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "answer('one')", "One line", show=False),
        Binding("escape,ctrl+z", "answer('none')", "Not at all", show=False),
    ]

    def __init__(self, lines: Sequence[str], preview: Callable[[int], tuple[Entry, ...]]) -> None:
        """Ask about `lines`; `preview` gives what the first so many of them would be stored as."""
        super().__init__()
        self._lines = [line for line in lines if line.strip()]
        self._preview = preview
        self._pasted: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay the choices out under the first lines."""
        count = f"{len(self._lines):,}"
        choices = (
            ("Enter", f"{count} entries, one a line"),
            ("Tab", "one entry, in the line"),
            ("Esc", "nothing (or Ctrl+Z)"),
        )
        indent = _INDENT if self.app.size.width >= _WIDE else _INDENT_NARROW
        with Vertical(classes="dialog"):
            yield Static(f"You pasted {count} lines", classes="title", markup=False)
            yield Static(id="preview", markup=False)
            for key, meaning in choices:
                yield Static(Content.assemble((key.ljust(indent), "bold $text-primary"), meaning), classes="choice")
            yield CaptureLine(id="typed", placeholder="words typed now go to the line")

    def on_resize(self) -> None:
        """Show as much of the paste as there is room for."""
        width = self.query_one("#preview").content_region.width
        self.query_one("#preview", Static).update(self._shown(width or 40))

    def on_mount(self) -> None:
        """Show the first lines once the width is known."""
        self.call_after_refresh(self.on_resize)

    def _shown(self, width: int) -> Content:
        beside = _ROWS_BESIDE_SHORT if self.size.height < _SHORT else _ROWS_BESIDE
        room = max(3, min(_MOST_ROWS, self.size.height - beside))
        rows: list[Content] = []
        shown = 0
        for entry in self._preview(room):
            wrapped = _first_rows(lines_of(entry, width), width)
            if rows and len(rows) + len(wrapped) >= room:
                break
            rows += wrapped
            shown += 1
        if not shown:
            rows = [Content(showable(line[:width])).truncate(width, ellipsis=True) for line in self._lines[: room - 1]]
            shown = len(rows)
        if left := len(self._lines) - shown:
            rows.append(Content.styled(f"… and {left:,} more", MUTED))
        return Content("\n").join(rows)

    @on(CaptureLine.Pasted)
    def keep_paste(self, event: CaptureLine.Pasted) -> None:
        """Keep another paste of several lines, to be asked about next."""
        self._pasted.append(event.text)

    @on(CaptureLine.Submitted)
    def choose_each(self) -> None:
        """Make each line an entry."""
        self.action_answer("each")

    def action_answer(self, choice: Literal["each", "one", "none"]) -> None:
        """Answer, with what was typed meanwhile."""
        self.dismiss(PasteChoice(choice, self.query_one(CaptureLine).line, tuple(self._pasted)))


def _first_rows(rows: list[Content], width: int) -> list[Content]:
    """Return the first rows of an entry, with a sign where there are more."""
    if len(rows) <= _ROWS_OF_ONE:
        return rows
    last = rows[_ROWS_OF_ONE - 1].rstrip().truncate(width - 1)
    return [*rows[: _ROWS_OF_ONE - 1], Content.assemble(last, "…")]
