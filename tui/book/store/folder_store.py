"""A book in a folder, as a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.book.disk.atomic_write import create_file, in_words, make_folder, private_mode, replace_file, sweep
from tui.book.folder import Book
from tui.book.store.house_files import house_files
from tui.book.store.store import KeptMeeting
from tui.errors import BadInput, BookError

if TYPE_CHECKING:
    from tui.book.following import Following
    from tui.book.opened import OnSaved, OpenMeeting

# What opens, follows and reads one meeting is imported where that is done: most commands only list the book.


class FolderStore:
    """A book in a folder."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.notices: list[str] = []

    @property
    def shown(self) -> str:
        """Where it is."""
        return str(self.book.folder)

    def meetings(self) -> list[KeptMeeting]:
        """List the meetings that can be read; copies of them are none."""
        return [KeptMeeting(one.meeting.id, one.path.name) for one in self.book.read() if one.meeting is not None]

    def read(self, name: str) -> bytes:
        """Return a meeting's file as it stands. Raises BookError."""
        from tui.book.disk.meeting_on_disk import whole_file

        return whole_file(self.book.folder / name)

    def open(self, name: str, *, on_saved: OnSaved | None = None, take_over: bool = False) -> OpenMeeting:
        """Open a meeting for writing. Raises MeetingHeld, BookError."""
        from tui.book.opened import open_meeting

        return open_meeting(self.book.folder / name, on_saved=on_saved, take_over=take_over)

    def watch(self, name: str, on_change: Callable[[], object]) -> Following:
        """Look at a meeting from now on. Raises BookError."""
        from tui.book.following import Following

        following = Following(self.book.folder / name, internal=True)
        following.watch(on_change)
        return following

    def put(self, name: str, content: bytes, instead_of: bytes | None = None) -> None:
        """Put a meeting's file there. Raises BadInput, MeetingHeld, BookError."""
        from tui.book.disk.lock import lock_meeting
        from tui.book.disk.meeting_on_disk import whole_file
        from tui.book.disk.tail import remove_tail

        path = self.book.make() / name
        with _in_words(path):
            if instead_of is None:
                try:
                    create_file(path, content, private_mode(path.parent))
                except FileExistsError:
                    raise BadInput(
                        "there is another meeting of that name", where=path, hint="rename it first"
                    ) from None
                return
            lock = lock_meeting(path.resolve())
            try:
                if whole_file(path) != instead_of:
                    raise BadInput("the meeting was changed meanwhile", where=path, hint="try again")
                replace_file(path.resolve(), content)
                remove_tail(path)
            finally:
                lock.release()

    def settings(self) -> Mapping[str, bytes]:
        """Return what a book has beside its meetings. Raises BookError."""
        found = {}
        for path, file in house_files(self.book.folder).items():
            with _in_words(file):
                found[path] = file.read_bytes()
        return found

    def set(self, path: str, content: bytes) -> None:
        """Put one of these there. Raises BookError."""
        file = self.book.make() / path
        with _in_words(file):
            make_folder(file.parent, 0o700)
            replace_file(file, content, mode=private_mode(self.book.folder))

    def settle(self) -> None:
        """Remove what a program that was killed left half written there; what was put there is on the disk."""
        sweep(*self.book.files(), *house_files(self.book.folder).values())

    def kept(self, name: str) -> bytes:
        """Return a meeting's file from the disk. Raises BookError."""
        from tui.book.meeting_file import read_bytes

        return read_bytes(self.book.folder / name)

    def close(self) -> None:
        """Do nothing: nothing is held."""


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"the book cannot be read or written: {in_words(error)}"
        raise BookError(message, where=path, hint="look at the folder") from None
