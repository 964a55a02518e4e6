"""Forms of finished minutes that no list of words knows: headings of tasks, owners by their first names, bare lines."""

from __future__ import annotations

from datetime import date

import pytest

from tests.papers.minutes.holding import AT
from tui.meeting.model import Entry, Meeting, Presence, Status
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document

HEAD = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Boats\nBoats were looked at.\n\n"
TETE = "Compte rendu du comité du bac\n4 mars 2025\n\nExcusé : Sylvain BAC\n1 -Bateaux :\n"


def meeting_of(text: str) -> Meeting:
    return read_minutes(read_text_document(text, "minutes.md"), name="minutes.md", at=AT).meeting


def actions(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.action.owners) for one in meeting_of(text).entries if one.action]


def test_a_heading_of_tasks_may_say_how_they_stand_and_its_parts_list_them_too() -> None:
    told = (
        "# Hafen\n\n4. März 2025\n\nAnwesend: Ada, Ben\n\n## Tasks\n\n### Erledigte Tasks\n\n- **Ada**: Seil kaufen\n\n"
    )
    rest = "### Nicht erledigte Aufgaben\n\n- **Ben**: Anker streichen\n\n### Steg\n\n- **Ada**: Bretter holen\n\n"
    made = [one for one in meeting_of(f"{told}{rest}## Kasse\n\n- Stand 312 €\n").entries if one.action]
    assert [(one.action.owners, one.action.status) for one in made if one.action] == [
        (("Ada",), Status.DONE),
        (("Ben",), Status.OPEN),
        (("Ada",), Status.OPEN),
    ]


@pytest.mark.parametrize("head", ["• Action points in hand", "Aufgaben bis zur nächsten Sitzung:", "Wer macht was:"])
def test_a_line_that_heads_tasks_is_none(head: str) -> None:
    listed = f"{head}\n\nAda Lowe will tell the yard\n\nRopes were approved unanimously\n"
    assert actions(f"{HEAD}2. Ropes\nRopes were seen.\n\n{listed}") == [("Ada Lowe will tell the yard", ("Ada Lowe",))]


def test_whoever_stands_behind_for_owns_a_task() -> None:
    text = f"{HEAD}2. Actions\n\n- For Silona: Write to the yard\n- [ ] Consider the name\n"
    assert actions(text) == [("For Silona: Write to the yard", ("Silona",)), ("Consider the name", ())]


def test_what_came_of_earlier_actions_as_a_whole_is_no_action() -> None:
    assert actions(f"{HEAD}2. Actions from last meeting\nAll closed except the survey, which comes in May.\n") == []


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Didier enverra les plans à la commission.", ("Didier",)),
        ("Didier va saisir les demandes.", ("Didier",)),
        ("Pierre et Luc vont prendre rendez-vous.", ("Pierre", "Luc")),
        ("Jean-Philippe transmettra une fiche (qui fait quoi) à tous.", ("Jean-Philippe",)),
        ("Didier se charge de l’administration.", ("Didier",)),
    ],
)
def test_those_called_by_a_first_name_own_what_they_will_do_though_no_list_has_them(
    words: str, owners: tuple[str, ...]
) -> None:
    assert actions(f"{TETE}Les bateaux sont vieux. {words}\n") == [(words, owners)]


@pytest.mark.parametrize("words", ["L’imprimeur a fixé la date.", "Le soleil reviendra.", "Luc va être absent."])
def test_what_will_be_is_nobodys_task(words: str) -> None:
    assert actions(f"{TETE}Les bateaux sont vieux. {words}\n") == []


def test_somebody_no_list_has_agreed_to_do_something() -> None:
    text = f"{HEAD}2. Hedge\nThe hedge was overgrown. Flis agreed to email the holders. Members agreed to differ.\n"
    assert actions(text) == [("Flis agreed to email the holders.", ("Flis",))]


def test_a_number_stands_with_a_dash_right_before_the_items_word() -> None:
    sections = meeting_of(f"{TETE}Les bateaux sont vieux.\n2 – Cordes :\nElles sont neuves.\n").sections
    assert [(one.number, one.heading) for one in sections] == [("1", "Bateaux :"), ("2", "Cordes :")]


