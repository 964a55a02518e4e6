"""What the palette offers of the commands that begin with `/`, completed as they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.meeting.capture.command_words import COMMAND_WORDS, NEEDS_WORDS, completions
from tui.screens.live.after_close import begin_closing
from tui.screens.live.parts import Parts

if TYPE_CHECKING:
    from tui.widgets.lists.palette_list import Offer

_MOST = 40


def split_offer(live: Parts) -> Offer:
    """Return the offer to split the entry being edited."""
    from tui.widgets.lists.palette_list import Offer

    return Offer("Split the entry being edited where the cursor stands", live.capture.split_here, name="log-split")


def command_offers(live: Parts, line: str) -> list[Offer]:
    """Return the command lines that a begun one may become, and the line itself where it can be entered as it is."""
    from tui.widgets.lists.palette_list import Offer

    name, _, words = line[1:].partition(" ")
    name = name.casefold()
    offers = []
    for whole, about in completions(live.screen.meeting, line)[:_MOST]:
        bare = whole[1:]
        # Chosen with its name alone, it waits in the palette for its words.
        fill = f"{whole} " if bare in NEEDS_WORDS else ""
        offers.append(Offer(about or whole, partial(_enter, live, whole), whole, name=f"/{bare}", fill=fill))
    if words.strip() and name in COMMAND_WORDS and all(offer.keys != line.strip() for offer in offers):
        as_typed = Offer(COMMAND_WORDS[name], partial(_enter, live, line.strip()), line.strip())
        # A new name, or a time after one: what is typed, where nothing known fits.
        offers = [*offers, as_typed]
    return offers


def _enter(live: Parts, line: str) -> None:
    """Enter a command line as if typed; what follows the close of a meeting is led through."""
    if begin_closing(live, line):
        return
    was_open = live.screen.meeting.closed is None
    if live.enter_command(line) and was_open and live.screen.meeting.closed:
        begin_closing(live)
