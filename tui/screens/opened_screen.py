"""What the screens on an open meeting share: the one way to change it, and whether all of it is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.message import Message

from tui.book.opened import OpenMeeting
from tui.book.refusing_disk import not_saved
from tui.book.writer import WriteResult
from tui.errors import MinutebookError
from tui.meeting.capture.capture import Outcome
from tui.meeting.capture.entry_fields import said_of
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Meeting
from tui.screens.command_screen import CommandScreen
from tui.widgets.lists.palette_list import Offer
from tui.widgets.live.entry_prompt import EntryPrompt
from tui.widgets.live.top_line import APPROVED, TopLine


class Written(Message, bubble=False):
    """The writer's thread has put the meeting on the disk, or could not."""

    def __init__(self, result: WriteResult) -> None:
        super().__init__()
        self.result = result


class OpenedScreen(CommandScreen[None]):
    """A screen on a meeting that this program writes, with a top line that says what is saved.

    It changes the meeting with `change` alone, and says what is to be said with `say`.
    """

    class GivingAsked(Message):
        """The user gives the meeting's pen to whoever asked for it."""

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.opened = opened
        self.now = now
        self._failure = opened.failure
        """Why the last write failed; empty where it did not."""
        self._versions_seen = 0
        """How many of the versions that other programs wrote the user has been told of by name."""
        self._amended = ""
        """What is said of the last change where it was the first since the approval."""
        self.saved_at = ""
        """When the last write ended, as the top line says it; empty before the first."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.opened.meeting

    @property
    def head(self) -> str:
        """The meeting's title as the top line has it: first of all, whether its notes are approved."""
        return f"{APPROVED} · {self.meeting.title}" if self.meeting.approval else self.meeting.title

    @property
    def journal(self) -> Journal:
        """The meeting with its history."""
        return self.opened.journal

    # Changing it: the one way round.

    def change(self, change: Callable[[], Outcome], *, line: str | None = None) -> bool:
        """Make a change and show the new state, with `line` in the capture line; where it is refused, say why.

        The new state goes to the writer before it is shown, so that nothing looks saved that isn't.
        """
        before, revision = self.meeting, self.opened.revision
        approved = self.journal if before.approval is not None else None
        try:
            outcome = change()
        except MinutebookError as refusal:
            self.say(str(refusal), refused=True)
            return False
        self.opened.take(outcome.journal, line=line)
        self.show_saving()
        self.note_change(line)
        self.show_meeting()
        self._amended = self._words_on_first_amendment(approved)
        if words := "; ".join(filter(None, (self.words_on_change(before, revision), self._amended))):
            self.tell(words)
        return True

    def _words_on_first_amendment(self, approved: Journal | None) -> str:
        """Say that a change is printed as an amendment, where it is the first since the notes were approved."""
        if approved is None:
            return ""
        from tui.meeting.approval.amendments import amendments

        if amendments(approved) or not amendments(self.journal):
            return ""
        return f"these notes are approved: it is printed as an amendment; {self.key_of('undo')} takes it back"

    def change_entries(self, what: str, change: Callable[[Meeting], Meeting], said: Callable[[], str]) -> bool:
        """Make one change of some entries, and say what came of it; where it is refused, say why."""

        def make() -> Outcome:
            return Outcome(journal=commit(self.journal, change(self.meeting), what, self.now()), message=what)

        if not self.change(make):
            return False
        self.tell_change(said())
        return True

    def tell_change(self, words: str) -> None:
        """Say what came of the last change, and where it is an amendment, the first, that too."""
        self.tell("; ".join(filter(None, (words, self._amended))))

    def note_change(self, line: str | None) -> None:
        """Take note of a change before it is shown; `line` is what it leaves in the capture line, if anything."""

    def show_news(self) -> None:
        """Show what has come from elsewhere."""
        self.note_change(None)
        self.show_meeting()

    def take_answer(self, answer: EntryPrompt.Taken) -> bool:
        """Make the change that was answered to a question about entries, if any; return whether that could be done."""
        field, ids, changed = answer.field, answer.ids, answer.changed
        return changed is None or self.change_entries(
            field, lambda _: changed, lambda: said_of(self.meeting, ids, field)
        )

    def words_on_change(self, before: Meeting, revision: int) -> str:
        """Return what is to be said of a change: `before` and `revision` are the meeting's, before it."""
        del before, revision
        return ""

    def show_meeting(self) -> None:
        """Show the state in every part."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say what came of the last change."""
        self.say(words)

    # Saving.

    @on(Written)
    def take_written(self, event: Written) -> None:
        """Say what is on the disk, or that it is not, for as long as it is not."""
        self._failure = event.result.error
        if not event.result.error and event.result.of_disk:
            self.saved_at = f" {event.result.at:%H:%M:%S}"
        self.show_saving()

    def show_saving(self) -> None:
        """Show whether all is on the disk."""
        top = self.query_one(TopLine)
        if self._failure:
            elsewhere = self.key_of("say-saved")
            words = not_saved(self._failure, elsewhere)
            if len(words) > self.size.width - 2:
                words = f"NOT SAVED ({elsewhere}): {self._failure}"
            top.saving, top.state = "failed", words
        elif self.opened.saved_revision < self.opened.revision:
            top.saving, top.state = "saving", "saving" + " " * max(0, len(self.saved_at) - 1)
        elif len(self.opened.kept) > self._versions_seen:
            key = self.key_of("say-saved")
            words = f"saved{self.saved_at}; ANOTHER VERSION stood there and is kept beside it. {key}: which"
            if len(words) > self.size.width - 2:
                words = f"ANOTHER VERSION was kept ({key})"
            top.saving, top.state = "failed", words
        elif self.opened.asked_by:
            top.saving, top.state = (
                "saving",
                f"{self.opened.asked_by} asks for the pen: {self.key_of('say-saved')} gives it",
            )
        else:
            sharing = f" · {self.opened.sharing}" if self.opened.sharing else ""
            top.saving = "saving" if self.opened.not_shared else "saved"
            top.state = f"saved{self.saved_at}{sharing}"

    def say_saved(self) -> None:
        """Say that all is saved, and which other versions were kept; while the disk refuses, ask for another folder."""
        if self._failure:
            self.save_elsewhere()
        elif len(self.opened.kept) > self._versions_seen:
            self._versions_seen = len(self.opened.kept)
            self.show_saving()
            # What tells it from the meeting's own file, so that it is seen whole.
            name = self.opened.kept[-1].name.removeprefix(self.opened.path.stem)
            self.say(f"another program's version: …{name}")
            self.join_versions()
        elif self.opened.asked_by:
            self.post_message(self.GivingAsked())
        elif self.opened.not_shared:
            self.say(f"all is saved on this machine, and not shared: {self.opened.not_shared}", refused=True)
        else:
            self.say(f"all is saved, and always at once: {self.opened.path.name}")

    def further_offers(self) -> list[Offer]:
        """Return what the palette offers here that is done too seldom for a key."""
        return [
            Offer("Write the meeting to another folder from now on", self.save_elsewhere, name="save-elsewhere"),
            Offer("Compare another version of this meeting, and join it", self.join_versions, name="join"),
            Offer(
                "The house's choice: how the notes of this series look and where they go",
                self.choose_for_house,
                name="house",
            ),
        ]

    def choose_for_house(self, left: Callable[[None], None] = lambda _: None) -> None:
        """Show what the house chose for the series, to be changed; `left` is called when the page is left."""
        from tui.screens.dialogs.house_page import HousePage

        self.app.push_screen(HousePage(self.opened.path.parent, self.meeting), left)

    def show_sealed(self) -> None:
        """Show the meeting as it stands on the disk, without the versions that went when it was sealed."""
        self._versions_seen = 0
        self.show_saving()
        self.show_meeting()

    @work
    async def join_versions(self) -> None:
        """Compare the meeting with the other versions of it that stand beside it, and take over what is chosen."""
        from tui.book.rescue.versions import other_versions
        from tui.meeting.actions.joining import JOINED, join
        from tui.screens.dialogs.join_versions import JoinVersions, Taken

        try:
            versions = other_versions(self.opened.path, self.meeting.id)
        except MinutebookError as error:
            self.say(str(error), refused=True)
            return
        if not versions:
            self.say("no other version of this meeting that can be read stands beside it", refused=True)
            return
        taken: Taken | None = await self.app.push_screen_wait(JoinVersions(self.meeting, self.opened.path, versions))
        if taken is None:
            return
        (path, theirs), chosen = taken
        if self.change(lambda: Outcome(journal=join(self.journal, theirs, chosen, self.now()), message=JOINED)):
            count = f"{len(chosen)} {'entry' if len(chosen) == 1 else 'entries'}"
            self.tell(f"{count} taken over from {path.name}; {self.key_of('undo')} takes that back")

    @work
    async def save_elsewhere(self) -> None:
        """Ask for another folder and write the meeting there from now on."""
        from tui.screens.dialogs.save_elsewhere import SaveElsewhere

        target: Path | None = await self.app.push_screen_wait(SaveElsewhere(self.opened.path))
        if target is None:
            return
        try:
            self.opened.save_elsewhere(target)
        except MinutebookError as error:
            self.say(str(error), refused=True)
        else:
            self.say(f"the meeting is written to {target} from now on")
