"""Bytes from a terminal turned into key, mouse and paste events, whatever the bytes are.

Textual's own parser ends the app on invalid UTF-8 and on some key reports (`ESC[97:65;2;65u`, `ESC[1:2;5A`), and a
bracketed paste that holds an ESC is cut there, its tail replayed as keystrokes: a pasted text could store lines.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Final

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.sequences import ALT_AND_KEY, CTRL_SPACE, ESC, is_late_rest, may_be_late_rest, meant, split

PASTE_START: Final = b"\x1b[200~"
PASTE_END: Final = b"\x1b[201~"

MARK_PATIENCE: Final = 0.5
"""Seconds to wait for the rest of what looks like the start of a paste."""

PASTE_PATIENCE: Final = 1.0
"""Seconds without a byte after which a paste that was never closed counts as closed."""

_CUT_OFF: Final = ALT_AND_KEY + 1
"""Characters of a sequence that nobody presses."""

PASTE_LIMIT: Final = 32 * 1024 * 1024
"""Bytes after which what has come of a paste is delivered; the rest follows as another paste."""


class InputDecoder:
    """Read a terminal's bytes in pieces of any size and yield the events that they stand for."""

    def __init__(self, debug: bool = False) -> None:
        """Begin a stream; `debug` makes the parser write a log of keys, as Textual's drivers do."""
        self._debug = debug
        self._parser = XTermParser(debug)
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._held = b""
        """The end of what was read, if it may be the beginning of a paste's opening mark."""
        self._paste = bytearray()
        self._pasting = False
        self._last_byte = 0.0
        self._begun = ""
        """What may be the beginning of an escape sequence."""
        self._escaped_at = float("-inf")
        """When a lone ESC was taken for the Escape key."""
        self._late = b""
        """What came after that, if it may be the beginning of what the ESC began."""

    def feed(self, data: bytes, now: float) -> Iterator[Message]:
        """Yield the events of what was read at a time (of the monotonic clock)."""
        since_escape, self._last_byte = now - self._escaped_at, now
        data, self._late = self._late + data, b""
        if not self._held and not self._begun and not self._pasting and since_escape < MARK_PATIENCE:
            text = data.decode("ascii", "replace")
            if may_be_late_rest(text):
                self._late, self._escaped_at = data, now
                return
            data = b"\x1b" + data if is_late_rest(text) else data
        self._escaped_at = float("-inf")
        data, self._held = self._held + data, b""
        while data:
            if self._pasting:
                data = self._feed_paste(data)
                if not self._pasting or len(self._paste) > PASTE_LIMIT:
                    yield from self._pasted()
                continue
            before, mark, after = data.partition(PASTE_START)
            if mark:
                self._pasting = True
                data = after
            else:
                before, self._held = _split_off_mark(before)
                data = b""
            yield from self._keys(before, final=bool(mark))
            if mark:
                # It begins with an ESC, which no sequence has within it: what was begun before it was cut off.
                yield from self._give_up_begun()

    def tick(self, now: float) -> Iterator[Message]:
        """Yield the events that only become known by waiting: a lone Escape, a paste that was never closed."""
        silence = now - self._last_byte
        if self._pasting and silence >= PASTE_PATIENCE:
            self._pasting = False
            yield from self._pasted()
        if self._late and silence >= MARK_PATIENCE:
            late, self._late = self._late, b""
            yield from self._keys(late)
        if self._held and silence >= self._held_patience:
            held, self._held = self._held, b""
            yield from self._keys(held)
        if self._begun and silence >= self._begun_patience:
            if self._begun == ESC:
                self._escaped_at = now
            yield from self._give_up_begun()
        yield from self._guarded_tick()

    def patience(self, at_most: float) -> float:
        """Return how many seconds may pass until the next `tick`."""
        if self._held:
            return min(at_most, self._held_patience)
        if self._late:
            return min(at_most, MARK_PATIENCE)
        return min(at_most, self._begun_patience) if self._begun else at_most

    def finish(self) -> Iterator[Message]:
        """Yield what is left at the end of the stream."""
        self._pasting = False
        yield from self._pasted()
        held, self._held, self._late = self._late + self._held, b"", b""
        yield from self._keys(held, final=True)
        begun, self._begun = self._begun, ""
        yield from self._parsed(begun)

    @property
    def _held_patience(self) -> float:
        """A lone ESC is most likely the Escape key; more of a mark than that, nobody types."""
        return constants.ESCAPE_DELAY if len(self._held) == 1 else MARK_PATIENCE

    @property
    def _begun_patience(self) -> float:
        return constants.ESCAPE_DELAY if self._begun == ESC else MARK_PATIENCE

    def _feed_paste(self, data: bytes) -> bytes:
        """Add to the paste, and return what follows its end."""
        # The closing mark may have been cut by the end of the last read.
        search_from = max(0, len(self._paste) - len(PASTE_END) + 1)
        self._paste += data
        end = self._paste.find(PASTE_END, search_from)
        if end < 0:
            return b""
        rest = bytes(self._paste[end + len(PASTE_END) :])
        del self._paste[end:]
        self._pasting = False
        return rest

    def _pasted(self) -> Iterator[Message]:
        """Yield the paste that has come so far, less a closing mark that has only half come."""
        size = len(self._paste) - (len(PASTE_END) if self._pasting else 0)
        text = self._paste[:size].decode("utf-8", "replace").replace("\x00", "")
        del self._paste[:size]
        if text:
            yield events.Paste(text)

    def _keys(self, data: bytes, final: bool = False) -> Iterator[Message]:
        """Yield the events of bytes that are no paste."""
        # A newline is an Enter typed before the terminal was made raw; Ctrl+J means the same in any shell.
        text = self._decode(data, final).replace("\n", "\r").replace("\x00", CTRL_SPACE)
        pieces, self._begun = split(self._begun + text)
        for piece in pieces:
            yield from self._parsed(meant(piece))

    def _give_up_begun(self) -> Iterator[Message]:
        """Yield what a sequence that goes no further stands for."""
        begun, self._begun = self._begun, ""
        # Longer than Alt and a key, it is a sequence that was cut off: nobody types it.
        yield from self._parsed(begun if len(begun) < _CUT_OFF else "")
        yield from self._not_waiting()

    def _not_waiting(self) -> Iterator[Message]:
        """Yield what the parser has: it has been waited for, and need not be a second time."""
        if self._parser._timeout_time is not None:
            self._parser._timeout_time = 0.0
        yield from self._guarded_tick()

    def _parsed(self, piece: str) -> Iterator[Message]:
        """Yield the events of characters or of one sequence."""
        for character in piece:
            try:
                found = list(self._parser.feed(character))
            except Exception:
                self._reset()
            else:
                yield from found
        if len(piece) == ALT_AND_KEY and piece.startswith(ESC):
            yield from self._not_waiting()
        elif len(piece) >= _CUT_OFF and piece.startswith(ESC) and self._parser._timeout_time is not None:
            # A whole sequence that the parser does not know: it would wait for more, and then type it.
            self._reset()

    def _guarded_tick(self) -> Iterator[Message]:
        """Yield what the parser has waited long enough for."""
        try:
            found = list(self._parser.tick())
        except Exception:
            self._reset()
        else:
            yield from found

    def _reset(self) -> None:
        """Drop the sequence that the parser cannot read, and keep what it knows of the terminal."""
        known = self._parser
        self._parser = XTermParser(self._debug)
        for name in ("last_x", "last_y", "mouse_pixels", "terminal_size", "terminal_pixel_size"):
            setattr(self._parser, name, getattr(known, name))


def _split_off_mark(data: bytes) -> tuple[bytes, bytes]:
    """Split off the longest end of the data that may be the beginning of a paste's opening mark."""
    for size in range(min(len(PASTE_START) - 1, len(data)), 0, -1):
        if PASTE_START.startswith(data[-size:]):
            return data[:-size], data[-size:]
    return data, b""
