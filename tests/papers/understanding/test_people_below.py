"""People found by what a block holds: below labels in bullets, among the items, in columns, under any label."""

from __future__ import annotations

import pytest

from tui.meeting.model import Group, Meeting, Presence
from tui.papers.agenda import read_agenda


def read(text: str) -> Meeting:
    return read_agenda(text, "a.md").meeting


def people(text: str) -> list[tuple[str, str, str]]:
    return [(person.name, person.capacity, person.abbreviation) for person in read(text).people]


def headings(text: str) -> list[str]:
    return [section.heading for section in read(text).sections]


HEAD = "# Panel\nDate: 3 March 2020\n\n"
ITEMS = "\n\n## Agenda\n1. Welcome\n2. Accounts\n"


def test_a_heading_whose_bullets_are_keys_and_people_is_the_head() -> None:
    text = (
        "# Sitzung vom 4. März 2025\n\n## Formalien\n\n- Geplanter Beginn: 17:00\n- Schluss der Sitzung: 18:46 Uhr\n"
        "- Sitzungsleitung: Nora Hain\n- **Anwesende Personen:**\n  - *Rat:*\n  - [x] Nora Hain [name=NH] - Vorsitz\n"
        "  - [ ] Timo Brand [name=TB]\n  - *weitere:\n  - [x] Ute Weil (Online) [name=UW]\n\n"
        "## 1. Protokoll\n\n## 2. Kasse\n"
    )
    assert people(text) == [("Nora Hain", "Vorsitz", "NH"), ("Timo Brand", "", "TB"), ("Ute Weil", "", "UW")]
    meeting = read(text)
    assert str(meeting.start) == "17:00:00"
    assert meeting.said("Sitzungsleitung") == "Nora Hain"
    assert headings(text) == ["Protokoll", "Kasse"]


def test_numbered_headings_among_the_items_that_stand_over_people_are_no_items() -> None:
    text = (
        "# Advisory Committee, 4 March 2025\n\n## 1. Call to order\n\n## 2. Roll call\n\n## 2.1 Participants\n\n"
        "### 2.1.1 Voting members present\n\n- Ann Lowe, Acme\n- Ben Marsh, Beta Ltd.\n\n"
        "### 2.1.2 Members present\n\n- N/A\n\n### 2.1.3 Observers present\n\n- Karen Orme, Gamma\n\n"
        "## 3. Approval of the agenda\n\n## 4. Next steps\n"
    )
    assert people(text) == [("Ann Lowe", "Acme", ""), ("Ben Marsh", "Beta Ltd.", ""), ("Karen Orme", "Gamma", "")]
    assert read(text).people[2].group is Group.OBSERVER
    assert headings(text) == ["Call to order", "Roll call", "Approval of the agenda", "Next steps"]


def test_an_item_that_speaks_of_members_is_no_list_of_them() -> None:
    text = f"{HEAD}## Agenda\n\n### New members\n- Ann Lowe\n- Ben Marsh\n\n### Accounts\n"
    assert people(text) == []
    assert "New members" in headings(text)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            "MAYOR              Ann Lowe\nMAYOR PRO TEM      Ben Marsh\nCOUNCIL MEMBERS    Karen Orme\n"
            "                   David Pike\n                   Susan Quist\nCITY MANAGER       Peter Rudd\n",
            [
                ("Ann Lowe", "MAYOR", ""),
                ("Ben Marsh", "MAYOR PRO TEM", ""),
                ("Karen Orme", "", ""),
                ("David Pike", "", ""),
                ("Susan Quist", "", ""),
                ("Peter Rudd", "CITY MANAGER", ""),
            ],
        ),
        ("Venue              Ann Lowe House\nRoom               Ben Marsh Wing\n", []),
    ],
)
def test_names_in_a_column_beside_posts_are_people(rows: str, wanted: list[tuple[str, str, str]]) -> None:
    assert people(f"CITY COUNCIL\nMonday, May 6, 2024, 7:00 PM\n\n{rows}\n1. CALL TO ORDER\n2. MINUTES\n") == wanted


