"""The hash chain at the end of an approved meeting's file: each write after the approval adds a link.

The table `chain` is the file's last. A link holds `changes`, the length of the history; `file`, the SHA-256 of the file
as it is without that table; `sealed`, when and by whom what was removed before was given up, in the link that did so;
`found`, when the file was found not to be as it was last written, in a link that stands for what was found; and `link`,
the SHA-256 of `LINK-BEFORE`, `changes`, `file`, `sealed` and, where it is there, `found`, a line each. What the chain
does not prove, and how to check it without this program, is told in `docs/files.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec

CHAIN = "chain"
"""The table of the links, from 1."""

_BEFORE = b',\n"chain":{\n'
_AFTER = b"\n}}\n"
_END = b"}\n"


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One write of an approved meeting, or what was found in its place."""

    changes: int
    file: str
    sealed: str = ""
    found: str = ""
    link: str = ""


class Chain(NamedTuple):
    """The links of a file, as they stand in it: the earlier ones are never encoded again."""

    lines: bytes = b""
    length: int = 0
    last: Link | None = None

    def and_one(self, link: Link) -> Chain:
        """Return the chain with one link more, which holds the hash of the one before it."""
        link = chained(link, self.last)
        line = _line(self.length + 1, link)
        return Chain(b",\n".join((self.lines, line)) if self.lines else line, self.length + 1, link)


def links_of(table: Mapping[Any, Any]) -> tuple[Link, ...]:
    """Read the links of a table as TinyDB gives it; none where they cannot be read."""
    try:
        return tuple(msgspec.convert(list(table.values()), list[Link]))
    except msgspec.ValidationError:
        return ()


def chain_of(links: Sequence[Link]) -> Chain:
    """Lay links out as they stand in a file."""
    lines = b",\n".join(_line(number, link) for number, link in enumerate(links, 1))
    return Chain(lines, len(links), links[-1] if links else None)


def with_link(content: bytes, chain: Chain, changes: int, sealed: str = "") -> tuple[bytes, Chain]:
    """Return a file with its chain, which has one link more unless the file is what it was; and the chain."""
    digest = sha256(content).hexdigest()
    if sealed or chain.last is None or (chain.last.file, chain.last.changes) != (digest, changes):
        chain = chain.and_one(Link(changes=changes, file=digest, sealed=sealed))
    return content.removesuffix(_END) + _BEFORE + chain.lines + _AFTER, chain


def with_found(content: bytes, links: Sequence[Link], changes: int, found: str) -> tuple[Link, ...]:
    """Return the links with one more that says that a file was found not to be as it was last written."""
    link = Link(changes=changes, file=sha256(without_chain(content)[0]).hexdigest(), found=found)
    return (*links, chained(link, links[-1] if links else None))


def chained(link: Link, before: Link | None) -> Link:
    """Return a link with its hash."""
    return msgspec.structs.replace(link, link=digest_of(link, before.link if before else ""))


def digest_of(link: Link, before: str) -> str:
    """Return the hash of a link, which holds that of the one before it."""
    found = f"{link.found}\n" if link.found else ""
    return sha256(f"{before}\n{link.changes}\n{link.file}\n{link.sealed}\n{found}".encode()).hexdigest()


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
    if not links or chain_of(links).lines != lines:
        return "the table chain is not as it was written"
    before = ""
    # What stands before a link that says what was found is told by that one.
    told = max((number for number, link in enumerate(links, 1) if link.found), default=0)
    for number, link in enumerate(links, 1):
        if link.link != digest_of(link, before) and number >= told:
            return f"link {number} of the table chain is not as it was written"
        before = link.link
    return "" if sha256(whole).hexdigest() == links[-1].file else "the file is not as it was written"


def _line(number: int, link: Link) -> bytes:
    return b'"%d":%b' % (number, msgspec.json.encode(link))
