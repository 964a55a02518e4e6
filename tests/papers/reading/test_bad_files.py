"""Files that no paper is in: one clear line, and nothing made."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from tests.examples import spread
from tests.papers.reading.files import odt, pdf
from tui.errors import BadInput
from tui.papers.agenda import read_agenda, read_paper
from tui.papers.reading.source import read_bytes, read_file


def refusal(path: Path) -> str:
    with pytest.raises(BadInput) as raised:
        read_file(path)
    message = str(raised.value)
    assert "\n" not in message
    return message


def half_a_word_file(path: Path) -> None:
    docx.Document().save(str(path))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def a_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)


def a_sparse_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def an_entity(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;')


def spreadsheet(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")


def a_locked_pdf(path: Path) -> None:
    pdf(path, [[(72, 700, "Weir Committee")]])
    writer = PdfWriter(clone_from=str(path))
    writer.encrypt("sluice", algorithm="RC4-128")
    writer.write(str(path))


FILES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "half a Word file": ("a.docx", half_a_word_file, "Word file is damaged"),
    "a Word file under a password": (
        "a.docx",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9),
        "encrypted",
    ),
    "an old Word file": (
        "a.doc",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9),
        "before 2007",
    ),
    "an archive that grows": ("a.docx", a_bomb, "unpacks to more"),
    "a file of 200 MB": ("a.txt", a_sparse_file, "200 MB"),
    "an empty file": ("a.docx", lambda path: path.write_bytes(b""), "empty"),
    "an entity from elsewhere": ("a.docx", an_entity, "damaged"),
    "a spreadsheet": ("a.xlsx", spreadsheet, "spreadsheet"),
    "an encrypted OpenDocument file": (
        "a.odt",
        lambda path: odt(path, "", manifest="<a><encryption-data/></a>"),
        "encrypted",
    ),
    "a PDF file that is cut": ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.4\n1 0 obj"), "damaged"),
    "a PDF file under a password": ("a.pdf", a_locked_pdf, "encrypted"),
    "a mail of Outlook": (
        "a.msg",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9),
        "mail of Outlook is damaged",
    ),
    "a PDF file of pictures": ("a.pdf", lambda path: pdf(path, [[]]), "no text"),
    "rich text": ("a.rtf", lambda path: path.write_bytes(b"{\\rtf1 hello}"), "rich text"),
    "a program": ("a.txt", lambda path: path.write_bytes(bytes(range(256)) * 8), "not a text"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_holds_no_paper_is_refused_in_one_line(kind: str, tmp_path: Path) -> None:
    name, make, words = FILES[kind]
    make(tmp_path / name)
    assert words in refusal(tmp_path / name)


def test_hostile_words_are_literal() -> None:
    text = "# Weir \u202etset\nDate: 6 June 2024\n## Agenda\n1. =HYPERLINK(1)\n2. {{ 7 * 7 }}\n3. \x1b[31mred\n"
    meeting = read_agenda(text, "a.md").meeting
    assert [section.heading for section in meeting.sections] == ["=HYPERLINK(1)", "{{ 7 * 7 }}", "[31mred"]


def test_a_word_file_with_macros_is_read_and_its_macros_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.docm"
    document = docx.Document()
    for words in ("Weir Committee", "6 June 2024", "1. Sluices", "2. Gates"):
        document.add_paragraph(words)
    document.save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen")
    meeting = read_paper(read_file(path).document).meeting
    assert [section.heading for section in meeting.sections] == ["Sluices", "Gates"]
    assert "AutoOpen" not in repr(meeting)


@pytest.mark.long
def test_ten_thousand_items_a_hundred_levels_and_a_huge_line_are_read_as_they_are() -> None:
    head = "# Weir\nDate: 6 June 2024\n## Agenda\n"
    many = read_agenda(head + "".join(f"{n}. Gate {n}\n" for n in range(1, 10_001)), "a.md").meeting
    assert (len(many.sections), many.sections[-1].heading) == (10_000, "Gate 10000")
    deep = read_agenda(head + "".join(f"{'  ' * n}- level {n}\n" for n in range(100)), "a.md").meeting
    assert [section.level for section in deep.sections] == list(range(1, 101))
    long = read_agenda(f"{head}1. {'word ' * 40_000}\n2. Gates\n", "a.md").meeting
    assert len(long.sections[0].heading) > 199_000


@pytest.mark.long
def test_lines_that_lead_nowhere_are_joined_to_no_item_without_end() -> None:
    line = "({}[{} \t\t  – –– : ; 12:30 Uhr, 1.1.1.1 \n"
    text = "# Weir\nDate: 6 June 2024\n## Agenda\n1. Gates\n" + "".join(line.format("(" * 50, n) for n in range(500))
    meeting = read_agenda(text, "a.md").meeting
    assert max(len(section.heading) for section in meeting.sections) < 2_200
    kept = repr(meeting)
    assert all(f"[{n} " in kept for n in range(500))


@pytest.mark.parametrize("size", spread(range(0, 400, 7), 4))
def test_a_word_file_cut_anywhere_is_one_line(size: int, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    content = path.read_bytes()
    cut = content[: len(content) * size // 400]
    errors = []
    try:
        read_bytes(cut, "a.docx", ".docx")
    except BadInput as error:
        errors.append(str(error))
    assert len(errors) == 1
    assert os.linesep not in errors[0]
