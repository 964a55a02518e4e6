"""The sample meetings of bodies with rules of their own: their finished notes hold what each rule asks."""

from __future__ import annotations

import re

from tests.samples import FOLDER
from tui.book.meeting_file import read_meeting
from tui.meeting.model import DecisionOutcome, Meeting, Person
from tui.meeting.people.at_moment import facts_at
from tui.meeting.people.directory import directory_of
from tui.notes.render import render


def sample(name: str) -> tuple[Meeting, str]:
    """Give a finished meeting, and its notes as one line of words."""
    meeting = read_meeting(FOLDER / f"{name}.json")
    return meeting, " ".join(render(meeting, style="formal", fmt="txt", width=120).split())


def named(meeting: Meeting, labels: tuple[str, ...]) -> set[int]:
    found = {directory_of(meeting).find(label) for label in labels}
    return {one.person for one in found if one and one.person is not None}


def members(meeting: Meeting) -> list[Person]:
    return [person for person in meeting.people if person.group.value == "member"]


def test_robert_names_the_mover_and_not_the_seconder_and_tells_what_became_of_each_motion() -> None:
    """Robert's Rules of Order Newly Revised, 48:4 to 48:6."""
    meeting, notes = sample("2026-03-rowing-club")
    decided = [entry.decision for entry in meeting.entries if entry.decision]
    assert [one.mover for one in decided] == ["", "Theo Wilder", "Ruth Amery", "Cole Danvers", "Ruth Amery"]
    assert not any(one.seconder for one in decided)
    assert "second" not in notes.lower()
    outcomes = [one.outcome for one in decided]
    assert outcomes == [
        DecisionOutcome.CARRIED,
        DecisionOutcome.LOST,
        DecisionOutcome.UNSAID,
        DecisionOutcome.CARRIED,
        DecisionOutcome.CARRIED,
    ]
    for words in (
        "Stillwater Rowing Club",
        "Regular monthly meeting",
        "Tuesday 10th March 2026",
        "The boathouse, Mill Basin",
        "The president was in the chair and the secretary was present.",
        "approved as corrected",
        "3 for, 5 against",
        "raised a point of order",
        "because notice had been given",
        "appealed from the ruling, and the ruling was sustained",
        "gave notice of a motion",
        "The meeting closed at 20:52.",
    ):
        assert words in notes


def test_a_parish_council_tells_who_was_present_interests_and_resolutions_by_numbers_that_run_on() -> None:
    """Local Government Act 1972, schedule 12, paragraphs 40 and 41; Localism Act 2011, section 31."""
    meeting, notes = sample("2026-04-parish")
    assert [section.number for section in meeting.sections] == [f"{number}/26" for number in range(17, 25)]
    for person in members(meeting):
        assert person.name in notes
    assert "Members of the public: 4" in notes
    assert "Cllr Gareth Unwin declared a disclosable pecuniary interest" in notes
    assert re.search(r"Cllr Gareth Unwin withdrew at \d\d:\d\d for item 23/26", notes)
    resolutions = [entry for entry in meeting.entries if entry.decision]
    assert len(resolutions) == 5
    assert all(entry.decision and entry.decision.outcome is DecisionOutcome.CARRIED for entry in resolutions)
    assert notes.count("Resolved") == 5
    assert notes.count("Resolved: Resolved") == 0
    # A member asked for it, so it shows how each of them voted.
    recorded = resolutions[-1]
    assert recorded.decision is not None
    voted = named(meeting, recorded.decision.for_names) | named(meeting, recorded.decision.against_names)
    assert voted == set(facts_at(meeting, recorded.id).present)
    assert "For (3): Cllr Harriet Bloom, Cllr Edwin Poole, Cllr Moira Sands Against (1): Cllr Philippa Yarrow" in notes
    assert "Signed by the chair" in notes


def test_a_californian_board_reports_the_vote_or_abstention_of_each_member_present() -> None:
    """Government Code section 54953 (c) (2)."""
    meeting, notes = sample("2026-05-library-board")
    actions = [entry for entry in meeting.entries if entry.decision]
    assert len(actions) == 3
    for entry in actions:
        assert entry.decision is not None
        sides = (entry.decision.for_names, entry.decision.against_names, entry.decision.abstained_names)
        people = [person for side in sides for person in named(meeting, side)]
        assert sorted(people) == sorted(facts_at(meeting, entry.id).present)
    rolls = re.findall(r"For \(\d\): (.*?) Against \(\d\): (.*?) Abstained \(\d\): (.*?) (?:Action|4\.|6\.)", notes)
    assert rolls == [
        ("Marisol Vega, Hugh Tanaka, Joan Pruitt, Samuel Okoye, Lucille Ferris", "none", "none"),
        ("Marisol Vega, Hugh Tanaka, Samuel Okoye", "Joan Pruitt", "Lucille Ferris"),
        ("Joan Pruitt, Marisol Vega", "Hugh Tanaka, Samuel Okoye", "none"),
    ]
    assert "Two members of the public spoke" in notes


def test_a_works_council_tells_wording_majority_and_who_was_there() -> None:
    """§ 34 Abs. 1 BetrVG."""
    meeting, notes = sample("2026-06-betriebsrat")
    assert meeting.language == "de"
    decided = [entry for entry in meeting.entries if entry.decision]
    majorities = [(e.decision.votes_for, e.decision.votes_against, e.decision.abstained) for e in decided if e.decision]
    assert majorities == [(None, None, None), (5, 1, 0), (3, 1, 1)]
    for words in (
        "Beschluss: Die Niederschrift der Sitzung vom 13. Mai 2026 wird genehmigt. Einstimmig.",
        "Beschluss: Der Betriebsrat stimmt der Einstellung von Jana Ebert als Monteurin zum 1. Juli 2026 nach § 99",
        "Angenommen mit 5 dafür, 1 dagegen, 0 Enthaltungen.",
        "Anwesenheitsliste, in die sich alle Teilnehmenden eigenhändig eingetragen haben",
        "Unterschrift des Vorsitzes:",
        "Unterschrift eines weiteren Mitglieds",
        "Entschuldigt: Uli Brand Holger Stamm",
        "Außerdem anwesend: Mona Seidel",
        "Mittwoch, 10. Juni 2026, 9:00 Uhr",
    ):
        assert words in notes
    for person in members(meeting):
        assert person.name in notes
    for entry in decided:
        decision, present = entry.decision, facts_at(meeting, entry.id).present
        assert decision is not None
        if decision.votes_for is not None:
            assert decision.votes_for + (decision.votes_against or 0) + (decision.abstained or 0) == len(present)


def test_a_welsh_note_tells_attendance_apologies_interests_decisions_and_votes() -> None:
    """Local Government and Elections (Wales) Act 2021, schedule 4: the note of a community council's meeting."""
    meeting, notes = sample("2026-07-cyngor-cymuned")
    assert meeting.language == "cy"
    for person in members(meeting):
        assert person.name in notes
    for words in (
        "Dydd Mawrth, 14 Gorffennaf 2026 am 19:00",
        "Ymddiheuriadau: Dafydd Elis",
        "Datganodd Aled Rowlands fuddiant (personol)",
        "Aeth Aled Rowlands allan",
        "yn unfrydol",
        "3 o blaid, 1 yn erbyn",
        "4 o blaid, 0 yn erbyn, 1 yn ymatal",
    ):
        assert words in notes
    decided = [entry.decision for entry in meeting.entries if entry.decision]
    assert [one.outcome for one in decided] == [DecisionOutcome.CARRIED] * 3
    assert not re.search(r"\b(?:Present|Apologies|Date|Resolved|item|July)\b", notes)
