"""A meeting that is open: its state, its draft, and the writer that keeps both on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from tui.book.disk.atomic_write import create_file, in_words, private_mode, remove_leftovers
from tui.book.disk.lock import MeetingLock, lock_meeting
from tui.book.disk.storage import AtomicStorage, encode_tables
from tui.book.disk.tail import remove_tail, set_tail_aside
from tui.book.draft import TypedLine, draft_path, read_draft, write_draft
from tui.book.file_names import file_name
from tui.book.folder import Book
from tui.book.keeping.attesting import attested, changed_words, others_in
from tui.book.meeting_file import DamagedMeeting, Stored, read_bytes, read_stored, tables_of
from tui.book.proposals.taking_in import take_in
from tui.book.recovery import Recovered, recover, set_aside
from tui.book.rescue.elsewhere import keep_elsewhere
from tui.book.writer import Writer, WriteResult
from tui.errors import BadInput, BookError
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind, Meeting

OnSaved = Callable[[WriteResult], None]


class OpenMeeting:
    """An open meeting. Its journal is the one state that everybody shows; `take` is the one way to change it."""

    def __init__(
        self,
        path: Path,
        stored: Stored,
        *,
        lock: MeetingLock | None = None,
        draft: TypedLine | None = None,
        recovered: Recovered | None = None,
        changed: str = "",
        aside: Path | None = None,
        on_saved: OnSaved | None = None,
    ) -> None:
        self.path = path
        """The file, symbolic links followed; another one after `save_elsewhere`."""
        self.journal = stored.journal
        self.draft = draft
        """The line that was typed and not stored when the meeting was last open; None where there is none."""
        self.recovered = recovered
        """What came back of a damaged file; None where the file was whole."""
        self._changed = changed
        self.aside = aside
        """Where changes are kept that were made in another version of the file than stands there; else None."""
        self._locks = [lock] if lock else []
        self._line = draft or TypedLine(meeting=self.meeting.id, after=len(self.journal.history))
        self._others = stored.others
        self._writer: Writer | None = None
        self._on_saved = on_saved
        self._pen = lock.pen if lock else None
        self._answering = Lock()
        self._beside: tuple[Path, ...] = ()
        """Where what others settled is kept that contradicts what was changed here."""
        self._answers: list[tuple[int, str, bool]] = []
        """What came of what others settled, each with the revision that the disk has to have first."""
        if lock:
            self._writer = self._writer_on(stored, draft)
        if self._pen is not None:
            self._pen.tell(self._hear_of_sharing)

    def _writer_on(self, stored: Stored, draft: TypedLine | None) -> Writer:
        """Return a writer that goes on from what was read of the meeting's file, and of its draft."""
        return Writer(
            self.path,
            stored.journal,
            draft=draft,
            others=stored.others,
            content=stored.content or None,
            behind=stored.behind,
            on_result=self._hear_of_write if self._pen else self._on_saved,
        )

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.journal.meeting

    @property
    def notice(self) -> str:
        """What the user should hear of at opening: that the file was damaged or changed, what came back; else empty."""
        return "; ".join(filter(None, (self.recovered.message if self.recovered else "", self._changed)))

    @property
    def failure(self) -> str:
        """Why the last write failed, in plain words; empty where it did not."""
        return self._writer.failure if self._writer else ""

    @property
    def kept(self) -> tuple[Path, ...]:
        """What other programs had put in the meeting's place since it was opened, kept beside it."""
        return (*(self._writer.kept if self._writer else ()), *self._beside)

    @property
    def writable(self) -> bool:
        """Whether this program is the meeting's one writer."""
        return self._writer is not None

    @property
    def revision(self) -> int:
        """How many changes the meeting has had."""
        return len(self.journal.history)

    @property
    def saved_revision(self) -> int:
        """How many of them are on the disk."""
        return self._writer.saved if self._writer else self.revision

    @property
    def sharing(self) -> str:
        """How it stands with a book's server in a few words: `shared 10:42:09`; empty for a folder like any other."""
        return self._pen.sharing if self._pen else ""

    @property
    def not_shared(self) -> str:
        """Why something is not on the server that should be; empty where nothing is in the way."""
        return self._pen.trouble if self._pen else ""

    @property
    def line(self) -> TypedLine:
        """The line as it was typed last, with the kind it is to take."""
        return self._line

    @property
    def asked_by(self) -> str:
        """Who asks for the meeting's pen; empty where nobody does."""
        return self._pen.asked if self._pen else ""

    def _hear_of_write(self, result: WriteResult) -> None:
        if self._pen is not None and not result.error:
            self._answer()
            self._pen.note_saved()
        if self._on_saved is not None:
            self._on_saved(result)

    def _hear_of_sharing(self) -> None:
        if self._on_saved is not None:
            now, saved = datetime.now().astimezone(), self.saved_revision
            self._on_saved(
                WriteResult(revision=saved, at=now, path=self.path, error=self.failure, kept=self.kept, of_disk=False)
            )

    def take(self, journal: Journal, *, line: str | None = None) -> None:
        """Make this the meeting's state and hand it to the writer.

        `line` is what the change leaves in the capture line: empty for a line that was stored. None leaves
        the line as it is, as stepping, undo and changes from elsewhere do. Saying it here and not afterwards
        is what keeps a kill from bringing a stored line back as a draft.
        """
        if journal is self.journal:
            if line is not None:
                self.keep_draft(line, self._line.kind)
            return
        writer = self._need_writer()
        self.journal = journal
        text = self._line.line if line is None else line
        self._line = TypedLine(meeting=self.meeting.id, after=self.revision, line=text, kind=self._line.kind)
        writer.submit(journal, self._line)

    def take_news(self, at: datetime) -> tuple[str, ...]:
        """Take in what others have settled of the meeting; return what whoever writes should hear of, in sentences."""
        offered = self._pen.offered() if self._pen else ()
        said = []
        for proposal in offered:
            made = take_in(self.path, self.journal, proposal, at)
            self.take(made.journal)
            self._beside += (made.beside,) if made.beside else ()
            with self._answering:
                self._answers.append((self.revision, proposal.id, made.taken))
            said.append(made.said)
        if offered:
            self._answer()
        return tuple(said)

    def _answer(self) -> None:
        """Answer what the disk has by now."""
        saved = self.saved_revision
        with self._answering:
            there = [one for one in self._answers if one[0] <= saved]
            self._answers = [one for one in self._answers if one[0] > saved]
        for _, proposal, taken in there:
            if self._pen is not None:
                self._pen.answer(proposal, taken=taken)

    def keep_draft(self, line: str, kind: Kind) -> None:
        """Keep the line as it is being typed, with the kind it is to take; an empty one is forgotten."""
        self._line = TypedLine(meeting=self.meeting.id, after=self.revision, line=line, kind=kind)
        self._need_writer().submit_draft(self._line)

    def save_elsewhere(self, path: Path) -> None:
        """Write to another file from now on, beginning with all there is; the old one stays as it is.

        Raises BadInput where there is a file of that name, BookError where its folder takes no lock.
        """
        target = path.resolve()
        if target.exists():
            raise BadInput("there is a file of that name", where=path, hint="give another name")
        self._locks.append(lock_meeting(target))
        self.path = target
        self._need_writer().redirect(target)

    def seal(self, by: str, at: datetime) -> None:
        """Give up what was corrected, deleted or undone on the way to approved minutes; the line being typed stays.

        Raises Refused where they may not be sealed, and BookError; the meeting goes on as it stands on the disk.
        """
        from tui.book.keeping.sealing import seal_held

        writer = self._need_writer()
        if not writer.flush():
            message = f"the last changes are not on the disk: {self.failure or 'it does not answer'}"
            raise BookError(message, where=self.path, hint="seal it when they are saved")
        writer.close()
        try:
            seal_held(self.path, by, at)
        finally:
            self._write_on()
        if self._pen is not None:
            self._pen.note_saved()

    def _write_on(self) -> None:
        """Go on from what the file holds now, with the line as it was typed."""
        try:
            stored = read_stored(self.path)
        except BookError:
            # Whatever became of the file, all that is here is still to reach a disk.
            stored = Stored(journal=self.journal, others=self._others)
        self.journal, self._others = stored.journal, stored.others
        self._writer = self._writer_on(stored, None)
        self.keep_draft(self._line.line, self._line.kind)

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until everything is on the disk; False where that takes longer."""
        return self._writer.flush(timeout) if self._writer else True

    def close(self, timeout: float = 10.0) -> bool:
        """Bring everything to the disk and release the meeting; False where something is still not there."""
        done = self._writer.close(timeout) if self._writer else True
        while self._locks:
            self._locks.pop().release()
        return done

    def keep_elsewhere(self) -> str:
        """Keep the meeting as it stands where there is room, and say where; empty if nothing takes it."""
        kept = keep_elsewhere(self.path, self.journal, self._others, self._line, datetime.now())
        return f"all of it is kept as {kept}: join it with the meeting once there is room" if kept else ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should hear of at opening, a sentence each."""
        aside = (
            f"the file is another version than was kept last: what it lacks is in {self.aside.name}"
            if self.aside
            else ""
        )
        return tuple(filter(None, (self.notice, aside, *(lock.notice for lock in self._locks))))

    def __enter__(self) -> Self:
        """Return the open meeting."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Close it. Raises BookError where something did not reach the disk, unless another error is on its way."""
        if not self.close() and error is None:
            message = f"the last changes are not on the disk: {self.failure or 'it does not answer'}"
            hint = self.keep_elsewhere() or "make room, or make the folder writable, and enter them again"
            raise BookError(message, where=self.path, hint=hint)

    def _need_writer(self) -> Writer:
        if self._writer is None:
            raise BookError("the meeting is open for reading only", where=self.path, hint="open it for writing")
        return self._writer


