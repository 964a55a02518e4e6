"""The folder that mirrors a book of a server on this machine, and what is known of each file in it.

It is the book as every command and screen knows one, and the spool: what is typed is on the disk here before it is
sent. What is known of the server's state stands in a small database beside the files; without it all is compared anew.
"""

from __future__ import annotations

import os
import re
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.book.disk.atomic_write import in_words, make_folder, replace_file
from tui.book.disk.folder_look import FolderLook, changed_at, look_at
from tui.book.disk.tail_file import FileStamp, file_stamp
from tui.book.office.address import OWN, without_password
from tui.book.office.rows import digest_of
from tui.book.store.house_files import house_files
from tui.errors import BookError
from tui.home import own_folder

_SCHEMA = """
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, words TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS meeting (id TEXT PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL,
  digest TEXT NOT NULL, sent TEXT NOT NULL, stamp TEXT NOT NULL, removed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, digest TEXT NOT NULL, stamp TEXT NOT NULL);
"""


class KnownMeeting(NamedTuple):
    """What is known of a meeting: how it stood on the server when the two were last the same."""

    id: str
    name: str
    version: int
    digest: str
    sent: str = ""
    """The digest of what was being sent when nothing was heard any more."""
    stamp: str = ""
    """The file's, when it was last seen to have that digest."""
    removed: bool = False

    def is_of(self, version: int, digest: str) -> bool:
        """Return whether a state on the server is the one that is known: one that was put back may count as another."""
        return (self.version, self.digest) == (version, digest)


class KnownFile(NamedTuple):
    """What is known of a file of the house."""

    path: str
    digest: str
    stamp: str


class Mirror:
    """A folder that mirrors a book."""

    def __init__(self, folder: Path) -> None:
        """Make the folder where there is none, for its owner alone. Raises BookError."""
        self.folder = folder
        try:
            make_folder(folder, 0o700)
            make_folder(folder / OWN, 0o700)
            self._database = _opened(folder / OWN / "known.sqlite")
        except (OSError, sqlite3.Error) as error:
            why = in_words(error) if isinstance(error, OSError) else str(error)
            hint = "make room, or name another folder with MINUTEBOOK_STATE"
            raise BookError(f"the book has no place on this machine: {why}", where=folder, hint=hint) from None
        self._lock = threading.RLock()
        if not self.fact("holder"):
            self.set_fact("holder", str(uuid.uuid4()))

    def close(self) -> None:
        """Let the folder go."""
        with self._lock:
            self._database.close()

    @property
    def holder(self) -> str:
        """What this machine calls itself where it holds a pen."""
        return self.fact("holder")

    def fact(self, name: str) -> str:
        """Return what was noted under a name; empty for nothing."""
        with self._asked() as database:
            row = database.execute("SELECT words FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set_fact(self, name: str, words: str) -> None:
        """Note something for good."""
        if self.fact(name) == words:
            return
        with self._asked() as database:
            database.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, words))

    def note_address(self, shown: str) -> None:
        """Note whose mirror this is, so that a program that is given the folder finds the server."""
        file = self.folder / OWN / "address"
        if not file.exists():
            try:
                replace_file(file, f"{shown}\n".encode(), mode=0o600)
            except OSError as error:
                message = f"the book has no place on this machine: {in_words(error)}"
                raise BookError(message, where=file, hint="make room") from None

    def meetings(self) -> dict[str, KnownMeeting]:
        """Return what is known of the meetings, by their ids."""
        with self._asked() as database:
            rows = database.execute("SELECT id, name, version, digest, sent, stamp, removed FROM meeting").fetchall()
        # `_make`, since a book of thousands is looked through for each command.
        return {row[0]: KnownMeeting._make(row) for row in rows}

    def meeting(self, meeting: str) -> KnownMeeting | None:
        """Return what is known of one."""
        with self._asked() as database:
            row = database.execute(
                "SELECT id, name, version, digest, sent, stamp, removed FROM meeting WHERE id = ?", (meeting,)
            ).fetchone()
        return KnownMeeting._make(row) if row else None

    def note(self, known: KnownMeeting) -> None:
        """Note what is known of a meeting now."""
        with self._asked() as database:
            database.execute("INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?)", known)

    def files(self) -> dict[str, KnownFile]:
        """Return what is known of the files of the house, by their paths."""
        with self._asked() as database:
            return {row[0]: KnownFile(*row) for row in database.execute("SELECT path, digest, stamp FROM file")}

    def note_file(self, known: KnownFile) -> None:
        """Note what is known of a file of the house now."""
        with self._asked() as database:
            database.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", known)

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._database
            except sqlite3.Error as error:
                message = f"what is known of the book cannot be kept: {error}"
                raise BookError(message, where=self.folder / OWN, hint="make room on this machine") from None

    # The files.

    def state_of(self, name: str) -> tuple[str, str, bytes]:
        """Return a meeting's stamp, its digest and its bytes, with what its tail tells; all empty where there is none.

        Raises BookError where it cannot be read.
        """
        from tui.book.disk.meeting_on_disk import whole_file

        path = self.folder / name
        stamp = stamp_of(path)
        if not stamp:
            return "", "", b""
        content = whole_file(path)
        return stamp, digest_of(name, content), content

    def look(self) -> FolderLook:
        """Look at all meetings' files. Raises BookError."""
        try:
            return look_at(self.folder)
        except OSError as error:
            raise self._unread(error) from None

    def changed_at(self) -> int | None:
        """Return when a file last came, went or was replaced, as a look has it. Raises BookError."""
        try:
            return changed_at(self.folder)
        except OSError as error:
            raise self._unread(error) from None

    def _unread(self, error: OSError) -> BookError:
        return BookError(f"the book cannot be read: {in_words(error)}", where=self.folder)

    def is_as_known(self, known: KnownMeeting, stamp: str) -> bool:
        """Return whether a meeting's file, of this stamp, is there and what the server had."""
        if not stamp or stamp == known.stamp:
            return bool(stamp)
        stamp, digest, _ = self.state_of(known.name)
        if digest == known.digest:
            # Written anew with the same bytes.
            self.note(known._replace(stamp=stamp))
        return digest == known.digest

    def house_files(self) -> dict[str, Path]:
        """Return the files that every machine has beside the meetings, by their paths in the book."""
        return house_files(self.folder)


