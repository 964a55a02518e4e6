"""The thread that carries what is saved to the server, hears what others have stored, and says that its pens are held.

Typing never waits for it: it reads what the disk has, sends what of it is another, and when the server is away it tries
again; what has piled up meanwhile goes as one state, in which every change has its place in the history.
"""

from __future__ import annotations

import logging
import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from tui.book.disk.pens import HeldBy
from tui.book.office.connection import Away
from tui.book.office.mirror import KnownMeeting, Mirror
from tui.book.office.pen import OfficePen
from tui.book.office.proposals import OfficeProposals
from tui.book.office.server import Server
from tui.book.office.syncing import Syncing
from tui.errors import BookError

HEARTBEAT = 4.0
"""Seconds after which the server hears that a pen is still held."""
FAREWELL = 3.0
"""Seconds for which whoever quits waits for a server that was asked something and is silent."""
_PAUSES = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Seconds before the server is tried again, growing to the last."""
_REST = 3.0
"""How much longer than a sending took the next one waits: making its rows must not take the time from typing."""
_LONGEST_REST = 1.0
"""Seconds."""

_log = logging.getLogger(__name__)


class Courier:
    """Carry states between a mirror and its server, both ways, in a thread of its own."""

    def __init__(self, server: Server, mirror: Mirror, syncing: Syncing) -> None:
        self._server = server
        self._mirror = mirror
        self._syncing = syncing
        self._turn = threading.RLock()
        """Held by whoever sends or fetches: the thread, or the one that lets a pen go."""
        self._pens: list[OfficePen] = []
        self._proposals: list[OfficeProposals] = []
        self._holders: dict[str, HeldBy] = {}
        self._ended = threading.Event()
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._waker.setblocking(False)
        self._thread: threading.Thread | None = None
        self._connections = 0
        self._beat = 0.0
        self._rest = 0.0
        self._failures = 0

    def start(self) -> None:
        """Begin; doing so twice does no harm."""
        with self._turn:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="minutebook courier", daemon=True)
                self._thread.start()

    def end(self) -> None:
        """Carry no more."""
        self._ended.set()
        self.wake()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(2.0)
        if thread is None or not thread.is_alive():
            self._woken.close()
            self._waker.close()

    def wake(self) -> None:
        """Look at once whether something is to be sent."""
        with suppress(OSError):
            self._waker.send(b"!")

    def add(self, pen: OfficePen) -> None:
        """Take care of a pen from now on."""
        with self._turn:
            self._pens.append(pen)
        self.start()
        self.wake()

    def carry_proposals(self, proposals: OfficeProposals) -> None:
        """Carry what is settled here of another's meeting from now on."""
        with self._turn:
            self._proposals.append(proposals)
        self.start()
        self.wake()

    def leave(self, proposals: OfficeProposals) -> None:
        """Carry these no more."""
        with self._heard_out():
            if proposals in self._proposals:
                self._proposals.remove(proposals)

    def finish(self, pen: OfficePen) -> None:
        """Send what is left, as far as the server answers, and let the pen go."""
        with self._heard_out() as heard:
            if pen not in self._pens:
                return
            self._pens.remove(pen)
            if pen.lost or not heard:
                return
            silent = threading.Event()

            def give_up() -> None:
                silent.set()
                self._server.cut_off()

            waited = threading.Timer(2 * FAREWELL, give_up)
            waited.daemon = True
            waited.start()
            try:
                self._part_with(pen)
            except Away:
                # The line may have broken long ago, which nobody has noticed; the server may be there all the same.
                # One that is known to be away is not waited for twice by whoever quits.
                if not self._failures and not silent.is_set():
                    with suppress(BookError):
                        self._part_with(pen)
            except BookError:
                _log.warning("a pen was not given back", exc_info=True)
            finally:
                waited.cancel()

    @contextmanager
    def _heard_out(self) -> Iterator[bool]:
        """Hold the turn for whoever quits; say whether the server answered before, which is not waited for long."""
        heard = self._turn.acquire(timeout=FAREWELL)
        if not heard:
            self._server.cut_off()
            self._turn.acquire()
        try:
            yield heard
        finally:
            self._turn.release()

    def _part_with(self, pen: OfficePen) -> None:
        # A file that was moved or deleted is seen to when the book is closed.
        if pen.path.exists():
            self._send(pen)
        if pen.token and not pen.lost:
            self._server.give_pen(pen.meeting, self._mirror.holder, pen.token)

    def held_by(self, path: Path) -> HeldBy | None:
        """Say who holds a meeting elsewhere, as far as the server has told."""
        return self._holders.get(path.name)

    # The thread.

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                with self._turn:
                    self._go_round()
                self._failures = 0
            except BookError as error:
                self._note_trouble(error)
            except Exception as error:
                _log.exception("the courier failed")
                self._note_trouble(BookError(f"the program failed ({type(error).__name__})"))
            self._wait()

    def _wait(self) -> None:
        if self._failures:
            self._ended.wait(_PAUSES[min(self._failures, len(_PAUSES)) - 1])
            return
        if self._rest:
            self._ended.wait(self._rest)
        watched = [self._woken.fileno()]
        if (descriptor := self._server.descriptor) is not None:
            watched.append(descriptor)
        seconds = max(self._beat - time.monotonic(), 0.0) if self._pens or descriptor is not None else None
        with suppress(OSError, ValueError):
            select.select(watched, [], [], seconds)
        with suppress(OSError):
            self._woken.recv(4096)

    def _note_trouble(self, error: BookError) -> None:
        self._failures += 1
        for pen in self._pens:
            if not pen.away:
                pen.away = error.message
                pen.changed()
        for proposals in self._proposals:
            proposals.note_away(error.message)

    def _go_round(self) -> None:
        deaf = not self._server.tells
        self._server.hear()
        unheard = deaf and (self._server.tells or time.monotonic() >= self._beat)
        news = [self._server.news.popleft() for _ in range(len(self._server.news))]
        if unheard or self._server.connections != self._connections:
            # Something may have gone by while nobody listened.
            self._connections = self._server.connections
            self._beat = 0.0
            self._catch_up()
            news = []
        for pen in self._pens:
            if pen.away:
                pen.away = ""
                pen.changed()
        started = time.monotonic()
        sent = [pen for pen in self._pens if pen.due and not pen.lost]
        for pen in sent:
            self._send(pen)
        self._rest = min((time.monotonic() - started) * _REST, _LONGEST_REST) if sent else 0.0
        for meeting in dict.fromkeys(one.removeprefix("meeting ") for one in news if one.startswith("meeting ")):
            self._fetch(meeting)
        if "file" in news:
            self._syncing.house.catch_up()
        self._carry(news)
        if any(one.startswith("pen ") for one in news) or time.monotonic() >= self._beat:
            self._look_at_pens()

    def _carry(self, news: list[str]) -> None:
        """Carry what was settled, from here and to here, where something of it is new."""
        beat = time.monotonic() >= self._beat
        told = {one.removeprefix("proposal ") for one in news if one.startswith("proposal ")}
        for proposals in self._proposals:
            proposals.note_away("")
            if beat or told or proposals.due:
                proposals.carry(self._server)
        for pen in self._pens:
            if pen.token and not pen.lost and (beat or pen.meeting in told):
                self._take_offers(pen)

    def _take_offers(self, pen: OfficePen) -> None:
        from tui.meeting.actions.proposals import Proposal

        offers = tuple(msgspec.json.decode(one, type=Proposal) for one in self._server.proposals(pen.meeting))
        if offers != pen.offers:
            pen.offers = offers
            pen.changed()

    def _catch_up(self) -> None:
        """Bring all up to date but what is being written here."""
        ours = {pen.meeting for pen in self._pens}
        known = self._mirror.meetings()
        for standing in self._server.meetings():
            one = known.get(standing.id)
            if standing.id not in ours and (one is None or not one.is_of(standing.version, standing.digest)):
                self._syncing.settle(one, standing)

    def _fetch(self, meeting: str) -> None:
        if any(pen.meeting == meeting for pen in self._pens):
            return
        known, standing = self._mirror.meeting(meeting), self._server.meeting(meeting)
        if standing is not None and (known is None or not known.is_of(standing.version, standing.digest)):
            self._syncing.settle(known, standing)

    def _look_at_pens(self) -> None:
        self._beat = time.monotonic() + HEARTBEAT
        own = self._mirror.holder
        others = (held for held in self._server.pens() if held.holder != own and held.alive)
        self._holders = {held.name: HeldBy(held.who, held.since) for held in others}
        for pen in self._pens:
            if not pen.token or pen.lost:
                continue
            kept = self._server.keep_pen(pen.meeting, own, pen.token)
            if not kept.yours:
                # Taken over, or forgotten by a server that was put back: asking for it again tells.
                pen.token, pen.due = 0, True
                self.wake()
            elif kept.asked != pen.asked:
                pen.asked = kept.asked
                pen.changed()

    def _lose(self, pen: OfficePen, who: str) -> None:
        pen.lost = f"{who or 'another program'} has written since: what is typed here stays on this machine"
        pen.changed()

    def _send(self, pen: OfficePen) -> None:
        if not pen.token and not self._ask_again(pen):
            return
        pen.due = False
        answers = dict(pen.answers)
        try:
            outcome = self._sent(pen)
            if outcome == "lost":
                pen.token = 0
                if not self._ask_again(pen):
                    return
                outcome = self._sent(pen)
            if outcome == "moved":
                outcome = self._send_again(pen)
            if outcome == "stored":
                self._answer(pen, answers)
        except BaseException:
            pen.due = True
            raise
        if outcome == "stored":
            pen.note_shared()
        elif outcome == "named":
            pen.due, pen.away = True, "the book has another meeting of that name"
            pen.changed()
        else:
            self._lose(pen, self._server.keep_pen(pen.meeting, self._mirror.holder, pen.token).who)

    def _answer(self, pen: OfficePen, answers: dict[str, str]) -> None:
        """Tell whoever has settled something what came of it, now that it is in the state that the server has."""
        for proposal, outcome in answers.items():
            self._server.answer(proposal, self._mirror.holder, pen.token, outcome)
            pen.answers.pop(proposal, None)

    def _sent(self, pen: OfficePen) -> str:
        known = self._mirror.meeting(pen.meeting) or KnownMeeting(pen.meeting, pen.path.name, 0, "")
        return self._syncing.send(known, pen.path.name, pen.token, pen.sending)

    def _send_again(self, pen: OfficePen) -> str:
        """Send what could not be stored because an earlier state was, of which nothing was heard."""
        known, standing = self._mirror.meeting(pen.meeting), self._server.meeting(pen.meeting)
        if known is None or standing is None or not self._syncing.follows(known, standing):
            return "lost"
        known = known._replace(version=standing.version, digest=standing.digest, sent="")
        self._mirror.note(known)
        return self._sent(pen)

    def _ask_again(self, pen: OfficePen) -> bool:
        """Ask for a pen that could not be asked for while the server was away; return whether it is there now."""
        answer = self._server.take_pen(pen.meeting, self._mirror.holder, self._syncing.who)
        if answer.outcome != "yours":
            self._lose(pen, answer.who)
            return False
        pen.token = answer.token
        known, standing = self._mirror.meeting(pen.meeting), self._server.meeting(pen.meeting)
        if known is not None and standing is not None and not self._syncing.follows(known, standing):
            self._server.give_pen(pen.meeting, self._mirror.holder, pen.token)
            self._lose(pen, "another program")
            return False
        if known is not None and standing is not None:
            self._mirror.note(known._replace(version=standing.version, digest=standing.digest, sent=""))
        return True
