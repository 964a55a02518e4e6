"""The book on the screen: its meetings, and what can be done with the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.disk.lock import holder_of
from tui.book.folder import Book, Summary
from tui.book.opened import OpenMeeting
from tui.errors import MinutebookError
from tui.keys.keymap import Need, Where
from tui.keys.needs import MEETINGS
from tui.meeting.text.sanitizing import showable
from tui.screens.command_screen import CommandScreen
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.meeting_list import MeetingList, MeetingRow
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.screens.book.book_search import Found
    from tui.screens.reading.page import Page

Desk = Literal["live", "review", "preview", "check"]
"""Where a meeting is opened at."""
_PATIENCE = 10.0
"""Seconds for which keys wait for the list of a large book."""


class _Listed(NamedTuple):
    """A meeting of the list."""

    summary: Summary
    writer: str
    """Who has it open for writing; empty for nobody."""


class BookScreen(CommandScreen[None]):
    """List the meetings; Enter opens one. Coming back from it approves the minutes that it agreed."""

    CSS_PATH = "book.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("book",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("book")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    class MeetingAsked(Message):
        """The user wants to open a meeting."""

        def __init__(self, path: Path, desk: Desk = "live", *, section: int = 0, entry: int = 0) -> None:
            super().__init__()
            self.path = path
            self.desk = desk
            self.section = section
            """The section to show; 0 for the one that the meeting is in."""
            self.entry = entry
            """The entry to select; 0 for none."""

    class Read(Message, bubble=False):
        """The folder has been read, or could not be."""

        def __init__(self, meetings: tuple[_Listed, ...], said: str, *, refused: bool) -> None:
            super().__init__()
            self.meetings = meetings
            self.said = said
            self.refused = refused

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.now = now
        self._meetings: tuple[_Listed, ...] = ()
        self._to_choose: Path | None = None
        """The file to choose once the folder has been read; None for the one that stands in the chosen place."""
        self._after: Path | None = None
        """The meeting whose next one needs a date; None while none is asked for."""
        self._page: Page | None = None
        """The page for an agenda, as it was left; None before it is first asked for."""

    def compose(self) -> ComposeResult:
        """Lay out the list, what is said of the chosen one, and the keys."""
        yield TopLine(id="top")
        yield Static(id="counts", markup=False)
        yield MeetingList(id="meetings")
        yield Static(id="about", markup=False)
        yield Foot("book", self.program.keymap, self.disabled_reason)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    def on_mount(self) -> None:
        """Read the folder."""
        top = self.query_one(TopLine)
        top.title, top.section = "minutebook", str(self.book.folder)
        self.read_again()

    @property
    def list_view(self) -> MeetingList:
        """The list of the meetings."""
        return self.query_one(MeetingList)

    @property
    def chosen(self) -> Summary | None:
        """The chosen meeting; None in an empty book."""
        at = self.list_view.chosen
        return self._meetings[at].summary if at < len(self._meetings) else None

    # Reading the folder, in a thread of its own: a book may have a thousand meetings.

    def read_again(self) -> None:
        """Read the folder, and choose again what was chosen."""
        self._read()

    def come_back(self, closed: OpenMeeting | None, error: str) -> None:
        """Show the book again after a meeting was closed, and say what came of that; `error` is why it is not saved."""
        if error:
            self._read(error, refused=True)
        else:
            self._read(closed=closed)

    def _read(self, said: str = "", *, refused: bool = False, closed: OpenMeeting | None = None) -> None:
        if self._to_choose is None and (chosen := self.chosen) is not None:
            self._to_choose = chosen.path
        self.program.hold_keys(_PATIENCE)
        self.query_one("#counts", Static).update(Content("reading the meetings …"))
        self._read_book(said, refused=refused, closed=closed)

    @work(thread=True, exclusive=True, group="reading")
    def _read_book(self, said: str, *, refused: bool, closed: OpenMeeting | None) -> None:
        worker = get_current_worker()
        meetings: tuple[_Listed, ...] = ()
        try:
            if closed is not None:
                said, refused = self._finish(closed)
            meetings = tuple(_Listed(one, _writer_of(one.path)) for one in reversed(self.book.meetings()))
        except MinutebookError as problem:
            said, refused = str(problem), True
        if not worker.is_cancelled:
            self.post_message(self.Read(meetings, said, refused=refused))

    def _finish(self, closed: OpenMeeting) -> tuple[str, bool]:
        """Do what follows when a meeting has been closed; return what is to be said, and whether that is a problem."""
        from tui.use_cases.after_closing import after_closing

        done = after_closing(closed, self.now())
        here = closed.path.parent == self.book.folder.resolve()
        words = [one.words for one in done.approvals]
        if done.path != closed.path:
            self._to_choose = done.path
            words.insert(0, f"the meeting's file is now called {done.path.name}")
        said = words if here else [f"the meeting is written to {done.path}", *words]
        return done.problem or "; ".join(said), bool(done.problem)

    @on(Read)
    def take_read(self, event: Read) -> None:
        """Show the meetings."""
        self._meetings = event.meetings
        self.list_view.welcome = () if event.refused else _welcome(self.key_of("book-new-meeting"))
        paths = [one.summary.path for one in self._meetings]
        at = paths.index(self._to_choose) if self._to_choose in paths else self.list_view.chosen
        self._to_choose = None
        self.list_view.show([_row_of(one) for one in self._meetings], at)
        count = len(self._meetings)
        counts = f"{count:,} {'meeting' if count == 1 else 'meetings, the latest first'}" if count else ""
        self.query_one("#counts", Static).update(Content(counts))
        self.say(event.said, refused=event.refused)
        self._show_chosen()
        self.program.release_keys()

    # Choosing and opening.

    def choose(self, by: int) -> None:
        """Choose the meeting so many below, or above."""
        self.list_view.choose_by(by)
        self.say("")
        self._show_chosen()

    def open_at(self, desk: Desk) -> None:
        """Open the chosen meeting."""
        chosen = self.chosen
        if chosen is None:
            self.say(MEETINGS.words, refused=True)
        else:
            # One that cannot be read, too: opening it recovers what there is, or says why it can't.
            self._to_choose = chosen.path
            self.post_message(self.MeetingAsked(chosen.path, desk))

    def search(self) -> None:
        """Search in every meeting, and open what was found."""
        from tui.screens.book.book_search import BookSearch

        self.app.push_screen(BookSearch(self.book), self._come_from_search)

    def _come_from_search(self, found: Found | None) -> None:
        if found is not None:
            self._to_choose = found.path
            self.post_message(self.MeetingAsked(found.path, section=found.section, entry=found.entry))

    def show_register(self) -> None:
        """Show all the actions of the book."""
        from tui.screens.book.register import RegisterScreen

        self.app.push_screen(RegisterScreen(self.book, self.now), self._come_from_register)

    def _come_from_register(self, found: tuple[Path, int] | None) -> None:
        if found is None:
            self.read_again()
        else:
            self._to_choose = found[0]
            self.post_message(self.MeetingAsked(found[0], entry=found[1]))

    # Making a meeting.

    def make_next_meeting(self) -> None:
        """Make the meeting that comes after the chosen one; where nothing tells its day, ask for it."""
        chosen = self.chosen
        if chosen is None or chosen.error:
            self.say(chosen.error if chosen else MEETINGS.words, refused=True)
        else:
            self._make_next(chosen.path, "")

    def _make_next(self, path: Path, day: str) -> None:
        from tui.book.new_meeting import NoDay, next_meeting_after
        from tui.meeting.dates.written_dates import read_date

        written = read_date(day, near=self.now().date()) if day else None
        if day and written is None:
            self.foot.prompt.show_match(Content("this is no date: 24 September 2019"), wrong=True)
            return
        self._leave_prompt()
        try:
            made = next_meeting_after(self.book, path, day=written.date if written else None, at=self.now())
        except NoDay:
            self._after = path
            self.foot.ask("on", "the day it will be")
        except MinutebookError as error:
            self.say(str(error), refused=True)
        else:
            self._tell_made(made.path, made.summary, made.warnings)

    def open_page(self) -> None:
        """Show the page for an agenda, as it was left; from there a meeting is made and opened."""
        from tui.screens.reading.page import Page, PageScreen

        self._page = self._page or Page()
        self.app.push_screen(PageScreen(self.book, self.now, self._page), self._come_from_page)

    def _come_from_page(self, made: Path | None) -> None:
        if made is not None:
            self._to_choose = made
            # What is typed from here on is meant for the meeting.
            self.program.hold_keys(_PATIENCE)
            self.post_message(self.MeetingAsked(made))

    def _tell_made(self, path: Path, summary: str, warnings: tuple[str, ...]) -> None:
        self._to_choose = path
        for warning in warnings:
            self.notify(showable(warning), severity="warning", timeout=20, markup=False)
        self._read(summary)

    # The question at the foot.

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Make the meeting that was asked for."""
        words = event.words.strip()
        if not words:
            self._leave_prompt()
        elif self._after is not None:
            self._make_next(self._after, words)

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more."""
        self._leave_prompt()

    def _leave_prompt(self) -> None:
        self.foot.close()

    # Showing.

    def _show_chosen(self) -> None:
        """Say what the chosen meeting holds, and who writes it."""
        one = self.chosen
        words = ""
        if one is not None and one.error:
            words = one.error
        elif one is not None:
            parts = [(one.sections, "section", ""), (one.entries, "entry", "entries"), (one.actions, "action", "")]
            counts = ", ".join(f"{n} {word if n == 1 else several or word + 's'}" for n, word, several in parts)
            words = f"{one.path.name} · {counts}"
            if writer := _writer_of(one.path):
                words = f"being written by {writer} · {words}"
        self.query_one("#about", Static).update(Content(showable(words)))
        self.foot.show_keys()

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        if need is MEETINGS:
            return bool(self._meetings)
        return self.chosen is None or not self.chosen.error

    def on_resize(self) -> None:
        """Show as many keys as there is room for now."""
        self.foot.show_keys()

    HANDLERS: ClassVar[Handlers[BookScreen]] = {
        "book-open-live": lambda self: self.open_at("live"),
        "book-open-review": lambda self: self.open_at("review"),
        "book-open-preview": lambda self: self.open_at("preview"),
        "book-open-check": lambda self: self.open_at("check"),
        "book-next-meeting": make_next_meeting,
        "book-new-meeting": open_page,
        "book-register": show_register,
        "book-search": search,
        "book-read-again": read_again,
        **choosing("book", choose),
    }


def _welcome(key: str) -> tuple[str, ...]:
    """Tell whoever sees an empty book what to do."""
    return (
        "This book is empty.",
        "",
        f"Press {key}, and paste the agenda as it came: out of a mail, a web page or a Word file. Or choose its file.",
        "What was understood of it is shown, and put right with a key, before the meeting is made.",
        "",
        "To look around first, quit and run: minutebook demo",
    )


def _writer_of(path: Path) -> str:
    """Name whoever has a meeting open for writing: `ann on desk-3`; empty for nobody."""
    holder = holder_of(path)
    return holder.who if holder else ""


def _row_of(one: _Listed) -> MeetingRow:
    meeting = one.summary
    return MeetingRow(
        title=meeting.title or meeting.path.name,
        day=meeting.date,
        entries=meeting.entries,
        open_actions=meeting.open_actions,
        approved=meeting.approved,
        held=bool(one.writer),
        copied=bool(meeting.copy_of),
        error=meeting.error,
    )
