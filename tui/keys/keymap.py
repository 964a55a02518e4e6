"""The one table of commands: bindings, footer, palette, help and the key page are all made from it.

Letters always reach the capture line, so commands sit on marks, function keys and Ctrl. Each has a Ctrl or
plain-key way that legacy terminals deliver; function keys are a second way.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tui.keys.after import AFTER_COMMANDS
from tui.keys.book import BOOK_COMMANDS
from tui.keys.command import HEADINGS as HEADINGS
from tui.keys.command import Command as Command
from tui.keys.command import Where as Where
from tui.keys.live import LIVE_COMMANDS
from tui.keys.names import shown_key as shown_key

COMMANDS: tuple[Command, ...] = (*LIVE_COMMANDS, *AFTER_COMMANDS, *BOOK_COMMANDS)
"""Every command that has a key, in the order of the help screen."""


def table_of(*places: Where) -> tuple[Command, ...]:
    """Return the commands of one or more places with the table's own keys, place by place in the table's order."""
    return tuple(command for place in places for command in COMMANDS if command.where == place)


_in_force: dict[str, tuple[str, ...]] = {}
"""The user's own keys, by the names of the commands."""


def remap(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Put the user's own keys in force in this program; an empty mapping brings the table's back.

    It changes what is shown; the bindings follow by Textual's key map, which knows the commands by the same names.
    """
    _in_force.clear()
    _in_force.update(keys)


def commands_of(*places: Where) -> tuple[Command, ...]:
    """Return the commands of one or more places with the keys in force, place by place in the table's order."""
    return tuple(
        replace(command, keys=_in_force[command.name]) if command.name in _in_force else command
        for command in table_of(*places)
    )


def key_of(name: str) -> str:
    """Return the first key in force of a command, as people read it. Raises KeyError where there is no such command."""
    command = next((command for command in COMMANDS if command.name == name), None)
    if command is None:
        raise KeyError(name)
    return shown_key(_in_force.get(name, command.keys)[0])


def key_page() -> str:
    """Write the documentation's page of keys, in Markdown."""
    lines = ["# Keys", "", "Made from the table of commands by `python -m docs.tools pages`.", ""]
    for where, heading in HEADINGS.items():
        lines += [f"## {heading}", "", "| key | does | in `config.toml` |", "|---|---|---|"]
        for command in table_of(where):
            keys = " or ".join(shown_key(key) for key in command.keys)
            lines.append(f"| {keys} | {command.title} | `{command.name}` |")
        lines.append("")
    return "\n".join(lines)
