"""How many keys a character of the notes costs with the completion, and how long an offer takes.

`MINUTEBOOK_NOTES` may name a folder with the published meetings 2017-03 and 2019-08 (and their predecessors), which are
then measured too.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import mean

import pytest

from tests.benchmarks.keystrokes import (
    AT,
    MANNERS,
    PAIRS,
    TUNING,
    WITH_SHORTHAND,
    Manner,
    Pair,
    Past,
    Typist,
    measured,
    measured_text,
)
from tui.meeting.capture.offering import Offering
from tui.meeting.completion.common_words import common
from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.model import Entry, Kind, Meeting, Section, SectionState

NOTES = os.environ.get("MINUTEBOOK_NOTES", "")


@pytest.mark.parametrize(
    ("manner", "bound"),
    [*zip(MANNERS, (0.65, 0.73, 0.78), strict=True), *zip(WITH_SHORTHAND, (0.65, 0.7, 0.75), strict=True)],
)
def test_the_samples_take_fewer_keys_than_characters(manner: Manner, bound: float) -> None:
    assert mean(measured(pair, manner).keys for pair in PAIRS) <= bound


def test_looking_at_the_offers_costs_less_than_they_save() -> None:
    for pair in PAIRS:
        counted = measured(pair, MANNERS[0])
        assert counted.keys < counted.with_looking < counted.plain


def test_hardly_a_word_typed_in_full_is_taken_for_shorthand() -> None:
    assert mean(measured(pair, MANNERS[0]).wrong for pair in PAIRS) < 2


def test_no_meeting_is_keyed_both_for_tuning_and_to_tell_what_it_is_worth() -> None:
    assert not {pair.keyed.name for pair in TUNING} & {pair.keyed.name for pair in PAIRS}


def test_any_text_is_measured_line_by_line() -> None:
    learnt = "The committee received the report.\nThe committee thanked the treasurer."
    counted = measured_text(learnt, "The committee received the report of the treasurer.", MANNERS[0])
    assert counted.plain == pytest.approx(52 / 51)
    assert counted.keys < 0.5


def test_a_command_that_has_a_key_costs_that_key_alone() -> None:
    typist = Typist(Offering(), MANNERS[0])
    meeting = Meeting(id="", title="", date=AT.date())
    typist.type("/next", meeting)
    assert (typist.keys, typist.plain) == (1, 6)
    typist.type("/skip", meeting)
    assert typist.keys == 1 + len("/sk") + 1 + 1, "the rest of what has no key is offered"


if NOTES:

    @pytest.mark.outside("reads the notes that MINUTEBOOK_NOTES names")
    @pytest.mark.parametrize(("manner", "bound"), [*zip(MANNERS, (0.55, 0.6, 0.62), strict=True)])
    def test_the_published_notes_of_2019_keep_to_the_budget(manner: Manner, bound: float) -> None:
        pair = Pair(Path(NOTES), Past("2017-03", "2017-02"), Past("2019-08", "2019-05"))
        assert measured(pair, manner).keys <= bound


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


def learnt(prose: Prose) -> Vocabulary:
    """Learn 300,000 words."""
    vocabulary = Vocabulary()
    for _ in range(15_000):
        vocabulary.learn(f"{prose.sentence(20)}.", Kind.NOTE)
    return vocabulary


def offer_times(vocabulary: Vocabulary, prose: Prose) -> list[float]:
    """Time the offer at every letter of forty lines, in seconds of the processor."""
    lines = [prose.sentence(20) for _ in range(40)]
    return [quickest(partial(vocabulary.suggest, line[:at])) for line in lines for at in range(len(line))]


def test_with_300_000_words_learnt_an_offer_and_an_entry_take_under_2_ms() -> None:
    prose = Prose()
    vocabulary = learnt(prose)
    taken = sorted(offer_times(vocabulary, prose))
    meeting = prose.meeting(1000)
    learning = sorted(quickest(partial(vocabulary.learn_entries, meeting, {one.id})) for one in meeting.entries[:200])
    worst, slowest = taken[len(taken) * 99 // 100], learning[len(learning) * 99 // 100]
    print(f"an offer: p99 {worst * 1000:.2f} ms; an entry: p99 {slowest * 1000:.2f} ms")
    assert worst < 0.002
    assert slowest < 0.002
