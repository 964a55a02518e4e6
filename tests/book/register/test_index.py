"""The index is always true: whatever other hands do to the files, the register is the one that they make."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import time_ns
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.msgpack import Decoder
from msgspec.structs import replace

from tests.book.samples import action, meeting
from tests.book.strategies import journals
from tests.disks import ReadOnly
from tests.examples import examples
from tui.book.disk.storage import encode_tables
from tui.book.folder import Book
from tui.book.meeting_file import tables_of
from tui.book.register import index, index_file, indexing, kept_index
from tui.book.register.index import read_index
from tui.book.register.index_file import NAME
from tui.book.register.indexed_meeting import (
    ACTIONS,
    ActionFields,
    IndexedAction,
    IndexedMeeting,
    MeetingOwners,
    RowKind,
)
from tui.book.register.listed_rows import (
    AttendanceRow,
    DecisionRow,
    InterestRow,
    QuestionRow,
)
from tui.book.register.register import Register, register
from tui.book.register.summary_rows import MEETING, StandingAction, SummaryRow
from tui.meeting.actions.register_row import Heard, Step
from tui.meeting.decisions.citations import Citation
from tui.meeting.history.journal import Journal
from tui.meeting.model import DayOffset, Meeting, NamedMeeting, Section

TODAY = date(2019, 9, 2)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, *texts: str, **fields: Any) -> Path:
    """Write a meeting that has these actions, last changed well in the past."""
    entries = tuple(action(at, text, f"A{at}") for at, text in enumerate(texts, 1))
    path = put(folder / name, Journal(meeting=meeting(entries=entries, **fields)))
    long_ago(path)
    return path


def put(path: Path, journal: Journal) -> Path:
    path.write_bytes(encode_tables(tables_of(journal)))
    return path


def long_ago(path: Path) -> None:
    """Date a file's bytes an hour back; its other date, which nobody can set, says now."""
    now = path.stat().st_mtime_ns
    os.utime(path, ns=(now, now - 3_600_000_000_000))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files as if an hour had gone by since they were written."""
    monkeypatch.setattr(kept_index, "time_ns", lambda: time_ns() + 3_600_000_000_000)


def listed(folder: Path) -> Register:
    return register(Book(folder), today=TODAY, public=False)


def texts(folder: Path) -> list[str]:
    return [row.text for row in listed(folder).rows]


def without_index(folder: Path) -> Register:
    """List the actions of a copy of the book that has no index."""
    with tempfile.TemporaryDirectory() as copy:
        for path in Book(folder).files():
            shutil.copy(path, copy)
        found = listed(Path(copy))
        return found._replace(errors=tuple(error.replace(copy, str(folder)) for error in found.errors))


def files_read(folder: Path) -> int:
    told: list[tuple[int, int]] = []
    read_index(Book(folder), lambda done, total: told.append((done, total)))
    return told[-1][1] if told else 0


@pytest.mark.usefixtures("later")
def test_a_file_that_has_not_changed_is_read_once(book: Path) -> None:
    for number in range(3):
        write(book, f"{number}.json", "x", id=f"{number}" * 32)
    assert files_read(book) == 3
    assert files_read(book) == 0
    write(book, "1.json", "y", id="1" * 32)
    assert files_read(book) == 1
    assert texts(book) == ["x", "y", "x"]


def test_a_file_that_has_only_just_changed_is_read_again(book: Path) -> None:
    write(book, "1.json", "x")
    assert files_read(book) == 1
    assert files_read(book) == 1


@pytest.mark.usefixtures("later")
def test_an_edit_of_the_same_size_and_date_is_seen(book: Path) -> None:
    path = write(book, "1.json", "salt")
    before = path.stat()
    assert texts(book) == ["salt"]
    path.write_bytes(path.read_bytes().replace(b"salt", b"fish"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert texts(book) == ["fish"]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: content[:-1],
        lambda content: content[:20],
        lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
        lambda content: content.replace(b"register ", b"register 9", 1),
        lambda content: os.urandom(len(content)),
    ],
)
def test_a_damaged_index_and_that_of_another_program_are_thrown_away(book: Path, damage: Any) -> None:
    write(book, "1.json", "x")
    assert texts(book) == ["x"]
    file = book / NAME
    file.write_bytes(damage(file.read_bytes()))
    assert texts(book) == ["x"]
    assert files_read(book) == 0


@pytest.mark.usefixtures("later")
def test_the_index_can_be_deleted(book: Path) -> None:
    write(book, "1.json", "x")
    assert texts(book) == ["x"]
    (book / NAME).unlink()
    assert texts(book) == ["x"]
    assert (book / NAME).exists()


@pytest.mark.usefixtures("later")
def test_a_meetings_words_leave_the_index_with_its_file(book: Path) -> None:
    write(book, "1.json", "kept", id="1" * 32)
    gone = write(book, "2.json", "Quillfeather", id="2" * 32)
    listed(book)
    assert b"Quillfeather" in (book / NAME).read_bytes()
    gone.unlink()
    listed(book)
    assert b"Quillfeather" not in (book / NAME).read_bytes()
    assert files_read(book) == 0


class Heading(Struct, array_like=True):
    """A row of another kind than actions."""

    words: str


@pytest.mark.usefixtures("later")
def test_rows_of_another_kind_are_kept_beside_the_actions_and_read_alone(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def headings(journal: Journal) -> Iterator[Heading]:
        return (Heading(section.heading) for section in journal.meeting.sections)

    kind = RowKind("headings", Decoder(tuple[Heading, ...]))
    monkeypatch.setitem(indexing._ROWS, kind.name, headings)
    write(book, "1.json", "x", sections=(Section(id=1, heading="Moorings"),))
    for _ in ("read from its file", "read from the index"):
        (one,) = read_index(Book(book), rows=[kind]).meetings
        assert kind.of(one) == (Heading("Moorings"),)
    assert files_read(book) == 0
    assert texts(book) == ["x"]


def test_no_meeting_is_taken_for_an_index_and_no_index_for_a_meeting(book: Path) -> None:
    write(book, "1.json", "x")
    listed(book)
    assert [path.name for path in Book(book).files()] == ["1.json"]
    assert [path.name for path in book.glob("*.json")] == ["1.json"]


def test_a_damaged_meeting_is_told_of_every_time_and_keeps_nothing_else_from_the_index(book: Path) -> None:
    write(book, "1.json", "x")
    (book / "2.json").write_text("Dear all")
    for _ in range(2):
        found = listed(book)
        assert [row.text for row in found.rows] == ["x"]
        assert len(found.errors) == 1
        assert "2.json:1: this is not JSON" in found.errors[0]


def test_a_meeting_whose_history_is_damaged_has_its_actions_all_the_same(book: Path) -> None:
    path = write(book, "1.json", "x")
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"history":{\n\n}', b'"history":{\n"1":{"what":7}\n}'))
    assert path.read_bytes() != whole
    assert listed(book).errors == ()
    assert texts(book) == ["x"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
@pytest.mark.parametrize(
    ("modes", "mode"), [((0o644, 0o644), 0o644), ((0o644, 0o600), 0o600), ((0o640, 0o644), 0o640), ((0o600,), 0o600)]
)
def test_who_may_not_read_every_meeting_may_not_read_the_index(book: Path, modes: tuple[int, ...], mode: int) -> None:
    for number, one in enumerate(modes):
        write(book, f"{number}.json", "x", id=f"{number}" * 32).chmod(one)
    listed(book)
    assert stat.S_IMODE((book / NAME).stat().st_mode) == mode


@pytest.mark.usefixtures("later")
def test_the_index_of_a_book_that_is_read_only_stands_in_the_cache_for_its_owner_alone(
    read_only: ReadOnly, tmp_path: Path
) -> None:
    write(read_only.folder, "1.json", "x")
    read_only.begin()
    assert files_read(read_only.folder) == 1
    assert files_read(read_only.folder) == 0
    assert not (read_only.folder / NAME).exists()
    (kept,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_where_no_index_can_be_kept_the_register_is_read_every_time(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes, meetings: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index_file, "_replace", full)
    write(book, "1.json", "x")
    assert texts(book) == texts(book) == ["x"]


def test_what_a_killed_program_left_half_written_is_removed_in_time(book: Path) -> None:
    old, new = book / f"{NAME}.tmp-1-old", book / f"{NAME}.tmp-2-new"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    write(book, "1.json", "x")
    listed(book)
    assert (old.exists(), new.exists()) == (False, True)


def test_programs_that_write_the_index_at_once_leave_a_whole_one(book: Path) -> None:
    for number in range(8):
        write(book, f"{number}.json", f"action {number}", id=f"{number}" * 32)
    program = (
        "import sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from tui.book.folder import Book\nfrom tui.book.register.register import register\n"
        "for _ in range(12):\n"
        "    rows = register(Book(Path(sys.argv[1])), today=date(2019, 9, 2)).rows\n"
        "    assert [row.text for row in rows] == [f'action {n}' for n in range(8)], rows\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, book]) for _ in range(3)]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert texts(book) == [f"action {number}" for number in range(8)]
    assert not list(book.glob(f"{NAME}.tmp-*"))


@pytest.fixture(scope="module")
def _hour_later() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_index, "time_ns", lambda: time_ns() + 3_600_000_000_000)
        yield


NAMES = st.sampled_from(["a.json", "b.json", "c.json"])


@pytest.mark.usefixtures("_hour_later")
@examples(60, few=10)
@given(data=st.data())
def test_whatever_other_hands_do_the_register_is_that_of_the_files(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as found:
        folder = Path(found)
        for _ in range(data.draw(st.integers(1, 8))):
            _one_change(data, folder)
            expected = without_index(folder)
            assert listed(folder) == expected
            assert listed(folder) == expected


def _one_change(data: st.DataObject, folder: Path) -> None:
    """Do what a person with a file manager, an editor or another program may do."""
    path, other = folder / data.draw(NAMES), folder / data.draw(NAMES)
    change = data.draw(st.sampled_from(["write", "same size", "delete", "rename", "copy", "touch", "damage", "index"]))
    if change == "write" or not path.exists():
        put(path, data.draw(journals()))
    elif change == "same size":
        _same_size(path)
    elif change == "delete":
        path.unlink()
    elif change == "rename":
        path.replace(other)
    elif change == "copy" and path != other:
        shutil.copy2(path, other)
    elif change == "touch":
        moment = data.draw(st.integers(0, 2**31)) * 1_000_000_000
        os.utime(path, ns=(moment, moment))
    elif change == "damage":
        path.write_bytes(path.read_bytes()[: data.draw(st.integers(0, 300))])
    elif (folder / NAME).exists():
        content = (folder / NAME).read_bytes()
        (folder / NAME).write_bytes(content[: data.draw(st.integers(0, len(content)))])


def _same_size(path: Path) -> None:
    """Change a meeting's words, and neither its file's size nor its date."""
    before = path.stat()
    content = path.read_bytes()
    while path.stat().st_ctime_ns == before.st_ctime_ns:
        # Until the disk's clock has ticked, the state of the file would be what it was.
        path.write_bytes(content.replace(b'"open"', b'"done"').replace(b"x", b"y"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_restricted_meeting_is_filed_as_its_public_version_shows_it(book: Path) -> None:
    hidden: Meeting = meeting(entries=(action(1, "Sack [[Ann]]", "A1"),))
    put(book / "1.json", Journal(meeting=replace(hidden, header=(("Series", "Board [[Ann]]"),))))
    for _ in range(2):
        (row,) = register(Book(book), today=TODAY).rows
        assert (row.text, row.series) == ("Sack [restricted]", "Board [restricted]")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
def test_a_file_whose_name_is_no_text_is_listed_all_the_same(book: Path) -> None:
    path = write(book, "1.json", "x")
    path.rename(os.fsdecode(os.fsencode(book) + b"/caf\xe9.json"))
    for _ in range(2):
        (row,) = listed(book).rows
        assert (row.text, row.meeting_file) == ("x", "caf\ufffd.json")


def test_a_file_name_made_of_restricted_words_is_withheld(book: Path) -> None:
    write(book, "2019-08-27-operation-sparrow.json", "x", title="On [[Operation Sparrow]]", header=())
    (row,) = register(Book(book), today=TODAY).rows
    assert "sparrow" not in repr(row).casefold()
    (row,) = listed(book).rows
    assert row.meeting_file == "2019-08-27-operation-sparrow.json"


def test_a_book_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    assert texts(tmp_path / "none") == []
    assert not list(tmp_path.rglob("*"))


@pytest.mark.usefixtures("later")
def test_the_words_of_the_last_meeting_leave_the_index_too(book: Path) -> None:
    path = write(book, "1.json", "Quillfeather")
    listed(book)
    path.unlink()
    listed(book)
    assert b"Quillfeather" not in (book / NAME).read_bytes()


def test_what_is_kept_is_of_the_format_that_its_mark_names() -> None:
    listed = (DecisionRow, Citation, InterestRow, QuestionRow, AttendanceRow, SummaryRow, StandingAction, MeetingOwners)
    kept = (IndexedMeeting, IndexedAction, ActionFields, Heard, Step, NamedMeeting, DayOffset, *listed)
    fields = "\n".join(f"{one.__name__}: {', '.join(one.__struct_fields__)}" for one in kept)
    # Where this fails, what is kept has changed: raise FORMAT, so that no older index is read for a newer one.
    assert (index.FORMAT, zlib.crc32(fields.encode())) == (16, 917388308)


@pytest.fixture
def actions_of(book: Path, later: None) -> dict[str, bytes]:
    """Three meetings with an action each, which the index knows: the rows of their actions by the files' names."""
    for name in ("1.json", "2.json", "3.json"):
        write(book, name, f"Paint the buoys of {name}")
    return {one.name: bytes(one.rows[ACTIONS.name]) for one in read_index(Book(book)).meetings}


