"""Somebody who types lines into a meeting kept line by line, and hears what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from tests.meeting.room import parish, with_forward
from tui.book.folder import Book
from tui.book.opened import create_meeting, open_meeting
from tui.listening.conversation import Conversation
from tui.listening.saving import Saving
from tui.listening.talk import Talk
from tui.listening.voice import Left, Meanwhile, wrapped

NOW = datetime(2022, 5, 10, 19, 30, tzinfo=UTC)


class Heard:
    """A voice that is given its lines beforehand, and remembers what was said after each."""

    def __init__(self, lines: Iterable[str | Callable[[], str]], *, terminal: bool = False) -> None:
        self.terminal = terminal
        self._lines = iter(lines)
        self.prompts: list[str] = []
        self.answers: list[list[str]] = [[]]
        """What was said before the first line, after it, and so on."""

    def ask(self, prompt: str, *, recall: str = "", meanwhile: Meanwhile | None = None) -> str:
        del recall, meanwhile  # Nobody types here.
        self.prompts.append(prompt)
        line = next(self._lines, None)
        if line is None:
            raise Left
        self.answers.append([])
        return line if isinstance(line, str) else line()

    def say(self, words: str) -> None:
        self.answers[-1] += wrapped(words)

    @property
    def said(self) -> list[str]:
        """Everything that was said after the first line was typed."""
        return [line for answer in self.answers[1:] for line in answer]


def a_meeting(folder: Path, *, forward: bool = False) -> Path:
    return create_meeting(folder, with_forward() if forward else parish())


def keep(path: Path, *lines: str | Callable[[], str], terminal: bool = False) -> Heard:
    """Keep a meeting by these lines; give what was heard."""
    voice, saving = Heard(lines, terminal=terminal), Saving()
    with open_meeting(path, on_saved=saving.note) as opened:
        Conversation(Talk(opened, lambda: NOW, voice, saving), Book(path.parent)).run()
    return voice
