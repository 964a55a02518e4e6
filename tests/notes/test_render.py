"""The two house layouts."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime, time

import pytest

from tests.meeting.room import Taker
from tests.notes.meetings import APRIL, NOW, PEOPLE, apology, entry, meeting
from tests.places import ROOT
from tui.errors import BadInput
from tui.meeting.model import Group, Kind, Meeting, Person, Section, SectionState, Status
from tui.notes.render import render
from tui.notes.templates.layout import width_of


def lines(shown: Meeting, style: str = "narrative", fmt: str = "txt", **more: object) -> list[str]:
    return [line for line in render(shown, style=style, fmt=fmt, **more).split("\n") if line]  # type: ignore[arg-type]


def body(shown: Meeting, style: str = "narrative", fmt: str = "txt", **more: object) -> list[str]:
    """Give the lines after the first section's heading and before the next meeting."""
    found = lines(shown, style, fmt, **more)
    start = next(at for at, line in enumerate(found) if "1. DREDGING" in line) + (2 if fmt == "txt" else 1)
    end = next(at for at, line in enumerate(found) if "NEXT MEETING" in line)
    return found[start:end]


def test_the_head_tells_who_when_and_where() -> None:
    shown = meeting(
        people=(*PEOPLE, apology("Jude Ferry")),
        header=(("Venue", "Boathouse"), ("Quorum", "3"), ("Series", "Board"), ("Members of the public", "4")),
        public=4,
        started=datetime(2024, 5, 7, 19, 2),
    )
    page = lines(shown, "findings")
    assert page[0] == "Harbour Board May 2024 – Meeting Notes"
    assert "Date: Tuesday 7th May 2024 @ 19:00" in page
    assert "Venue: Boathouse" in page
    assert "Quorum: 3" in page
    assert "Started: 19:02" in page
    assert "Members of the public: 4" in page
    assert page.count("Members of the public: 4") == 1
    assert not [line for line in page if "Series" in line]
    assert "Attendance:  Rosa Quill  Harbour Commissioner (HC)" in page
    assert "Apologies:   Jude Ferry  Member" in page


def test_nobody_missing_is_said() -> None:
    assert "Apologies: None" in lines(meeting())


def test_groups_and_comings_and_goings_are_told() -> None:
    people = (
        Person(id=1, name="Ash", capacity="Clerk", arrived_in=2, arrived=datetime(2024, 5, 7, 19, 40)),
        Person(id=2, name="Bo", capacity="Press", group=Group.OBSERVER, left_in=2),
    )
    sections = (Section(id=1, number="1.", heading="DREDGING"), Section(id=2, number="2.", heading="BUOYS"))
    page = render(meeting(people=people, sections=sections), fmt="txt")
    assert "Attendance:  Ash    Clerk (from item 2, 19:40)" in page
    assert "Observers:   Bo   Press (until item 2)" in page


@pytest.mark.parametrize("style", ["narrative", "findings"])
@pytest.mark.parametrize("fmt", ["txt", "md"])
def test_arrivals_and_departures_are_told_with_the_item_in_every_layout(style: str, fmt: str) -> None:
    shown = meeting(
        entry(1, "event", "Ash Vell arrived at 19:40 (from item 3).", person=1),
        entry(2, "event", "Lil Oddy joined (for item 3).", person=2),
        people=(
            Person(id=1, name="Ash Vell", capacity="Clerk", arrived_in=1, arrived=datetime(2024, 5, 7, 19, 40)),
            Person(id=2, name="Lil Oddy", capacity="Warden", group=Group.GUEST, arrived_in=1, only_in=1),
            Person(id=3, name="Bo Oake", capacity="Pilot", left_in=1),
        ),
        sections=(Section(id=1, heading="Moorings", number="3."),),
    )
    page = " ".join(render(shown, style=style, fmt=fmt).split())
    assert "Clerk (from item 3, 19:40)" in page
    assert "Warden (for item 3)" in page
    assert "Pilot (until item 3)" in page
    assert "Ash Vell arrived at 19:40 (from item 3)." in page
    assert "(Ash Vell" not in page
    assert "Lil Oddy joined (for item 3)." in page


def test_a_time_that_the_date_tells_is_not_told_twice() -> None:
    assert not [line for line in lines(meeting(header=(("Time", "7.00 pm – 9.00 pm"),))) if "Time" in line]
    assert "Time: 7.00 pm, doors at 6.30 pm" in lines(meeting(header=(("Time", "7.00 pm, doors at 6.30 pm"),)))


