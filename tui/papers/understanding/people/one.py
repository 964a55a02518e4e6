"""One person as a line says it: the name, what the person is, initials, a mail address."""

from __future__ import annotations

import re

from tui.meeting.model import Group, Presence, Value
from tui.meeting.people.person_line import is_initials, kind_of_bracket
from tui.meeting.people.roles import is_post
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import PARTICLES, has_title, is_name, without_title
from tui.papers.understanding.people.nobody import names_no_person


class Named(Value, frozen=True, kw_only=True):
    """Somebody as a paper names them."""

    name: str
    capacity: str = ""
    abbreviation: str = ""
    email: str = ""
    group: Group | None = None
    """None where it is that of the list they stand in."""
    presence: Presence | None = None


NOBODY = re.compile(
    r"(?:there\s+(?:were|was|are)\s+)?(?:none|nil|no\s+(?:apologies|absences|one|observers|guests|visitors|regrets)|n/?a|keine|niemand|aucun|aucune"
    r"|néant|ninguno|ninguna|neb|tba|tbc|tbd|vacant|vacancy|vacancies)\b(?:\s+\w+){0,3}\.?",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"[\d@/]")
LEADING = re.compile(
    r"(?:\((?P<round>[^()\s]{1,8})\)|\[(?P<square>[^\[\]\s]{1,8})\])\s*(?:[:=–—-]\s*)?(?P<name>[^\W\d_].*)"
)
EQUALS = re.compile(r"(?P<abbreviation>[^\W\d_]{2,6})\s*(?:[=:\t]|\s[–—-])\s*(?P<name>[^\W\d_].*)")
_ABBREVIATED = re.compile(r"(?P<name>[^,()]+?)\s*\((?P<abbreviation>\w{2,12})\)\s*(?:,|[–—-]\s)\s*(?P<capacity>[^()]+)")
_HYPHENED_ROLE = re.compile(r"(?P<name>[^,()]+?)\s*\((?P<role>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)+)\)(?P<more>,[^()]+)?")
LABELLED = re.compile(r"(?P<left>[^\W\d_][^:,()]{1,40}?)\s*:\s+(?P<right>[^\W\d_][^:]*)")
_BRACKETS = re.compile(r"\s*(?<!\[)[(\[](?!\[)([^()\[\]]{1,80})[)\]](?!\])")
_ASSIGNED = re.compile(r"[a-z]{2,12}=(?=\w)")
"""What initials are said to be in brackets: `[name=JH]`."""
_STARS = re.compile(r"(?<=[\w.)])\s?[*†‡]+(?=\s|$)")
"""What leads to a footnote: `Ann Lee (Acme)* (Chair)`."""
_PICTURES = re.compile(r"\s+[^\w\s!-/:-@\[-`{-~–—]+$")
"""Pictures behind a name, which say what somebody does: `Ann Lee 📝`."""
_SLASHED = re.compile(r"(?P<name>[^,/()]+?)\s+/\s+(?P<capacity>[^/]+)")
"""A name and where somebody is from behind a slash: `Ann Lee / Acme`."""
HANDLE_ALONE = re.compile(r"@\w[\w-]{1,29}|[a-z][a-z-]*[_\d][\w-]{0,25}")
_HANDLE = re.compile(r"\s*(?<!\S)(@[\w-]{2,30})(?!\S)")
SEVERAL = re.compile(r"^((?i:cllr|councillor))s\b\.?")
"""One title before several names."""
_PLURAL = re.compile(r"^(?:MM|(?i:mmes|messrs|mesdames|messieurs|sres|sras|herren))\b\.?\s+(?=[^\W\d_])")
"""A title for several before the first of them, which is nobody's own."""
COMMA = re.compile(r",\s*|\s+[–—-]\s+")
_MOST_FIRST_NAMES = 3
_SEATS = frozenset(
    """councilmember councilman councilwoman alderman alderwoman alderperson selectman supervisor trustee commissioner
    governor director""".split()
) | {"council member", "board member", "committee member"}
"""What those are who sit on a body, before their names."""
_OFFICE = re.compile(
    r"(?:\d\.\s?)?(?:stellv\w*\.?\s+)?(?:[A-ZÄÖÜ][a-zäöüß]*(?:bürgermeister|vertreter|mitglied|vorsteher|vorsitzende|rat|sprecher"
    r"|leiter|führer|referent|wart|beauftragte|präsident|verordnete)|Beigeordnete|Abgeordnete|Stadtrat|Kreisrat)(?:r|in)?"
)
"""A German office before the name of who holds it: `Gemeindevertreterin Ada Brand`, `1. Beigeordneter Ulf Stein`."""
_SHORT_POST = re.compile(
    r"(?P<post>(?:(?:Vice|V|Hon|Asst|Dep)\.?[ -]?)?(?:Pres|Sec|Treas|Chr|Supt)\.)\s+(?P<name>[^\W\d_].*)", re.IGNORECASE
)
"""A post cut short before the name: `Treas. Ann Lee`."""
_POST_WITH_NAME = re.compile(r"(?P<post>[^\W\d_][^(),;]{2,40}?)\s*\((?P<name>[^(),]{3,40})\)")
"""A post, and who holds it in brackets: `Museum Manager (Ann Lee)`."""
_OF_BUSINESS = frozenset({"business", "items", "agenda", "matters"})
"""What a heading over items ends in: `Formal Business`."""
_PART = re.compile(
    r"(?:part|section|session|teil|partie|rhan)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b|(?:nicht)?öffentlicher\s+teil\b",
    re.IGNORECASE,
)
"""A heading over items."""


