"""What the review shows of an action: its words as the notes would print them."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.model import Entry, Meeting
from tui.notes.view.compose import compose, copy_for
from tui.widgets.lists.action_card import Card


def name_of(entry: Entry) -> str:
    """Return the name of an action: `A2`."""
    return entry.action.ref if entry.action else ""


def card_of(meeting: Meeting, entry: Entry, place: int, total: int) -> Card:
    """Return an action with its place among all that there are."""
    ref = name_of(entry)
    others = tuple(e for e in meeting.entries if e.action and e.action.replaced_by == ref)
    # The card shows what is struck as well, which the notes leave out.
    shown = replace(entry, action=replace(entry.action, struck=False)) if entry.action else entry
    alone = compose(copy_for("internal", replace(meeting, entries=(shown, *others)))).actions
    printed = next(action for action in alone if action.ref == ref)
    return Card(
        meeting=meeting,
        entry=entry,
        place=place,
        total=total,
        words=printed.text.spans,
        after=printed.after.spans,
    )
