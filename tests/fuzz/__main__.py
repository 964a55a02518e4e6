"""Put random bytes into the program for some time: `python -m tests.fuzz SECONDS [SEED]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from tests import piloting, surroundings

_WRITES = {"os.mkdir": 0, "os.rename": 1, "os.link": 1}
"""Calls that make a name, and which of their arguments it is."""


def _keep_within(folder: Path) -> None:
    """Refuse whatever is to be written outside a folder, as a disk does that others own."""
    within = (f"{folder}{os.sep}", "/dev/", "/proc/self/")

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int):
            writes, path = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT), arguments[0]
        elif event in _WRITES:
            writes, path = True, arguments[_WRITES[event]]
        else:
            return
        if writes and isinstance(path, str | bytes | os.PathLike):
            whole = os.path.realpath(os.fsdecode(path))
            if not whole.startswith(within) and "__pycache__" not in whole:
                raise PermissionError(13, "Permission denied", whole)

    sys.addaudithook(look)


def main(arguments: list[str]) -> int:
    """Run for so many seconds; say what was done, or what was found."""
    seconds = float(arguments[0])
    seed = int(arguments[1]) if len(arguments) > 1 else time.time_ns() // 1_000_000
    with tempfile.TemporaryDirectory() as found:
        folder = Path(found).resolve()
        surroundings.begin(folder)
        os.environ["MINUTEBOOK_STATE"] = ""
        os.chdir(folder)
        _keep_within(folder)
        piloting.install(every_frame=True)
        from tests.fuzz.running import Finding, fuzz

        try:
            done = fuzz(seconds, seed)
        except Finding as finding:
            traceback.print_exc()
            print(f"FOUND: {finding}")
            return 1
    print(f"{done.runs:,} runs, {done.pieces:,} pieces of input, from seed {seed}: nothing was found")
    for name, count in done.screens.most_common():
        print(f"  {count:9,}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
