"""Styles: found by name, the user's own confined."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.notes.meetings import entry, meeting
from tui.errors import BadInput
from tui.notes.render import render
from tui.notes.templates import confining
from tui.notes.templates.styles import find_style, style_names
from tui.resources import shipped


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "notes-to-self").mkdir()
    return tmp_path


def printed(styles: Path, template: str, fmt: str = "md") -> str:
    (styles / "own" / f"notes.{fmt}.j2").write_text(template, encoding="utf-8")
    return render(meeting(entry(1, "note", "The *tide* [x](y) <b>")), style="own", fmt=fmt, styles_folder=styles)


def problem(styles: Path, template: str) -> str:
    with pytest.raises(BadInput) as raised:
        printed(styles, template)
    return str(raised.value).removeprefix(str(styles / "own") + "/")


def test_the_house_styles_travel_with_the_program() -> None:
    assert style_names() == ("actions", "agenda", "dialogue", "findings", "formal", "narrative", "summary")
    assert find_style("findings").trusted
    assert (shipped("templates") / "narrative" / "notes.md.j2").is_file()


def test_a_users_style_comes_first(styles: Path) -> None:
    (styles / "narrative").mkdir()
    (styles / "narrative" / "notes.txt.j2").write_text("mine", encoding="utf-8")
    assert style_names(styles) == style_names()
    assert not find_style("narrative", styles).trusted
    assert render(meeting(), fmt="txt", styles_folder=styles) == "mine\n"


def test_an_unknown_style_names_the_nearest_first(styles: Path) -> None:
    with pytest.raises(BadInput, match="known styles: narrative, actions, agenda, summary, dialogue, findings, formal"):
        find_style("narative", styles)


def test_a_format_that_a_style_lacks_names_those_it_has(styles: Path) -> None:
    (styles / "own" / "notes.md.j2").write_text("x", encoding="utf-8")
    with pytest.raises(BadInput, match="the style own has no format 'txt'; it has md"):
        render(meeting(), style="own", fmt="txt", styles_folder=styles)


@pytest.mark.parametrize(
    "template",
    [
        "{{ sections[0].entries[0].text }}",
        "{% set t %}{{ sections[0].entries[0].text }}{% endset %}{{ t }}",
        "{% macro m(t) %}{{ t }}{% endmacro %}{{ m(sections[0].entries[0].text) }}",
        "{% autoescape false %}{{ sections[0].entries[0].text }}{% endautoescape %}",
        "{{ sections[0].entries[0].text|e }}",
    ],
)
def test_words_are_literal_in_a_users_template(styles: Path, template: str) -> None:
    assert printed(styles, template) == "The *tide* \\[x\\](y) \\<b>\n"


def test_what_a_filter_makes_of_words_is_literal(styles: Path) -> None:
    assert printed(styles, "{{ sections[0].entries[0].text|upper }}") == "THE TIDE \\[X\\](Y) \\<B>\n"
    assert printed(styles, "{{ '# ' ~ meeting.title }}") == "\\# Harbour Board May 2024\n"


def test_a_users_template_may_build_on_a_house_style(styles: Path) -> None:
    assert "The tide" in printed(styles, "{% include 'narrative/notes.txt.j2' %}", "txt")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\n{{ meting.title }}", "notes.md.j2:2: 'meting' is unknown, did you mean 'meeting'?; correct the template"),
        (
            "a\n\n{{ meeting.titel }}",
            "notes.md.j2:3: a meeting has no 'titel', did you mean 'title'?; correct the template",
        ),
        (
            "{% for s in sections %}\n{{ s.entires }}{% endfor %}",
            "notes.md.j2:2: a section has no 'entires', did you mean",
        ),
        (
            "x\n{{ meeting.title|uper }}",
            "notes.md.j2:2: No filter named 'uper', did you mean 'upper'?; correct the template",
        ),
        ("x\n{% if %}", "notes.md.j2:2: Expected an expression, got 'end of statement block'; correct the template"),
        ("\n{{ 1 / 0 }}", "notes.md.j2:2: division by zero (ZeroDivisionError); correct the template"),
        ("\n{% include 'gone.j2' %}", "notes.md.j2:2: there is no template 'gone.j2' to include; correct the template"),
        ("{{ meeting.title|safe }}", "notes.md.j2:1: No filter named 'safe';"),
        ("{{ people.present|table('nam') }}", "notes.md.j2:1: a person has no 'nam', did you mean 'name'?"),
        ("\n{{ ''.__class__ }}", "notes.md.j2:2: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ meeting.__init__.__globals__ }}", "notes.md.j2:1: access to attribute '__init__'"),
        ("{{ '{0.__class__}'.format(meeting) }}", "notes.md.j2:1: access to attribute '__class__'"),
        ("{% include '../../../etc/passwd' %}", "notes.md.j2:1: there is no template '../../../etc/passwd' to include"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "notes.md.j2:1: the template calls itself without end"),
    ],
)
def test_a_template_that_cannot_be_used_says_where_and_why(styles: Path, template: str, message: str) -> None:
    assert problem(styles, template).startswith(message)


def test_a_template_that_is_no_text_is_refused(styles: Path) -> None:
    (styles / "own" / "notes.md.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match="UnicodeDecodeError"):
        render(meeting(), style="own", styles_folder=styles)


def test_a_template_that_asks_for_gigabytes_is_stopped(styles: Path) -> None:
    assert "too much" in problem(styles, "{{ 'x' * 10**10 }}")


def test_a_template_without_end_is_stopped(styles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confining, "SECONDS", 1.5)
    loop = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"
    assert "the template took more than 1.5 seconds" in problem(styles, loop)
