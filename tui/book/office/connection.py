"""A connection to the server of a book, as libpq makes it, and its errors in plain words without a password."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from tui.book.office.address import without_password, without_secrets
from tui.book.office.deadlines import Deadlines
from tui.errors import BookError

if TYPE_CHECKING:
    import psycopg

PATIENCE = 5
"""Seconds for which a server may let a connection wait, where the address says nothing else."""

ANSWER = 15.0
"""Seconds after which a server that does not answer a question is taken to be away, where none are added."""

MIGRATING = 600.0
"""Seconds for which the tables may be made, by this program or another that it waits for."""

_SILENCE = {"keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3, "tcp_user_timeout": 15000}
"""A line that is dead says so within seconds, also while nothing is sent."""

_OF_ANOTHER = ("the book's tables are those of another minutebook", "update minutebook, and start it again")

_WORDS = {
    "28P01": ("the password is wrong, or there is none", "put it into ~/.pgpass"),
    "28000": ("the server lets this login in not at all", "ask whoever keeps the server"),
    "3D000": ("the server has no such database", "make it first: createdb"),
    "42501": ("this login may not do that", "ask whoever keeps the server for the role of a clerk"),
    "25006": ("the server takes no writes: it is a standby, or read-only", "name the one that takes them"),
    "53100": ("the server's disk is full", "make room there"),
    "53200": ("the server is out of memory", "try again in a moment"),
    "53300": ("the server has too many connections", "try again in a moment"),
    "58030": ("the server cannot read or write its disk", "ask whoever keeps the server"),
    "42883": _OF_ANOTHER,
    "42P01": _OF_ANOTHER,
    "42703": _OF_ANOTHER,
    "57P03": ("the server is starting or stopping", "try again in a moment"),
}
"""By PostgreSQL's own codes: what is wrong, and what to do."""

_AWAY = ("08", "53", "57P", "58")
"""How codes begin that say that the server may be back by itself: it was cut off, lacks room or memory, or starts."""


_deadlines = Deadlines()


class Away(BookError):
    """The server does not answer now."""


def connect(address: str) -> psycopg.Connection[Any]:
    """Connect as the address, the environment, ~/.pgpass and the service file say. Raises BookError, also Away."""
    with in_words(address):
        import psycopg
        from psycopg import conninfo

        given = conninfo.conninfo_to_dict(address)
        usual: dict[str, Any] = {"connect_timeout": PATIENCE, "application_name": "minutebook", **_SILENCE}
        chosen = {name: value for name, value in usual.items() if name not in given}
        found = psycopg.connect(address, autocommit=True, client_encoding="utf8", **chosen)
        found.prepare_threshold = 2
        return found


def has_ended(connection: psycopg.Connection[Any]) -> bool:
    """Return whether a connection was closed, or has ended while nothing was asked: its server was started anew."""
    if connection.closed:
        return True
    with suppress(ValueError):
        # What has come is read into memory alone; where it is the end, that is told now.
        try:
            while select.select([connection.fileno()], [], [], 0)[0]:
                connection.pgconn.consume_input()
        except (OSError, _psycopg("").Error):
            return True
    return connection.closed


def cut_off(connection: psycopg.Connection[Any]) -> None:
    """Break a connection from another thread, so that whoever waits there for an answer waits no more."""
    with (
        suppress(OSError, _psycopg("").Error),
        socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line,
    ):
        line.shutdown(socket.SHUT_RDWR)


def cut_off_after(connection: psycopg.Connection[Any], more: float) -> AbstractContextManager[None]:
    """Break a connection on which an answer takes too long: a server may take a question and never answer it.

    `more` says how many seconds more than usual it may take.
    """
    return _deadlines.within(ANSWER + more, lambda: cut_off(connection))


@contextmanager
def in_words(address: str) -> Iterator[None]:
    """Raise what the server or libpq refuses as BookError; Away where it may answer again."""
    psycopg = _psycopg(address)
    try:
        yield
    except psycopg.Error as error:
        raise _error_of(error, address) from None


def _error_of(error: psycopg.Error, address: str) -> BookError:
    import psycopg

    where, code = without_password(address), error.sqlstate or ""
    message, hint = _WORDS.get(code, ("", ""))
    first = without_secrets(str(error).strip().partition("\n")[0], address)
    if not message and code == "" and "password" in first:
        # libpq itself asks for it and gets none; the server's own refusal comes without a code as well.
        message, hint = _WORDS["28P01"]
    if not message and "does not exist" in first and code == "":
        message, hint = _WORDS["3D000"]
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and not message:
        return Away(f"the server does not answer: {first}", where=where, hint="it is tried again by itself")
    kind = Away if code.startswith(_AWAY) else BookError
    return kind(message or f"the server refuses: {first}", where=where, hint=hint)


def _psycopg(address: str) -> Any:
    try:
        import psycopg
    except ImportError:
        message = "a book in PostgreSQL needs psycopg"
        hint = "pip install 'minutebook[postgres]'"
        raise BookError(message, where=without_password(address), hint=hint) from None
    return psycopg
