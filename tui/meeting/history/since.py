"""What became of an action after its meeting, as the register and later meetings take it."""

from __future__ import annotations

from functools import reduce

from msgspec.structs import replace

from tui.meeting.model import Action, Entry, FollowUp, Meeting, Status

SETTLED = (Status.DONE, Status.DROPPED)


def as_it_stands(entry: Entry) -> Entry:
    """Return an action with what became of it since its notes were approved, which do not say so themselves."""
    if entry.action is None or not any(one.apart for one in entry.action.since):
        return entry
    return reduce(_followed, (one for one in entry.action.since if one.apart), entry)


def _followed(entry: Entry, since: FollowUp) -> Entry:
    assert entry.action is not None, "only actions are followed up"
    fields: dict[str, object] = {}
    if since.status is not None:
        fields |= {"status": since.status, "replaced_by": ""}
    if since.undue or since.due is not None:
        fields["due"] = since.due
    if since.owners is not None:
        fields["owners"] = since.owners
    return replace(entry, text=since.text or entry.text, action=replace(entry.action, **fields))


def followed_up(meeting: Meeting) -> Meeting:
    """Return a meeting with its actions as they stand by now."""
    entries = tuple(map(as_it_stands, meeting.entries))
    return (
        meeting
        if all(map(lambda one, other: one is other, entries, meeting.entries))
        else replace(meeting, entries=entries)
    )


def as_signed(meeting: Meeting) -> Meeting:
    """Return a meeting with its actions as its notes say, whatever became of them since."""

    def signed(entry: Entry) -> Entry:
        if entry.action is None or not any(one.apart for one in entry.action.since):
            return entry
        kept = tuple(one for one in entry.action.since if not one.apart)
        return replace(entry, action=replace(entry.action, since=kept))

    return replace(meeting, entries=tuple(map(signed, without_struck(meeting).entries)))


def without_struck(meeting: Meeting) -> Meeting:
    """Return a meeting as its notes have it: without the actions that the chair struck before they went out."""
    kept = tuple(one for one in meeting.entries if not _is_struck(one))
    return meeting if len(kept) == len(meeting.entries) else replace(meeting, entries=kept)


def _is_struck(entry: Entry) -> bool:
    return entry.action is not None and entry.action.struck and entry.action.status is Status.DROPPED


def settled_since(action: Action) -> FollowUp | None:
    """Return what settled an action after its meeting; None where nothing did, or it was settled there."""
    if action.status not in SETTLED:
        return None
    last = next((one for one in reversed(action.since) if one.status is not None), None)
    return last if last is not None and last.status is action.status else None
