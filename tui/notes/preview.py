"""The notes as lines to look at, and which entry each of them prints."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.meeting.approval.amendment import Amendment
from tui.meeting.model import Entry, Meeting
from tui.meeting.text.inline_markup import masked
from tui.notes.formats import format_row
from tui.notes.render import render

# Variation selectors of the supplement: marks without a width that no word of a meeting needs, so that the layout of
# the notes, by whatever templates, is the same with them as without.
_DIGITS = [chr(0xE0100 + value) for value in range(16)]
_START = chr(0xE01EF)
_MARK = re.compile(f"{_START}([{_DIGITS[0]}-{_DIGITS[-1]}]+)")


class Preview(Struct, frozen=True, kw_only=True):
    """The notes of a meeting in one style and format."""

    lines: tuple[str, ...]
    entries: tuple[int, ...]
    """For each line, the id of the entry that it belongs to: the one printed there, else the next one below it. 0 for
    what stands after the last."""
    as_text: bool = False
    """Whether the format is no text to be read, so that the plain text of the style stands for it."""

    def line_of(self, entry: int) -> int | None:
        """Return the line where the last paragraph of an entry begins, from 0; None where the notes do not print it."""
        if entry not in self.entries:
            return None
        at = len(self.entries) - 1 - self.entries[::-1].index(entry)
        while at and self.entries[at - 1] == entry and self.lines[at - 1].strip():
            at -= 1
        return at


def preview(
    meeting: Meeting,
    *,
    style: str,
    fmt: str,
    version: str,
    width: int,
    styles_folder: Path | None = None,
    amendments: tuple[Amendment, ...] = (),
) -> Preview:
    """Render the notes and find the lines of each entry. `width` is in columns. Raises BadInput, as `render` does."""
    as_text = not format_row(fmt).read_as_it_is

    def lines_of(shown: Meeting) -> list[str]:
        text = render(
            shown,
            style=style,
            fmt="txt" if as_text else fmt,
            version=version,
            width=width,
            styles_folder=styles_folder,
            amendments=amendments,
        )
        return text.removesuffix("\n").split("\n")

    # What is shown is never what was marked: how a character is escaped can hang on the one behind it.
    lines = lines_of(meeting)
    entries = _entries_of(lines_of(replace(meeting, entries=tuple(_marked(entry) for entry in meeting.entries))))
    spare = (0,) * (len(lines) - len(entries))
    return Preview(lines=tuple(lines), entries=(*entries, *spare)[: len(lines)], as_text=as_text)


def _marked(entry: Entry) -> Entry:
    """Put an entry's mark behind its last letter or digit that everybody may read."""
    text = _MARK.sub("", entry.text)
    hidden = masked(text)
    for at in range(len(text) - 1, -1, -1):
        if hidden[at].isalnum():
            return replace(entry, text=text[: at + 1] + _mark(entry.id) + text[at + 1 :])
    return entry


def _mark(number: int) -> str:
    return _START + "".join(_DIGITS[int(digit, 16)] for digit in f"{number:x}")


def _number(mark: str) -> int:
    return int("".join(f"{_DIGITS.index(digit):x}" for digit in mark), 16)


def _entries_of(lines: list[str]) -> tuple[int, ...]:
    """Return each line the entry whose end is the next at or below it; a line with several ends has the first."""
    found: list[int] = []
    below = 0
    for line in reversed(lines):
        mark = _MARK.search(line)
        if mark is not None:
            below = _number(mark[1])
        found.append(below)
    return tuple(reversed(found))
