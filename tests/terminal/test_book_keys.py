"""The book in a real terminal: keys reach the screen they were typed for, and other programs lose nothing."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tests.terminal.harness import AT_ANY_SPEED, Terminal
from tui.book.disk.lock import is_held
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import open_meeting
from tui.meeting.model import Status

ENTER, CTRL_Q, CTRL_O, END, F11 = b"\r", b"\x11", b"\x0f", b"\x1b[F", b"\x1b[23~"
ACTIONS = 6
JOURNEY = (
    # The latest meeting, and back to the book with half a line.
    *(ENTER, b"+First in May", ENTER, b"half a li", F11),
    # The meeting after it.
    *(b"n", ENTER, ENTER, b"+First in June", ENTER, b"!HM to dredge ^Friday", ENTER, b"+Second in June", ENTER, F11),
    # The register, where its action is done, and at the end of the list the first meeting again.
    *(b"t", b"d", b"dredged on Monday", ENTER, b"q", END, ENTER, b"ne", ENTER, b"+Last in May", ENTER),
)


def book_in(folder: Path, *program: str, home: Path) -> Terminal:
    """Run bare `minutebook` on a book."""
    return Terminal([sys.executable, *program, "--book", folder], home=home, columns=100, rows=30)


@AT_ANY_SPEED
def test_what_is_typed_ahead_from_meeting_to_meeting_comes_where_it_was_meant(
    tmp_path: Path, program: tuple[str, ...]
) -> None:
    may = new_meeting(tmp_path / "book")
    with book_in(tmp_path / "book", *program, home=tmp_path) as terminal:
        # Before there is anything on the screen.
        terminal.press(JOURNEY)
        terminal.wait_for(lambda: "Last in May" in may.read_text(encoding="utf-8"))
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    june = may.with_name("2024-06-04-quay-committee.json")
    assert [entry.text for entry in read_meeting(may).entries] == ["First in May", "half a line", "Last in May"]
    assert [entry.text for entry in read_meeting(june).entries] == ["First in June", "HM to dredge", "Second in June"]
    assert [one.action.status for one in read_meeting(june).entries if one.action] == [Status.DONE]
    assert read_journal(june).history[-1].reason == "dredged on Monday"
    assert not is_held(may)
    assert not is_held(june)


def test_a_meeting_held_by_another_program_is_followed_and_closed_and_opened_when_it_is_free(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    live: list[str | Path] = [sys.executable, "-m", "tui", "--book", path.parent, "open"]
    with (
        Terminal(live, home=tmp_path, columns=100, rows=30) as writer,
        book_in(path.parent, "-m", "tui", home=tmp_path) as terminal,
    ):
        writer.wait_for("saved")
        terminal.wait_for("1 meeting")
        terminal.send(ENTER)
        terminal.wait_for("you are following")
        writer.send(b"+written by the first" + ENTER)
        terminal.wait_for("written by the first")
        terminal.send(F11)
        terminal.wait_for("being written")
        writer.send(CTRL_Q)
        assert writer.wait_for_end() == 0
        terminal.send(ENTER + b"+written by the second" + ENTER + F11)
        terminal.wait_for("2 entries")
        assert not is_held(path)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert [entry.text for entry in read_meeting(path).entries] == ["written by the first", "written by the second"]


def test_quitting_from_a_meeting_opened_from_the_book_keeps_all_and_passes_an_approval_on(tmp_path: Path) -> None:
    agenda = AGENDA.replace("1. Matters arising", "1. Minutes of the last meeting")
    may = new_meeting(tmp_path / "book", agenda)
    june = new_meeting(may.parent, agenda.replace("7 May", "4 June").replace("May 2024", "June 2024"))
    with book_in(may.parent, "-m", "tui", home=tmp_path) as terminal:
        terminal.send(ENTER + b"/go 1" + ENTER + b"=The minutes were agreed" + ENTER + b"half a li")
        # Not what the terminal itself echoes before the program is there, and would take Ctrl+Q for its own.
        terminal.wait_for(lambda: "F11 Book" in terminal.text and "half a li" in terminal.text)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
        terminal.wait_for("the meeting of 4 June 2024")
    assert read_meeting(may).approval is not None
    with open_meeting(june) as opened:
        assert opened.draft is not None
        assert opened.draft.line == "half a li"


def test_settling_in_the_register_while_a_meeting_goes_on_elsewhere_loses_nothing(tmp_path: Path) -> None:
    may = new_meeting(tmp_path / "book")
    lines = "".join(f"!TR to let berth {n}\n" for n in range(1, ACTIONS + 1))
    assert minutebook(may.parent, "capture", stdin=lines).status == 0
    agenda = AGENDA.replace("Quay Committee May", "Harbour Board June").replace("7 May", "4 June")
    june = new_meeting(may.parent, agenda)
    assert minutebook(may.parent, "capture", june.stem, stdin="!HM to dredge\n").status == 0
    typed = [f"line {number}" for number in range(30)]
    settled = threading.Event()
    with (
        Terminal([sys.executable, "-m", "tui", "--book", may.parent, "open", june], home=tmp_path) as live,
        book_in(may.parent, "-m", "tui", home=tmp_path) as terminal,
    ):
        live.wait_for("saved")

        def type_all() -> None:
            for line in typed:
                live.send(line.encode() + ENTER)
                live.wait_for(line)
                settled.wait(0.1)

        typing = threading.Thread(target=type_all)
        typing.start()
        terminal.press((b"t",))
        for number in range(1, ACTIONS + 1):
            terminal.press((b"d", b"let %d" % number + ENTER))
        terminal.wait_for(f"A{ACTIONS}: done (in the meeting of 7 May 2024)")
        # What is left is the action of the meeting that goes on.
        terminal.send(b"d" + ENTER)
        # Where the words are broken depends on how long the name of the folder is.
        terminal.wait_for(lambda: "type /done A1" in " ".join(terminal.text.split()))
        settled.set()
        typing.join(60)
        live.send(CTRL_Q)
        assert live.wait_for_end() == 0
        terminal.send(b"ddredged" + ENTER)
        terminal.wait_for("A1: done (in the meeting of 4 June 2024)")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert {entry.action.status for entry in read_meeting(may).entries if entry.action} == {Status.DONE}
    reasons = [change.reason for change in read_journal(may).history if change.reason]
    assert reasons == [f"let {number}" for number in range(1, ACTIONS + 1)]
    kept = read_meeting(june)
    assert [entry.text for entry in kept.entries] == ["HM to dredge", *typed]
    assert [entry.action.status for entry in kept.entries if entry.action] == [Status.DONE]
