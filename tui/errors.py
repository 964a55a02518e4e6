"""Every error a user can meet: what is wrong, where, what to do, and the exit status."""

from __future__ import annotations

from pathlib import Path


class MinutebookError(Exception):
    """The base of every error that is the user's to know of; its text is one line.

    `where` is a path or `path:line`; `hint` says what to do. `exit_status` is the command line's.
    """

    exit_status = 2

    def __init__(self, message: str, *, where: str | Path = "", line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = f"{where}:{line}" if where and line is not None else str(where)
        self.hint = hint

    def __str__(self) -> str:
        """Return the one line that is shown: `where: message; hint`."""
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text}; {self.hint}" if self.hint else text


class BadInput(MinutebookError):
    """What the user gave (an agenda, a date, a name, a template) cannot be used."""


class Refused(MinutebookError):
    """A captured line or command cannot apply to the meeting as it stands; nothing was changed."""

    exit_status = 1


class BookError(MinutebookError):
    """The book could not be read or written."""

    exit_status = 3


class MeetingHeld(BookError):
    """Another program is writing to the meeting."""


class HolderSilent(MeetingHeld):
    """The program that was writing to the meeting has not been heard of for a while, and it may be taken over."""


class NewerMeeting(BookError):
    """A newer minutebook wrote the meeting: it can be looked at, and neither changed nor printed."""


class ProgramFault(MinutebookError):
    """The program itself failed, in a way that none of its rules foresaw."""

    exit_status = 4
