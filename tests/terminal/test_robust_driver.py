"""No bytes end the reading of a terminal, and pastes are taken whole.

Textual's own parser raises on the key reports below, which ends the app, and cuts a paste at the first ESC in it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tests.examples import examples
from tui.terminal import input_decoder
from tui.terminal.input_decoder import InputDecoder
from tui.terminal.robust_driver import driver_class

BAD_REPORTS = [b"\x1b[97:65;2;65u", b"\x1b[1:2;5A", b"\x1b[1114112u", b"\x1b[99999999999999999999;1u"]


def told(messages: Iterable[Message]) -> list[str]:
    """Return keys by their names and pastes in quotes, the rest by their class."""
    return [
        message.key
        if isinstance(message, events.Key)
        else repr(message.text)
        if isinstance(message, events.Paste)
        else type(message).__name__
        for message in messages
    ]


def read(*pieces: bytes, gap: float = 0.01) -> list[str]:
    """Read pieces that come one after the other, and then silence."""
    decoder = InputDecoder()
    now = 100.0
    found: list[Message] = []
    for piece in pieces:
        now += gap
        found += decoder.feed(piece, now)
        found += decoder.tick(now)
    found += decoder.tick(now + 10)
    found += decoder.finish()
    return told(found)


@pytest.mark.parametrize("bad", BAD_REPORTS)
def test_a_key_report_that_textual_cannot_read_costs_nothing_else(bad: bytes) -> None:
    with pytest.raises((ValueError, OverflowError)):
        list(XTermParser().feed(bad.decode()))
    # The first names the key and the letter with Shift, which can be read by itself.
    key = ["A"] if bad == BAD_REPORTS[0] else []
    assert read(b"a" + bad + b"b") == ["a", *key, "b"]
    assert read(b"a", bad, b"b\x1b[D") == ["a", *key, "b", "left"]


def test_bytes_that_are_not_utf_8_become_replacement_characters() -> None:
    decoder = InputDecoder()
    keys = [*decoder.feed(b"a\xffb\xed\xa0\x80c\xc3", 1.0), *decoder.finish()]
    assert "".join(key.character or "" for key in keys if isinstance(key, events.Key)) == "a�b���c�"


def test_a_newline_is_enter() -> None:
    # The terminal makes a newline of an Enter typed before it was made raw.
    assert read(b"a\nb\r") == ["a", "enter", "b", "enter"]


PASTED = b"x\x1b[200~p\xc3\xa9 \x1b[31m\x00q\r\n\x1b\x1b[201~y\x1b[D\xc3\xa9"
PASTED_EVENTS = ["x", repr("pé \x1b[31mq\r\n\x1b"), "y", "left", "é"]


@pytest.mark.parametrize("cut", range(len(PASTED) + 1))
def test_a_paste_split_at_any_byte_is_one_paste(cut: int) -> None:
    assert read(PASTED[:cut], PASTED[cut:]) == PASTED_EVENTS


def test_a_paste_that_comes_byte_by_byte_is_one_paste() -> None:
    assert read(*(PASTED[i : i + 1] for i in range(len(PASTED)))) == PASTED_EVENTS


def test_textual_alone_cuts_a_paste_at_an_escape_sequence() -> None:
    # Why pastes are taken out first. When this fails, Textual has mended it.
    assert told(XTermParser().feed("\x1b[200~a\x1b[Ib\x1b[201~")) != [repr("a\x1b[Ib")]


def test_a_paste_of_100_kilobytes_is_whole() -> None:
    words = b"\x1b[words " * 12_500
    pieces = [words[i : i + 4096] for i in range(0, len(words), 4096)]
    assert read(b"\x1b[200~", *pieces, b"\x1b[201~z") == [repr(words.decode()), "z"]


def test_two_pastes_and_the_keys_between_keep_their_order() -> None:
    assert read(b"\x1b[200~a\x1b[201~b\x1b[200~c\x1b[201~") == ["'a'", "b", "'c'"]


CUT_OFF = (
    b"\x1b",
    b"\x1b^",
    b"\x1bX",
    b"\x1bP",
    b"\x1b]",
    b"\x1b_",
    b"\x1b[",
    b"\x1bO",
    b"\x1b]0;x",
    b"\x1b[1;",
    b"\x1b[M12",
)


@pytest.mark.parametrize("begun", CUT_OFF)
def test_a_paste_ends_a_sequence_that_was_begun_before_it(begun: bytes) -> None:
    whole = begun + b"\x1b[200~pasted\x1b[201~ab"
    for cut in range(len(begun), len(whole)):
        assert read(whole[:cut], whole[cut:])[-3:] == ["'pasted'", "a", "b"]


def test_an_empty_paste_is_nothing() -> None:
    assert read(b"a\x1b[200~\x1b[201~b") == ["a", "b"]


def test_a_paste_that_is_never_closed_is_delivered_after_a_while_and_keys_are_keys_again() -> None:
    decoder = InputDecoder()
    assert told(decoder.feed(b"\x1b[200~abc", 1.0)) == []
    assert told(decoder.tick(1.5)) == []
    assert told(decoder.tick(2.1)) == ["'abc'"]
    assert told(decoder.feed(b"d\r\x1b[201~e", 3.0)) == ["d", "enter", "e"]


def test_a_paste_beyond_the_limit_is_delivered_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_decoder, "PASTE_LIMIT", 10)
    found = read(b"\x1b[200~0123456789abcdef\x1b[20", b"1~z")
    assert "".join(part[1:-1] for part in found[:-1]) == "0123456789abcdef"
    assert found[-1] == "z"


def test_escape_alone_is_a_key_after_one_delay_not_two() -> None:
    decoder = InputDecoder()
    assert told(decoder.feed(b"\x1b", 1.0)) == []
    assert decoder.patience(5.0) <= 0.1
    assert told(decoder.tick(1.05)) == []
    assert told(decoder.tick(1.11)) == ["escape"]
    # What comes soon after may be the rest of a slow line's sequence; later it is typed.
    assert told(decoder.feed(b"[A", 1.2)) == ["up"]
    assert told(decoder.feed(b"\x1b", 2.0)) == []
    assert told(decoder.tick(2.11)) == ["escape"]
    assert told(decoder.feed(b"[A", 2.7)) == ["left_square_bracket", "A"]


def test_an_arrow_key_split_after_its_escape_is_an_arrow_key() -> None:
    assert read(b"\x1b", b"[A") == ["up"]


@examples(300)
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from([b"\x1b", b"\x1b[", b"\x1b[200~", b"\x1b[201~", b"\x1b[1;5", b"u", b"abc", *BAD_REPORTS]),
        ),
        max_size=12,
    )
)
def test_no_bytes_in_no_pieces_raise_and_what_follows_is_read(pieces: list[bytes]) -> None:
    assert read(*pieces, b"\x1b[201~" + b" " * 40, b"end")[-3:] == ["e", "n", "d"]


@examples(200)
@given(
    st.lists(st.sampled_from(["a", "é", "🙂", "\x1b[D", "\r", "\x7f", "\x1b[200~one \x1b two\x1b[201~"]), max_size=10),
    st.lists(st.integers(0, 200), max_size=5),
)
def test_where_the_reads_are_cut_changes_nothing(keys: list[str], cuts: list[int]) -> None:
    data = "".join(keys).encode()
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    assert read(*(data[start:end] for start, end in pairwise(places))) == read(data)


def test_textual_chooses_the_driver_where_the_user_has_named_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.linux_driver:LinuxDriver")
    assert driver_class() is None


def test_textual_chooses_the_driver_without_a_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr(sys, "__stdin__", None)
    assert driver_class() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a driver of its own")
def test_the_steady_driver_is_chosen_on_a_posix_system(monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.terminal.robust_driver import SteadyDriver

    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    with open("/dev/null") as nothing:  # noqa: PTH123
        monkeypatch.setattr(sys, "__stdin__", nothing)
        assert driver_class() is SteadyDriver


def test_textual_chooses_the_driver_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    with open(os.devnull) as nothing:  # noqa: PTH123
        monkeypatch.setattr(sys, "__stdin__", nothing)
        assert driver_class() is None
