"""A meeting that a newer program wrote is shown read-only, with a clear word, and left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook
from tests.screens.book_app import book_app
from tests.screens.follow_app import follow_app
from tests.screens.live_app import AT
from tui.book.folder import Book
from tui.book.opened import open_meeting
from tui.errors import NewerMeeting
from tui.meeting.capture.capture import enter
from tui.screens.follow import FollowScreen
from tui.use_cases.making import new_meeting

SAID = "a newer minutebook wrote this meeting"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A meeting of a later schema, with a field and a table that nobody knows yet."""
    path = new_meeting(Book(tmp_path), AGENDA, "agenda.md", after=None, day=None, at=AT).path
    with open_meeting(path) as opened:
        opened.take(enter(opened.journal, "+The [[secret]] rope is dry.", AT).journal)
    content = path.read_text(encoding="utf-8")
    content = content.replace('"schema":1', '"schema":2,"hologram":{"deep":[1]}', 1)
    path.write_text(content.replace('"people":{', '"holograms":{"1":{"x":1}},\n"people":{', 1), encoding="utf-8")
    return path


async def test_it_is_shown_and_cannot_be_opened_for_writing(newer: Path) -> None:
    before = newer.read_bytes()
    async with follow_app(newer) as follower:
        assert SAID in follower.static("standing")
        assert "rope is dry" in follower.log
        assert "secret" not in follower.log
        await follower.press("ctrl+e", "f2", "enter")
        assert SAID in follower.static("standing")
    assert newer.read_bytes() == before
    with pytest.raises(NewerMeeting, match="minutebook open shows it read-only"), open_meeting(newer):
        pass


@pytest.mark.parametrize(
    "words",
    [
        ("capture",),
        ("approve", "--by", "Jo"),
        ("check", "--repair"),
        ("render",),
        ("publish", "out"),
        ("seal", "--yes"),
        ("open", "--projector"),
    ],
    ids=lambda words: " ".join(words),
)
def test_no_command_changes_or_prints_it(newer: Path, words: tuple[str, ...]) -> None:
    before = newer.read_bytes()
    command, *rest = words
    done = minutebook(newer.parent, command, newer.stem, *rest, stdin="+more\n", folder=newer.parent)
    assert done.status != 0
    assert "secret" not in done.out
    if command != "open":
        assert SAID in done.err
        assert "Traceback" not in done.err
    assert newer.read_bytes() == before
    assert not list(newer.parent.glob("*.damaged-*"))


async def test_the_book_shows_it_too(newer: Path) -> None:
    async with book_app(newer.parent) as book:
        await book.press("enter")
        await book.until(lambda: isinstance(book.app.screen, FollowScreen))


async def test_one_that_does_not_fit_is_said_to_be_newer_and_not_damaged(newer: Path) -> None:
    content = newer.read_text(encoding="utf-8").replace('"heading":', '"heading":7,"was":', 1)
    newer.write_text(content, encoding="utf-8")
    with pytest.raises(NewerMeeting, match="this one cannot show it"):
        async with follow_app(newer):
            pass
