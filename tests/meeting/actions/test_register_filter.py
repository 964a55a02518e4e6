"""Which actions of a register are wanted, and in what order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tui.meeting.actions.register_filter import Sort, Wanted, owners_of, posts_of, wanted_rows
from tui.meeting.actions.register_row import Heard, RegisterRow
from tui.meeting.model import Status

DAY = date(2019, 8, 27)


def row(text: str, **fields: Any) -> RegisterRow:
    owners = fields.pop("owners", ())
    people = fields.pop("people", {})
    own: dict[str, Any] = {
        "uid": f"{text}-1",
        "ref": "A1",
        "text": text,
        "owners": owners,
        "holders": tuple(people.get(owner, ("", ""))[0] for owner in owners),
        "posts": tuple(people.get(owner, ("", ""))[1] for owner in owners),
        "meeting_date": DAY,
        "meeting_file": "2019-08-27-quay.json",
        "origin_date": DAY,
        "changed": datetime(2019, 8, 27, tzinfo=UTC),
    }
    return RegisterRow(**{**own, **fields})


def texts(rows: list[RegisterRow], **asked: Any) -> list[str]:
    posts = posts_of(owner for one in rows for owner in owners_of(one))
    return [one.text for one in wanted_rows(rows, Wanted(**asked), posts)]


AUGUST = {"DCC": ("Ann Lee", "Deputy Chief Constable"), "Dr Ian Wall": ("Dr Ian Wall", "Surveyor")}
SEPTEMBER = {"DCC": ("Tom Hill", "Deputy Chief Constable"), "Mo Hart": ("Mo Hart", "Deputy Chief Constable")}
OWNED = [
    row("august", owners=("DCC",), people=AUGUST),
    row("september", owners=("DCC", "ALL"), people=SEPTEMBER),
    row("surveyor", owners=("Dr Ian Wall",), people=AUGUST),
    row("by name", owners=("Mo Hart",), people=SEPTEMBER),
    row("group", owners=("Finance team",)),
    row("nobody"),
]


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("dcc", ["august", "september", "by name"]),
        ("Deputy  Chief Constable", ["august", "september", "by name"]),
        ("Ann Lee", ["august"]),
        ("lee", ["august"]),
        ("Ms Ann Lee OBE", ["august"]),
        ("Hill", ["september"]),
        ("Wall", ["surveyor"]),
        ("Ian Wall", ["surveyor"]),
        ("surveyor", ["surveyor"]),
        ("all", ["september"]),
        ("finance team", ["group"]),
        ("team", ["group"]),
        ("Constable", []),
        ("Al", []),
        ("", ["august", "september", "surveyor", "by name", "group", "nobody"]),
        (" ", ["august", "september", "surveyor", "by name", "group", "nobody"]),
    ],
)
def test_an_owner_is_a_post_its_abbreviation_a_name_or_a_surname(owner: str, found: list[str]) -> None:
    assert texts(OWNED, owner=owner) == found


def test_a_post_that_goes_by_two_abbreviations_lends_neither_to_a_name() -> None:
    rows = [
        row("one", owners=("CX",), people={"CX": ("Ann Lee", "Chief")}),
        row("two", owners=("CE",), people={"CE": ("Ann Lee", "Chief")}),
        row("three", owners=("Ann Lee",), people={"Ann Lee": ("Ann Lee", "Chief")}),
    ]
    assert texts(rows, owner="CX") == ["one"]
    assert texts(rows, owner="Chief") == texts(rows, owner="Lee") == ["one", "two", "three"]


def test_status_due_series_and_words_pick_and_add_up() -> None:
    rows = [
        row("Mend the *quay*", series="Quay Committee", due_date=date(2019, 9, 1), overdue=True, topic="Storm"),
        row("Paint", series="Quay Committee", due_date=date(2019, 9, 2), status=Status.DONE),
        row("Dredge", series="Harbour Board", heard=(Heard(meeting="x", date=DAY, text="The storm came first"),)),
    ]
    assert texts(rows, only_open=True) == ["Mend the *quay*", "Dredge"]
    assert texts(rows, overdue=True) == ["Mend the *quay*"]
    assert texts(rows, statuses=(Status.DONE, Status.DROPPED)) == ["Paint"]
    assert texts(rows, statuses=(Status.DONE,), only_open=True) == []
    assert texts(rows, due_before=date(2019, 9, 2)) == ["Mend the *quay*"]
    assert texts(rows, series="quay") == texts(rows, series="QUAY  committee") == ["Mend the *quay*", "Paint"]
    assert texts(rows, series="committee quay") == texts(rows, series="Qua") == []
    assert texts(rows, words="STORM") == ["Mend the *quay*", "Dredge"]
    assert texts(rows, words="storm first") == ["Dredge"]
    assert texts(rows, words="storm", series="quay", only_open=True) == ["Mend the *quay*"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("date", ["a", "b", "c", "d"]),
        ("owner", ["c", "b", "a", "d"]),
        ("due", ["b", "d", "a", "c"]),
        ("status", ["b", "d", "a", "c"]),
        ("meeting", ["d", "a", "b", "c"]),
    ],
)
def test_rows_are_sorted_and_equals_stay_as_they_were(sort: Sort, order: list[str]) -> None:
    rows = [
        row("a", owners=("TR",), status=Status.DONE),
        row("b", owners=("hm", "TR"), due_date=date(2019, 9, 1), overdue=True),
        row("c", owners=("ALL",), status=Status.DROPPED),
        row("d", due_date=date(2019, 9, 2), meeting_date=date(2019, 7, 1)),
    ]
    assert texts(rows, sort=sort) == order
