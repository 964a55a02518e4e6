"""Papers in the formats that offices, browsers and mail programs write."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.papers.reading.files import odt, pdf
from tests.papers.reading.outlook_files import msg
from tui.errors import BadInput
from tui.meeting.model import Meeting
from tui.papers.agenda import read_paper
from tui.papers.reading.html import read_html
from tui.papers.reading.source import read_file


def read(path: Path) -> Meeting:
    return read_paper(read_file(path).document).meeting


def outline(meeting: Meeting) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.heading) for section in meeting.sections]


def test_a_word_form_with_two_keys_a_row_and_a_table_without_heads_is_read_and_what_tops_its_pages_is_kept(
    tmp_path: Path,
) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Fernhill Academy – Confidential"
    word.add_paragraph("Local Governing Body")
    form = word.add_table(rows=2, cols=4)
    for place, texts in enumerate(
        [("Date:", "12 February 2025", "Time:", "4.30 pm"), ("Place:", "Staff room", "Chair:", "Mr P. Eastwood")]
    ):
        for cell, words in zip(form.rows[place].cells, texts, strict=True):
            cell.text = words
    word.add_paragraph("Governors: Mr P. Eastwood, Mrs V. Lane")
    word.add_paragraph("AGENDA")
    table = word.add_table(rows=0, cols=3)
    for row in (("1", "Welcome", "Chair"), ("2", "Head's report\nTo include attendance", "Head")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(str(tmp_path / "a.docx"))
    meeting = read(tmp_path / "a.docx")
    assert (meeting.date, meeting.start, meeting.said("Place")) == (date(2025, 2, 12), time(16, 30), "Staff room")
    assert meeting.said("Chair") == "Mr P. Eastwood"
    assert [person.name for person in meeting.people] == ["Mr P. Eastwood", "Mrs V. Lane"]
    assert outline(meeting) == [(1, "1", "Welcome"), (1, "2", "Head's report")]
    assert meeting.sections[1].explanation == ("To include attendance",)
    assert "Fernhill Academy – Confidential" in meeting.unplaced


def test_a_word_table_is_read_by_its_heads_and_its_bands(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Weir Trust Board", 0)
    word.add_paragraph("Thursday 6 June 2024, 14:00 – 16:00, Mill Room")
    rows = [("Item", "Subject", "Presented by", "Timing", "Paper"), ("1", "Welcome", "Una Rees", "5 mins", "")]
    rows += [
        ("2", "Accounts", "Kit Hurst", "20 mins", "Paper A"),
        ("2.1", "Reserves", "Kit Hurst", "10 mins", "Paper B"),
    ]
    table = word.add_table(rows=0, cols=5)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(str(tmp_path / "a.docx"))
    meeting = read(tmp_path / "a.docx")
    assert (meeting.title, meeting.date, meeting.start, meeting.end) == (
        "Weir Trust Board",
        date(2024, 6, 6),
        time(14),
        time(16),
    )
    assert meeting.said("Venue") == "Mill Room"
    assert outline(meeting) == [(1, "1", "Welcome"), (1, "2", "Accounts"), (2, "2.1", "Reserves")]
    assert [(s.presenter, s.minutes, s.papers) for s in meeting.sections] == [
        ("Una Rees", 5, ()),
        ("Kit Hurst", 20, ("Paper A",)),
        ("Kit Hurst", 10, ("Paper B",)),
    ]


def test_the_numbers_that_word_counts_by_itself_are_printed(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Weir Committee, 6 June 2024")
    word.add_paragraph("Agenda")
    for words in ("Welcome", "Sluices", "Close"):
        word.add_paragraph(words, style="List Number")
    word.save(str(tmp_path / "a.docx"))
    assert outline(read(tmp_path / "a.docx")) == [(1, "1.", "Welcome"), (1, "2.", "Sluices"), (1, "3.", "Close")]


def test_what_was_deleted_in_word_is_not_read(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Weir Committee, 6 June 2024")
    word.add_paragraph("1. Welcome")
    paragraph = word.add_paragraph("2. Sluices")
    deleted = OxmlElement("w:del")
    run, words = OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = " and secrets"
    run.append(words)
    deleted.append(run)
    paragraph._p.append(deleted)
    assert deleted.tag == qn("w:del")
    word.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").sections[1].heading == "Sluices"


def test_an_opendocument_text_keeps_its_lists_and_tables(tmp_path: Path) -> None:
    lists = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        "</text:list-style>"
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('Hinges', '')}{item.format('Paint', '')}</text:list>"
    body = (
        "<text:h text:outline-level='1'>Weir Committee</text:h>"
        "<text:p>Thursday<text:s text:c='2'/>6 June 2024 at 2 pm</text:p>"
        "<text:h text:outline-level='2'>Agenda</text:h>"
        f"<text:list text:style-name='L1'>{item.format('Welcome', '')}"
        f"{item.format('Gates', inner)}{item.format('Close', '')}</text:list>"
    )
    meeting = read(odt(tmp_path / "a.odt", body, lists=lists))
    assert (meeting.title, meeting.date, meeting.start) == ("Weir Committee", date(2024, 6, 6), time(14))
    assert outline(meeting) == [
        (1, "1.", "Welcome"),
        (1, "2.", "Gates"),
        (2, "a)", "Hinges"),
        (2, "b)", "Paint"),
        (1, "3.", "Close"),
    ]


def test_a_newsletter_is_read_without_its_menus_and_scripts(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<html><head><title>News | Weir</title><style>p { color: red }</style></head>"
        "<body><nav><a href='/'>Home</a></nav>"
        "<table><tr><td><h1>Weir Society</h1>"
        "<p>Join us on Thursday 6&nbsp;June 2024 at 7.30&nbsp;pm in the Mill Room.</p>"
        "<h3>Agenda</h3><ul><li>Welcome</li><li><a href='https://weir.example/a'>Accounts</a></li></ul></td></tr></table>"
        "<script>steal()</script><footer>Unsubscribe</footer></body></html>",
        encoding="utf-8",
    )
    meeting = read(page)
    assert (meeting.title, meeting.date, meeting.start) == ("Weir Society", date(2024, 6, 6), time(19, 30))
    assert meeting.said("Venue") == "Mill Room"
    assert [(s.heading, s.papers) for s in meeting.sections] == [
        ("Welcome", ()),
        ("Accounts", ("https://weir.example/a",)),
    ]
    assert not any("steal" in line or "Home" in line for line in meeting.unplaced)


def test_a_pdf_file_is_read_by_its_text_layer_page_by_page(tmp_path: Path) -> None:
    first = [
        (72, 770, "Weir Committee"),
        (72, 750, "Thursday 6 June 2024 at 2 pm in the Mill Room"),
        (72, 700, "Agenda"),
    ]
    first += [(72, 680, "1. Welcome"), (72, 660, "2. Sluices"), (100, 640, "2.1 Gates"), (290, 40, "Page 1 of 2")]
    second = [(72, 770, "3. Close"), (290, 40, "Page 2 of 2")]
    meeting = read(pdf(tmp_path / "a.pdf", [first, second]))
    assert (meeting.title, meeting.date, meeting.start) == ("Weir Committee", date(2024, 6, 6), time(14))
    assert outline(meeting) == [(1, "1.", "Welcome"), (1, "2.", "Sluices"), (2, "2.1", "Gates"), (1, "3.", "Close")]


MAIL = """\
From: Fay Orme <fay@weir.example>
To: committee@weir.example
Subject: Re: Weir Committee - agenda
Date: Mon, 3 Jun 2024 09:12:00 +0100
Message-ID: <1@weir.example>
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Dear all,

