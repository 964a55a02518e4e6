"""Comparing an approved meeting's file with its chain at opening, so that the next write does not cover a change.

What was found is given a link of its own before anything is written over it: from then on the chain says so for good.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.book.disk.chain import CHAIN, fault_of, links_of, with_found, without_chain
from tui.book.disk.checksums import CHECKS
from tui.book.disk.encodings import as_utf8
from tui.book.meeting_file import ROW_TABLES, Stored
from tui.meeting.dates.written_dates import said_date

MISSING = "the chain is missing: changed, taken away, or approved by an older program"
_OWN = frozenset({"meeting", *ROW_TABLES})


def chain_fault(content: bytes, *, approved: bool) -> str:
    """Say what is wrong with the chain of a file; empty for a draft, and where each byte is as it was last written."""
    if without_chain(content)[1] is not None:
        return fault_of(content)
    return MISSING if approved or b'"chain":' in content else ""


def changed_words(stored: Stored) -> str:
    """Say that approved minutes are not as they were last written; empty if they are, or nothing tells."""
    meeting, content = stored.journal.meeting, stored.content
    fault = chain_fault(content, approved=meeting.approval is not None)
    if not fault or (fault == MISSING and b'"%b":' % CHECKS.encode() not in content):
        # Programs from before the checksums knew no chain.
        return ""
    return f"not as last written since the approval: {fault}; changed outside minutebook, see minutebook verify"


def attested(stored: Stored, day: date) -> Stored:
    """Return what was read of a file with a link that stands for what was found in it."""
    changes = len(stored.journal.history)
    links = with_found(stored.content, links_of(stored.others.get(CHAIN, {})), changes, f"on {said_date(day)}")
    table = {str(number): msgspec.to_builtins(link) for number, link in enumerate(links, 1)}
    return replace(stored, others={**stored.others, CHAIN: table})


def others_in(content: bytes) -> dict[str, dict[str, Any]]:
    """Return the tables of a damaged file that are not ours, as far as they can be read, the chain by itself."""
    content = as_utf8(content)
    try:
        tables: Mapping[str, Any] = msgspec.json.decode(content, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        lines = without_chain(content)[1]
        try:
            tables = {CHAIN: msgspec.json.decode(b"{" + (lines or b"") + b"}")}
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            tables = {}
    return {name: rows for name, rows in tables.items() if name not in _OWN and isinstance(rows, dict) and rows}
