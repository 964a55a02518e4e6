"""A meeting that another program writes, looked at from outside: nothing is written, and no lock is taken."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from tui.book.disk.lock import Holder, holder_of, is_held
from tui.book.disk.pens import Keeper, keeper_of
from tui.book.disk.tail_file import FileStamp, file_stamp
from tui.book.inherited import brought_to, withheld_before
from tui.book.meeting_file import read_meeting, read_newer
from tui.errors import BookError, NewerMeeting
from tui.meeting.model import Meeting, Value
from tui.meeting.redaction.follower_view import for_chair
from tui.meeting.redaction.inherited import Identity, Withholding, inherit

PAUSE = 0.25
"""Seconds between two looks at the file's time and size."""

_LOOKS_A_LOCK = 2
"""Looks at the file for each look at the lock."""

_RETRY = 1.0
"""Seconds before a file that could not be read, and has not changed since, is read again."""

_log = logging.getLogger(__name__)

Trouble = Literal["", "gone", "unreadable"]


class Snapshot(Value, frozen=True, kw_only=True):
    """What was last seen of a meeting."""

    meeting: Meeting
    """As last read whole, and already without what those who follow may not see."""
    saved: datetime
    """When the file that was read had been written, in local time."""
    trouble: Trouble = ""
    """Why `meeting` may be older than the file: there is none now, or it can't be read; empty where it is not."""
    held: bool = False
    """Whether a program has the meeting open for writing."""
    holder: Holder | None = None
    """Which one, as far as it left a note."""
    newer: bool = False
    """Whether a newer minutebook wrote the file, so that this one can only show it."""


class Following:
    """Look at a meeting's file again and again; it is read only after it has changed."""

    def __init__(self, path: Path, *, internal: bool = False, pause: float = PAUSE) -> None:
        """Take the first look; `internal` shows restricted words too. Raises BookError where nothing can be read."""
        self._newer = False
        self.path = path.resolve()
        self._internal = internal
        self._pause = pause
        self._stamp: FileStamp | None = None
        self._again = 0.0
        self._brought: frozenset[str] = frozenset()
        self._withheld: dict[Identity, Withholding] = {}
        """What earlier meetings withhold of the actions brought to this one, as it was when these were first seen."""
        self._looks = 0
        self._ended = threading.Event()
        if (keeper := keeper_of(self.path)) is not None:
            keeper.watch()
        stamp = file_stamp(self.path)
        meeting = self._read()
        self._stamp = stamp
        self.snapshot = self._with_holder(Snapshot(meeting=meeting, saved=_written(stamp), newer=self._newer))

    def look(self) -> bool:
        """Look once; True where something is to be shown that was not before."""
        before = self.snapshot
        snapshot = self._with_file(before)
        self._looks += 1
        if self._looks % _LOOKS_A_LOCK == 0:
            snapshot = self._with_holder(snapshot)
        self.snapshot = snapshot
        return snapshot is not before

    def watch(self, on_change: Callable[[], object]) -> None:
        """Look from now on in a thread of its own, in which `on_change` is called whenever something has changed."""
        threading.Thread(target=self._watch, args=(on_change,), name="minutebook following", daemon=True).start()

    @property
    def can_ask(self) -> bool:
        """Whether whoever writes can be asked for the meeting: where its book is kept on a server."""
        return keeper_of(self.path) is not None

    def ask(self) -> None:
        """Ask whoever writes for the meeting, in a thread of its own: a server may take its time."""
        if (keeper := keeper_of(self.path)) is not None:
            threading.Thread(target=self._ask, args=(keeper,), name="minutebook asking", daemon=True).start()

    def _ask(self, keeper: Keeper) -> None:
        try:
            keeper.ask(self.path)
        except BookError:
            _log.warning("the pen could not be asked for", exc_info=True)

    def close(self) -> None:
        """Look no more."""
        self._ended.set()

    def _watch(self, on_change: Callable[[], object]) -> None:
        while not self._ended.wait(self._pause):
            try:
                if self.look():
                    on_change()
            except Exception:
                # Whatever goes wrong with one look, the next may be better; the last good state stays in sight.
                _log.debug("a look at the meeting failed", exc_info=True)

    def _with_file(self, snapshot: Snapshot) -> Snapshot:
        stamp = file_stamp(self.path)
        if stamp is None:
            self._stamp = None
            return _troubled(snapshot, "gone")
        if stamp == self._stamp and (not snapshot.trouble or time.monotonic() < self._again):
            return snapshot
        self._stamp = stamp
        try:
            meeting = self._read()
        except (BookError, OSError, ValueError):
            self._again = time.monotonic() + _RETRY
            return _troubled(snapshot, "unreadable")
        return replace(snapshot, meeting=meeting, saved=_written(stamp), trouble="", newer=self._newer)

    def _with_holder(self, snapshot: Snapshot) -> Snapshot:
        held = is_held(self.path)
        holder = holder_of(self.path) if held else None
        if (held, holder) == (snapshot.held, snapshot.holder):
            return snapshot
        return replace(snapshot, held=held, holder=holder)

    def _read(self) -> Meeting:
        try:
            meeting, self._newer = read_meeting(self.path), False
        except NewerMeeting:
            meeting, self._newer = read_newer(self.path), True
        if self._internal:
            return meeting
        brought = brought_to(meeting)
        if brought != self._brought:
            # Who follows writes nothing, not even the index.
            self._brought, self._withheld = brought, withheld_before(self.path, meeting, keep=False)
        return for_chair(inherit(meeting, self._withheld))


def _troubled(snapshot: Snapshot, trouble: Trouble) -> Snapshot:
    if snapshot.trouble == trouble:
        return snapshot
    return replace(snapshot, trouble=trouble)


def _written(stamp: FileStamp | None) -> datetime:
    if stamp is None:
        return datetime.now().astimezone()
    last = max(one[0] for one in stamp if one)
    return datetime.fromtimestamp(last / 1e9).astimezone()
