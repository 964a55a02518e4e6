"""What the book's screen asks at its foot about the chosen meeting, and what comes of the answers."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from tui.book.file_names import file_name
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.shelf.bin import delete_meeting, deleted_meetings, find_deleted, restore_deleted
from tui.book.shelf.moving import free_name
from tui.errors import Refused
from tui.meeting.dates.written_dates import days_on
from tui.meeting.details.day import read_day_alone, set_date
from tui.meeting.details.head import set_title
from tui.meeting.details.keyed import dues_told, said_when
from tui.meeting.model import Meeting


class Answered(NamedTuple):
    """What came of an answer."""

    path: Path | None
    """The file to choose from now on; None for whichever stands there."""
    said: str
    warnings: tuple[str, ...] = ()


class BookQuestion(Protocol):
    """Something asked in one line; what the words would make is shown before Enter makes it."""

    @property
    def asked(self) -> str:
        """The word that asks."""

    @property
    def proposal(self) -> str:
        """What stands in the line at first."""

    def shown(self, words: str, at: datetime) -> str:
        """Say what the words would make. Raises MinutebookError where they make nothing."""

    def answer(self, words: str, at: datetime) -> Answered:
        """Make it. Raises MinutebookError."""


class NextMeeting:
    """On which day the meeting after a meeting is."""

    asked = "next"

    def __init__(self, book: Book, path: Path, at: datetime) -> None:
        self._book = book
        self._path = path
        self._held = read_meeting(path).date
        self.proposal = self._expected(at)

    def _expected(self, at: datetime) -> str:
        from tui.book.new_meeting import NoDay, next_meeting_after

        try:
            made = next_meeting_after(self._book, self._path, at=at, dry=True)
        except NoDay:
            return ""
        return made.summary.partition(":")[0].partition(";")[0].partition(", by")[0]

    def shown(self, words: str, at: datetime) -> str:
        """Say which meeting it would be, and what it would hold."""
        from tui.book.new_meeting import next_meeting_after

        if not words.strip():
            return "the day it will be"
        made = next_meeting_after(self._book, self._path, day=self._day(words), at=at, dry=True)
        return f"{made.title}: {made.summary}"

    def answer(self, words: str, at: datetime) -> Answered:
        """Make the meeting, or bring forward to it what it lacks."""
        from tui.book.new_meeting import next_meeting_after

        if not words.strip():
            raise Refused("the day it will be")
        made = next_meeting_after(self._book, self._path, day=self._day(words), at=at)
        return Answered(made.path, made.summary, made.warnings)

    def _day(self, words: str) -> date | None:
        if words == self.proposal:
            # Of the day that the series tells, what it follows from is said, and a meeting near it counts as it.
            return None
        return read_day_alone(words, near=days_on(self._held, 1) or self._held)


class _Change:
    """Another detail of a meeting, and the name that its file gets by it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._meeting = read_meeting(path)

    def _changed(self, meeting: Meeting, words: str) -> Meeting:
        raise NotImplementedError

    def _told(self, meeting: Meeting) -> str:
        raise NotImplementedError

    def shown(self, words: str, at: datetime) -> str:
        """Say what it would be, and how its file would be called. Raises Refused, BadInput."""
        del at
        after = self._changed(self._meeting, words)
        target = self._path.with_name(file_name(after))
        if self._path.name == file_name(self._meeting):
            free_name(self._path, target)
            return f"{self._told(after)} · {target.name}"
        return self._told(after)

    def answer(self, words: str, at: datetime) -> Answered:
        """Change it, and rename its file."""
        from tui.use_cases.change_details import change_details

        done = change_details(self._path, lambda meeting: self._changed(meeting, words), at)
        said = "; ".join(filter(None, (self._told(done.after), dues_told(done.before, done.after))))
        return Answered(done.closed.path, done.closed.problem or f"{said} · {done.closed.path.name}")


class Rename(_Change):
    """Which title a meeting is to have."""

    asked = "title"

    @property
    def proposal(self) -> str:
        """The title that it has."""
        return self._meeting.title

    def _changed(self, meeting: Meeting, words: str) -> Meeting:
        return set_title(meeting, words)

    def _told(self, meeting: Meeting) -> str:
        return meeting.title


class MoveToDay(_Change):
    """On which day a meeting is to be."""

    asked = "day"

    @property
    def proposal(self) -> str:
        """The day that it has."""
        return said_when(self._meeting)

    def _changed(self, meeting: Meeting, words: str) -> Meeting:
        return set_date(meeting, words)

    def _told(self, meeting: Meeting) -> str:
        return said_when(meeting)


class PutIntoBin:
    """Whether a meeting is to be put into the bin."""

    asked = "delete"

    def __init__(self, path: Path) -> None:
        self._path = path
        self.proposal = path.name

    def shown(self, words: str, at: datetime) -> str:
        """Say what Enter does. Raises Refused for another name."""
        del at
        if words.strip() != self._path.name:
            raise Refused("Esc leaves it where it is")
        return "Enter puts it into the bin; nothing is lost"

    def answer(self, words: str, at: datetime) -> Answered:
        """Put it into the bin."""
        self.shown(words, at)
        delete_meeting(self._path, at)
        return Answered(None, f"{self._path.name} is in the bin")


class BringBack:
    """Which meeting is to be brought back from the bin."""

    asked = "restore"

    def __init__(self, book: Book) -> None:
        self._book = book
        found = deleted_meetings(book)
        if not found:
            raise Refused("the bin is empty")
        self.proposal = found[0].path.name
        names = list(dict.fromkeys(one.path.name for one in found[1:]))
        self._others = f"; also in the bin: {', '.join(names[:3])}" if names else ""

    def shown(self, words: str, at: datetime) -> str:
        """Say which meeting that is."""
        del at
        found = find_deleted(self._book, words.strip())
        return f"{found.title}, {found.day}{self._others}"

    def answer(self, words: str, at: datetime) -> Answered:
        """Bring it back."""
        del at
        path = restore_deleted(self._book, words.strip())
        return Answered(path, f"{path.name} is back in the book")
