"""Who else has a say in who writes to a meeting: a book whose folder mirrors a server's asks there too.

What keeps such a folder enters itself here; whoever locks a meeting, or asks whether one is held, looks here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from tui.meeting.actions.proposals import Proposal, ProposedEntry


class HeldBy(NamedTuple):
    """Who holds a meeting on another machine."""

    who: str
    since: datetime


class Pen(Protocol):
    """The right to write to one meeting of such a book, and how it stands with what was written."""

    @property
    def asked(self) -> str:
        """Who asks for the pen; empty where nobody does."""

    @property
    def notice(self) -> str:
        """What the user should hear of at opening; else empty."""

    @property
    def sharing(self) -> str:
        """How it stands in a few words: `shared 10:42:09`."""

    @property
    def trouble(self) -> str:
        """Why something is not shared that should be; empty where nothing is in the way."""

    def offered(self) -> tuple[Proposal, ...]:
        """Return what others have settled of the meeting and is not answered yet, each once."""

    def answer(self, proposal: str, *, taken: bool) -> None:
        """Say what came of that, once the disk has it."""

    def note_saved(self) -> None:
        """Hear that the disk has a new state."""

    def tell(self, on_change: Callable[[], object]) -> None:
        """Call this from now on whenever `sharing` is another, in a thread of its own."""

    def release(self) -> None:
        """Let the pen go, once what was written is shared or cannot be."""


class Proposals(Protocol):
    """What is settled here of a meeting that another writes."""

    @property
    def standing(self) -> str:
        """How it stands with them in a few words."""

    @property
    def trouble(self) -> str:
        """Why nothing can be sent just now; empty where nothing is in the way."""

    def waiting(self) -> tuple[Proposal, ...]:
        """Return those that are not answered, in their order."""

    def apart(self) -> tuple[Proposal, ...]:
        """Return those that were not taken in since the same was changed there; each once."""

    def propose(self, what: str, at: datetime, entries: tuple[ProposedEntry, ...]) -> None:
        """Keep a change on the disk, and have it sent. Raises BookError where the disk refuses."""

    def tell(self, on_change: Callable[[], object]) -> None:
        """Call this from now on whenever something has become of one, in a thread of its own."""

    def release(self) -> None:
        """Have nothing more said of them."""


class Keeper(Protocol):
    """What keeps a folder that mirrors a server's book."""

    def take(self, path: Path, *, take_over: bool) -> Pen:
        """Take a meeting's pen, and bring its file up to date. Raises MeetingHeld, BookError."""

    def held_by(self, path: Path) -> HeldBy | None:
        """Say who holds a meeting elsewhere, as far as is known."""

    def ask(self, path: Path) -> None:
        """Ask whoever has a meeting's pen for it. Raises BookError."""

    def proposals(self, path: Path) -> Proposals | None:
        """Return what is settled here of a meeting that another writes; None where this login may settle nothing."""

    def watch(self) -> None:
        """Bring the folder up to date from now on whenever something has changed."""


_keepers: dict[Path, Keeper] = {}


def enter(folder: Path, keeper: Keeper | None) -> None:
    """Enter what keeps a folder; None where nothing does any more."""
    if keeper is None:
        _keepers.pop(folder.resolve(), None)
    else:
        _keepers[folder.resolve()] = keeper


def keeper_of(path: Path) -> Keeper | None:
    """Return what keeps the folder that a meeting stands in; None for a folder like any other."""
    return _keepers.get(path.parent) if _keepers else None
