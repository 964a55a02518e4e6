"""Numbers of pages that run on through a minute book."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.meeting.checked import NO_STYLE
from tui.meeting.agenda.page_numbers import mispaged, pages_of, pages_on
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind
from tui.meeting.model import Meeting, Publication
from tui.notes.render import render

MAY, JUNE = date(2024, 5, 7), date(2024, 6, 4)


def held(day: date, pages: str, *, key: str = "Pages", printed: int | None = None) -> Meeting:
    out = Publication(at=datetime(2024, 5, 9, 9), folder="/set", style="formal", revision=1, pages=printed)
    return Meeting(
        id=f"{day:%Y%m%d}".zfill(32),
        title="Burial Board",
        date=day,
        header=((key, pages),) if pages else (),
        published=(out,) if printed else (),
    )


@pytest.mark.parametrize(
    ("said", "first", "last", "around"),
    [
        ("1043", 1043, None, ("", "")),
        ("1043–1046", 1043, 1046, ("", "")),
        ("1043-1046", 1043, 1046, ("", "")),
        ("1043 to 1046", 1043, 1046, ("", "")),
        ("24/45", 45, None, ("24/", "")),
        ("45/24", 45, None, ("", "/24")),
        ("24/45 to 24/48", 45, 48, ("24/", "")),
        ("12–9", 12, None, ("", "")),
    ],
)
def test_the_head_gives_the_first_page_and_the_last(
    said: str, first: int, last: int | None, around: tuple[str, str]
) -> None:
    pages = pages_of(held(MAY, said))
    assert pages is not None
    assert (pages.first, pages.last, (pages.before, pages.after)) == (first, last, around)


@pytest.mark.parametrize("words", ["", "see the folder", "A to F"])
def test_what_is_no_number_is_no_page(words: str) -> None:
    assert pages_of(held(MAY, words)) is None


@pytest.mark.parametrize(
    ("said", "printed", "day", "following"),
    [
        ("1043–1046", None, JUNE, "1047"),
        ("1043", 3, JUNE, "1046"),
        ("1043", None, JUNE, "??"),
        ("24/45 to 24/48", None, JUNE, "24/49"),
        ("24/45 to 24/48", None, date(2025, 1, 7), "25/1"),
        ("45/24", 4, date(2025, 1, 7), "1/25"),
    ],
)
def test_the_next_meeting_begins_on_the_page_after_the_last(
    said: str, printed: int | None, day: date, following: str
) -> None:
    assert pages_on(held(day, ""), [held(MAY, said, printed=printed)]).said("Pages") == following


def test_pages_begin_anew_with_the_year_where_they_did_before() -> None:
    year = [held(date(2024, 12, 3), "41–44"), held(date(2024, 1, 9), "1–3"), held(date(2023, 12, 5), "58–60")]
    assert pages_on(held(date(2025, 1, 7), ""), year).said("Pages") == "1"
    assert mispaged(held(date(2025, 1, 7), "1"), year) == ""
    assert mispaged(held(date(2025, 1, 7), "45"), year) == (
        "the pages begin anew with the year: these notes begin on page 1"
    )
    assert pages_on(held(date(2024, 12, 17), ""), year).said("Pages") == "45"
    assert pages_on(held(date(2025, 1, 7), ""), year[:1]).said("Pages") == "45"


def test_the_first_time_that_pages_begin_anew_is_no_page_used_twice() -> None:
    assert mispaged(held(date(2024, 5, 14), "1"), [held(date(2024, 4, 2), "41–44")]) == ""
    assert mispaged(held(JUNE, "1"), [held(MAY, "41–44")]) != ""


def test_a_first_page_that_nobody_knows_is_a_gap_that_the_check_asks_for() -> None:
    june = pages_on(held(JUNE, ""), [held(MAY, "1043")])
    assert [one.kind for one in check(june, NO_STYLE)] == [FindingKind.GAP]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("1047", ""),
        ("1046", "page 1046 was used on 7 May 2024 already: these notes begin on page 1047"),
        ("1050", "the notes of 7 May 2024 end on page 1046: page 1047 is left out, or say why"),
    ],
)
def test_a_page_used_twice_or_left_out_is_found(first: str, found: str) -> None:
    may, june = held(MAY, "1043–1046"), held(JUNE, first)
    assert mispaged(june, [may]) == found
    numbered = [one.message for one in check(june, NO_STYLE, series=[may]) if one.kind is FindingKind.NUMBER]
    assert numbered == ([found] if found else [])


@pytest.mark.parametrize(
    ("said", "content"), [("1043", '"" counter(page) ""'), ("24/45", '"24\\2f " counter(page) ""')]
)
def test_on_paper_the_pages_go_on_and_how_many_there_are_is_not_said(said: str, content: str) -> None:
    page = render(held(MAY, said), style="formal", fmt="html")
    assert content in page
    assert "counter(pages)" not in page
    assert f"counter-reset: page {said.rpartition('/')[2]};" in page
    assert "counter(pages)" in render(held(MAY, said), style="agenda", fmt="html")
    assert "<dt>Pages" not in page


@pytest.mark.parametrize(("language", "key"), [("de", "Seite"), ("fr", "Folio"), ("es", "Página"), ("cy", "Tudalen")])
def test_every_language_has_a_line_for_the_pages(language: str, key: str) -> None:
    assert pages_of(held(MAY, "1043", key=key)) is not None, language
