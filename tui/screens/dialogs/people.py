"""The list of people: who is here, who comes and who goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.errors import Refused
from tui.keys.keymap import Keymap, shown_key
from tui.meeting.capture.capture import Outcome
from tui.meeting.details.listing import said_person
from tui.meeting.history import journal as history
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Meeting, Person
from tui.meeting.people.name_forms import looks_like_name
from tui.meeting.people.quorum import count_people, describe_count
from tui.meeting.people.roll import Mark, describe_mark, described, find_people, groups_of, likeliest, newcomer, noted
from tui.meeting.text.sanitizing import clean, showable
from tui.screens.command_screen import program_of
from tui.screens.dialogs.correct_person import Corrected, CorrectPerson
from tui.screens.dialogs.help import KeysHelp
from tui.widgets.bindings import Handlers, bindings_of
from tui.widgets.lists.people_list import PeopleList
from tui.widgets.words_input import WordsInput

Make = Callable[[Journal, datetime], Outcome]
"""A change of the journal at a time; it raises Refused where it can't be made."""

_CHROME = 11
"""Rows of the dialog beside the list and the keys."""
_COLUMNS = 4
_BEFORE_THE_BOX = ("people-back", "people-turn-down", "people-turn-up", "people-correct")
_BACK = "Enter goes back to the meeting"
_WHO = "who? Type a few letters, or press Up or Down"


