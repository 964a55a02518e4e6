"""How long many keys without a gap take to stand in the line, beside a text area in an empty app."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from tests.benchmarks.meetings import make_meeting
from tests.terminal.harness import Terminal

KEYS = 2_000
ROUNDS = 5
BUDGET = 3.0
"""What the design asks for, of the bare app's time."""
BARE = Path(__file__).with_name("bare_line.py")
BURST = "".join(f"vote {at} of " for at in range(KEYS))[: KEYS - 8]


def seconds_to_settle(terminal: Terminal, place: int) -> float:
    """Send the keys in one piece and time them until the last ones are on the screen."""
    last = f"zz {place:04} "
    start = time.perf_counter()
    terminal.send((BURST + last).encode())
    terminal.wait_for(lambda: last.strip() in terminal.text)
    return time.perf_counter() - start


def bursts(folder: Path, rounds: int) -> list[tuple[float, float]]:
    """Time bursts in the live screen of a book below a folder, each with one in the bare app."""
    live = [sys.executable, "-m", "tui", "--book", str(folder / "book"), "open"]
    make_meeting(folder / "book", entries=300)
    pairs = []
    with (
        Terminal([sys.executable, BARE], home=folder, columns=120, rows=36) as yard,
        Terminal(live, home=folder, columns=120, rows=36) as terminal,
    ):
        yard.wait_for("the bare line is ready")
        terminal.wait_for("saved")
        for place in range(rounds):
            bare = seconds_to_settle(yard, place)
            pairs.append((seconds_to_settle(terminal, place), bare))
            terminal.send(b"\x15")  # Ctrl+U
            yard.send(b"\x15")
            terminal.wait_for(lambda: "zz" not in terminal.text)
    return pairs


def test_two_thousand_keys_in_one_burst_settle_soon(tmp_path: Path) -> None:
    own, bare = (statistics.median(times) for times in zip(*bursts(tmp_path, ROUNDS), strict=True))
    print(
        f"\n{KEYS} keys in one burst: {own * 1000:.0f} ms, {own / bare:.2f} of a bare text area's"
        f" {bare * 1000:.0f} ms (asked: {BUDGET})"
    )
    assert own / bare <= BUDGET
