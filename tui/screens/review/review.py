"""The chair's review: all the actions in a list, then one after another, each settled with a key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.book.opened import OpenMeeting
from tui.keys.keymap import Command, Where, commands_of, key_of
from tui.meeting.actions.review import (
    Grouping,
    agree,
    first_lacking,
    first_left,
    grouped,
    is_left,
    summary,
    toggle_done,
    toggle_struck,
    verdict_of,
    walk_order,
)
from tui.meeting.capture.capture import Outcome
from tui.meeting.history.journal import Change, redo, redoable, undo, undoable
from tui.meeting.history.undo_report import undone_last
from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.text.sanitizing import showable
from tui.notes.view.compose import compose, copy_for
from tui.screens.dialogs.rewording import Rewording
from tui.screens.live.prompt_dialog import Field
from tui.widgets.bindings import bindings_of
from tui.widgets.key_row import key_row
from tui.widgets.lists.action_card import ActionCard, Card
from tui.widgets.lists.action_list import ActionList
from tui.widgets.live.edit_line import WordsLine
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

_NARROW = 64
"""Cells below which the top says only how the review stands."""


class Place(Value, frozen=True, kw_only=True):
    """Where a review was left, so that it goes on from there."""

    grouping: Grouping = Grouping.SECTION
    action: int | None = None
    """Id of the action it had come to."""


class ReviewScreen(Rewording):
    """Settle the actions of a meeting: Enter agrees one and goes on to the next that is not settled."""

    CSS_PATH = "review.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("review-list", "review", "review-words", "prompt")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    AUTO_FOCUS = "ActionList"
    BINDINGS = [binding for binding in bindings_of("live") if getattr(binding, "id", "") == "save-elsewhere"]

    def __init__(
        self, opened: OpenMeeting, now: Callable[[], datetime], *, place: Place | None = None, saved_at: str = ""
    ) -> None:
        super().__init__(opened, now)
        self.saved_at = saved_at
        self.left_at = place or Place()
        """Where the review is, and is left."""
        self._order: tuple[int, ...] = ()
        """The actions in the order of this walk, which stays while owners and dates change."""
        self._since = self.opened.revision
        self._ended = False
        """Whether the walk has come to its end."""

    def compose(self) -> ComposeResult:
        """Lay out how the review stands, the actions or the one being settled, the questions, and the keys."""
        yield TopLine(id="top")
        yield Static(id="standing", markup=False)
        yield ActionList(id="actions")
        yield ActionCard(id="card")
        with Horizontal(id="rewording"):
            yield Static("words", id="asked", markup=False)
            yield WordsLine(id="words")
        yield Static(id="said", markup=False)
        yield Prompt(id="prompt")
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
        if self.prompt.is_open:
            return "prompt"
        return "review-words" if self.rewording else "review" if self.walking else "review-list"

    @property
    def entry(self) -> Entry:
        """The action that is being settled."""
        assert self.left_at.action is not None, "a walk is at an action"
        return self.meeting.entry(self.left_at.action)

    def show_meeting(self) -> None:
        """Show the actions as they stand, or the one being settled."""
        top = self.query_one(TopLine)
        top.title = self.meeting.title
        if self.walking:
            entry = self.entry
            place = self._order.index(entry.id) + 1
            top.section = f"Review · {place} of {len(self._order)}"
            self.query_one(ActionCard).show(_card(self.meeting, entry, place, len(self._order)))
        else:
            top.section = "Review"
            self.query_one(ActionList).show(grouped(self.meeting, self.left_at.grouping), self.left_at.action)
        self.query_one("#standing", Static).update(self._standing())
        self._show_clock()
        self.show_keys()

    def _standing(self) -> Content:
        """Say how the review stands; once the walk has ended, that it has."""
        stands = summary(self.meeting) or "there are no actions"
        head = "End of the review: " if self._ended else ""
        how = "" if self.size.width < _NARROW else f"   by {self.left_at.grouping}"
        return Content.assemble((f"{head}{stands}", "bold"), (how, "$text-muted"))

    def _show_clock(self) -> None:
        self.query_one(TopLine).clock = f"{self.now():%H:%M}"

    def show_keys(self) -> None:
        """Show the keys that hold now, as many as there is room for."""
        row = key_row(commands_of(self.place, "anywhere"), self.size.width, self.why_not, colours=not self.app.no_color)
        self.query_one("#keys", Static).update(row)

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something above the keys, until the next action is shown."""
        said = self.query_one("#said", Static)
        said.set_class(refused, "-refused")
        said.update(Content(showable(words)))

    def on_resize(self) -> None:
        """Show as much as there is room for now."""
        self.query_one("#standing", Static).update(self._standing())
        self.show_keys()

    def why_not(self, command: Command) -> str:
        """Say why a command is not available now; empty where it is."""
        if command.id in ("undo", "redo") and self._last_change(command.id) is None:
            return f"nothing to {command.id} in this review"
        if command.where in self.PLACES and command.where != self.place:
            return {
                "review-list": f"stop first: {key_of('review-stop')}",
                "review": f"choose an action first: {key_of('review-list-start')}",
                "review-words": f"edit an action's words first: {key_of('review-reword')}",
            }.get(command.where, "nothing is asked")
        return ""

    # The list.

    def action_choose(self, by: int) -> None:
        """Choose the action so many below, or above."""
        actions = self.query_one(ActionList)
        actions.choose_by(by)
        self._come_to(actions.chosen)

    def action_regroup(self) -> None:
        """Group the actions by what comes next: section, owner, due; the first that is not settled is chosen."""
        groupings = list(Grouping)
        after = groupings[(groupings.index(self.left_at.grouping) + 1) % len(groupings)]
        order = walk_order(grouped(self.meeting, after))
        self.left_at = Place(grouping=after, action=first_left(self.meeting, order))
        self.show_meeting()

    @on(ActionList.Opened)
    def action_start(self) -> None:
        """Go through the actions from the chosen one on, in the order in which they stand in the list."""
        chosen = self.query_one(ActionList).chosen
        if chosen is not None:
            self._order = walk_order(grouped(self.meeting, self.left_at.grouping))
            self._walk_to(chosen)

    def action_close(self) -> None:
        """Go back to where the review was opened from; without that, quit."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.call_later(self.app.run_action, "leave")

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
        self.action_stop()
        self.say(said)

    def action_stop(self) -> None:
        """See all the actions again."""
        self.remove_class("-walking")
        self.set_focus(self.query_one(ActionList))
        self.say("")
        self.show_meeting()

    def action_go_back(self) -> None:
        """Show the action before, whatever has become of it."""
        place = self._order.index(self.entry.id)
        if place:
            self._walk_to(self._order[place - 1])
        else:
            self.say("this is the first one")

    def action_pass_over(self) -> None:
        """Leave the action for later, and show the next one that is not settled."""
        self._walk_on(f"{_name(self.entry)} is left for later" if is_left(self.entry) else "")

    # Settling.

    def action_agree(self) -> None:
        """Agree the action as it stands, and show the next one; one that is settled is gone on from."""
        entry = self.entry
        if not is_left(entry):
            self._walk_on()
        elif self._settle("agreed", agree):
            self._walk_on(f"{_name(entry)} agreed")

    def action_strike(self) -> None:
        """Strike the action, or take that back."""
        self._settle("struck", toggle_struck)

    def action_finish(self) -> None:
        """Mark the action done, or take that back."""
        self._settle("done", toggle_done)

    def _settle(self, what: str, change: Callable[[Meeting, int], Meeting]) -> bool:
        entry = self.entry

        def said() -> str:
            verdict = verdict_of(self.meeting.entry(entry.id))
            back = is_left(self.meeting.entry(entry.id))
            return f"{_name(entry)} is to be settled again" if back else f"{_name(entry)} {verdict}"

        return self.change_entries(what, lambda meeting: change(meeting, entry.id), said)

    def action_ask(self, field: Field) -> None:
        """Ask whose the action is or when it is due."""
        self.ask_for(field, (self.entry.id,))
        self.show_keys()

    def stop_asking(self) -> None:
        """Go back to the action."""
        if self.prompt.is_open:
            self.remove_class("-asking")
            self.prompt.close()
            self.show_action()

    def show_action(self) -> None:
        """Return the focus back to the action, with its keys."""
        self.set_focus(self.query_one(ActionCard))
        self.show_keys()

    @on(events.DescendantFocus)
    def keep_focus(self, event: events.DescendantFocus) -> None:
        """Stay with a question or a rewording until it is answered or left, whatever is clicked."""
        if self.prompt.is_open and event.widget is not self.prompt.field:
            self.set_focus(self.prompt.field)
        elif self.rewording and event.widget is not self.words_line:
            self.set_focus(self.words_line)

    # Undo.

    def _last_change(self, which: str) -> Change | None:
        """Return the change of this review that undo would take back, or redo make again; None where there is none."""
        change = undoable(self.journal) if which == "undo" else redoable(self.journal)
        return change if change is not None and change.id > self._since else None

    def action_undo(self) -> None:
        """Take back the last change made in this review, and show the action it was made of."""
        self._take_back("undo")

    def action_redo(self) -> None:
        """Make again the change undone last."""
        self._take_back("redo")

    def _take_back(self, which: str) -> None:
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


def _name(entry: Entry) -> str:
    return entry.action.ref if entry.action else ""


def _card(meeting: Meeting, entry: Entry, place: int, total: int) -> Card:
    """Make what is shown of an action, with its words as the notes would print them."""
    ref = _name(entry)
    others = tuple(e for e in meeting.entries if e.action and e.action.replaced_by == ref)
    alone = compose(copy_for("internal", replace(meeting, entries=(entry, *others)))).actions
    printed = next(action for action in alone if action.ref == ref)
    return Card(
        meeting=meeting,
        entry=entry,
        place=place,
        total=total,
        words=printed.text.spans,
        after=printed.after.spans,
    )
