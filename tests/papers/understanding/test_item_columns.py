"""What stands beside an agenda's items: who takes them in a column or in brackets before, links, headings over them."""

from __future__ import annotations

from tui.meeting.model import Meeting
from tui.papers.agenda import read_agenda

HEAD = "Harbour Trust\nTuesday 4 June 2024, 7.30pm, Boat Shed\n\n"


def read(text: str, where: str = "a.txt") -> Meeting:
    return read_agenda(text, where).meeting


def presented(meeting: Meeting) -> list[tuple[str, str]]:
    return [(section.heading, section.presenter) for section in meeting.sections]


def test_a_list_with_a_column_for_who_takes_the_items_is_a_table_of_two() -> None:
    rows = (
        "Item                        Who\nMinutes                     LK\nSection reports\n  Cubs    SD\nHut   GW/SD\n"
    )
    found = presented(read(f"{HEAD}{rows}"))
    assert found == [("Minutes", "LK"), ("Section reports", ""), ("Cubs", "SD"), ("Hut", "GW/SD")]


def test_cells_that_do_not_stand_below_their_heads_go_by_their_order() -> None:
    head = "Item    Topic    Lead    Papers\n"
    rows = f"{head}1    Welcome and apologies    Chair    -\n2    Safeguarding update    LH    Paper B\n"
    assert presented(read(f"{HEAD}{rows}")) == [("Welcome and apologies", "Chair"), ("Safeguarding update", "LH")]


def test_names_in_square_brackets_before_items_present_them() -> None:
    text = (
        "# Storage call\n\nDate: 4 June 2024\n\n## Agenda\n- [ann-lee] Welcome\n- [bo] Snapshots\n- Open discussion\n"
    )
    assert presented(read(text, "a.md")) == [("Welcome", "ann-lee"), ("Snapshots", "bo"), ("Open discussion", "")]


def test_square_brackets_that_say_what_is_to_be_done_are_of_the_heading() -> None:
    text = (
        "# Storage call\n\nDate: 4 June 2024\n\n## Agenda\n- [Decision] Pump\n- [Info] Snapshots\n- [Decision] Rope\n"
    )
    assert presented(read(text, "a.md"))[0] == ("[Decision] Pump", "")


def test_a_bullet_that_is_a_link_is_a_paper_of_the_item_above() -> None:
    text = "# Call\n\nDate: 4 June 2024\n\n## Agenda\n- Snapshots\n  - https://example.org/3476\n- Open discussion\n"
    sections = read(text, "a.md").sections
    assert [section.heading for section in sections] == ["Snapshots", "Open discussion"]
    assert sections[0].papers == ("https://example.org/3476",)


def test_a_heading_with_a_colon_stands_over_the_first_items() -> None:
    items = "PUBLIC HEARINGS:\n1. Yard of 12 Pond Road\n2. Permit for 9 Main Street\n\nOTHER BUSINESS:\n3. Bills\n"
    headings = [(section.level, section.heading.rstrip(":")) for section in read(f"{HEAD}{items}").sections]
    assert headings[0] == (1, "PUBLIC HEARINGS")
    assert (1, "OTHER BUSINESS") in headings


def test_headings_below_the_day_are_items_side_by_side() -> None:
    head = "Harbour WG Agenda\n\nDate: 4 June 2024\nRoom: Shed 2\n\n"
    meeting = read(f"{head}# Bashing (10 min)\n\n# Drafts\n * Rope - 20 min\n\n# Other\n")
    assert meeting.title == "Harbour WG"
    assert [section.heading for section in meeting.sections] == ["Bashing", "Drafts", "Rope", "Other"]


def test_a_title_has_no_weekday_of_its_mail() -> None:
    mail = "From: a@example.org\nSubject: Boat committee Weds\n\n"
    assert read(f"{mail}Wednesday 5 June 2024, 7pm, Boat Shed\n\n- Rope\n- Hull\n- Oars\n").title == "Boat committee"


def test_tomorrow_is_no_part_of_a_title() -> None:
    text = "Agenda for tomorrow's design sync (June 12, 2024, 15:00)\n\n1) Icons\n2) Colours\n"
    assert read(text).title == "design sync"


def test_a_numbered_session_in_german_is_no_item() -> None:
    head = "Elternbeirat am Wall\n3. Sitzung im Schuljahr 2024/25\nDi., 22.10.2024, 19.30 Uhr, Lehrerzimmer\n"
    meeting = read(f"{head}\n1. Kasse\n2. Wahl\n3. Verschiedenes\n")
    assert (meeting.date.isoformat(), meeting.sections[0].heading) == ("2024-10-22", "Kasse")


def test_a_link_by_name_is_an_item_with_its_label() -> None:
    text = "# Guild\n3 June 2024\n\n## Agenda\n- [Tins & Jars][tins]\n- [Plan][]\n- [x] [note]\n\n[tins]: https://example.org/t\n"
    meeting = read_agenda(f"{text}[plan]: https://example.org/p\n", "a.md").meeting
    assert [section.heading for section in meeting.sections][:2] == ["Tins & Jars", "Plan"]
