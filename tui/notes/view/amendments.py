"""The view of what was changed after the notes were approved."""

from __future__ import annotations

from collections.abc import Iterable

from tui.meeting.approval.amendment import Amendment
from tui.meeting.redaction.stubs import WITHHELD_ITEM
from tui.notes.view.dates import short_date
from tui.notes.view.values import AmendmentView
from tui.notes.view.words import ViewText


def amendment_views(found: Iterable[Amendment]) -> tuple[AmendmentView, ...]:
    """Make the view of amendments, in their order."""
    return tuple(
        AmendmentView(date=short_date(one.at), place=ViewText.of(one.place), words=_words(one)) for one in found
    )


def _words(one: Amendment) -> ViewText:
    """Say what was changed: `Note changed from “ten” to “twelve”`; the words in quotation marks are as captured."""
    if one.withheld and not one.subject:
        return ViewText.joined(WITHHELD_ITEM, " changed")
    subject = ViewText.of(one.subject[:1].upper() + one.subject[1:])
    before, after = (ViewText.joined("“", ViewText.of(words), "”") for words in (one.before, one.after))
    match one.what:
        case "changed":
            return ViewText.joined(subject, " changed from ", before, " to ", after)
        case "added":
            return ViewText.joined(subject, " added: ", after)
        case "removed":
            return ViewText.joined(subject, " removed: ", before)
    return ViewText.joined(subject, " ", one.what)
