"""How others set what every minutes have: people without a label, tables with other heads, matters before actions."""

from __future__ import annotations

from datetime import date

from tests.papers.minutes.holding import AT
from tui.meeting.model import Meeting, Presence
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


def test_one_piece_that_nobody_understands_leaves_the_rest_of_a_long_list() -> None:
    head = "Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh, two of three keepers, Cy Orme, Di Pell\n"
    assert names(head + BODY) == ["Ada Lowe", "Ben Marsh", "Cy Orme", "Di Pell"]


def test_a_line_of_a_list_that_counts_heads_is_left_out_and_whole_names_in_its_brackets_stay() -> None:
    head = "Hafenrat Sitzung\n4. März 2025\n\nAnwesend:\nBürgermeister Rupert Metz als Vorsitzender\n"
    counted = "Von den 20 Räten sind 19 anwesend (Gemeinderäte Doris Buhl, Dr. Sigmar Nuss ab TOP 4)\n"
    rest = "Von den vier Vorstehern sind zwei anwesend\nBauamtsleiter Walter Fecht\n"
    assert names(head + counted + rest + BODY) == ["Rupert Metz", "Doris Buhl", "Dr. Sigmar Nuss", "Walter Fecht"]


def test_names_that_nothing_parts_are_people_of_two_words_each() -> None:
    head = "Hafenrat Sitzung\n4. März 2025\n\nEntschuldigt: Petra Ried Andreas Bern Herbert Siem Karl-August Stahl\n"
    assert names(head + BODY) == ["Petra Ried", "Andreas Bern", "Herbert Siem", "Karl-August Stahl"]


def test_labels_within_groups_say_who_was_there_of_each() -> None:
    text = (
        "Conseil Port\n\n4 mars 2025\n\nParents : FCPE : Présents (2) : Gilles Mon, Marie Ponce ; Excusée : Val Cian ;"
        " PEEP : Présents (1) : Cath Recl. Excusés : Arm Tchik.\n\nMaîtres présents : Mmes Gel, Goul ; MM. Cav, Vig.\n"
    )
    people = meeting_of(text + BODY).people
    assert [one.name for one in people if one.presence is Presence.APOLOGIES] == ["Val Cian", "Arm Tchik"]
    assert len(people) == 9


def test_a_lone_word_in_capitals_behind_a_whole_name_is_what_they_are() -> None:
    head = "Conseil du Port\n4 mars 2025\n\nPrésents : Mesdames Pauline COU, Marie TROU, ATSEM\nMadame GOIS, DDEN\n"
    assert names(head + BODY) == ["Pauline COU", "Marie TROU", "Madame GOIS"]


def test_surnames_alone_in_capitals_behind_a_title_of_several_are_people() -> None:
    head = "Conseil du Port\n4 mars 2025\n\nPrésents : Monsieur Claude DUR, Maire, Messieurs DAG, DELA, Madame LEJ\n"
    assert names(head + BODY) == ["Monsieur Claude DUR", "DAG", "DELA", "Madame LEJ"]


def test_the_day_of_the_title_comes_before_the_day_of_the_summons() -> None:
    head = "CONSEIL DU PORT DU 26 MARS 2021\nLe conseil, sur convocation en date du 19 mars 2021, s’est réuni.\n"
    assert str(meeting_of(head + "Présents : Ada LOWE, Ben MARSH\n" + BODY).date) == "2021-03-26"


def test_the_number_of_a_meeting_before_the_day_begins_no_range_of_days() -> None:
    head = "Compte-rendu du Conseil du Port\n\nNo 2 - Lundi 30 novembre 2020\n\nPrésents : Ada LOWE, Ben MARSH\n"
    assert str(meeting_of(head + BODY).date) == "2020-11-30"


MEMBERS = (
    "Ferry Board\n4 March 2025\n\nPresent: A.Lowe, B.Marsh and C.Orme (clerk)\n\n1. Boats\nBoats were looked at.\n\n"
)


def test_somebody_stands_behind_a_dash_with_what_they_are_to_do() -> None:
    meeting = meeting_of(MEMBERS + "The wood is in a poor state – AL & BM to inspect\n")
    assert actions(meeting) == [("The wood is in a poor state – AL & BM to inspect", ("A. Lowe", "B. Marsh"))]


