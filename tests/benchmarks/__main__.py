"""The budgets of the design, measured side by side with their references: `python -m tests.benchmarks [ROUNDS]`.

Each round runs the program and its reference in turn, so that a slow or busy machine counts for both. A row holds where
its median does; the spread is from the first to the third quartile. The exit status is 1 where a row does not hold.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from docx import Document

from tests.benchmarks.meetings import LINES, make_meeting
from tests.benchmarks.test_actions import COLD, RARE, WARM, large_book, listed, settled
from tests.benchmarks.test_burst import BUDGET as BURST_BUDGET
from tests.benchmarks.test_burst import KEYS, bursts
from tests.benchmarks.test_disk import BUDGETS, large_meeting, store_one
from tests.benchmarks.test_echo import BARE as BARE_LINE
from tests.benchmarks.test_echo import BUDGET as ECHO_BUDGET
from tests.benchmarks.test_echo import echo_times, p99
from tests.benchmarks.test_keystrokes import Prose, learnt, offer_times
from tests.benchmarks.test_render import BARE as BARE_RENDER
from tests.benchmarks.test_render import BUDGET as RENDER_BUDGET
from tests.benchmarks.test_render import run
from tests.benchmarks.test_start import BARE as BARE_APP
from tests.benchmarks.test_start import BUDGET as START_BUDGET
from tests.benchmarks.test_start import FIRST_FRAME, frame_times, seconds_until
from tests.terminal.harness import Terminal
from tui.book.opened import open_meeting

ROUNDS = 7
BARE_WORD_FILE = """
import sys
from pathlib import Path
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[2])
template.render({"lines": Path(sys.argv[1]).read_text(encoding="utf-8").split("\\n")})
template.save(sys.argv[3])
"""
"""Prints the very words of the notes into a Word file, a paragraph for each line."""
STEPPING = {300: 0.020, 5_000: 0.040}
"""Seconds to the next section's heading at the top, by the entries of a meeting."""
STEPS = 6
"""Of each program."""
FIRST_SECONDS = 5_000
"""Meetings of the book in which the first seconds are looked at."""
OFFER = 1.0
"""Milliseconds of the processor for what is offered after a letter."""
SECTIONS = ("Matters arising", "Moorings")
"""The first two of the meeting that steps are measured in."""


class Row(NamedTuple):
    """A budget, and what was measured."""

    what: str
    unit: str
    """`×` of the reference, or `ms`."""
    budget: float
    measured: Sequence[float]

    @property
    def holds(self) -> bool:
        """Whether the median is within the budget."""
        return statistics.median(self.measured) <= self.budget

    def __str__(self) -> str:
        low, middle, high = statistics.quantiles(self.measured, n=4)
        holds = "yes" if self.holds else "NO"
        return f"| {self.what} | {self.budget:g} {self.unit} | {middle:.2f} | {low:.2f} to {high:.2f} | {holds} |"


def ratios(own: Callable[[], float], reference: Callable[[], float], rounds: int) -> list[float]:
    """Return what something takes of its reference, run in turn with it."""
    return [own() / reference() for _ in range(rounds)]


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Measure each budget, those of whole processes by the processor's time."""
    yield from _processes(folder, rounds)
    yield from _books(folder / "large book", rounds)
    yield from _screens(folder, rounds)
    prose = Prose()
    offers = p99(offer_times(learnt(prose), prose))
    yield Row("an offer, 300,000 words learnt, p99", "ms", OFFER, [offers * 1000] * 2)
    for entries, budget in BUDGETS.items():
        yield Row(f"Enter to the disk, {entries:,} entries", "ms", budget * 1000, _stored(folder, entries, rounds))


def _processes(folder: Path, rounds: int) -> Iterator[Row]:
    book, notes = folder / "thousand", folder / "notes.md"
    make_meeting(book, entries=1000)
    program = ("-m", "tui", "--book", book)
    notes.write_text(run(*program, "render")[1], encoding="utf-8")

    def taken(*command: str | Path) -> Callable[[], float]:
        return lambda: run(*command)[0].processor

    bare = taken("-c", BARE_RENDER, notes)
    yield Row("render, 1,000 entries", "×", RENDER_BUDGET, ratios(taken(*program, "render"), bare, rounds))
    template, word_file = folder / "template.docx", folder / "notes.docx"
    _word_template(template)
    bare_word = taken("-c", BARE_WORD_FILE, notes, template, word_file)
    own_word = taken(*program, "render", "--format", "docx", "-o", word_file)
    yield Row("render as a Word file, 1,000 entries", "×", RENDER_BUDGET, ratios(own_word, bare_word, rounds))
    for words in ("--version", "--help", "list"):
        yield Row(
            words, "×", 2.0, ratios(taken(*program[: 2 if words[0] == "-" else 4], words), taken("-c", ""), rounds)
        )


def _word_template(path: Path) -> None:
    document = Document()
    for words in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(words)
    document.save(str(path))


