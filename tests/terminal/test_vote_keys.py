"""A vote by name is keyed in a few keys beside the words."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.command_line import new_meeting
from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_meeting
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.model import DecisionOutcome

ENTER, CTRL_K, CTRL_Q = b"\r", b"\x0b", b"\x11"
NAMES = ("Ann Lee|Bo Oake|Cy Pugh|Di Ray|Ed Sim|Flo Tew|Gus Unwin|Hal Vane|Ida West|Jim Yule|Kit Zell|Lou Abel").split(
    "|"
)
AGENDA = "\n".join(
    [
        "# Quay Committee",
        "Date: 2024-05-07",
        "## Present",
        *(f"- {name}" for name in NAMES),
        "## Agenda",
        "1. Works",
        "",
    ]
)


def test_twelve_with_two_against_and_one_withdrawn_need_six_keys_beside_the_words(tmp_path: Path) -> None:
    book = tmp_path / "book"
    path = new_meeting(book, AGENDA)
    keys = (CTRL_K, b"v", b"c", b"h", b"K", b"+")
    assert len(keys) <= 6
    with Terminal(
        [sys.executable, "-m", "tui", "--book", book, "open"], home=tmp_path, columns=100, rows=40
    ) as terminal:
        terminal.wait_for("saved")
        terminal.send(b"=That the quay be dredged; carried" + ENTER)
        terminal.press(keys)
        terminal.wait_for("Others for")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = read_meeting(path)
    (entry,) = meeting.entries
    assert (
        entry.text == "That the quay be dredged; carried. Against: Cy Pugh, Hal Vane. Withdrawn: Kit Zell. Others for."
    )
    votes = resolved_votes(meeting, entry)
    assert (votes.votes_for, votes.votes_against, votes.outcome) == (9, 2, DecisionOutcome.CARRIED)
    assert votes.against_names == ("Cy Pugh", "Hal Vane")
