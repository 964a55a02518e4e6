"""Tests of a meeting's file in rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.book.strategies import journals
from tests.examples import examples
from tui.book.disk.storage import encode_tables
from tui.book.meeting_file import tables_of
from tui.book.office.rows import WHOLE, Key, Rows, changed, content_of, mark_of, marked, rows_of
from tui.meeting.history.journal import Journal


def content(journal: Journal) -> bytes:
    return encode_tables(tables_of(journal))


@examples(100, few=10)
@given(journals())
def test_a_file_is_put_together_byte_for_byte(journal: Journal) -> None:
    file = content(journal)
    rows = rows_of(file)
    assert rows.tables[:2] == ("meeting", "people")
    assert content_of(rows) == file


@examples(100, few=10)
@given(st.text().filter(lambda text: "\0" not in text))
def test_a_file_of_any_layout_is_kept_whole(text: str) -> None:
    try:
        file = text.encode()
    except UnicodeEncodeError:
        return
    assert content_of(rows_of(file)) == file


def test_a_file_that_somebody_laid_out_anew_is_one_row() -> None:
    assert rows_of(b'{"meeting": {"1": {"schema": 1}}}\n').tables == (WHOLE,)


@given(journals(), journals())
def test_what_is_changed_leads_from_one_file_to_the_other(before: Journal, after: Journal) -> None:
    old, new = rows_of(content(before)), rows_of(content(after))
    lines = dict(old.lines)
    places = {key: place for key, (place, _) in marked(old).items()}
    change = changed(marked(old), new)
    for key in change.gone:
        del lines[key], places[key]
    for key, place, line in change.put:
        lines[key] = lines[key] if line is None else line
        places[key] = place
    ordered = {key: lines[key] for key in sorted(lines, key=lambda key: places[key])}
    assert content_of(Rows(new.tables, ordered)) == content(after)


def test_a_row_that_stays_is_not_sent_again() -> None:
    rows = Rows(("a",), {Key("a", "1"): "x", Key("a", "2"): "y"})
    after = Rows(("a",), {Key("a", "2"): "y", Key("a", "3"): "z"})
    change = changed(marked(rows), after)
    assert change.gone == [Key("a", "1")]
    assert change.put == [(Key("a", "2"), 0, None), (Key("a", "3"), 1, "z")]
    assert changed(marked(after), after) == ([], [])
    assert mark_of("y") != mark_of("z")
