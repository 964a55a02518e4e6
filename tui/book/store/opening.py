"""Opening a book in a folder or at an address."""

from __future__ import annotations

from pathlib import Path

from tui.book.folder import Book
from tui.book.office.address import is_address, whole_address
from tui.book.store.folder_store import FolderStore
from tui.book.store.store import Store


def open_store(chosen: str | Path | None = None) -> Store:
    """Open the book in a folder or at an address; None for the user's own. Raises BookError."""
    if chosen is None or not is_address(chosen):
        return FolderStore(Book.at(chosen))
    from tui.book.office.office_store import OfficeStore

    return OfficeStore(whole_address(chosen))
