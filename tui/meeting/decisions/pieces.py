"""The pieces of a decision's words that record something: who moved it, how the votes went, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from tui.meeting.model import DecisionOutcome

Side = Literal["for", "against", "abstained", "not voting"]

TITLES = frozenset(
    "trustee councillor councilor councilmember alderman director commissioner supervisor member governor senator "
    "stadtrat stadträtin gemeinderat".split()
)
"""What may stand before a name as the record of a vote gives it, in whatever capacity somebody is known."""


class NamedPerson(NamedTuple):
    """Somebody whom the words name at a place."""

    start: int
    end: int
    label: str
    """As it prints; as said where nobody of the meeting is meant."""


class Piece(NamedTuple):
    """What a stretch of the words records."""

    start: int
    end: int
    sort: Literal["mover", "seconder", "votes", "outcome", "manner"]
    counts: Mapping[Side, int] = MappingProxyType({})
    names: Mapping[Side, tuple[NamedPerson, ...]] = MappingProxyType({})
    person: NamedPerson | None = None
    """Who moved or seconded, or asked for a roll call."""
    others: Literal["", "for", "against", "abstained"] = ""
    outcome: DecisionOutcome = DecisionOutcome.UNSAID
    manner: str = ""
    """`unanimous`, `all`, `consensus`, `casting`, `roll call`."""
    weak: bool = False
    """True for words that record something only where they stand beside others that do."""
    greater_first: bool = False
    """True for two numbers of which the greater may stand first, whichever side it is on: `lost by 5 votes to 3`."""
    at_least: bool = False
    """True where the names are not all of that side."""
