"""The parts of an agenda: what its headings say, and the people and the count that stand in them."""

from __future__ import annotations

import re

from tui.meeting.agenda.lines import cells_of, without_bullet, without_emphasis
from tui.meeting.model import Group, Presence, Value
from tui.meeting.people.attendance import names_nobody


class Block(Value, frozen=True, kw_only=True):
    """What the people under a heading are."""

    group: Group = Group.MEMBER
    presence: Presence = Presence.PRESENT


_ITEMS = frozenset({"items", "items of business", "business", "order of business", "order of the day", "topics"})
_AGENDA = re.compile(r"(?:(?:draft|revised|final|public)\s+)?agenda(?:\s+items?)?(?:\s*(?:[–—(-]|\bfor\b).*)?")
_EXACT = {
    "attendance": Block(),
    "attendees": Block(),
    "present": Block(),
    "members": Block(),
    "members present": Block(),
    "in attendance": Block(group=Group.IN_ATTENDANCE),
    "also present": Block(group=Group.IN_ATTENDANCE),
    "also in attendance": Block(group=Group.IN_ATTENDANCE),
    "officers": Block(group=Group.IN_ATTENDANCE),
    "guests": Block(group=Group.GUEST),
    "observers": Block(group=Group.OBSERVER),
    "public": Block(group=Group.PUBLIC),
    "members of the public": Block(group=Group.PUBLIC),
    "apologies": Block(presence=Presence.APOLOGIES),
    "apologies for absence": Block(presence=Presence.APOLOGIES),
    "regrets": Block(presence=Presence.APOLOGIES),
    "absent": Block(presence=Presence.ABSENT),
}
_LIKELY = (
    (re.compile(r"\b(?:apolog|regret|leave of absence)"), _EXACT["apologies"]),
    (re.compile(r"\b(?:absent|absence|not present|absentees)\b"), _EXACT["absent"]),
    (re.compile(r"\b(?:guest|visitor|invite|invited|speaker)s?\b"), _EXACT["guests"]),
    (re.compile(r"\bobserv"), _EXACT["observers"]),
    (re.compile(r"\b(?:public|press)\b"), _EXACT["public"]),
    (re.compile(r"\b(?:in attendance|also|officers?|staff|advis[eo]rs?|non-members?)\b"), _EXACT["in attendance"]),
    (
        re.compile(
            r"\b(?:present|attend\w*|members?|councillors?|governors?|trustees?|directors?|participants?|people|committee|board|panel)\b"
        ),
        _EXACT["attendance"],
    ),
)
_PUBLIC_LABEL = re.compile(
    r"(?:number of\s+)?(?:(?:members?\s+of\s+)?the\s+(?:press\s+and\s+)?public|public)"
    r"(?:\s+(?:present|attending|in attendance|in the gallery))?\s*(?:[:=]|\s[–—-])\s*"
    r"(?:about\s+|approx(?:\.|imately)?\s+|circa\s+|c\.?\s*)?(?P<count>\d{1,6}|[a-z]+)(?:\s+(?:present|people|members?))?",
    re.IGNORECASE,
)
_PUBLIC_SAID = re.compile(
    r"(?:there\s+(?:was|were)\s+)?(?P<count>\d{1,6}|[a-z]+)\s+members?\s+of\s+the\s+(?:press\s+and\s+)?public"
    r"(?:\s+(?:was|were))?(?:\s+(?:also\s+)?(?:present|attend\w*|in\s+attendance))?",
    re.IGNORECASE,
)
_FIGURES = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNTS = {word: count for count, word in enumerate(_FIGURES, 1)} | dict.fromkeys(("no", "none", "nil", "nobody"), 0)
_NOBODY = re.compile(
    r"(?:there\s+(?:were|was|are)\s+)?(?:none|nil|no\s+(?:apologies|absences|one|observers|guests|visitors|regrets)|n/?a)\b(?:\s+\w+){0,3}\.?",
    re.IGNORECASE,
)
_COLUMNS = re.compile(
    r"(?:full\s+)?(?:names?|members?|attendees?|person|people|capacity|roles?|titles?|positions?|posts?|organisations?"
    r"|initials|abbreviations?|abbr\.?|present|status|party|ward)",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"^(?:(?:\(?\d{1,3}[.)\]:]|\(?[a-z][)])\s*(?=\S)|\d{1,3}\s+(?=\S))", re.IGNORECASE)
