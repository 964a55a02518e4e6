"""Who is meant by a name."""

import pytest

from tests.meeting.room import parish
from tui.meeting.model import Meeting, Person
from tui.meeting.people.directory import Directory, directory_of


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


FORCE = people(
    ("Petra Lund", "Police and Crime Commissioner", "PCC"),
    ("Ed Vane", "Deputy Police and Crime Commissioner", "DPCC"),
    ("Ros Amery", "Chief Constable", "CC"),
    ("Colin Thwaite", "DCC", ""),
    ("Hal Brook", "ACC Rural Affairs", ""),
    ("ACC Wyn Teague", "", ""),
    ("Ch. Insp. Ida Marsh", "", "CI"),
    ("Sgt Ned Marsh", "", ""),
    ("D/Supt Olu Finch", "", ""),
    ("Bea Quill", "Director of Finance, Chief Executive to the Commissioner", ""),
    ("Mia Söderlund-Øst", "", "MSØ"),
)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("DCC Thwaite", "Colin Thwaite"),
        ("dcc colin thwaite", "Colin Thwaite"),
        ("the DCC Thwaite", "Colin Thwaite"),
        ("ACC Brook", "Hal Brook"),
        ("ACC Rural Affairs Brook", "Hal Brook"),
        ("ACC Teague", "ACC Wyn Teague"),
        ("Wyn", "ACC Wyn Teague"),
        ("Chief Constable Amery", "CC"),
        ("Commissioner Lund", "PCC"),
        ("CI Marsh", "CI"),
        ("Chief Inspector Marsh", "CI"),
        ("Ch Insp Marsh", "CI"),
        ("Ch. Insp. Ida Marsh", "CI"),
        ("Sergeant Marsh", "Sgt Ned Marsh"),
        ("D/Supt Finch", "D/Supt Olu Finch"),
        ("Detective Superintendent Finch", "D/Supt Olu Finch"),
        ("Det Supt Finch", "D/Supt Olu Finch"),
        ("Marsh", ""),
        ("CC Thwaite", ""),
        ("DCC Nemo", ""),
        ("ACC", ""),
    ],
)
def test_a_post_or_rank_before_a_surname_means_whom_both_fit(name: str, wanted: str) -> None:
    assert label(name, FORCE) == wanted


def test_a_post_and_a_surname_that_fit_two_people_are_unknown() -> None:
    meeting = people(("Jo Fell", "Governor", ""), ("Al Fell", "Governor", ""), ("Di Fell", "Clerk", ""))
    assert label("Governor Fell", meeting) == ""
    assert label("Clerk Fell", meeting) == "Di Fell"


def test_capitals_before_a_surname_are_initials_and_no_post() -> None:
    meeting = people(("JRR Holm", "", ""), ("CLLR JANE ANNE POTT", "", ""))
    assert [label(name, meeting) for name in ("JRR", "Holm", "Jane", "Cllr Pott")] == [
        "JRR Holm",
        "JRR Holm",
        "CLLR JANE ANNE POTT",
        "CLLR JANE ANNE POTT",
    ]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Commissioner", "PCC"),
        ("the Commissioner", "PCC"),
        ("Deputy Commissioner", "DPCC"),
        ("Director", "Bea Quill"),
        ("Constable", "CC"),
    ],
)
def test_a_post_is_known_by_its_noun_where_one_person_holds_it_in_full(name: str, wanted: str) -> None:
    assert label(name, FORCE) == wanted


def test_a_noun_that_two_posts_or_only_a_deputys_end_in_is_unknown() -> None:
    assert label("Director", people(("Al Ray", "Director of Music", ""), ("Bo Lee", "Arts Director", ""))) == ""
    assert label("Commissioner", people(("Al Ray", "Assistant Commissioner", ""))) == ""
    assert label("Commissioner", people(("Al Ray", "Deputy Police, Fire and Crime Commissioner", ""))) == ""
    assert label("Officer", people(("Al Ray", "Policy Officer", ""))) == ""


