"""The card of one action: what earlier meetings heard of it, and that nothing of it is taken for markup."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from textual.app import App, ComposeResult

from tests.meeting.room import EARLIER, Taker, with_forward
from tui.meeting.model import EarlierUpdate, Meeting, Origin, Replaced, Source
from tui.meeting.text.inline_markup import spans
from tui.widgets.lists.action_card import ActionCard, Card

MARCH = Source(id="m" * 32, title="Parish Council", date=date(2022, 3, 8))


class CardApp(App[None]):
    """A card and nothing else."""

    def compose(self) -> ComposeResult:
        yield ActionCard()


async def words_of(meeting: Meeting, entry_id: int, size: tuple[int, int]) -> str:
    """Give the words of an action's card at a size, its rows joined."""
    entry = meeting.entry(entry_id)
    async with CardApp().run_test(size=size) as pilot:
        card = pilot.app.query_one(ActionCard)
        card.show(Card(meeting=meeting, entry=entry, place=2, total=9, words=spans(entry.text)))
        await pilot.pause()
        rows = [strip.text for y in range(card.size.height) for strip in [card.render_line(y)]]
        return " ".join(" ".join(rows).split())


def chained() -> Meeting:
    """Give a meeting with an action brought forward of which much was heard before."""
    taker = Taker(with_forward())
    taker.do("~B1 MT: two quotes came [[from the Hales]]")
    meeting = taker.meeting
    action = meeting.entries[0].action
    assert action is not None
    action = replace(
        action,
        origin=Origin(meeting=MARCH, entry=4, topic="The *green*"),
        earlier=(
            EarlierUpdate(meeting=MARCH, text="nothing was done", speakers=("NS",)),
            EarlierUpdate(meeting=EARLIER, text="MT, PJH", change="owners"),
        ),
        replaces=(Replaced(origin=Origin(meeting=MARCH, entry=2), text="MT to paint [/] the bench"),),
    )
    return replace(meeting, entries=(replace(meeting.entries[0], action=action), *meeting.entries[1:]))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_an_action_brought_forward_tells_its_chain_from_the_first_meeting_on(size: tuple[int, int]) -> None:
    words = await words_of(chained(), 1, size)
    for said in (
        "B1 2 of 9",
        "MT to price a bench",
        "Owner MT, Cllr Maureen Tidy",
        "From Parish Council, 8 March 2022 · The green",
        "before MT to paint [/] the bench (replaced)",
        "Mar 2022 NS: nothing was done",
        "Apr 2022 owners changed to MT, PJH",
        "now MT: two quotes came [[from the Hales]]",
    ):
        assert said in words


async def test_on_a_small_screen_the_words_and_what_is_missing_are_in_sight() -> None:
    words = await words_of(chained(), 2, (40, 12))
    assert "B2 2 of 9 Pike family to clear the ditch Owner — Due — ! nobody is named ! no date is given" in words


async def test_every_width_down_to_a_few_cells_can_be_laid_out() -> None:
    for columns in (1, 4, 12, 30):
        await words_of(chained(), 1, (columns, 5))
