"""The checksums of a meeting file: one in each row, and one over the rows of each table.

A row ends with `"crc"`: the CRC-32, in eight hexadecimal digits, of the row as compact JSON without that field. The
meeting's own row has `"checks"` before it: by table, the CRC-32 of a line `KEY:CRC` for each row. Both are over what a
row says and not over its bytes, so that a file which another program has laid out anew is still known to be whole.
`"bytes"` is, by table, the CRC-32 of the table as it stands in the file: where that fits, no row need be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zlib import crc32

import msgspec

CRC = "crc"
"""The field of a row that holds its checksum."""
CHECKS = "checks"
"""The field of the meeting's row that holds those of the tables."""
BYTES = "bytes"
"""The field of the meeting's row that holds those of the tables' bytes."""
MEETING = "meeting"
"""The table of the meeting's own row."""

_FIELD = b',"crc":"%08x"}'
_LENGTH = len(_FIELD % 0)

_ROWS = msgspec.json.Decoder(dict[str, msgspec.Raw])


def with_crc(line: bytes) -> bytes:
    """Return an encoded row, with its key before it, with its checksum."""
    start = line.index(b'":') + 2
    row = line[start:]
    return line[:-1] + (_FIELD % crc32(row))[row == b"{}" :]


def crc_of(row: bytes) -> str:
    """Return the checksum of an encoded row without one."""
    return f"{crc32(row):08x}"


def check_with(line: bytes, before: int = 0) -> int:
    """Return the checksum over a table with one more row, `"KEY":{…}` with its own; `before` is that without it."""
    return crc32(b"%b:%b\n" % (line[1 : line.index(b'":')], line[-10:-2]), before)


def check_bytes(table: bytes | msgspec.Raw) -> str:
    """Return the checksum of a table as it stands in the file."""
    return check_words(crc32(table))


def check_words(check: int) -> str:
    """Write the checksum over a table as it stands in the file."""
    return f"{check:08x}"


def is_whole(row: bytes) -> bool | None:
    """Say whether an encoded row is as it was written; None if it has no checksum."""
    bare = row[:-_LENGTH] + b"}"
    if row[-_LENGTH:] == _FIELD % crc32(bare):
        return True
    try:
        fields = msgspec.json.decode(row)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return has_kept(fields) if isinstance(fields, dict) else False


def has_kept(fields: Mapping[str, Any]) -> bool | None:
    """Say whether a row says what it said when it was written; None if it has no checksum."""
    if CRC not in fields:
        return None
    try:
        return bool(fields[CRC] == crc_of(msgspec.json.encode({n: v for n, v in fields.items() if n != CRC})))
    except (UnicodeEncodeError, RecursionError):
        return False


def hurt_rows(table: msgspec.Raw, check: object, as_it_stood: object = None) -> frozenset[str]:
    """Return the keys of a table's rows that are not as they were written; `as_it_stood` is the checksum of its bytes.

    The key is empty if each row is whole, yet they are not those that were written. Raises DecodeError and its like.
    """
    if as_it_stood == check_bytes(table):
        return frozenset()
    hurt: set[str] = set()
    whole = 0
    for key, raw in _ROWS.decode(table).items():
        row = bytes(raw)
        if not is_whole(row):
            hurt.add(key)
        whole = crc32(b"%b:%b\n" % (key.encode(), _crc_within(row)), whole)
    return frozenset(hurt) if hurt or check_words(whole) == check else frozenset({""})


def _crc_within(row: bytes) -> bytes:
    """Return the checksum that stands in a row, wherever another program has put it."""
    if row[-_LENGTH : -_LENGTH + 8] == _FIELD[:8]:
        return row[-10:-2]
    try:
        fields = msgspec.json.decode(row)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # In a field that is not known, which reading the rows passes over.
        return b""
    return str(fields.get(CRC, "") if isinstance(fields, dict) else "").encode()
