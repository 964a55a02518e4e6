"""What is said of the disk: nothing while all is well, and that it refuses for as long as it does."""

from __future__ import annotations

import threading

from tui.book.opened import OpenMeeting
from tui.book.refusing_disk import not_saved
from tui.book.writer import WriteResult

PATIENCE = 0.03
"""Seconds that an answer waits for the disk, so that most are given when the line is on it already."""

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

    def words(self, opened: OpenMeeting, *, again: bool = True) -> str:
        """Return what is to be said; what was said before only `again`. Empty for nothing."""
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

    def standing(self, opened: OpenMeeting) -> str:
        """Say whether all is on the disk."""
        if opened.failure:
            return not_saved(opened.failure, ELSEWHERE)
        return f"saved{self.saved_at}" if opened.saved_revision >= opened.revision else "saving"
