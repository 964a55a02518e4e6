"""Tests of what a book promises wherever it is kept: one suite, in a folder and in PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.book.office.test_courier import key, until
from tests.commands.command_line import AGENDA, minutebook
from tests.places import ROOT
from tests.postgres import Postgres
from tui.book.disk.storage import encode_tables
from tui.book.house import house_choice, keep_choice
from tui.book.meeting_file import read_journal, read_meeting, tables_of
from tui.book.opened import create_meeting, open_meeting
from tui.book.register.register import register
from tui.book.search import search_book
from tui.book.store.opening import open_store
from tui.book.store.store import Store
from tui.errors import BadInput, MeetingHeld, Refused
from tui.meeting.model import Meeting
from tui.use_cases.copy_book import copy_book

Opening = Callable[[str], Store]
"""Opens the book on a machine of that name."""


@pytest.fixture(params=["folder", pytest.param("postgres", marks=pytest.mark.long)])
def opening(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opening]:
    opened: list[Store] = []
    address = str(tmp_path / "book")
    if request.param == "postgres":
        postgres: Postgres = request.getfixturevalue("postgres")
        address = postgres.address(postgres.new_database())

    def open_on(machine: str) -> Store:
        monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / machine))
        opened.append(open_store(address))
        return opened[-1]

    yield open_on
    for store in opened:
        store.close()


@pytest.fixture
def sample() -> Meeting:
    return replace(read_meeting(ROOT / "sample_meetings" / "2024-05-workforce.json"), zone="Europe/London")


@pytest.fixture
def one(opening: Opening, sample: Meeting) -> Store:
    """A book with one meeting, on Ann's machine."""
    store = opening("ann")
    create_meeting(store.book.make(), sample)
    store.settle()
    return store


def only(store: Store) -> str:
    (kept,) = store.meetings()
    return kept.name


def test_a_new_book_is_empty(opening: Opening) -> None:
    store = opening("ann")
    assert store.meetings() == []
    assert "s3cret" not in store.shown


def test_a_meeting_is_listed_and_read_byte_for_byte_elsewhere(one: Store, opening: Opening) -> None:
    other = opening("ben")
    assert other.meetings() == one.meetings()
    assert other.read(only(other)) == one.read(only(one)) == one.kept(only(one))


@pytest.mark.parametrize("line", ["+Café “naïve” ??\t\u202e", "+" + "word " * 5_000, "?A\\u0000b [[c]] *d*"])
def test_what_is_appended_is_there_elsewhere_and_can_be_undone(line: str, one: Store, opening: Opening) -> None:
    with one.open(only(one)) as opened:
        key(opened, line)
        key(opened, "/undo")
        key(opened, "/redo")
        key(opened, "+Last")
    one.settle()
    other = opening("ben")
    assert other.read(only(other)) == one.read(only(one))
    journal = read_journal(other.book.folder / only(other))
    entered, undone, redone, last = (change.what for change in journal.history[-4:])
    assert (undone, redone, last) == (f"undo {entered}", f"redo {entered}", "note")


def test_one_writer_holds_a_meeting(one: Store, opening: Opening) -> None:
    other = opening("ben")
    with one.open(only(one)), pytest.raises(MeetingHeld):
        other.open(only(other))
    with other.open(only(other)) as opened:
        key(opened, "+Mine")


def test_who_watches_sees_each_change(one: Store, opening: Opening) -> None:
    other = opening("ben")
    following = other.watch(only(other), lambda: None)
    with one.open(only(one)) as opened:
        for count in range(3):
            key(opened, f"+Line {count}")
            until(lambda: following.snapshot.meeting.entries == opened.meeting.entries)
        assert following.snapshot.held
    until(lambda: not following.snapshot.held)
    following.close()


def test_a_meeting_is_put_there_only_instead_of_what_is_expected(one: Store, sample: Meeting) -> None:
    name = only(one)
    before = one.read(name)
    with pytest.raises(BadInput):
        one.put(name, b"")
    with pytest.raises(BadInput):
        one.put(name, before, instead_of=b"something else")
    with one.open(name) as opened:
        key(opened, "+More")
    after = one.read(name)
    one.put(name, before, instead_of=after)
    one.settle()
    assert one.kept(name) == one.read(name) == before


def test_the_settings_of_the_house_are_there_elsewhere(one: Store, opening: Opening, sample: Meeting) -> None:
    keep_choice(one.book.folder, sample, style="findings")
    one.set("styles/phrases.txt", b"psa The PCC sought\n")
    one.settle()
    other = opening("ben")
    assert house_choice(other.book.folder, sample).style == "findings"
    assert other.settings() == one.settings()


def test_the_register_and_the_search_find_the_same_everywhere(one: Store, opening: Opening) -> None:
    with one.open(only(one)) as opened:
        key(opened, "!ALL to count the zeppelins")
    one.settle()
    other = opening("ben")
    for store in (one, other):
        rows = register(store.book, today=date(2026, 1, 1), public=False).rows
        assert [row for row in rows if "zeppelins" in row.text]
        assert list(search_book(store.book, "zeppelins", []))


