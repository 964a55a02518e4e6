from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins

from tests.book.samples import action, entry, meeting
from tui.book.folder import Book
from tui.book.opened import create_meeting
from tui.book.register.register import register
from tui.meeting.actions.register_filter import Wanted
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.model import Due, Entry, Kind, Meeting, Origin, Section, Source, Status

TODAY = date(2019, 9, 2)
FILE = "2019-0{}-27-monthly-assurance-meeting.json"


def month(number: int, *entries: Entry, **fields: Any) -> Meeting:
    own = {
        "id": f"{number:x}" * 32,
        "title": f"Meeting {number}",
        "date": date(2019, number, 27),
        "entries": entries,
    }
    return meeting(**{**own, **fields})


def forward(number: int, of: Meeting, entry_id: int, ref: str, text: str = "Report on it", **fields: Any) -> Entry:
    source = Source(id=of.id, title=of.title, date=of.date)
    return action(number, text, ref, origin=Origin(meeting=source, entry=entry_id, topic="Staff"), **fields)


def rows(folder: Path, *meetings: Meeting, public: bool = True, **wanted: Any) -> tuple[RegisterRow, ...]:
    for one in meetings:
        create_meeting(folder, one)
    found, errors, _ = register(Book(folder), today=TODAY, public=public, wanted=Wanted(**wanted))
    assert errors == ()
    return found


def test_an_action_counts_once_and_stands_as_the_latest_meeting_has_it(tmp_path: Path) -> None:
    june = month(6, entry(1, "Staff *survey*", kind=Kind.SUBHEADING), action(2, "Report on it", "A1"))
    july = month(7, forward(1, june, 2, "B1", due=Due(words="in July")))
    august = month(
        8,
        forward(4, june, 2, "B2", "*Report* on it ??", status=Status.DONE, owners=("CC", "Ian Wall"), section=3),
        entry(5, "It was provided", kind=Kind.UPDATE, about=4, section=3),
        sections=(Section(id=1, heading="Matters [[x]] arising"), Section(id=3, heading="", level=2)),
    )
    (row,) = rows(tmp_path, august, june, july, public=False)
    assert to_builtins(row) == {
        "uid": f"{june.id}-2",
        "ref": "B2",
        "text": "Report on it ??",
        "owners": ("CC", "Ian Wall"),
        "holders": ("", ""),
        "posts": ("", ""),
        "due": "by 1 September",
        "due_date": "2019-09-01",
        "status": "done",
        "overdue": False,
        "updates": 1,
        "meeting": "Meeting 8",
        "meeting_date": "2019-08-27",
        "meeting_file": "2019-08-27-monthly-assurance-meeting.json",
        "series": "Monthly Assurance Meeting",
        "section": "Matters x arising",
        "topic": "Staff survey",
        "origin_title": "Meeting 6",
        "origin_date": "2019-06-27",
        "restricted": False,
        "heard": ({"meeting": "Meeting 8", "date": "2019-08-27", "text": "It was provided", "speakers": ()},),
        "steps": (),
        "stood": tuple(
            {"meeting": f"Meeting {number}", "date": f"2019-0{number}-27", "file": FILE.format(number), **where}
            for number, where in (
                (6, {"ref": "A1", "status": "open"}),
                (7, {"ref": "B1", "status": "open"}),
                (8, {"ref": "B2", "status": "done"}),
            )
        ),
        "replaced_by": None,
        "replaces": (),
        "revision": 2,
        "changed": "2019-08-27T10:00:04Z",
    }


def test_where_the_first_meetings_file_is_gone_the_origin_speaks_for_it(tmp_path: Path) -> None:
    june = month(6)
    (row,) = rows(tmp_path, month(8, forward(4, june, 2, "B1")))
    assert (row.origin_title, row.origin_date, row.topic) == ("Meeting 6", date(2019, 6, 27), "Staff")


def test_a_copy_of_a_file_counts_nothing_twice(tmp_path: Path) -> None:
    june = month(6)
    update = entry(2, "Half done", kind=Kind.UPDATE, about=1)
    path = create_meeting(tmp_path, month(7, forward(1, june, 1, "B1"), update))
    (row,) = rows(tmp_path)
    (tmp_path / "copy.json").write_bytes(path.read_bytes())
    (again,) = rows(tmp_path)
    assert (again.heard, again.revision, len(again.stood)) == (row.heard, row.revision, 1)