@pytest.mark.parametrize("fmt", ["md", "txt"])
def test_the_next_meeting_is_told_once_where_it_was_keyed_in_too(fmt: str) -> None:
    sections = (Section(id=1, number="1.", heading="DATE OF NEXT MEETING"),)
    keyed = entry(1, "note", "The next meeting is on 4 June 2024 – the boathouse.")
    assert render(meeting(keyed, sections=sections), fmt=fmt).count("4 June 2024") == 1
    assert render(meeting(sections=sections), fmt=fmt).count("4 June 2024") == 1


@pytest.mark.parametrize("style", ["findings", "narrative"])
@pytest.mark.parametrize("label", ["ACTION:", "Action –", "Action arising –", "Actions arising:"])
def test_an_action_that_says_so_itself_has_no_second_label(style: str, label: str) -> None:
    assert body(meeting(entry(1, "action", f"{label} CP to look.")), style)[0].startswith(f"{label} CP to look.")


def test_the_tables_of_people_stand_in_line() -> None:
    people = (
        Person(id=1, name="Rosa Quill", capacity="Chair"),
        Person(id=2, name="Bo", capacity="Press", group=Group.IN_ATTENDANCE),
        apology("Jude Ferry-Boatwright"),
    )
    page = render(meeting(people=people), style="findings", fmt="txt")
    rows = [line for line in page.split("\n") if line.endswith(("Capacity:", "Chair", "Press", "Member"))]
    assert {line.rindex(line.split()[-1]) for line in rows} == {39}
    assert page.count("Capacity:") == 1


def test_findings_letter_the_questions_and_label_the_answers() -> None:
    shown = meeting(
        entry(1, "question", "Is the channel deep enough?"),
        entry(2, "question", "Who surveys it?"),
        entry(3, "point", "Four metres at low water."),
        entry(4, "response", "The survey is due.", speakers=("CP",)),
        entry(5, "action", "CP to survey the channel.", owners=("CP",)),
    )
    assert body(shown, "findings") == [
        "a) Is the channel deep enough?",
        "b) Who surveys it?",
        "Findings:",
        "• Four metres at low water.",
        "• CP: The survey is due.",
        "Actions arising:",
        "CP to survey the channel." + " " * 45 + "CP",
    ]
    assert "a) Is the channel deep enough?" in render(shown, style="findings", fmt="md")


def test_a_single_question_has_no_letter() -> None:
    assert body(meeting(entry(1, "question", "Who pays?")), "findings")[0] == "Who pays?"


@pytest.mark.parametrize("fmt", ["md", "txt"])
def test_sections_with_questions_and_no_action_say_so_once_each(fmt: str) -> None:
    sections = tuple(Section(id=at, number=f"{at}.", heading=f"TOPIC {at}") for at in range(1, 5))
    shown = meeting(
        entry(1, "question", "One?", section=1),
        entry(2, "question", "Two?", section=2),
        entry(3, "question", "Three?", section=2),
        entry(4, "question", "Four?", section=3),
        entry(5, "action", "CP to answer.", section=3),
        entry(6, "note", "Nothing asked.", section=4),
        sections=sections,
    )
    page = render(shown, style="findings", fmt=fmt)
    assert page.count("There were no actions arising.") == 2
    assert page.count("no actions arising") == 2


def test_an_action_where_nothing_was_asked_stands_behind_its_label() -> None:
    one = meeting(entry(1, "note", "The crane is old."), entry(2, "action", "HC / CP to meet.", owners=("HC", "CP")))
    assert re.fullmatch(r"Action arising – HC / CP to meet\. +HC, CP", body(one, "findings")[1])
    two = meeting(entry(1, "action", "CP to look."), entry(2, "action", "HC to pay."))
    assert all(line.startswith("Action arising – ") for line in body(two, "findings"))


def test_an_event_between_actions_changes_nothing_in_how_they_print() -> None:
    shown = meeting(entry(1, "action", "CP to look."), entry(2, "event", "The tide turned."), entry(3, "note", "Late."))
    assert body(shown, "findings")[0].startswith("Action arising – CP to look.")


