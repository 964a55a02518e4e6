"""A meeting that another machine writes, as it is settled on this one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Event

from msgspec.structs import replace

from tui.book.disk.pens import Proposals, keeper_of
from tui.book.following import Following
from tui.book.meeting_file import DamagedMeeting, Stored, read_journal, read_meeting
from tui.book.opened import OnSaved, OpenMeeting
from tui.book.proposals.taking_in import named
from tui.book.writer import WriteResult
from tui.errors import BookError
from tui.meeting.actions.proposals import Proposal, contradicted, proposed, taken_in
from tui.meeting.history.journal import Change, Journal
from tui.meeting.model import Kind, Meeting
from tui.meeting.outline.labels import shortened


class ProposingMeeting(OpenMeeting):
    """A meeting whose changes go to the program that writes it, which takes them in.

    It shows what the other writes, and what was settled here on top of that until the other has it.
    """

    def __init__(self, path: Path, proposals: Proposals, why: str = "", on_saved: OnSaved | None = None) -> None:
        """Begin to look, and to send. Raises BookError where the meeting cannot be read."""
        real = path.resolve()
        self._proposals = proposals
        self._why = why
        self._news = Event()
        self._unkept = ""
        super().__init__(real, Stored(journal=Journal(meeting=self._standing(real))), on_saved=on_saved)
        self._following = Following(real, internal=True)
        self._following.watch(self._hear_of_news)
        proposals.tell(self._hear_of_news)

    def _standing(self, path: Path) -> Meeting:
        """Return the meeting as the other writes it, with what waits to be taken in."""
        waiting = self._proposals.waiting()
        # What was added may be there already, and changed since: the history knows.
        adds = any(one.before is None for proposal in waiting for one in proposal.entries)
        journal = _journal_of(path) if adds else Journal(meeting=read_meeting(path))
        for proposal in waiting:
            if not contradicted(journal.meeting, proposal):
                journal = taken_in(journal, proposal, proposal.at)
        return journal.meeting

    def _hear_of_news(self) -> None:
        self._news.set()
        if self._on_saved is not None:
            now = datetime.now().astimezone()
            self._on_saved(WriteResult(revision=self.revision, at=now, path=self.path, of_disk=False))

    @property
    def notice(self) -> str:
        """What the user should hear of at opening: where what is settled here goes."""
        return f"{self._why}; what you settle is taken in there" if self._why else ""

    @property
    def failure(self) -> str:
        """Why what was settled last is not on this machine's disk; empty where it is."""
        return self._unkept

    @property
    def saved_revision(self) -> int:
        """As many changes as there are: each is on the disk before it is shown."""
        return self.revision

    @property
    def sharing(self) -> str:
        """How it stands with what was settled here."""
        return self._proposals.standing

    @property
    def not_shared(self) -> str:
        """Why something is not on the server that should be; empty where nothing is in the way."""
        return self._proposals.trouble

    def take(self, journal: Journal, *, line: str | None = None) -> None:
        """Show a change of entries, and send it to whoever writes; nothing else of a meeting is changed from here."""
        del line
        entries = proposed(self.meeting, journal.meeting)
        if not entries:
            return
        what = journal.history[-1].what
        self.journal = replace(journal, meeting=replace(self.meeting, entries=journal.meeting.entries))
        try:
            self._proposals.propose(what, datetime.now().astimezone(), entries)
            self._unkept = ""
        except BookError as error:
            self._unkept = error.message

    def take_news(self, at: datetime) -> tuple[str, ...]:
        """Show the meeting as it stands by now; return what was changed there too, in sentences."""
        del at
        if not self._news.is_set():
            return ()
        self._news.clear()
        meeting = self._standing(self.path)
        if meeting != self.meeting:
            self.journal = Journal(meeting=meeting, history=self._to_take_back())
        return tuple(self._told(one) for one in self._proposals.apart())

    def _to_take_back(self) -> tuple[Change, ...]:
        """Return what was settled here and undo may take back; none of it once something was added.

        What was added has another id there, and its own may be that of another's line.
        """
        parts = (part for change in self.journal.history for part in change.parts)
        whole = any(part.before is None or part.after is None or not part.id for part in parts)
        return () if whole else self.journal.history

    def _told(self, proposal: Proposal) -> str:
        there = {entry.id: entry for entry in self.meeting.entries}
        told = []
        for one in proposal.entries:
            now = there.get(one.entry.id)
            told.append(f"{named(one)} stands as “{shortened(now.text)}”" if now else f"{named(one)} is gone")
        return f"changed there meanwhile: {', '.join(told)}; yours ({proposal.what}) is shown to whoever writes"

    def keep_draft(self, line: str, kind: Kind) -> None:
        """Keep no line: none is typed here that could be lost."""

    def flush(self, timeout: float = 10.0) -> bool:
        """Return whether all that was settled is on this machine's disk."""
        del timeout
        return not self._unkept

    def close(self, timeout: float = 10.0) -> bool:
        """Look no more; what is not sent yet is sent when the book is closed, or the next time."""
        self._on_saved = None
        self._following.close()
        self._proposals.release()
        return self.flush(timeout)


def _journal_of(path: Path) -> Journal:
    try:
        return read_journal(path)
    except DamagedMeeting:
        # What the notes need may be whole even where the history is not.
        return Journal(meeting=read_meeting(path))


def propose(path: Path, why: str = "", on_saved: OnSaved | None = None) -> ProposingMeeting | None:
    """Open a meeting that another writes, to settle its actions; None where its book takes no proposals.

    `why` says why it cannot be opened for writing.
    """
    keeper = keeper_of(path.resolve())
    proposals = keeper.proposals(path.resolve()) if keeper is not None else None
    return ProposingMeeting(path, proposals, why, on_saved) if proposals is not None else None
