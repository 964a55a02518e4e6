"""Who presents an item, and for how long: `– Name`, `(Name, 10 min)`, `: JH`, `10 min - …`, and columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.written_times import find_time
from tui.meeting.model import Value
from tui.meeting.people.name_forms import fold
from tui.meeting.people.person_line import is_initials
from tui.meeting.people.roles import POST_WORDS, is_post
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.known import NOBODY, KnownNames
from tui.papers.understanding.people.names import has_title, is_name
from tui.papers.understanding.people.within import names_absent

_TIME = re.compile(
    r"(?:(?P<hours>\d{1,2}(?:\.\d{1,2})?)\s*(?:hours?|hrs?|h)(?![a-z])\.?)?(?:\s*(?:and\s+)?(?P<minutes>\d{1,4})\s*(?:minut(?:es?|en|os)|minutes?|mins?|m)?\b\.?['’′]?)?",
    re.IGNORECASE,
)
_MINUTES_ALONE = re.compile(r"\d{1,4}\s*(?:(?:minut(?:es?|en|os)|mins?|m)\b\.?|['’′])", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]\.?$")
_PIECES = re.compile(r"\s*[,;/]\s*|\s+[–—-]+\s+|:\s+")
_EMPHASISED = re.compile(
    r"(?<![*_])([*_]{1,3})(?P<open>[(\[])(?P<outer>[^()\[\]]*)(?P<close>[)\]])\1$|(?P<a>[(\[])([*_]{1,3})(?P<inner>[^()\[\]]*?)\6(?P<b>[)\]])$"
)
"""Brackets at a line's end that are set in italics, or what stands in them is: `(_5 min_)`."""
_RANGE = re.compile(
    r"(?P<least>\d{1,3})\s*(?:[-–—]|to)\s*(?P<most>\d{1,3}\s*(?:minut(?:es?|en|os)|mins?|m)\b\.?)", re.IGNORECASE
)
"""`5-10 min`: so long at the most."""
_WHO_AND_LONG = re.compile(r"(?P<who>[^\d,;()]{2,60}?)\s+(?P<long>\d.*)")
"""`LB 5m`: with no comma between them."""
_NAMES = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bund\b|\bet\b)\s*")
_LEADING_TIME = re.compile(
    r"[(\[]?((?:\d{1,3}\s*[-–—]\s*)?\d{1,3}\s*(?:min(?:ute)?s?\b\.?|['’′]))[)\]]?\s*(?:[–—:-]+\s*)?(?=\S)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[–—-]+\s+")
