"""What a template sees of a decision: what came of it, and who voted how."""

from __future__ import annotations

from tui.notes.view.shown import Shown
from tui.notes.view.words import NOTHING, ViewText


class RollView(Shown, frozen=True, kw_only=True):
    """One side of a vote by name."""

    label: str
    """The side and how many are on it: `For (3)`."""
    names: ViewText = NOTHING
    """The full names of those on that side; `none` where nobody is."""


class DecisionView(Shown, frozen=True, kw_only=True):
    """What was read from a decision's words, which tell it too; nothing is given where nothing was said."""

    resolution: ViewText
    """The decision's words up to those that tell only who proposed it and how the votes went."""
    record: ViewText = NOTHING
    """The rest of its words: `Proposed by Jo Lee, seconded by Al Roe, 7 for, 2 against.`; often empty."""

    mover: ViewText = NOTHING
    """Who proposed it."""
    seconder: ViewText = NOTHING
    """Who seconded it."""
    votes_for: int | None = None
    """How many were for it."""
    votes_against: int | None = None
    """How many were against it."""
    abstained: int | None = None
    """How many abstained."""
    outcome: str = ""
    """`carried`, `lost`, `withdrawn`, `deferred`, `tied`, `no seconder`, `out of order` or `noted`; else empty."""
    lead: str = ""
    """What stands before its words, where they do not say themselves what came of it: `Resolved`; else empty."""
    decided: bool = True
    """False for what decided nothing: a motion or an amendment on its way, one that was not carried, a straw poll."""
    unanimity: str = ""
    """`unanimous`, `all` or `consensus`, where that was said."""
    part: str = ""
    """In the way of a motion: `motion`, `amendment` to the motion above, or `substantive`; empty for one by itself."""
    replaces: ViewText = NOTHING
    """Of a substantive motion: the words of the motion that was amended."""
    roll: tuple[RollView, ...] = ()
    """Who voted how, for a recorded vote and wherever the names of two sides are known."""
