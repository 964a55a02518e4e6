"""Actions as comma-separated values (RFC 4180) that a spreadsheet shows and never calculates.

A cell that begins with a character by which a spreadsheet knows a formula gets an apostrophe before it, as OWASP's
advice on CSV injection has it; so does one that begins with an apostrophe, so that every word can be had back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.text.sanitizing import printable
from tui.notes.actions.chain import heard_words, related_words, step_words

COLUMNS = (
    "ref",
    "text",
    "owners",
    "holders",
    "due",
    "due_date",
    "status",
    "overdue",
    "meeting",
    "meeting_date",
    "meeting_file",
    "series",
    "section",
    "topic",
    "origin_title",
    "origin_date",
    "restricted",
    "heard",
    "steps",
    "replaced_by",
    "replaces",
    "uid",
)
"""The first line; the names are those of the json rows."""

_ACTIVE = frozenset("=+-@\t\r\n'＝＋－＠")
"""The first characters of what a spreadsheet may take for a formula, and the apostrophe itself."""

_WORDS = re.compile(r"[^\t\r\n]+")


def action_csv(rows: Iterable[RegisterRow], separator: str = ",") -> str:
    """Write actions as a CSV file with a line of names."""
    return csv_page(COLUMNS, ([cell(words) for words in _cells(row)] for row in rows), separator)


def csv_page(columns: Iterable[str], rows: Iterable[Iterable[str]], separator: str = ",") -> str:
    """Write cells as a CSV file with a line of names."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n", delimiter=separator)
    writer.writerow(columns)
    writer.writerows(rows)
    return page.getvalue()


def csv_file(page: str) -> bytes:
    """Return the bytes of a CSV file: with the mark by which Excel knows at a double click that they are UTF-8."""
    return page.encode("utf-8-sig", errors="replace")


def cell(words: str) -> str:
    """Return the cell of some words: control characters visible, formulas without effect."""
    shown = words if words.isprintable() else _WORDS.sub(lambda found: printable(found[0]), words)
    return f"'{shown}" if shown[:1] in _ACTIVE and shown else shown


def _cells(row: RegisterRow) -> Iterable[str]:
    yield row.ref
    yield row.text
    yield "; ".join(row.owners)
    yield "; ".join(row.holders)
    yield row.due
    yield row.due_date.isoformat() if row.due_date else ""
    yield row.status.value
    yield "yes" if row.overdue else "no"
    yield row.meeting
    yield row.meeting_date.isoformat()
    yield row.meeting_file
    yield row.series
    yield row.section
    yield row.topic
    yield row.origin_title
    yield row.origin_date.isoformat()
    yield "yes" if row.restricted else "no"
    yield "\n".join(map(heard_words, row.heard))
    yield "\n".join(map(step_words, row.steps))
    yield related_words(row.replaced_by) if row.replaced_by else ""
    yield "\n".join(map(related_words, row.replaces))
    yield row.uid
