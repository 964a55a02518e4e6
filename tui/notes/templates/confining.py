"""Run a user's templates in a process of their own, with little time and little memory.

Jinja2's sandbox keeps a template from the program's insides; it does not keep it from asking for ten gigabytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from tui.errors import BadInput
from tui.notes.templates.blocks import MisspeltBlock
from tui.notes.view.compose import Copy

SECONDS = 20
"""How long a user's template may take, start of the process included."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What the confined process is asked for, as JSON on its standard input."""

    copy: Copy
    folder: str
    template: str
    fmt: str
    width: int


class ConfinedResult(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the confined process answers, as JSON on its standard output."""

    page: str = ""
    """The notes, where they are text."""
    file: bytes = b""
    """The notes, where they are no text."""
    problem: str = ""
    """What is wrong with the template; empty where nothing is."""
    where: str = ""
    hint: str = ""
    block: str = ""
    """The block that is misspelt, where that is what is wrong; `page` has its words all the same."""
    near: str = ""


def print_confined(copy: Copy, folder: Path, template: str, fmt: str, width: int) -> ConfinedResult:
    """Print the notes through a user's template. Raises BadInput where it cannot, or takes too long or too much."""
    task = Task(copy=copy, folder=str(folder.resolve()), template=template, fmt=fmt, width=width)
    where = folder / template
    root = str(Path(__file__).resolve().parents[3])
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tui.notes.templates.confined"],
            input=msgspec.json.encode(task),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=os.environ | {"PYTHONPATH": root, "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired:
        raise BadInput(f"the template took more than {SECONDS} seconds", where=where, hint="simplify it") from None
    try:
        answer = msgspec.json.decode(done.stdout, type=ConfinedResult)
    except msgspec.DecodeError:
        raise BadInput("the template needs too much time or memory", where=where, hint="simplify it") from None
    if answer.block:
        raise _misspelt(answer)
    if answer.problem:
        raise BadInput(answer.problem, where=answer.where, hint=answer.hint)
    return answer


def _misspelt(answer: ConfinedResult) -> MisspeltBlock:
    error = MisspeltBlock(answer.problem, where=answer.where, hint=answer.hint)
    error.block, error.near, error.page = answer.block, answer.near, answer.page
    return error
