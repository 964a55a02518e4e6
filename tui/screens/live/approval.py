"""What comes last: approving the notes, making them a draft again, sealing and publishing them.

Done once a meeting, so that these commands stand in the palette and have no keys of their own.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.errors import MinutebookError
from tui.meeting.capture.capture import Outcome
from tui.meeting.model import Approval
from tui.screens.opened_screen import OpenedScreen

if TYPE_CHECKING:
    from tui.widgets.lists.palette_list import Offer


def approval_offers(screen: OpenedScreen) -> list[Offer]:
    """Return what the palette offers."""
    from tui.meeting.approval.approving import said_approval
    from tui.screens.live.sealing import seal_offer
    from tui.widgets.lists.palette_list import Offer

    approval = screen.meeting.approval
    standing = f"they were {said_approval(approval)}" if approval else ""
    draft = "" if approval else "they are a draft"
    return [
        Offer("Approve these notes", lambda: approve_notes(screen), reason=standing, name="approve"),
        Offer("Make the notes a draft again", lambda: withdraw_approval(screen), reason=draft, name="approve"),
        seal_offer(screen),
        Offer("Publish the notes to a folder", lambda: publish_notes(screen), name="publish"),
    ]


@work
async def approve_notes(screen: OpenedScreen) -> None:
    """Ask who approves the notes, and sign them off."""
    from tui.meeting.approval.approving import approve, approver, said_approval
    from tui.screens.dialogs.one_question import OneQuestion
    from tui.screens.live.sealing import sealed_as_the_house_asks

    question = OneQuestion(
        "Who approves these notes?",
        approver(screen.meeting),
        "What is changed afterwards is printed as an amendment, with its date.",
        "approves",
        lambda words: "" if words else "say who approves them",
    )
    who: str | None = await screen.app.push_screen_wait(question)
    if who is None:
        return

    def make() -> Outcome:
        approval = Approval(by=who, at=screen.now())
        return Outcome(journal=approve(screen.journal, approval, screen.now()), message="approve")

    if screen.change(make) and screen.meeting.approval is not None:
        said = said_approval(screen.meeting.approval)
        words = said[0].upper() + said[1:]
        screen.tell(words)
        if sealed := await sealed_as_the_house_asks(screen):
            screen.tell(f"{words}; {sealed}")


def withdraw_approval(screen: OpenedScreen) -> None:
    """Make the notes a draft again."""
    from tui.meeting.approval.approving import withdraw

    if screen.change(lambda: Outcome(journal=withdraw(screen.journal, screen.now()), message="withdraw")):
        screen.tell("The notes are a draft again")


@work
async def publish_notes(screen: OpenedScreen) -> None:
    """Ask for a folder, and write the public set there while the line goes on."""
    from tui.screens.dialogs.one_question import OneQuestion
    from tui.use_cases.after_gavel import note_published, publish_now, said_published, wrong_folder
    from tui.use_cases.publish_meeting import proposed_folder, will_publish

    question = OneQuestion(
        "Publish the notes to which folder?",
        str(proposed_folder(screen.opened.path.parent, screen.meeting)),
        f"{_open_words(screen)}{will_publish(screen.opened.path, screen.meeting)} Nothing restricted is in it.",
        "publishes",
        lambda words: wrong_folder(screen.meeting, words),
    )
    folder: str | None = await screen.app.push_screen_wait(question)
    if folder is None:
        return
    screen.say("Publishing …")
    try:
        done = await asyncio.to_thread(publish_now, screen.opened, Path(folder), screen.now)
    except MinutebookError as problem:
        screen.say(str(problem), refused=True)
    else:
        note_published(screen.opened, done)
        screen.tell(said_published(done))


def _open_words(screen: OpenedScreen) -> str:
    """Say what would go out that nobody would let out knowing of it: `2 gaps go out as they are. `."""
    from tui.meeting.checking.check import gaps_in, summary

    found = gaps_in(screen.meeting)
    if not found:
        return ""
    return f"{summary(found)} {'goes out as it is' if len(found) == 1 else 'go out as they are'}. "
