"""Words that the house writes otherwise, found in the entries of a meeting.

Restricted, quoted and emphasised words and the names of people are nobody's to fix, and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.meeting.checking.findings import Finding, FindingKind, Numbering, around, finding_name
from tui.meeting.checking.house_style import HouseStyle, WordRule
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.people.directory import directory_of
from tui.meeting.people.name_forms import bare_name
from tui.meeting.text.inline_markup import MASK, masked
from tui.meeting.text.plain_text import plain

_START, _END = r"(?<![\w])(?<!\w['-])", r"(?!\w|['-]\w)"
"""Where a whole word begins and ends: an apostrophe or a hyphen within it makes it another word."""
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|«[^»]{0,400}»|(?<!\w)\"[^\"]*\"|(?<!\w)‘(?:[^’]|’(?=\w)){0,400}’(?!\w)|(?<!\S)'(?=\S).{0,400}?(?<=\S)'(?!\w)"
)
_EMPHASISED = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])[^*]+(?<=[^\s*])\1(?![\w*])")
_STOP = re.compile(r"(?<![?.])([.!?])(?![?\w.])[\"'”’)\]]*(?=\s|$)")
_OPENS = re.compile(r"(?:^|[.!?:;–—(•]|\s-)[\"'“‘]*\s*$")
_CAPITAL = re.compile(r"\s+[A-Z][a-z]")
_LONGEST_SENTENCE = 2_000


class WordFinder:
    """A house style list made ready to be looked for in many texts."""

    def __init__(self, house: HouseStyle) -> None:
        rules = [rule for rule in house.rules if plain(rule.write) != plain(rule.find)]
        self._rules: dict[str, list[WordRule]] = {}
        for rule in rules:
            self._rules.setdefault(_key(rule.find), []).append(rule)
        finds = sorted((plain(rule.find) for rule in rules), key=len, reverse=True)
        self._pattern = _whole(finds) if finds else None
        self._right = {rule: _whole(right) for rule in rules if (right := _right_phrases(rule))}
        self._longest = max((2 * len(phrase) for rule in rules for phrase in _right_phrases(rule)), default=0)

    def places(self, entry: Entry, hidden: str) -> Iterator[tuple[int, int, WordRule]]:
        """Return the places of an entry's words that the house writes otherwise; `hidden` is its text, masked."""
        if self._pattern is None:
            return
        asked = entry.kind is Kind.QUESTION and not entry.speakers_in_text
        for match in self._pattern.finditer(hidden):
            rule = self._rule_for(match[0], entry.kind)
            if rule is None or (rule.reported and (asked or _is_asked(hidden, match.end()))):
                continue
            if _is_name(hidden, match, rule) or self._is_right(rule, hidden, match):
                continue
            yield match.start(), match.end(), rule

    def _rule_for(self, word: str, kind: Kind) -> WordRule | None:
        """Return the first rule of a word that holds for entries of a kind."""
        for rule in self._rules.get(_key(word), []):
            if kind in rule.kinds and (not _has_capitals(rule.find) or _same(word, rule)):
                return rule
        return None

    def _is_right(self, rule: WordRule, hidden: str, match: re.Match[str]) -> bool:
        """Whether the word is part of a phrase that is right, or of what would be written in its place."""
        right = self._right.get(rule)
        if right is None:
            return False
        start = max(0, match.start() - self._longest)
        return any(
            found.start() <= match.start() and match.end() <= found.end()
            for found in right.finditer(hidden, start, match.end() + self._longest)
        )


@lru_cache(maxsize=4)
def finder_of(house: HouseStyle) -> WordFinder:
    """Return the finder of a list, made once."""
    return WordFinder(house)


def style_findings(meeting: Meeting, entries: Iterable[Entry], house: HouseStyle) -> Iterator[Finding]:
    """Find the words that the house writes otherwise, in the order of the entries."""
    finder, names = finder_of(house), names_pattern(meeting)
    for entry in entries:
        numbering = Numbering()
        for start, end, rule in finder.places(entry, hidden_words(entry.text, names)):
            about = (rule.find, *around(entry.text, start, end))
            word = entry.text[start:end]
            write = rule.write if _has_capitals(rule.find) else in_case_of(word, rule.write)
            advice = f"write “{write}”" if write else "say it in other words"
            yield Finding(
                name=finding_name(FindingKind.STYLE, entry.id, *about, numbering.nth(*about)),
                kind=FindingKind.STYLE,
                message=f"“{word}”: {advice}" + (f"; {rule.why}" if rule.why else ""),
                text=entry.text,
                section=entry.section,
                entry=entry.id,
                span=(start, end),
                suggestion=write,
            )


def names_pattern(meeting: Meeting) -> re.Pattern[str] | None:
    """Make the pattern of the names of the meeting's people, as written; None where there are none."""
    names = {word for known in directory_of(meeting).people for word in (known.name, *bare_name(known.name))}
    capital = sorted((plain(name) for name in names if name[:1].isupper()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, capital))})(?!\w)") if capital else None


@lru_cache(maxsize=8192)
def hidden_words(text: str, names: re.Pattern[str] | None) -> str:
    """Hide the words of a text that are not to be fixed; the text keeps its length."""
    hidden = masked(text)
    # Quotation marks are told from apostrophes by their shapes, so they are looked for before those are levelled.
    for marks, pattern in (("“«\"‘'", _QUOTED), ("*", _EMPHASISED)):
        if any(mark in hidden for mark in marks):
            hidden = pattern.sub(lambda found: MASK * len(found[0]), hidden)
    hidden = plain(hidden)
    return names.sub(lambda found: MASK * len(found[0]), hidden) if names else hidden


def in_case_of(word: str, write: str) -> str:
    """Return other words with the capitals of the word they stand for: `Would` for `Will`."""
    if len(word) > 1 and word.isupper() and write.islower():
        return write.upper()
    return write[:1].upper() + write[1:] if word[:1].isupper() else write


def _key(find: str) -> str:
    return " ".join(plain(find).casefold().split())


def _whole(words: list[str]) -> re.Pattern[str]:
    """Make the pattern of whole words and phrases, case aside, the first of them tried first."""
    patterns = [r"\s+".join(map(re.escape, word.split())) for word in words]
    return re.compile(rf"{_START}(?:{'|'.join(patterns)}){_END}", re.IGNORECASE)


def _right_phrases(rule: WordRule) -> list[str]:
    """Return the phrases in which a rule's word is right; what is written in its place is one where it holds it."""
    written = [plain(rule.write)] if _whole([plain(rule.find)]).search(plain(rule.write)) else []
    return sorted([*map(plain, rule.unless), *written], key=len, reverse=True)


def _has_capitals(find: str) -> bool:
    return any(letter.isupper() for letter in find)


def _same(word: str, rule: WordRule) -> bool:
    return " ".join(word.split()) == plain(rule.find)


def _is_asked(hidden: str, at: int) -> bool:
    """Whether the sentence that goes on at a place ends as a question."""
    stop = _STOP.search(hidden, at, at + _LONGEST_SENTENCE)
    return stop is not None and stop[1] == "?"


def _is_name(hidden: str, match: re.Match[str], rule: WordRule) -> bool:
    """Whether a word with a capital stands where only a name has one."""
    word = match[0]
    if not word[0].isupper() or _has_capitals(rule.find) or (len(word) > 1 and word.isupper()):
        return False
    if not _OPENS.search(hidden[max(0, match.start() - 12) : match.start()]):
        return True
    return rule.names and _CAPITAL.match(hidden, match.end()) is not None
