"""A live meeting and edits of the register, in one book at once: nothing is lost on either side."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, Done, minutebook, new_meeting
from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_journal, read_meeting
from tui.meeting.model import Status

ACTIONS = 8
CTRL_Q, ENTER = b"\x11", b"\r"
TYPED = [f"!HM to mend plank {number} by Friday" if number % 4 == 0 else f"line {number}" for number in range(40)]


def type_all(terminal: Terminal, finished: threading.Event) -> None:
    """Type the lines one after another, and without a pause once the other side has finished."""
    for line in TYPED:
        terminal.send(line.encode() + ENTER)
        terminal.wait_for(line.removeprefix("!")[-12:])
        finished.wait(0.1)


@pytest.mark.long
def test_a_live_meeting_and_edits_of_the_register_lose_nothing(tmp_path: Path) -> None:
    book = tmp_path / "book"
    may = new_meeting(book)
    assert (
        minutebook(book, "capture", stdin="".join(f"!TR to let berth {n}\n" for n in range(1, ACTIONS + 1))).status == 0
    )
    june = new_meeting(book, AGENDA.replace("Quay Committee May", "Harbour Board June").replace("7 May", "4 June"))
    assert minutebook(book, "capture", june.stem, stdin="!HM to dredge\n").status == 0
    with Terminal([sys.executable, "-m", "tui", "--book", book, "open", june], home=tmp_path) as live:
        live.wait_for("saved")
        done = threading.Event()
        typing = threading.Thread(target=type_all, args=(live, done))
        typing.start()
        edits: list[Done] = []
        refused: list[Done] = []
        for number in range(1, ACTIONS + 1):
            edits.append(minutebook(book, "action", f"A{number}", may.stem, "--done", "--reason", f"let {number}"))
            if number % 4 == 1:
                refused.append(minutebook(book, "action", "A1", june.stem, "--done"))
            listed = minutebook(book, "actions", "--format", "json", "--status", "done")
            assert [row["ref"] for row in json.loads(listed.out)] == [f"A{n}" for n in range(1, number + 1)]
        done.set()
        typing.join(60)
        live.send(CTRL_Q)
        assert live.wait_for_end() == 0
    assert [one.status for one in edits] == [0] * ACTIONS, edits
    assert {one.status for one in refused} == {3}
    assert all("type /done A1 there" in one.err for one in refused)

    assert [(e.action.status, e.text) for e in read_meeting(may).entries if e.action] == [
        (Status.DONE, f"TR to let berth {n}") for n in range(1, ACTIONS + 1)
    ]
    assert [change.reason for change in read_journal(may).history if change.reason] == [
        f"let {n}" for n in range(1, ACTIONS + 1)
    ]
    kept = read_meeting(june)
    assert [e.text for e in kept.entries] == ["HM to dredge", *(line.removeprefix("!") for line in TYPED)]
    assert {e.action.status for e in kept.entries if e.action} == {Status.OPEN}
    # Once nobody has it open, the register's edit goes through, and leaves every line.
    assert minutebook(book, "action", "A1", june.stem, "--done").status == 0
    after = read_meeting(june)
    assert [e.text for e in after.entries] == [e.text for e in kept.entries]
    assert sum(e.action.status is Status.DONE for e in after.entries if e.action) == 1
    assert len(json.loads(minutebook(book, "actions", "--format", "json").out)) == ACTIONS + 1 + len(TYPED) // 4
