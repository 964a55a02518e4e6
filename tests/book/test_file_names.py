from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.book.samples import meeting
from tui.book.file_names import file_name, series_keys, slug


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Monthly Assurance Meeting", "monthly-assurance-meeting"),
        ("  Café  société: année nº 2 ", "cafe-societe-annee-no-2"),
        ("The People's Panel / Ward 3", "the-peoples-panel-ward-3"),
        ("会議 第3回", "会議-第3回"),
        ("बैठक की कार्यसूची", "बैठक-की-कार्यसूची"),
        ("../../etc/passwd", "etc-passwd"),
        ("ﬁnance", "finance"),
        ("!!! ???", "meeting"),
        ("", "meeting"),
        ("a_b", "a-b"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_name_keeps_letters_and_digits(words: str, name: str) -> None:
    assert slug(words) == unicodedata.normalize("NFC", name)


@given(st.text())
@example("\u0301" * 9)
@example("\U0001f468" * 90)
def test_any_words_make_a_name_that_every_disk_takes(words: str) -> None:
    name = slug(words)
    assert name
    assert len(name) <= 80
    assert len(name.encode("utf-8", "surrogatepass")) <= 160
    assert not set(name) & set('/\\:*?"<>|. \n\0')
    assert not name.startswith("-")
    assert not name.endswith("-")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Monthly Assurance Meeting August 2019", "2019-08-27-monthly-assurance-meeting.json"),
        ("Parish Council, 27th of August 2019", "2019-08-27-parish-council.json"),
        ("Budget Committee 2019", "2019-08-27-budget-committee.json"),
        ("August 2019", "2019-08-27-meeting.json"),
    ],
)
def test_a_title_without_a_series_loses_its_month_and_year(title: str, name: str) -> None:
    assert file_name(meeting(title=title, header=())) == name


def test_meetings_of_one_series_share_a_key_and_others_do_not() -> None:
    named = meeting()
    august = meeting(header=())
    july = meeting(title="Monthly  assurance meeting, July 2019".replace(",", ""), header=())
    other = meeting(title="Local Policing July 2019", header=())
    assert series_keys(named) & series_keys("  monthly ASSURANCE\tmeeting ")
    assert series_keys(august) & series_keys(july)
    assert series_keys(named) & series_keys(july)
    assert not series_keys(named) & series_keys(other)
    budget = [meeting(header=(("Series", f"Budget {year}"),)) for year in (2019, 2020)]
    assert not series_keys(budget[0]) & series_keys(budget[1])


def test_restricted_words_are_in_no_files_name() -> None:
    assert file_name(meeting(title="Hearing of [[Ann Lee]]", header=())) == "2019-08-27-hearing-of.json"
    assert file_name(meeting(header=(("Series", "Panel on [[the depot"),))) == "2019-08-27-panel-on.json"
    assert file_name(meeting(title="[[Ann Lee]]", header=())) == "2019-08-27-meeting.json"