def test_a_label_that_says_nothing_of_people_may_list_them() -> None:
    text = f"{HEAD}- In the room: Ann Lowe, Karen Orme\n- Can't make it: David Pike\n- Authors: Susan Quist, Peter Rudd"
    found = read(f"{text}{ITEMS}").people
    assert [(one.name, one.presence) for one in found] == [
        ("Ann Lowe", Presence.PRESENT),
        ("Karen Orme", Presence.PRESENT),
        ("David Pike", Presence.APOLOGIES),
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ann Lowe (Acme), Ben Marsh (Beta)", [("Ann Lowe", "Acme", ""), ("Ben Marsh", "Beta", "")]),
        ("Ann Lowe (AL), Trinity House", [("Ann Lowe", "Trinity House", "AL")]),
        ("Ann Lowe, Trinity House", [("Ann Lowe", "Trinity House", "")]),
        ("- Orme Pike, Juan Pedro", [("Juan Pedro Orme Pike", "", "")]),
        ("- Ann Lowe / Acme", [("Ann Lowe", "Acme", "")]),
        ("- mira\n- @otis\n- ben-m", [("mira", "", ""), ("@otis", "", ""), ("ben-m", "", "")]),
        ("- everybody", []),
    ],
)
def test_forms_of_a_line(line: str, wanted: list[tuple[str, str, str]]) -> None:
    assert people(f"{HEAD}## Attendees\n{line}{ITEMS}") == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ada, Ben, Karen + TA", ["Ada", "Ben", "Karen"]),
        ("Ann Lowe, @otis, Ben Marsh @benm (Beta)", ["Ann Lowe", "@otis", "Ben Marsh"]),
        (
            "M. Jean ORME, Maire, Mme Anne PIKE, MM. Paul ROUX, Luc BLANC, Mmes Eva NOIR et Zoé PETIT",
            ["M. Jean ORME", "Mme Anne PIKE", "Paul ROUX", "Luc BLANC", "Eva NOIR", "Zoé PETIT"],
        ),
    ],
)
def test_forms_of_a_list_in_one_line(line: str, wanted: list[str]) -> None:
    assert [name for name, _, _ in people(f"{HEAD}Present: {line}{ITEMS}")] == wanted


def test_first_and_last_names_in_columns_of_their_own_are_one_name() -> None:
    table = "| First name | Last name | Company | Role |\n|---|---|---|---|\n| Ann | Lowe | Acme | Chair |\n"
    assert people(f"{HEAD}{table}{ITEMS}")[0][0] == "Ann Lowe"


def test_whoever_gets_a_copy_of_a_notice_to_members_is_in_attendance() -> None:
    text = f"{HEAD}To: Ann Lowe (Chair), Ben Marsh\ncc: Karen Orme (Auditor){ITEMS}"
    assert [(one.name, one.group) for one in read(text).people][2] == ("Karen Orme", Group.IN_ATTENDANCE)


def test_posts_below_names_and_lines_that_come_again_name_nobody() -> None:
    text = (
        "Tagesordnung\nder 3. Sitzung der Gemeindevertretung\nam Montag, 17. Dezember 2018\n\nMitglieder:\n\n"
        "Mitglied des Gremiums\nErik Hain\nBürgermeister\nMitglied des Gremiums\nUwe Brand\n"
        "1. stellvertretender Bürgermeister\nMitglied des Gremiums\nPetra Weil\n\n"
        "Öffentlicher Teil\n1.\nEröffnung\n2.\nHaushalt\n3.\nVerschiedenes\n"
    )
    assert people(text) == [
        ("Erik Hain", "Bürgermeister", ""),
        ("Uwe Brand", "1. stellvertretender Bürgermeister", ""),
        ("Petra Weil", "", ""),
    ]
    assert "Haushalt" in headings(text)


