"""The view of what was changed after the notes were approved."""

from __future__ import annotations

from collections.abc import Iterable

from tui.meeting.amendment import Amendment
from tui.notes.dates import short_date
from tui.notes.view import AmendmentView
from tui.notes.words import WITHHELD_ITEM, Words


def amendment_views(found: Iterable[Amendment]) -> tuple[AmendmentView, ...]:
    """Make the view of amendments, in their order."""
    return tuple(AmendmentView(date=short_date(one.at), place=Words.of(one.place), words=_words(one)) for one in found)


def _words(one: Amendment) -> Words:
    """Say what was changed: `Note changed from “ten” to “twelve”`; the words in quotation marks are as captured."""
    if one.withheld and not one.subject:
        return Words.joined(WITHHELD_ITEM, " changed")
    subject = Words.of(one.subject[:1].upper() + one.subject[1:])
    before, after = (Words.joined("“", Words.of(words), "”") for words in (one.before, one.after))
    match one.what:
        case "changed":
            return Words.joined(subject, " changed from ", before, " to ", after)
        case "added":
            return Words.joined(subject, " added: ", after)
        case "removed":
            return Words.joined(subject, " removed: ", before)
    return Words.joined(subject, " ", one.what)
