"""Notes in the meeting's language: every fixed word, the dates and the times, in every format."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.examples import covering
from tests.notes.docx.reading_docx import blocks
from tests.notes.meetings import apology, entry, meeting
from tui.meeting.approval.amendment import Amendment
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.languages.writing.written import CODES, words_in
from tui.meeting.model import Approval, Decision, DecisionOutcome, Due, Meeting, Section, SectionState, Status
from tui.notes.render import render, render_file
from tui.notes.templates.styles import style_names
from tui.notes.view.dates import long_date, short_date

DAY = date(2031, 2, 3)
ENGLISH = re.compile(
    r"\b(?:the|and|from|Present|Apologies|Minutes|Meeting|Resolved|Date|Chair|Venue|None|Actions?|Owner|Signed|due|done|"
    r"Notes|Summary|Papers|Deferred|item|February|Monday|restricted|asked|responded|noted|For|Against|Page)\b"
)


def council(code: str, **more: object) -> Meeting:
    """Give a meeting whose own words are none of any language, so that what else is printed is the language's."""
    decided = Decision(
        outcome=DecisionOutcome.CARRIED, for_names=("HC",), against_names=("CP",), votes_for=1, recorded=True
    )
    entries = (
        entry(1, "question", "xq", speakers=("HC", "CP")),
        entry(2, "response", "xr", speakers=("HC",)),
        entry(3, "note", "xn [[xs]]", speakers=("CP",)),
        entry(4, "action", "xa", owners=("HC",), due="xd"),
        entry(5, "action", "xb", status=Status.REPLACED, replaced_by="A4"),
        entry(6, "decision", "xz", decision=decided),
        entry(7, "action", "xo", ref="B1", topic="xt", section=2),
        entry(8, "note", "", restricted=True),
    )
    sections = (
        Section(id=1, number="1", heading="XH", papers=("P1",)),
        Section(id=2, number="2", heading="XO", state=SectionState.DEFERRED),
    )
    made = meeting(*entries, sections=sections, title="Xyx", date=DAY, start=time(19, 30), language=code)
    header = (("Chair", "Rosa Quill"), ("Venue", "Xv"), ("Next", "xnext"))
    people = (*made.people, apology("Ull Ox"))
    return replace(made, people=tuple(replace(one, capacity="") for one in people), header=header, **more)


@covering("code, fmt, style", ["de", "es", "cy", "fr"], ["txt", "md", "html", "docx"], style_names())
def test_no_english_word_is_left(code: str, fmt: str, style: str) -> None:
    shown = council(code)
    for version in ("internal", "public"):
        if fmt == "docx":
            page = "\n".join(blocks(render_file(shown, style=style, fmt=fmt, version=version)))
        else:
            page = re.sub(
                r"<style>.*?</style>|<[^>]*>", " ", render(shown, style=style, fmt=fmt, version=version), flags=re.S
            )
        found = set(ENGLISH.findall(page))
        assert found - own_words(code) == set()


def own_words(code: str) -> set[str]:
    """Give the words of a language that look like English ones: `Page`, `Actions`."""
    words = words_in(code)
    texts = [getattr(words, name) for name in words.__struct_fields__ if name != "subjects"]
    return set(ENGLISH.findall("\n".join(texts)))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "de",
            [
                "Datum: Montag, 3. Februar 2031, 19:30 Uhr",
                "Entschuldigt:",
                "HC und CP fragten: xq",
                "HC antwortete: xr",
            ],
        ),
        ("fr", ["Date : lundi 3 février 2031 à 19 h 30", "Excusés :", "HC et CP demandent : xq", "HC répond : xr"]),
        ("es", ["Fecha: lunes, 3 de febrero de 2031, 19:30 h", "HC y CP preguntan: xq", "HC responde: xr"]),
        ("cy", ["Dyddiad: Dydd Llun, 3 Chwefror 2031 am 19:30", "Gofynnodd HC a CP: xq", "Atebodd HC: xr"]),
        ("en", ["Date: Monday 3rd February 2031 @ 19:30", "Apologies:", "HC and CP asked: xq", "HC responded: xr"]),
    ],
)
def test_a_native_secretary_writes_so(code: str, said: list[str]) -> None:
    page = render(council(code), style="formal", fmt="txt").replace("\u00a0", " ")
    assert [one for one in said if one not in page.replace("The HC", "HC")] == []


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_language(code: str) -> None:
    tag = words_in(code).tag
    assert f'<html lang="{tag}">' in render(council(code), fmt="html")
    with zipfile.ZipFile(BytesIO(render_file(council(code), fmt="docx"))) as file:
        styles, core = file.read("word/styles.xml").decode(), file.read("docProps/core.xml").decode()
    assert re.findall(r'<w:lang [^>]*w:val="([^"]*)"', styles) == [tag]
    assert f">{tag}</dc:language>" in core


