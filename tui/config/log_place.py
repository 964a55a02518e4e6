"""Where the program's own log is: told by the help too, which has no need of what writes it."""

from __future__ import annotations

import os
from pathlib import Path

from tui.home import own_folder, with_home


def log_path() -> Path | None:
    """Return where the log is; None if there is to be none."""
    named = os.environ.get("MINUTEBOOK_LOG")
    if named == "":
        return None
    if named is not None:
        return with_home(named).absolute()
    folder = own_folder("log")
    return folder and folder / "minutebook.log"
