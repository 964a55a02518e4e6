"""Where a decision's words end and the record of the vote begins."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.model import Meeting, Person
from tui.meeting.people.directory import directory_of
from tui.notes.view.decision_parts import parted_resolution
from tui.notes.view.words import ViewText

NAMES = ("Maureen Tidy", "Peter James Hale", "Omar Haddad", "Ruth Quayle", "Rosa Lind", "Ann Lee")
MEETING = Meeting(
    id="1" * 32,
    title="Council",
    date=date(2024, 5, 7),
    people=tuple(
        Person(id=number, name=name, abbreviation="".join(word[0] for word in name.split()))
        for number, name in enumerate(NAMES, start=1)
    ),
)


def parted(text: str) -> tuple[str, str]:
    resolution, record = parted_resolution(directory_of(MEETING), ViewText.of(text))
    return str(resolution), str(record)


@pytest.mark.parametrize(
    ("resolution", "record"),
    [
        ("To buy two pumps;", "proposed by Imogen Castell, seconded by Sandra Whitlock, 7 for, 2 against, 1 abstained"),
        ("To buy two pumps;", "proposed by Cllr Tidy and seconded by Gwen Pike. 7 in favour"),
        ("To end the tenancy;", "Haddad proposed, seconded by Quayle, carried unanimously"),
        ("To buy two pumps,", "7 in favour, 2 against and 1 abstention"),
        ("To buy two pumps", "(unanimous)"),
        ("To buy two pumps.", "Carried by five votes to three with one abstention."),
        ("The rent, the gate and the hut,", "Rosa proposed"),
        ("The pump proposed by Highways, of 2 for 1, was noted;", "MT proposed, PJH seconded"),
    ],
)
def test_the_record_at_the_end_stands_apart(resolution: str, record: str) -> None:
    assert parted(f"{resolution} {record}") == (resolution, record)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Agreed",
        "7 for",
        "MT proposed, PJH seconded",
        "It was proposed by MT and seconded by PJH that the fee rise",
        "All agreed to hold a working party on Sunday 7 July",
        "Agreed; proposed by MT, who spoke for an hour",
        "Agreed; the bins to be moved by Friday",
    ],
)
def test_words_that_say_more_stay_together(text: str) -> None:
    assert parted(text) == (text, "")


pieces = st.sampled_from(
    ["proposed by MT", "Ann Lee seconded", "7 for", "none against", "the *rent*", "of 3", "[[x]]", "lost"]
)


@given(st.lists(st.tuples(pieces, st.sampled_from([", ", "; ", ". ", " and ", " (", " – "])), max_size=8))
def test_the_two_parts_are_the_words(found: list[tuple[str, str]]) -> None:
    words = ViewText.of("".join(piece + between for piece, between in found))
    resolution, record = parted_resolution(directory_of(MEETING), words)
    assert "".join(f"{resolution}{record}".split()) == "".join(words.split())
    assert not words or resolution
    kept = [span for part in (resolution, record) for span in part.spans]
    assert [span.words for span in kept if span.emphasis] == [span.words for span in words.spans if span.emphasis]
