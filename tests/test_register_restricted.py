"""Nothing restricted of any action reaches a public list, in any format, through however many meetings it goes."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace

from tests.examples import examples
from tests.notes.meetings import meeting
from tests.notes.test_restricted import SECRET, secretive_meetings
from tui.book.folder import Book
from tui.book.opened import create_meeting
from tui.book.register.index_file import NAME
from tui.book.register.indexing import uid_of
from tui.book.register.listing import COLUMNS, listing
from tui.book.register.register import register
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.model import Meeting, Status
from tui.notes.actions.calendar import action_calendar
from tui.notes.actions.csv_table import action_csv
from tui.notes.actions.lists import action_markdown, action_table
from tui.notes.registers import REGISTER_FORMATS, register_page
from tui.use_cases.update_action import update_action

AT = datetime(2024, 6, 5, tzinfo=UTC)
TODAY = AT.date()


def pages(rows: tuple[RegisterRow, ...]) -> dict[str, str]:
    return {
        "json": json.encode(rows).decode(),
        "csv": action_csv(rows),
        "ics": action_calendar(rows).replace("\r\n ", ""),
        "md": action_markdown(rows, today=TODAY, by="person"),
        "table": action_table(rows, by="person", chain=True),
    }


@examples(60, few=10)
@given(first=secretive_meetings(), settle=st.booleans())
def test_no_public_list_holds_a_restricted_word(first: Meeting, settle: bool) -> None:
    second = bring_forward(replace(meeting(), id="2" * 32, date=date(2024, 6, 4), title="June"), [first], AT)
    with tempfile.TemporaryDirectory() as found:
        folder = Path(found)
        create_meeting(folder, first)
        create_meeting(folder, second)
        for entry in second.entries if settle else ():
            update = ActionUpdate(status=Status.DONE, due=f"after [[{SECRET}]]", reason=f"as [[{SECRET}]] said")
            update_action(Book(folder), uid_of(second, entry), update, AT)
        for _ in range(2):
            rows = register(Book(folder), today=TODAY).rows
            leaking = [name for name, page in pages(rows).items() if SECRET in page or "Zan Zi" in page]
            assert not leaking
            assert SECRET.casefold() not in json.encode(rows).decode().casefold()
        internal = register(Book(folder), today=TODAY, public=False).rows
        assert len(internal) == len(rows)
        assert (folder / NAME).exists()


@examples(60, few=10)
@given(first=secretive_meetings())
def test_no_public_register_beside_the_actions_holds_a_restricted_word(first: Meeting) -> None:
    with tempfile.TemporaryDirectory() as found:
        create_meeting(Path(found), first)
        for name, columns in COLUMNS.items():
            rows = listing(Book(Path(found)), name, today=TODAY).rows
            for fmt in REGISTER_FORMATS:
                page = register_page(name, columns, rows, fmt)
                assert SECRET.casefold() not in page.casefold()
                assert "Zan Zi" not in page
