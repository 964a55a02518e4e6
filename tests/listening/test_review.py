"""The chair settles the actions by letters and words, and each is read out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.listening.hearing import a_meeting, keep
from tui.book.meeting_file import read_meeting
from tui.listening.review import CHOICES
from tui.meeting.actions.review import Verdict, verdict_of
from tui.meeting.model import Entry, Meeting

ACTIONS = [f"!MT to paint bench {number} ^Friday" for number in range(1, 11)]


def actions_in(path: Path) -> list[Entry]:
    meeting: Meeting = read_meeting(path)
    return [entry for entry in meeting.entries if entry.action]


def test_ten_actions_are_settled_by_a_letter_or_a_word_each(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    answers = ["y", "agreed", "o", "pjh", "y", "owner NS", "y", "u", "next month", "y", "due fri", "y"]
    answers += ["e", "s/bench 7/the gate/", "y", "x", "done", "reword MT to burn it all ^tomorrow", ""]
    heard = keep(path, *ACTIONS, "/review", *answers, "")
    found = actions_in(path)
    assert [verdict_of(entry) for entry in found] == [
        *[Verdict.AGREED] * 7,
        Verdict.STRUCK,
        Verdict.DONE,
        Verdict.AGREED,
    ]
    assert [entry.action.owners for entry in found if entry.action][2:4] == [("PJH",), ("NS",)]
    assert found[6].text == "MT to paint the gate"
    assert found[9].text == "MT to burn it all"
    assert "End of the review: 8 agreed, 1 struck, 1 done, 1 without date. Enter goes on" in heard.said
    assert "action A3: PJH" in heard.said
    assert "action A5: due next month" in heard.said


def test_an_action_is_read_out_with_what_it_lacks_and_on_request_with_where_it_arose(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, "+The bench broke", "!Tom Orchard to mend it", "/review", "more", "q")
    assert heard.answers[3][3:] == [
        "A1, 1 of 1.",
        "Tom Orchard to mend it",
        "Owner: Tom Orchard. Due: no date.",
        "Lacks: Tom Orchard sent apologies; no date is given.",
    ]
    assert heard.answers[4] == ["Arose in 1 Matters arising.", "note: The bench broke"]


def test_an_action_is_gone_back_to_passed_over_and_taken_up_again(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, *ACTIONS[:3], "/review", "x", "b", "x", "y", "n", "n", "b", "y", "stop", "/review A2", "y", "q")
    assert [verdict_of(entry) for entry in actions_in(path)] == [Verdict.AGREED, Verdict.AGREED, Verdict.AGREED]
    assert "A1 is to be settled again" in heard.said


def test_a_letter_typed_after_the_last_action_is_no_line_of_the_notes(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    keep(path, ACTIONS[0], "/review", "y", "y", "n", "z", "The meeting ended at nine", "+Truly")
    assert [entry.text for entry in read_meeting(path).entries][1:] == ["The meeting ended at nine", "Truly"]


def test_a_line_of_the_notes_typed_in_the_review_is_stored_and_the_question_stays(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, *ACTIONS[:2], "/review", "+All were thanked", "y", "what is this", "y")
    assert heard.answers[4] == ["note"]
    assert "That is no answer." in " ".join(heard.answers[6])
    assert [verdict_of(entry) for entry in actions_in(path)] == [Verdict.AGREED, Verdict.AGREED]
    assert "All were thanked" in [entry.text for entry in read_meeting(path).entries]


def test_without_actions_and_for_an_unknown_one_the_review_says_so(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, "/review", "/review A7", "!MT to go", "/review a1", "y", "", "/review")
    assert heard.answers[1] == ["there are no actions"]
    assert heard.answers[2] == ["there is no action A7; there is none yet"]
    assert heard.answers[7][:2] == [
        "1 agreed, 1 without date",
        "Every action is settled; /review and its name reads one again.",
    ]


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("y", ("agreed", "")),
        ("YES", ("agreed", "")),
        ("agr", ("agreed", "")),
        ("strike", ("strike", "")),
        ("own PCC, CC", ("owner", "PCC, CC")),
        ("due: friday", ("due", "friday")),
        ("d", ("done", "")),
        ("yes indeed", ("", "")),
        ("st", ("", "")),
        ("zz", ("", "")),
    ],
)
def test_an_answer_is_a_letter_a_word_or_its_beginning(answer: str, meant: tuple[str, str]) -> None:
    assert CHOICES.meant(answer) == meant