@pytest.mark.parametrize("style", ["findings", "narrative"])
def test_what_stands_after_an_action_stands_below_its_owners(style: str) -> None:
    due = "before the next meeting of the joint committee"
    shown = body(meeting(entry(1, "action", "CP to look.", owners=("CP",), due=due)), style)
    assert re.fullmatch(r"(?:ACTION: |Action arising – )CP to look\. +CP", shown[0])
    assert shown[1] == f"(due {due})"


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("!CP to look ^Friday", "(due Friday, 10 May 2024)"),
        ("!CP to look ^the next meeting", "(due the next meeting, 4 June 2024)"),
        ("!CP to look ^fri 10 may", "(due fri 10 May 2024)"),
        ("!CP to look ^31.5.24", "(due 31 May 2024)"),
        ("!CP to look ^by 31 May, at noon", "(due by 31 May 2024, at noon)"),
        ("!CP to look ^31 May 2024", "(due 31 May 2024)"),
        ("!CP to look ^asap", "(due asap)"),
        ("!CP to look by Friday", "(due 10 May 2024)"),
        ("!CP to look by 31 May", ""),
        ("!CP to look before the next meeting", "(due 4 June 2024)"),
        ("!CP to look [[by Friday]]", ""),
        ("!CP to look ^[[Friday]]", "(due [restricted])"),
    ],
)
def test_a_due_has_its_full_date_on_the_page_however_it_was_said(line: str, printed: str) -> None:
    taker = Taker()
    taker.do("/date 7 May 2024", "/details Next: 4 June 2024", line)
    for style in ("narrative", "formal", "findings"):
        page = render(taker.meeting, style=style, fmt="txt")
        assert re.findall(r"\(due .*?\)", page) == ([printed] if printed else [])


@pytest.mark.parametrize("style", ["findings", "narrative"])
@pytest.mark.parametrize("width", [80, 100])
def test_the_owner_column_is_wide_enough_for_a_name(style: str, width: int) -> None:
    owners = ("Cllr Bartholomew", "Rosa Quill")
    shown = body(meeting(entry(1, "action", "Both to look.", owners=owners)), style, width=width)
    assert shown[0].endswith(" Cllr Bartholomew,")
    assert shown[1].strip() == "Rosa Quill"
    assert shown[0].index("Cllr") == shown[1].index("Rosa")
    assert all(width_of(line) <= width for line in shown)


def test_narrative_lets_a_response_run_on_after_a_finished_sentence() -> None:
    shown = meeting(
        entry(1, "question", "The HC asked whether the buoys are lit.", speakers=("HC",)),
        entry(2, "response", "The CP said they are.", speakers=("CP",)),
        entry(3, "question", "The HC asked for dates", speakers=("HC",)),
        entry(4, "response", "The DP replied:", speakers=("DP",)),
        entry(5, "point", "June for the first"),
        entry(6, "response", "The CP said July was likelier.", speakers=("CP",)),
    )
    assert body(shown) == [
        "The HC asked whether the buoys are lit. The CP said they are.",
        "The HC asked for dates",
        "The DP replied:",
        "• June for the first",
        "The CP said July was likelier.",
    ]


@pytest.mark.parametrize(
    ("kind", "text", "speakers", "narrative", "findings"),
    [
        ("question", "are the buoys lit?", ("HC",), "The HC asked: are the buoys lit?", "HC: are the buoys lit?"),
        ("response", "they are.", ("CP", "DP"), "The CP and DP responded: they are.", "• CP, DP: they are."),
        ("note", "the tide was high.", ("LM",), "LM noted: the tide was high.", "LM: the tide was high."),
        ("note", "late.", ("Rosa Quill", "CP"), "Rosa Quill and the CP noted: late.", "Rosa Quill, CP: late."),
        ("note", "The CP said so.", ("CP",), "The CP said so.", "The CP said so."),
        ("note", "Mr. Vane said so.", ("CP",), "Mr. Vane said so.", "Mr. Vane said so."),
        ("note", "CPs came. Then the CP left.", ("CP",), "The CP noted: CPs came. Then the CP left.", None),
        ("note", "The HC began. The CP ended.", ("HC", "CP"), "The HC began. The CP ended.", None),
        ("note", "the CP had it.", ("CP", "DP"), "The DP noted: the CP had it.", "DP: the CP had it."),
        ("response", "", ("CP", "DP"), "The CP and DP responded:", "• CP, DP:"),
        (
            "decision",
            "Agreed to dredge.",
            ("HC",),
            "DECISION: HC: Agreed to dredge.",
            "Decision: HC: Agreed to dredge.",
        ),
        ("decision", "Decision: to dredge.", (), "Decision: to dredge.", "Decision: to dredge."),
        ("event", "The lights failed.", (), "(The lights failed.)", "(The lights failed.)"),
        ("event", "(Break)", (), "(Break)", "(Break)"),
    ],
)
def test_lead_ins_name_whom_the_words_do_not(
    kind: str, text: str, speakers: tuple[str, ...], narrative: str, findings: str | None
) -> None:
    shown = meeting(entry(1, kind, text, speakers=speakers))
    assert narrative in body(shown)
    if findings:
        assert findings in body(shown, "findings")


