"""What the meetings before this one made of an action, for the view."""

from __future__ import annotations

from tui.meeting.model import Action, EarlierUpdate, Replaced
from tui.meeting.redaction.stubs import WITHHELD_ITEM
from tui.notes.view.dates import short_date
from tui.notes.view.speaker_intros import listed
from tui.notes.view.values import HistoryView, ReplacedView
from tui.notes.view.words import ViewText


def history_views(action: Action) -> tuple[HistoryView, ...]:
    """Make the view of what earlier meetings heard of an action and changed in it, the oldest first."""
    return tuple(_heard(update) for update in action.earlier)


def replaced_views(action: Action) -> tuple[ReplacedView, ...]:
    """Make the view of the earlier meetings' actions that one stands in the place of, the oldest first."""
    return tuple(_replaced(one) for one in action.replaces)


def _heard(update: EarlierUpdate) -> HistoryView:
    return HistoryView(
        date=short_date(update.meeting.date),
        meeting=ViewText.of(update.meeting.title),
        text=_words(update.text, restricted=update.restricted),
        labels=listed(tuple(ViewText.of(speaker) for speaker in update.speakers)),
        change=update.change,
        withheld=update.restricted and not update.text,
    )


def _replaced(one: Replaced) -> ReplacedView:
    return ReplacedView(
        date=short_date(one.origin.meeting.date),
        meeting=ViewText.of(one.origin.meeting.title),
        text=_words(one.text, restricted=one.restricted),
        withheld=one.restricted and not one.text,
    )


def _words(text: str, *, restricted: bool) -> ViewText:
    if restricted and not text:
        return ViewText.literally(WITHHELD_ITEM)
    return ViewText.of(text, restricted=restricted)
