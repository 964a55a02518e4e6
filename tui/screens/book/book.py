"""The book on the screen: its meetings, and what can be done with the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.folder import Book
from tui.book.opened import OpenMeeting
from tui.book.register.summaries import Summary, summaries
from tui.errors import MinutebookError
from tui.keys.keymap import Need, Where
from tui.keys.needs import MEETINGS
from tui.meeting.text.sanitizing import showable
from tui.screens.book.listed import ListedMeeting, row_of, writer_of
from tui.screens.book.questions import BookQuestion, BringBack, MoveToDay, NextMeeting, PutIntoBin, Rename
from tui.screens.command_screen import CommandScreen
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.meeting_list import MeetingList
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.screens.book.book_search import Found
    from tui.screens.reading.page import Page

Desk = Literal["live", "review", "preview", "check"]
"""Where a meeting is opened at."""
_PATIENCE = 10.0
"""Seconds for which keys wait for the list of a large book."""


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

        def __init__(self, meetings: tuple[ListedMeeting, ...], said: str, *, refused: bool) -> None:
            super().__init__()
            self.meetings = meetings
            self.said = said
            self.refused = refused

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.now = now
        self._meetings: tuple[ListedMeeting, ...] = ()
        self._to_choose: Path | None = None
        """The file to choose once the folder has been read; None for the one that stands in the chosen place."""
        self._typed = ""
        """Words typed where there is no line for them; the search begins with them."""
        self._question: BookQuestion | None = None
        """What is asked about a meeting; None while nothing is."""
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
        meetings: tuple[ListedMeeting, ...] = ()
        try:
            if closed is not None:
                said, refused = self._finish(closed)
            meetings = tuple(ListedMeeting(one, writer_of(one.path)) for one in reversed(summaries(self.book)))
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
        self.list_view.show([row_of(one) for one in self._meetings], at)
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
        self._typed = ""
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

        words, self._typed = self._typed.strip(), ""
        self.app.push_screen(BookSearch(self.book, words), self._come_from_search)

    def take_letters(self, letters: str) -> None:
        """Keep words that were typed here, where each letter alone is a command, for the search."""
        self._typed += letters
        self.say(f"typed, and nothing done: “{self._typed.strip()}”; {self.key_of('book-search')} searches for it")

    def _come_from_search(self, found: Found | None) -> None:
        if found is not None:
            self._to_choose = found.path
            self.post_message(self.MeetingAsked(found.path, section=found.section, entry=found.entry))

    def show_register(self) -> None:
        """Show all the actions of the book."""
        from tui.screens.book.register import RegisterScreen

        self.app.push_screen(RegisterScreen(self.book, self.now), self._come_from_register)

    def show_registers(self) -> None:
        """Show the decisions, attendance, interests and questions of the book."""
        from tui.screens.book.other_registers import OtherRegistersScreen

        self.app.push_screen(OtherRegistersScreen(self.book, self.now), self._come_from_register)

    def _come_from_register(self, found: tuple[Path, int] | None) -> None:
        if found is None:
            self.read_again()
        else:
            self._to_choose = found[0]
            self.post_message(self.MeetingAsked(found[0], entry=found[1]))

    # Making a meeting.

    def ask_about_chosen(self, question: Callable[[Path], BookQuestion]) -> None:
        """Ask something about the chosen meeting, unless it cannot be read."""
        chosen = self.chosen
        if chosen is None or chosen.error:
            self.say(chosen.error if chosen else MEETINGS.words, refused=True)
        else:
            self._put(lambda: question(chosen.path))

    def _put(self, make: Callable[[], BookQuestion]) -> None:
        """Ask a question, what is proposed filled in, and say what that would make."""
        try:
            question = make()
        except MinutebookError as error:
            self.say(str(error), refused=True)
            return
        self._question = question
        self.foot.ask(question.asked)
        self.foot.prompt.fill_in(question.proposal, chosen=True)
        self._show_match(question.proposal)

    @on(Prompt.Typed)
    def show_what_it_makes(self, event: Prompt.Typed) -> None:
        """Say what the words would make, before Enter makes it."""
        self._show_match(event.words)

    def _show_match(self, words: str) -> None:
        if self._question is None:
            return
        try:
            self._show_about(self._question.shown(words, self.now()))
        except MinutebookError as error:
            self._show_about(str(error), wrong=bool(words.strip()))

    def _show_about(self, words: str, *, wrong: bool = False) -> None:
        about = self.query_one("#about", Static)
        about.set_class(wrong, "-wrong")
        about.update(Content(showable(words)))

    def _answer(self, question: BookQuestion, words: str) -> None:
        """Make what was asked for; what cannot be stays in the question, with the reason."""
        try:
            answered = question.answer(words, self.now())
        except MinutebookError as error:
            self._show_about(str(error), wrong=True)
            return
        self._leave_prompt()
        self._tell_made(answered.path, answered.said, answered.warnings)

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

    def import_minutes(self) -> None:
        """Read finished minutes, and store them once they were shown."""
        from tui.screens.book.importing import ImportScreen

        self.app.push_screen(ImportScreen(self.book, self.now), self._come_from_import)

    def _come_from_import(self, said: str | None) -> None:
        self._read(said or "")

    def _tell_made(self, path: Path | None, summary: str, warnings: tuple[str, ...]) -> None:
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
        if self._question is not None:
            self._answer(self._question, words)
        else:
            self._leave_prompt()

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more."""
        self._leave_prompt()
        self._show_chosen()

    def _leave_prompt(self) -> None:
        self._question = None
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
            if writer := writer_of(one.path):
                words = f"being written by {writer} · {words}"
        self._show_about(words)
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
        "book-next-meeting": lambda self: self.ask_about_chosen(lambda path: NextMeeting(self.book, path, self.now())),
        "book-rename": lambda self: self.ask_about_chosen(Rename),
        "book-move": lambda self: self.ask_about_chosen(MoveToDay),
        "book-delete": lambda self: self.ask_about_chosen(PutIntoBin),
        "book-bring-back": lambda self: self._put(lambda: BringBack(self.book)),
        "book-new-meeting": open_page,
        "book-import": import_minutes,
        "book-register": show_register,
        "book-registers": show_registers,
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
