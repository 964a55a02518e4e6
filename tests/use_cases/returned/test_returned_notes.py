from __future__ import annotations

import random
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from tests.notes.meetings import entry, meeting
from tui.errors import Refused
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting, Section
from tui.notes.render import render_file
from tui.use_cases.returned.returned_notes import Returned, read_returned
from tui.use_cases.returned.taking_over import take

NOW = datetime(2024, 5, 9, 12, tzinfo=UTC)
_WORDS = "harbour pilot barge winter ledger quay tide lamp rope crane buoy mast anchor ferry sluice dredge".split()


def long_meeting(
    count: int = 240, kinds: tuple[str, ...] = ("note", "note", "response", "question", "point")
) -> Meeting:
    """Make a meeting of many entries, in which no two have the same words."""
    rng = random.Random(7)
    sections = tuple(Section(id=one, number=f"{one}.", heading=f"Item {_WORDS[one]}") for one in range(1, 9))
    entries = [
        entry(
            at,
            kinds[at % len(kinds)],
            " ".join([f"{rng.choice(_WORDS)}{rng.randrange(60)}" for _ in range(9)] + [f"number {at}."]),
            section=1 + (at - 1) * 8 // count,
            speakers=("HC",) if kinds[at % len(kinds)] in ("question", "response") else (),
        )
        for at in range(1, count + 1)
    ]
    return meeting(*entries, sections=sections)


def opened(shown: Meeting, style: str = "narrative") -> Document:
    return docx.Document(BytesIO(render_file(shown, style=style, fmt="docx", version="public")))


def back(document: Document, shown: Meeting, tmp_path: Path) -> tuple[Returned, ...]:
    path = tmp_path / "chair.docx"
    document.save(str(path))
    return read_returned(shown, path, tmp_path / "styles").changes


def _run(words: str, tag: str = "w:t") -> Any:
    run, text = OxmlElement("w:r"), OxmlElement(tag)
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _tracked(tag: str, *runs: BaseOxmlElement) -> Any:
    element = OxmlElement(tag)
    element.set(qn("w:id"), "9")
    element.set(qn("w:author"), "Chair")
    for run in runs:
        element.append(run)
    return element


def _mark_end(paragraph: Paragraph, tag: str) -> None:
    properties = paragraph._p.get_or_add_pPr()
    found = properties.find(qn("w:rPr"))
    if found is None:
        found = OxmlElement("w:rPr")
        properties.append(found)
    found.append(_tracked(tag))


def _emptied(paragraph: Paragraph) -> None:
    for child in [one for one in paragraph._p if one.tag != qn("w:pPr")]:
        paragraph._p.remove(child)


def _taken_out(paragraph: Paragraph) -> None:
    above = paragraph._p.getparent()
    assert above is not None
    above.remove(paragraph._p)


def reworded(paragraph: Paragraph, at: int, *, tracked: bool) -> tuple[str, str, str]:
    """Change the third word before the last."""
    old = paragraph.text
    pieces = old.split(" ")
    pieces[-3] = f"amended{at}"
    if tracked:
        head, tail = " ".join(old.split(" ")[:-3]) + " ", " " + " ".join(pieces[-2:])
        _emptied(paragraph)
        paragraph._p.append(_run(head))
        paragraph._p.append(_tracked("w:del", _run(old.split(" ")[-3], "w:delText")))
        paragraph._p.append(_tracked("w:ins", _run(pieces[-3])))
        paragraph._p.append(_run(tail))
    else:
        _emptied(paragraph)
        paragraph.add_run(" ".join(pieces))
    return "reworded", old, " ".join(pieces)


def added(paragraph: Paragraph, at: int, *, tracked: bool) -> tuple[str, str, str]:
    """Put a new paragraph behind it."""
    words = f"Wholly fresh sentence {at}, which nobody had before {at * 7}."
    new = deepcopy(paragraph._p)
    paragraph._p.addnext(new)
    fresh = Paragraph(new, paragraph._parent)
    _emptied(fresh)
    if tracked:
        _mark_end(fresh, "w:ins")
        new.append(_tracked("w:ins", _run(words)))
    else:
        new.append(_run(words))
    return "added", "", words


