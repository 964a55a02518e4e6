"""The forms in which programs save a log, and the rules of the tools that make minutes of it.

The cases follow those that W3C's scribe.perl and MeetBot are tested by; the words are our own.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.papers.minutes.holding import AT, lost_words
from tui.meeting.model import Meeting, Presence
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.source import read_bytes

FORMS = {
    "rrsagent": """
        13:59:57 <RRSAgent> logging to https://logs.example/2025/10/02-sundial-irc
        13:59:58 <RRSAgent> RRSAgent has joined #sundial
        14:00:09 <cora> Meeting: Sundial Group
        14:00:12 <cora> scribe: cora
        14:00:13 <bea> present+
        14:01:00 <cora> Topic: Gnomon length
        14:02:00 <cora> emil: three plates need a new rod
        14:02:10 <cora> ... and one a new plate
        14:02:20 <bea> ACTION: emil to measure them
    """,
    "IRCCloud": """
        [2025-10-02 13:28:44] → Joined channel #sundial
        [2025-10-02 13:58:21] ⇐ emil quit (emil@815ad96c.example): "Leaving"
        [2025-10-02 14:00:09] <cora> Meeting: Sundial Group
        [2025-10-02 14:00:10] — Zakim notes agendum 1 added
        [2025-10-02 14:00:12] <cora> scribe: cora
        [2025-10-02 14:00:13] <bea> present+
        [2025-10-02 14:01:00] <cora> Topic: Gnomon length
        [2025-10-02 14:02:00] <cora> emil: three plates need a new rod
        [2025-10-02 14:02:10] <cora> ... and one a new plate
        [2025-10-02 14:02:20] <bea> ACTION: emil to measure them
        [2025-10-02 16:55:24] * bea_ → bea
    """,
    "bip": """
        02-10-2025 13:59:06 -!- emil!emil@cloak.example has joined #sundial
        02-10-2025 14:00:09 < cora!~cora@cloak.example: Meeting: Sundial Group
        02-10-2025 14:00:12 < cora!~cora@cloak.example: scribe: cora
        02-10-2025 14:00:13 < bea!bea@cloak.example: present+
        02-10-2025 14:00:46 > * emil is late
        02-10-2025 14:01:00 < cora!~cora@cloak.example: Topic: Gnomon length
        02-10-2025 14:02:00 < cora!~cora@cloak.example: emil: three plates need a new rod
        02-10-2025 14:02:10 < cora!~cora@cloak.example: ... and one a new plate
        02-10-2025 14:02:20 < bea!bea@cloak.example: ACTION: emil to measure them
        02-10-2025 14:02:25 < * cora!~cora@cloak.example rrsagent, draft minutes
    """,
    "irssi": """
        --- Log opened Thu Oct 02 13:42:03 2025
        13:42           --> | bea (bea@cloak.example) has joined &sundial
        13:42       «Users» | 9 nicks (1 ops, 0 halfops, 0 voices, 8 normal
        14:00 @    trackbot | Meeting: Sundial Group
        14:00 @    trackbot | Date: 2 October 2025
        14:00          cora | scribe: cora
        14:00           bea | present+
        14:00             * | Zakim notes agenda cleared
        14:01          cora | Topic: Gnomon length
        14:02          cora | emil: three plates need a new rod
        14:02          cora | ... and one a new plate
        14:02           bea | ACTION: emil to measure them
        --- Log closed Thu Oct 02 15:46:15 2025
    """,
}


def read(log: str, day: date | None = None) -> Meeting:
    """Read a log, of which no word may be lost."""
    lines = "\n".join(line.strip() for line in log.strip().splitlines())
    document = read_bytes(lines.encode(), "sundial.log").document
    meeting = read_minutes(document, name="sundial.log", at=AT, day=day).meeting
    assert lost_words(document, meeting) == []
    return meeting


def said(meeting: Meeting) -> list[tuple[str, str]]:
    return [(" ".join(one.speakers), one.text) for one in meeting.entries]


@pytest.mark.parametrize("form", FORMS)
def test_a_log_is_read_in_whatever_form_it_was_saved(form: str) -> None:
    meeting = read(FORMS[form])
    assert (meeting.title, meeting.date.isoformat()) == ("Sundial Group", "2025-10-02")
    assert [one.heading for one in meeting.sections] == ["Gnomon length"]
    notes = [("emil", "three plates need a new rod"), ("emil", "and one a new plate"), ("", "emil to measure them")]
    assert said(meeting) == notes
    assert [one.action.owners for one in meeting.entries if one.action] == [("emil",)]
    assert [one.name for one in meeting.people] == ["cora", "bea"]


def test_items_are_taken_up_by_the_bot_that_keeps_the_agenda() -> None:
    meeting = read("""
        14:00:00 <cora> Meeting: Sundial Group
        14:00:01 <cora> Date: 2 October 2025
        14:00:02 <cora> agenda+ Gnomon length
        14:00:03 <cora> agenda+ Plates
        14:00:04 <cora> scribe: cora
        14:00:05 <cora> zakim, take up next
        14:00:06 <Zakim> agendum 1. "Gnomon length" taken up [from cora]
        14:00:07 <cora> bea: it is long enough
        14:00:08 <Zakim> agendum 2. "Plates of brass, and where they are
        14:00:08 <Zakim> ... to be had -" taken up [from cora]
        14:00:09 <cora> bea: nothing new
    """)
    headings = ["Gnomon length", "Plates of brass, and where they are to be had"]
    assert [one.heading for one in meeting.sections] == headings
    assert said(meeting) == [("bea", "it is long enough"), ("bea", "nothing new")]


def test_actions_and_resolutions_are_written_in_several_ways_and_go_on_over_lines() -> None:
    meeting = read("""
        <cora> Date: 2 October 2025
        <cora> scribe: cora
        <cora> Topic: Plates
        <cora> Resolved: Rods are of brass
        <cora> ... or of bronze
        <bea> Action bea: ask for prices
        <bea> s/prices/the prices/
        <bea> ... before the frost
        <cora> action : emil to look for bronze
        <cora> action-20: is still open
    """)
    assert [text for _, text in said(meeting)] == [
        "Rods are of brass or of bronze",
        "bea: ask for the prices before the frost",
        "emil to look for bronze",
        "action-20: is still open",
    ]
    assert [one.action.owners for one in meeting.entries if one.action] == [("bea",), ("emil",)]


def test_who_is_there_and_who_sits_is_said_with_and_without_names() -> None:
    meeting = read("""
        <cora> Date: 2 October 2025
        <abel> Chair+
        <bea> Chair +conny ,bob
        <cora> scribe+
        <cora> topic: Plates
        <cora> regrets+ hugo, ines
        <cora> bea: they shine
    """)
    assert meeting.said("Chair") == "abel, conny, bob"
    assert meeting.said("Scribe") == "cora"
    away = [one.name for one in meeting.people if one.presence is Presence.APOLOGIES]
    assert away == ["hugo", "ines"]


def test_whoever_starts_a_meeting_of_meetbot_sits_until_another_does() -> None:
    meeting = read(
        """
        15:00:04 <mira> #startmeeting Clock Group
        15:00:31 <mira> #chair jonas luc
        15:00:40 <mira> #unchair luc
        15:00:50 <mira> #nick anita
        15:01:02 <mira> #topic Leap seconds
        15:01:10 <mira> #topic
        15:02:50 <mira> #action anita to propose text
        15:07:00 <mira> #endmeeting
        """,
        date(2025, 9, 11),
    )
    assert meeting.said("Chair") == "mira, jonas"
    assert [one.name for one in meeting.people if one.presence is Presence.ABSENT] == ["anita"]
    assert [one.heading for one in meeting.sections] == ["Leap seconds"]
    assert [one.action.owners for one in meeting.entries if one.action] == [("anita",)]
