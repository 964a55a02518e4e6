"""What comes last: approving the notes, making them a draft again, and publishing them.

Done once a meeting, so that these commands stand in the palette and have no keys of their own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.book.opened import OpenMeeting
from tui.errors import BadInput, BookError, MinutebookError
from tui.meeting.capture.capture import Outcome
from tui.meeting.model import Approval
from tui.screens.opened_screen import OpenedScreen

if TYPE_CHECKING:
    from tui.use_cases.publish_meeting import Published
    from tui.widgets.lists.palette_list import Offer

PATIENCE = 10.0
"""Seconds that publishing waits for the disk to have what is shown."""


def approval_offers(screen: OpenedScreen) -> list[Offer]:
    """Return what the palette offers."""
    from tui.meeting.approval.approving import said_approval
    from tui.widgets.lists.palette_list import Offer

    approval = screen.meeting.approval
    standing = f"they were {said_approval(approval)}" if approval else ""
    draft = "" if approval else "they are a draft"
    return [
        Offer("Approve these notes", lambda: approve_notes(screen), reason=standing, name="approve"),
        Offer("Make the notes a draft again", lambda: withdraw_approval(screen), reason=draft, name="approve"),
        Offer("Publish the notes to a folder", lambda: publish_notes(screen), name="publish"),
    ]


@work
async def approve_notes(screen: OpenedScreen) -> None:
    """Ask who approves the notes, and sign them off."""
    from tui.meeting.approval.approving import approve, approver, said_approval
    from tui.screens.dialogs.one_question import OneQuestion

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
        screen.tell(f"The notes are {said_approval(screen.meeting.approval)}")


def withdraw_approval(screen: OpenedScreen) -> None:
    """Make the notes a draft again."""
    from tui.meeting.approval.approving import withdraw

    if screen.change(lambda: Outcome(journal=withdraw(screen.journal, screen.now()), message="withdraw")):
        screen.tell("The notes are a draft again")


@work
async def publish_notes(screen: OpenedScreen) -> None:
    """Ask for a folder, and write the public set there while the line goes on."""
    from tui.notes.actions.files import PUBLISHED_LISTS
    from tui.notes.formats import PUBLISHED, named
    from tui.screens.dialogs.one_question import OneQuestion
    from tui.use_cases.publish_meeting import proposed_folder

    formats = f"{named(PUBLISHED)}, with the actions as {named(PUBLISHED_LISTS)}"
    question = OneQuestion(
        "Publish the notes to which folder?",
        str(proposed_folder(screen.opened.path.parent, screen.meeting)),
        f"{_open_words(screen)}{formats}; nothing restricted is in them.",
        "publishes",
        lambda words: wrong_folder(screen, words),
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
        note_published(screen, done)
        screen.tell(said_published(done))


def wrong_folder(screen: OpenedScreen, words: str) -> str:
    """Say why the notes cannot be published in a folder; empty where they can."""
    from tui.book.published_folder import free_to_publish

    try:
        free_to_publish(Path(words), screen.meeting.id)
    except BadInput as problem:
        return f"{problem.message}; {problem.hint}"
    return "" if words else "name a folder, which will be made"


def note_published(screen: OpenedScreen, done: Published) -> None:
    """Note in the meeting what was published of it."""
    from tui.meeting.approval.publications import note_publication

    screen.opened.take(note_publication(screen.opened.journal, done.publication))


def _open_words(screen: OpenedScreen) -> str:
    """Say what would go out that nobody would let out knowing of it: `2 gaps go out as they are. `."""
    from tui.meeting.checking.check import gaps_in, summary

    found = gaps_in(screen.meeting)
    if not found:
        return ""
    return f"{summary(found)} {'goes out as it is' if len(found) == 1 else 'go out as they are'}. "


def publish_now(opened: OpenMeeting, folder: Path, now: Callable[[], datetime]) -> Published:
    """Publish what is shown, in a thread of its own. Raises BadInput and BookError."""
    from tui.use_cases.publish_meeting import publish_meeting

    if not opened.flush(PATIENCE):
        raise BookError(
            "the last changes are not on the disk yet", where=opened.path, hint="publish when they are saved"
        )
    return publish_meeting(opened.path, folder, styles_folder=opened.path.parent / "styles", at=now())


def said_published(done: Published) -> str:
    """Say what was published where."""
    draft = "as a DRAFT " if done.draft else ""
    withheld = f"; {done.withheld} withheld, listed in {done.listed}" if done.withheld else ""
    return f"Published {draft}in {done.folder}: {len(done.names)} files{withheld}"
