"""From the close of a meeting to its readers: review, check, approval, publishing and mail, one question after another.

Each step can be skipped, left, and gone on with later, by `/close` again; what is done is read from the meeting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual import work

from tui.book.disk.text_file import named_file
from tui.book.folder import Book
from tui.book.series import numbered_with
from tui.errors import MinutebookError
from tui.meeting.capture.capture import Outcome
from tui.meeting.checking.check import check
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
from tui.meeting.checking.fixes import fill
from tui.meeting.checking.places import place_of
from tui.meeting.history.journal import Journal
from tui.meeting.model import Approval
from tui.meeting.text.sanitizing import showable
from tui.screens.dialogs.closing_step import Answer, ClosingStep, StepAsked
from tui.screens.live.openings import house_style_said, open_check, open_review
from tui.screens.live.parts import Parts
from tui.screens.opened_screen import OpenedScreen
from tui.use_cases.after_gavel import (
    draft_now,
    draft_to_chair_now,
    note_published,
    proposed_drafts_folder,
    publish_now,
    said_drafted,
    said_published,
    wrong_folder,
)

_MOST = 12
"""Actions that are listed in the review's step."""


@work(exclusive=True, group="closing")
async def go_through(screen: OpenedScreen, live: Parts, closed: str) -> None:
    """Lead through the steps from the first that is open; `closed` says that the meeting just was."""
    walk = _Closing(live)
    walk.said += [closed] if closed else []
    at = first_open(walk.steps)
    while at < len(Stage):
        one = walk.steps[at]
        if one.done:
            at += 1
            continue
        answer = await walk.ask(at)
        if answer is None:
            walk.said.append(f"left at {at + 1} of {len(Stage)}, {one.step}: /close goes on there")
            break
        if answer.key == "skip":
            walk.passes(one.step)
            at += 1
        elif not await walk.do(one.step, answer):
            break
        elif walk.steps[at].done or walk.steps[at].passed:
            at += 1
    else:
        left = left_words(walk.steps)
        walk.said.append(f"later, by /close: {left}" if left else "all is done")
    screen.show_meeting()
    words = "; ".join(walk.said)
    screen.tell(words)
    if len(words) > screen.size.width // 2:
        # The line has no room for where all the files are.
        screen.notify(showable(words), title="After the meeting", timeout=30, markup=False)


