"""Searching in the meeting: type words, and go to what holds them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.meeting.model import Meeting
from tui.meeting.search import Findings, Index, SearchHit
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.finding_list import FindingList
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.section_names import name_of_section


class Search(ModalScreen[SearchHit | None]):
    """Type words; Enter goes to the finding at the top, or the one chosen with Up and Down."""

    CSS_PATH = "modal.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+f", "dismiss(None)", "Back", show=False),
        Binding("pageup", "choose(-10)", "Ten up", show=False),
        Binding("pagedown", "choose(10)", "Ten down", show=False),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._index = Index(meeting)
        self._findings = Findings()

    def compose(self) -> ComposeResult:
        """Lay out the line above what it finds; the dialog keeps its size whatever that is."""
        with Vertical(classes="dialog"):
            yield Static("Search in this meeting", classes="title", markup=False)
            yield CaptureLine(id="wanted", placeholder="words, a name, A2")
            yield FindingList(id="findings")
            yield Static(id="place", markup=False)
            yield Static("Enter goes there   Esc back", classes="hint", markup=False)
            yield Static("?? gaps · ? unanswered · ! no owner or due", id="signs", markup=False)

    def on_mount(self) -> None:
        """List what was captured last."""
        self._find("")

    @on(CaptureLine.Changed)
    def narrow(self) -> None:
        """List what holds the words typed."""
        self._find(self.query_one(CaptureLine).line)

    @on(CaptureLine.Pasted)
    def take_paste(self, event: CaptureLine.Pasted) -> None:
        """Look for the first line of a paste that has words."""
        self.query_one(CaptureLine).insert_words(next(line for line in event.lines if line.strip()))

    def _find(self, typed: str) -> None:
        self._findings = self._index.search(typed)
        self.query_one(FindingList).show(self._findings)
        self._show_place()

    def _show_place(self) -> None:
        """Say how many there are, and in which section the chosen one stands."""
        found, finding = self._findings.found, self.query_one(FindingList).finding
        place = self.query_one("#place", Static)
        if finding is None:
            place.update(Content("nothing holds these words"))
            return
        count = f"{self.query_one(FindingList).chosen + 1} of {len(found)}"
        if self._findings.more:
            count += f" and {self._findings.more:,} more"
        place.update(Content(f"{count} · {showable(name_of_section(finding.section))}"))

    @on(CaptureLine.LeftUpward)
    def choose_above(self) -> None:
        """Choose the finding above."""
        self.action_choose(-1)

    @on(CaptureLine.LeftDownward)
    def choose_below(self) -> None:
        """Choose the finding below."""
        self.action_choose(1)

    def action_choose(self, by: int) -> None:
        """Choose the finding so many rows below, or above."""
        self.query_one(FindingList).choose_by(by)
        self._show_place()

    @on(CaptureLine.Submitted)
    def go_there(self) -> None:
        """Go to the chosen finding."""
        if (finding := self.query_one(FindingList).finding) is not None:
            self.dismiss(finding)
