"""The page that an agenda is pasted or typed on; its words are drawn literally, whatever they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.content import Content
from textual.document._document import Location
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import TextArea

from tui.meeting.text.sanitizing import clean, lines_of, showable
from tui.widgets.bindings import CommandPart, Handlers, bindings_of


class PageArea(TextArea, CommandPart):
    """A text of many lines; a paste is reported and not inserted: what becomes of it is its screen's to say."""

    DEFAULT_CSS = """
    PageArea { border: none; padding: 0 1; scrollbar-size-vertical: 1; &:focus { border: none; } }
    """

    BINDINGS = bindings_of("page")
    HANDLERS: ClassVar[Handlers[PageArea]] = {}

    @dataclass
    class Pasted(Message):
        """A text was pasted."""

        text: str

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=Content(placeholder),
            id=id,
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on the page."""
        return not self.text.strip()

    def insert_words(self, text: str) -> None:
        """Insert a text at the cursor, in place of the selection."""
        words = "\n".join("\t".join(map(clean, line.split("\t"))) for line in lines_of(text))
        self._replace_via_keyboard(words, *self.selection)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor where it stands in the text.

        An undo that takes the scroll bar away asks for this before it has put the cursor back into what is left, and
        Textual raises ValueError then; it asks again right after.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn: literal, with stand-ins for what a terminal would obey."""
        return Text(showable(self.document.get_line(line_index)), end="", no_wrap=True)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:  # noqa: ARG002
        """Find none: brackets are words here."""
        return None

    async def _on_paste(self, event: events.Paste) -> None:
        """Report a paste in place of inserting it."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(event.text))