class _Closing:
    """One way through the steps."""

    def __init__(self, live: Parts) -> None:
        self.live, self.screen = live, live.screen
        self.house = house_style_said(self.screen)
        self.series = numbered_with(Book(self.screen.opened.path.parent), self.screen.meeting)
        self.said: list[str] = []
        """What came of it, for the line at the end."""
        self.told_of_gaps: set[str] = set()
        """The gaps that were left as they are."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        draft = "" if self.live.capture.editing is not None else self.live.capture.line.line
        return check(self.screen.meeting, self.house, draft=draft, series=self.series)

    @property
    def steps(self) -> tuple[Standing, ...]:
        return standings(self.screen.journal, self.findings)

    async def ask(self, at: int) -> Answer | None:
        """Ask about a step; the gaps one after another first."""
        steps = self.steps
        signs = [(str(one.step), "✓" if one.done else "–" if one.passed else "·") for one in steps]
        asked = _ASKED[steps[at].step](self, steps[at])
        answer: Answer | None = await self.screen.app.push_screen_wait(ClosingStep(signs, at, asked))
        if (
            answer is not None
            and answer.key == "skip"
            and (gap := self.gap) is not None
            and at == list(Stage).index(Stage.CHECK)
        ):
            self.told_of_gaps.add(gap.name)
            return Answer("passed over") if self.gap is not None or self.findings else answer
        return answer

    @property
    def gap(self) -> Finding | None:
        """The next gap that was not left as it is."""
        return next((one for one in gaps(self.findings) if one.name not in self.told_of_gaps), None)

    def passes(self, step: Stage, *notes: str) -> None:
        """Note that a step is passed."""
        self._take(pass_step(self.screen.journal, step, self.screen.now(), *notes))

    def _take(self, journal: Journal) -> bool:
        return self.screen.change(lambda: Outcome(journal=journal, message=""))

    async def do(self, step: Stage, answer: Answer) -> bool:
        """Do what was answered; return whether to go on."""
        if answer.key == "passed over":
            return True
        done: bool = await _DONE[step](self, answer)
        return done

    # Each step.

    def asks_review(self, one: Standing) -> StepAsked:
        found = unsettled(self.screen.meeting)
        more = [f"… and {len(found) - _MOST} more"] if len(found) > _MOST else []
        text = "\n".join((one.words, "", *found[:_MOST], *more))
        return StepAsked("The chair's review of the actions", text, agrees_words(len(found)), look="goes through them")

    async def review(self, answer: Answer) -> bool:
        if answer.key == "enter":
            journal = agree_all(self.screen.journal, self.screen.now())
            return self._take(journal)
        await _come_back(lambda done: open_review(self.live, done))
        if not self.steps[0].done:
            self.passes(Stage.REVIEW)
        return True

    def asks_check(self, one: Standing) -> StepAsked:
        gap = self.gap
        if gap is None:
            return StepAsked("The check", f"{one.words}\n\nWhat is left goes out as it is.", "opens the check")
        count = sum(one.name not in self.told_of_gaps for one in gaps(self.findings))
        return StepAsked(
            f"A gap in {place_of(self.screen.meeting, gap)}{f', {count} in all' if count > 1 else ''}",
            gap.text,
            "fills it in",
            proposal="",
            label="What stands for ?? there?",
            wrong=lambda words: "" if words else "type the words, or skip it",
            look="opens the check",
        )

    async def check(self, answer: Answer) -> bool:
        gap = self.gap
        if answer.key == "enter" and gap is not None:
            return self._changes(lambda: fill(self.screen.journal, gap, answer.words, self.screen.now()))
        went: bool = await _come_back(lambda done: open_check(self.live, done))
        if went:
            self.said.append("/close goes on with the check")
        elif self.findings:
            self.passes(Stage.CHECK)
        return not went

    def _changes(self, make: Callable[[], Journal]) -> bool:
        return self.screen.change(lambda: Outcome(journal=make(), message=""))

    def asks_approval(self, one: Standing) -> StepAsked:
        from tui.meeting.approval.approving import approver

        text = "Notes that nobody has approved say DRAFT. What is changed afterwards is printed as an amendment."
        if one.words == SENT:
            text = f"They were sent to the chair; minutebook corrections FILE takes over what comes back. {text}"
        return StepAsked(
            "Approval",
            text,
            "approves",
            proposal=approver(self.screen.meeting),
            label="Who approves these notes?",
            wrong=lambda words: "" if words else "say who approves them",
            look="writes a mail to the chair instead",
        )

    async def approve(self, answer: Answer) -> bool:
        from tui.meeting.approval.approving import approve
        from tui.screens.live.sealing import sealed_as_the_house_asks

        if answer.key == "enter":
            at = self.screen.now()
            done = self._changes(lambda: approve(self.screen.journal, Approval(by=answer.words, at=at), at))
            if done and (sealed := await sealed_as_the_house_asks(self.screen)):
                self.said.append(sealed)
            return done
        drafted = await self._in_thread(lambda: draft_to_chair_now(self.screen.opened, self._drafts_folder()))
        if drafted is None:
            return False
        self.said.append(f"to the chair: {drafted.folder / drafted.names[0]}")
        self.passes(Stage.APPROVAL, SENT)
        return True

    def asks_publishing(self, one: Standing) -> StepAsked:
        from tui.use_cases.publish_meeting import will_publish

        left = gaps(self.findings)
        named = (
            [f"{len(left)} {'gap goes out as it is' if len(left) == 1 else 'gaps go out as they are'}."] if left else []
        )
        draft = [] if self.screen.meeting.approval else ["Nobody has approved the notes: they say DRAFT."]
        text = "\n".join((will_publish(self.screen.opened.path, self.screen.meeting), *draft, *named))
        return StepAsked(
            "Publishing",
            f"{text}\nNothing restricted is in it. ({one.words})",
            "publishes",
            proposal=str(self._folder()),
            label="To which folder?",
            wrong=lambda words: wrong_folder(self.screen.meeting, words),
            look="the house's choice",
        )

    async def publish(self, answer: Answer) -> bool:
        from tui.screens.dialogs.house_page import HousePage
        from tui.use_cases.publish_meeting import keep_folder

        if answer.key == "tab":
            await self.screen.app.push_screen_wait(HousePage(self.screen.opened.path.parent, self.screen.meeting))
            return True
        folder = named_file(answer.words)
        published = await self._in_thread(lambda: publish_now(self.screen.opened, folder, self.screen.now))
        if published is None:
            return False
        note_published(self.screen.opened, published)
        keep_folder(self.screen.opened.path, self.screen.meeting, folder)
        self.said.append(said_published(published))
        return True

    def asks_mail(self, one: Standing) -> StepAsked:
        del one
        text = (
            "To each owner their actions with due days and a calendar, to the members the notes. Your own mail program"
            " opens the drafts; nothing is sent. Nothing restricted is in them."
        )
        return StepAsked(
            "Mail drafts",
            text,
            "writes the drafts",
            proposal=str(self._drafts_folder()),
            label="To which folder?",
            wrong=lambda words: "" if words else "name a folder, which will be made",
        )

    async def mail(self, answer: Answer) -> bool:
        folder, at = Path(answer.words), self.screen.now()
        drafted = await self._in_thread(lambda: draft_now(self.screen.opened, folder, at))
        if drafted is None:
            return False
        self.said.append(said_drafted(drafted))
        self.passes(Stage.MAIL, DRAFTED)
        return True

    def _folder(self) -> Path:
        from tui.use_cases.publish_meeting import proposed_folder

        return proposed_folder(self.screen.opened.path.parent, self.screen.meeting)

    def _drafts_folder(self) -> Path:
        return proposed_drafts_folder(self.screen.opened.path.parent, self.screen.meeting)

    async def _in_thread(self, make: Callable[[], Any]) -> Any:
        """Do what takes a while; say why where it cannot be done."""
        self.screen.say("Working …")
        try:
            return await asyncio.to_thread(make)
        except MinutebookError as problem:
            self.said.append(str(problem))
            return None


async def _come_back(open_screen: Callable[[Callable[[bool], None]], None]) -> bool:
    """Open a screen, and wait until it is left; return whether it was left for a place in the meeting."""
    left: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    open_screen(left.set_result)
    return await left


_ASKED: dict[Stage, Callable[[_Closing, Standing], StepAsked]] = {
    Stage.REVIEW: _Closing.asks_review,
    Stage.CHECK: _Closing.asks_check,
    Stage.APPROVAL: _Closing.asks_approval,
    Stage.PUBLISHING: _Closing.asks_publishing,
    Stage.MAIL: _Closing.asks_mail,
}
_DONE: dict[Stage, Callable[[_Closing, Answer], Awaitable[bool]]] = {
    Stage.REVIEW: _Closing.review,
    Stage.CHECK: _Closing.check,
    Stage.APPROVAL: _Closing.approve,
    Stage.PUBLISHING: _Closing.publish,
    Stage.MAIL: _Closing.mail,
}
