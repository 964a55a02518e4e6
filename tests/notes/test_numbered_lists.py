"""Points that begin with a number are numbered lists in every format, and keep their numbers."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from tests.notes.docx.reading_docx import opened
from tests.notes.html_page import read_page
from tests.notes.meetings import entry, meeting
from tui.notes.render import render, render_file

LINES = meeting(
    entry(1, "note", "Steps agreed"),
    entry(2, "point", "1. buy rope"),
    entry(3, "point", "strong enough", inner=True),
    entry(4, "point", "2) splice it"),
    entry(5, "note", "And later"),
    entry(6, "point", "7. test it"),
    entry(7, "point", "no number"),
    entry(8, "point", "8. HC: sign it", speakers=()),
    entry(9, "point", "1990. was the year"),
)
STYLES = ["narrative", "findings", "formal", "dialogue"]


@pytest.mark.parametrize("style", STYLES)
def test_a_numbered_point_is_an_item_of_an_ordered_list_in_html(style: str) -> None:
    page = re.sub(r"\s*\n\s*", "", render(LINES, style=style, fmt="html"))
    first = '<ol><li value="1">buy rope<ul><li>strong enough</li></ul></li><li value="2">splice it</li></ol>'
    assert first in page
    assert '<ol><li value="7">test it</li></ol><ul><li>no number</li></ul><ol><li value="8">' in page
    assert "<ul><li>1990. was the year</li></ul>" in page
    read_page(render(LINES, style=style, fmt="html"))


@pytest.mark.parametrize("style", STYLES)
def test_a_numbered_point_keeps_its_number_in_markdown_and_text(style: str) -> None:
    page = render(LINES, style=style, fmt="md")
    assert "\n1. buy rope\n   - strong enough\n2. splice it\n" in page
    assert "\n7. test it\n- no number\n8. HC: sign it\n" in page
    text = render(LINES, style=style, fmt="txt")
    assert "\n1. buy rope\n  – strong enough\n2. splice it\n" in text
    assert "• 1990. was the year" in text


@pytest.mark.parametrize("style", STYLES)
def test_a_numbered_point_is_in_a_list_of_words(style: str) -> None:
    file = render_file(LINES, style=style, fmt="docx")
    shown = [one for one in opened(file).paragraphs if one.text in ("buy rope", "splice it", "test it")]
    lists = []
    for one in shown:
        lists += list(one._p.xpath("./w:pPr/w:numPr/w:numId/@w:val"))
    assert len(lists) == 3
    assert lists[0] == lists[1] != lists[2]
    with zipfile.ZipFile(BytesIO(file)) as archive:
        numbering = archive.read("word/numbering.xml").decode()
    starts = dict(re.findall(r'<w:num w:numId="(\d+)">(?:(?!</w:num>).)*<w:startOverride w:val="(\d+)"/>', numbering))
    assert [starts[number] for number in lists] == ["1", "1", "7"]
