"""How many keys a character of the notes costs with the completion, and what looking at the offers costs.

    python -m tests.benchmarks.keystrokes                 the pairs of this project
    python -m tests.benchmarks.keystrokes --tuning        those on which the method was tuned, keyed in nowhere else
    python -m tests.benchmarks.keystrokes LEARN KEY …     a text to learn from, and one to key in, line by line

Each pair is a meeting that is learnt and one that is keyed in, knowing its agenda and learning each line once it is
captured. What is offered is what the program offers: words, speakers, drafted resolutions, the rest of a command. Every
key is counted: marks, commands and corrections, Enter, one key to accept an offer or the next word of the first,
Backspace where the space after what was accepted is not wanted; a command that has a key of its own is that key. They
are set against the characters of the entries' text; a plain editor takes 1.0, the marks, and the commands in full.

With shorthand, a word that has a house abbreviation is typed as that, and one that was said before without its vowels,
where the typist expects that to take fewer keys than the offers. What is not written out then, or wrongly, is taken
back, typed in full, and not tried again. Each line is also typed in full: whatever is written out of it is wrong.

What was tried on the pairs for tuning, where who takes all needs 0.654 keys a character with shorthand, 0.660 without,
and who looks at every third key 0.732 and 0.773, and was not taken:

- escape weights from 0.3 to 2.5 of Witten and Bell's: 0.655 to 0.657; sequences of three words instead of five: 0.657,
  of four or seven: 0.654; the meeting's own words counting from one to eight times: 0.655 to 0.657; the common words
  for 50 to 800 learnt ones: 0.654 to 0.655; the least odds of an offered word from 0.1 to 0.25: 0.655;
- next words offered from 10 % on instead of 30 %: 0.648, at the price of something to be read after nearly every word;
- the first words of a line offered on the empty line too: 0.653, and 0.770 for looking at every third key;
- the 20,000 most frequent words of English from the web beside the common ones: 0.640; and 100,000 pairs of words:
  0.629, for a megabyte of other people's text.

The pairs differ by more than any of these from each other: what is new in a meeting has to be typed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from copy import copy
from datetime import datetime
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from tests.places import ROOT
from tui.book.file_names import series_keys
from tui.errors import Refused
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.capture.capture import enter
from tui.meeting.capture.offering import Offering
from tui.meeting.completion.common_words import common
from tui.meeting.completion.shorthand import ENDS, ends, house, last_word, may_lack_vowels, without_vowels
from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind, Meeting
from tui.papers.agenda import read_agenda

SAMPLES = ROOT / "sample_meetings"
AT = datetime(2024, 8, 27, 10)
GLANCE = 0.1
"""What it costs to look at offers that were not there before, in keys; about 20 ms of attention."""


class Manner(NamedTuple):
    """How a typist goes about it."""

    name: str
    least_saving: int = 1
    """How many keys an offer has to save to be accepted."""
    glance: int = 1
    """At how many keys' distance the typist looks at what is offered."""
    shorthand: bool = False
    """Whether the typist writes shorthand."""


MANNERS = (Manner("takes all"), Manner("takes what saves 3 keys", 3), Manner("looks at every third key", 2, 3))

WITH_SHORTHAND = tuple(one._replace(name="… and shorthand", shorthand=True) for one in MANNERS)


class Past(NamedTuple):
    """A meeting's script and the one before it, whose open actions it goes on from."""

    name: str
    before: str = ""


class Pair(NamedTuple):
    """What is learnt, and what is keyed in then."""

    folder: Path
    learnt: Past
    keyed: Past


MARCH = Past("2024-03-assurance", "2024-02-assurance")
WORKFORCE = Past("2024-08-workforce", "2024-05-workforce")
PAIRS = (
    Pair(SAMPLES, Past("2024-02-assurance"), MARCH),
    Pair(SAMPLES, Past("2024-05-workforce"), WORKFORCE),
    Pair(SAMPLES, MARCH, WORKFORCE),
    Pair(SAMPLES, MARCH, Past("2024-06-allotments")),
    Pair(SAMPLES, MARCH, Past("2026-04-parish")),
    Pair(SAMPLES, MARCH, Past("2026-03-rowing-club")),
)


TUNING = (
    Pair(SAMPLES, Past("2024-05-workforce"), Past("2024-02-assurance")),
    Pair(SAMPLES, Past("2024-02-assurance"), Past("2024-05-workforce")),
    Pair(SAMPLES, WORKFORCE, Past("2026-05-library-board")),
    Pair(SAMPLES, Past("2026-04-parish"), Past("2026-05-library-board")),
)
"""Whatever is a matter of choice in the method is chosen by these, so that the others tell what it is worth."""


class Counted(NamedTuple):
    """What keying a meeting in came to, for each character of its entries."""

    keys: float
    with_looking: float
    """Keys, and what it costs to look at offers."""
    plain: float
    """Keys without any offer."""
    wrong: float
    """What was written out of every thousand words typed in full."""


