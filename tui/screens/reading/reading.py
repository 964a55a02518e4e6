"""The reading screen: a paper beside the meeting that it was understood as, put right line by line and then made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.book.folder import Book
from tui.errors import MinutebookError, Refused
from tui.keys import needs
from tui.keys.keymap import Need, Where
from tui.meeting.text.sanitizing import showable
from tui.papers.correcting import corrections
from tui.papers.draft import Draft
from tui.papers.reading.source import Paper
from tui.papers.understanding.roles import Role
from tui.screens.command_screen import CommandScreen
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt
from tui.widgets.reading.draft_list import DraftList, DraftRow
from tui.widgets.reading.paper_list import PaperList

_PATIENCE = 10.0
"""Seconds for which keys wait for the meeting that was made."""
PaneName = Literal["paper", "draft"]
_HOW = {
    Role.TITLE: "{reading-make-title} on its line makes it the title, {reading-reword} asks for it",
    Role.WHEN: "{reading-make-day} on its line takes its day, {reading-reword} asks for it",
    Role.ITEM: "{reading-make-item} on a line of the paper makes it an item",
}
"""What to do about what is missing."""


class ReadingScreen(CommandScreen[Path | Draft | None]):
    """Show a draft; give the meeting's file once it is made, else the draft as far as it was put right."""

    CSS_PATH = "reading.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("reading",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("reading")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]

    def __init__(self, book: Book, paper: Paper, draft: Draft, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book, self.paper, self.now = book, paper, now
        self.draft = draft
        """As far as it was put right."""
        self._before: list[Draft] = []
        self._undone: list[Draft] = []
        self._pane: PaneName = "draft"
        self._rewording: DraftRow | None = None

    def compose(self) -> ComposeResult:
        """Lay out the paper beside the meeting, what is said of the chosen line, and the keys."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="paper-pane", classes="pane"):
                yield Static(classes="name", markup=False)
                yield PaperList(id="paper")
            with Vertical(id="draft-pane", classes="pane -active"):
                yield Static(classes="name", markup=False)
                yield DraftList(id="draft")
        yield Static(id="words", markup=False)
        yield Static(id="why", markup=False)
        yield Foot("reading", self.program.keymap, self.disabled_reason)

    def on_mount(self) -> None:
        """Show the draft."""
        top = self.query_one(TopLine)
        top.title, top.section = "A new meeting", self.paper.document.where
        self._show()

    @property
    def lines(self) -> PaperList:
        """The paper."""
        return self.query_one(PaperList)

    @property
    def rows(self) -> DraftList:
        """The meeting."""
        return self.query_one(DraftList)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    # Moving: the two panes go together.

    def choose(self, by: int) -> None:
        """Choose the line so many below, or above, in the pane that is active; the other follows."""
        (self.lines if self._pane == "paper" else self.rows).choose_by(by)
        self._follow()

    def _follow(self) -> None:
        if self._pane == "paper" and (line := self.lines.line) is not None:
            self.rows.choose_part(None, line.place)
        elif (row := self.rows.row) is not None:
            self.lines.choose_place(row.place)
        self.say("")
        self._show_chosen()

    def turn_pane(self) -> None:
        """Go over to the other pane."""
        self._activate("draft" if self._pane == "paper" else "paper")
        self._follow()

    def _activate(self, pane: PaneName) -> None:
        self._pane = pane
        for name in ("paper", "draft"):
            self.query_one(f"#{name}-pane").set_class(name == pane, "-active")

    def next_doubt(self) -> None:
        """Go to the next part that is doubted, or missing."""
        self._activate("draft")
        if self.rows.next_doubt():
            self._follow()
        else:
            self.say("nothing is doubted")

    # Putting right.

    @property
    def _spot(self) -> tuple[int | None, int]:
        """The chosen part, None for none, and the place of its line in the paper."""
        if self._pane == "paper":
            return None, self.lines.line.place if self.lines.line else 0
        row = self.rows.row
        return (row.at, row.place) if row else (None, 0)

    def _correct(self, change: Callable[[int | None, int], Draft], *, stay: bool = False) -> bool:
        at, place = self._spot
        chosen = self.rows.chosen
        try:
            draft = change(at, place)
        except Refused as refused:
            self.say(str(refused), refused=True)
            return False
        same = len(draft.parts) == len(self.draft.parts)
        self._before, self._undone, self.draft = [*self._before, self.draft], [], draft
        self._show()
        if stay:
            self.rows.chosen = min(chosen, self.rows.count - 1)
        elif self._pane == "draft":
            self.rows.choose_part(at if same else None, place)
        self._follow()
        return True

    def _make(self, make: Callable[[Draft, int | None, int], Draft]) -> None:
        self._correct(lambda at, place: make(self.draft, at, place))

    def make_day(self) -> None:
        """Take the day of the chosen line."""
        today = self.now().date()
        self._correct(lambda at, place: corrections.make_day(self.draft, at, place, today), stay=True)

    def forget(self) -> None:
        """Leave the chosen part out."""
        self._correct(lambda at, place: corrections.forget(self.draft, at, place), stay=True)

    def shift(self, by: int) -> None:
        """Move the chosen item in or out."""
        self._correct(lambda at, place: corrections.shift(self.draft, at, place, by))

    def choose_other_day(self) -> None:
        """Take the next of the days that the paper names; or the next of its meetings, where it has several."""
        others = self.draft.other_meetings
        if others:
            from tui.papers.agenda import draft_of

            read = draft_of(self.paper.document, self.now().date(), day=others[0].date)
            self._correct(lambda *_: read, stay=True)
        elif self._correct(lambda *_: corrections.choose_other_day(self.draft), stay=True):
            self.say(f"the meeting is on {self.draft.meeting.said('Date')}")

    def trust(self) -> None:
        """Say that the chosen part is right, and go to the next that is doubted."""
        if self._correct(lambda at, _: corrections.trust(self.draft, at), stay=True) and self.draft.doubtful:
            self.next_doubt()

    def undo(self) -> None:
        """Take back what was put right last."""
        if self._is_asking():
            return
        if not self._before:
            self.say(needs.CHANGED.words, refused=True)
            return
        self._undone, self.draft = [*self._undone, self.draft], self._before[-1]
        self._before = self._before[:-1]
        self._show()
        self.say("undone")

    def redo(self) -> None:
        """Put right again what was undone last."""
        if self._is_asking():
            return
        if not self._undone:
            self.say(needs.UNDONE.words, refused=True)
            return
        self._before, self.draft = [*self._before, self.draft], self._undone[-1]
        self._undone = self._undone[:-1]
        self._show()
        self.say("done again")

    def _is_asking(self) -> bool:
        """Whether words are asked for; it says that they come first, for they are for a part of this state."""
        if self._rewording is None:
            return False
        self.foot.prompt.show_match(Content("Enter or Esc comes first"), wrong=True)
        return True

    # Other words for a part.

    def reword(self) -> None:
        """Ask for other words."""
        row = self.rows.row
        if row is None or (row.at is None and row.missing is not Role.TITLE):
            self.say("this is not in the meeting: make it something first", refused=True)
            return
        self._rewording = row
        part = self.draft.parts[row.at] if row.at is not None else None
        self.foot.ask((row.heading or "words").lower(), "its date and time" if part and part.role is Role.WHEN else "")
        self.foot.prompt.fill_in(showable(part.words) if part is not None else "")

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_words(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Give the part its other words; where they cannot be read, ask on."""
        row = self._rewording
        if row is None:
            return
        today = self.now().date()
        try:
            if row.at is None:
                draft = corrections.call(self.draft, event.words)
            else:
                draft = corrections.reword(self.draft, row.at, event.words, today)
        except Refused as refused:
            self.foot.prompt.show_match(Content(showable(str(refused))), wrong=True)
            return
        self.leave_question()
        self._correct(lambda *_: draft)

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more."""
        self._rewording = None
        self.foot.close()

    # Making the meeting.

    def make(self) -> None:
        """Make the meeting, and give its file."""
        from tui.use_cases.making import following_its_series, make_meeting

        if self.draft.lacks:
            self._activate("draft")
            self.rows.choose_missing(self.draft.lacks[0])
            self._follow()
            self.say(f"not yet: {needs.WHOLE.words}", refused=True)
            return
        try:
            made = make_meeting(self.book, self.paper, following_its_series(self.book, self.draft), self.now())
        except MinutebookError as error:
            self.say(str(error), refused=True)
            return
        for warning in made.warnings:
            if warning not in self.draft.warnings:
                self.app.notify(showable(warning), severity="warning", timeout=20, markup=False)
        # What is typed from here on is meant for the meeting.
        self.program.hold_keys(_PATIENCE)
        self.dismiss(made.path)

    # Showing.

    def _show(self) -> None:
        self.lines.show(self.draft)
        self.rows.show(self.draft)
        paper, meeting = (self.query_one(f"#{name}-pane .name", Static) for name in ("paper", "draft"))
        count = self.lines.count
        paper.update(Content(f"The paper, {count:,} {'line' if count == 1 else 'lines'}"))
        doubts = len(self.draft.doubtful)
        said = f"{doubts} doubted" if doubts else "nothing doubted"
        meeting.update(Content(f"The meeting, {said if not self.draft.lacks else 'not whole yet'}"))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say the chosen line in full, and why it was taken for what it is."""
        row, line = self.rows.row, self.lines.line
        words, why, doubted = "", "", False
        if self._pane == "paper" and line is not None:
            words, why = line.text, f"line {line.place}: {line.why}"
        elif row is not None:
            words, why, doubted = row.words, self._why(row), bool(row.doubt or row.missing)
        self.query_one("#words", Static).update(Content(showable(" ".join(words.split()))))
        shown = self.query_one("#why", Static)
        shown.set_class(doubted, "-doubted")
        shown.update(Content(showable(why)))
        self.foot.show_keys()

    def _why(self, row: DraftRow) -> str:
        if row.missing is not None:
            return "; ".join(piece for piece in (row.doubt, self._how_to(row.missing)) if piece)
        if row.doubt:
            more = f"; {self.key_of('reading-other-day')} takes the other" if self._is_of_days(row) else ""
            return f"{row.doubt}{more}; {self.key_of('reading-trust')} keeps it"
        if row.at is None:
            return f"line {row.place}: kept beside the meeting, not printed"
        return f"line {row.place}" if row.place else "from no line of the paper"

    def _is_of_days(self, row: DraftRow) -> bool:
        part = self.draft.parts[row.at] if row.at is not None else None
        return part is not None and part.role is Role.WHEN and bool(self.draft.other_days or self.draft.other_meetings)

    def _how_to(self, role: Role) -> str:
        words = _HOW[role]
        for command in ("reading-make-title", "reading-make-day", "reading-make-item", "reading-reword"):
            words = words.replace(f"{{{command}}}", self.key_of(command))
        return words

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        row = self.rows.row
        return {
            needs.LINE: self._pane == "draft" or self.lines.line is not None,
            needs.WHOLE: not self.draft.lacks,
            needs.DOUBT: bool(self.draft.doubtful or self.draft.lacks),
            needs.DOUBTED: row is not None and bool(row.doubt),
            needs.DAYS: bool(self.draft.other_days or self.draft.other_meetings),
            needs.CHANGED: bool(self._before),
            needs.UNDONE: bool(self._undone),
        }[need]

    def on_resize(self) -> None:
        """Show as much as there is room for now."""
        self._show_chosen()

    HANDLERS: ClassVar[Handlers[ReadingScreen]] = {
        "reading-make": make,
        "reading-next-doubt": next_doubt,
        "reading-turn-pane": turn_pane,
        "reading-make-item": lambda self: self._make(corrections.make_item),
        "reading-make-note": lambda self: self._make(corrections.make_note),
        "reading-make-person": lambda self: self._make(corrections.make_person),
        "reading-make-title": lambda self: self._make(corrections.make_title),
        "reading-make-day": make_day,
        "reading-make-place": lambda self: self._make(corrections.make_place),
        "reading-forget": forget,
        "reading-reword": reword,
        "reading-undo": undo,
        "reading-redo": redo,
        "reading-merge": lambda self: self._make(corrections.merge),
        "reading-shift-in": lambda self: self.shift(1),
        "reading-shift-out": lambda self: self.shift(-1),
        "reading-other-day": choose_other_day,
        "reading-trust": trust,
        "reading-close": lambda self: self.dismiss(self.draft if self._before else None),
        **choosing("reading", choose),
    }
