"""Whether words are the name of a person, as far as words alone tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.meeting.people.honorifics import split_title
from tui.meeting.people.roles import POST_WORDS, is_post
from tui.papers.understanding.people.first_names import is_first_name

_LETTERS_AFTER = frozenset(
    "obe mbe cbe kbe dbe qpm bem jp mp ms msp phd kc qc esq dl mba fca cpfa ba bsc md am ma fcipd".split()
)
PARTICLES = frozenset(
    "de la le van von der den da di du del dos das ap ab ferch ten ter y bin ibn al el zu zur und vom".split()
)
_MORE_TITLES = re.compile(
    r"(?:(?:cllrs?|councillors?|messrs|frau|herr|hr|fr|mme|mmes|mlle|monsieur|madame|m|mm|dª|don|doña|sr|sra"
    r"|srta|sres|y cyng|cyng|cynghorydd|dr"
    r"|pfr|kpl|msgr|diakon|pater|prof|rev'?d|ald|the revd?|the rev|mesdames|dipl|ing|mag|dott|ven|archdeacon|br|sr"
    r"|vorsitzende[r]?)\b\.?\s*)+(?=[^\s,])",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[^\W\d_a-z]\.?")
_WORD = re.compile(r"(?:[^\W\d_][\w.'’`-]*|[^\W\d_]\.)")
_POSTS_AND_SURNAMES = frozenset("nurse dean warden rector vicar constable bursar mayor head bishop".split())
_COMMON = frozenset(
    """a all an and annual any apologies are as at board business by chairman's charity clerk committee council
    councillors councils date dated day dear declaration department director directors end every everyone finance
    for friday from general governors group hall has have head held here in is item items land lane launch local
    manager matters meeting members minutes monday mill new no none not notice of office officer officers on open or
    others our paper parish parking place plan plans please police policy present public questions quorum reading
    regards report reports review road room saturday school seats secretary staff street sunday team tel telephone
    the there this thursday to treasurer trust trustees tuesday update vacancy vacant village vote votes wednesday
    welcome will with works yours website street avenue close drive farm house cottage church centre center park
    square quay harbour river north south east west upper lower health safety service services budget accounts
    account audit risk risks register quality performance strategy strategic operational planning application
    applications highways environment amenities allotments cemetery training governance membership project projects
    programme proposal proposals discussion approval agenda introduction introductions summary action actions
    closing close break lunch coffee tea other year years month week community county district borough city town
    national regional vacancies tba tbc tbd sitzung bericht begrüßung verschiedenes réunion salle rue informe acta
    junta ward emergency draft final paid feedback workshop session
    part section annex appendix one two three four five
    amt verein verband vorstand kreis""".split()
)


_SHORTENED = frozenset({"will"})
"""Short forms of first names among these words."""


def holds_everyday_words(words: Iterable[str]) -> int:
    """Return how many of some words, in small letters, are of business, a place or a body, as no name's are."""
    return sum(len(word) > 1 and word in _COMMON - _SHORTENED for word in words)


def without_title(words: str) -> str:
    """Return a name without the titles before it, those of several people or of other languages too."""
    words = words.strip()
    if found := _MORE_TITLES.match(words):
        words = words[found.end() :]
    return split_title(words)[1]


def has_title(words: str) -> bool:
    """Whether words begin with a title."""
    return bool(_MORE_TITLES.match(words.strip())) or bool(split_title(words)[0])


def is_name(words: str, *, alone: bool = False, lenient: bool = False) -> bool:
    """Whether words look like a person's name; with `alone`, one word is enough.

    With `lenient`, as in a list of people, a word of a place or of business may follow the first: `Jo Hall`.

    A name's words begin with capitals, but for particles and letters after the name, and none is a word of a post, a
    place or of business.
    """
    bare = without_title(words)
    titled = bare != words.strip()
    pieces = [
        piece for piece in bare.split() if piece.strip(".,").casefold() not in _LETTERS_AFTER or not piece.isupper()
    ]
    if not pieces or len(pieces) > 5 or len(bare) > 60:
        return False
    real = [piece for piece in pieces if piece.casefold() not in PARTICLES or (len(piece) == 1 and piece.isupper())]
    if not real or (len(real) == 1 and not (alone or titled)):
        return False
    checked = [piece for piece in real if not _INITIAL.fullmatch(piece) or not (titled or lenient or "." in piece)]
    initial = lenient and titled and len(checked) < len(real)
    checked = [] if initial else checked[:1] if lenient else checked
    if not all(_is_piece(piece) for piece in checked) or not any(len(piece.strip(".")) > 1 for piece in real):
        return False
    posts = [piece for piece in real if is_post(piece)]
    surname = lenient and len(real) > 1 and posts == real[-1:] and _may_be_surname(real)
    return all(_WORD.fullmatch(piece) and piece[0].isupper() for piece in real) and (not posts or surname)


def _may_be_surname(pieces: Sequence[str]) -> bool:
    """Whether the last word of a name is of a post as well, behind a first name: `Janet Nurse`."""
    return pieces[-1].casefold() in _POSTS_AND_SURNAMES and is_first_name(pieces[0])


def _is_piece(piece: str) -> bool:
    if not _WORD.fullmatch(piece) or not piece[0].isupper():
        return False
    folded = piece.casefold().rstrip(".")
    return (
        folded not in _COMMON and folded not in POST_WORDS and not folded.endswith("'s") and not folded.endswith("’s")
    )