def test_owners_stand_in_their_column_and_after_the_words_in_markdown() -> None:
    shown = meeting(
        entry(1, "action", "CP to chart the wreck.", owners=("CP",), due="April meeting"),
        entry(2, "action", "ACTION: DP to write by Friday.", owners=("DP",), due="by Friday", in_text=True),
        entry(3, "action", "Paint the rail.", status=Status.DONE),
        entry(4, "action", "Mend the rail.", ref="A4", status=Status.REPLACED, replaced_by="A5"),
        entry(5, "action", "Buy a rail.", ref="A5", status=Status.DROPPED),
    )
    assert body(shown, fmt="md") == [
        "ACTION: CP to chart the wreck. **[CP]** (due April meeting)",
        "ACTION: DP to write by Friday. **[DP]**",
        "ACTION: Paint the rail. **[—]** (done)",
        "ACTION: Mend the rail. **[—]** (replaced by A5)",
        "ACTION: Buy a rail. **[—]** (dropped) (A5, replaces A4)",
    ]
    for style in ("narrative", "findings"):
        for width in (80, 100):
            column = width - (14 if width >= 100 else 10)
            owners = [line[column:] for line in body(shown, style, width=width) if len(line) > column]
            assert owners == ["CP", "DP", "—", "—", "—"]


def test_the_words_of_a_long_action_read_on_unbroken() -> None:
    words = "CP to " + "measure the depth of every berth and " * 6 + "report."
    shown = meeting(entry(1, "action", words, owners=("CP",)))
    assert words + " CP" in " ".join(" ".join(body(shown)).split())


def test_brought_forward_actions_are_worded_by_the_style() -> None:
    sections = (
        Section(id=1, number="1.", heading="DREDGING"),
        Section(id=2, number="1.1", heading="", level=2, brought_from=APRIL),
    )
    shown = meeting(
        entry(1, "action", "CP to chart the wreck.", section=2, ref="B1", owners=("CP",), topic="The wreck"),
        entry(2, "update", "The chart is drawn.", section=2, about=1),
        entry(3, "update", "It was printed.", section=2, about=1),
        entry(4, "action", "CP to sell it.", section=2, owners=("CP",)),
        sections=sections,
    )
    assert body(shown, fmt="md") == [
        "### 1.1 Action arising from the April 2024 meeting:",
        "**The wreck**",
        "CP to chart the wreck. **[CP]**",
        "Update: The chart is drawn.",
        "It was printed.",
        "ACTION: CP to sell it. **[CP]**",
    ]
    assert body(shown, "findings", "md") == [
        "### 1.1 Item brought forward from the April 2024 meeting:",
        "**The wreck**",
        "CP to chart the wreck. **[CP]**",
        "- The chart is drawn.",
        "- It was printed.",
        "**Actions arising**",
        "CP to sell it. **[CP]**",
    ]


def test_several_brought_forward_actions_are_items() -> None:
    two = (entry(1, "action", "One.", ref="B1", topic="T"), entry(2, "action", "Two.", ref="B2", topic="T"))
    shown = meeting(*two, sections=(Section(id=1, number="1.", heading="", brought_from=APRIL),))
    page = render(shown, style="findings", fmt="md")
    assert "## 1. Items brought forward from the April 2024 meeting:" in page
    assert page.count("**T**") == 1


@pytest.mark.parametrize("style", ["narrative", "findings"])
@pytest.mark.parametrize("fmt", ["md", "txt"])
def test_entries_stand_in_the_meetings_order(style: str, fmt: str) -> None:
    kinds = [kind for kind in Kind if kind is not Kind.ACTION] + [Kind.ACTION, Kind.QUESTION, Kind.POINT, Kind.RESPONSE]
    entries = [entry(at, kind, f"Sentence {at:02} ends here.") for at, kind in enumerate(kinds * 2, 1)]
    found = re.findall(r"Sentence (\d\d) ends here", render(meeting(*entries), style=style, fmt=fmt))
    assert found == [f"{at:02}" for at in range(1, len(entries) + 1)]


