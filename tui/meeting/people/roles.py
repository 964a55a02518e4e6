"""The roles people hold in a meeting, as a capacity or a header line words them: `Chair`, `Parish Clerk`."""

from __future__ import annotations

import re

from tui.meeting.languages.languages import words_of
from tui.meeting.people.name_forms import fold
from tui.meeting.text.lazy_patterns import Pattern

_CHAIR = re.compile(r"\bchair(?:man|woman|person|lady)?\b", re.IGNORECASE)
_LESSER = "vice|deputy|assistant|acting|former|past|ex|sub|associate|junior|honorary"
_ROLE = re.compile(
    r"(?:chair|president|clerk|secretary|treasurer|convenor|convener|moderator|facilitator|scribe|head ?teacher"
    r"|chief executive|(?:minute|note) taker|host)$",
    re.IGNORECASE,
)
_LESSER_WORD = re.compile(rf"\b(?:{_LESSER})\b", re.IGNORECASE)
_POST = Pattern(
    r"(?:commissioner|constable|superintendent|inspector|sergeant|commander|director|manager|leader|mayor|minister"
    r"|co-?ordinator|administrator|accountant|auditor|solicitor|surveyor|architect|controller|comptroller|ombudsman"
    r"|bursar|registrar|principal|matron|dean|vicar|rector|chaplain|warden|editor|librarian|curator)$",
    re.IGNORECASE,
)
"""What people are called by for short; not what many in a room may be, as `Officer` and `Member`."""
_TASK = re.compile(r"\s+(?:of|to|for|at|from)\b.*$", re.IGNORECASE)
_FIRST = re.compile(r"\s*[,;(]|\s+[–—-]\s")
_PARTS = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*", re.IGNORECASE)
_MOST_OPENING_WORDS = 6
_WRITER = re.compile(
    r"(?:the )?(?:minutes|notes?|minuted|recorded)(?: (?:taken )?by)?"
    r"|protokoll(?:führung)?|schriftführung|compte rendu|secrétariat|actas?|toma de notas|cofnodion",
    re.IGNORECASE,
)
POST_WORDS = frozenset(
    """chair chairman chairwoman chairperson vice-chair vice deputy clerk secretary treasurer officer manager director
    head headteacher president governor councillor constable commissioner inspector member trustee minutes lead
    editor scribe representative principal bursar warden rector vicar churchwarden curate chief executive engineer
    architect auditor adviser advisor registrar assistant minute taker vorsitzender vorsitzende schriftführer
    schriftführerin kassier kassierer bürgermeister présidente président secrétaire trésorier trésorière presidente
    presidenta secretario secretaria tesorero tesorera voorzitter
    voorzitster secretaris penningmeester griffier burgemeester wethouder notulist
    cadeirydd clerc ysgrifennydd trysorydd mayor""".split()
)
"""Words that are of a post wherever they stand."""


def role_forms(capacity: str) -> set[str]:
    """Return the folded forms of a role as worded; `Chairman` and `Chairwoman` are `chair` too."""
    whole = {capacity, capacity.partition(",")[0], *_PARTS.split(capacity)}
    return {form for words in whole for form in (fold(words), as_chair(words))} - {""}


def wider_role(capacity: str) -> set[str]:
    """Return the roles that a longer wording makes somebody hold: `Clerk to the Council` is a `clerk`.

    `Deputy Parish Clerk` is a `deputy clerk` and no `clerk`; an `Assistant to the Chair` holds no such role.
    """
    found = set()
    for part in _PARTS.split(capacity):
        words = as_chair(_TASK.sub("", part))
        if role := _ROLE.search(words):
            lesser = _LESSER_WORD.search(words)
            found.add(f"{lesser.group()} {role.group()}" if lesser else role.group())
    return found


def post_noun(capacity: str) -> set[str]:
    """Return the noun by which a post is called for short: a `Police and Crime Commissioner` is the `commissioner`.

    A deputy, vice or assistant one is the `deputy commissioner` and no `commissioner`.
    """
    found = set()
    for whole in (capacity, _FIRST.split(capacity, maxsplit=1)[0]):
        words = _TASK.sub("", whole)
        if noun := _POST.search(words):
            lesser = _LESSER_WORD.search(words)
            found.add(fold(f"{lesser.group()} {noun.group()}" if lesser else noun.group()))
    return found


def opening_words(capacity: str) -> set[str]:
    """Return the folded words that a capacity opens with, fewer and more of them: `acc`, `acc local`."""
    found = set()
    for part in (capacity, *_PARTS.split(capacity)):
        words = fold(part).split()[:_MOST_OPENING_WORDS]
        found |= {" ".join(words[:count]) for count in range(1, len(words) + 1)}
    return found


def is_role(key: str) -> bool:
    """Whether a header line's key says in what role somebody is there."""
    known = words_of("chair_keys") | words_of("minutes_keys")
    return bool(wider_role(key)) or (key.strip().casefold() in known and not names_a_writer(key))


def names_a_writer(key: str) -> bool:
    """Whether a header line's key says who wrote the notes: `Minutes`, which nobody is called by."""
    return _WRITER.fullmatch(key.strip()) is not None


def as_chair(words: str) -> str:
    """Fold a role's words; a chairman, a chairwoman and a chairperson are the `chair`."""
    return _CHAIR.sub("chair", fold(words)).replace("headteacher", "head teacher")


def is_post(words: str) -> bool:
    """Whether words hold the name of a post: `Chair`, `Chief Nurse`, `Head of Finance`."""
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words.casefold())
    return 0 < len(found) <= 8 and any(word in POST_WORDS or word in ("nurse", "medical", "planner") for word in found)
