"""The people of a paper: one a line, several in one line, in columns, in tables, and under labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.languages.languages import column_meanings, words_of
from tui.meeting.model import Group, Presence, Value
from tui.meeting.people.attendance import names_nobody
from tui.meeting.people.person_line import is_initials, kind_of_bracket
from tui.meeting.people.roles import is_post
from tui.papers.reading.lines import cells_of, has_bullet, without_bullet, without_emphasis
from tui.papers.understanding.names import PARTICLES, has_title, is_name, without_title


class Named(Value, frozen=True, kw_only=True):
    """Somebody as a paper names them."""

    name: str
    capacity: str = ""
    abbreviation: str = ""
    email: str = ""
    group: Group | None = None
    """None where it is that of the list they stand in."""
    presence: Presence | None = None


_NOBODY = re.compile(
    r"(?:there\s+(?:were|was|are)\s+)?(?:none|nil|no\s+(?:apologies|absences|one|observers|guests|visitors|regrets)|n/?a|keine|niemand|aucun|aucune"
    r"|néant|ninguno|ninguna|neb|tba|tbc|tbd|vacant|vacancy|vacancies)\b(?:\s+\w+){0,3}\.?",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"^(?:(?:\(?\d{1,3}[.)\]:]|\(?[a-z][)])\s*(?=\S)|\d{1,3}\s+(?=\S))", re.IGNORECASE)
_WITHIN = re.compile(r"\(([^()]+)\)")
"""Somebody whose whole entry stands in brackets: `(Jo Marsh – late)`."""
_NOT_A_NAME = re.compile(r"[\d@/]")
_LEADING = re.compile(
    r"(?:\((?P<round>[^()\s]{1,8})\)|\[(?P<square>[^\[\]\s]{1,8})\])\s*(?:[:=–—-]\s*)?(?P<name>[^\W\d_].*)"
)
_EQUALS = re.compile(r"(?P<abbreviation>[^\W\d_]{2,6})\s*(?:[=:\t]|\s[–—-])\s*(?P<name>[^\W\d_].*)")
_ABBREVIATED = re.compile(r"(?P<name>[^,()]+?)\s*\((?P<abbreviation>\w{2,12})\)\s*(?:,|[–—-]\s)\s*(?P<capacity>[^()]+)")
_HYPHENED_ROLE = re.compile(r"(?P<name>[^,()]+?)\s*\((?P<role>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)+)\)(?P<more>,[^()]+)?")
_SENT_BY = re.compile(
    r"(?:apologies\s+(?:for\s+absence\s+)?)?(?:(?:were|was|have been|had been)\s+)?received\s+from:?\s+"
    r"|apologies\s+from:?\s+|(?:bei|von|de la part de|de parte de|gan|from):?\s+",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<left>[^\W\d_][^:,()]{1,40}?)\s*:\s+(?P<right>[^\W\d_][^:]*)")
_BRACKETS = re.compile(r"\s*(?<!\[)[(\[](?!\[)([^()\[\]]{1,80})[)\]](?!\])")
_HANDLE_ALONE = re.compile(r"@\w[\w-]{1,29}")
_HANDLE = re.compile(r"\s*(?<!\S)(@[\w-]{2,30})(?!\S)")
_SEVERAL = re.compile(r"^((?i:cllr|councillor))s\b\.?")
"""One title before several names."""
_OF_A_KIND = re.compile(r"^(?i:trustees|governors|directors|members|commissioners)\s+(?=[A-Z][\w.'’-]*\s+[A-Z])")
"""What all of several names are."""
_COMMA = re.compile(r",\s*|\s+[–—-]\s+")
_AND = re.compile(r",\s*(?:(?:and|und|et|y|a)\s)?|\s+(?:and|und|et|y|&|\+)\s+")
_SEAT = re.compile(
    r"(?P<seat>(?i:district|ward|seat|place|position|area|division)\s+\w{1,12})\s*(?:[:–—-]\s*|\s{2,}|\t+)(?P<name>[^\W\d_].*)"
)
"""`District 1   Ann Lee`: whose seat it is."""
_PART = re.compile(
    r"(?:part|section|session|teil|partie|rhan)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b|(?:nicht)?öffentlicher\s+teil\b",
    re.IGNORECASE,
)
"""A heading over items."""
_DASHED = re.compile(r"\s+[–—-]\s+")
_WIDE = re.compile(r"\s{2,}|\t+")
_PRESENT = frozenset(
    "yes y present x ✓ ✔ ja oui sí si ie in attended attending anwesend présent presente yep in-person online p".split()
)
_SENT_APOLOGIES = re.compile(r"apolog|excus|entschuldigt|ymddiheur|disculp|regret|^a$", re.IGNORECASE)
_ABSENT = re.compile(r"^(?:no|absent|n|nein|abwesend|non|ausente|absennol|ab)$", re.IGNORECASE)


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
    if names_nobody(words) or _NOBODY.fullmatch(words):
        return []
    if sent := _SENT_BY.match(words):
        return people_listed(words[sent.end() :])
    if not has_bullet(text) and _is_list(words):
        return people_listed(words)
    return [one for one in [_person(words)] if one is not None]


def _is_list(words: str) -> bool:
    """Whether a line names several people, and not one with what they are."""
    pieces = _pieces(words)
    return (
        (";" in words and len(pieces) > 1)
        or (len(pieces) > 1 and all(_HANDLE_ALONE.fullmatch(piece) for piece in pieces))
        or (
            len(pieces) > 2
            and all(is_name(_bare(piece), lenient=True) or is_post(piece) for piece in pieces)
            and is_name(_bare(pieces[1]))
        )
        or (len(pieces) == 2 and "," not in words and all(is_name(_bare(piece)) for piece in pieces))
    )


def _bare(piece: str) -> str:
    return _BRACKETS.sub("", piece).strip(" .")


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
    text = text.strip()
    if names_nobody(text) or _NOBODY.fullmatch(text):
        return []
    if sent := _SENT_BY.match(text):
        text = text[sent.end() :]
    text = _OF_A_KIND.sub("", text)
    if ";" in text:
        return [one for part in text.split(";") if part.strip() for one in _of_part(part.strip())]
    return _one_after_the_other(_pieces(text))


def _of_part(part: str) -> list[Named]:
    part = re.sub(r"^(?:and|und|et|y)\s+", "", part).strip().rstrip(".")
    pieces = _pieces(part)
    if len(pieces) > 1 and all(is_name(_bare(piece)) for piece in pieces):
        return _one_after_the_other(pieces)
    return [one for one in [_person(part)] if one is not None]


def _one_after_the_other(pieces: Sequence[str]) -> list[Named]:
    """Read a list's pieces: a name begins somebody new, a post belongs to whoever stands before it."""
    found: list[Named] = []
    titled = bool(pieces) and (has_title(pieces[0]) or any(map(_SEVERAL.match, pieces)))
    for piece in pieces:
        if (within := _WITHIN.fullmatch(piece)) and is_name(_DASHED.split(within[1])[0], alone=True):
            piece = within[1]
        bare = _DASHED.split(_bare(piece))[0]
        is_new = _HANDLE_ALONE.fullmatch(piece) is not None or (
            is_name(bare, alone=titled or " " not in bare, lenient=True) and not is_post(bare)
        )
        labelled = _LABELLED.fullmatch(piece)
        if is_new or not found or (labelled and is_post(labelled["left"]) and is_name(labelled["right"])):
            if (one := _person(piece)) is not None:
                found.append(one)
        elif not _NOBODY.fullmatch(piece):
            found[-1] = _with_capacity(found[-1], piece)
    return found


