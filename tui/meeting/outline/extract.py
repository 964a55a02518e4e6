"""The extract of one item, for a speaker or a body that gets no more of the notes."""

from __future__ import annotations

from msgspec.structs import replace

from tui.meeting.model import Approval, Meeting, Section
from tui.meeting.outline.outline import is_restricted, subtree


def extract(meeting: Meeting, section: Section) -> Meeting:
    """Return the meeting with one item alone, and those below it; what a section above restricts stays restricted."""
    kept = subtree(meeting, section)
    ids = {one.id for one in kept}
    sections = tuple(
        replace(one, level=one.level - section.level + 1, restricted=is_restricted(meeting, one)) for one in kept
    )
    entries = tuple(one for one in meeting.entries if one.section in ids)
    return replace(meeting, sections=sections, entries=entries, approval=_without_corrections(meeting.approval))


def _without_corrections(approval: Approval | None) -> Approval | None:
    """Return an approval without what is to be corrected, which may be of any item."""
    if approval is None:
        return None
    confirmed = replace(approval.confirmed, corrections=()) if approval.confirmed else None
    return replace(approval, corrections=(), confirmed=confirmed)
