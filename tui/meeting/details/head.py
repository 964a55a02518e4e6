"""The lines of a meeting's head, and its title, changed one at a time."""

from __future__ import annotations

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.details.day import set_date, set_time
from tui.meeting.languages.header_words import language_keys, language_named
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting
from tui.meeting.text.brackets import closed, divided
from tui.meeting.text.sanitizing import clean, one_line

_ALIKE = (("place_keys", "Venue"), ("chair_keys", "Chair"), ("minutes_keys", "Minutes"), ("next_keys", "Next"))
"""Keys that languages have many words for, and the one that a line is given where there is none of them."""
_LONGEST_KEY = 60


def set_title(meeting: Meeting, words: str) -> Meeting:
    """Give the meeting another title; where the head has a line for it, that follows. Raises Refused for no words."""
    title = _said(words)
    if not title:
        raise Refused("a meeting needs a title", hint="type /title and the title")
    header = tuple((key, title if key.casefold() == "title" else said) for key, said in meeting.header)
    return replace(meeting, title=title, header=header)


def set_line(meeting: Meeting, key: str, words: str) -> Meeting:
    """Say what a line of the head says: `Venue`, `Chair` or any other; no words take the line out.

    The keys `Title`, `Date` and `Time` change what they are about. Raises Refused for words that cannot be.
    """
    key, words = _said(key), _said(words)
    change = {"title": set_title, "date": set_date, "time": set_time}.get(key.casefold())
    if change is not None:
        return change(meeting, words)
    if not key or len(key) > _LONGEST_KEY:
        raise Refused("which line?", hint="type a key, a colon and the words: Quorum: 3")
    there = next((at for at in _places(meeting, key)), None)
    if there is None:
        if not words:
            raise Refused(f"there is no line “{key}”")
        return _in_language(replace(meeting, header=(*meeting.header, (_key(key), words))), key, words)
    old = meeting.header[there][0]
    lines = ((old, words),) if words else ()
    changed = replace(meeting, header=(*meeting.header[:there], *lines, *meeting.header[there + 1 :]))
    return _in_language(changed, key, words)


def _in_language(meeting: Meeting, key: str, words: str) -> Meeting:
    """Have the notes written in the language that a line names; one that is unknown changes nothing."""
    code = language_named(words) if key.casefold() in language_keys() else ""
    return replace(meeting, language=code) if code else meeting


def set_any(meeting: Meeting, words: str) -> Meeting:
    """Change the line that `KEY: words` names. Raises Refused without a colon."""
    if ":" not in words:
        raise Refused("which line?", hint="type a key, a colon and the words: Quorum: 3")
    key, said = divided(words, ":", 1)
    return set_line(meeting, key, said)


def line_of(meeting: Meeting, key: str) -> str:
    """Return what the head says under a key, or under another word for it; empty where it says nothing."""
    return next((meeting.header[at][1] for at in _places(meeting, key)), "")


def _places(meeting: Meeting, key: str) -> list[int]:
    """Return where the head has a line of that key; where it has none, of another word for it."""
    wanted = key.casefold()
    exact = [at for at, (name, _) in enumerate(meeting.header) if name.casefold() == wanted]
    alike = next((words_of(field) for field, _ in _ALIKE if wanted in words_of(field)), frozenset[str]())
    return exact or [at for at, (name, _) in enumerate(meeting.header) if name.casefold() in alike]


def _key(key: str) -> str:
    """Write a new line's key as heads have it."""
    usual = next((usual for _, usual in _ALIKE if key.casefold() == usual.casefold()), "")
    return usual or key[:1].upper() + key[1:]


def _said(words: str) -> str:
    return closed(clean(one_line(words)).strip()).text
