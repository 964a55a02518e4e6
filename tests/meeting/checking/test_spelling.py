"""Which words of a meeting a dictionary is asked about, and what is found of those that it does not know."""

from __future__ import annotations

import pytest

from tests.meeting.checked import HOUSE, after
from tui.meeting.checking.check import dictionary_words, examine
from tui.meeting.checking.findings import Finding, FindingKind


def found(*lines: str, unknown: dict[str, str]) -> list[Finding]:
    meeting = after(*lines).meeting
    return [one for one in examine(meeting, HOUSE, unknown=unknown) if one.kind is FindingKind.SPELLING]


def test_each_place_of_an_unknown_word_is_found_with_what_may_be_meant() -> None:
    findings = found("+The letter was recieved", "-it was recieved late", unknown={"recieved": "received"})
    assert [(one.words, one.suggestion, one.span) for one in findings] == [
        ("recieved", "received", (15, 23)),
        ("recieved", "received", (7, 15)),
    ]
    assert len({one.name for one in findings}) == 1
    assert findings[0].message == "no dictionary has “recieved”: “received” perhaps"


@pytest.mark.parametrize(
    "line",
    [
        "+The Zzyzx pier, in Zzyzx",
        "+The ZZYZX and the zzYZX",
        "+zzyzx2 and 4zzyzx, 3rd",
        "+see www.zzyzx.org or mail zzyzx@example.org or https://example.org/zzyzx",
        "+C:\\zzyzx and /zzyzx/qq, zzyzx.txt",
        "+he said “zzyzx is what it is”",
        "+they had *zzyzx here* before them",
        "+The offer was [[zzyzx]]",
        "%+the zzyzx was late",
        "!PCC to write to @zzyzx ^Friday",
        "+£zzyzx and ??zzyzx_1",
    ],
)
def test_names_abbreviations_numbers_addresses_and_restricted_words_are_never_asked_about(line: str) -> None:
    meeting = after(line).meeting
    assert not {word for word in dictionary_words(meeting) if "zzyzx" in word.casefold()}
    assert [f for f in examine(meeting, HOUSE, unknown={"zzyzx": ""}) if f.kind is FindingKind.SPELLING] == []


def test_what_hangs_on_a_restricted_entry_is_not_asked_about_either() -> None:
    meeting = after("%+why it was late", "-the zzyzx was broken").meeting
    assert "zzyzx" not in dictionary_words(meeting)


def test_words_of_the_agenda_and_apostrophes_and_hyphens() -> None:
    words = dictionary_words(after("+the officer’s well-kept matters don't wait; co-operation").meeting)
    assert {"officer's", "well-kept", "don't", "co-operation", "wait"} <= words
