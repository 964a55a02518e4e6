"""Where the program's own log is: told by the help too, which has no need of what writes it."""

from __future__ import annotations

import os
from pathlib import Path

from tui.home import with_home


def log_path() -> Path | None:
    """Return where the log is; None if there is to be none."""
    named = os.environ.get("MINUTEBOOK_LOG")
    if named == "":
        return None
    if named is not None:
        return with_home(named).absolute()
    from platformdirs import user_log_path

    return user_log_path("minutebook", appauthor=False) / "minutebook.log"
