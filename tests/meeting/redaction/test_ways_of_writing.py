"""However restricted words are written, none of them gets into the public version."""

from __future__ import annotations

from datetime import datetime

import pytest

from tui.meeting.capture.capture import enter
from tui.meeting.capture.describe_line import describe_line
from tui.meeting.capture.line_reader import words_at
from tui.meeting.capture.pasting import enter_lines
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.redaction.public_version import public
from tui.meeting.text.brackets import NOT_CLOSED, NOT_OPENED, carried
from tui.papers.agenda import read_agenda
from tui.papers.draft import Draft

NOW = datetime(2024, 6, 4, 10, 0)
AGENDA = """# Quay Committee June 2024

Date: Tuesday 4 June 2024 10:00
Chair: Jane Brown
{header}

## Attendance
- Jane Brown, Chair of the Board (CB)
- Ann Lee, Chief Constable (CC)
{people}

## Agenda
1. Matters arising
2. Holding to account
{sections}
3. Any other business
"""


def agenda(header: str = "", people: str = "", sections: str = "") -> Draft:
    return read_agenda(AGENDA.format(header=header, people=people, sections=sections), "a.md")


def captured(*lines: str) -> Meeting:
    journal = Journal(meeting=agenda().meeting)
    for line, _ in carried(lines, words_at):
        journal = enter(journal, line, NOW).journal
    return journal.meeting


def check(meeting: Meeting) -> None:
    """Fail where the secret is missing from the meeting, or is in its public version."""
    assert "Zanzibar" in repr(meeting)
    assert "Zanzibar" not in repr(public(meeting))
    assert "Kim" not in repr(public(meeting))


@pytest.mark.parametrize(
    "people",
    [
        "- [[Kim Doe, Zanzibar]]",
        "[[- Kim Doe, Zanzibar]]",
        "- [[Kim Doe, Zanzibar (KD)]]",
        "- [[Kim Doe, Zanzibar]] (KD)",
        "- **[[Kim Doe, Zanzibar]]**",
        "- [[**Kim Doe**, Zanzibar]]",
        "- [[[[Kim Doe]], Zanzibar]]",
        "- [[Kim Doe – Zanzibar]]",
        "- [[Kim Doe (Zanzibar)]]",
        "1. [[Kim Doe, Zanzibar]]",
        "* [[Kim Doe]], [[Zanzibar]]",
        "| [[Kim Doe | Zanzibar]] | KD |",
        "| [[Kim Doe]] | [[Zanzibar]] |",
        "- [[Kim Doe,\n- Bo Zanzibar]]",
        "- [[Kim Doe, Zanzibar",
        "- Kim Doe, Zanzibar]]",
        "Apologies: [[Kim Doe, Bo Zanzibar]]",
        "Apologies: [[Kim Doe; Bo Zanzibar]]",
        "[[Apologies: Kim Doe, Bo Zanzibar]]",
        "## Apologies\n- [[Kim Doe, Zanzibar]]",
    ],
)
def test_brackets_round_a_person_s_line_restrict_all_of_it(people: str) -> None:
    check(agenda(people=people).meeting)


@pytest.mark.parametrize(
    "header",
    [
        "Venue: [[Kim Zanzibar's house]]",
        "[[Venue: Zanzibar]]",
        "[[Reason: Zanzibar]]",
        "Clerk: [[Kim Doe, Zanzibar]]",
        "Clerk: [[Kim Doe\nZanzibar]]",
        "Clerk: [[Kim Doe, Zanzibar",
        "Venue: Kim's, Zanzibar]]",
        "| [[Clerk | Kim Zanzibar]] |",
    ],
)
def test_brackets_round_a_line_of_the_head_restrict_all_of_it(header: str) -> None:
    check(agenda(header=header).meeting)


@pytest.mark.parametrize(
    "sections",
    [
        "[[2a. Zanzibar]]",
        "[[5 Zanzibar of Kim]]",
        "2a. [[Zanzibar (Kim, 10 min)]]",
        "[[2a. Zanzibar (Kim, 10 min)]]",
        "2a. Pay (Kim Zanzibar]], 10 min)",
        "[[2a. **Zanzibar**]]",
        "  - [[Zanzibar]]",
        "[[  - Zanzibar]]",
        "### [[2a. Zanzibar]]",
        "[[### 2a. Zanzibar]]",
        "2a. [[Zanzibar",
        "2a. [[Pay\n2b. Zanzibar]]",
        "2a. Pay\n   Papers: [[Kim; Zanzibar]]",
        "[[2a.\tZanzibar\t10 min]]",
        "| [[2a | Zanzibar | Kim | 10 min]] |",
        "2a. [[Zanzibar]] and [[Kim]] again",
    ],
)
def test_brackets_round_a_section_s_line_restrict_all_of_it(sections: str) -> None:
    check(agenda(sections=sections).meeting)


def test_brackets_in_the_title_restrict_words_of_it() -> None:
    text = AGENDA.format(header="", people="", sections="").replace("# Quay Committee", "[[# Zanzibar Committee]]")
    check(read_agenda(text, "a.md").meeting)


