"""What one language's lines may say of dues and owners, each with its English."""

from __future__ import annotations

from msgspec import Struct

Phrases = tuple[tuple[str, str], ...]
"""Patterns, the first that fits to be taken, and what each says in English; `{weekday}`, `{month}`, `{day}`, `{year}`,
`{mon}` and `{count}` stand for what is filled in, and `(s)` for a plural's ending."""


class KeyedWords(Struct, frozen=True, kw_only=True, eq=False):
    """The words of one language, as parts of regular expressions."""

    due_by: str
    """What leads to a day by which something is due."""
    due_within: str
    """What leads to a span of time."""
    due_at: str
    """What leads to a meeting."""
    days: Phrases
    spans: Phrases
    meetings: Phrases
    before_month: str
    """What may stand between a day and its month."""
    numbers: str
    """The numbers from 1 on, parted by spaces; `/` parts the forms of one number."""
    owes: str
    """What stands between an owner and what is to be done: `soll`."""
    everybody: str
    """Who stands for all: `alle`."""
    joints: str
    """What joins two names: `und`."""
    action_label: str
    """What a text may begin with that says itself that it is an action."""
