"""Nothing restricted is offered in another meeting, whatever was captured in those before it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.notes.meetings import entry, meeting
from tests.notes.test_restricted import SECRET, secretive_meetings
from tui.meeting.capture.offering import Offering
from tui.meeting.completion.phrases import suggested_phrases
from tui.meeting.model import Kind, Meeting, SectionState
from tui.meeting.redaction.secret_words import secrets_of

HIDDEN = (SECRET.casefold(), "zan zi", "nzibar")
BEGUN = ("", "Z", "Za", "Zan", "zanz", "Zanziba", "The Za", "HC", "Zan Zi", "a b Zan", "by Za", "the file of Z")
MARKS = ("", "+", "-", "?", ">", "!", "=", "%", "%!", "/", "/arrive Z", "/go Z", "/chair Z")


def following(earlier: Meeting, section: int) -> Meeting:
    """The next meeting of the series, in the same items, with nobody and nothing in it but what is public."""
    sections = tuple(
        replace(
            one,
            restricted=False,
            presenter="",
            papers=(),
            heading=one.heading if one.id != 3 else "Others",
            state=SectionState.CURRENT if one.id == section else SectionState.UNREACHED,
        )
        for one in earlier.sections
    )
    return replace(meeting(sections=sections), id="2" * 32, date=date(2024, 6, 4), title="June")


@given(
    earlier=secretive_meetings(),
    section=st.integers(1, 3),
    kind=st.sampled_from(list(Kind)),
    in_series=st.booleans(),
    restricted_since=st.booleans(),
)
def test_nothing_restricted_in_a_meeting_is_offered_in_the_next(
    earlier: Meeting, section: int, kind: Kind, in_series: bool, restricted_since: bool
) -> None:
    if restricted_since:
        # Said openly in one meeting, and restricted in the one after it.
        before = meeting(*(entry(number, "note", f"{SECRET} was seen") for number in (1, 2, 3)))
    now = following(earlier, section)
    offering = Offering()
    if restricted_since:
        offering.learn_earlier(before, in_series=in_series)
    offering.learn_earlier(earlier, in_series=in_series)
    offering.learn_meeting(now)
    offering.withhold(secrets_of(earlier).words | secrets_of(now).words)
    for mark in MARKS:
        for begun in BEGUN:
            line = f"{mark}{begun}"
            for offered in offering.after(now, line, kind):
                added = f"{line}{offered}".casefold().removeprefix(line.casefold())
                assert not [word for word in HIDDEN if word in added], (line, offered)
            if offering.vocabulary is not None and (written := offering.vocabulary.written_out(line, kind)):
                assert SECRET.casefold() not in written.words.casefold()


@given(earlier=st.lists(secretive_meetings(), min_size=1, max_size=4))
def test_no_phrase_with_a_restricted_word_is_suggested(earlier: list[Meeting]) -> None:
    again = [replace(one, id=f"{number:032}") for one in earlier for number in range(4)]
    for phrase in suggested_phrases(again, {}):
        assert not [word for word in HIDDEN if word in f"{phrase.name} {phrase.words}".casefold()]
