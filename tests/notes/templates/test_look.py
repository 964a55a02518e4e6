"""A style of settings: what each does in every format, and what is wrong with one said with its line."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given

from docs.tools.note_pictures import own_style
from tests.notes.test_restricted import SECRET, secretive_meetings
from tests.samples import FOLDER
from tui.book.meeting_file import read_meeting
from tui.errors import BadInput
from tui.meeting.model import Meeting
from tui.notes.render import render, render_file
from tui.notes.templates.look import SETTINGS
from tui.notes.templates.style_copies import copy_style, list_styles, new_style
from tui.notes.templates.styles import style_names

ALLOTMENTS = read_meeting(FOLDER / "2024-06-allotments.json")


def settings(folder: Path, text: str) -> Path:
    (folder / "ours").mkdir(exist_ok=True)
    (folder / "ours" / SETTINGS).write_text(text, encoding="utf-8")
    return folder


def shown(folder: Path, text: str, fmt: str = "txt") -> str:
    return render(ALLOTMENTS, style="ours", fmt=fmt, styles_folder=settings(folder, text))


@pytest.mark.parametrize("fmt", ["txt", "md", "html"])
def test_what_the_page_on_a_look_of_ones_own_writes_is_what_the_notes_show(tmp_path: Path, fmt: str) -> None:
    own_style(tmp_path)
    plain = render(ALLOTMENTS, style="formal", fmt=fmt)
    page = render(ALLOTMENTS, style="ours", fmt=fmt, styles_folder=tmp_path)
    page = page.partition("<body>")[2] or page
    assert page.index("The Old School, Mill Lane") < page.index("Tanners Field Allotment Committee")
    for theirs, ours in (("Present", "Attending"), ("Apologies", "Sent their")):
        assert theirs in plain
        assert ours in page
    head = page[: page.index("Attending")]
    assert head.index("Oyelaran") < head.index("Tool Hut") < head.index("Quorum")
    assert "Repeats" not in head
    end = page[page.rindex("Actions") :]
    assert end.index("Owner") < end.index("To do") < end.index("Due")
    assert "Priya Raman" in end
    logo = base64.b64encode((tmp_path / "ours" / "logo.png").read_bytes()).decode()
    assert (f'src="data:image/png;base64,{logo}"' in page) is (fmt == "html")


def test_a_word_file_has_the_letterhead_the_picture_and_the_table(tmp_path: Path) -> None:
    own_style(tmp_path)
    document = docx.Document(BytesIO(render_file(ALLOTMENTS, style="ours", fmt="docx", styles_folder=tmp_path)))
    assert [one.text for one in document.paragraphs[1:4]] == [
        "Riverside Parish Council",
        "The Old School, Mill Lane",
        "clerk@example.org",
    ]
    assert len(document.inline_shapes) == 1
    assert [cell.text for cell in document.tables[-1].rows[0].cells] == ["Owner", "To do", "Due"]


@pytest.mark.parametrize(
    ("numbering", "headings"),
    [("agenda", "2) "), ("1", "2. "), ("none", "Apologies"), ("1.1", "2 ")],
)
def test_items_are_numbered_as_the_style_says(tmp_path: Path, numbering: str, headings: str) -> None:
    page = shown(tmp_path, f'numbering = "{numbering}"')
    second = next(one.heading for one in ALLOTMENTS.sections[1:2])
    line = next(line for line in page.splitlines() if second in line and not line.startswith(" "))
    assert line.startswith(second if numbering == "none" else headings)


@pytest.mark.parametrize("based_on", ["narrative", "findings", "formal", "dialogue"])
@pytest.mark.parametrize("fmt", ["txt", "md", "html"])
def test_people_have_their_columns_in_the_order_of_the_style(tmp_path: Path, based_on: str, fmt: str) -> None:
    page = shown(tmp_path, f'based_on = "{based_on}"\npeople = ["capacity", "name"]', fmt).partition("<body>")
    body = page[2] or page[0]
    line = next(line for line in body.splitlines() if "Priya Raman" in line and "Treasurer" in line)
    assert line.index("Treasurer") < line.index("Priya Raman")


@pytest.mark.parametrize("fmt", ["txt", "md", "html"])
def test_the_head_shows_its_lines_in_the_order_of_the_style(tmp_path: Path, fmt: str) -> None:
    page = shown(tmp_path, 'based_on = "formal"\nheader = ["venue", "Quorum", "chair"]', fmt).partition("<body>")
    head = (page[2] or page[0]).partition("Present")[0]
    assert head.index("Venue") < head.index("Quorum") < head.index("Chair:" if fmt != "html" else "Chair")
    assert "Minutes:" not in head


def test_the_word_files_table_of_actions_gives_most_room_to_the_actions(tmp_path: Path) -> None:
    folder = settings(tmp_path, 'action_table = true\ncolumns = ["due", "action", "ref"]')
    document = docx.Document(BytesIO(render_file(ALLOTMENTS, style="ours", fmt="docx", styles_folder=folder)))
    due, action, ref = (cell.width or 0 for cell in document.tables[-1].rows[0].cells)
    assert action > due > ref


def test_the_style_of_actions_has_the_columns_of_the_settings_in_their_order(tmp_path: Path) -> None:
    text = 'based_on = "actions"\ncolumns = ["owner", "due", "action"]'
    assert "| Owner | Due | Action |\n|---|---|---|\n| ALL |" in shown(tmp_path, text, "md")
    heads = '>Owner</th><th scope="col">Due</th><th scope="col">Action</th></tr>'
    assert heads in shown(tmp_path, text, "html")
    page = shown(tmp_path, text)
    assert "Castell to obtain a second quotation  " in page
    assert "A7" not in page
    assert "Arose:" not in page
    folder = settings(tmp_path, text)
    document = docx.Document(BytesIO(render_file(ALLOTMENTS, style="ours", fmt="docx", styles_folder=folder)))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Owner", "Due", "Action"]
    castell = next(row for row in table.rows if row.cells[0].text == "Imogen Castell")
    assert [cell.text for cell in castell.cells][1:] == [
        "the next meeting, 11 July 2024",
        "Castell to obtain a second quotation",
    ]
    assert castell.cells[2].width > castell.cells[1].width


def test_people_named_in_a_line_stay_named(tmp_path: Path) -> None:
    plain = shown(tmp_path, 'based_on = "summary"')
    assert shown(tmp_path, 'based_on = "summary"\npeople = ["capacity", "name"]') == plain


def test_a_word_file_has_the_people_in_the_order_of_the_style(tmp_path: Path) -> None:
    folder = settings(tmp_path, 'based_on = "narrative"\npeople = ["capacity", "name"]')
    document = docx.Document(BytesIO(render_file(ALLOTMENTS, style="ours", fmt="docx", styles_folder=folder)))
    head, first, *_ = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert head == ["Capacity", "Name"]
    assert first[1] == ALLOTMENTS.people[0].name


def test_a_new_style_of_settings_changes_nothing_yet_and_is_listed_and_copied(tmp_path: Path) -> None:
    new_style("ours", "findings", tmp_path)
    assert render(ALLOTMENTS, style="ours", fmt="md", styles_folder=tmp_path) == render(
        ALLOTMENTS, style="findings", fmt="md"
    )
    copy_style("ours", "theirs", tmp_path)
    assert {"ours", "theirs"} <= set(style_names(tmp_path))
    assert [one.sentence for one in list_styles(tmp_path) if one.own] == ["Your own settings of findings."] * 2
    explained = (tmp_path / "ours" / SETTINGS).read_text(encoding="utf-8").splitlines()
    used = [line.removeprefix("# ") if line.startswith(("# [", "#  ")) or " = " in line else line for line in explained]
    (tmp_path / "theirs" / SETTINGS).write_text(
        "\n".join(line for line in used if not line.startswith("logo")), encoding="utf-8"
    )
    assert "Riverside Parish Council" in render(ALLOTMENTS, style="theirs", fmt="md", styles_folder=tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nleterhead = ["x"]', "style.toml:2: there is no setting 'leterhead'; did you mean letterhead?"),
        ('columns = ["ref", "wen"]', "style.toml:1: there is no column 'wen'"),
        ('letterhead = "x"', "style.toml:1: letterhead is a list of words"),
        ("action_table = 3", "style.toml:1: action_table is true or false"),
        ('numbering = "2"', "style.toml:1: numbering is one of agenda, none, 1, 1.1"),
        ('[words]\npresnt = "x"', "style.toml:2: there is no fixed word 'presnt'; did you mean present?"),
        ('logo = "../../secret.png"', "there is no picture secret.png beside the settings"),
        ('logo = "x.svg"', "a logo is a picture, .png or .jpg"),
        ('based_on = "frmal"', "there is no style 'frmal'"),
        ("a = = b", "style.toml:1: this is not TOML"),
    ],
)
def test_what_is_wrong_with_a_setting_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput) as raised:
        shown(tmp_path, text)
    assert said in str(raised.value)


def test_words_of_settings_are_no_markup_and_no_tags(tmp_path: Path) -> None:
    text = 'letterhead = ["<b>{{ 7*7 }}</b> *x* \\u001b[31m"]\n[words]\npresent = "<i>{{ 8*8 }}"'
    for fmt in ("html", "md", "txt"):
        page = shown(tmp_path, text, fmt)
        assert "49" not in page.partition("Tanners")[0]
        assert "64" not in page.partition("Oyelaran")[0]
        assert "\x1b" not in page
    assert "<b>" not in shown(tmp_path, text, "html").partition("<body>")[2].partition("<h1>")[0]


@given(meeting=secretive_meetings())
def test_no_restricted_word_is_in_what_settings_add(meeting: Meeting, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "look"
    folder.mkdir(exist_ok=True)
    text = 'numbering = "1.1"\naction_table = true\ncolumns = ["ref","action","owner","due","arose","status"]'
    for fmt in ("html", "txt"):
        page = render(meeting, style="ours", fmt=fmt, version="public", styles_folder=settings(folder, text))
        assert SECRET not in page
