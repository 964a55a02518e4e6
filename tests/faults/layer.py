"""A layer under the program's files in which one call, chosen by its number, fails."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

ERRORS = ("ENOSPC", "EIO", "EACCES", "EDQUOT", "ENOLCK", "ESTALE")


class Layer:
    """Counts the calls that change something below a folder, and lets one of them fail."""

    def __init__(self, folder: Path, fails: int = 0, error: str = "EIO", *, short: bool = False) -> None:
        self._folder = str(folder.resolve())
        self._fails = fails
        self._error = error
        self._short = short
        self.calls: list[str] = []
        """What the calls were, in order."""

    def meets(self, call: str, path: object) -> bool:
        """Count a call; return whether it is the one that fails."""
        if not isinstance(path, str | bytes | os.PathLike) or not os.fsdecode(path).startswith(self._folder):
            return False
        self.calls.append(call)
        return len(self.calls) == self._fails

    def error(self, path: object) -> OSError:
        number = getattr(errno, self._error)
        return OSError(number, os.strerror(number), str(path))

    @contextmanager
    def within(self) -> Iterator[Layer]:
        """Put the layer under the program for a while."""
        real_open, real_fdopen, real_fsync, real_flock = os.open, os.fdopen, os.fsync, fcntl.flock

        def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            changes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if changes and self.meets("open", path):
                raise self.error(path)
            return real_open(path, flags, *rest, **more)

        def file_of(descriptor: int, *rest: Any, **more: Any) -> Any:
            return _File(self, real_fdopen(descriptor, *rest, **more), _path_of(descriptor))

        def synced(descriptor: int) -> None:
            path = _path_of(descriptor)
            if self.meets("folder fsync" if os.path.isdir(path) else "fsync", path):  # noqa: PTH112 - as the call has it
                raise self.error(path)
            real_fsync(descriptor)

        def locked(descriptor: Any, operation: int) -> None:
            number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
            if operation != fcntl.LOCK_UN and self.meets("flock", _path_of(number)):
                raise self.error("")
            real_flock(descriptor, operation)

        patches: list[Any] = [
            mock.patch.object(os, "open", opened),
            mock.patch.object(os, "fdopen", file_of),
            mock.patch.object(os, "fsync", synced),
            mock.patch.object(fcntl, "flock", locked),
        ]
        named = {"rename": ("rename", "replace"), "link": ("link",), "unlink": ("unlink",), "mkdir": ("mkdir",)}
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

    def _failing(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, *rest: Any, **more: Any) -> Any:
            if self.meets(call, path):
                raise self.error(path)
            return real(path, *rest, **more)

        return called

    def write(self, file: Any, content: Any, path: str) -> int:
        """Write, or fail; a short write leaves half of it there first."""
        if self.meets("short write" if self._short else "write", path):
            if self._short:
                file.write(content[: len(content) // 2])
                file.flush()
            raise self.error(path)
        return int(file.write(content))


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


def _path_of(descriptor: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - as the call has it
    except OSError:
        return ""