_WORD = re.compile(r"[a-z]+")
_HOUSE = [
    pair
    for short, words in house().items()
    for pair in ((short, words), (short[:1].upper() + short[1:], words[:1].upper() + words[1:]))
    if len(short) > 1 or pair[0] == short
]
KEYED = frozenset({"/next", "/prev", "/undo", "/redo"})
"""The commands that nobody types, as a key does each."""
_A_CHARACTER = 0.7
"""How many keys a character costs, about, where the offers are taken."""


class Typist:
    """Types lines with as few keys as the manner and what is offered allow."""

    def __init__(self, offering: Offering, manner: Manner, said: Iterable[str] = ()) -> None:
        """`said` are texts whose words the typist expects to be known."""
        self.offering = offering
        self.manner = manner
        self.said = {word for text in said for word in _WORD.findall(text)} | common().keys()
        self.failed: set[str] = set()
        self.keys = self.looked = self.plain = self.words = self.wrong = 0

    def type(self, line: str, meeting: Meeting) -> None:
        """Type a line and Enter, or the key that stands for it."""
        self.keys += 1
        self.plain += len(line) + 1
        if line in KEYED:
            return
        at = by_hand = 0
        while at < len(line):
            step, keys = self._shortened(line, at, meeting, by_hand) if self.manner.shorthand else (1, 1)
            if step == 1 and by_hand % self.manner.glance == 0:
                step, keys = self._looked(line, at, meeting)
            by_hand = 0 if step > 1 else by_hand + 1
            at += step
            self.keys += keys
        self._type_in_full(line, meeting.current_kind)
        self.said.update(_WORD.findall(line))

    def _looked(self, line: str, at: int, meeting: Meeting) -> tuple[int, int]:
        """Look at the offers; return how many characters are typed then, and with how many keys."""
        offers = self.offering.after(meeting, line[:at], meeting.current_kind)
        self.looked += bool(offers)
        taken, cost = self._best(offers, line, at)
        return (taken, cost) if taken - cost >= self.manner.least_saving else (1, 1)

    def _shortened(self, line: str, at: int, meeting: Meeting, by_hand: int) -> tuple[int, int]:
        """Type the word that begins there as shorthand, if that seems quicker; else its first letter."""
        short, words = self._short_for(line, at)
        if not short or len(short) >= self._keys_with_offers(line, at, at + len(words), meeting, by_hand):
            return 1, 1
        written = self._written_out(line[:at] + short, meeting.current_kind)
        if written == words:
            return len(words), len(short)
        self.failed.add(words)
        # What was written out is taken back with a key, and the shorthand with another.
        return len(words), len(short) + (2 if written else 1) + len(words)

    def _short_for(self, line: str, at: int) -> tuple[str, str]:
        """Return the shorthand for the words that begin there, and the words; empty where there is none."""
        if line.startswith(("/", "s/")) or (at and (line[at - 1].isalnum() or line[at - 1] in "'’-/@^")):
            return "", ""
        for short, words in _HOUSE:
            if len(short) == 1 and line[at - 2 : at - 1].isdigit():
                continue
            if line.startswith(words, at) and ends(short, line[at + len(words) : at + len(words) + 1]):
                return ("", "") if words in self.failed else (short, words)
        found = _WORD.match(line, at)
        word = found[0] if found else ""
        short = without_vowels(word)
        likely = may_lack_vowels(short) and len(word) >= 5 and len(word) - len(short) >= 2
        if not likely or word not in self.said or word in self.failed or line[at + len(word) :][:1] not in (*ENDS,):
            return "", ""
        return short, word

    def _keys_with_offers(self, line: str, at: int, end: int, meeting: Meeting, by_hand: int) -> float:
        """Return what the words up to an end would cost with the offers, less what these give beyond it."""
        ahead = Typist(copy(self.offering), self.manner)
        ahead.offering.vocabulary = copy(self.offering.vocabulary)
        keys = 0
        while at < end:
            step, cost = ahead._looked(line, at, meeting) if by_hand % self.manner.glance == 0 else (1, 1)
            by_hand = 0 if step > 1 else by_hand + 1
            at += step
            keys += cost
        return keys - _A_CHARACTER * (at - end)

    def _type_in_full(self, line: str, kind: Kind) -> None:
        """Count the words of a line, and those that would be written out although they are typed in full."""
        for end in (found.end() for found in re.finditer(r"\w(?=\W)", line)):
            self.words += 1
            if ends(last_word(line[:end]), line[end]):
                self.wrong += bool(self._written_out(line[:end], kind))

    def _written_out(self, line: str, kind: Kind) -> str:
        written = self.offering.vocabulary.written_out(line, kind) if self.offering.vocabulary else None
        return written.words if written else ""

    def _best(self, offers: Iterable[str], line: str, at: int) -> tuple[int, int]:
        """Return how many characters the best offer gives, and the keys it costs."""
        gains = [(0, 1)]
        for number, offer in enumerate(offers):
            words = [offer] if number else [offer, *re.findall(r"^\s*\S+", offer)]
            right = (accepted for accepted in words if line.startswith(accepted, at))
            gains.extend(_with_space(line, at + len(accepted), len(accepted)) for accepted in right)
        return max(gains, key=lambda gain: gain[0] - gain[1])


