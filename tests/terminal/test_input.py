"""What is typed at a real terminal is what is stored: in order, whole, whatever the timing and the bytes.

Plain Textual fails these (try `tiny_app.py FILE --plain`): bound keys (backspace, arrows, Enter) are handled in the
App's queue, printable ones in the widget's, so in a burst `line xyz⌫⌫⌫0 of words` is stored as `line xyz0 ofrds`; keys
typed before the first screen has its focus go nowhere; a byte that is not UTF-8 or an unforeseen key report ends the
program; a paste that holds an escape sequence does not come whole; a terminal that closes kills the program on the
spot. Pilot's `press` waits between keys and shows none of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from shlex import quote

import pytest

from tests.terminal.harness import Terminal

APP = Path(__file__).with_name("tiny_app.py")
LEFT, RIGHT, BACKSPACE, ENTER, F5, CTRL_Q = b"\x1b[D", b"\x1b[C", b"\x7f", b"\r", b"\x1b[15~", b"\x11"


class Tiny:
    """The tiny app at a terminal, and the file it writes."""

    def __init__(self, terminal: Terminal, file: Path) -> None:
        self.terminal = terminal
        self.file = file

    @property
    def stored(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").split("\n")[:-1] if self.file.exists() else []

    def wait_for_lines(self, lines: list[str], timeout: float = 30) -> None:
        """Wait for as many lines as are expected, and compare: the last one is there when all keys were handled."""
        self.terminal.wait_for(lambda: len(self.stored) >= len(lines) or not self.terminal.alive, timeout)
        assert self.stored == lines
        assert self.terminal.alive


Start = Callable[..., Tiny]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the tiny app; wait until it is ready unless told otherwise."""
    with ExitStack() as opened:

        def start_app(*options: str, wait: bool = True) -> Tiny:
            file = tmp_path / "lines"
            terminal = opened.enter_context(Terminal([sys.executable, APP, file, *options], home=tmp_path))
            if wait:
                terminal.wait_for("ready")
            return Tiny(terminal, file)

        yield start_app


def edited_script(count: int) -> tuple[list[str], bytes]:
    """Return lines, and keys that type them with slips put right by backspaces and arrows."""
    lines, keys = [], b""
    for number in range(count):
        line = f"line {number} of words"
        typed = line.encode()
        if number % 3 == 0:
            typed = typed[:5] + b"xyz" + 3 * BACKSPACE + typed[5:]
        if number % 4 == 1:
            typed = typed[:-2] + 2 * LEFT + 2 * RIGHT + typed[-2:]
        if number % 5 == 2:
            typed = typed[:-2] + typed[-1:] + LEFT + typed[-2:-1]
        lines.append(line)
        keys += typed + ENTER
    return lines, keys


def test_a_line_typed_at_15_a_second_from_the_first_moment_is_stored_whole(start: Start) -> None:
    tiny = start(wait=False)
    tiny.terminal.type("?CC: any\x7f\x7f\x7fnews\r", per_second=15)
    tiny.wait_for_lines(["?CC: news"])


def test_a_long_script_in_one_burst_from_the_first_moment_is_stored_in_order(start: Start) -> None:
    lines, keys = edited_script(200)
    tiny = start(wait=False)
    tiny.terminal.send(keys)
    tiny.wait_for_lines(lines)


def test_keys_typed_while_a_handler_stalls_keep_their_order(start: Start) -> None:
    lines, keys = edited_script(60)
    tiny = start("--stall", "10")
    tiny.terminal.send(keys)
    tiny.wait_for_lines(lines)


def test_slips_corrected_between_stalls_at_a_typist_s_pace_come_out_right(start: Start) -> None:
    tiny = start("--stall", "1")
    tiny.terminal.type("ab\x7fc\rde\x1b[Df\rgh\x7f\x7fij\r", per_second=30)
    tiny.wait_for_lines(["ac", "dfe", "ij"])


def test_keys_around_a_dialog_go_to_the_dialog_while_it_is_open_and_to_the_line_before_and_after(start: Start) -> None:
    tiny = start()
    expected = []
    for number in range(20):
        tiny.terminal.send(
            b"abX\x7f" + F5 + b"nameX\x7f" + ENTER + b"cdX\x7f" + ENTER + f"next {number}".encode() + ENTER
        )
        expected += ["dialog: name", "abcd", f"next {number}"]
    tiny.wait_for_lines(expected)


