"""Sealing approved minutes from the screen: what goes is shown, and nothing goes before the word for it is typed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from tui.errors import MinutebookError
from tui.screens.opened_screen import OpenedScreen

if TYPE_CHECKING:
    from tui.widgets.lists.palette_list import Offer


def seal_offer(screen: OpenedScreen) -> Offer:
    """Return what the palette offers."""
    from tui.use_cases.seal_minutes import why_not_sealed
    from tui.widgets.lists.palette_list import Offer

    title = "Seal the approved minutes: give up what was corrected or deleted on the way"
    return Offer(title, lambda: seal_minutes(screen), reason=why_not_sealed(screen.opened), name="seal")


@work
async def seal_minutes(screen: OpenedScreen) -> None:
    """Show what goes, ask, and seal the meeting."""
    if words := await _asked_and_sealed(screen):
        screen.tell(words)


async def sealed_as_the_house_asks(screen: OpenedScreen) -> str:
    """Ask whether minutes that were just approved are to be sealed, if the house asks that; return what came of it."""
    from tui.use_cases.seal_minutes import house_asks

    try:
        if not house_asks(screen.opened):
            return ""
    except MinutebookError as problem:
        return str(problem)
    return await _asked_and_sealed(screen) or "not sealed: the palette does it later"


async def _asked_and_sealed(screen: OpenedScreen) -> str:
    """Show what goes, ask, and seal the meeting; return what came of it, empty where the user left it as it is."""
    from tui.screens.dialogs.one_question import OneQuestion
    from tui.use_cases.seal_minutes import QUESTION, SEAL, seal_now, what_goes

    try:
        text = await asyncio.to_thread(what_goes, screen.opened)
    except MinutebookError as problem:
        return str(problem)
    question = OneQuestion(
        QUESTION,
        "",
        text,
        f"seals, once {SEAL} is typed",
        lambda words: "" if words.casefold() == SEAL else f"type {SEAL}; Esc leaves it as it is",
    )
    if await screen.app.push_screen_wait(question) is None:
        return ""
    came = seal_now(screen.opened, screen.now())
    screen.show_sealed()
    return came