def test_a_bullet_with_several_first_names_is_several_people() -> None:
    assert [name for name, _, _ in people(f"{HEAD}## Regrets\n* Warren, Mirja, John{ITEMS}")] == [
        "Warren",
        "Mirja",
        "John",
    ]
    assert people(f"{HEAD}## Attendees\n* Ann Lowe, Acme{ITEMS}") == [("Ann Lowe", "Acme", "")]


def test_a_bullet_among_the_items_that_says_who_is_there_is_no_item() -> None:
    text = "# Council\nDate: 3 March 2020\n\n- Welcome\n- Directors present: Ann Lowe, Karen Orme\n- Accounts\n"
    assert headings(text) == ["Welcome", "Accounts"]
    assert [name for name, _, _ in people(text)] == ["Ann Lowe", "Karen Orme"]


@pytest.mark.parametrize("label", ["Asistencia de la reunión:", "The usual suspects:"])
def test_a_run_of_full_names_is_people_whatever_stands_above_it(label: str) -> None:
    assert [name for name, _, _ in people(f"{HEAD}{label}\n-Alberto Guerra\n-Sergio Orta\n-Daniel Rueda{ITEMS}")] == [
        "Alberto Guerra",
        "Sergio Orta",
        "Daniel Rueda",
    ]


def test_pictures_behind_names_are_no_part_of_them_and_papers_below_are_no_people() -> None:
    papers = "#### Working Documents:\n* Draft Notes\n* Wharf Map\n"
    text = f"{HEAD}## Chair Roster\n* Rosie Le Favre 🪑\n* Dan Krone 📝\n---\n{papers}"
    assert [name for name, _, _ in people(text + ITEMS)] == ["Rosie Le Favre", "Dan Krone"]


def test_a_host_and_somebody_listed_with_a_post_and_with_a_firm_are_one_person_each() -> None:
    text = (
        f"{HEAD}## Attendance\n* Host: John Mert - Acme Foundation / Beta Foundation\n* Secretary: Stephen Kenzie\n"
        f"* Members:\n    * [X] Allan Johns - Acme\n    * [X] Stephen Kenzie - Beta\n{ITEMS}"
    )
    assert people(text) == [
        ("John Mert", "Acme Foundation / Beta Foundation, Host", ""),
        ("Stephen Kenzie", "Secretary, Beta", ""),
        ("Allan Johns", "Acme", ""),
    ]


def test_handles_before_a_last_comma_and_a_bullet_below_a_key_stand_for_themselves() -> None:
    text = f"{HEAD}Attending: patcon, dcwalk, garrying, elon, \n\n* Minutes: Yasmin\n* we are quorate\n{ITEMS}"
    meeting = read(text)
    assert [person.name for person in meeting.people] == ["patcon", "dcwalk", "garrying", "elon"]
    assert meeting.said("Minutes") == "Yasmin"


def test_german_offices_stand_before_names_and_a_list_copied_from_a_page_has_its_numbers_twice() -> None:
    text = (
        "Gemeinderat\n2. Dezember 2013 im Dorfhaus\nBeginn der Sitzung: 19.40 Uhr\nEnde der Sitzung: 21.25Uhr\n\n"
        "Anwesend:\n1. 1.  Bürgermeister Hans Hermann Pohl\n2. 2.  Gemeindevertreterin Ada St. Johann\n"
        "3. 3.  Ehrenbürgermeister Ulf Stein\n\n"
        "Tagesordnung\n1. 1.  Fragen\n2. 2.  Kasse\n3. 3.  1. Lesung\n"
    )
    assert people(text) == [
        ("Hans Hermann Pohl", "Bürgermeister", ""),
        ("Ada St. Johann", "Gemeindevertreterin", ""),
        ("Ulf Stein", "Ehrenbürgermeister", ""),
    ]
    meeting = read(text)
    assert [(section.number, section.heading) for section in meeting.sections] == [
        ("1.", "Fragen"),
        ("2.", "Kasse"),
        ("3.", "1. Lesung"),
    ]
    assert str(meeting.end) == "21:25:00"


