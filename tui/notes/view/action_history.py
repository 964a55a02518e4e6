"""What the meetings before this one made of an action, for the view."""

from __future__ import annotations

from tui.meeting.model import Action, EarlierUpdate, Replaced
from tui.notes.view.values import HistoryView, ReplacedView
from tui.notes.view.wording import Wording
from tui.notes.view.words import ViewText


def history_views(wording: Wording, action: Action) -> tuple[HistoryView, ...]:
    """Make the view of what earlier meetings heard of an action and changed in it, the oldest first."""
    return tuple(_heard(wording, update) for update in action.earlier)


def replaced_views(wording: Wording, action: Action) -> tuple[ReplacedView, ...]:
    """Make the view of the earlier meetings' actions that one stands in the place of, the oldest first."""
    return tuple(_replaced(wording, one) for one in action.replaces)


def _heard(wording: Wording, update: EarlierUpdate) -> HistoryView:
    return HistoryView(
        date=wording.short_date(update.day or update.meeting.date),
        meeting=wording.text(update.meeting.title),
        text=_words(wording, update.text, restricted=update.restricted),
        labels=wording.listed([wording.text(speaker) for speaker in update.speakers]),
        change=update.change,
        withheld=update.restricted and not update.text,
    )


def _replaced(wording: Wording, one: Replaced) -> ReplacedView:
    return ReplacedView(
        date=wording.short_date(one.origin.meeting.date),
        meeting=wording.text(one.origin.meeting.title),
        text=_words(wording, one.text, restricted=one.restricted),
        withheld=one.restricted and not one.text,
    )


def _words(wording: Wording, text: str, *, restricted: bool) -> ViewText:
    if restricted and not text:
        return wording.entry_stub()
    return wording.text(text, restricted=restricted)