def _with_capacity(one: Named, words: str) -> Named:
    more = _person(f"X, {words}")
    capacity = more.capacity if more else words
    return replace(
        one,
        capacity=f"{one.capacity}, {capacity}" if one.capacity else capacity,
        abbreviation=one.abbreviation or (more.abbreviation if more else ""),
    )


def people_of_line(text: str) -> list[Named]:
    """Return the people of a line that no label announces: `Mayor Wanda Birch`, `Cllrs Hobbs (Chair) and Kerr`."""
    words = without_emphasis(without_bullet(text)).strip()
    if _SEVERAL.match(words):
        listed = people_listed(words)
        return listed if len(listed) > 1 and len(words) < 600 else []
    if (seat := _SEAT.fullmatch(words)) and is_name(_COMMA.split(seat["name"])[0], lenient=True):
        named = _person(seat["name"])
        return [replace(named, capacity=", ".join(filter(None, (seat["seat"], named.capacity))))] if named else []
    found = [one for one in [_person(words)] if one is not None] if post_and_name(words) else []
    return found if all(is_name(one.name) for one in found) else []


def person_of_key(text: str) -> Named | None:
    """Read a line of a key to initials: `(CH) Cora Hallam, Warden`, `AM = Abel Mint`."""
    words = _ENUMERATED.sub("", without_emphasis(without_bullet(text)).strip(), count=1)
    found = _LEADING.fullmatch(words) or _EQUALS.fullmatch(words)
    return _person(words) if found and is_name(_COMMA.split(_bare(found["name"]))[0], lenient=True) else None


