"""Ask a dictionary which words it does not know, in a process of its own that ends with this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Lock

_ROOT = str(Path(__file__).resolve().parents[2])
_AT_ONCE = 500
"""Words asked at a time."""


class Speller:
    """A dictionary that answers from another process; what was asked once is remembered.

    Asking waits, for the dictionary to be read the first time; it is for threads other than the one that draws.
    """

    def __init__(self, dictionary: Path) -> None:
        self._known: set[str] = set()
        self._unknown: dict[str, str] = {}
        self._asking = Lock()
        self._process: subprocess.Popen[bytes] | None = subprocess.Popen(
            [sys.executable, "-P", "-m", "tui.spelling.lookup", str(dictionary)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": _ROOT, "PYTHONUTF8": "1"},
            # Ctrl+C and a hang-up of the terminal are the program's to answer.
            start_new_session=True,
        )

    @property
    def unknown(self) -> Mapping[str, str]:
        """The words found unknown so far, each with what may be meant; empty where nothing is suggested."""
        return self._unknown

    def is_new(self, word: str) -> bool:
        """Return whether a word was not asked about yet."""
        return word not in self._known and word not in self._unknown

    def ask(self, words: Iterable[str]) -> bool:
        """Look words up; return whether any was found unknown that was not before."""
        with self._asking:
            new = sorted(filter(self.is_new, set(words)))
            found: dict[str, str] = {}
            for at in range(0, len(new), _AT_ONCE):
                found |= self._answered(new[at : at + _AT_ONCE])
            self._known.update(word for word in new if word not in found)
            # A mapping of its own, for whoever reads the one before.
            self._unknown = {**self._unknown, **found}
            return bool(found)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()

    def _answered(self, words: list[str]) -> dict[str, str]:
        """Return the unknown ones of some words; none where the process is gone."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return {}
        try:
            process.stdin.write(json.dumps(words).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            return {}
        return dict(answer)
