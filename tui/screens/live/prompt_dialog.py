"""Asking for speakers, owners or due in one line: what the letters mean, and the change that comes of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from textual import on
from textual.content import Content

from tui.book.opened import OpenMeeting
from tui.errors import Refused
from tui.meeting.capture.capture import Outcome
from tui.meeting.capture.describe_line import describe_due
from tui.meeting.capture.editing import set_due, set_owners, set_speakers
from tui.meeting.capture.prompt_choices import choose_names, choose_speakers, due_choices, people_first
from tui.meeting.dates.due import due_of, say_due
from tui.meeting.history.journal import commit
from tui.meeting.model import Entry, Meeting
from tui.meeting.outline.labels import name_entries
from tui.meeting.text.sanitizing import showable
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.prompt import Prompt

Field = Literal["speakers", "owners", "due"]
"""What is asked for in a line of its own."""

_MOST_OTHERS = 6


class Asking(OpenedScreen):
    """Ask who spoke, whose entries are and when they are due; the screen says where the question stands."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._field: Field = "owners"
        """What is being asked for, while something is."""
        self._asked_of: tuple[int, ...] = ()
        """Ids of the entries it is asked of."""
        self._turn = 0
        """Which of those that the letters may mean is shown."""

    @property
    def prompt(self) -> Prompt:
        """The question in one line."""
        return self.query_one(Prompt)

    # Changing entries.

    def change_entries(self, what: str, change: Callable[[Meeting], Meeting], said: Callable[[], str]) -> bool:
        """Make one change of some entries, and say what came of it; where it is refused, say why."""

        def make() -> Outcome:
            return Outcome(journal=commit(self.journal, change(self.meeting), what, self.now()), message=what)

        if not self.change(make):
            return False
        self.tell(said())
        return True

    def _say_of(self, ids: tuple[int, ...], field: Field) -> str:
        """Say how entries stand now: `action A2: DCC, CC`."""
        entries = [e for e in self.meeting.entries if e.id in ids]
        spoken = next((_stands(e, field) for e in entries if field == "speakers" or e.action), "")
        return f"{name_entries(self.meeting, ids)}: {spoken}"

    # The question.

    def ask_for(self, field: Field, ids: tuple[int, ...]) -> None:
        """Ask for the speakers, owners or due of entries; where they can't have any, say why."""
        refusal = self._not_of(field, ids)
        if refusal:
            self.stop_asking()
            self.say(refusal, refused=True)
            return
        self._field, self._asked_of, self._turn = field, ids, 0
        self.add_class("-asking")
        self.prompt.ask(field)
        self._show_match("")

    def stop_asking(self) -> None:
        """Ask nothing any more, and give the focus to where the question came from."""
        raise NotImplementedError

    def leave_question(self) -> None:
        """Leave everything as it was."""
        self.stop_asking()

    def _not_of(self, field: Field, ids: tuple[int, ...]) -> str:
        """Say why something can't be asked of entries; empty where it can."""
        try:
            if field == "speakers":
                set_speakers(self.meeting, ids, ())
            else:
                set_owners(self.meeting, ids, ())
        except Refused as refusal:
            return str(refusal)
        return ""

    @on(Prompt.Typed)
    def take_typed(self, event: Prompt.Typed) -> None:
        """Show what the letters mean."""
        self._turn = 0
        self._show_match(event.words)

    @on(Prompt.Turned)
    def take_turn(self, event: Prompt.Turned) -> None:
        """Show another of those that the letters may mean."""
        self._turn += event.by
        self._show_match(self.prompt.field.value)

    @on(Prompt.Left)
    def take_left(self) -> None:
        """Leave everything as it was."""
        self.leave_question()

    @on(Prompt.WentOn)
    def take_went_on(self, event: Prompt.WentOn) -> None:
        """Take the owners and ask for the due; elsewhere, fill in what is shown."""
        if self._field == "owners":
            if not event.words.strip() or self._take(event.words):
                self.ask_next("due", self._asked_of)
        elif event.words.strip():
            self.prompt.fill_in(self._meant(event.words))

    def ask_next(self, field: Field, ids: tuple[int, ...]) -> None:
        """Ask for something else of the same entries."""
        self.ask_for(field, ids)

    @on(Prompt.Answered)
    def take_answered(self, event: Prompt.Answered) -> None:
        """Take what is shown; no words at all clear it."""
        if self._take(event.words):
            self.stop_asking()

    def _take(self, words: str) -> bool:
        """Make the change that the words ask for; where they can't be taken, show why and ask on."""
        field, ids = self._field, tuple(i for i in self._asked_of if any(e.id == i for e in self.meeting.entries))
        if not ids:
            return True
        try:
            changed = self._changed(words, ids)
        except Refused as refusal:
            self.prompt.show_match(Content(showable(str(refusal))), wrong=True)
            return False
        return self.change_entries(field, lambda _: changed, lambda: self._say_of(ids, field))

    def _changed(self, words: str, ids: tuple[int, ...]) -> Meeting:
        if self._field == "speakers":
            return set_speakers(self.meeting, ids, choose_speakers(self.meeting, words, turn=self._turn))
        if self._field == "owners":
            chosen = choose_names(self.meeting, words, owners=True, turn=self._turn)
            return set_owners(self.meeting, ids, chosen.names)
        return set_due(self.meeting, ids, due_of(self.meeting, self._meant(words)))

    def _meant(self, words: str) -> str:
        """Return in full what the letters mean."""
        if self._field == "due":
            choices = due_choices(self.meeting, words)
            return choices[self._turn % len(choices)] if choices else ""
        return ", ".join(choose_names(self.meeting, words, owners=self._field == "owners", turn=self._turn).names)

    # Showing what is meant.

    def _show_match(self, words: str) -> None:
        if not words.strip():
            self.prompt.show_match(self._before_typing())
        elif self._field == "due":
            self.prompt.show_match(self._match_of_due(words))
        else:
            names = choose_names(self.meeting, words, owners=self._field == "owners", turn=self._turn)
            strange = names.unknown[0] if names.unknown else ""
            if strange and self._field == "speakers":
                self.prompt.show_match(Content(f"nobody here is known as “{showable(strange)}”"), wrong=True)
                return
            shown = names.last[self._turn % len(names.last)] if names.last else None
            others = tuple(choice for choice in names.last if choice is not shown)
            about = "as typed" if strange else shown.about if shown and len(names.names) == 1 else ""
            self.prompt.show_match(_match(", ".join(names.names), about, tuple(choice.label for choice in others)))

    def _before_typing(self) -> Content:
        """Say what stands, and who or what may be typed."""
        first = [e for e in self.meeting.entries if e.id in self._asked_of]
        stands = next((_stands(e, self._field) for e in first), "")
        if self._field == "due":
            offered: tuple[str, ...] = ("fri", "next meeting", "apr", "25/4", "in a month")
        else:
            offered = tuple(c.label for c in people_first(self.meeting, owners=self._field == "owners"))
        return _match(stands, "now; Enter clears it" if stands and not stands.startswith("no ") else "", offered)

    def _match_of_due(self, words: str) -> Content:
        choices = due_choices(self.meeting, words)
        chosen = self._meant(words)
        try:
            due = due_of(self.meeting, chosen)
        except Refused as refusal:
            return Content(showable(str(refusal)))
        said, _, day = say_due(due).rpartition(" · ") if due else ("", "", "")
        return _match(said, day, tuple(choice for choice in choices if choice != chosen))


def _match(meant: str, about: str, others: tuple[str, ...]) -> Content:
    parts: list[tuple[str, str]] = [(showable(meant), "bold $text")]
    if about:
        parts.append((f"  {showable(about)}", "$text"))
    if others:
        parts.append((f"{'   ' if meant else ''}{showable(', '.join(others[:_MOST_OTHERS]))}", "$text-muted"))
    return Content.assemble(*parts)


def _stands(entry: Entry, field: Field) -> str:
    """Say what an entry has in a field: `DCC, CC`, `no owner`, `due 25 April 2017`."""
    if field == "speakers":
        return ", ".join(entry.speakers) or "no speaker"
    if entry.action is None:
        return ""
    return describe_due(entry.action.due) if field == "due" else ", ".join(entry.action.owners) or "no owner"
