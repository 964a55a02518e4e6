"""A book's own house style list stands before the one that travels with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.places import ROOT
from tui.book.house_style import house_style_of, own_house_style, shipped_rules
from tui.errors import BadInput


def write(book: Path, content: str | bytes) -> Path:
    """Write the book's own list."""
    path = own_house_style(book)
    path.parent.mkdir(parents=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rules_of(book: Path) -> dict[str, str]:
    return {rule.find: rule.write for rule in house_style_of(book).rules}


def test_a_book_without_a_list_has_the_one_that_travels_along(tmp_path: Path) -> None:
    assert house_style_of(tmp_path) == shipped_rules()
    assert house_style_of(tmp_path / "none") == shipped_rules()


def test_what_the_own_list_says_of_a_word_holds_and_the_rest_is_filled_in(tmp_path: Path) -> None:
    write(tmp_path, '[[list]]\n[list.words]\nwill = "shall"\nutilise = "use"\n')
    rules = rules_of(tmp_path)
    assert (rules["will"], rules["utilise"], rules["today"]) == ("shall", "use", "that day")


def test_a_list_that_stands_alone_has_nothing_filled_in(tmp_path: Path) -> None:
    write(tmp_path, 'alone = true\n[[list]]\n[list.words]\nutilise = "use"\n')
    assert rules_of(tmp_path) == {"utilise": "use"}
    assert house_style_of(tmp_path).known == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\n\xff", "house_style.toml:2: the house style list is not UTF-8 text; save it as UTF-8"),
        (b"# " + b"x" * 1_000_001, "larger than 1 MB"),
        (b"known = 3", "house_style.toml:1: known is a list of words"),
    ],
)
def test_a_list_that_cannot_be_used_is_named_with_what_to_do(tmp_path: Path, content: bytes, words: str) -> None:
    write(tmp_path, content)
    with pytest.raises(BadInput) as caught:
        house_style_of(tmp_path)
    assert words in str(caught.value)


def test_a_folder_in_its_place_is_an_error_in_words(tmp_path: Path) -> None:
    own_house_style(tmp_path).mkdir(parents=True)
    with pytest.raises(BadInput, match="cannot be read"):
        house_style_of(tmp_path)


def test_the_list_in_the_docs_is_one_that_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    write(tmp_path, page.split("```toml\n")[1].split("```")[0])
    style = house_style_of(tmp_path)
    assert rules_of(tmp_path)["may"] == "might"
    assert dict(style.abbreviations)["CPS"] == "Crown Prosecution Service"