def _with_space(line: str, end: int, given: int) -> tuple[int, int]:
    """Count the space that comes with a word; a letter that goes on there first needs it taken away."""
    after = line[end : end + 1]
    if not line[end - 1].isalnum() or not after:
        return given, 1
    if after == " ":
        return given + 1, 1
    return given, 1 if after in ".,;:?!)]}…’'%" else 2


def script(folder: Path, name: str) -> list[str]:
    """Return the lines of a script; none where there is no such script."""
    path = folder / f"{name}.capture.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def agenda(folder: Path, name: str) -> Meeting:
    """Return the meeting that an agenda makes."""
    return read_agenda((folder / f"{name}.agenda.md").read_text(encoding="utf-8"), name).meeting


def opened(folder: Path, past: Past) -> Journal:
    """Open a meeting with what is brought forward to it."""
    earlier = [keyed(folder, Past(past.before))] if script(folder, past.before) else []
    return Journal(meeting=bring_forward(agenda(folder, past.name), earlier, AT))


def keyed(folder: Path, past: Past) -> Meeting:
    """Return a meeting as its script leaves it."""
    journal = opened(folder, past)
    for line in script(folder, past.name):
        try:
            journal = enter(journal, line, AT).journal
        except Refused:
            assert not script(folder, past.before), f"refused: {line}"
    return journal.meeting


def measured(pair: Pair, manner: Manner) -> Counted:
    """Key a meeting in, knowing one other meeting and the agenda, and learning each entry once it is captured."""
    offering, journal = Offering(), opened(pair.folder, pair.keyed)
    earlier = keyed(pair.folder, pair.learnt)
    in_series = not series_keys(earlier).isdisjoint(series_keys(journal.meeting))
    offering.learn_earlier(earlier, in_series=in_series)
    offering.learn_meeting(agenda(pair.folder, pair.keyed.name))
    typist = Typist(offering, manner, script(pair.folder, pair.learnt.name))
    known = {entry.id for entry in journal.meeting.entries}
    for line in script(pair.folder, pair.keyed.name):
        typist.type(line, journal.meeting)
        outcome = enter(journal, line, AT)
        journal = outcome.journal
        if outcome.entry is not None and outcome.entry not in known:
            known.add(outcome.entry)
            offering.learn_entries(journal.meeting, {outcome.entry})
    own = (e for e in journal.meeting.entries if e.action is None or e.action.origin is None)
    return _counted(typist, sum(len(entry.text) for entry in own))


def measured_text(learnt: str, keyed_in: str, manner: Manner) -> Counted:
    """Key any text in, line by line, having learnt another."""
    meeting = Meeting(id="", title="", date=AT.date())
    offering = Offering()
    vocabulary = offering.vocabulary = Vocabulary()
    for line in filter(None, map(str.strip, learnt.splitlines())):
        vocabulary.learn(line, Kind.NOTE)
    typist = Typist(offering, manner, [learnt])
    lines = [line.strip() for line in keyed_in.splitlines() if line.strip()]
    for line in lines:
        typist.type(line, meeting)
        vocabulary.learn(line, Kind.NOTE, 3.0)
    return _counted(typist, sum(map(len, lines)))


def _counted(typist: Typist, characters: int) -> Counted:
    looked = typist.keys + GLANCE * typist.looked
    wrong = 1000 * typist.wrong / max(typist.words, 1)
    return Counted(typist.keys / characters, looked / characters, typist.plain / characters, wrong)


def main(texts: list[str]) -> None:
    """Print the table."""
    own = TUNING if texts == ["--tuning"] else PAIRS
    texts = [text for text in texts if text != "--tuning"]
    pairs = list(zip(texts[::2], texts[1::2], strict=True))
    named = [Path(text).stem for _, text in pairs] or [pair.keyed.name for pair in own]
    print(f"{'':26}" + "".join(f"{name[:20]:>22}" for name in named) + f"{'mean':>10}")
    for manner in (*MANNERS, *WITH_SHORTHAND):
        if pairs:
            read = [[Path(one).read_text(encoding="utf-8") for one in pair] for pair in pairs]
            counted = [measured_text(learnt, text, manner) for learnt, text in read]
        else:
            counted = [measured(pair, manner) for pair in own]
        shown = "".join(f"{f'{one.keys:.3f} ({one.with_looking:.3f})':>22}" for one in counted)
        print(f"{manner.name:26}{shown}{mean(one.keys for one in counted):>10.3f}")
    plain = [one.plain for one in counted]
    print(f"{'a plain editor':26}" + "".join(f"{one:>22.3f}" for one in plain) + f"{mean(plain):>10.3f}")
    wrong = [one.wrong for one in counted]
    print(f"{'wrong in 1,000 words':26}" + "".join(f"{one:>22.2f}" for one in wrong) + f"{mean(wrong):>10.2f}")
    print("keys a character; in brackets with what it costs to look at the offers")


if __name__ == "__main__":
    main(sys.argv[1:])
