"""Where a dictionary is looked for, and which is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spelling.small_dictionary import write_dictionary
from tui.spelling.dictionaries import WHERE, dictionary_of


def test_british_english_is_taken_before_american_wherever_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    american, british = write_dictionary(tmp_path / "a", "en_US"), tmp_path / "b"
    monkeypatch.setenv(WHERE, f"{american}:{british}")
    assert dictionary_of("en") == american / "en_US"
    write_dictionary(british, "en_GB")
    assert dictionary_of("en") == british / "en_GB"


def test_a_language_without_a_dictionary_has_none_and_half_of_one_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WHERE, str(write_dictionary(tmp_path, "de_DE")))
    assert dictionary_of("de") == tmp_path / "de_DE"
    assert dictionary_of("cy") is None
    (tmp_path / "de_DE.dic").unlink()
    assert dictionary_of("de") is None


def test_no_folder_is_looked_into_where_the_variable_is_set_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHERE, "")
    assert dictionary_of("en") is None
