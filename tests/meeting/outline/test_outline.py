"""The outline: stepping, going to a section, and what the commands do to the current one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.meeting.room import Taker
from tui.errors import Refused
from tui.meeting.model import Kind, Meeting, Section, SectionState, Source
from tui.meeting.outline.outline import (
    core,
    find_section,
    go_to,
    is_restricted,
    name_within,
    path_of,
    ranked_sections,
    step,
    subtree,
    tokens_of,
)
from tui.meeting.outline.reordering import (
    enter_new_section,
    pass_over_section,
    rename_section,
    restrict_section,
    split_number,
)
from tui.papers.agenda import read_agenda

AGENDA = """\
# Panel
Date: 3 March 2020
## Agenda
1. MATTERS ARISING
2. Workforce
   2.1 Leadership
      1. Culture and pay
      2. Attraction
   2.2 Inspection programme
4. HOLDING TO ACCOUNT
   4a PERFORMANCE
      1. Rape and sexual offences
      2. Child at risk
   4b REFORM
      1. Health and wellbeing
5. AOB:
"""


def panel(agenda: str = AGENDA) -> Meeting:
    return read_agenda(agenda, "a.md").meeting


def at(meeting: Meeting, wanted: str) -> str:
    return find_section(meeting, wanted).heading


def pass_over(meeting: Meeting, state: SectionState) -> Meeting:
    """Defer or skip the current section."""
    assert meeting.current is not None
    return pass_over_section(meeting, meeting.current.id, state)


def restrict(meeting: Meeting, wanted: str) -> Meeting:
    """Restrict a section, or lift that, the meeting standing in it."""
    there = go_to(meeting, wanted)
    assert there.current is not None
    return restrict_section(there, there.current.id)


def standing(meeting: Meeting) -> str:
    assert [s.state for s in meeting.sections].count(SectionState.CURRENT) == 1
    assert meeting.current is not None
    return meeting.current.heading


def shape(meeting: Meeting) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.heading) for section in meeting.sections]


@pytest.mark.parametrize(
    ("wanted", "heading"),
    [
        ("2", "Workforce"),
        ("2.", "Workforce"),
        (" 2) ", "Workforce"),
        ("2.1", "Leadership"),
        ("2.1.1", "Culture and pay"),
        ("2.1 2", "Attraction"),
        ("4A", "PERFORMANCE"),
        ("4a 1", "Rape and sexual offences"),
        ("4a.2", "Child at risk"),
        ("4b1", "Health and wellbeing"),
        ("1", "MATTERS ARISING"),
        ("aob", "AOB:"),
        ("5 aob", "AOB:"),
        ("4a. perf", "PERFORMANCE"),
        ("reform", "REFORM"),
        ("well", "Health and wellbeing"),
        ("child risk", "Child at risk"),
        ("INSPECTION  programme", "Inspection programme"),
        ("hlth", "Health and wellbeing"),
    ],
)
def test_a_section_is_found_by_number_path_or_words(wanted: str, heading: str) -> None:
    assert at(panel(), wanted) == heading


def test_words_that_fit_several_take_the_next_one_from_here() -> None:
    meeting = panel("# M\nDate: 3 March 2020\n1. Budget talks\n2. Dogs\n3. Budget paper\n4. Bins\n")
    assert at(meeting, "budget") == "Budget paper"
    assert at(go_to(meeting, "4"), "budget") == "Budget talks"


def test_a_number_beats_words_and_words_beat_mere_letters() -> None:
    meeting = panel("# M\nDate: 3 March 2020\n1. 5 year plan\n2. Reports of hens\n3. Rosters\n5. Roof\n")
    assert at(meeting, "5") == "Roof"
    assert [s.heading for s in ranked_sections(meeting, "ro")] == ["Rosters", "Roof"]


def test_no_words_rank_every_section_in_order() -> None:
    meeting = panel()
    assert ranked_sections(meeting, " ") == list(meeting.sections)


def test_actions_brought_forward_are_found_by_the_meeting_they_come_from() -> None:
    source = Source(id="e" * 32, title="Panel February 2020", date=date(2020, 2, 4))
    section = Section(id=2, heading="", level=2, brought_from=source)
    meeting = Meeting(id="1" * 32, title="M", date=date(2020, 3, 3), sections=(Section(id=1, heading="A"), section))
    assert find_section(meeting, "february") is section
    assert name_within(meeting, section) == "“Panel February 2020”"


@pytest.mark.parametrize("wanted", ["9", "xyzzy", "", "  ", "4c", "2.1.9", "."])
def test_what_no_section_answers_to_is_refused(wanted: str) -> None:
    with pytest.raises(Refused, match=r"section"):
        find_section(panel(), wanted)


def test_stepping_marks_what_is_left_as_visited_and_what_is_entered_as_reached() -> None:
    meeting = step(panel(), 1)
    assert standing(meeting) == "Workforce"
    assert (meeting.sections[0].state, meeting.sections[1].reached) == (SectionState.VISITED, 2)
    assert standing(step(meeting, -1)) == "MATTERS ARISING"
    assert step(meeting, -1).sections[0].reached == 1


def test_looking_into_a_section_is_not_yet_taking_it() -> None:
    assert go_to(panel(), "5").sections[-1].reached is None


def test_a_section_is_entered_on_note() -> None:
    taker = Taker(panel())
    taker.do("?Why", "/next")
    assert taker.kind is Kind.NOTE


def test_there_is_nothing_before_the_first_and_after_the_last() -> None:
    with pytest.raises(Refused, match="first"):
        step(panel(), -1)
    with pytest.raises(Refused, match="last"):
        step(go_to(panel(), "aob"), 1)


def test_passing_over_the_last_section_goes_on_with_what_is_left() -> None:
    deferred = pass_over(panel(), SectionState.DEFERRED)
    meeting = pass_over(go_to(deferred, "aob"), SectionState.SKIPPED)
    assert meeting.sections[-1].state is SectionState.SKIPPED
    assert standing(meeting) == "MATTERS ARISING"


def test_passing_over_the_last_section_with_nothing_left_goes_back_to_the_one_taken_last() -> None:
    meeting = panel("# M\nDate: 3 March 2020\n1. One\n2. Two\n3. Three\n4. Four\n")
    for _ in range(3):
        meeting = step(meeting, 1)
    assert standing(pass_over(meeting, SectionState.SKIPPED)) == "Three"


def test_the_only_section_not_skipped_is_not_passed_over() -> None:
    meeting = pass_over(panel("# M\nDate: 3 March 2020\n1. One\n2. Two\n"), SectionState.SKIPPED)
    with pytest.raises(Refused, match="no other section"):
        pass_over(meeting, SectionState.SKIPPED)


def test_deferred_and_skipped_sections_keep_that_until_they_are_entered() -> None:
    meeting = pass_over(pass_over(panel(), SectionState.DEFERRED), SectionState.SKIPPED)
    assert [s.state for s in meeting.sections[:3]] == [
        SectionState.DEFERRED,
        SectionState.SKIPPED,
        SectionState.CURRENT,
    ]
    assert [s.reached for s in meeting.sections[:2]] == [None, None]
    meeting = step(go_to(meeting, "1"), 1)
    assert meeting.sections[0].state is SectionState.VISITED


def test_a_section_is_added_after_the_current_one_and_what_is_below_it() -> None:
    meeting = enter_new_section(go_to(panel(), "2.1"), "2.3 Pensions")
    place = [s.heading for s in meeting.sections].index("Pensions")
    assert shape(meeting)[place - 1 : place + 2] == [
        (3, "2.", "Attraction"),
        (2, "2.3", "Pensions"),
        (2, "2.2", "Inspection programme"),
    ]
    assert standing(meeting) == "Pensions"


def test_a_subsection_is_added_as_the_last_one_below() -> None:
    meeting = enter_new_section(go_to(panel(), "4"), "4c Estates", below=True)
    place = [s.heading for s in meeting.sections].index("Estates")
    assert shape(meeting)[place - 1 : place + 2] == [
        (3, "1.", "Health and wellbeing"),
        (2, "4c", "Estates"),
        (1, "5.", "AOB:"),
    ]


def test_the_first_section_of_an_empty_agenda_can_be_added() -> None:
    meeting = enter_new_section(Meeting(id="1" * 32, title="M", date=date(2020, 3, 3)), "Welcome")
    assert (shape(meeting), standing(meeting)) == ([(1, "", "Welcome")], "Welcome")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("6 Staffing", ("6", "Staffing")),
        ("6. Staffing", ("6.", "Staffing")),
        ("4c Staffing", ("4c", "Staffing")),
        ("2.3 Staffing", ("2.3", "Staffing")),
        ("Staffing matters", ("", "Staffing matters")),
        ("12 month review", ("", "12 month review")),
        ("2019 accounts", ("", "2019 accounts")),
        ("20mph zone", ("", "20mph zone")),
        ("3D printers", ("", "3D printers")),
        ("A new hall", ("", "A new hall")),
        ("6", ("", "6")),
        ("107/20 Staffing", ("", "107/20 Staffing")),
    ],
)
def test_a_first_word_is_a_number_when_it_is_shaped_like_the_others(words: str, wanted: tuple[str, str]) -> None:
    assert split_number(panel(), words) == wanted


def test_numbers_of_other_shapes_are_known_by_the_agenda_too() -> None:
    minutes = panel("# M\nDate: 3 March 2020\n107/20 Apologies\n108/20 AOB\n")
    lettered = panel("# M\nDate: 3 March 2020\nA. Open\nB. Closed\n")
    assert split_number(minutes, "109/20 Dogs") == ("109/20", "Dogs")
    assert split_number(lettered, "C Dogs") == ("C", "Dogs")
    assert split_number(lettered, "A new hall") == ("", "A new hall")


def test_a_section_is_renamed() -> None:
    assert standing(rename_section(panel(), 1, "  Matters outstanding ")) == "Matters outstanding"


@pytest.mark.parametrize("line", ["/section", "/subsection  ", "/rename", "/go", "/go nowhere", "/prev"])
def test_what_cannot_apply_changes_nothing(line: str) -> None:
    taker = Taker(panel())
    assert taker.refusal(line)


def test_restricting_a_section_restricts_those_below_it_and_lifts_it_again() -> None:
    meeting = restrict(panel(), "4")
    assert [s.number for s in meeting.sections if s.restricted] == ["4.", "4a", "1.", "2.", "4b", "1."]
    assert not any(s.restricted for s in restrict(meeting, "4").sections)


def test_what_is_added_below_a_restricted_section_is_restricted() -> None:
    meeting = restrict(panel(), "4")
    inside = enter_new_section(go_to(meeting, "4b"), "4c Estates")
    assert inside.current is not None
    assert inside.current.restricted
    below = enter_new_section(meeting, "4d Cars", below=True)
    assert below.current is not None
    assert is_restricted(below, below.current)
    beside = enter_new_section(meeting, "6 Open again")
    assert beside.current is not None
    assert not beside.current.restricted


def test_a_restriction_from_above_is_not_lifted_below() -> None:
    meeting = restrict(panel(), "4")
    with pytest.raises(Refused, match="item 4"):
        restrict(meeting, "4b")


def test_paths_and_subtrees_follow_the_levels() -> None:
    meeting = panel()
    section = find_section(meeting, "4a 2")
    assert [core(s.number) for s in path_of(meeting, section)] == ["4", "4a", "2"]
    assert len(subtree(meeting, find_section(meeting, "4"))) == 6


@pytest.mark.parametrize(
    ("number", "tokens"),
    [
        ("4a.1", ("4", "a", "1")),
        ("4(a)", ("4", "a")),
        ("107/20.", ("107/20",)),
        ("2.0", ("2",)),
        ("", ()),
        ("(iv)", ("iv",)),
    ],
)
def test_numbers_are_taken_apart(number: str, tokens: tuple[str, ...]) -> None:
    assert tokens_of(number) == tokens


LETTERED = """\
# Council
Date: 3 March 2020
## Agenda
5. Planning
   a) Mill Lane
      i) Access
   (b) The Old Forge
      iii) Appeals
