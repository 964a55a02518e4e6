"""The folder on this machine and the book on the server brought to the same state, meeting by meeting.

Nothing is ever written over: where both sides have gone on, what was changed here is kept beside the meeting as
another version of it, and the server's state takes its place; `minutebook join` takes in what is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.book.disk.atomic_write import in_words, keep_aside, make_folder, replace_file, sweep
from tui.book.disk.folder_look import FolderLook
from tui.book.disk.lock import is_locked, lock_file
from tui.book.file_names import BIN
from tui.book.folder import Book
from tui.book.office.address import OWN
from tui.book.office.house_files import HouseFiles
from tui.book.office.mirror import KnownMeeting, Mirror, stamp_of, stamp_words
from tui.book.office.rows import digest_of
from tui.book.office.server import Fetched, OnServer, Server
from tui.book.rescue.copies import bare_stem
from tui.errors import BookError, MeetingHeld

if TYPE_CHECKING:
    from tui.book.office.sending import Sending
    from tui.meeting.history.journal import Change

# What reads meetings is imported where one is read: most programs that open a book find nothing to bring up to date.

_SAME = "same"
"""Under which is noted how the server and the folder stood when every meeting was last found to be the same in both."""


class Syncing:
    """A mirror and its server."""

    def __init__(self, server: Server, mirror: Mirror, who: str) -> None:
        self._server = server
        self._mirror = mirror
        self.who = who
        self.house = HouseFiles(server, mirror)
        self.notices: list[str] = []
        """What the user should hear of, in sentences; whoever says them empties it."""
        self._looked: FolderLook | None = None
        self._settled_at: int | None = None
        """When the folder had last changed that was found to be as the server is, every meeting of it."""

    # All of it.

    def catch_up(self) -> None:
        """Bring every meeting up to date, and send what was changed here meanwhile. Raises BookError, also Away."""
        there, look = self._server.mark(), self._mirror.look()
        same = f"{there} {look.mark}"
        settled = self._mirror.fact(_SAME) == same
        if not settled:
            settled = self._settle_all(look)
            if settled and self._server.mark() == there:
                self._mirror.set_fact(_SAME, same)
        self._looked, self._settled_at = (look, look.changed_at) if settled else (None, None)
        self.notices += self.house.catch_up()
        with suppress(OSError):
            for file in (self._mirror.folder / OWN).glob("theirs-*"):
                file.unlink()

    def take_look(self) -> FolderLook | None:
        """Hand over the look at the folder that found nothing to be done; None where something was."""
        look, self._looked = self._looked, None
        return look

    def _settle_all(self, look: FolderLook) -> bool:
        """Bring every meeting up to date; return whether each was before."""
        there = {one.id: one for one in self._server.meetings()}
        known = self._mirror.meetings()
        strays = self._strays(known, look)
        new = [one for one in there.values() if one.id not in known and one.id not in strays and not one.removed]
        self._fetch_new(new)
        unsettled = {one for one, before in known.items() if not self._is_settled(before, there.get(one), look)}
        for meeting in sorted(unsettled | strays.keys()):
            self.settle(known.get(meeting), there.get(meeting), strays.get(meeting, ""))
        return not (new or unsettled or strays)

    def _is_settled(self, known: KnownMeeting, standing: OnServer | None, look: FolderLook) -> bool:
        """Whether a meeting is the same here, where its file is as a look found it, and on the server."""
        if standing is None or not known.is_of(standing.version, standing.digest):
            return False
        return known.removed or self._mirror.is_as_known(known, stamp_words(look.stamp(known.name)))

    def settle(self, known: KnownMeeting | None, standing: OnServer | None, stray: str = "") -> None:
        """Bring one meeting up to date, and send it; `stray` is a file of it that has another name than is known.

        One that another program of this machine has open is that program's to see to.
        """
        if standing is None and known is not None and known.removed:
            return
        name = stray or (known.name if known else standing.name if standing else "")
        try:
            with self._locked(name):
                due = self.bring(known, standing, stray)
                if due is not None and self._server.writes:
                    self._send(due, due.name)
                elif due is not None:
                    self._put_back(due, standing)
        except MeetingHeld as held:
            if not is_locked(self._mirror.folder / name):
                self.notices.append(f"not shared yet: {held}")

    def _strays(self, known: dict[str, KnownMeeting], look: FolderLook) -> dict[str, str]:
        """Find the files that the server does not know by their names: new, renamed or brought back, by meeting."""
        names = {one.name for one in known.values() if not one.removed}
        if names.issuperset(look.names):
            return {}
        found: dict[str, str] = {}
        for path in Book(self._mirror.folder).files():
            if path.name in names or bare_stem(path.stem) != path.stem:
                continue
            try:
                meeting = id_in(path)
            except BookError as error:
                self.notices.append(f"not shared: {error}")
                continue
            before = known.get(meeting)
            if before is None or before.removed or not (self._mirror.folder / before.name).exists():
                found.setdefault(meeting, path.name)
        return found

    def has_changes(self) -> bool:
        """Return whether something was changed here that the server does not know of; it is not asked."""
        if self._settled_at is not None and self._settled_at == self._mirror.changed_at():
            # Whatever this program writes is put into its place under its name.
            return self.house.has_changes()
        known, look = self._mirror.meetings(), self._mirror.look()
        there = ((one, stamp_words(look.stamp(one.name))) for one in known.values() if not one.removed)
        if not all(self._mirror.is_as_known(*one) for one in there) or self.house.has_changes():
            return True
        return bool(self._strays(known, look))

    # One meeting. Whoever calls these holds the file's lock.

    def bring(self, known: KnownMeeting | None, standing: OnServer | None, stray: str = "") -> KnownMeeting | None:
        """Bring a meeting's file up to date; return what is known of it if the server lacks something of it."""
        if mine := stray or (known.name if known else ""):
            self._fold(self._mirror.folder / mine)
        if known is None or standing is None:
            return self._bring_new(known, standing, stray)
        name = stray or known.name
        stamp, digest, _ = self._mirror.state_of(name)
        gone = not stamp and not known.removed and self._is_in_bin(known)
        same = known.is_of(standing.version, standing.digest)
        if not same and not standing.removed and standing.digest in (digest, known.sent):
            stamp_there = stamp if digest == standing.digest else ""
            known = KnownMeeting(known.id, known.name, standing.version, standing.digest, "", stamp_there)
            self._mirror.note(known)
            same = True
        changed = (bool(stamp) and digest != known.digest) or gone or bool(stray)
        if same:
            if changed:
                return known._replace(name=name)
            if not stamp and not known.removed:
                self._take(standing)
            return None
        # A server that was put back to an older state lacks what stands here.
        if (not changed and standing.version > known.version) or gone or not stamp:
            self._take(standing, instead_of=known)
            return None
        return self._diverged(known._replace(name=name), standing)

    def _fold(self, path: Path) -> None:
        """Write a file whole whose tail a program left that was killed."""
        if not path.exists():
            return
        from tui.book.disk.meeting_on_disk import fold_tail
        from tui.book.meeting_file import DamagedMeeting

        try:
            with suppress(DamagedMeeting):
                fold_tail(path)
        except OSError as error:
            raise BookError(f"the meeting cannot be written: {in_words(error)}", where=path) from None

    def _put_back(self, changed: KnownMeeting, standing: OnServer | None) -> None:
        """Put the server's state back where this login may change nothing; what was changed here is kept beside it."""
        path = self._mirror.folder / changed.name
        known = self._mirror.meeting(changed.id)
        if standing is None and known is not None and not self._server.reads_all:
            # It was deleted, or is not public any more.
            path.unlink(missing_ok=True)
            self._mirror.note(known._replace(removed=True, version=0, stamp=""))
            return
        kept = f"; what was there is kept as {self._keep_aside(path).name}" if path.exists() else ""
        self.notices.append(f"{path.stem} was changed here, but this login only reads{kept}")
        if standing is not None:
            self._take(standing, instead_of=known or changed)

    def _bring_new(self, known: KnownMeeting | None, standing: OnServer | None, stray: str) -> KnownMeeting | None:
        """Bring a meeting up to date of which only one side knows."""
        if standing is None:
            # New here; or the server was put back to a day on which it did not have it yet.
            name = stray or (known.name if known else "")
            stamp, _, _ = self._mirror.state_of(name)
            meeting = known.id if known else id_in(self._mirror.folder / name)
            return KnownMeeting(meeting, name, 0, "") if stamp else None
        stamp, digest, _ = self._mirror.state_of(stray) if stray else ("", "", b"")
        if stray and digest != standing.digest:
            return self._diverged(KnownMeeting(standing.id, stray, 0, ""), standing)
        if stray:
            self._mirror.note(KnownMeeting(standing.id, stray, standing.version, digest, "", stamp))
        elif not standing.removed:
            self._take(standing)
        return None

    def follows(self, known: KnownMeeting, standing: OnServer) -> bool:
        """Return whether what is here follows what is there: nobody else has written since it was last sent."""
        if known.is_of(standing.version, standing.digest) or (standing.digest and standing.digest == known.sent):
            return not standing.removed
        theirs = self._history(next(iter(self._server.fetch([standing.id]))))
        return not standing.removed and theirs == _history_in(self._mirror.folder / known.name)[: len(theirs)]

    def _diverged(self, known: KnownMeeting, standing: OnServer) -> KnownMeeting | None:
        """Settle a meeting that both sides have changed, or of which it is not known which side has."""
        path = self._mirror.folder / known.name
        fetched = next(iter(self._server.fetch([standing.id])))
        theirs, ours = self._history(fetched), _history_in(path)
        if not standing.removed and theirs == ours[: len(theirs)]:
            # What is here follows what is there: it was sent and nothing heard of it, or nobody else has written.
            known = known._replace(version=standing.version, digest=standing.digest, sent="")
            self._mirror.note(known)
            return known
        if ours != theirs[: len(ours)]:
            common = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), len(theirs))
            kept = self._keep_aside(path)
            count = len(ours) - common
            changes = f"{count} change{'s' if count != 1 else ''}"
            self.notices.append(
                f"{path.stem}: {changes} made here could not be shared, since it was written elsewhere too;"
                f" kept as {kept.name}; take in what is wanted: minutebook join {path.stem} {kept.name}"
            )
        self._put(fetched, instead_of=known)
        return None

    def _history(self, fetched: Fetched) -> tuple[Change, ...]:
        aside = self._mirror.folder / OWN / f"theirs-{fetched.standing.id}"
        replace_file(aside, fetched.content, mode=0o600)
        return _history_in(aside)

    def _keep_aside(self, path: Path) -> Path:
        from tui.book.disk.storage import OTHER

        try:
            return keep_aside(path, OTHER, datetime.now())
        except OSError as error:
            message = f"what was changed here cannot be kept: {in_words(error)}"
            raise BookError(message, where=path, hint="make room on this machine") from None

    def _is_in_bin(self, known: KnownMeeting) -> bool:
        return any(
            id_in(file) == known.id for file in (self._mirror.folder / BIN).glob(f"*/{known.name}") if file.is_file()
        )

    # From there to here.

    def _fetch_new(self, standings: Iterable[OnServer]) -> None:
        """Fetch meetings that are not known here yet."""
        put = []
        for fetched in self._server.fetch([one.id for one in standings]):
            # No program can have open what is not there yet, and a folder of thousands needs no lock for each.
            self._put(fetched)
            put.append(self._mirror.folder / fetched.standing.name)
        sweep(*put)

    def _take(self, standing: OnServer, instead_of: KnownMeeting | None = None) -> None:
        for fetched in self._server.fetch([standing.id]):
            self._put(fetched, instead_of)

    def _put(self, fetched: Fetched, instead_of: KnownMeeting | None = None) -> None:
        """Put a meeting of the server into its place here."""
        from tui.book.disk.tail import remove_tail

        standing, content = fetched
        if digest_of(standing.name, content) != standing.digest:
            raise BookError(f"{standing.name} is not whole on the server", hint="put back a copy with pg_restore")
        if Path(standing.name).name != standing.name or standing.name.startswith("."):
            raise BookError(f"the server calls a meeting {standing.name!r}", hint="that is no name of a meeting's file")
        path = self._mirror.folder / standing.name
        try:
            if standing.removed:
                self._bin(path)
            else:
                other = path.exists() and (instead_of is None or instead_of.name != standing.name)
                if other and self._mirror.state_of(standing.name)[1] != standing.digest:
                    kept = self._keep_aside(path)
                    self.notices.append(f"{path.stem} was made elsewhere too; what was here is kept as {kept.name}")
                replace_file(path, content, mode=0o600)
                remove_tail(path)
            if instead_of is not None and instead_of.name != standing.name:
                (self._mirror.folder / instead_of.name).unlink(missing_ok=True)
        except OSError as error:
            message = f"{standing.name} cannot be kept on this machine: {in_words(error)}"
            raise BookError(message, where=path, hint="make room on this machine") from None
        stamp = stamp_of(path)
        self._mirror.note(
            KnownMeeting(standing.id, standing.name, standing.version, standing.digest, "", stamp, standing.removed)
        )

    def _bin(self, path: Path) -> None:
        """Put a meeting into the bin that was deleted elsewhere."""
        if path.exists():
            folder = self._mirror.folder / BIN / f"{datetime.now():%Y%m%d-%H%M%S}"
            make_folder(folder, 0o700)
            path.rename(folder / path.name)

    # From here to there.

    def _send(self, known: KnownMeeting, name: str) -> None:
        """Send what was changed here, with a pen taken for a moment. Raises MeetingHeld, BookError, also Away."""
        from tui.book.office.sending import Sending

        path = self._mirror.folder / name
        pen = self._server.take_pen(known.id, self._mirror.holder, self.who)
        if pen.outcome != "yours":
            hint = "it is sent once the pen is free"
            if pen.outcome == "silent":
                hint = "if that program has ended, take the pen over: minutebook open --take-over"
            raise MeetingHeld(f"{pen.who} has the pen", where=path, hint=hint)
        try:
            if path.exists():
                self.send(known, name, pen.token, Sending(self._server, known.id))
            else:
                standing = OnServer(known.id, name, known.version, known.digest, False)
                if self._server.remove(standing, self._mirror.holder, pen.token) == "stored":
                    self._mirror.note(known._replace(version=known.version + 1, stamp="", removed=True))
        finally:
            self._server.give_pen(known.id, self._mirror.holder, pen.token)

    def send(self, known: KnownMeeting, name: str, token: int, sending: Sending) -> str:
        """Send a file with a pen that one holds; return what came of it, as `Server.store` says."""
        stamp, digest, content = self._mirror.state_of(name)
        if digest == known.digest and not known.removed:
            return "stored"
        # Noted first: if nothing is heard of it, it is known again by this.
        self._mirror.note(known._replace(name=name, sent=digest))
        base = known.version, known.digest
        stored = sending.send(self._mirror.folder / name, content, base, self._mirror.holder, token)
        if stored.outcome == "stored":
            self._mirror.note(KnownMeeting(known.id, name, stored.version, digest, "", stamp))
        elif stored.outcome == "named":
            self.notices.append(f"{name}: the book has another meeting of that name; give it another date or series")
        return stored.outcome

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        """Hold a file's lock on this machine. Raises MeetingHeld where another program has the meeting open."""
        lock = lock_file(self._mirror.folder / name)
        try:
            yield
        finally:
            lock.release()


def id_in(path: Path) -> str:
    """Return the id of the meeting in a file. Raises BookError."""
    from tui.book.meeting_file import read_meeting

    return read_meeting(path).id


def _history_in(path: Path) -> tuple[Change, ...]:
    from tui.book.meeting_file import read_stored

    return read_stored(path).journal.history
