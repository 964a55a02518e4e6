"""Two machines that write one meeting by turns, over lines that are cut, and what must be true of both in the end."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from tests.book.office.proxy import Proxy
from tests.book.samples import action, meeting
from tests.postgres import Postgres
from tui.book.meeting_file import read_meeting
from tui.book.office.address import OWN
from tui.book.office.office import Office
from tui.book.office.proposals import kept_in
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.proposals.proposing import ProposingMeeting, propose
from tui.errors import BookError
from tui.meeting.capture.capture import edit, enter
from tui.meeting.model import Section, SectionState

_LINE = ("cut", "cut soon", "mend")
OPEN = (*(["key"] * 7 + ["reword"] * 2 + ["leave"] * 2), "kill", *_LINE)
"""What somebody does who has the meeting open, as often as it stands here."""
NOT_OPEN = (*(["open"] * 5 + ["settle"] * 5), "ask", "end", "kill", *_LINE)
"""What somebody does who has not."""

TABLES = ("meeting", "row", "public_meeting", "public_row", "pen", "file", "proposal")
"""What a book holds that changes, in the order in which it may be put there."""

FIRST = "DCC to see to it"
"""The words of each action before somebody rewords it."""

PATIENCE = 30.0


class Writer:
    """Somebody with a machine, a line to the server and a meeting that may be open, to be written or to be settled."""

    def __init__(self, name: str, proxy: Proxy, address: str) -> None:
        self.name = name
        self.folder = Path()
        self.proxy = proxy
        self.address = address
        self.office: Office | None = None
        self.opened: OpenMeeting | None = None
        self.chair: ProposingMeeting | None = None
        self.saved: list[str] = []
        """The lines that were shown as saved."""
        self.settled: list[str] = []
        """The words that were proposed, and shown as kept."""
        self.refused: BookError | None = None
        """Why it could not be opened the last time."""
        self._count = 0

    def begin(self) -> None:
        if self.office is None:
            try:
                self.office = Office.open(self.address, self.folder)
            except BookError as error:
                self.refused = error

    @property
    def meeting(self) -> Path | None:
        return next((one for one in self.folder.glob("[0-9]*.json") if ".other-" not in one.name), None)

    def open(self, *, over: bool) -> None:
        self.begin()
        if self.office is not None and self.opened is None and (path := self.meeting) is not None:
            self._look_no_more()
            try:
                self.opened = open_meeting(path, take_over=over)
            except BookError as error:
                self.refused = error

    def key(self) -> None:
        """Type a line; it is on the disk when this returns."""
        if self.opened is None:
            return
        self.opened.take_news(_now())
        line = self._words("says")
        self.opened.take(enter(self.opened.journal, f"+{line}", _now()).journal, line="")
        assert self.opened.flush()
        self.saved.append(line)

    def reword(self, chance: random.Random) -> None:
        """Reword an action of the meeting that is being written."""
        if self.opened is not None:
            self._reword(self.opened, chance)
            assert self.opened.flush()

    def settle(self, chance: random.Random) -> None:
        """Reword an action of a meeting that the other writes, or add one."""
        self.begin()
        if self.office is None or self.opened is not None or (path := self.meeting) is None:
            return
        if self.chair is None:
            self.chair = propose(path)
        assert self.chair is not None
        self.chair.take_news(_now())
        if chance.random() < 0.3:
            words = self._words("asks for")
            self.chair.take(enter(self.chair.journal, f"!DCC to see to it, {words}", _now()).journal)
        else:
            words = self._reword(self.chair, chance)
        assert self.chair.flush()
        self.settled.append(words)

    def _words(self, what: str) -> str:
        self._count += 1
        return f"{self.name} {what} {self._count}."

    def _reword(self, opened: OpenMeeting, chance: random.Random) -> str:
        one = chance.choice([entry for entry in opened.meeting.entries if entry.action])
        words = self._words("words")
        opened.take(edit(opened.journal, one.id, f"!DCC to see to it, {words}", _now()).journal)
        return words

    def ask(self) -> None:
        """Ask whoever writes for the pen."""
        if self.office is not None and self.opened is None and (path := self.meeting) is not None:
            with suppress(BookError):
                self.office.ask(path)

    def _look_no_more(self) -> None:
        if self.chair is not None:
            self.chair.close()
            self.chair = None

    def leave(self) -> None:
        self._look_no_more()
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def kill(self) -> None:
        """End as a program that is killed: nothing more is sent and no pen is given back."""
        if self.office is not None:
            self.proxy.cut()
            self.end()
            self.proxy.mend()

    def end(self) -> None:
        self.leave()
        if self.office is not None:
            self.office.close()
            self.office = None

    @property
    def content(self) -> bytes:
        """The meeting's file."""
        assert self.meeting is not None
        return self.meeting.read_bytes()

    @property
    def has_proposals(self) -> bool:
        return bool(kept_in(self.folder / OWN / "proposals"))

    def texts(self) -> Counter[str]:
        """The words of the meeting, and of the versions of it that were kept beside it."""
        found: Counter[str] = Counter()
        for file in self.folder.glob("[0-9]*.json"):
            found |= Counter(entry.text for entry in read_meeting(file).entries)
        return found

    def files(self) -> str:
        """All that is kept of the meeting, history and all."""
        return "".join(file.read_text("utf-8") for file in sorted(self.folder.glob("[0-9]*.json")))


