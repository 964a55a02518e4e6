"""The people of a paper: one a line, several in one line, in columns and under labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.languages.languages import words_of
from tui.meeting.people.attendance import names_nobody
from tui.meeting.people.person_line import is_initials
from tui.meeting.people.roles import is_post
from tui.meeting.text.addresses import mail_address_apart
from tui.papers.reading.lines import cells_of, has_bullet, without_bullet, without_emphasis
from tui.papers.understanding.headings import PeopleBlock, block_of
from tui.papers.understanding.people.enumerated import without_numbers_within
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import has_title, is_name
from tui.papers.understanding.people.nobody import FIRMS
from tui.papers.understanding.people.one import (
    COMMA,
    EQUALS,
    HANDLE_ALONE,
    LABELLED,
    LEADING,
    NOBODY,
    SEVERAL,
    Named,
    one_person,
    post_and_name,
    without_brackets,
)
from tui.papers.understanding.people.rows import people_of_cells

_ENUMERATED = re.compile(r"^(?:(?:\(?\d{1,3}[.)\]:]|\(?[a-z][)])\s*(?=\S)|\d{1,3}\s+(?=\S))", re.IGNORECASE)
_WITHIN = re.compile(r"\(([^()]+)\)")
"""Somebody whose whole entry stands in brackets: `(Jo Marsh – late)`."""
_SENT_BY = re.compile(
    r"(?:apologies\s+(?:for\s+absence\s+)?)?(?:(?:were|was|have been|had been)\s+)?received\s+from:?\s+"
    r"|apologies\s+from:?\s+|(?:bei|von|de la part de|de parte de|gan|from):?\s+",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(r"^(?i:trustees|governors|directors|members|commissioners)\s+(?=[A-Z][\w.'’-]*\s+[A-Z])")
"""What all of several names are."""
_HANDLES = re.compile(r"[a-z][\w-]{1,20}(?:,\s*[a-z][\w-]{1,20})+")
"""People by what they are called in chat alone: `ian, smith2`."""
_SMALL = re.compile(r"[a-z][a-z-]{1,20}")
"""What somebody may be called in chat."""
_NOT_HANDLES = frozenset(
    "all both everybody everyone list none others public staff tba tbc vacant members guests".split()
)
_AND = re.compile(r",\s*(?:(?:and|und|et|y|a)\s)?|\s+(?:and|und|et|y|&|\+)\s+")
_SEAT = re.compile(
    r"(?P<seat>(?i:district|ward|seat|place|position|area|division)\s+\w{1,12})\s*(?:[:–—-]\s*|\s{2,}|\t+)(?P<name>[^\W\d_].*)"
)
"""`District 1   Ann Lee`: whose seat it is."""
_HANDLE = re.compile(r"\s*(?<!\S)@[\w-]{2,30}(?!\S)")
"""A handle behind a name."""
_LONGEST_SHORT = 3
_DASHED = re.compile(r"\s+[–—-]\s+")
_WIDE = re.compile(r"\s{2,}|\t+")


def people_in(text: str) -> list[Named]:
    """Return the people of one line of a list; none where it names nobody."""
    cells = cells_of(text)
    if cells is not None:
        return people_of_cells(cells, ())
    words = without_emphasis(without_bullet(text)).strip("*_ ")
    words = _ENUMERATED.sub("", words, count=1)
    wide = [piece for part in _WIDE.split(words) if (piece := part.strip(" ,"))]
    if len(wide) > 1:
        return people_of_cells(wide, ())
    if names_nobody(words) or NOBODY.fullmatch(words):
        return []
    if sent := _SENT_BY.match(words):
        return people_listed(words[sent.end() :])
    if _are_called(words) if has_bullet(text) else _is_list(words):
        return people_listed(words)
    called = has_bullet(text) and _SMALL.fullmatch(words) is not None and words not in _NOT_HANDLES
    return [one for one in [Named(name=words) if called else one_person(words)] if one is not None]


def _are_called(words: str) -> bool:
    """Whether a line with a bullet names several people by one name each, and not one with what they are."""
    pieces = _pieces(words)
    named = [piece for piece in pieces if " " not in piece and is_name(piece, alone=True) and not is_post(piece)]
    return len(pieces) > 1 and named == pieces and any(map(is_first_name, pieces))


def _is_list(words: str) -> bool:
    """Whether a line names several people, and not one with what they are."""
    pieces = _pieces(words)
    return (
        (";" in words and len(pieces) > 1)
        or (len(pieces) > 1 and all(HANDLE_ALONE.fullmatch(piece) for piece in pieces))
        or (
            len(pieces) > 2
            and all(is_name(without_brackets(piece), lenient=True) or is_post(piece) for piece in pieces)
            and is_name(without_brackets(pieces[1]))
        )
        or (len(pieces) == 2 and "," not in words and all(is_name(without_brackets(piece)) for piece in pieces))
        or (len(pieces) == 2 and _are_two(*pieces))
    )


def _are_two(first: str, second: str) -> bool:
    """Whether two pieces are two people, and not somebody with where they work: `Ann Lee (Acme), Bo Oake (Beta)`."""
    names = without_brackets(first), without_brackets(second)
    if not all(map(is_name, names)) or is_post(second):
        return False
    told = first.endswith(")") and not is_initials(first.rpartition("(")[2].rstrip(")"))
    return told or is_first_name(names[1].split()[0])


def _pieces(text: str) -> list[str]:
    text = re.sub(r"\)\s+(?=[A-Z][\w.'’-]*\s+[A-Z])", "), ", text)
    return [
        piece.strip(" .,;") if piece.endswith((")", ";")) else piece.strip(" ,;").rstrip(".")
        for piece in _outside_brackets(text)
        if piece.strip(" .,;")
    ]


def _outside_brackets(text: str) -> list[str]:
    """Part a list at its commas and `and`, not within brackets."""
    pieces, start, depth = [], 0, 0
    joints = {found.start(): found.end() for found in _AND.finditer(text)}
    at = 0
    while at < len(text):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and (at in joints or text[at] == ";"):
            pieces.append(text[start:at])
            start = at = joints.get(at, at + 1)
            continue
        at += 1
    return [*pieces, text[start:]]


def people_listed(text: str) -> list[Named]:
    """Return the people of a line that lists them: `Ann Lee, Bo Oake, Cy Pugh`, or `Ann Lee, Chair; Bo Oake`."""
    text = without_numbers_within(text.strip().rstrip(" ,;"))
    if names_nobody(text) or NOBODY.fullmatch(text):
        return []
    if sent := _SENT_BY.match(text):
        text = text[sent.end() :]
    text = _OF_A_KIND.sub("", text)
    if _HANDLES.fullmatch(text) and not {*re.split(r",\s*", text)} & _NOT_HANDLES:
        return [Named(name=handle) for handle in re.split(r",\s*", text)]
    if ";" in text:
        return _of_parts([part.strip() for part in text.split(";") if part.strip()])
    return _one_after_the_other(_pieces(text))


def _of_parts(parts: Sequence[str]) -> list[Named]:
    """Read the parts of a list; one may have a label for it and for those behind: `…; In attendance: Lee Fox`."""
    found: list[Named] = []
    group: PeopleBlock | None = None
    for part in parts:
        label, colon, words = part.partition(": ")
        if colon and words.strip() and (labelled := block_of(label)) is not None:
            group, part = labelled, words.strip()
        people = _of_part(part)
        found += [replace(one, group=group.group, presence=group.presence) for one in people] if group else people
    return found


def _of_part(part: str) -> list[Named]:
    part = re.sub(r"^(?:and|und|et|y)\s+", "", part).strip().rstrip(".")
    pieces = _pieces(part)
    if len(pieces) > 1 and all(is_name(without_brackets(mail_address_apart(piece)[1])) for piece in pieces):
        return _one_after_the_other(pieces)
    email, part = mail_address_apart(part)
    one = one_person(part)
    return [replace(one, email=email) if email else one] if one is not None else []


def _one_after_the_other(pieces: Sequence[str]) -> list[Named]:
    """Read a list's pieces: a name begins somebody new, a post belongs to whoever stands before it."""
    found: list[Named] = []
    titled = bool(pieces) and (has_title(pieces[0]) or any(map(SEVERAL.match, pieces)))
    each_titled = sum(map(has_title, pieces)) > 1 and not any(map(SEVERAL.match, pieces))
    for piece in pieces:
        email, piece = mail_address_apart(piece)
        piece = _post_behind(piece, titled=titled or each_titled)
        if (within := _WITHIN.fullmatch(piece)) and is_name(_DASHED.split(within[1])[0], alone=True):
            piece = within[1]
        bare = _DASHED.split(without_brackets(_HANDLE.sub("", piece)))[0]
        is_new = HANDLE_ALONE.fullmatch(piece) is not None or (
            is_name(bare, alone=titled or " " not in bare, lenient=True) and not is_post(bare) and not _is_firm(bare)
        )
        if is_new and found and _is_short(bare) and not _is_short(found[0].name):
            continue
        if is_new and each_titled and found and " " not in bare and not is_first_name(bare):
            is_new = False
        labelled = LABELLED.fullmatch(piece)
        if is_new or not found or (labelled and is_post(labelled["left"]) and is_name(labelled["right"])):
            if (one := one_person(piece)) is not None:
                found.append(replace(one, email=email) if email else one)
        elif not NOBODY.fullmatch(piece):
            found[-1] = _with_capacity(found[-1], piece)
    return found


