"""Asking in one line for the speakers, owners or due of entries: what the letters mean, and the change they make."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tui.errors import Refused
from tui.meeting.capture.editing import set_due, set_owners, set_speakers
from tui.meeting.capture.entry_fields import Field
from tui.meeting.capture.prompt_choices import choose_names, choose_speakers, due_choices, people_first
from tui.meeting.dates.due import due_of, say_due
from tui.meeting.model import Entry, Meeting
from tui.meeting.text.sanitizing import showable
from tui.widgets.prompt import Prompt

_MOST_OTHERS = 6


class EntryPrompt(Prompt):
    """Ask who spoke, whose entries are or when they are due; what is answered goes up as the meeting changed so."""

    @dataclass
    class Taken(Message):
        """The answer was understood."""

        field: Field
        ids: tuple[int, ...]
        """The entries that it is about."""
        changed: Meeting | None
        """The meeting with the answer; None where it changes nothing."""
        due_next: bool
        """Whether the due is to be asked for next."""

    def __init__(self, meeting: Meeting, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.meeting = meeting
        """The meeting as it stands."""
        self._asked: Field = "owners"
        self._ids: tuple[int, ...] = ()
        self._begun_with = ""
        """What stood in the field at first."""
        self._turn = 0
        """Which of those that the letters may mean is shown."""
        self._offered: str | None = None
        """Who stands in the field because they were come to with Down or Up; None once something is typed."""

    def ask_of(self, field: Field, ids: tuple[int, ...]) -> None:
        """Ask for the speakers, owners or due of entries. Raises Refused, with the reason, where they have none."""
        if field == "speakers":
            set_speakers(self.meeting, ids, ())
        else:
            set_owners(self.meeting, ids, ())
        self._asked, self._ids, self._turn, self._offered = field, ids, 0, None
        self.ask(field)
        self._begun_with = self._standing()
        with self.field.prevent(Input.Changed):
            self.fill_in(self._begun_with, chosen=True)
        self._show_meant(self._begun_with)

    # What the keys do.

    def answer(self) -> None:
        """Take what is shown: as it stood, nothing changes; emptied, it is cleared."""
        self._take(due_next=False)

    def go_on(self) -> None:
        """Take the owners and go on to the due; elsewhere, fill in what is shown."""
        words = self.field.value
        if self._asked == "owners":
            self._take(due_next=True)
        elif words.strip():
            self.fill_in(self._meant(words))

    def turn(self, by: int) -> None:
        """Show another of those that the letters may mean; where none were typed yet, the next of the people."""
        words = self.field.value.strip()
        if self._asked == "due" or (self._offered is None and words and words != self._begun_with):
            self._turn += by
            self._show_meant(words)
        elif people := [one.label for one in people_first(self.meeting, owners=self._asked == "owners")]:
            at = people.index(words) if words in people else (-1 if by > 0 else 0)
            self._offered = people[(at + by) % len(people)]
            with self.field.prevent(Input.Changed):
                self.fill_in(self._offered, chosen=True)
            self._show_meant(self._offered)

    def take_typed(self, words: str) -> None:
        """Show what the letters mean."""
        self._turn, self._offered = 0, None
        self._show_meant(words)

    def _take(self, *, due_next: bool) -> None:
        ids = tuple(entry for entry in self._ids if any(one.id == entry for one in self.meeting.entries))
        try:
            changed = self._changed(self.field.value, ids) if ids and not self._is_as_it_was else None
        except Refused as refusal:
            self.show_match(Content(showable(str(refusal))), wrong=True)
        else:
            self.post_message(self.Taken(self._asked, ids, changed, due_next))

    @property
    def _is_as_it_was(self) -> bool:
        return not self._turn and self.field.value.strip() == self._begun_with

    def _standing(self) -> str:
        """Return what the entries have, as it could be typed; nothing where it is not the same for all of them."""
        said = {_as_typed(entry, self._asked) for entry in self.meeting.entries if entry.id in self._ids}
        return said.pop() if len(said) == 1 else ""

    def _changed(self, words: str, ids: tuple[int, ...]) -> Meeting:
        if self._asked == "speakers":
            return set_speakers(self.meeting, ids, choose_speakers(self.meeting, words, turn=self._turn))
        if self._asked == "owners":
            chosen = choose_names(self.meeting, words, owners=True, turn=self._turn)
            return set_owners(self.meeting, ids, chosen.names)
        return set_due(self.meeting, ids, due_of(self.meeting, self._meant(words)))

    def _meant(self, words: str) -> str:
        """Return in full what the letters mean."""
        if self._asked == "due":
            choices = due_choices(self.meeting, words)
            return choices[self._turn % len(choices)] if choices else ""
        return ", ".join(choose_names(self.meeting, words, owners=self._asked == "owners", turn=self._turn).names)

    # Showing what is meant.

    def _show_meant(self, words: str) -> None:
        if not words.strip() or self._is_as_it_was:
            self.show_match(self._before_typing(emptied=bool(self._begun_with) and not words.strip()))
        elif self._asked == "due":
            self.show_match(self._match_of_due(words))
        else:
            names = choose_names(self.meeting, words, owners=self._asked == "owners", turn=self._turn)
            strange = names.unknown[0] if names.unknown else ""
            if strange and self._asked == "speakers":
                self.show_match(Content(f"nobody here is known as “{showable(strange)}”"), wrong=True)
                return
            shown = names.last[self._turn % len(names.last)] if names.last else None
            others = tuple(choice for choice in names.last if choice is not shown)
            about = "as typed" if strange else shown.about if shown and len(names.names) == 1 else ""
            self.show_match(_match(", ".join(names.names), about, tuple(choice.label for choice in others)))

    def _before_typing(self, *, emptied: bool) -> Content:
        """Say that Enter leaves or clears what stands, and who or what may be typed."""
        if self._asked == "due":
            offered: tuple[str, ...] = ("fri", "next meeting", "apr", "25/4", "in a month")
        else:
            offered = tuple(one.label for one in people_first(self.meeting, owners=self._asked == "owners"))
        return _match("", "Enter clears it" if emptied else "", offered)

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


def _as_typed(entry: Entry, field: Field) -> str:
    """Return what an entry has in a field, as it could be typed; empty for nothing."""
    if field == "speakers":
        return ", ".join(entry.speakers)
    if entry.action is None:
        return ""
    if field == "owners":
        return ", ".join(entry.action.owners)
    return entry.action.due.words if entry.action.due else ""
