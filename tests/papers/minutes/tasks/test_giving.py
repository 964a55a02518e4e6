"""What gives somebody something to do though other words stand between, and what does not."""

from __future__ import annotations

import pytest

from tests.papers.minutes.holding import AT
from tests.papers.minutes.test_tasks import MARKED, actions, entries
from tui.meeting.kinds import Kind
from tui.papers.minutes.minutes import read_minutes
from tui.papers.reading.text import read_text_document


@pytest.mark.parametrize(
    ("code", "words", "owner"),
    [
        ("en", "Testing of fans Ben Marsh to ring the yard.", "Ben Marsh"),
        ("en", "Raffle, AL will collect the prizes.", "Ada Lowe"),
        ("en", "Ada Lowe has a draft of the rules which she will send to all members.", "Ada Lowe"),
        ("en", "Ben Marsh reported that the yard is open and will ask for a price.", "Ben Marsh"),
        ("en", "Ada Lowe has kindly said that she will go to the yard.", "Ada Lowe"),
        ("de", "Ben Marsh fragt Karl Orme wegen der Seile.", "Ben Marsh"),
        ("de", "Ada Lowe und Ben Marsh bauen die Winde.", "Ada Lowe"),
        ("de", "S kümmert sich um die Seile.", "S"),
        ("de", "Am 3. April wird Ben Marsh in einem Gespräch den Tag abstimmen.", "Ben Marsh"),
        ("de", "Für die Seile wird Ada Lowe Kontakt mit der Werft aufnehmen.", "Ada Lowe"),
        ("fr", "Ben Marsh contacte la mairie.", "Ben Marsh"),
        ("fr", "Liste des lots à relire : Ben Marsh", "Ben Marsh"),
        ("fr", "Prévenir la fédération (Ben Marsh), les passeurs et la commune.", "Ben Marsh"),
    ],
)
def test_whoever_stands_beside_what_is_to_be_done_has_it_to_do(code: str, words: str, owner: str) -> None:
    (found,) = actions(f"The boats were old.\n\n{words}", code)
    assert (found[0], found[1][0]) == (words, owner)


@pytest.mark.parametrize(
    ("code", "before", "words"),
    [
        ("en", "Ada Lowe reported that the steps were old.", "She agreed to advertise the work."),
        ("fr", "Le livre est celui de Ben Marsh.", "Il prêtera le livre à la crèche."),
    ],
)
def test_a_pronoun_is_the_one_person_whom_the_sentence_before_names(code: str, before: str, words: str) -> None:
    assert {task: owners[0] for task, owners in actions(f"{before} {words}", code)}[words] in ("Ada Lowe", "Ben Marsh")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "It was for Ben Marsh to say whether the boat floats."),
        ("en", "We all would like Ben Marsh to find his hat."),
        ("fr", "Ben Marsh a le bac. Il faudra une corde."),
        ("fr", "Ben Marsh a le bac. Il restera à quai."),
        ("de", "Ben Marsh fragt, ob die Winde hält."),
        ("de", "Ben Marsh fragt nach den Kosten der Winde."),
        ("de", "Im Mai wird Ben Marsh nach drei Jahren verabschiedet werden."),
    ],
)
def test_what_only_names_somebody_gives_them_nothing_to_do(code: str, words: str) -> None:
    assert actions(words, code) == []


def test_what_was_decided_somebody_would_do_is_decided_and_theirs_where_other_actions_are_marked() -> None:
    words = "It was decided that AL and BM would liaise about the food."
    assert [one.kind for one in entries(words, after=MARKED) if one.text == words] == [Kind.DECISION, Kind.ACTION]
    assert (words, ("Ada Lowe", "Ben Marsh")) in actions(words, after=MARKED)


def test_a_bullet_that_begins_with_an_infinitive_is_a_task_of_nobody_yet() -> None:
    words = "Relancer une campagne de courriels"
    assert actions(f"- {words}\n- La corde est neuve", "fr") == [(words, ())]
    assert actions(f"- {words}\n- La corde est neuve", "fr", MARKED) == [("Ben Marsh to price a rope", ("Ben Marsh",))]


@pytest.mark.parametrize(
    "words", ["Ada Lowe et Ben Marsh approcheront la mairie.", "Conclusion : Ben Marsh contacte la mairie."]
)
def test_what_somebody_will_do_in_french_is_theirs_beside_marked_actions(words: str) -> None:
    assert [task for task, _ in actions(words, "fr", MARKED)] == [words, "Ben Marsh to price a rope"]


def test_clauses_in_french_give_each_of_those_whom_they_name_their_own() -> None:
    words = "Ben Marsh invitera la radio et Ada Lowe préparera les affiches."
    assert actions(words, "fr") == [
        ("Ben Marsh invitera la radio", ("Ben Marsh",)),
        ("et Ada Lowe préparera les affiches.", ("Ada Lowe",)),
    ]


def test_whoever_a_paper_without_a_list_calls_by_a_whole_name_owns_what_is_theirs() -> None:
    paper = (
        "Ferry Society\n4 March 2025\n\n1. Lists will be kept by Glyn Orme\n\n2. Boats\nPev Marsh will post a letter.\n"
    )
    found = read_minutes(read_text_document(paper, "m.txt"), name="m.txt", at=AT).meeting.entries
    assert [one.action.owners for one in found if one.action][-1:] == [("Pev Marsh",)]
