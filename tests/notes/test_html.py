"""Notes as a web page: sound in structure, readable by everybody, sufficient to itself."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given

from tests.examples import covering, examples
from tests.notes.html_page import Element, blocks, read_page
from tests.notes.meetings import entry, meeting
from tests.notes.random_meetings import meetings
from tests.samples import FOLDER, SAMPLES, Sample
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Meeting, Section
from tui.notes.render import render
from tui.notes.templates.styles import style_names

STYLES = style_names()
styles = pytest.mark.parametrize("style", STYLES)
versions = pytest.mark.parametrize("version", ["public", "internal"])

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: between words and what is behind them."""


def page_of(shown: Meeting, style: str = "narrative", version: str = "public") -> str:
    return render(shown, style=style, fmt="html", version=version)


LANGUAGES = {"2026-06-betriebsrat": "de", "2026-07-cyngor-cymuned": "cy"}
"""The samples that are not in English."""


def check_structure(page: Element, language: str = "en-GB") -> None:
    """Hold a page to what a reader with a screen reader relies on."""
    html = page.one("html")
    assert html.attributes["lang"] == language
    assert page.one("title").words.strip()
    assert [element.tag for element in page.one("body").every("header", "main", "footer")][:2] == ["header", "main"]
    levels = [int(heading.tag[1]) for heading in page.every("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))
    assert all(heading.words.strip() for heading in page.every("h1", "h2", "h3", "h4", "h5", "h6"))
    labelled = [group for group in page.every("div") if group.attributes.get("aria-label")]
    named = {id(table) for group in labelled for table in group.every("table")}
    for table in page.every("table"):
        if table.attributes.get("class") == "roll":
            # Who voted how: no columns, each row begins with what it says of those named in it.
            assert all(next(iter(row.every("th", "td"))).attributes.get("scope") == "row" for row in table.every("tr"))
            continue
        assert id(table) in named or table.one("caption").words.strip()
        assert all(heading.attributes["scope"] == "col" for heading in table.one("thead").every("th"))
        assert all(heading.attributes["scope"] == "row" for heading in table.one("tbody").every("th"))
        assert id(table) in named or table.one("thead").words.strip()
        assert len({sum(1 for _ in row.every("th", "td")) for row in table.every("tr")}) == 1
    for items in page.every("ul"):
        assert {child.tag for child in items.children if isinstance(child, Element)} == {"li"}
        assert not "".join(child for child in items.children if isinstance(child, str)).strip()
    ids = [element.attributes["id"] for element in page.every() if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def check_self_contained(page: Element) -> None:
    """Hold a page to having no script and asking no other place for anything."""
    assert not list(page.every("script", "link", "img", "iframe", "object", "embed", "base", "form", "svg"))
    (policy,) = (meta for meta in page.every("meta") if meta.attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy.attributes["content"].startswith("default-src 'none';")
    for element in page.every():
        assert not [name for name in element.attributes if name.startswith("on") or name in ("src", "href", "style")]
    css = page.one("style").words
    assert "url(" not in css
    assert "@import" not in css


@covering("sample, style, version", SAMPLES, STYLES, ["public", "internal"], ids=lambda one: getattr(one, "name", one))
def test_a_sample_is_sound_in_structure(sample: Sample, style: str, version: str) -> None:
    page = read_page(page_of(read_meeting(FOLDER / f"{sample.name}.json"), style, version))
    check_structure(page, LANGUAGES.get(sample.name, "en-GB"))
    check_self_contained(page)


@styles
@examples(40, few=10)
@given(shown=meetings())
def test_any_meeting_is_sound_in_structure(style: str, shown: Meeting) -> None:
    for version in ("public", "internal"):
        page = read_page(page_of(shown, style, version))
        check_structure(page)
        check_self_contained(page)


@styles
def test_a_section_that_has_no_heading_has_no_empty_one(style: str) -> None:
    page = read_page(page_of(meeting(sections=(Section(id=1, heading=""), Section(id=2, heading="Silt"))), style))
    assert all(heading.words.strip() for heading in page.every("h2"))


def test_no_level_of_headings_is_left_out_where_the_agenda_leaves_one_out() -> None:
    sections = (Section(id=1, number="1.", heading="DREDGING"), Section(id=2, number="1.1.1", heading="Silt", level=3))
    page = read_page(page_of(meeting(sections=sections)))
    assert [(h.tag, h.words) for h in page.every("h2", "h3", "h4")][:2] == [("h2", "1. DREDGING"), ("h3", "1.1.1 Silt")]


def test_points_stand_in_lists_and_those_under_an_answer_in_lists_within() -> None:
    shown = meeting(
        entry(1, "question", "Is it deep?"),
        entry(2, "response", "It is.", speakers=("CP",)),
        entry(3, "point", "Four metres."),
        entry(4, "point", "Five in June."),
        entry(5, "response", "It was.", speakers=("DP",)),
        entry(6, "note", "The tide was low."),
        entry(7, "point", "Very low."),
    )
    first, second = list(read_page(page_of(shown, "findings")).every("ul"))[:2]
    assert blocks(first) == ["CP: It is.", "Four metres.", "Five in June.", "DP: It was."]
    assert blocks(second) == ["Four metres.", "Five in June."]


def test_an_owner_is_announced_as_such() -> None:
    page = read_page(page_of(meeting(entry(1, "action", "CP to look.", owners=("CP",)), entry(2, "action", "Who?"))))
    assert [owner.words for owner in page.every("p") if owner.attributes.get("class") == "owner"] == [
        "Owner: CP",
        "Owner: —",
    ]


def test_emphasis_is_kept() -> None:
    page = page_of(meeting(entry(1, "note", "The *Tern* is **lost** & *[[found*]].")))
    assert "The <em>Tern</em> is <strong>lost</strong> &amp; *[restricted]." in page


def test_right_to_left_words_turn_nothing_round_beside_them() -> None:
    assert "<p>LM noted: <bdi>שלום 3.</bdi></p>" in page_of(meeting(entry(1, "note", "שלום 3.", speakers=("LM",))))


def test_an_override_is_shown_and_not_obeyed() -> None:
    assert "<p>a\ufffdbc␛</p>" in page_of(meeting(entry(1, "note", "a\u202eb\u2066c\x1b")))


def test_spaces_typed_together_stay() -> None:
    page = page_of(meeting(entry(1, "note", "one  two\tthree")))
    assert "<span class=as-typed>one  two three</span>" in page
    assert re.search(r"\.as-typed \{ white-space: pre-wrap; \}", page)


def test_the_title_stands_on_every_printed_page_whatever_it_holds() -> None:
    page = page_of(meeting(title='A "B" </style><script>\\ 中'))
    (content,) = re.findall(r"@top-left \{ content: (.*?); font", page)
    assert content.startswith('"A \\22 B\\22  \\3c \\2f style\\3e \\3c script\\3e \\5c  \\4e2d " ')
    assert '"Page " counter(page) " of " counter(pages)' in page


@styles
def test_a_draft_says_so_at_its_head_and_on_every_printed_page(style: str) -> None:
    page = page_of(meeting(), style)
    if style == "agenda":
        # Nobody approves one, so that it is no draft.
        assert "DRAFT" not in page
        return
    assert [mark.words for mark in read_page(page).one("header").every("strong")] == ["DRAFT"]
    assert re.search(r'body::before \{\s+content: "DRAFT";\s+position: fixed;', page)


@styles
def test_the_internal_version_says_so_at_head_foot_and_edge(style: str) -> None:
    page = page_of(meeting(), style, "internal")
    draft = [] if style == "agenda" else ["DRAFT"]
    marks = [*draft, "INTERNAL: not for publication"]
    assert [mark.words for mark in read_page(page).one("header").every("strong")] == marks
    assert [mark.words for mark in read_page(page).one("footer").every("strong")] == marks
    joined = "DRAFT \\b7  " if draft else ""
    assert f'content: "{joined}INTERNAL\\3a  not for publication"' in page


def palettes(page: str) -> list[dict[str, str]]:
    """Give the colours of the page by day, by night and on paper, each with what it does not say itself."""
    found = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))
        for block in re.findall(r":root \{(.*?)\}", page, re.DOTALL)
    ]
    return [found[0] | palette for palette in found]


def luminance(colour: str) -> float:
    """Compute a colour's relative luminance as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_stand_out_from_what_is_behind_them() -> None:
    found = palettes(page_of(meeting()))
    assert len(found) == 3
    for palette in found:
        for ink in ("ink", "quiet", "accent"):
            for behind in ("paper", "tint"):
                light, dark = sorted((luminance(palette[ink]), luminance(palette[behind])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST, (ink, behind, palette)


def test_every_colour_of_words_is_one_of_the_palette() -> None:
    css = read_page(page_of(meeting())).one("style").words
    on_screen = css[: css.index("@page")]
    assert set(re.findall(r"(?<![\w-])color: ([^;]+);", on_screen)) <= {"var(--ink)", "var(--quiet)", "var(--accent)"}
