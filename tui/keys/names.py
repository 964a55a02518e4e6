"""The names of keys: as people write and read them (`Ctrl+N`, `Page Down`, `?`), and as Textual knows them."""

from __future__ import annotations

import string
import unicodedata

_SHOWN = {
    "escape": "Esc",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "up": "Up",
    "tab": "Tab",
    "end": "End",
}
"""The names that neither upper case nor a capital makes readable."""

_ALSO = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "page_down": "pagedown",
    "page_up": "pageup",
    "control": "ctrl",
}
"""Other ways of writing a name."""

_TEXTUAL_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual's name of a character is not made from Unicode's."""

_MODIFIERS = ("ctrl", "alt", "shift")


def character_key(character: str) -> str:
    """Name the key that types a character, as Textual does: `question_mark` for `?`, `J` for `J`."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _TEXTUAL_NAMES.get(name, name)


_SYMBOLS = {character_key(character): character for character in string.punctuation}
_NAMED = frozenset(
    {
        *("enter", "tab", "escape", "space", "backspace", "delete", "insert"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *(f"f{number}" for number in range(1, 25)),
    }
)


def shown_key(key: str) -> str:
    """Return a key as people read it: `Ctrl+N`, `F1`, `Page Down`, `?`, `e`."""
    *modifiers, last = key.split("+")
    if last in _SYMBOLS:
        last = _SYMBOLS[last]
    elif len(last) > 1 or modifiers:
        last = _SHOWN.get(last, last.upper() if len(last) < 4 else last.capitalize())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])


def read_key(words: str) -> str | None:
    """Read a key as people write it; None where there is no such key.

    Case counts only in a letter alone: `J` is Shift and J.
    """
    words = words.strip()
    if len(words) == 1:
        return character_key(words) if words.isprintable() and not words.isspace() else None
    *modifiers, last = (part.strip() for part in words.split("+"))
    modifiers = [_ALSO.get(part.lower(), part.lower()) for part in modifiers]
    last = last.lower().replace(" ", "_")
    last = _ALSO.get(last, last)
    if any(modifier not in _MODIFIERS for modifier in modifiers) or len(modifiers) != len(set(modifiers)):
        return None
    if len(last) == 1:
        last = character_key(last)
    elif last not in _NAMED and last not in _SYMBOLS:
        return None
    return "+".join([*sorted(modifiers, key=_MODIFIERS.index), last])


def types_a_character(key: str) -> bool:
    """Return whether a key types something where a line is being typed."""
    return len(key) == 1 or key in _SYMBOLS or key == "space"
