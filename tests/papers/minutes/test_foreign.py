"""How others set what every minutes have: people without a label, tables with other heads, matters before actions."""

from __future__ import annotations

from tests.papers.minutes.holding import AT
from tui.meeting.model import Meeting
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document

BODY = "\n1. Fares\nFares were discussed at length, and stay as they are.\n"


def meeting_of(text: str) -> Meeting:
    return read_minutes(read_text_document(text, "minutes.md"), name="minutes.md", at=AT).meeting


def names(text: str) -> list[str]:
    return [one.name for one in meeting_of(text).people]


def actions(meeting: Meeting) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.action.owners) for one in meeting.entries if one.action]


def test_people_with_titles_stand_in_the_head_without_a_label() -> None:
    head = "Ferry Board\n4 March 2025\n\nMr C Worth [CW] Chair (FG); Mrs J Lodge [JL]\n\nMr D Frank, Clerk\nDr A Nye\n"
    assert names(head + BODY) == ["Mr C Worth", "Mrs J Lodge", "Mr D Frank", "Dr A Nye"]


def test_a_bullet_with_commas_is_one_person_with_where_they_come_from() -> None:
    head = "# Ferry Committee\n\n4 March 2025\n\nPresent\n\n- Ada Lowe (AL), STFC, Ferry Science\n- Ben Marsh, ESRF\n"
    assert names(head + BODY) == ["Ada Lowe", "Ben Marsh"]


def test_a_bullet_with_several_whole_names_is_several_people() -> None:
    head = "# Ferry Committee\n\n4 March 2025\n\nPresent:\n\n- Ada Lowe, Ben Marsh, Cy Orme\n"
    assert names(head + BODY) == ["Ada Lowe", "Ben Marsh", "Cy Orme"]


def test_the_reason_behind_an_apology_leaves_the_people_beside_it() -> None:
    text = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Apologies\n"
    away = (
        "Cllr L Watt and Cllr J Fox (holiday), Cllr A Hay (work) and Cllr H Alp (leave). The meeting accepted these.\n"
    )
    assert names(text + away + "\n2. Fares\nNo change.\n")[2:] == [
        "Cllr L Watt",
        "Cllr J Fox",
        "Cllr A Hay",
        "Cllr H Alp",
    ]


def test_an_action_stands_behind_the_word_for_its_matter() -> None:
    text = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Boats\nBoats were looked at.\n\n"
    meeting = meeting_of(text + "Landing steps: AL and BM to ask builders for offers.\n")
    assert actions(meeting) == [("Landing steps: AL and BM to ask builders for offers.", ("Ada Lowe", "Ben Marsh"))]


def test_a_table_of_actions_is_known_by_other_heads_and_adds_an_owner_to_one_told_before() -> None:
    head = (
        "Ferry Committee\n4 March 2025\n\nPresent:\nAda Lowe (AL)\nBen Marsh (BM)\n\n1. Actions of the last meeting\n\n"
    )
    first = "| No. | Detail | Resp. | Status |\n|---|---|---|---|\n| 1 | Ask the yard for its prices | BM | No |\n\n"
    second = (
        "2. New actions\n\n| No. | Detail | Resp. |\n|---|---|---|\n| 1.1 | Ask the yard for its prices | AL & BM |\n"
    )
    assert actions(meeting_of(head + first + second)) == [("Ask the yard for its prices", ("AL", "BM"))]


def test_a_backslash_at_a_lines_end_breaks_the_line_and_is_no_word() -> None:
    text = "# Ferry Committee\n\n4 March 2025\n\nPresent:\n\n- Ada Lowe\n- Ben Marsh\n\n1\\. Boats\\\nAll are whole.\n"
    assert [(one.number, one.heading) for one in meeting_of(text).sections] == [("1.", "Boats")]


def test_a_title_with_its_letters_set_apart_is_the_word_for_minutes_and_a_line_of_hours_is_none() -> None:
    head = "N i e d e r s c h r i f t\n\nüber die Sitzung des Gemeinderates Au vom 04.03.2025.\n\nEnde: 19.30 Uhr\n\n"
    meeting = meeting_of(head + "Anwesend sind:\nAda Lowe\nBen Marsh\n" + BODY)
    assert meeting.title == "Gemeinderates Au"


def test_the_day_behind_the_bodys_name_in_the_title_is_the_meetings() -> None:
    meeting = meeting_of("Minutes of Ferry Council 4 March 2025\n\nTHOSE ATTENDING:\n\nAda Lowe\n\nBen Marsh\n" + BODY)
    assert (meeting.title, str(meeting.date)) == ("Ferry Council", "2025-03-04")
