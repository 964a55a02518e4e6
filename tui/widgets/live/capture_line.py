"""The editor of one entry: one line of text, soft-wrapped, that grows to six rows.

The document never holds a line break or a control character: everything that enters goes through `clean`. Format
characters such as right-to-left marks are part of some names and are kept, but drawn as stand-ins, one for one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.document._document import Document, EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.document._wrapped_document import WrappedDocument
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from tui.meeting.text.sanitizing import clean, lines_of, showable

WRAP_LIMIT: Final = 4_000
"""Characters up to which the line is wrapped. Wrapping 100 KB costs 90 ms at every key; a single row of it, 15."""

UNDO_STEPS: Final = 500
"""Batches of typing that can be undone before the line is stored."""

# With kitty's protocol these arrive as keys of their own; elsewhere they are all Enter. They must not differ.
_SUBMIT_KEYS: Final = frozenset({"enter", "shift+enter", "ctrl+enter", "ctrl+m", "ctrl+j"})

_CLOSING: Final = frozenset(".,;:?!)]}…’”'%")
"""What stands at a word without a space."""

_NEXT_WORD: Final = re.compile(r"\s*\S+")


@dataclass
class _FromCaptureLine(Message):
    """What every message of a capture line holds."""

    capture_line: CaptureLine

    @property
    def control(self) -> CaptureLine:
        """The capture line, for `@on` with a selector."""
        return self.capture_line


class _QuickWrapping(WrappedDocument):
    """Textual's wrapping, less a copy of the whole line, through rich's filters, for every place asked about."""

    def get_sections(self, line_index: int) -> list[str]:
        """Return the rows of the line; the line itself if it is not wrapped."""
        if not self.get_offsets(line_index):
            return [self.document.get_line(line_index)]
        return super().get_sections(line_index)


class CaptureLine(TextArea, inherit_bindings=False):
    """A one-line editor that reports Enter, pastes of several lines, and steps out of its first and last row.

    Its bindings are only those of editing, so that the screen's own (function keys, Tab, Escape, Page Up and Down,
    Ctrl+Z and the like) reach the screen.
    """

    DEFAULT_CSS = """
    CaptureLine {
        height: auto;
        min-height: 1;
        max-height: 6;
        border: none;
        padding: 0;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, action, description, show=False)
        for keys, action, description in (
            ("up", "cursor_up", "Up"),
            ("down", "cursor_down", "Down"),
            ("left", "cursor_left", "Left"),
            ("right", "cursor_right", "Right"),
            ("ctrl+left", "cursor_word_left", "Word left"),
            ("ctrl+right", "cursor_word_right", "Word right"),
            ("home,ctrl+a", "cursor_line_start", "Start of row"),
            ("end,ctrl+e", "cursor_line_end", "End of row"),
            ("ctrl+home", "cursor_text_start", "Start of line"),
            ("ctrl+end", "cursor_text_end", "End of line"),
            ("shift+up", "cursor_up(True)", "Select up"),
            ("shift+down", "cursor_down(True)", "Select down"),
            ("shift+left", "cursor_left(True)", "Select left"),
            ("shift+right", "cursor_right(True)", "Select right"),
            ("ctrl+shift+left", "cursor_word_left(True)", "Select word left"),
            ("ctrl+shift+right", "cursor_word_right(True)", "Select word right"),
            ("shift+home", "cursor_line_start(True)", "Select to start of row"),
            ("shift+end", "cursor_line_end(True)", "Select to end of row"),
            ("backspace", "delete_left", "Delete left"),
            ("delete", "delete_right", "Delete right"),
            ("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left", "Delete word left"),
            ("ctrl+delete,alt+delete", "delete_word_right", "Delete word right"),
            ("ctrl+u", "delete_to_text_start", "Delete to start of line"),
            ("ctrl+x", "cut", "Cut"),
            ("ctrl+c", "copy", "Copy"),
            ("ctrl+v", "paste", "Paste"),
        )
    ]

    @dataclass
    class Submitted(_FromCaptureLine):
        """Enter was pressed. The line stays until the handler loads another: keys typed after it wait."""

        line: str

    @dataclass
    class Pasted(_FromCaptureLine):
        """A text of more than one line was pasted. Nothing was inserted; see `CaptureLine.insert_words`."""

        text: str
        """The text as it came, with its line breaks."""

        @property
        def lines(self) -> list[str]:
            """The lines of the text, clean."""
            return [clean(line) for line in lines_of(self.text)]

    @dataclass
    class LeftUpward(_FromCaptureLine):
        """Up was pressed in the first row."""

    @dataclass
    class LeftDownward(_FromCaptureLine):
        """Down was pressed in the last row."""

    def __init__(
        self,
        line: str = "",
        *,
        placeholder: str = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        line = _one_line(line)
        super().__init__(
            line,
            soft_wrap=len(line) <= WRAP_LIMIT,
            show_line_numbers=False,
            max_checkpoints=UNDO_STEPS,
            highlight_cursor_line=False,
            placeholder=Content(placeholder),
            name=name,
            id=id,
            classes=classes,
            disabled=disabled,
        )
        self._own_space: int | None = None
        """Where a space ends that was put in after what was offered, as long as nothing else was done."""
        self._misspelt: tuple[tuple[int, int], ...] = ()
        self.cursor_blink = False
        self.match_cursor_bracket = False

    @property
    def line(self) -> str:
        """The text of the line."""
        return self.document.get_line(0)

    def load_line(self, line: str) -> None:
        """Replace the line, with the cursor at its end and nothing to undo."""
        self.load_text(line)
        self.move_cursor(self.document.end)

    def accept(self, offer: str) -> None:
        """Put in what was offered, and after a word the space that would be typed next; punctuation takes its place."""
        spaced = offer[-1:].isalnum()
        self.insert_words(f"{offer} " if spaced else offer)
        self._own_space = self.cursor_location[1] if spaced else None

    def insert_words(self, text: str) -> None:
        """Insert a text at the cursor, in place of the selection, its lines joined with spaces."""
        self._replace_via_keyboard(text, *self.selection)

    @property
    def can_undo_typing(self) -> bool:
        """Whether there is typing to undo."""
        return bool(self.history.undo_stack)

    @property
    def can_redo_typing(self) -> bool:
        """Whether there is typing to make again."""
        return bool(self.history.redo_stack)

    def undo_typing(self) -> bool:
        """Undo the last stretch of typing; return False if there is none."""
        if not self.can_undo_typing:
            return False
        self.undo()
        self._choose_wrapping(len(self.line))
        return True

    def redo_typing(self) -> bool:
        """Redo the stretch of typing undone last; return False if there is none."""
        if not self.can_redo_typing:
            return False
        self.redo()
        self._choose_wrapping(len(self.line))
        return True

    # The doors by which text enters: all of Textual's own ways of editing lead to one of these two.

    def edit(self, edit: Edit) -> EditResult:
        """Change the document, with the new text made one clean line."""
        edit.text = _one_line(edit.text)
        self._settle_space(edit)
        length = len(self.line) + len(edit.text) - (edit.bottom[1] - edit.top[1])
        if length > WRAP_LIMIT:
            self._choose_wrapping(length)
        result = super().edit(edit)
        self._choose_wrapping(len(self.line))
        if len(edit.text) > 1:
            # Several rows at once: the line grows, and has room to scroll in, only when it is laid out.
            self.call_after_refresh(self.scroll_cursor_visible)
        return result

    def _settle_space(self, edit: Edit) -> None:
        """Let a space typed on be the one that was put in, and let punctuation take its place."""
        end, self._own_space = self._own_space, None
        if end is None or len(self.line) != end or not edit.from_location == edit.to_location == (0, end):
            return
        if edit.text[:1] == " ":
            edit.text = edit.text[1:]
        elif edit.text[:1] in _CLOSING:
            edit.from_location = (0, end - 1)

    def load_text(self, text: str) -> None:
        """Replace the document by a text made one clean line, with nothing to undo."""
        self._own_space = None
        line = _one_line(text)
        if len(line) > WRAP_LIMIT:
            self._choose_wrapping(len(line))
        super().load_text(line)
        self._choose_wrapping(len(line))

    def _set_document(self, text: str, language: str | None) -> None:  # noqa: ARG002 - Textual's signature
        """Build a document as TextArea does, less what concerns languages, with our own wrapping of it."""
        self._highlight_query = None
        self.document = Document(text)
        self.wrapped_document = _QuickWrapping(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _choose_wrapping(self, length: int) -> None:
        """Wrap a line of a usual length; show a huge one in a single row that scrolls sideways.

        Wrapping goes off before a line becomes huge, and on after it has ceased to be: nothing huge is ever wrapped.
        """
        wrapped = length <= WRAP_LIMIT
        if self.soft_wrap != wrapped:
            self.soft_wrap = wrapped

    # How the line is drawn.

    def get_line(self, line_index: int) -> Text:
        """Return the line as it is drawn: literal, with stand-ins for what a terminal would obey."""
        line = Text(showable(self.document.get_line(line_index)), end="", no_wrap=True)
        for start, end in self._misspelt:
            line.stylize("underline", start, end)
        return line

    def mark_words(self, misspelt: tuple[tuple[int, int], ...]) -> None:
        """Underline words, by their places in the line."""
        if misspelt != self._misspelt:
            self._misspelt = misspelt
            self._line_cache.clear()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row; in no cells at all, nothing, which Textual would divide."""
        return super().render_line(y) if self.size.width else Strip.blank(0)

    def validate_suggestion(self, suggestion: str) -> str:
        """Drop a suggestion that could not be shown as it would be inserted."""
        return suggestion if suggestion.isprintable() else ""

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:  # noqa: ARG002
        """Find none: brackets are words here, and the search walks through the whole line."""
        return None

    # Keys and pastes.

    async def _on_key(self, event: events.Key) -> None:
        """Report Enter, and take the characters that Textual does not count as printable but keyboards can type."""
        if self.read_only:
            return
        character = event.character or ""
        if event.key in _SUBMIT_KEYS:
            event.stop()
            event.prevent_default()
            end = self._own_space
            self.post_message(self.Submitted(self, self.line[:-1] if end == len(self.line) else self.line))
        elif len(character) == 1 and not event.is_printable and unicodedata.category(character) in ("Zs", "Cf"):
            # A no-break space, an ideographic space, the joiners of Persian and Indic keyboards.
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(character, *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste in place of TextArea, which would insert its line breaks."""
        event.stop()
        event.prevent_default()
        self._take_paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied or cut in this app; where nothing was, leave the key to the screen."""
        if not self.app.clipboard:
            raise SkipAction
        self._take_paste(self.app.clipboard)

    def _take_paste(self, text: str) -> None:
        """Insert a text of one line; report one of several."""
        if self.read_only:
            return
        if sum(1 for line in lines_of(text) if line.strip()) > 1:
            self.post_message(self.Pasted(self, text))
        else:
            self.insert_words(text)

    def action_cut(self) -> None:
        """Cut what is selected; where nothing is, nothing: TextArea would take the whole line."""
        if not self.selection.is_empty:
            super().action_cut()

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up a row; from the first one, report it."""
        if not select and self._row() == 0:
            self.post_message(self.LeftUpward(self))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down a row; from the last one, report it."""
        if not select and self._row() == self.wrapped_document.height - 1:
            self.post_message(self.LeftDownward(self))
        else:
            super().action_cursor_down(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move right; at the end of the line, accept what is offered."""
        if self.suggestion and not select:
            self.accept(self.suggestion)
        else:
            super().action_cursor_right(select)

    def action_cursor_word_right(self, select: bool = False) -> None:
        """Move a word right; at the end of the line, accept the next word of what is offered."""
        word = _NEXT_WORD.match(self.suggestion)
        if word and not select:
            self.accept(word[0])
        else:
            super().action_cursor_word_right(select)

    def action_cursor_text_start(self) -> None:
        """Move to the start of the line, however many rows it has."""
        self.move_cursor((0, 0))

    def action_cursor_text_end(self) -> None:
        """Move to the end of the line, however many rows it has."""
        self.move_cursor(self.document.end)

    def action_delete_to_text_start(self) -> None:
        """Delete all that stands before the cursor, however many rows it has."""
        self._delete_via_keyboard((0, 0), self.cursor_location)

    def _row(self) -> int:
        """Return the row of the wrapped line that the cursor is in."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y


def _one_line(text: str) -> str:
    """Return a text as one clean line, its lines that are not blank joined with spaces."""
    if text.isprintable():
        return text
    lines = lines_of(text)
    if len(lines) == 1:
        return clean(lines[0])
    return " ".join(clean(line).strip() for line in lines if line.strip())
