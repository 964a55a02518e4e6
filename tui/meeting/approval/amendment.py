"""One change of approved notes, as a value for the notes to print; `amending` finds them."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.meeting.model import Value


class Amendment(Value, frozen=True, kw_only=True):
    """One thing in the notes that is not as it was when they were approved."""

    at: datetime = datetime.min
    """When it was changed; where that was more than once, the last time."""
    what: str
    """`added`, `removed`, `changed` or `moved`."""
    place: str = ""
    """`item 4a`, else the section's heading in quotation marks; empty for what stands in no section."""
    subject: str = ""
    """What it is: `note`, `action A2`, `heading`, `Ann Lee`, `venue`."""
    before: str = ""
    """The words as approved; empty for what was added."""
    after: str = ""
    """The words as they stand; empty for what was removed."""
    entry: int | None = None
    """The entry's id; None for what is no entry, and in the public version where the words are withheld."""
    public_place: str = ""
    """The place as the public may know it."""
    withheld: bool = False
    """True where what is or was restricted is in it: the public version tells that it is there, and no words of it."""


def public_amendments(found: tuple[Amendment, ...]) -> tuple[Amendment, ...]:
    """Return the amendments as the public may have them; several withheld ones of one place and day are one."""
    kept: dict[Amendment, None] = {}
    days: set[tuple[object, ...]] = set()
    for one in found:
        place = one.public_place
        if not one.withheld:
            kept[replace(one, place=place)] = None
        elif (day := (one.at.date(), place)) not in days:
            days.add(day)
            kept[Amendment(at=one.at, what="changed", place=place, public_place=place, withheld=True)] = None
    return tuple(kept)