def test_lines_of_a_paper_that_breaks_none_stay_apart() -> None:
    first = (
        "Silent auction, Ada Lowe thanked all those who came to it in the rain, and the many who gave prizes for it.\n"
    )
    said: list[Entry] = [*meeting_of(f"{HEAD}{first}Remodel items stand in the shed.\n").entries]
    assert [one.text for one in said][1:] == [first.strip(), "Remodel items stand in the shed."]


def people(text: str) -> list[tuple[str, str, Presence]]:
    return [(one.name, one.capacity, one.presence) for one in meeting_of(text).people]


BODY = "\n1. Fares\nFares were discussed at length, and stay as they are.\n"


def test_a_name_between_brackets_is_what_somebody_is_called_and_a_sentence_ends_a_list() -> None:
    head = "Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Elizabeth (Betty) Warner, Di Pell. Call to order: 5:39 pm\n"
    assert [name for name, _, _ in people(head + BODY)] == ["Ada Lowe", "Elizabeth Warner", "Di Pell"]


def test_dashes_within_a_line_part_people() -> None:
    head = "Conseil du Port\n4 mars 2025\n\nPrésents :\n\n- Ada LOWE,- Ben MARSH,\n- Cy ORME- Francis PELL.\n"
    assert [name for name, _, _ in people(head + BODY)] == ["Ada LOWE", "Ben MARSH", "Cy ORME", "Francis PELL"]


def test_what_stands_behind_people_says_that_they_sent_apologies() -> None:
    head = "Hafenrat Sitzung\n4. März 2025\n\nAnwesend: Ada Lowe\nAbwesend:\nRat Ben Marsh, entschuldigt\nRat Cy Orme\n"
    assert [(name, presence) for name, _, presence in people(head + BODY)][1:] == [
        ("Ben Marsh", Presence.APOLOGIES),
        ("Cy Orme", Presence.ABSENT),
    ]


def test_nobody_is_made_of_a_post_a_title_or_the_head_of_a_part() -> None:
    head = "Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Library Director; Ben Marsh, Assistant Librarian\n\n"
    beside = "In Attendance:\n\nOne member of the public\n\nMr W Grove Clerk to Ferry Council\n\nPART ONE – OPEN\n"
    assert people(head + beside + BODY) == [
        ("Ada Lowe", "Library Director", Presence.PRESENT),
        ("Ben Marsh", "Assistant Librarian", Presence.PRESENT),
        ("Mr W Grove", "Clerk to Ferry Council", Presence.PRESENT),
    ]
    cllrs = "Ferry Board\n4 March 2025\n\nPresent:\n\nCllr Mr A H Port (Chair)\n\nCllr Mr M Holm\n"
    assert len(people(cllrs + BODY)) == 2


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The meeting was called to order at 7 pm by Mayor Ada Lowe.", "Ada Lowe"),
        ("Ada Lowe took the chair.", "Ada Lowe"),
        ("Le comité s’est réuni sous la présidence de Monsieur Yves BAC, Maire.", "Monsieur Yves BAC"),
        ("Die Sitzung fand unter dem Vorsitz von Ada Lowe statt.", "Ada Lowe"),
        ("The Chairman, Keith Marsh, welcomed everyone to the meeting.", "Keith Marsh"),
    ],
)
def test_a_sentence_says_who_presided(sentence: str, name: str) -> None:
    assert [name for name, _, _ in people(f"Ferry Board\n4 March 2025\n\n{sentence}\n{BODY}")] == [name]


def test_signs_that_a_page_writes_in_letters_are_those_signs() -> None:
    head = "# Ferry Board\n\n4 March 2025\n\n## Attendees:\n\n* Ada Lowe\n* Douglas&#x20;\n* Ben Marsh\n"
    assert [name for name, _, _ in people(head + BODY)] == ["Ada Lowe", "Douglas", "Ben Marsh"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("25.1.24 Minutes", date(2024, 1, 25)),
        ("Trustee Meeting -10/17/23 in person", date(2023, 10, 17)),
        ("Minutes of the Board – Tuesday August 13, 2013, called to order at 6:07 PM", date(2013, 8, 13)),
    ],
)
def test_the_day_of_the_first_line_is_the_meetings(head: str, day: date) -> None:
    body = "Secretary’s Reports:\nMinutes for 7/8/2013 – Motion to approve by Ada, seconded by Ben, all aye.\n"
    assert meeting_of(f"{head}\nPresent: Ada Lowe, Ben Marsh\n{body}").date == day