def rows_of(book: Path, *names: str) -> dict[str, bytes]:
    """Read the actions of some of the meetings; return them of those that have any."""
    some = index.SomeRows(ACTIONS, lambda found: {one.name for one in found if MEETING.of(one)} & {*names})
    found = read_index(Book(book), rows=[MEETING], some=some).meetings
    return {one.name: bytes(one.rows[ACTIONS.name]) for one in found if ACTIONS.name in one.rows}


def test_of_rows_that_some_meetings_alone_need_those_of_no_other_are_read(
    book: Path, actions_of: dict[str, bytes]
) -> None:
    assert rows_of(book, "2.json") == {"2.json": actions_of["2.json"]}
    assert rows_of(book, "3.json", "1.json") == {name: actions_of[name] for name in ("1.json", "3.json")}
    assert rows_of(book, *actions_of) == actions_of
    assert rows_of(book) == {}


def test_rows_of_one_meeting_that_are_damaged_are_made_anew(book: Path, actions_of: dict[str, bytes]) -> None:
    own, kept = actions_of["2.json"], (book / NAME).read_bytes()
    assert kept.count(own) == 1
    (book / NAME).write_bytes(kept.replace(own, own[:-1] + bytes([own[-1] ^ 1])))
    assert rows_of(book, "1.json") == {"1.json": actions_of["1.json"]}
    assert rows_of(book, "2.json")["2.json"] == own
    assert (book / NAME).read_bytes() == kept
