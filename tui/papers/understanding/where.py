"""Where a meeting is: beside its day, in a line of its own, or in a key of the head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.moments import hours_in, moments_in
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting
from tui.meeting.text.brackets import restored
from tui.papers.document import Block
from tui.papers.reading.lines import without_bullet
from tui.papers.understanding.online_rooms import online_room
from tui.papers.understanding.parts import PaperParts
from tui.papers.understanding.places import introduces_place, is_place_line, online_place, place_beside
from tui.papers.understanding.roles import Role
from tui.papers.understanding.when import Chosen

_ROOM_NUMBER = re.compile(r"\d{1,4}[a-z]?\s+(?=[A-Z])")
_ADDRESS = re.compile(r"\s*\(?https?://[^\s)]+\)?")
_HOUR_BEHIND = re.compile(r"\s*[-–—,@|]?\s*(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|uhr|uur)$", re.IGNORECASE)
_PICTURE = re.compile(r"^[^\w\s!-/:-@\[-`{-~]+\s*")
"""A picture before a place: `📍 Room 4`."""
_LINK_BEHIND = re.compile(r"[·•|@,–—-]\s*(https?://[^\s)]+)$")
"""Where a meeting is held online, behind its day."""
_ON_SERVICE = re.compile(
    r"(?:\b(?i:by|via|on|over|using|use|per|through)\s+(?i:(?:a|an|our|the)\s+)?"
    r"|\b(?i:a|an|our|the|this)\s+(?=\w+\s+(?i:meeting|call|session|conference)\b))"
    r"(?P<place>(?:(?:Google|Microsoft|MS)\s+)?(?:Zoom|Teams|Webex|WebEx|Jitsi|Skype|Meet|BigBlueButton)\b"
    r"|Videokonferenz|visioconférence|videoconferencia|video\s?conference|conference call)"
)
_HELD = re.compile(
    r"\b(?:will be held|is (?:being )?held|takes place|will take place|we (?:will )?meet|findet|aura lieu)\s+"
    r"(?:in|at|im|à la|au)\s+(?:the\s+)?(?P<place>[^\W\d_a-z][^.;:!?]{2,80}?)(?:\s+statt)?[.!]?$"
)
"""A sentence that says where the meeting is, and not when."""
_SAYS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|can|may|must|meets?|tagt|findet|se réunit)\b")
"""What a sentence has, and no place."""
_CALLS = frozenset("online virtual virtually remote remotely call mitgliederversammlung versammlung sitzung".split())
_WORD = re.compile(r"[^\W\d_]+")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_HEAD = 300
"""Lines of a head in which a day and a place are looked for."""


def with_place(chosen: Chosen, parts: PaperParts) -> Meeting:
    """Return the meeting with the place that stands beside its day, where no line of its own tells it."""
    meeting = chosen.meeting
    if any(key.casefold() in words_of("place_keys") for key, _ in meeting.header):
        return meeting
    by_key = chosen.evidence is not None and chosen.evidence.place == parts.lines_of_keys.get("date")
    said = meeting.said("Date")
    if by_key and "[[" not in said:
        place, rest = place_beside(said, moments_in(said))
        if place:
            header = tuple((key, rest if key == "Date" else words) for key, words in meeting.header)
            return replace(meeting, header=_with_venue(header, place))
    place = _HOUR_BEHIND.sub("", _PICTURE.sub("", _loose_place(chosen, parts))) or online_place(meeting.header)
    place = place or online_room(_of_head(parts))
    return replace(meeting, header=_with_venue(meeting.header, place)) if place else meeting


def _loose_place(chosen: Chosen, parts: PaperParts) -> str:
    """Find the place in the line that tells the day, in another that tells a day, or in a line of its own."""
    at_day = chosen.evidence.place if chosen.evidence else -1
    day = chosen.meeting.date
    titled = [block for block, role in parts.roles if role is Role.TITLE]
    told = [(block, moments_in(block.text.strip(), near=day)) for block in (*parts.loose[:_HEAD], *titled, *parts.days)]
    told = sorted(
        ((block, moments) for block, moments in told if moments),
        key=lambda one: (one[0].place != at_day, all(moment.date != day for moment in one[1])),
    )
    for block, moments in told:
        place, _ = place_beside(block.text.strip(), moments)
        if place and not _is_within(place, parts.title) and not _SAYS.search(place):
            return restored(place, block.marked)
    days = [at_day, *(block.place for block, moments in told if any(moment.date == day for moment in moments))]
    near = [block for at in days if at >= 0 for block in _beside(parts.loose, at)]
    for block in near or parts.loose:
        words = without_bullet(_ADDRESS.sub("", block.text)).strip(" .,*_")
        words = bracketed[1] if (bracketed := _IN_BRACKETS.fullmatch(words)) else words
        place = place_beside(words, [])[0] if _opening_hours(words) else ""
        named = _ROOM_NUMBER.sub("", place)
        if place and is_place_line(f"{named[:1].upper()}{named[1:]}"):
            return restored(place, block.marked)
        if introduces_place(words) or is_place_line(words):
            named = place_beside(words, [])[0] or words
            if not _SAYS.search(named):
                return restored(named, block.marked)
    for words in _paragraphs(parts.loose):
        moments = tuple(moment for moment in moments_in(words, near=day) if moment.date == day)
        if moments and (place := place_beside(words, moments)[0]) and not _SAYS.search(place):
            return place
    held = (_HELD.search(words) for words in _paragraphs(parts.loose) if not moments_in(words))
    if place := next((found["place"] for found in held if found and is_place_line(found["place"])), ""):
        return place
    linked = (_LINK_BEHIND.search(block.text) for block, moments in told if any(one.date == day for one in moments))
    return next((found[1] for found in linked if found), "") or _service(parts)


def _of_head(parts: PaperParts) -> list[Block]:
    """Return the blocks in which a link to the meeting's room may stand: those of the head, then those of the foot."""
    read = [block for block, role in parts.roles if role in (Role.KEY, Role.WHEN, Role.HEADING, Role.TITLE)]
    keys = [Block(place=0, text=words) for _, words in parts.header]
    return [*keys, *sorted([*parts.loose, *read], key=lambda block: block.place), *parts.foot]


