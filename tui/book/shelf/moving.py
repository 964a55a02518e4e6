"""Moving a meeting's file, and what is kept beside it, to another name: after its day or title was changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.book.disk.atomic_write import in_words, make_folder, sync_folder
from tui.book.disk.last_good import move_last_good
from tui.book.disk.lock import lock_meeting
from tui.book.disk.meeting_on_disk import fold_tail
from tui.book.disk.tail_file import tail_path
from tui.book.draft import draft_path
from tui.book.file_names import PAPERS, file_name, paper_path
from tui.book.keeping.holding import holds_path
from tui.book.meeting_file import DamagedMeeting
from tui.errors import BadInput, BookError
from tui.meeting.history.journal import Journal
from tui.meeting.history.replay import as_it_stood
from tui.meeting.model import Meeting

_NAMING = frozenset({"title", "date", "header"})
"""The fields of a meeting that its file is named after."""
_WITHHELD = ".withheld.txt"


def named_after_itself(path: Path, journal: Journal) -> Path:
    """Return the path that a meeting's file should have: its own where somebody named it, else by day and series."""
    target = path.with_name(file_name(journal.meeting))
    return target if path == target or path.name in _names_borne(journal) else path


def rename_to_fit(path: Path, journal: Journal) -> Path:
    """Rename a meeting's file after what its day and series are now, and return its path.

    Raises MeetingHeld where another program has it open, BadInput where another meeting has that name, BookError.
    """
    target = named_after_itself(path, journal)
    if target != path:
        free_name(path, target)
        move_meeting(path, target)
    return target


def free_name(path: Path, target: Path) -> None:
    """Raise BadInput where another meeting has the name that a meeting's file should get."""
    if target != path and target.exists():
        hint = "give another date or series, or move that one first"
        raise BadInput("there is a meeting of that date and series already", where=target, hint=hint)


def move_meeting(path: Path, target: Path) -> None:
    """Move a meeting's file to a name that is free, then what is kept beside it. Raises MeetingHeld, BookError."""
    lock = lock_meeting(path)
    try:
        with suppress(DamagedMeeting):
            # A file that can't be read takes its tail along.
            fold_tail(path)
        _move(path, target)
        for old, new in _beside(path, target):
            # The meeting is where it should be; a paper that stays behind is no reason to say it is not.
            with suppress(OSError):
                make_folder(new.parent, 0o700)
                old.rename(new)
        with suppress(OSError):
            move_last_good(path, target)
        sync_folder(target.parent)
        sync_folder(path.parent)
    except OSError as error:
        message = f"the meeting's file cannot be moved: {in_words(error)}"
        raise BookError(message, where=path, hint=f"its name should be {target.name}") from None
    finally:
        lock.release()
        with suppress(OSError):
            path.with_name(f".{path.name}.lock").unlink()


def _move(path: Path, target: Path) -> None:
    if target.exists():
        raise FileExistsError(f"{target.name} is there already")
    path.rename(target)


def _beside(path: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """Return the files that are kept beside a meeting's, each with the name that follows from the meeting's new one."""
    yield draft_path(path), draft_path(target)
    yield tail_path(path), tail_path(target)
    yield holds_path(path), holds_path(target)
    yield path.with_name(path.stem + _WITHHELD), target.with_name(target.stem + _WITHHELD)
    papers = path.with_name(PAPERS)
    if papers.is_dir():
        for paper in sorted(papers.iterdir()):
            if paper.stem == path.stem:
                yield paper, paper_path(target, paper.suffix)


def _names_borne(journal: Journal) -> set[str]:
    """Return the names that the meeting's file had by its day and series, now and before each change of them."""
    states: list[Meeting] = [journal.meeting]
    for place, change in enumerate(journal.history):
        told = (part for part in change.parts if part.table == "meeting")
        if any(_NAMING & {*(part.before or {}), *(part.after or {})} for part in told):
            states.append(as_it_stood(journal, place))
    return {file_name(meeting) for meeting in states}
