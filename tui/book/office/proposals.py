"""What is settled here of a meeting whose pen another has: on this disk, then on the server, until it is answered."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from tui.book.disk.atomic_write import in_words, make_folder, replace_file
from tui.book.office.address import OWN
from tui.book.office.server import Server
from tui.errors import BookError

if TYPE_CHECKING:
    from tui.meeting.actions.proposals import Proposal, ProposedEntry

_log = logging.getLogger(__name__)


class ProposalCarrier(Protocol):
    """What carries proposals to the server."""

    def wake(self) -> None:
        """Look at once whether something is to be sent."""

    def leave(self, proposals: OfficeProposals) -> None:
        """Carry these no more."""


class OfficeProposals:
    """The proposals of one meeting that were made on this machine."""

    def __init__(self, mirror: Path, meeting: str, who: str, carrier: ProposalCarrier) -> None:
        """Find those that are still to be answered."""
        self._folder = mirror / OWN / "proposals"
        self._meeting = meeting
        self._who = who
        self._carrier = carrier
        self._lock = threading.Lock()
        self._files = {path: one for path, one in kept_in(self._folder) if one.meeting == meeting}
        self._sent: set[Path] = set()
        self._apart: list[Proposal] = []
        self._answered = ""
        """What is said where all are answered: nothing before the first."""
        self._on_change: Callable[[], object] | None = None
        self.away = ""
        """Why nothing can be sent just now."""

    def waiting(self) -> tuple[Proposal, ...]:
        """Return those that are not answered, in their order."""
        with self._lock:
            return tuple(self._files.values())

    def apart(self) -> tuple[Proposal, ...]:
        """Return those that were not taken in since the same was changed there; each once."""
        with self._lock:
            found, self._apart = tuple(self._apart), []
        return found

    def propose(self, what: str, at: datetime, entries: tuple[ProposedEntry, ...]) -> None:
        """Keep a change on the disk, and have it sent; so it is where the disk refuses too. Raises BookError then."""
        from tui.meeting.actions.proposals import Proposal

        made = Proposal(id=str(uuid.uuid4()), meeting=self._meeting, who=self._who, what=what, at=at, entries=entries)
        with self._lock:
            # Behind those before it, also where the clock was set back meanwhile.
            behind = max((int(one.name.partition("-")[0]) for one in self._files), default=0)
            path = self._folder / f"{max(time.time_ns(), behind + 1):020d}-{made.id}.json"
            self._files[path] = made
        try:
            make_folder(self._folder, 0o700)
            replace_file(path, msgspec.json.encode(made), mode=0o600)
        except OSError as error:
            raise BookError(f"what was settled is not on the disk: {in_words(error)}", where=path) from None
        finally:
            self._carrier.wake()

    @property
    def standing(self) -> str:
        """How it stands with them in a few words."""
        if self.away:
            return "NOT SHARED"
        if len(self._sent) < len(self._files):
            return "sharing"
        if self._files:
            return "to be taken in"
        return self._answered

    @property
    def trouble(self) -> str:
        """Why nothing can be sent just now; empty where nothing is in the way."""
        return self.away

    def tell(self, on_change: Callable[[], object]) -> None:
        """Call this from now on whenever something has become of one, in a thread of its own."""
        self._on_change = on_change

    def note_away(self, why: str) -> None:
        """Hear that the server does not answer, or answers again."""
        if self.away != why:
            self.away = why
            self._changed()

    @property
    def due(self) -> bool:
        """Whether something is to be sent."""
        return len(self._sent) < len(self._files)

    def carry(self, server: Server) -> None:
        """Send what the server does not have, and ask what has come of the rest. Raises BookError, also Away."""
        with self._lock:
            standing = list(self._files.items())
        moved = False
        for path, one in standing:
            outcome = server.outcome(one.id) if path in self._sent else ""
            # A server that was put back to an older day has it no more.
            outcome = outcome or server.propose(one.id, one.meeting, msgspec.json.encode(one).decode())
            moved = moved or path not in self._sent or outcome != "waiting"
            self._sent.add(path)
            if outcome != "waiting":
                self._settle(path, one, outcome)
        if moved:
            self._changed()

    def _settle(self, path: Path, one: Proposal, outcome: str) -> None:
        with self._lock:
            self._files.pop(path, None)
            self._sent.discard(path)
            self._answered = self._answered or "all taken in"
            if outcome == "apart":
                self._apart.append(one)
                self._answered = "not all taken in"
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def _changed(self) -> None:
        if self._on_change is not None:
            try:
                self._on_change()
            except Exception:
                _log.debug("a listener failed", exc_info=True)

    def release(self) -> None:
        """Have nothing more said of them; what waits is sent the next time."""
        self._on_change = None
        self._carrier.leave(self)


def kept_in(folder: Path) -> list[tuple[Path, Proposal]]:
    """Return the proposals that wait on this disk, in their order; one that a power cut has damaged is passed over."""
    waiting = sorted(folder.glob("*.json"))
    if not waiting:
        return []
    from tui.meeting.actions.proposals import Proposal

    found = []
    for path in waiting:
        try:
            found.append((path, msgspec.json.decode(path.read_bytes(), type=Proposal)))
        except (OSError, ValueError, msgspec.MsgspecError):
            _log.warning("a proposal cannot be read")
    return found


def send_kept(server: Server, mirror: Path) -> list[str]:
    """Send what waits on this disk while no review is open; return what was not taken in, in sentences."""
    said = []
    for path, one in kept_in(mirror / OWN / "proposals"):
        outcome = server.propose(one.id, one.meeting, msgspec.json.encode(one).decode())
        if outcome == "waiting":
            continue
        with suppress(OSError):
            path.unlink(missing_ok=True)
        if outcome == "apart":
            names = ", ".join(entry.entry.action.ref if entry.entry.action else "an entry" for entry in one.entries)
            said.append(f"{names}: what was settled here ({one.what}) was not taken in, since it was changed there too")
    return said
