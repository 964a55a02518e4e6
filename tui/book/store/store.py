"""The protocol of a book, wherever it is kept.

Commands and screens list, read and search `book`, in whose folder every meeting stands as a file, and the register is
made over it. For a book in PostgreSQL that folder is the mirror, which the store keeps up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.following import Following
    from tui.book.opened import OnSaved, OpenMeeting


class KeptMeeting(NamedTuple):
    """A meeting of a book."""

    id: str
    name: str
    """Its file's."""


class Store(Protocol):
    """A book."""

    @property
    def book(self) -> Book:
        """The meetings as files: what is listed, read, searched, and what the register is made over."""

    @property
    def shown(self) -> str:
        """Where it is, as it may be shown."""

    @property
    def notices(self) -> list[str]:
        """What the user should hear of; whoever says it empties it."""

    def meetings(self) -> list[KeptMeeting]:
        """List the meetings that can be read."""

    def read(self, name: str) -> bytes:
        """Return a meeting's file as it stands, with what was entered last. Raises BookError."""

    def open(self, name: str, *, on_saved: OnSaved | None = None, take_over: bool = False) -> OpenMeeting:
        """Open a meeting for writing, to append changes to it. Raises MeetingHeld, BookError."""

    def watch(self, name: str, on_change: Callable[[], object]) -> Following:
        """Look at a meeting that another program writes, from now on. Raises BookError."""

    def put(self, name: str, content: bytes, instead_of: bytes | None = None) -> None:
        """Put a meeting's file there, if what stands there is what is expected: None for nothing.

        Raises BadInput where it is something else, MeetingHeld, BookError.
        """

    def settings(self) -> Mapping[str, bytes]:
        """Return what a book has beside its meetings: the house's choices, styles, papers, holds. Raises BookError."""

    def set(self, path: str, content: bytes) -> None:
        """Put one of these there. Raises BookError."""

    def settle(self) -> None:
        """See that all that was put there is where it is kept. Raises BookError."""

    def kept(self, name: str) -> bytes:
        """Return a meeting's file from where it is kept, past every copy that is nearer. Raises BookError."""

    def close(self) -> None:
        """Let it go; what is still to be sent is sent, or told in `notices`."""
