"""The thread that puts an open meeting and its draft on the disk, so that typing never waits for it.

What piles up while it writes is written once, the newest state only; the meeting's file is written whole once nothing
has changed for a moment, and until then its tail has what is new. The order of the two files is chosen so
that a kill between them neither loses a line nor brings it back twice:

- A line that stays in the capture line while the meeting changes (stepping to the next section) is written
  first, with the number the history will have; it is valid before the meeting's write and after it.
- A line that the change has stored leaves its draft behind until the meeting is on the disk; from then on the
  draft is older than the history and no longer valid.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from tui.book.disk.atomic_write import in_words
from tui.book.disk.meeting_on_disk import MeetingOnDisk
from tui.book.draft import TypedLine, write_draft
from tui.meeting.history.journal import Journal

PAUSES = (0.5, 1.0, 2.0, 5.0)
"""Seconds before a failed write is tried again, growing to the last."""

DRAFT_PAUSE = 0.15
"""Seconds between two writes of the draft while somebody types, so that it does not keep the disk busy."""

FOLD_PAUSE = 1.0
"""Seconds without a change after which the meeting's file is written whole, for programs that read it alone."""

_FAREWELL = 10.0
"""Seconds that closing waits for the disk."""

_log = logging.getLogger(__name__)

Task = Literal["meeting", "draft", "fold", "end", ""]


class WriteResult(Struct, frozen=True, kw_only=True):
    """What came of one write."""

    revision: int
    """The length of the history that is on the disk now: this write's, or after a failure the last good one's."""
    at: datetime
    path: Path
    error: str = ""
    """Why it failed, in plain words; empty where it did not."""
    kept: tuple[Path, ...] = ()
    """What other programs had put in the meeting's place since it was opened, kept beside it."""
    of_disk: bool = True
    """Whether the disk did something; else it is only how it stands with the server that is another now."""


