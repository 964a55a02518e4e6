"""Where a meeting is, told from what stands beside its day or on a line of its own."""

from __future__ import annotations

import pytest

from tui.meeting.languages.header_words import said_under
from tui.meeting.languages.languages import words_of
from tui.papers.agenda import read_agenda


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Join Zoom Meeting", "Zoom"),
        ("Please join us on Microsoft Teams:", "Microsoft Teams"),
        ("Join the Google Meet call", "Google Meet"),
        ("Zoom meeting", "Zoom meeting"),
        ("Harbour Office, first floor", "Harbour Office, first floor"),
        ("Join the Friends of the Library", ""),
    ],
)
def test_the_line_over_a_link_tells_what_the_meeting_is_held_on(line: str, place: str) -> None:
    paper = f"Quay Residents Association\nTuesday 4 June 2024, 7.30pm\n{line}\n\n1. Welcome\n2. Moorings\n"
    assert said_under(read_agenda(paper, "agenda.txt").meeting, "Venue") == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Tuesday 4 June 2024, 7.30pm at The Old Forge, Quay Lane", "The Old Forge, Quay Lane"),
        ("Tuesday 4 June 2024, 7.30pm at the Old Forge", "Old Forge"),
        ("The users will meet aboard MV Petrel, Berth 3, on Tuesday 4 June 2024 at 1400 hrs.", "MV Petrel, Berth 3"),
        ("04/06/24 7pm-9pm @ the shop (upstairs)", "the shop (upstairs)"),
        ("Town Hall Annexe, Room 2 – Tuesday, 4 June 2024 – 18:00", "Town Hall Annexe, Room 2"),
        ("We meet on Tuesday (4 June 2024), 8pm after supper, upstairs at The Crown.", "upstairs at The Crown"),
        ("El día 4 de junio de 2024 a las 19:00 y, si no, dos días después en el Salón de Plenos", "Salón de Plenos"),
        ("La sesión se celebrará en el Salón de Plenos el día 4 de junio de 2024, a las 19:00", "Salón de Plenos"),
    ],
)
def test_a_name_keeps_its_article_and_the_words_of_the_day_are_no_place(line: str, place: str) -> None:
    paper = f"Quay Residents Association\n\n{line}\n\n1. Welcome\n2. Moorings\n"
    assert said_under(read_agenda(paper, "agenda.txt").meeting, "Venue") == place


def test_a_key_may_ask() -> None:
    keys = "Wann?   Dienstag, 4. Juni 2024, 19 Uhr\nWo?     Bootshaus, Am Kai 5\n"
    meeting = read_agenda(f"Segelverein e.V. Jahresversammlung\n\n{keys}\n1. Kasse\n2. Wahl\n", "agenda.txt").meeting
    assert (meeting.date.isoformat(), dict(meeting.header)["Wo"]) == ("2024-06-04", "Bootshaus, Am Kai 5")


def test_meeting_may_be_the_key_of_the_day() -> None:
    head = "Planning Committee\nMeeting: Tuesday 4 June 2024 at 6.00 pm\nCouncil Chamber, Town Hall\n"
    meeting = read_agenda(f"{head}\n1. Apologies\n2. Bills\n", "agenda.txt").meeting
    found = (meeting.title, meeting.date.isoformat(), said_under(meeting, "Venue"))
    assert found == ("Planning Committee", "2024-06-04", "Council Chamber, Town Hall")


def test_what_a_club_s_card_says_of_its_meeting_is_read() -> None:
    keys = "Meet at: The Cliff Hotel\nOn: Tuesday 4 June 2024\nAt: 6.15 for 6.30 pm\n"
    meeting = read_agenda(f"Rotary Club of Eastcliff\n{keys}\n1. Welcome\n2. Bills\n", "agenda.txt").meeting
    assert (dict(meeting.header)["Meet at"], f"{meeting.start:%H:%M}") == ("The Cliff Hotel", "18:30")


