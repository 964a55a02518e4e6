"""The view of what was changed after the notes were approved."""

from __future__ import annotations

from collections.abc import Iterable

from tui.meeting.approval.amendment import Amendment
from tui.notes.view.values import AmendmentView
from tui.notes.view.wording import Wording
from tui.notes.view.words import ViewText


def amendment_views(wording: Wording, found: Iterable[Amendment]) -> tuple[AmendmentView, ...]:
    """Make the view of amendments, in their order."""
    return tuple(
        AmendmentView(date=wording.short_date(one.at), place=wording.text(one.place), words=_words(wording, one))
        for one in found
    )


def _words(wording: Wording, one: Amendment) -> ViewText:
    """Say what was changed: `Note changed from “ten” to “twelve”`; the words in quotation marks are as captured."""
    words = wording.words
    if one.withheld and not one.subject:
        return wording.say(words.restricted_changed, what=words.restricted_entry)
    said = _subject(wording, one.subject)
    subject = wording.text(said[:1].upper() + said[1:])
    before, after = (wording.say(words.quoted, words=wording.text(text)) for text in (one.before, one.after))
    template = {"changed": words.changed, "added": words.added, "removed": words.removed, "moved": words.moved}
    return wording.say(template[one.what], what=subject, before=before, after=after)


def _subject(wording: Wording, subject: str) -> str:
    """Name what was changed; an action keeps its ref, and what the language has no word for is as it was said."""
    subjects = wording.words.subjects
    kind, _, ref = subject.rpartition(" ")
    if subject in subjects:
        return subjects[subject]
    return f"{subjects[kind]} {ref}" if kind in subjects else subject