def test_initials_behind_a_dash_own_what_is_to_be_done() -> None:
    meeting = meeting_of(MEMBERS + "Agreed – a group to clear the growth to be arranged – AL & BM\n")
    assert [owners for _, owners in actions(meeting)] == [("A. Lowe", "B. Marsh")]


def test_a_given_name_that_no_list_has_is_to_do_something() -> None:
    meeting = meeting_of(
        MEMBERS + "Martin to get a speaker. Access to the pier is closed. Damage to fences was seen.\n"
    )
    assert actions(meeting) == [("Martin to get a speaker.", ("Martin",))]


def test_what_somebody_will_do_is_an_action_where_a_paper_marks_none() -> None:
    promise = "The Clerk will place a notice on the board.\n"
    assert [owners for _, owners in actions(meeting_of(MEMBERS + promise))] == [("C. Orme",)]
    marked = meeting_of(MEMBERS + promise + "\nAction: A.Lowe to buy rope\n")
    assert [text for text, _ in actions(marked)] == ["A.Lowe to buy rope"]


def test_a_row_of_numbers_below_next_steps_is_a_row_of_actions() -> None:
    steps = "Next Steps – after the forum\n1.Send a release to the paper\n2.Mail the report to all\n"
    head = "Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\nForum\nThe board talked of it.\n\n"
    assert len(actions(meeting_of(head + steps))) == 2


def test_the_next_meeting_ends_a_list_of_actions() -> None:
    listed = "2. Actions\n\nAL to buy rope\n\nNext Meeting\n\nBefore the club night\n"
    assert len(actions(meeting_of(MEMBERS + listed))) == 1


def test_a_row_whose_first_edge_was_lost_is_a_row() -> None:
    head = "Ferry Board\n4 March 2025\nChair: | Cllr Ada Lowe |\nMembers: | Ben Marsh, Cy Orme & Di Pell |\n"
    assert sorted(names(head + BODY)) == ["Ben Marsh", "Cllr Ada Lowe", "Cy Orme", "Di Pell"]


def test_lines_that_nobody_broke_are_not_joined() -> None:
    long = (
        "The board talked at length of the landing stage, of its planks and of its piles, and of the yard that had " * 2
    )
    head = f"Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\nCall to order\n\n1. Boats\n{long}\n{long}\n"
    assert names(head) == ["Ada Lowe", "Ben Marsh"]


def test_what_is_to_be_done_stands_within_a_sentence() -> None:
    meeting = meeting_of(
        MEMBERS
        + "- Paths. AL to print signs. Open day: BM to talk to the yard\n- Rents, some are late, AL to chase them\n"
    )
    assert [owners for _, owners in actions(meeting)] == [("A. Lowe",), ("B. Marsh",), ("A. Lowe",)]


def test_initials_in_brackets_own_what_is_needed_and_who_is_to_be_asked_owns_nothing() -> None:
    meeting = meeting_of(
        MEMBERS + "- Role descriptions are needed for all (AL)\n- The bank is healthy (BM)\n- BM to be asked.\n"
    )
    assert actions(meeting) == [("Role descriptions are needed for all (AL)", ("A. Lowe",))]


def test_a_name_that_was_broken_at_a_lines_end_is_whole() -> None:
    head = "Ferry Board\n4 March 2025\n\nPresent: Lisa Gul, Win Kit online. Jo Hud, Paul Hib, Steve\nYork, Di Yates\n"
    assert names(head + BODY) == ["Lisa Gul", "Win Kit", "Jo Hud", "Paul Hib", "Steve York", "Di Yates"]


def test_letters_behind_a_name_are_of_it() -> None:
    head = (
        "Ferry Board\n4 March 2025\n\nThose present: Mayor Trent W. Dale, M.D., Commissioners Joe Hay, Jr., Mel Rose\n"
    )
    assert names(head + BODY) == ["Trent W. Dale", "Joe Hay", "Mel Rose"]