def test_numbers_that_only_two_lines_have_twice_are_kept() -> None:
    assert headings(f"{HEAD}## Agenda\n1. 1. Lesung\n2. 2. Lesung\n3. Kasse\n")[:2] == ["1. Lesung", "2. Lesung"]


def test_an_initial_that_is_a_particle_elsewhere_ends_a_name() -> None:
    text = f"{HEAD}* Attendees: Sarah B., Nate Y., Mike Z.\n{ITEMS}"
    assert [name.rstrip(".") for name, _, _ in people(text)] == ["Sarah B", "Nate Y", "Mike Z"]


def test_a_bold_agenda_in_a_bullet_opens_the_items_and_one_over_people_ends_them() -> None:
    text = (
        "# Guild\n- **Location:** Zoom\n- **Date:** July 14th, 2020 2:30 PM\n- **Agenda**\n1. Tins\n2. Jars\n"
        "- **Participants:**\n    - Brian Stark (Chair)\n    - Vratika Chand (Secretary)\n"
    )
    assert people(text) == [("Brian Stark", "Chair", ""), ("Vratika Chand", "Secretary", "")]
    assert headings(text) == ["Tins", "Jars"]
    assert (read(text).said("Location"), str(read(text).start)) == ("Zoom", "14:30:00")


def test_people_with_numbers_below_bold_labels_of_a_roll_call_are_no_items() -> None:
    text = (
        "# Board call\n\n12 March 2020\n\n1.  **Call to Order / Roll Call**\n\n    1.  **Premier Members of it**\n"
        "\n        1.  Philippe Robin (Arm)\\*\n\n        2.  Dave Taler (Acme)\\* (Chair)\n\n"
        "    2.  **Guests / Observers**\n\n"
        "        1.  Seth Knocks (Beta)\n\n        2.  Simon Johns (Arm)\n\n"
        "    3.  **Not in attendance**\n\n        1.  Xiao Lin (Gamma)\\*\n\n"
        "2.  **Motions**\n\n    1.  Tins\n"
    )
    found = [(one.name, one.capacity, one.group, one.presence) for one in read(text).people]
    assert found == [
        ("Philippe Robin", "Arm", Group.MEMBER, Presence.PRESENT),
        ("Dave Taler", "Acme, Chair", Group.MEMBER, Presence.PRESENT),
        ("Seth Knocks", "Beta", Group.GUEST, Presence.PRESENT),
        ("Simon Johns", "Arm", Group.GUEST, Presence.PRESENT),
        ("Xiao Lin", "Gamma", Group.MEMBER, Presence.ABSENT),
    ]
    assert headings(text) == ["Call to Order / Roll Call", "Motions", "Tins"]


def test_new_members_below_a_bold_item_are_no_list_of_who_is_there() -> None:
    assert people(f"{HEAD}## Agenda\n1. **New members**\n    1. Ann Lowe\n    2. Ben Marsh\n2. Accounts\n") == []


@pytest.mark.parametrize("heading", ["### Roll Call", "### Roll call (based on the roster of 9 May 2019)", "Sign-in:"])
def test_those_who_are_called_below_the_items_are_people_by_one_name_too(heading: str) -> None:
    roll = "- [ ] Jiehong\n- [x] Amy\n- [ ] Lola\n- [ ] Nihan (late)\n"
    text = f"{HEAD}## Agenda\n- Welcome\n- Accounts\n\n{heading}\n{roll}"
    assert [name for name, _, _ in people(text)] == ["Jiehong", "Amy", "Lola", "Nihan"]
    assert headings(text) == ["Welcome", "Accounts"]