def open_meeting(
    path: Path, *, writable: bool = True, on_saved: OnSaved | None = None, take_over: bool = False
) -> OpenMeeting:
    """Open a meeting; for writing, take its lock, recover it where it is damaged, and find its draft.

    `on_saved` is called in the writer's thread; `take_over` is as `lock_meeting` has it. Raises BookError, MeetingHeld
    among them.
    """
    real = path.resolve()
    if not writable:
        stored = read_stored(real)
        return OpenMeeting(real, stored, changed=changed_words(stored))
    if real.is_dir() or not os.access(real, os.R_OK):
        # Says what is wrong, before a lock is made for a name that was mistyped.
        read_bytes(real)
    lock = lock_meeting(real, take_over=take_over)
    try:
        if not os.access(real, os.W_OK):
            hint = "make it writable, or copy it"
            raise BookError("the meeting cannot be opened for writing: its file is read-only", where=real, hint=hint)
        stored, recovered, changed = _read_or_recover(real)
        remove_leftovers(real)
        aside = _settle_tail(real, stored)
        draft = _draft_of(real, stored.journal, recovered)
    except OSError as error:
        lock.release()
        raise BookError(f"the meeting cannot be opened for writing: {in_words(error)}", where=real) from None
    except BaseException:
        lock.release()
        raise
    return OpenMeeting(
        real, stored, lock=lock, draft=draft, recovered=recovered, changed=changed, aside=aside, on_saved=on_saved
    )