_ROLE = (
    "chair|chairs|chairman|chairwoman|chairperson|vice-chair|clerk|secretary|treasurer|officer|manager|director|head|president"
    "|governor|councillor|constable|commissioner|inspector|member|trustee|minutes|lead|editor|scribe|representative|of|for|the"
)
_NOT_A_NAME = re.compile(rf"\b(?:{_ROLE})\b|[\d@/]", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){0,4}[^\W\d_][\w.'’-]*(?:\s+\([^()]*\))?")
_ABBREVIATED = re.compile(r"(?P<name>[^,()]+?)\s*\((?P<abbreviation>\w{2,12})\)\s*(?:,|[–—-]\s)\s*(?P<capacity>[^()]+)")
_HYPHENED_ROLE = re.compile(r"(?P<name>[^,()]+?)\s*\((?P<role>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)+)\)(?P<more>,[^()]+)?")
_SENT_BY = re.compile(
    r"(?:apologies\s+(?:for\s+absence\s+)?)?(?:(?:were|was|have been|had been)\s+)?received\s+from:?\s+"
    r"|apologies\s+from:?\s+",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<left>[^\W\d_][^:,()]{1,40}?)\s*:\s+(?P<right>[^\W\d_][^:]*)")


def name_of_block(heading: str) -> str:
    """Return a heading as the names of blocks are written."""
    return " ".join(without_emphasis(heading.strip()).strip("*_:#. ").casefold().split())


def opens_agenda(heading: str) -> bool:
    """Whether a heading opens the list of items."""
    name = name_of_block(heading)
    return name in _ITEMS or _AGENDA.fullmatch(name) is not None


def block_of(heading: str, *, likely: bool = False) -> Block | None:
    """Return what the people under a heading are; with `likely`, of one that only speaks of people, too."""
    name = name_of_block(heading)
    if name in _EXACT or not likely or len(name) > 60:
        return _EXACT.get(name)
    return next((block for words, block in _LIKELY if words.search(name)), None)


def public_count(text: str) -> int | None:
    """Read `Members of the public: 45` or `45 members of the public`; None for any other line."""
    words = " ".join(without_emphasis(without_bullet(text)).split()).rstrip(".")
    found = _PUBLIC_LABEL.fullmatch(words) or _PUBLIC_SAID.fullmatch(words)
    if found is None:
        return None
    count = found["count"].casefold()
    return int(count) if count.isdecimal() else _COUNTS.get(count)


def people_in(text: str) -> list[str]:
    """Return the people of one line of a list, each as `Name, capacity (ABBR)`; none where it names nobody."""
    cells = cells_of(text)
    if cells is None:
        words = without_emphasis(without_bullet(text)).strip("*_ ")
        words = ", ".join(piece for part in _ENUMERATED.sub("", words, count=1).split("\t") if (piece := part.strip()))
    elif all(_COLUMNS.fullmatch(cell) for cell in cells):
        return []
    else:
        cells = cells[1:] if len(cells) > 1 and cells[0].strip(".)").isdecimal() else cells
        words = ", ".join([*cells[:-1], _bracketed(cells[-1])]) if len(cells) > 1 else "".join(cells)
    if names_nobody(words) or _NOBODY.fullmatch(words):
        return []
    if sent := _SENT_BY.match(words):
        return people_listed(words[sent.end() :])
    return [_in_order(words)]


def _in_order(words: str) -> str:
    """Put what a line says of one person in the order of `Name, capacity (ABBR)`."""
    if (found := _ABBREVIATED.fullmatch(words)) and sum(map(str.isupper, found["abbreviation"])) >= 2:
        return f"{found['name']}, {found['capacity'].strip()} ({found['abbreviation']})"
    if found := _HYPHENED_ROLE.fullmatch(words):
        return f"{found['name']}, {found['role']}{found['more'] or ''}"
    if (found := _LABELLED.fullmatch(words)) is None:
        return words
    left, right = found["left"], found["right"].strip()
    is_role = _NOT_A_NAME.search(left) or " " not in left
    return f"{right}, {left}" if is_role and not _NOT_A_NAME.search(right.partition(",")[0]) else f"{left}, {right}"


def people_listed(text: str) -> list[str]:
    """Return the people of a line that lists them: `Ann Lee, Bo Oake, Cy Pugh`, or `Ann Lee, Chair; Bo Oake`."""
    if names_nobody(text) or _NOBODY.fullmatch(text.strip()):
        return []
    pieces = [piece.strip(" .") for piece in re.split(r",\s*(?:and\s)?|\s+and\s+", text) if piece.strip(" .")]
    if ";" not in text and all(_NAME.fullmatch(p) and not _NOT_A_NAME.search(p.partition("(")[0]) for p in pieces):
        return pieces
    return [piece for part in text.split(";") for piece in people_in(part)]


def _bracketed(cell: str) -> str:
    """Put brackets round an abbreviation that has a column of its own."""
    return f"({cell})" if len(cell) <= 12 and cell.isalpha() and sum(map(str.isupper, cell)) >= 2 else cell
