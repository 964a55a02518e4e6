"""A last place for a meeting whose own disk takes no more: somewhere else with room, named to the user."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tui.book.disk.atomic_write import create_file, make_folder
from tui.book.disk.storage import encode_tables
from tui.book.draft import TypedLine, write_draft
from tui.book.meeting_file import tables_of
from tui.meeting.history.journal import Journal


def keep_elsewhere(
    path: Path, journal: Journal, others: Mapping[str, Mapping[str, Any]], draft: TypedLine, now: datetime
) -> Path | None:
    """Write a meeting, and the line being typed, where there is room; return where. None if nothing takes it."""
    content = encode_tables(tables_of(journal, others))
    for folder in places_elsewhere(path):
        target = folder / f"{path.stem}.unsaved-{now:%Y%m%d-%H%M%S}.json"
        try:
            make_folder(folder, 0o700)
            create_file(target, content, 0o600)
            write_draft(target, draft)
        except OSError:
            if target.exists():
                return target
            continue
        return target
    return None


def places_elsewhere(path: Path) -> Iterator[Path]:
    """Return folders that are likely to be on other disks, or to have room."""
    yield path.parent
    try:
        from platformdirs import user_state_path

        yield user_state_path("minutebook", appauthor=False) / "unsaved"
        yield Path.home()
    except (RuntimeError, KeyError, OSError):
        # Nobody has no home.
        pass
    yield Path(tempfile.gettempdir())
