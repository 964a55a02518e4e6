"""The tables of a book on the server: made and changed by numbered files, under one lock."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from tui.book.office.address import without_password
from tui.book.office.connection import in_words
from tui.errors import BookError

if TYPE_CHECKING:
    import psycopg

_LOCK = 0x6D696E757465
"""The number of the lock under which tables are changed."""

NEWEST = 4
"""The number of the last change of the tables that this program knows."""


def migrations() -> list[tuple[int, str]]:
    """Return the changes that this program knows, each with its number."""
    # Slow to import, and a book that is up to date needs none of them.
    from importlib.resources import files

    folder = files("tui.book.office") / "migrations"
    found = ((int(one.name[:4]), one) for one in folder.iterdir() if one.name.endswith(".sql"))
    return [(number, one.read_text("utf-8")) for number, one in sorted(found, key=lambda pair: pair[0])]


def migrate(connection: psycopg.Connection[Any], address: str) -> None:
    """Bring the tables up to what this program knows. Raises BookError where a newer one made them.

    One that was cut off in the middle has done nothing, and the next begins where it began.
    """
    with in_words(address):
        there = _standing(connection)
        if 0 < there < NEWEST and not _is_owner(connection):
            message = "the book's tables are those of an older minutebook"
            hint = "let whoever made them run this one once: minutebook list"
            raise BookError(message, where=without_password(address), hint=hint)
        if there < NEWEST:
            # Before the transaction begins, or it would not see what another program has made meanwhile.
            connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
            try:
                there = _make_changes(connection, address)
            finally:
                connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))
    if there > NEWEST:
        message = f"a newer minutebook made this book's tables (their number is {there}, and this one knows {NEWEST})"
        raise BookError(message, where=without_password(address), hint="update minutebook")


def _make_changes(connection: psycopg.Connection[Any], address: str) -> int:
    """Make the changes that are still to be made, all or none; return the number of the last one before that."""
    with connection.transaction():
        there = _standing(connection)
        if there == 0:
            _check_encoding(connection, address)
            connection.execute("CREATE SCHEMA minutebook")
            connection.execute(
                "CREATE TABLE minutebook.migration (number integer PRIMARY KEY, made_at timestamptz"
                " NOT NULL DEFAULT clock_timestamp(), made_by text NOT NULL DEFAULT session_user)"
            )
        for number, script in migrations():
            if number > there:
                connection.execute(script.encode())
                connection.execute("INSERT INTO minutebook.migration (number) VALUES (%s)", (number,))
    return there


def _standing(connection: psycopg.Connection[Any]) -> int:
    """Return the number of the last change that was made; 0 where there is no book yet."""
    from psycopg.errors import InvalidSchemaName, UndefinedTable

    try:
        # In a transaction that has begun, an error would end that too.
        with connection.transaction() if connection.info.transaction_status else nullcontext():
            row = connection.execute("SELECT coalesce(max(number), 0) FROM minutebook.migration").fetchone()
    except (InvalidSchemaName, UndefinedTable):
        return 0
    return int(row[0]) if row else 0


def _is_owner(connection: psycopg.Connection[Any]) -> bool:
    query = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'minutebook.meeting'::regclass"
    row = connection.execute(query).fetchone()
    return row is not None and bool(row[0])


def _check_encoding(connection: psycopg.Connection[Any], address: str) -> None:
    row = connection.execute("SELECT getdatabaseencoding()").fetchone()
    if row is not None and row[0] != "UTF8":
        message = f"the database keeps its words in {row[0]}, which has not every letter"
        raise BookError(message, where=without_password(address), hint="make it anew: createdb --encoding UTF8")