def _now() -> datetime:
    return datetime.now(UTC)


def step(writer: Writer, what: str, chance: random.Random) -> None:
    """Let a writer do something."""
    match what:
        case "open":
            writer.open(over=chance.random() < 0.5)
        case "cut":
            writer.proxy.cut()
        case "cut soon":
            writer.proxy.cut_after(chance.randrange(400))
        case "mend":
            writer.proxy.mend()
        case "settle":
            writer.settle(chance)
        case "reword":
            writer.reword(chance)
        case _:
            getattr(writer, what)()


class Interleavings:
    """A book with one meeting that two machines know, put back as it was before each interleaving."""

    def __init__(self, postgres: Postgres, database: str, folder: Path) -> None:
        self._folder = folder
        self._lines = [Proxy(postgres.port) for _ in range(2)]
        self._addresses = [postgres.address(database, port=one.port) for one in self._lines]
        self._server: psycopg.Connection[Any] = postgres.connect(database)
        ann, ben = self._writers(folder / "first")
        ann.begin()
        actions = [action(number, FIRST, f"A{number}") for number in range(1, 4)]
        item = Section(id=1, heading="Workforce", state=SectionState.CURRENT)
        create_meeting(ann.folder, meeting(sections=(item,), entries=tuple(actions)))
        ann.end()
        ben.begin()
        ben.end()
        self._server.execute("CREATE SCHEMA first")
        for table in TABLES:
            self._server.execute(f"CREATE TABLE first.{table} AS TABLE minutebook.{table}".encode())

    def _writers(self, folder: Path) -> tuple[Writer, Writer]:
        ann, ben = (
            Writer(name, proxy, address)
            for name, proxy, address in zip(("Ann", "Ben"), self._lines, self._addresses, strict=True)
        )
        for one in (ann, ben):
            one.folder = folder / one.name
        return ann, ben

    def run(self, seed: int) -> None:
        """Let both do what chance wants, bring both to an end, and look at what became of it."""
        chance = random.Random(seed)
        done: list[str] = []
        try:
            self._run(chance, self._folder / str(seed), done)
        except BaseException:
            print(f"interleaving {seed}: {', '.join(done)}")
            raise

    def _run(self, chance: random.Random, folder: Path, done: list[str]) -> None:
        shutil.copytree(self._folder / "first", folder)
        self._put_back()
        ann, ben = self._writers(folder)
        for _ in range(chance.randrange(4, 16)):
            writer = chance.choice([ann, ben])
            what = chance.choice(OPEN if writer.opened else NOT_OPEN)
            done.append(f"{writer.name} {what}")
            step(writer, what, chance)
        for writer in (ann, ben):
            writer.proxy.mend()
            writer.end()
        self._bring_to_an_end(ann, ben)
        _look(ann, ben)
        shutil.rmtree(folder)

    def close(self) -> None:
        self._server.close()
        for one in self._lines:
            one.close()

    def _put_back(self) -> None:
        forget = [f"DELETE FROM minutebook.{table};" for table in reversed(TABLES)]
        put = [
            f"INSERT INTO minutebook.{table} OVERRIDING SYSTEM VALUE SELECT * FROM first.{table};" for table in TABLES
        ]
        self._server.execute("".join(forget + put).encode())

    def _bring_to_an_end(self, ann: Writer, ben: Writer) -> None:
        """Have each send what it still has, take in what the other has settled, and hear of all that came of it.

        A pen that was not given back, because its line was cut, is taken over by whoever has something to send.
        """
        for _ in range(3):
            for writer in (ann, ben):
                self._take_all(writer)
                writer.leave()
            for writer in (ann, ben):
                writer.end()
            if not (ann.has_proposals or ben.has_proposals) and ann.content == ben.content:
                break

    def _take_all(self, writer: Writer) -> None:
        """Have the meeting opened, once the lease of whoever was killed is over, and all taken in that waits."""
        give_up = time.monotonic() + PATIENCE
        while writer.opened is None or self._waiting():
            assert time.monotonic() < give_up, f"what was settled is not taken in; {writer.refused}"
            time.sleep(0.002)
            if writer.opened is None:
                writer.open(over=True)
            else:
                writer.opened.take_news(_now())

    def _waiting(self) -> bool:
        row = self._server.execute("SELECT EXISTS (SELECT FROM minutebook.proposal WHERE outcome = 'waiting')")
        return row.fetchone() == (True,)


def _look(ann: Writer, ben: Writer) -> None:
    """Both have the same meeting; nothing that was shown as saved is lost, and nothing is there twice."""
    assert ann.content == ben.content
    assert ann.meeting is not None
    there = Counter(entry.text for entry in read_meeting(ann.meeting).entries if entry.text != FIRST)
    assert set(there.values()) <= {1}, there
    everything = ann.files() + ben.files()
    for writer in (ann, ben):
        found = writer.texts()
        assert [(line, found[line]) for line in writer.saved if found[line] != 1] == []
        assert [words for words in writer.settled if words not in everything] == []
        assert not writer.has_proposals
