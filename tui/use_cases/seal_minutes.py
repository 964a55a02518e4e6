"""Sealing the minutes of a meeting that is open: whether it is asked, what goes, and doing it."""

from __future__ import annotations

from datetime import datetime

from tui.book.disk.last_good import COPIES
from tui.book.disk.running import this_user
from tui.book.house import ASK, house_choice
from tui.book.keeping.sealing import beside, why_not
from tui.book.opened import OpenMeeting
from tui.errors import MinutebookError

SEAL = "seal"
"""What is typed to seal, so that no Enter too many does what nothing takes back."""

QUESTION = "Give up for good what was corrected, deleted or undone on the way to these minutes?"
SEALED = "sealed: what was corrected, deleted or undone is given up, and the file says so"

_MOST_NAMED = 4
"""How many files are named of those that go."""


def house_asks(opened: OpenMeeting) -> bool:
    """Return whether the house asks to seal minutes that were just approved, and they may be. Raises BadInput."""
    return house_choice(opened.path.parent, opened.meeting).sealing == ASK and not why_not_sealed(opened)


def why_not_sealed(opened: OpenMeeting) -> str:
    """Say why the meeting cannot be sealed now; empty where it can."""
    try:
        refusal = why_not(opened.path, opened.journal)
    except MinutebookError as problem:
        return str(problem)
    return refusal.message if refusal else ""


def what_goes(opened: OpenMeeting) -> str:
    """Say what a seal does, and name the files that go too. Raises BookError."""
    opened.flush()
    folder = opened.path.parent
    files = beside(opened.path)
    kept = sum(COPIES in file.parts for file in files)
    names = [
        str(file.relative_to(folder)) if file.is_relative_to(folder) else str(file)
        for file in files
        if COPIES not in file.parts
    ]
    more = [f"{len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    counted = [f"{kept} last good {'copy' if kept == 1 else 'copies'}"] if kept else []
    told = ", ".join([*names[:_MOST_NAMED], *more, *counted])
    does = "Nothing takes it back. The minutes stay as they are; their file says that it was sealed."
    return f"{does} Goes too: {told}." if told else does


def seal_now(opened: OpenMeeting, at: datetime) -> str:
    """Seal the meeting, and say what came of it."""
    try:
        opened.seal(this_user(), at)
    except MinutebookError as problem:
        return str(problem)
    return SEALED
