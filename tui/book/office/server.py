"""What a book's server is asked for: its meetings, their rows, the pen, the files of the house; one call each."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.book.office.address import without_password
from tui.book.office.connection import MIGRATING, Away, connect, cut_off, cut_off_after, has_ended, in_words
from tui.book.office.rows import Changed, Key, Rows, content_of
from tui.book.office.schema import migrate
from tui.errors import BookError

if TYPE_CHECKING:
    import psycopg

LEASE = timedelta(seconds=15)
"""After how long without a word from its holder a pen may be taken over."""

_MORE = 5.0
"""How many more seconds each meeting may take that is fetched, and each 100,000 letters or bytes that are sent."""

_RIGHTS = (
    "SELECT has_table_privilege('minutebook.row', 'SELECT'), id::text,"
    " has_function_privilege('minutebook.take_pen(text, text, text, boolean, interval)', 'EXECUTE'),"
    " has_function_privilege('minutebook.propose(uuid, text, text)', 'EXECUTE') FROM minutebook.book"
)

_BATCH = 50
"""How many meetings are fetched at once."""


class OnServer(NamedTuple):
    """A meeting as it stands on the server."""

    id: str
    name: str
    version: int
    digest: str
    removed: bool


class Fetched(NamedTuple):
    """A meeting with its file."""

    standing: OnServer
    content: bytes


class PenAnswer(NamedTuple):
    """What came of asking for the pen."""

    outcome: str
    """`yours`; `held` by another; `silent`: held by one that has not been heard of since its lease ended."""
    token: int
    who: str
    since: datetime
    silent: timedelta


class Kept(NamedTuple):
    """How it stands with a pen that one thinks one has."""

    yours: bool
    who: str
    asked: str
    """Who asks for it; empty where nobody does."""


class PenHeld(NamedTuple):
    """A pen that somebody holds."""

    name: str
    """The meeting's file's."""
    holder: str
    who: str
    since: datetime
    alive: bool
    """Whether the holder has been heard of within the lease."""


class Version(NamedTuple):
    """A meeting's next state, as it is stored."""

    meeting: str
    base: int
    """The number of the version that it follows, and its digest: a server that was put back counts anew."""
    base_digest: str
    digest: str
    name: str
    tables: Sequence[str]
    changes: int
    title: str
    day: date
    series: str
    rows: Changed
    public: PublicVersion


class PublicVersion(NamedTuple):
    """What may be public of it."""

    name: str
    digest: str
    tables: Sequence[str]
    title: str
    series: str
    rows: Changed


class StoringAnswer(NamedTuple):
    """What came of storing: `stored`, `lost`, `moved` or `named`, and the number of the version that is there now."""

    outcome: str
    version: int


