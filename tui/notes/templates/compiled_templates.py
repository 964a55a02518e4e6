"""The code that Jinja2 makes of the shipped templates, kept in the user's cache folder.

Making it takes as long as printing two thousand entries. What is read from there is run. So it is read from a folder
and files that are the user's own and that nobody else may write, and only where this very program wrote them; a
user's own templates are never kept.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from tui import __version__

_CHECKSUM = 4
"""Bytes."""
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def kept_code(fmt: str, width: int) -> BytecodeCache | None:
    """Return the templates' code for a format and a width; None where no safe place can be had for it."""
    # Windows has neither the owners nor the modes by which a safe place is known.
    if sys.platform == "win32":
        return None
    with suppress(OSError, RuntimeError):
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(folder.lstat()) and not folder.is_symlink():
            return _KeptCode(folder, f"{fmt}-", _mark(width))
    return None


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("minutebook", appauthor=False) / "templates"


def _is_ours(found: os.stat_result) -> bool:
    """Return whether a folder or file is the user's own, and no other user's to change."""
    return sys.platform != "win32" and found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_MAY_WRITE


def _mark(width: int) -> bytes:
    """Say what the code follows from, beside the template's own words, which Jinja2 compares.

    Jinja2 works constants out while it compiles, by the filters and the escaping of this program.
    """
    package = Path(__file__).parents[2]
    written = sorted(_written_in(package / "notes") + _written_in(package / "meeting"))
    return sha256(repr((sys.version, jinja2.__version__, __version__, width, written)).encode()).digest()


def _written_in(folder: str | Path) -> list[tuple[str, int, int]]:
    """Return the modules of a folder and those within it, and when each was written and how long it is."""
    found: list[tuple[str, int, int]] = []
    with os.scandir(folder) as listed:
        for one in listed:
            if one.name.endswith(".py"):
                written = one.stat()
                found.append((one.path, written.st_mtime_ns, written.st_size))
            elif one.is_dir() and one.name != "__pycache__":
                found += _written_in(one.path)
    return found


class _KeptCode(BytecodeCache):
    """One file for each template and format, which another width or program writes anew."""

    def __init__(self, folder: Path, prefix: str, mark: bytes) -> None:
        self._folder = folder
        self._prefix = prefix
        self._mark = mark

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with the code that was kept; one that is missing, damaged or another's stays empty."""
        with suppress(OSError), self._path(bucket).open("rb") as file:
            if not _is_ours(os.fstat(file.fileno())):
                return
            content = file.read()
            sum_of, rest = content[:_CHECKSUM], content[_CHECKSUM:]
            if rest.startswith(self._mark) and sum_of == _sum_of(rest):
                bucket.bytecode_from_string(rest[len(self._mark) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code; where that cannot be done, it is made anew the next time."""
        whole = self._mark + bucket.bytecode_to_string()
        with suppress(OSError):
            aside, name = mkstemp(dir=self._folder)
            try:
                with os.fdopen(aside, "wb") as file:
                    file.write(_sum_of(whole) + whole)
                Path(name).replace(self._path(bucket))
            except OSError:
                Path(name).unlink()

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._prefix}{bucket.key}"


def _sum_of(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECKSUM, "big")
