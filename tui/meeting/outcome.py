"""What can come of a decision."""

from __future__ import annotations

from enum import StrEnum


class DecisionOutcome(StrEnum):
    """What came of a decision."""

    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    DEFERRED = "deferred"
    TIED = "tied"
    NO_SECONDER = "no seconder"
    OUT_OF_ORDER = "out of order"
    NOTED = "noted"
    UNSAID = ""
    """The words don't say, or say two things."""

    @classmethod
    def _missing_(cls, value: object) -> DecisionOutcome | None:
        """Take what files from before called an outcome; `Decision` parts it into outcome and unanimity."""
        if value not in ("unanimous", "all"):
            return None
        made = str.__new__(cls, value)
        made._name_, made._value_ = str(value).upper(), value
        return made
