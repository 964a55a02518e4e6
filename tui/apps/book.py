"""The App of bare `minutebook`: the book, and the meetings opened from it one after another."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.screen import Screen

from tui.apps.base import now
from tui.apps.meeting import WritingApp
from tui.book.folder import Book
from tui.book.opened import OpenMeeting
from tui.config.settings import Settings
from tui.errors import MeetingHeld, MinutebookError, NewerMeeting
from tui.keys.keymap import Need, Where
from tui.screens.book.book import BookScreen
from tui.screens.follow import FollowScreen
from tui.screens.live.live import LiveScreen
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.bindings import Handlers, bindings_of

_PATIENCE = 2.0
"""Seconds for which keys wait until a meeting is shown at the entry that was asked for."""


class BookApp(WritingApp):
    """Show the book; open a meeting above it, and come back when it is closed."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [*WritingApp.CSS_PATH, "../screens/book/book.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = ("anywhere", "in-book")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("in-book")

    def __init__(self, book: Book, *, clock: Callable[[], datetime] = now, settings: Settings | None = None) -> None:
        super().__init__(clock=clock, settings=settings)
        self.book = book
        self._book_screen = BookScreen(book, clock)
        self._opened: OpenMeeting | None = None
        self.held = ExitStack()
        """Closes the meeting that is open; run the app within it."""

    @property
    def writing(self) -> OpenMeeting | None:
        """The meeting opened from the book; None while the book is shown."""
        return self._opened

    def get_default_screen(self) -> Screen[None]:
        """Return the book, so that it is the first thing mounted."""
        return self._book_screen

    def run_book(self) -> None:
        """Run until the user quits; then everything is on the disk, or an error says that it isn't."""
        self.run_within(self.held)

    def has(self, need: Need) -> bool:
        """Return whether a meeting is open, which is all that a command needs here."""
        del need
        return self._in_meeting

    @property
    def _in_meeting(self) -> bool:
        """Whether a meeting is on the screen, with nothing above it that asks for an answer."""
        return isinstance(self.screen, OpenedScreen | FollowScreen)

    # Opening.

    @on(BookScreen.MeetingAsked)
    async def open_asked(self, event: BookScreen.MeetingAsked) -> None:
        """Open a meeting at one of its desks; where another program writes it, follow it."""
        try:
            live = await self._open(event.path)
        except (MeetingHeld, NewerMeeting):
            await self._follow(event.path)
        except MinutebookError as error:
            self._book_screen.say(str(error), refused=True)
        else:
            if event.section or event.entry:
                self.hold_keys(_PATIENCE)
                live.call_after_refresh(self._show_there, live, event)
                return
            if event.desk != "live":
                live.carry_out(event.desk)
        # Whoever asked may have kept the keys that are meant for the meeting.
        self.release_keys()

    async def _open(self, path: Path) -> LiveScreen:
        """Show a meeting for writing. Raises BookError, MeetingHeld among them."""
        self._opened = self.held.enter_context(self.open(path))
        live = LiveScreen(self._opened, self._clock)
        await self.push_screen(live)
        return live

    def _show_there(self, live: LiveScreen, event: BookScreen.MeetingAsked) -> None:
        """Show what was asked for, once the log is laid out; the keys meant for it may come then."""
        if event.entry:
            live.select_entry(event.entry)
        else:
            live.look_at_section(event.section)
        self.release_keys()

    async def _follow(self, path: Path) -> None:
        from tui.book.following import Following

        try:
            await self.push_screen(FollowScreen(Following(path), self._clock))
        except MinutebookError as error:
            self._book_screen.say(str(error), refused=True)

    @on(FollowScreen.WritingAsked)
    async def open_for_writing(self) -> None:
        """Take the meeting over that was followed, where it can be had."""
        follow = self.screen
        if not isinstance(follow, FollowScreen):
            return
        try:
            # On top of the following screen, which looks no more.
            await self._open(follow.following.path)
        except MinutebookError as error:
            follow.say(str(error), refused=True)
        else:
            follow.following.close()

    @on(OpenedScreen.GivingAsked)
    async def give_pen(self) -> None:
        """Give the meeting's pen to whoever asked for it, and follow it from now on."""
        if self._opened is not None and self.all_saved():
            path = self._opened.path
            self._go_back()
            await self._follow(path)

    # Closing.

    def close_meeting(self) -> None:
        """Go back to the book, once all of the meeting is on the disk."""
        if self._in_meeting:
            # At once, not in a worker: the next key is the book's.
            if self.all_saved():
                self._go_back()
            else:
                self._ask_and_go_back()

    @work
    async def _ask_and_go_back(self) -> None:
        if await self.gives_up():
            self._go_back()

    def _go_back(self) -> None:
        opened, self._opened = self._opened, None
        error = ""
        try:
            self.held.close()
        except MinutebookError as problem:
            error = str(problem)
        while self.screen is not self._book_screen:
            self.pop_screen()
        self._book_screen.come_back(opened, error)

    HANDLERS: ClassVar[Handlers[Any]] = {**WritingApp.HANDLERS, "in-book-close-meeting": close_meeting}
