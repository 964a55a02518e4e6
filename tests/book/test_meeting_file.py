from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace
from tinydb import TinyDB

from tests.book.samples import action, entry, journal_of, meeting
from tests.book.strategies import journals
from tests.examples import examples
from tui.book.disk.storage import AtomicStorage, encode_tables
from tui.book.meeting_file import (
    DamagedMeeting,
    read_journal,
    read_meeting,
    read_stored,
    tables_of,
)
from tui.errors import BookError
from tui.meeting.history.journal import Journal

JOURNAL = journal_of(4)
WHOLE = encode_tables(tables_of(JOURNAL))


def written(path: Path, journal: Journal) -> Path:
    path.write_bytes(encode_tables(tables_of(journal)))
    return path


def as_json(value: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value))


@given(journal=journals())
def test_any_meeting_comes_back_from_its_file_and_from_plain_tinydb(
    tmp_path_factory: pytest.TempPathFactory, journal: Journal
) -> None:
    path = tmp_path_factory.mktemp("book") / "meeting.json"
    AtomicStorage(path).write(tables_of(journal))
    assert as_json(read_journal(path)) == as_json(journal)
    assert read_meeting(path) == journal.meeting
    with TinyDB(path, encoding="utf-8") as plain:
        assert plain.tables() == {"meeting", "people", "sections", "entries", "history"}
        own = plain.table("meeting").all()
        assert [(row.doc_id, row["schema"], row["id"]) for row in own] == [(1, 1, journal.meeting.id)]
        assert not own[0].keys() & {"people", "sections", "entries"}
        for name in ("people", "sections", "entries"):
            rows = plain.table(name).all()
            assert [row.doc_id for row in rows] == [value.id for value in getattr(journal.meeting, name)]
            bare = [{field: value for field, value in row.items() if field != "crc"} for row in rows]
            assert bare == as_json(getattr(journal.meeting, name))
        assert [row.doc_id for row in plain.table("history")] == [change.id for change in journal.history]


@given(journal=journals())
@examples(30)
def test_a_file_that_plain_tinydb_wrote_anew_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, journal: Journal
) -> None:
    path = written(tmp_path_factory.mktemp("book") / "meeting.json", journal)
    with TinyDB(path, encoding="utf-8") as plain:
        plain.insert({"a table": "of the user's own"})
    stored = read_stored(path)
    assert as_json(stored.journal) == as_json(journal)
    assert stored.others == {"_default": {"1": {"a table": "of the user's own"}}}
    AtomicStorage(path).write(tables_of(stored.journal, stored.others))
    assert replace(read_stored(path), content=b"") == replace(stored, content=b"")
    assert stored.hurt == ()


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.long, id="each"), pytest.param(17, id="some")])
def test_a_flipped_bit_is_noticed_or_changes_nothing(tmp_path: Path, every: int) -> None:
    path = tmp_path / "meeting.json"
    for place in range(0, len(WHOLE) * 8, every):
        at, bit = divmod(place, 8)
        path.write_bytes(WHOLE[:at] + bytes([WHOLE[at] ^ (1 << bit)]) + WHOLE[at + 1 :])
        try:
            stored = read_stored(path)
        except BookError:
            continue
        assert stored.hurt or stored.journal == JOURNAL, (at, bit)


@pytest.mark.parametrize("hurt", [b'"restrictee":true', b'"restricted" :true,"text":"the [Z secret]]"'])
def test_a_row_whose_restriction_may_be_hurt_stays_restricted(tmp_path: Path, hurt: bytes) -> None:
    told = meeting(entries=(entry(1, "the secret", restricted=True),))
    content = encode_tables(tables_of(Journal(meeting=told)))
    path = tmp_path / "meeting.json"
    path.write_bytes(content.replace(b'"restricted":true', hurt))
    (read,) = read_meeting(path).entries
    assert read.restricted


def test_a_row_that_was_taken_out_is_noticed(tmp_path: Path) -> None:
    path = written(tmp_path / "meeting.json", journal_of(3))
    path.write_bytes(b"".join(line for line in path.read_bytes().splitlines(True) if b'"line 2"' not in line))
    assert [str(one) for one in read_stored(path).hurt] == [
        "the rows of the table entries",
        "the rows of the table history",
    ]


