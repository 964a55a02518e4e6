"""The parts of a meeting as its paper gives them, each with its line, and what each line of the paper is taken for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.moments import moments_in
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting, Section
from tui.papers.correcting.doubts import doubt_of_day, doubt_of_title, doubts_of_items, doubts_of_people
from tui.papers.document import Block, Document
from tui.papers.draft import DraftPart
from tui.papers.several import OtherMeeting
from tui.papers.understanding.parts import PaperParts
from tui.papers.understanding.roles import Role, Understood
from tui.papers.understanding.sections import Listed
from tui.papers.understanding.when import Chosen

_WHYS = {
    Role.TITLE: (0.9, "it names the meeting"),
    Role.KEY: (1.0, "it has a key"),
    Role.HEADING: (1.0, "its words head a list"),
    Role.PEOPLE: (0.9, "it stands in a list of people"),
    Role.ITEM: (0.9, "it stands in the list of items"),
    Role.EXPLANATION: (0.7, "it stands below an item"),
    Role.SIGNATURE: (0.6, "it stands below the last item"),
    Role.WHEN: (0.8, "it tells a day"),
}
_TAIL = 40
"""Characters of a line by which it is found again."""


def understood_of(document: Document, parts: PaperParts) -> tuple[Understood, ...]:
    """Return what each block of a paper was taken for, in the paper's order; none is left out."""
    known: dict[int, tuple[Role, float, str]] = {}
    for block, role in parts.roles:
        known.setdefault(block.place, (role, *_WHYS.get(role, (0.5, ""))))
    for block in parts.loose:
        if moments_in(block.text):
            said = (Role.WHEN, 0.8, "it tells a day")
        else:
            said = (Role.NOTICE if len(block.text.split()) > 8 else Role.LETTERHEAD, 0.5, "it stands in the head")
        known.setdefault(block.place, said)
    for block in (*parts.odd, *parts.listing.odd):
        known.setdefault(block.place, (Role.NOTICE, 0.4, "it names nobody"))
    for block in parts.foot:
        known.setdefault(block.place, (Role.SIGNATURE, 0.6, "it stands below the last item"))
    return tuple(_understood(block, known) for block in document.blocks)


def _understood(block: Block, known: dict[int, tuple[Role, float, str]]) -> Understood:
    role, sure, why = known.get(block.place, (Role.NOTICE, 0.4, "nothing tells what it is"))
    if block.aside is not None:
        role, sure, why = Role.FURNITURE, 0.9, str(block.aside)
    text = block.text.strip()
    kept = " ".join([*block.kept.split(), *(link for link in block.links if link not in block.text)])
    return Understood(
        place=block.place,
        text=text,
        role=role,
        sure=sure,
        why=why,
        kept="" if kept == text else kept,
        apart=block.apart,
    )


def parts_of(
    meeting: Meeting,
    parts: PaperParts,
    listed: Sequence[Listed],
    chosen: Chosen,
    undated: BadInput | None,
    others: Sequence[OtherMeeting],
) -> list[DraftPart]:
    """Return the parts of the meeting that was read from a paper, each with its line and what makes it doubtful."""
    title_at = next((block.place for block, role in parts.roles if role is Role.TITLE), 0)
    doubt = doubt_of_title(parts, title_at)
    title = [DraftPart(role=Role.TITLE, place=title_at, text=meeting.title, doubt=doubt)] if meeting.title else []
    return [
        *title,
        *_head(meeting, parts, chosen, doubt_of_day(chosen, undated, others)),
        *_people(parts),
        *_items(meeting, parts, listed),
    ]


def _head(meeting: Meeting, parts: PaperParts, chosen: Chosen, doubt: str) -> list[DraftPart]:
    at_day = chosen.evidence.place if chosen.evidence else parts.lines_of_keys.get("date", 0)
    found = []
    for key, words in meeting.header:
        if key == "Date":
            found.append(DraftPart(role=Role.WHEN, place=at_day, key=key, text=words, doubt=doubt))
            continue
        place = parts.lines_of_keys.get(key.casefold(), 0)
        if not place and key.casefold() in words_of("place_keys"):
            place = next((block.place for block in parts.loose if words in block.text), at_day)
        found.append(DraftPart(role=Role.KEY, place=place, key=key, text=words))
    if not any(part.role is Role.WHEN for part in found):
        found.insert(0, DraftPart(role=Role.WHEN, place=at_day, doubt=doubt))
    return found


def _people(parts: PaperParts) -> list[DraftPart]:
    people, lines = parts.listing.people, parts.listing.lines
    doubts = doubts_of_people(people, lines)
    return [
        DraftPart(role=Role.PEOPLE, place=place, person=person, doubt=doubt)
        for person, place, doubt in zip(people, lines, doubts, strict=True)
    ]


def _items(meeting: Meeting, parts: PaperParts, listed: Sequence[Listed]) -> list[DraftPart]:
    blocks = sorted(parts.listed, key=lambda block: block.place)
    places = [block.place for block in blocks]
    doubts = doubts_of_items(listed)
    found: list[DraftPart] = []
    for at, (section, one, doubt) in enumerate(zip(meeting.sections, listed, doubts, strict=True)):
        end = bisect_left(places, listed[at + 1].line) if at + 1 < len(listed) else len(blocks)
        below = blocks[bisect_left(places, one.line) : max(end, bisect_left(places, one.line) + 1)]
        bare = replace(section, explanation=(), resolution="")
        found.append(DraftPart(role=Role.ITEM, place=one.line, section=bare, doubt=doubt))
        found += _below(section, one.line, below)
    return found


def _below(section: Section, line: int, blocks: Sequence[Block]) -> list[DraftPart]:
    """Return the lines below an item, each with its place, in the paper's order."""
    said = [(Role.EXPLANATION, words) for words in section.explanation]
    said += [(Role.RESOLUTION, section.resolution)] if section.resolution else []
    found = [
        DraftPart(role=role, place=next((b.place for b in blocks if _holds(b, words)), line), text=words)
        for role, words in said
    ]
    return sorted(found, key=lambda part: part.place)


def _holds(block: Block, words: str) -> bool:
    return words[:_TAIL] in block.kept or words[:_TAIL] in " ".join(block.kept.split())