def _opened(file: Path) -> sqlite3.Connection:
    """Open what is known; what a power cut has damaged is forgotten, and all is compared anew."""
    for again in (False, True):
        database = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
        try:
            # Nothing here is worth a wait for the disk: the meetings themselves are synced.
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(_SCHEMA)
            if database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
                return database
            problem = sqlite3.DatabaseError("it is damaged")
        except sqlite3.DatabaseError as error:
            problem = error
        database.close()
        if again or isinstance(problem, sqlite3.OperationalError):
            raise problem
        file.unlink()
    raise AssertionError("it is opened, or an error is raised")


def mirror_folder(address: str, user: str) -> Path:
    """Say where on this machine a book is mirrored: one place for each server, database and login."""
    from psycopg import conninfo

    given = conninfo.conninfo_to_dict(address)
    names = ("host", "hostaddr", "port", "dbname", "user", "service", "options")
    which = "\n".join(f"{name}={given.get(name) or os.environ.get(_VARIABLES[name], '')}" for name in names)
    words = re.sub(r"[^\w.-]+", "-", without_password(address).partition("://")[2].partition("?")[0]).strip("-")
    mark = sha256(f"{which}\n{user}".encode()).hexdigest()[:12]
    return _state_folder() / "office" / f"{words[:60] or 'book'}-{mark}"


_VARIABLES = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "dbname": "PGDATABASE",
    "user": "PGUSER",
    "service": "PGSERVICE",
    "options": "PGOPTIONS",
}
"""What libpq reads where the address says nothing."""


def _state_folder() -> Path:
    if named := os.environ.get("MINUTEBOOK_STATE"):
        return Path(named)
    if folder := own_folder("state"):
        return folder
    raise BookError("you have no home folder for what is kept of the book here", hint="name one with MINUTEBOOK_STATE")


def stamp_of(path: Path) -> str:
    """Return the state of a file, and of a meeting's tail; empty where there is none."""
    return stamp_words(file_stamp(path))


def stamp_words(stamp: FileStamp | None) -> str:
    """Write a state as it is kept; empty where there is none."""
    return f"{stamp}" if stamp else ""
