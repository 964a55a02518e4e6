"""Whatever the words of a meeting are, each format read back gives them exactly, in each style that prints them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import covering, examples
from tests.notes import html_page
from tests.notes.meetings import NOW, entry, meeting, read_markdown
from tests.notes.random_meetings import texts
from tui.meeting.approval.amendment import Amendment
from tui.meeting.model import Approval, Decision, DecisionOutcome, Kind, Meeting, Person, Presence, Section, Status
from tui.notes.render import render
from tui.notes.templates.layout import width_of
from tui.notes.templates.styles import style_names
from tui.notes.view.words import ViewText

ALL = tuple(Kind)
PRINTED: dict[str, tuple[Kind, ...]] = {
    "narrative": ALL,
    "dialogue": ALL,
    "findings": ALL,
    "formal": ALL,
    "summary": (Kind.DECISION, Kind.ACTION),
    "actions": (Kind.ACTION,),
    "agenda": (Kind.ACTION,),
}
"""The kinds of entry that each style prints."""


def exactly(words: str) -> str:
    return words


def squeezed(words: str) -> str:
    """Leave every blank out: a line may end at any."""
    return "".join(words.split())


def levelled(words: str) -> str:
    """Make every blank one space, as Markdown does."""
    return " ".join(words.split())


def html_blocks(page: str) -> list[str]:
    return html_page.blocks(html_page.read_page(page).one("body"))


READERS: dict[str, tuple[Callable[[str], list[str]], Callable[[str], str]]] = {
    "html": (html_blocks, exactly),
    "md": (read_markdown, levelled),
    "txt": (lambda page: [page], squeezed),
}
"""How each format is read back, and what it does not promise to keep."""


def speaking(text: str) -> Meeting:
    """Make a meeting that has the text wherever words can stand."""
    more: dict[str, Any] = {"action": {"owners": (text,), "due": text}, "decision": {"decision": Decision()}}
    return meeting(
        *(entry(at, kind, text, **more.get(kind, {})) for at, kind in enumerate(ALL, 1)),
        title=text,
        header=(("Chair", text), ("Venue", text), ("Next", text)),
        people=(
            Person(id=1, name=text, capacity=text),
            Person(id=2, name=text, capacity=text, presence=Presence.APOLOGIES),
        ),
        sections=(Section(id=1, number="1.", heading=text, presenter=text, papers=(text,)),),
    )


@covering("style, fmt", PRINTED, READERS)
@examples(60)
@given(text=texts)
@example(text="*em* <b>&amp;</b>  two  [x](y)")
@example(text="שלום (3) *עולם*")
@example(text="中文" * 60)
@example(text="e\u0301\u0300" * 90)
@example(text="a\tb\u2028c\x1b[31md\u202e\ud800")
def test_each_format_read_back_gives_the_words(style: str, fmt: str, text: str) -> None:
    read, kept = READERS[fmt]
    words = kept(str(ViewText.of(text)))
    printed = [kept(block) for block in read(render(speaking(text), style=style, fmt=fmt, version="internal"))]
    # The title, the chair and the next meeting, too, are printed by every style.
    least = 3 + len(PRINTED[style])
    assert not words or sum(block.count(words) for block in printed) >= least


def test_every_style_is_read_back() -> None:
    assert tuple(sorted(PRINTED)) == style_names()


@pytest.mark.parametrize("fmt", READERS)
@pytest.mark.parametrize("style", PRINTED)
def test_entries_stand_in_the_meetings_order(style: str, fmt: str) -> None:
    kinds = [Kind.SUBHEADING, *(kind for kind in ALL if kind is not Kind.SUBHEADING), Kind.QUESTION, Kind.POINT] * 2
    entries = [entry(at, kind, f"Sentence {at:02} ends here.") for at, kind in enumerate(kinds, 1)]
    page = squeezed("".join(READERS[fmt][0](render(meeting(*entries), style=style, fmt=fmt))))
    shown = [at for at, kind in enumerate(kinds, 1) if kind in PRINTED[style]]
    if style == "summary":
        shown.sort(key=lambda at: kinds[at - 1] is Kind.ACTION)
    places = [page.index(f"Sentence{at:02}ends") for at in shown]
    assert places == sorted(places)
    assert len(places) == page.count("Sentence")


@pytest.mark.parametrize("style", PRINTED)
@examples(60)
@given(
    words=st.lists(st.text(st.sampled_from("ab中é\u0301של-"), min_size=1, max_size=9), min_size=1, max_size=30).map(
        " ".join
    ),
    width=st.sampled_from([40, 60, 80, 100]),
)
def test_no_line_of_plain_text_is_wider_than_the_page(style: str, words: str, width: int) -> None:
    page = render(speaking(words), style=style, fmt="txt", version="internal", width=width)
    assert max(map(width_of, page.split("\n"))) <= width


def approved(*, restricted: bool = False) -> Meeting:
    words = "the [[sealed]] date" if restricted else "the date"
    return replace(
        meeting(entry(1, "note", "The rope is dry.")),
        approval=Approval(by="the meeting of 4 June 2024", at=NOW, corrections=(f"Correct {words}.",)),
    )


@pytest.mark.parametrize("fmt", READERS)
@pytest.mark.parametrize("style", PRINTED)
def test_a_draft_says_so_and_approved_notes_say_by_whom_and_what_was_changed(style: str, fmt: str) -> None:
    amendment = Amendment(
        at=NOW, what="changed", place="item 1", public_place="item 1", subject="note", before="dry", after="wet"
    )
    draft = render(meeting(), style=style, fmt=fmt)
    # Nobody approves an agenda, so that it is no draft.
    assert ("DRAFT" in "".join(draft.split("</head>")[-1][:300])) is (style != "agenda")
    page = render(approved(), style=style, fmt=fmt, amendments=(amendment,))
    assert "DRAFT" not in page
    words = " ".join(" ".join(READERS[fmt][0](page)).split())
    assert "Approved by the meeting of 4 June 2024, 7 May 2024" in words
    assert words.index("CORRECTIONS ON APPROVAL") < words.index("Correct the date.")
    assert words.index("AMENDMENTS SINCE APPROVAL") < words.index(
        "7 May 2024, item 1: Note changed from “dry” to “wet”"
    )


@pytest.mark.parametrize("fmt", ["md", "txt"])
@pytest.mark.parametrize("style", PRINTED)
def test_the_internal_version_says_so_at_head_and_foot(style: str, fmt: str) -> None:
    lines = [line for line in render(meeting(), style=style, fmt=fmt, version="internal").split("\n") if line]
    mark = "**INTERNAL: not for publication**" if fmt == "md" else "INTERNAL: not for publication"
    assert mark in lines[:5]
    assert lines[-1] == mark
    assert mark not in render(meeting(), style=style, fmt=fmt, version="public")


@pytest.mark.parametrize("fmt", READERS)
def test_formal_minutes_resolve_with_mover_seconder_and_votes(fmt: str) -> None:
    decision = Decision(
        mover="Rosa Quill", seconder="Idris Vane", votes_for=7, votes_against=2, outcome=DecisionOutcome.CARRIED
    )
    words = "To dredge the *east* berth; proposed by Rosa Quill, seconded by Idris Vane, 7 for, 2 against"
    page = render(meeting(entry(1, "decision", words, decision=decision)), style="formal", fmt=fmt)
    read = [" ".join(block.split()) for line in READERS[fmt][0](page) for block in line.split("\n")]
    assert "Resolved: To dredge the east berth." in read
    assert "Proposed by Rosa Quill, seconded by Idris Vane, 7 for, 2 against." in read


@pytest.mark.parametrize("fmt", READERS)
def test_a_lost_motion_is_not_called_resolved(fmt: str) -> None:
    lost = entry(1, "decision", "To sell the launch; lost", decision=Decision(outcome=DecisionOutcome.LOST))
    page = render(meeting(lost), style="formal", fmt=fmt)
    assert "Motion lost:" in page
    assert "Resolved" not in page


@pytest.mark.parametrize("fmt", READERS)
def test_formal_minutes_tell_who_came_and_went_when(fmt: str) -> None:
    people = (
        Person(id=1, name="Ash Vell", capacity="Clerk", arrived_in=1, arrived=NOW),
        Person(id=2, name="Bo Oake", capacity="Pilot"),
    )
    shown = replace(meeting(people=people), closed=NOW)
    words = " ".join(" ".join(READERS[fmt][0](render(shown, style="formal", fmt=fmt))).split())
    assert "Ash Vell Clerk from item 1, 19:05" in words
    assert "The meeting closed at 19:05." in words
    assert "Signed by the chair:" in words
    assert "Signed by the chair:" not in render(replace(approved(), closed=NOW), style="formal", fmt=fmt)


@pytest.mark.parametrize("fmt", READERS)
def test_an_action_list_tells_owner_due_and_origin_and_parts_what_is_settled(fmt: str) -> None:
    shown = meeting(
        entry(1, "action", "Mend the net.", ref="A1"),
        entry(2, "action", "Ask the yard.", ref="A2", owners=("HC",), due="Friday"),
        entry(3, "action", "Chart the wreck.", ref="B1", owners=("CP",), topic="The wreck:", status=Status.DONE),
    )
    words = " ".join(" ".join(READERS[fmt][0](render(shown, style="actions", fmt=fmt))).split())
    told = ["Open actions", "A2 Ask the yard. HC", "Friday", "1 DREDGING", "A1 Mend the net. —", "1 DREDGING"]
    told += ["Settled actions", "B1 Chart the wreck. CP", "2 April 2024, The wreck", "done"]
    at = 0
    for part in told:
        at = words.index(part, at) + len(part)


def test_the_actions_can_be_had_in_the_order_of_owners_and_of_dates() -> None:
    from tui.meeting.model import Due
    from tui.notes.view.compose import compose, copy_for

    dated = [
        entry(at, "action", f"Do {at}.", ref=f"A{at}", owners=owners, due="then")
        for at, owners in ((1, ("HC",)), (2, ()), (3, ("CP",)))
    ]
    days = (date(2024, 6, 3), date(2024, 6, 1), None)
    entries = [
        replace(one, action=replace(one.action, due=Due(words="then", date=day)))
        for one, day in zip(dated, days, strict=True)
        if one.action
    ]
    view = compose(copy_for("public", meeting(*entries)))
    assert [action.ref for action in view.actions_by_owner] == ["A3", "A1", "A2"]
    assert [action.ref for action in view.actions_by_due] == ["A2", "A1", "A3"]


@pytest.mark.parametrize("fmt", READERS)
def test_a_summary_holds_decisions_and_actions_only(fmt: str) -> None:
    shown = meeting(
        entry(1, "note", "The rope is dry."),
        entry(2, "decision", "Agreed to dredge."),
        entry(3, "action", "CP to dredge.", owners=("CP",)),
    )
    words = " ".join(READERS[fmt][0](render(shown, style="summary", fmt=fmt)))
    assert "rope" not in words
    assert words.index("Decisions") < words.index("Agreed to dredge.") < words.index("CP to dredge.")
    nothing = " ".join(" ".join(READERS[fmt][0](render(meeting(), style="summary", fmt=fmt))).replace("=", "").split())
    assert "Decisions None. Actions None." in nothing
