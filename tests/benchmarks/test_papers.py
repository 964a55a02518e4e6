"""How long a paper of forty pages takes to be understood, beside the library that reads its file."""

from __future__ import annotations

import time
from datetime import date

from tui.papers.agenda import draft_of
from tui.papers.reading.text import read_text_document

PAGES, LINES = 40, 45
SECONDS = 1.0
ROUNDS = 5
HEAD = "Weir Committee\nThursday 6 June 2024 at 7 pm in the Mill Room\n\nPresent: Ann Lee (Chair), Bo Oake\n\n"
ITEM = (
    "{number}. The gate at lock {number} and its keepers (Ann Lee, 5 min)\n"
    "   To consider the report of the engineer on the state of the gate and agree what is to be done.\n\n"
    "   The gate was last painted in 1987, and nobody has looked at its hinges since.\n\n"
)


def test_a_paper_of_forty_pages_is_understood_in_under_a_second() -> None:
    text = HEAD + "".join(ITEM.format(number=number) for number in range(1, PAGES * LINES // 5 + 1))
    taken = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        draft = draft_of(read_text_document(text, "agenda.txt"), date(2024, 1, 1))
        taken.append(time.perf_counter() - before)
    assert len(draft.meeting.sections) == PAGES * LINES // 5
    assert min(taken) < SECONDS