class Writer:
    """Write the newest state handed over, in a thread of its own, and keep trying when that fails.

    `on_result` is called in the writer's thread after each write of the meeting, after each failure, and
    when the draft could be written again; it must not wait for whoever calls `flush` or `close`.
    """

    def __init__(
        self,
        path: Path,
        journal: Journal,
        *,
        draft: TypedLine | None = None,
        others: Mapping[str, Mapping[str, Any]] | None = None,
        content: bytes | None = None,
        on_result: Callable[[WriteResult], None] | None = None,
        pauses: Sequence[float] = PAUSES,
        draft_pause: float = DRAFT_PAUSE,
        fold_pause: float = FOLD_PAUSE,
        behind: bool = False,
    ) -> None:
        """Start the thread; `journal` and `draft` are what the files hold now, `content` its bytes.

        `behind` says that the meeting's own file lacks what its tail tells.
        """
        self._path = path
        self._others = others
        self._on_result = on_result
        self._pauses = pauses
        self._draft_pause = draft_pause
        self._fold_pause = fold_pause
        self._state = threading.Condition()
        self._journal = journal
        self._saved = len(journal.history)
        self._draft = draft or TypedLine(meeting=journal.meeting.id, after=self._saved)
        self._draft_on_disk: TypedLine | None = self._draft
        self._meeting_due = self._draft_due = self._line_stored = False
        self._meeting_from = self._draft_from = self._fold_from = 0.0
        self._failures = 0
        self._failure = ""
        self._place = 0
        self._disk = MeetingOnDisk(path, others, seen=content, behind=journal if behind else None)
        self._busy = self._closing = False
        self._thread = threading.Thread(target=self._run, name="minutebook writer", daemon=True)
        self._thread.start()

    @property
    def saved(self) -> int:
        """The length of the history that is on the disk."""
        return self._saved

    @property
    def failure(self) -> str:
        """Why the last write failed, in plain words; empty where it did not."""
        return self._failure

    @property
    def kept(self) -> tuple[Path, ...]:
        """What other programs had put in the meeting's place since it was opened, kept beside it."""
        return tuple(self._disk.kept)

    def submit(self, journal: Journal, draft: TypedLine) -> None:
        """Hand over the meeting's new state and, in one step, what its change has left in the capture line."""
        with self._state:
            self._not_closed()
            self._journal = journal
            self._meeting_due = True
            self._line_stored = self._line_stored or draft.line != self._draft.line
            self._take_draft(draft)

    def submit_draft(self, draft: TypedLine) -> None:
        """Hand over the line as it is being typed; an empty one removes the draft."""
        with self._state:
            self._not_closed()
            self._take_draft(draft)

    def redirect(self, path: Path) -> None:
        """Write to another place from now on, beginning with all there is; the old place is left alone."""
        with self._state:
            self._not_closed()
            self._path = path
            self._place += 1
            self._disk = MeetingOnDisk(path, self._others)
            self._meeting_due = True
            self._draft_on_disk = TypedLine(meeting=self._draft.meeting, after=0)
            self._draft_due = bool(self._draft.line)
            self._failures = 0
            self._hurry()

    def flush(self, timeout: float = _FAREWELL) -> bool:
        """Wait until all that was handed over is on the disk; False where that takes longer."""
        with self._state:
            self._hurry()
            return self._state.wait_for(self._idle, timeout)

    def close(self, timeout: float = _FAREWELL) -> bool:
        """Flush and end the thread; False where something is still not on the disk."""
        give_up = time.monotonic() + timeout
        done = self.flush(timeout)
        with self._state:
            self._closing = True
            self._state.notify_all()
        self._thread.join(max(give_up - time.monotonic(), 0.1))
        return done

    def _not_closed(self) -> None:
        if self._closing:
            raise RuntimeError("the meeting is closed")

    def _take_draft(self, draft: TypedLine) -> None:
        self._draft = draft
        on_disk = self._draft_on_disk
        self._draft_due = on_disk is None or (draft != on_disk and bool(draft.line or on_disk.line))
        self._state.notify_all()

    def _hurry(self) -> None:
        self._meeting_from = self._draft_from = 0.0
        self._state.notify_all()

    def _idle(self) -> bool:
        return not (self._busy or self._meeting_due or self._draft_due)

    def _run(self) -> None:
        while True:
            with self._state:
                while not (task := self._task()):
                    self._state.wait(self._patience())
                if task == "end":
                    break
                self._busy = True
                write = self._begin(task)
            result = write()
            if result and self._on_result:
                try:
                    self._on_result(result)
                except Exception:
                    # Whoever listens may be gone; the words still have to reach the disk.
                    _log.debug("a listener failed", exc_info=True)
        if not self._meeting_due:
            # Where the disk takes no more, the tail stays, and has all of it.
            with suppress(OSError):
                self._disk.finish()

    def _begin(self, task: Task) -> Callable[[], WriteResult | None]:
        if task == "fold":
            return self._begin_fold()
        return self._begin_meeting() if task == "meeting" else self._begin_draft()

    def _task(self) -> Task:
        """Choose what to write now; empty where there is nothing, or not yet."""
        if self._closing:
            return "end"
        now = time.monotonic()
        meeting_now = self._meeting_due and now >= self._meeting_from
        draft_now = self._draft_due and now >= self._draft_from
        if self._draft_due and meeting_now and not self._line_stored and not self._failures:
            return "draft"
        if meeting_now:
            return "meeting"
        # A stored line's draft stays until the meeting is on the disk, unless that may take for ever.
        if draft_now and (self._failures or not (self._meeting_due and self._line_stored)):
            return "draft"
        if self._fold_due() and now >= self._fold_from:
            return "fold"
        return ""

    def _fold_due(self) -> bool:
        return self._disk.behind and not self._meeting_due

    def _patience(self) -> float | None:
        """Seconds until what is due may be written; None where only a new state gives work."""
        times = []
        if self._meeting_due:
            times.append(self._meeting_from)
        if self._draft_due:
            times.append(self._draft_from)
        if self._fold_due():
            times.append(self._fold_from)
        return max(min(times) - time.monotonic(), 0.0) + 0.001 if times else None

    def _begin_meeting(self) -> Callable[[], WriteResult]:
        """Take what is to be written, so that whatever is handed over from now on is due again."""
        journal, path, place, disk = self._journal, self._path, self._place, self._disk
        self._meeting_due = False
        self._line_stored = False

        def write() -> WriteResult:
            error = ""
            try:
                disk.write(journal)
            except Exception as failure:
                error = _reason(failure)
            with self._state:
                if place == self._place:
                    self._settle_meeting(len(journal.history), error)
                return self._finish(path, error)

        return write

    def _settle_meeting(self, revision: int, error: str) -> None:
        if error:
            self._meeting_due = True
            self._meeting_from = self._after_failure()
        else:
            self._saved = revision
            self._failures = 0
            self._meeting_from = 0.0
            self._fold_from = time.monotonic() + self._fold_pause

    def _begin_fold(self) -> Callable[[], None]:
        disk = self._disk

        def write() -> None:
            error = False
            try:
                disk.fold()
            except Exception:
                # What was entered is on the disk all the same.
                error = True
            with self._state:
                self._fold_from = time.monotonic() + (self._pauses[-1] if error else self._fold_pause)
                self._busy = False
                self._state.notify_all()

        return write

    def _begin_draft(self) -> Callable[[], WriteResult | None]:
        draft, path, place = self._draft, self._path, self._place
        self._draft_due = False
        # Until the write is over nobody knows which line the file holds, so that any other line is due.
        self._draft_on_disk = None

        def write() -> WriteResult | None:
            error = ""
            try:
                write_draft(path, draft)
            except Exception as failure:
                error = _reason(failure)
            with self._state:
                told = self._settle_draft(draft, error) if place == self._place else False
                result = self._finish(path, error)
            return result if told else None

        return write

    def _settle_draft(self, draft: TypedLine, error: str) -> bool:
        """Note what came of the draft's write; True where somebody should hear of it."""
        if error:
            self._draft_due = True
            self._draft_from = self._after_failure()
            return True
        self._draft_on_disk = draft
        self._draft_from = time.monotonic() + self._draft_pause
        recovered = self._failures > 0 and not self._meeting_due
        if recovered:
            self._failures = 0
        return recovered

    def _finish(self, path: Path, error: str) -> WriteResult:
        # Before anybody hears of it: a listener may wait for a thread that waits in `flush`.
        self._busy = False
        self._failure = error or (self._failure if self._failures else "")
        self._state.notify_all()
        at = datetime.now().astimezone()
        return WriteResult(revision=self._saved, at=at, path=path, error=error, kept=self.kept)

    def _after_failure(self) -> float:
        pause = self._pauses[min(self._failures, len(self._pauses) - 1)]
        self._failures += 1
        return time.monotonic() + pause


def _reason(failure: Exception) -> str:
    if isinstance(failure, OSError):
        return in_words(failure)
    return f"the meeting cannot be written ({type(failure).__name__}: {failure})"