def test_bytes_that_are_no_keys_do_not_end_the_program_and_cost_no_key_beside_them(start: Start) -> None:
    tiny = start()
    expected = []
    for bad, shown in [
        (b"\xff", "�"),
        (b"\xc3", "�"),
        (b"\xed\xa0\x80", "���"),
        (b"\x1b[97:65;2;65u", "A"),
        (b"\x1b[1:2;5A", ""),
        (b"\x1b[1114112u", ""),
        (b"\x1b[55296;;55296u", ""),
        (b"\x00", ""),
        (b"\x1b[201~", ""),
    ]:
        tiny.terminal.send(b"a" + bad + b"b" + ENTER)
        expected.append(f"a{shown}b")
    tiny.wait_for_lines(expected)


def test_a_paste_cut_in_two_by_the_terminal_is_one_paste(start: Start) -> None:
    tiny = start()
    pasted = b"\x1b[200~p\xc3\xa9\x1b[31mq\x1b[201~"
    for cut in range(1, len(pasted)):
        tiny.terminal.send(b"<" + pasted[:cut])
        # Time for the program to read the first piece by itself; if it has not, the test is only less strict.
        time.sleep(0.03)
        tiny.terminal.send(pasted[cut:] + b">" + ENTER)
    tiny.wait_for_lines(["<pé[31mq>"] * (len(pasted) - 1))


def test_a_paste_with_escapes_control_characters_and_line_breaks_is_one_line_of_words(start: Start) -> None:
    tiny = start()
    tiny.terminal.paste("one\x00 \x1b[2J\x1b]0;x\x07\x1b[200~two\tthree\r\nfour\x0bfive\x85six\u2028seven\r")
    tiny.terminal.send(ENTER + b"alive" + ENTER)
    tiny.wait_for_lines(["one [2J]0;x[200~two three four five six seven", "alive"])


def test_words_never_reach_the_terminal_as_commands(start: Start) -> None:
    tiny = start()
    tiny.terminal.paste("safe\u202egnol\u200b[red]x[/]\x9b31m")
    # In what was written: the screen of the tests drops a row's rest after a letter without a width.
    tiny.terminal.wait_for(lambda: b"[red]x[/]31m" in tiny.terminal.output)
    tiny.terminal.wait_for("safe�gnol")
    assert "\u202e".encode() not in tiny.terminal.output
    assert "\u200b".encode() not in tiny.terminal.output


def test_a_paste_of_100_kilobytes_is_stored_in_full_and_typing_goes_on(start: Start) -> None:
    tiny = start()
    words = ("Ünïcödé words of a long paste; " * 4000)[:100_000]
    tiny.terminal.paste(words)
    tiny.terminal.send(b"0123456789" * 5 + ENTER + b"alive" + ENTER)
    tiny.wait_for_lines([words + "0123456789" * 5, "alive"])


def test_a_paste_that_is_never_closed_is_taken_as_it_came(start: Start) -> None:
    tiny = start()
    tiny.terminal.send(b"\x1b[200~half a paste")
    tiny.terminal.wait_for("half a paste")
    tiny.terminal.send(b", then keys" + ENTER)
    tiny.wait_for_lines(["half a paste, then keys"])


def test_escape_is_still_a_key(start: Start) -> None:
    tiny = start()
    tiny.terminal.send(F5)
    tiny.terminal.wait_for("dialog")
    tiny.terminal.send(b"\x1b")
    time.sleep(0.3)
    tiny.terminal.send(b"[A" + ENTER)
    tiny.wait_for_lines(["dialog: [A"])


def test_a_terminal_that_goes_away_ends_the_program_in_order_after_the_last_line(start: Start) -> None:
    lines, keys = edited_script(30)
    tiny = start()
    tiny.terminal.send(keys)
    # A terminal that closes throws away what the program has not read yet; 700 bytes are one read.
    tiny.terminal.wait_for(lambda: len(tiny.stored) > 0)
    tiny.terminal.hang_up()
    assert tiny.terminal.wait_for_end() == 0
    assert tiny.stored == [*lines, "ended"]


def test_the_terminal_is_given_back_as_it_was(tmp_path: Path) -> None:
    script = f"stty -g > before; {quote(sys.executable)} {quote(str(APP))} lines; stty -g > after; echo over"
    with Terminal(["sh", "-c", script], home=tmp_path, folder=tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.send(CTRL_Q)
        terminal.wait_for("over")
    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()