class People(ModalScreen[None]):
    """Choose somebody by letters or with Up and Down; Enter makes the change shown, a key each shows another.

    After a change nobody is chosen, so that Enter pressed twice goes back and changes nothing more.
    """

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            # The box for letters has uses of its own for Ctrl+D, Ctrl+E and Ctrl+X.
            replace(binding, priority=True)
            if isinstance(binding, Binding) and binding.id in _BEFORE_THE_BOX
            else binding
            for binding in bindings_of("people")
        ),
        Binding("ctrl+q", "app.command('leave')", "Quit", show=False),
    ]

    def __init__(self, meeting: Meeting, change: Callable[[Make], Meeting]) -> None:
        super().__init__()
        self._meeting = meeting
        self._change = change
        self._found: tuple[Person, ...] = find_people(meeting, "")
        self._new: Person | None = None
        """Who would be added, where the letters fit nobody."""
        self._at: int | None = None
        """Id of the person on whose row the cursor stands."""
        self._chosen = False
        """Whether that row was chosen since the last change, so that Enter acts on it."""
        self._turned = 0
        """Which of the changes Enter would make, the likeliest being the first."""
        self._changes = self._undone = 0
        self._asked_again = False
        """Whether it was asked if words that are written as no name is are somebody's."""

    def compose(self) -> ComposeResult:
        """Lay out the count, the box for letters, the people, what Enter does, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(id="count", classes="title", markup=False)
            yield WordsInput(placeholder="a few letters, or a new person: Name, capacity (ABBR)", select_on_focus=False)
            yield PeopleList(id="roll")
            yield Static(id="said", markup=False)
            yield Static(id="does", markup=False)
            yield Static(id="people-keys", markup=False)

    def on_mount(self) -> None:
        """Show everybody."""
        self._show("")

    def on_resize(self) -> None:
        """Make the list as long as there is room for, and lay out the keys."""
        keys = self._keys(self._width)
        self.query_one("#people-keys", Static).update(Content("\n").join(keys))
        groups = len(groups_of(self._meeting.people))
        wanted = len(self._meeting.people) + 2 * groups + 2  # Room for a new person in a new group.
        room = self.size.height - _CHROME - len(keys)
        self.query_one(PeopleList).styles.height = max(2, min(wanted, room))

    @property
    def _keymap(self) -> Keymap:
        return program_of(self).keymap

    @property
    def _width(self) -> int:
        """The cells there are within the dialog, which is laid out after this is asked for."""
        return max(20, min(92, self.size.width * 94 // 100) - 6)

    def _keys(self, width: int) -> list[Content]:
        """Lay the keys out in columns; where the screen is small, the way to see them all."""
        shown = [(shown_key(c.keys[0]), c.short) for c in self._keymap.commands_of("people") if c.short]
        columns = [shown[at::_COLUMNS] for at in range(_COLUMNS)]
        widths = [max(len(key) + len(short) + 1 for key, short in column) for column in columns]
        gap = min(5, (width - sum(widths)) // (_COLUMNS - 1))
        if gap < 2 or self.size.height < 18:
            shown, gap = [(self._keymap.key_of("people-help"), "keys"), (self._keymap.key_of("people-back"), "back")], 3
            widths = [len(key) + len(short) + 1 for key, short in shown]
        cells = [
            Content.assemble((key, "bold $text"), f" {short}".ljust(widths[at % _COLUMNS] + gap - len(key)))
            for at, (key, short) in enumerate(shown)
        ]
        return [Content("").join(cells[at : at + _COLUMNS]).rstrip() for at in range(0, len(cells), _COLUMNS)]

    # Choosing.

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List the people that fit what is typed, the likeliest of them chosen; else who would be added."""
        words = clean(event.value)
        self._found = find_people(self._meeting, words)
        self._new = newcomer(self._meeting, words) if words.strip() and not self._found else None
        self._chosen = bool(words.strip() and self._found)
        self._turned = 0
        self._asked_again = False
        self._at = self._found[0].id if self._chosen else self._new.id if self._new else None
        self._show("")

    def move(self, by: int) -> None:
        """Choose the person so many above (below 0) or below; after nobody, the first or the last."""
        people = [person.id for _, group in groups_of(self._found) for person in group]
        if not people:
            return
        place = people.index(self._at) + by if self._at in people else (0 if by > 0 else len(people) - 1)
        if abs(by) > 1:
            place = max(0, min(place, len(people) - 1))
        self._at, self._chosen, self._turned = people[place % len(people)], True, 0
        self._show("")

    @property
    def _person(self) -> Person | None:
        """Who a key is about: the person on whose row the cursor stands, or who would be added."""
        return next((person for person in self._meeting.people if person.id == self._at), self._new)

    # Changing.

    @on(Input.Submitted)
    def make_likeliest(self) -> None:
        """Make the change that is shown; with nobody chosen, go back."""
        person = self._person
        if person is not None and person is self._new and not (self._asked_again or looks_like_name(person.name)):
            self._asked_again = True
            self._refuse("is that somebody's name? Enter once more adds a person; Esc goes back")
        elif person is not None and (self._chosen or self._new):
            self.mark(self._wanted(person))
        elif self.query_one(Input).value.strip():
            self._refuse(f"“{self.query_one(Input).value.strip()}” is nobody's name")
        else:
            self.dismiss(None)

    def turn(self, by: int) -> None:
        """Show another change that Enter would make of the person chosen."""
        person = self._person
        if person is None or (not self._chosen and self._new is None):
            self._refuse(_WHO)
            return
        self._turned += by
        self._show("")

    def turn_to(self, mark: Mark) -> None:
        """Show one of the changes for Enter: a browser's or Word's function key, struck by habit, makes none."""
        person = self._person
        if person is None:
            self._refuse(_WHO)
            return
        self._chosen = person is not self._new
        self._turned = self._marks(person).index(mark)
        self._show("")

    def _wanted(self, person: Person) -> Mark:
        """Return the change that Enter makes: the likeliest, unless another one was turned to."""
        marks = self._marks(person)
        return marks[self._turned % len(marks)]

    def _marks(self, person: Person) -> list[Mark]:
        first = likeliest(self._meeting, person)
        return [first, *(mark for mark in Mark if mark is not first)]

    def mark(self, mark: Mark) -> None:
        """Note something of the person chosen."""
        self._make(lambda meeting, person, at: noted(meeting, person, mark, at), mark.value)

    def correct(self) -> None:
        """Put name, capacity or abbreviation of the person chosen right."""
        person = self._person
        if person is None or person is self._new:
            self._refuse(_WHO)
        else:
            self.app.push_screen(CorrectPerson(self._meeting, person), self._take_corrected)

    def _take_corrected(self, corrected: Corrected | None) -> None:
        if corrected is not None:
            self._make(lambda meeting, _, __: corrected.made(meeting), "person")

    def _make(self, change: Callable[[Meeting, Person, datetime], Meeting], what: str) -> None:
        person = self._person
        if person is None:
            self._refuse(_WHO)
            return

        def make(journal: Journal, at: datetime) -> Outcome:
            meeting = change(journal.meeting, person, at)
            return Outcome(journal=commit(journal, meeting, what, at), message=what)

        if self._take(make):
            self._changes, self._undone = self._changes + 1, 0
            self._at = person.id
            self._show(self._told(person.id, what))

    def undo(self) -> None:
        """Take back the last change made here."""
        if not self._changes:
            undo = self._keymap.key_of("undo")
            self._refuse(f"nothing was changed here yet; {undo} in the meeting undoes what was done before")
        elif self._take(lambda journal, at: Outcome(journal=history.undo(journal, at), message="undo")):
            self._changes, self._undone = self._changes - 1, self._undone + 1
            self._show("undone")

    def redo(self) -> None:
        """Make again the change undone last."""
        if not self._undone:
            self._refuse("nothing was undone here")
        elif self._take(lambda journal, at: Outcome(journal=history.redo(journal, at), message="redo")):
            self._changes, self._undone = self._changes + 1, self._undone - 1
            self._show("done again")

    def _take(self, make: Make) -> bool:
        """Make a change; show everybody again, nobody chosen. Where it is refused, say why."""
        try:
            self._meeting = self._change(make)
        except Refused as refusal:
            self._refuse(str(refusal))
            return False
        box = self.query_one(Input)
        with box.prevent(Input.Changed):
            box.value = ""
        self._found, self._new, self._chosen, self._turned = find_people(self._meeting, ""), None, False, 0
        return True

    def show_help(self) -> None:
        """Show the keys of this list."""
        self.app.push_screen(KeysHelp(self._keymap, "people"))

    def action_command(self, command: str) -> None:
        """Carry out the command of a key."""
        self.HANDLERS[command](self)

    # Showing.

    def _told(self, person_id: int, what: str) -> str:
        """Say what was noted: the event's words, where there is one."""
        person = self._meeting.person(person_id)
        if what == Mark.GROUP:
            return f"{person.name}: {person.group.value}"
        if what == "person":
            return f"{said_person(person)}: put right"
        newest = max(self._meeting.entries, key=lambda entry: entry.id, default=None)
        if what not in (Mark.PRESENT, Mark.APOLOGIES, Mark.ABSENT) and newest and newest.person == person_id:
            return newest.text
        return f"{describe_mark(person, Mark(what))}."

    def _show(self, said: str) -> None:
        """Show the people found, what was just done, and what Enter will do."""
        people = self._found or ((self._new,) if self._new else ())
        self.query_one("#count", Static).update(Content(self._count()))
        self.query_one(PeopleList).show(self._meeting, people, self._at)
        self._say(said)
        self.query_one("#does", Static).update(Content(showable(self._does())))

    def _count(self) -> str:
        forms = [f"People  ·  {words}" for words in describe_count(count_people(self._meeting))]
        return next((form for form in forms if len(form) <= self._width), forms[-1])

    def _does(self) -> str:
        person = self._person
        if person is not None and self._new is person:
            how = "arrived now" if not self._turned else describe_mark(person, self._wanted(person))
            return f"Enter: {described(person)}, new, {how}"
        if person is not None and self._chosen:
            return f"Enter: {describe_mark(person, self._wanted(person))}"
        return "" if self.query_one(Input).value.strip() else _BACK

    def _refuse(self, why: str) -> None:
        self._say(why, refused=True)

    def _say(self, words: str, *, refused: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(refused, "wrong")
        said.update(Content(showable(words)))

    HANDLERS: ClassVar[Handlers[People]] = {
        "people-likeliest": make_likeliest,
        "people-turn-down": lambda self: self.turn(1),
        "people-turn-up": lambda self: self.turn(-1),
        "people-mark-arrived": lambda self: self.turn_to(Mark.ARRIVED),
        "people-mark-left": lambda self: self.turn_to(Mark.LEFT),
        "people-mark-present": lambda self: self.turn_to(Mark.PRESENT),
        "people-mark-apologies": lambda self: self.turn_to(Mark.APOLOGIES),
        "people-mark-absent": lambda self: self.turn_to(Mark.ABSENT),
        "people-mark-section": lambda self: self.turn_to(Mark.SECTION),
        "people-mark-interest": lambda self: self.turn_to(Mark.INTEREST),
        "people-regroup": lambda self: self.turn_to(Mark.GROUP),
        "people-correct": correct,
        "people-move-up": lambda self: self.move(-1),
        "people-move-down": lambda self: self.move(1),
        "people-move-up-10": lambda self: self.move(-10),
        "people-move-down-10": lambda self: self.move(10),
        "people-undo": undo,
        "people-redo": redo,
        "people-help": show_help,
        "people-back": lambda self: self.dismiss(None),
    }
