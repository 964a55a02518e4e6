"""What came back in the rows of tables, and behind the words of actions, is taken over where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Row
from msgspec.structs import replace

from tests.meeting.room import Taker
from tests.use_cases.returned.test_returned_notes import NOW, back, opened
from tui.meeting.approval.amendment import Amendment
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Meeting
from tui.meeting.signing import Approval
from tui.notes.render import render_file
from tui.use_cases.returned.returned_notes import read_returned
from tui.use_cases.returned.taking_over import take

_LINES = (
    "/date 7 May 2024",
    "+The pontoon had been repaired before the season began.",
    "!NS to write to the four owners by 31 May",
    "!MT to ring the county ^next Friday",
    "!Gwen Pike to count the buoys in the lagoon",
    "+A paragraph stands between the tables.",
    "|Payee | For | Amount",
    "|Harbour Supplies | rope | 410.00",
    "|County | fees | 90.50",
    "=Agreed the budget for the pontoon; proposed by MT, seconded by NS, 3 for, 1 against",
)


def shown() -> Meeting:
    taker = Taker()
    taker.do(*_LINES)
    return taker.meeting


def row_of(document: Document, words: str) -> _Row:
    rows: list[_Row] = [row for table in document.tables for row in table.rows]
    return next(row for row in rows if any(words in cell.text for cell in row.cells))


def written(row: _Row, *words: str) -> None:
    """Put words into the cells of a row, in the look that is there."""
    for cell, said in zip(row.cells, words, strict=True):
        for more in cell.paragraphs[1:]:
            cell._tc.remove(more._p)
        paragraph = cell.paragraphs[0]
        for run in paragraph.runs[1:]:
            paragraph._p.remove(run._r)
        if paragraph.runs:
            paragraph.runs[0].text = said
        else:
            paragraph.add_run(said)


def row_below(document: Document, words: str, *cells: str) -> None:
    above = row_of(document, words)
    fresh = deepcopy(above._tr)
    above._tr.addnext(fresh)
    table = above.table
    written(next(row for row in table.rows if row._tr is fresh), *cells)


def taken(document: Document, meeting: Meeting, folder: Path) -> Meeting:
    journal = Journal(meeting=meeting)
    changes = back(document, meeting, folder)
    assert changes
    for change in changes:
        journal = take(journal, change, NOW, "public")
    return journal.meeting


def holding(meeting: Meeting, words: str) -> Entry:
    (entry,) = [one for one in meeting.entries if words in one.text]
    return entry


@pytest.mark.parametrize("style", ["narrative", "formal", "findings", "actions", "summary"])
def test_an_owner_changed_in_the_column_of_a_word_file_is_the_actions_owner(tmp_path: Path, style: str) -> None:
    meeting = shown()
    document = opened(meeting, style)
    cells = [
        cell for cell in row_of(document, "ring the county").cells if cell.text.startswith("MT\n") or cell.text == "MT"
    ]
    cells[0].paragraphs[0].runs[0].text = "NS"
    for run in cells[0].paragraphs[0].runs[1:]:
        run.text = ""
    action = holding(taken(document, meeting, tmp_path), "ring the county").action
    assert action is not None
    assert action.owners == ("NS",)
    assert action.due is not None
    assert action.due.date == date(2024, 5, 10)


@pytest.mark.parametrize("style", ["narrative", "formal", "findings", "actions", "summary"])
def test_a_day_changed_beside_an_action_in_a_word_file_is_its_due(tmp_path: Path, style: str) -> None:
    meeting = shown()
    document = opened(meeting, style)
    row = row_of(document, "ring the county")
    paragraphs = [one for cell in row.cells for one in cell.paragraphs]
    (due,) = [one for one in paragraphs if "10 May 2024" in one.text]
    words = due.text.replace("10 May", "17 May")
    for run in due.runs[1:]:
        run.text = ""
    due.runs[0].text = words
    action = holding(taken(document, meeting, tmp_path), "ring the county").action
    assert action is not None
    assert action.owners == ("MT",)
    assert action.due is not None
    assert action.due.date == date(2024, 5, 17)


@pytest.mark.parametrize("fmt", ["md", "odt"])
def test_an_owner_changed_in_other_formats_is_the_actions_owner(tmp_path: Path, fmt: str) -> None:
    meeting = shown()
    file = render_file(meeting, fmt=fmt, version="public")
    path = tmp_path / f"chair.{fmt}"
    path.write_bytes(_in_text(file, fmt, lambda text: text.replace("[MT]", "[NS]").replace(">MT<", ">NS<")))
    (change,) = read_returned(meeting, path, tmp_path / "styles").changes
    after = take(Journal(meeting=meeting), change, NOW, "public").meeting
    action = holding(after, "ring the county").action
    assert action is not None
    assert action.owners == ("NS",)


def _in_text(file: bytes, fmt: str, change: Callable[[str], str]) -> bytes:
    if fmt != "odt":
        return change(file.decode()).encode()
    from io import BytesIO
    from zipfile import ZipFile

    made = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(made, "w") as new:
        for one in old.infolist():
            content = old.read(one)
            new.writestr(one, change(content.decode()).encode() if one.filename == "content.xml" else content)
    return made.getvalue()


def test_a_row_that_is_gone_from_a_table_takes_the_others_with_it_no_more(tmp_path: Path) -> None:
    meeting = shown()
    document = opened(meeting)
    for words in ("Harbour Supplies", "County"):
        row = row_of(document, words)
        row.table._tbl.remove(row._tr)
    row_below(document, "Payee", "Boatyard", "paint", "12.00")
    row_below(document, "Boatyard", "Chandler", "oil", "9.00")
    after = holding(taken(document, meeting, tmp_path), "Payee").text
    assert after == "Payee | For | Amount\nBoatyard | paint | 12.00\nChandler | oil | 9.00"


def test_any_cell_of_a_table_is_taken_over(tmp_path: Path) -> None:
    meeting = shown()
    document = opened(meeting)
    written(row_of(document, "Harbour"), "Quay Supplies", "rope", "410.00")
    after = holding(taken(document, meeting, tmp_path), "Payee").text
    assert after == "Payee | For | Amount\nQuay Supplies | rope | 410.00\nCounty | fees | 90.50"


def test_a_row_added_among_actions_is_an_action_with_its_owners_and_its_due(tmp_path: Path) -> None:
    meeting = shown()
    document = opened(meeting)
    row_below(document, "count the buoys", "ACTION: find a new slipmaster", "MT, NS (due 1 July 2024)")
    entry = holding(taken(document, meeting, tmp_path), "slipmaster")
    assert entry.text == "find a new slipmaster"
    assert entry.action is not None
    assert entry.action.owners == ("MT", "NS")
    assert entry.action.due is not None
    assert entry.action.due.date == date(2024, 7, 1)
    assert entry.action.ref == "A4"


def test_a_resolution_that_stands_apart_from_its_votes_is_taken_over(tmp_path: Path) -> None:
    meeting = shown()
    document = opened(meeting, "formal")
    paragraph = next(one for one in document.paragraphs if "budget" in one.text)
    words = paragraph.text.replace("budget", "estimates")
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = words
    decision = holding(taken(document, meeting, tmp_path), "estimates").decision
    assert decision is not None
    assert (decision.votes_for, decision.votes_against) == (3, 1)


def test_cells_that_were_only_merged_are_no_change(tmp_path: Path) -> None:
    meeting = shown()
    document = opened(meeting)
    row = row_of(document, "count the buoys")
    row.cells[0].merge(row.cells[1])
    assert back(document, meeting, tmp_path) == ()


def test_smart_quotes_and_breaks_of_lines_lose_nothing(tmp_path: Path) -> None:
    taker = Taker()
    taker.do('+It isn\'t "strong" rope - yet, and it is long enough to be wrapped.')
    document = opened(taker.meeting)
    paragraph = next(one for one in document.paragraphs if "strong" in one.text)
    paragraph.runs[0].text = "It isn’t “strong” rope – yet, and it is long"
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].add_break()
    paragraph.add_run("enough to be wrapped.")
    changes = back(document, taker.meeting, tmp_path)
    assert " ".join(one.new for one in changes) == (
        "It isn’t “strong” rope – yet, and it is long enough to be wrapped."
    )


def test_a_link_or_a_field_round_words_and_a_change_of_format_are_no_changes(tmp_path: Path) -> None:
    meeting = shown()
    document = opened(meeting)
    first = next(one for one in document.paragraphs if "pontoon had" in one.text)
    link = OxmlElement("w:hyperlink")
    for run in list(first.runs):
        link.append(run._r)
    first._p.append(link)
    second = next(one for one in document.paragraphs if "between the tables" in one.text)
    second.runs[0].bold = True
    second.runs[0]._r.get_or_add_rPr().append(OxmlElement("w:rPrChange"))
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    second._p.addprevious(control)
    content.append(second._p)
    assert second._p.tag == qn("w:p")
    assert back(document, meeting, tmp_path) == ()


def test_notes_with_amendments_come_back_without_a_change(tmp_path: Path) -> None:
    meeting = shown()
    amendment = Amendment(at=NOW, place="item 1", subject="note", what="changed", before="old", after="new", entry=1)
    meeting = replace(meeting, approval=Approval(by="Maureen Tidy", at=NOW))
    path = tmp_path / "chair.docx"
    path.write_bytes(render_file(meeting, fmt="docx", version="public", amendments=(amendment,)))
    assert len(docx.Document(str(path)).paragraphs) > 1
    assert read_returned(meeting, path, tmp_path / "styles", (amendment,)).changes == ()
