"""The details on the screen: every line of the head and every person, each put right where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tui.book.folder import Book
from tui.book.opened import OpenMeeting
from tui.book.shelf.notice import notice_of, said_notice
from tui.book.shelf.standing import StandingMembers, standing_members
from tui.errors import MinutebookError, Refused
from tui.keys import needs
from tui.keys.keymap import Need, Where
from tui.meeting.capture.capture import Outcome
from tui.meeting.dates.written_dates import said_date
from tui.meeting.details.head import set_any, set_line
from tui.meeting.details.keyed import dues_told, said_when
from tui.meeting.details.listing import detail_lines
from tui.meeting.details.people import add_person, missing_members, remove_person, with_members
from tui.meeting.history import journal as history
from tui.meeting.history.journal import commit
from tui.meeting.model import Meeting
from tui.meeting.people.attendance import regroup
from tui.meeting.text.sanitizing import clean, showable
from tui.screens.dialogs.correct_person import Corrected, CorrectPerson
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.details_list import DetailsList
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

_LINE, _PERSON = "line", "person"
"""What is asked where no line of the head is."""


class DetailsScreen(OpenedScreen):
    """List the details; Enter changes the chosen one, and every change is one that undo takes back."""

    CSS_PATH = "details.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("details",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("details")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._changes = self._undone = 0
        """How many changes made here can be undone, and done again."""
        self._asking = ""
        """The key of the line that is being asked for."""
        self._standing = StandingMembers(people=(), held=None)

    def compose(self) -> ComposeResult:
        """Lay out what is offered, the list, what is said, and the keys."""
        yield TopLine(id="top")
        yield Static(id="counts", markup=False)
        yield DetailsList(id="details")
        yield Foot("details", self.program.keymap, self.disabled_reason)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    @property
    def list_view(self) -> DetailsList:
        """The list of the details."""
        return self.query_one(DetailsList)

    def on_mount(self) -> None:
        """Show the details, and find out who else is expected."""
        try:
            self._standing = standing_members(Book(self.opened.path.parent), self.meeting)
        except MinutebookError as problem:
            self.say(str(problem), refused=True)
        self.show_saving()
        self.show_meeting()

    def choose(self, by: int) -> None:
        """Choose the row so many below, or above."""
        self.list_view.choose_by(by)
        self.say("")
        self.foot.show_keys()

    # Changing.

    def change_chosen(self) -> None:
        """Ask for other words for the chosen line, or put the chosen person right."""
        if (line := self.list_view.line) is not None:
            self._ask(*line)
        elif (person := self.list_view.person) is not None:
            self.app.push_screen(CorrectPerson(self.meeting, person), self._take_corrected)

    def _take_corrected(self, corrected: Corrected | None) -> None:
        if corrected is None:
            return
        person = corrected.new
        if self._make(corrected.made, "person"):
            self.list_view.choose_person(person.id)
            self.say(f"{person.name}: put right")

    def ask_for_line(self) -> None:
        """Ask for a line of the head that is not there yet."""
        self._ask(_LINE, "")

    def ask_for_person(self) -> None:
        """Ask for somebody who is not named yet."""
        self._ask(_PERSON, "")

    def _ask(self, key: str, words: str) -> None:
        self._asking = key
        self.foot.ask(key, {_LINE: "Key: words", _PERSON: "Name, capacity (ABBR)"}.get(key, ""))
        self.foot.prompt.fill_in(words)

    @on(Prompt.Typed)
    def show_what_it_comes_to(self, event: Prompt.Typed) -> None:
        """Say what the words make of the detail, or why they make nothing."""
        words = clean(event.words)
        try:
            after = self._changed(self.meeting, words)
        except Refused as refusal:
            self.foot.prompt.show_match(Content(showable(str(refusal))), wrong=bool(words.strip()))
        else:
            shown = said_when(after) if self._asking.casefold() in ("date", "time") else ""
            self.foot.prompt.show_match(Content(showable(shown)))

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Make the change that was asked for; what cannot be stays in the question, with the reason."""
        key, words, before = self._asking, clean(event.words), self.meeting
        if not key:
            return
        try:
            self._changed(before, words)
        except Refused as refusal:
            self.foot.prompt.show_match(Content(showable(str(refusal))), wrong=True)
            return
        self.leave_question()
        if self._make(lambda meeting: self._changed_by(key, meeting, words), key.casefold()):
            self.list_view.choose_line(words.partition(":")[0].strip() if key == _LINE else key)
            self.say(dues_told(before, self.meeting))

    def _changed(self, meeting: Meeting, words: str) -> Meeting:
        return self._changed_by(self._asking, meeting, words)

    def _changed_by(self, key: str, meeting: Meeting, words: str) -> Meeting:
        """Return the meeting with a detail in other words. Raises Refused."""
        if key == _LINE:
            return set_any(meeting, words)
        return add_person(meeting, words) if key == _PERSON else set_line(meeting, key, words)

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more."""
        self._asking = ""
        self.foot.close()

    def take_out(self) -> None:
        """Take the chosen line out of the head, or the chosen person off the list."""
        if (line := self.list_view.line) is not None:
            if self._make(lambda meeting: set_line(meeting, line[0], ""), "take out"):
                self.say(f"{line[0]}: taken out; {self.key_of('details-undo')} brings it back")
        elif (person := self.list_view.person) is not None and self._make(
            lambda meeting: remove_person(meeting, person), "take out"
        ):
            self.say(f"{person.name}: taken out; {self.key_of('details-undo')} brings them back")

    def turn_group(self) -> None:
        """Put the chosen person into the next group."""
        person = self.list_view.person
        if person is None:
            self.say(needs.PERSON.words, refused=True)
        elif self._make(lambda meeting: regroup(meeting, person), "group"):
            self.list_view.choose_person(person.id)
            self.say(f"{person.name}: {self.meeting.person(person.id).group.value}")

    def add_members(self) -> None:
        """Add the standing members of the series whom the meeting does not name."""
        missing = missing_members(self.meeting, self._standing.people)
        if not missing:
            self.say(needs.MEMBERS.words, refused=True)
        elif self._make(lambda meeting: with_members(meeting, self._standing.people), "members"):
            self.list_view.choose_person(missing[0].id)
            self.say(f"{', '.join(person.name for person in missing)}: added")

    def _make(self, change: Callable[[Meeting], Meeting], what: str) -> bool:
        def make() -> Outcome:
            return Outcome(journal=commit(self.journal, change(self.meeting), what, self.now()), message=what)

        revision = self.opened.revision
        if not self.change(make):
            return False
        self._changes, self._undone = self._changes + (self.opened.revision > revision), 0
        self.foot.show_keys()
        return True

    def undo(self) -> None:
        """Take back the last change made here."""
        if not self._changes:
            self.say(needs.CHANGED.words, refused=True)
        elif self.change(lambda: Outcome(journal=history.undo(self.journal, self.now()), message="undo")):
            self._changes, self._undone = self._changes - 1, self._undone + 1
            self.say("undone")
            self.foot.show_keys()

    def redo(self) -> None:
        """Make again the change undone last."""
        if not self._undone:
            self.say(needs.UNDONE.words, refused=True)
        elif self.change(lambda: Outcome(journal=history.redo(self.journal, self.now()), message="redo")):
            self._changes, self._undone = self._changes + 1, self._undone - 1
            self.say("done again")
            self.foot.show_keys()

    # Showing.

    def _notice_of(self) -> str:
        """Say until when the notice has to be given; what is wrong with the rule; or nothing."""
        try:
            notice = notice_of(self.opened.path.parent, self.meeting)
        except MinutebookError as problem:
            return problem.message
        return said_notice(notice) if notice else ""

    def show_meeting(self) -> None:
        """Show the details as they stand now."""
        top = self.query_one(TopLine)
        top.title, top.section = self.head, "Details"
        self.list_view.show(detail_lines(self.meeting), self.meeting.people)
        self.query_one("#counts", Static).update(
            Content(showable(" · ".join(filter(None, (self._notice_of(), self._offered())))))
        )
        self.foot.show_keys()

    def _offered(self) -> str:
        """Say who of the series' standing members is not named."""
        missing, held = missing_members(self.meeting, self._standing.people), self._standing.held
        if not missing or held is None:
            return "All here can be put right at any time"
        names = missing[0].name if len(missing) == 1 else f"{len(missing)} standing members"
        return f"{names} of {said_date(held.date)} not named here: {self.key_of('details-members')} adds"

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        return {
            needs.MEMBERS: bool(missing_members(self.meeting, self._standing.people)),
            needs.PERSON: self.list_view.person is not None,
            needs.CHANGED: bool(self._changes),
            needs.UNDONE: bool(self._undone),
        }[need]

    def on_resize(self) -> None:
        """Show as much as there is room for now."""
        self.show_meeting()

    HANDLERS: ClassVar[Handlers[DetailsScreen]] = {
        "details-change": change_chosen,
        "details-add-line": ask_for_line,
        "details-add-person": ask_for_person,
        "details-members": add_members,
        "details-group": turn_group,
        "details-take-out": take_out,
        "details-undo": undo,
        "details-redo": redo,
        "details-close": lambda self: self.dismiss(None),
        **choosing("details", choose),
    }
