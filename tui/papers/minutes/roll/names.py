"""The people of one line of a list, where the line names people and says nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.model import Presence, Value
from tui.meeting.people.person_line import is_initials, kind_of_bracket
from tui.meeting.people.roles import is_post, post_noun
from tui.papers.minutes.roll.pieces import BRACKET, JOINTS, PLAIN, TITLES_ALONE, pieces_of_list
from tui.papers.minutes.roll.plain_words import NOBODY, plain_words
from tui.papers.minutes.roll.posts import POST, TRADE
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import has_title, is_name, without_title
from tui.papers.understanding.people.one import Named

_TITLE_OF_SEVERAL = re.compile(
    r"(?:MM|Mmes|Mlles|Melles|Messieurs|Mesdames|Mesdemoiselles|Messrs|Herren|Commissioners|Supervisors|Trustees"
    r"|Councillors|Cllrs|Aldermen|Governors|Senators|Directors|Stadträte|Gemeinderäte|Kreisräte)\b\.?\s+"
)
"""A title before the names of several: none of them alone is called by it."""
_PROXY = re.compile(
    r"\s+(?:(?:qui\s+)?(?:a\s+|ont\s+|ayant\s+)?donn\w+\s+(?:pouvoir|procuration)|représentée?\s+par|remplacée?\s+par|par(?=\s+[A-ZÉ][\w-]+\s+[A-ZÉ])"
    r"|suppléée?\s+par|(?:pouvoir\s+)?à(?=\s+[A-ZÉ])|vertreten\s+durch|vertritt|i\.\s?V\.(?:\s+(?:für|von))?|in\s+Vertretung\s+(?:für|von)|représentante?(?=\s+[A-ZÉ])|für(?=\s+[A-ZÄÖÜ][^()]*$))\b.*$"
)
_TITLED = re.compile(
    r"(?P<name>(?:Mrs?|Ms|Miss|Dr|Prof|Rev|Cllr|Councillor|Herr|Frau|Mme|Mlle|M|Madame|Monsieur)\.?\s+"
    r"(?:(?P<initials>(?:[A-Z]\.?\s)+|(?:[A-Z]\.)+\s)|[A-ZÄÖÜÉ][\w'’-]+\s+)[A-ZÄÖÜÉ][\w'’-]+)\s+(?P<said>[A-Z].*)"
)
"""A title and a whole name, with what they are right behind it: `Mr D L Nicholson Deputy Clerk`."""
_GROUP = re.compile(
    r"(?:[\w'’/&-]+\s+){0,3}(?:members?|trustees?|governors?|councillors?|cllrs?|officers?|guests?|staff|others?|observers?)",
    re.IGNORECASE,
)
"""What several people of a list are, before a colon within it."""
_OFFICE = re.compile(r"(?:Monsieur|Madame|MONSIEUR|MADAME|M\.|Mme|Mr)\s+l(?:e\s|a\s|['’])")
"""What begins the name of an office rather than of a person: `Monsieur le Consul`."""
_RELATION = re.compile(
    r"(?:als|zu|ab|bis|vom|von|für|from|of|for|at|until|via|by|de|du|des|pour|with|in|on|représentante?"
    r"|\w+(?:eur|euse|rice|aire|ière?|iste|logue|dente?|nante?|guée?)s?)\b",
)
_SAID_AWAY = re.compile(r"entschuldigt|excusée?s?|apologies", re.IGNORECASE)
"""What says behind people and a comma that they sent apologies, wherever they are listed."""
_AWAY = re.compile(r"e|entsch(?:\.|uldigt)?|apolog(?:y|ies)|excusée?|exc\.?", re.IGNORECASE)
_UNEXCUSED = re.compile(r"u|unentsch(?:\.|uldigt)?|absente?|abs\.|non\s+excusée?|no\s+apolog(?:y|ies)", re.IGNORECASE)
_VERBS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|eröffnet|begrüßt|stellt|teilt|berichtet|erklärt|est|sont|remercie|présente"
    r"|welcomed|opened|reported|thanked|joined|asked)\b"
)
_ORGANISATION = re.compile(
    r"\b(?:management|services|audit|police|council|association|ltd|limited|gmbh|ag|inc|llc|company|department|agency|authority"
    r"|university|college|institute|labs?|bank|society|trust|club|verein|verband|stadtwerke|mairie|services?)\.?$",
    re.IGNORECASE,
)
"""The last word of what somebody is from, behind their name."""
_OF_SEVERAL = re.compile(
    r"(?:Conseill(?:er|ère)|Adjointe?|Déléguée?|Représentante?|Titulaire|Suppléante?|Membre)s?(?:\s+(?:(?:Mu|Ré|Dé|Com)[a-zéè]+|du|de|des|au).*)?"
)
"""What those before it are, in French councils."""
_HANDLE = re.compile(r"@([\w.-]*\w)")
"""Somebody by the name that a forge or a chat knows them by."""
_INITIALS_FIRST = re.compile(
    r"(?P<initials>[A-Z]{2,4})\s*[:=–-]\s*(?P<name>(?:[A-ZÄÖÜÉ][\w.'’-]*\s+){1,3}[A-ZÄÖÜÉ][\w'’-]+)"
)
"""Somebody behind the initials that the paper calls them by: `AL: Ann Lowe`."""
_NO_SURNAME = re.compile(
    r"(?:und|and|est|ist|was|had|has|the|der|die|das|les|une?|absente?|présente?|excusée?|entschuldigt|anwesend|online|remote|late|early"
    r"|only|joined|left|present|away|via|bis|ab|ex|aka|van|von|dit|née?|gave|sent|took|made|said|will|per|not)"
)
"""Words in small letters behind a first name that are none of a name."""
_MOST_WORDS = 9
_LONGEST_ACRONYM = 6
_SHORTEST = 3
"""Letters that a name before a sentence has more of, so that a title is none."""
_LETTERS_BEHIND = re.compile(r"(?:Jr|Sr|II|III|M\.?\s?D|Ph\.?\s?D|Esq|OBE|MBE|CBE|BEM|JP|KC|QC)\.?")
"""What stands behind a name after a comma and is of it: `Joe Hay, Jr.`."""


class _Piece(Value, frozen=True, kw_only=True):
    """A piece of a list: somebody, or what is said of the one before."""

    name: str = ""
    capacity: str = ""
    abbreviation: str = ""
    presence: Presence | None = None
    joined: bool = False
    """Whether `and` stands before it."""


def people_of_list(text: str, *, labelled: bool = False) -> list[Named] | None:
    """Return the people whom a line names; None where it says anything else.

    With `labelled`, a label of people stands before the line: where most of its pieces are people, one that nobody
    understands is left out.
    """
    words = plain_words(text)
    if not words or words[0].islower():
        return None
    alone = _named_first(words) if not set(words) & set(",;(") else None
    return alone or _people_in(words, labelled=labelled)


def _people_in(words: str, *, labelled: bool) -> list[Named] | None:
    """Return the people of the words of a line, piece by piece."""
    found: list[_Piece] = []
    pending, odd, surnames = "", 0, False
    for joined, piece in pieces_of_list(words):
        if TITLES_ALONE.fullmatch(piece) or NOBODY.fullmatch(piece):
            continue
        if found and (told := _said_of_last(found, piece, joined=joined)) is not None:
            found = told
            continue
        if _OFFICE.match(piece):
            pending = piece
            continue
        one = _person(_before_sentence(piece) if labelled or found else piece, after=bool(found))
        if one is None:
            pending, odd = (f"{pending}, {piece}", odd) if pending else ("", odd + 1)
            continue
        surnames = _are_surnames(piece, surnames=surnames)
        if one.name and found and (_is_post_of(one, found[-1]) or (not surnames and _is_acronym(one, found))):
            found[-1] = replace(found[-1], abbreviation=found[-1].abbreviation or one.abbreviation)
            one = _Piece(capacity=", ".join(filter(None, (one.name, one.capacity))))
        if one.name:
            capacity = ", ".join(filter(None, (pending, one.capacity)))
            found.append(replace(one, capacity=capacity, joined=joined))
            pending = ""
        else:
            capacity = ", ".join(filter(None, (found[-1].capacity, one.capacity)))
            initials = found[-1].abbreviation or one.abbreviation
            found[-1] = replace(found[-1], capacity=capacity, abbreviation=initials)
    if odd and not (labelled and len(found) > 2 * odd):
        return None
    return [
        Named(name=one.name, capacity=one.capacity, abbreviation=one.abbreviation, presence=one.presence)
        for one in _with_surnames(found)
    ] or None


def _named_first(words: str) -> list[Named] | None:
    """Return the one whom a line names before a colon, whatever stands behind it: `Ann Lowe: Health and Care Team`."""
    name, _, said = words.partition(":")
    return [Named(name=name, capacity=said.strip())] if ":" not in said and said and _is_called(name) else None


def _is_called(name: str) -> bool:
    """Whether words are a first name and a surname."""
    return is_name(name) and is_first_name(name.split()[0]) and not is_post(name)


def _said_of_last(people: Sequence[_Piece], piece: str, *, joined: bool) -> list[_Piece] | None:
    """Return people with what a piece says of the last: letters behind a name, or an apology; None for neither."""
    if _SAID_AWAY.fullmatch(piece):
        return _with_apologies(people)
    if not _LETTERS_BEHIND.fullmatch(BRACKET.sub("", piece)) and not _is_said_of(people, piece, joined=joined):
        return None
    return [*people[:-1], replace(people[-1], capacity=", ".join(filter(None, (people[-1].capacity, piece))))]


def _with_apologies(people: Sequence[_Piece]) -> list[_Piece]:
    """Say of the last of people, and of those whom `and` joins to them, that they sent apologies."""
    found, at = [*people], len(people) - 1
    found[at] = replace(found[at], presence=Presence.APOLOGIES)
    while at and found[at].joined:
        at -= 1
        found[at] = replace(found[at], presence=Presence.APOLOGIES)
    return found


def _is_said_of(people: Sequence[_Piece], piece: str, *, joined: bool) -> bool:
    """Whether a piece says what the last are rather than names somebody: `M. Petit, M. Brun, Titulaires`."""
    words = piece.split()
    if not words:
        return False
    if (
        has_title(piece)
        or "(" in piece
        or is_first_name(words[0])
        or any(one.isupper() and len(one) > 1 for one in words)
    ):
        return False
    if _OF_SEVERAL.fullmatch(piece):
        return True
    if joined:
        return len(words) == 1 and len(people[-1].capacity.split()) > _SHORTEST - 1
    titled = len(people) > 1 and all(has_title(one.name) for one in people)
    return titled and len(words) == 1


def _is_post_of(one: _Piece, before: _Piece) -> bool:
    """Whether what may be a name is a post of the one before, whose initials stand behind it: `Di Pell, Pilot (DP)`."""
    if not one.abbreviation or before.abbreviation:
        return False
    wanted = one.abbreviation.casefold()
    return wanted in _initials_of(before.name) and wanted not in _initials_of(one.name)


def _initials_of(name: str) -> set[str]:
    """Return the initials of a name, with those of the titles before it and without."""
    return {"".join(word[0] for word in words.split()).casefold() for words in (name, without_title(name))}


def _are_surnames(piece: str, *, surnames: bool) -> bool:
    """Whether surnames alone stand from a piece on, behind a title of several: `Messieurs DAGE, LOUP`."""
    if title := _TITLE_OF_SEVERAL.match(piece):
        return " " not in piece[title.end() :].strip()
    return surnames and not has_title(piece)


def _is_acronym(one: _Piece, before: Sequence[_Piece]) -> bool:
    """Whether a lone word in capitals says what those before it are: `Mme Claire BRUN, ATSEM`, `Madame PETIT, DDEN`."""
    if not one.name.isupper() or " " in one.name or one.joined or one.abbreviation or one.capacity:
        return False
    last = before[-1].name
    whole = all(len(without_title(other.name).split()) > 1 for other in before)
    return whole or (has_title(last) and len(one.name) < _LONGEST_ACRONYM and last != without_title(last))


def tells(words: str) -> bool:
    """Whether words have a verb, and so are more than a name or a post."""
    return words.endswith(".") or _VERBS.search(words) is not None


def _in_brackets(bare: str) -> tuple[list[str], str, Presence | None]:
    """Return what the brackets of a piece say: capacities, the initials, and that somebody was away."""
    capacities: list[str] = []
    abbreviation, presence = "", None
    for found in BRACKET.finditer(bare):
        inside = found[1].strip()
        kind = kind_of_bracket(inside, last=True, around=(bare[: found.start()], ""))
        if _AWAY.fullmatch(inside):
            presence = Presence.APOLOGIES
        elif _UNEXCUSED.fullmatch(inside):
            presence = Presence.ABSENT
        elif kind == "abbreviation" and is_initials(inside) and not abbreviation:
            abbreviation = inside
        else:
            capacities.append(inside)
    return capacities, abbreviation, presence


def _before_sentence(piece: str) -> str:
    """Return the name that a piece begins with where a stop and a sentence stand behind it; else the piece."""
    name, _, rest = piece.partition(". ")
    sentence = len(rest.split()) > 2 and not _TITLE_OF_SEVERAL.match(f"{name} ") and len(name) > _SHORTEST
    bare = BRACKET.sub("", name)
    named = is_name(bare, alone=True) and without_title(f"{bare} X") != "X" and not is_post(bare)
    return name if sentence and named else piece


def _person(piece: str, *, after: bool) -> _Piece | None:
    """Read a piece of a list; with `after`, somebody stands before it whose capacity it may be."""
    if handle := _HANDLE.fullmatch(piece):
        return _Piece(name=handle[1])
    if (found := _INITIALS_FIRST.fullmatch(piece)) and found["initials"].casefold() in _initials_of(found["name"]):
        return _Piece(name=found["name"], abbreviation=found["initials"])
    piece = _TITLE_OF_SEVERAL.sub("", piece, count=1) if _TITLE_OF_SEVERAL.match(piece) else piece
    proxy = _PROXY.search(piece)
    bare = piece[: proxy.start()] if proxy else piece
    capacities, abbreviation, presence = _in_brackets(bare)
    before, within, behind = bare.partition(first[0]) if (first := BRACKET.search(bare)) else (bare, "", "")
    if within and _is_nickname(before, within, behind):
        capacities, bare = [], f"{before.strip()} {behind.strip()}"
        capacities.append(within.strip(" ()[]"))
    elif within and behind and _is_person(before) and not is_post(before) and not JOINTS.search(behind):
        capacities.insert(0, " ".join(BRACKET.sub(" ", behind).split()))
        bare = before
    bare = " ".join(BRACKET.sub(" ", bare).split())
    if proxy:
        capacities.append(proxy[0].strip())
    name, said = _parted(bare)
    if name and after and _ORGANISATION.search(name) and not has_title(name):
        name = ""
    if name:
        capacity = ", ".join(filter(None, (said, *capacities)))
        return _Piece(name=name, capacity=capacity, abbreviation=abbreviation, presence=presence)
    if after and not capacities and _is_in_small_letters(bare):
        return _Piece(name=bare, abbreviation=abbreviation, presence=presence)
    if after and len(bare.split()) <= _MOST_WORDS and not _VERBS.search(bare):
        return _Piece(capacity=", ".join(filter(None, (bare, *capacities))), abbreviation=abbreviation)
    return None


def _is_in_small_letters(words: str) -> bool:
    """Whether a first name stands before a surname that somebody typed without its capital: `Vera hay`."""
    first, *others = words.split() or [""]
    small = [one for one in others if one[0].islower()]
    if not 1 <= len(others) <= 2 or len(small) != 1 or not is_first_name(first) or is_post(words):
        return False
    return re.fullmatch(r"[a-zäöüéè]{3,}", small[0]) is not None and not (
        _RELATION.fullmatch(small[0]) or _NO_SURNAME.fullmatch(small[0]) or is_post(small[0])
    )


def _is_nickname(before: str, within: str, behind: str) -> bool:
    """Whether brackets hold by what else somebody is called, between a first name and a surname: `Liz (Betty) Roe`."""
    pieces = [before.strip(), within.strip(" ()[]"), behind.strip()]
    plain = all(PLAIN.fullmatch(piece) and not is_post(piece) for piece in pieces)
    return plain and is_name(pieces[2], alone=True) and is_name(pieces[0], alone=True)


def _parted(words: str) -> tuple[str, str]:
    """Return the name that words begin with or end in, and what they say of it; no name where there is none."""
    for mark in (r"\s+[–—-]\s*(?=[^\W\d_])|(?<=[a-zäöüéè])-\s+", r"\s*:\s+"):
        left, *right = re.split(mark, words, maxsplit=1)
        if right and _is_person(left):
            return left, right[0]
        if (
            right
            and (left[:1].isdigit() or is_post(left) or has_title(right[0]) or _GROUP.fullmatch(left))
            and _is_person(right[0])
        ):
            return right[0], left
    if not has_title(words) and (post := POST.match(words)):
        rest, said = _before_relation(words[post.end() :], alone=True)
        if _is_person(rest) and not (" " not in rest and post_noun(rest)):
            return rest, " ".join(filter(None, (post[0].strip(), said)))
    if (titled := _TITLED.match(words)) and (titled["initials"] or is_post(titled["said"])):
        return titled["name"], titled["said"]
    name, said = _before_relation(words)
    return (name, said) if _is_person(name, sure=bool(said)) else ("", "")


def _before_relation(words: str, *, alone: bool = False) -> tuple[str, str]:
    """Part a name from what says of it, in small letters, what they are: `Ada Roe from the County`."""
    pieces = words.split()
    for at, piece in enumerate(pieces):
        if (
            at
            and piece[0].islower()
            and _RELATION.match(piece)
            and is_name(" ".join(pieces[:at]), alone=alone, lenient=True)
        ):
            said = pieces[at:]
            small = all(one[0].islower() for one in said[1:] if one[0].isalpha())
            if piece in ("de", "du", "des", "von", "vom", "of", "zu") and not small and len(said) < 3:
                continue
            if len(said) <= _MOST_WORDS and not _VERBS.search(" ".join(said)):
                return " ".join(pieces[:at]), " ".join(said)
    return words, ""


def _is_person(words: str, *, sure: bool = False) -> bool:
    bare = without_title(words)
    pieces = bare.split()
    if not pieces or len(pieces) > 5 or any(map(str.isdigit, words)):
        return False
    if is_post(words) and not has_title(words) and not is_name(words):
        return False
    if TRADE.fullmatch(words):
        return False
    titled = has_title(words) and all(piece[0].isupper() for piece in pieces)
    return titled or is_name(words, alone=not sure, lenient=True) or _with_initial(pieces)


def _with_initial(pieces: Sequence[str]) -> bool:
    """Whether words are a given name and the first letter of another: `Kurtis R`, `Jill H-S-B`."""
    return (
        len(pieces) == 2
        and is_name(pieces[0], alone=True)
        and re.fullmatch(r"[A-Z](?:-[A-Z])*\.?", pieces[1]) is not None
    )


def _with_surnames(people: Sequence[_Piece]) -> list[_Piece]:
    """Give a given name the surname behind `and`: `Celina and Les Gee` are two of that name."""
    found = [*people]
    whole = sum(len(without_title(one.name).split()) > 1 for one in people)
    for at, (one, other) in enumerate(pairwise(people)):
        pieces = without_title(other.name).split()
        alone = len(one.name.split()) == 1 and not one.capacity and not one.name.isupper()
        if alone and other.joined and len(pieces) == 2 and len(pieces[1].strip(".")) > 1 and whole * 2 >= len(people):
            found[at] = replace(one, name=f"{one.name} {pieces[1]}")
    return found
