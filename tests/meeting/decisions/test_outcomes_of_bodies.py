"""Outcomes as governors and councils word them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.meeting.decisions.quay import QUAY
from tests.meeting.room import Taker
from tui.meeting.model import DecisionOutcome, Section, SectionState

WORKS = (Section(id=1, heading="Works", number="1", state=SectionState.CURRENT, reached=1),)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("=Uniform policy deferred to the spring term", DecisionOutcome.DEFERRED),
        ("=Lettings policy postponed until March", DecisionOutcome.DEFERRED),
        ("=To pay what was deferred to the spring term", DecisionOutcome.UNSAID),
        ("=Das Einvernehmen wird erteilt; 2 dafür, 1 dagegen", DecisionOutcome.CARRIED),
        ("=Das Einvernehmen wird nicht erteilt; 1 dafür, 2 dagegen", DecisionOutcome.LOST),
        ("=Das Einvernehmen wird versagt", DecisionOutcome.LOST),
    ],
)
def test_what_came_of_it_is_read_from_the_words_of_the_body(line: str, outcome: DecisionOutcome) -> None:
    taker = Taker(replace(QUAY, sections=WORKS))
    taker.do(line)
    decision = taker.meeting.entries[-1].decision
    assert decision is not None
    assert decision.outcome is outcome
