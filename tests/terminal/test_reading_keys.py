"""From an empty book to a meeting in a real terminal: an agenda pasted out of a mail, and put right with a few keys."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.terminal.harness import Terminal
from tui.book.folder import Book
from tui.meeting.model import Meeting

ENTER, CTRL_Q, END = b"\r", b"\x11", b"\x1b[F"
MAIL = """From: Tilda Roan <clerk@fernley.example>
To: all councillors
Subject: Re: papers for Tuesday
Date: Thu, 9 May 2024 08:30:00 +0100

Dear all,

the agenda is below, Kit Larch will take the minutes.

FERNLEY TOWN COUNCIL
Tuesday 14 May 2024 at 7 pm in the Corn Hall
The Planning Committee meets on Tuesday 21 May 2024 at 6 pm

Present: Cllr A Moss (Chair), Cllr B Lodge

1. Apologies
2. Minutes
3. Trees in Mill Lane
4. Date of next meeting

Any other business
"""


def made_in(folder: Path) -> Meeting:
    (meeting,) = (read.meeting for read in Book(folder).read() if read.meeting)
    return meeting


def test_an_agenda_out_of_a_mail_is_a_right_meeting_in_a_few_keys_with_two_mistakes_put_right(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tui", "--book", str(tmp_path / "book")]
    with Terminal(program, home=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("This book is empty")
        # Six keys in all beside the paste.
        terminal.send(b"a")
        terminal.wait_for("Paste an agenda")
        terminal.paste(MAIL.replace("\n", "\r"))
        # The other committee's day was taken, which is doubted; the last line of the paper is an item after all.
        terminal.wait_for("The meeting, 1 doubted")
        terminal.send(b" ")
        terminal.wait_for("line 11 names 14 May 2024")
        terminal.send(b"c" + END + b"i")
        terminal.wait_for("The meeting, nothing doubted")
        terminal.send(ENTER)
        terminal.wait_for("saved")
        terminal.send(b"+The hall was cold." + ENTER)
        terminal.wait_for("The hall was cold.")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    meeting = made_in(tmp_path / "book")
    assert (meeting.title, str(meeting.date), f"{meeting.start:%H:%M}", meeting.said("Venue")) == (
        "FERNLEY TOWN COUNCIL",
        "2024-05-14",
        "19:00",
        "Corn Hall",
    )
    assert [one.name for one in meeting.people] == ["Cllr A Moss", "Cllr B Lodge"]
    assert [one.heading for one in meeting.sections][2:] == [
        "Trees in Mill Lane",
        "Date of next meeting",
        "Any other business",
    ]
    assert "the agenda is below, Kit Larch will take the minutes." in meeting.unplaced
    (kept,) = (tmp_path / "book").rglob("*.txt")
    assert kept.read_text(encoding="utf-8") == MAIL


def test_a_file_dragged_into_a_small_terminal_is_read_and_its_keys_may_be_typed_ahead(tmp_path: Path) -> None:
    agenda = tmp_path / "to morrow.md"
    agenda.write_text(MAIL, encoding="utf-8")
    program = [sys.executable, "-m", "tui", "--book", str(tmp_path / "book")]
    with Terminal(program, home=tmp_path, columns=60, rows=20) as terminal:
        terminal.wait_for("This book is empty")
        terminal.send(b"a\x1b[200~'" + str(agenda).encode() + b"'\x1b[201~" + END + b"i" + ENTER + b"half a li")
        terminal.wait_for("half a li")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert made_in(tmp_path / "book").sections[-1].heading == "Any other business"
