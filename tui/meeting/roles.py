"""The roles people hold in a meeting, as a capacity or a header line words them: `Chair`, `Parish Clerk`."""

from __future__ import annotations

import re

from tui.meeting.person_forms import fold

_CHAIR = re.compile(r"\bchair(?:man|woman|person|lady)?\b", re.IGNORECASE)
_LESSER = "vice|deputy|assistant|acting|former|past|ex|sub|associate|junior|honorary"
_ROLE = re.compile(
    r"(?:chair|president|clerk|secretary|treasurer|convenor|convener|moderator|facilitator|scribe|head ?teacher"
    r"|chief executive|(?:minute|note) taker|host)$",
    re.IGNORECASE,
)
_LESSER_WORD = re.compile(rf"\b(?:{_LESSER})\b", re.IGNORECASE)
_TASK = re.compile(r"\s+(?:of|to|for|at|from)\b.*$", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*", re.IGNORECASE)
_WRITER = re.compile(r"(?:the )?(?:minutes|notes?|minuted|recorded)(?: (?:taken )?by)?", re.IGNORECASE)


def role_forms(capacity: str) -> set[str]:
    """Give the folded forms of a role as worded; `Chairman` and `Chairwoman` are `chair` too."""
    whole = {capacity, capacity.partition(",")[0], *_PARTS.split(capacity)}
    return {form for words in whole for form in (fold(words), as_chair(words))} - {""}


def wider_role(capacity: str) -> set[str]:
    """Give the roles that a longer wording makes somebody hold: `Clerk to the Council` is a `clerk`.

    `Deputy Parish Clerk` is a `deputy clerk` and no `clerk`; an `Assistant to the Chair` holds no such role.
    """
    found = set()
    for part in _PARTS.split(capacity):
        words = as_chair(_TASK.sub("", part))
        if role := _ROLE.search(words):
            lesser = _LESSER_WORD.search(words)
            found.add(f"{lesser.group()} {role.group()}" if lesser else role.group())
    return found


def is_role(key: str) -> bool:
    """Whether a header line's key says in what role somebody is there."""
    return bool(wider_role(key))


def names_a_writer(key: str) -> bool:
    """Whether a header line's key says who wrote the notes: `Minutes`, which nobody is called by."""
    return _WRITER.fullmatch(key.strip()) is not None


def as_chair(words: str) -> str:
    """Fold a role's words; a chairman, a chairwoman and a chairperson are the `chair`."""
    return _CHAIR.sub("chair", fold(words)).replace("headteacher", "head teacher")
