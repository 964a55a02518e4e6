"""Who is meant by a name."""

import pytest

from tests.meeting.room import parish
from tui.meeting.model import Meeting, Person
from tui.meeting.names import Directory, directory_of


def label(name: str, meeting: Meeting | None = None) -> str:
    known = Directory(meeting or parish()).find(name)
    return known.label if known else ""


def people(*lines: tuple[str, str, str]) -> Meeting:
    return parish(
        header=(),
        people=tuple(Person(id=at, name=n, capacity=c, abbreviation=a) for at, (n, c, a) in enumerate(lines, 1)),
    )


@pytest.mark.parametrize("name", ["PJH", "pjh", "P.J.H.", "P J H", "the PJH"])
def test_an_abbreviation_is_known_in_any_case_and_with_full_stops(name: str) -> None:
    assert label(name) == "PJH"


@pytest.mark.parametrize(
    "name",
    [
        "Dr Peter James Hale",
        "peter james hale",
        "Peter Hale",
        "P Hale",
        "P. J. Hale",
        "PJ Hale",
        "Dr. Hale",
        "HALE",
        "PH",
    ],
)
def test_a_person_is_known_by_full_name_surname_and_initials(name: str) -> None:
    assert label(name) == "PJH"


@pytest.mark.parametrize("name", ["Odette van der Linde", "van der Linde", "Linde", "Mrs van der Linde", "OvdL", "OL"])
def test_a_surname_is_known_with_and_without_its_particles(name: str) -> None:
    assert label(name) == "Mrs Odette van der Linde"


@pytest.mark.parametrize("name", ["Ashby-Cole", "ashby cole", "Ashby\u2011Cole", "RAC", "RA", "R Ashby-Cole"])
def test_a_double_barrelled_name_is_known_with_and_without_its_hyphen(name: str) -> None:
    assert label(name) == "Rowan Ashby-Cole"


@pytest.mark.parametrize("name", ["Councillor Tidy", "Cllr. Maureen Tidy", "Ms Tidy", "Tidy OBE", "Madam Chair"])
def test_honorifics_and_letters_after_a_name_do_not_count(name: str) -> None:
    assert label(name) == "MT"


@pytest.mark.parametrize("name", ["Chair", "the chair", "Chairman", "Chairwoman", "Chair of the Council"])
def test_the_chair_is_known_however_the_post_is_worded(name: str) -> None:
    assert label(name) == "MT"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Clerk", "Mrs Odette van der Linde"), ("parish clerk", "Mrs Odette van der Linde"), ("Treasurer", "Ivy Thrupp")],
)
def test_a_role_is_known_from_a_capacity_or_the_header(name: str, wanted: str) -> None:
    assert label(name) == wanted


def test_who_took_the_minutes_is_known_but_not_by_the_word_minutes() -> None:
    assert label("Noakes") == "Odell Noakes"
    assert label("Minutes") == ""


def test_a_header_line_may_give_an_abbreviation_and_the_agenda_a_fuller_name() -> None:
    meeting = parish(header=(("Chair", "Cllr Tidy"), ("Clerk to the Trust", "Bram Oake, Company Secretary (CS)")))
    assert [label(name, meeting) for name in ("Chair", "clerk", "CS", "Bram")] == ["MT", "", "CS", "CS"]
    assert label("Clerk to the Trust", meeting) == "CS"


@pytest.mark.parametrize(
    ("key", "words"), [("Venue", "Pike"), ("Next", "Village hall, Monday"), ("Repeats", "monthly")]
)
def test_other_header_lines_name_nobody(key: str, words: str) -> None:
    assert label(key, parish(header=((key, words),))) == ""


def test_a_first_name_is_known_where_one_person_here_has_it() -> None:
    assert label("Gwen") == "Gwen Pike"
    assert label("Tom") == "Tom Pike"  # Tom Orchard sent apologies.


@pytest.mark.parametrize("name", ["Pike", "Mr Pike"])
def test_a_name_that_fits_two_people_is_unknown(name: str) -> None:
    assert label(name) == ""
    assert len(Directory(parish()).meant(name)) == 2


def test_an_honorific_may_tell_two_people_apart() -> None:
    meeting = people(("Mr Ed Fox", "", ""), ("Mrs Una Fox", "", ""))
    assert (label("Mrs Fox", meeting), label("Fox", meeting)) == ("Mrs Una Fox", "")


def test_a_first_name_that_is_a_surname_too_is_unknown() -> None:
    assert label("Thomas", people(("Thomas Vane", "", ""), ("Jo Thomas", "", ""))) == ""


def test_an_abbreviation_wins_over_initials() -> None:
    meeting = people(("Carla Cope", "", ""), ("Ned Bray", "Chief Constable", "CC"))
    assert label("CC", meeting) == "CC"


def test_an_abbreviation_given_twice_is_unknown() -> None:
    assert label("GO", people(("Ann Ray", "", "GO"), ("Bea Lee", "", "GO"))) == ""


def test_a_role_in_so_many_words_wins_over_part_of_a_longer_one() -> None:
    meeting = people(("Ann Ray", "Chair", ""), ("Bea Lee", "Chair of Governors", ""), ("Cy Moss", "Deputy Clerk", ""))
    assert label("Chair", meeting) == "Ann Ray"
    assert label("Clerk", meeting) == ""
    assert label("Deputy clerk", meeting) == "Cy Moss"


def test_an_assistant_to_the_chair_is_not_the_chair() -> None:
    assert label("Chair", people(("Ann Ray", "Assistant to the Chair", ""))) == ""


def test_a_list_is_known_only_where_everybody_in_it_is() -> None:
    directory = Directory(parish())
    for names in ("MT and PJH", "MT, PJH", "MT/PJH", "MT + PJH", "MT & PJH", "Both the MT and the PJH", "MT, and PJH"):
        known = directory.find_all(names)
        assert known is not None
        assert [one.label for one in known] == ["MT", "PJH"], names
    assert directory.find_all("MT and Nemo") is None
    assert directory.find_all("MT,,PJH") is None
    assert directory.find_all("") is None


def test_a_posts_abbreviation_takes_an_article_and_initials_do_not() -> None:
    directory = Directory(parish())
    posts = {known.label: known.post for known in directory.people}
    assert posts["NS"] is True
    assert posts["PJH"] is False
    assert posts["Gwen Pike"] is False


def test_everyday_words_name_nobody_within_a_sentence_unless_in_capitals() -> None:
    directory = directory_of(parish())
    assert directory.find("it", in_sentence=True) is None
    assert directory.find("On", in_sentence=True) is None
    assert directory.find("IT", in_sentence=True) is not None


def test_the_directory_is_made_once_for_the_same_people() -> None:
    meeting = parish()
    assert directory_of(meeting) is directory_of(meeting)
