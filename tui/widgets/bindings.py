"""From the table of commands to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keymap import Where, table_of


def bindings_of(*places: Where) -> list[BindingType]:
    """Make the bindings of one or more places; each keeps its command's name, so that users can remap it.

    Log, agenda and the line that waits for a key are parts of the live screen, which carries out what they ask for.
    """
    return [
        Binding(
            ",".join(command.keys),
            f"screen.{command.id}" if command.where in ("log", "agenda", "last") else command.id,
            command.title,
            show=False,
            id=command.name,
        )
        for command in table_of(*places)
    ]
