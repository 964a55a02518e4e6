"""How minutes in English, German and French give somebody something to do, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.papers.minutes.holding import AT
from tui.meeting.model import Entry, Status
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document

HEAD = {
    "en": "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n",
    "de": "Protokoll des Fährvereins\n4. März 2025\n\nAnwesend: Ada Lowe, Ben Marsh\n\n",
    "fr": "Compte-rendu du comité du bac\n4 mars 2025\n\nPrésents : Ada Lowe, Ben Marsh\n\n",
}
MARKED = "2. Ropes\nRopes were looked at.\n\nAction: Ben Marsh to price a rope\n"


def actions(text: str, code: str = "en", after: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.action.owners) for one in entries(text, code, after) if one.action]


def entries(text: str, code: str = "en", after: str = "") -> tuple[Entry, ...]:
    paper = f"{HEAD[code]}1. Boats\n{text}\n\n{after}"
    return read_minutes(read_text_document(paper, "minutes.md"), name="minutes.md", at=AT).meeting.entries


@pytest.mark.parametrize(
    ("code", "words", "owner"),
    [
        ("en", "The Clerk was asked to write to the yard.", "Clerk"),
        ("en", "The Committee directed staff to bring back a price for the winch.", "staff"),
        ("en", "Ada Lowe agreed to photograph the landing steps.", "Ada Lowe"),
        ("de", "Die Verwaltung wird beauftragt, drei Angebote einzuholen.", "Verwaltung"),
        ("de", "Der Vorstand sagt zu, die Liste nachzureichen.", "Vorstand"),
        ("de", "Ada Lowe kümmert sich um die Seile.", "Ada Lowe"),
        ("de", "Ben Marsh prüft die Winde.", "Ben Marsh"),
        ("fr", "Le conseil syndical est chargé de demander trois devis.", "conseil syndical"),
        ("fr", "Mme Lowe se charge de contacter le chantier.", "Ada Lowe"),
        ("fr", "La mairie fera parvenir le calendrier.", "mairie"),
    ],
)
def test_who_is_charged_with_something_or_takes_it_on_owns_an_action(code: str, words: str, owner: str) -> None:
    assert actions(f"The boats were old.\n\n{words}", code) == [(words, (owner,))]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Ada Lowe asked Ben Marsh to explain the price."),
        ("en", "Ada Lowe agreed to differ."),
        ("de", "Ada Lowe fragt, ob die Seile halten."),
        ("de", "Ben Marsh wird einstimmig zum Kassenwart gewählt."),
        ("de", "Ada Lowe berichtet über die Winde."),
        ("fr", "M. Marsh sera absent en avril."),
    ],
)
def test_what_was_said_asked_or_is_going_to_be_gives_nobody_anything_to_do(code: str, words: str) -> None:
    assert actions(words, code) == []


def test_a_paper_that_marks_its_actions_gives_nothing_by_verbs_that_may_tell_of_either() -> None:
    after = "2. Seile\nSeile wurden besehen.\n\nAufgabe: Ben Marsh fragt nach dem Preis\n"
    assert [owner for _, owner in actions("Ada Lowe prüft die Winde.", "de", after)] == [("Ben Marsh",)]
    assert [owner for _, owner in actions("Ada Lowe prüft die Winde bis 3. Mai.", "de", after)][:1] == [("Ada Lowe",)]


def test_two_people_in_one_sentence_have_an_action_each() -> None:
    words = "Ada Lowe kümmert sich um die Seile, Ben Marsh fragt beim Händler nach einem Angebot."
    assert actions(words, "de") == [
        ("Ada Lowe kümmert sich um die Seile,", ("Ada Lowe",)),
        ("Ben Marsh fragt beim Händler nach einem Angebot.", ("Ben Marsh",)),
    ]


def test_lettered_lines_are_actions_of_those_they_name() -> None:
    words = "a) Ada Lowe to inspect the winch.\n\nb) Ben Marsh to ring the yard."
    assert [owners for _, owners in actions(words)] == [("Ada Lowe",), ("Ben Marsh",)]


def test_what_stands_below_a_bullet_that_says_actions_is_a_list_of_them() -> None:
    words = "- The winch is late.\n- Actions:\na) Chase the yard (Ada Lowe)\nb) Confirm the day of the launch"
    assert [owners for _, owners in actions(words)] == [("Ada Lowe",), ()]


def test_a_box_to_tick_is_an_action_done_where_it_is_ticked() -> None:
    made = [
        one for one in entries("- [ ] Ada Lowe: ring the yard\n- [x] Ben Marsh: buy rope\n- Rope is dear") if one.action
    ]
    assert [(one.action.owners, one.action.status) for one in made if one.action] == [
        (("Ada Lowe",), Status.OPEN),
        (("Ben Marsh",), Status.DONE),
    ]


def test_whoever_is_called_by_a_sign_owns_the_action() -> None:
    assert actions("Action: @ada to ring the yard\n\nAction: @cy-orme, @ben: buy rope") == [
        ("@ada to ring the yard", ("Ada Lowe",)),
        ("@cy-orme, @ben: buy rope", ("cy-orme", "Ben Marsh")),
    ]


def test_all_the_members_are_everybody() -> None:
    assert [owners for _, owners in actions("ACTION: All members to return their keys by the end of the month")] == [
        ("ALL",)
    ]


@pytest.mark.parametrize(
    ("code", "words", "due"),
    [
        ("en", "Action: Ada Lowe to ring the yard before half term", "before half term"),
        ("en", "Action: Ada Lowe to ring the yard by the end of the season", "by the end of the season"),
        ("de", "Aufgabe: Ada Lowe holt Angebote ein (bis 08.05.2025)", "bis 08.05.2025"),
        ("de", "Aufgabe: Ada Lowe holt Angebote bis zur nächsten Sitzung ein", "bis zur nächsten Sitzung"),
        ("fr", "Action : Mme Lowe appelle le chantier avant la rentrée", "avant la rentrée"),
    ],
)
def test_a_day_told_by_what_happens_is_when_it_is_due(code: str, words: str, due: str) -> None:
    (made,) = [one.action for one in entries(words, code) if one.action]
    assert made.due is not None
    assert made.due.words == due


@pytest.mark.parametrize(
    ("words", "owner", "due"),
    [
        ("Ring the yard: Ada Lowe, by 30 May", "Ada Lowe", "by 30 May"),
        ("1. Ben Marsh – ring the yard – 30 June", "Ben Marsh", "30 June"),
        ("Ben Marsh – ring the yard – next meeting", "Ben Marsh", "next meeting"),
        ("Ada Lowe – ring the yard (31 October)", "Ada Lowe", "31 October"),
        ("Ring the yard (Ben Marsh) by 11 April", "Ben Marsh", "by 11 April"),
    ],
)
def test_below_a_heading_of_actions_owner_and_day_stand_before_or_behind(words: str, owner: str, due: str) -> None:
    after = f"2. Ropes\nRopes were looked at.\n\nActions:\n\n{words}\n"
    (made,) = [one.action for one in entries("The boats were old.", after=after) if one.action]
    assert made.owners == (owner,)
    assert made.due is not None
    assert made.due.words == due


def test_an_action_in_capitals_within_a_paragraph_begins_one() -> None:
    assert actions("Subs are due. ACTION Ada Lowe to send reminders.") == [
        ("Ada Lowe to send reminders.", ("Ada Lowe",))
    ]


def test_what_is_decided_and_by_the_same_words_somebodys_is_both() -> None:
    words = "It was agreed that the winch be sold and that Ben Marsh should ring the yard."
    found = entries(f"Boats were seen.\n\n{words}")
    assert [str(one.kind) for one in found if one.text == words] == ["decision", "action"]
    assert [one.action.owners for one in found if one.action] == [("Ben Marsh",)]


def test_numbers_that_lose_their_stop_go_on_with_the_items_and_rings_with_the_list() -> None:
    items = "".join(
        f"{at}. The winch was looked at on day {at} and was found to be as old as it was.\n" for at in range(1, 10)
    )
    paper = f"{HEAD['en']}{items}10      Ben will send the report to the Council.\n11      o Ada will ring the yard.\n"
    found = read_minutes(read_text_document(paper, "m.txt"), name="m.txt", at=AT).meeting
    assert [one.number for one in found.sections][-3:] == ["9.", "10", "11"]
    assert [one.action.owners for one in found.entries if one.action] == [("Ben Marsh",), ("Ada Lowe",)]


def test_an_office_of_several_owns_an_action() -> None:
    assert actions("Action: chairs to issue the call") == [("chairs to issue the call", ("chairs",))]


def test_a_table_right_below_its_label_is_of_actions() -> None:
    table = "**ToDos**\n| Wer | Was | Bis |\n|---|---|---|\n| Ada Lowe | Seile kaufen | 30.06. |\n"
    assert actions("Die Seile sind alt.", "de", f"2. Kasse\nStand 312 €.\n\n{table}") == [
        ("Seile kaufen", ("Ada Lowe",))
    ]


def test_an_action_of_a_log_is_due_when_its_words_say() -> None:
    log = "17:00:02 <ada> #startmeeting Boats\n17:00:02 <bot> Meeting started Wed Mar  5 17:00:02 2025 UTC.\n"
    log += "17:01:00 <ada> #topic Ropes\n17:02:00 <ada> #action ben to price a rope by March 19\n"
    log += "17:03:00 <ada> #endmeeting\n"
    meeting = read_minutes(read_text_document(log, "log.txt"), name="log.txt", at=AT).meeting
    (made,) = [one.action for one in meeting.entries if one.action]
    assert made.due is not None
    assert made.due.words == "by March 19"


@pytest.mark.parametrize(
    ("words", "text", "owner"),
    [
        ("The price was high. Ada Lowe asked Ben Marsh to write to the yard.", "Ada Lowe asked", "Ben Marsh"),
        ("Ada Lowe was at the yard. She asked Ben Marsh to send her the bill.", "She asked", "Ben Marsh"),
        ("Ben Marsh said that he would be writing to the yard.", "Ben Marsh said", "Ben Marsh"),
        ("Ben Marsh said that he would be submitting the plans.", "Ben Marsh said", "Ben Marsh"),
        ("Ada Lowe missed the bill and asked Ben Marsh to send it.", "Ada Lowe missed", "Ben Marsh"),
        ("The tides were late. Contact to be made by Ben Marsh.", "Contact to be", "Ben Marsh"),
        ("Ben Marsh had seen the winch. He will check the rope.", "He will check", "Ben Marsh"),
    ],
)
def test_what_a_sentence_reports_to_be_somebodys_task_is_theirs(words: str, text: str, owner: str) -> None:
    found = actions(words)
    assert [(said.startswith(text), owners) for said, owners in found] == [(True, (owner,))]


@pytest.mark.parametrize(
    "words",
    [
        "Ada Lowe and Ben Marsh had seen the winch. He will check the rope.",
        "Ada Lowe had met Thomas. He will check the rope.",
        "Ada Lowe had met Mr Hale. He will check the rope.",
        "The winch was seen. He will check the rope.",
        "Ada Lowe said that she would be sorry to lose the ferry.",
        "The bill was to be paid by Ben Marsh.",
        "Ada Lowe asked Ben Marsh to stand down.",
    ],
)
def test_a_pronoun_that_may_mean_several_and_what_is_no_task_own_nothing(words: str) -> None:
    assert actions(words) == []


def test_a_paper_that_marks_its_actions_has_none_that_are_only_reported() -> None:
    assert [owner for _, owner in actions("Ben Marsh came. He will check the rope.", after=MARKED)] == [("Ben Marsh",)]


def test_lines_that_begin_with_initials_below_a_heading_of_tasks_are_tasks_and_no_headings() -> None:
    head = "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe (AL), Ben Marsh (BM)\n\n"
    paper = (
        f"{head}Boats\n\nThe boats were looked at by all of those who came along.\n\nACTIONS:\n\n"
        "BM working with the yard on the new price of paint for the hull\n\nAL to find out who owns the winch\n"
    )
    document = read_text_document(paper, "minutes.txt")
    found = read_minutes(document, name="minutes.txt", at=AT).meeting.entries
    assert [one.action.owners for one in found if one.action] == [("BM",), ("AL",)]


def test_headings_of_wikis_part_the_tasks_below_them() -> None:
    paper = (
        "Protokoll der Fähre\n4. März 2025\n\nAnwesend: Ada Lowe\n\n== Boote ==\n- Die Boote sind gut\n\n"
        "== Aufgaben diese Woche\n- Seile kaufen\n"
    )
    found = read_minutes(read_text_document(paper, "m.txt"), name="m.txt", at=AT).meeting
    assert [one.text for one in found.entries if one.action] == ["Seile kaufen"]
    assert found.sections[0].heading == "Boote"


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Trustee Lowe offered to contact the yard.", "Ada Lowe"),
        ("The Staff will send the list to the yard.", "Staff"),
    ],
)
def test_a_post_before_a_surname_and_an_office_own_what_they_will_do(words: str, owner: str) -> None:
    assert actions(f"Boats were seen. {words}") == [(words, (owner,))]


def test_a_plan_of_actions_and_a_column_of_names_beside_those_they_are_assigned_to_hold_tasks() -> None:
    paper = (
        "# Ferry Committee\n\n4 March 2025\n\n## Attendees\n* Ada Lowe\n* Ben Marsh\n\n"
        "## Action Plan:\n*Where to go next*\n* Buy rope\n\n"
        "## Deliverables\n\nName | Assigned To | Deadline\n-----|-----|-----\nA new sign | Ben Marsh | Sunday\n"
    )
    found = read_minutes(read_text_document(paper, "m.md"), name="m.md", at=AT).meeting.entries
    owned = {one.text: one.action.owners for one in found if one.action}
    assert owned["Buy rope"] == ()
    assert owned["A new sign"] == ("Ben Marsh",)
    assert ("Where",) not in owned.values()


def test_what_there_is_of_something_is_no_task_below_a_heading_of_tasks() -> None:
    after = "2. Actions:\n\nSavings: £11,290.20\n\nBen Marsh to price a rope\n"
    assert actions("Boats were seen.", after=after) == [("Ben Marsh to price a rope", ("Ben Marsh",))]


@pytest.mark.parametrize(
    ("code", "words", "owner"),
    [
        ("en", "Ring the yard about the winch (Ben)", "Ben Marsh"),
        ("en", "Obtain three prices – Ada Lowe", "Ada Lowe"),
        ("de", "Drei Angebote einholen (Ben)", "Ben Marsh"),
        ("fr", "Relancer le fournisseur (Ben)", "Ben Marsh"),
        ("fr", "Transmettre les plans à la mairie : Ada Lowe", "Ada Lowe"),
        ("en", "The gate is old – Ben: ring the yard and get a price", "Ben Marsh"),
        ("en", "@kim to write to the yard", "kim"),
        ("en", "The waiting list will be managed by Ben Marsh.", "Ben Marsh"),
        ("fr", "Les statuts seront également modifiés par Ada Lowe avant l'envoi.", "Ada Lowe"),
        ("de", "Die Einladung wird von Ben Marsh verschickt.", "Ben Marsh"),
        ("en", "Mary Hale is requested to look at the landing.", "Mary Hale"),
    ],
)
def test_what_is_to_be_done_is_the_task_of_whoever_stands_behind_it(code: str, words: str, owner: str) -> None:
    assert actions(f"- {words}\n- It rained", code) == [(words, (owner,))]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Report on the winch (Ben Marsh)"),
        ("en", "The price will be discussed by Ben Marsh and Ada Lowe."),
        ("de", "Die Seile wurden gekauft und eingeladen (Ben)"),
        ("de", "Bericht angenommen (Ben)"),
        ("fr", "Trésorier de l'association : Ben Marsh"),
        ("fr", "Roger a le bac (Ben Marsh)"),
        ("fr", "Former deux passeurs"),
        ("en", "The gate is old – Ben: it can stay"),
    ],
)
def test_somebody_behind_what_is_no_deed_has_no_task(code: str, words: str) -> None:
    assert actions(f"- {words}\n- It rained", code) == []


def test_prose_behind_or_below_the_word_for_actions_is_parted_at_those_it_gives_something() -> None:
    prose = "The winch squeaks. Ada Lowe will oil it. It must not be left again. Ben Marsh to ring the yard."
    parted = [
        ("Ada Lowe will oil it. It must not be left again.", ("Ada Lowe",)),
        ("Ben Marsh to ring the yard.", ("Ben Marsh",)),
    ]
    assert actions(f"Boats were seen.\n\nActions arising: {prose}") == parted
    assert actions(f"Boats were seen.\n\nActions arising:\n\n{prose}") == parted


def test_prose_below_the_word_for_actions_is_no_list_of_those_that_the_paper_tells_elsewhere() -> None:
    prose = "The winch was sold for a good price to the yard above the weir. "
    prose += "The rest of the rope is still in the loft of the shed."
    assert actions(f"Actions arising:\n\n{prose}\n\nRope:\n\nBen Marsh will send the bill.") == [
        ("Ben Marsh will send the bill.", ("Ben Marsh",))
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The winch is old. The rope is to be sold. AL", [("The rope is to be sold.", ("Ada Lowe",))]),
        ("The winch is old. The rope was sold. AL", []),
        ("The winch is old. The rope is to be sold. / Ben", [("The rope is to be sold.", ("Ben Marsh",))]),
        ("The winch is old. It is to be sold. ZZ", []),
    ],
)
def test_initials_behind_the_last_sentence_own_what_it_says_is_to_be_done(
    words: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert actions(words) == found


def test_initials_beside_a_paragraph_own_the_sentence_that_gives_those_something() -> None:
    column = (
        "Ferry Committee\n4 March 2025\n\nPresent: Ada Lowe, Ben Marsh\n\n"
        "No.  Item                                                   Action\n"
        "1.   Boats\n"
        "     Ada Lowe was at the yard, and asked Ben Marsh to send\n"
        "     the bill. Ben Marsh thought that it may be high.       BM\n\n"
        "     The rope is in the loft.\n\n"
        "2.   Ropes\n"
        "     Ada Lowe to price a rope.                              AL\n"
    )
    found = read_minutes(read_text_document(column, "m.txt"), name="m.txt", at=AT).meeting.entries
    owned = {one.text: one.action.owners for one in found if one.action}
    assert owned["Ada Lowe was at the yard, and asked Ben Marsh to send the bill."] == ("Ben Marsh",)
    assert len(owned) == 2


def test_whoever_a_list_calls_by_another_name_or_by_initials_owns_what_is_given_to_those() -> None:
    paper = (
        'Ferry Committee\n4 March 2025\n\nPresent: Adelaide "Kiki" Lowe, Ben Marsh, TJM: Tom John Mill\n\n'
        "1. Boats\nKiki to oil the winch.\n\nTJM to ring the yard.\n"
    )
    found = read_minutes(read_text_document(paper, "m.txt"), name="m.txt", at=AT).meeting
    assert [one.action.owners for one in found.entries if one.action] == [("Adelaide Lowe",), ("TJM",)]
    assert [(one.name, one.abbreviation) for one in found.people][2] == ("Tom John Mill", "TJM")