we meet on Thursday 6 June at 2 pm in the Mill Room.

1. Welcome
2. Sluices

Fay

On 1 May 2024, Fay Orme wrote:
> Weir Committee, Thursday 2 May 2024, 2 pm
> 1. Old business
> 2. Older business
"""


@pytest.mark.parametrize("name", ["a.eml", "pasted.txt"])
def test_a_mail_is_read_without_the_older_meeting_that_it_quotes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(MAIL, encoding="utf-8")
    meeting = read(path)
    assert (meeting.title, meeting.date, meeting.start) == ("Weir Committee", date(2024, 6, 6), time(14))
    assert outline(meeting) == [(1, "1.", "Welcome"), (1, "2.", "Sluices")]
    assert "1. Old business" in meeting.unplaced


def test_the_caption_of_a_table_stands_above_its_rows() -> None:
    page = "<p>Minutes</p><table><caption>Apologies</caption><tr><td>Di Pell</td><td>Pilot</td></tr></table>"
    blocks = read_html(page, "page.html").blocks
    assert [block.text for block in blocks] == ["Minutes", "Apologies", "Di Pell | Pilot"]


def test_a_pdf_file_in_two_columns_is_read_down_one_and_then_the_other(tmp_path: Path) -> None:
    page = [
        (72, 770, "Weir Committee"),
        (72, 750, "Thursday 6 June 2024 at 2 pm in the Mill Room"),
        (72, 700, "Agenda"),
    ]
    left = ["1. Welcome and apologies", "2. Sluices on the upper reach", "3. Gates and their keepers"]
    right = ["4. Eels", "5. Money for the winter", "6. Close"]
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        page += [(72, 670 - 20 * at, one), (330, 670 - 20 * at, other)]
    meeting = read(pdf(tmp_path / "a.pdf", [page]))
    assert [section.number for section in meeting.sections] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert meeting.sections[3].heading == "Eels"


def test_a_mail_of_outlook_is_read(tmp_path: Path) -> None:
    words = MAIL.partition("\n\n")[2].partition("On 1 May")[0].replace("\n", "\r\n")
    path = msg(
        tmp_path / "saved",
        subject="Fwd: Weir Committee",
        body=words,
        sender="Fay Orme",
        sent=datetime(2024, 6, 3, tzinfo=UTC),
    )
    paper = read_file(path)
    meeting = read_paper(paper.document).meeting
    assert (paper.suffix, meeting.title, meeting.date, meeting.start) == (
        ".msg",
        "Weir Committee",
        date(2024, 6, 6),
        time(14),
    )
    assert outline(meeting) == [(1, "1.", "Welcome"), (1, "2.", "Sluices")]


def test_without_its_library_a_mail_of_outlook_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = msg(
        tmp_path / "a.msg", subject="Weir", body="1. Welcome", sender="Fay Orme", sent=datetime(2024, 6, 3, tzinfo=UTC)
    )
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    with pytest.raises(BadInput, match="pip install"):
        read_file(path)


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_what_libreoffice_writes_is_read_in_both_its_formats(tmp_path: Path) -> None:
    page = (
        "<h1>Weir Committee</h1><p>Thursday 6 June 2024, 2 pm, Mill Room</p><h2>Agenda</h2>"
        "<ol><li>Welcome</li><li>Sluices<ol><li>Upper</li><li>Lower</li></ol></li><li>Close</li></ol>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("docx", "odt"):
        command = [
            "soffice",
            profile,
            "--headless",
            "--writer",
            "--convert-to",
            kind,
            "--outdir",
            str(tmp_path),
            "a.html",
        ]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
        meeting = read(tmp_path / f"a.{kind}")
        assert (meeting.title, meeting.date, meeting.start) == ("Weir Committee", date(2024, 6, 6), time(14))
        assert [(level, heading) for level, _, heading in outline(meeting)] == [
            (1, "Welcome"),
            (1, "Sluices"),
            (2, "Upper"),
            (2, "Lower"),
            (1, "Close"),
        ]


def test_a_cell_with_a_name_a_line_names_them_all(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Pond Club", 0)
    table = word.add_table(rows=0, cols=2)
    head = [
        ("Date", "4 June 2024"),
        ("Venue", "Net Loft\nQuay Road"),
        ("Attendees", "Ann Lee\nBo Oake, Chair\nCy Pugh"),
    ]
    for key, words in head:
        row = table.add_row().cells
        row[0].text, row[1].text = key, words
    word.add_heading("Agenda", 1)
    items = word.add_table(rows=0, cols=3)
    for row_words in (("No", "Item", "Lead"), ("1", "Fish\nTo count them", "Bo Oake"), ("2", "Reeds", "Cy Pugh")):
        for cell, words in zip(items.add_row().cells, row_words, strict=True):
            cell.text = words
    word.save(str(tmp_path / "a.docx"))
    meeting = read(tmp_path / "a.docx")
    assert [(one.name, one.capacity) for one in meeting.people] == [
        ("Ann Lee", ""),
        ("Bo Oake", "Chair"),
        ("Cy Pugh", ""),
    ]
    assert meeting.said("Venue") == "Net Loft, Quay Road"
    assert [(s.heading, s.presenter, s.explanation) for s in meeting.sections] == [
        ("Fish", "Bo Oake", ("To count them",)),
        ("Reeds", "Cy Pugh", ()),
    ]


def test_a_cell_of_a_page_keeps_the_lines_that_its_breaks_make(tmp_path: Path) -> None:
    page = (
        "<h1>Pond Club</h1><table><tr><td>When</td><td>4 June 2024<br>19:00</td></tr>"
        "<tr><td>Attendees</td><td><p>Ann Lee</p><p>Bo Oake</p></td></tr></table><h2>Agenda</h2><ol><li>Fish</li></ol>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    meeting = read(tmp_path / "a.html")
    assert (meeting.start, [one.name for one in meeting.people]) == (time(19), ["Ann Lee", "Bo Oake"])


def test_keys_that_stand_alone_on_a_printed_page_belong_to_the_line_below(tmp_path: Path) -> None:
    rows = ["Lakeside Parents", "Date", "Thursday, October 12, 2023", "Location", "School Library", "Agenda"]
    rows += ["[5 min] Welcome", "[10-15 min] 1. The fair", "[5 min] Closing"]
    pdf(tmp_path / "a.pdf", [[(72, 720 - 24 * at, words) for at, words in enumerate(rows)]])
    meeting = read(tmp_path / "a.pdf")
    assert (meeting.title, meeting.said("Location")) == ("Lakeside Parents", "School Library")
    assert [(s.number, s.heading, s.minutes) for s in meeting.sections] == [
        ("", "Welcome", 5),
        ("1.", "The fair", 15),
        ("", "Closing", 5),
    ]
