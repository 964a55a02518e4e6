"""What was published of a meeting: noted when it is, and held beside the notes as they stand."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.approval.amendment import Amendment
from tui.meeting.approval.amendments import changes_between
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Meeting, Publication, Value

PUBLISH = "publish"
"""What the history calls putting a set of notes out."""

RETRACT = "take published notes back"
"""What it calls taking one back."""


def note_publication(journal: Journal, publication: Publication) -> Journal:
    """Note that a set was put out or taken back; undo passes it over, since what is out is out."""
    meeting = replace(journal.meeting, published=(*journal.meeting.published, publication))
    what = RETRACT if publication.withdrawn else PUBLISH
    return commit(journal, meeting, what, publication.at, stepping=True, reason=publication.reason)


def publication_of(journal: Journal, **fields: object) -> Publication:
    """Make the note of a set that is put out now."""
    draft = journal.meeting.approval is None
    return Publication(draft=draft, revision=len(journal.history), **fields)  # type: ignore[arg-type]


def standing_in(meeting: Meeting, folder: str) -> Publication | None:
    """Return the set that stands in a folder; None where none was put there, or it was taken back."""
    last = next((one for one in reversed(meeting.published) if one.folder == folder), None)
    return None if last is None or last.withdrawn else last


def standing(meeting: Meeting) -> tuple[Publication, ...]:
    """Return the sets that are out: the latest of each folder, where it was not taken back."""
    latest = {one.folder: one for one in meeting.published}
    return tuple(one for one in latest.values() if not one.withdrawn)


def changed_since(journal: Journal, publication: Publication) -> tuple[Amendment, ...]:
    """Tell how the notes differ from a set as it was put out."""
    return changes_between(journal, min(publication.revision, len(journal.history)), len(journal.history))


def is_stale(journal: Journal, publication: Publication) -> bool:
    """Return whether a set does not say any more what the notes say, or says DRAFT of approved ones."""
    return publication.draft != (journal.meeting.approval is None) or bool(changed_since(journal, publication))


class ToldPublication(Value, frozen=True, kw_only=True):
    """A set that was put out or taken back, as it is told of."""

    publication: Publication
    words: str
    """Where it is, how it looks, and whether it is stale; internal."""
    stale: bool
    changes: tuple[Amendment, ...] = ()
    """How the next set differs from it, and of the last set, how the notes do."""


def told_publications(journal: Journal) -> tuple[ToldPublication, ...]:
    """Tell of every set of a meeting, oldest first."""
    out, sets = standing(journal.meeting), journal.meeting.published
    later_ones = (*(one.revision for one in sets[1:]), len(journal.history))
    return tuple(
        ToldPublication(
            publication=one,
            words=_words(one, stands=one in out, stale=one in out and is_stale(journal, one)),
            stale=one in out and is_stale(journal, one),
            changes=changes_between(journal, min(one.revision, later), later),
        )
        for one, later in zip(sets, later_ones, strict=False)
    )


def _words(one: Publication, *, stands: bool, stale: bool) -> str:
    if one.withdrawn:
        return f"{one.folder}: withdrawn" + (f": {one.reason}" if one.reason else "")
    state = "stale: the notes have changed since" if stale else "up to date" if stands else "replaced since"
    return f"{one.folder}: {one.style}, {one.version}{', draft' if one.draft else ''}; {state}"
