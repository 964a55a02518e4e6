"""How many people are in the room, and whether the members among them are enough for a quorum."""

from __future__ import annotations

import re

from tui.meeting.model import Group, Meeting, Value
from tui.meeting.people.attendance import here
from tui.meeting.text.lazy_patterns import Pattern

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_PEOPLE = (
    r"(?:(?:other\s+|full\s+|elected\s+|voting\s+)*"
    r"(?:members?|councillors?|governors?|trustees?|directors?|people|persons?|commissioners?)"
    r"(?:\s+(?:of\s+the\s+\w+|present|in\s+attendance))*|present|in\s+attendance)"
)
_SAID = Pattern(
    r"(?:(?:the\s+quorum\s+)?(?:is|of)\s+)?(?:at\s+least\s+|a?\s*minimum\s+(?:of\s+)?|min\.?\s+|(?:not|no)\s+(?:less|fewer)"
    rf"\s+than\s+)?(?P<number>\d{{1,3}}|[a-z]+)(?:\s*\(\s*(?P<again>\d{{1,3}}|[a-z]+)\s*\))?(?:\s+{_PEOPLE})?"
    r"(?:\s+(?:out\s+)?of\s+(?:the\s+)?(?:\d{1,3}|[a-z]+)(?:\s+members?)?)?(?:\s*[,;(].{0,200}|\.)?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\bwhichever\b|\bor\b", re.IGNORECASE)
_LONGEST = 300


class Count(Value, frozen=True, kw_only=True):
    """Who is in the room, in numbers."""

    members: int
    """Members in the room now; they alone count for a quorum."""
    others: int
    """Everybody else on the list of people who is in the room: in attendance, guests, observers."""
    all_members: int
    """Members on the list of people, in the room or not."""
    quorum: int | None = None
    """The members needed; None where the agenda gives none, or gives it in words that make no number."""

    @property
    def quorate(self) -> bool:
        """False where members are missing for a quorum; True too where no quorum is known."""
        return self.quorum is None or self.members >= self.quorum


def quorum_of(meeting: Meeting) -> int | None:
    """Return the members needed for a quorum, from the header's `Quorum:`; None for words that make no number."""
    words = " ".join(meeting.said("Quorum").split())
    if not words or len(words) > _LONGEST or _OPEN.search(words):
        return None
    said = _SAID.fullmatch(words)
    if said is None:
        return None
    number, again = (_number(said[part]) for part in ("number", "again"))
    return number if again is None or again == number else None


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) or None if words.isdecimal() else _NUMBERS.get(words.casefold())


def count_people(meeting: Meeting) -> Count:
    """Count the people in the room now; those who left or have not come are not in it."""
    present = here(meeting)
    members = sum(person.group is Group.MEMBER for person in present)
    return Count(
        members=members,
        others=len(present) - members,
        all_members=sum(person.group is Group.MEMBER for person in meeting.people),
        quorum=quorum_of(meeting),
    )


def describe_count(count: Count) -> tuple[str, ...]:
    """Say who is here in ever fewer words, for the room there is; `not quorate` stands in all of them."""
    others = f" + {count.others}" if count.others else ""
    if not count.quorate:
        return (
            f"not quorate: {count.members} of {count.quorum} members{others}",
            f"not quorate: {count.members} of {count.quorum}{others}",
            f"not quorate: {count.members} of {count.quorum}",
        )
    members = "member" if count.members == 1 else "members"
    needed = f" · quorum {count.quorum}" if count.quorum else ""
    return (
        f"{count.members} {members}{others} here{needed}",
        f"{count.members} {members}{others}{needed}",
        f"{count.members} {members}{needed}",
        f"{count.members}{others}{needed}",
        f"{count.members}{needed}",
    )
