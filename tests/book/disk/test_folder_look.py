"""One look at a folder tells of each meeting's file what a look at that file alone does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.book.samples import meeting, with_entry
from tui.book.disk.atomic_write import replace_file
from tui.book.disk.folder_look import look_at
from tui.book.disk.tail_file import file_stamp, tail_path
from tui.book.folder import Book
from tui.book.opened import create_meeting, open_meeting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create_meeting(tmp_path / "book", meeting())


def age(folder: Path) -> None:
    """Let the folder's last change be a day old: a fresh time may come to be that of another change as well."""
    changed = folder.stat().st_mtime - 86_400
    os.utime(folder, (changed, changed))


def test_a_folder_looked_at_in_one_go_tells_the_same_of_each_file(path: Path) -> None:
    folder = path.parent
    shutil.copy(path, folder / "2025-03-04-alone.json")
    (folder / "2025-03-05-linked.json").symlink_to(path)
    (folder / "2025-03-06-lost.json").symlink_to(folder / "nowhere.json")
    with open_meeting(path) as opened:
        for words in ("one", "two"):
            opened.take(with_entry(opened.journal, words), line="")
            assert opened.flush()
        assert tail_path(path).exists()
        known = look_at(folder)
        assert known.names == sorted([path.name, "2025-03-04-alone.json", "2025-03-05-linked.json"])
        assert {name: known.stamp(name) for name in known.names} == {
            name: file_stamp(folder / name) for name in known.names
        }
        assert look_at(folder).mark == known.mark
        opened.take(with_entry(opened.journal, "three"), line="")
        assert opened.flush()
        assert look_at(folder).stamp(path.name) != known.stamp(path.name)
        assert look_at(folder).mark != known.mark


def edit_in_place(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b" ")


def replace(path: Path) -> None:
    replace_file(path, path.read_bytes(), mode=0o600)


def rename(path: Path) -> None:
    path.rename(path.with_name("2031-01-01-another.json"))


@pytest.mark.parametrize("change", [edit_in_place, replace, rename, Path.unlink])
def test_no_change_leaves_the_mark_as_it_was(path: Path, change: Callable[[Path], object]) -> None:
    before = look_at(path.parent).mark
    change(path)
    assert look_at(path.parent).mark != before


@pytest.mark.parametrize("change", [replace, rename, Path.unlink])
def test_a_look_that_was_had_before_is_used_unless_a_file_came_or_went(
    path: Path, change: Callable[[Path], object]
) -> None:
    age(path.parent)
    before = look_at(path.parent)
    assert Book(path.parent, before).look() is before
    change(path)
    now = Book(path.parent, before).look()
    assert now is not before
    assert now.mark == look_at(path.parent).mark


def test_a_look_that_was_had_before_is_used_once(path: Path) -> None:
    age(path.parent)
    book = Book(path.parent, look_at(path.parent))
    before = book.look()
    edit_in_place(path)
    assert book.look().mark != before.mark


def test_a_fresh_change_may_share_its_time_with_the_next(path: Path) -> None:
    before = look_at(path.parent)
    assert before.changed_at is None
    assert Book(path.parent, before).look() is not before
