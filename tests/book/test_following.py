"""A meeting looked at from outside: each save is seen, nothing is written, and no lock is taken."""

from __future__ import annotations

import os
import threading
import tracemalloc
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.book.samples import PATIENCE, entry, meeting, with_entry
from tui.book import following as following_module
from tui.book.disk.lock import is_held, lock_meeting
from tui.book.disk.storage import AtomicStorage
from tui.book.following import Following
from tui.book.meeting_file import read_meeting, tables_of
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.errors import BookError
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create_meeting(tmp_path, meeting())


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every file that is read."""
    found: list[Path] = []

    def counted(path: Path) -> Meeting:
        found.append(path)
        return read_meeting(path)

    monkeypatch.setattr(following_module, "read_meeting", counted)
    return found


def save(opened: OpenMeeting, words: str) -> None:
    opened.take(with_entry(opened.journal, words))
    assert opened.flush()


def texts(following: Following) -> list[str]:
    return [one.text for one in following.snapshot.meeting.entries]


def trouble(following: Following) -> str:
    return following.snapshot.trouble


def look_until_held(following: Following, held: bool) -> None:
    for _ in range(4):
        following.look()
    assert following.snapshot.held is held


def test_each_save_is_seen_at_the_next_look_and_read_once(path: Path, reads: list[Path]) -> None:
    with open_meeting(path) as opened:
        following = Following(path)
        for number in range(1, 4):
            save(opened, f"line {number}")
            assert following.look()
            assert texts(following) == [f"line {n}" for n in range(1, number + 1)]
        for _ in range(20):
            assert not following.look()
    assert len(reads) == 4


def test_a_thread_tells_of_what_it_sees(path: Path) -> None:
    news = threading.Event()
    with open_meeting(path) as opened:
        following = Following(path, pause=0.01)
        following.watch(news.set)
        save(opened, "in a thread")
        assert news.wait(PATIENCE)
        following.close()
    assert texts(following) == ["in a thread"]


def test_restricted_words_are_not_even_kept_in_memory_unless_asked_for(path: Path) -> None:
    with open_meeting(path) as opened:
        save(opened, "a [[secret]] word")
    assert texts(Following(path)) == ["a [restricted] word"]
    assert texts(Following(path, internal=True)) == ["a [[secret]] word"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"meeting": {"1": {}}}', b"\xff\xfe", b'{"meeting":{"1":{"schema":99}}}']
)
def test_a_file_that_cannot_be_read_leaves_the_last_good_state_in_sight(path: Path, content: bytes) -> None:
    with open_meeting(path) as opened:
        save(opened, "good")
        following = Following(path)
        whole = path.read_bytes()
        path.write_bytes(content)
        assert following.look()
        assert (trouble(following), texts(following)) == ("unreadable", ["good"])
        assert not following.look()
        path.write_bytes(whole)
        assert following.look()
        assert (trouble(following), texts(following)) == ("", ["good"])


def test_a_file_that_vanished_and_came_back_is_seen_again(path: Path) -> None:
    with open_meeting(path) as opened:
        following = Following(path)
        path.unlink()
        assert following.look()
        assert trouble(following) == "gone"
        save(opened, "written anew")
        assert following.look()
        assert (trouble(following), texts(following)) == ("", ["written anew"])


def test_a_file_that_may_be_read_again_is_seen_without_having_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = Following(path)

    def refused(_: Path) -> Meeting:
        raise BookError("you may not read this file")

    with monkeypatch.context() as patch:
        patch.setattr(following_module, "read_meeting", refused)
        os.utime(path, ns=(1, 1))
        assert following.look()
        assert trouble(following) == "unreadable"
    monkeypatch.setattr(following_module, "_RETRY", 0.0)
    following._again = 0.0
    assert following.look()
    assert trouble(following) == ""


def test_there_must_be_something_to_see_at_first(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="there is no such meeting"):
        Following(tmp_path / "none.json")


def test_who_holds_the_meeting_is_seen_and_that_they_have_gone(path: Path) -> None:
    following = Following(path)
    assert (following.snapshot.held, following.snapshot.holder) == (False, None)
    with open_meeting(path):
        look_until_held(following, held=True)
        assert following.snapshot.holder is not None
        assert following.snapshot.holder.pid == os.getpid()
        assert " on " in following.snapshot.holder.who or following.snapshot.holder.who
    look_until_held(following, held=False)
    assert following.snapshot.holder is None


def test_looking_writes_nothing_and_makes_nothing(path: Path) -> None:
    def state() -> list[tuple[str, int, int]]:
        return sorted((one.name, one.stat().st_mtime_ns, one.stat().st_ino) for one in path.parent.iterdir())

    before = state()
    following = Following(path)
    for _ in range(8):
        following.look()
    assert state() == before
    with open_meeting(path):
        held = state()
        for _ in range(8):
            following.look()
        assert state() == held


def test_looking_never_keeps_a_writer_from_its_lock(path: Path) -> None:
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.005):
            is_held(path)

    lock_meeting(path).release()
    lookers = [threading.Thread(target=look) for _ in range(2)]
    for looker in lookers:
        looker.start()
    try:
        for _ in range(100):
            lock_meeting(path).release()
    finally:
        ended.set()
        for looker in lookers:
            looker.join()


@pytest.mark.long
def test_following_five_thousand_entries_through_many_saves_keeps_one_state(tmp_path: Path) -> None:
    large = meeting(entries=tuple(entry(number, f"line {number} " + "word " * 12) for number in range(1, 5001)))
    path = create_meeting(tmp_path, large)
    storage = AtomicStorage(path)
    following = Following(path)
    tracemalloc.start()
    try:
        sizes = []
        for number in range(12):
            changed = replace(large, entries=(*large.entries, entry(6000 + number)))
            storage.write(tables_of(Journal(meeting=changed)))
            assert following.look()
            sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[-1] < sizes[3] + 1_000_000
