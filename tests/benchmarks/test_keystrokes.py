"""How many keys a character of the notes costs with the completion that Tab accepts, and how long an offer takes.

Every key is counted: marks, commands and corrections in full, Enter, Tab, and one key to accept the next word alone.
They are set against the characters of the entries' text. `MINUTEBOOK_NOTES` may name a folder with the published
meetings 2017-03 and 2019-08 (and their predecessors), which are then measured too.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.places import ROOT
from tui.errors import Refused
from tui.meeting.actions.brought_forward import bring_forward
from tui.meeting.capture.capture import enter
from tui.meeting.completion.common_words import common
from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Kind, Meeting, Section, SectionState
from tui.papers.agenda import read_agenda

SAMPLES = ROOT / "sample_meetings"
NOTES = os.environ.get("MINUTEBOOK_NOTES", "")
AT = datetime(2024, 8, 27, 10)


class Manner(NamedTuple):
    """How a typist goes about it."""

    name: str
    least_saving: int = 1
    """How many keys an offer has to save to be accepted."""
    glance: int = 1
    """At how many keys' distance the typist looks at what is offered."""


MANNERS = (Manner("takes all"), Manner("takes what saves 3 keys", 3), Manner("looks at every third key", 2, 3))


class Past(NamedTuple):
    """A meeting's script and the one before it, whose open actions it goes on from."""

    name: str
    before: str


class Typist:
    """Types lines with as few keys as the manner and what is offered allow."""

    def __init__(self, vocabulary: Vocabulary, manner: Manner) -> None:
        self.vocabulary = vocabulary
        self.manner = manner
        self.keys = self.offers = self.taken = 0

    def type(self, line: str, kind: Kind) -> None:
        at = by_hand = 0
        standing = ""
        while at < len(line):
            offer = self.vocabulary.suggest(line[:at], kind)
            self.offers += bool(offer) and offer != standing
            saved = self.right(offer, line[at:]) - 1
            if saved >= self.manner.least_saving and by_hand % self.manner.glance == 0:
                at += saved + 1
                standing = offer[saved + 1 :]
                self.taken += 1
                by_hand = 0
            else:
                at += 1
                standing = offer[1:]
                by_hand += 1
            self.keys += 1
        self.keys += 1

    def right(self, offer: str, wanted: str) -> int:
        """Count the characters that one key appends rightly: the whole offer, or its next word."""
        if wanted.startswith(offer):
            return len(offer)
        word = re.match(r"\s*\S+", offer)
        return len(word[0]) if word and re.match(rf"{re.escape(word[0])}(?!\w)", wanted) else 0


def script(folder: Path, name: str) -> list[str]:
    path = folder / f"{name}.capture.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def agenda(folder: Path, name: str) -> Meeting:
    return read_agenda((folder / f"{name}.agenda.md").read_text(encoding="utf-8"), name).meeting


def opened(folder: Path, past: Past) -> Journal:
    """Open a meeting with what is brought forward to it."""
    earlier = [keyed(folder, Past(past.before, ""))] if script(folder, past.before) else []
    return Journal(meeting=bring_forward(agenda(folder, past.name), earlier, AT))


def keyed(folder: Path, past: Past) -> Meeting:
    """Give a meeting as its script leaves it."""
    journal = opened(folder, past)
    for line in script(folder, past.name):
        try:
            journal = enter(journal, line, AT).journal
        except Refused:
            assert not script(folder, past.before), f"refused: {line}"
    return journal.meeting


def measured(folder: Path, learnt: Past, keyed_in: Past, manner: Manner) -> float:
    """Key a meeting in, knowing one other meeting and the agenda, and learning each entry once it is captured."""
    vocabulary = Vocabulary()
    vocabulary.learn_meeting(keyed(folder, learnt))
    vocabulary.learn_meeting(agenda(folder, keyed_in.name))
    journal = opened(folder, keyed_in)
    typist = Typist(vocabulary, manner)
    known = {entry.id for entry in journal.meeting.entries}
    for line in script(folder, keyed_in.name):
        typist.type(line, journal.meeting.current_kind)
        outcome = enter(journal, line, AT)
        journal = outcome.journal
        if outcome.entry is not None and outcome.entry not in known:
            known.add(outcome.entry)
            vocabulary.learn_entries(journal.meeting, {outcome.entry})
    own = (e for e in journal.meeting.entries if e.action is None or e.action.origin is None)
    ratio = typist.keys / sum(len(entry.text) for entry in own)
    used = typist.taken / typist.offers
    print(f"{keyed_in.name}, {manner.name}: {ratio:.3f} keys a character; {used:.0%} of {typist.offers} offers taken")
    return ratio


