"""Opening a book in a folder or at an address."""

from __future__ import annotations

from pathlib import Path

from tui.book.folder import Book
from tui.book.office.address import address_of_mirror, is_address, whole_address
from tui.book.store.folder_store import FolderStore
from tui.book.store.store import Store


def open_store(chosen: str | Path | None = None) -> Store:
    """Open the book in a folder or at an address; None for the user's own. Raises BookError."""
    if chosen is not None and is_address(chosen):
        return _at_server(whole_address(chosen), None)
    book = Book.at(chosen)
    if address := address_of_mirror(book.folder):
        return _at_server(address, book.folder)
    return FolderStore(book)


def _at_server(address: str, folder: Path | None) -> Store:
    from tui.book.office.office_store import OfficeStore

    return OfficeStore(address, folder)
