"""The door of the program: a live screen takes the terminal, and answers, before anything slow is imported."""

from __future__ import annotations

import sys

from tui import __version__

SCREENS = frozenset({"open", "review", "demo", ""})
"""The commands that open a screen; the empty one is the book's."""
NO_SCREEN = frozenset({"--help", "-h", "--version", "--line"})
"""The options with which they open none."""

SWITCH = 0.0005
"""Seconds after which a thread that computes lets another one on: Python's own 5 ms are a third of a line's way."""


def main() -> None:
    """Run `minutebook`; keys typed while it starts arrive as they were typed."""
    words = sys.argv[1:]
    if words == ["--version"] and _printed(f"minutebook, version {__version__}"):
        # Before anything is imported, which takes longer than an empty Python to start.
        return
    from tui import garbage
    from tui.terminal.first_frame import clear_first_frame, show_first_frame
    from tui.terminal.raw_terminal import has_screen, take_terminal
    from tui.terminal.standard_output import prepare_streams

    prepare_streams()
    if command_of(words) in SCREENS and not NO_SCREEN & set(words) and has_screen():
        garbage.stop_searching()
        # The writer has been handed a line: what is drawn meanwhile must not keep it waiting ten times as long.
        sys.setswitchinterval(SWITCH)
        take_terminal()
        show_first_frame("Opening …")
    else:
        garbage.search_seldom()
    try:
        from tui.cli import main as run

        run()
    finally:
        clear_first_frame()
        # What is left is no garbage, and the interpreter would look through all of it before it ends.
        garbage.keep_all()


def _printed(line: str) -> bool:
    """Print a line; return whether it could be, since what says why not takes longer to import."""
    try:
        print(line, flush=True)
    except OSError:
        return False
    return sys.stdout is not None


def command_of(words: list[str]) -> str:
    """Return the command among the words of a command line; empty where there is none."""
    rest = iter(words)
    for word in rest:
        if word == "--book":
            next(rest, None)
        elif not word.startswith("-"):
            return word
    return ""


if __name__ == "__main__":
    main()
