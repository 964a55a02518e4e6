"""The people of an agenda: lists, tables, lines that name several, and the public."""

from __future__ import annotations

import pytest

from tui.meeting.model import Meeting
from tui.papers.agenda import read_agenda
from tui.papers.understanding.people.reading import people_listed

HEAD = "# Panel\nDate: 3 March 2020\n"


def read(text: str) -> Meeting:
    return read_agenda(text, "a.md").meeting


def people(text: str) -> list[tuple[str, str, str]]:
    found = read(f"{HEAD}\n{text}\n\n## Agenda\n1. Welcome\n").people
    return [(person.name, person.capacity, person.abbreviation) for person in found]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "- John Campion, Police and Crime Commissioner (PCC)",
            ("John Campion", "Police and Crime Commissioner", "PCC"),
        ),
        (
            "- Bo Oake, Head of Finance, Planning and Roads (HF)",
            ("Bo Oake", "Head of Finance, Planning and Roads", "HF"),
        ),
        ("- Inspector Ian Wall, Staff Officer - PCC", ("Inspector Ian Wall", "Staff Officer - PCC", "")),
        ("3) Cllr Ann Lee OBE", ("Cllr Ann Lee OBE", "", "")),
        ("* Ann Lee (AL)", ("Ann Lee", "", "AL")),
        ("– Ann Lee (Clerk)", ("Ann Lee", "Clerk", "")),
        ("Ann Lee\tClerk", ("Ann Lee", "Clerk", "")),
        ("- Ann Lee (AL), Clerk", ("Ann Lee", "Clerk", "AL")),
        ("- Ann Lee (AL) – Clerk", ("Ann Lee", "Clerk", "AL")),
        ("- Ann Lee (Vice-Chair)", ("Ann Lee", "Vice-Chair", "")),
        ("- Ann Lee: Clerk", ("Ann Lee", "Clerk", "")),
        ("- Headteacher: Ann Lee", ("Ann Lee", "Headteacher", "")),
        ("- Clerk: Ann Lee", ("Ann Lee", "Clerk", "")),
        ("| **Ann Lee** | Clerk | CLK |", ("Ann Lee", "Clerk", "CLK")),
        ("1 Ann Lee – Clerk", ("Ann Lee", "Clerk", "")),
    ],
)
def test_people_are_read_in_every_form(line: str, wanted: tuple[str, str, str]) -> None:
    assert people(f"## Attendance\n{line}") == [wanted]


def test_a_table_of_people_needs_no_more_than_its_rows() -> None:
    table = "## Attendance\n| Name | Role |\n|:-----|-----:|\n| Ann Lee | Chair |\n| Bo Oake | Clerk |"
    assert people(table) == [("Ann Lee", "Chair", ""), ("Bo Oake", "Clerk", "")]


@pytest.mark.parametrize("words", ["None", "- None.", "Nil", "No apologies were received.", "There were none.", "n/a"])
def test_nobody_is_no_person(words: str) -> None:
    assert people(f"## Apologies\n{words}") == []


def test_a_line_within_a_list_may_say_what_its_people_are() -> None:
    found = read(
        f"{HEAD}## Attendance\n- Ann Lee\n- Apologies: Bo Oake, Cy Pugh\n"
        "## Apologies\nApologies were received from Di Ray and Ed Sim.\n## Agenda\n1. A\n"
    ).people
    assert [(p.name, p.presence.value) for p in found] == [
        ("Ann Lee", "present"),
        ("Bo Oake", "apologies"),
        ("Cy Pugh", "apologies"),
        ("Di Ray", "apologies"),
        ("Ed Sim", "apologies"),
    ]


@pytest.mark.parametrize(
    "heading", ["## AGENDA", "**Agenda**", "## Agenda – Part 1", "Agenda items:", "# Order of business"]
)
def test_the_list_of_items_may_be_headed_in_many_ways(heading: str) -> None:
    meeting = read(f"# M\nDate: 3 March 2020\n## Attendance\n- A B\n\n{heading}\nWelcome\nAny other business\n")
    assert [(s.level, s.heading) for s in meeting.sections] == [(1, "Welcome"), (1, "Any other business")]
    assert len(meeting.people) == 1


def test_each_list_says_what_its_people_are() -> None:
    found = read(
        HEAD + "## Attendance\n- A B\n### Police\n- C D\n## In attendance\n- E F\n## Guests\n- G H\n"
        "## Observers\n- I J\n## Absent\n- K L\n## Apologies for absence\n- M N\n## Agenda\n1. A\n## Apologies\n- O P\n"
    ).people
    assert [(p.name, p.group.value, p.presence.value) for p in found] == [
        ("A B", "member", "present"),
        ("C D", "member", "present"),
        ("E F", "in attendance", "present"),
        ("G H", "guest", "present"),
        ("I J", "observer", "present"),
        ("K L", "member", "absent"),
        ("M N", "member", "apologies"),
        ("O P", "member", "apologies"),
    ]
    assert [person.id for person in found] == list(range(1, 9))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Members of the public: 45", 45),
        ("- Members of the public present: about 45", 45),
        ("No members of the public were present.", 0),
        ("Members of the public: none", 0),
        ("There were 12 members of the public in attendance", 12),
    ],
)
def test_the_public_is_counted(line: str, count: int) -> None:
    assert read(f"{HEAD}{line}\n1. A\n").public == count
    assert read(f"{HEAD}## Attendance\n- A B\n{line}\n## Agenda\n1. A\n").public == count


def test_an_address_of_mail_is_the_persons_and_no_part_of_their_name() -> None:
    found = read(
        f"{HEAD}\nMembers:\n- Jane Brown, Treasurer (JB) <jb@x.org>\n- Tom Hale tom@x.org\n\n1. Welcome\n"
    ).people
    assert [(one.name, one.capacity, one.abbreviation, one.email) for one in found] == [
        ("Jane Brown", "Treasurer", "JB", "jb@x.org"),
        ("Tom Hale", "", "", "tom@x.org"),
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Chairman Birch, Cllrs Hobbs, Kerr", [("Birch", "Chairman"), ("Cllr Hobbs", ""), ("Kerr", "")]),
        ("Cllr Ann Lee, Clerk Ben Marsh", [("Cllr Ann Lee", ""), ("Ben Marsh", "Clerk")]),
        ("Ann Lee, Head Marine Biology", [("Ann Lee", "Head Marine Biology")]),
    ],
)
def test_a_post_may_stand_before_a_name_in_a_list(words: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.capacity) for one in people_listed(words)] == wanted
