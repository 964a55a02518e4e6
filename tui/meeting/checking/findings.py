"""What the check finds: the values, and names that stay the same while the words do."""

from __future__ import annotations

import re
from enum import StrEnum
from hashlib import blake2s

from tui.meeting.model import Value, Waiver
from tui.meeting.text.normalizing import fold_words

_WORD = re.compile(r"\w+")
_AROUND = 3
"""Words on each side of a place in a text that its name depends on: a change further away leaves a waiver in force."""
_FARTHEST = 200
"""Characters on each side in which those words are looked for."""


class FindingKind(StrEnum):
    """What sort of thing is still open; in the order in which the check lists them."""

    DRAFT = "draft"
    GAP = "gap"
    QUESTION = "question"
    OWNER = "owner"
    DUE = "due"
    DATE = "date"
    ACTION = "action"
    SECTION = "section"
    NUMBER = "number"
    PERSON = "person"
    VOTES = "votes"
    ABBREVIATION = "abbreviation"
    SHORTHAND = "shorthand"
    STYLE = "style"
    SPELLING = "spelling"


class Finding(Value, frozen=True, kw_only=True):
    """Something to be fixed before the notes go out, or left as it is with a reason."""

    name: str
    """`gap:12:3f9ac1`: the same for as long as what it is about stays as it is."""
    kind: FindingKind
    message: str
    """What is open and what to do, in plain words."""
    text: str = ""
    """The words in which it stands, for a list: the entry's text, the heading, the person's name."""
    section: int | None = None
    """Id of the section it stands in; None for what concerns the meeting as a whole."""
    entry: int | None = None
    person: int | None = None
    span: tuple[int, int] | None = None
    """Start and end in `text`, which is then the entry's; None where it is about the whole."""
    suggestion: str = ""
    """What to write in place of the words of the span; empty where nothing can be suggested."""
    waiver: Waiver | None = None
    """Why it is left as it is; None while it is open."""

    @property
    def words(self) -> str:
        """The words that it is about."""
        return self.text[slice(*self.span)] if self.span else ""


def finding_name(kind: FindingKind, of: int, *about: str) -> str:
    """Make a finding's name from the id it belongs to and the words it is about."""
    digest = blake2s("\x1f".join(map(fold_words, about)).encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return f"{kind.value}:{of}:{digest}"


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the words at a place of a text and a few on each side, which a finding's name is made from."""
    before = _WORD.findall(text, max(0, start - _FARTHEST), start)[-_AROUND:]
    after = _WORD.findall(text, end, end + _FARTHEST)[:_AROUND]
    return " ".join(before), text[start:end], " ".join(after)


class Numbering:
    """Tells apart what would have one name: a second place with the same words around it."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], int] = {}

    def nth(self, *about: str) -> str:
        """Return how often this was asked for before; empty the first time."""
        # As a name has them, in which case and accents make no difference.
        key = tuple(map(fold_words, about))
        count = self._seen.get(key, 0)
        self._seen[key] = count + 1
        return str(count) if count else ""
