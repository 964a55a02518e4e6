"""From the table of commands to Textual's bindings, and from a key to the function that carries its command out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.keys.keymap import TABLE, Command, Where

_Owner = TypeVar("_Owner")
Handlers = Mapping[str, Callable[[_Owner], object]]
"""What carries out the commands of an app, a screen or a part of one, by the commands' ids."""


def bindings_of(*places: Where) -> list[BindingType]:
    """Make the bindings of one or more places."""
    return bindings(TABLE.commands_of(*places))


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Make the bindings of commands; each keeps its command's id, so that users can remap it.

    Whatever has them carries the commands out in `action_command`.
    """
    return [Binding(",".join(one.keys), f"command({one.id!r})", one.title, show=False, id=one.id) for one in commands]


_STEPS = {
    "choose-up": -1,
    "choose-down": 1,
    "choose-up-10": -10,
    "choose-down-10": 10,
    "first": -(10**6),
    "last": 10**6,
}


def choosing(place: Where, choose: Callable[[_Owner, int], object]) -> Handlers[_Owner]:
    """Return what carries out the commands that choose a row of a list, with a function that moves by so many rows."""

    def by(rows: int) -> Callable[[_Owner], object]:
        return lambda owner: choose(owner, rows)

    return {f"{place}-{step}": by(rows) for step, rows in _STEPS.items()}


class CommandPart(Widget):
    """A part of a screen that has keys with the focus: what it cannot do by itself, it leaves to the screen."""

    HANDLERS: ClassVar[Handlers[Any]] = {}

    async def action_command(self, command: str) -> None:
        """Carry a command out, or have the screen do it."""
        if handler := self.HANDLERS.get(command):
            handler(self)
        else:
            # At once and not by a message: the next key may be meant for the dialog that this one opens.
            await self.run_action(f"screen.command({command!r})")
