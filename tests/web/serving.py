"""A server of the program's in a process of its own, as somebody starts it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.terminal.harness import clean_environment


class Served(NamedTuple):
    """Where the program is reached."""

    writes: str
    follows: str
    process: subprocess.Popen[str]


@contextmanager
def served(book: Path, *more: str) -> Iterator[Served]:
    """Serve a book, and end that."""
    command = [sys.executable, "-m", "tui", "--book", str(book), "serve", "--port", "0", *more]
    home = book.parent / "home of the server"
    home.mkdir(exist_ok=True)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=clean_environment(home)) as process:
        try:
            assert process.stdout
            addresses: list[str] = []
            for line in process.stdout:
                addresses += re.findall(r"https?://\S+", line)
                if line.startswith("Ctrl+C"):
                    break
            yield Served(addresses[0], addresses[-1], process)
        finally:
            process.terminate()
            process.wait(30)