def test_a_resolution_set_as_a_quotation_is_in_its_place() -> None:
    meeting = meeting_of(MEMBERS + "Pumps were seen.\n\n> RESOLVED that a pump be bought.\n\nThe old one is sold.\n")
    assert [one.text for one in meeting.entries][1:] == [
        "Pumps were seen.",
        "RESOLVED that a pump be bought.",
        "The old one is sold.",
    ]


def people(text: str) -> list[tuple[str, str, Presence]]:
    return [(one.name, one.capacity, one.presence) for one in meeting_of(text).people]


def test_staff_below_those_absent_were_there_and_posts_before_a_colon_are_said_of_whom_they_name() -> None:
    head = "Ferry Board\n4 March 2025\n\nPRESENT: Ada Lowe; Ben Marsh\nABSENT: Cy Orme\nSTAFF: Di Pell, Pilot\n"
    assert people(head + BODY) == [
        ("Ada Lowe", "", Presence.PRESENT),
        ("Ben Marsh", "", Presence.PRESENT),
        ("Cy Orme", "", Presence.ABSENT),
        ("Di Pell", "Pilot", Presence.PRESENT),
    ]
    head = "Protokoll des Fährvereins\nDatum: 4. März 2025\nVersammlungsleiter: Ada Lowe\nBeirat: Ben Marsh, Cy Orme\n"
    assert [(name, capacity) for name, capacity, _ in people(head + BODY)] == [
        ("Ada Lowe", "Versammlungsleiter"),
        ("Ben Marsh", "Beirat"),
        ("Cy Orme", "Beirat"),
    ]


def test_whoever_is_named_by_a_post_and_in_a_list_is_there_once() -> None:
    head = "Protokoll des Fährvereins\nDatum: 4. März 2025\nSitzungsleitung: Murat Orme\n"
    assert names(f"{head}Teilnehmer: Murat Orme, Ben Marsh\n{BODY}") == ["Murat Orme", "Ben Marsh"]


def test_rows_of_a_layout_with_a_label_at_their_left_name_those_beside_it() -> None:
    head = "Ferry Board\n4 March 2025\n\n| Members: | Ada Lowe, Ben Marsh |\n|---|---|\n| Apologies: | Cy Orme |\n"
    assert [(name, presence) for name, _, presence in people(head.replace("Members", "Present") + BODY)] == [
        ("Ada Lowe", Presence.PRESENT),
        ("Ben Marsh", Presence.PRESENT),
        ("Cy Orme", Presence.APOLOGIES),
    ]


def test_people_known_by_a_sign_and_those_told_there_and_sorry_are_people() -> None:
    assert names("# Sync 4 March 2025\n\n### Attending\n\n@otis, @mira-lowe\n" + BODY) == ["otis", "mira-lowe"]
    head = "Ferry committee, 4 March 2025\n\nThere: Ada, Ben, Old Cy\nSorry: Doug (on holiday)\n"
    assert [(name, presence) for name, _, presence in people(head + BODY)][2:] == [
        ("Old Cy", Presence.PRESENT),
        ("Doug", Presence.APOLOGIES),
    ]


def test_a_numbered_heading_right_below_a_guest_is_nobody() -> None:
    head = "Protokoll des Fährvereins\nDatum: 4. März 2025\nAnwesend: Ada Lowe, Ben Marsh\nGast: Frau Cy Orme\n"
    assert names(head + "1. Begrüßung, Beschlussfähigkeit\nAlle waren da, auch die Gäste.\n")[2:] == ["Frau Cy Orme"]


def test_a_day_written_out_in_words_is_the_meetings() -> None:
    head = (
        "PROCÈS-VERBAL DE L'ASSEMBLÉE\n\nL'an deux mille vingt-cinq, le dix-sept juin à 18 heures, on s'est réuni.\n\n"
    )
    assert meeting_of(head + "Présents : Ada Lowe, Ben Marsh\n" + BODY).date == date(2025, 6, 17)


def test_a_title_printed_again_at_the_head_of_a_page_is_no_heading() -> None:
    head = "Ferry Board of Lowe Town\n\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Fares\n\nFares stay.\n\n"
    page = "Page 1 of 2\n\nFerry Board of Lowe Town\n\nThe winter fare is lower.\n\n2. Ropes\n\nRopes are whole.\n"
    meeting = meeting_of(f"{head}{page}\nPage 2 of 2\n")
    assert [one.text for one in meeting.entries] == ["Fares stay.", "The winter fare is lower.", "Ropes are whole."]


