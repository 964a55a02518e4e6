"""Somebody as an agenda or a command writes them: `Name, capacity (ABBR)`."""

from __future__ import annotations

import re

from tui.meeting.model import Person
from tui.meeting.people.roles import is_post
from tui.meeting.text.addresses import mail_address_apart
from tui.meeting.text.brackets import closed, restored, unbracketed
from tui.meeting.text.lazy_patterns import Pattern

_BRACKETS = Pattern(r"\s*\(([^()\s]{1,31})\)\s*$")
_INSIDE = Pattern(r"\s*\(([^()]+)\)$")
_COMMA = Pattern(r",\s*|\s+[–—-]\s+")
_HOW = Pattern(
    r"(?:part|part of (?:the )?meeting|online|virtual(?:ly)?|remote(?:ly)?|via\b.*|by\b.*|from\b.*|until\b.*"
    r"|to\b.*|left\b.*|arrived\b.*|items?\b.*|for\b.*|in person"
    r"|teilweise|ab\b.*|bis\b.*|en ligne|en línea|ar-lein|phone|telephone|zoom|teams|present|vote|non-?voting"
    r"|voting|he/him|she/her|they/them|tbc)",
    re.IGNORECASE,
)
_HERE_AS = frozenset(
    "absent chair excused guest host late listening member minutes notes observer observing parent presenting press "
    "proxy public resident scribe speaker speaking staff substitute visitor volunteer "
    "central east north south west".split()
)
"""What brackets say somebody is here, or of where, in one word that nobody goes by."""
_HANDLE = Pattern(r"@[\w-]{2,30}")
_LONGEST_ABBREVIATION = 12


def read_person(words: str, person_id: int) -> Person:
    """Read `Name, capacity (ABBR) address@example.org`; all but the name may be missing.

    What stands in `[[…]]` is read as the rest is, and each of its pieces is in brackets of its own.
    """
    email, words = mail_address_apart(words)
    line = closed(words).text
    words = " ".join(unbracketed(line).split()).strip(" ,;")
    abbreviation = ""
    if (found := _BRACKETS.search(words)) and (
        kind_of_bracket(found[1], last=True, around=(words[: found.start()], "")) == "abbreviation"
    ):
        abbreviation, words = found.group(1), words[: found.start()].rstrip(" ,")
    pieces = _COMMA.split(words, maxsplit=1)
    name, capacity = pieces[0], pieces[1] if len(pieces) > 1 else ""
    if not capacity and (inside := _INSIDE.search(name)):
        name, capacity = name[: inside.start()], inside.group(1)
    name, capacity, abbreviation = (restored(piece, line) for piece in (name.strip(), capacity.strip(), abbreviation))
    return Person(id=person_id, name=name, capacity=capacity, abbreviation=abbreviation, email=email)


def kind_of_bracket(words: str, *, last: bool, around: tuple[str, str]) -> str:
    """Say what brackets beside a name hold: an abbreviation, a capacity, or how somebody attends.

    `around` is what stands before and after them. A post is what somebody is here, but for one that the capacity has
    said already: `Hester Ridley, Parish Clerk (Clerk)` goes by `Clerk`.
    """
    before, after = around
    if _HOW.fullmatch(words.strip()):
        return "how" if not words.strip().isupper() else "abbreviation"
    if is_initials(words) or _HANDLE.fullmatch(words):
        return "abbreviation"
    if " " in words or len(words) > _LONGEST_ABBREVIATION or words.casefold() in _HERE_AS:
        return "capacity"
    if "-" not in words and sum(map(str.isupper, words)) >= 2:
        return "abbreviation"
    is_handle = last and not after.strip(" ,.") and _goes_by(words, before)
    return "abbreviation" if is_handle else "capacity"


def _goes_by(word: str, before: str) -> bool:
    """Whether a word after a name and a capacity is what somebody is called, and no post or place of theirs."""
    name, *said = re.split(r"[,(]|\s[–—-]\s", before.casefold())
    if is_post(word):
        return word.casefold() in re.findall(r"[\w-]+", " ".join(said))
    return word[:1].islower() or bool(said) or word.casefold() in re.split(r"[\s-]", name)


def is_initials(words: str) -> bool:
    """Whether words are the initials that stand for somebody: `JH`, `CEx`, `DoF`."""
    return 2 <= len(words) <= 6 and words.isalpha() and sum(map(str.isupper, words)) >= 2