def _books(folder: Path, rounds: int) -> Iterator[Row]:
    """Measure what reads a book of a thousand meetings, by the processor's time."""
    book = large_book(folder)
    settled(book)

    def seconds(*command: str) -> list[float]:
        return [listed(book, *command).taken.processor for _ in range(rounds)]

    yield Row("actions --open, 1,000 meetings read for the first time", "s", COLD, seconds("actions", "--open")[:1] * 2)
    for words in ("actions --open", "decisions", "questions", "attendance", "interests", "list", f"search {RARE}"):
        listed(book, *words.split())
        yield Row(f"{words}, 1,000 meetings", "s", WARM, seconds(*words.split()))
    # Nobody brings twenty thousand open actions forward.
    book = large_book(folder / "without actions", [line for line in LINES if not line.startswith("!")])
    settled(book)
    listed(book, "list")
    last = max(path.stem for path in book.glob("*.json"))
    yield Row("new --after, 1,000 meetings", "s", WARM, seconds("new", "--after", last, "--dry-run"))


def _screens(folder: Path, rounds: int) -> Iterator[Row]:
    make_meeting(folder / "live", entries=300)
    large_meeting(folder / "large", 5_000)
    live = ("-m", "tui", "--book", folder / "live", "open")
    bare = ("the bare app is ready", folder, BARE_APP)
    yield Row(
        "start, 300 entries",
        "×",
        START_BUDGET,
        ratios(lambda: seconds_until("saved", folder, *live), lambda: seconds_until(*bare), rounds),
    )
    frames = frame_times(folder, folder / "live", rounds)
    yield Row("first frame, 300 entries", "ms", FIRST_FRAME * 1000, [one * 1000 for one in frames])
    echoes = [(_echoes(folder, *live[:3], folder / "large", "open"), _echoes(folder, BARE_LINE)) for _ in range(3)]
    for name, of in (("p50", statistics.median), ("p99", p99)):
        yield Row(
            f"a key to its echo, 5,000 entries, {name}", "×", ECHO_BUDGET, [of(own) / of(yard) for own, yard in echoes]
        )

    book = large_book(folder / "thousands", meetings=FIRST_SECONDS)
    settled(book)
    listed(book, "list")
    first = [(_echoes(folder, *live[:3], book, "open", wait=0), _echoes(folder, BARE_LINE)) for _ in range(rounds)]
    for name, of in (("p50", statistics.median), ("p99", p99)):
        what = f"a key to its echo in the first seconds of a book of {FIRST_SECONDS:,} meetings, {name}"
        yield Row(what, "×", ECHO_BUDGET, [of(own) / of(yard) for own, yard in first])
    yield Row(f"{KEYS:,} keys in one burst", "×", BURST_BUDGET, [own / yard for own, yard in bursts(folder, rounds)])
    # In turn, and each in a program of its own: a machine that is slow for a minute is not slow for one of them alone.
    steps: dict[int, list[float]] = {entries: [] for entries in STEPPING}
    for _ in range(rounds):
        for entries, taken in steps.items():
            taken += _steps(folder, "live" if entries == 300 else "large")
    for entries, budget in STEPPING.items():
        yield Row(f"stepping to the next section, {entries:,} entries", "ms", budget * 1000, steps[entries])


def _steps(folder: Path, book: str) -> list[float]:
    """Time Ctrl+N until the next section's heading is written at the top, in milliseconds."""
    taken = []
    live = [sys.executable, "-m", "tui", "--book", str(folder / book), "open"]
    with Terminal(live, home=folder, columns=120, rows=36) as terminal:
        terminal.wait_for("saved")
        time.sleep(2)
        for _ in range(STEPS):
            for key, heading in ((b"\x0e", SECTIONS[1]), (b"\x0c", SECTIONS[0])):
                before, start = len(terminal.output), time.perf_counter()
                terminal.send(key)
                wanted = re.compile(rb"\x1b\[1;\d+H[^\n]*" + heading.encode())
                while not wanted.search(terminal.output, before):
                    assert time.perf_counter() - start < 10, terminal.text
                    time.sleep(0.0002)
                if key == b"\x0e":
                    taken.append((time.perf_counter() - start) * 1000)
                time.sleep(0.1)
    return taken


def _echoes(folder: Path, *command: str | Path, wait: float = 2) -> list[float]:
    with Terminal([sys.executable, *command], home=folder, columns=120, rows=36) as terminal:
        terminal.wait_for("the bare line is ready" if command == (BARE_LINE,) else "saved")
        time.sleep(wait)
        return echo_times(terminal)


def _stored(folder: Path, entries: int, rounds: int) -> list[float]:
    with open_meeting(large_meeting(folder / f"stored {entries}", entries)) as opened:
        store_one(opened, "The first change of a sitting is written whole")
        return [store_one(opened, f"{LINES[at % len(LINES)]} again ({at})") * 1000 for at in range(rounds * 6)]


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a budget does not hold."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    print("| what | budget | median | spread | holds |\n|---|---|---|---|---|", flush=True)
    held = True
    with tempfile.TemporaryDirectory() as folder:
        # As an installed program has them; else what is measured is how long it takes to compile the program.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        for row in rows(Path(folder), rounds):
            print(row, flush=True)
            held = held and row.holds
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