def test_two_lines_of_a_title_may_both_be_headings() -> None:
    head = "## Lowe Town\n\n## Minutes of the Ferry Board\n\nheld on Tuesday, 4 March 2025, in the town hall\n\n"
    assert meeting_of(head + "Present: Ada Lowe, Ben Marsh\n" + BODY).date == date(2025, 3, 4)


def test_a_table_with_a_column_to_tick_says_who_was_there_and_who_was_not() -> None:
    head = "Comité du bac\n4 mars 2025\n\n| Nom | Qualité | Présent | Excusé |\n|---|---|---|---|\n"
    rows = "| Mme Lowe | Trésorière | X | |\n| M. Marsh | Pilote | | X |\n"
    assert people(head + rows + BODY) == [
        ("Mme Lowe", "Trésorière", Presence.PRESENT),
        ("M. Marsh", "Pilote", Presence.APOLOGIES),
    ]


def test_a_tables_head_may_say_that_those_below_it_were_there() -> None:
    head = "Protokoll des Fährvereins\nDatum: 4. März 2025\n\n| Anwesend | Funktion |\n|---|---|\n"
    rows = "| Ada Lowe | Präsidentin |\n| Ben Marsh | Kasse |\n\nAbgemeldet: Cy Orme\n"
    assert people(head + rows + BODY) == [
        ("Ada Lowe", "Präsidentin", Presence.PRESENT),
        ("Ben Marsh", "Kasse", Presence.PRESENT),
        ("Cy Orme", "", Presence.APOLOGIES),
    ]


def test_a_roll_call_of_the_body_names_who_was_there() -> None:
    table = "| Country | Delegate |\n|---|---|\n| Norway | Ada Lowe |\n| Wales | Ben Marsh |\n\n"
    head = f"# Ferry Board\n\n4 March 2025\n\n## 1 Roll call of delegates\n\n{table}"
    meeting = meeting_of(f"{head}## 2 Fares\n\nFares stay as they are.\n")
    assert [(one.name, one.capacity) for one in meeting.people] == [("Ada Lowe", "Norway"), ("Ben Marsh", "Wales")]


def test_a_sentence_says_who_was_there_and_the_next_one_who_sent_apologies() -> None:
    head = "Ferry Committee\n4 March 2025\n\nPresent were Ada Lowe, Ben Marsh and Cy Orme. Apologies from Di Pell.\n"
    assert [(name, presence) for name, _, presence in people(head + BODY)] == [
        ("Ada Lowe", Presence.PRESENT),
        ("Ben Marsh", Presence.PRESENT),
        ("Cy Orme", Presence.PRESENT),
        ("Di Pell", Presence.APOLOGIES),
    ]


def test_whoever_opens_a_sentence_with_a_post_was_there_where_no_list_says_who_was() -> None:
    text = (
        "# Ferry Society\n\n4 March 2025\n\n## Report\n\nThe Secretary, Ada Lowe, reported that all boats were let.\n"
    )
    assert people(text) == [("Ada Lowe", "Secretary", Presence.PRESENT)]


def test_those_elected_below_a_heading_were_not_there_by_that() -> None:
    head = "# Ferry Society\n\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n"
    assert names(f"{head}## Election of the board\n\nCy Orme, Di Pell\n") == ["Ada Lowe", "Ben Marsh"]


def test_an_item_is_known_by_the_minutes_allotted_to_it() -> None:
    text = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\ndraft-lowe-rope (Ada Lowe, 30 min)\n"
    text += "  Ada Lowe: the rope is long.\n  Ben Marsh: is it whole?\n\nfares (10 min)\n  Fares stay as they are.\n"
    assert [one.heading for one in meeting_of(text).sections] == [
        "draft-lowe-rope (Ada Lowe, 30 min)",
        "fares (10 min)",
    ]


