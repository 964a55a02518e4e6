"""From the table of commands to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keymap import Where, commands_of


def bindings_of(*places: Where) -> list[BindingType]:
    """Make the bindings of one or more places; each keeps its command's id, so that users can remap it.

    The log is a part of the live screen, which carries out what its keys ask for.
    """
    return [
        Binding(
            ",".join(command.keys),
            f"screen.{command.id}" if command.where == "log" else command.id,
            command.title,
            show=False,
            id=f"{command.where}.{command.id}",
        )
        for command in commands_of(*places)
    ]