6. Finance
   6.1 Payments
"""


def test_a_letter_is_told_with_the_number_above_it() -> None:
    meeting = panel(LETTERED)
    told = {section.heading: name_within(meeting, section) for section in meeting.sections}
    assert told["Mill Lane"] == "item 5a"
    assert told["Access"] == "item 5a(i)"
    assert told["The Old Forge"] == "item 5b"
    assert told["Appeals"] == "item 5b(iii)"
    assert (told["Planning"], told["Payments"]) == ("item 5", "item 6.1")


@pytest.mark.parametrize(
    ("agenda", "heading", "name"),
    [
        ("3. Discussion\n   1. Tender\n   2. Rents", "Rents", "item 3.2"),
        ("3) Discussion\n   1) Tender", "Tender", "item 3.1"),
        ("2. Works\n   2.1 Paths\n      1. Mill Lane", "Mill Lane", "item 2.1.1"),
        ("4. Land\n4a. Leases\n   1. Mill Lane", "Mill Lane", "item 4a.1"),
        ("A. Open part\n   1. Minutes\nB. Land\n   1. Mill Lane", "Mill Lane", "item B.1"),
        ("A. Open part\n   1. Minutes\n   2. Rents\nB. Land\n   3. Mill Lane", "Mill Lane", "item 3"),
        ("3. Discussion\n   3.1 Tender", "Tender", "item 3.1"),
        ("Discussion\n   1. Tender", "Tender", "item 1"),
    ],
)
def test_a_nested_figure_is_told_with_the_number_above_it(agenda: str, heading: str, name: str) -> None:
    meeting = panel(f"# Council\nDate: 3 March 2020\n## Agenda\n{agenda}\n")
    section = next(section for section in meeting.sections if section.heading == heading)
    assert name_within(meeting, section) == name


def test_a_letter_below_nothing_or_below_a_restricted_number_stands_alone() -> None:
    sections = (Section(id=1, number="[[7]].", heading="Pay"), Section(id=2, number="a)", heading="Rates", level=2))
    meeting = Meeting(id="m", title="Council", date=date(2020, 3, 3), sections=sections)
    assert name_within(meeting, sections[1]) == "item a"
    assert name_within(meeting, Section(id=9, number="b)", heading="Gone", level=2)) == "item b"
    assert name_within(meeting, Section(id=9, number="(b)", heading="Gone", level=2)) == "item (b)"


def test_stepping_on_passes_by_what_was_taken_early_and_what_is_deferred() -> None:
    taker = Taker(panel("# P\nDate: 3 March 2020\n\n## Agenda\n1. A\n2. B\n3. C\n4. D\n5. E\n"))
    taker.do("/go 3", "+taken early", "/go 4", "/defer", "/go 1", "/next", "+moored", "/next")
    assert taker.meeting.current is not None
    assert taker.meeting.current.heading == "E"
    taker.do("/prev")
    assert taker.meeting.current.heading == "D"


def test_after_a_step_back_stepping_on_leads_to_where_the_meeting_was() -> None:
    taker = Taker(panel("# P\nDate: 3 March 2020\n\n## Agenda\n1. A\n2. B\n3. C\n4. D\n"))
    taker.do("/next", "+one", "/next", "+two", "/prev", "/next")
    assert taker.meeting.current is not None
    assert taker.meeting.current.heading == "C"


def test_at_the_last_section_closing_is_offered_until_the_meeting_is_closed() -> None:
    taker = Taker(panel("# P\nDate: 3 March 2020\n\n## Agenda\n1. A\n"))
    with pytest.raises(Refused) as refused:
        step(taker.meeting, 1)
    assert "/close" in str(refused.value)
    taker.do("/close")
    with pytest.raises(Refused) as refused:
        step(taker.meeting, 1)
    assert "/close" not in str(refused.value)
