"""What follows the close of a meeting, step by step: review, check, approval, publishing, mail; and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from msgspec.structs import replace

from tui.meeting.actions.actions import actions_of
from tui.meeting.actions.review import agree, is_left, missing
from tui.meeting.actions.review import summary as review_summary
from tui.meeting.approval.approving import said_approval
from tui.meeting.approval.publications import is_stale, standing
from tui.meeting.checking.check import summary
from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Meeting, Value


class Stage(StrEnum):
    """A step between the gavel and the reader, in their order."""

    REVIEW = "review"
    CHECK = "gaps and check"
    APPROVAL = "approval"
    PUBLISHING = "publishing"
    MAIL = "mail"


SENT, DRAFTED = "sent to the chair", "mails are drafted"
"""What is noted beside the steps that were passed."""


class Standing(Value, frozen=True, kw_only=True):
    """How a step stands."""

    step: Stage
    words: str
    """In plain words: `7 agreed, 3 left`."""
    done: bool
    passed: bool
    """Whether it was skipped, or is in others' hands: it is still to be done, later."""


def standings(journal: Journal, findings: Sequence[Finding]) -> tuple[Standing, ...]:
    """Say how each step stands; `findings` are those that are open."""
    meeting = journal.meeting
    told = {
        Stage.REVIEW: _review(meeting),
        Stage.CHECK: (summary(findings), not findings),
        Stage.APPROVAL: _approval(meeting),
        Stage.PUBLISHING: _publishing(journal),
        Stage.MAIL: ("drafts are written", True) if DRAFTED in meeting.closing else ("no drafts yet", False),
    }
    return tuple(
        Standing(step=step, words=words, done=done, passed=not done and step in meeting.closing)
        for step, (words, done) in told.items()
    )


def first_open(steps: Sequence[Standing]) -> int:
    """Return the place of the step to go on with: the first neither done nor passed, else the first passed."""
    fresh = [at for at, one in enumerate(steps) if not one.done and not one.passed]
    return (fresh or [at for at, one in enumerate(steps) if not one.done] or [len(steps)])[0]


def is_under_way(meeting: Meeting) -> bool:
    """Return whether somebody went some of the way and left off."""
    return bool(meeting.closed and meeting.closing) and DRAFTED not in meeting.closing


def left_words(steps: Sequence[Standing]) -> str:
    """Say what is still to be done; empty where nothing is."""
    return ", ".join(f"{one.step} ({one.words})" for one in steps if not one.done)


def pass_step(journal: Journal, step: Stage, at: datetime, *notes: str) -> Journal:
    """Note that a step was passed, so that one goes on with the next later on; undo passes that over."""
    closing = tuple(dict.fromkeys((*journal.meeting.closing, str(step), *notes)))
    return commit(journal, replace(journal.meeting, closing=closing), "after closing", at, stepping=True)


def agree_all(journal: Journal, at: datetime) -> Journal:
    """Agree every action that is not settled yet as it stands, as one change."""
    meeting = journal.meeting
    for entry in actions_of(meeting):
        if is_left(entry):
            meeting = agree(meeting, entry.id)
    return commit(journal, meeting, "agree", at)


def agrees_words(count: int) -> str:
    """Say what agreeing every action that is not settled does: `agrees it`, `agrees all 4`."""
    return {1: "agrees it", 2: "agrees both"}.get(count, f"agrees all {count}")


def unsettled(meeting: Meeting) -> tuple[str, ...]:
    """Return the actions that the review has not settled, each with what it lacks."""
    return tuple(
        f"{entry.action.ref} {' '.join(entry.text.split())}{f' – {lacks}' if lacks else ''}"
        for entry in actions_of(meeting)
        if entry.action is not None and is_left(entry)
        for lacks in [", ".join(missing(meeting, entry))]
    )


def gaps(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the gaps in entries, which a few words fill."""
    return tuple(one for one in findings if one.kind is FindingKind.GAP and one.entry is not None and one.span)


def _review(meeting: Meeting) -> tuple[str, bool]:
    if not actions_of(meeting):
        return "no actions", True
    return review_summary(meeting), not any(map(is_left, actions_of(meeting)))


def _approval(meeting: Meeting) -> tuple[str, bool]:
    if meeting.approval is not None:
        return said_approval(meeting.approval), True
    return (SENT if SENT in meeting.closing else "a draft"), False


def _publishing(journal: Journal) -> tuple[str, bool]:
    sets = standing(journal.meeting)
    stale = [one for one in sets if is_stale(journal, one)]
    words = "not published" if not sets else f"stale: {stale[0].folder}" if stale else f"in {sets[-1].folder}"
    return words, bool(sets) and not stale
