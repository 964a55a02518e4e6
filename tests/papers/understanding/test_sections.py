"""The agenda's list: printed numbers, headings that begin with figures, depths, brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.model import Section
from tui.papers.agenda import read_agenda
from tui.papers.understanding.presenters import split_brackets
from tui.papers.understanding.sections import OutlineLine, outline_of


def sections(text: str) -> list[Section]:
    lines = text.removesuffix("\n").split("\n")
    return [
        one.section
        for one in outline_of([OutlineLine(line=at, text=line, marked=line) for at, line in enumerate(lines, 1)])
    ]


def split(text: str) -> list[tuple[str, str]]:
    return [(section.number, section.heading) for section in sections(text)]


def shape(text: str) -> list[tuple[int, str]]:
    """The level and the number of each section."""
    return [(section.level, section.number) for section in sections(text)]


@pytest.mark.parametrize(
    ("line", "number", "heading"),
    [
        ("1. Apologies", "1.", "Apologies"),
        ("1.Apologies", "1.", "Apologies"),
        ("1) Apologies", "1)", "Apologies"),
        ("(1) Apologies", "(1)", "Apologies"),
        ("1.) Apologies", "1.)", "Apologies"),
        ("1 - Apologies", "1", "Apologies"),
        ("1 – Apologies", "1", "Apologies"),
        ("1: Apologies", "1", "Apologies"),
        ("1 Apologies", "1", "Apologies"),
        ("1.\tApologies", "1.", "Apologies"),
        ("Item 1: Apologies", "1", "Apologies"),
        ("ITEM 1 – Apologies", "1", "Apologies"),
        ("Agenda item no. 1. Apologies", "1", "Apologies"),
        ("107/20 Apologies", "107/20", "Apologies"),
        ("107/20. Apologies", "107/20.", "Apologies"),
        ("2020/107: Apologies", "2020/107", "Apologies"),
        ("4a PERFORMANCE", "4a", "PERFORMANCE"),
        ("4(a) Performance", "4(a)", "Performance"),
        ("2.1 Workforce", "2.1", "Workforce"),
        ("2.1.1. Culture", "2.1.1.", "Culture"),
        ("1.0 Welcome", "1.0", "Welcome"),
        ("(a) Minutes", "(a)", "Minutes"),
        ("iv) Minutes", "iv)", "Minutes"),
        ("- 3. Minutes", "3.", "Minutes"),
        ("– Minutes", "", "Minutes"),
        ("•Minutes", "", "Minutes"),
        ("- [ ] Minutes", "", "Minutes"),
        ("o\tMinutes", "", "Minutes"),
        ("**1. Minutes**", "1.", "Minutes"),
        ("1. **Minutes**", "1.", "Minutes"),
        ("AOB:", "", "AOB:"),
    ],
)
def test_numbers_are_kept_as_printed(line: str, number: str, heading: str) -> None:
    assert split(line) == [(number, heading)]


@pytest.mark.parametrize(
    "heading",
    [
        "2019 accounts",
        "2019/20 accounts",
        "2019: a review",
        "12 month review",
        "3D printers",
        "20mph zone",
        "1.5 FTE post",
        "3.5m loan to the club",
        "24/7 cover",
        "50/50 draw",
        "7.30 pm guest speaker",
        "10:30 Coffee",
        "5-a-side pitch",
        "1st quarter",
        "4G mast",
        "C. difficile",
        "E. coli",
        "Robberies: a series of them",
        "Building a safer county – Rape",
        "Update [draft] (SIB)",
        "COVID-19",
        "£5k grant",
        "(Confidential) Staffing",
    ],
)
@pytest.mark.parametrize("before", ["Welcome", "7. Welcome", "- Welcome"])
def test_headings_that_begin_with_a_figure_or_hold_marks_stay_whole(heading: str, before: str) -> None:
    assert split(f"{before}\n{heading}\nAny other business")[1] == ("", heading)


def test_a_bare_figure_is_a_number_where_it_goes_on_from_the_others() -> None:
    assert split("1. A\n2. B\n3 AOB")[2] == ("3", "AOB")
    assert split("145 Apologies\n146 Minutes\n147 AOB")[0] == ("145", "Apologies")
    assert split("11. A\n12 month review\n12. AOB") == [("11.", "A"), ("", "12 month review"), ("12.", "AOB")]


def test_codes_are_numbers_where_they_count() -> None:
    assert split("TB/24/01 Welcome\nTB/24/02 Minutes") == [("TB/24/01", "Welcome"), ("TB/24/02", "Minutes")]
    assert split("C24-7 Welcome\nC24-8 Minutes") == [("C24-7", "Welcome"), ("C24-8", "Minutes")]


def test_letters_are_numbers_where_they_stand_in_a_row() -> None:
    assert split("A. Opening\nB. Business\nC. Closing\nC. difficile")[2:] == [("C.", "Closing"), ("", "C. difficile")]
    assert split("i. One\nii. Two") == [("i.", "One"), ("ii.", "Two")]


def test_numbers_on_lines_of_their_own_belong_to_the_next_line() -> None:
    assert split("1.\nApologies\n2.\nMinutes") == [("1.", "Apologies"), ("2.", "Minutes")]


def test_a_table_of_items_is_read_by_its_columns() -> None:
    found = sections("| Item | Subject | Lead | Time |\n| 1 | Apologies | Chair | 5 min |\n| 2 | Minutes | | |")
    assert [(s.number, s.heading, s.presenter, s.minutes) for s in found] == [
        ("1", "Apologies", "Chair", 5),
        ("2", "Minutes", "", None),
    ]


def test_depth_follows_the_indentation() -> None:
    text = "1. A\n\t1. B\n\t\ta) C\n\t2. D\n2. E\n   F\n      G\n H\n"
    assert [level for level, _ in shape(text)] == [1, 2, 3, 2, 1, 2, 3, 1]


def test_depth_follows_the_numbers_where_nothing_is_indented() -> None:
    assert shape("1. A\n2. B\n2.1 C\n2.1.1 D\n2.2 E\n3 F") == [
        (1, "1."),
        (1, "2."),
        (2, "2.1"),
        (3, "2.1.1"),
        (2, "2.2"),
        (1, "3"),
    ]


def test_figures_that_begin_anew_stand_below_and_the_outer_row_goes_on() -> None:
    text = "1. A\n4. B\n4a C\n1. D\n2. E\n3 F\n4b G\n1. H\n2. I\n5. J"
    assert [level for level, _ in shape(text)] == [1, 1, 2, 3, 3, 3, 2, 3, 3, 1]
    assert [level for level, _ in shape("1. A\n2. B\n2.1 C\n1. D\n2. E\n3. F\n2.2 G\n3. H")] == [1, 1, 2, 3, 3, 3, 2, 1]
    assert [level for level, _ in shape("1. A\n2. B\n1. C\n2. D\n3. E\n4. F")] == [1, 1, 2, 2, 1, 1]
    assert [level for level, _ in shape("1. A\n1. B\n2. C\n3. D\n2. E")] == [1, 2, 2, 2, 1]


def test_a_number_given_twice_stays_beside_the_first() -> None:
    assert [level for level, _ in shape("1. A\n1. B\n2. C")] == [1, 1, 1]
    assert [level for level, _ in shape("1. A\n2. B\n2. C\n3. D")] == [1, 1, 1, 1]


def test_letters_stand_below_figures_and_roman_numbers_below_letters() -> None:
    text = "1. A\na) B\ni) C\nii) D\nb) E\n2. F\n(a) G"
    assert [level for level, _ in shape(text)] == [1, 2, 3, 3, 2, 1, 2]


def test_figures_stand_below_letters_that_come_first() -> None:
    text = "A. Open\n1. x\n2. y\nB. Closed\n3. z\n(i) v\n(ii) w\nC. End"
    assert [level for level, _ in shape(text)] == [1, 2, 2, 1, 2, 3, 3, 1]


def test_letters_stand_below_roman_numbers_that_come_first() -> None:
    text = "I. Open\nII. Old\nA. Roof\nB. Fence\nIII. New\nA. Pool\n1. cover\n2. pump\nIV. Later\nV. End\nA. x\nB. y"
    assert [level for level, _ in shape(text)] == [1, 1, 2, 2, 1, 2, 3, 3, 1, 1, 2, 2]


def test_letters_run_on_through_those_that_are_roman_numbers_too() -> None:
    text = "\n".join(f"{letter}) x" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert {level for level, _ in shape(text)} == {1}


def test_minute_numbers_have_their_own_subsections() -> None:
    text = "107/20 A\n107/20.1 B\n107/20.2 C\n108/20 D\na) E\nb) F\n109/20 G\n1. H\n2. I\n110/20 J"
    assert [level for level, _ in shape(text)] == [1, 2, 2, 1, 2, 2, 1, 2, 2, 1]


def test_one_column_more_or_less_is_no_indentation() -> None:
    assert [level for level, _ in shape(" 8. A\n 9. B\n10. C")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Workforce (30 min)", ("Workforce", "", 30)),
        ("Workforce (1 hour)", ("Workforce", "", 60)),
        ("Workforce (1 hour 30 min)", ("Workforce", "", 90)),
        ("Workforce (1.5 hrs)", ("Workforce", "", 90)),
        ("Workforce (1h30)", ("Workforce", "", 90)),
        ("Workforce (10')", ("Workforce", "", 10)),
        ("Workforce [5 mins.]", ("Workforce", "", 5)),
        ("Workforce (Jane Doe, 10 min)", ("Workforce", "Jane Doe", 10)),
        ("Workforce (Jane Doe – 10 min)", ("Workforce", "Jane Doe", 10)),
        ("Workforce (10 min, Jane Doe)", ("Workforce", "Jane Doe", 10)),
        ("Workforce (JD, CC, 10 minutes)", ("Workforce", "JD, CC", 10)),
        ("Budget (revised) (10 min)", ("Budget (revised)", "", 10)),
        ("Service Improvement Board (SIB)", ("Service Improvement Board (SIB)", "", None)),
        ("Show (Show Organiser)", ("Show (Show Organiser)", "", None)),
        ("Rules (see 10 min rule)", ("Rules (see 10 min rule)", "", None)),
        ("Accounts (2019)", ("Accounts (2019)", "", None)),
        ("(10 min)", ("(10 min)", "", None)),
    ],
)
def test_brackets_hold_presenter_and_time_or_stay(line: str, wanted: tuple[str, str, int | None]) -> None:
    assert split_brackets(line) == wanted


@pytest.mark.parametrize("parts", [("2.a.", "2.b."), ("2a", "2b"), ("2.1", "2.2"), ("2.a)", "2.b)")])
def test_numbers_that_stand_on_lines_of_their_own_belong_to_what_follows(parts: tuple[str, str]) -> None:
    items = [parts[0], "Treasurer's report", parts[1], "Gardens report"]
    lines = ["1. Welcome", "2. Reports", *items, "3. Any other business"]
    paper = "\n".join(["Quay Association", "Tuesday 4 June 2024, 7.30pm", "", *lines])
    read = read_agenda(paper, "agenda.txt").meeting.sections
    assert [(one.number, one.heading) for one in read] == [
        ("1.", "Welcome"),
        ("2.", "Reports"),
        (parts[0], "Treasurer's report"),
        (parts[1], "Gardens report"),
        ("3.", "Any other business"),
    ]


def test_papers_belong_to_the_item_above_them() -> None:
    found = sections("1. Budget\n   Papers: budget.pdf; plan.pdf\n2. AOB")
    assert [(s.heading, s.papers) for s in found] == [("Budget", ("budget.pdf", "plan.pdf")), ("AOB", ())]


_WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéüß", min_size=2, max_size=9)
_HEADING = (
    st.lists(_WORD, min_size=1, max_size=5).map(" ".join).filter(lambda words: not words.lower().startswith("item"))
)


@st.composite
def outlines(draw: st.DrawFn) -> list[tuple[int, str]]:
    """Levels and headings; a level is at most one more than the one before."""
    lines: list[tuple[int, str]] = []
    for heading in draw(st.lists(_HEADING, min_size=1, max_size=30)):
        deepest = lines[-1][0] + 1 if lines else 1
        lines.append((draw(st.integers(1, min(deepest, 5))), heading))
    return lines


def dotted(lines: list[tuple[int, str]]) -> list[str]:
    counts: list[int] = []
    numbers = []
    for level, _ in lines:
        counts = [*counts[:level], *[0] * (level - len(counts))]
        counts[level - 1] += 1
        numbers.append(".".join(map(str, counts)))
    return numbers


@given(outlines(), st.sampled_from(["", "- ", "* ", "• "]), st.sampled_from(["  ", "   ", "\t"]))
def test_an_indented_outline_keeps_every_level_and_word(lines: list[tuple[int, str]], bullet: str, indent: str) -> None:
    found = sections("\n".join(f"{indent * (level - 1)}{bullet}{heading}" for level, heading in lines))
    assert [(section.level, section.heading) for section in found] == lines


@given(outlines(), st.sampled_from(["", "."]))
def test_a_dotted_outline_keeps_every_level_number_and_word(lines: list[tuple[int, str]], stop: str) -> None:
    numbers = [number + (stop or ("." if "." not in number else "")) for number in dotted(lines)]
    found = sections("\n".join(f"{number} {heading}" for number, (_, heading) in zip(numbers, lines, strict=True)))
    assert [(section.level, section.heading) for section in found] == lines
    assert [section.number for section in found] == numbers


@given(outlines(), st.data())
def test_an_indented_and_numbered_outline_keeps_both(lines: list[tuple[int, str]], data: st.DataObject) -> None:
    numbers = dotted(lines)
    numbers = [data.draw(st.sampled_from(["", f"{n}.", f"{n})", f"{n.rpartition('.')[2]}."])) for n in numbers]
    text = "\n".join(f"{'   ' * (lv - 1)}{n} {h}" for n, (lv, h) in zip(numbers, lines, strict=True) if n or h)
    found = sections(text.replace("  \n", "\n"))
    assert [section.heading for section in found] == [heading for _, heading in lines]
    assert [section.number for section in found] == numbers


BARE = "Quay Guild\nTuesday 4 June 2024, 7.30pm\n(on Zoom)\n"


@pytest.mark.parametrize("mark", ["-", "a."])
def test_what_hangs_on_bare_lines_without_standing_further_in_is_below_them(mark: str) -> None:
    other = {"-": "-", "a.": "b."}[mark]
    text = (
        f"{BARE}Welcome and songs\nApologies\nMinutes of the last meeting\nRopes\n{mark} Buy hemp\n{other} Sell tar\n"
        f"Moorings\nWe need to set the rates\nReports\n{mark} Treasurer\n"
    )
    meeting = read_agenda(text, "a.txt").meeting
    assert [(one.level, one.heading) for one in meeting.sections] == [
        (1, "Welcome and songs"),
        (1, "Apologies"),
        (1, "Minutes of the last meeting"),
        (1, "Ropes"),
        (2, "Buy hemp"),
        (2, "Sell tar"),
        (1, "Moorings"),
        (1, "Reports"),
        (2, "Treasurer"),
    ]
    assert meeting.sections[6].explanation == ("We need to set the rates",)
    assert meeting.people == ()


def test_a_letterhead_above_bullets_is_none_of_the_items() -> None:
    text = "Quay Guild\nTuesday 4 June 2024, 7.30pm\nOld Forge\nQuay Lane\nPetrel Point\n- Welcome\n- Ropes\n"
    assert [one.heading for one in read_agenda(text, "a.txt").meeting.sections] == ["Welcome", "Ropes"]


def test_a_line_in_which_the_next_word_would_have_fitted_was_not_broken() -> None:
    long = "To consider the wish of a member to lay planks along the whole of the northern pier"
    longer = f"{long} and the southern one, and along the slip up to the old forge too"
    text = f"{BARE}\n## Agenda\n{long}\nMoorings\n{longer}\n{long} {long}\n"
    headings = [one.heading for one in read_agenda(text, "a.txt").meeting.sections]
    assert headings[:2] == [long, "Moorings"]


def test_numbers_with_a_letter_between_figures_are_numbers() -> None:
    assert split("6. Action\n6.A. Staff\n6.B. Consent\n6.B.1. Minutes\n6.B.2. Bills") == [
        ("6.", "Action"),
        ("6.A.", "Staff"),
        ("6.B.", "Consent"),
        ("6.B.1.", "Minutes"),
        ("6.B.2.", "Bills"),
    ]


def test_minutes_in_brackets_in_italics_before_a_colon_are_read() -> None:
    found = sections("1. **Welcome** *(10 min)* :\n2. Ropes _(5 min)_")
    assert [(one.heading, one.minutes) for one in found] == [("Welcome", 10), ("Ropes", 5)]


def test_a_long_bullet_among_bullets_with_a_few_numbers_below_them_is_an_item() -> None:
    long = "To consider " + "whether the public may stay " * 6
    few = "- Finance\n10.1 Bills\n10.2 Precept\n- Ropes\n- Tins\n- Planks\n- Next meeting\n11.1 In May\n- Piers\n"
    text = f"{BARE}\nAGENDA\n- Welcome\n{few}- {long}\n"
    assert read_agenda(text, "a.txt").meeting.sections[-1].heading == long.strip()


@pytest.mark.parametrize("form", ["{}-18/19", "2024.06.{}", "2024/{}"])
def test_numbers_that_run_on_beside_a_year_are_numbers(form: str) -> None:
    numbers = [form.format(figure) for figure in (17, 18, 19)]
    items = "\n".join(f"{number} {words}" for number, words in zip(numbers, ("Bills", "Trees", "Roads"), strict=True))
    made = read_agenda(f"Parish Council\nTuesday 4 June 2024, 7.30pm\n\n{items}\n", "a.txt").meeting
    assert [(one.number, one.heading) for one in made.sections] == list(
        zip(numbers, ("Bills", "Trees", "Roads"), strict=True)
    )
    assert str(made.date) == "2024-06-04"


def test_a_single_line_that_begins_with_the_day_is_no_item() -> None:
    made = read_agenda("2024.06.04 Council meeting\n\n1. Bills\n2. Trees\n", "a.txt").meeting
    assert [one.heading for one in made.sections] == ["Bills", "Trees"]
    assert str(made.date) == "2024-06-04"


def test_letters_set_apart_open_the_agenda_with_its_day_behind_them() -> None:
    made = read_agenda("Parish Council\nA G E N D A – Tuesday 4 June 2024\n1. Bills\n2. Trees\n", "a.txt").meeting
    assert ([one.heading for one in made.sections], str(made.date)) == (["Bills", "Trees"], "2024-06-04")


def test_bare_lines_above_a_heading_that_goes_on_with_items_are_items() -> None:
    people = "Members: Ann Lee, Bo Oake\n\n"
    items = "Approval of the minutes\n\nReports\n\nTreasurer's figures\n\nDiscussion Items\n\nParking\n\nBallot\n"
    made = read_agenda(f"Faculty Senate\n4 June 2024, 3:00 pm\n\n{people}{items}", "a.txt").meeting
    assert [one.heading for one in made.sections] == [line for line in items.split("\n") if line]
    assert [person.name for person in made.people] == ["Ann Lee", "Bo Oake"]


def test_lettered_notices_below_the_last_item_are_none() -> None:
    head = "Parish Council\n4 June 2024 7pm, Village Hall\n\n1. Bills\n2. Trees\n3. Date of the next meeting\n\n"
    notices = "a) Members of the public may speak for three minutes.\nb) Please turn off telephones.\n"
    items = "a) The tree by the gate\nb) The tree in the lane\n"
    assert [one.number for one in read_agenda(head + notices, "a.txt").meeting.sections] == ["1.", "2.", "3."]
    assert [one.number for one in read_agenda(head + items, "a.txt").meeting.sections][3:] == ["a)", "b)"]
