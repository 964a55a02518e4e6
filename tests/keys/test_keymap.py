"""The one table of commands: every key in it can be typed, and it is complete."""

from __future__ import annotations

import pytest

from tui.keys.keymap import COMMANDS, HEADINGS, TABLE, Command, shown_key

FORBIDDEN_ALONE = {"ctrl+b", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "escape"}
IN_TURN = ("people-mark", "people-regroup")
"""What Tab and Enter come to as well."""


OTHERWISE = {
    "leave-edit": "Ctrl+T leaves an entry being edited too",
    "review-words-leave-words": "Ctrl+Z brings the words back, and Enter leaves them so",
    "people-turn-up": "Tab comes round to it",
    "preview-turn-fmt-up": "Tab comes round to it",
}
"""The commands that need no key of their own, and why."""


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one.id not in OTHERWISE], ids=lambda command: command.id
)
def test_every_command_has_a_key_that_legacy_terminals_deliver(command: Command) -> None:
    usable = [key for key in command.keys if key not in FORBIDDEN_ALONE and not key.startswith(("alt+", "shift+"))]
    # The mark, or Ctrl+K and the mark, is the plain key.
    marked = command.id.startswith(("set-kind", "last-convert"))
    plain = [key for key in usable if not (key.startswith("f") and key[1:].isdigit())]
    assert usable
    assert plain or marked or command.id in ("help", "people-help") or command.id.startswith(IN_TURN)


def test_no_key_means_two_things_in_one_place() -> None:
    for place in (
        "live",
        "log",
        "last",
        "prompt",
        "review-list",
        "review",
        "review-words",
        "book",
        "register",
        "registers",
        "importing",
        "page",
        "reading",
    ):
        keys = [key for command in TABLE.commands_of(place, "anywhere") for key in command.keys]
        assert len(keys) == len(set(keys))


def test_the_key_that_leads_back_to_the_book_means_nothing_else_in_a_meeting() -> None:
    back = {key for command in TABLE.commands_of("in-book") for key in command.keys}
    for place in HEADINGS:
        if place != "in-book":
            assert not back & {key for command in TABLE.commands_of(place) for key in command.keys}


def test_keys_are_shown_as_people_read_them() -> None:
    assert [shown_key(key) for key in ("ctrl+n", "f1", "pagedown", "escape", "e")] == [
        "Ctrl+N",
        "F1",
        "Page Down",
        "Esc",
        "e",
    ]


MEANINGS: dict[str, tuple[str, ...]] = {
    "d": ("done",),
    "x": ("out",),
    "s": ("who spoke",),
    "n": ("next",),
    "m": ("move",),
    "u": ("due",),
    "p": ("notes",),
    "a": ("add", "make a meeting"),
    "o": ("whose",),
    "ctrl+n": ("next section",),
    "ctrl+l": ("previous",),
    "ctrl+r": ("review",),
    "ctrl+t": ("captured", "capture line"),
    "ctrl+o": ("notes", "back to the meeting"),
    "ctrl+s": ("saved",),
    "ctrl+g": ("go to",),
    "ctrl+f": ("search", "find", "with some words"),
    "ctrl+z": ("undo", "as it was", "as they were"),
    "ctrl+y": ("redo", "again"),
    "escape": ("back", "leave", "stop"),
}
"""What a key means wherever it has a meaning: one of these words stands in the title of each of its commands."""


@pytest.mark.parametrize("key", MEANINGS)
def test_a_key_means_one_thing_over_all_screens(key: str) -> None:
    titles = [command.title.casefold() for command in COMMANDS if key in command.keys]
    assert titles
    assert [title for title in titles if not any(words in title for words in MEANINGS[key])] == []
