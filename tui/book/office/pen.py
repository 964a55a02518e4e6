"""The pen of one meeting as the program that writes it holds it, and how it stands with what was written."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.book.office.sending import Sending
    from tui.meeting.actions.proposals import Proposal

_log = logging.getLogger(__name__)


class Carrier(Protocol):
    """What carries a meeting's states to the server."""

    def wake(self) -> None:
        """Look at once whether something is to be sent."""

    def finish(self, pen: OfficePen) -> None:
        """Send what is left, as far as the server answers, and let the pen go."""


class OfficePen:
    """The right to write to a meeting."""

    def __init__(self, path: Path, meeting: str, token: int, sending: Sending, carrier: Carrier) -> None:
        self.path = path
        self.meeting = meeting
        self.token = token
        """What the server knows it by; 0 while it could not be asked for it."""
        self.sending = sending
        self.notice = ""
        """What the user should hear of at opening."""
        self.due = False
        """Whether the disk has something that the server may not have."""
        self.lost = ""
        """Why nothing can be shared any more; empty while it can."""
        self.away = ""
        """Why nothing can be shared just now."""
        self.asked = ""
        """Who asks for the pen."""
        self.offers: tuple[Proposal, ...] = ()
        """What others have settled, as the server has told."""
        self.answers: dict[str, str] = {}
        """What came of it, to be told to the server once that has the state in which it is."""
        self._taken_up: set[str] = set()
        self.shared_at: datetime | None = None
        self._carrier = carrier
        self._on_change: Callable[[], object] | None = None

    @property
    def sharing(self) -> str:
        """How it stands in a few words."""
        if self.trouble:
            return "NOT SHARED"
        if self.due:
            return "sharing"
        return f"shared {self.shared_at:%H:%M:%S}" if self.shared_at else "shared"

    @property
    def trouble(self) -> str:
        """Why something is not shared that should be; empty where nothing is in the way."""
        return self.lost or self.away

    def offered(self) -> tuple[Proposal, ...]:
        """Return what others have settled of the meeting and is not answered yet, each once."""
        found = tuple(one for one in self.offers if one.id not in self._taken_up)
        self._taken_up.update(one.id for one in found)
        return found

    def answer(self, proposal: str, *, taken: bool) -> None:
        """Say what came of that, once the disk has it."""
        self.answers[proposal] = "taken" if taken else "apart"
        self.note_saved()

    def note_saved(self) -> None:
        """Hear that the disk has a new state."""
        self.due = True
        self._carrier.wake()

    def note_shared(self) -> None:
        """Hear that the server has all that the disk had."""
        self.shared_at, self.away = datetime.now().astimezone(), ""
        self.changed()

    def tell(self, on_change: Callable[[], object]) -> None:
        """Call this from now on whenever `sharing` is another, in a thread of its own."""
        self._on_change = on_change

    def changed(self) -> None:
        """Tell whoever listens that something is another."""
        if self._on_change is not None:
            try:
                self._on_change()
            except Exception:
                # Whoever listens may be gone; the words still have to reach the server.
                _log.debug("a listener failed", exc_info=True)

    def release(self) -> None:
        """Let the pen go, once what was written is shared or cannot be."""
        self._on_change = None
        self._carrier.finish(self)