class Server:
    """The server of a book, by one connection that one thread at a time uses and that is made anew where it broke."""

    def __init__(self, address: str) -> None:
        """Connect when the first thing is asked."""
        self.address = address
        self._lock = threading.RLock()
        self._connection: psycopg.Connection[Any] | None = None
        self.reads_all = True
        """Whether this login sees the meetings whole, and not only what is public."""
        self.writes = True
        """Whether this login may store anything."""
        self.proposes = True
        """Whether this login may propose changes to whoever has the pen."""
        self.book = ""
        """The id of the book."""
        self.news: deque[str] = deque()
        """What the server has told of itself that nobody took yet: `meeting ID`, `pen ID`, `proposal ID` or `file`."""
        self.tells = True
        """Whether it tells of what changes: a standby does not, and has to be asked, until it is one no more."""
        self.connections = 0
        """How many there have been: after each new one, something may have gone by unheard."""

    @contextmanager
    def asked(self, more: float = 0.0) -> Iterator[psycopg.Connection[Any]]:
        """Lend the connection; one that broke is closed, so that the next call makes another. Raises BookError.

        `more` says how many seconds more than usual the answer may take.
        """
        with self._lock:
            try:
                with in_words(self.address):
                    if self._connection is None or has_ended(self._connection):
                        self.close()
                        self._begin()
                    assert self._connection is not None
                    with cut_off_after(self._connection, more):
                        yield self._connection
            except Away:
                self.close()
                raise

    def cut_off(self) -> None:
        """Have whoever waits for an answer wait no more; any thread may say so."""
        if (connection := self._connection) is not None:
            cut_off(connection)

    def _begin(self) -> None:
        connection = connect(self.address)
        try:
            with cut_off_after(connection, MIGRATING):
                migrate(connection, self.address)
            connection.add_notify_handler(lambda note: self.news.append(note.payload))
            row = self._listened(connection, _RIGHTS).fetchone()
        except BaseException:
            connection.close()
            raise
        assert row is not None, "a book has its row"
        self.reads_all, book, self.writes, self.proposes = row
        if self.book and self.book != book:
            connection.close()
            raise BookError("another book stands there now", where=without_password(self.address), hint="start again")
        self.book = book
        self.connections += 1
        self._connection = connection

    def _listened(self, connection: psycopg.Connection[Any], query: str) -> psycopg.Cursor[Any]:
        """Ask to be told what changes, and something else at once: the server may be far away.

        A standby tells nothing, and answers the rest.
        """
        from psycopg.errors import ReadOnlySqlTransaction

        try:
            answers = connection.execute(f"LISTEN minutebook; {query}".encode())
        except ReadOnlySqlTransaction:
            self.tells = False
            return connection.execute(query.encode())
        self.tells = True
        answers.nextset()
        return answers

    def close(self) -> None:
        """Let the connection go."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @property
    def descriptor(self) -> int | None:
        """What becomes readable when the server tells something; None while there is no connection."""
        connection = self._connection
        return None if connection is None or connection.closed else connection.fileno()

    def hear(self) -> None:
        """Take up what the server has told. Raises BookError, also Away."""
        with self.asked() as connection:
            if self.tells:
                connection.execute("SELECT")
            else:
                self._listened(connection, "SELECT 1")

    # Reading.

    def mark(self) -> str:
        """Return what stands for how all meetings stand: what `meetings` lists has not changed while it is the same."""
        table, removed = ("meeting", "removed") if self.reads_all else ("public_meeting", "false")
        words = f"concat_ws(' ', id, name, version, digest, {removed})"
        query = f"SELECT count(*), sum(hashtextextended({words}, 0)) FROM minutebook.{table}"
        with self.asked() as connection:
            row = connection.execute(query.encode()).fetchone()
        return f"{table} {row}"

    def meetings(self) -> list[OnServer]:
        """List the meetings."""
        table, removed = ("meeting", "removed") if self.reads_all else ("public_meeting", "false")
        with self.asked() as connection:
            found = connection.execute(f"SELECT id, name, version, digest, {removed} FROM minutebook.{table}".encode())
            return [OnServer(*row) for row in found]

    def meeting(self, meeting: str) -> OnServer | None:
        """Return how one stands."""
        table, removed = ("meeting", "removed") if self.reads_all else ("public_meeting", "false")
        query = f"SELECT id, name, version, digest, {removed} FROM minutebook.{table} WHERE id = %s"
        with self.asked() as connection:
            row = connection.execute(query.encode(), (meeting,)).fetchone()
            return OnServer(*row) if row else None

    def fetch(self, meetings: Sequence[str]) -> Iterator[Fetched]:
        """Fetch meetings with their files, some at a time."""
        for start in range(0, len(meetings), _BATCH):
            yield from self._fetched(list(meetings[start : start + _BATCH]))

    def _fetched(self, meetings: list[str]) -> list[Fetched]:
        part, removed = ("", "removed") if self.reads_all else ("public_", "false")
        where = f"FROM minutebook.{part}meeting WHERE id = ANY(%s)"
        heads = f"SELECT id, name, version, digest, {removed}, tables {where}".encode()
        rows = (
            f"SELECT meeting, kind, key, line FROM minutebook.{part}row WHERE meeting = ANY(%s) ORDER BY meeting, place"
        ).encode()
        with self.asked(len(meetings) * _MORE) as connection, connection.transaction():
            # Both of one moment, or a meeting might come half before and half after a change.
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            found = connection.execute(heads, (meetings,)).fetchall()
            lines: dict[str, dict[Key, str]] = {}
            for meeting, kind, key, line in connection.execute(rows, (meetings,)):
                lines.setdefault(meeting, {})[Key(kind, key)] = line
        return [
            Fetched(OnServer(*head), content_of(Rows(tuple(tables), lines.get(head[0], {})))) for *head, tables in found
        ]

    def marks(self, meeting: str, *, public: bool = False) -> dict[Key, tuple[int, str]]:
        """Return the rows of a meeting, each with its place and what stands for its words."""
        query = f"SELECT kind, key, place, mark FROM minutebook.{'public_' if public else ''}row WHERE meeting = %s"
        with self.asked() as connection:
            found = connection.execute(query.encode(), (meeting,))
            return {Key(kind, key): (place, mark) for kind, key, place, mark in found}

    # Writing.

    def store(self, version: Version, holder: str, token: int) -> StoringAnswer:
        """Store a meeting's next state, if one holds its pen and it is still what one thinks. All of it or nothing."""
        public = version.public
        values = [version.meeting, holder, token, version.base, version.base_digest, version.digest, version.name]
        values += [
            list(version.tables),
            version.changes,
            version.title,
            version.day,
            version.series,
            *_columns(version.rows),
        ]
        values += [public.name, public.digest, list(public.tables), public.title, public.series, *_columns(public.rows)]
        row = self._called("store", values, _MORE * sum(len(one[-1] or "") for one in version.rows.put) / 100_000)
        return StoringAnswer(row[0], row[1] or 0)

    def remove(self, standing: OnServer, holder: str, token: int) -> str:
        """Mark a meeting as deleted."""
        return str(self._called("remove", [standing.id, holder, token, standing.version])[0])

    # The pen.

    def take_pen(self, meeting: str, holder: str, who: str, *, over: bool = False) -> PenAnswer:
        """Ask for the right to write to a meeting; `over` takes it from one that has fallen silent."""
        return PenAnswer(*self._called("take_pen", [meeting, holder, who, over, LEASE]))

    def keep_pen(self, meeting: str, holder: str, token: int) -> Kept:
        """Say that one is still there."""
        row = self._called("keep_pen", [meeting, holder, token, LEASE])
        return Kept(row[0] == "yours", row[1] or "", row[2] or "")

    def give_pen(self, meeting: str, holder: str, token: int) -> None:
        """Let the pen go: to whoever asked for it, else to whoever comes."""
        self._called("give_pen", [meeting, holder, token, LEASE])

    def ask_pen(self, meeting: str, holder: str, who: str) -> None:
        """Ask whoever has the pen for it."""
        self._called("ask_pen", [meeting, holder, who])

    def pens(self) -> list[PenHeld]:
        """Return who holds which meeting."""
        query = (
            "SELECT m.name, p.holder, p.who, p.since, p.until > clock_timestamp()"
            " FROM minutebook.pen p JOIN minutebook.meeting m ON m.id = p.meeting WHERE p.holder IS NOT NULL"
        )
        if not self.reads_all:
            return []
        with self.asked() as connection:
            return [PenHeld(*row) for row in connection.execute(query.encode())]

    # What others have settled of a meeting.

    def propose(self, proposal: str, meeting: str, content: str) -> str:
        """Leave a change for whoever has a meeting's pen; return what has come of it: `waiting`, `taken` or `apart`."""
        return str(self._called("propose", [proposal, meeting, content])[0])

    def proposals(self, meeting: str) -> list[str]:
        """Return the changes that wait for whoever has the pen, in their order."""
        query = "SELECT content FROM minutebook.proposal WHERE meeting = %s AND outcome = 'waiting' ORDER BY number"
        with self.asked() as connection:
            return [content for (content,) in connection.execute(query, (meeting,))]

    def outcome(self, proposal: str) -> str:
        """Return what has come of one; empty where the server does not have it."""
        with self.asked() as connection:
            row = connection.execute("SELECT outcome FROM minutebook.proposal WHERE id = %s", (proposal,)).fetchone()
            return str(row[0]) if row else ""

    def answer(self, proposal: str, holder: str, token: int, outcome: str) -> None:
        """Say what has come of one, with the pen that one holds."""
        self._called("answer", [proposal, holder, token, outcome])

    # The files of the house.

    def files(self) -> dict[str, str]:
        """Return the digests of the files by their paths; empty for one that was removed."""
        if not self.reads_all:
            return {}
        with self.asked() as connection:
            return dict(connection.execute("SELECT path, digest FROM minutebook.file").fetchall())

    def file(self, path: str) -> bytes:
        """Return a file."""
        with self.asked(_MORE * _BATCH) as connection:
            row = connection.execute("SELECT content FROM minutebook.file WHERE path = %s", (path,)).fetchone()
            return bytes(row[0]) if row else b""

    def put_file(self, path: str, base: str, content: bytes, *, removed: bool = False) -> str:
        """Store a file, if it is still what one thinks: `stored` or `moved`."""
        return str(self._called("put_file", [path, base, content, removed], _MORE * len(content) / 100_000)[0])

    def _called(self, function: str, values: Sequence[Any], more: float = 0.0) -> tuple[Any, ...]:
        marks = ", ".join(["%s"] * len(values))
        with self.asked(more) as connection:
            row = connection.execute(f"SELECT * FROM minutebook.{function}({marks})".encode(), values).fetchone()
            return tuple(row) if row else ()


def _columns(rows: Changed) -> list[list[Any]]:
    put = rows.put
    return [
        [key.table for key in rows.gone],
        [key.key for key in rows.gone],
        [key.table for key, _, _ in put],
        [key.key for key, _, _ in put],
        [place for _, place, _ in put],
        [line for _, _, line in put],
    ]
