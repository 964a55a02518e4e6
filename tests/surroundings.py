"""Surroundings of a test run that hold nothing of the person who runs it: an empty home, folders of its own."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from hypothesis.configuration import set_hypothesis_home_dir

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "temporary",
    "TEMP": "temporary",
    "TMP": "temporary",
    "HYPOTHESIS_STORAGE_DIRECTORY": "hypothesis",
}


def begin(folder: Path) -> None:
    """Point this process, and whatever it starts, to folders below one of its own."""
    _keep_where_packages_come_from()
    for name in [name for name in os.environ if name.startswith("MINUTEBOOK_") and name not in _ASKED]:
        del os.environ[name]
    for name, place in _FOLDERS.items():
        os.environ[name] = str(folder / place)
    for place in ("home", "temporary", "run"):
        (folder / place).mkdir(mode=0o700, exist_ok=True)
    tempfile.tempdir = None
    set_hypothesis_home_dir(folder / _FOLDERS["HYPOTHESIS_STORAGE_DIRECTORY"])  # may have been asked for already


_ASKED = frozenset({"MINUTEBOOK_EXAMPLES", "MINUTEBOOK_KILLS", "MINUTEBOOK_NOTES", "MINUTEBOOK_SEED"})
"""What tests themselves are told."""


def _keep_where_packages_come_from() -> None:
    """Let pip find the index that its user chose in a file of the home that is now hidden."""
    if "PIP_CONFIG_FILE" in os.environ or sys.platform == "win32":
        return
    home = Path.home()
    for path in (
        Path(os.environ.get("XDG_CONFIG_HOME", home / ".config")) / "pip" / "pip.conf",
        home / ".pip/pip.conf",
    ):
        if path.is_file():
            os.environ["PIP_CONFIG_FILE"] = str(path)
            return
