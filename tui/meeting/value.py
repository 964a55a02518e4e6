"""The base of every value, and what may have to be withheld of a text in one."""

from __future__ import annotations

from enum import Enum, auto
from typing import Annotated

from msgspec import Struct


class TextKind(Enum):
    """What may have to be withheld of a text; every text of a value says it, and one that does not is an error."""

    WORDS = auto()
    """What people wrote, where `[[…]]` restricts."""
    LABEL = auto()
    """A name that stands for somebody, and goes with that person's own name where that is restricted."""
    PLAIN = auto()
    """What the program itself gave: an id, a ref, a word of its own."""


Words = Annotated[str, TextKind.WORDS]
Label = Annotated[str, TextKind.LABEL]
Plain = Annotated[str, TextKind.PLAIN]


class Value(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The base of every value: frozen, named fields only, defaults left out of the file."""
