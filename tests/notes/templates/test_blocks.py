from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from tui.errors import BadInput
from tui.notes.templates.blocks import check_blocks

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
