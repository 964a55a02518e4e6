"""What stands together in a section: a brought-forward action with all under it, and where a new entry goes."""

from __future__ import annotations

from tui.meeting.model import Entry, Meeting


def thread_end(meeting: Meeting, action_id: int) -> int:
    """Return the place in `meeting.entries` just after all that stands under a brought-forward action."""
    places = [place for place, e in enumerate(meeting.entries) if e.id == action_id]
    start = places[0]
    section = meeting.entries[start].section
    end = start + 1
    for place in range(start + 1, len(meeting.entries)):
        entry = meeting.entries[place]
        if entry.section != section:
            continue
        if entry.action is not None and entry.action.origin is not None:
            break
        end = place + 1
    return end


def place_for(meeting: Meeting, entry: Entry) -> int:
    """Return the place for a new entry: under the brought-forward action now spoken of, else at the end."""
    if entry.about is not None:
        return thread_end(meeting, entry.about)
    for action_id in reversed(meeting.touched):
        if any(e.id == action_id and e.section == entry.section for e in meeting.entries):
            return thread_end(meeting, action_id)
    return len(meeting.entries)
