"""Wherever in a line brackets are typed, what stands between them is in no public version: pieces of it neither."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import json

from tests.examples import examples
from tui.errors import Refused
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.redaction.follower_view import for_chair, for_room
from tui.meeting.redaction.public_version import public
from tui.papers.agenda import read_agenda

AT = datetime(2024, 6, 4, 11, tzinfo=UTC)
AGENDA = """# Quay Committee

Date: Tuesday 4 June 2024 10:00
Chair: Jane Brown

## Attendance
- Jane Brown, Chair of the Board (CB)
- Ann Lee, Chief Constable (CC)
- Bo Oake, Deputy (DCC)

## Agenda
1. Matters arising
2. Any other business
"""
BEFORE = ("/start 10:00", "!CC to buy rope by Friday", "+plain note about a bench")
LINES = (
    "?zqa zqb: zqc zqd",
    "!@zqa zqb ^zqc zqd",
    "!Zqa and Zqb to zqc by the zqd meeting <A1",
    "=zqa zqb prop Zqc Zqd, sec Zqe; For: CC, Zqg; against: Zqh Zqi",
    "|zqa | zqb | zqc",
    "/section 7 Zqa: zqb (Zqc) zqd",
    "/rename Zqa zqb",
    "/arrive Zqa Zqb, zqc zqd (ZQE)",
    "/apologies Zqa Zqb, zqc",
    "/interest Ann Lee, pecuniary, zqa zqb",
    "/interest CC, zqa, zqb; zqc, zqd",
    "/title Quay Zqa zqb",
    "/venue Zqa zqb, zqc",
    "/details Zqa: zqb: zqc",
    "/person Bo Oake = Zqa Zqb, zqc zqd (ZQE)",
    "/resume 19:30, chair Zqa Zqb",
    "s/plain/zqa zqb/",
    "s|rope|zqa: zqb|",
    "The CC asked zqa; Both the CC and DCC said: zqb",
)
"""Lines of every sort; the words that begin with zq stand nowhere else."""
SECRET = re.compile("zq[a-z]", re.IGNORECASE)


@pytest.fixture(scope="module")
def running() -> Journal:
    journal = Journal(meeting=read_agenda(AGENDA, "agenda.md").meeting)
    for line in BEFORE:
        journal = enter(journal, line, AT).journal
    return journal


@st.composite
def bracketed(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Make a line with brackets round any stretch of it, closed or not, and tell the words that stand between them."""
    line = draw(st.sampled_from(LINES))
    edges = sorted({0, len(line), *(at for found in re.finditer(r"\w+|[^\w\s]", line) for at in found.span())})
    start, middle, end = sorted(draw(st.lists(st.sampled_from(edges), min_size=3, max_size=3)))
    closing = draw(st.sampled_from(["]]", " ]] ", ""]))
    end = end if closing else len(line)
    inner = f"{line[start:middle]}[[{line[middle:end]}]]" if draw(st.booleans()) else line[start:end]
    within = {found[0] for found in SECRET.finditer(line) if start <= found.start() and found.end() <= end}
    return f"{line[:start]}[[{inner}{closing}{line[end:]}", within


def shown(meeting: Meeting) -> str:
    copies = (public(meeting), for_chair(meeting), for_room(meeting))
    return re.sub('"id":"[0-9a-f]+"', "", json.encode(copies).decode()).casefold()


@examples(300, few=120)
@given(typed=bracketed())
def test_what_stands_in_brackets_is_in_no_public_version(running: Journal, typed: tuple[str, set[str]]) -> None:
    line, secret = typed
    assume(secret)
    try:
        after = enter(running, line, AT).journal.meeting
    except Refused:
        return
    page = shown(after)
    assert [word for word in secret if word.casefold() in page] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/interest Ann Lee, [[pecuniary, works for the bidder]]", "[[pecuniary]] interest in"),
        ("/interest Ann Lee, pecuniary, [[works for the bidder]]", "declared a pecuniary interest in"),
    ],
)
def test_an_interest_is_restricted_as_far_as_it_was_typed_so(running: Journal, line: str, told: str) -> None:
    text = enter(running, line, AT).journal.meeting.entries[-1].text
    assert told in text
    assert "[[works for the bidder]]" in text


def test_a_line_of_the_head_keeps_the_brackets_that_stand_round_its_key_and_words(running: Journal) -> None:
    header = enter(running, "/details [[Hearing: Fred [[Doe]]]]", AT).journal.meeting.header
    assert header[-1] == ("[[Hearing]]", "[[Fred Doe]]")
