"""What a terminal sends is read whole, in pieces of any size, and only what is a key or a paste reaches the program."""

from __future__ import annotations

import pytest
from textual import events

from tui.terminal.input_decoder import InputDecoder
from tui.terminal.sequences import meant, split

ANSWERS = {
    "a colour, ended by ST": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "a colour, ended by BEL": b"\x1b]11;rgb:0000/0000/0000\x07",
    "what it is": b"\x1b[?62;22c",
    "what it is, once more": b"\x1b[>1;4000;29c",
    "its version": b"\x1bP>|XTerm(388)\x1b\\",
    "a capability": b"\x1bP1+r544e=787465726d\x1b\\",
    "kitty's flags": b"\x1b[?31u",
    "light or dark": b"\x1b[?997;2n",
    "it is well": b"\x1b[0n",
    "its size": b"\x1b[8;24;80t",
    "the clipboard": b"\x1b]52;c;bm90IHlvdXJz\x07",
    "an image": b"\x1b_Gi=1;OK\x1b\\",
    "an unknown mode": b"\x1b[?9999;0$y",
    "an unknown sequence": b"\x1b[12;34;56;78v",
}


def typed(data: bytes, size: int | None = None, gap: float = 0.0) -> list[str]:
    """Give the keys of bytes that come in pieces of a size, with gaps."""
    decoder, now, keys = InputDecoder(), 100.0, []
    pieces = [data] if size is None else [data[at : at + size] for at in range(0, len(data), size)]
    for piece in pieces:
        keys += [*decoder.feed(piece, now)]
        now += gap
        keys += [*decoder.tick(now)]
    keys += [*decoder.tick(now + 2), *decoder.finish()]
    return [
        (event.character if event.is_printable else event.key) or "" for event in keys if isinstance(event, events.Key)
    ]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("size", [None, 1, 3])
def test_an_answer_of_the_terminal_types_nothing_and_presses_nothing(answer: bytes, size: int | None) -> None:
    assert "".join(typed(b"ab" + answer + b"cd", size)) == "abcd"


@pytest.mark.parametrize("gap", [0.05, 0.2, 0.45])
@pytest.mark.parametrize(
    ("keys", "names"),
    [(b"\x1b[1;5C", ["ctrl+right"]), (b"\x1b[15~", ["f5"]), (b"\x1bOP", ["f1"]), (b"\x1b[A", ["up"])],
)
def test_a_key_that_comes_in_pieces_is_the_key(keys: bytes, names: list[str], gap: float) -> None:
    assert typed(keys[:2], None) != names
    decoder = InputDecoder()
    found = [*decoder.feed(keys[:2], 1.0), *decoder.tick(1.0 + gap), *decoder.feed(keys[2:], 1.0 + gap)]
    assert [event.key for event in found if isinstance(event, events.Key)] == names


def test_ctrl_and_space_are_one_key_in_every_terminal() -> None:
    assert typed(b"a\x00b", None) == typed(b"a\x1b[32;5ub", None) == ["a", "ctrl+space", "b"]


def test_a_key_whose_escape_came_long_before_types_none_of_its_rest() -> None:
    decoder = InputDecoder()
    found = [*decoder.feed(b"\x1b", 1.0), *decoder.tick(1.2), *decoder.feed(b"[A", 1.4), *decoder.feed(b"b", 1.5)]
    assert [event.key for event in found if isinstance(event, events.Key)] == ["escape", "up", "b"]


@pytest.mark.parametrize(
    ("rest", "key"),
    [(b"[15~", "f5"), (b"[1;5C", "ctrl+right"), (b"[1090::110;5u", "ctrl+n"), (b"[A", "up")],
)
def test_a_key_that_comes_a_character_at_a_time_long_after_its_escape_types_nothing(rest: bytes, key: str) -> None:
    decoder, now = InputDecoder(), 1.0
    found = [*decoder.feed(b"\x1b", now)]
    for byte in (*rest, ord("b")):
        found += [*decoder.tick(now + 0.44)]
        now += 0.45
        found += [*decoder.feed(bytes([byte]), now)]
    assert [event.key for event in found if isinstance(event, events.Key)] == ["escape", key, "b"]


@pytest.mark.parametrize("words", ["[", "[5 of them]", "[[the offer]]", "[1090"])
def test_a_bracket_typed_right_after_escape_is_typed(words: str) -> None:
    decoder, now = InputDecoder(), 1.0
    found = [*decoder.feed(b"\x1b", now)]
    for byte in words.encode():
        found += [*decoder.tick(now + 0.15)]
        now += 0.2
        found += [*decoder.feed(bytes([byte]), now)]
    found += decoder.tick(now + decoder.patience(9.0))
    keys = [event for event in found if isinstance(event, events.Key)]
    assert "".join(event.character or "" for event in keys[1:]) == words


def test_a_function_key_whose_escape_came_long_before_is_the_key() -> None:
    decoder = InputDecoder()
    found = [*decoder.feed(b"\x1b", 1.0), *decoder.tick(1.2), *decoder.feed(b"OP", 1.4), *decoder.feed(b"b", 1.5)]
    assert [event.key for event in found if isinstance(event, events.Key)] == ["escape", "f1", "b"]


def test_words_in_brackets_right_after_escape_are_typed() -> None:
    decoder = InputDecoder()
    found = [*decoder.feed(b"\x1b", 1.0), *decoder.tick(1.2), *decoder.feed(b"[[the offer]] [All agreed]", 1.3)]
    keys = [event for event in found if isinstance(event, events.Key)]
    assert "".join(event.character or "" for event in keys[1:]) == "[[the offer]] [All agreed]"


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[1090::110;5u", "ctrl+n"),
        ("\x1b[957::110;5u", "ctrl+n"),
        ("\x1b[1502::110;5u", "ctrl+n"),
        ("\x1b[1082::114;5u", "ctrl+r"),
        ("\x1b[1090:1058:110;133u", "ctrl+n"),
        ("\x1b[110;5u", "ctrl+n"),
        ("\x1b[27;5;110~", "ctrl+n"),
        ("\x1b[97:65;2;65u", "A"),
        ("\x1b[1090::110;;1090u", "т"),
        ("\x1b[112;133u", "ctrl+p"),
    ],
)
def test_a_key_of_any_keyboard_is_the_one_that_stands_there_on_a_plain_one(sequence: str, key: str) -> None:
    assert [name.casefold() for name in typed(sequence.encode())] == [key.casefold()]


def test_what_is_unfinished_waits_and_what_is_typed_does_not() -> None:
    assert split("ab\x1b[1;") == (["ab"], "\x1b[1;")
    assert split("\x1b]11;rgb:1e") == ([], "\x1b]11;rgb:1e")
    assert split("\x1b[Aé") == (["\x1b[A", "é"], "")
    assert meant("words") == "words"


@pytest.mark.parametrize("pressed", [b"\x1b^", b"\x1bX"])
@pytest.mark.parametrize("size", [None, 1, 3])
def test_words_typed_right_after_alt_and_a_key_are_kept(pressed: bytes, size: int | None) -> None:
    assert "".join(typed(b"ab" + pressed + b"cde fgh", size)).endswith("cde fgh")
    assert "".join(typed(b"ab" + pressed + b"private\x1b\\cd")) == "abcd"


def test_a_bell_within_an_answer_never_goes_anywhere() -> None:
    assert typed(b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07") == []
