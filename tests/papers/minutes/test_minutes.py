"""Finished minutes of many kinds: what a person reads in each, and that no word is lost or moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.papers.minutes.holding import (
    AT,
    PAPERS,
    action_of,
    holds,
    inventory_of,
    lost_words,
    name_of,
    out_of_order,
    owners_of,
    read,
)
from tui.errors import BadInput
from tui.meeting.kinds import Kind
from tui.meeting.model import Meeting, Presence, Status
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document

papers = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)


def meeting_of(text: str) -> Meeting:
    return read_minutes(read_text_document(text, "minutes.txt"), name="minutes.txt", at=AT).meeting


@papers
def test_every_word_stands_in_the_meeting_and_entries_in_the_order_of_the_paper(path: Path) -> None:
    document, draft = read(path)
    assert lost_words(document, draft.meeting) == []
    assert out_of_order(document, draft.meeting) == []


@papers
def test_people_and_items_are_those_that_a_person_reads(path: Path) -> None:
    wanted, meeting = inventory_of(path), read(path)[1].meeting
    names = {name_of(one.name) for one in meeting.people}
    assert {name_of(one) for one in wanted.people} == names
    headings = [f"{one.number} {one.heading}" for one in meeting.sections]
    assert [item for item in wanted.items if not any(holds(heading, item) for heading in headings)] == []


@papers
def test_actions_and_their_owners_are_those_that_a_person_reads(path: Path) -> None:
    wanted, meeting = inventory_of(path), read(path)[1].meeting
    made = [one for one in meeting.entries if one.action is not None]
    by_label = {(one.abbreviation or one.name): name_of(one.name) for one in meeting.people}
    for some, owners in wanted.actions:
        action = action_of(meeting, some)
        assert action is not None, some
        assert {by_label.get(owner, name_of(owner)) for owner in owners} == owners_of(meeting, action), some
    assert len(made) == len(wanted.actions)


@papers
def test_decisions_are_those_that_a_person_reads(path: Path) -> None:
    decided = [one.text for one in read(path)[1].meeting.entries if one.kind is Kind.DECISION]
    assert [some for some in inventory_of(path).decisions if not any(holds(text, some) for text in decided)] == []


@papers
def test_each_entry_leads_to_the_words_it_was_read_from(path: Path) -> None:
    document, draft = read(path)
    places = {block.place for block in document.blocks}
    entries = {one.id: one for one in draft.read if one.what == "entry"}
    assert entries.keys() == {entry.id for entry in draft.meeting.entries}
    assert all(one.first in places and one.first <= one.last and 0 < one.sure <= 100 for one in entries.values())


HEAD = """Minutes of the Ferry Committee held on 4 March 2025

Present: Ada Lowe (AL), Ben Marsh (BM)

"""


def test_a_column_of_initials_stands_beside_its_line() -> None:
    meeting = meeting_of(
        f"{HEAD}1. Landing stage\n   The planks are loose at the far end and have been so since the\n"
        "   winter. They are to be nailed down before Easter.            BM\n\n2. Fares\n   Fares stay as they are.\n"
    )
    (action,) = [one for one in meeting.entries if one.action]
    assert action.text == "They are to be nailed down before Easter."
    assert action.action
    assert action.action.owners == ("BM",)


def test_an_action_told_again_in_a_table_at_the_end_is_one() -> None:
    meeting = meeting_of(
        f"{HEAD}1. Fares\nFares were discussed at length.\nAction: AL to print the new fares\n\n2. Actions\n\n"
        "| Action | Owner | By when |\n|---|---|---|\n| Print the new fares | AL | 1 April 2025 |\n"
    )
    (action,) = [one for one in meeting.entries if one.action]
    assert action.action
    assert (action.action.owners, action.action.due and action.action.due.date) == (("AL",), date(2025, 4, 1))


def test_questions_and_answers_keep_who_spoke() -> None:
    meeting = meeting_of(
        f"{HEAD}1. Fares\nAL asked whether the fares had to rise. BM replied that fuel was dearer by a fifth.\n"
    )
    assert [(one.kind, one.speakers) for one in meeting.entries] == [
        (Kind.QUESTION, ("AL",)),
        (Kind.RESPONSE, ("BM",)),
    ]


def test_an_earlier_action_that_was_done_is_settled() -> None:
    meeting = meeting_of(
        f"{HEAD}1. Matters arising\nBM to mend the bell. Done.\nAL to buy rope.\n\n2. Fares\nNo change.\n"
    )
    statuses = {one.text: one.action.status for one in meeting.entries if one.action}
    assert statuses == {"BM to mend the bell.": Status.DONE, "AL to buy rope.": Status.OPEN}


def test_brackets_behind_an_action_say_how_it_stands_and_when_it_is_due() -> None:
    text = f"{HEAD}1. Fares\nFares were talked of.\nAction: BM to print the list (due 1 April 2025) (done)\n"
    (action,) = [one.action for one in meeting_of(text).entries if one.action]
    assert action.status is Status.DONE
    assert action.due
    assert action.due.date == date(2025, 4, 1)


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    text = f"{HEAD}1. Fares\nIt was noted by those present that the expec-\ntation of a rise had been well-\nknown.\n"
    assert meeting_of(text).entries[0].text.endswith("the expectation of a rise had been well-known.")


def test_the_next_meeting_and_the_end_of_this_one_are_understood() -> None:
    meeting = meeting_of(
        f"{HEAD}1. Fares\nNo change.\n\nThe meeting closed at 8.15 pm.\n\n2. Next meeting\n1 April 2025\n"
    )
    assert meeting.said("Next") == "1 April 2025"
    assert meeting.closed is not None
    assert (meeting.closed.hour, meeting.closed.minute) == (20, 15)
    assert meeting.imported == "minutes.txt"


def test_those_who_sent_apologies_within_the_items_are_people() -> None:
    meeting = meeting_of(
        f"{HEAD}1. Apologies\nApologies were received from Cy Orme and Di Pell.\n\n2. Fares\nNo change.\n"
    )
    away = [one.name for one in meeting.people if one.presence is Presence.APOLOGIES]
    assert away == ["Cy Orme", "Di Pell"]


def test_an_agenda_is_no_minutes() -> None:
    with pytest.raises(BadInput, match="nothing that was said"):
        meeting_of("# Ferry Committee\n\nDate: 4 March 2025\n\n## Agenda\n1. Fares\n2. Landing stage\n")


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The stage was painted.",
            "AL asked why. BM replied that nobody knew.",
            "Action: AL to write to the harbour master",
            "It was RESOLVED to buy a second boat.",
            "• a bullet of some words",
            "2. Boats",
            "Findings:",
            "Savings",
            "ALL",
            "BM                                    AL",
            "Present: Cy Orme",
            "a) Who pays for it?",
            "| a | b |",
            "Update: it was done.",
            "Signed: the chair",
            "Next meeting: 1 April 2025",
            "",
        ]
    ),
    min_size=1,
    max_size=14,
)


@examples(150)
@given(SENTENCES)
def test_whatever_stands_in_minutes_no_word_is_lost_or_moved(lines: list[str]) -> None:
    document = read_text_document(f"{HEAD}1. Fares\nNothing rose.\n" + "\n".join(lines), "minutes.txt")
    meeting = read_minutes(document, name="minutes.txt", at=AT).meeting
    assert lost_words(document, meeting) == []
    assert out_of_order(document, meeting) == []
