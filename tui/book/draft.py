"""The line that is typed and not stored yet, in a small file beside the meeting."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from tui.book.disk.atomic_write import private_mode, replace_file
from tui.given import read_given
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind, Value


class TypedLine(Value, frozen=True, kw_only=True):
    """A line as it stood in the capture line."""

    meeting: str
    """The meeting's id, so that another meeting's file of the same name does not take the line over."""
    after: int
    """How many changes the history held while the line was being typed."""
    line: str = ""
    kind: Kind = Kind.NOTE
    """The kind that the line was to take."""


def draft_path(path: Path) -> Path:
    """Say where the draft of a meeting file stands."""
    return path.with_name(f".{path.name}.draft.json")


def write_draft(path: Path, draft: TypedLine) -> None:
    """Put the draft on the disk; an empty one removes the file. Raises OSError."""
    file = draft_path(path)
    if draft.line:
        content = msgspec.json.encode(msgspec.structs.replace(draft, line=_encodable(draft.line)))
        # Whoever may read the meeting may read the line, and nobody else.
        replace_file(file, content, mode=private_mode(path) if path.exists() else private_mode(path.parent))
    else:
        file.unlink(missing_ok=True)


def read_draft(path: Path, journal: Journal, *, since: int | None = None) -> TypedLine | None:
    """Return the line that was typed and is not in the journal; None where there is none.

    A draft from before the journal's last change has been stored by it, or given up. `since` stands for the
    length of the history where that was renumbered.
    """
    with suppress(OSError, ValueError):
        draft = msgspec.json.decode(read_given(draft_path(path)), type=TypedLine)
        revision = len(journal.history) if since is None else since
        if draft.line and draft.meeting == journal.meeting.id and draft.after >= revision:
            return draft
    return None


def _encodable(line: str) -> str:
    """Replace the halves of surrogate pairs, which have no UTF-8."""
    return line.encode("utf-8", errors="replace").decode("utf-8")
