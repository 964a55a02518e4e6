"""The list of what the public version withholds tells places and reasons, and no words."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from msgspec.structs import replace

from tests.meeting.room import Taker, parish
from tests.notes.meetings import PEOPLE, entry, meeting
from tests.notes.test_restricted import SECRET, secretive_meetings
from tui.meeting.approval.amendment import Amendment
from tui.meeting.approval.withheld import (
    ABOUT,
    BELOW,
    HANGING,
    MARKED,
    NAMED,
    SECTION,
    WORDS,
    Withheld,
    withheld_from_public,
)
from tui.meeting.model import Approval, Meeting, Person, Waiver
from tui.meeting.redaction.public_version import is_restricted
from tui.notes.withheld_list import withheld_page


def reasons(found: tuple[Withheld, ...]) -> list[tuple[str, str, str]]:
    return [(one.place, one.what, one.why) for one in found]


def test_a_meeting_without_restrictions_withholds_nothing() -> None:
    taker = Taker()
    taker.do("+One", "!NS to go")
    assert withheld_from_public(taker.meeting) == ()
    assert "Nothing was withheld." in withheld_page(taker.meeting, (), "/www/may")


def test_each_sort_of_restriction_has_its_reason() -> None:
    taker = Taker()
    taker.do("+The [[rent]] of [[Quill]] is [[low]]", "%?Who pays", "-Nobody", "/go 2", "+x", "/restrict")
    taker.do("/subsection Plot 7", "+y", "/go 3", "+open")
    sections = tuple(replace(s, restricted=s.heading == "Allotments") for s in taker.meeting.sections)
    assert reasons(withheld_from_public(replace(taker.meeting, sections=sections))) == [
        ("item 1, entry 1", "3 stretches of words of the note", WORDS),
        ("item 1, entry 2", "the whole question", MARKED),
        ("item 1, entry 3", "the whole point", HANGING),
        ("item 2", "the section with 1 entry", SECTION),
        ("section 4", "the section with 1 entry", BELOW),
    ]


def test_head_people_names_and_updates_have_theirs() -> None:
    secret = Person(id=8, name="[[Zan Zi]]", capacity="Warden")
    shown = meeting(
        entry(1, "action", "CP to ask.", restricted=True, ref="B1", topic="x"),
        entry(2, "update", "He asked.", about=1),
        entry(3, "note", "We heard.", speakers=("Zan Zi",)),
        title="Board [[Zanzibar]]",
        header=(("Date", "7 May 2024"), ("Venue", "[[Zanzibar]]")),
        people=(*PEOPLE, secret),
    )
    shown = replace(shown, approval=Approval(by="HC", at=datetime(2024, 6, 4), corrections=("[[Zanzibar]] out",)))
    amendment = Amendment(what="changed", public_place="item 3", before="Zanzibar", withheld=True)
    assert reasons(withheld_from_public(shown, (amendment,))) == [
        ("title", "words of the title", WORDS),
        ("head, line 2", "words of the line", WORDS),
        ("people, number 5", "words of the name", WORDS),
        ("item 1, entry 1", "the whole action", MARKED),
        ("item 1, entry 2", "the whole update", ABOUT),
        ("item 1, entry 3", "a name with the note", NAMED),
        ("approval", "words of the approval or its corrections", WORDS),
        ("amendment, item 3", "what was changed", "what is or was restricted is in it"),
    ]


@given(shown=secretive_meetings())
def test_the_list_holds_no_restricted_word_and_is_never_empty_where_something_is_withheld(shown: Meeting) -> None:
    found = withheld_from_public(shown)
    assert bool(found) is is_restricted(shown)
    page = withheld_page(shown, found, "/www/may")
    assert SECRET not in page
    assert "Zan Zi" not in page
    assert page.startswith("INTERNAL")


def test_a_waiver_withholds_nothing() -> None:
    waived = parish(waivers=(Waiver(finding="gap", reason="known", at=datetime(2024, 6, 4)),))
    assert withheld_from_public(waived) == ()
    assert not is_restricted(waived)