def create_meeting(folder: Path, meeting: Meeting) -> Path:
    """Write a new meeting into the folder and return its path, named after its date and series.

    Raises BadInput where there is one of that name, which is left as it is, and BookError where it cannot be written.
    """
    path = Book(folder).make() / file_name(meeting)
    try:
        create_file(path, encode_tables(tables_of(Journal(meeting=meeting))), private_mode(path.parent))
    except FileExistsError:
        hint = f"open it with `minutebook open {path.stem}`, or give another date or series"
        raise BadInput("there is a meeting of that date and series already", where=path, hint=hint) from None
    except OSError as error:
        hint = "choose a folder where you may write"
        raise BookError(f"the meeting cannot be written: {in_words(error)}", where=path, hint=hint) from None
    return path


def _draft_of(path: Path, journal: Journal, recovered: Recovered | None) -> TypedLine | None:
    """Find the draft and leave on the disk what the new writer may take for granted."""
    draft = read_draft(path, journal, since=recovered.revision if recovered else None)
    if draft is None:
        draft_path(path).unlink(missing_ok=True)
    elif draft.after != len(journal.history):
        # It was written for a change that the kill kept off the disk. The next change takes that number, and
        # the draft must not outlive it.
        draft = replace(draft, after=len(journal.history))
        write_draft(path, draft)
    return draft


def _settle_tail(path: Path, stored: Stored) -> Path | None:
    """Remove a tail of which the file has all, and give one that doesn't follow on it another name: return that."""
    tail = stored.tail
    if tail is None or stored.behind:
        return None
    if tail.changes and not tail.follows(stored.journal.meeting.id, stored.journal.history):
        return set_tail_aside(path, datetime.now())
    remove_tail(path)
    return None


def _read_or_recover(path: Path) -> tuple[Stored, Recovered | None, str]:
    """Read a meeting, or what can be read of it, and say if it was changed since its approval by something else."""
    try:
        stored = read_stored(path)
    except DamagedMeeting as damage:
        recovered = recover(path)
        if recovered is None:
            hint = "nothing could be recovered; minutebook restore lists its copies"
            raise DamagedMeeting(damage.message, where=damage.where, hint=hint) from None
        content = read_bytes(path)
        stored = Stored(journal=recovered.journal, others=others_in(content), content=content)
    else:
        recovered = recover(path) if stored.hurt else None
        if recovered is not None:
            stored = replace(stored, journal=recovered.journal, hurt=())
    if changed := changed_words(stored):
        stored = attested(stored, datetime.now().date())
    if recovered is None:
        return stored, None, changed
    aside = set_aside(path, datetime.now())
    try:
        AtomicStorage(path).write(tables_of(recovered.journal, stored.others))
        if recovered.tail is None:
            remove_tail(path)
    except OSError as error:
        message = f"the recovered meeting cannot be written: {in_words(error)}"
        raise BookError(message, where=path, hint=f"the damaged file is also kept as {aside.name}") from None
    return read_stored(path), replace(recovered, aside=aside), changed
