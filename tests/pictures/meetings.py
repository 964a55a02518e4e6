"""The meetings that the scenes show, and the apps on them."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec.structs import replace
from textual.app import App

from tui.apps.follow import FollowApp
from tui.apps.meeting import MinutebookApp
from tui.book.disk.lock import Holder
from tui.book.folder import Book
from tui.book.following import Trouble
from tui.book.opened import open_meeting
from tui.config.settings import Settings
from tui.demo import key_sample, make_demo
from tui.meeting.capture.capture import enter
from tui.use_cases.making import new_meeting

AT = datetime(2024, 3, 26, 11, 5, 8, tzinfo=UTC)
"""When every scene is played."""

Opens = Callable[[Path, Settings], AbstractContextManager[App[Any]]]
"""Makes the app of a scene, given a folder of its own for the meetings."""
HOLDER = Holder(user="ann", host="desk-3", pid=1, since=AT)
"""Who has a meeting open for writing that is followed."""

Makes = Callable[[Path], Path]
"""Makes a meeting in a folder and gives its path."""

HALL = """# Millbrook Hall Committee

Date: Tuesday 26 March 2024 10:00
Chair: Dora Finch
Quorum: 3
Repeats: last Tuesday of the month

## Attendance
- Dora Finch, Chair (DF)
- Aled Rhys, Treasurer (AR)
- Joan Pell, Bookings (JP)

## Apologies
- Sam Okoro, Caretaker (SO)

## In attendance
- Petra Lund, Clerk

## Guests
- Ivo Marsh, Surveyor (IM)

## Absent
- Winifred Ash, Member (WA)

## Agenda
1. Matters arising (5 min)
2. The roof (10 min)
   2.1 What the survey found
   2.2 Paying for it
3. Summer bookings
4. The caretaker's contract
5. Any other business
"""

OPEN_WORK = (
    "/start",
    "/next",
    "?DF: how long will the slates on the north side last",
    ">IM: two winters at the most",
    "-the battens below them are sound",
    "-the lead is *not*, and ?? of it is missing",
    "!AR to ask three roofers for a price ^Friday",
    "!Write to the neighbours about scaffolding",
    "!SO to keep the loft dry @JP ^before the autumn",
    "?AR: will the insurance pay",
    "=Agreed to repair and not to patch; proposed by JP, seconded by AR, 4 for, 1 against",
    "&The lights failed for a minute",
    "#Until then",
    "+The hall stays open, the gallery [[apart from Mr Gray's tenancy]] does not.",
    "%+What the insurer offered was read out.",
)
"""A section in which much is open: questions, an owner, a due, a gap."""


def hall(*lines: str, agenda: str = HALL) -> Makes:
    """Make the hall committee's meeting with lines entered, a minute apart, the last at the time that stands still."""

    def make(folder: Path) -> Path:
        made = new_meeting(Book(folder), agenda, "agenda.md", after=None, day=None, at=AT)
        with open_meeting(made.path) as opened:
            for place, line in enumerate(lines):
                at = AT - timedelta(minutes=len(lines) - 1 - place)
                opened.take(enter(opened.journal, line, at).journal, line="")
        return made.path

    return make


LIBRARIES, EARLIER = "2024-03-assurance", "2024-02-assurance"
"""The sample meeting of most pictures, and the one that its brought-forward actions come from."""


def libraries_in(folder: Path) -> Path:
    """Key the sample meeting in part of the way, in a book that holds the one before it."""
    key_sample(folder, EARLIER, at=AT)
    return key_sample(folder, LIBRARIES, at=AT, after=EARLIER, lines=28)


def demo_in(folder: Path) -> Path:
    """Put the demo's book into a folder and give the meeting's path."""
    made = make_demo(at=AT, finished=False)
    shutil.copytree(made.parent, folder, dirs_exist_ok=True)
    shutil.rmtree(made.parent)
    return folder / made.name


def live(make: Makes) -> Opens:
    """Open a meeting for writing, at the time that stands still."""

    @contextmanager
    def opens(folder: Path, settings: Settings) -> Iterator[MinutebookApp]:
        app = MinutebookApp(make(folder), clock=lambda: AT, settings=settings)
        with app.opened:
            yield app

    return opens


sample = live(libraries_in)
"""Open the sample meeting, keyed in part of the way."""


def on_a_full_disk(make: Makes) -> Opens:
    """Open a meeting whose writes are all refused."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    @contextmanager
    def opens(folder: Path, settings: Settings) -> Iterator[App[Any]]:
        with (
            live(make)(folder, settings) as app,
            patch("tui.apps.meeting._PATIENCE", 0.05),
            patch("tui.book.disk.storage.AtomicStorage.write", refuse),
        ):
            yield app

    return opens


def following(
    make: Makes = libraries_in,
    *,
    held: bool = True,
    trouble: Trouble = "",
    projector: bool = False,
    internal: bool = False,
) -> Opens:
    """Follow a meeting that somebody has open for writing, or nobody; its file is looked at once, at the start."""

    @contextmanager
    def opens(folder: Path, settings: Settings) -> Iterator[FollowApp]:
        path = make(folder)
        app = FollowApp(path, clock=lambda: AT, settings=settings, projector=projector, internal=internal)
        app.following.close()
        holder = HOLDER if held else None
        app.following.snapshot = replace(app.following.snapshot, held=held, holder=holder, saved=AT, trouble=trouble)
        with app.held:
            yield app

    return opens
