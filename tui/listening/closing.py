"""What follows the close of a meeting, listened to: each step is done, skipped, or left for later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tui.book.folder import Book
from tui.book.house_style import house_style_of
from tui.book.series import numbered_with
from tui.errors import MinutebookError
from tui.home import with_home
from tui.listening.check import check
from tui.listening.choices import Choices
from tui.listening.review import review
from tui.listening.talk import Talk
from tui.meeting.capture.capture import Outcome
from tui.meeting.checking import fixes
from tui.meeting.checking.check import check as find_open
from tui.meeting.checking.closing import (
    DRAFTED,
    SENT,
    Stage,
    Standing,
    agree_all,
    agrees_words,
    first_open,
    gaps,
    left_words,
    pass_step,
    standings,
    unsettled,
)
from tui.meeting.checking.findings import Finding
from tui.meeting.checking.places import extract_of, place_of
from tui.meeting.history.journal import Journal
from tui.meeting.model import Approval

_ROOM = 150
"""Characters of the words that are read out of each gap."""
_LEAVING = {"n": "skip", "q": "later", "?": "help"}
_STEPS = {
    Stage.REVIEW: Choices(letters={"y": "agree", "g": "go", **_LEAVING}),
    Stage.CHECK: Choices(letters={"g": "go", **_LEAVING}),
    Stage.APPROVAL: Choices(letters={"y": "approve", "m": "mail", **_LEAVING}),
    Stage.PUBLISHING: Choices(letters={"y": "publish", **_LEAVING}),
    Stage.MAIL: Choices(letters={"y": "draft", **_LEAVING}),
}
Made = TypeVar("Made")


def go_through(talk: Talk, book: Book) -> None:
    """Lead through the steps from the first that is open, until the last or until the user leaves them for later."""
    walk = _HeardClosing(talk, book)
    at = first_open(walk.steps)
    while at < len(Stage):
        one = walk.steps[at]
        if not one.done and not walk.settled(at, one):
            talk.say(f"Left at {at + 1} of {len(Stage)}, {one.step}: /close goes on there.")
            return
        at += 1
    left = left_words(walk.steps)
    talk.say(f"Later, by /close: {left}" if left else "All is done.")


class _HeardClosing:
    """One way through the steps."""

    def __init__(self, talk: Talk, book: Book) -> None:
        self._talk, self._book = talk, book
        self._house, self._series = house_style_of(book.folder), numbered_with(book, talk.meeting)
        self._left: set[str] = set()
        """The gaps that were left as they are."""

    @property
    def findings(self) -> Sequence[Finding]:
        return find_open(self._talk.meeting, self._house, series=self._series)

    @property
    def steps(self) -> tuple[Standing, ...]:
        return standings(self._talk.journal, self.findings)

    def settled(self, at: int, one: Standing) -> bool:
        """Ask about a step until it is done or skipped; False where the user leaves the steps."""
        talk, choices = self._talk, _STEPS[one.step]
        talk.say(f"{at + 1} of {len(Stage)}, {one.step}: {one.words}.")
        if one.step is Stage.CHECK:
            self._fill_gaps()
        while not self.steps[at].done:
            self._say_what_to_know(one.step)
            word, _ = choices.meant(talk.ask(f"{one.step}, what to do?"))
            if word == "later":
                return False
            if word == "skip":
                self._passes(one.step)
                return True
            if word in _DONE and _DONE[word](self):
                return True
            if word not in _DONE:
                talk.say(f"{'' if word else 'That is no answer. '}{choices.offer}.")
        return True

    def _say_what_to_know(self, step: Stage) -> None:
        from tui.use_cases.publish_meeting import will_publish

        say, meeting = self._talk.say, self._talk.meeting
        if step is Stage.REVIEW:
            for words in unsettled(meeting):
                say(words)
            say(f"y {agrees_words(len(unsettled(meeting)))}, g goes through them, n skips it, q leaves it for later.")
            return
        if step is Stage.PUBLISHING:
            say(will_publish(self._talk.opened.path, meeting))
            if left := len(gaps(self.findings)):
                say(f"{left} {'gap goes out as it is' if left == 1 else 'gaps go out as they are'}.")
            if meeting.approval is None:
                say("Nobody has approved the notes: they say DRAFT.")
        say(f"Answers: {_STEPS[step].offer}.")

    def _passes(self, step: Stage, *notes: str) -> None:
        self._change(lambda: pass_step(self._talk.journal, step, self._talk.now(), *notes))

    def _change(self, make: Callable[[], Journal]) -> bool:
        return self._talk.change(lambda: Outcome(journal=make(), message="")) is not None

    # What is done in each step; each returns whether that was it.

    def agree(self) -> bool:
        return self._change(lambda: agree_all(self._talk.journal, self._talk.now()))

    def go(self) -> bool:
        """Open the review, or the check where the review is done."""
        if not self.steps[0].done and Stage.REVIEW not in self._talk.meeting.closing:
            review(self._talk, "")
            self._passes(Stage.REVIEW)
        else:
            check(self._talk, self._house, self._series)
            self._passes(Stage.CHECK)
        return True

    def _fill_gaps(self) -> None:
        talk = self._talk
        while gap := next((one for one in gaps(self.findings) if one.name not in self._left), None):
            talk.say(f"A gap in {place_of(talk.meeting, gap)}: {extract_of(gap, _ROOM).text}")
            words = talk.ask("what stands for ?? there? Enter leaves it:")
            if words:
                self._fill(gap, words)
            else:
                self._left.add(gap.name)

    def _fill(self, gap: Finding, words: str) -> None:
        self._change(lambda: fixes.fill(self._talk.journal, gap, words, self._talk.now()))

    def approve(self) -> bool:
        from tui.meeting.approval.approving import approve, approver, said_approval

        talk = self._talk
        usual = approver(talk.meeting)
        who = talk.ask(f"who approves these notes?{f' Enter: {usual}.' if usual else ''}", notes=False) or usual
        at = talk.now()
        if not who or not self._change(lambda: approve(talk.journal, Approval(by=who, at=at), at)):
            return False
        if talk.meeting.approval is not None:
            talk.say(f"The notes are {said_approval(talk.meeting.approval)}.")
            self._offer_seal()
        return True

    def _offer_seal(self) -> None:
        """Ask whether minutes that were just approved are to be sealed, if the house asks that."""
        from tui.use_cases.seal_minutes import QUESTION, SEAL, house_asks, seal_now, what_goes

        talk = self._talk
        if not self._tried(lambda: house_asks(talk.opened)):
            return
        if (goes := self._tried(lambda: what_goes(talk.opened))) is None:
            return
        talk.say(f"{QUESTION} {goes}")
        if talk.ask(f"{SEAL} gives it up, Enter leaves it as it is:", notes=False).casefold() != SEAL:
            talk.say("Not sealed; minutebook seal does it later.")
            return
        talk.say(f"The meeting: {seal_now(talk.opened, talk.now())}.")

    def mail_chair(self) -> bool:
        from tui.use_cases.after_gavel import draft_to_chair_now

        drafted = self._tried(lambda: draft_to_chair_now(self._talk.opened, self._drafts_folder()))
        if drafted is None:
            return False
        self._talk.say(f"to the chair: {drafted.folder / drafted.names[0]}")
        self._passes(Stage.APPROVAL, SENT)
        return True

    def publish(self) -> bool:
        from tui.use_cases.after_gavel import note_published, publish_now, said_published, wrong_folder
        from tui.use_cases.publish_meeting import keep_folder, proposed_folder

        talk = self._talk
        folder = self._folder(proposed_folder(self._book.folder, talk.meeting))
        if wrong := wrong_folder(talk.meeting, str(folder)):
            talk.refuse(wrong)
            return False
        done = self._tried(lambda: publish_now(talk.opened, folder, talk.now))
        if done is None:
            return False
        note_published(talk.opened, done)
        keep_folder(talk.opened.path, talk.meeting, folder)
        talk.say(said_published(done))
        return True

    def draft(self) -> bool:
        from tui.use_cases.after_gavel import draft_now, said_drafted

        folder = self._folder(self._drafts_folder())
        drafted = self._tried(lambda: draft_now(self._talk.opened, folder, self._talk.now()))
        if drafted is None:
            return False
        self._talk.say(said_drafted(drafted))
        self._passes(Stage.MAIL, DRAFTED)
        return True

    def _drafts_folder(self) -> Path:
        from tui.use_cases.after_gavel import proposed_drafts_folder

        return proposed_drafts_folder(self._book.folder, self._talk.meeting)

    def _folder(self, proposed: Path) -> Path:
        return with_home(self._talk.ask(f"to which folder? Enter: {proposed}", notes=False) or proposed)

    def _tried(self, make: Callable[[], Made]) -> Made | None:
        try:
            return make()
        except MinutebookError as problem:
            self._talk.refuse(str(problem))
            return None


_DONE: dict[str, Callable[[_HeardClosing], bool]] = {
    "agree": _HeardClosing.agree,
    "go": _HeardClosing.go,
    "approve": _HeardClosing.approve,
    "mail": _HeardClosing.mail_chair,
    "publish": _HeardClosing.publish,
    "draft": _HeardClosing.draft,
}
"""What is done for each word."""
