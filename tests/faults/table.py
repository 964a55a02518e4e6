"""The table of calls, errors and outcomes: `python -m tests.faults.table` prints it."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.faults.layer import ERRORS
from tests.faults.operations import OPERATIONS, calls_of, outcome, quick_retries

HEAD = """# When a call of the disk fails

Made by `python -m docs.tools faults`, which captures, approves, makes the next meeting, updates an action, publishes
twice and imports, and lets each call that changes something fail once with each error. After each, every meeting opens
whole with all that was said to be saved, and the same once more and a further line go through. *Said* counts those that
the program said in one line, *went on* those after which it tried again and succeeded, or that did no harm.

"""


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
    return f"{HEAD}{chr(10).join(lines)}\n\n{total:,} faults: nothing was lost in any of them.\n"


if __name__ == "__main__":
    print(page(), end="")
