"""The csv of actions: whole to whoever reads it, without effect in a spreadsheet."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.notes.register_rows import FORMULAS, TODAY, WORDS, row, rows
from tui.meeting.actions.register_row import RegisterRow, Related, Step
from tui.meeting.model import Status
from tui.meeting.text.sanitizing import printable
from tui.notes.actions.csv_table import COLUMNS, action_csv, cell


def read_cell(words: str) -> str:
    """Drop the apostrophe before what a spreadsheet would take for a formula."""
    return words[1:] if words[:1] == "'" and words[1:2] in tuple("=+-@\t\r\n'＝＋－＠") else words


def read(page: str) -> list[dict[str, str]]:
    """Read a page as RFC 4180 has it, and the cells as our own page of the register says."""
    found = csv.DictReader(io.StringIO(page, newline=""), strict=True)
    return [{name: read_cell(words) for name, words in line.items()} for line in found]


def test_names_commas_quotes_and_line_breaks_come_back() -> None:
    text = 'Ask "the boats", all,\nand Zoë Ó Briain; by post'
    page = action_csv([row(text, due="by Friday, at noon", due_date=TODAY, overdue=True)])
    (found,) = read(page)
    assert (found["text"], found["due"], found["due_date"]) == (text, "by Friday, at noon", "2024-06-20")
    assert (found["owners"], found["holders"], found["status"], found["overdue"]) == ("TR", "Owen Price", "open", "yes")
    assert page.count("\r\n") == 2
    assert page.isascii() is False
    assert tuple(found) == COLUMNS


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_no_formula_and_comes_back(formula: str) -> None:
    page = action_csv([row(formula, topic=formula)])
    (raw,) = csv.DictReader(io.StringIO(page, newline=""))
    assert raw["text"] == f"'{formula}"
    assert read(page)[0]["text"] == read(page)[0]["topic"] == formula


@given(words=WORDS)
def test_every_word_comes_back_and_no_cell_begins_as_a_formula(words: str) -> None:
    kept = cell(words)
    assert kept[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert printable(read_cell(kept)) == printable(words)
    assert "\x1b" not in kept


@examples(100, few=10)
@given(wanted=st.lists(rows(), max_size=4))
def test_a_page_is_one_line_of_names_and_one_of_cells_for_each_action(wanted: list[RegisterRow]) -> None:
    found = read(action_csv(wanted))
    assert [one["uid"] for one in found] == [one.uid for one in wanted]
    assert [printable(one["text"]) for one in found] == [printable(one.text) for one in wanted]
    assert all(set(one) == set(COLUMNS) and None not in one.values() for one in found)


def test_the_chain_is_in_words() -> None:
    found = read(
        action_csv(
            [
                row(
                    status=Status.REPLACED,
                    steps=(Step(at=row().changed, day=TODAY, status=Status.DONE, due="Friday", reason="=paid"),),
                    replaced_by=Related(uid="b" * 32 + "-2", ref="A2", meeting="x", date=TODAY, text="Write again"),
                )
            ]
        )
    )
    assert found[0]["steps"] == "20 June 2024: done, due Friday – =paid"
    assert found[0]["replaced_by"] == "A2 of 20 June 2024: Write again"


def calc() -> bool:
    """Tell whether LibreOffice is there, with its spreadsheet."""
    office = shutil.which("soffice")
    return office is not None and (Path(office).resolve().parent / "libsclo.so").exists()


@pytest.mark.long
@pytest.mark.skipif(not calc(), reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_it_with_every_word_and_calculates_nothing(tmp_path: Path) -> None:
    texts = [*FORMULAS, 'say "no", twice', "two\nlines", "Zoë"]
    saved = converted(tmp_path, "actions", action_csv([row(text) for text in texts]))
    found = [one["text"] for one in read(saved)]
    assert [" ".join(one.split()) for one in found] == [" ".join(text.split()) for text in texts]
    # The same way in, unprotected, does calculate.
    assert converted(tmp_path, "bare", "text\r\n=1+1\r\n").split() == ["text", "2"]


def converted(folder: Path, name: str, page: str) -> str:
    """Open a csv file in LibreOffice, and save what its cells show."""
    source = folder / f"{name}.csv"
    source.write_bytes(page.encode())
    # 44 and 34: comma and quotation mark; 76: UTF-8; from line 1; no column formats; formulas are evaluated.
    imported = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
    exported = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", f"--infilter={imported}"]
    command += ["--convert-to", exported, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "out" / source.name).read_text(encoding="utf-8")
