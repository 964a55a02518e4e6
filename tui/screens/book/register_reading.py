"""Reading the register for its screen, and changing it, while the screen stays alive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import work
from textual.message import Message

from tui.book.folder import Book
from tui.book.register.register import register
from tui.errors import MinutebookError
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.actions.updating import ActionUpdate
from tui.screens.command_screen import CommandScreen
from tui.use_cases.update_action import update_action

_PATIENCE = 10.0
"""Seconds for which keys wait for a large book to be read, or a meeting that somebody holds."""
_EVERY = 20
"""Files after which it is said how many have been read."""


class RegisterReading(CommandScreen[tuple[Path, int] | None]):
    """Read and change in a thread of its own: the book may be large, and a meeting held for a moment elsewhere.

    Keys wait until the screen has taken what was read, and releases them.
    """

    class Read(Message, bubble=False):
        """The register has been read, or could not be; or an action was changed, or could not be."""

        def __init__(self, rows: tuple[RegisterRow, ...] | None, said: str, *, refused: bool) -> None:
            super().__init__()
            self.rows = rows
            """None where they are as they were."""
            self.said = said
            self.refused = refused

    class Progressed(Message, bubble=False):
        """So many files of so many have been read."""

        def __init__(self, count: int, files: int) -> None:
            super().__init__()
            self.count = count
            self.files = files

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.now = now

    def read(self, said: str = "", *, public: bool) -> None:
        """Read the register, the public version or all; `said` is what is to be said then."""
        self.program.hold_keys(_PATIENCE)
        self._read_apart(said, public=public)

    def settle(self, uid: str, wish: ActionUpdate, *, public: bool) -> None:
        """Change an action in place, and read the register again."""
        self.program.hold_keys(_PATIENCE)
        self._update_apart(uid, wish, public=public)

    @work(thread=True, group="reading")
    def _read_apart(self, said: str, *, public: bool) -> None:
        self.post_message(self._read_now(said, public=public))

    @work(thread=True, group="reading")
    def _update_apart(self, uid: str, wish: ActionUpdate, *, public: bool) -> None:
        try:
            updated = update_action(self.book, uid, wish, self.now())
        except MinutebookError as error:
            self.post_message(self.Read(None, str(error), refused=True))
            return
        said = f"{updated.message}; {updated.notice}" if updated.notice else updated.message
        self.post_message(self._read_now(said, public=public))

    def _read_now(self, said: str, *, public: bool) -> Read:
        try:
            found = register(self.book, today=self.now().date(), public=public, progress=self._tell_progress)
        except MinutebookError as error:
            return self.Read(None, str(error), refused=True)
        problems = "; ".join((*found.errors, *found.copies))
        return self.Read(found.rows, said or problems, refused=not said and bool(found.errors))

    def _tell_progress(self, count: int, files: int) -> None:
        if count % _EVERY == 0:
            self.post_message(self.Progressed(count, files))