def test_the_day_of_the_summons_is_not_the_meetings() -> None:
    title = "N i e d e r s c h r i f t\n\nüber die 28. Sitzung des Rates Au am Montag, dem 18. August 2008.\n\n"
    text = f"{title}Die Einladung ist am 13.08.2008 ergangen.\n\nAnwesend waren:\nAda Lowe\nBen Marsh\n{BODY}"
    assert meeting_of(text).date == date(2008, 8, 18)


@pytest.mark.parametrize(
    "words", ["Ada postet morgen im Kanal.", "Ben teilt dann in die Gruppen.", "Ada: Schreibt eine Rundmail."]
)
def test_what_is_told_in_the_present_and_still_to_come_is_a_task(words: str) -> None:
    head = "Protokoll des Hafens\n4. März 2025\n\nAnwesend: Ada, Ben\n\n"
    assert [text for text, _ in actions(f"{head}## 1. Steg\n\n- {words}\n- Ben hat das gestern gezeigt\n")] == [words]


def test_people_stand_together_though_no_label_says_that_they_were_there() -> None:
    head = "Trustee Meeting\n\n12 June 2023\n\nThe pavilion\n\nSimon Thack, Mick Bind, Charlotte Bind, Lyn Burn\n"
    told = people(f"{head}\n1. Apologies for absence\n\nScott Fish\n\n2. Fares\nFares stay as they are.\n")
    assert [(name, presence) for name, _, presence in told] == [
        ("Simon Thack", Presence.PRESENT),
        ("Mick Bind", Presence.PRESENT),
        ("Charlotte Bind", Presence.PRESENT),
        ("Lyn Burn", Presence.PRESENT),
        ("Scott Fish", Presence.APOLOGIES),
    ]
    places = "Trustee Meeting\n\n12 June 2023\n\nHarbour Road, Market Square, Castle Lane\n"
    assert people(places + BODY) == []


@pytest.mark.parametrize(
    "listed",
    [
        "Present: Tim Dunn (TD) – Chair Charlie Cald (CC) – Treasurer Ann Roe (AR) – Junior Secretary",
        "Mr Tim Dunn (Chair) TD\nMrs Charlie Cald CC\nMrs Ann Roe (Junior Secretary) AR",
        "Present               Tim Dunn, Charlie Cald, Ann Roe",
        "Also Present: Tim Dunn, Charlie Cald & Ann Roe & four members of the public",
    ],
)
def test_initials_gaps_and_counts_of_heads_leave_the_people_of_a_list(listed: str) -> None:
    told = [
        name.removeprefix("Mr ").removeprefix("Mrs ")
        for name, _, _ in people(f"Club\n\n12 June 2023\n\n{listed}\n{BODY}")
    ]
    assert told == ["Tim Dunn", "Charlie Cald", "Ann Roe"]


def test_capitals_without_accents_label_people_too_and_so_do_proxies() -> None:
    head = "Comité du bac\n11 décembre 2015\n\n"
    listed = "ETAIENT PRÉSENTS\n-\nAda LOWE,\nBen MARSH.\nETAIENT ABSENTS, EXCUSES\n-\nCy ORME.\n"
    assert [(name, presence) for name, _, presence in people(head + listed + BODY)][2:] == [
        ("Cy ORME", Presence.APOLOGIES)
    ]
    given = "Présents : Mesdames : Lowe et Roe, Messieurs :Marsh\nOnt donné leur pouvoir : M. ORME\n"
    assert [(name, presence) for name, _, presence in people(head + given + BODY)] == [
        ("Lowe", Presence.PRESENT),
        ("Roe", Presence.PRESENT),
        ("Marsh", Presence.PRESENT),
        ("M. ORME", Presence.APOLOGIES),
    ]


