"""The user's own keys: read from the settings, and held against the table of commands for clashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Protocol

from tui.keys.keymap import COMMANDS, Command
from tui.keys.names import read_key, shown_key, types_a_character
from tui.meeting.text.matching import did_you_mean

EDITING_KEYS = frozenset(
    (
        "up down left right ctrl+left ctrl+right home ctrl+a end ctrl+e ctrl+home ctrl+end shift+up shift+down "
        "shift+left shift+right ctrl+shift+left ctrl+shift+right shift+home shift+end backspace delete ctrl+w "
        "ctrl+backspace alt+backspace ctrl+delete alt+delete ctrl+u ctrl+x ctrl+c ctrl+v enter shift+enter ctrl+enter"
    ).split()
)
"""The keys that edit the line being typed, and reach nothing else meanwhile."""

_OTHER_KEYS = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+j": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+[": "Esc",
    "ctrl+left_square_bracket": "Esc",
}
"""The keys that most terminals send as another one."""

_TYPED = frozenset({"anywhere", "live", "people", "review-words"})
"""The places where letters are typed."""

Keys = tuple[str, ...]


class Report(Protocol):
    """Takes what is wrong with the keys of a command: its name in the settings, why, and what to do."""

    def __call__(self, name: str, why: str, hint: str = "") -> None:
        """Take it."""


def read_keys(table: Mapping[str, object], report: Report) -> dict[str, Keys]:
    """Read the settings' table of keys; what is wrong is reported, and its command keeps the keys it has."""
    named = {command.id: command for command in COMMANDS}
    chosen: dict[str, Keys] = {}
    for name, value in table.items():
        if name not in named:
            report(name, f"there is no command “{name}”", did_you_mean(name, named) or "the keys' page lists them")
        elif isinstance(read := _read(named[name], value), str):
            report(name, f"{name}: {read}")
        else:
            chosen[name] = read
    return _without_clashes(chosen, report)


def _read(command: Command, value: object) -> Keys | str:
    """Read the keys of one command, or say what is wrong with them."""
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return 'write keys as "ctrl+n, pagedown"'
    keys: list[str] = []
    for written in value:
        key = read_key(written)
        if key is None:
            return f"there is no key “{written.strip()}”" if written.strip() else "a command needs a key"
        if wrong := _taken(command, key):
            return wrong
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _taken(command: Command, key: str) -> str:
    """Say what a key does already, so that it cannot run the command; empty where it can."""
    if other := _OTHER_KEYS.get(key):
        return f"terminals cannot tell {shown_key(key)} from {other}"
    if command.where in _TYPED and types_a_character(key):
        return f"{shown_key(key)} is typed in the line: take a function key, or one with Ctrl"
    edits = command.where in _TYPED and key in EDITING_KEYS and key not in command.keys
    return f"{shown_key(key)} edits the line being typed" if edits else ""


def _without_clashes(chosen: dict[str, Keys], report: Report) -> dict[str, Keys]:
    """Take back, one after another, the keys that mean two things in one place; what came first stays."""
    chosen = dict(chosen)
    while clash := next(_clashes(chosen), None):
        first, second, key = clash
        changed = [one.id for one in (first, second) if one.id in chosen]
        last = max(changed, key=list(chosen).index)
        other = second if last == first.id else first
        del chosen[last]
        report(last, f"{last}: {shown_key(key)} is the key of {other.id}", "the command keeps its own keys")
    return chosen


def _clashes(chosen: Mapping[str, Keys]) -> Iterator[tuple[Command, Command, str]]:
    """Return the pairs of commands that share a key where both hold, though in the table they do not."""
    for one, other in combinations(COMMANDS, 2):
        meet = one.where == other.where or "anywhere" in (one.where, other.where)
        if meet and (one.id in chosen or other.id in chosen):
            shared = set(chosen.get(one.id, one.keys)).intersection(chosen.get(other.id, other.keys))
            shared -= set(one.keys).intersection(other.keys)
            if shared:
                yield one, other, min(shared)
