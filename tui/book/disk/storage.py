"""A TinyDB storage that a kill, a power cut or a full disk cannot damage.

The file is JSON that plain TinyDB reads, with one row a line, so that an error has a line to name and a
difference between two versions can be read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from tui.book.disk.atomic_write import remove_leftovers, replace_file

_ENCODER = msgspec.json.Encoder()


class AtomicStorage(Storage):
    """Keep a TinyDB in one file that is always whole; a symbolic link is written through to its target."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path).resolve()
        self._encoded: dict[str, tuple[Sequence[Any], list[bytes]]] = {}
        remove_leftovers(self._path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables as they are on the disk, never from memory; None where there is no file yet."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None
        return msgspec.json.decode(content, type=dict[str, dict[str, Any]]) if content else None

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Put the tables on the disk, in the order given. Raises OSError with the old file whole."""
        replace_file(self._path, self._encode(data))

    def _encode(self, tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
        return join_tables({name: self._encode_rows(name, rows) for name, rows in tables.items()})

    def _encode_rows(self, name: str, rows: Mapping[Any, Any]) -> list[bytes]:
        """Encode a table's rows, taking those that stand where they stood last time from then.

        Frozen values can't have changed since; anything else is encoded afresh.
        """
        values = list(rows.values())
        before, lines = self._encoded.get(name, ((), []))
        shared = 0
        for old, new in zip(before, values, strict=False):
            if old is not new or not isinstance(new, msgspec.Struct):
                break
            shared += 1
        fresh = encode_rows({key: rows[key] for key in list(rows)[shared:]}) if shared else encode_rows(rows)
        lines = lines[:shared] + fresh
        self._encoded[name] = (values, lines)
        return lines


def encode_tables(tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """Encode tables as a TinyDB file, one row a line."""
    return join_tables({name: encode_rows(rows) for name, rows in tables.items()})


def join_tables(tables: Mapping[str, list[bytes]]) -> bytes:
    """Put encoded rows together to a whole file."""
    texts = [_key(name) + b"{\n" + b",\n".join(rows) + b"\n}" for name, rows in tables.items()]
    return b"{" + b",\n".join(texts) + b"}\n"


def encode_rows(rows: Mapping[Any, Any]) -> list[bytes]:
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
