"""The one table of commands: bindings, footer, palette, help and the key page are all made from it.

Letters always reach the capture line, so commands sit on marks, function keys and Ctrl. Each has a Ctrl or
plain-key way that legacy terminals deliver; function keys are a second way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from tui.keys.after import AFTER_COMMANDS
from tui.keys.book import BOOK_COMMANDS
from tui.keys.command import HEADINGS as HEADINGS
from tui.keys.command import Command as Command
from tui.keys.command import Need as Need
from tui.keys.command import Where as Where
from tui.keys.live import LIVE_COMMANDS
from tui.keys.names import shown_key as shown_key
from tui.keys.papers import PAPER_COMMANDS

COMMANDS: tuple[Command, ...] = (*LIVE_COMMANDS, *AFTER_COMMANDS, *BOOK_COMMANDS, *PAPER_COMMANDS)
"""Every command that has a key, in the order of the help screen."""

LOOKING = frozenset(command.id for command in COMMANDS if command.looks)
"""The commands that only choose or show something where they stand."""


class Keymap:
    """The table with the user's own keys: what is shown. The bindings follow by Textual's key map."""

    def __init__(self, own: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Take the user's own keys, by the ids of the commands; without any, the table's hold."""
        self._own = own or {}

    def commands_of(self, *places: Where) -> tuple[Command, ...]:
        """Return the commands of one or more places, place by place in the table's order."""
        here = (command for place in places for command in COMMANDS if command.where == place)
        return tuple(replace(one, keys=self._own[one.id]) if one.id in self._own else one for one in here)

    def key_of(self, command_id: str) -> str:
        """Return the first key of a command, as people read it. Raises KeyError where there is no such command."""
        command = next((command for command in COMMANDS if command.id == command_id), None)
        if command is None:
            raise KeyError(command_id)
        return shown_key(self._own.get(command_id, command.keys)[0])

    def disabled_reason(self, command: Command, has: Callable[[Need], bool]) -> str:
        """Return why a command is not available where `has` says what there is; empty where it is."""
        missing = next((need.words for need in command.needs if not has(need)), "")
        return self.with_keys(missing)

    def with_keys(self, words: str) -> str:
        """Return words in which a command's id in braces stands for its key."""
        return re.sub(r"\{(.+?)\}", lambda found: self.key_of(found[1]), words)


TABLE = Keymap()
"""The table as it stands, with nobody's own keys."""


def key_page() -> str:
    """Write the documentation's page of keys, in Markdown."""
    lines = ["# Keys", "", "Made from the table of commands by `python -m docs.tools pages`.", ""]
    for where, heading in HEADINGS.items():
        lines += [f"## {heading}", "", "| key | does | in `config.toml` |", "|---|---|---|"]
        for command in TABLE.commands_of(where):
            keys = " or ".join(shown_key(key) for key in command.keys)
            lines.append(f"| {keys} | {command.title} | `{command.id}` |")
        lines.append("")
    return "\n".join(lines)
