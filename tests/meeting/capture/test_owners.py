"""Whose an action is, and by when."""

import pytest

from tests.meeting.room import Taker, action, keyed, parish
from tui.meeting.capture.owners import read_owners, with_owners
from tui.meeting.people.directory import directory_of


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("!NS to patrol", ("NS",)),
        ("! The NS to patrol", ("NS",)),
        ("!ACTION: NS to patrol", ("NS",)),
        ("!Action: the Chair and PJH to meet", ("MT", "PJH")),
        ("!MT / NS to meet", ("MT", "NS")),
        ("!MT, NS and PJH to meet", ("MT", "NS", "PJH")),
        ("!ALL to read the draft", ("ALL",)),
        ("!All: read the draft", ("ALL",)),
        ("!ALL and NS to read the draft", ("ALL", "NS")),
        ("!NS: patrol the lane", ("NS",)),
        ("!MT, NS: meet", ("MT", "NS")),
        ("!Clerk to the Council to write", ("Mrs Odette van der Linde",)),
        ("!Neighbourhood Sergeant Nair to patrol", ("NS",)),
        ("!Head Teacher Ashby-Cole / NS to meet", ("Rowan Ashby-Cole", "NS")),
        ("!NS and Clerk to the Council: meet", ("NS", "Mrs Odette van der Linde")),
        ("!NS will patrol", ()),
        ("!Nemo to patrol", ()),
        ("!Pike to clear the ditch", ()),
        ("!NS and Nemo to patrol", ()),
        ("!Write to the Clerk to ask", ()),
        ("!It to be done", ()),
        ("![[NS]] to patrol", ()),
    ],
)
def test_the_wording_at_the_start_gives_owners_and_stays(line: str, owners: tuple[str, ...]) -> None:
    assert action(line)[:2] == (line[1:].strip(), owners)


@pytest.mark.parametrize(
    ("line", "text", "owners"),
    [
        ("!Patrol the lane @NS", "Patrol the lane", ("NS",)),
        ("!Patrol the lane @ns.", "Patrol the lane.", ("NS",)),
        ("!Patrol the lane @NS @MT", "Patrol the lane", ("NS", "MT")),
        ("!Patrol the lane @NS, @MT", "Patrol the lane", ("NS", "MT")),
        ("!Patrol the lane @NS and @MT", "Patrol the lane", ("NS", "MT")),
        ('!Patrol @"Finance team" ', "Patrol", ("Finance team",)),
        ("!Patrol @“Finance team”", "Patrol", ("Finance team",)),
        ('!Patrol @"Gwen Pike"', "Patrol", ("Gwen Pike",)),
        ("!Patrol @Wardens", "Patrol", ("Wardens",)),
        ("!Patrol @all", "Patrol", ("ALL",)),
        ("!@NS patrol the lane", "patrol the lane", ("NS",)),
        ("!@NS, patrol the lane", "patrol the lane", ("NS",)),
        ("!@NS to patrol", "NS to patrol", ("NS",)),
        ("!@NS: patrol", "NS: patrol", ("NS",)),
        ("!@NS and @MT to patrol", "NS and MT to patrol", ("NS", "MT")),
        ("!@Wardens / NS to agree a rota", "Wardens / NS to agree a rota", ("Wardens", "NS")),
        ("!@Wardens and NS to agree a rota", "Wardens and NS to agree a rota", ("Wardens", "NS")),
        ("!@Wardens, NS and MT to agree", "Wardens, NS and MT to agree", ("Wardens", "NS", "MT")),
        ("!@Wardens, @NS to agree", "Wardens, NS to agree", ("Wardens", "NS")),
        ("!@Wardens & NS: agree a rota", "Wardens & NS: agree a rota", ("Wardens", "NS")),
        ("!NS, @Wardens to agree", "NS, Wardens to agree", ("NS", "Wardens")),
        ('!@"Tree wardens" / NS to agree', "Tree wardens / NS to agree", ("Tree wardens", "NS")),
        ("!@Wardens and Nemo to agree", "and Nemo to agree", ("Wardens",)),
        ("!@Wardens / ask NS to agree", "/ ask NS to agree", ("Wardens",)),
        ("!Ask @NS for a rota", "Ask NS for a rota", ("NS",)),
        ('!Ask @"Finance team" for a rota', "Ask Finance team for a rota", ("Finance team",)),
        ("!Take the rota to @NS", "Take the rota to NS", ("NS",)),
        ("!MT to patrol @NS", "MT to patrol", ("MT", "NS")),
        ("!MT to patrol @MT", "MT to patrol", ("MT",)),
        ("!Mail ed@lane.org", "Mail ed@lane.org", ()),
        ("!Meet @ noon", "Meet @ noon", ()),
        ("!Patrol [[@NS]]", "Patrol [[@NS]]", ()),
        ("!Patrol @[[NS]]", "Patrol @[[NS]]", ()),
        ('!Patrol @"NS', 'Patrol @"NS', ()),
    ],
)
def test_an_at_sign_gives_owners_and_leaves_no_hole(line: str, text: str, owners: tuple[str, ...]) -> None:
    assert action(line)[:2] == (text, owners)


