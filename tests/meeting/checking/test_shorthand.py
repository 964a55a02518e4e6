"""Shorthand that was left as typed is found, with the words that it may be."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.meeting.checked import AT, after, findings_of
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind
from tui.meeting.checking.fixes import fix
from tui.meeting.checking.house_style import HouseStyle

BOTH = ("+The strugglers were thanked", "+The stragglers were waited for")


def left(*lines: str) -> list[tuple[str, str]]:
    return [(one.words, one.suggestion) for one in findings_of(FindingKind.SHORTHAND, *lines)]


def test_letters_that_may_be_two_words_of_the_meeting_are_found_with_both() -> None:
    (finding,) = findings_of(FindingKind.SHORTHAND, *BOTH, "+The strgglrs came")
    assert finding.words == "strgglrs"
    assert finding.message == "“strgglrs” may be “strugglers” or “stragglers”: write it out"


def test_the_likelier_of_them_after_the_words_before_is_suggested_and_written() -> None:
    lines = ("+Nine stragglers waited", "+Nine stragglers left", "+The strugglers were thanked", "+Nine strgglrs came")
    (finding,) = findings_of(FindingKind.SHORTHAND, *lines)
    assert finding.suggestion == "stragglers"
    taker = after(*lines)
    assert fix(taker.journal, finding, AT).meeting.entries[-1].text == "Nine stragglers came"


@pytest.mark.parametrize(
    "line",
    [
        "+The strugglers came",
        "+The rhythms of the myths",
        "+They sent 5 mbps",
        "+Mr Strgglrs came",
        "+“strgglrs” was written",
        "+see strgglrs.org",
        "+[[strgglrs]] came",
        "%+The strgglrs came",
        "+The zxcvbnm came",
    ],
)
def test_words_names_quotations_and_what_is_restricted_are_passed_over(line: str) -> None:
    assert left(*BOTH, line) == []


def test_other_languages_have_words_of_their_own() -> None:
    meeting = after(*BOTH, "+The strgglrs came").meeting
    german = replace(meeting, language="de")
    assert not [one for one in check(german, HouseStyle()) if one.kind is FindingKind.SHORTHAND]