def _person(words: str) -> Named | None:
    """Read what a line says of one person; None where it names nobody."""
    words = _SEVERAL.sub(lambda found: found[1], " ".join(words.split()).strip(" ,;"))
    if _HANDLE_ALONE.fullmatch(words):
        return Named(name=words)
    words = words.rstrip("*†‡ ") if words[:1].isalpha() else words
    abbreviation, capacities = "", []
    if found := _LEADING.fullmatch(words):
        abbreviation, words = found["round"] or found["square"], found["name"]
    elif (
        (found := _EQUALS.fullmatch(words))
        and is_initials(found["abbreviation"])
        and is_name(_COMMA.split(_bare(found["name"]))[0])
    ):
        abbreviation, words = found["abbreviation"], found["name"]
    words = _in_order(_brackets_apart(words))
    if found := _HANDLE.search(words):
        abbreviation, words = abbreviation or found[1], words[: found.start()] + words[found.end() :]
    brackets = list(_BRACKETS.finditer(words))
    for found in brackets:
        kind = kind_of_bracket(
            found[1], last=found is brackets[-1], around=(words[: found.start()], words[found.end() :])
        )
        if kind == "abbreviation" and not abbreviation:
            abbreviation = found[1]
        elif kind in ("abbreviation", "capacity") and not words[found.end() :].strip():
            capacities.append(found[1])
        elif kind != "how":
            continue
        words = words.replace(found[0], "\0" * len(found[0]), 1)
    pieces = _COMMA.split(words.replace("\0", "").strip(" ,;"), maxsplit=1)
    name, capacity = pieces[0].strip(), pieces[1].strip(" ,;") if len(pieces) > 1 else ""
    if not _names_somebody(name):
        return None
    capacity = ", ".join([piece for piece in [capacity, *capacities] if piece])
    return Named(name=name, capacity=capacity, abbreviation=abbreviation)


def _brackets_apart(words: str) -> str:
    """Part brackets that hold initials and a post: `(JH, Chair)` as `(JH) (Chair)`."""

    def parted(found: re.Match[str]) -> str:
        pieces = [piece.strip() for piece in re.split(r"[,;/]", found[1])]
        named = [piece for piece in pieces if is_initials(piece)]
        posts = [piece for piece in pieces if is_post(piece)]
        return f" ({named[0]}) ({posts[0]})" if len(pieces) == 2 and named and posts and named != posts else found[0]

    return _BRACKETS.sub(parted, words)


def _names_somebody(name: str) -> bool:
    """Whether the words of a line of a list name somebody, and are no sentence, number or remark."""
    words = without_title(name)
    pieces = words.split()
    if not pieces or len(pieces) > 7 or not any(map(str.isalnum, words)):
        return False
    if is_name(name, alone=True, lenient=True):
        return not _PART.fullmatch(name)
    if (
        words[0] in "([<"
        or "___" in words
        or words[0].isdigit()
        or _NOBODY.fullmatch(words)
        or re.match(r"(?:all|the|any|both|each|other|one|two|three)\b", words, re.IGNORECASE)
        or _PART.match(words)
    ):
        return False
    if len(pieces) == 1:
        return words[0].isupper() and not is_post(words)
    small = sum(piece[0].islower() and piece.casefold() not in PARTICLES for piece in pieces)
    if small * 2 >= len(pieces):
        return False
    return words[0].isupper() and not is_post(words) and words[-1] not in ".!?" and not _NOT_A_NAME.search(words)


def _in_order(words: str) -> str:
    """Put what a line says of one person in the order of `Name, capacity (ABBR)`."""
    if (found := _ABBREVIATED.fullmatch(words)) and sum(map(str.isupper, found["abbreviation"])) >= 2:
        return f"{found['name']}, {found['capacity'].strip()} ({found['abbreviation']})"
    if found := _HYPHENED_ROLE.fullmatch(words):
        return f"{found['name']}, {found['role']}{found['more'] or ''}"
    if (found := _LABELLED.fullmatch(words)) is None:
        return _post_first(words)
    left, right = found["left"], found["right"].strip()
    is_role = is_post(left) or _NOT_A_NAME.search(left) or (" " not in left and not is_name(left))
    named = right.partition(",")[0].partition("(")[0].strip()
    return (
        f"{right}, {left}" if is_role and not is_post(named) and not _NOT_A_NAME.search(named) else f"{left}, {right}"
    )


