"""The check finds what is still open in entries, sections and the lists of people, and nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.meeting.checked import HOUSE, NO_STYLE, after, all_reached, findings_of, found
from tests.meeting.room import parish, with_forward
from tui.book.meeting_file import read_meeting
from tui.meeting.checking.check import check, examine, summary
from tui.meeting.checking.findings import FindingKind
from tui.meeting.checking.house_style_file import read_house_style
from tui.meeting.checking.places import extract_of, place_of
from tui.meeting.model import Group, Person, Presence, Section, SectionState
from tui.resources import shipped


def test_a_meeting_in_which_all_is_said_has_no_findings() -> None:
    assert found("?NS: who mends the gate", ">MT: the parish does", "!MT to mend it ^Friday", "=Agreed") == []


def test_each_gap_of_an_entry_is_found_with_its_place_in_the_words() -> None:
    findings = findings_of(FindingKind.GAP, "+The bill of ?? came on ???, it was said")
    assert [finding.words for finding in findings] == ["??", "???"]
    assert [finding.text[: finding.span[0]] for finding in findings if finding.span] == [
        "The bill of ",
        "The bill of ?? came on ",
    ]


def test_gaps_are_found_in_due_words_headings_names_and_header_lines_too() -> None:
    meeting = after("!MT to mend the gate ^the ?? meeting", "/rename The ?? field").meeting
    people = (*meeting.people, Person(id=20, name="Mr ??"))
    meeting = replace(meeting, people=people, header=(*meeting.header, ("Venue", "Room ??")))
    findings = check(meeting, NO_STYLE)
    assert [finding.text for finding in findings] == ["Room ??", "The ?? field", "MT to mend the gate", "Mr ??"]
    assert {finding.kind for finding in findings} == {FindingKind.GAP, FindingKind.PERSON}


def test_a_question_that_nothing_answers_is_found_and_one_with_a_point_below_it_is_not() -> None:
    assert found("?NS: who mends the gate", "?MT: and when", "-The parish, in June") == []
    assert found("?NS: who mends the gate", "+Something else") == [("question", "nothing answers this question")]


def test_an_action_without_owner_and_due_is_two_findings() -> None:
    assert found("!Mend the gate") == [("owner", "action A1 has no owner"), ("due", "action A1 has no due date")]
    assert found("!MT to mend it ^following the fair") == []


@pytest.mark.parametrize("settled", ["/done A1", "/drop A1"])
def test_an_action_that_is_settled_needs_neither(settled: str) -> None:
    assert found("!Mend the gate", settled) == []


def test_what_was_brought_forward_was_checked_where_it_arose() -> None:
    meeting = all_reached(with_forward())
    assert not any(finding.kind in (FindingKind.OWNER, FindingKind.DUE) for finding in check(meeting, NO_STYLE))


# Sections.


def test_sections_that_were_not_reached_are_found() -> None:
    findings = check(parish(), NO_STYLE)
    assert [(finding.kind, finding.text) for finding in findings if finding.section] == [
        (FindingKind.SECTION, "From the April 2022 meeting"),
        (FindingKind.SECTION, "Allotments"),
        (FindingKind.SECTION, "Any other business"),
    ]


@pytest.mark.parametrize("command", ["/defer", "/skip"])
def test_a_section_that_was_deferred_or_skipped_is_dealt_with_and_so_is_what_is_below_it(command: str) -> None:
    meeting = after(command, meeting=parish()).meeting
    texts = [finding.text for finding in check(meeting, NO_STYLE) if finding.kind is FindingKind.SECTION]
    assert texts == ["Allotments", "Any other business"]


def test_a_section_is_reached_with_the_one_taken_below_it() -> None:
    first, below, *rest = parish().sections
    jumped = replace(parish(), sections=(replace(first, state=SectionState.UNREACHED, reached=None), below, *rest))
    meeting = after("+Said of the bench", meeting=replace(jumped, sections=_standing_in(jumped.sections, 2))).meeting
    assert [f.text for f in check(meeting, NO_STYLE) if f.section] == ["Allotments", "Any other business"]


def test_a_section_that_was_only_looked_at_is_not_reached() -> None:
    meeting = after("/go 3", "/go 1", meeting=parish()).meeting
    (finding,) = (f for f in check(meeting, NO_STYLE) if f.text == "Any other business")
    assert "only looked at" in finding.message


def _standing_in(sections: tuple[Section, ...], wanted: int) -> tuple[Section, ...]:
    return tuple(replace(s, state=SectionState.CURRENT) if s.id == wanted else s for s in sections)


# People.


def people_messages(*lines: str) -> list[str]:
    return [finding.message for finding in findings_of(FindingKind.PERSON, *lines)]


def test_somebody_with_apologies_who_speaks_is_found_once() -> None:
    assert people_messages("+Tom Orchard: the ditch is full", "+Tom Orchard: and deep") == [
        "Tom Orchard is marked with apologies, and speaks in item 1"
    ]
    assert people_messages("/arrive Tom Orchard", "+Tom Orchard: the ditch is full") == []


def test_somebody_who_moved_a_motion_and_was_absent_is_found() -> None:
    lines = ("/absent Gwen Pike", "=Agreed the budget; proposed by Gwen Pike, seconded by NS")
    assert people_messages(*lines) == ["Gwen Pike is marked absent, and speaks in item 1"]


def test_somebody_who_seconds_and_stands_on_no_list_is_found() -> None:
    (message,) = people_messages("=Agreed the budget; proposed by NS, seconded by Nemo Frith")
    assert message.startswith("Nemo Frith is not marked, and speaks in item 1")


def test_a_chair_who_stands_on_no_list_is_found_and_a_minute_taker_is_not() -> None:
    meeting = all_reached(parish(header=(("Chair", "Una Marsh"), ("Minutes", "Odell Noakes, Assistant"))))
    assert [f.message for f in check(meeting, NO_STYLE)] == [
        "Una Marsh is the chair and not marked: present, apologies or absent?"
    ]


def test_somebody_who_speaks_after_leaving_or_before_coming_is_found() -> None:
    left = ("/leave Gwen Pike", "/go 2", "+Gwen Pike: the hedge is tall")
    assert people_messages(*left) == ["Gwen Pike left before that, and speaks in item 2"]
    came = ("+Tom Orchard: the ditch is full", "/go 2", "/arrive Tom Orchard")
    assert people_messages(*came) == ["Tom Orchard came only after that, and speaks in item 1"]
    assert people_messages("/leave Gwen Pike", "+Gwen Pike: goodbye") == []
    back = ("+Gwen Pike: first", "/leave Gwen Pike", "/go 2", "/arrive Gwen Pike", "+Gwen Pike: again")
    assert people_messages(*back) == []


def test_a_meeting_without_anybody_present_is_found_once_something_is_captured() -> None:
    meeting = all_reached(parish(people=(), header=()))
    assert check(meeting, NO_STYLE) == ()
    findings = check(after("+The rain came in", meeting=meeting).meeting, NO_STYLE)
    assert [finding.message for finding in findings] == ["nobody is marked as present: say who was there"]


def test_too_few_members_for_the_quorum_are_found() -> None:
    people = (Person(id=1, name="Ann Oak"), Person(id=2, name="Bo Ash", group=Group.GUEST))
    meeting = all_reached(parish(people=people, header=(("Quorum", "three members"),)))
    (finding,) = check(after("+Said", meeting=meeting).meeting, NO_STYLE)
    assert finding.message == "1 member is marked as present, and the quorum is 3"


# Votes.


def test_more_votes_than_people_are_found() -> None:
    assert findings_of(FindingKind.VOTES, "=Agreed; 4 for, 1 against, 1 abstained") == []
    (finding,) = findings_of(FindingKind.VOTES, "=Agreed; 7 for, 2 against")
    assert finding.message == "9 votes are counted, and 6 members were present and entitled to vote"


def test_votes_are_not_held_against_a_list_that_names_only_some() -> None:
    meeting = all_reached(parish(header=(("Chair", "Cllr Maureen Tidy"), ("Members present", "45"))))
    assert check(after("=Agreed; 40 for, 2 against", meeting=meeting).meeting, NO_STYLE) == ()


# The whole.


def test_a_line_typed_and_not_stored_is_found() -> None:
    (finding,) = check(after().meeting, HOUSE, draft="half a li")
    assert (finding.kind, finding.text) == (FindingKind.DRAFT, "half a li")
    assert check(after().meeting, HOUSE, draft="  ") == ()


def test_findings_stand_by_kind_and_then_in_print_order() -> None:
    kinds = [kind for kind, _ in found("!Mend it", "+We will see ??", "+Then ??", "?NS: why")]
    assert kinds == ["gap", "gap", "question", "owner", "due", "style"]


def test_a_place_is_said_so_that_a_person_finds_it() -> None:
    meeting = after("+Then ??", "/go 2", "!NS to ask ?? ^Friday").meeting
    assert [place_of(meeting, finding) for finding in check(meeting, NO_STYLE)] == [
        "1 Matters arising, note",
        "2 Allotments, action A1",
    ]


def test_an_extract_has_the_words_in_sight() -> None:
    (finding,) = findings_of(FindingKind.GAP, "+" + "before it " * 30 + "?? " + "after it " * 30)
    extract = extract_of(finding, 40)
    assert len(extract.text) <= 40
    assert extract.text.startswith("…")
    assert extract.text.endswith("…")
    assert extract.span is not None
    assert extract.text[slice(*extract.span)] == "??"


def test_the_summary_counts_each_kind() -> None:
    meeting = after("+Then ??", "!Mend it ^Friday").meeting
    assert summary(examine(meeting, HOUSE)) == "1 gap, 1 action without owner"
    assert summary(()) == "nothing is open"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2024-02-assurance", ["action A1 has no due date"]),
        ("2024-03-assurance", ["action A2 has no due date"]),
        ("2024-06-allotments", ["action A8 has no due date"]),
        ("2024-08-workforce", []),
    ],
)
def test_a_finished_sample_has_only_what_its_minute_taker_left_open(name: str, expected: list[str]) -> None:
    house, _ = read_house_style((shipped("templates") / "house_style.toml").read_text(encoding="utf-8"), "shipped")
    meeting = read_meeting(shipped("sample_meetings") / f"{name}.json")
    assert [finding.message for finding in check(meeting, house)] == expected


def test_presence_alone_makes_no_finding() -> None:
    people = tuple(replace(person, presence=Presence.APOLOGIES) for person in parish().people[3:])
    meeting = all_reached(parish(people=(*parish().people[:3], *people), header=()))
    assert check(after("+Said", meeting=meeting).meeting, NO_STYLE) == ()