def test_filters_pick_open_overdue_and_an_owner(tmp_path: Path) -> None:
    late = action(1, "late", "A1", due=Due(words="by then", date=date(2019, 9, 1)), owners=("Ian Wall",))
    today = action(2, "today", "A2", due=Due(words="today", date=TODAY), owners=("CC",))
    done = action(3, "done", "A3", status=Status.DONE, owners=("Finance team", "CC"))
    create_meeting(tmp_path, month(6, late, today, done))

    def texts(**wanted: Any) -> list[str]:
        return [row.text for row in rows(tmp_path, **wanted)]

    assert texts() == ["late", "today", "done"]
    assert texts(only_open=True) == ["late", "today"]
    assert texts(overdue=True) == ["late"]
    assert texts(owner="cc") == ["today", "done"]
    assert texts(owner="wall") == ["late"]
    assert texts(owner="finance team", only_open=True) == []
    assert texts(owner="c") == []


SECRET = "Operation Sparrow"


@pytest.mark.parametrize(
    ("june", "stub"),
    [
        (month(6, action(1, SECRET, "A1", restricted=True, owners=(SECRET,))), True),
        (month(6, action(1, SECRET, "A1"), sections=(Section(id=1, heading=SECRET, restricted=True),)), True),
        (
            month(
                6,
                action(1, SECRET, "A1", section=2),
                sections=(Section(id=1, heading="x", restricted=True), Section(id=2, heading=SECRET, level=2)),
            ),
            True,
        ),
        (month(6, action(1, f"Report on [[{SECRET}]] soon", "A1")), False),
        (month(6, action(1, "Report", "A1", due=Due(words=f"after [[{SECRET}]]", date=date(2019, 8, 1)))), False),
        (month(6, action(1, "Report", "A1", owners=(f"[[{SECRET}]]",))), False),
        (month(6, action(1, "Report on [[", "A1", owners=(f"[[{SECRET}",))), False),
        (
            month(
                6,
                entry(1, SECRET, kind=Kind.SUBHEADING, restricted=True),
                action(2, "Report on it", "A1"),
                title=f"On [[{SECRET}]]",
            ),
            False,
        ),
    ],
)
def test_the_public_version_has_no_restricted_words(tmp_path: Path, june: Meeting, stub: bool) -> None:
    (row,) = rows(tmp_path, june)
    assert SECRET not in str(to_builtins(row))
    if stub:
        assert (row.text, row.owners, row.due, row.due_date, row.topic) == ("[restricted]", (), "", None, "")
        assert row.restricted
    else:
        assert row.text != "[restricted]"
    (internal,) = rows(tmp_path, public=False)
    assert SECRET in str(to_builtins(internal))
    assert internal.restricted == row.restricted


def test_restricted_words_within_a_text_leave_a_stub(tmp_path: Path) -> None:
    june = month(6, action(1, "Report on [[it]] *soon*", "A1", due=Due(words="after [[it]]", date=date(2019, 8, 1))))
    (row,) = rows(tmp_path, june)
    assert (row.text, row.due, row.due_date) == ("Report on [restricted] soon", "after [restricted]", None)
    assert (row.restricted, row.overdue) == (True, False)


def test_a_later_meeting_does_not_repeat_what_an_earlier_one_restricted(tmp_path: Path) -> None:
    june = month(6, action(1, SECRET, "A1", restricted=True))
    (row,) = rows(tmp_path, june, month(7, forward(1, june, 1, "B1", SECRET)))
    assert row.text == "[restricted]"
    assert row.ref == "B1"


def test_the_public_filter_knows_no_more_than_it_shows(tmp_path: Path) -> None:
    june = month(6, action(1, "x", "A1", restricted=True, owners=("CC",)))
    assert rows(tmp_path, june, owner="CC") == ()
    assert rows(tmp_path, overdue=True) == ()
    assert len(rows(tmp_path, owner="CC", public=False)) == 1


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    create_meeting(tmp_path, month(6, action(1, "x", "A1")))
    (tmp_path / "letter.json").write_text("Dear all")
    found, errors, _ = register(Book(tmp_path), today=TODAY)
    assert len(found) == 1
    assert "letter.json:1: this is not JSON" in errors[0]