@pytest.mark.parametrize("below", ["- Quorum\n- Minutes\n", "- Proxies\n- Amy\n- Budget\n- Ferries\n- Ropes\n- Tins\n"])
def test_what_is_called_below_a_roll_call_is_no_list_of_people_where_few_are_names(below: str) -> None:
    text = f"{HEAD}## Agenda\n\n### Welcome\n\n### Roll call\n{below}\n### Accounts\n"
    assert people(text) == []
    assert "Roll call" in headings(text)


def test_a_line_right_below_the_last_bullet_that_says_who_was_there_is_no_item() -> None:
    text = (
        "Conseil communal du 6 novembre 2024\n\nL'ordre du jour :\n\n"
        "  • Budget\n  • Entretien des chemins de la commune\n"
        "Etaient présents : ORME Carine, PIKE Robert, QUIST Michelle\nAbsents et excusés :\nSecrétaire : ORME Carine\n"
    )
    assert [name for name, _, _ in people(text)] == ["ORME Carine", "PIKE Robert", "QUIST Michelle"]
    assert headings(text) == ["Budget", "Entretien des chemins de la commune"]


def test_bullets_over_people_who_stand_further_in_name_nobody_themselves() -> None:
    roll = (
        "- Product Managers\n  - [ ] Ann Lowe\n  - [ ] Ben Marsh (Advisory)\n"
        "- Developers\n   - [ ] Karen Orme\n   - [ ] Paul Pike\n"
    )
    text = f"{HEAD}## Agenda\n- Welcome\n\n### Team Attendance\n{roll}"
    assert [name for name, _, _ in people(text)] == ["Ann Lowe", "Ben Marsh", "Karen Orme", "Paul Pike"]
    assert headings(text) == ["Welcome"]


def test_lines_behind_a_gap_below_people_in_one_line_are_none_of_them_where_they_are_no_names() -> None:
    text = (
        "Faculty Senate\nThursday, March 5, 2020\n\nSenators Present: Ann Lowe, Ben Marsh\n\n"
        "Guests: Karen Orme, Paul Pike\n, Susan Quist\n\nOfficers' Reports\n\nStanding Reports\n\n"
        "1. Ballot\n2. Motion\n"
    )
    assert [name for name, _, _ in people(text)] == ["Ann Lowe", "Ben Marsh", "Karen Orme", "Paul Pike", "Susan Quist"]
    assert read(text).people[4].group is Group.GUEST


def test_initials_in_brackets_below_the_items_that_are_those_of_the_names_tell_who_they_are() -> None:
    key = "(SM)   Sally Marsh – Chair\n\n(DB)   Dave Bell – website\n"
    text = f"{HEAD}## Agenda\n- Welcome (SM)\n- Accounts (DB)\n\n{key}"
    assert people(text) == [("Sally Marsh", "Chair", "SM"), ("Dave Bell", "website", "DB")]
    assert [section.presenter for section in read(text).sections] == ["SM", "DB"]


def test_headings_of_roles_before_the_items_tell_who_holds_them_and_are_no_items() -> None:
    text = (
        "# [March 3, 2020] Agenda and Notes\n### Attendees\n-\n\n### Facilitator\n- [ ] Sylvia\n\n### Notetaker\n\n"
        "### Recurring\n- [ ] Collab: more syncs https://example.org/1\n- [ ] Content\n\n### News\n- [ ] Tins\n"
    )
    assert people(text) == [("Sylvia", "Facilitator", "")]
    assert headings(text) == ["Recurring", "Collab: more syncs", "Content", "News", "Tins"]


def test_a_title_that_names_a_role_is_a_title() -> None:
    text = "## Guild Facilitator and Secretary Meeting - 3 March 2020\n## Check-in\n- Start\n\n## News\n- Tins\n"
    assert "Guild Facilitator and Secretary Meeting" in read(text).title
