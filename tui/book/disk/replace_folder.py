"""Put a whole folder of files into place, so that at every moment it holds the old ones or the new ones."""

from __future__ import annotations

import ctypes
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tui.book.disk.atomic_write import make_folder, sync_folder
from tui.book.disk.running import runs

_ASIDE = ".tmp-"
_OLD = ".old-"
_LEFT = re.compile(r"\.(?:tmp|old)-(\d+)-[0-9a-f]{8}")
_HERE = -100
"""AT_FDCWD: the paths are as any other call takes them."""
_EXCHANGE = 2
"""RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS."""


def replace_folder(folder: Path, files: Mapping[str, bytes], keep: Iterable[str] = ()) -> bool:
    """Make the folder hold these files and nothing else: written aside, synced, and put in its place in one step.

    What is to `keep` of its own stays in it.

    Linux and macOS have a call that exchanges two folders. Where a file system knows none, the old folder stands
    aside for an instant, and the next call brings it back should the program end just then. The path
    must be the real one. Raises OSError with the old folder in place. Returns False if the files are in their place,
    but the disk does not confirm that they are there for good.
    """
    bring_back(folder)
    aside = folder.with_name(f".{folder.name}{_ASIDE}{os.getpid()}-{secrets.token_hex(4)}")
    make_folder(folder.parent)
    aside.mkdir()
    try:
        _fill(aside, files)
        if folder.is_dir():
            for name in keep:
                _take_along(folder / name, aside / name)
            aside.chmod(stat.S_IMODE(folder.stat().st_mode))
            _exchange(aside, folder)
        else:
            aside.rename(folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    try:
        sync_folder(folder.parent)
    except OSError:
        return False
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return True


def bring_back(folder: Path) -> None:
    """Tidy up after a program that was killed: bring back the old folder where it stands aside, remove what is left."""
    prefix = f".{folder.name}"
    with suppress(OSError):
        for left in sorted(folder.parent.iterdir()):
            match = _LEFT.fullmatch(left.name.removeprefix(prefix)) if left.name.startswith(prefix) else None
            # What this program itself left behind is left for good.
            if match is None or (int(match[1]) != os.getpid() and runs(int(match[1]))):
                continue
            if left.name.startswith(prefix + _OLD) and not folder.exists():
                left.rename(folder)
            else:
                shutil.rmtree(left, ignore_errors=True)


def _take_along(old: Path, new: Path) -> None:
    """Let a file or folder that is not ours stand in the new folder as well, without a second copy where that goes."""
    if old.is_dir() and not old.is_symlink():
        shutil.copytree(old, new, symlinks=True, copy_function=_linked)
    else:
        _linked(str(old), str(new))


def _linked(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        with (folder / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    sync_folder(folder)


def _exchange(new: Path, old: Path) -> None:
    """Let two folders change places; afterwards `new` is the old one, or gone."""
    if _exchanged_at_once(new, old):
        return
    aside = old.with_name(f".{old.name}{_OLD}{os.getpid()}-{secrets.token_hex(4)}")
    old.rename(aside)
    try:
        new.rename(old)
    except BaseException:
        aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    """Ask the system to exchange two paths; False where it or the file system knows no such thing."""
    paths = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            failed = ctypes.CDLL(None).renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE)
        elif sys.platform == "darwin":
            failed = ctypes.CDLL(None).renamex_np(*paths, _EXCHANGE)
        else:
            return False
    except (AttributeError, OSError):
        return False
    return int(failed) == 0
