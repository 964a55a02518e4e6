"""Scenes of the book: its meetings, the search in all of them, and the register of their actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.widgets import Static

from tests.pictures import meetings
from tests.pictures.meetings import AT, HALL, Opens
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing
from tui.apps.book import BookApp
from tui.book.folder import Book
from tui.book.new_meeting import next_meeting_after
from tui.book.opened import open_meeting
from tui.config.settings import Settings
from tui.meeting.capture.capture import enter
from tui.use_cases.making import new_meeting

_JANUARY = (
    "/start",
    "!AR to ask three roofers for a price ^before the next meeting",
    "!JP to print the summer programme ^Friday",
    "%!SO to speak with the family in the flat",
    "=Agreed to repair and not to patch; 4 for, 1 against",
    "!Find a second key for the loft",
    "/close",
)
_FEBRUARY = (
    "/start",
    "~B1 Two roofers have answered, the third is on holiday",
    "/done B2",
    "!DF to write to the neighbours about scaffolding ^31 March",
    "?JP: may the choir come on Thursdays",
    "/close",
)
_MARCH = ("/start", "/next", "!IM to draw the gutters again ^Friday", "+Rain came in twice.")

Fills = Callable[[Path], object]


def enter_lines(path: Path, *lines: str, at: datetime) -> Path:
    """Enter lines, a minute apart, into a meeting of the book."""
    with open_meeting(path) as opened:
        for minute, line in enumerate(lines):
            opened.take(enter(opened.journal, line, at + timedelta(minutes=minute)).journal, line="")
    return path


def hall_book(folder: Path) -> Path:
    """Make three meetings of the hall committee, each after the one before, and give the last."""
    january = datetime(2024, 1, 30, 10, 0, tzinfo=UTC)
    agenda = HALL.replace("26 March", "30 January")
    book = Book(folder)
    first = new_meeting(book, agenda, "agenda.md", after=None, day=None, at=january).path
    enter_lines(first, *_JANUARY, at=january)
    february = datetime(2024, 2, 27, 10, 0, tzinfo=UTC)
    second = next_meeting_after(book, first, at=february).path
    enter_lines(second, *_FEBRUARY, at=february)
    third = next_meeting_after(book, second, at=AT - timedelta(hours=1)).path
    return enter_lines(third, *_MARCH, at=AT - timedelta(minutes=8))


def long_book(folder: Path) -> Path:
    """Make the hall committee's meetings, and put off one of its actions again and again."""
    path = hall_book(folder)
    for week in range(1, 15):
        enter_lines(path, f"~B1 The price was asked for in week {week}, without an answer", at=AT)
    return path


def in_book(fill: Fills = hall_book, *, held: bool = False) -> Opens:
    """Show a book that is filled; `held`, somebody has each of its meetings open for writing."""

    @contextmanager
    def opens(folder: Path, settings: Settings) -> Iterator[App[Any]]:
        fill(folder)
        writer = (lambda _: meetings.HOLDER) if held else (lambda _: None)
        # By a relative path: where the folder lies is another place each time.
        with chdir(folder.parent), patch("tui.screens.book.listed.holder_of", writer):
            app = BookApp(Book(Path(folder.name)), clock=lambda: AT, settings=settings)
            with app.held:
                yield app

    return opens


def nothing(_: Path) -> None:
    """Leave the book empty."""


def _damaged(folder: Path) -> None:
    hall_book(folder)
    (folder / "2024-03-30-hall-extra.json").write_text("{ half a fi", encoding="utf-8")


def _with_old_minutes(folder: Path) -> None:
    hall_book(folder)
    old = folder.parent / "old"
    old.mkdir()
    head = "Minutes of the Hall Committee held on 4 {} 2023\n\nPresent: Ann Roe (AR), Jo Pym (JP)\n\n1. Roof\n"
    (old / "october.txt").write_text(
        f"{head.format('October')}It rained in.\nAction: AR to ask roofers\n", encoding="utf-8"
    )
    told = "The loft was looked at.\nAction: a second key has to be found\nAction: JP to print the programme\n"
    (old / "november.txt").write_text(head.format("November") + told, encoding="utf-8")
    (old / "torn.docx").write_bytes(b"half a file")


async def _importing(stage: Stage) -> None:
    await stage.press("i")
    await stage.write("old")
    await stage.press("enter")
    await stage.until(lambda: "nothing stored yet" in str(stage.app.screen.query_one("#wanted", Static).render()))


async def _searching(stage: Stage) -> None:
    await stage.press("slash")
    await stage.write("roof")
    await stage.press("enter", "down")


async def _narrowed(stage: Stage) -> None:
    await stage.press("t", "slash")
    await stage.write("roof")


async def _settled(stage: Stage) -> None:
    await stage.press("t", "d")
    await stage.write("the third roofer has answered by letter")
    await stage.press("enter", "tab", "tab", "down")


