"""Any meeting at all, for property tests."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st
from msgspec.structs import replace

from tests.book.samples import START, entry
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Action, Due, Kind, Meeting, Person, Section, Source, Status

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC))


@st.composite
def actions(draw: st.DrawFn, ref: str) -> Action:
    due = draw(st.none() | st.builds(Due, words=_TEXT, date=st.none() | st.dates(), in_text=st.booleans()))
    return Action(
        ref=ref,
        owners=tuple(draw(st.lists(_TEXT, max_size=2))),
        due=due,
        status=draw(st.sampled_from(Status)),
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    numbers = st.lists(st.integers(1, 99), unique=True, max_size=5)
    sections = draw(st.lists(st.integers(1, 99), unique=True, min_size=1, max_size=4))
    kinds = st.sampled_from([kind for kind in Kind if kind is not Kind.DECISION])
    entries = []
    for number in draw(numbers):
        kind = draw(kinds)
        entries.append(
            entry(
                number,
                draw(_TEXT) or "x",
                section=draw(st.sampled_from(sections)),
                kind=kind,
                captured=draw(_MOMENTS),
                speakers=tuple(draw(st.lists(_TEXT, max_size=2))),
                restricted=draw(st.booleans()),
                action=draw(actions(f"A{number}")) if kind is Kind.ACTION else None,
            )
        )
    return Meeting(
        id=draw(st.text("0123456789abcdef", min_size=32, max_size=32)),
        title=draw(_TEXT),
        date=draw(st.dates()),
        start=draw(st.none() | st.times()),
        header=tuple(draw(st.lists(st.tuples(_TEXT, _TEXT), max_size=3))),
        public=draw(st.none() | st.integers(0, 50)),
        people=tuple(Person(id=i, name=draw(_TEXT), capacity=draw(_TEXT)) for i in draw(numbers)),
        sections=tuple(
            Section(
                id=i,
                heading=draw(_TEXT),
                level=draw(st.integers(1, 4)),
                brought_from=draw(st.none() | st.builds(Source, id=st.just("b" * 32), title=_TEXT, date=st.dates())),
            )
            for i in sections
        ),
        entries=tuple(entries),
    )


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """Any meeting, with the history of how its entries came one by one."""
    whole = draw(meetings())
    journal = Journal(meeting=replace(whole, entries=whole.entries[:1]))
    for count in range(2, len(whole.entries) + 1):
        stepping = draw(st.booleans())
        journal = commit(journal, replace(whole, entries=whole.entries[:count]), "note", START, stepping=stepping)
    return journal
