"""The internal page that says what a published set of notes withholds and why."""

from __future__ import annotations

from collections.abc import Sequence

from tui.meeting.approval.withheld import Withheld
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Meeting
from tui.meeting.text.inline_markup import plain, withheld
from tui.meeting.text.sanitizing import printable

_MARK = "INTERNAL: not for publication"


def withheld_page(meeting: Meeting, found: Sequence[Withheld], folder: str) -> str:
    """Write the page, in plain text; the words that are withheld are not on it."""
    title = plain(withheld(meeting.title)).strip() or "Meeting"
    lines = [_MARK, "", f"{title}, {said_date(meeting.date)}", f"Withheld from the notes published in {folder}", ""]
    lines += [f"- {one.place}: {one.what}; {one.why}" for one in found] or ["Nothing was withheld."]
    return "\n".join(printable(line) for line in [*lines, "", _MARK]) + "\n"
