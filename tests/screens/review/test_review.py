"""The chair's review: the list, the walk, a key for each thing the chair may say, and the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.examples import spread
from tests.screens.board import BOARD
from tests.screens.live.test_live import HOSTILE
from tests.screens.live_app import AT, Live, live_app, shown_in
from tui.apps.review import ReviewApp
from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting
from tui.book.writer import WriteResult
from tui.meeting.actions.review import Verdict, verdict_of
from tui.meeting.approval.approving import approve
from tui.meeting.capture.capture import enter
from tui.meeting.model import Action, Approval, Entry, Status
from tui.screens.review.review import ReviewScreen
from tui.use_cases.making import new_meeting
from tui.widgets.lists.action_card import ActionCard
from tui.widgets.lists.action_list import ActionList
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

TEN = (
    "!PCC to sign the letter by Friday",
    "!Publish the report ^10 June",
    "!CC to count the radios ^the next meeting",
    "!DCC to visit the kennels",
    "!DCC to bring the figures to the June meeting",
    "/next",
    "!CC and PCC to meet the bus company within ten days",
    "!Thank the volunteers",
    "!PCC to answer the petition ^15 May",
    "!DCC to draft the protocol ^following PMG",
    "!ALL to read the draft by Monday",
)
"""Ten actions, of which four lack an owner or a date, or both."""


class Review(Live):
    """The review under a test's hands."""

    @property
    def review(self) -> ReviewScreen:
        assert isinstance(self.app.screen, ReviewScreen)
        return self.app.screen

    @property
    def list(self) -> str:
        return shown_in(self.review.query_one(ActionList))

    @property
    def card(self) -> str:
        return shown_in(self.review.query_one(ActionCard))

    @property
    def where(self) -> str:
        """What the top line says of the review."""
        return self.review.query_one(TopLine).section

    def part(self, name: str) -> str:
        """What one of the review's lines says: `said`, `standing`, `keys`."""
        return str(self.review.query_one(f"#{name}").render())

    def entry(self, ref: str) -> Entry:
        return next(entry for entry in self.entries if entry.action and entry.action.ref == ref)

    def action(self, ref: str) -> Action:
        action = self.entry(ref).action
        assert action is not None
        return action

    def verdict(self, ref: str) -> Verdict:
        return verdict_of(self.entry(ref))


@asynccontextmanager
async def reviewing(
    folder: Path, *lines: str, agenda: str = BOARD, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Review]:
    """Open the review above the live screen of a meeting with lines captured in it."""
    path = new_meeting(Book(folder), agenda, "agenda.md", after=None, day=None, at=AT).path
    with open_meeting(path) as opened:
        for line in lines or TEN:
            opened.take(enter(opened.journal, line, AT).journal, line="")
    async with live_app(folder, path=path, size=size) as live:
        review = Review(live.app, live.pilot)
        await review.press("f8")
        yield review


# The whole of it, as a chair would.


