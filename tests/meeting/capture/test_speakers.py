"""Who is speaking."""

import pytest

from tests.meeting.room import Taker, keyed


@pytest.mark.parametrize(
    "names", ["MT, NS", "MT and NS", "MT/NS", "MT / NS", "MT + NS", "mt & ns", "The Chair, Sgt Nair"]
)
def test_known_names_before_a_colon_are_the_speakers(names: str) -> None:
    entry = keyed(f"{names}: the ditch is clear")
    assert (entry.speakers, entry.text, entry.speakers_in_text) == (("MT", "NS"), "the ditch is clear", False)


@pytest.mark.parametrize("line", ["?", ">", "-", "+", "="])
def test_every_kind_that_is_said_by_somebody_has_speakers(line: str) -> None:
    assert keyed(f"{line}Gwen: yes").speakers == ("Gwen Pike",)
    assert keyed(f"{line} Gwen : yes").text == "yes"


@pytest.mark.parametrize("mark", ["#", "&"])
def test_subheadings_and_events_keep_their_words(mark: str) -> None:
    entry = keyed(f"{mark}MT: report")
    assert (entry.speakers, entry.text) == ((), "MT: report")


@pytest.mark.parametrize(
    "line",
    [
        "Robberies: a series of four",
        "MT, Robberies: four",
        "10:30: tea",
        "Pike: no",
        "see https://a.b",
        "MT said: no: x",
    ],
)
def test_an_unknown_name_leaves_the_line_as_it_stands(line: str) -> None:
    assert keyed(line).text == line


def test_nobody_speaks_twice_in_one_entry() -> None:
    assert keyed("MT, Maureen Tidy, Chair: hello").speakers == ("MT",)


def test_a_name_alone_leads_in_the_points_that_follow() -> None:
    entry = keyed(">MT:")
    assert (entry.speakers, entry.text) == (("MT",), "")


@pytest.mark.parametrize(
    ("line", "speakers"),
    [
        ("The Chair asked for a volunteer", ("MT",)),
        ("Sgt Nair reported two thefts", ("NS",)),
        ("Both the Chair and Sgt Nair said:", ("MT", "NS")),
        ("Gwen Pike, PJH and the Clerk replied", ("Gwen Pike", "PJH", "Mrs Odette van der Linde")),
        ("Following on, the Chair asked why", ("MT",)),
        ("As a result of the flood Dr Hale suggested a pump", ("PJH",)),
        ("The Clerk formally thanked everybody", ("Mrs Odette van der Linde",)),
        ("The Clerk read out a letter", ("Mrs Odette van der Linde",)),
        ("MT had also asked why", ("MT",)),
        ("MT gave an update", ("MT",)),
        ("Sgt Nair (Neighbourhood team) explained the rota", ("NS",)),
        ("Neighbourhood Sergeant Nair and the Chair agreed", ("NS", "MT")),
        ("MT was asked about the rota", ()),
        ("The Chair Fund reported a loss", ()),
        ("The Chair's report noted a loss", ()),
        ("Residents asked the Chair", ()),
        ("It said so", ()),
        ("Pike said no", ()),
        ("Cllr. Tidy said no", ("MT",)),
    ],
)
def test_a_text_that_names_who_speaks_keeps_every_word(line: str, speakers: tuple[str, ...]) -> None:
    entry = keyed(line)
    assert (entry.text, entry.speakers, entry.speakers_in_text) == (line, speakers, bool(speakers))


@pytest.mark.parametrize("line", ["\\MT: hello", "\\The Chair asked why"])
def test_a_backslash_switches_speaker_reading_off(line: str) -> None:
    entry = keyed(line)
    assert (entry.text, entry.speakers, entry.literal) == (line[1:], (), True)


@pytest.mark.parametrize(
    "line", ["[[MT]]: hello", "[[MT: hello]]", "[[The Chair]] asked why", "[[The Chair asked]] why"]
)
def test_restricted_words_name_no_speaker(line: str) -> None:
    assert keyed(line).speakers == ()
    assert keyed(line).text == line


def test_somebody_who_has_just_arrived_is_known() -> None:
    taker = Taker()
    taker.do("/arrive Lil Oddy, Tree Warden (TW)")
    assert taker.key("TW: the oak is sound").speakers == ("TW",)
    assert taker.key("Lil: so is the ash").speakers == ("TW",)
