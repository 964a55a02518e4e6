"""What somebody who runs the program for the first time is told, in the empty log."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from tui.config.state import recall, remember
from tui.meeting.model import Meeting


class Welcome:
    """Six lines of how to capture, shown once, until the first entry. Nothing has to be dismissed."""

    def __init__(self, meeting: Meeting) -> None:
        self._due = not recall().welcomed
        self._known = len(meeting.entries)

    def is_due(self, meeting: Meeting) -> bool:
        """Return whether a newcomer has captured nothing yet."""
        self._due = self._due and len(meeting.entries) <= self._known
        return self._due


def note_welcomed() -> None:
    """Remember that the lines were shown."""
    remember(welcomed=True)


def how_to_capture(key_of: Callable[[str], str]) -> tuple[Content, ...]:
    """Return the six lines."""
    return tuple(
        Content.assemble(*parts)
        for parts in (
            ("Type what is said and press ", _key("Enter"), ": one line is one entry."),
            (
                "Begin it with ",
                _key("?"),
                " for a question, ",
                _key(">"),
                " for the response, ",
                _key("-"),
                " for a point.",
            ),
            (
                _key("!"),
                " makes an action: ",
                _key("!Ann to write to the owner ^Friday"),
                "; ",
                _key("="),
                " a decision.",
            ),
            (_key("Ann:"), " before the words says who spoke; ", _key("??"), " marks what you missed."),
            (
                _key(key_of("next-section")),
                " goes to the next section; ",
                _key(key_of("undo")),
                " takes back anything.",
            ),
            (_key(key_of("help")), " shows every key. Each line is saved as you press Enter."),
        )
    )


def _key(key: str) -> tuple[str, str]:
    return key, "bold $text-primary"