def test_an_item_of_the_agenda_below_a_list_of_people_is_nobody() -> None:
    head = "Protokoll des Fährvereins\nDatum: 4. März 2025\nAnwesend: Ada Lowe\nEntschuldigt: Ben Marsh\n"
    assert names(head + "TOP 1: Regularien\nDas Protokoll liegt vor.\n") == ["Ada Lowe", "Ben Marsh"]


def test_what_somebody_is_from_is_nobody() -> None:
    head = "Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Summit Property Management; Ben Marsh, Kent Police\n"
    assert [(name, capacity) for name, capacity, _ in people(head + BODY)] == [
        ("Ada Lowe", "Summit Property Management"),
        ("Ben Marsh", "Kent Police"),
    ]


def test_a_meetings_number_before_its_day_begins_no_span_of_days() -> None:
    head = "Ferry Board\n\nDate: 2 - Monday 30 November 2026, 14:00\n\nPresent: Ada Lowe, Ben Marsh\n"
    assert meeting_of(head + BODY).date == date(2026, 11, 30)
    assert meeting_of(head.replace("2 - Monday 30", "2 - Friday 6") + BODY).date == date(2026, 11, 2)


def test_several_people_behind_a_word_that_nobody_knows_were_there_unless_it_is_a_mailing_list() -> None:
    head = "Ferry Board\n4 March 2025\n\nWardens: Ada Lowe (Chair), Ben Marsh, Cy Orme\nApologies: Di Pell\n"
    assert [name for name, _, presence in people(head + BODY) if presence is Presence.PRESENT] == [
        "Ada Lowe",
        "Ben Marsh",
        "Cy Orme",
    ]
    head = "Ferry Board\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\nCirculation: Di Pell, Eve Stone\n"
    assert names(head + BODY) == ["Ada Lowe", "Ben Marsh"]


def test_a_bracket_behind_a_label_leaves_it_one() -> None:
    head = "Protokoll des Fährvereins\nDatum: 4. März 2025\nAnwesend (stimmberechtigt): Ada Lowe, Ben Marsh\n"
    assert names(head + "Anwesend (beratend): Cy Orme\n" + BODY) == ["Ada Lowe", "Ben Marsh", "Cy Orme"]


def test_a_day_broken_at_a_lines_end_is_whole() -> None:
    head = "Ferry Board\nMinutes of the Wardens' Meeting, 4\nSeptember 2025\n\nPresent: Ada Lowe, Ben Marsh\n"
    assert meeting_of(head + BODY).date == date(2025, 9, 4)


def test_two_labels_in_one_row_name_those_beside_each() -> None:
    head = "Ferry Board\n4 March 2025\n\n| Attendees: | Ada Lowe, Ben Marsh | Absent: | Cy Orme |\n|---|---|---|---|\n"
    assert [(name, presence) for name, _, presence in people(f"{head}\n{BODY}")] == [
        ("Ada Lowe", Presence.PRESENT),
        ("Ben Marsh", Presence.PRESENT),
        ("Cy Orme", Presence.ABSENT),
    ]


def test_plain_words_say_who_was_there_and_who_was_not() -> None:
    head = "Ferry Board\n4 March 2025\n\nWho was there: Ada Lowe, Ben Marsh\nWho couldn't make it: Cy Orme\n"
    assert [(name, presence) for name, _, presence in people(head + BODY)][1:] == [
        ("Ben Marsh", Presence.PRESENT),
        ("Cy Orme", Presence.APOLOGIES),
    ]


def test_of_two_columns_that_of_the_action_is_the_action() -> None:
    head = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n1. Boats\nBoats are old.\n\n"
    rows = "| Issue | Recommended action | Assigned to |\n|---|---|---|\n| Mirror | Buy a larger one | Ben Marsh |\n"
    assert actions(meeting_of(head + rows)) == [("Buy a larger one", ("Ben Marsh",))]


def test_an_arrow_in_bold_begins_an_action() -> None:
    head = "Comité du bac\n4 mars 2025\n\nPrésents : Ada Lowe, Ben Marsh\n\n1. Bateaux\nIl en manque.\n\n"
    assert actions(meeting_of(head + "**→ Ada Lowe demande un devis.**\n")) == [
        ("Ada Lowe demande un devis.", ("Ada Lowe",))
    ]
