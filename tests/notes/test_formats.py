"""The rows of the formats: each finds its templates, and a format can have one template for every style."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.notes.meetings import entry, meeting
from tui.errors import BadInput
from tui.notes.formats import FORMATS, PUBLISHED, format_row, named
from tui.notes.render import render
from tui.notes.templates import styles
from tui.notes.templates.styles import find_style, style_names


@pytest.mark.parametrize("style", style_names())
def test_every_style_that_travels_with_the_program_prints_in_every_format(style: str) -> None:
    assert find_style(style).formats == tuple(FORMATS)


def test_no_two_formats_share_a_template_or_a_place_in_a_published_set() -> None:
    places = [row.published for row in FORMATS.values() if row.published is not None]
    assert len({row.template for row in FORMATS.values()}) == len(FORMATS)
    assert len(set(places)) == len(places)


def test_an_unknown_format_names_the_nearest_first() -> None:
    with pytest.raises(BadInput, match="known formats: docx"):
        format_row("doc")


def test_formats_are_named_within_a_sentence() -> None:
    assert named(PUBLISHED) == "html, md, txt and docx"
    assert named(("csv",)) == "csv"


def test_a_style_without_a_template_of_its_own_prints_by_the_one_for_every_style(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, travelling = tmp_path / "styles" / "ours", tmp_path / "templates"
    own.mkdir(parents=True)
    (own / "notes.md.j2").write_text("ours", encoding="utf-8")
    (travelling / "shared").mkdir(parents=True)
    (travelling / "shared" / "every.html.j2").write_text("by *{{ meeting.title }}*", encoding="utf-8")
    monkeypatch.setattr(styles, "shipped", lambda _: travelling)
    found = find_style("ours", tmp_path / "styles")
    assert found.formats == ("md", "html")
    assert found.template("html") == "shared/every.html.j2"
    with pytest.raises(BadInput, match="has no format 'txt'"):
        found.template("txt")
    assert render(meeting(entry(1, "note", "calm")), style="ours", styles_folder=tmp_path / "styles") == "ours\n"
