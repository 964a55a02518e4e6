"""What stands in brackets in minutes is restricted in the meeting that is made of them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import json

from tests.commands.command_line import AGENDA
from tests.examples import examples
from tui.errors import BadInput
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.kinds import Kind
from tui.meeting.model import Meeting
from tui.meeting.redaction.public_version import public
from tui.notes.render import render, render_file
from tui.papers.agenda import read_agenda
from tui.papers.minutes.minutes import read_minutes, read_published_notes
from tui.papers.reading.source import read_bytes

AT = datetime(2024, 6, 5, tzinfo=UTC)
MINUTES = """Minutes of the Zqa Zqb Committee
held on Tuesday 4 June 2024 at 10:00 in the Zqc Hall

Present: Cllr Zqd Zqe (Chair), Cllr Zqf Zqg, Zqh Zqi (Clerk)
Apologies: Zqj Zqk

1. Apologies for absence
Zql zqm were received from zqn.

2. Matters zqo
2.1 The chair said zqp zqq. Zqr zqs asked zqt.
It was RESOLVED to zqu zqv; proposed by Zqw Zqx, seconded Zqy Zqz, 7 for, 2 against.
ACTION: Zza Zzb to zzc zzd by 17 July
- zzo zzp
- [ ] zzg: zzm zzn @zzf

| Action | Owner | Due |
|---|---|---|
| zzs zzt | Zzu Zzv | 17 July |

Next meeting: zzw 2 July at zzx
"""
LINES = MINUTES.split("\n")
CAPTURED = (
    *("+plain [[zqa]] x", "%?TR: who zqb it", "-the cook", "/next"),
    *("/restrict", "+zqd there", "!TR to zqe", "/next", "+The ropes are dry."),
)
SECRET = re.compile("z[qz][a-z]", re.IGNORECASE)


def meeting_of(text: str) -> Meeting:
    return read_minutes(read_bytes(text.encode(), "x.md", ".md").document, name="x.md", at=AT).meeting


@st.composite
def bracketed(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Make the minutes with brackets round a stretch of a line or two; tell the words that stand in them alone."""
    line = draw(st.sampled_from([at for at, words in enumerate(LINES) if SECRET.search(words)]))
    before = sum(len(words) + 1 for words in LINES[:line])
    until = before + len(LINES[line]) + (1 + len(LINES[line + 1]) if draw(st.booleans()) and LINES[line + 1] else 0)
    edges = [at for found in re.finditer(r"\w+|[^\w\s]", MINUTES) for at in found.span() if before <= at <= until]
    start, end = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True)))
    closing = draw(st.sampled_from(["]]", " ]]"]))
    words = {found[0].casefold(): start <= found.start() and found.end() <= end for found in SECRET.finditer(MINUTES)}
    text = f"{MINUTES[:start]}[[{MINUTES[start:end]}{closing}{MINUTES[end:]}"
    return text, {word for word, within in words.items() if within}


@examples(200, few=15)
@given(written=bracketed())
def test_what_stands_in_brackets_is_in_no_public_version(written: tuple[str, set[str]]) -> None:
    text, secret = written
    assume(secret)
    try:
        page = json.encode(public(meeting_of(text))).decode().casefold()
    except BadInput:
        return
    assert [word for word in secret if word in page] == []


def test_each_text_has_the_brackets_of_its_own_words() -> None:
    meeting = meeting_of(
        "Minutes of the Quay Committee\nTuesday 4 June 2024 at 10:00\n\n"
        "Present: Ann Lee (AL), [[Fred Doe, whistleblower]], Bo Oake (BO)\n\n1. Matters arising\n"
        "The chair said that [[Fred]] was late and Fred left.\n"
        "It was RESOLVED to pay [[4,000 pounds]]; proposed by Ann Lee, seconded by Bo Oake, [[7 for, 2 against]].\n"
        "ACTION: AL to write to [[Fred by 17 July]]\n\n2. Ropes\n[[The rope\nis wet]] and long.\n"
    )
    assert [one.name for one in meeting.people] == ["Ann Lee", "[[Fred Doe]]", "Bo Oake"]
    said, decision, action, rope = meeting.entries
    assert said.text == "The chair said that [[Fred]] was late and Fred left."
    assert decision.decision is not None
    assert (decision.decision.mover, decision.decision.votes_for) == ("AL", None)
    assert action.action is not None
    assert action.action.due is not None
    assert (action.text, action.action.due.words) == ("AL to write to [[Fred by 17 July]]", "[[by 17 July]]")
    assert rope.text == "[[The rope is wet]] and long."


def test_an_entry_or_a_heading_that_is_wholly_in_brackets_is_restricted_with_what_hangs_on_it() -> None:
    meeting = meeting_of(
        "Minutes of the Quay Committee\nTuesday 4 June 2024\n\nPresent: Ann Lee (AL)\n\n1. Ropes\n"
        "[[The rope was stolen.]]\n\n2. [[Theft]]\nAnn Lee asked who did it.\nACTION: AL to ask the cook\n"
    )
    assert [(one.heading, one.restricted) for one in meeting.sections] == [("Ropes", False), ("Theft", True)]
    assert (meeting.entries[0].text, meeting.entries[0].restricted) == ("The rope was stolen.", True)
    assert "cook" not in repr(public(meeting))


def test_minutes_without_brackets_are_read_as_before() -> None:
    meeting = meeting_of(MINUTES)
    assert public(meeting) == meeting
    assert any(one.kind is Kind.DECISION and one.decision and one.decision.votes_for == 7 for one in meeting.entries)


@pytest.mark.parametrize("fmt", ["md", "txt", "html", pytest.param("docx", marks=pytest.mark.long), "json"])
def test_an_internal_version_that_is_imported_stays_restricted(fmt: str) -> None:
    journal = Journal(meeting=read_agenda(AGENDA, "agenda.md").meeting)
    for line in CAPTURED:
        journal = enter(journal, line, AT).journal
    notes = render_file(journal.meeting, style="narrative", fmt=fmt, version="internal")
    if fmt == "json":
        meeting = read_published_notes(notes, where="n.json", name="n.json", at=AT).meeting
    else:
        document = read_bytes(notes, f"n.{fmt}", f".{fmt}").document
        meeting = read_minutes(document, name=f"n.{fmt}", at=AT).meeting
    page = render(meeting, fmt="txt")
    assert "The ropes are dry." in page
    assert re.findall("zq[a-z]", page) == []
    assert set(re.findall("zq[a-z]", render(meeting, fmt="txt", version="internal"))) == {"zqa", "zqb", "zqd", "zqe"}
