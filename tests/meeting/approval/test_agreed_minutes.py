"""What counts as agreeing the last meeting's minutes, and what does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.room import Taker, parish
from tui.meeting.approval.agreed_minutes import (
    Agreed,
    agrees,
    is_of_minutes,
    minutes_agreed,
    name_of_meeting,
    speaks_of_minutes,
)
from tui.meeting.approval.corrections import part_corrections
from tui.meeting.model import Section, SectionState
from tui.meeting.text.inline_markup import plain

AGREED = """\
Agreed
Agreed.
Approved
agreed as a correct record
Agreed as a true and accurate record.
Agreed as a correct record, proposed by CO, seconded by LM
Agreed unanimously
Agreed, proposed by JB, seconded by AL, 7 for, 0 against
All agreed
A correct record
They were agreed
The minutes were approved
The minutes were accepted as accurate
Minutes agreed
Minutes: agreed
Minutes approved; proposed by JB, seconded by AL
The minutes of the last meeting were agreed as a correct record
The minutes of the meeting held on 27 August 2019 were confirmed and signed by the Chair as a correct record.
The minutes of 27 August and 24 September were agreed
The minutes, having been circulated, were taken as read and approved
The notes of the last meeting were agreed as an accurate record
Approved the minutes of 27.8.2019
Agreed the minutes of the last meeting
To approve the minutes
Agreed to approve the minutes as a correct record
RESOLVED: that the minutes of the previous meeting be approved
Resolved that the minutes be confirmed as a true record and signed by the Chair
It was agreed that the minutes be approved as a correct record
That the minutes be signed as a correct record
Accepted as a true record without amendment
The minutes were approved subject to “not” being put before “agreed” in item 4
Confirmed as a correct record with one amendment: Cllr Moss to read Cllr Ross""".splitlines()

NOT_AGREED = """\
Not agreed
Disagreed
Noted
Rejected
Deferred
The minutes were not agreed
The minutes weren’t agreed
The minutes were not approved as a correct record
The minutes were neither agreed nor signed
The minutes could not be approved as nobody present had been there
The minutes were read
The minutes were discussed and the budget was agreed
The minutes agreed by the sub-group were noted
The minutes are to be agreed at the next meeting
The minutes will be agreed by e-mail
The minutes may be approved as a correct record
Minutes to be approved next time
Were the minutes agreed?
Agreed to defer the minutes
Agreed to defer approval of the minutes to the next meeting
Agreed the minutes will be circulated sooner
Agreed that the minutes should be amended and brought back
Agreed the minutes of the last meeting be withdrawn
Agreed if the Clerk corrects item 4
Agreed in part
Agreed, the Clerk to circulate earlier
Agreed that Tom will write
Agreed to write to the county council
Agreed the budget
Agreed ten minutes for each speaker
Agreed that a record be kept of visitors
Agreed to keep an accurate record of keys
Approved £300 for the bench""".splitlines()


@pytest.mark.parametrize("words", AGREED)
def test_words_that_agree_minutes_do(words: str) -> None:
    assert agrees(plain(part_corrections(words)[0]))


@pytest.mark.parametrize("words", NOT_AGREED)
def test_words_that_deny_put_off_or_speak_of_something_else_do_not(words: str) -> None:
    assert not agrees(plain(part_corrections(words)[0]))


DENIALS = st.sampled_from(["not", "never", "deferred", "postponed", "unable to be", "to be", "cannot be", "yet to be"])
VERBS = st.sampled_from(["agreed", "approved", "confirmed", "accepted", "adopted", "signed"])
SUBJECTS = st.sampled_from(["The minutes", "The minutes of the last meeting", "They", "The notes of 7 May 2019"])
ENDS = st.sampled_from(["", " as a correct record", " unanimously", ", proposed by JB", " and signed by the Chair"])


@given(subject=SUBJECTS, were=st.sampled_from(["were ", "be ", ""]), verb=VERBS, end=ENDS)
def test_every_way_of_saying_so_counts(subject: str, were: str, verb: str, end: str) -> None:
    assert agrees(f"{subject} {were}{verb}{end}")


@given(subject=SUBJECTS, denial=DENIALS, verb=VERBS, end=ENDS)
def test_no_denial_counts(subject: str, denial: str, verb: str, end: str) -> None:
    assert not agrees(f"{subject} were {denial} {verb}{end}")
    assert not agrees(f"{denial} {verb}{end}")


@given(st.text(max_size=300))
def test_any_words_are_read_without_an_error(words: str) -> None:
    head, corrections = part_corrections(words)
    assert head in words
    assert all(corrections)
    agrees(words)


@pytest.mark.parametrize(
    ("words", "corrections"),
    [
        ("Agreed", ()),
        ("Agreed subject to “Ross” for “Moss”", ("“Ross” for “Moss”",)),
        (
            "Agreed, subject to: ten for twelve in item 4.2; the date; proposed by JB",
            ("ten for twelve in item 4.2", "the date"),
        ),
        ("Approved subject to the following corrections:", ()),
        ("Approved subject to two minor amendments", ("two minor amendments",)),
        ("Approved with one correction: ten for twelve", ("ten for twelve",)),
        (
            "Approved with the correction of “ten” to “twelve” and signed by the Chair",
            ("the correction of “ten” to “twelve”",),
        ),
        ("Approved with no amendments", ()),
        ("Agreed subject to [[Quill’s]] name going", ("[[Quill’s]] name going",)),
        ("[[Agreed subject to Quill’s name going]]", ("[[Quill’s name going]]",)),
    ],
)
def test_what_is_to_be_corrected_is_kept_as_said(words: str, corrections: tuple[str, ...]) -> None:
    assert part_corrections(words)[1] == corrections


@given(before=st.sampled_from(["Agreed ", "[[Agreed ", "The [[notes]] agreed "]), after=st.text("ab [];.", max_size=30))
def test_a_restricted_word_stays_restricted_in_the_corrections(before: str, after: str) -> None:
    typed = f"{before}subject to [[Zanzibar {after}"
    for correction in part_corrections(typed)[1]:
        assert "Zanzibar" not in "".join(piece.split("]]")[-1] for piece in correction.split("[[")[:1])


@pytest.mark.parametrize(
    "heading",
    [
        "Minutes of the last meeting",
        "MINUTES OF PREVIOUS MEETINGS",
        "To approve the minutes of the last meeting",
        "Last meeting’s minutes",
        "Notes of the previous meeting",
        "Approval of minutes",
        "Minutes and matters arising",
        "Minutes",
        "Minutes of the meeting held on 12 April 2022",
        "Minutes of the last Parish Council meeting",
    ],
)
def test_headings_that_speak_of_earlier_minutes(heading: str) -> None:
    assert is_of_minutes(parish(), Section(id=1, heading=heading))


@pytest.mark.parametrize(
    "heading",
    [
        "Matters arising",
        "Five minutes for questions",
        "The last 10 minutes",
        "Minute book repairs",
        "Minutes of the Finance Committee",
        "Minutes of the last meeting of the Allotments Working Group",
        "Notes from the last consultation",
        "",
    ],
)
def test_headings_that_do_not(heading: str) -> None:
    assert not is_of_minutes(parish(), Section(id=1, heading=heading))


def taker(heading: str = "Minutes of the last meeting", **more: object) -> Taker:
    sections = (
        Section(id=1, heading=heading, number="1", state=SectionState.CURRENT, reached=1, **more),  # type: ignore[arg-type]
        Section(id=2, heading="Matters arising", number="1.1", level=2),
        Section(id=3, heading="Allotments", number="2"),
    )
    return Taker(parish(sections=sections))


def read(*lines: str, **more: object) -> tuple[Agreed, ...]:
    one = taker(**more)  # type: ignore[arg-type]
    one.do(*lines)
    return minutes_agreed(one.meeting)


def test_a_decision_under_the_minutes_agrees_the_last_ones() -> None:
    one = taker()
    entry = one.key("=Agreed")
    assert minutes_agreed(one.meeting) == (Agreed(entry=entry.id, at=entry.captured),)
    assert name_of_meeting(one.meeting) == "the meeting of 10 May 2022"
    assert speaks_of_minutes(one.meeting)


def test_points_under_the_decision_are_corrections_too() -> None:
    [agreed] = read(
        "=Agreed subject to ten for twelve", "-Item 3 came last", "&The Clerk left", "-So did item 4", "+x", "-y"
    )
    assert agreed.corrections == ("ten for twelve", "Item 3 came last", "So did item 4")


@pytest.mark.parametrize("lines", [("+Agreed",), ("!MT to agree the minutes",), ("=Not agreed",), ("=Agreed", "/undo")])
def test_nothing_but_a_decision_that_stands_agrees_them(lines: tuple[str, ...]) -> None:
    assert read(*lines) == ()


def test_a_later_decision_takes_it_back() -> None:
    assert read("=Agreed", "=The minutes were not agreed after all; deferred") == ()
    assert read("=Agreed", "=Not agreed", "=Agreed")


def test_a_lost_vote_agrees_nothing() -> None:
    assert read("=Agreed; proposed by MT, seconded by NS, 2 for, 7 against") == ()
    assert read("=The minutes be approved; lost") == ()


def test_agreed_alone_counts_under_the_minutes_and_nowhere_else() -> None:
    assert read("/go 2", "=Agreed") == ()
    assert read("/go 1.1", "=Agreed") == ()
    assert read("/go 1.1", "=The minutes were agreed as a correct record")


def test_minutes_of_another_body_are_none_of_ours() -> None:
    assert read("=Agreed the minutes of the Finance Committee") == ()


def test_days_that_are_named_say_whose_minutes_they_are() -> None:
    [agreed] = read("=The minutes of the meetings of 8 March and 12 April 2022 were approved")
    assert agreed.dates == (date(2022, 3, 8), date(2022, 4, 12))
    [agreed] = read("=Agreed", heading="Minutes of the meeting held on 12 April")
    assert agreed.dates == (date(2022, 4, 12),)
    [agreed] = read("=The minutes were approved and signed on 10 May 2022")
    assert agreed.dates == ()


def test_corrections_of_a_restricted_decision_are_restricted() -> None:
    [agreed] = read("%=Agreed subject to Quill's name going", "-And Ash's")
    assert agreed.corrections == ("[[Quill's name going]]", "[[And Ash's]]")
    [agreed] = read("=Agreed", "%-Quill's name to go")
    assert agreed.corrections == ("[[Quill's name to go]]",)
    [agreed] = read("=Agreed subject to Quill's name going", restricted=True)
    assert agreed.corrections == ("[[Quill's name going]]",)
