"""No template that travels with the program holds a word of a language: they all come from the language's words."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment, nodes

from tui.meeting.decisions.motions import Role
from tui.meeting.kinds import KINDS
from tui.meeting.model import SectionState, Status
from tui.notes.formats import FORMATS
from tui.notes.templates.look import Column
from tui.notes.templates.styles import style_names
from tui.notes.view import values
from tui.resources import shipped

TEMPLATES = shipped("templates")
PAGES = sorted(path for path in TEMPLATES.rglob("*.j2"))
WORD_FILES = sorted(TEMPLATES.rglob("notes.docx"))
_TAG = re.compile(r"<[^>]*>")
_SHOWN_ATTRIBUTE = re.compile(r"\b(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TEXT_IN_CSS = re.compile(r"content:\s*([^;]*);")
_LENGTH = re.compile(r"\b\d+mm\b")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_WORD_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def names() -> set[str]:
    """Give what a template may quote: the names of the view and of its values, files, and what Jinja2 calls its own."""
    view = [one for one in vars(values).values() if isinstance(one, type) and issubclass(one, values.Shown)]
    fields = {field for one in view for field in one.__struct_fields__}
    known = {"answer", "text", "internal", "public", "equalto", "name", *get_args(Column)}
    return fields | set(KINDS) | {*SectionState, *Status, *get_args(Role)} | set(FORMATS) | known


def literals(source: str, *, css: bool = False) -> list[str]:
    """Find the words that a template prints by itself."""
    environment = Environment(trim_blocks=True, lstrip_blocks=True)
    data = "".join(f" {value} " for _, kind, value in environment.lex(source) if kind == "data")
    shown = " ".join(_SHOWN_ATTRIBUTE.findall(data))
    if css:
        data = " ".join(re.findall(r'"([^"]*)"', " ".join(_TEXT_IN_CSS.findall(data))))
    else:
        data = _TAG.sub(" ", _STYLE.sub(" ", data))
    # The classes of a page: the name of its style, the part of a decision in a motion's way.
    classes = {*style_names(), *get_args(Role)}
    found = [one for one in _LETTERS.findall(f"{data} {shown}") if one not in classes]
    allowed = names()
    for const in environment.parse(source).find_all(nodes.Const):
        if isinstance(const.value, str) and const.value not in allowed and not const.value.endswith(".j2"):
            found += _LETTERS.findall(_LENGTH.sub("", _TAG.sub("", const.value)))
    return found


def word_literals(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if re.match(r"word/(doc|head|foot)", name)]
    source = "\n".join("".join(_WORD_TEXT.findall(paragraph)) for part in parts for paragraph in part.split("</w:p>"))
    source = re.sub(r"\{%(?:p|tr|tc) ", "{% ", source).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
    return literals(source)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_page_holds_no_words_of_its_own(page: Path) -> None:
    assert literals(page.read_text(encoding="utf-8"), css=".css." in page.name) == []


@pytest.mark.parametrize("file", WORD_FILES, ids=lambda path: path.parent.name)
def test_a_word_file_holds_no_words_of_its_own(file: Path) -> None:
    assert word_literals(file) == []


@pytest.mark.parametrize(
    "source",
    [
        "Apologies: {{ words.none }}",
        "<p>None.</p>",
        "{{ 'Findings'|fill }}",
        '<div aria-label="Table"></div>',
        "{% set x = 'Present' %}",
    ],
)
def test_the_check_finds_a_word(source: str) -> None:
    assert literals(source) != []


def test_the_check_finds_words_in_a_style_sheet() -> None:
    assert literals('p { content: "Page " counter(page); }', css=True) == ["Page"]
    assert literals('p { content: "{{ words.page }} " counter(page); }', css=True) == []
