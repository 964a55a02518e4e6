"""The desk of what comes last: approving the notes, making them a draft again, and publishing them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.errors import BadInput, BookError, MinutebookError
from tui.meeting.capture.capture import Outcome
from tui.meeting.model import Approval
from tui.screens.live.meeting_screen import MeetingScreen

if TYPE_CHECKING:
    from tui.use_cases.publish_meeting import Published
    from tui.widgets.lists.palette_list import Offer

_PATIENCE = 10.0
"""Seconds that publishing waits for the disk to have what is shown."""


class SigningOff(MeetingScreen):
    """Done once a meeting, so that these commands stand in the palette and have no keys of their own."""

    def further_offers(self) -> list[Offer]:
        """Return what the palette offers here beside the commands that have keys."""
        from tui.meeting.approval.approving import said_approval
        from tui.widgets.lists.palette_list import Offer

        approval = self.meeting.approval
        standing = f"they were {said_approval(approval)}" if approval else ""
        draft = "" if approval else "they are a draft"
        return [
            Offer(title="Approve these notes", action="approve", where="live", name="approve", reason=standing),
            Offer(title="Make the notes a draft again", action="withdraw", where="live", name="approve", reason=draft),
            Offer(title="Publish the notes to a folder", action="publish", where="live", name="publish"),
        ]

    @work
    async def action_approve(self) -> None:
        """Ask who approves the notes, and sign them off."""
        from tui.meeting.approval.approving import approve, approver, said_approval
        from tui.screens.dialogs.one_question import OneQuestion

        question = OneQuestion(
            "Who approves these notes?",
            approver(self.meeting),
            "What is changed afterwards is printed as an amendment, with its date.",
            "approves",
            lambda words: "" if words else "say who approves them",
        )
        who: str | None = await self.app.push_screen_wait(question)
        if who is None:
            return

        def make() -> Outcome:
            approval = Approval(by=who, at=self.now())
            return Outcome(journal=approve(self.journal, approval, self.now()), message="approve")

        if self.change(make) and self.meeting.approval is not None:
            self.tell(f"The notes are {said_approval(self.meeting.approval)}")

    def action_withdraw(self) -> None:
        """Make the notes a draft again."""
        from tui.meeting.approval.approving import withdraw

        if self.change(lambda: Outcome(journal=withdraw(self.journal, self.now()), message="withdraw")):
            self.tell("The notes are a draft again")

    @work
    async def action_publish(self) -> None:
        """Ask for a folder, and write the public set there while the line goes on."""
        from tui.book.published_folder import free_to_publish
        from tui.notes.actions.files import PUBLISHED_LISTS
        from tui.notes.formats import PUBLISHED, named
        from tui.screens.dialogs.one_question import OneQuestion

        def wrong(words: str) -> str:
            try:
                free_to_publish(Path(words), self.meeting.id)
            except BadInput as problem:
                return f"{problem.message}; {problem.hint}"
            return "" if words else "name a folder, which will be made"

        question = OneQuestion(
            "Publish the notes to which folder?",
            str(Path.home() / self.opened.path.stem),
            f"{named(PUBLISHED)}, with the actions as {named(PUBLISHED_LISTS)}; nothing restricted is in them.",
            "publishes",
            wrong,
        )
        folder: str | None = await self.app.push_screen_wait(question)
        if folder is None:
            return
        self.say("Publishing …")
        try:
            done = await asyncio.to_thread(self._publish, Path(folder))
        except MinutebookError as problem:
            self.say(str(problem), refused=True)
        else:
            self.tell(_said(done))

    def _publish(self, folder: Path) -> Published:
        """Publish what is shown, in a thread of its own. Raises BadInput and BookError."""
        from tui.use_cases.publish_meeting import publish_meeting

        path = self.opened.path
        if not self.opened.flush(_PATIENCE):
            raise BookError("the last changes are not on the disk yet", where=path, hint="publish when they are saved")
        return publish_meeting(path, folder, styles_folder=path.parent / "styles", at=self.now())


def _said(done: Published) -> str:
    draft = "as a DRAFT " if done.draft else ""
    withheld = f"; {done.withheld} withheld, listed in {done.listed}" if done.withheld else ""
    return f"Published {draft}in {done.folder}: {len(done.names)} files{withheld}"
