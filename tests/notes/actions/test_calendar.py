"""The to-dos of a calendar: read by two libraries that know nothing of each other, and imported twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import vobject
from hypothesis import given
from hypothesis import strategies as st

from tests.book.register.test_register import SECRET, forward, month
from tests.book.samples import action, meeting
from tests.examples import examples
from tests.notes.register_rows import AT, row, rows, unowned
from tui.book.folder import Book
from tui.book.opened import create_meeting
from tui.book.register.register import register
from tui.meeting.actions.register_row import RegisterRow, Related, Step
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.model import Due, Status
from tui.meeting.text.sanitizing import printable
from tui.notes.actions.calendar import action_calendar
from tui.use_cases.update_action import update_action

TODAY = date(2019, 9, 2)


def todos(page: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(page).walk("VTODO"))


def vtodos(page: str) -> list[Any]:
    """Read the to-dos with the other library."""
    return list(vobject.readOne(page).contents.get("vtodo", []))


def words(text: str) -> str:
    return "\n".join(map(printable, text.split("\n")))


def test_a_to_do_has_what_the_action_has() -> None:
    (todo,) = todos(action_calendar([row(due="by Friday", due_date=date(2024, 5, 10))]))
    assert todo["uid"] == f"{'a' * 32}-1@minutebook"
    assert todo["summary"] == "TR to write to the boats"
    assert todo["description"] == "Due: by Friday (10 May 2024)\nArose: Quay Committee May 2024, 7 May 2024: Moorings"
    assert todo.decoded("due") == date(2024, 5, 10)
    assert todo["due"].params["VALUE"] == "DATE"
    assert (todo["status"], todo["sequence"]) == ("NEEDS-ACTION", 1)
    assert todo.decoded("dtstamp") == todo.decoded("last-modified") == AT
    assert todo["contact"] == "TR (Owen Price)"
    assert "attendee" not in todo
    assert todo["categories"].cats == ["Quay Committee", "TR"]


def test_what_is_settled_says_how_and_when() -> None:
    done = Step(at=datetime(2024, 6, 1, 9, tzinfo=UTC), day=date(2024, 6, 1), status=Status.DONE, reason="paid")
    (one,) = todos(action_calendar([row(status=Status.DONE, steps=(done,))]))
    assert (one["status"], one["percent-complete"], one.decoded("completed")) == ("COMPLETED", 100, done.at)
    assert "1 June 2024: done – paid" in one["description"]
    (dropped,) = todos(action_calendar([row(status=Status.DROPPED)]))
    assert (dropped["status"], dropped.get("completed")) == ("CANCELLED", None)
    by = Related(uid="b" * 32 + "-2", ref="A2", meeting="x", date=TODAY, text="Write again")
    (replaced,) = todos(action_calendar([row(status=Status.REPLACED, replaced_by=by)]))
    assert (replaced["status"], replaced["related-to"]) == ("CANCELLED", f"{'b' * 32}-2@minutebook")
    assert replaced["related-to"].params["RELTYPE"] == "SIBLING"


def test_an_action_without_owner_due_or_words_is_a_to_do_all_the_same() -> None:
    (todo,) = todos(action_calendar([unowned("", series="")]))
    assert todo["summary"] == "(no words)"
    assert not {"contact", "due", "categories"} & {name.casefold() for name in todo}


def test_an_empty_register_is_a_calendar_without_to_dos() -> None:
    assert todos(action_calendar([])) == vtodos(action_calendar([])) == []


@examples(100, few=10)
@given(wanted=st.lists(rows(), max_size=4))
def test_two_libraries_read_the_same_words(wanted: list[RegisterRow]) -> None:
    page = action_calendar(wanted)
    assert page == action_calendar(wanted)
    assert all(len(line.encode()) <= 75 for line in page.split("\r\n"))
    assert "\x1b" not in page
    for one, first, second in zip(wanted, todos(page), vtodos(page), strict=True):
        summary = words(one.text).replace("\r", "\u240d") or "(no words)"
        assert str(first["summary"]) == second.summary.value == summary
        assert str(first["uid"]) == second.uid.value == f"{one.uid}@minutebook"
        assert first.get("due") is None if one.due_date is None else first.decoded("due") == one.due_date
        assert (second.due.value if "due" in second.contents else None) == one.due_date
        assert int(second.sequence.value) == first["sequence"] == one.revision
        assert str(first["status"]) == second.status.value


class Calendar:
    """A calendar that imports as RFC 5546 has it: by UID, and only what has a higher SEQUENCE or is stamped later."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def take(self, page: str) -> None:
        for todo in todos(page):
            old = self.kept.get(todo["uid"])
            if old is None or _age(todo) > _age(old):
                self.kept[str(todo["uid"])] = todo

    @property
    def statuses(self) -> list[str]:
        return [str(todo["status"]) for _, todo in sorted(self.kept.items())]


def _age(todo: Any) -> tuple[int, datetime]:
    return todo["sequence"], todo.decoded("dtstamp")


def exported(folder: Path) -> str:
    return action_calendar(register(Book(folder), today=TODAY).rows)


def test_importing_again_updates_and_never_doubles(tmp_path: Path) -> None:
    june = month(6, action(1, "Report on it", "A1"), action(2, "Write", "A2", due=Due(words="soon")))
    create_meeting(tmp_path, june)
    calendar = Calendar()
    calendar.take(exported(tmp_path))
    first = exported(tmp_path)
    calendar.take(first)
    assert calendar.statuses == ["NEEDS-ACTION", "NEEDS-ACTION"]
    assert exported(tmp_path) == first

    update_action(Book(tmp_path), f"{june.id}-1", ActionUpdate(status=Status.DONE), datetime(2019, 9, 2, 9, tzinfo=UTC))
    calendar.take(exported(tmp_path))
    assert calendar.statuses == ["COMPLETED", "NEEDS-ACTION"]

    # An older file does not take it back.
    calendar.take(first)
    assert calendar.statuses == ["COMPLETED", "NEEDS-ACTION"]

    create_meeting(tmp_path, month(7, forward(1, june, 2, "B1", "Write to the bank")))
    update_action(Book(tmp_path), f"{june.id}-1", ActionUpdate(status=Status.OPEN), datetime(2019, 9, 2, 9, tzinfo=UTC))
    calendar.take(exported(tmp_path))
    assert calendar.statuses == ["NEEDS-ACTION", "NEEDS-ACTION"]
    assert [str(one["summary"]) for one in calendar.kept.values()] == ["Report on it", "Write to the bank"]


def test_nothing_restricted_is_in_a_public_calendar(tmp_path: Path) -> None:
    hidden = action(1, SECRET, "A1", restricted=True, owners=(SECRET,))
    partly = action(2, f"Ask [[{SECRET}]]", "A2", owners=(f"[[{SECRET}]]",), due=Due(words=f"after [[{SECRET}]]"))
    create_meeting(tmp_path, meeting(entries=(hidden, partly), title=f"On [[{SECRET}]]"))
    page = exported(tmp_path).replace("\r\n ", "")
    assert SECRET not in page
    assert [str(todo["summary"]) for todo in todos(page)] == ["[restricted]", "Ask [restricted]"]
