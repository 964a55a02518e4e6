"""Which encoding a meeting's file is in, where an editor or another program has saved it anew in one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDE = (
    # The longer marks first: one begins with the other.
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"{\0\0\0", "utf-32-le"),
    (b"\0\0\0{", "utf-32-be"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
)
_BYTE_WIDE = ("cp1252", "latin-1", "cp850", "mac-roman")
"""Encodings in which a character is a byte, the likeliest first."""

_LONGEST = 8_000_000
"""Bytes of a file that is read in one encoding after another."""
_UNREAD = re.compile("[\udc80-\udcff]")


def wide_encoding(content: bytes) -> str:
    """Name the encoding of a file whose characters have two or four bytes, `UTF-16`; empty for any other."""
    encoding = _wide(content)
    return encoding[:6].upper() if encoding else ""


def as_utf8(content: bytes) -> bytes:
    """Return a file's bytes as they would be in UTF-8; as they are where they are of no other encoding for certain."""
    encoding = _wide(content)
    return content.decode(encoding, "replace").removeprefix("\ufeff").encode() if encoding else content


def readings(content: bytes) -> Iterator[str]:
    """Give what the text of a damaged file may be, the likeliest first; what cannot be read stands as surrogates."""
    content = as_utf8(content)
    text = content.decode("utf-8", "surrogateescape")
    yield text
    if len(content) <= _LONGEST and _UNREAD.search(text):
        yield from (content.decode(encoding, "surrogateescape") for encoding in _BYTE_WIDE)


def _wide(content: bytes) -> str:
    return next((encoding for mark, encoding in _WIDE if content.startswith(mark)), "")