def removed(paragraph: Paragraph, at: int, *, tracked: bool) -> tuple[str, str, str]:
    """Take it away."""
    del at
    old = paragraph.text
    if tracked:
        _emptied(paragraph)
        paragraph._p.append(_tracked("w:del", _run(old, "w:delText")))
        _mark_end(paragraph, "w:del")
    else:
        _taken_out(paragraph)
    return "removed", old, ""


def moved(paragraph: Paragraph, end: Paragraph, *, tracked: bool) -> tuple[str, str, str]:
    """Put it behind another one."""
    old = paragraph.text
    copy = deepcopy(paragraph._p)
    end._p.addnext(copy)
    if tracked:
        there = Paragraph(copy, paragraph._parent)
        _emptied(there)
        copy.append(_tracked("w:moveTo", _run(old)))
        _mark_end(there, "w:moveTo")
        _emptied(paragraph)
        paragraph._p.append(_tracked("w:moveFrom", _run(old)))
        _mark_end(paragraph, "w:moveFrom")
    else:
        _taken_out(paragraph)
    return "moved", old, old


def with_edits(document: Document, *, tracked: bool) -> list[tuple[str, str, str]]:
    """Make a hundred edits of every kind, each at a paragraph of its own."""
    rng = random.Random(3)
    texts = [one for one in document.paragraphs if "number " in one.text]
    # One paragraph stays between any two edits.
    chosen = sorted(rng.sample(range(1, len(texts) // 2 - 1), 100))
    made = []
    for count, at in enumerate(chosen):
        paragraph = texts[at * 2]
        if count % 4 == 3:
            made.append(moved(paragraph, texts[(5 if count > 50 else len(texts) - 8)], tracked=tracked))
        else:
            made.append((reworded, added, removed)[count % 4](paragraph, count, tracked=tracked))
    return made


@pytest.mark.parametrize("tracked", [False, True], ids=["plain", "tracked"])
def test_a_hundred_edits_in_word_are_all_found_and_none_is_invented(tmp_path: Path, tracked: bool) -> None:
    shown = long_meeting()
    document = opened(shown)
    made = with_edits(document, tracked=tracked)
    found = back(document, shown, tmp_path)
    assert len(made) == 100
    assert sorted((one.what, one.old, one.new) for one in found) == sorted(made)


@pytest.mark.parametrize("tracked", [False, True], ids=["plain", "tracked"])
def test_when_all_are_taken_over_the_notes_are_what_came_back(tmp_path: Path, tracked: bool) -> None:
    # Who answered is worded by what was asked before it, which a move changes.
    shown = long_meeting(kinds=("note", "note", "point"))
    document = opened(shown)
    with_edits(document, tracked=tracked)
    journal = Journal(meeting=shown)
    for change in back(document, shown, tmp_path):
        journal = take(journal, change, NOW, "public")
    assert back(document, journal.meeting, tmp_path) == ()


def test_notes_that_come_back_as_they_went_out_have_no_changes(tmp_path: Path) -> None:
    for style in ("narrative", "findings", "formal"):
        assert back(opened(long_meeting(20), style), long_meeting(20), tmp_path) == ()


def test_an_edit_keeps_the_emphasis_and_the_speaker_that_were_typed(tmp_path: Path) -> None:
    shown = meeting(entry(1, "note", "The *old* lamp at the quay was lit."))
    document = opened(shown)
    paragraph = next(one for one in document.paragraphs if "lamp" in one.text)
    words = paragraph.text.replace("was lit", "was put out")
    _emptied(paragraph)
    paragraph.add_run(words)
    (change,) = back(document, shown, tmp_path)
    assert change.said == "note in item 1"
    after = take(Journal(meeting=shown), change, NOW, "public").meeting
    assert after.entry(1).text == "The *old* lamp at the quay was put out."


def test_a_change_beside_restricted_words_is_left_to_a_person(tmp_path: Path) -> None:
    shown = meeting(entry(1, "note", "The offer of [[4,000 pounds]] was fair to both sides."))
    document = opened(shown)
    paragraph = next(one for one in document.paragraphs if "offer" in one.text)
    words = paragraph.text.replace("fair", "poor")
    _emptied(paragraph)
    paragraph.add_run(words)
    (change,) = back(document, shown, tmp_path)
    assert "4,000" not in change.old
    with pytest.raises(Refused, match="restricted"):
        take(Journal(meeting=shown), change, NOW, "public")
