"""What the capture line offers to append: the rest of a word, and the words likely to follow it.

Everything is learnt from texts as they come: the standing phrases of minutes, the meeting's people and headings,
earlier meetings, and each entry once captured. Nothing restricted is learnt, so that nothing restricted is offered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from heapq import nlargest
from typing import NamedTuple

from msgspec.structs import replace

from tui.meeting.completion.common_words import common
from tui.meeting.completion.line_words import said_words, texts_of
from tui.meeting.completion.ngrams import START, Followers, Ranked, Sequences, is_word, tokens_of, words_of
from tui.meeting.completion.shorthand import Skeletons, WrittenOut, house, last_word, may_lack_vowels
from tui.meeting.model import Kind, Meeting, Person
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.secret_words import words_of as words_in
from tui.meeting.text import english
from tui.meeting.text.inline_markup import MASK, masked, plain

EARLIER = 1.0
"""How much a text of an earlier meeting counts."""

NOW = 3.0
"""How much a text of the meeting at hand counts: its subject comes back sooner than last month's."""

_PHRASE = 1.0
"""How much a standing phrase counts."""

_COMMON = 200.0
"""How many learnt words it takes to count as much as the common ones."""

_WORD_ODDS = 0.15
"""How likely the rest of a word has to be to be offered."""

_FURTHER_ODDS = 0.005
"""How likely a word has to be to be offered beside the first."""

_NEXT_ODDS = 0.3
"""How likely the next words have to be, taken together, to be offered: a wrong one costs more attention."""

_UNKNOWN_ODDS = 0.001
"""How likely a word is to be one that was never learnt, before any of it is typed."""

_NAME_ODDS = 0.05
"""How likely a capital within a sentence is to begin a word known in lower case only."""

MOST_OFFERS = 3
"""How many offers there are at most: more take longer to read than they save."""

_MOST_WORDS = 8
"""The most words offered after the one being typed."""

_PREFIX = 3
"""The longest beginning for which words are kept together."""

_BEST = 50
"""How many words at least are weighed for a beginning of one or two letters."""

_BEST_AFTER = 20
"""How many words are weighed for having followed something."""

_WRITTEN_ODDS = 0.6
"""How likely a word has to be, of all that letters may stand for, to be written in their place."""

_READING_ODDS = 0.05
"""How likely a word has to be, of all those, to be named as one of them."""

_MASKS = re.compile(f"{MASK}+")
_CLINGING = frozenset('([{‘“"*£$€#@^')
"""What the next word follows without a space."""

_OPENINGS = {"name": ("<name>",), "due": ("^",)}
"""What stands before a text that does not begin a sentence, so that its first word is learnt as it is written."""

_JOINING = frozenset("/-–_'’")
"""What joins two words; the second is offered only once it is begun."""


class _Typed(NamedTuple):
    """What stands before the cursor."""

    context: list[str]
    """The words before the one being typed, as learnt; never empty."""
    word: str
    """What is typed of a word; empty between words."""
    gap: str
    """What has to be appended before a next word."""

    @property
    def begins(self) -> bool:
        """Whether the word is the first of a sentence."""
        return self.context[-1] == START


class _Beginning:
    """The words that begin alike."""

    __slots__ = ("best", "mass", "words")

    def __init__(self) -> None:
        self.words: dict[str, None] = {}
        self.mass = 0.0
        self.best = Ranked(_BEST)


