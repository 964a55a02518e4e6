"""`kill -9` at random moments of meetings that are kept as a clerk keeps them: `python -m tests.faults.kills COUNT`.

A child of a process that is warm captures, undoes, reviews, notes who comes and goes, approves and publishes, and tells
through a pipe what it has shown as saved and what stands in the line. It is killed, and what is on the disk is looked
at. Each goes on where the one before it was killed; a new meeting is begun now and then.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from tests.book.samples import meeting
from tests.faults.recorded import check_published
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.writer import Writer, WriteResult
from tui.errors import BadInput, Refused
from tui.meeting.actions.review import agree, toggle_done, toggle_struck
from tui.meeting.approval.approving import approve, withdraw
from tui.meeting.approval.publications import note_publication
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Approval, Kind
from tui.use_cases.publish_meeting import publish_meeting

_A_MEETING = 25
"""Kills after which a new meeting is begun."""
_BACK = 1.0
"""Seconds of typing that may be missing of the line."""
_LINES = (
    *("a note that grows word by word", "?PCC: is the budget late", ">it is [[by a secret amount]]", "-as ever"),
    *("!PCC to see to it by Friday", "!everybody to read the paper ^next meeting", "=Agreed; 7 for, 2 against"),
    *("/undo", "/undo", "/redo", "/next", "/prev", "/arrive Ann Lee at 10:20", "/leave Ann Lee at 10:40"),
    *("/apologies PCC", "s/the/a/", "%hidden", "#Staff", "/section 9 More"),
)


class _Told(msgspec.Struct, array_like=True):
    """What the child tells: at a moment, how long the history is, what stands in the line, and what was said."""

    at: float
    what: str
    """`line` for what the user sees, `saved`, `publishing`, `published`."""
    revision: int
    line: str = ""


class Figures(NamedTuple):
    """What came of many kills."""

    kills: int
    shown: int
    """How many changes had been shown as saved in all."""
    lines: int
    """How many times a line came back that was being typed."""
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.kills:,} kills, {self.shown:,} changes shown as saved: 0 of them missing, 0 files unreadable; "
            f"the line being typed came back {self.lines:,} times, each time to within its last second"
        )


def kill_often(folder: Path, kills: int, seed: int) -> Figures:
    """Kill so many programs. Raises AssertionError where anything is lost."""
    chance = random.Random(seed)
    began, shown, lines, path = time.monotonic(), 0, 0, folder
    _warm_up(folder / "first")
    for number in range(kills):
        if number % _A_MEETING == 0:
            shutil.rmtree(folder / str(number - _A_MEETING), ignore_errors=True)
            path = create_meeting(folder / str(number), meeting())
        told = _keep_until_killed(path, chance)
        saved, line = _check(path, told)
        shown += saved
        lines += bool(line)
    return Figures(kills, shown, lines, time.monotonic() - began)


def _warm_up(folder: Path) -> None:
    """Do everything once, so that no child has to import anything."""
    with open_meeting(create_meeting(folder, meeting())) as opened:
        ours, its = os.pipe()
        keeper = _Keeper(opened.path, its, random.Random(1))
        for deed in (*keeper.deeds, *keeper.deeds):
            deed(opened)
        os.close(ours)
        os.close(its)


def _keep_until_killed(path: Path, chance: random.Random) -> list[_Told]:
    """Let a child keep a meeting for a moment; return what it told, last that it was killed."""
    ours, its = os.pipe()
    seed, lives = chance.random(), chance.uniform(0.0, 0.35)
    child = os.fork()
    if child == 0:
        try:
            os.close(ours)
            _Keeper(path, its, random.Random(seed)).keep()
        except BaseException as error:
            os.write(its, _encoded("failed", 0, f"{type(error).__name__}: {error}"))
        finally:
            os._exit(1)
    os.close(its)
    time.sleep(lives)
    os.kill(child, signal.SIGKILL)
    at = time.monotonic()
    with open(ours, "rb") as pipe:  # noqa: PTH123 - a descriptor
        told = [msgspec.json.decode(line, type=_Told) for line in pipe.read().split(b"\n")[:-1]]
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, f"the program ended by itself: {told[-1:]}"
    return [*told, _Told(at, "killed", 0)]


def _check(path: Path, told: list[_Told]) -> tuple[int, str]:
    """Open what is there; return how many changes were shown as saved, and the line that came back."""
    first = next((one.revision for one in told if one.what == "line"), 0)
    saved = max((one.revision for one in told if one.what == "saved"), default=first)
    with open_meeting(path) as opened:
        assert opened.recovered is None, opened.notice
        there, line = len(opened.journal.history), opened.draft.line if opened.draft else ""
    assert there >= saved, f"{saved} changes were shown as saved, and {there} are there"
    _check_line(line, there, [one for one in told if one.what in ("line", "killed")])
    told_published = [one.what for one in told if one.what in ("publishing", "published")]
    check_published(path.parent / "out", told=told_published[-1:] == ["published"])
    return saved - first, line


def _check_line(line: str, there: int, seen: list[_Told]) -> None:
    """Check that the line that came back stood there within the last second, or that its words are stored."""
    recent = [one for one, following in pairwise(seen) if following.at >= seen[-1].at - _BACK]
    stood = any(one.line == line and one.revision >= there for one in recent)
    stored = not line and (not recent or there >= recent[0].revision)
    assert not recent or stood or stored, f"the line is {line!r} after {there} changes, and was {recent}"


def _encoded(what: str, revision: int, line: str = "") -> bytes:
    return msgspec.json.encode(_Told(time.monotonic(), what, revision, line)) + b"\n"


def _now() -> datetime:
    return datetime.now(UTC)


class _Keeper:
    """A clerk who does one thing after another, until the program is killed."""

    def __init__(self, path: Path, pipe: int, chance: random.Random) -> None:
        self._path, self._pipe, self._chance = path, pipe, chance
        self.deeds = (self._type, self._review, self._sign, self._publish)

    def keep(self) -> None:
        """Keep the meeting for ever."""
        # Folded at any moment, and not only where a clerk rests for a second.
        (Writer.__init__.__kwdefaults__ or {}).update(fold_pause=self._chance.choice((0.0, 0.02, 1.0)))
        with open_meeting(self._path, on_saved=self._saved) as opened:
            self._see(opened.revision, opened.draft.line if opened.draft else "")
            while True:
                self._chance.choices(self.deeds, (12, 3, 1, 1))[0](opened)
                if self._chance.random() < 0.2:
                    opened.flush()

    def _saved(self, result: WriteResult) -> None:
        assert not result.error, result.error
        self._tell("saved", result.revision)

    def _tell(self, what: str, revision: int, line: str = "") -> None:
        os.write(self._pipe, _encoded(what, revision, line))

    def _see(self, revision: int, line: str) -> None:
        self._tell("line", revision, line)

    def _type(self, opened: OpenMeeting) -> None:
        line, at = self._chance.choice(_LINES), 0
        while at < len(line):
            at += self._chance.randint(1, 6)
            self._see(opened.revision, line[:at])
            opened.keep_draft(line[:at], Kind.NOTE)
            time.sleep(self._chance.uniform(0, 0.004))
        try:
            journal = enter(opened.journal, line, _now()).journal
        except Refused:
            journal = opened.journal
        self._take(opened, journal, "")

    def _take(self, opened: OpenMeeting, journal: Journal, line: str) -> None:
        self._see(len(journal.history), line)
        opened.take(journal, line=line)

    def _review(self, opened: OpenMeeting) -> None:
        actions = [entry.id for entry in opened.meeting.entries if entry.action]
        if actions:
            change = self._chance.choice((agree, toggle_done, toggle_struck))
            changed = change(opened.meeting, self._chance.choice(actions))
            self._take(opened, commit(opened.journal, changed, "review", _now()), "")

    def _sign(self, opened: OpenMeeting) -> None:
        if opened.meeting.approval is None:
            journal = approve(opened.journal, Approval(by="John Campion", at=_now()), _now())
        else:
            journal = withdraw(opened.journal, _now())
        self._take(opened, journal, "")

    def _publish(self, opened: OpenMeeting) -> None:
        if not opened.flush():
            return
        folder = self._path.parent / "out"
        self._tell("publishing", 0)
        try:
            done = publish_meeting(
                self._path,
                folder,
                style="narrative",
                styles_folder=self._path.parent / "styles",
                at=_now(),
                formats=("md", "txt"),
            )
        except BadInput:
            return
        if done.confirmed:
            self._tell("published", 0)
        self._take(opened, note_publication(opened.journal, done.publication), "")


def main(arguments: list[str]) -> None:
    """Kill so many programs and print what came of it."""
    kills = int(arguments[0])
    seed = int(arguments[1]) if len(arguments) > 1 else time.time_ns() // 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        figures = kill_often(Path(folder), kills, seed)
    print(figures, f"({figures.seconds:.0f} s, seed {seed})")


if __name__ == "__main__":
    main(sys.argv[1:])