_EVERY = (*SIZES, NARROW)
_LIST = Scene(
    name="book",
    why="The meetings of a book, the latest first, and what the chosen one holds.",
    shows="3 meetings, the latest first",
    opens=in_book(),
    sizes=_EVERY,
    in_docs=True,
)
_REGISTER = Scene(
    name="register",
    why="The open actions of the book, the overdue ones told by a word, and what became of the chosen one.",
    shows="OVERDUE",
    opens=in_book(),
    steps=pressing("t", "down"),
    sizes=_EVERY,
    in_docs=True,
)
SCENES: tuple[Scene, ...] = (
    _LIST,
    Scene(
        name="book-registers",
        why="The decisions of the book, the latest first, as everybody may see them, and all of the chosen one.",
        shows="public version",
        opens=in_book(),
        steps=pressing("l"),
        sizes=_EVERY,
    ),
    Scene(
        name="book-registers-attendance",
        why="How often each member of a series came.",
        shows="Attendance of the book",
        opens=in_book(),
        steps=pressing("l", "tab"),
        sizes=SIZES[1:],
    ),
    Scene(
        name="book-import",
        why="Finished minutes as they were read, what is doubtful first; nothing is stored yet.",
        shows="nothing stored yet",
        opens=in_book(_with_old_minutes),
        steps=_importing,
        sizes=_EVERY,
    ),
    replace(_LIST, name="book-no-colour", colours=False, sizes=SIZES[1:], in_docs=False),
    replace(_LIST, name="book-light", theme="light", sizes=SIZES[1:], in_docs=False),
    Scene(
        name="book-held",
        why="Somebody has the meeting open, which is said in its row and below.",
        shows="being written by ann",
        opens=in_book(held=True),
    ),
    Scene(
        name="book-empty",
        why="Whoever opens an empty book is told what to do.",
        shows="This book is empty.",
        opens=in_book(nothing),
        sizes=_EVERY,
    ),
    Scene(
        name="book-damaged",
        why="A file that cannot be read stands among the others, with the reason.",
        shows="cannot be read",
        opens=in_book(_damaged),
        sizes=_EVERY,
    ),
    Scene(
        name="book-made",
        why="The next meeting was made, and what it holds is said.",
        shows="5 actions brought forward",
        opens=in_book(),
        steps=pressing("n", "enter"),
    ),
    Scene(
        name="book-next",
        why="What the next meeting will be is shown before it is made.",
        shows="Tuesday 30 April 2024",
        opens=in_book(),
        steps=pressing("n"),
        sizes=_EVERY,
    ),
    Scene(
        name="book-bin",
        why="A meeting is put into the bin only when that is confirmed.",
        shows="Enter puts it into the bin",
        opens=in_book(),
        steps=pressing("delete"),
        sizes=_EVERY,
    ),
    Scene(
        name="book-search",
        why="What holds the words in every meeting, the latest first.",
        shows="Search in every meeting",
        opens=in_book(),
        steps=_searching,
        sizes=_EVERY,
    ),
    Scene(
        name="book-help",
        why="Every key of the book, and the one that leads back to it.",
        shows="Close the meeting and go back to the book",
        opens=in_book(),
        steps=pressing("f1"),
        sizes=SIZES[:1],
    ),
    Scene(
        name="book-live",
        why="A meeting opened from the book says how to get back.",
        shows="F11 Book",
        opens=in_book(),
        steps=pressing("enter"),
        sizes=SIZES,
    ),
    _REGISTER,
    replace(_REGISTER, name="register-no-colour", colours=False, sizes=SIZES[1:], in_docs=False),
    replace(_REGISTER, name="register-contrast", theme="contrast", sizes=SIZES[1:], in_docs=False),
    Scene(
        name="register-narrowed",
        why="Words are typed, and the list has only what holds them.",
        shows="with roof",
        opens=in_book(),
        steps=_narrowed,
        sizes=_EVERY,
    ),
    Scene(
        name="register-public",
        why="What everybody may see: a stub stands for what is restricted.",
        shows="[restricted]",
        opens=in_book(),
        steps=pressing("t", "v", "tab", "tab", "o"),
    ),
    Scene(
        name="register-reason",
        why="An action is done, and the reason is asked for.",
        shows="why",
        opens=in_book(),
        steps=pressing("t", "d"),
        sizes=_EVERY,
    ),
    Scene(
        name="register-settled",
        why="It was settled in its meeting, and stands with the others that are.",
        shows="done – the third roofer has answered by letter",
        opens=in_book(),
        steps=_settled,
    ),
    Scene(
        name="register-long",
        why="More became of an action than there is room for, and it is said how to see it.",
        shows="more lines: i shows all",
        opens=in_book(long_book),
        steps=pressing("t"),
        sizes=_EVERY,
    ),
    Scene(
        name="register-whole",
        why="All that became of an action.",
        shows="arose in",
        opens=in_book(long_book),
        steps=pressing("t", "i"),
        sizes=_EVERY,
    ),
    Scene(
        name="register-empty",
        why="There is no action in the book.",
        shows="There is no action",
        opens=in_book(nothing),
        steps=pressing("t"),
        sizes=SIZES[1:],
    ),
)
