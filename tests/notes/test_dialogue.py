"""The dialogue style prints who said what, a line each."""

from __future__ import annotations

import pytest

from tests.notes.docx.reading_docx import blocks
from tests.notes.meetings import entry, meeting
from tui.notes.render import render, render_file

SHOWN = meeting(
    entry(1, "question", "who pays for the buoys", speakers=("HC",)),
    entry(2, "response", "The parish.", speakers=("CP", "DP")),
    entry(3, "response", "So it is.", speakers=("LM",)),
    entry(4, "note", "The Chief Pilot agreed.", speakers=("CP",), speakers_in_text=True),
)
LINES = ("HC: who pays for the buoys", "CP, DP: The parish.", "LM: So it is.", "The Chief Pilot agreed.")


@pytest.mark.parametrize("fmt", ["txt", "md", "html", "docx"])
def test_each_speaker_has_a_line_with_the_label_before_the_words(fmt: str) -> None:
    printed = render_file(SHOWN, style="dialogue", fmt=fmt)
    lines = blocks(printed) if fmt == "docx" else printed.decode().replace("<p>", "").replace("</p>", "").splitlines()
    assert [line for line in lines if line in LINES] == list(LINES)
    if fmt != "docx":
        assert "asked" not in render(SHOWN, style="dialogue", fmt=fmt)
