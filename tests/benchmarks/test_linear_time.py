"""Long and hostile texts take no longer than their length asks for: nothing goes over them again and again."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.meeting.dates.test_due import SERIES
from tests.meeting.room import Taker, parish, with_forward
from tests.papers.test_agenda import HEAD, LARGE
from tui.errors import BadInput, Refused
from tui.meeting.dates.due import due_from_words, find_due
from tui.meeting.dates.written_dates import find_date, read_date, read_when
from tui.meeting.outline.running_numbers import numbered_on
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import masked, spans
from tui.notes.view.decision_parts import parted_resolution
from tui.notes.view.words import ViewText
from tui.papers.agenda import read_agenda

SIZE = 100_000
"""Characters of a text; half of them take about half the time."""
NEAR = date(2021, 6, 1)
PIECES = (
    "word |MT: |The Chair said. |MT and |7 for, |proposed by MT |by Friday |[[a]] |*a |@a |^b |<B1 |a, |in |?? |s/a|a|"
    "A. |to |(a |1 |  |'"
).split("|")


def seconds(action: Callable[[], object]) -> float:
    """Return the shorter of two runs, in seconds of the processor; a refusal counts as an answer."""
    taken = []
    for _ in range(2):
        began = time.process_time()
        with contextlib.suppress(Refused, BadInput):
            action()
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.parametrize("mark", ["", "!", "=", "~", "/section ", "/arrive ", "/go "])
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_is_read_in_linear_time(mark: str, piece: str) -> None:
    half, whole = (mark + "x " + piece * (size // len(piece)) for size in (SIZE // 2, SIZE))
    slower = seconds(lambda: Taker(with_forward()).do(whole))
    assert slower < 2
    assert slower < 3 * seconds(lambda: Taker(with_forward()).do(half)) + 0.5


@pytest.mark.parametrize("piece", ["@a ", "^ x ", "a @b c ", '@"x', "<B1 ", "NS to ", "a @", "@a,"])
def test_a_hostile_action_is_read_in_linear_time(piece: str) -> None:
    assert seconds(lambda: Taker().do("!do " + piece * (SIZE // len(piece)))) < 2


@pytest.mark.parametrize("name", LARGE)
def test_a_huge_agenda_is_read_in_moderate_time(name: str) -> None:
    assert seconds(lambda: read_agenda(f"{HEAD}\n## Agenda\n{LARGE[name]}9. end\n", "a.md")) < 10


@pytest.mark.parametrize(
    "piece", ["by ", "by the ", "to the next ", "at the April ", "in a ", "after A ", "'", "28-", " ", "x"]
)
@pytest.mark.parametrize("read", [find_due, due_from_words])
def test_a_very_long_text_is_searched_for_a_due_in_a_moment(piece: str, read: Callable[..., object]) -> None:
    text = piece * (SIZE // len(piece))
    assert seconds(lambda: read(SERIES, text)) < 5


@pytest.mark.parametrize("piece", ["1", " ", "28 March ", "28-", "10:30-", "Tuesday ", "1.", "12 noon to ", "\u00a0"])
@pytest.mark.parametrize("read", [read_date, find_date, read_when])
def test_a_very_long_text_is_read_for_a_date_in_a_moment(piece: str, read: Callable[..., object]) -> None:
    text = piece * (SIZE // len(piece))
    assert seconds(lambda: read(text, near=NEAR)) < 5


@pytest.mark.parametrize("piece", ["[[", "]]", "*a", "*a*", "**a *", "[[*a]]", "??", "[", "a** *", "*a **b "])
@pytest.mark.parametrize("read", [spans, masked])
def test_hostile_marks_are_read_in_linear_time(piece: str, read: Callable[[str], object]) -> None:
    text = piece * (SIZE // len(piece))
    assert seconds(lambda: read(text)) < 2


@pytest.mark.parametrize(
    "text", ["a, " * 30_000, "Proposed by A" + " A" * 5_000 + ", for 3 " * 5_000 + "x", "for 3, " * 10_000 + "for 3"]
)
def test_a_decision_without_end_is_parted_at_once(text: str) -> None:
    words = ViewText.of(text)
    assert seconds(lambda: parted_resolution(directory_of(parish()), words)) < 2


def test_the_meeting_after_a_long_series_is_numbered_in_moderate_time() -> None:
    series = [replace(parish(), date=NEAR - timedelta(weeks=1 + at)) for at in range(1_000)]
    assert seconds(lambda: numbered_on(parish(), series)) < 1
