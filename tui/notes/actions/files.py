"""The actions of the register as a file, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, assert_never, get_args

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.text.sanitizing import escaped_json
from tui.notes.actions.groups import By
from tui.notes.meeting_event import MeetingRevision

FileFormat = Literal["csv", "json", "ics", "md"]

FILE_FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)
"""The formats there are, which is how their files' names end."""

PUBLISHED_LISTS: tuple[FileFormat, ...] = ("csv", "ics")
"""The formats of a published set's list of actions."""


def file_bytes(page: str, fmt: str) -> bytes:
    """Return what is written to a file of a format."""
    if fmt == "csv":
        from tui.notes.actions.csv_table import csv_file

        return csv_file(page)
    return page.encode("utf-8", errors="replace")


def action_file(
    rows: Sequence[RegisterRow],
    fmt: FileFormat,
    *,
    today: date,
    owner: str = "",
    by: By | None = None,
    public: bool = True,
    upcoming: Sequence[MeetingRevision] = (),
    events: bool = True,
    separator: str = ",",
) -> str:
    """Write actions in a format; each format's module is imported for it alone.

    `owner`, `by` and `public` shape the Markdown list: whose the actions are, how owners are named, and whether the
    rows are those that everybody may see. A calendar has the `upcoming` meetings and the due days as `events` as well;
    `separator` is that of csv.
    """
    match fmt:
        case "csv":
            from tui.notes.actions.csv_table import action_csv

            return action_csv(rows, separator)
        case "json":
            import msgspec

            return escaped_json(msgspec.json.format(msgspec.json.encode(list(rows))).decode("utf-8")) + "\n"
        case "ics":
            from tui.notes.actions.calendar import action_calendar

            return action_calendar(rows, upcoming, events=events)
        case "md":
            from tui.notes.actions.lists import action_markdown

            return action_markdown(rows, today=today, owner=owner, by=by, public=public)
        case _:
            assert_never(fmt)
