"""The registers beside the actions, over a book of two series."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.commands.command_line import minutebook, new_meeting

PARISH = """# Parish Council {day}

Date: {day} 2024 19:00
Series: Parish Council
Chair: Ann Lee
Quorum: 3

## Attendance
- Ann Lee (AL)
- Bo Oake (BO)
- Cy Pugh (CP)
- Di Ray (DR)

## Agenda
1. Works
2. Tender
3. Close
"""

HALL = """# Hall Trust May 2024

Date: 9 May 2024
Series: Hall Trust

## Attendance
- Fay Moss (FM)
- Gil Nunn (GN)

## Agenda
1. Roof
"""

MAY = """/go Works
=That the fence be green; prop AL, sec BO. For: AL, BO; against: CP; abstained: DR
=That the lamp be lit. Against: CP. Others for.
=That the gate be moved. Yes 3 No 1
=Motion to paint the fence withdrawn by the mover
?AL: When will the path be mown
>BO: In June
?When will the bank be tarred
/go Tender
/interest CP, pecuniary, works for the bidder
/out CP
=That the tender be awarded to [[Mole Ltd]]; carried
%=That the loser be sued; carried
?What did [[Mole Ltd]] bid
/go Close
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("registers") / "book"
    for agenda, lines in (
        (PARISH.format(day="7 May"), MAY),
        (HALL, "/go Roof\n=That the roof be mended; lost 0-2\n/absent GN\n"),
        (PARISH.format(day="4 June"), "/go Works\n/apologies DR\n/absent CP\n+Mown.\n"),
        (PARISH.format(day="2 July"), ""),
    ):
        made = new_meeting(folder, agenda)
        done = minutebook(folder, "capture", made, stdin=lines)
        assert done.status == 0, done.out + done.err
    return folder


