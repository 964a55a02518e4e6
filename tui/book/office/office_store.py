"""A book in PostgreSQL as a store: a folder like any other, which mirrors it, and the server behind that."""

from __future__ import annotations

from pathlib import Path

from tui.book.folder import Book
from tui.book.office.office import Office
from tui.book.store.folder_store import FolderStore
from tui.errors import BookError


class OfficeStore(FolderStore):
    """A book in PostgreSQL."""

    def __init__(self, address: str, folder: Path | None = None) -> None:
        """Open it, and bring its mirror up to date, which is in `folder` if that is said. Raises BookError."""
        self._office = Office.open(address, folder)
        super().__init__(Book(self._office.folder, self._office.take_look()))
        self.notices = self._office.notices

    @property
    def shown(self) -> str:
        """The address, without a password."""
        return self._office.shown

    def settle(self) -> None:
        """Send all that was put there. Raises BookError."""
        self._office.settle()

    def kept(self, name: str) -> bytes:
        """Return a meeting's file from the server. Raises BookError."""
        content = self._office.fetched(name)
        if content is None:
            raise BookError("the server does not have it", where=name, hint="try again")
        return content

    def close(self) -> None:
        """Send what is still to be sent, and let the connection go."""
        self._office.close()
