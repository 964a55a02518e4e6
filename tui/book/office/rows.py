"""A meeting's file taken apart into the rows that the server keeps, and put together again byte for byte.

The program writes one row a line, so that lines tell the rows without reading their JSON. A file that is laid out in
another way, because somebody wrote it by hand, is kept as one row, whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from tui.errors import BookError

WHOLE = "file"
"""The table of the one row of a file that is laid out in another way."""


class Key(NamedTuple):
    """What names a row in a meeting."""

    table: str
    key: str


class Rows(NamedTuple):
    """A meeting's file in rows."""

    tables: tuple[str, ...]
    """The tables in the file's order, those without rows too."""
    lines: Mapping[Key, str]
    """The rows as they are written, in the file's order."""


class Changed(NamedTuple):
    """What is to be done to the rows on the server so that they are those of a file."""

    gone: list[Key]
    put: list[tuple[Key, int, str | None]]
    """Rows with their places in their tables; without words where the place alone is another."""


def rows_of(content: bytes) -> Rows:
    """Take a file apart. Raises BookError where it is no text."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise BookError(
            "the meeting's file is damaged", hint="minutebook check --repair recovers what it can"
        ) from None
    rows = _parted(text)
    if rows is not None and content_of(rows) == content:
        return rows
    return Rows((WHOLE,), {Key(WHOLE, "1"): text})


def content_of(rows: Rows) -> bytes:
    """Put a file together."""
    if rows.tables == (WHOLE,):
        return rows.lines[Key(WHOLE, "1")].encode()
    lines: dict[str, list[str]] = {table: [] for table in rows.tables}
    for (table, key), line in rows.lines.items():
        lines[table].append(f'"{key}":{line}')
    parts = (f'"{table}":{{\n' + ",\n".join(lines[table]) + "\n}" for table in rows.tables)
    return ("{" + ",\n".join(parts) + "}\n").encode()


def digest_of(name: str, content: bytes) -> str:
    """Return what tells one state of a meeting from every other: its bytes, and its file's name."""
    return sha256(name.encode("utf-8", "surrogateescape") + b"\n" + content).hexdigest()


def changed(before: Mapping[Key, tuple[int, str]], after: Rows) -> Changed:
    """Compare the rows that the server has, each with its place and its line or what stands for it, with a file's."""
    put: list[tuple[Key, int, str | None]] = []
    places: dict[str, int] = {}
    for key, line in after.lines.items():
        place = places[key.table] = places.get(key.table, -1) + 1
        old = before.get(key)
        if old is None or old[1] != mark_of(line):
            put.append((key, place, line))
        elif old[0] != place:
            put.append((key, place, None))
    return Changed([key for key in before if key not in after.lines], put)


def marked(rows: Rows) -> dict[Key, tuple[int, str]]:
    """Return what `changed` compares with once the server has these rows."""
    places: dict[str, int] = {}
    found: dict[Key, tuple[int, str]] = {}
    for key, line in rows.lines.items():
        places[key.table] = places.get(key.table, -1) + 1
        found[key] = places[key.table], mark_of(line)
    return found


def mark_of(line: str) -> str:
    """Return what stands for a row's line where the two are compared; the server reckons it alike."""
    return sha256(line.encode()).hexdigest()


def _parted(text: str) -> Rows | None:
    """Read a file line by line; None where it is not laid out as the program does."""
    if not text.startswith("{") or not text.endswith("}}\n"):
        return None
    tables: list[str] = []
    found: dict[Key, str] = {}
    inside = False
    for line in text[1:-2].split("\n"):
        if not inside:
            if not (line.startswith('"') and line.endswith('":{')):
                return None
            tables.append(line[1:-3])
            inside = True
        elif line in ("},", "}"):
            inside = False
        elif line:
            key, mark, value = line.removesuffix(",").partition(":")
            if not mark or len(key) < 2 or key[0] != '"':
                return None
            found[Key(tables[-1], key[1:-1])] = value
    return Rows(tuple(tables), found)
