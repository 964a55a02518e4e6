"""Whole operations of the program on a small book, and what must hold whatever call of them fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.book.samples import START, meeting
from tests.faults.layer import Layer
from tui.book.folder import Book
from tui.book.import_meeting import import_meeting
from tui.book.keeping.holding import hold, standing
from tui.book.keeping.sealing import seal
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.new_meeting import next_meeting_after
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.rescue.restoring import bring_back, earlier_states
from tui.book.writer import Writer
from tui.errors import MinutebookError
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.approval.approving import approve
from tui.meeting.capture.capture import enter
from tui.meeting.model import Approval, Section, SectionState, Status
from tui.use_cases.publish_meeting import publish_meeting
from tui.use_cases.update_action import find_uid, update_action

LINES = ("!PCC to see to it by Friday", "-a point", "/undo", "+the last word")
UNDONE = "words put there by mistake"
"""What is undone before a meeting is sealed, of which nothing may be left."""
SECTIONS = (Section(id=1, heading="Workforce", number="1", state=SectionState.CURRENT),)


def prepared(folder: Path) -> Path:
    """Make a book of one meeting with an action, and return the meeting's file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = create_meeting(folder / "book", meeting(sections=SECTIONS, header=(("Repeats", "last Tuesday"),)))
    with open_meeting(path) as opened:
        opened.take(enter(opened.journal, LINES[0], START).journal)
    shutil.copy(path, folder / "other.json")
    return path


def prepared_for(name: str, folder: Path) -> Path:
    """Make the book on which an operation begins, and return its meeting's file."""
    path = prepared(folder)
    if name == "seal":
        with open_meeting(path) as opened:
            for line in (f"+{UNDONE}", "/undo"):
                opened.take(enter(opened.journal, line, START).journal)
        sign_off(path)
    return path


def capture(path: Path) -> None:
    """Capture lines, one after another, each waited for; what was said to be saved must then be there."""
    with open_meeting(path) as opened:
        for line in LINES:
            opened.take(enter(opened.journal, line, START).journal, line="")
            if opened.flush(5):
                _must_hold(path, opened)


def _must_hold(path: Path, opened: OpenMeeting) -> None:
    if len(read_journal(path).history) < opened.saved_revision:
        raise AssertionError("something that was said to be saved is not there")


def sign_off(path: Path) -> None:
    """Approve the notes."""
    with open_meeting(path) as opened:
        if opened.meeting.approval is None:
            opened.take(approve(opened.journal, Approval(by="John Campion", at=START), START))


def new(path: Path) -> None:
    """Make the meeting that follows."""
    next_meeting_after(Book(path.parent), path, day=date(2019, 9, 24), at=START)


def action(path: Path) -> None:
    """Say of an action that it is done."""
    update_action(Book(path.parent), find_uid(path, "A1"), ActionUpdate(status=Status.DONE), START)


def publish(path: Path) -> None:
    """Publish twice, so that an earlier set is replaced."""
    for _ in range(2):
        publish_meeting(path, path.parent / "out", style="narrative", styles_folder=path.parent / "styles", at=START)


def import_file(path: Path) -> None:
    """Import a meeting file into a book without it."""
    os.remove(path)  # noqa: PTH107 - past the layer, which watches the other name
    import_meeting(Book(path.parent), path.parent.parent / "other.json")


def seal_notes(path: Path) -> None:
    """Seal the approved notes."""
    seal(path, "John Campion", START)


def hold_meeting(path: Path) -> None:
    """Put a hold on the meeting, which must stand once it was said to."""
    hold(path, "John Campion", "asked for by the auditor", START)
    if standing(path) is None:
        raise AssertionError("a hold that was said to be put is not there")


def restore(path: Path) -> None:
    """Bring the newest copy of the meeting back."""
    bring_back(path, earlier_states(path)[0], START)


OPERATIONS: dict[str, Callable[[Path], None]] = {
    "capture": capture,
    "approve": sign_off,
    "new": new,
    "action": action,
    "publish": publish,
    "import": import_file,
    "seal": seal_notes,
    "hold": hold_meeting,
    "restore": restore,
}


def calls_of(name: str, folder: Path, *, short: bool = False) -> list[str]:
    """Return the calls that an operation makes."""
    path = prepared_for(name, folder)
    with Layer(folder, short=short).within() as layer:
        OPERATIONS[name](path)
    return layer.calls


def outcome(name: str, folder: Path, fails: int, error: str, *, short: bool = False) -> str:
    """Let one call of an operation fail, and return what came of it: `said`, or `went on`. Raises AssertionError."""
    path = prepared_for(name, folder)
    before = read_meeting(path)
    said = ""
    with Layer(folder, fails, error, short=short).within():
        try:
            OPERATIONS[name](path)
        except MinutebookError as problem:
            said = str(problem)
    assert "\n" not in said
    _still_whole(path, before.id)
    # After the fault it goes on.
    again = prepared_for(name, folder / "again")
    OPERATIONS[name](again)
    if name == "seal":
        seal_notes(path)
        _nothing_left(path.parent)
    if path.exists():
        with open_meeting(path) as opened:
            opened.take(enter(opened.journal, "+after the fault", START).journal)
        assert read_meeting(path).entries[-1].text == "after the fault"
    return "said" if said else "went on"


def _still_whole(path: Path, identity: str) -> None:
    """Check that each meeting of the book opens whole, with what it held before."""
    for one in Book(path.parent).read_all():
        assert one.meeting is not None, one.error
        if one.meeting.id == identity:
            assert one.meeting.entries[:1], "the action that was there before is lost"


def _nothing_left(book: Path) -> None:
    """Check that a book has nothing of what was undone, once a seal that failed halfway is asked for again."""
    for file in (one for one in book.rglob("*") if one.is_file()):
        assert UNDONE.encode() not in file.read_bytes(), f"{file.name} still has what was undone"


def quick_retries() -> None:
    """Let a writer try again at once, so that a test of many faults need not wait."""
    (Writer.__init__.__kwdefaults__ or {}).update(pauses=(0.002, 0.01), draft_pause=0.0)