def _post_first(words: str) -> str:
    """Turn `Chairman – Dan Rich` and `Clerk, Jo Marsh` round."""
    pieces = _COMMA.split(words, maxsplit=1)
    if (
        len(pieces) == 2
        and is_post(pieces[0])
        and not is_name(pieces[0])
        and is_name(_bare(pieces[1]))
        and not is_post(pieces[1])
    ):
        return f"{pieces[1]}, {pieces[0]}"
    return f"{after[1]}, {after[0]}" if len(pieces) == 1 and (after := post_and_name(words)) else words


def post_and_name(words: str) -> tuple[str, str] | None:
    """Part a line that has a post right before a name: `Vice Mayor Saul Creed`; None for any other."""
    pieces = words.split()
    for at in range(min(4, len(pieces) - 2), 0, -1):
        post, name = " ".join(pieces[:at]), " ".join(pieces[at:])
        if is_post(post) and post[0].isupper() and is_name(name) and not has_title(words):
            return post, name
    return None


def meanings_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return what each column of a table of people holds, from its head; nothing where this is no head."""
    known = column_meanings()
    wanted = ("name", "role", "abbreviation", "presence")
    found = [next((m for m in known.get(cell.strip(" *_:").casefold(), ()) if m in wanted), "") for cell in cells]
    filled = [meaning for meaning, cell in zip(found, cells, strict=True) if cell]
    return tuple(found) if filled and (all(filled) or filled.count("") < len(filled) / 2) else ()


def people_of_cells(cells: Sequence[str], meanings: Sequence[str]) -> list[Named]:
    """Return the people of a row: by its columns' heads where they are known, else as the cells look."""
    cells = [" ".join(cell.split("\n")) for cell in cells]
    head = meanings_of(cells)
    if head and (not meanings or head == tuple(meanings)) and len([cell for cell in cells if cell]) > 1:
        return []
    if "name" in meanings and len(cells) <= len(meanings):
        return _by_columns(cells, meanings)
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and filled[0].strip(".)").isdecimal():
        filled = filled[1:]
    if not filled:
        return []
    if len(filled) > 1 and all(is_name(_bare(cell)) for cell in filled):
        return [one for cell in filled if (one := _person(cell)) is not None]
    if len(filled) > 1 and is_post(filled[0].rstrip(":")) and is_name(filled[1]):
        filled[:2] = [filled[1], filled[0].rstrip(":")]
    words = ", ".join([*filled[:-1], _bracketed(filled[-1])]) if len(filled) > 1 else filled[0]
    if names_nobody(words) or _NOBODY.fullmatch(words):
        return []
    return [one for one in [_person(words)] if one is not None]


def _by_columns(cells: Sequence[str], meanings: Sequence[str]) -> list[Named]:
    said = {meaning: cell for meaning, cell in zip(meanings, cells, strict=False) if meaning and cell}
    one = _person(said.get("name", ""))
    if one is None:
        return []
    others = [
        cell
        for meaning, cell in zip(meanings, cells, strict=False)
        if not meaning and cell and not cell.strip(".").isdecimal()
    ]
    presence = said.get("presence", "")
    capacity = ", ".join(piece for piece in (one.capacity, said.get("role", ""), *others) if piece)
    if more := _person(f"X, {capacity}") if capacity else None:
        one = replace(one, capacity=more.capacity, abbreviation=one.abbreviation or more.abbreviation)
    return [replace(one, abbreviation=said.get("abbreviation", "") or one.abbreviation, presence=_presence(presence))]


def _presence(words: str) -> Presence | None:
    words = words.strip(" .").casefold()
    if not words or words in _PRESENT:
        return None
    if _SENT_APOLOGIES.search(words) or words in words_of("apologies"):
        return Presence.APOLOGIES
    return Presence.ABSENT if _ABSENT.match(words) else None


def _bracketed(cell: str) -> str:
    """Put brackets round an abbreviation that has a column of its own."""
    return f"({cell})" if len(cell) <= 12 and cell.isalpha() and sum(map(str.isupper, cell)) >= 2 else cell
