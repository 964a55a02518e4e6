"""Addresses in the notes: links where the format has them, and words where a link cannot be."""

from __future__ import annotations

import re

import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from tests.notes.docx.reading_docx import opened
from tests.notes.html_page import read_page
from tests.notes.meetings import entry, meeting
from tui.meeting.model import Meeting
from tui.notes.render import render, render_file
from tui.notes.templates.escaping import finished_html, html
from tui.notes.view.words import ViewText

TEXT = "See https://example.org/a?b=c&d='e, www.example.org and quay@example.org; not javascript:alert(1)."
LEADS = ["https://example.org/a?b=c&d=", "https://www.example.org", "mailto:quay@example.org"]


def shown(text: str) -> Meeting:
    return meeting(entry(1, "note", text), entry(2, "decision", text))


def word_links(page: Meeting, version: str = "public") -> list[str]:
    document = opened(render_file(page, fmt="docx", version=version))
    links = document.element.body.iter(qn("w:hyperlink"))
    return [document.part.rels[link.get(qn("r:id"))].target_ref for link in links]


def test_an_address_is_a_link_in_html_markdown_and_word_and_words_in_plain_text() -> None:
    page = shown(TEXT)
    links = list(read_page(render(page, fmt="html")).every("a"))
    assert [link.attributes["href"] for link in links] == LEADS * 2
    assert [link.words for link in links] == ["https://example.org/a?b=c&d=", "www.example.org", "quay@example.org"] * 2
    tokens = MarkdownIt("commonmark").parse(render(page, fmt="md"))
    opens = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert [child.attrs["href"] for child in opens] == LEADS * 2
    assert word_links(page) == LEADS * 2
    assert TEXT in " ".join(render(page, fmt="txt").split())


@pytest.mark.parametrize("fmt", ["html", "md", "docx"])
def test_a_public_page_leads_nowhere_that_is_restricted(fmt: str) -> None:
    page = shown("See https://example.org/[[4711]] and [[https://example.com/secret]] and https://example.net/x")
    printed = render_file(page, fmt=fmt, version="public")
    assert b"4711" not in printed
    if fmt == "docx":
        assert word_links(page) == ["https://example.net/x"] * 2
    else:
        links = re.findall(r"(?:href=\"|<)(https?://[^\">]+)", printed.decode())
        assert links == ["https://example.net/x"] * 2


def test_an_address_within_a_tag_a_title_or_a_link_stays_words() -> None:
    words = html(ViewText.of("https://example.org/onclick=alert(1)"))
    plain = "https://example.org/onclick=alert(1)"
    for around in ('<p title="{}">x</p>', "<p title='>{}'>x</p>", "<title>{}</title>", '<a href="#1"><b>{}</b></a>'):
        assert finished_html(around.format(words)) == around.format(plain)
    assert finished_html(f"<p>{words}</p>") == f'<p><a href="{plain}">{plain}</a></p>'


def test_an_address_in_the_title_and_in_a_header_line_harms_no_page() -> None:
    page = meeting(title="Board www.example.org", header=(("Papers", "https://example.org/p"),))
    read = read_page(render(page, fmt="html"))
    assert read.one("title").words == "Board www.example.org – Meeting Notes"
    assert [link.attributes["href"] for link in read.every("a")] == ["https://www.example.org", "https://example.org/p"]
    assert opened(render_file(page, fmt="docx")).core_properties.title == "Board www.example.org"
