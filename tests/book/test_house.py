"""The house's choice of style, formats and folder, kept for each series in a plain file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import examples
from tests.meeting.room import parish
from tui.book.house import (
    HouseChoice,
    home_of,
    house_choice,
    house_file,
    in_houses_language,
    keep_choice,
    published_name,
)
from tui.errors import BadInput
from tui.notes.templates.styles import usual_style

MAY = parish()
JUNE = replace(MAY, id="2" * 32, date=date(2022, 6, 14), title="Parish Council June 2022")
OTHER = replace(MAY, id="3" * 32, title="Allotments Panel")


def test_what_is_chosen_for_a_meeting_holds_for_its_series_and_no_other(tmp_path: Path) -> None:
    assert house_choice(tmp_path, MAY) == HouseChoice()
    keep_choice(tmp_path, MAY, style="formal")
    keep_choice(tmp_path, OTHER, style="summary")
    keep_choice(tmp_path, JUNE, formats=("html", "pdf"), folder="/srv/minutes")
    assert house_choice(tmp_path, JUNE) == HouseChoice(style="formal", formats=("html", "pdf"), folder="/srv/minutes")
    assert house_choice(tmp_path, OTHER).style == "summary"
    assert home_of(tmp_path, JUNE) == Path("/srv/minutes/2022-06-14-parish-council")
    assert home_of(tmp_path, OTHER) is None


def test_the_names_of_files_tell_nothing_that_is_restricted(tmp_path: Path) -> None:
    secret = replace(MAY, title="Sale of [[Mill House]] 2022")
    keep_choice(tmp_path, secret, names="{day}.{month}_{title}".replace(".", "-"))
    assert published_name(tmp_path, secret) == f"{MAY.date:%d-%m}_sale-of-2022"


def test_the_houses_language_is_that_of_notes_whose_head_names_none(tmp_path: Path) -> None:
    keep_choice(tmp_path, MAY, language="de")
    assert in_houses_language(tmp_path, JUNE).language == "de"
    named = replace(JUNE, header=(*JUNE.header, ("Language", "French")), language="fr")
    assert in_houses_language(tmp_path, named).language == "fr"


def test_the_same_choice_writes_nothing(tmp_path: Path) -> None:
    keep_choice(tmp_path, MAY, style="formal")
    before = house_file(tmp_path).stat().st_mtime_ns
    keep_choice(tmp_path, JUNE, style="formal")
    assert house_file(tmp_path).stat().st_mtime_ns == before


def test_the_houses_style_is_the_usual_one_once_the_meeting_is_held() -> None:
    assert usual_style(MAY, "formal") == "agenda"
    assert usual_style(replace(MAY, started=None, closed=None, sections=()), "formal") == "formal"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[series.x]\nstile = "formal"\n', 2, "'stile' is not known"),
        ("[series.x]\nstyle = 3\n", 2, "style is words"),
        ('[series.x]\nformats = "html"\n', 2, "formats is a list"),
        ("[series.x]\nformats = [1]\n", 2, "formats is a list"),
        ("[series\n", 1, "not TOML"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    house_file(tmp_path).write_text(text)
    with pytest.raises(BadInput, match=says) as error:
        house_choice(tmp_path, MAY)
    assert f"house.toml:{line}:" in str(error.value)


@examples(30)
@given(words=st.text(min_size=1, max_size=20).filter(str.strip), folder=st.text(max_size=20))
def test_any_words_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, words: str, folder: str) -> None:
    book = tmp_path_factory.mktemp("book")
    shown = replace(MAY, header=(*MAY.header, ("Series", words)))
    keep_choice(book, shown, style="formal", folder=folder)
    assert house_choice(book, shown).folder == folder.encode("utf-8", "replace").decode()