def _post_behind(piece: str, *, titled: bool) -> str:
    """Put a post behind the name it stands before; behind a surname among others with titles: `Chairman Bush`."""
    if (found := post_and_name(piece)) and is_first_name(found[1].split()[0]):
        return f"{found[1]} ({found[0]})"
    post, _, name = piece.partition(" ")
    if not titled:
        return piece
    surname = name and " " not in name and is_name(name, alone=True) and not is_post(name)
    return f"{name} ({post})" if surname and is_post(post) and not is_first_name(post) else piece


def _is_short(words: str) -> bool:
    """Whether a piece of a list is two or three capitals, which name nobody where the others are names: `TA`."""
    return words.isupper() and words.isalpha() and len(words) <= _LONGEST_SHORT


def _is_firm(words: str) -> bool:
    """Whether words are the name of a firm or a body, where somebody works: `Evergreen Property Services`."""
    pieces = words.casefold().split()
    return len(pieces) > 1 and (pieces[-1] in FIRMS or pieces[-1] in words_of("bodies"))


def _with_capacity(one: Named, words: str) -> Named:
    more = one_person(f"X, {words}")
    capacity = more.capacity if more else words
    return replace(
        one,
        capacity=f"{one.capacity}, {capacity}" if one.capacity else capacity,
        abbreviation=one.abbreviation or (more.abbreviation if more else ""),
    )


def people_of_line(text: str) -> list[Named]:
    """Return the people of a line that no label announces: `Mayor Wanda Birch`, `Cllrs Hobbs (Chair) and Kerr`."""
    words = without_emphasis(without_bullet(text)).strip()
    if SEVERAL.match(words):
        listed = people_listed(words)
        return listed if len(listed) > 1 and len(words) < 600 else []
    if (seat := _SEAT.fullmatch(words)) and is_name(COMMA.split(seat["name"])[0], lenient=True):
        named = one_person(seat["name"])
        return [replace(named, capacity=", ".join(filter(None, (seat["seat"], named.capacity))))] if named else []
    found = [one for one in [one_person(words)] if one is not None] if post_and_name(words) else []
    return found if all(is_name(one.name) for one in found) else []


def person_of_key(text: str) -> Named | None:
    """Read a line of a key to initials: `(CH) Cora Hallam, Warden`, `AM = Abel Mint`."""
    words = _ENUMERATED.sub("", without_emphasis(without_bullet(text)).strip(), count=1)
    found = LEADING.fullmatch(words) or EQUALS.fullmatch(words)
    return (
        one_person(words) if found and is_name(COMMA.split(without_brackets(found["name"]))[0], lenient=True) else None
    )
