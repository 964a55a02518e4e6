"""How many are in the room, and whether that is a quorum."""

import pytest
from msgspec.structs import replace

from tests.meeting.room import Taker, parish
from tui.meeting.model import Group
from tui.meeting.people.quorum import Count, count_people, describe_count, quorum_of


@pytest.mark.parametrize(
    ("words", "quorum"),
    [
        ("4", 4),
        ("4.", 4),
        ("four members", 4),
        ("Four (4) members", 4),
        ("at least 3 councillors", 3),
        ("not fewer than 3", 3),
        ("minimum of five governors", 5),
        ("5 voting members present", 5),
        ("4 of 11", 4),
        ("4 (one third of the members)", 4),
        ("Three members, including the Chair", 3),
        ("4 members of the Committee", 4),
        ("one third of members", None),
        ("one-third", None),
        ("a third", None),
        ("1/3", None),
        ("50%", None),
        ("2.5", None),
        ("half plus one", None),
        ("12 to 14", None),
        ("3 or one third", None),
        ("three, or one third of members, whichever is the greater", None),
        ("five (4) members", None),
        ("0", None),
        ("", None),
        ("4 " * 400, None),
        ("[/] \x1b[31m", None),
    ],
)
def test_a_quorum_is_read_where_its_words_make_a_number(words: str, quorum: int | None) -> None:
    assert quorum_of(parish(header=(("QUORUM", words),))) == quorum


def test_without_a_line_no_quorum_is_known_and_nothing_is_missing() -> None:
    count = count_people(parish())
    assert count.quorum is None
    assert count.quorate


def test_members_in_the_room_alone_count() -> None:
    taker = Taker(parish(header=(("Quorum", "4"),)))
    assert count_people(taker.meeting) == Count(members=7, others=1, all_members=8, quorum=4)
    taker.do("/arrive Lil Oddy, Warden", "/leave Gwen", "/apologies PJH", "/absent Clerk")
    count = count_people(taker.meeting)
    assert (count.members, count.others, count.quorate) == (4, 2, True)
    taker.do("/leave NS")
    assert not count_people(taker.meeting).quorate
    taker.do("/arrive Tom Orchard")
    assert count_people(taker.meeting).quorate
    taker.do("/undo")
    assert not count_people(taker.meeting).quorate


def test_nobody_in_the_room_is_no_quorum() -> None:
    people = tuple(replace(person, group=Group.OBSERVER) for person in parish().people)
    count = count_people(parish(people=people, header=(("Quorum", "1"),)))
    assert (count.members, count.others, count.quorate) == (0, 8, False)


def test_a_count_is_said_in_ever_fewer_words() -> None:
    count = Count(members=7, others=2, all_members=9, quorum=4)
    assert describe_count(count) == (
        "7 members + 2 here · quorum 4",
        "7 members + 2 · quorum 4",
        "7 members · quorum 4",
        "7 + 2 · quorum 4",
        "7 · quorum 4",
    )
    assert describe_count(Count(members=1, others=0, all_members=1))[0] == "1 member here"
    missing = describe_count(Count(members=3, others=2, all_members=9, quorum=4))
    assert missing[0] == "not quorate: 3 of 4 members + 2"
    assert all(words.startswith("not quorate: 3 of 4") for words in missing)
