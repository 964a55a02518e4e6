"""What is said of the disk and of a book's server: nothing while all is well, and that one refuses while it does."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from tui.book.opened import OpenMeeting
from tui.book.refusing_disk import not_saved
from tui.book.writer import WriteResult

PATIENCE = 0.03
"""Seconds that an answer waits for the disk, so that most are given when the line is on it already."""

FAREWELL = 2.0
"""Seconds that leaving waits for a server."""

ELSEWHERE = "/save FOLDER"
"""What is typed to write the meeting to another folder."""


class Saving:
    """Listen to the writer, and know what is still to be said of it."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._last: WriteResult | None = None
        self._failed = False
        """Whether the last that was said was that the disk refuses."""
        self._versions_seen = 0
        self._unshared = False
        """Whether the last that was said of a book's server was that it does not have all."""
        self._asked = ""
        """Who was last said to ask for the pen."""

    def note(self, result: WriteResult) -> None:
        """Take note of a write; called in the writer's thread."""
        with self._news:
            self._last = result
            self._news.notify_all()

    @property
    def saved_at(self) -> str:
        """When the last good write ended: ` 10:42:07`; empty before the first."""
        return f" {self._last.at:%H:%M:%S}" if self._last is not None and not self._last.error else ""

    def wait(self, opened: OpenMeeting) -> None:
        """Wait a moment for the disk."""
        with self._news:
            self._news.wait_for(
                lambda: opened.saved_revision >= opened.revision or bool(opened.failure), timeout=PATIENCE
            )

    def wait_shared(self, opened: OpenMeeting) -> None:
        """Wait for a book's server, as long as whoever leaves may be kept waiting."""
        with self._news:
            self._news.wait_for(lambda: opened.sharing != "sharing", timeout=FAREWELL)

    def words(self, opened: OpenMeeting, *, again: bool = True) -> str:
        """Return what is to be said; what was said before of the disk only `again`. Empty for nothing."""
        return "; ".join(filter(None, (self._of_the_disk(opened, again=again), *self._of_the_server(opened))))

    def _of_the_disk(self, opened: OpenMeeting, *, again: bool) -> str:
        if opened.failure:
            told, self._failed = self._failed, True
            return "" if told and not again else not_saved(opened.failure, ELSEWHERE)
        if self._failed and opened.saved_revision >= opened.revision:
            self._failed = False
            return f"saved{self.saved_at}"
        if len(opened.kept) > self._versions_seen:
            self._versions_seen = len(opened.kept)
            return f"ANOTHER VERSION stood there and is kept beside it: {opened.kept[-1].name}"
        return ""

    def _of_the_server(self, opened: OpenMeeting) -> Iterator[str]:
        if bool(opened.not_shared) != self._unshared:
            self._unshared = bool(opened.not_shared)
            yield f"NOT SHARED: {opened.not_shared}" if self._unshared else "shared again"
        if opened.asked_by != self._asked:
            self._asked = opened.asked_by
            if self._asked:
                yield f"{self._asked} asks for the pen; /quit gives it"

    def standing(self, opened: OpenMeeting) -> str:
        """Say whether all is on the disk, and on the server of a book that has one."""
        if opened.failure:
            return not_saved(opened.failure, ELSEWHERE)
        saved = f"saved{self.saved_at}" if opened.saved_revision >= opened.revision else "saving"
        return ", ".join(filter(None, (saved, opened.sharing)))
