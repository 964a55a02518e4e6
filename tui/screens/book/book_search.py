"""Searching in every meeting of the book: type words, and open the meeting that holds them there."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.folder import Book
from tui.book.search import FoundIn, search_book
from tui.errors import MinutebookError
from tui.meeting.search import Findings, SearchHit
from tui.meeting.text.sanitizing import showable
from tui.screens.command_screen import program_of
from tui.widgets.lists.finding_list import FindingList
from tui.widgets.lists.meeting_list import short_day
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.section_names import name_of_section

_MOST = 200
"""Findings that are listed; more are only counted."""
_ENOUGH = 200
"""Meetings after which no more are looked through for the count alone, which would take seconds in a large book."""
_PATIENCE = 10.0
"""Seconds for which keys wait for what a large book holds."""


class Found(NamedTuple):
    """Where the user wants to go."""

    path: Path
    section: int
    entry: int
    """0 where the section's heading was found."""


class BookSearch(ModalScreen[Found | None]):
    """Type words and press Enter to look for them; then Enter opens the meeting at the chosen finding."""

    CSS_PATH = "../dialogs/modal.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+f", "dismiss(None)", "Back", show=False),
        Binding("pageup", "choose(-10)", "Ten up", show=False),
        Binding("pagedown", "choose(10)", "Ten down", show=False),
    ]

    class Searched(Message, bubble=False):
        """The book has been searched, or could not be."""

        def __init__(self, words: str, found: tuple[FoundIn, ...], left: int, error: str) -> None:
            super().__init__()
            self.words = words
            self.found = found
            self.left = left
            self.error = error

    def __init__(self, book: Book, words: str = "") -> None:
        """Take words that were typed already; nothing is looked for before Enter."""
        super().__init__()
        self._begun_with = words
        self._book = book
        self._meetings: list[FoundIn] = []
        """For each finding that is listed, the meeting that has it."""
        self._findings: tuple[SearchHit, ...] = ()
        self._more = 0
        self._left = 0
        """How many earlier meetings were not looked through."""
        self._searched = ""
        """The words that the list is of; empty before any were looked for."""

    def compose(self) -> ComposeResult:
        """Lay out the line above what it finds; the dialog keeps its size whatever that is."""
        with Vertical(classes="dialog"):
            yield Static("Search in every meeting", classes="title", markup=False)
            yield CaptureLine(self._begun_with, id="wanted", placeholder="words, a name, then Enter")
            yield FindingList(id="findings")
            yield Static(id="place", markup=False)
            yield Static("Enter searches, then opens   Esc back", classes="hint", markup=False)
            yield Static("?? gaps · ? unanswered · ! no owner or due", id="signs", markup=False)

    @property
    def _list(self) -> FindingList:
        return self.query_one(FindingList)

    @on(CaptureLine.Pasted)
    def take_paste(self, event: CaptureLine.Pasted) -> None:
        """Look for the first line of a paste that has words."""
        self.query_one(CaptureLine).insert_words(next(line for line in event.lines if line.strip()))

    @on(CaptureLine.Submitted)
    def search_or_go(self) -> None:
        """Look for the words typed; where they have been looked for, open what was found."""
        words = self.query_one(CaptureLine).line.strip()
        if words and words == self._searched:
            if self._findings:
                finding, one = self._findings[self._list.chosen], self._meetings[self._list.chosen]
                self.dismiss(Found(one.path, finding.section.id, finding.entry.id if finding.entry else 0))
        elif words:
            program_of(self).hold_keys(_PATIENCE)
            self.query_one("#place", Static).update(Content("searching …"))
            self._search(words)

    @work(thread=True, exclusive=True, group="searching")
    def _search(self, words: str) -> None:
        worker, found, error, listed, left = get_current_worker(), list[FoundIn](), "", 0, 0
        try:
            errors: list[str] = []
            for one in search_book(self._book, words, errors):
                if worker.is_cancelled:
                    return
                found.append(one)
                listed += len(one.found)
                if listed >= _MOST and len(found) >= _ENOUGH:
                    left = one.left
                    break
            if errors:
                error = "1 file" if len(errors) == 1 else f"{len(errors)} files"
                error += " could not be read, and the search left that out"
        except MinutebookError as problem:
            error = str(problem)
        self.post_message(self.Searched(words, tuple(found), left, error))

    @on(Searched)
    def take_searched(self, event: Searched) -> None:
        """List what was found, the latest meeting first."""
        self._searched = event.words
        pairs = [(one, finding) for one in event.found for finding in one.found]
        self._more = len(pairs[_MOST:]) + sum(one.more for one in event.found)
        self._left = event.left
        self._meetings = [one for one, _ in pairs[:_MOST]]
        self._findings = tuple(finding for _, finding in pairs[:_MOST])
        words = event.found[0].words if event.found else ()
        days = [short_day(one.meeting.date) for one in self._meetings]
        self._list.show(Findings(found=self._findings, more=self._more, words=words), days)
        if event.error:
            self.notify(showable(event.error), severity="warning", timeout=20, markup=False)
        self._show_place()
        program_of(self).release_keys()

    def _show_place(self) -> None:
        """Say how many there are, and in which meeting and section the chosen one stands."""
        place = self.query_one("#place", Static)
        if not self._findings:
            place.update(Content("nothing holds these words" if self._searched else ""))
            return
        finding, one = self._findings[self._list.chosen], self._meetings[self._list.chosen]
        count = f"{self._list.chosen + 1} of {len(self._findings)}" + (
            f" and {self._more:,} more" if self._more else ""
        )
        if self._left:
            count += f", {self._left:,} earlier {'meeting' if self._left == 1 else 'meetings'} not looked through"
        where = f"{one.meeting.title} · {name_of_section(finding.section)}"
        place.update(Content(showable(f"{count} · {where}")))

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
        self._list.choose_by(by)
        self._show_place()
