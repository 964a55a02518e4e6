"""Words looked up in a process of its own."""

from __future__ import annotations

from pathlib import Path

from tests.spelling.small_dictionary import WORDS, write_dictionary
from tui.spelling.speller import Speller


def test_unknown_words_come_back_with_what_may_be_meant_and_are_remembered(tmp_path: Path) -> None:
    speller = Speller(write_dictionary(tmp_path) / "en_GB")
    try:
        assert speller.ask(["the", "committees", "recieved", "qqqqqq"])
        assert speller.unknown == {"recieved": "received", "qqqqqq": ""}
        assert not speller.is_new("committees")
        assert speller.is_new("boats")
        assert not speller.ask(["boats", "recieved"])
    finally:
        speller.close()


def test_an_american_dictionary_knows_what_is_written_as_in_britain(tmp_path: Path) -> None:
    words = [*WORDS, "organization/S", "center/S", "traveled", "catalog/S"]
    speller = Speller(write_dictionary(tmp_path, "en_US", words) / "en_US")
    try:
        speller.ask(["harbours", "organisations", "centre", "travelled", "catalogue", "harbuor"])
        assert set(speller.unknown) == {"harbuor"}
    finally:
        speller.close()


def test_without_its_process_no_word_is_unknown(tmp_path: Path) -> None:
    missing = Speller(tmp_path / "nothing")
    assert not missing.ask(["recieved"])
    missing.close()
    closed = Speller(write_dictionary(tmp_path) / "en_GB")
    closed.close()
    assert not closed.ask(["recieved"])
