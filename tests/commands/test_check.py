"""`minutebook check`, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.command_line import Done, minutebook, new_meeting
from tests.spelling.small_dictionary import write_dictionary
from tui.book.draft import TypedLine, write_draft
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import open_meeting

ALL_TAKEN = "+Said.\n/next\n?HM asked who pays\n>TR: the club does\n!TR to pay ^Friday\n/next\nNo items\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def meeting(book: Path) -> Path:
    return new_meeting(book)


def keyed(book: Path, lines: str) -> None:
    assert minutebook(book, "capture", stdin=lines).status == 0


def listed(book: Path, *options: str) -> list[dict[str, Any]]:
    """Give the findings as JSON has them."""
    rows: list[dict[str, Any]] = json.loads(minutebook(book, "check", "--format", "json", *options).out)
    return rows


def test_with_nothing_open_it_says_so_and_ends_with_0(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN)
    assert minutebook(book, "check", meeting.stem) == Done(0, "Quay Committee May 2024: nothing is open.\n", "")


def test_each_finding_is_a_line_with_its_place_and_the_summary_is_the_last(book: Path, meeting: Path) -> None:
    keyed(book, "+The rent of ?? was paid\n?HM: who pays\n/next\n!Mend it\n+The rent will rise\n")
    done = minutebook(book, "check")
    assert (done.status, done.err) == (1, "")
    *lines, summary = done.out.splitlines()
    assert [line.split(" [")[0] for line in lines] == [
        "1. 1. Matters arising, note: something was missed here: fill it in — The rent of ?? was paid",
        "2. 1. Matters arising, question: nothing answers this question — who pays",
        "3. 2. Moorings, action A1: action A1 has no owner — Mend it",
        "4. 2. Moorings, action A1: action A1 has no due date — Mend it",
        "5. 3. Any other business: this section was not reached: take it, defer it or skip it — Any other business",
        "6. 2. Moorings, note: “will”: write “would”; the notes tell afterwards what was said — The rent will rise",
    ]
    assert summary == (
        "Quay Committee May 2024: 1 gap, 1 question unanswered, 1 action without owner, 1 action without due, "
        "1 section not reached, 1 matter of house style."
    )


def test_json_has_a_row_for_each_finding(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The rent will rise\n")
    done = minutebook(book, "check", "--format", "json")
    (row,) = json.loads(done.out)
    assert done.status == 1
    assert row.pop("name").startswith("style:")
    assert row.pop("message").startswith("“will”: write “would”")
    assert row == {
        "number": "1",
        "kind": "style",
        "place": "3. Any other business, note",
        "section": {"id": 3, "number": "3.", "heading": "Any other business"},
        "entry": {"id": 6, "kind": "note"},
        "person": None,
        "span": [9, 13],
        "text": "The rent will rise",
        "words": "will",
        "suggestion": "would",
        "waived": None,
    }


def test_json_of_nothing_is_an_empty_list(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN)
    assert minutebook(book, "check", "--format", "json") == Done(0, "[]\n", "")


def test_a_line_typed_and_not_stored_is_found(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN)
    journal = read_journal(meeting)
    write_draft(meeting, TypedLine(meeting=journal.meeting.id, after=len(journal.history), line="half a li"))
    done = minutebook(book, "check")
    assert done.status == 1
    assert done.out.startswith(
        "1. the capture line: this line was typed and not stored: store it or clear it — half a li"
    )


def test_mending_by_name_or_number_is_an_edit_that_undo_takes_back(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The rent will rise today\n")
    first, second = listed(book)
    done = minutebook(book, "check", "--fix", first["name"], "--fix", second["number"])
    assert done == Done(
        0,
        "fixed: “will” is now “would”\nfixed: “today” is now “that day”\nQuay Committee May 2024: nothing is open.\n",
        "",
    )
    assert read_meeting(meeting).entries[-1].text == "The rent would rise that day"
    keyed(book, "/undo\n")
    assert read_meeting(meeting).entries[-1].text == "The rent will rise today"
    assert minutebook(book, "check", "--fix", "all").status == 0
    assert minutebook(book, "check").status == 0


def test_a_waiver_has_a_reason_is_listed_and_is_taken_back(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The rent will rise\n")
    done = minutebook(book, "check", meeting.stem, "--waive", "1", "--reason", "as the lease words it")
    assert done == Done(0, "Quay Committee May 2024: nothing is open; 1 waived.\n", "")
    assert minutebook(book, "check").status == 0
    shown = minutebook(book, "check", "--waived").out.splitlines()[0]
    assert shown.startswith("w1. 3. Any other business, note: ")
    assert "(waived: as the lease words it)" in shown
    assert [row["waived"] for row in listed(book, "--waived")] == ["as the lease words it"]
    assert minutebook(book, "check", "--unwaive", "w1").status == 0
    assert minutebook(book, "check").status == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--fix", "9"], "the check finds nothing called '9'"),
        (["--waive", "1"], "a waiver needs a reason"),
        (["--reason", "so"], "a reason was given, but nothing to waive"),
        (["--waive", "style:1:0", "--reason", "so"], "the check finds nothing called"),
    ],
)
def test_what_cannot_be_meant_is_bad_input_and_changes_nothing(
    book: Path, meeting: Path, options: list[str], words: str
) -> None:
    keyed(book, ALL_TAKEN + "+The rent of ??\n")
    before = meeting.read_bytes()
    done = minutebook(book, "check", *options)
    assert done.status == 2
    assert words in done.err
    assert done.err.count("\n") == 1
    assert meeting.read_bytes() == before


def test_what_has_no_suggestion_is_refused_and_changes_nothing(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The rent of ?? will rise\n")
    before = meeting.read_bytes()
    done = minutebook(book, "check", "--fix", "2", "--fix", "1")
    assert (done.status, done.out) == (1, "")
    assert "nothing is suggested" in done.err
    assert meeting.read_bytes() == before


def test_a_meeting_that_is_being_written_is_checked_and_not_mended(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The rent will rise\n")
    with open_meeting(meeting):
        assert minutebook(book, "check").status == 1
        done = minutebook(book, "check", "--fix", "1")
        assert done.status == 3
        assert "open" in done.err


def test_the_book_s_own_list_is_used_and_a_bad_one_is_named_with_its_line(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The club will utilise the quay\n")
    own = book / "styles" / "house_style.toml"
    own.parent.mkdir()
    own.write_text('[[list]]\n[list.words]\nutilise = "use"\nwill = "will"\n', encoding="utf-8")
    assert [(row["words"], row["suggestion"]) for row in listed(book)] == [("utilise", "use")]
    own.write_text('[[list]]\n[list.words]\nutilise = "use"\nwill = 3\n', encoding="utf-8")
    done = minutebook(book, "check")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"minutebook: {own}:4: what is written for “will” stands in quotation marks")


def test_the_list_that_travels_along_can_be_printed_and_used_as_one_s_own(book: Path, meeting: Path) -> None:
    keyed(book, ALL_TAKEN + "+The rent will rise\n")
    printed = minutebook(book, "check", "--house-style").out
    own = book / "styles" / "house_style.toml"
    own.parent.mkdir()
    own.write_text(printed.replace('will = "would"', 'will = "shall"'), encoding="utf-8")
    assert [row["suggestion"] for row in listed(book)] == ["shall"]


def test_control_characters_reach_no_terminal(book: Path, meeting: Path) -> None:
    keyed(book, "/rename \x1b[31mRed ??\n+\u202egnp.?? will\n")
    done = minutebook(book, "check")
    assert not set(done.out) & set("\x1b\u202e")


def test_a_number_that_the_series_has_used_already_is_open(book: Path, tmp_path: Path) -> None:
    for day in ("2 April 2024", "7 May 2024"):
        agenda = tmp_path / "numbered.md"
        agenda.write_text(f"# Burial Board\nDate: {day}\n\n## Agenda\n41/24 Welcome\n42/24 Paths\n", encoding="utf-8")
        assert minutebook(book, "new", "--agenda", str(agenda)).status == 0
    done = minutebook(book, "check", "2024-05-07")
    assert done.status == 1
    assert "the number 41/24 was used on 2 April 2024 already" in done.out
    assert "2 numbers used twice or left out" in done.out
    name = done.out.split("[number:")[1].split("]")[0]
    assert minutebook(book, "check", "2024-05-07", "--waive", f"number:{name}", "--reason", "as minuted").status == 0


def test_spelling_is_looked_up_where_it_is_asked_for(
    book: Path, meeting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyed(book, "+the boat was recieved and repiared\n")
    assert "minutebook[spelling]" in minutebook(book, "check", "--spelling").err
    monkeypatch.setenv("MINUTEBOOK_DICTIONARIES", str(write_dictionary(tmp_path / "dictionaries")))
    (book / "styles").mkdir()
    (book / "styles" / "words.txt").write_text("repiared\n", encoding="utf-8")
    found = [row for row in listed(book, "--spelling") if row["kind"] == "spelling"]
    assert [(row["words"], row["suggestion"]) for row in found] == [("recieved", "received")]
    assert all(row["kind"] != "spelling" for row in listed(book))
