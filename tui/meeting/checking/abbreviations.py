"""Abbreviations that nothing explains before they are used first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.checking.style import hidden_words, names_pattern
from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.people.directory import Directory, directory_of
from tui.meeting.text import english as common_words
from tui.meeting.text.inline_markup import MASK, masked
from tui.meeting.text.plain_text import plain

_LETTERS = r"[A-Z](?:&?[A-Z]){1,7}"
_ROMAN = re.compile(r"[IVX]+")
_SMALL = frozenset("a an and at by de for from in of on or the to with &".split())
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_MARKS = re.compile(rf"[{MASK}*\"“”\[\]]")
_LONGEST_EXPANSION = 200
_FUNCTION_WORDS = (
    common_words.DETERMINERS,
    common_words.PREPOSITIONS,
    common_words.AUXILIARIES,
    common_words.PRONOUNS,
    common_words.CONJUNCTIONS,
)
_SHOUTED = frozenset(word.upper() for words in _FUNCTION_WORDS for word in words.split()) | frozenset(
    "ACTION AGREED DEFERRED DONE NEVER NOTE NOTED OPEN RESOLVED URGENT YES".split()
)
"""Everyday words that somebody may write in capitals."""


class _Explanation(Value, frozen=True, kw_only=True):
    """A place where a text says what an abbreviation stands for."""

    short: str
    start: int
    """Where the abbreviation itself stands."""
    expansion: str
    """Empty where the words it stands for can't be told from those around them."""


class _Patterns:
    """The shapes of abbreviations, those that only a house style list knows among them."""

    def __init__(self, listed: tuple[str, ...]) -> None:
        odd = sorted((short for short in listed if not re.fullmatch(_LETTERS, short)), key=len, reverse=True)
        short = "|".join([*map(re.escape, odd), _LETTERS])
        self.used = re.compile(rf"(?<![\w&'-])({short})(s?)(?![\w&]|\.[A-Z])")
        self.in_brackets = re.compile(
            rf"(?<=\S)\s*\(\s*(?:(?:or|the|hereafter|now)\s+){{0,2}}[\"'“]?({short})s?[\"'”]?\s*[),;]"
        )
        self.then_brackets = re.compile(
            rf"(?<![\w&])({short})s?\s*\(\s*(?:or|the)?\s*(?=[^()]{{0,200}}[a-z][^()]{{0,200}}\s)[^()]{{5,200}}\)"
        )

    def first_explained(self, words: str) -> dict[str, _Explanation]:
        """Return the first explanation of each abbreviation that a text explains."""
        found: dict[str, _Explanation] = {}
        for explanation in sorted(self.explained_in(words), key=lambda one: one.start):
            found.setdefault(explanation.short, explanation)
        return found

    def explained_in(self, words: str) -> Iterator[_Explanation]:
        """Return what a text explains, in quotation marks or not; its restricted words are masked."""
        for found in self.in_brackets.finditer(words):
            before = words[max(0, found.start() - _LONGEST_EXPANSION) : found.start()].rstrip()
            yield _Explanation(short=found[1], start=found.start(1), expansion=_expansion(before, found[1]))
        for found in self.then_brackets.finditer(words):
            yield _Explanation(short=found[1], start=found.start(1), expansion="")


@lru_cache(maxsize=4)
def _patterns_of(listed: tuple[str, ...]) -> _Patterns:
    return _Patterns(listed)


