"""What each block of a paper is taken for, how sure that is, and why."""

from __future__ import annotations

from enum import StrEnum

from tui.meeting.model import Value


class Role(StrEnum):
    """What a block of a paper says."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    WHEN = "date and place"
    KEY = "key"
    HEADING = "heading"
    NOTICE = "notice"
    PEOPLE = "people"
    ITEM = "item"
    EXPLANATION = "explanation"
    RESOLUTION = "draft resolution"
    PAPER = "paper"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


class Understood(Value, frozen=True, kw_only=True):
    """One block, and what it is taken for."""

    place: int
    text: str
    role: Role
    sure: float
    """From 0 to 1."""
    why: str
    kept: str = ""
    """As it is kept beside the meeting, with its links and the brackets that restrict; empty for `text` itself."""
    apart: bool = False
    """True where a gap stands before it in the paper."""

    @property
    def words(self) -> str:
        """The words as they are kept."""
        return self.kept or self.text
