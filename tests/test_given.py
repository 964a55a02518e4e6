"""Files that are none: pipes nobody writes into, devices without end, folders and links to themselves."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tui.book.disk.tail_file import tail_path
from tui.book.draft import draft_path
from tui.book.house_style import phrases_of
from tui.book.meeting_file import read_meeting
from tui.config.settings import read_settings
from tui.given import read_given

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"words" * 100_000)
    assert read_given(tmp_path / "a") == b"words" * 100_000
    assert read_given(os.devnull) == b""


def test_a_pipe_is_read_to_its_end_and_one_that_nobody_writes_into_is_empty(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert read_given(pipe) == b""
    with ThreadPoolExecutor(1) as other:
        written = other.submit(pipe.write_bytes, b"words" * 100_000)
        assert read_given(pipe) == b"words" * 100_000
        written.result()


def test_what_has_no_end_or_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match="File too large"):
        read_given("/dev/zero", 1_000_000)
    for name in ("loop", ".", "none"):
        with pytest.raises(OSError):  # noqa: PT011 - each its own
            read_given(tmp_path / name)


@pytest.mark.parametrize(
    "words",
    [("new",), ("import", "--yes"), ("capture", "2024"), ("corrections",)],
    ids=lambda words: str(words[0]),
)
@pytest.mark.parametrize("given", ["pipe", "/dev/zero"])
def test_a_command_refuses_such_a_file_in_one_line(tmp_path: Path, words: tuple[str, ...], given: str) -> None:
    path = new_meeting(tmp_path / "book")
    os.mkfifo(tmp_path / "pipe")
    done = minutebook(path.parent, *words, tmp_path / given)
    assert done.status == (0 if words[0] == "capture" and given == "pipe" else 2)
    assert done.err.count("\n") == (1 if done.status else 0)
    assert read_meeting(path).entries == ()


def test_a_pipe_among_the_files_of_a_book_is_not_waited_for(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    (path.parent / "styles").mkdir()
    for one in (tail_path(path), draft_path(path), path.parent / "styles" / "phrases.txt", path.parent / "x.json"):
        os.mkfifo(one)
    assert phrases_of(path.parent) == {}
    assert read_meeting(path).title == "Quay Committee May 2024"
    assert read_settings(path.parent / "x.json").problems == ()
    done = minutebook(path.parent, "list")
    assert (done.status, done.err) == (0, "")


def test_a_file_to_be_written_that_is_a_pipe_or_a_link_stays_one(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("notes.md")
    (tmp_path / "loop").symlink_to("loop")
    for name, said in (("pipe", "nobody reads from it"), ("loop", "it is a link that leads nowhere")):
        done = minutebook(path.parent, "render", "--format", "md", "-o", tmp_path / name)
        assert done.status == 2
        assert said in done.err
        assert done.err.count("\n") == 1
    assert minutebook(path.parent, "render", "--format", "md", "-o", tmp_path / "link").status == 0
    assert (tmp_path / "link").is_symlink()
    assert "Quay Committee" in (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert (tmp_path / "pipe").is_fifo()


def test_a_book_that_is_a_loop_of_links_is_no_place_to_copy_to(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    (tmp_path / "loop").symlink_to("loop")
    done = minutebook(path.parent, "copy", path.parent, tmp_path / "loop")
    assert done.status in (1, 2, 3)
    assert done.err.startswith("minutebook: ")