def test_the_first_of_a_month_is_written_as_the_language_writes_it() -> None:
    first = date(2031, 3, 1)
    assert short_date(words_in("fr"), first) == "1er mars 2031"
    assert short_date(words_in("de"), first) == "1. März 2031"
    assert long_date(words_in("en"), first) == "Saturday 1st March 2031"


def test_an_approval_and_amendments_are_told_in_the_language() -> None:
    approval = Approval(by="the meeting of 3 March 2031", at=datetime(2031, 3, 3, 20))
    amended = Amendment(what="changed", subject="note", before="zehn", after="elf", at=datetime(2031, 3, 4))
    page = render(
        council("de", approval=approval), style="formal", fmt="txt", amendments=(amended,), version="internal"
    )
    assert "Genehmigt durch die Sitzung vom 3. März 2031\n" in page
    assert "• 4. März 2031: Vermerk geändert von „zehn“ in „elf“" in page


def test_votes_lead_ins_and_standings_are_in_the_language() -> None:
    page = render(council("de"), style="formal", fmt="txt")
    assert "Beschluss: xz" in page
    assert "(Frist: xd)" in page
    assert "(ersetzt durch A4)" in page
    assert "xn [vertraulich]" in page
    assert "[Vertraulicher Punkt]" in page
    assert "Aufgabe: xa" in page


def test_events_are_worded_in_the_language_and_corrected_in_it() -> None:
    journal = Journal(meeting=replace(council("de"), entries=(), started=datetime(2031, 2, 3, 19, 30)))
    for line in (
        "/go 1",
        "/arrive Ull Ox at 19:52",
        "/arrive Ull Ox at 19:55",
        "/out CP",
        "/interest HC, persönlich, Nachbar",
    ):
        journal = enter(journal, line, datetime(2031, 2, 3, 20, 0)).journal
    told = [one.text for one in journal.meeting.entries]
    assert told == [
        "Ull Ox kam um 19:55 Uhr hinzu (ab TOP 1).",
        "Idris Vane verließ um 20:00 Uhr den Raum für TOP 1.",
        "Rosa Quill zeigte zu TOP 1 ein Interesse (persönlich) an: Nachbar.",
    ]
    page = render(journal.meeting, style="formal", fmt="txt")
    assert "ab TOP 1, 19:55 Uhr" in page
    assert "nicht beteiligt an TOP 1" in page


def test_a_style_from_before_the_words_still_prints(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    template = (
        "{% extends 'shared/page.txt.j2' %}{% from 'shared/parts.txt.j2' import headed, told %}"
        "{% block body %}{% for section in sections %}{{ headed(section, 'Action arising', 'Actions arising') }}"
        "{% for entry in section.entries if entry.kind == 'question' %}{{ told(entry, 'wanted to know') }}{% endfor %}"
        "{% endfor %}{% endblock %}"
    )
    (tmp_path / "own" / "notes.txt.j2").write_text(template, encoding="utf-8")
    page = render(council("en"), style="own", fmt="txt", styles_folder=tmp_path)
    assert "The HC and CP wanted to know: xq" in page


def test_a_style_of_ones_own_may_print_the_words(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    template = "{{ words.present }} {{ words.closed_at|say(time='20:15') }}"
    (tmp_path / "own" / "notes.md.j2").write_text(template, encoding="utf-8")
    assert render(council("de"), style="own", styles_folder=tmp_path) == "Anwesend Die Sitzung endete um 20:15.\n"


def test_english_notes_load_no_other_language() -> None:
    code = (
        "import sys; from tests.notes.test_language import council; from tui.notes.render import render;"
        "sys.modules.pop('babel', None); render(council('en')); "
        "print('babel' in sys.modules, 'tui.meeting.languages.writing.german' in sys.modules)"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_what_due_words_say_themselves_is_not_said_twice() -> None:
    shown = council("de")
    due = Due(words="Frist Freitag")
    entries = tuple(
        replace(one, action=replace(one.action, due=due)) if one.id == 4 and one.action else one
        for one in shown.entries
    )
    assert "(Frist Freitag)" in render(replace(shown, entries=entries), style="formal", fmt="txt")
