"""The conversation: a line is typed and answered, until the user leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tui.book.folder import Book
from tui.book.refusing_disk import place_in
from tui.errors import MinutebookError, Refused
from tui.listening import plain_lists
from tui.listening.answers import answer_to
from tui.listening.check import check
from tui.listening.people import people
from tui.listening.review import review
from tui.listening.talk import Talk
from tui.listening.voice import Left
from tui.meeting.capture.capture import enter
from tui.meeting.capture.commands import TEXT_TOO
from tui.meeting.capture.line_reader import words_at
from tui.meeting.marks import COMMAND
from tui.meeting.text.brackets import Carrying

_PATIENCE = 2.0
"""Seconds that leaving waits for the disk before it says what is wrong."""
_MOST_LAST = 200
_DROP = "drop"


OWN: Mapping[str, str] = {
    "where": "say where the meeting is, who is here, the time, whether all is saved",
    "agenda": "say the sections, a line each",
    "last": "say what was captured last; /last 5 says five",
    "people": "say who is here, and ask who has come or gone; /people NAME",
    "review": "the chair's review: settle the actions one after another; /review A2",
    "check": "say what is open before the notes go out, and put it right",
    "draft": "store the line that was not stored when this was last open; /draft drop",
    "save": "write the meeting to another folder from now on: /save FOLDER",
    "help": "say this",
    "quit": "leave; everything is saved already, and Ctrl+D does the same",
}
"""The commands that only this has, and what each does."""
_WITHOUT_WORDS = frozenset({"where", "agenda", "check", "help", "quit"})


class Conversation:
    """A meeting that is kept line by line."""

    def __init__(self, talk: Talk, book: Book) -> None:
        self.talk = talk
        self.talk.aside = self.take
        self._book = book
        draft = talk.opened.draft
        self._draft = draft.line if draft else ""
        """The line that came back from when the meeting was last open, until it is stored or dropped."""
        self._recalled = False
        """Whether the key Up brings that back."""
        self._warned = False
        """Whether the user was told, leaving, that the disk has not all."""
        self._brackets = Carrying(words_at)

    # The whole of it.

    def run(self, *, first: str = "") -> None:
        """Say what is open, take lines until the user leaves; `first` is a command to begin with."""
        try:
            self._greet()
            while True:
                try:
                    line, first = first or self._typed(), ""
                    self.take(line)
                except Left as left:
                    if self._may_leave(left.typed):
                        return
        except Left:
            return  # Nobody hears it any more.

    def _greet(self) -> None:
        self._say_all(plain_lists.greeting(self.talk.meeting))
        self._say_all(self.talk.opened.notices)
        if self._draft:
            self.talk.say(f"This line was typed and not stored: “{self._draft}”; /draft stores it.")

    def _typed(self) -> str:
        if words := self.talk.words():
            self.talk.say(words)
        recall, self._recalled = ("" if self._recalled else self._draft), True
        prompt = f"{plain_lists.prompt_of(self.talk.meeting)} "
        return self.talk.voice.ask(prompt, recall=recall, meanwhile=self._while_typing)

    def _while_typing(self, typed: str) -> str:
        """Keep the line as it is being typed; say what has happened since."""
        self._keep(typed)
        return self.talk.words(again=False)

    def _keep(self, typed: str) -> None:
        if not self._draft:
            self.talk.opened.keep_draft(typed, self.talk.meeting.current_kind)

    def _may_leave(self, typed: str) -> bool:
        """Return whether all is on the disk; where it is not, say so once, and let whoever sits there try again."""
        if typed:
            self._keep(typed)
        opened = self.talk.opened
        if opened.flush(_PATIENCE):
            self.talk.say(f"{self.talk.saving.standing(opened)}; {opened.path.name}")
            return True
        if self._warned or not self.talk.voice.terminal:
            return True
        self._warned = True
        self.talk.say(f"The last changes are not on the disk: {opened.failure or 'it does not answer'}.")
        self.talk.say("/save FOLDER writes them to another folder; /quit again leaves, and they are lost.")
        return False

    # A line.

    def take(self, line: str) -> None:
        """Take a line: a command of this conversation, or one of the capture language."""
        name, _, rest = line.strip().removeprefix(COMMAND).partition(" ")
        if self.talk.meeting.closed is not None and line.strip().casefold() == "/close":
            self._go_through()
            return
        if not line.strip().startswith(COMMAND) or name.casefold() not in OWN:
            self._capture(line)
            return
        try:
            self._carry_out(name.casefold(), rest.strip())
        except MinutebookError as refusal:
            self.talk.refuse(str(refusal))

    def _capture(self, line: str) -> None:
        if not self.talk.voice.terminal:
            line = self._brackets.take(line).text
        before, revision = self.talk.meeting, self.talk.opened.revision
        left = "" if line.strip() == self._draft.strip() else self._draft
        outcome = self.talk.change(lambda: enter(self.talk.journal, line, self.talk.now()), line=left)
        if outcome is not None:
            self._draft = left
            self.talk.say(answer_to(before, revision, self.talk.journal, outcome))
            if before.closed is None and self.talk.meeting.closed is not None:
                self.talk.say("/close once more leads on: review, gaps and check, approval, publishing, mail.")

    # The commands of this conversation.

    def _carry_out(self, name: str, rest: str) -> None:
        if rest and name in _WITHOUT_WORDS:
            raise Refused(f"/{name} takes no words after it", hint=TEXT_TOO)
        commands: dict[str, Callable[[str], None]] = {
            "where": lambda _: self._say_all(self._where()),
            "agenda": lambda _: self._say_all(plain_lists.agenda(self.talk.journal, self.talk.now())),
            "last": self._say_last,
            "people": lambda wanted: people(self.talk, wanted),
            "review": lambda ref: review(self.talk, ref),
            "check": lambda _: self._check(),
            "draft": self._take_draft,
            "save": self._save_elsewhere,
            "help": lambda _: self._say_all(plain_lists.helped(self.talk.meeting, OWN)),
            "quit": self._quit,
        }
        commands[name](rest)

    def _go_through(self) -> None:
        from tui.listening.closing import go_through

        try:
            go_through(self.talk, self._book)
        except MinutebookError as refusal:
            self.talk.refuse(str(refusal))

    def _say_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.talk.say(line)

    def _where(self) -> Iterable[str]:
        saved = self.talk.saving.standing(self.talk.opened)
        return plain_lists.where(self.talk.journal, self.talk.now(), saved)

    def _say_last(self, count: str) -> None:
        if count and not (count.isdecimal() and 0 < int(count) <= _MOST_LAST):
            raise Refused(f"/last takes a number up to {_MOST_LAST}", hint=TEXT_TOO)
        self._say_all(plain_lists.last(self.talk.meeting, int(count or 1)))

    def _check(self) -> None:
        from tui.book.house_style import house_style_of
        from tui.book.series import numbered_with

        check(self.talk, house_style_of(self._book.folder), numbered_with(self._book, self.talk.meeting))

    def _take_draft(self, word: str) -> None:
        if word not in ("", _DROP):
            raise Refused("/draft stores the line that came back, /draft drop forgets it", hint=TEXT_TOO)
        if not self._draft:
            raise Refused("no line came back")
        if word == _DROP:
            self._draft = ""
            self.talk.opened.keep_draft("", self.talk.meeting.current_kind)
            self.talk.say("dropped")
        else:
            self._capture(self._draft)

    def _save_elsewhere(self, folder: str) -> None:
        target = place_in(folder, self.talk.opened.path.name)
        self.talk.opened.save_elsewhere(target)
        self.talk.say(f"the meeting is written to {target} from now on")

    def _quit(self, _: str) -> None:
        raise Left
