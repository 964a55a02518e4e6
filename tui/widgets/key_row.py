"""The row of keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.style import Style

from tui.keys.keymap import Command, shown_key


def key_row(
    commands: Iterable[Command],
    width: int,
    disabled_reason: Callable[[Command], str] | None = None,
    *,
    colours: bool = True,
) -> Content:
    """Name the commands that have a short name, each after its first key, as many as there is room for.

    What `disabled_reason` has a reason against stands back, or leaves its place empty where there are no colours: the
    others never move.
    """
    row = Content("")
    for command in commands:
        if command.short:
            key = Content.assemble((shown_key(command.keys[0]), "bold $text"), f" {command.short}", "   ")
            if disabled_reason is not None and disabled_reason(command):
                key = Content.styled(key.plain if colours else " " * key.cell_length, "$text-disabled")
            else:
                key = key.stylize(Style.from_meta({"@click": f"app.simulate_key({command.keys[0]!r})"}))
            if row.cell_length + key.cell_length <= width + 1:
                row = Content.assemble(row, key)
    return row