def test_a_sign_before_a_place_is_no_address_of_mail() -> None:
    meeting = read_agenda(
        "Lab meeting 2024-03-14 (Thu) 13:30 @ Seminar room B\n\n* cryostat\n* wiki\n", "a.txt"
    ).meeting
    assert (meeting.title, said_under(meeting, "Venue")) == ("Lab meeting", "Seminar room B")


def test_the_day_of_a_spanish_mail_is_not_the_meetings() -> None:
    head = "Asunto: Reunión AMPA\nDe: Marta <m@x.example>\nPara: junta@x.example\nFecha: lun, 11 mar 2024 09:00\n"
    day = "Nos vemos el jueves 21 de marzo de 2024 a las 17:30 en la biblioteca.\n"
    meeting = read_agenda(f"{head}\n{day}\nTemas:\n- Fiesta\n- Libros\n- Ruegos y preguntas\n", "a.txt").meeting
    assert (meeting.date.isoformat(), f"{meeting.start:%H:%M}") == ("2024-03-21", "17:30")


def test_a_link_behind_the_day_is_the_place() -> None:
    text = "# Guild\n2024-06-01 18:00 UTC · https://meet.example.org/guild\n\n## Agenda\n- Releases\n- Accounts\n"
    assert said_under(read_agenda(text, "a.md").meeting, "Venue") == "https://meet.example.org/guild"


@pytest.mark.parametrize("key", ["Zoom Meeting link", "Link to the Zoom meeting", "Join Zoom"])
def test_what_a_link_leads_to_is_the_place(key: str) -> None:
    text = f"# Guild\nDate: 3 May 2024\n{key}: https://zoom.example/j/8\n\n## Agenda\n- Releases\n- Accounts\n"
    assert said_under(read_agenda(text, "a.md").meeting, "Venue") == "Zoom"


def test_words_right_behind_a_day_are_no_place_where_nothing_parts_them_from_it() -> None:
    text = "# Log\n2024.06.01 Kickoff\n2024.06.08 Review\n\n## Agenda\n- Releases\n- Accounts\n"
    assert said_under(read_agenda(text, "a.md").meeting, "Venue") == ""


def test_a_title_says_where_the_meeting_is_held() -> None:
    title = "Annual Meeting of the Union of Riders to be held at the 12th Riding Convention on Saturday 23 April 2005"
    meeting = read_agenda(f"# {title}\n\n1. Apologies\n2. Minutes\n", "a.md").meeting
    assert (meeting.title, said_under(meeting, "Venue")) == (
        "Annual Meeting of the Union of Riders",
        "12th Riding Convention",
    )


def test_the_keys_of_a_form_may_have_no_colon() -> None:
    text = "# Garden club\nWhen 3 May 2024, 10:30 for coffee, 11:00 start\nWhere Shed 4\nChair Ann Lowe\n"
    meeting = read_agenda(f"{text}\n1. Welcome\n2. Accounts\n", "a.md").meeting
    assert (f"{meeting.start:%H:%M}", dict(meeting.header)["Where"], dict(meeting.header)["Chair"]) == (
        "11:00",
        "Shed 4",
        "Ann Lowe",
    )


def test_a_sentence_that_begins_with_a_key_s_word_is_no_key() -> None:
    text = "# Garden club\nDate: 3 May 2024\n\nPlace settings will be laid.\nChair covers are washed.\n"
    meeting = read_agenda(f"{text}\n1. Welcome\n2. Accounts\n", "a.md").meeting
    assert [key for key, _ in meeting.header] == ["Date"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("We are using Zoom for the meeting.", "Zoom"),
        ("The assembly meets per Videokonferenz.", "Videokonferenz"),
        ("Slides were drawn with Zoom in mind.", ""),
    ],
)
def test_a_sentence_says_on_what_service_the_meeting_is_held(line: str, place: str) -> None:
    text = f"# Guild\nDate: 3 May 2024\n\n{line}\n\n## Agenda\n- Releases\n- Accounts\n"
    assert said_under(read_agenda(text, "a.md").meeting, "Venue") == place


