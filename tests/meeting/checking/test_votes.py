"""What the check finds of decisions, by who was there when they were made, and of actions in other words."""

import pytest

from tests.meeting.checked import NO_STYLE, findings_of
from tests.meeting.people.test_at_moment import quay
from tests.meeting.room import Taker
from tui.meeting.checking.check import check
from tui.meeting.checking.findings import FindingKind


def said_of(kind: FindingKind, *lines: str) -> list[str]:
    """Give what the check says of one kind after some lines of a committee with three votes and a quorum of 3."""
    taker = Taker(quay())
    taker.do(*lines)
    return [finding.message for finding in check(taker.meeting, NO_STYLE) if finding.kind is kind]


@pytest.mark.parametrize(
    "lines",
    [
        ("=Agreed; 2 for, 1 against",),
        ("=Agreed; 2 for, 0 against, 1 abstained",),
        ("=Agreed; 2 for; one member did not vote",),
        ("=Agreed unanimously",),
        ("=Agreed",),
        ("=Agreed; 1 against",),
        ("=Agreed; 2 for, 2 against, on the chair's casting vote",),
        ("=Agreed. For: AL, BO. Against: CP",),
        ("=Agreed. For (3): AL, BO, CP",),
        ("=Agreed; 2 for, 1 against. CP asked that her vote against be recorded",),
        ("=Agreed. Against: CP. Others for",),
        ("/arrive ES", "/go Tender", "/out CP", "=Agreed. Against: AL. Others for"),
        ("/arrive ES", "=Agreed. Against: AL. Others for", "/leave ES"),
        ("/leave BO", "/leave CP", "=Straw poll: 1 for"),
        ("=Straw poll on the colour: yes 1, no 1",),
        ("/go Tender", "/arrive ES", "/out CP", "=Agreed; proposed by AL, seconded by BO; 3 for"),
    ],
)
def test_votes_that_add_up_or_are_not_counted_are_left_alone(lines: tuple[str, ...]) -> None:
    assert said_of(FindingKind.VOTES, *lines) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ("=Agreed; 4 for, 1 against",),
            "5 votes are counted, and 3 members were present and entitled to vote",
        ),
        (
            ("=Agreed; 1 for, 0 against",),
            "1 vote is counted, fewer than the quorum of 3, and 3 members were present and entitled to vote:"
            " what of the other 2?",
        ),
        (
            ("/arrive ES", "=Agreed; 2 for, 1 against"),
            "3 votes are counted, and 4 members were present and entitled to vote: what of the other one?",
        ),
        (
            ("/arrive ES", "/go Tender", "/out CP", "=Agreed; 4 for"),
            "4 votes are counted, and 3 members were present and entitled to vote (1 had withdrawn)",
        ),
        (("/leave BO", "/leave CP", "=Agreed"), "2 members were present when this was decided, and the quorum is 3"),
        (
            ("/go Tender", "/out CP", "=Agreed; proposed by CP"),
            "Cy Pugh proposes this, and had withdrawn for this item",
        ),
        (("=Agreed. For (2): AL, BO, CP",), "2 for, and 3 names are given"),
        (("=Agreed; recorded vote. For (3): AL, BO",), "3 for, and 2 names are given"),
        (("=Agreed. For: AL, BO. Against: CP, BO",), "Bo Oake is put down under “against”, and stands under “for” too"),
        (
            ("/leave BO", "=Agreed. For: AL, BO. Against: CP"),
            "Bo Oake is put down under “for”, and was not in the room then",
        ),
        (("=Agreed. For: AL, DR. Against: BO",), "Di Ray is put down under “for”, and has no vote"),
        (
            ("=Agreed; 3 for, 0 against, on the chair's casting vote",),
            "a casting vote is told, and the votes were not equal: 3 for, 0 against",
        ),
        (("/leave BO", "=Agreed; seconded by BO"), "Bo Oake seconds this, and was not in the room then"),
        (("=Agreed; seconded by Nell Frost",), "Nell Frost seconds this, and is no member"),
        (("=Agreed; proposed by DR",), "Di Ray proposes this, and has no vote"),
        (
            ("/go Tender", "/interest AL, personal", "=Agreed; proposed by AL"),
            "Ann Lee proposes this, and declared an interest in this item",
        ),
    ],
)
def test_what_is_wrong_with_a_decision_is_named(lines: tuple[str, ...], message: str) -> None:
    said = said_of(FindingKind.VOTES, *lines)
    assert said[-1] == message
    assert all("counted" in other for other in said[:-1])


def test_who_comes_later_is_not_counted_in_an_earlier_vote() -> None:
    assert said_of(FindingKind.VOTES, "=Agreed; 3 for", "/arrive ES", "/leave BO") == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("+The pump leaks. @Pike to send a quotation", "this reads as an action, and is none: make it one, with !"),
        ("=Agreed; @PJH to write", "this reads as an action, and is none: make it one, with !"),
        ("+PJH to write to the county", "this reads as an action, and is none: make it one, with !"),
        ("-PJH and NS to walk the path", "this reads as an action, and is none: make it one, with !"),
        (
            "!PJH to write to the county and NS to walk the path ^Friday",
            "NS has another task in this action: part it into two",
        ),
        (
            "!PJH to write; Gwen Pike to walk the path ^Friday",
            "Gwen Pike has another task in this action: part it into two",
        ),
        ("+B1 done", "there is no action B1, which is said to be done"),
        ("+B7 is now complete.", "there is no action B7, which is said to be done"),
    ],
)
def test_an_action_in_other_words_is_found(line: str, message: str) -> None:
    assert [finding.message for finding in findings_of(FindingKind.ACTION, line, house=NO_STYLE)] == [message]


@pytest.mark.parametrize(
    "line",
    [
        "+The county is to write to PJH",
        "+PJH spoke to the county",
        "+A letter to the county was read",
        "?PJH: is NS to walk the path",
        "!PJH and NS to write to the county and to walk the path ^Friday",
        "+write to someone@example.org to ask",
        "+The B12 closed at noon for the works",
    ],
)
def test_other_words_are_no_action(line: str) -> None:
    assert findings_of(FindingKind.ACTION, line, house=NO_STYLE) == []


def test_an_action_said_to_be_done_has_to_stand_as_done() -> None:
    said = "action A1 is said to be done, and is open: /done A1"
    lines = ("!PJH to write ^Friday", "+A1 is done.")
    assert [finding.message for finding in findings_of(FindingKind.ACTION, *lines, house=NO_STYLE)] == [said]
    assert findings_of(FindingKind.ACTION, *lines, "/done A1", house=NO_STYLE) == []


def test_a_due_day_before_the_meeting_is_found() -> None:
    (finding,) = findings_of(FindingKind.DUE, "!PJH to write ^3 May 2022", house=NO_STYLE)
    assert finding.message == "action A1 is due on 3 May 2022, before this meeting"
    assert findings_of(FindingKind.DUE, "!PJH to write ^13 May 2022", house=NO_STYLE) == []


def test_somebody_who_withdrew_is_not_put_down_for_a_vote() -> None:
    said = said_of(FindingKind.VOTES, "/go Tender", "/out CP", "=Agreed. For: AL, BO, CP")
    assert said == [
        "3 votes are counted, and 2 members were present and entitled to vote (1 had withdrawn)",
        "Cy Pugh is put down under “for”, and had withdrawn for this item",
    ]
