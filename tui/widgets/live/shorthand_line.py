"""The capture line that writes shorthand out while it is typed, and takes that back with one Backspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events

from tui.meeting.completion.shorthand import WrittenOut, ends, last_word
from tui.widgets.live.capture_line import CaptureLine


class _Done(NamedTuple):
    """What was written out last."""

    written: WrittenOut
    start: int
    """Where it stands in the line."""
    line: str
    """The line as it was then: what is typed on leaves the words as they are."""


class ShorthandLine(CaptureLine):
    """A capture line that is told what shorthand stands for; at its end alone, and never in what is pasted."""

    stands_for: Callable[[str], WrittenOut | None] | None = None
    """Is asked what the shorthand at the end of a text stands for; None where nothing is written out."""

    _done: _Done | None = None

    @property
    def written(self) -> WrittenOut | None:
        """The shorthand that was just written out, or may be several words; None once something else was done."""
        return self._done.written if self._done and self._done.line == self.line else None

    async def _on_key(self, event: events.Key) -> None:
        """Type letters, and write out the shorthand that they end."""
        at_end = self.selection.is_empty and self.cursor_location[1] == len(self.line)
        if event.is_printable and self.stands_for is not None and at_end and not self.read_only:
            event.stop()
            event.prevent_default()
            self._type(event.character or "", self.stands_for)

    def _type(self, letters: str, stands_for: Callable[[str], WrittenOut | None]) -> None:
        before = line = self.line
        done: tuple[WrittenOut, int] | None = None
        for letter in letters:
            written = stands_for(line) if ends(last_word(line), letter) else None
            if written:
                done = written, len(line) - len(written.short)
                line = line[: done[1]] + (written.words or written.short)
            line += letter
        if line == before + letters:
            self.insert_words(letters)
            self._done = _Done(*done, line) if done else None
            return
        assert done is not None
        # What is to be taken back is one edit, and nothing before it is touched.
        same = next((at for at, pair in enumerate(zip(before, line, strict=False)) if pair[0] != pair[1]), len(before))
        self._replace_via_keyboard(line[same:], (0, same), (0, len(before)))
        self._done = _Done(*done, self.line)

    def action_delete_left(self) -> None:
        """Delete a letter; right after shorthand was written out, take that back."""
        written = self.written
        done = self._done if written and written.words and self.cursor_location[1] == len(self.line) else None
        self._done = None
        if done is None or not self.selection.is_empty:
            super().action_delete_left()
            return
        end = done.start + len(done.written.words)
        self._replace_via_keyboard(done.written.short + done.line[end:], (0, done.start), (0, len(done.line)))