@pytest.mark.parametrize("style", ["narrative", "findings"])
@pytest.mark.parametrize("width", [80, 100])
def test_no_line_is_wider_than_the_page(style: str, width: int) -> None:
    words = "The survey of the eastern channel was late once more, for the launch was being painted. " * 4
    entries = [entry(at, kind, words, speakers=("CP",)) for at, kind in enumerate(Kind, 1)]
    sections = (Section(id=1, number="1.", heading=words, presenter="Idris Vane", papers=(words, words)),)
    page = render(meeting(*entries, sections=sections, title=words), style=style, fmt="txt", width=width)
    assert max(width_of(line) for line in page.split("\n")) <= width


def test_sections_say_what_became_of_them() -> None:
    sections = (
        Section(id=1, number="1.", heading="DREDGING", reached=1, papers=("Chart", "Survey"), presenter="CP"),
        Section(id=2, number="2.", heading="BUOYS", reached=3),
        Section(id=3, number="3.", heading="TIDES", reached=2),
        Section(id=4, number="4.", heading="ROPE", state=SectionState.DEFERRED),
        Section(id=5, number="5.", heading="PAINT", state=SectionState.SKIPPED),
    )
    page = render(meeting(sections=sections), fmt="md")
    assert "## 1. DREDGING (CP)\n\nPapers: Chart; Survey\n" in page
    assert re.search(r"(Taken after item [13]\.)", page)
    assert "## 4. ROPE\n\nDeferred.\n" in page
    assert "## 5. PAINT\n\nNot taken.\n" in page


def test_the_next_meeting_is_numbered_on() -> None:
    assert "2. DATE OF NEXT MEETING:\n========================\n\n4 June 2024, the boathouse\n" in render(
        meeting(), style="findings", fmt="txt"
    )
    lettered = meeting(sections=(Section(id=1, number="A", heading="DREDGING"),))
    assert "\nDATE OF NEXT MEETING:" in render(lettered, style="findings", fmt="txt")
    assert "CONFIRMATION OF NEXT MEETING TYPE / DATE / TIME / VENUE:" in render(meeting(), fmt="txt")


def test_an_agenda_with_a_section_for_the_next_meeting_gets_no_second_one() -> None:
    sections = (Section(id=1, number="1.", heading="Date of next meeting"),)
    page = render(meeting(sections=sections), style="findings", fmt="md")
    assert page.lower().count("next meeting") == 1
    assert page.endswith("## 1. Date of next meeting\n\n4 June 2024, the boathouse\n")


def test_times_are_printed() -> None:
    shown = meeting(end=time(21), started=NOW, closed=datetime(2024, 5, 7, 21, 10))
    page = render(shown, fmt="md")
    assert "**Date:** Tuesday 7th May 2024 @ 19:00 to 21:00" in page
    assert "**Closed:** 21:10" in page


def test_emphasis_is_kept_in_markdown_and_left_out_of_plain_text() -> None:
    shown = meeting(entry(1, "note", "The *Tern* is **lost**."))
    assert "The *Tern* is **lost**." in render(shown, fmt="md")
    assert "The Tern is lost." in render(shown, fmt="txt")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"fmt": "tx"}, "there is no format 'tx'; known formats: txt, odt, xml, html, docx, md, pdf, json"),
        ({"version": "secret"}, "there is no version 'secret'; known versions: internal, public"),
        (
            {"style": "finding"},
            "there is no style 'finding'; known styles: findings, dialogue, agenda, actions, formal, narrative,"
            " summary",
        ),
        ({"width": 3}, "a page of 3 columns is too narrow; give 40 or more"),
    ],
)
def test_what_does_not_exist_is_named(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as raised:
        render(meeting(), **arguments)  # type: ignore[arg-type]
    assert str(raised.value) == message


def test_importing_render_does_not_import_jinja2() -> None:
    code = (
        "import sys, tui.notes.render; print({'jinja2', 'textual', 'tinydb', 'click', 'subprocess'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_long_meeting_is_rendered_in_a_moment() -> None:
    kinds = list(Kind)
    entries = [entry(at, kinds[at % 9], "The CP spoke of the tide. " * 5, speakers=("CP",)) for at in range(2000)]
    render(meeting(), fmt="txt")
    started = datetime.now()
    render(meeting(*entries), fmt="txt")
    assert (datetime.now() - started).total_seconds() < 3
