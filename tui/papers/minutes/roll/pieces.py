"""The pieces of a line of a list of people: parted at commas, at titles, and where nothing parts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.people.roles import is_post
from tui.papers.minutes.roll.posts import TRADE
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import has_title, is_name, without_title

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{1,240})[)\]]")
TITLES_ALONE = re.compile(
    r"(?:M|MM|Mr|Mrs|Ms|Mmes?|Mlles?|Messieurs|Mesdames|Frau|Herr|Herren|Cllrs?|Councillors?)\.?", re.IGNORECASE
)
JOINTS = re.compile(
    r"\s*,\s*[-–•·]\s*(?=[A-ZÄÖÜÉ])|(?<=[^\W\d_])-\s+(?=[A-ZÄÖÜÉ][a-zäöüéè]+(?:-[A-Z][a-zé]+)?\s+[A-ZÄÖÜÉ])"
    r"|\s*;\s*(?:(?:and|und|et)\s+)?|\s*,\s*(?:(?:and|und|et|sowie)\b,?\s+|&\s+)?|\s+(?:and|und|et|sowie|plus|&)\b,?\s*|\s+&\s+"
)
_TITLE_LAST = re.compile(r"\b(?:Dr|Prof|Ing|Mag|Dipl|Mrs?|Ms|St|Rev|Cllr|Hon|Jr|Sr|Hr|Fr|Mme|Mlle|Me)$")
PLAIN = re.compile(r"[A-ZÄÖÜÉ][a-zäöüéèëïß]+(?:-[A-ZÄÖÜÉ][a-zäöüéèëïß]+)*")
_WITH_TITLES = re.compile(
    r"(?<!\S)(?:(?:Revd?|Fr|Dr|Prof|Sr|Canon|Deacon|Father|Sister|Cllr|Mrs?|Ms|Miss)\.?\s)+(?=[A-ZÄÖÜÉ])"
)
_COURTESY = re.compile(r"(?:Mrs?|Ms|Frau|Herr|Mmes?|Mlle|Madame|Monsieur|Mesdames|Messieurs)\b")
_TITLE_WITHIN = re.compile(
    r"(?<=\))\.\s+(?=[A-ZÄÖÜÉ])|[.]?\s+(?=(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillor|Frau|Herr|Mmes?|Mlle|MM?|Madame|Monsieur|Mesdames|Messieurs)\.?"
    r"\s+[A-ZÄÖÜÉ])"
)


def pieces_of_list(words: str) -> Iterator[tuple[bool, str]]:
    """Part a list at its joints outside brackets; with each piece, whether `and` stands before it."""
    start, depth, joined = 0, 0, False
    joints = {found.start(): found for found in JOINTS.finditer(words)}
    at = 0
    while at < len(words):
        depth += (words[at] in "([") - (words[at] in ")]")
        joint = joints.get(at)
        if depth <= 0 and joint:
            if piece := words[start:at].strip(" ,;."):
                yield from _at_titles(joined, _stopped(piece, words[start:at]))
            joined = bool(re.search(r"\w|&", joint[0]))
            start = at = joint.end()
            continue
        at += 1
    if piece := words[start:].strip(" ,;"):
        alone = not start and not BRACKET.search(piece)
        yield from _at_titles(joined, _stopped(piece.rstrip("."), piece), alone=alone)


def _at_titles(joined: bool, piece: str, *, alone: bool = False) -> Iterator[tuple[bool, str]]:
    """Part people whom nothing but a title or a stop parts, or nothing at all: `Mr A Roe (Chair) Mrs B Lee`."""
    several = [one for half in _at_dashes(piece) for one in _side_by_side(half, alone=alone)]
    if len(several) > 1:
        yield joined, several[0]
        yield from ((False, one) for one in several[1:])
        return
    for found in _TITLE_WITHIN.finditer(piece):
        left = piece[: found.start()].strip(" .")
        stopped = found[0].startswith(".") and re.search(r"[a-zäöüéè]{3}$", left) and not _TITLE_LAST.search(left)
        if left.endswith(")") or stopped or _ends_name(left, piece[found.end() :]):
            yield joined, left
            yield from _at_titles(False, piece[found.end() :])
            return
    yield joined, piece


def _at_dashes(piece: str) -> list[str]:
    """Part whole names between which dashes stand: `Ada Roe - Ben Lee – Cy Orme`; itself where others stand there."""
    halves = [half.strip() for half in re.split(r"(?:^|\s+)[–—-]\s+", piece) if half.strip()]
    whole = all(is_name(half) and not (is_post(half) or TRADE.fullmatch(half)) for half in halves)
    return halves if len(halves) > 2 and whole else [piece]


def _side_by_side(piece: str, *, alone: bool) -> list[str]:
    """Return the whole names that stand one after the other in a piece, after a post too; itself where none do.

    With `alone`, the piece is a line's only one, and two names are enough.
    """
    halves = re.split(r"(?<=[a-zäöüéè])\.\s+(?=[A-ZÄÖÜÉ][a-zäöüéè])", piece)
    if len(halves) > 1 and all(len(half.split()) > 1 and _is_whole(half) for half in halves):
        return halves
    if len(halves) == 2 and " " in halves[0] and _is_whole(halves[0]) and is_first_name(halves[1]):
        return halves
    words = _WITH_TITLES.sub(lambda found: found[0].replace(" ", "\0"), piece).split()
    first = next((at for at, word in enumerate(words) if word in ("–", "—", "-")), -1)
    head, rest = (words[: first + 2], words[first + 2 :]) if 0 < first < len(words) - 1 else ([], words)
    pairs = [" ".join(rest[at : at + 2]).replace("\0", " ") for at in range(0, len(rest), 2)]
    plain = all(PLAIN.fullmatch(word.split("\0")[-1]) for word in rest) and not is_post(" ".join(rest))
    if len(rest) % 2 or len(pairs) < (2 if alone else 3) or not plain or not all(is_name(pair) for pair in pairs):
        return [piece]
    return [*([" ".join(head)] if head else []), *pairs]


def _is_whole(words: str) -> bool:
    """Whether words are a whole name, and neither end in a title nor hold a post."""
    return is_name(words) and not (_TITLE_LAST.search(words) or is_post(words) or TRADE.fullmatch(words.split()[0]))


def _ends_name(left: str, following: str) -> bool:
    """Whether a name ends before a title, and no post or other title stands there: `Renaud Mme Brun`."""
    if TITLES_ALONE.fullmatch(without_title(left)):
        return False
    if has_title(left) and is_name(left, lenient=True):
        return True
    alone = is_name(left, alone=True, lenient=True) and not TITLES_ALONE.fullmatch(left)
    return alone and not (is_post(left) or TRADE.fullmatch(left)) and _COURTESY.match(following) is not None


def _stopped(piece: str, whole: str) -> str:
    """Give the stop back to a piece that ends in an initial."""
    return piece + "." if re.search(r"\b[A-Z]$", piece) and whole.rstrip(" ,;").endswith(".") else piece