def rows(book: Path, name: str, *options: str) -> list[dict[str, Any]]:
    done = minutebook(book, name, "--format", "json", *options)
    assert (done.status, done.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


def beginning(found: list[dict[str, Any]], words: str) -> dict[str, Any]:
    (one,) = [row for row in found if row["text"].startswith(words)]
    return one


def test_a_decision_names_in_full_who_moved_it_and_who_voted_how(book: Path) -> None:
    fence = beginning(rows(book, "decisions"), "That the fence")
    assert (fence["mover"], fence["seconder"]) == ("Ann Lee", "Bo Oake")
    assert fence["for_names"] == ["Ann Lee", "Bo Oake"]
    assert (fence["against_names"], fence["abstained_names"]) == (["Cy Pugh"], ["Di Ray"])
    assert (fence["votes_for"], fence["votes_against"], fence["abstained"]) == (2, 1, 1)
    assert (fence["item"], fence["meeting"], fence["meeting_date"]) == ("1 Works", "Parish Council 7 May", "2024-05-07")
    assert fence["series"] == "Parish Council"


def test_others_are_everybody_who_was_there_and_is_not_named(book: Path) -> None:
    lamp = beginning(rows(book, "decisions"), "That the lamp")
    assert lamp["for_names"] == ["Ann Lee", "Bo Oake", "Di Ray"]
    assert (lamp["votes_for"], lamp["votes_against"]) == (3, 1)


def test_a_substantive_motion_tells_which_motion_it_replaces(tmp_path: Path) -> None:
    path = new_meeting(tmp_path, PARISH.format(day="14 May"))
    lines = (
        "=Motion: that the gate be red [[at once]]; moved by AL",
        "=Amendment: to put blue for red; moved by BO. The amendment was carried",
        "=The substantive motion, that the gate be blue, was carried",
    )
    minutebook(tmp_path, "capture", path.name, stdin="\n".join(lines))
    found = rows(tmp_path, "decisions")
    assert [row["replaces"][:30] for row in found] == ["", "", "Motion: that the gate be red ["]
    assert [row["replaced_by"][:22] for row in found] == ["The substantive motion", "", ""]
    assert "at once" not in found[-1]["replaces"]


RUNNING = """# Burial Board {day}

Date: {day} 2024
Series: Burial Board

## Attendance
- Ann Lee (AL)
- Bo Oake (BO)

## Agenda
{first}/24 Fees
{second}/24 Paths
"""


@pytest.fixture(scope="module")
def burial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a series in which a later meeting puts an end to what an earlier one decided."""
    folder = tmp_path_factory.mktemp("burial") / "book"
    for day, first, lines in (
        (
            "7 May",
            41,
            "=Agreed a fee of 90 pounds\n/go Paths\n=Agreed to mow [[Kite Lane]] weekly\n=To tar it; lost 0-2\n",
        ),
        ("4 June", 43, "=Resolved that minute 41/24 be rescinded and the fee be 95 pounds\n"),
        ("2 July", 45, "=To rescind minute 42/24; lost 1-2\n=Resolution 24/9: to mow at Easter alone, carried\n"),
        ("6 August", 47, "=Resolved to rescind resolution 24/9 and the decision of 4 June 2024\n"),
    ):
        made = new_meeting(folder, RUNNING.format(day=day, first=first, second=first + 1))
        assert minutebook(folder, "capture", made, stdin=lines).status == 0
    return folder


def test_a_decision_that_was_put_an_end_to_names_what_replaced_it_and_when(burial: Path) -> None:
    found = rows(burial, "decisions")
    told = {row["text"][:28]: (row["replaced_by"][:28], row["replaced_on"]) for row in found}
    assert told == {
        "Agreed a fee of 90 pounds": ("Resolved that minute 41/24 b", "2024-06-04"),
        "Agreed to mow [restricted] w": ("", None),
        "To tar it; lost 0-2": ("", None),
        "Resolved that minute 41/24 b": ("Resolved to rescind resoluti", "2024-08-06"),
        "To rescind minute 42/24; los": ("", None),
        "Resolution 24/9: to mow at E": ("Resolved to rescind resoluti", "2024-08-06"),
        "Resolved to rescind resoluti": ("", None),
    }
    assert found[-1]["replaces"] == f"{found[5]['text']}; {found[3]['text']}"


@pytest.mark.parametrize("fmt", ["table", "csv", "md"])
def test_every_format_names_the_successor_of_a_decision(burial: Path, fmt: str) -> None:
    page = minutebook(burial, "decisions", "--format", fmt).out
    assert {"replaced by", "replaced_by"} & set(re.findall(r"replaced[ _]by", page.lower()))
    assert "2024-06-04" in page


def test_what_was_not_said_is_unknown_and_never_nought(book: Path) -> None:
    gate = beginning(rows(book, "decisions"), "That the gate")
    assert (gate["votes_for"], gate["votes_against"], gate["abstained"], gate["for_names"]) == (3, 1, None, [])
    assert beginning(rows(book, "decisions"), "Motion to paint")["outcome"] == "withdrawn"


def test_a_decision_counts_who_was_there_at_its_moment_and_not_who_was_out(book: Path) -> None:
    found = rows(book, "decisions")
    fence, tender = beginning(found, "That the fence"), beginning(found, "That the tender")
    assert (fence["present"], fence["entitled"], fence["quorate"]) == (4, 4, True)
    assert (tender["present"], tender["entitled"], tender["quorate"]) == (3, 3, True)
    assert beginning(found, "That the roof")["quorate"] is None


def test_the_public_reads_no_restricted_word_and_sees_that_there_is_a_decision(book: Path) -> None:
    for name in ("decisions", "questions", "interests", "attendance"):
        for fmt in ("table", "csv", "json", "md"):
            page = minutebook(book, name, "--format", fmt).out
            assert "Mole" not in page
            assert "sued" not in page
    found = rows(book, "decisions")
    beginning(found, "That the tender be awarded to [restricted]")
    hidden = beginning(found, "[restricted]")
    assert (hidden["outcome"], hidden["present"], hidden["item"]) == ("", None, "2 Tender")
    internal = rows(book, "decisions", "--version", "internal")
    assert beginning(internal, "That the loser")["outcome"] == "carried"
    assert len(internal) == len(found)


def test_an_interest_says_whose_it_is_and_in_what(book: Path) -> None:
    (one,) = rows(book, "interests")
    assert (one["name"], one["kind"], one["words"]) == ("Cy Pugh", "pecuniary", "works for the bidder")
    assert (one["item"], one["meeting_date"]) == ("2 Tender", "2024-05-07")


def test_a_question_says_who_asked_and_whether_it_was_answered(book: Path) -> None:
    found = rows(book, "questions")
    mown, tarred = beginning(found, "When will the path"), beginning(found, "When will the bank")
    assert (mown["speakers"], mown["answered"]) == (["Ann Lee"], True)
    assert (tarred["speakers"], tarred["answered"]) == ([], False)


def test_attendance_counts_the_meetings_that_took_place_by_member_and_series(book: Path) -> None:
    found = {row["name"]: row for row in rows(book, "attendance")}
    assert {name: (row["held"], row["present"]) for name, row in found.items()} == {
        "Ann Lee": (2, 2),
        "Bo Oake": (2, 2),
        "Cy Pugh": (2, 1),
        "Di Ray": (2, 1),
        "Fay Moss": (1, 1),
        "Gil Nunn": (1, 0),
    }
    assert (found["Di Ray"]["apologies"], found["Di Ray"]["absent"], found["Di Ray"]["rate"]) == (1, 0, 0.5)
    assert (found["Gil Nunn"]["absent"], found["Gil Nunn"]["series"]) == (1, "Hall Trust")


def test_whoever_has_not_come_for_so_many_months_is_warned_of_where_that_is_asked(book: Path) -> None:
    def warned(*options: str) -> set[str]:
        return {row["name"] for row in rows(book, "attendance", *options) if row["warning"]}

    assert warned() == set()
    assert warned("--months", "6") == {"Cy Pugh", "Di Ray", "Gil Nunn"}
    assert warned("--months", "1200") == set()


def test_a_register_is_that_of_the_series_and_the_days_that_are_asked_for(book: Path) -> None:
    assert {row["series"] for row in rows(book, "decisions", "--series", "hall")} == {"Hall Trust"}
    assert len(rows(book, "decisions", "--from", "8 May 2024")) == 1
    assert len(rows(book, "decisions", "--to", "2024-05-08")) == 6
    assert {row["held"] for row in rows(book, "attendance", "--series", "parish", "--from", "2024-06-01")} == {1}


def test_a_row_leads_to_its_entry(book: Path) -> None:
    fence = beginning(rows(book, "decisions"), "That the fence")
    kept = json.loads((book / fence["meeting_file"]).read_text("utf-8"))
    assert "fence be green" in kept["entries"][str(fence["entry"])]["text"]


def test_every_format_has_the_rows_and_goes_to_a_file_too(book: Path, tmp_path: Path) -> None:
    table = minutebook(book, "decisions").out
    assert table.splitlines()[0].split()[-1] == "TEXT"
    assert "Ann Lee; Bo Oake" in table
    page = minutebook(book, "decisions", "--format", "csv", "-o", tmp_path / "d.csv")
    assert (page.status, page.out) == (0, "")
    (first, *_) = csv.DictReader(io.StringIO((tmp_path / "d.csv").read_bytes().decode()))
    assert (first["for_names"], first["quorate"], first["abstained"]) == ("Ann Lee; Bo Oake", "yes", "1")
    assert "- Votes for: 2\n" in minutebook(book, "decisions", "--format", "md").out
    assert "INTERNAL" in minutebook(book, "decisions", "--format", "md", "--version", "internal").out


@pytest.mark.parametrize("name", ["decisions", "attendance", "interests", "questions"])
def test_an_empty_book_has_no_rows(tmp_path: Path, name: str) -> None:
    (tmp_path / "book").mkdir()
    assert minutebook(tmp_path / "book", name).out == f"No {name}.\n"
    assert rows(tmp_path / "book", name) == []
