from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from tests.notes.meetings import meeting
from tui.errors import BadInput
from tui.notes.render import render, render_file
from tui.notes.templates.blocks import MisspeltBlock, check_blocks

BASE = "{% block head %}{% endblock %}{% block closing %}{% endblock %}"


MIDDLE = "{% extends 'base' %}{% block closing %}{% block inner %}{% endblock %}{% endblock %}"


def checked(own: str, middle: str = MIDDLE) -> None:
    check_blocks(Environment(loader=DictLoader({"base": BASE, "middle": middle, "own": own})), "own")


def test_a_misspelt_block_is_an_error_with_its_line_and_the_nearest_that_is_there() -> None:
    with pytest.raises(BadInput, match="no block 'closng'") as raised:
        checked("{% extends 'middle' %}\n{% block closng %}x{% endblock %}")
    assert raised.value.where == "own:2"
    assert raised.value.hint == "did you mean 'closing'?"


@pytest.mark.parametrize(
    "own",
    [
        "{% extends 'middle' %}{% block inner %}x{% endblock %}",
        "{% extends 'middle' %}{% block head %}{% block new %}x{% endblock %}{% endblock %}",
        "{% block anything %}x{% endblock %}",
        "{% extends which %}{% block anything %}x{% endblock %}",
    ],
)
def test_a_block_that_is_printed_is_none(own: str) -> None:
    checked(own)


def test_a_template_in_between_is_looked_through_as_well() -> None:
    with pytest.raises(BadInput, match="no block 'foot'"):
        checked("{% extends 'middle' %}", middle="{% extends 'base' %}{% block foot %}{% endblock %}")


def test_the_notes_that_come_with_the_error_have_the_words_of_the_block(tmp_path: Path) -> None:
    own = tmp_path / "ours" / "notes.md.j2"
    own.parent.mkdir()
    own.write_text("{% extends 'narrative/notes.md.j2' %}{% block closng %}Kept for six years.{% endblock closng %}")
    with pytest.raises(MisspeltBlock, match="did you mean 'closing'") as raised:
        render(meeting(), style="ours", styles_folder=tmp_path)
    own.write_text(own.read_text().replace("closng", "closing"))
    assert raised.value.page.strip() == render(meeting(), style="ours", styles_folder=tmp_path).strip()


def test_a_block_with_a_name_that_is_near_none_is_an_error_alone(tmp_path: Path) -> None:
    own = tmp_path / "ours" / "notes.html.j2"
    own.parent.mkdir()
    own.write_text("{% extends 'narrative/notes.html.j2' %}{% block zzzzzz %}x{% endblock %}")
    with pytest.raises(BadInput, match=r"it has .*closing") as raised:
        render_file(meeting(), style="ours", fmt="html", styles_folder=tmp_path)
    assert not isinstance(raised.value, MisspeltBlock)
