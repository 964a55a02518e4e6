"""People whom an agenda names otherwise than in a list of them: in sentences, items, a key of initials, the foot."""

from __future__ import annotations

import pytest

from tui.meeting.model import Group, Meeting, Presence
from tui.papers.agenda import read_agenda

HEAD = "Harbour Trust\nTuesday 4 June 2024, 7.30pm, Boat Shed\n\n"
ITEMS = "1. Welcome\n2. Moorings\n3. Dredging\n"


def read(text: str) -> Meeting:
    return read_agenda(text, "a.txt").meeting


def named(text: str) -> list[tuple[str, Presence]]:
    return [(person.name, person.presence) for person in read(text).people]


@pytest.mark.parametrize(
    "line",
    [
        "Ida and Mr Rolf Brandt have sent their apologies.",
        "Apologies have been received from Ida and Mr Rolf Brandt.",
        pytest.param("Can't make it: Ida, Mr Rolf Brandt", marks=pytest.mark.long),
        pytest.param("On leave: Ida, Mr Rolf Brandt", marks=pytest.mark.long),
    ],
)
def test_who_sent_apologies_is_read_from_a_sentence(line: str) -> None:
    sent = [("Ida" if "Ida" in line else "", Presence.APOLOGIES), ("Mr Rolf Brandt", Presence.APOLOGIES)]
    assert named(f"{HEAD}{line}\n\n{ITEMS}") == sent


def test_the_chair_of_a_sentence_about_apologies_is_nobody_by_name() -> None:
    assert named(f"{HEAD}The Chair has sent apologies.\n\n{ITEMS}") == []


def test_apologies_below_the_items_of_a_mail_are_read_too() -> None:
    assert named(f"{HEAD}{ITEMS}\nApologies from Mo and Trish already.\n") == [
        ("Mo", Presence.APOLOGIES),
        ("Trish", Presence.APOLOGIES),
    ]


def test_a_label_and_its_names_may_stand_in_brackets() -> None:
    lines = "Who: Rosa Fenn, Dilys Parr\n(Apologies: Jenny)\n"
    assert [name for name, _ in named(f"{HEAD}{lines}\n{ITEMS}")] == ["Rosa Fenn", "Dilys Parr", "Jenny"]


def test_people_with_posts_stand_side_by_side() -> None:
    lines = "  President Ruth Okada     Director Leon Baptiste\n       Director Yvette Lang     Director Chris Moya\n"
    people = read(f"{HEAD}{lines}\n{ITEMS}").people
    assert [one.name for one in people] == ["Ruth Okada", "Leon Baptiste", "Yvette Lang", "Chris Moya"]
    assert people[0].capacity == "President"


def test_labels_stand_over_columns_of_people_set_with_spaces() -> None:
    rows = "Present                    Apologies\nRevd Jane Coe (Chair)      Ted Hill\nRon Dale\n"
    assert named(f"{HEAD}{rows}\n{ITEMS}") == [
        ("Revd Jane Coe", Presence.PRESENT),
        ("Ron Dale", Presence.PRESENT),
        ("Ted Hill", Presence.APOLOGIES),
    ]


def test_addresses_of_mail_stand_behind_the_names_of_a_list() -> None:
    line = "Attendees: Lena Fox <lena@x.example>, Raj Puri <raj@x.example>; Hal Dove <hal@x.example>"
    people = read(f"{HEAD}{line}\n\n{ITEMS}").people
    assert [(one.name, one.email) for one in people] == [
        ("Lena Fox", "lena@x.example"),
        ("Raj Puri", "raj@x.example"),
        ("Hal Dove", "hal@x.example"),
    ]


def test_the_heads_of_a_table_are_labels_for_the_people_below_them() -> None:
    rows = "| Attending | Apologies |\n| --- | --- |\n| Ida Moss (Chair) | Roy Tipton |\n| Neil Sharp | |\n"
    people = read(f"# Harbour call\nDate: 4 June 2024\n\n{rows}\n## Agenda\n\n{ITEMS}").people
    assert [(one.name, one.presence is Presence.APOLOGIES) for one in people] == [
        ("Ida Moss", False),
        ("Neil Sharp", False),
        ("Roy Tipton", True),
    ]


def test_an_item_for_the_roll_call_names_those_who_are_called() -> None:
    text = f"{HEAD}I. Call to Order\nII. Roll Call: Trustees Abel, Crisp, Dorn\nIII. Bills\n"
    assert [name for name, _ in named(text)] == ["Abel", "Crisp", "Dorn"]


def test_names_behind_the_item_for_apologies_are_those_who_sent_them() -> None:
    meeting = read(f"{HEAD}1. Welcome\n2. Apologies – Hanna, Rolf\n3. Bills – Hanna\n")
    assert [(one.name, one.presence) for one in meeting.people] == [
        ("Hanna", Presence.APOLOGIES),
        ("Rolf", Presence.APOLOGIES),
    ]
    assert [section.presenter for section in meeting.sections] == ["", "", "Hanna"]


