"""Putting a person right: name, capacity and abbreviation, and the old name in what was captured."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.errors import Refused
from tui.meeting.details.listing import said_person
from tui.meeting.details.people import as_said, correct, places_of
from tui.meeting.model import Meeting, Person
from tui.meeting.text.sanitizing import clean, showable
from tui.widgets.words_input import WordsInput


class Corrected(NamedTuple):
    """What a person should be."""

    old: Person
    new: Person
    everywhere: bool
    """Whether the old name is put right in what was captured too."""

    def made(self, meeting: Meeting) -> Meeting:
        """Return the meeting with the person put right. Raises Refused."""
        return correct(meeting, self.old, self.new, everywhere=self.everywhere)


class CorrectPerson(ModalScreen[Corrected | None]):
    """Type name, capacity and abbreviation; Enter puts them right, Tab leaves what was captured as it is."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", show=False),
        Binding("tab", "turn", "Also in what was captured", show=False, priority=True),
    ]

    def __init__(self, meeting: Meeting, person: Person) -> None:
        super().__init__()
        self._meeting = meeting
        self._person = person
        self._everywhere = True

    def compose(self) -> ComposeResult:
        """Lay out the person, what it comes to in what was captured, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(showable(f"Put {self._person.name} right")), classes="title")
            yield WordsInput(value=showable(said_person(self._person)), select_on_focus=False)
            yield Static(classes="text", markup=False)
            yield Static(classes="wrong", markup=False)
            yield Static("Name, capacity (ABBR)   Enter puts it right   Esc back", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Say what there is to say of the words as they stand."""
        self.query_one(".hint", Static).styles.height = "auto"
        self._show()

    @on(Input.Changed)
    def note_typing(self) -> None:
        """Count the places anew."""
        self._show()

    def action_turn(self) -> None:
        """Put the words that were captured right too, or leave them as they are."""
        self._everywhere = not self._everywhere
        self._show()

    @on(Input.Submitted)
    def take(self) -> None:
        """Put the person right, or say why not."""
        try:
            wanted = self._wanted()
            wanted.made(self._meeting)
        except Refused as refusal:
            self._say_wrong(str(refusal))
        else:
            self.dismiss(wanted)

    def _wanted(self) -> Corrected:
        typed = clean(self.query_one(Input).value)
        return Corrected(self._person, as_said(self._person, typed), self._everywhere)

    def _show(self) -> None:
        self._say_wrong("")
        try:
            wanted = self._wanted()
        except Refused as refusal:
            self._say_wrong(str(refusal))
            return
        count = places_of(self._meeting, wanted.old, wanted.new)
        words = ""
        if count:
            places = "1 place" if count == 1 else f"{count} places"
            also, other = ("also", "leaves it there") if self._everywhere else ("not", "puts it right there too")
            words = f"{also} in what was captured: {places} (Tab {other})"
        self.query_one(".text", Static).update(Content(words))

    def _say_wrong(self, words: str) -> None:
        self.query_one(".wrong", Static).update(Content(showable(words)))
