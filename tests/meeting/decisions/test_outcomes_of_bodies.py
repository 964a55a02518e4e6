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
        ("=Ms Lee withdrew her motion", DecisionOutcome.WITHDRAWN),
        ("=Put off until the April meeting", DecisionOutcome.DEFERRED),
        ("=By 3 votes to 2 it was carried", DecisionOutcome.CARRIED),
        ("=Thanked Ms Lee, who withdrew her motion", DecisionOutcome.UNSAID),
        ("=Vote: 3-2 in favour. Motion passes.", DecisionOutcome.CARRIED),
        ("=M/S/C Lee/Oake to adjourn", DecisionOutcome.CARRIED),
        ("=Awarded the contract to Mole Ltd; 3 for, 0 against", DecisionOutcome.CARRIED),
        ("=Upheld the exclusion; 3 for, 1 against", DecisionOutcome.CARRIED),
        ("=Governors consented to the absence of Mr Pugh", DecisionOutcome.CARRIED),
        ("=Votes tied 2-2; carried on the Captain's casting vote", DecisionOutcome.CARRIED),
        ("=Tied 2-2. The chair cast her second vote against. Lost.", DecisionOutcome.LOST),
        ("=Der Rat stimmt dem Bauantrag zu. Abstimmungsergebnis: 3 : 1", DecisionOutcome.CARRIED),
        ("=Der Rat stimmt dem Bauantrag nicht zu", DecisionOutcome.LOST),
        ("=Dem Antrag wird mit 3 gegen 1 Stimmen stattgegeben", DecisionOutcome.CARRIED),
        ("=Dem Antrag wird nicht stattgegeben", DecisionOutcome.LOST),
        ("=Die Entscheidung wird auf die nächste Sitzung verschoben", DecisionOutcome.DEFERRED),
        ("=Verweisung in den Bauausschuss", DecisionOutcome.DEFERRED),
        ("=Frau Ray zieht ihren Antrag zurück", DecisionOutcome.WITHDRAWN),
        ("=Der Rat nimmt den Bericht zur Kenntnis", DecisionOutcome.NOTED),
        ("=Bei Stimmengleichheit (2:2) abgelehnt", DecisionOutcome.LOST),
        ("=Le syndic retire sa proposition", DecisionOutcome.WITHDRAWN),
        ("=Décision ajournée faute de quorum", DecisionOutcome.DEFERRED),
        ("=Se retira la propuesta", DecisionOutcome.WITHDRAWN),
        ("=La junta toma nota del informe", DecisionOutcome.NOTED),
        ("=Cynigiwyd gan AL, eiliwyd gan BO a chytunwyd i brynu mainc", DecisionOutcome.CARRIED),
        ("=Tynnodd y Cynghorydd ei gynnig yn ôl", DecisionOutcome.WITHDRAWN),
    ],
)
def test_what_came_of_it_is_read_from_the_words_of_the_body(line: str, outcome: DecisionOutcome) -> None:
    taker = Taker(replace(QUAY, sections=WORKS))
    taker.do(line)
    decision = taker.meeting.entries[-1].decision
    assert decision is not None
    assert decision.outcome is outcome
