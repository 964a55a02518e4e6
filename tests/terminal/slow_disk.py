"""minutebook on a disk that takes five seconds for each file, once the meeting has its first entry."""

from __future__ import annotations

import os
import time
from typing import Any

from tui.__main__ import main

_fsync = os.fsync
_seen: list[object] = []


def _slowly(fd: Any) -> None:
    _seen.append(fd)
    if len(_seen) > 3:
        time.sleep(5)
    _fsync(fd)


os.fsync = _slowly
main()
