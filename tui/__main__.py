"""The door of the program: a live screen takes the terminal, and answers, before anything slow is imported."""

from __future__ import annotations

import sys
from typing import NoReturn

from tui.first_frame import clear_first_frame, show_first_frame

LIVE = frozenset({"open", "demo"})
"""The commands that open a screen."""
HELP = frozenset({"--help", "-h", "--version"})


def main() -> NoReturn:
    """Run `minutebook`; keys typed while it starts arrive as they were typed."""
    words = set(sys.argv[1:])
    if words & LIVE and not words & HELP and sys.stdin.isatty() and sys.stdout.isatty():
        from tui.widgets.raw_terminal import take_terminal

        take_terminal()
        show_first_frame("Opening the meeting …")
    try:
        from tui.cli import main as run

        run()
    finally:
        clear_first_frame()


if __name__ == "__main__":
    main()