def test_initials_are_explained_side_by_side_below_the_items() -> None:
    meeting = read(f"{HEAD}1. Welcome\n2. Pay (KB)\n3. Bills (LM)\n\nKB = Kath Boyd   LM = Len Marsh\n")
    assert [(one.name, one.abbreviation) for one in meeting.people] == [("Kath Boyd", "KB"), ("Len Marsh", "LM")]
    assert [section.presenter for section in meeting.sections] == ["", "KB", "LM"]


def test_people_below_an_unmarked_list_are_no_item() -> None:
    vestry = "Vestry: Hal Morrow, Dot Amis, Cal Whit, Bess Truro"
    meeting = read(f"{HEAD}Opening prayer\nAccounts\nRoof\nClosing prayer\n\n{vestry}\n")
    assert [section.heading for section in meeting.sections][-1] == "Closing prayer"
    assert [one.name for one in meeting.people] == ["Hal Morrow", "Dot Amis", "Cal Whit", "Bess Truro"]


def test_names_stand_below_the_words_of_their_label() -> None:
    lines = "Members: Hal Brant, Chair (District 1)\n         Lola Quint, Vice-Chair\n         Peter O'Dowd\n"
    people = read(f"{HEAD}{lines}\n{ITEMS}").people
    assert [one.name for one in people] == ["Hal Brant", "Lola Quint", "Peter O'Dowd"]
    assert people[1].capacity == "Vice-Chair"


def test_a_label_within_a_list_is_for_those_behind_it() -> None:
    line = "Present: Priya Nair (Chair); George Holt; In attendance: Lee Fox (Director)"
    groups = [(one.name, one.group) for one in read(f"{HEAD}{line}\n\n{ITEMS}").people]
    assert groups[1:] == [("George Holt", Group.MEMBER), ("Lee Fox", Group.IN_ATTENDANCE)]


def test_a_label_needs_no_colon_within_a_list() -> None:
    lines = "In attendance:\nInvited Ben Morten\nFormal Business\n"
    assert [name for name, _ in named(f"{HEAD}{lines}\n{ITEMS}")] == ["Ben Morten"]


@pytest.mark.parametrize(
    ("item", "presenter"),
    [
        ("Budget (Hannah, Tom)", "Hannah, Tom"),
        ("Handover – Marco Rossi", "Marco Rossi"),
        ("Skips (Jane Amis)", "Jane Amis"),
        ("Fair (Summer, Winter)", ""),
        ("Bench – Robert Street", ""),
        ("Tides (High, Low)", ""),
    ],
)
def test_first_names_tell_who_presents_an_item(item: str, presenter: str) -> None:
    assert read(f"{HEAD}1. Welcome\n2. {item}\n3. Bills\n4. Any other business\n").sections[1].presenter == presenter


def test_the_head_of_a_table_of_people_is_nobody() -> None:
    rows = "| Name | Handle | Home | Boat |\n| --- | --- | --- | --- |\n| Ida Moss (Host) | @moss | Leeds | Tern |\n"
    head = "# Harbour call\nDate: 4 June 2024\n\n## Attendees\n\n"
    assert [name for name, _ in named(f"{head}{rows}\n## Agenda\n\n{ITEMS}")] == ["Ida Moss"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("Councilmember Abby Stone\nCouncilmember Luis Vega", ["Abby Stone", "Luis Vega"]),
        ("Present: Pres. Hugh Tan, Treas. Om Patel", ["Hugh Tan", "Om Patel"]),
        ("Present: ian, nick, smith", ["ian", "nick", "smith"]),
        ("Present: all, staff", []),
        ("Cllr M Abbot (Ch)\t\tCllr P Stone\nMr T Hale (Public)", ["Cllr M Abbot", "Cllr P Stone", "Mr T Hale"]),
        ("Here: Jo, Mags\nNot here: Lil", ["Jo", "Mags", "Lil"]),
        ("In attendance: Museum Manager (Iris Tolley)", ["Iris Tolley"]),
        ("Management: Stacy Bloom, Evergreen Property Services", ["Stacy Bloom"]),
    ],
)
def test_posts_handles_and_firms_are_told_from_names(lines: str, wanted: list[str]) -> None:
    assert [name for name, _ in named(f"{HEAD}{lines}\n\n{ITEMS}")] == wanted


@pytest.mark.parametrize(
    "item",
    [
        "1. Apologies for absence received from Cora Tarn",
        "1. Apologies were received from Cora Tarn.",
        "1. To receive apologies for absence: Cora Tarn",
        "1. To receive and accept apologies: Cora Tarn",
    ],
)
def test_an_item_says_who_sent_apologies(item: str) -> None:
    assert named(f"{HEAD}{item}\n2. Moorings\n3. Dredging\n") == [("Cora Tarn", Presence.APOLOGIES)]