def test_a_row_added_by_hand_needs_no_id_and_unknown_fields_do_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path / "meeting.json", journal_of(2))
    with TinyDB(path) as plain:
        row = {"section": 1, "kind": "note", "text": "by hand", "captured": "2019-08-27T10:00:00", "mood": "glad"}
        plain.table("entries").insert(row)
        plain.table("people").update({"shoe_size": 43})
    read = read_meeting(path)
    assert [one.text for one in read.entries] == ["line 1", "line 2", "by hand"]
    assert read.entries[2].id == 3


def test_each_row_has_a_line_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path / "meeting.json", journal_of(3))
    lines = path.read_text().splitlines()
    assert sum("captured" in line and line.startswith('"') for line in lines) == 6


def bent(path: Path, table: str, key: str, **fields: Any) -> Path:
    tables = json.loads(path.read_bytes())
    tables[table][key].update(fields)
    path.write_bytes(encode_tables(tables))
    return path


@pytest.mark.parametrize(
    ("table", "fields", "words"),
    [
        ("entries", {"kind": "quibble"}, "invalid enum value 'quibble' in `kind`"),
        ("entries", {"id": 7}, "its id says 7"),
        ("entries", {"section": 9}, "there is no section 9"),
        ("history", {"at": "teatime"}, "invalid"),
        ("people", {"name": None}, "in `name`"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_its_table_id_and_line(
    tmp_path: Path, table: str, fields: dict[str, Any], words: str
) -> None:
    path = bent(written(tmp_path / "meeting.json", journal_of(1)), table, "1", **fields)
    before = path.read_bytes()
    with pytest.raises(DamagedMeeting) as raised:
        read_journal(path)
    assert f"row 1 of the table {table} does not fit" in raised.value.message
    assert words in raised.value.message
    line = int(raised.value.where.rpartition(":")[2])
    assert path.read_text().splitlines()[line - 1].startswith('"1":')
    assert raised.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "words", "line"),
    [
        (b"", "the file is empty", ""),
        (b"\0" * 4096, "the file is empty", ""),
        (b"Dear all,\nplease find", "this is not JSON at column 1", ":1"),
        (b'{"meeting":\n  {"1": {"schema": 1,, }}}', "this is not JSON at column 22", ":2"),
        (b'{"meeting":{"1":{"schema":1,\n', "it ends too early", ":2"),
        (b'{"meeting":{"1":{"schema":1,"title":\n"caf\xe9"}}}', "not UTF-8", ":2"),
        (b"[" * 100_000, "this is not a minutebook meeting", ""),
        (b'{"meeting":' + b"[" * 100_000, "it is nested too deeply", ":1"),
        (b"[1, 2]", "this is not a minutebook meeting", ""),
        (b'{"name": "package", "version": 3}', "this is not a minutebook meeting", ""),
        (b'{"meeting": {}}', "this is not a minutebook meeting", ""),
        (b'{"meeting": {"1": {"title": "no schema"}}}', "this is not a minutebook meeting", ""),
        (b'{"meeting": [1]}', "this is not a minutebook meeting", ""),
        (b'{"meeting": {"1": {"schema": 2}}}', "a newer minutebook wrote this meeting", ""),
        (b'{"meeting": {"1": {"schema": 1, "title": "half"}}}', "row 1 of the table meeting does not fit", ":1"),
    ],
)
def test_a_file_that_is_no_meeting_says_so_with_its_path_and_line(
    tmp_path: Path, content: bytes, words: str, line: str
) -> None:
    path = tmp_path / "meeting.json"
    path.write_bytes(content)
    with pytest.raises(BookError) as raised:
        read_journal(path)
    assert words in raised.value.message
    assert raised.value.where == f"{path}{line}"
    assert raised.value.exit_status == 3
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == content


def test_a_file_that_is_not_there_or_is_a_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="there is no such meeting"):
        read_journal(tmp_path / "none.json")
    with pytest.raises(BookError, match="this is a folder"):
        read_journal(tmp_path)


def test_a_history_with_a_gap_is_kept_as_a_record_that_undo_leaves_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "meeting.json", journal_of(3))
    with TinyDB(path) as plain:
        plain.table("history").remove(doc_ids=[2])
    history = read_journal(path).history
    assert [change.id for change in history] == [1, 2]
    assert all(change.stepping for change in history)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path / "meeting.json", journal_of(1))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_meeting(path).entries) == 1


def test_actions_and_sections_keep_their_order(tmp_path: Path) -> None:
    told = meeting(entries=(action(9, "last first", "A2"), entry(3, section=2), entry(1)))
    assert read_meeting(written(tmp_path / "meeting.json", Journal(meeting=told))) == told
