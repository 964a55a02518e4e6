"""How long the registers beside the actions take over a book of a thousand meetings that has been read before."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.benchmarks.test_actions import MEETINGS, WARM, Taken, listed, settled
from tests.meeting.people.test_at_moment import quay
from tests.meeting.room import AT
from tui.book.disk.storage import encode_tables
from tui.book.meeting_file import tables_of
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal

LINES = (
    "=That plot {at} be fenced at a cost of {at} pounds; proposed by AL, seconded by BO; 2 for, 1 against",
    "=Agreed lot {at}. For: AL, BO. Against: CP.",
    "?AL: when will plot {at} be mown",
    ">BO: in June at the latest, weather {at} permitting",
    "!BO to mow plot {at}",
    "/interest CP, personal, lives beside plot {at}",
    *["+What was said of plot {at}, in a few words"] * 7,
)
ROUNDS = 5


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a book of a thousand weekly meetings with sixteen decisions each, and read it once."""
    folder = tmp_path_factory.mktemp("book")
    journal = Journal(meeting=quay())
    for at in range(100):
        journal = enter(journal, LINES[at % len(LINES)].format(at=at), AT).journal
    for number in range(MEETINGS):
        meeting = replace(journal.meeting, id=f"{number:032x}", date=date(1990, 1, 1) + timedelta(weeks=number))
        path = folder / f"{meeting.date}-quay-committee.json"
        path.write_bytes(encode_tables(tables_of(replace(journal, meeting=meeting))))
    settled(folder)
    listed(folder, "attendance")
    return folder


@pytest.mark.parametrize(
    ("name", "rows"),
    [("decisions", 16 * MEETINGS), ("interests", 8 * MEETINGS), ("questions", 8 * MEETINGS), ("attendance", 2)],
)
@pytest.mark.parametrize("fmt", ["table", "csv", "md"])
def test_a_register_of_a_large_book_is_quick_once_it_was_read(book: Path, name: str, rows: int, fmt: str) -> None:
    runs = [listed(book, name, "--format", fmt) for _ in range(ROUNDS)]
    taken = Taken(*map(min, zip(*(run.taken for run in runs), strict=True)))
    print(f"\n{name} as {fmt}: {taken.processor:.2f} s of the processor, {taken.clock:.2f} s by the clock")
    assert all(run.lines > rows for run in runs)
    # The machine may be busy with other tests, which the clock would count too.
    assert taken.processor < WARM