def test_a_sentence_says_who_was_there_in_the_order_of_their_names() -> None:
    text = "Owners\n\n7 August 2013\n\nRoll Call.\n\nIn attendance were, in alphabetical order, Judy Field, Susan Ham, "
    text += "and Cindy Rhodes, all newly elected. All was well.\n"
    assert [name for name, _, _ in people(text + BODY)] == ["Judy Field", "Susan Ham", "Cindy Rhodes"]


def test_a_name_a_bullet_and_a_row_below_it_are_the_tasks_of_one() -> None:
    listed = (
        "Liste anstehender Aufgaben\nAda Lowe • Steg streichen\nBen Marsh • Schickt die Liste.\n• Wirbt um Helfer.\n"
    )
    head = (
        "Protokoll\n4. März 2025\n\nAnwesend: Ada Lowe, Ben Marsh\n\nBeschlüsse\n• Das Protokoll wird angenommen.\n\n"
    )
    text = head + listed
    assert actions(text) == [
        ("Steg streichen", ("Ada Lowe",)),
        ("Schickt die Liste.", ("Ben Marsh",)),
        ("Wirbt um Helfer.", ("Ben Marsh",)),
    ]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Ada will spray the weeds.", "Ada Lowe"),
        ("More is required and Ada will email the captains.", "Ada Lowe"),
        ("Ada is going to scout around for samples.", "Ada Lowe"),
        ("The machine works and Ada to see the yard.", "Ada Lowe"),
        ("It was agreed Ada Lowe and Ben Marsh would review the details.", "Ada Lowe"),
    ],
)
def test_what_somebody_of_the_meeting_will_do_is_theirs(words: str, owner: str) -> None:
    ((_, owners),) = actions(f"{HEAD}2. Ropes\nRopes were seen. {words}\n")
    assert owners[0] == owner


@pytest.mark.parametrize("words", ["Ada will be away in May.", "Ada will retire in June.", "Ben will not stand."])
def test_what_will_become_of_somebody_is_no_task(words: str) -> None:
    assert actions(f"{HEAD}2. Ropes\nRopes were seen. {words}\n") == []


def test_two_halves_of_a_sentence_give_two_people_something() -> None:
    text = f"{HEAD}2. Ropes\nAda agreed to bring this up and Ben offered to write to the clerk.\n"
    assert [owners for _, owners in actions(text)] == [("Ada Lowe",), ("Ben Marsh",)]


def test_whoever_takes_care_of_something_owns_it_though_nobody_else_names_them() -> None:
    text = (
        "Plenum\n\nDatum: 09.10.2019\n\n## Zusagen\n\n- Flip kümmert sich um den Schrank\n- Man kümmert sich um Müll\n"
    )
    assert actions(text) == [("Flip kümmert sich um den Schrank", ("Flip",))]


def test_names_between_dashes_below_headings_of_groups_are_people() -> None:
    head = "Conseil de quartier\n3 février 2016\n\nEtaient présents :\n* Membres du collège « Elus »\n"
    listed = (
        "Muriel BAC - Adjointe au Maire\n* Membres du collège « Habitants »\nPhilippe BOU - Michèle ROE – Michel CHAU\n"
    )
    away = "Etaient absent(e)s :\nAnne HUA\n"
    assert people(f"{head}{listed}{away}{BODY}") == [
        ("Muriel BAC", "Adjointe au Maire", Presence.PRESENT),
        ("Philippe BOU", "", Presence.PRESENT),
        ("Michèle ROE", "", Presence.PRESENT),
        ("Michel CHAU", "", Presence.PRESENT),
        ("Anne HUA", "", Presence.ABSENT),
    ]


def test_what_several_are_is_nobody() -> None:
    head = "Conseil de quartier\n20 juin 2016\n\nExcusés :\n\n- Mme FEN Véronique, Conseillère Municipale ;\n"
    listed = "- Mme DAV Florence, Mme DEY Dominique, M. DOK Yvon, Titulaires ;\n\n"
    told = people(f"{head}{listed}Présents : M. LEF Hugo\n{BODY}")
    assert [(name, capacity) for name, capacity, _ in told] == [
        ("Mme FEN Véronique", "Conseillère Municipale"),
        ("Mme DAV Florence", ""),
        ("Mme DEY Dominique", ""),
        ("M. DOK Yvon", "Titulaires"),
        ("M. LEF Hugo", ""),
    ]