_BY = re.compile(
    r"\s*[,–—-]?\s*\b(?:presented by|led by|presenter|lead|presenting|to be presented by|vorgetragen von"
    r"|présenté par)\s*:?\s+",
    re.IGNORECASE,
)
_WIDE = re.compile(r"\t+|\s{3,}")
_PAPER = re.compile(
    r"(?:enc(?:losure|l)?\.?|papers?|appendix|annex|att(?:achment)?\.?|doc(?:ument)?\.?|item|anlage|annexe|page|(?:beschluss)?vorlage:?|drucksache:?|report"
    r"|pages?|pp?\.)\s*[\w./-]{0,10}(?:\s*(?:[-–—]|to)\s*\d{1,4})?|verbal|oral"
    r"|attached|enclosed|to follow|tabled|mündlich|liegt bei",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[.:h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s*(?:[-–—]|to|bis|à|a)\s*\d{1,2}[.:h]\d\d(?:\s?[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
_NUMBERED_PAPERS = re.compile(r"\d{1,3}(?:\s*[,;&]\s*\d{1,3})*")
_NONE = frozenset("-–—")
"""What stands in a column that has nothing."""
_PAGES = re.compile(r"\d{1,4}\s*[-–—]\s*\d{1,4}")
_LED = re.compile(r"\[(?P<who>@?[^\W\d_][\w.-]{1,25}(?:(?:\s|,\s|/)@?[^\W\d_][\w.-]{1,25}){0,2})\]\s*[:–—-]?\s*(?=\S)")
_FEWEST_LED = 2
"""The fewest items that begin with a name in brackets for it to be one."""
_KINDS = frozenset(
    """action decision discussion discuss info information update new carried-over carryover standing fyi vote review
    draft announcement intro wip todo topic done open closed approved report approve note""".split()
)
"""What else stands in brackets before an item: what is to be done with it."""
_LABEL = re.compile(
    r"(?:presenter|presented by|lead|led by|speaker|owner|rapporteure?|referent(?:in)?"
    r"|berichterstatter(?:in)?|ponente|expone"
    r"|intervenante?|vortrag)\s*:?\s+",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@[\w-]{2,30}")
_POST_BEHIND = re.compile(r"\s+\([^()\d]{2,30}\)$")
"""What somebody is, behind the name: `Lee Brook (Show Organiser)`."""
_LONGEST_POST = 4
_FEWEST_SINGLE = 3
"""The fewest items that end in a single name for it to be one."""
_EVERYBODY = frozenset("all everyone alle tous todos pawb".split())
_BEFORE_NAMES = POST_WORDS | frozenset("council board city town county parish school district".split())
"""Words of a post that stands before a name."""
_NOT_TIMED = frozenset(
    "lane road street avenue close drive farm house field park hall room centre wood way hill court green".split()
)


def with_single_names(known: KnownNames, texts: Collection[str]) -> KnownNames:
    """Return how people may be named, with the single names that many items end in: `– Ros`, `– Hal`.

    All stand in brackets, or all behind a dash.
    """
    for ending in (_in_last_brackets, _behind_last_dash):
        ends = [end for text in texts if (end := ending(_without_columns(text))) and _may_name(end, known)]
        pieces = [[piece for piece in _NAMES.split(end) if piece] for end in ends]
        named = all(is_name(piece, alone=True) for names in pieces for piece in names)
        if named and len(ends) >= _FEWEST_SINGLE and len(ends) * 5 >= len(texts) * 2:
            known = replace(known, names=known.names | {fold(piece) for names in pieces for piece in names})
    return known


def _may_name(end: str, known: KnownNames) -> bool:
    """Whether what an item ends in is to be looked at: no figures, no paper, and nobody who is known."""
    other = any(map(str.isdigit, end)) or _PAPER.fullmatch(end) or end.casefold() in _EVERYBODY
    return not other and not known.names_one(end)


def _in_last_brackets(text: str) -> str:
    found = _BRACKETS.search(text)
    alone = found is not None and text[: found.start()].strip() and split_brackets(text)[2] is None
    return found[1].strip() if found and alone else ""


def _behind_last_dash(text: str) -> str:
    cuts = _DASH.split(text)
    return cuts[-1].strip() if len(cuts) > 1 else ""


class Heading(Value, frozen=True, kw_only=True):
    """An item's words, and who takes it for how long."""

    words: str
    presenter: str = ""
    minutes: int | None = None
    papers: tuple[str, ...] = ()
    time: str = ""
    """When it is taken, where a column says so, or between what it may last."""


def split_brackets(heading: str) -> tuple[str, str, int | None]:
    """Split `Heading (Presenter, 10 min)` into heading, presenter and minutes; other brackets stay."""
    found = _BRACKETS.search(heading)
    if found is None or not heading[: found.start()].strip():
        return heading, "", None
    pieces = _PIECES.split(_RANGE.sub(lambda one: one["most"], found.group(1).strip()))
    for at in (-1, 0):
        minutes = minutes_of(pieces[at])
        if minutes is not None:
            presenter = ", ".join(piece for piece in (pieces[:-1] if at else pieces[1:]) if piece)
            return heading[: found.start()].strip(), presenter, minutes
    one = _WHO_AND_LONG.fullmatch(pieces[0]) if len(pieces) == 1 else None
    minutes = minutes_of(one["long"]) if one and (is_initials(one["who"]) or _may_be_bracketed(one["who"])) else None
    return (
        (heading, "", None) if minutes is None or not one else (heading[: found.start()].strip(), one["who"], minutes)
    )


def minutes_of(words: str) -> int | None:
    """Read allotted time: `10 min`, `1 hour`, `1 h 30`, `15'`."""
    words = _RANGE.sub(lambda one: one["most"], words)
    time = _TIME.fullmatch(words.strip())
    if time is None or not (time["hours"] or _MINUTES_ALONE.fullmatch(words.strip())):
        return None
    return round(float(time["hours"] or 0) * 60) + int(time["minutes"] or 0)


def read_heading(
    text: str, known: KnownNames = NOBODY, *, dashed: bool = False, bracketed: bool = False, led: bool = False
) -> Heading:
    """Part an item's words from its presenter, minutes and papers.

    `dashed` tells that many items end in `– Name`, `bracketed` that many end in `(Name)`, `led` that several
    begin with `[name]`.
    """
    if led and (first := _LED.match(text)):
        rest = read_heading(text[first.end() :], known, dashed=dashed, bracketed=bracketed)
        return replace(rest, presenter=rest.presenter or first["who"])
    text = _EMPHASISED.sub(_plain_brackets, text)
    columns = _by_columns(text, known)
    presenter, papers, minutes = columns.presenter, columns.papers, columns.minutes
    words = " ".join(columns.words.split())
    words, said, timed = split_brackets(words)
    if timed is None and (cut := _timed_before_dash(words)):
        words, said, timed = cut
    presenter, minutes = presenter or said, minutes if timed is None else timed
    if minutes is None and (found := _LEADING_TIME.match(words)) and words[found.end() :].strip():
        minutes, words = minutes_of(found[1]), words[found.end() :]
    pieces = _DASH.split(words)
    if minutes is None and len(pieces) > 1:
        _, named, minutes = split_brackets(f"x ({pieces[-1]})")
        if minutes is not None:
            words, presenter = words[: words.rindex(pieces[-1])].rstrip(" –—-"), presenter or named
    if not presenter and names_absent(words):
        return Heading(words=words, minutes=minutes, papers=papers, time=columns.time)
    if not presenter:
        words, presenter = _named(words, known, dashed=dashed or minutes is not None)
    if not presenter:
        words, presenter = _in_brackets(words, many=bracketed)
    minutes = _lasting(columns.time) if minutes is None else minutes
    stretch = _RANGE.search(text)
    time = columns.time or (stretch[0] if stretch and minutes is not None and stretch[0] not in words else "")
    return Heading(words=words, presenter=presenter, minutes=minutes, papers=papers, time=time)


def are_led(texts: Collection[str]) -> bool:
    """Whether several items begin with who presents them, in square brackets: `[ann-lee] Accounts`."""
    named = [found["who"] for text in texts if (found := _LED.match(text))]
    return len(named) >= _FEWEST_LED and not any(one.casefold() in _KINDS for one in named)


def _plain_brackets(found: re.Match[str]) -> str:
    return f"{found['open'] or found['a']}{found['outer'] or found['inner']}{found['close'] or found['b']}"


def _timed_before_dash(words: str) -> tuple[str, str, int] | None:
    """Split `Heading [20 min] - Presenter`."""
    cuts = [*_DASH.finditer(words)]
    if not cuts:
        return None
    before, said, timed = split_brackets(words[: cuts[-1].start()].strip())
    return None if timed is None else (before, said or words[cuts[-1].end() :].strip(), timed)


def _lasting(time: str) -> int | None:
    """Return the minutes of a stretch of hours: `13:00 – 13:30`; the number `2.60` is none."""
    try:
        found = find_time(time)
    except BadInput:
        return None
    if found is None or found.end is None:
        return None
    start, end = (clock.hour * 60 + clock.minute for clock in (found.start, found.end))
    return end - start if end > start else None


def _in_brackets(words: str, *, many: bool) -> tuple[str, str]:
    """Part words from the name in brackets at their end: one with a title, or any where many items end so."""
    found = _BRACKETS.search(words)
    if found is None or not words[: found.start()].strip():
        return words, ""
    labelled = _LABEL.match(found[1])
    said = found[1][labelled.end() :] if labelled else found[1]
    if said.strip().casefold() in _EVERYBODY:
        return words[: found.start()].strip(), said.strip()
    certain = many or labelled or has_title(said) or are_first_names(said)
    if not _may_be_bracketed(said) or _PAPER.fullmatch(said.strip()) or not certain:
        return words, ""
    return words[: found.start()].strip(), said.strip()


def are_first_names(words: str) -> bool:
    """Whether words are first names that are nothing else, or full names that begin with one: `Ann, Bo`, `Ann Lee`."""
    pieces = [piece for piece in _NAMES.split(words.strip(" .")) if piece]
    return bool(pieces) and all(
        is_first_name(piece.split()[0])
        and is_name(piece, alone=True)
        and piece.split()[-1].casefold() not in _NOT_TIMED
        for piece in pieces
    )


def _may_be_bracketed(words: str) -> bool:
    pieces = [piece for piece in _NAMES.split(words.strip()) if piece]
    return bool(pieces) and all(piece.casefold() in _EVERYBODY or _is_person(piece) for piece in pieces)


def _is_person(words: str) -> bool:
    named = is_name(words, alone=True) and words.split()[-1].casefold() not in _NOT_TIMED
    return named or _HANDLE.fullmatch(words) is not None or _is_titled(words)


def are_bracketed(texts: Collection[str]) -> bool:
    """Whether many items end in brackets with what may be a name, and hardly any in other brackets."""
    ends = [found[1] for text in texts if (found := _BRACKETS.search(_without_columns(text)))]
    ends = [end for end in ends if not _PAPER.fullmatch(end.strip())]
    named = [end for end in ends if _may_be_bracketed(end)]
    full = sum(" " in end.strip() for end in named)
    return len(named) * 4 >= len(ends) * 3 and (full >= 2 or len(named) >= 3)


def _without_columns(text: str) -> str:
    return _WIDE.split(text.strip())[0]


def _by_columns(text: str, known: KnownNames) -> Heading:
    """Take what stands in columns at a line's end for what it is: minutes, somebody, a paper."""
    presenter, minutes = "", None
    papers: list[str] = []
    times: list[str] = []
    pieces = [piece.strip() for piece in _WIDE.split(text.strip())]
    while len(pieces) > 1:
        last = pieces[-1]
        bare = last.strip("()[] ")
        if minutes is None and (timed := minutes_of(bare)) is not None:
            minutes = timed
        elif minutes is None and last.startswith("(") and (inside := split_brackets(f"x {last}"))[2] is not None:
            presenter, minutes = presenter or inside[1], inside[2]
        elif not times and _CLOCK.fullmatch(bare):
            times.append(last)
        elif _PAPER.fullmatch(bare):
            papers.insert(0, last)
        elif _PAGES.fullmatch(bare):
            papers.insert(0, f"pages {bare}")
        elif _NUMBERED_PAPERS.fullmatch(bare):
            papers.insert(0, bare)
        elif bare in _NONE:
            pass
        elif not presenter and _is_presenter(last, bare, known):
            presenter = bare
        else:
            break
        pieces.pop()
    words = " ".join(pieces)
    return Heading(
        words=words.rstrip(" :") if presenter else words,
        presenter=presenter,
        papers=tuple(papers),
        minutes=minutes,
        time="".join(times),
    )


def _is_presenter(column: str, bare: str, known: KnownNames) -> bool:
    """Whether a column holds who presents the item; `bare` is what it holds without brackets."""
    return (
        known.names_one(bare)
        or is_name(bare)
        or is_initials(bare)
        or column.casefold() in _EVERYBODY
        or _is_titled(bare)
        or (is_post(column) and len(column.split()) <= _LONGEST_POST)
    )


def _named(words: str, known: KnownNames, *, dashed: bool) -> tuple[str, str]:
    """Part words from the presenter behind a dash, in brackets or behind a colon, where that names one."""
    if (found := _BRACKETS.search(words)) and words[: found.start()].strip() and _all_known(found[1], known):
        return words[: found.start()].strip(), found[1].strip()
    if found := _BY.search(words):
        after = words[found.end() :].strip(" .)]")
        named = after.partition(",")[0]
        if words[: found.start()].strip(" ([") and (is_name(named) or known.names_one(named) or is_post(after)):
            return words[: found.start()].rstrip(" (["), after
    for joint in (_DASH, re.compile(r":\s+")):
        cuts = [*joint.finditer(words)]
        if not cuts or not words[: cuts[-1].start()].strip():
            continue
        after = words[cuts[-1].end() :].strip()
        presents = (dashed and (may_present(after) or _is_office(after))) or _is_titled(after, alone=dashed)
        presents = presents or _HANDLE.fullmatch(after) is not None or are_first_names(after)
        if _all_known(after, known) or (joint is _DASH and presents):
            return words[: cuts[-1].start()].strip(), after
    return words, ""


def _is_titled(words: str, *, alone: bool = False) -> bool:
    """Whether words are a name with a title or a post before it: `Professor Hickox`, `Clerk Ann Rau`.

    With `alone`, a surname is enough behind a post: `Provost Rau`.
    """
    if has_title(words):
        return len(words.split()) <= 6 and is_name(words)
    pieces = words.split()
    posts = next((at for at, one in enumerate(pieces) if one.casefold() not in _BEFORE_NAMES), 0)
    return any(is_post(one) or one.casefold() in POST_WORDS for one in pieces[:posts]) and is_name(
        " ".join(one.title() if one.isupper() else one for one in pieces[posts:]), alone=alone
    )


def _all_known(words: str, known: KnownNames) -> bool:
    pieces = [piece for piece in _NAMES.split(words.strip()) if piece]
    return bool(pieces) and all(known.names_one(piece) for piece in pieces)


def may_present(words: str) -> bool:
    """Whether words behind a dash may be a person, though nobody knows them, with or without a post in brackets."""
    pieces = [_POST_BEHIND.sub("", piece) for piece in _NAMES.split(words.strip()) if piece]
    return bool(pieces) and all(
        _HANDLE.fullmatch(piece) or (is_name(piece) and piece.split()[-1].casefold() not in _NOT_TIMED)
        for piece in pieces
    )


def _is_office(words: str) -> bool:
    """Whether words behind a dash are a post and nothing else: `President`, `ARC Chair`."""
    pieces = words.split()
    return (
        len(pieces) <= _LONGEST_POST and words[:1].isupper() and (is_post(words) or pieces[-1].casefold() in POST_WORDS)
    )


def are_dashed(texts: Collection[str]) -> bool:
    """Whether many items end in a dash and what may be a name: then the dash parts the presenter."""
    ends = [cuts[-1] for text in texts if len(cuts := _DASH.split(_without_columns(text))) > 1]
    ends = [end for end in ends if not any(map(str.isdigit, end))]
    named = sum(may_present(end) or _is_titled(end, alone=True) or _is_office(end) for end in ends)
    return named >= 2 and (named * 2 >= len(texts) or named == len(ends))


def names_presenter(words: str) -> bool:
    """Whether a line below an item is a person's name, with or without a post: `Colin Frost, Head of Repairs`."""
    name, _, rest = words.strip().partition(",")
    return len(words.split()) <= 10 and is_name(name) and may_present(name) and (not rest or is_post(rest))
