"""From the table of commands to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keys.keymap import Where, table_of

_OF_A_PART: frozenset[Where] = frozenset({"log", "agenda", "last", "review-list", "review", "review-words"})
"""The places that are a part of a screen with the focus."""


def bindings_of(*places: Where) -> list[BindingType]:
    """Make the bindings of one or more places; each keeps its command's name, so that users can remap it.

    The parts of a screen leave it to the screen to carry out what their keys ask for.
    """
    return [
        Binding(
            ",".join(command.keys),
            f"screen.{command.id}" if command.where in _OF_A_PART else command.id,
            command.title,
            show=False,
            id=command.name,
        )
        for command in table_of(*places)
    ]
