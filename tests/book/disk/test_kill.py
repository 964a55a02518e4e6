"""A kill -9 at any moment loses nothing that was reported as saved, and leaves a file that opens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from tinydb import TinyDB

from tests.book.disk.killed_writer import line_of
from tests.book.samples import PATIENCE, meeting
from tests.places import ROOT
from tui.book.disk.lock import holder_of
from tui.book.draft import read_draft
from tui.book.meeting_file import read_journal
from tui.book.opened import create_meeting, open_meeting
from tui.errors import MeetingHeld

KILLS = int(os.environ.get("MINUTEBOOK_KILLS", "60"))
_KILLS_A_MEETING = 20


@contextmanager
def keeping(path: Path) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.book.disk.killed_writer", str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        yield child, child.stdout
    finally:
        child.kill()
        child.wait(PATIENCE)
        child.stdout.close()


def keep_until_killed(path: Path, chance: random.Random) -> int:
    """Let the program run to a random moment and give the last revision it reported as saved."""
    saved = 0
    with keeping(path) as (child, output):
        lines = chance.randrange(2, 40)
        for number, line in enumerate(output):
            if not line.endswith("\n"):
                break  # the kill tore it
            word, revision = line.split()
            assert word in ("open", "saved"), line
            saved = int(revision)
            if number == lines:
                # Anywhere within the next write: a busy wait of less than one.
                for _ in range(chance.randrange(40_000)):
                    pass
                child.kill()
        # What was printed before the kill counts too.
        assert child.wait(PATIENCE) == -signal.SIGKILL, "the program ended by itself"
    return saved


def check(path: Path, saved: int, stored_before: int) -> int:
    journal = read_journal(path)
    assert len(journal.history) >= saved
    texts = [entry.text for entry in journal.meeting.entries]
    assert texts == [line_of(number) for number in range(1, len(texts) + 1)]
    assert len(texts) >= stored_before
    draft = read_draft(path, journal)
    if draft:
        assert line_of(len(texts) + 1).startswith(draft.line), (draft.line, texts[-1:])
    with TinyDB(path) as plain:
        # The last of them may stand in the tail alone.
        there = [row["text"] for row in plain.table("entries")]
        assert there == texts[: len(there)]
    return len(texts)


def kill_often(folder: Path, kills: int, seed: int) -> None:
    """Kill so many programs, each going on where the one before it was killed; a new meeting now and then."""
    chance = random.Random(seed)
    for number in range(kills):
        if number % _KILLS_A_MEETING == 0:
            path = create_meeting(folder / str(number), meeting())
            stored = 0
        saved = keep_until_killed(path, chance)
        stored = check(path, saved, stored)
    assert stored > kills % _KILLS_A_MEETING
    with open_meeting(path) as opened:
        assert opened.notice == ""
    with TinyDB(path) as plain:
        assert len(plain.table("entries")) == len(opened.meeting.entries)
    ours = {path.name, f".{path.name}.lock", f".{path.name}.draft.json", ".copies"}
    assert {one.name for one in path.parent.iterdir()} <= ours


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_kill_at_any_moment_loses_no_saved_line_and_leaves_a_whole_file(tmp_path: Path) -> None:
    # Two programs at once, each with a meeting of its own, load both disk and processor.
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(kill_often, tmp_path / str(seed), KILLS // 2, seed) for seed in (1, 2)]:
            done.result()


def test_a_second_program_learns_who_holds_the_meeting_and_may_have_it_after_a_kill(tmp_path: Path) -> None:
    path = create_meeting(tmp_path, meeting())
    with keeping(path) as (child, output):
        assert output.readline().startswith("open")
        with pytest.raises(MeetingHeld) as raised:
            open_meeting(path)
        assert f"(process {child.pid})" in str(raised.value)
        assert "\n" not in str(raised.value)
        assert raised.value.exit_status == 3
        assert len(open_meeting(path, writable=False).meeting.sections) == 2
        child.kill()
        child.wait(PATIENCE)
        assert holder_of(path) is None
        with open_meeting(path) as opened:
            assert opened.writable
