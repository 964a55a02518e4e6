"""A meeting that is open, as it stands on the disk: its file, and the tail of what was entered since that was written.

A change goes to the tail, which takes one sync; whatever the tail can't tell, or could tell amiss, is written whole:
the first change of a sitting, approved notes (their chain has a link for each write), a file that another program has
put in the meeting's place, and a change that made again does not give the very state that is to be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.book.disk.storage import AtomicStorage, encode_tables
from tui.book.disk.tail import TailWriter, remove_tail, replayed
from tui.book.disk.tail_file import tail_path
from tui.book.meeting_file import read_bytes, read_stored, tables_of
from tui.meeting.history.journal import Journal

_LONGEST = 2_000
"""Changes in a tail, which whoever reads the meeting makes again, one by one."""


class MeetingOnDisk:
    """Keep the newest state of a meeting on the disk. Only the file's one writer may."""

    def __init__(
        self,
        path: Path,
        others: Mapping[str, Mapping[str, Any]] | None = None,
        *,
        seen: bytes | None = None,
        behind: Journal | None = None,
    ) -> None:
        """`seen` is the file as it was last read; `behind` the meeting's state where a tail tells some of it."""
        self._path = path
        self._others = others
        self._storage = AtomicStorage(path, seen)
        self._journal = behind
        self._tail: TailWriter | None = None
        self._whole = False
        """Whether the file was written here, and so can have a tail."""
        self.behind = behind is not None
        """Whether the file lacks what stands in its tail."""

    @property
    def kept(self) -> list[Path]:
        """The versions of others that were found in the file's place and are kept beside it."""
        return self._storage.kept

    def write(self, journal: Journal) -> None:
        """Bring a state to the disk, to stay. Raises OSError with the last one there."""
        if not self._extend(journal):
            self._write_whole(journal)
        self._journal = journal

    def fold(self) -> None:
        """Write the file whole if it is behind, and begin the next tail, so that a change finds it there.

        Raises OSError with everything there as it was.
        """
        if self.behind and self._journal is not None:
            self._write_whole(self._journal)
            with suppress(OSError):
                self._tail = TailWriter(self._path, self._journal)

    def finish(self) -> None:
        """Leave the file whole and without a tail. Raises OSError with everything there as it was."""
        if self.behind and self._journal is not None:
            self._write_whole(self._journal)
        elif self._tail:
            remove_tail(self._path)
            self._tail = None
        # A copy more or less is no reason to say that something was not saved.
        with suppress(OSError):
            self._storage.keep_written()

    def _write_whole(self, journal: Journal) -> None:
        self._tail = None
        self._storage.write(tables_of(journal, self._others))
        self._whole, self.behind = True, False
        # One that stays says nothing that the file does not, and is read as such.
        with suppress(OSError):
            remove_tail(self._path)

    def _extend(self, journal: Journal) -> bool:
        """Put what is new into the tail; False where the file has to be written whole."""
        before = self._journal
        if before is None or not self._whole or not self._can_have_tail(before, journal):
            return False
        changes = journal.history[len(before.history) :]
        if not changes or replayed(before.meeting, changes) != journal.meeting:
            return False
        try:
            if self._tail is None:
                self._tail = TailWriter(self._path, before, changes)
            elif self._tail.length + len(changes) > _LONGEST:
                return False
            else:
                self._tail.append(changes)
        except (OSError, ValueError):
            self._tail = None
            return False
        self.behind = True
        return True

    def _can_have_tail(self, before: Journal, journal: Journal) -> bool:
        """Say whether a state follows on the one before it, in a file that nobody else has touched."""
        last = len(before.history) - 1
        follows = last < 0 or (last < len(journal.history) and journal.history[last] is before.history[last])
        approved = before.meeting.approval is not None or journal.meeting.approval is not None
        return follows and not approved and not self._storage.has_chain and self._storage.is_as_left()


def fold_tail(path: Path) -> None:
    """Write a meeting's file whole where its tail tells more. Only the holder of its lock may.

    Raises OSError, BookError.
    """
    stored = read_stored(path)
    if stored.behind:
        MeetingOnDisk(path, stored.others, seen=stored.content, behind=stored.journal).finish()


def whole_file(path: Path) -> bytes:
    """Return a meeting's file as it is, or as it will be once its tail is folded into it. Raises BookError."""
    if not tail_path(path).exists():
        return read_bytes(path)
    stored = read_stored(path)
    return encode_tables(tables_of(stored.journal, stored.others)) if stored.behind else stored.content
