"""The one table of commands: bindings, footer, palette, help and the key page are all made from it.

Letters always reach the capture line, so commands sit on marks, function keys and Ctrl. Each has a Ctrl or
plain-key way that legacy terminals deliver; function keys are a second way.
"""

from __future__ import annotations

from typing import Literal

from tui.meeting.model import Kind, Value

Where = Literal["anywhere", "live", "log"]


class Command(Value, frozen=True, kw_only=True):
    """Something a user can do with a key."""

    id: str
    """The name of the screen's or the app's action, with its argument: `set_kind('question')`."""
    where: Where
    keys: tuple[str, ...]
    """In Textual's names, the one to show first."""
    title: str
    """For the palette and the help screen: `Go to the next section`."""
    short: str = ""
    """For the footer; empty for a command that does not stand there."""


COMMANDS: tuple[Command, ...] = (
    Command(id="help", where="anywhere", keys=("f1",), title="Show this screen's keys", short="Help"),
    Command(id="command_palette", where="anywhere", keys=("ctrl+p",), title="Find a command by its name"),
    Command(id="leave", where="anywhere", keys=("ctrl+q",), title="Quit; everything is saved already", short="Quit"),
    Command(
        id="set_kind('question')", where="live", keys=("f2",), title="Make the line a question (or begin it with ?)"
    ),
    Command(
        id="set_kind('response')", where="live", keys=("f3",), title="Make the line a response (or begin it with >)"
    ),
    Command(id="set_kind('action')", where="live", keys=("f4",), title="Make the line an action (or begin it with !)"),
    Command(id="set_kind('note')", where="live", keys=("f5",), title="Make the line a note (or begin it with +)"),
    Command(
        id="set_kind('decision')", where="live", keys=("f6",), title="Make the line a decision (or begin it with =)"
    ),
    Command(id="next_section", where="live", keys=("ctrl+n", "pagedown"), title="Go to the next section", short="Next"),
    Command(
        id="previous_section",
        where="live",
        keys=("ctrl+l", "pageup"),
        title="Go to the last (previous) section",
        short="Last",
    ),
    Command(id="go_to", where="live", keys=("ctrl+g",), title="Go to a section by number or words", short="Go to"),
    Command(id="undo", where="live", keys=("ctrl+z",), title="Undo typing, then the last change", short="Undo"),
    Command(id="redo", where="live", keys=("ctrl+y",), title="Redo what was undone"),
    Command(id="complete", where="live", keys=("tab",), title="Accept the completion shown"),
    Command(id="to_log", where="live", keys=("ctrl+t", "escape"), title="Go up to what was captured", short="Log"),
    Command(
        id="save_elsewhere", where="live", keys=("ctrl+s",), title="Write the meeting to another folder from now on"
    ),
    Command(id="edit", where="log", keys=("e", "enter"), title="Edit the entry in the capture line", short="Edit"),
    Command(id="select(-1)", where="log", keys=("up", "k"), title="Select the entry above"),
    Command(id="select(1)", where="log", keys=("down", "j"), title="Select the entry below"),
    Command(id="back", where="log", keys=("escape", "ctrl+t"), title="Go back to the capture line", short="Back"),
)
"""Every command that has a key, in the order of the help screen."""

KIND_KEYS: dict[Kind, str] = {
    Kind.QUESTION: "F2",
    Kind.RESPONSE: "F3",
    Kind.ACTION: "F4",
    Kind.NOTE: "F5",
    Kind.DECISION: "F6",
}

_SHOWN = {
    "escape": "Esc",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "tab": "Tab",
    "up": "Up",
    "e": "e",
    "j": "j",
    "k": "k",
}


def shown_key(key: str) -> str:
    """Give a key as people read it: `Ctrl+N`, `F1`, `Page Down`."""
    return "+".join(_SHOWN.get(part, part.upper() if len(part) < 4 else part.capitalize()) for part in key.split("+"))


def commands_of(*places: Where) -> tuple[Command, ...]:
    """Give the commands of one or more places, place by place in the table's order."""
    return tuple(command for place in places for command in COMMANDS if command.where == place)


_HEADINGS: dict[Where, str] = {"anywhere": "Anywhere", "live": "While typing", "log": "In the log"}


def key_page() -> str:
    """Write the documentation's page of keys, in Markdown."""
    lines = ["# Keys", "", "Made from the table of commands by `python -m tui.keymap > docs/keys.md`.", ""]
    for where, heading in _HEADINGS.items():
        lines += [f"## {heading}", "", "| key | does |", "|---|---|"]
        for command in commands_of(where):
            keys = " or ".join(shown_key(key) for key in command.keys)
            lines.append(f"| {keys} | {command.title} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(key_page(), end="")
