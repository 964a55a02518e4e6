"""What stands in brackets on a paper is restricted in the meeting made of it, wherever on the paper it stands."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import json

from tests.examples import examples
from tui.meeting.redaction.public_version import public
from tui.papers.agenda import read_paper
from tui.papers.reading.source import read_bytes

HEAD = "From: Jan Holm <jan@example.org>\nTo: all@example.org\nSubject: {}\n"
ITEMS = "Tuesday 4 June 2024 10:00\n\n1. Apples\n2. Pears\n"
PAPERS = {
    "the subject of a mail": (".eml", HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + ITEMS),
    "the subject of an answer": (".eml", HEAD.replace("{}", "Re: Agenda for {}, 4 June 2024") + "\n" + ITEMS),
    "the subject of a mail that was pasted": (".txt", HEAD + "\nHi all, we meet on " + ITEMS),
    "the title of a page": (
        ".html",
        "<html><head><title>{} | Site</title></head><body><p>Tuesday 4 June 2024</p><ol><li>Apples<li>Pears</ol>",
    ),
    "the front matter of a page": (".md", "---\ntitle: {}\ndate: 2024-06-04\n---\n\n1. Apples\n2. Pears\n"),
    "a title": (".md", "# Board of {}\n\nDate: 4 June 2024\n\n1. Apples\n2. Pears\n"),
    "a key of the head": (".md", "# Board\n\nDate: 4 June 2024\nVenue: {}\nRoom: {}\n\n1. Apples\n2. Pears\n"),
    "people": (
        ".txt",
        "Board\nDate: 4 June 2024\nPresent: {}\nApologies for absence: {}\n1. Apples ({})\n2. Pears – {}\n",
    ),
    "a table of items": (
        ".md",
        "# Board\n\nDate: 4 June 2024\n\n| # | Item | Who |\n|---|---|---|\n| 1 | {} | Bo Oak |\n| 2 | Pears | {} |\n",
    ),
}
WORDS = ("Zqa Zqb (zqc), Zqd Zqe; Zqf", "Zqa: zqb – zqc / zqd", "Zqa Zqb, zqc of zqd (ZQE)", "Zqa zqb of Zqc zqd")
SECRET = re.compile("zq[a-z]", re.IGNORECASE)


@st.composite
def bracketed(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Make words with brackets round any stretch of them, and tell which of them stand in the brackets."""
    words = draw(st.sampled_from(WORDS))
    edges = sorted({at for found in re.finditer(r"\w+|[^\w\s]", words) for at in found.span()})
    start, end = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True)))
    opening, closing = draw(st.sampled_from([("[[", "]]"), ("[[ ", " ]] "), ("[[", "")]))
    end = end if closing else len(words)
    within = {found[0] for found in SECRET.finditer(words) if start <= found.start() and found.end() <= end}
    return f"{words[:start]}{opening}{words[start:end]}{closing}{words[end:]}", within


@pytest.mark.parametrize("where", PAPERS)
@examples(100, few=12)
@given(written=bracketed())
def test_what_stands_in_brackets_is_in_no_public_version(where: str, written: tuple[str, set[str]]) -> None:
    words, secret = written
    assume(secret)
    suffix, paper = PAPERS[where]
    content = paper.replace("{}", words).encode()
    meeting = read_paper(read_bytes(content, f"x{suffix}", suffix).document, fallback=date(2024, 6, 4)).meeting
    page = json.encode(public(meeting)).decode().casefold()
    assert [word for word in secret if word.casefold() in page] == []


@pytest.mark.parametrize("written", ["Board [[Hearing of Fred]]", "[[Board Hearing of Fred]]"])
def test_a_title_from_a_mails_subject_keeps_its_brackets(written: str) -> None:
    for suffix in (".eml", ".txt"):
        content = (HEAD.replace("{}", written) + "\n" + ITEMS).encode()
        assert read_paper(read_bytes(content, f"x{suffix}", suffix).document).meeting.title == written
