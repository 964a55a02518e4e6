"""A layer under the program's files that hears of every call that changes something, and can let one of them fail."""

from __future__ import annotations

import errno
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from tui.book.disk import replace_folder
from tui.book.disk.replace_folder import _exchanged_at_once

ERRORS = ("ENOSPC", "EIO", "EACCES", "EDQUOT", "ENOLCK", "ESTALE")


class Layer:
    """Counts the calls that change something below a folder, and lets one of them fail."""

    def __init__(self, folder: Path, fails: int = 0, error: str = "EIO", *, short: bool = False) -> None:
        self.folder = folder.resolve()
        self._folder = str(self.folder)
        self._fails = fails
        self._error = error
        self._short = short
        self.calls: list[str] = []
        """What the calls were, in order."""

    def meets(self, call: str, path: object) -> bool:
        """Count a call; return whether it is the one that fails."""
        if not self._is_below(path):
            return False
        self.calls.append(call)
        return len(self.calls) == self._fails

    def error(self, path: object) -> OSError:
        number = getattr(errno, self._error)
        return OSError(number, os.strerror(number), str(path))

    def happened(self, call: str, path: str, *more: Any) -> None:
        """Hear of a call that has succeeded: what was written, or the other path."""

    @contextmanager
    def within(self) -> Iterator[Layer]:
        """Put the layer under the program for a while."""
        named = {"rename": ("rename", "replace"), "link": ("link",), "unlink": ("unlink",), "mkdir": ("mkdir",)}
        patches: list[Any] = [
            mock.patch.object(os, "open", self._opening(os.open)),
            mock.patch.object(os, "fdopen", self._wrapping(os.fdopen)),
            mock.patch.object(io, "open", self._opening_file(io.open)),
            mock.patch.object(os, "fsync", self._syncing(os.fsync)),
            mock.patch.object(fcntl, "flock", self._locking(fcntl.flock)),
            mock.patch.object(replace_folder, "_exchanged_at_once", self._exchanging),
            mock.patch.object(os, "rmdir", self._hearing("rmdir", os.rmdir)),
        ]
        patches += [
            mock.patch.object(os, name, self._failing(call, getattr(os, name)))
            for call, names in named.items()
            for name in names
        ]
        for patch in patches:
            patch.start()
        try:
            yield self
        finally:
            for patch in patches:
                patch.stop()

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            changes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if changes and self.meets("open", path):
                raise self.error(path)
            descriptor = real(path, flags, *rest, **more)
            if changes and self._is_below(path):
                self.happened("open", os.fsdecode(path), bool(flags & os.O_TRUNC))
            return descriptor

        return opened

    def _wrapping(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def file_of(descriptor: int, *rest: Any, **more: Any) -> Any:
            return _File(self, real(descriptor, *rest, **more), _path_of(descriptor))

        return file_of

    def _opening_file(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if not set(mode) & set("wxa+") or not self._is_below(path):
                return real(path, mode, *rest, **more)
            if self.meets("open", path):
                raise self.error(path)
            file = real(path, mode, *rest, **more)
            self.happened("open", os.fsdecode(path), "w" in mode)
            return _File(self, file, os.fsdecode(path))

        return opened

    def _syncing(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def synced(descriptor: int) -> None:
            path = _path_of(descriptor)
            call = "folder fsync" if os.path.isdir(path) else "fsync"  # noqa: PTH112 - as the call has it
            if self.meets(call, path):
                raise self.error(path)
            real(descriptor)
            if self._is_below(path):
                self.happened(call, path)

        return synced

    def _locking(self, real: Callable[..., None]) -> Callable[..., None]:
        def locked(descriptor: Any, operation: int) -> None:
            number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
            if operation != fcntl.LOCK_UN and self.meets("flock", _path_of(number)):
                raise self.error("")
            real(descriptor, operation)

        return locked

    def _exchanging(self, one: Path, other: Path) -> bool:
        if self.meets("exchange", one):
            raise self.error(one)
        done = _exchanged_at_once(one, other)
        if done:
            self.happened("exchange", str(one), str(other))
        return done

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(self._folder)

    def _hearing(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, *rest: Any, **more: Any) -> Any:
            # As the removal of a whole folder has it, names are relative to a folder that is open.
            given = more.get("dir_fd")
            whole = f"{_path_of(given)}/{os.fsdecode(path)}" if given is not None else path
            done = real(path, *rest, **more)
            if self._is_below(whole):
                self.happened(call, os.fsdecode(whole), *(os.fsdecode(one) for one in rest if _is_path(one)))
            return done

        return called

    def _failing(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        heard = self._hearing(call, real)

        def called(path: Any, *rest: Any, **more: Any) -> Any:
            if self.meets(call, path):
                raise self.error(path)
            return heard(path, *rest, **more)

        return called

    def write(self, file: Any, content: Any, path: str) -> int:
        """Write, or fail; a short write leaves half of it there first."""
        if self.meets("short write" if self._short else "write", path):
            if self._short:
                file.write(content[: len(content) // 2])
                file.flush()
            raise self.error(path)
        written = int(file.write(content))
        if self._is_below(path):
            self.happened("write", path, bytes(content))
        return written


class _File:
    """A file whose writes may fail."""

    def __init__(self, layer: Layer, file: Any, path: str) -> None:
        self._layer, self._file, self._path = layer, file, path

    def write(self, content: Any) -> int:
        return self._layer.write(self._file, content, self._path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        self._file.__enter__()
        return self

    def __exit__(self, *error: object) -> Any:
        return self._file.__exit__(*error)


def _is_path(one: object) -> bool:
    return isinstance(one, str | bytes | os.PathLike)


def _path_of(descriptor: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - as the call has it
    except OSError:
        return ""
