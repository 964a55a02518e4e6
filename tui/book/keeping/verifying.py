"""Telling whether an approved meeting's file is, byte for byte, what was last written."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tui.book.disk.chain import CHAIN, Link, links_of, without_chain
from tui.book.keeping.attesting import MISSING, chain_fault
from tui.book.meeting_file import read_bytes, read_stored
from tui.errors import BookError

_AT_MOST = 5
"""How many rows are named."""


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What a file's chain says of it."""

    faults: tuple[str, ...] = ()
    """What is not as it was written, and where; empty where every byte is."""
    links: tuple[Link, ...] = ()
    """The writes since the approval; empty where there is no chain, or it can't be read."""
    approved: bool = False


def verify(path: Path) -> Verified:
    """Compare a meeting's file with its chain. Raises BookError where it cannot be read at all."""
    content = read_bytes(path)
    lines = without_chain(content)[1]
    try:
        stored = read_stored(path)
    except BookError as damaged:
        if lines is None:
            raise
        return Verified(faults=(str(damaged),), approved=True)
    approved = stored.journal.meeting.approval is not None
    fault = chain_fault(content, approved=approved)
    if fault == MISSING:
        return Verified(faults=(MISSING,), approved=approved)
    links = links_of(stored.others.get(CHAIN, {})) if lines is not None else ()
    found = tuple(
        f"found {link.found} not to be as last written: link {at}" for at, link in enumerate(links, 1) if link.found
    )
    if not fault:
        return Verified(faults=found, links=links, approved=approved)
    hurt = tuple(f"{row} is not as it was written" for row in stored.hurt[:_AT_MOST])
    beside = "each row fits its checksum: what was changed stands outside the rows, or was changed on purpose"
    return Verified(faults=(fault, *(hurt or (beside,)), *found), links=links, approved=approved)
