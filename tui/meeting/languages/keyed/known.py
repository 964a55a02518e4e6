"""The words of a language's lines, looked up by its code."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from tui.meeting.languages.keyed.words import KeyedWords

_MODULES = {"de": "german", "fr": "french", "es": "spanish", "cy": "welsh"}


def in_english_list(names: str, keyed: KeyedWords | None) -> str:
    """Return a list of names with `and` for what joins them in the language."""
    return re.sub(rf"\s+(?:{keyed.joints})\s+", " and ", names, flags=re.IGNORECASE) if keyed else names


@cache
def keyed_in(code: str) -> KeyedWords | None:
    """Return the words of a language beside English; None for English and a code that is unknown."""
    if code not in _MODULES:
        return None
    words: KeyedWords = import_module(f"tui.meeting.languages.keyed.{_MODULES[code]}").KEYED
    return words
