"""What a row of the table of commands holds: something a user can do with a key, where, and what it needs."""

from __future__ import annotations

from typing import Literal

from tui.meeting.model import Value

Where = Literal[
    "anywhere",
    "live",
    "log",
    "last",
    "prompt",
    "agenda",
    "people",
    "details",
    "follow",
    "review-list",
    "review",
    "review-words",
    "check",
    "preview",
    "book",
    "in-book",
    "register",
    "registers",
    "importing",
    "page",
    "reading",
]

HEADINGS: dict[Where, str] = {
    "anywhere": "Anywhere",
    "live": "While typing",
    "log": "In the log",
    "last": "After Ctrl+K, about the last entry",
    "prompt": "In a question below the line",
    "agenda": "In the agenda",
    "people": "In the list of people",
    "details": "In the details",
    "review-list": "In the review: all the actions",
    "review": "In the review: one action after another",
    "review-words": "In the review: the words of an action",
    "follow": "While following",
    "check": "In the check",
    "preview": "In the preview of the notes",
    "book": "In the book",
    "register": "In the register of actions",
    "registers": "In the registers of decisions, attendance, interests and questions",
    "importing": "In what was read of finished minutes",
    "page": "On the page for an agenda",
    "reading": "In what was read from it",
    "in-book": "In a meeting opened from the book",
}
"""What the help screen and the key page call each place."""


class Need:
    """What a command needs before it can do anything; the screen knows whether it is there."""

    def __init__(self, words: str) -> None:
        self.words = words
        """Why the command is not available without it; `{to-log}` stands for that command's key."""


class Command(Value, frozen=True):
    """Something a user can do with a key. What carries it out stands above, under the same id."""

    where: Where
    id: str
    """What the settings file calls it too: `next-section`, `log-edit`."""
    keys: tuple[str, ...]
    """In Textual's names, the one to show first."""
    title: str
    """For the palette and the help screen: `Go to the next section`."""
    short: str = ""
    """For the footer; empty for a command that does not stand there."""
    needs: tuple[Need, ...] = ()
    """What it needs; the words of the first that is missing are the reason why it is not available."""
    looks: bool = False
    """Whether it only chooses or shows something, or opens a field for the letters that follow, so that its own letter
    need not wait for them."""


def choosing(
    where: Where, one: str, ten: str, first: str, last: str, needs: tuple[Need, ...] = ()
) -> tuple[Command, ...]:
    """Return the commands that choose a row of a list: `one` is `the action`, `ten` `ten actions`."""
    rows = (
        ("choose-up", ("up", "k"), f"{one} above"),
        ("choose-down", ("down", "j"), f"{one} below"),
        ("choose-up-10", ("pageup",), f"{ten} further up"),
        ("choose-down-10", ("pagedown",), f"{ten} further down"),
        ("first", ("home",), first),
        ("last", ("end",), last),
    )
    return tuple(
        Command(where, f"{where}-{name}", keys, f"Choose {what}", needs=needs, looks=True) for name, keys, what in rows
    )