def one_person(words: str) -> Named | None:
    """Read what a line says of one person; None where it names nobody."""
    words = _PLURAL.sub("", SEVERAL.sub(lambda found: found[1], " ".join(words.split()).strip(" ,;")))
    if HANDLE_ALONE.fullmatch(words):
        return Named(name=words)
    words = _PICTURES.sub("", _STARS.sub("", words)) if words[:1].isalpha() else words
    abbreviation, capacities = "", []
    if found := LEADING.fullmatch(words):
        abbreviation, words = found["round"] or found["square"], found["name"]
    elif (
        (found := EQUALS.fullmatch(words))
        and is_initials(found["abbreviation"])
        and is_name(COMMA.split(without_brackets(found["name"]))[0])
    ):
        abbreviation, words = found["abbreviation"], found["name"]
    words = _in_order(_brackets_apart(_slash_apart(words)))
    if found := _HANDLE.search(words):
        abbreviation, words = abbreviation or found[1], words[: found.start()] + words[found.end() :]
    brackets = list(_BRACKETS.finditer(words))
    for found in brackets:
        said = _ASSIGNED.sub("", found[1]).strip()
        kind = kind_of_bracket(said, last=found is brackets[-1], around=(words[: found.start()], words[found.end() :]))
        if kind == "abbreviation" and not abbreviation:
            abbreviation = said
        elif kind in ("abbreviation", "capacity") and not _BRACKETS.sub("", words[found.end() :]).strip():
            capacities.append(said)
        elif kind != "how":
            continue
        words = words.replace(found[0], "\0" * len(found[0]), 1)
    pieces = COMMA.split(words.replace("\0", "").strip(" ,;"), maxsplit=1)
    name, capacity = pieces[0].strip(), pieces[1].strip(" ,;–—-") if len(pieces) > 1 else ""
    if not _names_somebody(name) or names_no_person(name):
        return None
    name, capacity = (f"{capacity} {name}", "") if _is_surname_first(name, capacity) else (name, capacity)
    return Named(name=name, capacity=", ".join(filter(None, [capacity, *capacities])), abbreviation=abbreviation)


def _is_surname_first(name: str, behind: str) -> bool:
    """Whether a comma parts a surname from the first names behind it: `Orme Pike, Juan Pedro`."""
    words = behind.split()
    return (
        0 < len(words) <= _MOST_FIRST_NAMES
        and is_first_name(words[0])
        and all(word[0].isupper() and word.strip(".").isalpha() and not is_post(word) for word in words)
        and is_name(name, alone=True)
        and not is_first_name(name.split()[0])
        and not has_title(name)
    )


def _slash_apart(words: str) -> str:
    """Put a comma for a slash between a name and where somebody is from."""
    found = _SLASHED.fullmatch(words)
    named = found is not None and is_name(found["name"]) and not is_first_name(found["capacity"])
    return f"{found['name']}, {found['capacity']}" if found and named else words


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
        return not _PART.fullmatch(name) and pieces[-1].casefold() not in _OF_BUSINESS
    if (
        words[0] in "([<"
        or words[-1] == ":"
        or "___" in words
        or words[0].isdigit()
        or NOBODY.fullmatch(words)
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


def without_brackets(piece: str) -> str:
    """Return a name without what stands in brackets behind it."""
    return _BRACKETS.sub("", piece).strip(" .")


def _in_order(words: str) -> str:
    """Put what a line says of one person in the order of `Name, capacity (ABBR)`."""
    if (found := _ABBREVIATED.fullmatch(words)) and sum(map(str.isupper, found["abbreviation"])) >= 2:
        return f"{found['name']}, {found['capacity'].strip()} ({found['abbreviation']})"
    if found := _HYPHENED_ROLE.fullmatch(words):
        return f"{found['name']}, {found['role']}{found['more'] or ''}"
    if (found := _SHORT_POST.fullmatch(words)) and is_name(found["name"]):
        return f"{found['name']}, {found['post']}"
    if (found := _POST_WITH_NAME.fullmatch(words)) and is_post(found["post"]) and is_name(found["name"]):
        return f"{found['name']}, {found['post']}"
    if (found := LABELLED.fullmatch(words)) is None:
        return _post_first(words)
    left, right = found["left"], found["right"].strip()
    is_role = is_post(left) or _NOT_A_NAME.search(left) or (" " not in left and not is_name(left))
    named = COMMA.split(right, maxsplit=1)[0].partition("(")[0].strip()
    return (
        f"{right}, {left}" if is_role and not is_post(named) and not _NOT_A_NAME.search(named) else f"{left}, {right}"
    )


def _post_first(words: str) -> str:
    """Turn `Chairman – Dan Rich` and `Clerk, Jo Marsh` round."""
    pieces = COMMA.split(words, maxsplit=1)
    if (
        len(pieces) == 2
        and is_post(pieces[0])
        and not is_name(pieces[0])
        and is_name(without_brackets(pieces[1]))
        and not is_post(pieces[1])
    ):
        return f"{pieces[1]}, {pieces[0]}"
    return f"{after[1]}, {after[0]}" if len(pieces) == 1 and (after := post_and_name(words)) else words


def post_and_name(words: str) -> tuple[str, str] | None:
    """Part a line that has a post right before a name: `Vice Mayor Saul Creed`; None for any other."""
    pieces = words.split()
    for at in range(min(4, len(pieces) - 2), 0, -1):
        post, name = " ".join(pieces[:at]), " ".join(pieces[at:])
        if (
            (is_post(post) or post.casefold() in _SEATS or _OFFICE.fullmatch(post))
            and not is_first_name(pieces[at - 1])
            and post[0].isupper()
            and is_name(name)
            and not has_title(words)
        ):
            return post, name
    return None
