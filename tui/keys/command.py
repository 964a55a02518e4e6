"""What a row of the table of commands holds: something a user can do with a key, and where."""

from __future__ import annotations

import re
from typing import Literal

from tui.meeting.model import Value

_STEP_WORDS = {"-1": "up", "1": "down"}

Where = Literal[
    "anywhere",
    "live",
    "log",
    "last",
    "prompt",
    "agenda",
    "people",
    "follow",
    "review-list",
    "review",
    "review-words",
    "check",
    "preview",
    "book",
    "in-book",
    "register",
]

HEADINGS: dict[Where, str] = {
    "anywhere": "Anywhere",
    "live": "While typing",
    "log": "In the log",
    "last": "After Ctrl+K, about the last entry",
    "prompt": "In a question below the line",
    "agenda": "In the agenda",
    "people": "In the list of people",
    "review-list": "In the review: all the actions",
    "review": "In the review: one action after another",
    "review-words": "In the review: the words of an action",
    "follow": "While following",
    "check": "In the check",
    "preview": "In the preview of the notes",
    "book": "In the book",
    "register": "In the register of actions",
    "in-book": "In a meeting opened from the book",
}
"""What the help screen and the key page call each place."""


class Command(Value, frozen=True, kw_only=True):
    """Something a user can do with a key."""

    id: str
    """The name of the screen's or the app's action, with its argument: `set_kind('question')`."""
    where: Where
    keys: tuple[str, ...]
    """In Textual's names, the one to show first."""
    title: str
    """For the palette and the help screen: `Go to the next section`."""
    short: str = ""
    """For the footer; empty for a command that does not stand there."""

    called: str = ""
    """What the settings file calls it, where that is not made from place and id."""

    @property
    def name(self) -> str:
        """What the settings file calls it: `next-section`, `log-edit`, `people-move-down-10`."""
        words = [_STEP_WORDS.get(word, word.lower()) for word in re.findall(r"-?\d+|[A-Za-z]+", self.id)]
        words = [f"down-{word}" if word.isdigit() else word.replace("-", "up-") for word in words]
        own = [] if self.where in ("anywhere", "live") else [self.where]
        return self.called or "-".join([*own, *words])
