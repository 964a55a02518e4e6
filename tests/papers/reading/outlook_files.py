"""Mails as Outlook saves them, made for tests: a compound file of a few small streams."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_END, _FREE, _NONE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR, _SMALL = 512, 64
_SUBJECT, _BODY, _SENDER, _SENT = 0x0037, 0x1000, 0x0C1A, 0x0039
_TEXT, _TIME = 0x001F, 0x0040


def msg(path: Path, *, subject: str, body: str, sender: str, sent: datetime) -> Path:
    """Write a mail of Outlook with its subject, words, sender and day."""
    texts = {_SUBJECT: subject, _BODY: body, _SENDER: sender}
    since = sent.astimezone(UTC) - datetime(1601, 1, 1, tzinfo=UTC)
    ticks = int(since.total_seconds()) * 10_000_000
    properties = bytes(32) + struct.pack("<HHIQ", _TIME, _SENT, 6, ticks)
    streams: dict[str, bytes] = {}
    for tag, words in texts.items():
        encoded = words.encode("utf-16-le")
        properties += struct.pack("<HHIII", _TEXT, tag, 6, len(encoded) + 2, 0)
        streams[f"__substg1.0_{tag:04X}{_TEXT:04X}"] = encoded
    streams["__properties_version1.0"] = properties
    path.write_bytes(_compound(streams))
    return path


def _padded(content: bytes, size: int, fill: bytes = b"\0") -> bytes:
    return content + fill * (-len(content) % size)


def _chain(first: int, count: int) -> list[int]:
    return [first + at + 1 for at in range(count - 1)] + [_END]


def _compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file whose streams all stand in its stream of small ones."""
    small, small_table, entries = b"", [], []
    for name, content in streams.items():
        first = len(small) // _SMALL
        padded = _padded(content, _SMALL)
        small_table += _chain(first, len(padded) // _SMALL)
        small += padded
        entries.append((name, 2, first, len(content)))
    small = _padded(small, _SECTOR)
    count = len(small) // _SECTOR
    directory = [_entry("Root Entry", 5, 3, len(small), child=1)]
    for at, (name, kind, first, size) in enumerate(entries, 1):
        after = at + 1 if at < len(entries) else _NONE
        directory.append(_entry(name, kind, first, size, right=after))
    listed = _padded(b"".join(directory), _SECTOR)
    pages = len(listed) // _SECTOR
    table = [_TABLE, *_chain(1, 1), *_chain(2, 1), *_chain(3, count), *_chain(3 + count, pages)]
    tables = struct.pack(f"<{len(table)}I", *table), struct.pack(f"<{len(small_table)}I", *small_table)
    free = b"\xff"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 3 + count, 0, 4096, 1, 1, _END, 0, 0)
    header += b"\xff" * (_SECTOR - len(header))
    return (
        header + _padded(tables[0], _SECTOR, free) + _padded(tables[1], _SECTOR, free) + bytes(_SECTOR) + small + listed
    )


def _entry(name: str, kind: int, first: int, size: int, *, right: int = _NONE, child: int = _NONE) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded) + 2, kind, 1, _NONE, right, child)
    return head + bytes(36) + struct.pack("<IQ", first, size)
