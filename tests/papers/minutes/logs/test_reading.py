"""Logs beside the minutes that their own tools make of them: topics, actions, decisions and corrections agree.

What those tools leave out (talk that MeetBot does not note, commands to bots) is in the meeting all the same: as notes,
each under the name of whoever wrote it, or beside the meeting, unprinted.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.papers.minutes.holding import AT, lost_words
from tui.meeting.kinds import Kind
from tui.meeting.model import DecisionOutcome, Meeting, Presence
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.source import read_file

HERE = Path(__file__).parent
MEETBOT, SCRIBE = HERE / "clock-group.meetbot.log", HERE / "sundial.scribe.log"


@cache
def meeting_of(path: Path) -> Meeting:
    return read_minutes(read_file(path).document, name=path.name, at=AT).meeting


def made_by_its_tool(path: Path) -> str:
    return path.with_suffix(".txt").read_text(encoding="utf-8")


def actions_of(meeting: Meeting) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.action.owners) for one in meeting.entries if one.action]


def decisions_of(meeting: Meeting) -> list[str]:
    return [one.text for one in meeting.entries if one.kind is Kind.DECISION]


def headings_of(meeting: Meeting) -> list[str]:
    return [one.heading for one in meeting.sections if one.heading]


def test_meetbots_topics_actions_and_decisions_agree() -> None:
    meeting, minutes = meeting_of(MEETBOT), made_by_its_tool(MEETBOT)
    assert headings_of(meeting) == re.findall(r"^\* (.+?)  \(", minutes, re.M)[:2]
    assert [text for text, _ in actions_of(meeting)] == re.findall(r"ACTION: (.+?)  \(", minutes)
    assert decisions_of(meeting) == re.findall(r"(?:AGREED|VOTE): (.+?\??)(?:  \(| Carried)", minutes)
    assert (meeting.title, meeting.date.isoformat()) == ("Clock Group", "2025-09-11")


def test_meetbots_actions_have_the_owners_of_its_list_by_person() -> None:
    by_person = made_by_its_tool(MEETBOT).partition("by person")[2]
    for text, owners in actions_of(meeting_of(MEETBOT)):
        persons = [block.split()[0] for block in re.split(r"^\* ", by_person, flags=re.M)[1:] if text in block]
        assert list(owners) == persons


def test_meetbots_undo_and_votes_are_followed() -> None:
    meeting = meeting_of(MEETBOT)
    notes = [one.text for one in meeting.entries if one.kind is Kind.NOTE]
    assert "ten vectors are ready" in notes
    assert "nine vectors are ready" not in notes
    vote = next(one.decision for one in meeting.entries if one.text.startswith("Publish"))
    assert vote is not None
    assert (vote.votes_for, vote.votes_against, vote.for_names) == (2, 1, ("anita", "jonas"))
    assert vote.outcome is DecisionOutcome.CARRIED


def test_the_scribes_topics_actions_and_resolutions_agree() -> None:
    meeting, minutes = meeting_of(SCRIBE), made_by_its_tool(SCRIBE)
    assert headings_of(meeting) == re.findall(r"^\d(?:\.\d)?\.? (.+)$", minutes.partition("Summary of")[0], re.M)
    assert [one.level for one in meeting.sections if one.heading] == [1, 1, 2]
    assert [text for text, _ in actions_of(meeting)] == re.findall(r"^ACTION: (.+)$", minutes, re.M)
    assert [owners for _, owners in actions_of(meeting)] == [("Cora Vance",), ("Bea Stone", "Emil Dahl")]
    assert decisions_of(meeting) == re.findall(r"^RESOLUTION: (.+)$", minutes, re.M)
    assert (meeting.title, meeting.date.isoformat()) == ("Sundial CG", "2025-10-02")


def test_the_scribes_corrections_are_made_and_speech_has_its_speakers() -> None:
    said = [(one.speakers, one.text) for one in meeting_of(SCRIBE).entries if one.kind is Kind.NOTE]
    assert (("Cora Vance",), "the formula fails at noon") in said
    assert (("Cora Vance",), "by a whole degree") in said
    assert (("Cora Vance",), "I would keep it") in said
    assert not any("nune" in text for _, text in said)


def test_who_was_there_and_who_sent_regrets() -> None:
    people = {one.name: one.presence for one in meeting_of(SCRIBE).people}
    assert people.pop("Hugo Ferre") is Presence.APOLOGIES
    assert people == dict.fromkeys(("Emil Dahl", "Cora Vance", "Bea Stone"), Presence.PRESENT)


def test_no_word_of_a_log_is_lost() -> None:
    for path in (MEETBOT, SCRIBE):
        assert lost_words(read_file(path).document, meeting_of(path)) == []
