"""A book on a server, as this program has it open: its mirror here, its server, and what goes between the two."""

from __future__ import annotations

import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from tui.book.disk import pens
from tui.book.disk.folder_look import FolderLook
from tui.book.disk.pens import HeldBy
from tui.book.disk.running import this_user
from tui.book.office.address import OWN, without_password
from tui.book.office.connection import Away
from tui.book.office.courier import Courier
from tui.book.office.mirror import Mirror, mirror_folder
from tui.book.office.pen import OfficePen
from tui.book.office.proposals import OfficeProposals, kept_in, send_kept
from tui.book.office.server import PenAnswer, Server
from tui.book.office.syncing import Syncing, id_in
from tui.errors import BookError, HolderSilent, MeetingHeld


class Office:
    """A book on a server."""

    def __init__(self, address: str, folder: Path, who: str) -> None:
        """Find the mirror and the server; nothing is asked yet. Raises BookError."""
        self.address = address
        self.who = who
        self._mirror = Mirror(folder)
        self._server = Server(address)
        self._begin()
        self.notices: list[str] = []
        """What the user should hear of."""

    def _begin(self) -> None:
        self._syncing = Syncing(self._server, self._mirror, self.who)
        self._courier = Courier(self._server, self._mirror, self._syncing)

    @classmethod
    def open(cls, address: str, folder: Path | None = None) -> Self:
        """Open a book and bring its mirror up to date; while the server is away, as it was last seen.

        Raises BookError where it refuses, and Away where there is no mirror of it yet.
        """
        user = this_user()
        who = f"{user} on {platform.node()}" if user else platform.node()
        office = cls(address, folder or mirror_folder(address, user), who)
        try:
            office._catch_up()
        except Away as away:
            if not office._mirror.fact("book"):
                office._mirror.close()
                raise
            office.notices.append(
                f"{away.message}; this is the book as it was {office._mirror.fact('seen')}, and what is changed is sent"
                " when the server is back"
            )
        except BaseException:
            office._server.close()
            office._mirror.close()
            raise
        pens.enter(office.folder, office)
        return office

    @property
    def folder(self) -> Path:
        """The folder that mirrors the book."""
        return self._mirror.folder

    @property
    def shown(self) -> str:
        """The address as it may be shown."""
        return without_password(self.address)

    def _catch_up(self) -> None:
        with self._server.asked():
            self._check_book()
        self._syncing.catch_up()
        if self._server.proposes:
            self.notices += send_kept(self._server, self._mirror.folder)
        self._mirror.set_fact("seen", f"{datetime.now():%Y-%m-%d at %H:%M}")
        self._take_notices()

    def _check_book(self) -> None:
        """See that the server has the book that is mirrored here; the mirror of another is put aside, and kept."""
        before = self._mirror.fact("book")
        if before and before != self._server.book:
            folder = self._mirror.folder
            self._mirror.close()
            aside = folder.with_name(f"{folder.name}.before-{datetime.now():%Y%m%d-%H%M%S}")
            try:
                folder.rename(aside)
            except OSError:
                raise BookError("another book is mirrored there", where=folder, hint="move it away") from None
            self.notices.append(f"another book stands at {self.shown} now; what was mirrored here before is in {aside}")
            self._mirror = Mirror(folder)
            self._begin()
        self._mirror.set_fact("book", self._server.book)
        self._mirror.note_address(self.shown)

    def settle(self) -> None:
        """Bring both sides to the same state. Raises BookError, also Away."""
        self._syncing.catch_up()
        self._take_notices()

    def fetched(self, name: str) -> bytes | None:
        """Return a meeting's file as the server has it; None where it has none of that name. Raises BookError."""
        found = next((one for one in self._mirror.meetings().values() if one.name == name and not one.removed), None)
        return next((one.content for one in self._server.fetch([found.id])), None) if found else None

    def take_look(self) -> FolderLook | None:
        """Hand over the look at the mirror that found nothing to be done; None where something was."""
        return self._syncing.take_look()

    def _take_notices(self) -> None:
        self.notices += self._syncing.notices
        self._syncing.notices.clear()

    def close(self) -> None:
        """Send what was changed, let everything go, and say in `notices` what is still to be sent."""
        pens.enter(self.folder, None)
        self._courier.end()
        try:
            if self._syncing.has_changes():
                self._syncing.catch_up()
            if kept_in(self._mirror.folder / OWN / "proposals"):
                self._syncing.notices += send_kept(self._server, self._mirror.folder)
        except Away as away:
            self._syncing.notices.append(f"{away.message}: what was changed is kept here and sent the next time")
        except BookError as error:
            self._syncing.notices.append(f"not shared yet: {error}")
        finally:
            self._take_notices()
            self._server.close()
            self._mirror.close()

    # What keeps the folder: see `tui.book.disk.pens`.

    def take(self, path: Path, *, take_over: bool) -> OfficePen:
        """Take a meeting's pen, and bring its file up to date. Raises MeetingHeld, BookError."""
        from tui.book.office.sending import Sending

        meeting = self._id_of(path)
        pen = OfficePen(path, meeting, 0, Sending(self._server, meeting), self._courier)
        try:
            with self._server.asked():
                pass
            if not self._server.writes:
                hint = "ask whoever keeps the server for the role of a clerk, or follow it: minutebook open"
                raise MeetingHeld("this login only reads", where=path, hint=hint)
            pen.token = self._asked_for(path, meeting, take_over=take_over).token
            pen.due = self._bring(path, pen)
        except Away as away:
            why = away.message.partition(":")[0]
            pen.notice = f"{why}: what is typed is kept here, and shared when it is back"
            pen.away, pen.token, pen.due = why, 0, True
        self._courier.add(pen)
        return pen

    def _bring(self, path: Path, pen: OfficePen) -> bool:
        """Bring the file up to date whose pen was taken; return whether the server lacks something of it."""
        known = self._mirror.meeting(pen.meeting)
        stray = "" if known and known.name == path.name and not known.removed else path.name
        try:
            return self._syncing.bring(known, self._server.meeting(pen.meeting), stray) is not None
        except Away:
            raise
        except BaseException:
            with suppress(BookError):
                self._server.give_pen(pen.meeting, self._mirror.holder, pen.token)
            raise

    def _asked_for(self, path: Path, meeting: str, *, take_over: bool) -> PenAnswer:
        answer = self._server.take_pen(meeting, self._mirror.holder, self.who, over=take_over)
        if answer.outcome == "yours":
            return answer
        since = f"{answer.who} has the pen since {answer.since.astimezone():%H:%M on %Y-%m-%d}"
        if answer.outcome == "held":
            raise MeetingHeld(since, where=path, hint="ask for it, or follow it: minutebook open")
        silent = f"{since} and has not been heard of for {answer.silent.total_seconds():.0f} seconds"
        raise HolderSilent(silent, where=path, hint="take it over, if that program has ended: --take-over")

    def _id_of(self, path: Path) -> str:
        known = next(
            (one for one in self._mirror.meetings().values() if one.name == path.name and not one.removed), None
        )
        return known.id if known else id_in(path)

    def held_by(self, path: Path) -> HeldBy | None:
        """Say who holds a meeting elsewhere, as far as is known."""
        return self._courier.held_by(path)

    def ask(self, path: Path) -> None:
        """Ask whoever has a meeting's pen for it. Raises BookError, also Away."""
        self._server.ask_pen(self._id_of(path), self._mirror.holder, self.who)

    def proposals(self, path: Path) -> OfficeProposals | None:
        """Return what is settled here of a meeting that another writes; None where this login may settle nothing."""
        if not (self._server.proposes and self._server.reads_all):
            return None
        found = OfficeProposals(self._mirror.folder, self._id_of(path), self.who, self._courier)
        self._courier.carry_proposals(found)
        return found

    def watch(self) -> None:
        """Bring the folder up to date from now on whenever something has changed."""
        self._courier.start()
