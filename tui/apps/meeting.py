"""The Apps on a meeting that is open for writing, and the one boundary where what the disk refuses is asked about."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.screen import Screen

from tui.apps.base import CommandApp, now
from tui.book.draft import TypedLine
from tui.book.meeting_file import Stored
from tui.book.opened import OpenMeeting, open_meeting
from tui.book.writer import WriteResult
from tui.config.settings import Settings
from tui.errors import HolderSilent, MinutebookError
from tui.screens.dialogs.save_elsewhere import Unsaved
from tui.screens.live.live import LiveScreen
from tui.screens.opened_screen import OpenedScreen, Written

_PATIENCE = 2.0
"""Seconds that quitting waits for the disk before it says what is wrong."""


class WritingApp(CommandApp):
    """An App that has at most one meeting open for writing at a time."""

    take_over = False
    """Whether a meeting is taken over whose writer has not been heard of for minutes."""

    def __init__(self, *, clock: Callable[[], datetime] = now, settings: Settings | None = None) -> None:
        self._failure = ""
        super().__init__(clock=clock, settings=settings)

    @property
    def writing(self) -> OpenMeeting | None:
        """The meeting that is open; None for none."""
        raise NotImplementedError

    def open(self, path: Path) -> OpenMeeting:
        """Open a meeting for writing. Raises BookError, MeetingHeld among them."""
        return open_meeting(path, on_saved=self._on_saved, take_over=self.take_over)

    def _on_saved(self, result: WriteResult) -> None:
        """Pass on what came of a write; called in the writer's thread."""
        self._failure = result.error
        if self.is_running:
            self.post_message(Written(result))

    @on(Written)
    def tell_screens(self, event: Written) -> None:
        """Pass on what came of a write to the screens that say it, and what has come from elsewhere."""
        self._take_news()
        for screen in self._opened_screens:
            screen.post_message(Written(event.result))

    def _take_news(self) -> None:
        """Take in what others have settled of the meeting, and show it."""
        opened = self.writing
        if opened is None:
            return
        before = opened.journal
        said = opened.take_news(self._clock())
        screens = self._opened_screens
        if opened.journal is not before:
            for screen in screens:
                screen.show_news()
        if said and screens:
            screens[0].say("; ".join(said))

    @property
    def _opened_screens(self) -> list[OpenedScreen]:
        """The screens on the open meeting, the one on top first."""
        return [screen for screen in reversed(self.screen_stack) if isinstance(screen, OpenedScreen)]

    @work
    async def leave(self) -> None:
        """Quit: nothing to save and nothing asked, unless the disk has refused what is typed."""
        if isinstance(self.screen, Unsaved):
            self.screen.dismiss("leave")
        elif self.all_saved() or await self.gives_up():
            self.exit()

    def all_saved(self) -> bool:
        """Return whether the disk has all of the open meeting, and wait a moment for it."""
        return self.writing is None or self.writing.flush(_PATIENCE)

    async def gives_up(self) -> bool:
        """Ask what is to become of what the disk refuses; tell whether the user gives it up. Await it in a worker."""
        choice = await self.push_screen_wait(Unsaved(self._failure or "the disk does not answer"))
        if choice == "elsewhere":
            for screen in self._opened_screens[:1]:
                screen.save_elsewhere()
        return choice == "leave"


class MinutebookApp(WritingApp):
    """The program on one meeting."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime] = now,
        settings: Settings | None = None,
        take_over: bool = False,
    ) -> None:
        super().__init__(clock=clock, settings=settings)
        self.take_over = take_over
        self.held = ExitStack()
        """Closes the meeting that is open for writing; run the app within it."""
        self._kept: TypedLine | None = None
        """The line that had been begun when the pen was given away: it stays with its author."""
        self._silent = False
        """Whether it was said that whoever has the pen has fallen silent, so that asking again takes it over."""
        self.opened: OpenMeeting = self.open(path)

    @property
    def writing(self) -> OpenMeeting:
        """The meeting."""
        return self.opened

    def get_default_screen(self) -> Screen[None]:
        """Return the live screen, so that it is the first thing mounted."""
        return LiveScreen(self.opened, self._clock)

    def run_live(self) -> None:
        """Run until the user quits; then everything is on the disk, or an error says that it isn't."""
        self.held.enter_context(self.opened)
        self.run_within(self.held)

    @on(OpenedScreen.GivingAsked)
    async def give_pen(self) -> None:
        """Give the pen to whoever asked for it, and follow the meeting from now on."""
        opened = self.opened
        if not isinstance(self.screen, OpenedScreen) or not opened.writable:
            return
        if not await to_thread(opened.flush, _PATIENCE):
            self.screen.say("the disk does not have all of it yet: the pen stays here", refused=True)
            return
        self._kept = opened.line if opened.line.line else None
        await to_thread(opened.close)
        self.opened = OpenMeeting(opened.path, Stored(journal=opened.journal))
        await self._follow_again(opened.path)

    async def _follow_again(self, path: Path) -> None:
        """Show the meeting as another writes it, on the screen that followed it before if there is one."""
        from tui.book.following import Following
        from tui.screens.follow import FollowScreen

        following = Following(path, internal=True)
        below = next((screen for screen in self.screen_stack if isinstance(screen, FollowScreen)), None)
        if below is None:
            await self.push_screen(FollowScreen(following, self._clock))
            return
        while self.screen is not below:
            await self.pop_screen()
        below.resume(following)

    async def on_follow_screen_writing_asked(self) -> None:
        """Take the meeting over, where it can be had, and go on as its live screen."""
        from tui.screens.follow import FollowScreen

        follow = self.screen
        if not isinstance(follow, FollowScreen):
            return
        self.take_over, self._silent = self._silent, False
        try:
            opened = WritingApp.open(self, follow.following.path)
        except HolderSilent as error:
            self._silent = True
            again = f"{follow.key_of('follow-write')} once more takes it over, if that program has ended"
            follow.say(f"{error.message}; {again}", refused=True)
            return
        except MinutebookError as error:
            follow.say(str(error), refused=True)
            return
        follow.following.close()
        if self._kept is not None and opened.draft is None:
            opened.draft = self._kept
            opened.keep_draft(self._kept.line, self._kept.kind)
        self.opened = self.held.enter_context(opened)
        # On top of the following screen, which now looks no more: Textual cannot take its first screen away.
        await self.push_screen(LiveScreen(opened, self._clock))
