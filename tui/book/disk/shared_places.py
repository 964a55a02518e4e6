"""Folders that are not this machine's alone: on a network share, or kept the same on several machines by a program."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_NETWORK = frozenset("nfs nfs4 cifs smb3 smbfs afpfs davfs fuse.davfs2 fuse.sshfs 9p afs ceph glusterfs".split())
"""Kinds of file systems in Linux's list of what is mounted."""
_SYNCED = re.compile(
    r"(?i)^(?:dropbox|onedrive|google ?drive|nextcloud|owncloud|icloud ?drive|com~apple~clouddocs|mobile documents"
    r"|syncthing|sync)(?:$|[ (_-])"
)
"""Names of folders that are kept the same on several machines."""
_MARKS = (".dropbox", ".stfolder", ".sync_journal.db", ".owncloudsync.log", ".nextcloudsync.log")
"""Files that such programs leave in theirs."""


def shared_words(folder: Path) -> str:
    """Say what a book in a folder cannot promise because the folder is not this machine's alone; empty where it is."""
    folder = folder.resolve()
    if _is_on_network(folder):
        where = "on a network share: that one program writes a meeting holds only as far as the share has locks"
    elif _is_synced(folder):
        where = "kept the same on several machines: what two write at once becomes two versions, to be joined by hand"
    else:
        return ""
    return f"this book's folder is {where}; for several writers keep it in PostgreSQL: minutebook copy"


def _is_synced(folder: Path) -> bool:
    for place in (folder, *folder.parents):
        if _SYNCED.match(place.name) or any((place / mark).exists() for mark in _MARKS):
            return True
    return False


def _is_on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    return kind_of_disk(folder, _mounted()) in _NETWORK


def _mounted() -> str:
    try:
        return Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""


def kind_of_disk(folder: Path, mounted: str) -> str:
    """Return the kind of file system that a folder is on, by a list of what is mounted; empty where that tells not."""
    best, kind = -1, ""
    for line in mounted.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), parts[1]))
        if len(point.parts) > best and (folder == point or point in folder.parents):
            best, kind = len(point.parts), parts[2]
    return kind


if sys.platform == "win32":

    def _is_remote_drive(folder: Path) -> bool:
        import ctypes

        remote = 4
        return folder.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == remote

else:

    def _is_remote_drive(folder: Path) -> bool:
        del folder
        return False
