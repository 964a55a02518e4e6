"""Words that no dictionary knows, nor the meeting's own words, found in its entries.

Only words in small letters are looked at: what has a capital may be a name. Abbreviations, numbers, addresses,
quotations, emphasised and restricted words are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.checking.style import hidden_words, names_pattern
from tui.meeting.model import Entry, Meeting
from tui.meeting.redaction.secret_words import secrets_of
from tui.meeting.text.addresses import addresses
from tui.meeting.text.inline_markup import MASK

_JOINED = r"\w@#&^~$£€%+=*\\/.:_'-"
_WORD = re.compile(rf"(?<![{_JOINED}])[^\W\d_]{{2,}}(?:['-][^\W\d_]+)*(?![\w@#&\\/_'-]|[.:]\w)")
_EACH = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 3, 40


class WordReader:
    """Reads which words of a meeting's texts a dictionary is asked about."""

    def __init__(self, meeting: Meeting) -> None:
        self._names = names_pattern(meeting)
        people = chain.from_iterable((p.name, p.capacity, p.abbreviation) for p in meeting.people)
        heads = (meeting.title, *chain.from_iterable(meeting.header), *(s.heading for s in meeting.sections))
        self._own = _each((*people, *heads))

    def words_of(self, entry: Entry) -> Iterator[tuple[int, int, str]]:
        """Return the words of an entry that may be misspelt; whoever is named in it is no word."""
        if entry.restricted or entry.happening or entry.person is not None:
            return
        owners = entry.action.owners if entry.action else ()
        yield from self.words_in(entry.text, _each((*owners, *entry.speakers)))

    def words_in(self, text: str, known: frozenset[str] = frozenset()) -> Iterator[tuple[int, int, str]]:
        """Return the words of a text that may be misspelt, each with its place and as a dictionary has it."""
        hidden = hidden_words(text, self._names)
        for start, end in addresses(hidden):
            hidden = hidden[:start] + MASK * (end - start) + hidden[end:]
        for found in _WORD.finditer(hidden):
            word = found[0]
            if word.islower() and _SHORTEST <= len(word) <= _LONGEST and word not in self._own and word not in known:
                yield found.start(), found.end(), word


def _each(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _EACH.findall(text))


def words_asked(meeting: Meeting, entries: Iterable[Entry]) -> frozenset[str]:
    """Return the words of some entries that a dictionary is to be asked about; what is restricted never is."""
    reader = WordReader(meeting)
    words = {word for entry in entries for _, _, word in reader.words_of(entry)}
    return frozenset(words) - secrets_of(meeting).words


def name_of_word(word: str) -> str:
    """Return the name that each finding of a word has: left as it is in one place, it is so in the whole meeting."""
    return finding_name(FindingKind.SPELLING, 0, word)


def spelling_findings(meeting: Meeting, entries: Iterable[Entry], unknown: Mapping[str, str]) -> Iterator[Finding]:
    """Find the words that are unknown, each with what may be meant."""
    if not unknown:
        return
    reader, secret = WordReader(meeting), secrets_of(meeting).words
    for entry in entries:
        for start, end, word in reader.words_of(entry):
            if word not in unknown or word in secret:
                continue
            meant = unknown[word]
            advice = f"“{meant}” perhaps" if meant else "look at it again"
            yield Finding(
                name=name_of_word(word),
                kind=FindingKind.SPELLING,
                message=f"no dictionary has “{word}”: {advice}",
                text=entry.text,
                section=entry.section,
                entry=entry.id,
                span=(start, end),
                suggestion=meant,
            )