@pytest.mark.parametrize(
    ("line", "text", "owners", "due"),
    [
        ("!Mow ^April meeting", "Mow", (), "April meeting"),
        ("!Mow^April meeting", "Mow", (), "April meeting"),
        ("!Mow ^Friday @NS", "Mow", ("NS",), "Friday"),
        ("!Mow @NS ^Friday", "Mow", ("NS",), "Friday"),
        ("!Mow ^Friday @NS and rake", "Mow NS and rake", ("NS",), "Friday"),
        ("!Mow ^when it is dry", "Mow", (), "when it is dry"),
        ("!NS to mow by Friday", "NS to mow by Friday", ("NS",), "by Friday"),
        ("!NS to mow in a month", "NS to mow in a month", ("NS",), "in a month"),
        ("!NS to report to the next meeting.", "NS to report to the next meeting.", ("NS",), "to the next meeting"),
        ("!Make 10^6 of them", "Make 10^6 of them", (), None),
        ("!Mow [[by Friday]]", "Mow [[by Friday]]", (), None),
        ("!Mow [[^Friday]]", "Mow [[^Friday]]", (), None),
        ("!a ^b @NS c ^d", "a NS c", ("NS",), "b d"),
    ],
)
def test_a_caret_or_the_wording_gives_the_due_words(
    line: str, text: str, owners: tuple[str, ...], due: str | None
) -> None:
    assert action(line) == (text, owners, due)


def test_a_date_follows_from_the_words_but_not_from_restricted_ones() -> None:
    dated, hidden = keyed("!Mow ^13 May 2022").action, keyed("!Mow ^[[13 May 2022]]").action
    assert dated is not None
    assert dated.due is not None
    assert str(dated.due.date) == "2022-05-13"
    assert hidden is not None
    assert hidden.due is not None
    assert (hidden.due.words, hidden.due.date) == ("[[13 May 2022]]", None)


def test_an_action_of_owners_alone_or_of_a_date_alone_is_refused() -> None:
    assert "no words" in Taker().refusal("!@NS")
    assert "no words" in Taker().refusal("!^Friday")
    assert "no words after ^" in Taker().refusal("!Mow ^")


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("!RSPB and NS to agree dates", ("RSPB", "NS")),
        ("!The RSPB to count owls", ("RSPB",)),
        ("!RSPB: count owls", ("RSPB",)),
        ("!RSPB / CPRE / ALL to count owls", ("RSPB", "CPRE", "ALL")),
        ("!Rspb to count owls", ()),
        ("!RNLI to count owls", ()),
        ("!RSPB will count owls", ()),
        ("!AOB to be moved", ()),
    ],
)
def test_an_organisation_of_the_header_or_a_capacity_owns_actions(line: str, owners: tuple[str, ...]) -> None:
    header = (("Minutes", "Odell Noakes, Warden, RSPB"), ("Apologies", "none from CPRE"))
    entry = Taker(parish(header=header)).key(line)
    assert entry.action is not None
    assert (entry.text, entry.action.owners) == (line[1:], owners)


def test_an_organisation_does_not_speak() -> None:
    taker = Taker(parish(header=(("Minutes", "Odell Noakes, Warden, RSPB"),)))
    assert taker.key("RSPB: the owls are back").text == "RSPB: the owls are back"
    assert taker.key("The RSPB said that the owls are back").speakers == ()


@pytest.mark.parametrize("text", ["MT to go with", "to talk about", "and MT to walk to", ", MT to ask for", "mow for"])
def test_owners_apart_from_a_sentence_stay_apart_when_typed_again(text: str) -> None:
    typed = with_owners(text, ["Wardens"])
    read = read_owners(directory_of(parish()), typed)
    assert (read.text, "Wardens" in read.owners) == (text, True)
