"""Word templates: those of the house as they are made, and those that an office makes of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docs.tools.word_templates.bodies import BODIES
from docs.tools.word_templates.house_styles import template_of
from docs.tools.word_templates.markup import paragraph, table, tag
from tests.notes.docx.reading_docx import blocks, members, opened
from tests.notes.docx.test_safety import own_style
from tests.notes.meetings import entry, meeting
from tests.places import ROOT
from tui.errors import BadInput
from tui.notes.render import render, render_file
from tui.resources import shipped


def printed(styles: Path, *body: str) -> list[str]:
    own_style(styles, "".join(body))
    shown = meeting(entry(1, "note", "The *tide* <b>"))
    return blocks(render_file(shown, style="own", fmt="docx", styles_folder=styles))


def problem(styles: Path, *body: str) -> str:
    with pytest.raises(BadInput) as raised:
        printed(styles, *body)
    return str(raised.value).removeprefix(str(styles / "own") + "/")


@pytest.mark.parametrize("style", sorted(BODIES))
def test_the_house_templates_are_those_that_are_made(style: str) -> None:
    kept = (shipped("templates") / style / "notes.docx").read_bytes()
    assert members(kept) == members(template_of(style))


@pytest.mark.parametrize("style", sorted(BODIES))
def test_an_office_may_save_a_template_anew(style: str, tmp_path: Path) -> None:
    shown = meeting(entry(1, "question", "Is it *dry*?", speakers=("HC",)), entry(2, "action", "CP to look."))
    document = opened((shipped("templates") / style / "notes.docx").read_bytes())
    document.styles["Action"].font.name = "Georgia"
    (tmp_path / "ours").mkdir()
    document.save(str(tmp_path / "ours" / "notes.docx"))
    ours = render_file(shown, style="ours", fmt="docx", styles_folder=tmp_path)
    assert blocks(ours) == blocks(render_file(shown, style=style, fmt="docx"))
    assert opened(ours).styles["Action"].font.name == "Georgia"


def test_a_tag_that_word_has_parted_is_read_all_the_same(tmp_path: Path) -> None:
    parted = "<w:r><w:t>{{ meeting.ti</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t>tle }}</w:t></w:r>"
    assert printed(tmp_path, paragraph("Note", parted)) == ["Harbour Board May 2024"]


def test_quotation_marks_that_word_has_curled_are_read_all_the_same(tmp_path: Path) -> None:
    assert printed(tmp_path, paragraph("Note", "{{ people.present[0].name if fmt == ‘docx’ }}")) == ["Rosa Quill"]


def test_words_are_literal_in_a_users_word_file(tmp_path: Path) -> None:
    words = "{{ sections[0].entries[0].text }}"
    assert printed(tmp_path, paragraph("Note", words)) == ["The tide <b>"]
    assert printed(tmp_path, paragraph("Note", words.replace(" }}", "|upper }}"))) == ["THE TIDE <B>"]
    assert printed(tmp_path, paragraph("Note", "{{ '<w:p/>' ~ meeting.date }}")) == ["<w:p/>7 May 2024"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            paragraph("Note", "Dear all") + paragraph("Note", "{{ meting.title }} and so on"),
            "notes.docx: 'meting' is unknown, did you mean 'meeting'?, near “{{ meting.title }}”; correct the template",
        ),
        (
            paragraph("Note", "Of {{ meeting.titel }}"),
            "notes.docx: a meeting has no 'titel', did you mean 'title'?, near “{{ meeting.titel }}”; correct",
        ),
        (
            tag("for s in sections") + paragraph("Note", "{{ s.entires }}") + tag("endfor"),
            "notes.docx: a section has no 'entires', did you mean 'entries'?, near “{{ s.entires }}”; correct",
        ),
        (
            paragraph("Note", "{{ meeting.title|uper }}"),
            "notes.docx: No filter named 'uper', did you mean 'upper'?, near “{{ meeting.title|uper }}”; correct",
        ),
        (paragraph("Note", "{{r meeting.title }}"), "notes.docx: “Harbour Board May 2024” is printed outside of every"),
        (paragraph("Note", "{{p meeting.title }}"), "notes.docx: “Harbour Board May 2024” is printed outside of every"),
        (
            paragraph("Note", "{% if not meeting.title %}") + tag("endif"),
            "notes.docx: what is printed is no Word file; a tag",
        ),
        (tag("if meeting.title"), "notes.docx: Unexpected end of template. Jinja was looking for"),
        (paragraph("Note", "The sum {{ 1 / 0 }}"), "notes.docx: division by zero (ZeroDivisionError), near “The sum"),
        (paragraph("Note", "{{ meeting.title|safe }}"), "notes.docx: No filter named 'safe', near"),
        (paragraph("Note", "{{ ''.__class__.__mro__ }}"), "notes.docx: access to attribute '__class__' of 'str'"),
        (paragraph("Note", "{{ meeting.__init__.__globals__ }}"), "notes.docx: access to attribute '__init__'"),
        (paragraph("Note", "{{ meeting|attr('__class__') }}"), "notes.docx: "),
        (paragraph("Note", "{{ '{0.__class__}'.format(meeting) }}"), "notes.docx: access to attribute '__class__'"),
        (paragraph("Note", "{% include '/etc/passwd' %}"), "notes.docx: there is no template '/etc/passwd' to incl"),
        (paragraph("Note", "{{ 'x' * 10**10 }}"), "notes.docx: the template needs too much"),
        (paragraph("Note", "{%tr if meeting.title %} lost"), "notes.docx: "),
        (
            table((2000,), ("Name",), (paragraph("Note", "{{ person.nam }}"),), loop="person in people.present"),
            "notes.docx: a person has no 'nam', did you mean 'name'?, near “{{ person.nam }}”; correct the template",
        ),
    ],
)
def test_a_word_file_that_cannot_be_used_says_where_and_why(tmp_path: Path, body: str, message: str) -> None:
    assert problem(tmp_path, body).startswith(message)


def test_an_error_in_a_header_says_so(tmp_path: Path) -> None:
    own_style(tmp_path, paragraph("Note", "fine"))
    path = tmp_path / "own" / "notes.docx"
    document = opened(path.read_bytes())
    document.sections[0].header.paragraphs[0].text = "{{ meeting.titel }}"
    document.save(str(path))
    with pytest.raises(BadInput, match=r"did you mean 'title'\?, in a header, near “{{ meeting.titel }}”"):
        render_file(meeting(), style="own", fmt="docx", styles_folder=tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"{{ meeting.title }}"])
def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "notes.docx").write_bytes(content)
    with pytest.raises(BadInput, match="the template is not a Word file; save it from Word"):
        render_file(meeting(), style="own", fmt="docx", styles_folder=tmp_path)


def test_a_style_without_a_word_file_names_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "notes.md.j2").write_text("x", encoding="utf-8")
    with pytest.raises(BadInput, match="the style own has no format 'docx'; it has md"):
        render_file(meeting(), style="own", fmt="docx", styles_folder=tmp_path)


def test_a_word_file_is_no_text_and_text_is_a_file_of_utf_8() -> None:
    with pytest.raises(BadInput, match="docx is a file, not text; name a file to write it to"):
        render(meeting(), fmt="docx")
    assert render_file(meeting(title="Résumé"), fmt="txt") == render(meeting(title="Résumé"), fmt="txt").encode()


@pytest.mark.parametrize(
    "modules", ["tui.cli", "tui.notes.render, tui.notes.templates.escaping, tui.notes.templates.environment"]
)
def test_nothing_but_a_word_file_pays_for_the_libraries_of_word(modules: str) -> None:
    program = (
        f"import sys, {modules}\n"
        "from tests.notes.meetings import meeting\n"
        "from tui.notes.render import render\n"
        "render(meeting(), fmt='md')\n"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'docx', 'docxtpl', 'lxml', 'docxcompose'})"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
