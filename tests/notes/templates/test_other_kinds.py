"""A kind that a style does not know is told by its own word, in every style that prints the words of a meeting."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.notes.docx.reading_docx import blocks
from tests.notes.meetings import entry, meeting
from tui.notes.docx.file import print_word_file
from tui.notes.templates.printing import print_notes
from tui.notes.templates.styles import find_style
from tui.notes.view.compose import compose, copy_for
from tui.notes.view.values import View

STYLES = ("findings", "formal", "narrative")


def of_another_kind() -> View:
    """A page whose one entry, by the commissioner, is of a kind that there is not."""
    view = compose(copy_for("public", meeting(entry(1, "response", "paint the buoys", speakers=("HC",))), ()))
    only = replace(view.sections[0].entries[0], kind="vow")
    section = replace(view.sections[0], entries=(only,), paragraphs=((only,),))
    return replace(view, sections=(section,))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("fmt", "printed"),
    [
        ("txt", "\nVow: HC: paint the buoys\n"),
        ("md", "\nVow: HC: paint the buoys\n"),
        ("html", "<p><b>Vow:</b> HC: paint the buoys</p>"),
    ],
)
def test_a_kind_that_no_template_knows_prints_its_own_word(style: str, fmt: str, printed: str) -> None:
    page = print_notes(of_another_kind(), find_style(style).folder, f"notes.{fmt}.j2", fmt, 80)
    assert printed in page
    assert "responded" not in page


@pytest.mark.parametrize("style", STYLES)
def test_a_kind_that_no_word_template_knows_prints_its_own_word(style: str) -> None:
    view = of_another_kind()
    assert "Vow: HC: paint the buoys" in blocks(
        print_word_file(view, meeting().date, find_style(style).folder, "notes.docx")
    )
