"""A terminal's escape sequences told from what is typed, in pieces of any size, and those dropped that are no keys.

A terminal answers questions, some of an earlier program's, late on a slow line: its colours, what it is, what stands on
its clipboard. Textual's parser types into the line what it does not know. It also takes the pieces of a sequence for
keys if they come a tenth of a second apart.
"""

from __future__ import annotations

import re
from typing import Final

ESC: Final = "\x1b"
CTRL_SPACE: Final = "\x1b[32;5u"
"""Ctrl and Space as kitty's protocol reports it; other terminals send NUL."""
ALT_AND_KEY: Final = 2
"""Characters that stand for Alt and a key."""
_LONGEST_STRING: Final = 1_000_000
"""Characters after which an answer that never ends is given up."""

_CSI = re.compile(r"\x1b\[(?:\[.|[0-?]*[ -/]*[@-~])", re.DOTALL)
"""A whole control sequence; the Linux console's function keys begin with two brackets."""
_CSI_BEGUN = re.compile(r"\x1b\[(?:\[|[0-?]*[ -/]*)")
_OLD_MOUSE: Final = "\x1b[M"
_OLD_MOUSE_CODES: Final = 3
_STRING_BEGUN = re.compile(r"\x1b(?:\][0-9lLI]|P[0-9>|+!$=]|_[A-Z]|[\^X].)")
"""What opens a string of the terminal's: more than Alt and a letter, which a person can press."""
_STRING = re.compile(r"\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)")
_STRING_BROKEN = re.compile(r"\x1b[\]P_^X][^\x07\x1b]*(?=\x1b[^\\])")
_UNASKED: Final = "^X"
"""The strings that no terminal sends of itself; where one comes whole it is dropped all the same."""
_ENDS: Final = ("\x07", "\x1b\\")
_STARTS = frozenset("[O]P_^X")

_ANSWER = re.compile(r"\x1b\[(?:[?>=][0-9;:]*[a-zA-Z]|[?>=]?[0-9;]+\$?[cntxq])")
"""Answers that are no keys: what the terminal is, its size, its colours, its settings."""
_WANTED = re.compile(r"\x1b\[(?:\?[0-9;]+\$y|48;[0-9:;]+t)")
"""Those of them that Textual asked for."""
_OTHER_KEY = re.compile(r"\x1b\[27;(\d+);(\d+)~")
"""A key as xterm's modifyOtherKeys reports it."""
_KITTY_KEY = re.compile(r"\x1b\[(\d+)((?::\d*)+)?(?:;(\d*)(?::\d+)?)?((?:;[0-9:]*)?)u")
"""A key as kitty's protocol reports it: its code, that with Shift and that of the plain keyboard, modifiers, text."""
_LOCKS: Final = 64 | 128
_CONTROLS: Final = 2 | 4 | 8
_ASCII: Final = 128


_LATE = re.compile(
    r"O[A-DFHP-S]\Z|\[[ABCDEFHPQRSZ]\Z|\[[0-9;:]+[ABCDEFHPQRS~u]|\[<[0-9;]+[Mm]|\[[?>][0-9;]+[a-z$]|\][0-9]+;[^\x07\x1b]*[\x07\x1b]"
)
"""The rest of a sequence whose first character came long before, and was taken for the Escape key."""
_LATE_BEGUN = re.compile(r"\[(?:[0-9;:]*|<[0-9;]*|[?>][0-9;]*)\Z")
"""What may become such a rest, where it comes in pieces itself."""


def split(text: str) -> tuple[list[str], str]:
    """Split a text into characters and whole sequences, and what may be the beginning of one."""
    pieces: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != ESC:
            until = text.find(ESC, at)
            pieces.append(text[at : until if until >= 0 else None])
            at = until if until >= 0 else len(text)
            continue
        size = _size_of(text, at)
        if size is None:
            return pieces, text[at:]
        pieces.append(text[at : at + size])
        at += size
    return pieces, ""


def _size_of(text: str, at: int) -> int | None:
    """Return how long the sequence is that begins somewhere; None while it may go on."""
    introducer, there = text[at + 1 : at + 2], len(text) - at
    if introducer and introducer not in _STARTS:
        # Alt and a key, or Escape and another sequence.
        return 1
    if introducer == "[":
        return _size_of_control(text, at)
    if there < 3:
        return None
    if introducer == "O":
        return 3
    return _size_of_string(text, at) if _STRING_BEGUN.match(text, at) else 1


def _size_of_string(text: str, at: int) -> int | None:
    found = _STRING.match(text, at) or _STRING_BROKEN.match(text, at)
    if text[at + 1] in _UNASKED and not (found and found[0].endswith(_ENDS)):
        # No terminal answers so: Alt and a key, and then words.
        return ALT_AND_KEY
    if found is None:
        return len(text) - at if len(text) - at > _LONGEST_STRING else None
    return len(found[0])


def _size_of_control(text: str, at: int) -> int | None:
    if text.startswith(_OLD_MOUSE, at):
        size = len(_OLD_MOUSE) + _OLD_MOUSE_CODES
        return size if len(text) >= at + size else None
    if found := _CSI.match(text, at):
        return len(found[0])
    begun = _CSI_BEGUN.match(text, at)
    # A character that belongs to no sequence ends one that was begun.
    return None if begun is not None and begun.end() == len(text) else 1


def meant(piece: str) -> str:
    """Return a piece as Textual reads it: keys of any keyboard, and nothing of a terminal's answers."""
    if not piece.startswith(ESC) or len(piece) < 3:
        return piece
    if _STRING_BEGUN.match(piece):
        return ""
    if _WANTED.fullmatch(piece):
        return piece
    if other := _OTHER_KEY.fullmatch(piece):
        piece = f"{ESC}[{other[2]};{other[1]}u"
    if key := _KITTY_KEY.fullmatch(piece):
        return _plain_key(piece, *key.groups(default=""))
    return "" if _ANSWER.fullmatch(piece) else piece


def _plain_key(piece: str, code: str, others: str, modifiers: str, text: str) -> str:
    """Return a key without its alternates: a letter of another alphabet, with Ctrl or Alt, as the plain keyboard's."""
    held = max(0, int(modifiers or 1) - 1)
    if held & _CONTROLS:
        held &= ~_LOCKS
        plain = others.rpartition(":")[2] if others.count(":") > 1 else ""
        if plain and int(code) >= _ASCII > int(plain):
            code, text = plain, ""
    elif not others:
        return piece
    return f"{ESC}[{code};{held + 1}{text}u"


def is_late_rest(text: str) -> bool:
    """Return whether a text is the rest of a sequence whose first character came long before."""
    return bool(_LATE.match(text))


def may_be_late_rest(text: str) -> bool:
    """Return whether a text may be the beginning of such a rest."""
    return bool(_LATE_BEGUN.match(text))
