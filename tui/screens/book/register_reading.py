"""Reading the register for its screen, and changing it, while the screen stays alive."""

from __future__ import annotations

from functools import partial

from textual.message import Message

from tui.book.register.register import register
from tui.errors import MinutebookError
from tui.meeting.actions.register_filter import Wanted
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.actions.updating import ActionUpdate
from tui.screens.book.narrowed_screen import NarrowedScreen
from tui.use_cases.update_action import update_action

_PATIENCE = 10.0
"""Seconds for which keys wait for a large book to be read, or a meeting that somebody holds."""
_EVERY = 20
"""Files after which it is said how many have been read."""


class RegisterRead(Message, bubble=False):
    """The register has been read, or could not be; or an action was changed, or could not be."""

    def __init__(
        self, rows: tuple[RegisterRow, ...] | None, said: str, *, refused: bool, settled: bool = False
    ) -> None:
        super().__init__()
        self.rows = rows
        """None where they are as they were."""
        self.said = said
        self.refused = refused
        self.settled = settled
        """Whether those that are settled are among the rows."""


class Progressed(Message, bubble=False):
    """So many files of so many have been read."""

    def __init__(self, count: int, files: int) -> None:
        super().__init__()
        self.count = count
        self.files = files


class RegisterReader:
    """Read and change in a thread of its own: the book may be large, and a meeting held for a moment elsewhere.

    Keys wait until the screen has taken what was read, and releases them. What is settled, nearly all of a book of many
    years, is only read where it is asked for, or nothing is open.
    """

    def __init__(self, screen: NarrowedScreen) -> None:
        self._screen = screen

    def read(self, said: str = "", *, settled: bool) -> None:
        """Read the register, the public version or all; `said` is what is to be said then."""
        self._screen.program.hold_keys(_PATIENCE)
        work = partial(self._read_now, said, public=self._screen.public, settled=settled)
        self._screen.run_worker(lambda: self._screen.post_message(work()), thread=True, group="reading")

    def settle(self, uid: str, wish: ActionUpdate, *, settled: bool) -> None:
        """Change an action in place, and read the register again."""
        self._screen.program.hold_keys(_PATIENCE)
        work = partial(self._update_now, uid, wish, public=self._screen.public, settled=settled)
        self._screen.run_worker(lambda: self._screen.post_message(work()), thread=True, group="reading")

    def _update_now(self, uid: str, wish: ActionUpdate, *, public: bool, settled: bool) -> RegisterRead:
        try:
            updated = update_action(self._screen.book, uid, wish, self._screen.now())
        except MinutebookError as error:
            return RegisterRead(None, str(error), refused=True)
        said = f"{updated.message}; {updated.notice}" if updated.notice else updated.message
        return self._read_now(said, public=public, settled=settled)

    def _read_now(self, said: str, *, public: bool, settled: bool) -> RegisterRead:
        today = self._screen.now().date()
        try:
            ask = partial(register, self._screen.book, today=today, public=public, progress=self._tell_progress)
            found = ask(wanted=Wanted(only_open=not settled))
            if not (found.rows or settled):
                settled, found = True, ask()
        except MinutebookError as error:
            return RegisterRead(None, str(error), refused=True)
        problems = "; ".join((*found.errors, *found.copies))
        return RegisterRead(found.rows, said or problems, refused=not said and bool(found.errors), settled=settled)

    def _tell_progress(self, count: int, files: int) -> None:
        if count % _EVERY == 0:
            self._screen.post_message(Progressed(count, files))
