"""Rows of a register, made by hand and at random."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from tui.meeting.actions.register_row import Heard, RegisterRow, Related, Step, Stood
from tui.meeting.model import Status

AT = datetime(2024, 5, 7, 18, 42, tzinfo=UTC)
DAY = date(2024, 5, 7)
TODAY = date(2024, 6, 20)


def row(text: str = "TR to write to the boats", **fields: Any) -> RegisterRow:
    own: dict[str, Any] = {
        "uid": f"{'a' * 32}-1",
        "ref": "A1",
        "text": text,
        "owners": ("TR",),
        "holders": ("Owen Price",),
        "posts": ("Treasurer",),
        "meeting": "Quay Committee May 2024",
        "meeting_date": DAY,
        "meeting_file": "2024-05-07-quay-committee.json",
        "series": "Quay Committee",
        "section": "Moorings",
        "topic": "Moorings",
        "origin_title": "Quay Committee May 2024",
        "origin_date": DAY,
        "stood": (Stood(meeting="Quay Committee May 2024", date=DAY, file="x.json", ref="A1", status=Status.OPEN),),
        "revision": 1,
        "changed": AT,
    }
    return RegisterRow(**{**own, **fields})


def unowned(text: str, **fields: Any) -> RegisterRow:
    return row(text, owners=(), holders=(), posts=(), **fields)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1+1", "''", "＝1+1", '=HYPERLINK("x";"y")']
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        *FORMULAS,
        "a, b",
        'say "no"',
        "two\nlines",
        "x;=1",
        "\\n",
        "BEGIN:VTODO",
        "\x1b[31mred\x9b",
        "\u202eturned",
        "# x",
    ]
)
MOMENTS = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))


@st.composite
def rows(draw: st.DrawFn) -> RegisterRow:
    """Make a row of any words at all."""
    owners = tuple(draw(st.lists(WORDS.filter(bool), max_size=3)))
    day = draw(st.dates())
    return row(
        draw(WORDS),
        uid=f"{draw(st.text('0123456789abcdef', min_size=32, max_size=32))}-{draw(st.integers(1, 999))}",
        owners=owners,
        holders=tuple(draw(st.just("") | WORDS) for _ in owners),
        posts=tuple(draw(st.just("") | WORDS) for _ in owners),
        due=draw(WORDS),
        due_date=draw(st.none() | st.dates()),
        status=draw(st.sampled_from(Status)),
        meeting=draw(WORDS),
        meeting_date=day,
        series=draw(WORDS),
        section=draw(WORDS),
        topic=draw(WORDS),
        origin_title=draw(WORDS),
        heard=tuple(draw(st.lists(st.builds(Heard, meeting=WORDS, date=st.dates(), text=WORDS), max_size=2))),
        steps=tuple(draw(st.lists(steps(), max_size=2))),
        replaced_by=draw(st.none() | related()),
        replaces=tuple(draw(st.lists(related(), max_size=1))),
        revision=draw(st.integers(0, 5000)),
        changed=draw(MOMENTS).replace(microsecond=0),
    )


def steps() -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        at=MOMENTS,
        day=st.dates(),
        status=st.none() | st.sampled_from(Status),
        due=st.none() | WORDS,
        reason=WORDS,
    )


def related() -> st.SearchStrategy[Related]:
    return st.builds(
        Related, uid=st.just("b" * 32 + "-2"), ref=st.just("A2"), meeting=WORDS, date=st.dates(), text=WORDS
    )
