"""Lists of people in the forms of offices: surnames first, parties above them, posts and offices beside names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.papers.minutes.holding import AT, lost_words
from tui.meeting.model import Meeting, Presence
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.html import read_html
from tui.papers.reading.text import read_text_document

BODY = "\n\n1. Boote\nDie Boote wurden besehen und für gut befunden.\n"


def meeting_of(text: str) -> Meeting:
    document = read_text_document(text, "paper.txt")
    meeting = read_minutes(document, name="paper.txt", at=AT).meeting
    assert lost_words(document, meeting) == []
    return meeting


def read(listed: str) -> dict[str, Presence]:
    head = "Niederschrift über die Sitzung des Hafenausschusses am 04.03.2025\n\n"
    return {one.name: one.presence for one in meeting_of(f"{head}{listed}{BODY}").people}


def test_surnames_before_first_names_below_their_parties_are_people_and_the_parties_are_none() -> None:
    found = read(
        "Vorsitz führte: Lowe, Andrea\n\nAnwesend:\nStimmberechtigte Mitglieder:\nABC\nMarsh, Peter\n"
        "Kern, Thomas                    vertritt: Roth, Simon\nXYZ\n"
        "von Halm, Michael            vertritt: Wolf, Johanna\n"
        "Dr. Stein, Martin (Schule am Hafen)\n\nvon der Verwaltung:\nBrand, Stephanie (Amt 4)\n\n"
        "Nicht anwesend / entschuldigt:\nRoth, Simon (ABC)\nWolf, Johanna (XYZ)"
    )
    there = {name for name, presence in found.items() if presence is Presence.PRESENT}
    assert there == {
        "Peter Marsh", "Thomas Kern", "Michael von Halm", "Dr. Martin Stein", "Stephanie Brand", "Andrea Lowe",
    }  # fmt: skip
    assert set(found) - there == {"Simon Roth", "Johanna Wolf"}


def test_those_in_brackets_were_away_where_a_line_in_brackets_says_so() -> None:
    found = read(
        "Anwesend:\n(verhindert waren)\n\nRatsfrau Lowe (ABC)\nRatsherr Marsh (FREIE LISTE)\n(Ratsherr Kern) (ABC)\n\n"
        "Verwaltung:\nHerr Halm Fachbereichsleiter Planung, Häfen und Boote\nFrau Roth Bereich Häfen"
    )
    away = {name for name, presence in found.items() if presence is Presence.APOLOGIES}
    assert away == {"Kern"}
    assert set(found) - away == {"Lowe", "Marsh", "Herr Halm", "Frau Roth"}


def test_parts_with_numbers_substitutes_and_offices_leave_the_names_of_a_list() -> None:
    found = read(
        "Öffentliche Sitzung\n\nAnwesend:\n\n1. Stimmberechtigte Mitglieder\n\nRM Anna Lowe (ABC)\n\n"
        "RM Peter Marsh (ABC) i. V. für RM Eva Kern\nRM Thomas Halm (ABC\nRM Martin Stein XYZ\n\n"
        "2. Verwaltung\n\nStephanie Brand 57/HAFEN (Leitung)\nstellvertr. Hafenmeister Simon Roth\n"
        "wählbarer Bürger Heinrich Wolf\n\n3. Gäste\n\nUwe Weber (Werft & Söhne)"
    )
    assert set(found) == {
        "Anna Lowe", "Peter Marsh", "Thomas Halm", "Martin Stein", "Stephanie Brand", "Simon Roth", "Heinrich Wolf",
        "Uwe Weber",
    }  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "The following members were in attendance: Ann Lowe, Ben Marsh and Carol Kern.",
        "The meeting was attended by Ann Lowe, Ben Marsh and Carol Kern.",
        "Ann Lowe, Ben Marsh and Carol Kern attended the meeting.",
        "Anwesend waren Ann Lowe, Ben Marsh und Carol Kern.",
    ],
)
def test_a_sentence_says_who_was_there(sentence: str) -> None:
    text = (
        f"Ferry Committee\n4 March 2025\n\n1. Opening\nThe evening was fine. {sentence}\n\n2. Boats\nBoats were seen.\n"
    )
    assert {one.name for one in meeting_of(text).people} == {"Ann Lowe", "Ben Marsh", "Carol Kern"}


def test_a_sentence_about_those_who_were_not_there_or_elsewhere_names_nobody() -> None:
    text = (
        "Ferry Committee\n4 March 2025\n\n1. Opening\nAnn Lowe and Ben Marsh were not in attendance at the regatta."
        "\n\n2. Boats\nThe regatta was attended by many boats.\n"
    )
    assert meeting_of(text).people == ()


def test_letters_behind_a_name_are_none_of_it_where_others_have_their_initials_there() -> None:
    listed = "Anwesend: Ann Lowe AL, Ben Marsh BM, Carol Kern CK, Dora Halm DR"
    assert set(read(listed)) == {"Ann Lowe", "Ben Marsh", "Carol Kern", "Dora Halm"}


def test_a_day_below_the_people_is_an_earlier_meetings_where_the_head_tells_one() -> None:
    text = (
        "CONSEIL DU BAC n°2\nMardi 4 mars 2025 - Salle du port 18h00.\n\nPrésents :\n"
        "Luc Petit, directeur\nAnne Brun, élue\n\n"
        "Lecture de l’ordre du jour :\nApprobation du compte-rendu du précédent conseil (du 10 novembre 2024)\n\n"
        "1. Bateaux\nLes bateaux sont en bon état depuis le printemps.\n"
    )
    assert meeting_of(text).date == date(2025, 3, 4)


def test_marks_before_names_and_behind_them_say_who_was_excused_and_who_was_not() -> None:
    found = read("Anwesenheitsliste:\nAnna Lowe\n[e]\tPeter Marsh\n[u] Thomas Halm\nMartin Stein [u]\nEva Kern (e)")
    assert found == {
        "Anna Lowe": Presence.PRESENT,
        "Peter Marsh": Presence.APOLOGIES,
        "Thomas Halm": Presence.ABSENT,
        "Martin Stein": Presence.ABSENT,
        "Eva Kern": Presence.APOLOGIES,
    }


def test_people_one_a_line_in_a_cell_are_people_of_their_own() -> None:
    page = (
        "<h1>Ferry Committee</h1><p>4 March 2025</p>"
        "<table><tr><td>Present:</td><td>Ann Lowe<br>Ben Marsh<br>Carol Kern</td></tr>"
        "<tr><td>Apologies:</td><td><p>Dora Halm</p><p>Eve Stone</p></td></tr></table>"
        "<h2>1. Boats</h2><p>The boats were seen.</p>"
    )
    found = read_minutes(read_html(page.encode(), "page.html"), name="page.html", at=AT).meeting.people
    assert {one.name: one.presence for one in found} == {
        "Ann Lowe": Presence.PRESENT,
        "Ben Marsh": Presence.PRESENT,
        "Carol Kern": Presence.PRESENT,
        "Dora Halm": Presence.APOLOGIES,
        "Eve Stone": Presence.APOLOGIES,
    }


def test_a_surname_with_a_title_in_the_chair_is_the_one_of_that_name_on_the_list() -> None:
    text = (
        "Ferry Committee\n4 March 2025\nChair: Dr Lowe\nPresent: Dr Ann Lowe, Ben Marsh\n\n1. Boats\nBoats were seen.\n"
    )
    assert {one.name for one in meeting_of(text).people} == {"Dr Ann Lowe", "Ben Marsh"}


def test_a_sentence_below_apologies_says_who_was_absent() -> None:
    text = (
        "Ferry Committee\n4 March 2025\n\nPresent: Ann Lowe, Ben Marsh\n\n1. Apologies and reasons for absence\n"
        "Trustee Kern did not attend.\n\n2. Boats\nBoats were seen.\n"
    )
    absent = [one.name for one in meeting_of(text).people if one.presence is Presence.ABSENT]
    assert absent == ["Kern"]


def test_a_row_of_people_broken_where_the_line_was_full_goes_on_below() -> None:
    text = (
        "Ferry Committee\n4 March 2025\n\nPresent:\n"
        "Members: Ann Lowe, Ben Marsh, Carol Kern, Dora Halm, Eve Stone, Fay\n"
        "Roth, Guy Brand and Hal Wolf.\n\n1. Boats\n"
        "The boats were seen by all of those who came along, and so was the rope\n"
        "of the winch.\n"
    )
    names = {one.name for one in meeting_of(text).people}
    assert {"Fay Roth", "Guy Brand", "Hal Wolf", "Eve Stone"} <= names
    assert len(names) == 8


def test_a_sentence_says_who_opened_the_sitting_where_no_list_does() -> None:
    text = (
        "Protokoll der Mitgliederversammlung des Fährvereins\n4. März 2025\n\n1. Begrüßung\n"
        "Um 19:05 Uhr eröffnet der Präsident Peter Marsh die Mitgliederversammlung und heißt alle willkommen.\n\n"
        "2. Ehrungen\nDer Vizepräsident Simon Roth nimmt die Ehrungen vor.\n"
    )
    assert {one.name for one in meeting_of(text).people} == {"Peter Marsh", "Simon Roth"}


def test_heads_that_were_counted_before_guests_are_none_of_their_names() -> None:
    assert set(read("PRÉSENTS : 37 licenciés + trois invités : Anne Brun (gérante), Luc Petit et Eva Roche")) == {
        "Anne Brun",
        "Luc Petit",
        "Eva Roche",
    }


def test_parties_with_their_mottoes_are_nobody() -> None:
    found = read(
        "Anwesend:\nABC – Für unseren Hafen\nPeter Marsh\nEva Kern\n"
        'Bündnis für den Fluss e.V. "Gemeinsam stark"\nPaul Lenz\n'
        "XYZ: Sozial. Gerecht.\nFrau Anna Stein\nDie Blauen – Wasser wählen!\nHans Halm"
    )
    assert sorted(found) == ["Eva Kern", "Frau Anna Stein", "Hans Halm", "Paul Lenz", "Peter Marsh"]


def test_a_list_that_was_torn_within_a_name_and_a_bracket_is_put_together() -> None:
    found = read(
        "Verteiler: Wer das Protokoll lesen möchte, schreibt der Verwaltung und wird in die Liste aufgenommen.\n\n"
        "Anwesende Vertreter*innen: Peter Marsh (Chemie), Eva Kern (Liste Laut (LL)), Paul Lenz (Liste #1)Hans Stein "
        "(Liste #2), Marie\n\nHalm (Physik), Anna Wolf\n\n(Musik), Ulf Brand (Sport) Vorstand: Otto Roth, Ida Moll"
    )
    assert sorted(found) == [
        "Anna Wolf", "Eva Kern", "Hans Stein", "Ida Moll", "Marie Halm", "Otto Roth", "Paul Lenz", "Peter Marsh",
        "Ulf Brand",
    ]  # fmt: skip


def test_an_answer_below_a_label_that_names_nobody_is_nobody() -> None:
    found = read("- anwesend: Peter Marsh; Eva Kern; Paul Lenz\n- abwesend:\n- beschlussfähig?: Ja\n- Gäste: 2")
    assert sorted(found) == ["Eva Kern", "Paul Lenz", "Peter Marsh"]
