"""A doubt about minutes that were read is settled: the words stay, and what they are taken for changes."""

from __future__ import annotations

from tests.papers.minutes.holding import AT
from tui.meeting.kinds import Kind
from tui.papers.minutes.minutes import MinutesDraft, read_minutes
from tui.papers.minutes.settling import doubted_entry, settled
from tui.papers.reading.text import read_text_document

TEXT = (
    "Minutes of the Ferry Board held on 4 March 2025\n\nPresent: Ada Lowe (AL), Ben Marsh (BM)\n\n1. Boats\n"
    "The boats were talked of.\nAction: the rope has to be bought by somebody\nAction: BM to mend the bell\n"
)


def draft_of(text: str) -> MinutesDraft:
    return read_minutes(read_text_document(text, "minutes.txt"), name="minutes.txt", at=AT)


def test_an_entry_left_as_it_is_loses_its_doubt_alone() -> None:
    draft = draft_of(TEXT)
    (doubt,) = draft.doubts
    after = settled(draft, doubt)
    assert after.doubts == ()
    assert after.meeting == draft.meeting


def test_words_that_are_a_note_leave_the_other_actions_numbered_without_a_gap() -> None:
    draft = draft_of(TEXT)
    after = settled(draft, draft.doubts[0], Kind.NOTE)
    assert [(one.kind, one.text) for one in after.meeting.entries][1:] == [
        (Kind.NOTE, "the rope has to be bought by somebody"),
        (Kind.ACTION, "BM to mend the bell"),
    ]
    assert [one.action.ref for one in after.meeting.entries if one.action] == ["A1"]
    assert [one.said for one in after.read if one.what == "entry"][1] == "note"


def test_words_that_are_a_decision_are_read_as_one() -> None:
    draft = draft_of(TEXT)
    after = settled(draft, draft.doubts[0], Kind.DECISION)
    (decision,) = [one for one in after.meeting.entries if one.kind is Kind.DECISION]
    assert decision.decision is not None
    assert decision.action is None


def test_a_doubt_about_the_whole_paper_is_about_no_entry() -> None:
    draft = draft_of(TEXT.replace("Present: Ada Lowe (AL), Ben Marsh (BM)\n\n", ""))
    nobody = next(one for one in draft.doubts if not one.text)
    assert doubted_entry(draft, nobody) is None
    assert nobody not in settled(draft, nobody, Kind.NOTE).doubts
