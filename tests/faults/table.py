"""The page of faults, power cuts and kills: `python -m tests.faults.table` prints it.

The number of kills is MINUTEBOOK_KILLS, else 1,000.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.faults.kills import kill_often
from tests.faults.layer import ERRORS
from tests.faults.operations import OPERATIONS, calls_of, outcome, quick_retries
from tests.faults.recorded import check, record

HEAD = """# When a call of the disk fails

Made by `python -m docs.tools faults`, which captures, approves, makes the next meeting, updates an action, publishes
twice, imports, seals, holds and restores, and lets each call that changes something fail once with each error. After
each, every meeting opens whole with all that was said to be saved, and the same once more and a further line go
through; a seal that failed halfway leaves nothing of what was undone once it is asked for again. *Said* counts
those that the program said in one line, *went on* those after which it tried again and succeeded, or that did no harm.

"""
_CUTS = """
## When the power goes

Each call that a recorded meeting made is followed by a power cut: one that is made, keyed, signed off, published,
followed by the next, deleted and brought back. What was not synced is gone, whole, torn or zeros, each name of it there
or not. {images:,} folders that this leaves were opened after {moments:,} calls: each time all was there that had been
shown as saved, with the line being typed, and the published notes were whole or not there.

## When the program is killed

{kills}.
They came at random moments while lines were typed and undone, actions reviewed, arrivals noted, and the notes approved
and published. MINUTEBOOK_KILLS says how many the command makes, 1,000 by default.
"""
KILLS = int(os.environ.get("MINUTEBOOK_KILLS", "1000"))


def rows() -> Iterator[tuple[str, str, Counter[str]]]:
    """Return for each kind of call and each error what came of it. Raises AssertionError if anything was lost."""
    quick_retries()
    found: dict[tuple[str, str], Counter[str]] = {}
    for short in (False, True):
        for name in OPERATIONS:
            with tempfile.TemporaryDirectory() as folder:
                calls = calls_of(name, Path(folder), short=short)
            for number, call in enumerate(calls, 1):
                if short and call != "short write":
                    continue
                for error in ERRORS:
                    with tempfile.TemporaryDirectory() as folder:
                        told = outcome(name, Path(folder), number, error, short=short)
                    found.setdefault((call, error), Counter())[told] += 1
    for (call, error), counts in sorted(found.items()):
        yield call, error, counts


def page() -> str:
    """Return the page of the docs."""
    cells = {(call, error): counts for call, error, counts in rows()}
    calls = sorted({call for call, _ in cells})
    lines = ["| call | " + " | ".join(ERRORS) + " |", "|---" * (len(ERRORS) + 1) + "|"]
    for call in calls:
        counts = (cells[call, error] for error in ERRORS)
        shown = (f"{one['said']} said, {one['went on']} went on" for one in counts)
        lines.append(f"| {call} | {' | '.join(shown)} |")
    total = sum(sum(one.values()) for one in cells.values())
    return f"{HEAD}{chr(10).join(lines)}\n\n{total:,} faults: nothing was lost in any of them.\n{cuts()}"


def cuts() -> str:
    """Return what became of power cuts and kills. Raises AssertionError if anything was lost."""
    with tempfile.TemporaryDirectory() as folder:
        recording = record(Path(folder) / "recorded")
        images = 0
        for image in recording.images():
            with tempfile.TemporaryDirectory(dir=folder) as left:
                check(image, Path(left))
            images += 1
        kills = kill_often(Path(folder) / "killed", KILLS, 20240507)
    return _CUTS.format(images=images, moments=len(recording), kills=kills)


if __name__ == "__main__":
    print(page(), end="")