async def test_ten_actions_of_which_four_lack_something_are_settled_in_25_keys_beside_words(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        assert review.part("standing").startswith("10 left, 2 without owner, 3 without date")
        pressed: list[str] = ["f8"]

        async def press(*keys: str) -> None:
            pressed.extend(keys)
            await review.press(*keys)

        await press("enter", "enter")
        await press("o")
        await review.write("pcc")
        await press("enter", "enter", "enter")
        await press("u")
        await review.write("fri")
        await press("enter", "enter", "enter", "enter")
        await press("o")
        await review.write("all")
        await press("tab")
        await review.write("ju")
        await press("enter", "enter", "enter")
        await press("u")
        await review.write("next m")
        await press("enter", "enter", "enter")
        print(f"ten actions settled: {len(pressed)} keys beside typed words ({' '.join(pressed)})")
        assert len(pressed) <= 25
        assert [review.verdict(f"A{number}") for number in range(1, 11)] == [Verdict.AGREED] * 10
        assert review.part("standing").startswith("End of the review: 10 agreed   ")
        assert review.action("A2").owners == ("PCC",)
        assert review.action("A7").owners == ("ALL",)
        dues = [
            action.due.date.isoformat()
            for e in review.entries
            if (action := e.action) and action.due and action.due.date
        ]
        assert len(dues) == 10
        changes = [change.what for change in review.app.opened.journal.history]
        assert changes.count("agreed") == 10
        assert changes.count("owners") == 2
        assert changes.count("due") == 3


async def test_the_end_says_what_became_of_the_actions(tmp_path: Path) -> None:
    async with reviewing(tmp_path, *(f"!CC to do it {n} ^Friday" for n in range(6)), "!Do it ^Friday", "!x") as review:
        await review.press("enter", *["y"] * 7, "x", "enter")
        assert review.part("standing").startswith("End of the review: 7 agreed, 1 struck, 1 without owner")
        assert "› A7" in " ".join(review.list.split())
        assert review.part("said") == ""


# The list.


async def test_the_list_stands_by_section_then_by_owner_and_by_due_at_a_key(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        assert "1. Matters arising  5 left" in review.list
        await review.press("g")
        assert [row for row in review.list.splitlines() if "left" in row] == [
            "  Nobody named  2 left", "  PCC  2 left", "  CC  2 left", "  DCC  3 left", "  ALL  1 left",
        ]  # fmt: skip
        await review.press("g")
        assert "No date  3 left" in review.list
        await review.press("g")
        assert "2. Holding to account  5 left" in review.list


async def test_the_walk_goes_in_the_order_of_the_list_and_keeps_it_while_owners_change(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("g", "enter")
        assert "A2" in review.card
        await review.press("o", "d", "enter", "enter")
        assert review.action("A2").owners == ("DCC",)
        assert (review.where, "A7" in review.card) == ("Review · 2 of 10", True)


async def test_up_and_down_choose_where_the_walk_begins(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("down", "j", "up", "end", "up", "enter")
        assert "A9" in review.card


# The walk.


async def test_an_action_is_shown_as_it_prints_with_what_it_lacks_and_where_it_arose(tmp_path: Path) -> None:
    lines = ("/next", "?PCC: who visits", ">CC: nobody *yet*", "!DCC to visit the *old* kennels ^following PMG")
    async with reviewing(tmp_path, *lines) as review:
        await review.press("enter")
        words = " ".join(review.card.split())
        for said in (
            "A1 1 of 1",
            "DCC to visit the old kennels (due following PMG) ACTION DCC",
            "Owner DCC, Rob Dean",
            "Due following PMG",
            "! no date: “following PMG” gives none",
            "Arose in 2. Holding to account question PCC: who visits response CC: nobody *yet*",
        ):
            assert said in words


async def test_enter_skips_what_is_settled_and_b_goes_back_to_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("enter", "enter", "enter", "b", "b")
        assert (review.where, "✓ agreed" in review.card) == ("Review · 1 of 10", True)
        await review.press("enter")
        assert review.where == "Review · 3 of 10"
        await review.press("b", "b", "b")
        assert review.part("said") == "this is the first one"


async def test_what_is_left_for_later_is_left_at_the_end(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to go ^Friday", "!CC to stay ^Friday") as review:
        await review.press("enter", "n", "enter")
        assert review.part("standing").startswith("End of the review: 1 agreed, 1 left")
        await review.press("enter")
        assert "A1" in review.card


async def test_the_walk_stops_and_goes_on_where_it_was(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("g", "enter", "enter", "n", "escape", "escape")
        assert review.app.screen is review.screen
        await review.press("ctrl+r")
        assert "by owner" in review.part("standing")
        await review.press("enter")
        assert review.where == "Review · 3 of 10"


async def test_striking_and_done_say_so_and_a_second_time_take_it_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("enter", "x")
        assert (review.action("A1").status, review.part("said")) == (Status.DROPPED, "A1 struck")
        assert "× struck" in review.card
        await review.press("x")
        assert (review.action("A1").status, review.part("said")) == (Status.OPEN, "A1 is to be settled again")
        await review.press("d")
        assert (review.verdict("A1"), review.where) == (Verdict.DONE, "Review · 1 of 10")
        assert [change.what for change in review.app.opened.journal.history][-3:] == ["struck", "struck", "done"]


async def test_owners_and_due_are_asked_one_after_the_other_with_tab(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!Thank the volunteers") as review:
        await review.press("enter", "o", "c")
        assert "CC  Carl Ode" in str(review.review.query_one(Prompt).query_one(".match").render())
        await review.press("tab", "f", "enter")
        action = review.action("A1")
        assert action.due is not None
        assert (action.owners, action.due.words) == (("CC",), "Friday")
        assert review.review.query_one(ActionCard).has_focus
        assert "Due Friday · Friday 10 May 2024" in " ".join(review.card.split())


async def test_a_question_that_is_left_changes_nothing(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        before = review.meeting
        await review.press("enter", "o", "d", "escape", "u", "f", "ctrl+z")
        assert review.meeting == before
        await review.press("u")
        await review.write("^")
        await review.press("escape", "y")
        assert review.verdict("A1") is Verdict.AGREED


async def test_words_are_edited_in_place_and_agreed_as_they_are_then(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to count the radios ^Friday", "-a point") as review:
        await review.press("enter", "e")
        line = review.review.words.line
        assert line.line == "CC to count the radios ^Friday"
        line.load_line("")
        await review.write("+DCC to count every radio @PCC ^10 June")
        await review.press("enter")
        entry = review.entry("A1")
        assert entry.text == "+DCC to count every radio"
        assert review.action("A1").owners == ("PCC",)
        assert review.review.query_one(ActionCard).has_focus
        await review.press("y")
        assert review.verdict("A1") is Verdict.AGREED


async def test_words_can_be_left_as_they_were_and_may_not_be_empty(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to count the radios ^Friday") as review:
        before = review.meeting
        await review.press("enter", "e")
        await review.write(" twice")
        await review.press("ctrl+z", "ctrl+t")
        assert review.meeting == before
        await review.press("e", "ctrl+u", "enter")
        assert "no words" in review.part("said")
        assert review.review.words.line.has_focus
        await review.press("escape")
        assert review.meeting == before


async def test_an_action_is_split_at_the_cursor_and_both_are_settled_one_after_the_other(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to count the radios ^Friday. DCC to visit the kennels", "!Thank all") as review:
        await review.press("enter", "S")
        assert "Enter splits it at the cursor" in review.part("said")
        review.review.words.line.load_line("CC to count the radios. DCC to visit the kennels")
        review.review.words.line.move_cursor((0, len("CC to count the radios.")))
        await review.press("enter")
        assert [(e.text, e.action.owners) for e in review.entries if e.action] == [
            ("CC to count the radios.", ("CC",)),
            ("DCC to visit the kennels", ("DCC",)),
            ("Thank all", ()),
        ]
        assert "split into" in review.part("said")
        assert review.where.endswith("1 of 3")
        await review.press("y")
        assert "visit the kennels" in review.card
        await review.press("ctrl+z", "ctrl+z")
        assert [e.text for e in review.entries][-1:] == ["Thank all"]
        assert review.where.endswith("1 of 2")


async def test_an_action_is_added_after_the_one_read_out_and_is_read_out_next(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to count the radios", "!Thank all") as review:
        await review.press("enter", "a")
        await review.press("enter")
        assert "an action needs words" in review.part("said")
        await review.write("DCC to visit the kennels ^Friday")
        await review.press("enter")
        assert [e.text for e in review.entries] == ["CC to count the radios", "DCC to visit the kennels", "Thank all"]
        assert review.where.endswith("2 of 3")
        assert "visit the kennels" in review.card
        await review.press("ctrl+z")
        assert review.where.endswith("1 of 2")
        assert "count the radios" in review.card


async def test_an_action_is_added_from_the_list_too(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to count the radios", "!Thank all") as review:
        await review.press("down", "a")
        await review.write("DCC to visit the kennels")
        await review.press("enter")
        assert [e.text for e in review.entries][-1] == "DCC to visit the kennels"
        assert "visit the kennels" in review.list
        assert review.review.query_one(ActionList).has_focus
        await review.press("enter")
        assert review.where.endswith("3 of 3")


async def test_the_first_rewording_after_the_approval_says_that_it_is_printed_as_an_amendment(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "!CC to count the radios", "!Thank all") as review:
        opened, line = review.app.opened, review.review.words.line
        opened.take(approve(opened.journal, Approval(by="Ann Oak", at=AT), AT), line="")
        await review.press("enter", "e")
        line.load_line("CC to count every radio")
        await review.press("enter")
        assert "printed as an amendment; Ctrl+Z takes it back" in review.part("said")


async def test_an_action_reworded_after_it_was_agreed_is_to_be_settled_again(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("enter", "y", "b", "e")
        await review.write(", please")
        await review.press("enter")
        assert review.verdict("A1") is Verdict.LEFT


async def test_undo_takes_back_what_was_done_here_and_shows_it_but_nothing_older(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("enter", "ctrl+z")
        assert review.part("said") == "there is nothing to undo in this review"
        await review.press("y", "y", "ctrl+z")
        assert (review.verdict("A2"), review.where) == (Verdict.LEFT, "Review · 2 of 10")
        assert review.part("said").startswith("Undone: agreed “Publish the report")
        await review.press("ctrl+z", "ctrl+y")
        assert (review.verdict("A1"), review.where) == (Verdict.AGREED, "Review · 1 of 10")


# With the live screen, the disk and other sizes.


async def test_the_live_screen_shows_what_the_review_changed_and_keeps_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        review = Review(live.app, live.pilot)
        await live.type("!Thank the volunteers")
        await live.write("half a line")
        await live.press("ctrl+r", "enter", "o", "c", "enter", "x", "f8")
        assert live.app.screen is live.screen
        assert live.line.has_focus
        assert live.line.line == "half a line"
        assert "CC · no due date · dropped" in live.log
        assert review.action("A1").owners == ("CC",)


async def test_without_actions_or_while_an_entry_is_edited_the_review_says_why_not(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.press("f8")
        assert (live.app.screen is live.screen, live.reading) == (True, "there is no action yet")
        await live.type("!Thank the volunteers")
        await live.press("ctrl+t", "e", "f8")
        assert live.app.screen is live.screen
        assert "being edited" in live.reading


async def test_all_that_was_settled_is_on_the_disk(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("enter", "y", "x")
        assert review.app.opened.flush(10)
        stored = read_meeting(review.app.opened.path)
        assert stored.entries == review.entries
        await review.pilot.pause(0.05)
        assert review.review.query_one(TopLine).saving == "saved"


async def test_a_failed_write_is_said_above_the_review_too(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        result = WriteResult(revision=0, at=AT, path=tmp_path, error="the disk is full")
        review.app._on_saved(result)
        await review.pilot.pause()
        top = review.review.query_one(TopLine)
        assert (top.saving, "the disk is full" in top.state) == ("failed", True)
        await review.press("ctrl+s")
        assert isinstance(review.app.focused, Input)
        await review.press("escape", "f8")
        assert review.top.saving == "failed"


async def test_the_review_alone_quits_when_it_is_left(tmp_path: Path) -> None:
    path = new_meeting(Book(tmp_path), BOARD, "agenda.md", after=None, day=None, at=AT).path
    with open_meeting(path) as opened:
        opened.take(enter(opened.journal, "!CC to go ^Friday", AT).journal, line="")
    app = ReviewApp(path, clock=lambda: AT)
    with app.opened:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert not app.screen.query_one("#rewording").display
            await pilot.press("enter", "y", "escape")
            await pilot.pause()
            assert not app.is_running or app._exit
    action = read_meeting(path).entries[0].action
    assert action is not None
    assert action.agreed


async def test_a_meeting_without_actions_can_be_looked_at(tmp_path: Path) -> None:
    path = new_meeting(Book(tmp_path), BOARD, "agenda.md", after=None, day=None, at=AT).path
    app = ReviewApp(path, clock=lambda: AT)
    with app.opened:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            review = Review(app, pilot)
            await review.press("enter", "down", "g", "end", "ctrl+z")
            assert "there are no actions" in review.part("standing")


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 16), (20, 6)], 4))
async def test_hostile_words_are_drawn_literally_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    lines = (f"!{HOSTILE}", f"!CC to {HOSTILE} @{HOSTILE} ^{HOSTILE}", f"!{'long' * 2_500} ^{'far' * 100}")
    async with reviewing(tmp_path, "a note", size=size) as review:
        await review.press("f8")
        for line in lines:
            review.line.load_line(line)
            await review.press("enter")
        await review.press("f8", "g", "enter")
        for _ in range(len(lines)):
            screen = "\n".join(strip.text for strip in review.review._compositor.render_strips(review.app.size))
            assert not any(character in screen for character in "\x1b\x07\x9b‮\x00")
            await review.press("o", "escape", "u", "escape", "e", "escape", "y")
        assert review.part("standing").startswith("End of the review")


async def test_restricted_actions_are_marked_as_in_the_log(tmp_path: Path) -> None:
    async with reviewing(tmp_path, "%!CC to see [[Mr Gray]]", "!CC to see [[Mrs Gray]] today") as review:
        assert "restricted  CC to see Mr Gray" in review.list
        await review.press("enter")
        assert "restricted" in review.card
        await review.press("y")
        assert "CC to see [[Mrs Gray]] today" in review.card


async def test_every_key_of_the_foot_is_said_and_the_help_shows_them_all(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        assert review.part("keys").startswith(" Enter Start   g Group   a Add   Esc Back"[1:])
        await review.press("enter")
        for words in ("Enter Agreed", "e Edit", "o Owner", "u Due", "x Strike", "d Done", "b Back", "Esc Stop"):
            assert words in review.part("keys")
        await review.press("f1")
        assert review.app.screen is not review.screen
        offers = review.app.offers(review.app.screen_stack[-2])
        assert [offer.reason for offer in offers if offer.name == "review-agree"] == [""]
        assert [offer.reason for offer in offers if offer.name == "review-list-start"] == ["stop first: Esc"]
