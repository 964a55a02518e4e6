"""Holds: a meeting on which one stands is not sealed, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from tui.book.disk.atomic_write import private_mode, replace_file
from tui.book.disk.lock import lock_meeting
from tui.errors import BadInput, BookError


class Hold(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """That nothing of a meeting may be given up, as where a court or an auditor asks for it."""

    at: datetime
    by: str
    reason: str = ""
    released: datetime | None = None
    released_by: str = ""


def holds_path(path: Path) -> Path:
    """Say where the holds on a meeting stand: beside it, so that the meeting's own file stays as it is."""
    real = path.resolve()
    return real.with_name(f".{real.name}.holds.json")


def read_holds(path: Path) -> tuple[Hold, ...]:
    """Return every hold there has been on a meeting. Raises BookError."""
    file = holds_path(path)
    try:
        return msgspec.json.decode(file.read_bytes(), type=tuple[Hold, ...])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError):
        raise BookError("the holds on the meeting cannot be read", where=file, hint="put back a copy of it") from None


def standing(path: Path) -> Hold | None:
    """Return the hold that stands on a meeting; None where none does. Raises BookError."""
    return next((hold for hold in read_holds(path) if hold.released is None), None)


def hold(path: Path, by: str, reason: str, at: datetime) -> None:
    """Put a hold on a meeting. Raises BadInput where one stands; MeetingHeld where another program has it open."""
    with _locked(path):
        if standing(path) is not None:
            raise BadInput("the meeting is held already", where=path, hint="release that hold first")
        _write(path, (*read_holds(path), Hold(at=at, by=by, reason=reason)))


def release(path: Path, by: str, at: datetime) -> None:
    """Release the hold that stands on a meeting; that it stood stays noted. Raises as `hold` does."""
    with _locked(path):
        if standing(path) is None:
            raise BadInput("no hold stands on the meeting", where=path)
        *earlier, last = read_holds(path)
        _write(path, (*earlier, msgspec.structs.replace(last, released=at, released_by=by)))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep others from sealing a meeting while a hold is put on it."""
    lock = lock_meeting(path.resolve())
    try:
        yield
    finally:
        lock.release()


def _write(path: Path, holds: tuple[Hold, ...]) -> None:
    try:
        replace_file(holds_path(path), msgspec.json.encode(holds), mode=private_mode(path))
    except OSError as error:
        raise BookError(f"the hold cannot be written: {error.strerror}", where=holds_path(path)) from None
