"""The door of the program: a live screen takes the terminal before anything slow is imported."""

from __future__ import annotations

import sys
from typing import NoReturn

LIVE = frozenset({"open", "demo"})
"""The commands that open a screen."""


def main() -> NoReturn:
    """Run `minutebook`; keys typed while it starts arrive as they were typed."""
    if LIVE.intersection(sys.argv[1:]) and sys.stdin.isatty() and sys.stdout.isatty():
        from tui.widgets.raw_terminal import take_terminal

        take_terminal()
    from tui.cli import main as run

    run()


if __name__ == "__main__":
    main()
