"""The last good copies of a meeting's file: what stood in it before it was saved anew, a few of them, by age.

They stand in the folder `.copies` beside the meeting, in one of the meeting file's name, each named after when it was
saved, in UTC. While the meeting is open, a copy is a second name of the file that is being replaced, which costs no
more than a name; at its close one is written, which shares nothing with the file that others may write over.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tui.book.disk.atomic_write import create_file, keep_copy, make_folder, private_mode

COPIES = ".copies"
"""The folder of a book in which they stand."""

EVERY = timedelta(minutes=15)
"""How far apart two of them are at least, while a meeting is being written."""

_AGES = (timedelta(hours=1), timedelta(days=1), timedelta(days=7), timedelta(days=31))
"""Those of the first hour stay, so far apart; of each longer span up to the last one stays, and one that is older."""

_ASIDE = "-aside"
"""In the names of copies that were asked for, and stay for the first hour whatever stands beside them."""

_STAMP = "%Y%m%d-%H%M%S.%fZ"


class LastGood(NamedTuple):
    """A copy of a meeting's file."""

    path: Path
    at: datetime
    """When what it holds was saved."""


def copies_folder(path: Path) -> Path:
    """Say where the copies of a meeting's file stand."""
    return path.parent / COPIES / path.stem


def last_good(path: Path) -> list[LastGood]:
    """Return the copies of a meeting's file, the newest first. Raises OSError."""
    folder = copies_folder(path)
    if not folder.is_dir():
        return []
    return sorted(_listed(folder), key=lambda one: (one.at, one.path.name), reverse=True)


def keep_last_good(path: Path, now: datetime) -> None:
    """Keep what stands in a meeting's file, unless it is hardly younger than its last copy. Raises OSError."""
    saved, there = _saved(path), last_good(path)
    # A copy that seems to be of tomorrow was made before the clock was set back.
    if there and timedelta() <= saved - there[0].at < EVERY:
        return
    target = copies_folder(path) / f"{saved:{_STAMP}}.json"
    _make_folders(path)
    with suppress(FileExistsError):
        keep_copy(path, target)
    _thin(path, now)


def keep_written(path: Path, content: bytes, now: datetime) -> None:
    """Keep what was written into a meeting's file last, in a file of its own. Raises OSError."""
    _make_folders(path)
    target = copies_folder(path) / f"{_saved(path):{_STAMP}}.json"
    if not target.exists():
        create_file(target, content, stat.S_IMODE(path.stat().st_mode))
    _thin(path, now)


def keep_state(path: Path, content: bytes, at: datetime) -> Path:
    """Keep a state of a meeting as a copy of its file, whatever the age of the others. Raises OSError."""
    _make_folders(path)
    for attempt in range(1, 100):
        more = f"{_ASIDE}{attempt if attempt > 1 else ''}"
        target = copies_folder(path) / f"{at.astimezone(UTC):{_STAMP}}{more}.json"
        with suppress(FileExistsError):
            create_file(target, content, private_mode(path))
            return target
    raise FileExistsError(f"there are too many copies of {path.name}")


def move_last_good(path: Path, target: Path) -> None:
    """Let the copies of a meeting's file follow it to another name. Raises OSError."""
    there = last_good(path)
    if not there:
        return
    _make_folders(target)
    for one in there:
        one.path.rename(copies_folder(target) / one.path.name)
    forget_empty(copies_folder(path))


def forget_empty(folder: Path) -> None:
    """Remove a folder of copies, and that of all of them, unless something is left there."""
    with suppress(OSError):
        folder.rmdir()
        folder.parent.rmdir()


def _make_folders(path: Path) -> None:
    folder = copies_folder(path)
    # A group that writes in the book may bring a state back as well.
    mode = 0o700 | (0o070 if private_mode(path.parent) & 0o060 else 0)
    make_folder(folder.parent, mode)
    make_folder(folder, mode)


def _listed(folder: Path) -> Iterator[LastGood]:
    for file in folder.glob("*.json"):
        with suppress(ValueError):
            stamp = file.stem.partition("Z")[0]
            yield LastGood(file, datetime.strptime(f"{stamp}Z", _STAMP).replace(tzinfo=UTC))


def _saved(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _thin(path: Path, now: datetime) -> None:
    for one in _superfluous(last_good(path), now):
        one.path.unlink(missing_ok=True)


def _superfluous(copies: list[LastGood], now: datetime) -> list[LastGood]:
    """Return those copies, of all from the newest on, that need not be kept any more."""
    if not copies:
        return []
    spans: dict[int, list[LastGood]] = {}
    for one in copies:
        age = now.astimezone(UTC) - one.at
        spans.setdefault(sum(age >= limit for limit in _AGES), []).append(one)
    newest, *first = spans.pop(0, copies[:1])
    far: list[LastGood] = []
    for one in reversed(first):
        if not far or _ASIDE in one.path.name or one.at - far[-1].at >= EVERY:
            far.append(one)
    # Within a span the oldest stays, which is the next to reach the one beyond; there the newest does.
    old = spans.pop(len(_AGES), [])[1:]
    gone = [*(one for one in first if one not in far), *old, *(one for span in spans.values() for one in span[:-1])]
    return [one for one in gone if one != newest]
