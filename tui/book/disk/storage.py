"""A TinyDB storage that a kill, a power cut or a full disk cannot damage.

The file is JSON that plain TinyDB reads, with one row a line, so that an error has a line to name and a
difference between two versions can be read.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from tinydb.storages import Storage

from tui.book.disk.atomic_write import keep_aside, remove_leftovers, replace_file
from tui.book.disk.chain import CHAIN, Chain, chain_of, links_of, with_link
from tui.book.disk.checksums import BYTES, CHECKS, MEETING, check_bytes, check_with, check_words, with_crc
from tui.book.disk.last_good import EVERY, keep_last_good, keep_written

_ENCODER = msgspec.json.Encoder()


OTHER = "other"
"""In the names of files that hold what another program had put in a meeting's place."""

_Status = tuple[int, int, int]
"""A file's number on the disk, its size and its time."""


class _EncodedTable(NamedTuple):
    """A table as it was last encoded."""

    values: Sequence[Any] = ()
    lines: Sequence[bytes] = ()
    """Each row with its key and its checksum."""
    checks: Sequence[int] = ()
    """After each row, the checksum over those up to it."""

    @property
    def is_ours(self) -> bool:
        """Whether its rows are values, and so have checksums."""
        return len(self.checks) == len(self.lines)

    @property
    def check(self) -> int:
        """The checksum over the whole table."""
        return self.checks[-1] if self.checks else 0


