"""Where a letter is a command, words that are typed are told from it by their speed."""

from __future__ import annotations

import pytest

from tui.terminal.typed_words import ALONE, TYPING_ON, Does, Meant, Pressed, TypedWords

NAMED = {" ": "space", "\n": "enter", "\b": "backspace"}


def outcome(
    keys: str, gaps: float | list[float], commands: str = "deosuxmJK!? ", looking: str = "jk "
) -> tuple[str, str]:
    """Give what is typed and which commands are carried out, of keys pressed with gaps, in a place with a line."""
    judge, words, done, at = TypedWords(), "", "", 0.0
    pressed = []
    for place, key in enumerate(keys):
        pressed.append(Pressed(NAMED.get(key, key), "" if key in "\n\b" else key, at))
        at += gaps[place] if isinstance(gaps, list) else gaps

    def does(key: str) -> Does:
        letter = {"space": " "}.get(key, key)
        return "looks" if letter in looking else "acts" if letter in commands else "nothing"

    for place, one in enumerate(pressed):
        # The later keys come while this one waits.
        there = [key for key in pressed[place:] if key.at <= one.at + ALONE + 0.001]
        meant = judge.meaning(there, one.at + ALONE + 0.001, does)
        if meant is Meant.WORDS:
            words += judge.take(one)
        else:
            judge.passed(one)
            done += one.letter
    return words, done


@pytest.mark.parametrize(
    "words", ["deputy noted", "eel pie", "June", "x marks it", "kept", "just so", "?PCC: are", "see", "oozing", "eh"]
)
@pytest.mark.parametrize("gap", [0.0, 0.02, 0.12, 0.2])
def test_every_letter_of_words_arrives_at_any_typing_speed(words: str, gap: float) -> None:
    typed, _ = outcome(words, gap)
    assert typed == words


@pytest.mark.parametrize("keys", ["d", "e", "x", "!"])
def test_a_letter_alone_is_a_command(keys: str) -> None:
    assert outcome(keys, 1.0) == ("", keys)


def test_letters_with_time_between_them_are_commands_each() -> None:
    assert outcome("esoux", ALONE + 0.01) == ("", "esoux")


@pytest.mark.parametrize("keys", ["JJJJ", "jjjj", "jjkjk", "    ", "xx"])
def test_a_key_held_down_is_the_same_command_again_and_again(keys: str) -> None:
    assert outcome(keys, 0.03) == ("", keys)


def test_an_unknown_letter_is_typed_at_once() -> None:
    assert outcome("t", 1.0) == ("t", "")


def test_what_follows_typed_words_belongs_to_them_and_later_it_is_a_command_again() -> None:
    assert outcome("do x", [0.1, 0.1, TYPING_ON - 0.1, 0]) == ("do x", "")
    assert outcome("dox", [0.1, TYPING_ON + 0.1, 0]) == ("do", "x")


def test_enter_after_typed_words_is_no_command() -> None:
    assert outcome("noted\n", 0.1) == ("noted ", "")


def test_a_letter_taken_back_at_once_was_typed() -> None:
    assert outcome("d\b", 0.1)[0] == "d"


def test_it_is_not_known_what_a_letter_is_before_the_next_could_have_come() -> None:
    judge = TypedWords()
    key = Pressed("d", "d", 10.0)
    assert judge.meaning([key], 10.1, lambda _: "acts") is Meant.UNKNOWN
    assert judge.known_at([key]) == 10.0 + ALONE
    assert judge.meaning([key], 10.0 + ALONE, lambda _: "acts") is Meant.KEY


def test_shift_pressed_for_a_capital_is_no_letter_between() -> None:
    judge = TypedWords()
    keys = [Pressed("e", "e", 0.0), Pressed("left_shift", "", 0.05), Pressed("D", "D", 0.1)]
    assert judge.meaning(keys, 0.1, lambda _: "acts") is Meant.WORDS
