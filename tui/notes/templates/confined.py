"""The process in which a user's templates run: a task on standard input, an answer on standard output."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.text.sanitizing import printable
from tui.notes.formats import FORMATS
from tui.notes.templates.blocks import MisspeltBlock
from tui.notes.templates.confining import SECONDS, ConfinedResult, Task
from tui.notes.templates.look import PLAIN
from tui.notes.templates.printing import print_notes
from tui.notes.view.compose import compose

MEMORY = 512 * 1024 * 1024
"""The address space, in bytes, that the process may have: several times what the largest meeting needs."""

OUTPUT = 32 * 1024 * 1024
"""How many characters, or bytes of a file, a template may print: many times what the largest meeting needs."""


_LINES = re.compile("([\n\t])")


def _page(task: Task, folder: Path) -> str:
    """Print the notes; the template is a person's own, who may have misspelt a block."""
    return print_notes(compose(task.copy), folder, task.template, task.fmt, task.width, blocks_checked=True)


def answer(task: Task) -> ConfinedResult:
    """Print the notes, or say why they cannot be printed."""
    folder = Path(task.folder)
    try:
        print_file = FORMATS[task.fmt].print_file
        if print_file is not None:
            return ConfinedResult(
                file=print_file(compose(task.copy), task.copy.meeting.date, folder, task.template, PLAIN)
            )
        return ConfinedResult(page=harmless(_page(task, folder)))
    except MisspeltBlock as problem:
        told = ConfinedResult(problem=problem.message, where=problem.where, hint=problem.hint)
        return replace(told, page=harmless(problem.page), block=problem.block, near=problem.near)
    except BadInput as problem:
        return ConfinedResult(problem=problem.message, where=problem.where, hint=problem.hint)
    except MemoryError:
        where = str(folder / task.template)
        return ConfinedResult(problem="the template needs too much memory", where=where, hint="simplify it")


def harmless(page: str) -> str:
    """Return a page without what a terminal would obey: the words of the template itself may hold it too."""
    return "".join(piece if piece in ("\n", "\t") else printable(piece) for piece in _LINES.split(page))


def bounded(told: ConfinedResult, task: Task) -> ConfinedResult:
    """Return an answer, or that the template prints too much."""
    if max(len(told.page), len(told.file)) <= OUTPUT:
        return told
    where = str(Path(task.folder) / task.template)
    return ConfinedResult(problem="the template prints too much", where=where, hint="simplify it")


def confine() -> None:
    """Take away what a template has no use for: memory, time, and writing to files.

    POSIX only; elsewhere, the process that started this one ends it when its time is over.
    """
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for which, limit in limits.items():
        # macOS refuses some of them, and a lower limit may be in force already.
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (limit, limit))


def main() -> None:
    """Answer one task."""
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    confine()
    sys.stdout.buffer.write(msgspec.json.encode(bounded(answer(task), task)))


if __name__ == "__main__":
    main()