class AtomicStorage(Storage):
    """Keep a TinyDB in one file that is always whole; a symbolic link is written through to its target.

    What another program has put in the file's place meanwhile, as those do that sync folders, is kept beside it; so is,
    from time to time, a copy of what was last saved.
    """

    def __init__(self, path: str | Path, seen: bytes | None = None) -> None:
        """`seen` is the file as it was last read; None for one that was not, which may be replaced as it is."""
        self._path = Path(path).resolve()
        self._encoded: dict[str, _EncodedTable] = {}
        self._chain = Chain()
        self._seen = seen
        self._status: _Status | None = None
        self._copy_from = 0.0
        self.kept: list[Path] = []
        """The versions of others that were found in the file's place and are kept beside it."""
        remove_leftovers(self._path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables as they are on the disk, never from memory; None where there is no file yet."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None
        self._seen, self._status = content, None
        return msgspec.json.decode(content, type=dict[str, dict[str, Any]]) if content else None

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Put the tables on the disk, in the order given. Raises OSError with the old file whole."""
        content, chain = self._encode(data)
        replace_file(self._path, content, self._keep_other)
        self._seen, self._status, self._chain = content, _status(self._path), chain

    @property
    def has_chain(self) -> bool:
        """Whether the file has a chain, so that each write of it adds a link."""
        return self._chain.length > 0

    def is_as_left(self) -> bool:
        """Say whether the file is still the one that was written here last."""
        return self._status is not None and _status(self._path) == self._status

    def _keep_other(self) -> None:
        """Keep what stands in the file's place beside it if it is not what was last seen there. Raises OSError."""
        status = _status(self._path)
        if self._seen is None or status is None:
            return
        with suppress(FileNotFoundError):
            # Its time alone may have changed, and some network drives number their files anew.
            if status != self._status and self._path.read_bytes() != self._seen:
                self.kept.append(keep_aside(self._path, OTHER, datetime.now()))
            elif time.monotonic() >= self._copy_from:
                # A copy more is no reason not to save.
                with suppress(OSError):
                    keep_last_good(self._path, datetime.now().astimezone())
                self._copy_from = time.monotonic() + EVERY.total_seconds()

    def keep_written(self) -> None:
        """Keep a copy of what was written last, if that still stands there. Raises OSError."""
        if self._seen is not None and self._status is not None and _status(self._path) == self._status:
            keep_written(self._path, self._seen, datetime.now().astimezone())

    def _encode(self, tables: Mapping[str, Mapping[Any, Any]]) -> tuple[bytes, Chain]:
        own = [name for name in tables if name != CHAIN]
        for name in own:
            self._encoded[name] = _encode_rows(tables[name], self._encoded.get(name, _EncodedTable()))
        chain = self._chain if self._chain.length else _chain_in(tables)
        return _chained(_join({name: self._encoded[name] for name in own}), tables, chain)


def _status(path: Path) -> _Status | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def encode_tables(tables: Mapping[str, Mapping[Any, Any]], sealed: str = "") -> bytes:
    """Encode tables as a TinyDB file, one row a line, each row of ours with its checksum.

    `sealed` says when and by whom a meeting was sealed, for its chain.
    """
    own = {name: _encode_rows(rows, _EncodedTable()) for name, rows in tables.items() if name != CHAIN}
    return _chained(_join(own), tables, _chain_in(tables), sealed)[0]


def _chain_in(tables: Mapping[str, Mapping[Any, Any]]) -> Chain:
    return chain_of(links_of(tables.get(CHAIN, {})))


def _chained(
    content: bytes, tables: Mapping[str, Mapping[Any, Any]], chain: Chain, sealed: str = ""
) -> tuple[bytes, Chain]:
    """Add the chain to the file of a meeting that is approved, or was."""
    own = next(iter(tables.get(MEETING, {}).values()), None)
    if not chain.length and not (isinstance(own, dict) and own.get("approval")):
        return content, chain
    return with_link(content, chain, len(tables.get("history", {})), sealed)


def _join(tables: Mapping[str, _EncodedTable]) -> bytes:
    """Put encoded tables together to a whole file, with their checksums in the meeting's own row."""
    texts = {name: _table(table.lines) for name, table in tables.items()}
    own = tables[MEETING].values[0] if MEETING in tables and tables[MEETING].values else None
    if isinstance(own, dict):
        ours = {name: table for name, table in tables.items() if name != MEETING and table.is_ours}
        checks = {name: check_words(table.check) for name, table in ours.items()}
        row = {**own, CHECKS: checks, BYTES: {name: check_bytes(texts[name]) for name in ours}}
        texts[MEETING] = _table([with_crc(line) for line in _lines({"1": row})])
    return b"{" + b",\n".join(_key(name) + text for name, text in texts.items()) + b"}\n"


def _table(lines: Sequence[bytes]) -> bytes:
    return b"{\n" + b",\n".join(lines) + b"\n}"


def _encode_rows(rows: Mapping[Any, Any], before: _EncodedTable) -> _EncodedTable:
    """Encode a table's rows, taking those that stand where they stood last time from then.

    Frozen values can't have changed since; anything else is encoded afresh.
    """
    values = list(rows.values())
    shared = 0
    for old, new in zip(before.values, values, strict=False):
        if old is not new or not isinstance(new, msgspec.Struct):
            break
        shared += 1
    lines, checks = list(before.lines[:shared]), list(before.checks[:shared])
    check = checks[-1] if checks else 0
    for line, value in zip(_lines({key: rows[key] for key in list(rows)[shared:]}), values[shared:], strict=True):
        if isinstance(value, msgspec.Struct):
            line = with_crc(line)
            check = check_with(line, check)
            checks.append(check)
        lines.append(line)
    return _EncodedTable(values, lines, checks)


def _lines(rows: Mapping[Any, Any]) -> list[bytes]:
    """Encode each row with its key."""
    try:
        lines = _ENCODER.encode_lines(rows.values()).split(b"\n")
    except UnicodeEncodeError:
        # Half a surrogate pair is no character and has no UTF-8; one such must not keep a meeting off the disk.
        lines = [_without_surrogates(row) for row in rows.values()]
    return [_key(key) + line for key, line in zip(rows, lines, strict=False)]


def _key(name: object) -> bytes:
    return _ENCODER.encode(str(name)) + b":"


def _without_surrogates(row: Any) -> bytes:
    text = json.dumps(msgspec.to_builtins(row, str_keys=True), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", errors="replace")