def abbreviation_findings(meeting: Meeting, entries: Iterable[Entry], house: HouseStyle) -> Iterator[Finding]:
    """Find the abbreviations whose first use nothing explains, in the order of those uses.

    `entries` stand in print order. What the header, the people's capacities or a heading explains is known from the
    start; people's abbreviations and the organisations that they belong to are known too.
    """
    expansions = dict(house.abbreviations)
    patterns = _patterns_of(tuple(expansions))
    names, directory = names_pattern(meeting), directory_of(meeting)
    done = _known(meeting, house, patterns)
    uses: dict[str, tuple[Entry, int, int]] = {}
    late: dict[str, str] = {}
    for entry in entries:
        here = patterns.first_explained(plain(masked(entry.text))) if "(" in entry.text else {}
        for short, explanation in here.items():
            late.setdefault(short, explanation.expansion)
        hidden = hidden_words(entry.text, names)
        used = [] if entry.kind.row.heads else [u for u in patterns.used.finditer(hidden) if u[1] not in done]
        for use in used if used and not _is_shouting(hidden) else ():
            short = use[1]
            if short in done or (short in here and use.start() >= here[short].start):
                continue
            done.add(short)
            if not _needs_none(short, directory):
                uses[short] = (entry, use.start(), use.end())
        done.update(here)
    for short, (entry, start, end) in uses.items():
        expansion = expansions.get(short) or late.get(short, "")
        yield _finding(short, entry, (start, end), expansion, late=short in late)


def _finding(short: str, entry: Entry, span: tuple[int, int], expansion: str, *, late: bool) -> Finding:
    start, end = span
    suggestion = ""
    if expansion:
        plural = "s" if entry.text[start:end].endswith("s") and not short.endswith("s") else ""
        suggestion = f"{expansion}{plural} ({short}{plural})"
        if article := _ARTICLE.search(entry.text[max(0, start - 4) : start]):
            # It was chosen for the abbreviation's sound: an MP is a Member of Parliament.
            start -= len(article[0])
            suggestion = f"{_article(article[1], expansion)} {suggestion}"
    advice = f"write “{suggestion}”" if suggestion else "say what it stands for, as in “words (ABC)”"
    return Finding(
        name=finding_name(FindingKind.ABBREVIATION, entry.id, short),
        kind=FindingKind.ABBREVIATION,
        message=f"“{short}” is {'explained only afterwards' if late else 'not explained'}: {advice}",
        text=entry.text,
        section=entry.section,
        entry=entry.id,
        span=(start, end),
        suggestion=suggestion,
    )


def _known(meeting: Meeting, house: HouseStyle, patterns: _Patterns) -> set[str]:
    """Return the abbreviations that are known before the first entry."""
    before = [meeting.title, *(words for _, words in meeting.header)]
    before += [person.capacity for person in meeting.people]
    before += [section.heading for section in meeting.sections]
    explained = {found.short for words in before for found in patterns.explained_in(plain(masked(words)))}
    return {*house.known, *(person.abbreviation for person in meeting.people), *explained}


def _needs_none(short: str, directory: Directory) -> bool:
    return (
        short in _SHOUTED
        or _ROMAN.fullmatch(short) is not None
        or directory.find(short) is not None
        or bool(directory.organisation(short))
    )


def _expansion(before: str, short: str) -> str:
    """Return the words at the end of a text whose initials an abbreviation is made of; empty where they are not."""
    words = list(_WORDS.finditer(before))[-2 * len(short) - 2 :]
    wanted = short.replace("&", "").casefold()
    for first in reversed(range(len(words))):
        some = [word[0] for word in words[first:]]
        if some[0].casefold() in _SMALL:
            continue
        whole = "".join(word[0] for word in some if word != "&").casefold()
        main = "".join(word[0] for word in some if word.casefold() not in _SMALL).casefold()
        if wanted in (whole, main):
            expansion = before[words[first].start() :]
            return "" if _MARKS.search(expansion) else expansion
    return ""


def _is_shouting(hidden: str) -> bool:
    """Whether a text is written in capitals, so that none of its words is known for an abbreviation."""
    letters = [letter for letter in hidden if letter.isalpha()]
    return len(hidden.split()) > 1 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _article(article: str, words: str) -> str:
    right = "an" if words[:1].casefold() in tuple("aeiou") else "a"
    return right.capitalize() if article[0].isupper() else right
