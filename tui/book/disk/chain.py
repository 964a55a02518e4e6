"""The hash chain at the end of an approved meeting's file: each write after the approval adds a link.

The table `chain` is the file's last. A link holds `changes`, the length of the history; `file`, the SHA-256 of the file
as it is without that table; `sealed`, when and by whom what was removed before was given up, in the link that did so;
and `link`, the SHA-256 of `LINK-BEFORE`, `changes`, `file` and `sealed`, a line each. What the chain does not prove,
and how to check it without this program, is told in `docs/files.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

CHAIN = "chain"
"""The table of the links, from 1."""

_BEFORE = b',\n"chain":{\n'
_AFTER = b"\n}}\n"
_END = b"}\n"


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One write of an approved meeting."""

    changes: int
    file: str
    sealed: str = ""
    link: str = ""


def links_of(table: Mapping[Any, Any]) -> tuple[Link, ...]:
    """Read the links of a table as TinyDB gives it; none where they cannot be read."""
    try:
        return tuple(msgspec.convert(list(table.values()), list[Link]))
    except msgspec.ValidationError:
        return ()


def with_link(content: bytes, links: Sequence[Link], changes: int, sealed: str = "") -> tuple[bytes, tuple[Link, ...]]:
    """Return a file with its chain, which has one link more unless the file is what it was; and the links."""
    digest = sha256(content).hexdigest()
    if sealed or not links or (links[-1].file, links[-1].changes) != (digest, changes):
        link = Link(changes=changes, file=digest, sealed=sealed)
        links = [*links, msgspec.structs.replace(link, link=digest_of(link, links[-1].link if links else ""))]
    return content.removesuffix(_END) + _BEFORE + _lines(links) + _AFTER, tuple(links)


def digest_of(link: Link, before: str) -> str:
    """Return the hash of a link, which holds that of the one before it."""
    return sha256(f"{before}\n{link.changes}\n{link.file}\n{link.sealed}\n".encode()).hexdigest()


def without_chain(content: bytes) -> tuple[bytes, bytes | None]:
    """Part a file into what its chain is about, and the lines of the chain; None where it has none."""
    head, mark, lines = content.rpartition(_BEFORE)
    if not mark or not lines.endswith(_AFTER):
        return content, None
    return head + _END, lines.removesuffix(_AFTER)


def fault_of(content: bytes) -> str:
    """Say what is wrong with a file that has a chain; empty where every byte is as it was last written."""
    whole, lines = without_chain(content)
    if lines is None:
        return "the table chain is not as it was written"
    try:
        links = links_of(msgspec.json.decode(b"{" + lines + b"}", type=dict[str, Any]))
    except (msgspec.DecodeError, UnicodeDecodeError):
        links = ()
    if not links or _lines(links) != lines:
        return "the table chain is not as it was written"
    before = ""
    for number, link in enumerate(links, 1):
        if link.link != digest_of(link, before):
            return f"link {number} of the table chain is not as it was written"
        before = link.link
    return "" if sha256(whole).hexdigest() == links[-1].file else "the file is not as it was written"


def _lines(links: Sequence[Link]) -> bytes:
    rows = (b'"%d":%b' % (number, msgspec.json.encode(link)) for number, link in enumerate(links, 1))
    return b",\n".join(rows)