@pytest.mark.parametrize("name", ["Soderlund-Ost", "Mia Söderlund Øst", "MÖDERLUND", "mso", "So\u0308derlund-Øst"])
def test_accents_do_not_count(name: str) -> None:
    assert label(name, FORCE) == ("MSØ" if name != "MÖDERLUND" else "")


def test_initials_are_no_post_though_the_name_has_accents() -> None:
    known = Directory(people(("Åse Ýrsdóttir", "", "AY"), ("Åse Lund", "Treasurer", "TR"))).people
    assert [one.post for one in known] == [False, True]


def test_a_name_that_holds_a_stroke_or_an_and_is_tried_whole_before_a_list_is_parted() -> None:
    directory = Directory(
        people(
            ("D/Supt Olu Finch", "", ""),
            ("Kit Rowe", "Head of Parks and Trees", "HP"),
            ("Lou Dell", "ACC (Crime)", ""),
            ("Ros Amery", "Chief Constable", "CC"),
        )
    )
    for names, wanted in (
        ("D/Supt Finch and CC", ["D/Supt Olu Finch", "CC"]),
        ("CC/D/Supt Finch", ["CC", "D/Supt Olu Finch"]),
        ("CC, the Head of Parks and Trees and Lou", ["CC", "HP", "Lou Dell"]),
        ("CC/ACC (Crime)", ["CC", "Lou Dell"]),
    ):
        known = directory.find_all(names)
        assert known is not None, names
        assert [one.label for one in known] == wanted
    assert directory.find_all("D/Supt Nemo and CC") is None


def test_an_organisation_is_known_from_the_header_and_from_capacities() -> None:
    meeting = parish(header=(("Minutes", "Ty Poe, Policy Officer, PLC"), ("Venue", "YWCA hall"), ("Next", "RNLI hut")))
    directory = Directory(meeting)
    assert [directory.organisation(name) for name in ("PLC", "the PLC", "YWCA", "plc", "RNLI", "PJH", "PLC Poe")] == [
        *("PLC", "PLC", "YWCA"),
        *[""] * 4,
    ]
    assert directory.find("PLC") is None


def test_whoever_took_the_minutes_may_be_an_organisation() -> None:
    directory = Directory(parish(header=(("Minutes", "BDPC"),), people=(Person(id=1, name="Al Ray", capacity="BDPC"),)))
    assert (directory.find("BDPC"), directory.organisation("BDPC")) == (None, "BDPC")


@pytest.mark.parametrize("capacity", ["CLERK TO THE MOOT", "Clerk, MBE", "CFO", "Chief Officer, CEO", "Clerk (TBC)"])
def test_other_capitals_name_no_organisation(capacity: str) -> None:
    directory = Directory(people(("Al Ray", capacity, "")))
    assert not any(directory.organisation(word) for word in capacity.replace(",", " ").split())


@pytest.mark.parametrize("name", ["@iok", "iok", "@IOK", "Ida Oke", "Oke"])
def test_a_handle_is_known_with_and_without_its_mark(name: str) -> None:
    assert label(name, people(("Ida Oke", "Village Hall", "@iok"))) == "@iok"


def test_a_post_is_told_from_a_person_who_goes_by_initials() -> None:
    meeting = people(("Di Ray", "Member", "DR"), ("Nell Frost", "Parish Clerk", "Clerk"), ("Bo Oake", "Clerk", "bo"))
    assert [known.post for known in directory_of(meeting).people] == [False, True, False]


@pytest.mark.parametrize(
    "key", ["Schriftführer", "Protokoll", "Secrétaire", "Secretario", "Clerc", "Cadeirydd", "Vorsitz"]
)
def test_who_stands_in_the_head_alone_is_known_in_every_language(key: str) -> None:
    meeting = parish(header=((key, "Lorenz Kiefl"),))
    assert label("Lorenz Kiefl", meeting) == label("Kiefl", meeting) == "Lorenz Kiefl"
    assert (label(key, meeting) == "Lorenz Kiefl") == (key != "Protokoll")
