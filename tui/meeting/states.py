"""How people, sections, actions and events stand: each a word of a short list."""

from __future__ import annotations

from enum import StrEnum


class Group(StrEnum):
    """In what right a person is at the meeting."""

    MEMBER = "member"
    IN_ATTENDANCE = "in attendance"
    GUEST = "guest"
    OBSERVER = "observer"
    PUBLIC = "public"


class Presence(StrEnum):
    """Whether a person is at the meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class SectionState(StrEnum):
    """How far the meeting is with a section; at most one section is current."""

    UNREACHED = "unreached"
    CURRENT = "current"
    VISITED = "visited"
    DEFERRED = "deferred"
    SKIPPED = "skipped"


class Status(StrEnum):
    """How an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    REPLACED = "replaced"


class Happening(StrEnum):
    """What an event is of that the program words itself; an event that was typed says no such thing."""

    NONE = ""
    ARRIVED = "arrived"
    JOINED = "joined"
    """For one section alone."""
    LEFT = "left"
    WITHDREW = "withdrew"
    """From one section alone, as for an interest in it."""
    DECLARED = "declared"
    """An interest in a section."""
    ADJOURNED = "adjourned"
    RESUMED = "resumed"