class Vocabulary:
    """The words and sequences of words learnt so far.

    What was learnt is not forgotten: when words become restricted, make a new one.
    """

    def __init__(self) -> None:
        self._sequences = Sequences()
        self._weights: dict[str, float] = {}
        self._total = 1.0
        self._beginnings: dict[str, _Beginning] = {}
        self._skeletons = Skeletons()
        self._offered: tuple[str, tuple[str, ...]] = ("", ())
        self._withheld: Set[str] = frozenset()
        for word, share in common().items():
            self._weigh(word, share * _COMMON)
        self._sequences.people.update(english.ROLES.split())
        for phrase in re.split(r"(?<=[.?])\s+", " ".join(english.PHRASES.split())):
            # A phrase that stops short says nothing about where a sentence ends.
            words = self._run(phrase.removesuffix("."), "")
            self._sequences.learn(words if phrase[:1].isupper() else words[2:], _PHRASE)

    def learn(self, text: str, kind: str = "", weight: float = EARLIER) -> None:
        """Learn from a text; words in `[[…]]` are left out.

        `kind` is that of the entry, or any name for texts that begin alike.
        """
        self._learn([(text, kind)], weight)

    def _learn(self, texts: Iterable[tuple[str, str]], weight: float) -> None:
        """Learn texts, each with its kind; a word's weight is reckoned once, as it takes longer than to count it."""
        self._offered = ("", ())
        counts: Counter[str] = Counter()
        for text, kind in texts:
            words = self._run(plain(_MASKS.sub(MASK, masked(text))), kind)
            self._sequences.learn(words if words[-1] == START else [*words, START], weight)
            counts.update(words)
        for word, count in counts.items():
            if is_word(word):
                self._weigh(word, count * weight)

    def learn_person(self, person: Person) -> None:
        """Learn a person's name, capacity and abbreviation."""
        for words in (person.name, person.capacity, person.abbreviation):
            self.learn(words, "name")
        known = (masked(person.abbreviation), *masked(person.name).split()[-1:])
        self._sequences.people.update(word for word in known if word and MASK not in word)

    def learn_meeting(self, meeting: Meeting, weight: float = EARLIER) -> None:
        """Learn all of a meeting that may be public: title, header, people, headings and entries."""
        shown = public(meeting)
        for person in shown.people:
            self.learn_person(person)
        headings = (shown.title, *(section.heading for section in shown.sections))
        self._learn([(words, "name") for _, words in shown.header], weight)
        self._learn([(words, Kind.SUBHEADING) for words in headings], weight)
        self._learn([text for entry in shown.entries for text in texts_of(entry)], weight)

    def learn_entries(self, meeting: Meeting, ids: Set[int]) -> None:
        """Learn what may be public of entries just captured in `meeting`, in one go."""
        # What an entry hangs on, and so whether it may be public, is settled within its section.
        sections = {e.section for e in meeting.entries if e.id in ids}
        there = (e for e in meeting.entries if e.section in sections)
        within = tuple(e for e in there if e.kind is not Kind.POINT or e.id in ids)
        shown = public(replace(meeting, entries=within)).entries
        self._learn([text for one in shown if one.id in ids for text in texts_of(one)], NOW)

    def withhold(self, words: Set[str]) -> None:
        """Offer none of these words, case aside, wherever they were learnt; common ones give nothing away."""
        self._withheld = {word for word in words if word not in common()}
        self._offered = ("", ())

    def _may_offer(self, word: str) -> bool:
        return not self._withheld or self._withheld.isdisjoint(words_in(word))

    def offers(self, before_cursor: str, kind: Kind = Kind.NOTE) -> tuple[str, ...]:
        """Return what may be appended at the cursor, the likeliest first: the rest of a word, next words, or both.

        `kind` is the kind that a line without a mark takes. The words before the cursor are never changed. While the
        user types what is offered first, the rest stays offered.
        """
        before, offered = self._offered
        typed = before_cursor[len(before) :]
        going_on = before_cursor.startswith(before)
        if offered and going_on and not typed:
            return offered
        fresh = list(self._offers(before_cursor, kind))
        standing = offered[0] if offered else ""
        if going_on and len(typed) < len(standing) and standing.startswith(typed):
            rest = standing[len(typed) :]
            if not fresh or not fresh[0].startswith(rest):
                fresh.insert(0, rest)
        else:
            # One character is as soon typed as accepted.
            fresh = [offer for offer in fresh if len(offer) > 1]
        chosen: list[str] = []
        for offer in filter(None, fresh):
            if not any(f"{better} ".startswith(f"{offer} ") for better in chosen):
                chosen.append(offer)
        self._offered = (before_cursor, tuple(chosen[:MOST_OFFERS]))
        return self._offered[1]

    def suggest(self, before_cursor: str, kind: Kind = Kind.NOTE) -> str:
        """Return the first of the offers; empty where nothing is likely."""
        return next(iter(self.offers(before_cursor, kind)), "")

    def written_out(self, before_cursor: str, kind: Kind = Kind.NOTE) -> WrittenOut | None:
        """Return the shorthand at the cursor and what it stands for, or may; None for a word or a name."""
        said = said_words(before_cursor.lstrip(), kind)
        short = last_word(said[1]) if said else ""
        if said is None or not short or self._is_known(short):
            return None
        context = self._run(said[1].removesuffix(short), said[0])
        before = context[-1]
        if len(short) == 1 and before.isdigit():
            # A unit, as in “5 t of gravel”.
            return None
        if short[0].isupper() and (before != START or len(short) == 1 or not short[1:].islower()):
            return None
        if words := house().get(short.lower(), ""):
            return WrittenOut(short, words[:1].upper() + words[1:] if short[0].isupper() else words)
        readings = self._without_vowels(short, context)
        if not readings:
            return None
        words, odds = readings[0]
        likely = tuple(word for word, odds in readings if odds >= _READING_ODDS)
        return WrittenOut(short, words) if odds >= _WRITTEN_ODDS else WrittenOut(short, "", likely)

    def readings(self, before_cursor: str, kind: Kind = Kind.NOTE) -> tuple[str, ...]:
        """Return the words that letters at the cursor may be without their vowels, the likeliest first."""
        said = said_words(before_cursor, kind)
        short = last_word(said[1]) if said else ""
        if said is None or not short:
            return ()
        found = self._without_vowels(short, self._run(said[1].removesuffix(short), said[0]))
        return tuple(word for word, odds in found if odds >= _READING_ODDS)

    def _is_known(self, short: str) -> bool:
        """Return whether letters were met as they are, or as a name; a single one is met in many ways."""
        if len(short) > 1 and not self._weights.keys().isdisjoint((short, short.capitalize(), short.upper())):
            return True
        return short.casefold() in map(str.casefold, self._sequences.people)

    def _without_vowels(self, short: str, context: list[str]) -> list[tuple[str, float]]:
        """Return the words that letters may stand for, and how likely each is of all of them, the likeliest first."""
        words = list(filter(self._may_offer, self._skeletons.words(short))) if may_lack_vowels(short) else []
        levels = self._sequences.followers(context)
        odds = {word: self._odds(word, levels) for word in words}
        whole = sum(odds.values())
        return [(word, odds[word] / whole) for word in sorted(odds, key=odds.__getitem__, reverse=True)]

    def _offers(self, before_cursor: str, kind: Kind) -> Iterator[str]:
        """Work out offers from the words before the cursor alone, the likeliest first."""
        typed = self._read(before_cursor.lstrip(), kind)
        if typed is None:
            return
        if typed.word:
            for word, odds in self._likeliest(typed):
                yield word[len(typed.word) :] + self._next_words([*typed.context, word], odds, " ")
            return
        yield self._next_words(typed.context, 1.0, typed.gap, begins=typed.begins)
        for word, odds in self._next(typed.context)[:MOST_OFFERS]:
            if odds >= _FURTHER_ODDS and word[:1].isalpha():
                more = self._next_words([*typed.context, word], odds, " ")
                yield typed.gap + (word[:1].upper() + word[1:] if typed.begins else word) + more

    def _next_words(self, context: list[str], odds: float, gap: str, *, begins: bool = False) -> str:
        """Return the words likely to come next, for as long as all of them together are likely enough."""
        offer = ""
        for _ in range(_MOST_WORDS):
            word, likely = next(iter(self._next(context)), ("", 0.0))
            odds *= likely
            # A figure is never offered: a wrong one is too easily accepted.
            if odds < _NEXT_ODDS or not word[:1].isalpha():
                break
            offer += gap + (word[:1].upper() + word[1:] if begins and not offer else word)
            gap = " "
            context = [*context, word]
        return offer

    def _read(self, line: str, kind: Kind) -> _Typed | None:
        """Read what stands before the cursor; None where nothing is to be offered."""
        said = said_words(line, kind)
        if said is None:
            return None
        kind, text = said
        context = self._run(text, kind)
        if not text or text[-1].isspace() or text[-1] in _CLINGING:
            return _Typed(context, "", "")
        last = tokens_of(text)[-1:]
        if not last or not is_word(last[0].word):
            return None if text[-1] in _JOINING else _Typed(context, "", " ")
        return _Typed(context[:-1], last[0].word, " ") if last[0].word[0].isalpha() else None

    def _run(self, text: str, kind: str) -> list[str]:
        """Return a text's words and punctuation, a sentence's first word in lower case unless it is a name."""
        words = list(_OPENINGS.get(kind) or (f"<{kind}>", START))
        for word in words_of(text):
            if words[-1] == START and word[:1].isupper() and (word[1:].islower() or len(word) == 1):
                lower = word.lower()
                words.append(lower if lower in self._weights or word not in self._weights else word)
            else:
                words.append(word)
            if word in {".", "?", "!"}:
                words.append(START)
        return words

    def _weigh(self, word: str, added: float) -> None:
        """Add to a word's weight."""
        if word not in self._weights:
            self._skeletons.add(word)
        self._weights[word] = weight = self._weights.get(word, 0.0) + added
        self._total += added
        start = word[:_PREFIX].casefold()
        for length in range(1, len(start) + 1):
            beginning = self._beginnings.get(start[:length])
            if beginning is None:
                beginning = self._beginnings[start[:length]] = _Beginning()
            beginning.mass += added
            beginning.words[word] = None
            if length < _PREFIX:
                beginning.best.put(word, weight * len(word))

    def _likeliest(self, typed: _Typed) -> list[tuple[str, float]]:
        """Return the words whose rest is best offered, and how likely each is among all that begin so."""
        beginning = self._beginnings.get(typed.word[:_PREFIX].casefold())
        if beginning is None:
            return []
        levels = self._sequences.followers(typed.context)
        words = _fitting(beginning.best.scores if len(typed.word) < _PREFIX else beginning.words, typed.word)
        weight = beginning.mass if len(typed.word) <= _PREFIX else sum(map(self._weights.__getitem__, words))
        mass = weight / self._total + _UNKNOWN_ODDS * _PREFIX ** -len(typed.word)
        candidates = dict.fromkeys(words)
        for level in levels:
            counts, known = level.counts, beginning.words
            fitting = _fitting(counts if len(counts) < len(known) else [w for w in known if w in counts], typed.word)
            mass = (sum(counts[word] for word in fitting) + len(counts) * mass) / (level.total + len(counts))
            candidates.update(dict.fromkeys(nlargest(_BEST_AFTER, fitting, counts.__getitem__)))
        ranked: list[tuple[float, str, float]] = []
        for word in filter(self._may_offer, candidates):
            odds = self._odds(word, levels) / mass
            if odds < _FURTHER_ODDS:
                continue
            # What is saved, less the key that accepts it; a word that is whole already makes way for the next.
            gain = odds * max(len(word) - len(typed.word) - 0.5, 1.0)
            if typed.word[0].isupper() and not typed.begins and word[0].islower():
                gain *= _NAME_ODDS
            ranked.append((gain, word, odds))
        best = [(word, odds) for _, word, odds in nlargest(2 * MOST_OFFERS, ranked)]
        first = next((at for at, (_, odds) in enumerate(best) if odds >= _WORD_ODDS), 0)
        return [*best[first : first + 1], *best[:first], *best[first + 1 :]]

    def _next(self, context: list[str]) -> list[tuple[str, float]]:
        """Return the likeliest next words or marks of punctuation, and how likely each is."""
        levels = self._sequences.followers(context)
        candidates = dict.fromkeys(w for level in levels for w in level.best.scores if self._may_offer(w))
        likely = ((word, self._odds(word, levels)) for word in candidates)
        return nlargest(2 * MOST_OFFERS, likely, key=lambda candidate: candidate[1])

    def _odds(self, word: str, levels: list[Followers]) -> float:
        """Return how likely a word is, by itself and then by ever longer sequences (Witten and Bell's back-off)."""
        odds = self._weights.get(word, 0.0) / self._total
        for level in levels:
            escape = len(level.counts)
            odds = (level.counts.get(word, 0.0) + escape * odds) / (level.total + escape)
        return odds


def _fitting(words: Iterable[str], start: str) -> list[str]:
    """Return the words that go on from what is typed; a capital may begin any word, nothing else is changed."""
    starts = (start, start[0].lower() + start[1:])
    return [word for word in words if word.startswith(starts)]
