"""The people of a list in the words that the program itself has for it: a plain label, and a line for each."""

from __future__ import annotations

from tui.meeting.model import Group, Presence
from tui.papers.understanding.headings import PeopleBlock
from tui.papers.understanding.people.one import Named


def plain_label(named: Named, block: PeopleBlock) -> str:
    """Return the plain label below which somebody stands."""
    presence = named.presence or block.presence
    if presence is Presence.APOLOGIES:
        return "Apologies:"
    if presence is Presence.ABSENT:
        return "Absent:"
    by_group = {Group.IN_ATTENDANCE: "In attendance:", Group.GUEST: "Guests:", Group.OBSERVER: "Observers:"}
    return by_group.get(block.group, "Present:")


def said_plainly(one: Named) -> str:
    """Return somebody as a line of a list has them; what one is who is called by one word stands in brackets."""
    abbreviation = f" ({one.abbreviation})" if one.abbreviation else ""
    if one.capacity[:1].isupper() and not abbreviation and " " not in one.name and not set(one.capacity) & set("(),"):
        return f"{one.name} ({one.capacity}){abbreviation}"
    return ", ".join(piece for piece in (one.name, one.capacity) if piece) + abbreviation
