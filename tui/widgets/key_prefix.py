"""A line that waits for one key and says which there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.meeting.text.sanitizing import showable
from tui.widgets.bindings import CommandPart, bindings_of

_MODIFIERS = re.compile(r"(?:left|right|iso)_.*|(?:caps|num|scroll)_lock")
"""Keys of their own in some terminals: pressing Shift to reach a mark must not count as the key."""


class NextKey(Static, CommandPart, can_focus=True):
    """Takes the key after the one that began a pair; hidden until `ask`, hidden again by `close`."""

    DEFAULT_CSS = """
    NextKey {
        display: none;
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &.-open { display: block; }
    }
    """

    BINDINGS = bindings_of("last")

    @dataclass
    class Unmeant(Message):
        """A key was pressed that means nothing here."""

        character: str
        """What it types; empty where it types nothing."""

    @property
    def is_open(self) -> bool:
        """Whether a key is waited for."""
        return self.has_class("-open")

    def ask(self, *words: tuple[str, str]) -> None:
        """Say what there is to press, in words with their styles, and take the next key."""
        self.update(Content.assemble(*((showable(word), style) for word, style in words)))
        self.add_class("-open")
        self.screen.set_focus(self)

    def close(self) -> None:
        """Wait no more."""
        self.remove_class("-open")

    def on_key(self, event: events.Key) -> None:
        """Report a key that is none of those that are meant; other keys find their commands."""
        if _MODIFIERS.fullmatch(event.key):
            return
        here = self.screen.active_bindings.get(event.key)
        if here is not None and here.node is self:
            return
        if event.is_printable or here is None:
            event.stop()
        self.post_message(self.Unmeant((event.character or "") if event.is_printable else ""))
