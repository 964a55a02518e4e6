"""How long something takes in terms of a yardstick run in turn with it, so that a slow or busy machine counts for both.

The seconds are the processor's. They too grow on a busy machine, whose cores are shared; the ratio hardly does.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

_LINES = [
    f"Line {at} of the yardstick, with words to be counted; {at % 97} of them were said before" for at in range(600)
]
ROUNDS = 5


def yardstick() -> int:
    """Do some ordinary work with words, which takes a machine of our day a little over a millisecond."""
    counted = Counter(word.strip(".,;").casefold() for line in _LINES for word in line.split())
    return sum(counted.values())


def in_yardsticks(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the shortest of some runs of the action, in shortest runs of the yardstick."""
    taken, yards = [], []
    for _ in range(rounds):
        yards.append(min(_seconds(yardstick) for _ in range(5)))
        taken.append(_seconds(action))
    return min(taken) / min(yards)


def _seconds(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start