MARCH = Past("2024-03-assurance", "2024-02-assurance")


@pytest.mark.parametrize(("manner", "bound"), [*zip(MANNERS, (0.88, 0.96, 0.98), strict=True)])
def test_the_sample_of_august_takes_fewer_keys_than_characters(manner: Manner, bound: float) -> None:
    assert measured(SAMPLES, MARCH, Past("2024-08-workforce", "2024-05-workforce"), manner) <= bound


@pytest.mark.parametrize(("manner", "bound"), [*zip(MANNERS, (0.88, 0.96, 0.98), strict=True)])
def test_the_sample_of_another_body_takes_fewer_keys_than_characters(manner: Manner, bound: float) -> None:
    assert measured(SAMPLES, MARCH, Past("2024-06-allotments", ""), manner) <= bound


if NOTES:

    @pytest.mark.parametrize(("manner", "bound"), [*zip(MANNERS, (0.75, 0.8, 0.8), strict=True)])
    def test_the_published_notes_of_2019_keep_to_the_budget(manner: Manner, bound: float) -> None:
        assert measured(Path(NOTES), Past("2017-03", "2017-02"), Past("2019-08", "2019-05"), manner) <= bound


class Prose:
    """Sentences whose words are as unevenly frequent as those of real texts."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        letters = "abcdefghilmnoprstuw"
        rare = ("".join(self.chance.choices(letters, k=self.chance.randint(3, 10))) for _ in range(16_000))
        self.words = [*common(), *rare]
        self.weights = list(accumulate(1 / (rank + 2) for rank in range(len(self.words))))

    def sentence(self, length: int) -> str:
        words = self.chance.choices(self.words, cum_weights=self.weights, k=length)
        small = ("the", "of", "and", "to", "in", "that", "was", "a", "for", "with")
        mixed = (self.chance.choice(small) if self.chance.random() < 0.4 else word for word in words)
        return " ".join(mixed).capitalize()

    def meeting(self, entries: int) -> Meeting:
        sections = tuple(Section(id=1 + at, heading="Budget", state=SectionState.VISITED) for at in range(10))
        return Meeting(
            id="e" * 32, title="Long meeting", date=date(2024, 6, 4), sections=sections,
            entries=tuple(
                Entry(id=at, section=at % 10 + 1, kind=Kind.NOTE, text=f"{self.sentence(15)}.", captured=AT)
                for at in range(1, entries + 1)
            ),
        )  # fmt: skip


def quickest(action: Callable[[], object]) -> float:
    """Give the shortest of three runs, in seconds of the processor, so that other programs count for little."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def test_a_meeting_of_a_thousand_entries_is_learnt_in_150_ms() -> None:
    meeting = Prose().meeting(1000)
    assert quickest(lambda: Vocabulary().learn_meeting(meeting)) < 0.15


def test_with_300_000_words_learnt_an_offer_and_an_entry_take_under_2_ms() -> None:
    prose = Prose()
    vocabulary = Vocabulary()
    for _ in range(15_000):
        vocabulary.learn(f"{prose.sentence(20)}.", Kind.NOTE)
    lines = [prose.sentence(20) for _ in range(40)]
    taken = sorted(quickest(partial(vocabulary.suggest, line[:at])) for line in lines for at in range(len(line)))
    meeting = prose.meeting(1000)
    learning = sorted(quickest(partial(vocabulary.learn_entries, meeting, {one.id})) for one in meeting.entries[:200])
    worst, slowest = taken[len(taken) * 99 // 100], learning[len(learning) * 99 // 100]
    print(f"an offer: p99 {worst * 1000:.2f} ms; an entry: p99 {slowest * 1000:.2f} ms")
    assert worst < 0.002
    assert slowest < 0.002
