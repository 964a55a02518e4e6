"""What every part of a meeting kept line by line shares: the one way to change it, to say something and to ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tui.book.opened import OpenMeeting
from tui.errors import MinutebookError
from tui.listening.saving import Saving
from tui.listening.voice import Voice
from tui.meeting.capture.capture import Outcome
from tui.meeting.history.journal import Journal, commit
from tui.meeting.marks import COMMAND, MARKS, RESTRICT
from tui.meeting.model import Meeting

Aside = Callable[[str], None]
"""Takes a line of the notes that was typed where something else was asked."""


class Talk:
    """A meeting that is open for writing, and the voice that says what becomes of it."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime], voice: Voice, saving: Saving) -> None:
        self.opened = opened
        self.now = now
        self.voice = voice
        self.saving = saving
        self.aside: Aside = self.say
        """What a line of the notes is given to that was typed in answer to a question."""
        self.refused = 0
        """How many lines and answers could not apply."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.opened.meeting

    @property
    def journal(self) -> Journal:
        """The meeting with its history."""
        return self.opened.journal

    def say(self, words: str) -> None:
        """Say something."""
        self.voice.say(words)

    def refuse(self, why: str) -> None:
        """Say why something cannot be done."""
        self.refused += 1
        self.say(why)

    def words(self, *, again: bool = True) -> str:
        """Return what has happened meanwhile: to the disk, and what others have settled, which is taken in here.

        What was said of the disk before is said only `again`.
        """
        return "; ".join(
            filter(None, (self.saving.words(self.opened, again=again), *self.opened.take_news(self.now())))
        )

    def change(self, make: Callable[[], Outcome], *, line: str | None = None) -> Outcome | None:
        """Make a change and hand it to the writer; where it is refused, say why and return None.

        `line` is what is left of the line being typed; None leaves that as it is.
        """
        try:
            outcome = make()
        except MinutebookError as refusal:
            self.refuse(str(refusal))
            return None
        self.opened.take(outcome.journal, line=line)
        self.saving.wait(self.opened)
        return outcome

    def change_meeting(self, what: str, change: Callable[[Meeting], Meeting]) -> bool:
        """Make one change of the meeting; return whether it could be made."""

        def make() -> Outcome:
            return Outcome(journal=commit(self.journal, change(self.meeting), what, self.now()), message=what)

        return self.change(make) is not None

    def ask(self, prompt: str, *, recall: str = "", notes: bool = True) -> str:
        """Ask something; a line of the notes, with its mark, and a command are taken as ever, and it is asked again.

        Without `notes` every line is an answer.
        """
        while True:
            if words := self.words():
                self.say(words)
            line = self.voice.ask(f"{prompt} ", recall=recall).strip()
            if not (notes and is_for_notes(line)):
                return line
            self.aside(line)


def is_for_notes(line: str) -> bool:
    """Return whether a line is one of the notes or a command, whatever was asked: it has a mark and words after it."""
    return len(line) > 1 and line[0] in {*MARKS, COMMAND, RESTRICT}
