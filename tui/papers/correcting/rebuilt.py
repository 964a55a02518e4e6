"""From the parts of a draft to its meeting: the same parts give the same meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui.meeting.model import Meeting, Section, SectionState
from tui.papers.draft import Draft, DraftPart
from tui.papers.kept import lines_beside
from tui.papers.understanding.roles import Role

BELOW = frozenset({Role.EXPLANATION, Role.RESOLUTION})
"""The roles of what stands below an item."""
HEAD = frozenset({Role.WHEN, Role.KEY})
"""The roles of the lines of the head."""


def with_parts(draft: Draft, parts: Iterable[DraftPart]) -> Draft:
    """Return the draft with other parts, and the meeting that they make; what they leave out is kept beside it."""
    parts = tuple(parts)
    title = next((part.text for part in parts if part.role is Role.TITLE), "")
    people = [part.person for part in parts if part.person is not None]
    meeting = replace(
        draft.meeting,
        title=title,
        header=tuple((part.key, part.text) for part in parts if part.role in HEAD and part.key),
        people=tuple(replace(person, id=number) for number, person in enumerate(people, 1)),
        sections=in_first(_sections(parts)),
    )
    return replace(draft, parts=parts, meeting=with_kept(draft, meeting))


def with_kept(draft: Draft, meeting: Meeting) -> Meeting:
    """Return the meeting with the lines of the paper that have no place in it."""
    return replace(meeting, unplaced=tuple(line.words for line in lines_beside(draft.understood, meeting)))


def in_first(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections of a meeting that stands in the first of them."""
    found = [replace(section, state=SectionState.UNREACHED, reached=None) for section in sections]
    return tuple(
        replace(section, state=SectionState.CURRENT, reached=1) if at == 0 else section
        for at, section in enumerate(found)
    )


def _sections(parts: Sequence[DraftPart]) -> list[Section]:
    """Return the items with what is said below each."""
    found: list[Section] = []
    for part in parts:
        if part.section is not None:
            found.append(part.section)
        elif part.role is Role.EXPLANATION and found:
            found[-1] = replace(found[-1], explanation=(*found[-1].explanation, part.text))
        elif part.role is Role.RESOLUTION and found:
            found[-1] = replace(found[-1], resolution=part.text)
    return found
