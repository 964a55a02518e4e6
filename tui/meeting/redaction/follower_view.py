"""The meeting as those see it who follow it on a screen of their own: the chair's, or the room's."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.stubs import WITHHELD, WITHHELD_ITEM
from tui.meeting.redaction.walk import Texts, walked
from tui.meeting.text.inline_markup import plain

_LEFT_OUT = "[[]]"
"""What `public` leaves of restricted words."""


def for_chair(meeting: Meeting, *, internal: bool = False) -> Meeting:
    """Return the meeting as it is, or without anything restricted and with a stub in the place of each such thing."""
    return meeting if internal else _with_stubs(public(meeting))


def for_room(meeting: Meeting) -> Meeting:
    """Find the meeting for a wall: restricted entries are not even hinted at, and the words stand without their marks.

    A sentence keeps a stub where words were taken out of it, or it would say something else.
    """
    shown = _with_stubs(public(meeting))
    entries = (replace(entry, text=plain(entry.text)) for entry in shown.entries if not entry.restricted)
    return replace(shown, entries=tuple(entries))


def _with_stubs(meeting: Meeting) -> Meeting:
    shown = walked(meeting, Texts(words=_worded, label=_worded))
    return replace(
        shown,
        sections=tuple(replace(one, heading=WITHHELD_ITEM) if one.restricted else one for one in shown.sections),
        entries=tuple(_entry(entry) for entry in shown.entries),
    )


def _entry(entry: Entry) -> Entry:
    """Return an entry; of an action without its words, which would only seem to lack an owner and a date, a note."""
    return replace(entry, kind=Kind.NOTE, action=None) if entry.restricted and entry.action else entry


def _worded(words: str) -> str:
    return words.replace(_LEFT_OUT, WITHHELD) if _LEFT_OUT in words else words