@pytest.mark.parametrize(
    "lines",
    [
        ["/section [[5 Zanzibar]]"],
        ["/section [[5 Zanzibar"],
        ["/section 5 [[Zanzibar]]"],
        ["/subsection [[1 Zanzibar]]"],
        ["/rename [[Zanzibar]]"],
        ["/rename Zanzibar]]"],
        ["/arrive [[Kim Zanzibar, whistleblower (KZ)]]"],
        ["/arrive [[Kim Zanzibar"],
        ["/arrive Kim Doe]], Zanzibar]]"],
        ["/apologies [[Kim Doe, Zanzibar]]"],
        ["+[[The chair told us", "that Kim stole Zanzibar]]"],
        ["+[[The chair told us", "?and then", "that Kim stole Zanzibar]]"],
        ["+[[The chair told us", "that Kim stole Zanzibar"],
        ["+[[The chair told us", "/next", "/section Zanzibar", "]]"],
        ["+[[The chair told us", "/arrive Kim Zanzibar", "all]] is well"],
        ["[[-Kim stole Zanzibar]]"],
        ["[[!CC to find Zanzibar]]"],
        ["!CC to [[find Zanzibar ^Friday"],
        ["!CC to go ^[[Zanzibar's day]]"],
        ["!CC to go @[[Zanzibar]]"],
        ["![[Kim]] to go, @Zanzibar]]"],
        ["=Agreed; [[proposed by Kim Zanzibar]], 7 for"],
        ["=Agreed; [[proposed by Kim Zanzibar, 7 for"],
        ["[[Kim]], Zanzibar]]: text"],
        ["%+Kim stole Zanzibar"],
        ["#[[Zanzibar]]"],
        ["*a [[Zanzibar* b]]"],
        ["+a", "s/a/[[Zanzibar/"],
        ["/section Grievance", "/restrict", "/arrive Kim Zanzibar, complainant"],
        ["/section Grievance", "/restrict", "/arrive Kim Zanzibar, complainant", "/prev", "/leave Kim Zanzibar"],
        ["/section Grievance", "/restrict", "/subsection Zanzibar", "/arrive Kim Zanzibar"],
        ["/section Grievance", "/arrive Kim Zanzibar, complainant", "/restrict"],
    ],
)
def test_brackets_round_what_is_typed_restrict_all_of_it(lines: list[str]) -> None:
    check(captured(*lines))


def test_a_known_person_whose_coming_is_in_brackets_is_named_and_the_coming_is_not_told() -> None:
    journal = Journal(meeting=agenda(people="- Kim Doe, Deputy (KD)").meeting)
    journal = enter(journal, "/apologies Kim Doe", NOW).journal
    meeting = enter(journal, "/arrive [[Kim Doe]]", NOW).journal.meeting
    assert [person.name for person in meeting.people if "Kim" in person.name] == ["Kim Doe"]
    assert [entry.restricted for entry in meeting.entries] == [True]


def test_pasted_lines_share_their_brackets_up_to_the_end_of_the_paragraph() -> None:
    lines = ["It was said [[that Kim", "• took Zanzibar", "", "All went home."]
    pasted = enter_lines(Journal(meeting=agenda().meeting), lines, NOW)
    check(pasted.journal.meeting)
    texts = [entry.text for entry in pasted.journal.meeting.entries]
    assert texts == ["It was said [[that Kim]]", "[[took Zanzibar]]", "All went home."]
    assert pasted.message == f"3 entries pasted; {NOT_CLOSED}"


@pytest.mark.parametrize(
    ("line", "fault"), [("+a [[b", NOT_CLOSED), ("+a]] b", NOT_OPENED), ("/section [[b", NOT_CLOSED)]
)
def test_a_bracket_without_its_other_one_is_said_before_and_after_it_is_entered(line: str, fault: str) -> None:
    meeting = agenda().meeting
    assert describe_line(meeting, line).endswith(f" · {fault}")
    assert enter(Journal(meeting=meeting), line, NOW).message.endswith(f"; {fault}")


def test_a_correction_is_judged_by_what_it_makes_of_the_entry() -> None:
    journal = Journal(meeting=captured("+to find [[the]] buoy"))
    assert [line for line, _ in carried(["s/the]]/our]]/"], words_at)] == ["s/the]]/our]]/"]
    assert describe_line(journal.meeting, "s/the]]/our]]/").endswith("to find [[the]] buoy")
    assert enter(journal, "s/the]]/our]]/", NOW).message == "note corrected"
    assert enter(journal, "s/find/[[find/", NOW).message == f"note corrected; {NOT_CLOSED}"


def test_an_agenda_s_bracket_without_its_other_one_is_said_with_its_line() -> None:
    assert agenda(people="- [[Kim Doe, Zanzibar").warnings == (f"a.md:10: {NOT_CLOSED}",)
    assert agenda(sections="2a. Zanzibar]]").warnings == (f"a.md:15: {NOT_OPENED}",)