def test_bullets_with_what_each_is_behind_a_colon_are_people_without_a_label() -> None:
    listed = (
        "  • Peter Fraz: Chair\n  • Joanne How: Manager\n  • Alex Hob: Health and Wellbeing Team\n  • Patients: 9\n"
    )
    text = f"Group Minutes\n\n1pm Wednesday 8th May 2024: Town Hall\n\n{listed}"
    assert [name for name, _, _ in people(text + BODY)] == ["Peter Fraz", "Joanne How", "Alex Hob"]


def test_what_somebody_leads_is_said_of_nobody_in_the_line_below() -> None:
    text = "Protokoll\n10.5.2022\n\nSitzungsleitung: Valentin Quap\nProtokoll: Ada, Linus, Ben\n\nAnwesend: Cy Orme\n"
    assert ("Ada", "Sitzungsleitung") not in [(name, capacity) for name, capacity, _ in people(text + BODY)]


def test_what_is_said_below_the_people_is_kept_where_no_item_begins() -> None:
    said = (
        "La séance débute par un tour de table des conseillers qui leur permet de se présenter et de parler entre eux."
    )
    head = (
        "COMPTE-RENDU DE LA REUNION DU 11 JANVIER 2012\nEtaient présent(e)s :\nMadame Sophie PAL\nMonsieur Hervé GUI\n"
    )
    assert [one.text for one in meeting_of(f"{head}{said}\n").entries] == [said]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("A ramp was found. All agreed – action AL.", "A ramp was found. All agreed"),
        ("See the server - Ada is to mend it.", "See the server - Ada is to mend it."),
        ("Ada kindly volunteered to help with this.", "Ada kindly volunteered to help with this."),
    ],
)
def test_more_wordings_hand_out_a_task(words: str, text: str) -> None:
    head = HEAD.replace("Ada Lowe", "Ada Lowe (AL)")
    assert actions(f"{head}2. Ropes\n{words}\n") == [(text, ("AL",))]


def test_those_sent_by_others_and_whoever_opens_the_sitting_were_there_with_what_they_are() -> None:
    head = "Protokoll der Versammlung vom 27. Januar 2019\n\nAls Vertreter vom Verband der Gärten sind anwesend:\n\n"
    listed = "Alwin Klipp, Vermögensverwalter\n\nWilfried Krack, Beisitzer\n\n\nTop 1: Begrüßung\n\n"
    text = f"{head}{listed}Torsten Laab begrüßt die Anwesenden und eröffnet die Sitzung um 10:20 Uhr.\n\n"
    told = people(f"{text}Thomas Wenn übernimmt die Moderation der Sitzung.\n")
    assert [(name, capacity) for name, capacity, _ in told] == [
        ("Alwin Klipp", "Vermögensverwalter"),
        ("Wilfried Krack", "Beisitzer"),
        ("Torsten Laab", ""),
    ]
    assert actions(f"{text}Torsten Laab übernimmt die Moderation der Sitzung.\n") == []


def test_a_surname_of_two_words_before_a_first_name_is_one_name() -> None:
    head = "Conseil\n2 octobre 2014\n\nPrésents :\n\n- M. LANT Hervé, Vice-Président et Conseiller Municipal,\n"
    listed = "- Mme LALLIER FERNANDES Annette, M. DE MAILLARD Paul, Titulaires.\n"
    assert [name for name, _, _ in people(head + listed + BODY)] == [
        "M. LANT Hervé",
        "Mme LALLIER FERNANDES Annette",
        "M. DE MAILLARD Paul",
    ]


def test_a_sentence_that_says_when_those_of_a_body_met_tells_the_day_where_nothing_above_does() -> None:
    listed = "Ferry Board\n\nPresent: Ada Lowe, Ben Marsh\n\n"
    met = "The Ferry Board met in the boat house on Tuesday 4 March 2025 at 7.30 pm.\n"
    paper = f"{listed}{met}\n1. Boats\nThe bill of 9 May 2024 was looked at.\n"
    assert meeting_of(paper).date == date(2025, 3, 4)
    assert meeting_of(paper.replace("Ferry Board\n", "Ferry Board\nTuesday 11 March 2025\n", 1)).date == date(
        2025, 3, 11
    )