def _service(parts: PaperParts) -> str:
    """Return the service on which a line of the head, or one above the items, says that the meeting is held."""
    said = [*(block.text for block in parts.loose), *(words for _, words in parts.header)]
    for text in said:
        if (found := _ON_SERVICE.search(text)) and {*_WORD.findall(text.casefold())} & (words_of("meets") | _CALLS):
            return found["place"]
    return ""


def _is_within(place: str, title: str) -> bool:
    """Whether what stands beside the day is the title, or a part of it."""
    return place.casefold() in title.casefold() or (bool(title) and title.casefold() in place.casefold())


def _beside(blocks: Sequence[Block], at: int) -> list[Block]:
    """Return the two lines below a place, and those right above it."""
    below = [block for block in blocks if block.place > at][:2]
    return [*below, *(block for block in blocks if at > block.place >= at - 2)]


def _opening_hours(words: str) -> bool:
    """Whether a line begins with the hour, which a place may follow: `11.00 a.m., the Chapter Room`."""
    try:
        hours = hours_in(words)
    except BadInput:
        return False
    return hours is not None and hours.span[0] == 0


def _paragraphs(blocks: list[Block]) -> list[str]:
    """Join the lines of the head that go on from one another."""
    joined: list[str] = []
    before = -1
    for block in blocks:
        if joined and not block.apart and block.place == before + 1:
            joined[-1] = f"{joined[-1]} {block.text.strip()}"
        else:
            joined.append(block.text.strip())
        before = block.place
    return joined


def _with_venue(header: tuple[tuple[str, str], ...], place: str) -> tuple[tuple[str, str], ...]:
    at = next((at for at, (key, _) in enumerate(header) if key == "Date"), -1)
    return (*header[: at + 1], ("Venue", place), *header[at + 1 :])
