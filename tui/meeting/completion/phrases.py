"""Phrases of the user's own, typed by a short name after a semicolon, and which of them would save most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from tui.meeting.completion.shorthand import WrittenOut
from tui.meeting.model import Meeting, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.text.inline_markup import masked, plain

BEGINS: Final = ";"
"""What stands before the name of a phrase where it is typed."""

_NAME: Final = re.compile(r"[a-z][a-z0-9]{0,11}")
_TYPED: Final = re.compile(rf"(?:^|(?<=[\s?>+!=~&#%(-])){BEGINS}({_NAME.pattern})$")
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")
_PARTS: Final = re.compile(r"(?<=[.?!;:,])\s+")
_SHORTEST, _LONGEST = 3, 9
"""How many words a suggested phrase has."""
_OFTEN = 3
"""How many times it was written at least."""
_MOST = 8
"""How many are suggested."""


class SuggestedPhrase(Value, frozen=True, kw_only=True):
    """A phrase that was written again and again."""

    name: str
    words: str
    times: int
    saved: int
    """How many keys its name would have saved in the meetings where it was found."""


def is_phrase(name: str, words: str) -> bool:
    """Return whether words can be typed by a name."""
    return bool(_NAME.fullmatch(name) and words) and words.isprintable()


def phrase_at_end(line: str, phrases: Mapping[str, str]) -> WrittenOut | None:
    """Return the name of a phrase at the end of a line, and its words; None where there is none of that name."""
    found = _TYPED.search(line)
    words = phrases.get(found[1]) if found else None
    return WrittenOut(f"{BEGINS}{found[1]}", words) if found and words else None


def suggested_phrases(meetings: Iterable[Meeting], own: Mapping[str, str]) -> list[SuggestedPhrase]:
    """Return the phrases that would save most in meetings like these, but for the user's own; nothing restricted."""
    counts: Counter[tuple[str, ...]] = Counter()
    for meeting in meetings:
        for entry in public(meeting).entries:
            for part in _PARTS.split(plain(masked(entry.text))):
                counts.update(_runs(part.split()))
    # The name, a semicolon and a space are typed in place of the words and a space.
    saving = {run: (len(" ".join(run)) - len(run[:4]) - 1) * times for run, times in counts.items() if times >= _OFTEN}
    found: list[SuggestedPhrase] = []
    for run in sorted(saving, key=lambda run: (-saving[run], run)):
        words = " ".join(run)
        if len(found) == _MOST:
            break
        if any(words in other or other in words for other in (*own.values(), *(one.words for one in found))):
            continue
        name = _name(run, own.keys() | {one.name for one in found})
        found.append(SuggestedPhrase(name=name, words=words, times=counts[run], saved=saving[run]))
    return found


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Return the runs of words that might be a phrase: no figures, no punctuation, nothing withheld."""
    for start in range(len(words)):
        for end in range(start + _SHORTEST, min(start + _LONGEST, len(words)) + 1):
            run = tuple(words[start:end])
            if not all(map(_WORD.fullmatch, run)):
                break
            yield run


def _name(run: tuple[str, ...], taken: Collection[str]) -> str:
    """Name a phrase by the letters with which its first words begin."""
    letters = "".join(word[0] for word in run[:4]).lower()
    name = "".join(letter for letter in letters if letter.isascii() and letter.isalpha()) or "p"
    return next(one for one in (name, *(f"{name}{number}" for number in range(2, 1000))) if one not in taken)
