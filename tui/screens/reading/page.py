"""The page for an agenda: it is pasted, typed, or chosen as a file, and read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.folder import Book
from tui.errors import MinutebookError
from tui.keys.keymap import Need, Where
from tui.papers.draft import Draft
from tui.papers.reading.source import Paper
from tui.screens.command_screen import CommandScreen
from tui.screens.reading.reading import ReadingScreen
from tui.widgets.bindings import Handlers
from tui.widgets.footer import Foot
from tui.widgets.live.top_line import TopLine
from tui.widgets.reading.page_area import PageArea

_PATIENCE = 60.0
"""Seconds for which keys wait until a paper is read."""
_PASTED = "what was pasted"
_HINT = "Paste an agenda as it comes, type it, or drag its file in: from a mail, a web page, Word, a PDF."


class Page:
    """What stands on the page, kept while the program runs."""

    def __init__(self) -> None:
        self.text = ""
        self.read_from = ""
        """The text that was read last."""
        self.draft: Draft | None = None
        """What it was understood as, with all that was put right."""


class PageScreen(CommandScreen[Path | None]):
    """Take a paper and have it read; give the meeting that was made of it, None where none was."""

    CSS_PATH = "page.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("page",)
    AUTO_FOCUS = "PageArea"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    class PaperRead(Message, bubble=False):
        """A paper was read, or could not be."""

        def __init__(self, paper: Paper | None, draft: Draft | None, error: str) -> None:
            super().__init__()
            self.paper, self.draft, self.error = paper, draft, error

    def __init__(self, book: Book, now: Callable[[], datetime], page: Page) -> None:
        super().__init__()
        self.book, self.now = book, now
        self._page = page
        self._from_file = False
        """Whether what is being read is a file, and not the page."""

    def compose(self) -> ComposeResult:
        """Lay out the page and the keys."""
        yield TopLine(id="top")
        yield Static(Content(_HINT), id="hint", markup=False)
        yield PageArea(placeholder="", id="page")
        yield Foot("page", self.program.keymap, self.disabled_reason)

    @property
    def area(self) -> PageArea:
        """What is typed on."""
        return self.query_one(PageArea)

    def on_mount(self) -> None:
        """Show what stood on the page."""
        top = self.query_one(TopLine)
        top.title, top.section = "minutebook", "A new meeting"
        self._show_text()
        self.query_one(Foot).show_keys()

    def _show_text(self) -> None:
        if self.area.text != self._page.text:
            self.area.load_text(self._page.text)
            self.area.move_cursor(self.area.document.end)

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.query_one(Foot).say(words, refused=refused)

    # What is pasted or typed.

    @on(PageArea.Pasted)
    def take_paste(self, event: PageArea.Pasted) -> None:
        """Read a paste onto an empty page at once, or the file that it names; put any other in."""
        from tui.book.disk.text_file import dropped_file

        blank = self.area.is_blank
        if blank and (path := dropped_file(event.text)) is not None:
            self._read_file(path)
        elif blank and len([line for line in event.text.splitlines() if line.strip()]) > 1:
            self._page.text = event.text.replace("\r\n", "\n").replace("\r", "\n")
            self._read_text()
        else:
            self.area.insert_words(event.text)

    def read(self) -> None:
        """Read what stands on the page, or the file that it names."""
        from tui.book.disk.text_file import dropped_file

        self._page.text = self.area.text
        if self.area.is_blank:
            self.say("the page is empty: paste an agenda, type it, or choose a file", refused=True)
        elif (path := dropped_file(self.area.text)) is not None:
            self._read_file(path)
        else:
            self._read_text()

    def choose_file(self) -> None:
        """Offer the papers that lie in the usual folders, the latest first."""
        from tui.screens.dialogs.paper_picker import PaperPicker

        self._page.text = self.area.text
        self.app.push_screen(PaperPicker(), self._take_file)

    def _take_file(self, path: Path | None) -> None:
        if path is not None:
            self._read_file(path)

    # Reading, in a thread of its own: a long PDF takes its time.

    def _read_file(self, path: Path) -> None:
        from tui.config.state import remember_folder
        from tui.papers.reading.source import read_file

        remember_folder(path.absolute().parent)
        self._from_file = True
        self._begin(lambda: read_file(path), path.name)

    def _read_text(self) -> None:
        from tui.papers.reading.source import read_bytes

        text = self._page.text
        self._from_file = False
        self._begin(lambda: read_bytes(text.encode("utf-8", "replace"), _PASTED), "the page")

    def _begin(self, paper_of: Callable[[], Paper], name: str) -> None:
        self.program.hold_keys(_PATIENCE)
        self.say(f"reading {name} …")
        self._read(paper_of)

    @work(thread=True, exclusive=True, group="reading")
    def _read(self, paper_of: Callable[[], Paper]) -> None:
        from tui.papers.agenda import draft_of

        worker = get_current_worker()
        found: tuple[Paper | None, Draft | None, str] = (None, None, "")
        try:
            paper = paper_of()
            found = (paper, draft_of(paper.document, self.now().date()), "")
        except MinutebookError as error:
            found = (None, None, str(error))
        if not worker.is_cancelled:
            self.post_message(self.PaperRead(*found))

    @on(PaperRead)
    def show_draft(self, event: PaperRead) -> None:
        """Show what was understood, or why nothing was."""
        if event.paper is None or event.draft is None:
            self._show_text()
            self.say(event.error, refused=True)
        else:
            self.say("")
            page, draft = self._page, event.draft
            if not self._from_file and page.draft is not None and page.read_from == page.text:
                draft = page.draft
            page.read_from = page.text
            self.app.push_screen(ReadingScreen(self.book, event.paper, draft, self.now), self._come_back)
        self.program.release_keys()

    def _come_back(self, came: Path | Draft | None) -> None:
        """Go on with the page; or be done, once the meeting is made."""
        if isinstance(came, Path):
            self._page.text, self._page.draft = "", None
            self.dismiss(came)
            return
        self._page.draft = None if self._from_file else came
        self._show_text()

    def close(self) -> None:
        """Go back to the book; what stands on the page stays there."""
        self._page.text = self.area.text
        self.dismiss(None)

    def has(self, need: Need) -> bool:
        """Return True: nothing here needs anything."""
        del need
        return True

    def on_resize(self) -> None:
        """Show as many keys as there is room for now."""
        self.query_one(Foot).show_keys()

    HANDLERS: ClassVar[Handlers[PageScreen]] = {
        "page-read": read,
        "page-choose-file": choose_file,
        "page-close": close,
    }
