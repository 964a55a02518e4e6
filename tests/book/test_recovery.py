from __future__ import annotations

import json
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.book.samples import START, journal_of, with_entry
from tests.examples import examples
from tui.book.disk.storage import encode_tables
from tui.book.meeting_file import DamagedMeeting, read_journal, tables_of
from tui.book.opened import open_meeting
from tui.book.recovery import recover, set_aside
from tui.errors import BookError, Refused
from tui.meeting.history.journal import undo

JOURNAL = journal_of(12)
WHOLE = encode_tables(tables_of(JOURNAL))
ENTRIES = {entry.id: entry for entry in JOURNAL.meeting.entries}


def damaged(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "2019-08-27-meeting.json"
    path.write_bytes(content)
    return path


def asides(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.damaged-*.json"))


def cut_after(entry: int) -> bytes:
    return WHOLE[: WHOLE.index(f'"line {entry + 1}"'.encode())]


def test_a_truncated_file_is_set_aside_byte_for_byte_and_its_whole_rows_come_back(tmp_path: Path) -> None:
    content = cut_after(7)
    path = damaged(tmp_path, content)
    with open_meeting(path) as opened:
        assert [entry.id for entry in opened.meeting.entries] == [1, 2, 3, 4, 5, 6, 7]
        assert opened.meeting.sections == JOURNAL.meeting.sections
        assert opened.meeting.people == JOURNAL.meeting.people
        assert opened.notice.startswith(
            "the meeting file was damaged: 7 entries were recovered; the damaged file is kept"
        )
        (aside,) = asides(path)
        assert aside.name in opened.notice
        assert aside.read_bytes() == content
        opened.take(with_entry(opened.journal))
    assert aside.read_bytes() == content
    assert len(read_journal(path).meeting.entries) == 8
    with open_meeting(path) as again:
        assert again.notice == ""


@pytest.mark.parametrize("garbage", [b"\0" * 40, b"\xff\xfe#}{]", b'"}}'])
def test_garbage_in_a_row_costs_that_row_at_most(tmp_path: Path, garbage: bytes) -> None:
    at = WHOLE.index(b'"line 5"') + 3
    path = damaged(tmp_path, WHOLE[:at] + garbage + WHOLE[at + len(garbage) :])
    found = recover(path)
    assert found is not None
    kept = {entry.id: entry for entry in found.journal.meeting.entries}
    assert set(ENTRIES) - set(kept) <= {5, 6}
    assert all(kept[number] == ENTRIES[number] for number in kept if number != 5)


def test_a_null_block_within_the_words_comes_back_as_a_gap(tmp_path: Path) -> None:
    path = damaged(tmp_path, WHOLE.replace(b'"line 5"', b'"li\0\0 5"'))
    found = recover(path)
    assert found is not None
    assert found.journal.meeting.entry(5).text == "li?? 5"


def test_a_lost_section_gives_its_entries_a_place(tmp_path: Path) -> None:
    found = recover(damaged(tmp_path, WHOLE.replace(b'"heading":"Workforce"', b'"heading":#orkforce"')))
    assert found is not None
    assert found.entries == 12
    assert found.journal.meeting.section(1).heading == "(heading lost)"


def test_a_row_that_does_not_fit_is_left_in_the_damaged_file_and_named(tmp_path: Path) -> None:
    path = damaged(tmp_path, WHOLE.replace(b'"kind":"note","text":"line 3"', b'"kind":"nope","text":"line 3"'))
    with open_meeting(path) as opened:
        assert {entry.id for entry in opened.meeting.entries} == set(ENTRIES) - {3}
        assert len(asides(path)) == 1
        assert "lost: row 3 of the table entries" in opened.notice


@pytest.mark.parametrize(
    "hurt", [b'"kind":"nope","text":"line 3"', b'"kind":"note","text":"lina 3"', b'"kind":"note",#']
)
def test_a_row_that_was_hit_comes_back_from_the_history_in_its_place(tmp_path: Path, hurt: bytes) -> None:
    path = damaged(tmp_path, WHOLE.replace(b'"kind":"note","text":"line 3"', hurt, 1))
    with open_meeting(path) as opened:
        assert opened.meeting.entries == JOURNAL.meeting.entries
        assert opened.journal.history[:-1] == JOURNAL.history
        assert len(undo(opened.journal, datetime.now().astimezone()).meeting.entries) == 11


def test_a_row_that_was_changed_by_hand_is_kept_and_said(tmp_path: Path) -> None:
    path = damaged(tmp_path, WHOLE.replace(b'"text":"line 3"', b'"text":"changed by hand"', 1))
    with open_meeting(path) as opened:
        assert opened.meeting.entry(3).text == "changed by hand"
        assert "changed by hand: row 3 of the table entries as found" in opened.notice
    with open_meeting(path) as again:
        assert again.notice == ""


@pytest.mark.parametrize(
    ("hurt", "lost"),
    [
        ((b'"date":"2019-08-27"', b'"date":"2019-08-2t"'), "lost: the meeting's date"),
        ((b'"title":"', b'"title":#'), "lost: the meeting's title"),
        ((b'"id":"aaaa', b'"id":Qaaaa'), "lost: the meeting's id"),
    ],
)
def test_a_hurt_field_of_the_meetings_own_row_costs_that_field(
    tmp_path: Path, hurt: tuple[bytes, bytes], lost: str
) -> None:
    path = damaged(tmp_path, WHOLE.replace(*hurt, 1))
    with open_meeting(path) as opened:
        assert opened.meeting.entries == JOURNAL.meeting.entries
        assert opened.meeting.date == JOURNAL.meeting.date
        assert opened.meeting.header == JOURNAL.meeting.header
        assert lost in opened.notice


def test_what_is_left_of_the_history_is_a_record_and_undo_begins_anew(tmp_path: Path) -> None:
    path = damaged(tmp_path, WHOLE[:-30])
    with open_meeting(path) as opened:
        assert [change.id for change in opened.journal.history] == list(range(1, 13))
        assert opened.journal.history[-1].what == "recovery"
        with pytest.raises(Refused):
            undo(opened.journal, datetime.now().astimezone())
        opened.take(with_entry(opened.journal))
        assert len(undo(opened.journal, datetime.now().astimezone()).meeting.entries) == 12


def test_readers_set_nothing_aside(tmp_path: Path) -> None:
    path = damaged(tmp_path, cut_after(7))
    for read in (lambda: read_journal(path), lambda: open_meeting(path, writable=False)):
        with pytest.raises(DamagedMeeting, match="it ends too early"):
            read()
    assert asides(path) == []
    assert path.read_bytes() == cut_after(7)


@pytest.mark.parametrize("content", [b"Dear all", b"", b"\0" * 999, WHOLE[:60], b'{"meeting":{"1":{"schema":1}}}'])
def test_where_nothing_can_be_recovered_the_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = damaged(tmp_path, content)
    with pytest.raises(BookError, match="nothing could be recovered") as raised:
        open_meeting(path)
    assert raised.value.where.startswith(str(path))
    assert path.read_bytes() == content
    assert asides(path) == []


def test_a_damaged_file_of_a_newer_minutebook_is_left_alone(tmp_path: Path) -> None:
    content = WHOLE.replace(b'"schema":1', b'"schema":2')[:-3]
    path = damaged(tmp_path, content)
    with pytest.raises(BookError, match="a newer minutebook"):
        open_meeting(path)
    assert path.read_bytes() == content


def test_of_a_file_written_over_a_longer_one_the_newer_rows_come_back(tmp_path: Path) -> None:
    longer = encode_tables(tables_of(journal_of(20)))
    found = recover(damaged(tmp_path, WHOLE + longer[len(WHOLE) :]))
    assert found is not None
    assert all(found.journal.meeting.entry(number) == ENTRIES[number] for number in ENTRIES)


def test_no_damaged_file_is_set_aside_over_another(tmp_path: Path) -> None:
    now = datetime(2024, 1, 2, 3, 4, 5)
    first = damaged(tmp_path, b"first")
    one = set_aside(first, now)
    first.unlink()
    two = set_aside(damaged(tmp_path, b"second"), now)
    assert one.name == "2019-08-27-meeting.damaged-20240102-030405.json"
    assert (one.read_bytes(), two.read_bytes()) == (b"first", b"second")


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252", "cp850", "mac-roman"]
)
def test_a_file_that_another_program_saved_in_an_encoding_of_its_own_comes_back_whole(
    tmp_path: Path, encoding: str
) -> None:
    journal = with_entry(journal_of(3), "Zoë said “£40” at the café, naïvely" if encoding != "cp850" else "Zoë, café")
    path = damaged(tmp_path, encode_tables(tables_of(journal)).decode().encode(encoding))
    content = path.read_bytes()
    with pytest.raises(DamagedMeeting, match=encoding[:6].upper() if "utf" in encoding else "not UTF-8"):
        read_journal(path)
    assert path.read_bytes() == content
    with open_meeting(path) as opened:
        assert opened.meeting == journal.meeting
        assert opened.notice.startswith("the meeting file was damaged: 4 entries were recovered; the damaged file")
        assert undo(opened.journal, START).meeting.entries == journal.meeting.entries[:3]
    (aside,) = asides(path)
    assert aside.read_bytes() == content
    assert read_journal(path).meeting == journal.meeting


@pytest.mark.parametrize("piece", ['{"meeting":{"1":', '{"1":{"a":1', '"1":{"id":1,"text":"', '{"entries":{\n"1":{'])
def test_a_hostile_file_is_given_up_soon_and_left_as_it_is(tmp_path: Path, piece: str) -> None:
    path = damaged(tmp_path, (piece * 60_000).encode())
    content = path.read_bytes()
    began = time.process_time()
    with pytest.raises(BookError):
        open_meeting(path)
    assert time.process_time() - began < 20
    assert path.read_bytes() == content


@given(
    cut=st.none() | st.integers(0, len(WHOLE)),
    at=st.integers(0, len(WHOLE) - 1),
    block=st.binary(max_size=60) | st.integers(1, 600).map(bytes),
)
@examples(300)
def test_whatever_the_damage_nothing_crashes_and_nothing_is_overwritten(
    tmp_path_factory: pytest.TempPathFactory, cut: int | None, at: int, block: bytes
) -> None:
    content = (WHOLE[:at] + block + WHOLE[at + len(block) :])[:cut]
    path = damaged(tmp_path_factory.mktemp("book"), content)
    try:
        read_journal(path)
    except DamagedMeeting:
        pass
    except BookError:
        assume(False)
    else:
        return
    try:
        with open_meeting(path) as opened:
            kept = {entry.id: entry for entry in opened.meeting.entries}
    except BookError:
        assert path.read_bytes() == content
        assert asides(path) == []
        return
    assert [aside.read_bytes() for aside in asides(path)] == [content]
    assert read_journal(path).meeting.entries == tuple(kept.values())
    assert set(kept) <= set(ENTRIES) or any(byte in block for byte in b"0123456789")
    touched = {number for number in kept if kept[number] != ENTRIES.get(number)}
    assert len(touched) <= 1 + len(block) // 60


@given(at=st.integers(0, len(WHOLE) - 1), bit=st.integers(0, 7))
@examples(200)
def test_a_flipped_bit_costs_one_row_at_most(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    content = WHOLE[:at] + bytes([WHOLE[at] ^ (1 << bit)]) + WHOLE[at + 1 :]
    assume(at > WHOLE.index(b'"people"'))
    found = recover(damaged(tmp_path_factory.mktemp("book"), content))
    assert found is not None
    same = [entry for entry in found.journal.meeting.entries if ENTRIES.get(entry.id) == entry]
    assert len(same) >= len(ENTRIES) - 2
    json.dumps([entry.text for entry in found.journal.meeting.entries])
