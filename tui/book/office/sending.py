"""One meeting's next state on its way to the server: what of its rows is another, and what may be public of it."""

from __future__ import annotations

from pathlib import Path

from tui.book.disk.storage import encode_tables
from tui.book.file_names import file_name
from tui.book.inherited import withheld_before
from tui.book.meeting_file import read_meeting, tables_of
from tui.book.office.rows import Key, changed, digest_of, marked, rows_of
from tui.book.office.server import PublicVersion, Server, StoringAnswer, Version
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.redaction.inherited import inherit
from tui.meeting.redaction.public_version import public

Marks = dict[Key, tuple[int, str]]


class Sending:
    """What the server has of a meeting, so that only what is another goes there."""

    def __init__(self, server: Server, meeting: str) -> None:
        self._server = server
        self._meeting = meeting
        self._internal: Marks | None = None
        self._public: Marks = {}
        self._there = (0, "")

    def send(self, path: Path, content: bytes, base: tuple[int, str], holder: str, token: int) -> StoringAnswer:
        """Store a file's state upon the one that it follows: its version and digest. Raises BookError, also Away."""
        if self._internal is None or self._there != base:
            self._internal = self._server.marks(self._meeting) if base[0] else {}
            self._public = self._server.marks(self._meeting, public=True) if base[0] else {}
        rows = rows_of(content)
        meeting = read_meeting(path)
        shown = public_of(path, meeting)
        # Without a history, which would tell what was there before.
        shown_file = encode_tables(tables_of(Journal(meeting=shown)))
        shown_rows = rows_of(shown_file)
        version = Version(
            meeting=self._meeting,
            base=base[0],
            base_digest=base[1],
            digest=digest_of(path.name, content),
            name=path.name,
            tables=rows.tables,
            changes=sum(key.table == "history" for key in rows.lines),
            title=meeting.title,
            day=meeting.date,
            series=meeting.series,
            rows=changed(self._internal, rows),
            public=PublicVersion(
                name=file_name(shown),
                digest=digest_of(file_name(shown), shown_file),
                tables=shown_rows.tables,
                title=shown.title,
                series=shown.series,
                rows=changed(self._public, shown_rows),
            ),
        )
        self._there = (0, "")
        stored = self._server.store(version, holder, token)
        if stored.outcome == "stored":
            self._internal, self._public = marked(rows), marked(shown_rows)
            self._there = stored.version, version.digest
        return stored


def public_of(path: Path, meeting: Meeting) -> Meeting:
    """Return what may be public of a meeting."""
    return public(inherit(meeting, withheld_before(path, meeting, keep=False)))
