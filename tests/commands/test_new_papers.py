"""`new` with papers as they come: what it says, what it keeps, and what it only shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook

MAIL = """\
From: Fay Orme <fay@weir.example>
Subject: Weir Committee agenda
Date: Mon, 3 Jun 2024 09:12:00 +0100

We meet on Thursday 6 June 2024 at 2 pm in the Mill Room.

1. Welcome
2. Sluices – Una Rees, 10 min

Fay
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.txt"
    path.write_text(MAIL, encoding="utf-8")
    return path


def test_new_says_in_a_few_lines_what_it_understood(book: Path, mail: Path) -> None:
    done = minutebook(book, "new", "--agenda", mail)
    assert done.status == 0
    assert done.out.splitlines()[1:] == [
        "  title: Weir Committee",
        "  when: Thursday 6 June 2024, 14:00; where: Mill Room",
        "  doubted: “Weir Committee”: no line gives it: it is what the mail, the page or a sentence calls the meeting",
    ]


def test_the_paper_is_kept_beside_the_meeting_and_is_no_meeting(book: Path, mail: Path) -> None:
    minutebook(book, "new", "--agenda", mail)
    assert (book / "papers" / "2024-06-06-weir-committee.txt").read_text(encoding="utf-8") == MAIL
    assert minutebook(book, "list").out.count("\n") == 1


def test_a_dry_run_shows_the_draft_and_makes_nothing(book: Path, mail: Path) -> None:
    done = minutebook(book, "new", "--agenda", mail, "--dry-run")
    assert done.status == 0
    assert "2. Sluices (Una Rees, 10 min)" in done.out
    assert "The day was taken because its line says when the meeting is." in done.out
    assert not list(book.glob("**/*.json"))


def test_json_tells_programs_what_each_line_was_taken_for(book: Path, mail: Path) -> None:
    draft = json.loads(minutebook(book, "new", "--agenda", mail, "--dry-run", "--json").out)
    assert draft["path"] is None
    assert draft["meeting"]["title"] == "Weir Committee"
    assert {one["role"] for one in draft["understood"]} >= {"date and place", "item", "signature", "furniture"}
    assert all(0 <= one["sure"] <= 1 and one["why"] for one in draft["understood"])


def test_an_agenda_needs_only_its_name(book: Path, tmp_path: Path) -> None:
    paper = tmp_path / "a.md"
    paper.write_text(AGENDA, encoding="utf-8")
    assert "2024-05-07-quay-committee.json" in minutebook(book, "new", paper).out
    twice = minutebook(book, "new", paper, "--agenda", paper)
    assert (twice.status, twice.out) == (2, "")
    assert "a meeting is made from one agenda" in twice.err


def test_an_agenda_comes_from_standard_input_too(book: Path) -> None:
    done = minutebook(book, "new", "--agenda", "-", stdin=MAIL)
    assert "2024-06-06-weir-committee.json" in done.out


def test_two_days_are_both_named_with_the_reason(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Weir Committee\nDate: Thursday 6 June 2024\n\n"
        "The committee will meet on Thursday 13 June 2024 in the Mill Room.\n\n1. A\n2. B\n",
        encoding="utf-8",
    )
    done = minutebook(book, "new", "--agenda", path)
    assert "Thursday 6 June 2024, taken because the line “Date” says so, and Thursday 13 June 2024 here" in done.err


def test_a_day_without_a_year_follows_the_meeting_before(book: Path, mail: Path, tmp_path: Path) -> None:
    minutebook(book, "new", "--agenda", mail)
    path = tmp_path / "next.txt"
    path.write_text("Weir Committee\nThursday 4 July, 2 pm\n\n1. Welcome\n2. Gates\n", encoding="utf-8")
    refused = minutebook(book, "new", "--agenda", path)
    assert (refused.status, "has no year" in refused.err) == (2, True)
    assert "2024-07-04-weir-committee.json" in minutebook(book, "new", "--agenda", path, "--after", "2024-06").out


def test_a_weekday_that_does_not_fit_is_warned_about(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Weir Committee\nMonday 6 June 2024, 2 pm\n\n1. Welcome\n2. Gates\n", encoding="utf-8")
    assert ":2: 6 June 2024 is a Thursday; check the date" in minutebook(book, "new", "--agenda", path).err


def test_restricted_words_of_an_agenda_stay_whole_where_it_is_split(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# Weir\nDate: 6 June 2024\n## Attendance\n- [[Una Rees, Owner (UR)]]\n- Kit Hurst\n\n## Agenda\n1. Welcome\n"
        "[[2. Sale of the mill – Kit Hurst]]\n3. Close [[early\n   or late]]\n",
        encoding="utf-8",
    )
    minutebook(book, "new", "--agenda", path)
    tables = json.loads(next(book.glob("*.json")).read_text(encoding="utf-8"))
    assert tables["people"]["1"]["name"] == "[[Una Rees]]"
    assert (tables["people"]["1"]["capacity"], tables["people"]["1"]["abbreviation"]) == ("[[Owner]]", "[[UR]]")
    sections = list(tables["sections"].values())
    assert (sections[1]["number"], sections[1]["heading"]) == ("[[2.]]", "[[Sale of the mill]]")
    assert sections[2]["heading"] == "Close [[early or late]]"
    page = minutebook(book, "render", "--version", "public").out
    assert not any(word in page for word in ("Una", "Owner", "Sale", "early", "late"))
