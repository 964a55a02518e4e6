"""The chair's review: all the actions in a list, then one after another, each settled with a key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.keys import needs
from tui.keys.keymap import Need, Where
from tui.meeting.actions.review import (
    Grouping,
    agree,
    first_lacking,
    first_left,
    grouped,
    is_left,
    toggle_done,
    toggle_struck,
    verdict_of,
    walk_kept,
    walk_order,
)
from tui.meeting.capture.capture import Outcome
from tui.meeting.capture.entry_fields import Field
from tui.meeting.history.journal import Change, redo, redoable, undo, undoable
from tui.meeting.history.undo_report import undone_last
from tui.meeting.model import Entry, Meeting
from tui.meeting.outline.labels import shortened
from tui.meeting.text.sanitizing import showable
from tui.screens.opened_screen import OpenedScreen
from tui.screens.review.action_words import ActionWords, Doing
from tui.screens.review.card import card_of, name_of
from tui.screens.review.standing import Place, standing_of
from tui.widgets.bindings import Handlers, choosing
from tui.widgets.lists.action_card import ActionCard
from tui.widgets.lists.action_list import ActionList
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.capture_pane import SPLITTING
from tui.widgets.live.entry_prompt import EntryPrompt
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

_PLACES: dict[Need, Where] = {
    needs.IN_LIST: "review-list",
    needs.IN_WALK: "review",
    needs.IN_WORDS: "review-words",
    needs.ASKED: "prompt",
}


class ReviewScreen(OpenedScreen):
    """Settle the actions of a meeting: Enter agrees one and goes on to the next that is not settled."""

    CSS_PATH = "review.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("review-list", "review", "review-words", "prompt")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    AUTO_FOCUS = "ActionList"

    def __init__(
        self, opened: OpenMeeting, now: Callable[[], datetime], *, place: Place | None = None, saved_at: str = ""
    ) -> None:
        super().__init__(opened, now)
        self.saved_at = saved_at
        self.left_at = place or Place()
        """Where the review is, and is left."""
        self._order: tuple[int, ...] = ()
        """The actions in the order of this walk, which stays while owners and dates change."""
        self._prompt = EntryPrompt(opened.meeting, id="prompt")
        self.words = ActionWords(id="rewording")
        self._since = self.opened.revision
        self._ended = False
        """Whether the walk has come to its end."""

    def compose(self) -> ComposeResult:
        """Lay out how the review stands, the actions or the one being settled, the questions, and the keys."""
        yield TopLine(id="top")
        yield Static(id="standing", markup=False)
        yield ActionList(id="actions")
        yield ActionCard(id="card")
        yield self.words
        yield Static(id="said", markup=False)
        yield self._prompt
        yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """List the actions, the first one chosen that is not settled, or the one that was come to before."""
        self.show_saving()
        at = self.left_at.action
        known = next((entry for entry in self.meeting.entries if entry.id == at and entry.action), None)
        if known is None or not is_left(known):
            order = walk_order(grouped(self.meeting, self.left_at.grouping))
            self._come_to(first_left(self.meeting, order))
        self.show_meeting()
        self.set_interval(1, self._show_clock)

    # What there is to see.

    @property
    def walking(self) -> bool:
        """Whether one action after another is shown."""
        return self.has_class("-walking")

    @property
    def place(self) -> Where:
        """Which keys hold."""
        if self._prompt.is_open:
            return "prompt"
        return "review-words" if self.rewording else "review" if self.walking else "review-list"

    @property
    def entry(self) -> Entry:
        """The action that is being settled."""
        assert self.left_at.action is not None, "a walk is at an action"
        return self.meeting.entry(self.left_at.action)

    def show_meeting(self) -> None:
        """Show the actions as they stand, or the one being settled."""
        self._prompt.meeting = self.meeting
        top = self.query_one(TopLine)
        top.title = self.head
        if self.walking:
            entry = self.entry
            place = self._order.index(entry.id) + 1
            top.section = f"Review · {place} of {len(self._order)}"
            self.query_one(ActionCard).show(card_of(self.meeting, entry, place, len(self._order)))
        else:
            top.section = "Review"
            self.query_one(ActionList).show(grouped(self.meeting, self.left_at.grouping), self.left_at.action)
        self._show_standing()
        self._show_clock()
        self.show_keys()

    def _show_standing(self) -> None:
        words = standing_of(self.meeting, self.left_at.grouping, ended=self._ended, width=self.size.width)
        self.query_one("#standing", Static).update(words)

    def _show_clock(self) -> None:
        self.query_one(TopLine).clock = f"{self.now():%H:%M}"

    def show_keys(self) -> None:
        """Show the keys that hold now, as many as there is room for."""
        self.show_keys_of(self.place, "anywhere")

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something above the keys, until the next action is shown."""
        said = self.query_one("#said", Static)
        said.set_class(refused, "-refused")
        said.update(Content(showable(words)))

    def on_resize(self) -> None:
        """Show as much as there is room for now."""
        self._show_standing()
        self.show_keys()

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        if need in (needs.UNDO_IN_REVIEW, needs.REDO_IN_REVIEW):
            return self._last_change("undo" if need is needs.UNDO_IN_REVIEW else "redo") is not None
        return self.place == _PLACES[need]

    # The list.

    def choose(self, by: int) -> None:
        """Choose the action so many below, or above."""
        actions = self.query_one(ActionList)
        actions.choose_by(by)
        self._come_to(actions.chosen)

    def regroup(self) -> None:
        """Group the actions by what comes next: section, owner, due; the first that is not settled is chosen."""
        groupings = list(Grouping)
        after = groupings[(groupings.index(self.left_at.grouping) + 1) % len(groupings)]
        order = walk_order(grouped(self.meeting, after))
        self.left_at = Place(grouping=after, action=first_left(self.meeting, order))
        self.show_meeting()

    @on(ActionList.Opened)
    def start(self) -> None:
        """Go through the actions from the chosen one on, in the order in which they stand in the list."""
        chosen = self.query_one(ActionList).chosen
        if chosen is not None:
            self._order = walk_order(grouped(self.meeting, self.left_at.grouping))
            self._walk_to(chosen)

    def close(self) -> None:
        """Go back to where the review was opened from; without that, quit."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.call_later(self.program.leave)

    # The walk.

    def _come_to(self, entry_id: int | None) -> None:
        self.left_at = replace(self.left_at, action=entry_id)

    def _walk_to(self, entry_id: int, said: str = "") -> None:
        """Show an action alone."""
        self._ended = False
        self._come_to(entry_id)
        self.add_class("-walking")
        self.set_focus(self.query_one(ActionCard))
        self.say(said)
        self.show_meeting()

    def _walk_on(self, said: str = "") -> None:
        """Show the next action that is not settled; after the last one, how the review ended."""
        following = first_left(self.meeting, self._order, self.left_at.action)
        if following is not None:
            self._walk_to(following, said)
            return
        self._come_to(first_left(self.meeting, self._order) or first_lacking(self.meeting, self._order))
        self._ended = True
        self.stop()
        self.say(said)

    def stop(self) -> None:
        """See all the actions again."""
        self.remove_class("-walking")
        self.set_focus(self.query_one(ActionList))
        self.say("")
        self.show_meeting()

    def go_back(self) -> None:
        """Show the action before, whatever has become of it."""
        place = self._order.index(self.entry.id)
        if place:
            self._walk_to(self._order[place - 1])
        else:
            self.say("this is the first one")

    def pass_over(self) -> None:
        """Leave the action for later, and show the next one that is not settled."""
        self._walk_on(f"{name_of(self.entry)} is left for later" if is_left(self.entry) else "")

    # Settling.

    def agree_it(self) -> None:
        """Agree the action as it stands, and show the next one; one that is settled is gone on from."""
        entry = self.entry
        if not is_left(entry):
            self._walk_on()
        elif self._settle("agreed", agree):
            self._walk_on(f"{name_of(entry)} agreed")

    def strike(self) -> None:
        """Strike the action, or take that back."""
        self._settle("struck", toggle_struck)

    def finish(self) -> None:
        """Mark the action done, or take that back."""
        self._settle("done", toggle_done)

    def _settle(self, what: str, change: Callable[[Meeting, int], Meeting]) -> bool:
        entry = self.entry

        def said() -> str:
            verdict = verdict_of(self.meeting.entry(entry.id))
            back = is_left(self.meeting.entry(entry.id))
            return f"{name_of(entry)} is to be settled again" if back else f"{name_of(entry)} {verdict}"

        return self.change_entries(what, lambda meeting: change(meeting, entry.id), said)

    def ask(self, field: Field) -> None:
        """Ask whose the action is or when it is due."""
        self.add_class("-asking")
        self._prompt.ask_of(field, (self.entry.id,))
        self.show_keys()

    @on(EntryPrompt.Taken)
    def take_fields(self, event: EntryPrompt.Taken) -> None:
        """Make the change that was answered, and go on to the due or back to the action."""
        if self.take_answer(event):
            if event.due_next:
                self.ask("due")
            else:
                self.stop_asking()

    @on(Prompt.Left)
    def stop_asking(self) -> None:
        """Go back to the action."""
        if self._prompt.is_open:
            self.remove_class("-asking")
            self._prompt.close()
            self.show_action()

    def show_action(self) -> None:
        """Return the focus back to the action, with its keys."""
        self.set_focus(self.query_one(ActionCard if self.walking else ActionList))
        self.show_keys()

    # Its words.

    @property
    def rewording(self) -> bool:
        """Whether the action's words are being edited."""
        return self.has_class("-rewording")

    def begin_words(self, doing: Doing) -> None:
        """Take the action's words into the line, to be edited or split, or give the line to another action."""
        if self.left_at.action is None:
            self.say("there is no action here to add one after", refused=True)
            return
        self.words.load(self.meeting, self.entry, doing)
        self.add_class("-rewording")
        self.set_focus(self.words.line)
        self.say(SPLITTING if doing == "split" else "")
        self.show_keys()

    @on(CaptureLine.Submitted)
    def keep_words(self) -> None:
        """Do with the words what the line is for; owners and due are read from them as from a line that is typed."""
        if not self.change(lambda: self.words.outcome(self.journal, self.entry.id, self.now())):
            return
        self.leave_words()
        if self.words.doing == "add":
            self._come_to(self.words.made.entry)
            self.show_meeting()
        said = f"{name_of(self.entry)}: “{shortened(self.entry.text)}”"
        self.tell_change(self.words.made.message if self.words.doing == "split" else said)

    def note_change(self, line: str | None) -> None:
        """Have the walk hold what was added, and nothing that is gone."""
        super().note_change(line)
        self._order, at = walk_kept(self.meeting, self._order, self.left_at.action)
        self._come_to(at)
        self.set_class(self.walking and at is not None, "-walking")

    @on(CaptureLine.Pasted)
    def take_paste(self, event: CaptureLine.Pasted) -> None:
        """Take a paste of several lines as one."""
        self.words.line.insert_words(event.text)

    def leave_words(self) -> None:
        """Go back to the action, its words as they were."""
        self.remove_class("-rewording")
        self.say("")
        self.show_action()

    @on(events.DescendantFocus)
    def keep_focus(self, event: events.DescendantFocus) -> None:
        """Stay with a question or a rewording until it is answered or left, whatever is clicked."""
        if self._prompt.is_open and event.widget is not self._prompt.field:
            self.set_focus(self._prompt.field)
        elif self.rewording and event.widget is not self.words.line:
            self.set_focus(self.words.line)

    # Undo.

    def _last_change(self, which: str) -> Change | None:
        """Return the change of this review that undo would take back, or redo make again; None where there is none."""
        change = undoable(self.journal) if which == "undo" else redoable(self.journal)
        return change if change is not None and change.id > self._since else None

    def take_back(self, which: str) -> None:
        """Undo the last change made in this review or redo it, and show the action it was made of."""
        if self._last_change(which) is None:
            self.say(f"there is nothing to {which} in this review")
            return
        step = undo if which == "undo" else redo
        if self.change(lambda: Outcome(journal=step(self.journal, self.now()), message=which)):
            undone = undone_last(self.journal)
            changed = next((i for i in undone.entries if i in self._order), None) if undone else None
            if self.walking and changed is not None:
                self._walk_to(changed)
            self.say(undone.message if undone else "")

    HANDLERS: ClassVar[Handlers[ReviewScreen]] = {
        "review-list-start": start,
        "review-list-regroup": regroup,
        **choosing("review-list", choose),
        "review-agree": agree_it,
        "review-reword": lambda self: self.begin_words("edit"),
        "review-split": lambda self: self.begin_words("split"),
        **{f"{place}-add": lambda self: self.begin_words("add") for place in ("review-list", "review")},
        "review-ask-owners": lambda self: self.ask("owners"),
        "review-ask-due": lambda self: self.ask("due"),
        "review-strike": strike,
        "review-finish": finish,
        "review-go-back": go_back,
        "review-pass-over": pass_over,
        "review-stop": stop,
        **{f"{place}-undo": lambda self: self.take_back("undo") for place in ("review-list", "review")},
        **{f"{place}-redo": lambda self: self.take_back("redo") for place in ("review-list", "review")},
        **{f"{place}-close": lambda self: self.close() for place in ("review-list", "review")},
        "review-words-keep-words": keep_words,
        "review-words-leave-words": leave_words,
    }
