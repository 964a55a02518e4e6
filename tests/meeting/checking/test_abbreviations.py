"""Abbreviations are found at the first use that nothing explains."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.meeting.checked import HOUSE, after, findings_of
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind


def unexplained(*lines: str) -> list[tuple[str, str]]:
    """Give the abbreviations found and what is suggested for each."""
    return [(f.words, f.suggestion) for f in findings_of(FindingKind.ABBREVIATION, *lines)]


def test_the_first_use_alone_is_found() -> None:
    assert unexplained("+The OCC moved", "+The OCC stayed") == [("OCC", "")]


@pytest.mark.parametrize(
    "line",
    [
        "+The Operational Command Centre (OCC) moved",
        "+The Operational Command Centre (the OCC) moved",
        "+The Operational Command Centre (“OCC”) moved",
        "+The OCC (Operational Command Centre) moved",
        "#Operational Command Centre (OCC)",
        "/rename Operational Command Centre (OCC)",
    ],
)
def test_what_is_explained_before_or_there_is_known(line: str) -> None:
    assert unexplained(line, "+The OCC stayed, and two more OCCs") == []


def test_what_is_explained_only_afterwards_is_found_with_the_words_to_write() -> None:
    (finding,) = findings_of(FindingKind.ABBREVIATION, "+The OCC moved", "+The Operational Command Centre (OCC)")
    assert finding.suggestion == "Operational Command Centre (OCC)"
    assert "only afterwards" in finding.message
    assert unexplained("+The OCC moved, since the Operational Command Centre (OCC) must") == [
        ("OCC", "Operational Command Centre (OCC)")
    ]


def test_what_the_list_explains_is_suggested_with_its_article() -> None:
    assert unexplained("+They wrote to the CPS") == [("CPS", "Crown Prosecution Service (CPS)")]
    assert unexplained("+Two CPSs") == [("CPSs", "Crown Prosecution Services (CPSs)")]
    assert unexplained("+It was a DfE rule") == [("a DfE", "a Department for Education (DfE)")]


@pytest.mark.parametrize(
    "line",
    [
        "+NS and MT met the NHS in the UK",
        "+It was NOT for ALL",
        "+Phase II and item XIV",
        "+THE WHOLE NOTE IS SHOUTED AT THE OCC",
        "#The OCC",
        "+[[The OCC]] and “the OCC” and *The OCC*",
        "%+The OCC",
        "+Room B2, the M25, an X-RAY and COVID19",
        "+The U.K. and the I.D.",
        "!ALL to ring NS ^Friday",
    ],
)
def test_what_needs_no_explanation_is_left_alone(line: str) -> None:
    assert unexplained(line) == []


def test_people_s_posts_and_organisations_are_known_from_the_agenda() -> None:
    meeting = after("+The OPCC wrote to the OSC").meeting
    header = (*meeting.header, ("Minutes", "Odell Noakes, Policy Officer, OPCC"))
    capacity = "Member of the Overview and Scrutiny Committee (OSC)"
    people = (*meeting.people[:-1], replace(meeting.people[-1], capacity=capacity))
    assert check(replace(meeting, header=header, people=people), HOUSE) == ()


def test_a_waiver_s_name_does_not_hang_on_the_words_around_it() -> None:
    (before,) = findings_of(FindingKind.ABBREVIATION, "+The OCC moved")
    (after_it,) = findings_of(FindingKind.ABBREVIATION, "+The OCC moved", "s/moved/stayed/")
    assert before.name == after_it.name
