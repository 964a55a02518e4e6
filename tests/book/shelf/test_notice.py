"""Which rule holds for a meeting's notice, and the day that follows from it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tests.meeting.room import parish
from tui.book.shelf.notice import notice_of
from tui.errors import BadInput

MAY = date(2027, 5, 4)


def day_for(folder: Path, rule: str, day: date = MAY) -> date | None:
    found = notice_of(folder, parish(date=day, header=(("Notice", rule),)))
    return found.date if found else None


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ("england-parish", date(2027, 4, 28)),
        ("England-Council", date(2027, 4, 26)),
        ("wales-community", date(2027, 4, 28)),
        ("scotland-council", date(2027, 4, 28)),
        ("northern-ireland-council", date(2027, 4, 26)),
        ("germany-working-days", date(2027, 4, 28)),
        ("germany-week", date(2027, 4, 26)),
        ("3 clear days", date(2027, 4, 30)),
        ("to be read out at the gate", None),
    ],
)
def test_the_day_follows_from_the_rule_that_the_agenda_names_or_says(
    tmp_path: Path, rule: str, last: date | None
) -> None:
    assert day_for(tmp_path, rule) == last


def test_a_book_has_rules_of_its_own_and_one_for_agendas_that_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    own = tmp_path / "styles" / "notice_rules.toml"
    own.write_text(
        'default = "verein"\n[verein]\ndays = 14\nclear = true\nholidays = "DE-BY"\ndates = ["2027-04-28"]\n'
    )
    found = notice_of(tmp_path, parish(date=MAY, header=()))
    assert found is not None
    assert (found.date, found.rule) == (date(2027, 4, 17), "verein")
    assert notice_of(tmp_path / "other", parish(date=MAY, header=())) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[a]\ndays = 0\n", "needs days"),
        ("[a]\ndays = 3\nwithout = ['Sonntag']\n", "is none"),
        ("[a]\ndays = 3\nspan = 4\n", "“span” cannot be so"),
        ("a = 3\n", "is no rule"),
        ("[a\n", "not TOML"),
    ],
)
def test_a_rule_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "notice_rules.toml").write_text(text)
    with pytest.raises(BadInput, match=why) as told:
        day_for(tmp_path, "a")
    assert "notice_rules.toml:" in str(told.value)


def test_a_name_that_no_rule_has_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="england-parish"):
        day_for(tmp_path, "england-parrish")


def test_details_and_check_say_the_day(tmp_path: Path) -> None:
    ahead = date.today() + timedelta(days=60)
    agenda = AGENDA.replace("Tuesday 7 May 2024 18:30", ahead.isoformat()).replace(
        "Chair:", "Notice: 3 clear days\nChair:"
    )
    new_meeting(tmp_path / "book", agenda)
    last = ahead - timedelta(days=4)
    shown = minutebook(tmp_path / "book", "details").out
    assert f"Notice by {last:%A} {last.day} {last:%B %Y} (3 clear days)" in shown
    assert f"Notice by {last:%A}" in minutebook(tmp_path / "book", "check").out


def test_details_say_what_was_changed_since_the_agenda_was_sent_out(tmp_path: Path) -> None:
    book, folder = tmp_path / "book", tmp_path / "out"
    path = new_meeting(book)
    assert minutebook(book, "publish", path.stem, folder).status == 0
    assert "as agenda to" in minutebook(book, "details").out
    assert "nothing changed since" in minutebook(book, "details").out
    assert "Agenda" in (folder / "2024-05-07-quay-committee.md").read_text(encoding="utf-8")
    shown = minutebook(book, "details", "--venue", "Boathouse").out
    assert "1 changed since" in shown
    assert "Venue added" in shown