def test_links_below_a_heading_of_the_head_are_keys_of_their_own() -> None:
    call = "# Video call information\n\nZoom Meeting: https://zoom.example/j/6\nMeeting ID: 6\n"
    meeting = read_agenda(f"# Guild meeting 2020-02-10\n\n{call}\n# Agenda\n\n* Focus\n* Accounts\n", "a.md").meeting
    assert (said_under(meeting, "Venue"), [one.heading for one in meeting.sections]) == ("Zoom", ["Focus", "Accounts"])


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("https://guild.zoom.us/j/123456?pwd=abc", "Zoom"),
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting", "Microsoft Teams"),
        ("https://guild.webex.com/meet/packaging", "Webex"),
        ("https://guild.webex.com/guild/j.php?MTID=m1", "Webex"),
        ("https://meet.google.com/abc-defg-hij", "Google Meet"),
        ("https://meet.jit.si/Packaging", "Jitsi"),
        ("https://bbb.example.org/b/pac-kag", "BigBlueButton"),
        ("https://zoom.us/rec/share/abc", ""),
        ("https://zoom.us/u/abc", ""),
        ("https://example.org/zoom.us/j/1", ""),
    ],
)
@pytest.mark.parametrize(
    "line", ["Here's the [link]({}), the waiting room is on.", "### Join us!\n* Link: {}", "- Dial in at {}"]
)
def test_a_link_to_a_room_tells_on_what_the_meeting_is_held(line: str, link: str, place: str) -> None:
    paper = (
        f"# Packaging guild\n\nTuesday 4 June 2024, 7.30pm\n\n{line.format(link)}\n\n## Agenda\n1. Welcome\n2. Tins\n"
    )
    assert said_under(read_agenda(paper, "agenda.md").meeting, "Venue") == place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("## Time: 14:30-16:00 Tuesday (4 June 2024)\n## Location: Palm Room 1/2\n", "Palm Room 1/2"),
        ("**When** Tue 4 June 2024 14:30\n**Where** https://example.org/room\n", "https://example.org/room"),
        ("We meet on 4 June 2024 at 14:30. Here are some details, see below\n", ""),
        (
            "The meeting is on 4 June 2024 at 14:30, at Quay Hall in the Colonel By Room (second floor, at the south "
            "end of the building, across from the stairs)\n",
            "Quay Hall in the Colonel By Room (second floor, at the south end of the building, across from the stairs)",
        ),
    ],
)
def test_a_place_may_stand_in_a_heading_behind_a_bold_word_or_before_long_brackets(head: str, place: str) -> None:
    paper = f"# Packaging guild\n\n{head}\n## Agenda\n1. Welcome\n2. Tins\n"
    meeting = read_agenda(paper, "agenda.md").meeting
    said = (words for key, words in meeting.header if key.casefold() in words_of("place_keys"))
    assert (str(meeting.date), next(said, "")) == ("2024-06-04", place)


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("You are invited to the Zoom Meeting of the Guild on Tuesday 4 June 2024 at 7.30pm", "Zoom"),
        ("Tuesday 4 June 2024 at 7.30pm\n(on Zoom)", "Zoom"),
        ("Join us in the Depot\n\nTuesday 4 June 2024\n7.30pm", "Depot"),
        ("Le conseil s'est réuni mardi 4 juin 2024 en salle du conseil autour de ces points :", "salle du conseil"),
    ],
)
def test_a_place_may_be_said_of_the_meeting_in_brackets_or_before_what_it_is_about(head: str, place: str) -> None:
    paper = f"Packaging Guild\n\n{head}\n\n1. Welcome\n2. Tins\n"
    assert said_under(read_agenda(paper, "agenda.txt").meeting, "Venue") == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("The meeting will be held in the Library Reading Room.", "Library Reading Room"),
        ("The meeting will be held in English.", ""),
        ("Notes on leading small teams", ""),
    ],
)
def test_a_sentence_without_a_day_tells_the_place_where_it_names_one(line: str, place: str) -> None:
    paper = f"Board of Trustees\nDate: August 4, 2021\n\n{line}\n\n1. Welcome\n2. Moorings\n"
    assert said_under(read_agenda(paper, "agenda.txt").meeting, "Venue") == place
