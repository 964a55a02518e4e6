"""The check: what is still open before the notes go out, fixed there or waived with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tui.book.house_style import LEARNT_WORDS
from tui.book.opened import OpenMeeting
from tui.errors import BookError
from tui.keys import needs
from tui.keys.keymap import Need, Where
from tui.meeting.capture.capture import Outcome
from tui.meeting.checking import fixes
from tui.meeting.checking.check import dictionary_words, examine
from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.checking.places import extract_of, place_of
from tui.meeting.dates.written_dates import said_date
from tui.meeting.history import journal as history
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.text.sanitizing import showable
from tui.screens.opened_screen import OpenedScreen
from tui.screens.spelling import LookedUp, Spelling
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.check_list import CheckList
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

Field = Literal["owners", "due"]
_AS_MEANT = "spelt as it is meant"
_ROWS_OF_WORDS = 2
_LONGEST_WORD = 12
"""Cells that may be left over at a row's end, and the margin."""


class CheckScreen(OpenedScreen):
    """List what is open, live; a key fixes the chosen finding, waives it, or goes to its place."""

    CSS_PATH = "check.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("check",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("check")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    def __init__(
        self,
        opened: OpenMeeting,
        now: Callable[[], datetime],
        house: HouseStyle,
        *,
        draft: str = "",
        chosen: str = "",
        series: Sequence[Meeting] = (),
        spelling: Spelling | None = None,
    ) -> None:
        super().__init__(opened, now)
        self._spelling = spelling or Spelling(opened)
        self._house = house
        self._draft = draft
        self._series = series
        self._chosen_first = chosen
        self._findings: tuple[Finding, ...] = ()
        self._waived_too = False
        self._changes = self._undone = 0
        """How many changes made here can be undone, and done again."""
        self._waiving: Finding | None = None
        """What a reason is being asked for."""
        self.going_to: Finding | None = None
        """Where the user wants to go; None to stay where the meeting is."""
        self.asking: Field | None = None
        """What is to be asked there."""

    def compose(self) -> ComposeResult:
        """Lay out the counts, the list, what is said of the chosen finding, and the keys."""
        yield TopLine(id="top")
        yield Static(id="counts", markup=False)
        yield CheckList(id="findings")
        yield Static(id="place", markup=False)
        yield Static(id="message", markup=False)
        yield Static(id="words", markup=False)
        yield Foot("check", self.program.keymap, self.disabled_reason)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    def on_mount(self) -> None:
        """Check the meeting."""
        top = self.query_one(TopLine)
        top.title, top.section = self.head, "Check"
        self.show_saving()
        self._examine(self._chosen_first)

    @property
    def chosen(self) -> Finding | None:
        """The chosen finding."""
        return self.query_one(CheckList).finding

    # Choosing, and going there.

    def choose(self, by: int) -> None:
        """Choose the finding so many below, or above."""
        self.query_one(CheckList).choose_by(by)
        self.say("")
        self._show_chosen()

    def go_there(self) -> None:
        """Go to the place of the chosen finding."""
        finding = self.chosen
        if finding is None:
            self.dismiss(None)
        else:
            self.going_to = finding
            self.dismiss(None)

    def ask_there(self, field: Field) -> None:
        """Go to the action of the chosen finding and ask for its owners or its due."""
        finding = self.chosen
        if finding is None or finding.kind not in (FindingKind.OWNER, FindingKind.DUE):
            self.say("this is for an action", refused=True)
            return
        self.going_to, self.asking = finding, field
        self.dismiss(None)

    # Fixing.

    def fix(self) -> None:
        """Write what is suggested for the chosen finding."""
        self._fix(lambda finding, chosen: finding is chosen)

    def fix_alike(self) -> None:
        """Write what is suggested wherever the same words are found."""
        self._fix(
            lambda finding, chosen: (
                (finding.kind, finding.words.casefold(), finding.waiver) == (chosen.kind, chosen.words.casefold(), None)
            )
        )

    def _fix(self, wanted: Callable[[Finding, Finding], bool]) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        if not chosen.suggestion or chosen.waiver is not None:
            there = self.key_of("check-go-there")
            self.say(f"nothing is suggested for this: {there} goes there", refused=True)
            return
        found = tuple(finding for finding in self._findings if wanted(finding, chosen))
        if self._make(lambda journal, at: fixes.fix_all(journal, found, at), "fix"):
            places = f", in {len(found)} places" if len(found) > 1 else ""
            self.say(f"“{chosen.words}” is now “{chosen.suggestion}”{places}; {self.key_of('check-undo')} undoes it")

    def learn(self) -> None:
        """Take the word that no dictionary knows into the book's own."""
        finding = self.chosen
        if finding is None or finding.kind is not FindingKind.SPELLING or finding.waiver is not None:
            self.say(needs.WORD.words, refused=True)
            return
        try:
            self._spelling.learn(finding.words.casefold().replace("’", "'"))
        except BookError as refusal:
            self.say(str(refusal), refused=True)
            return
        self._examine()
        self.say(f"“{finding.words}” is a word of this book now: {LEARNT_WORDS} has them all")

    # Waiving.

    def waive(self) -> None:
        """Ask why the chosen finding is left as it is; take the waiver back of one that was waived."""
        finding = self.chosen
        if finding is None:
            return
        if finding.waiver is not None:
            if self._make(lambda journal, at: fixes.unwaive(journal, finding, at), "take back a waiver"):
                self.say("this is open again")
            return
        if finding.kind is FindingKind.SPELLING:
            if self._make(lambda journal, at: fixes.waive(journal, finding, _AS_MEANT, at), "waive"):
                self.say(f"“{finding.words}” is left as it is in this meeting; {self.key_of('check-undo')} undoes it")
            return
        self._waiving = finding
        self.foot.ask("reason", "why it stays as it is")

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_reason(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Waive for the reason given; without one, ask on."""
        finding = self._waiving
        if finding is None:
            return
        if not event.words.strip():
            self.foot.prompt.show_match(Content("a waiver needs a reason"), wrong=True)
            return
        self.leave_question()
        if self._make(lambda journal, at: fixes.waive(journal, finding, event.words, at), "waive"):
            self.say(f"waived: {event.words.strip()}; {self.key_of('check-show-waived')} shows what was waived")

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more."""
        self._waiving = None
        self.foot.close()

    def show_waived(self) -> None:
        """List what was waived too, or hide it."""
        self._waived_too = not self._waived_too
        chosen = self.chosen
        self._list_findings(chosen.name if chosen else "")
        waived = sum(finding.waiver is not None for finding in self._findings)
        if not waived:
            self.say("nothing was waived")
        else:
            self.say(f"{waived} waived {'shown, at the end' if self._waived_too else 'hidden'}")

    # Changing the meeting: undone here as far as it was made here.

    def _make(self, change: Callable[[Journal, datetime], Journal], what: str) -> bool:
        if not self.change(lambda: Outcome(journal=change(self.journal, self.now()), message=what)):
            return False
        self._changes, self._undone = self._changes + 1, 0
        return True

    def undo(self) -> None:
        """Take back the last change made here."""
        if not self._changes:
            self.say("nothing was changed here yet", refused=True)
        elif self.change(lambda: Outcome(journal=history.undo(self.journal, self.now()), message="undo")):
            self._changes, self._undone = self._changes - 1, self._undone + 1
            self.say("undone")

    def redo(self) -> None:
        """Make again the change undone last."""
        if not self._undone:
            self.say("nothing was undone here", refused=True)
        elif self.change(lambda: Outcome(journal=history.redo(self.journal, self.now()), message="redo")):
            self._changes, self._undone = self._changes + 1, self._undone - 1
            self.say("done again")

    # Showing.

    def show_meeting(self) -> None:
        """Check the meeting as it stands now."""
        self._examine()

    @on(LookedUp)
    def take_looked_up(self) -> None:
        """List what was found unknown, with the same finding chosen."""
        self._examine(self.chosen.name if self.chosen else "")

    def _examine(self, chosen: str = "") -> None:
        self._spelling.ask(dictionary_words(self.meeting))
        unknown = self._spelling.unknown
        self._findings = examine(self.meeting, self._house, draft=self._draft, series=self._series, unknown=unknown)
        self._list_findings(chosen)

    def _list_findings(self, chosen: str) -> None:
        shown = [finding for finding in self._findings if self._waived_too or finding.waiver is None]
        self.query_one(CheckList).show(self.meeting, shown, chosen)
        waived = sum(finding.waiver is not None for finding in self._findings)
        still_open = len(self._findings) - waived
        counts = f"{still_open} open before the notes go out" if still_open else "Nothing is open: the notes may go out"
        counts += f", {waived} waived" if waived else ""
        self.query_one("#counts", Static).update(Content(counts))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say where the chosen finding stands, what is open there, and the words in full as far as there is room."""
        finding = self.chosen
        place = place_of(self.meeting, finding) if finding else ""
        message = finding.message if finding else ""
        if finding is not None and finding.waiver is not None:
            message = f"waived on {said_date(finding.waiver.at.date())}: {finding.waiver.reason}"
        self.query_one("#place", Static).update(Content(showable(place)))
        self.query_one("#message", Static).update(Content(showable(message)))
        room = max(20, self.size.width - _LONGEST_WORD) * _ROWS_OF_WORDS
        self.query_one("#words", Static).update(_words_of(finding, room))
        self.foot.show_keys(only_usable=True)

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        finding = self.chosen
        return {
            needs.FINDING: finding is not None,
            needs.SUGGESTED: finding is not None and bool(finding.suggestion) and finding.waiver is None,
            needs.WORD: finding is not None and finding.kind is FindingKind.SPELLING and finding.waiver is None,
            needs.AT_ACTION: finding is not None and finding.kind in (FindingKind.OWNER, FindingKind.DUE),
            needs.WAIVED: bool(self.meeting.waivers),
            needs.CHANGED: bool(self._changes),
            needs.UNDONE: bool(self._undone),
        }[need]

    def on_resize(self) -> None:
        """Show as much as there is room for now."""
        self._show_chosen()

    HANDLERS: ClassVar[Handlers[CheckScreen]] = {
        "check-go-there": go_there,
        "check-fix": fix,
        "check-fix-alike": fix_alike,
        "check-ask-there-owners": lambda self: self.ask_there("owners"),
        "check-ask-there-due": lambda self: self.ask_there("due"),
        "check-learn": learn,
        "check-waive": waive,
        "check-show-waived": show_waived,
        "check-undo": undo,
        "check-redo": redo,
        "check-close": lambda self: self.dismiss(None),
        **choosing("check", choose),
    }


def _words_of(finding: Finding | None, room: int) -> Content:
    """Return a finding's words, those that it is about standing out."""
    if finding is None:
        return Content("")
    extract = extract_of(finding, room)
    words = Content(showable(extract.text))
    return words.stylize("$text-accent bold", *extract.span) if extract.span else words