WORDS = st.lists(st.sampled_from(["+A note", "!ALL to pay", "?Why", "/undo", "/next", "/redo", "-A point"]), max_size=6)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=WORDS, second=WORDS)
def test_two_machines_that_write_by_turns_end_with_one_meeting(
    first: list[str], second: list[str], one: Store, opening: Opening
) -> None:
    other = opening("ben")
    for store, lines in ((one, first), (other, second)):
        with store.open(only(store)) as opened:
            for line in lines:
                try:
                    key(opened, line)
                except Refused:
                    continue
            expected = encode_tables(tables_of(opened.journal))
        store.settle()
        for here in (one, other):
            here.settle()
            assert here.read(only(here)) == expected
    assert one.read(only(one)) == other.read(only(other))


# Copying.


def folder_book(folder: Path, *agendas: str) -> str:
    folder.mkdir()
    for agenda in agendas:
        source = folder.parent / "agenda.md"
        source.write_text(agenda, encoding="utf-8")
        assert minutebook(folder, "new", "--agenda", source).status == 0
        assert minutebook(folder, "capture", stdin="!TR to pay [[40 pounds]]\n/undo\n/redo\n+Done\n").status == 0
    assert minutebook(folder, "phrases", "add", "psa", "The PCC sought").status == 0
    return str(folder)


JUNE = AGENDA.replace("7 May 2024", "4 June 2024").replace("May 2024", "June 2024")


def files_of(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.glob("*.json") if not one.name.startswith(".")}


def test_a_book_is_copied_to_the_server_and_back_byte_for_byte(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / "ann"))
    book = folder_book(tmp_path / "book", AGENDA, JUNE)
    there = minutebook(tmp_path, "copy", book, address)
    assert there.status == 0, there
    assert "2 meetings copied" in there.out
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / "ben"))
    back = minutebook(tmp_path, "copy", address, tmp_path / "back")
    assert back.status == 0, back
    assert files_of(tmp_path / "back") == files_of(tmp_path / "book")
    assert (tmp_path / "back/styles/phrases.txt").read_bytes() == (tmp_path / "book/styles/phrases.txt").read_bytes()
    again = minutebook(tmp_path, "copy", book, address)
    assert again.status == 0
    assert "0 meetings copied, 2 there already" in again.out


def test_a_copy_that_was_cut_off_goes_on(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / "ann"))
    book = folder_book(tmp_path / "book", AGENDA, JUNE)
    source, target = open_store(book), open_store(address)

    def cut(name: str) -> None:
        if "06-04" in name:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_book(source, target, cut)
    target.close()
    target = open_store(address)
    done = copy_book(source, target, lambda _: None)
    assert (len(done.copied), len(done.there), done.problems) == (1, 1, [])
    target.close()


def test_a_copy_takes_what_was_added_since_and_leaves_what_went_on_there(tmp_path: Path) -> None:
    book = folder_book(tmp_path / "book", AGENDA, JUNE)
    assert minutebook(tmp_path, "copy", book, tmp_path / "copy").status == 0
    assert minutebook(book, "capture", "2024-05", stdin="+Since\n").status == 0
    assert minutebook(book, "capture", "2024-06", stdin="+Here\n").status == 0
    assert minutebook(tmp_path / "copy", "capture", "2024-06", stdin="+There\n").status == 0
    before = files_of(tmp_path / "copy")["2024-06-04-quay-committee.json"]
    done = minutebook(tmp_path, "copy", book, tmp_path / "copy")
    assert done.status == 1
    assert "another state there" in done.err
    after = files_of(tmp_path / "copy")
    assert after["2024-05-07-quay-committee.json"] == files_of(tmp_path / "book")["2024-05-07-quay-committee.json"]
    assert after["2024-06-04-quay-committee.json"] == before


def test_a_copy_says_what_stays_where_it_is_and_clears_up_after_one_that_was_killed(tmp_path: Path) -> None:
    book = folder_book(tmp_path / "book", AGENDA, JUNE, JUNE.replace("June 2024", "July 2024"))
    may, june, july = sorted((tmp_path / "book").glob("2024*.json"))
    other = may.with_name(f"{may.stem}.other-20240508-101500.json")
    shutil.copy(may, other)
    with open_meeting(june) as opened:
        opened.keep_draft("half a line", opened.meeting.current_kind)
    assert minutebook(book, "delete", july.stem).status == 0
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(20)
    target = tmp_path / "copy"
    (target / "papers").mkdir(parents=True)
    left = [target / f".{june.name}.tmp-{ended.pid}-1", target / "papers" / f".{june.stem}.md.tmp-{ended.pid}-2"]
    others = [target / f".{june.name}.tmp-{os.getppid()}-3", target / f".mine.json.tmp-{ended.pid}-4"]
    for one in (*left, *others):
        one.write_text("[[words]]", encoding="utf-8")
    done = minutebook(tmp_path, "copy", book, target)
    assert done.status == 0, done
    assert [line.removeprefix("minutebook: stays there: ") for line in done.err.splitlines()] == [
        f"{other.name}, another version of {may.name}",
        f"a line of {june.name} that was typed and not stored",
        "1 deleted meeting",
    ]
    assert [one.exists() for one in (*left, *others)] == [False, False, True, True]


def test_a_copy_to_itself_is_refused(tmp_path: Path) -> None:
    book = folder_book(tmp_path / "book", AGENDA)
    done = minutebook(tmp_path, "copy", book, book)
    assert done.status == 2
    assert "one book" in done.err
