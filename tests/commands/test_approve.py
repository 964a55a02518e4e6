"""`approve`, `publish` and `styles`, run as a user runs them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, Done, minutebook, new_meeting
from tui.book.meeting_file import read_journal, read_meeting
from tui.book.opened import open_meeting
from tui.meeting.dates.written_dates import said_date
from tui.notes.view.view_page import described

JUNE = (
    AGENDA.replace("May 2024", "June 2024")
    .replace("7 June", "4 June")
    .replace("1. Matters", "1. Minutes of the last meeting\n4. Matters")
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def meeting(book: Path) -> Path:
    path = new_meeting(book)
    minutebook(book, "capture", stdin="?HM: who pays for [[the]] buoy\n>TR: the county\n!TR to ask by Friday\n")
    return path


def refused(done: Done, status: int, *says: str) -> None:
    """Hold that a command was refused in one line that says these words."""
    assert done.status == status, done
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    for words in says:
        assert words in done.err


# Approving.


def test_approve_signs_off_in_the_chairs_name_and_says_what_check_finds(book: Path, meeting: Path) -> None:
    done = minutebook(book, "approve")
    assert done.status == 0
    assert done.out == f"{meeting}: the notes are approved by Edith Marlowe on {said_date(date.today())}\n"
    assert "still open in the notes" in done.err
    assert "minutebook check" in done.err
    assert read_journal(meeting).history[-1].what == "approve"


def test_approve_takes_who_when_and_corrections(book: Path, meeting: Path) -> None:
    who = ("--by", "the Board", "--date", "9 May 2024", "--correction", "ten for twelve", "--correction", "item 2")
    assert minutebook(book, "approve", "2024-05", *who).status == 0
    approval = read_meeting(meeting).approval
    assert approval is not None
    assert (approval.by, approval.at.date(), approval.corrections) == (
        "the Board",
        date(2024, 5, 9),
        ("ten for twelve", "item 2"),
    )


def test_a_second_approval_is_refused_with_what_stands_until_it_is_withdrawn(book: Path, meeting: Path) -> None:
    minutebook(book, "approve", "--date", "9 May")
    refused(minutebook(book, "approve"), 1, "approved by Edith Marlowe on 9 May 2024 already")
    done = minutebook(book, "approve", "--withdraw")
    assert (done.status, done.out) == (0, f"{meeting}: the notes are a draft again\n")
    refused(minutebook(book, "approve", "--withdraw"), 1, "draft")
    assert minutebook(book, "approve").status == 0


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (("--date", "2 May 2024"), 2, "before the meeting"),
        (("--date", "1 May 2999"), 2, "not come yet"),
        (("--date", "soon"), 2, "not a date"),
        (("--by", ""), 2, "--by WHO"),
        (("--withdraw", "--by", "HM"), 2, "--withdraw takes nothing else"),
    ],
)
def test_an_approval_that_cannot_be_is_refused(
    book: Path, meeting: Path, options: tuple[str, ...], status: int, says: str
) -> None:
    refused(minutebook(book, "approve", *options), status, says)
    assert read_meeting(meeting).approval is None


def test_a_meeting_without_a_chair_needs_a_name(book: Path) -> None:
    new_meeting(book, AGENDA.replace("Chair: Edith Marlowe\n", ""))
    refused(minutebook(book, "approve"), 2, "--by WHO")
    assert minutebook(book, "approve", "--by", "Owen Price").status == 0


def test_a_meeting_that_is_open_elsewhere_is_not_approved(book: Path, meeting: Path) -> None:
    with open_meeting(meeting):
        refused(minutebook(book, "approve"), 3, "open for writing")
    assert read_meeting(meeting).approval is None


def test_the_notes_say_draft_then_approved_then_what_was_amended(book: Path, meeting: Path) -> None:
    assert "DRAFT" in minutebook(book, "render", "--format", "txt").out
    minutebook(book, "approve", "--date", "9 May")
    notes = minutebook(book, "render", "--format", "txt").out
    assert "DRAFT" not in notes
    assert "Approved by Edith Marlowe, 9 May 2024" in notes
    minutebook(book, "capture", stdin="s/county/district/\ns/the]]/our]]/\n")
    notes = " ".join(minutebook(book, "render", "--format", "txt").out.split())
    assert f"{said_date(date.today())}, item 1: Response changed from “TR: the county” to “TR: the district”" in notes
    assert "[Restricted item] changed" in notes
    internal = " ".join(minutebook(book, "render", "--format", "txt", "--version", "internal").out.split())
    assert "“HM: who pays for [[our]] buoy”" in internal


def test_the_next_meetings_decision_approves_these_minutes(book: Path, meeting: Path) -> None:
    new_meeting(book, JUNE)
    done = minutebook(book, "capture", "2024-06", stdin="=Agreed subject to ten for twelve\n")
    assert done.out == "1: decision\n"
    assert "The minutes of 7 May 2024 are approved by the meeting of 4 June 2024, with 1 correction" in done.err
    assert "ten for twelve" in minutebook(book, "render", "2024-05", "--format", "txt").out
    assert minutebook(book, "capture", "2024-06", stdin="+More\n").err == ""
    assert "draft again" in minutebook(book, "capture", "2024-06", stdin="/undo\n/undo\n").err
    assert read_meeting(meeting).approval is None


def test_minutes_that_are_held_are_approved_with_the_next_publishing(book: Path, meeting: Path, tmp_path: Path) -> None:
    new_meeting(book, JUNE)
    with open_meeting(meeting):
        done = minutebook(book, "capture", "2024-06", stdin="=Agreed\n")
        assert done.status == 0
        assert "tried again" in done.err
    assert minutebook(book, "publish", "2024-05", tmp_path / "www").status == 0
    assert read_meeting(meeting).approval is not None


# Publishing.


def test_publish_writes_the_set_says_where_and_that_it_is_a_draft(book: Path, meeting: Path, tmp_path: Path) -> None:
    done = minutebook(book, "publish", "2024-05", tmp_path / "www")
    assert done.status == 0
    assert {path.suffix for path in (tmp_path / "www").iterdir()} == {
        ".html", ".md", ".txt", ".docx", ".csv", ".ics", ".json",
    }  # fmt: skip
    where, listed = done.out.splitlines()
    assert where.startswith(f"{tmp_path / 'www'}: 6 files: 2024-05-07-quay-committee.html")
    assert listed == f"{meeting.with_suffix('.withheld.txt')}: 1 thing is withheld; this list is internal"
    assert "draft" in done.err
    minutebook(book, "approve")
    assert minutebook(book, "publish", "2024-05", tmp_path / "www").err == ""


def test_publish_of_the_latest_meeting_needs_the_folder_alone(book: Path, meeting: Path, tmp_path: Path) -> None:
    assert minutebook(book, "publish", tmp_path / "www").status == 0
    assert (tmp_path / "www" / "manifest.json").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "where are the notes to go"),
        (("2024-05",), "where are the notes of 2024-05 to go"),
        (("2024-05", "{book}"), "other files"),
        (("2024-05", "{book}/www", "--style", "narative"), "narrative"),
        (("2024-05", "{book}/www", "--withheld", "{book}/www/list.txt"), "internal"),
        (("1999", "{book}/www"), "2024-05-07-quay-committee"),
    ],
)
def test_publish_refuses_what_it_cannot_do_and_writes_nothing(
    book: Path, meeting: Path, arguments: tuple[str, ...], says: str
) -> None:
    refused(minutebook(book, "publish", *(one.format(book=book) for one in arguments)), 2, says)
    assert sorted(path.name for path in book.iterdir() if path.is_file() and not path.name.startswith(".")) == [
        meeting.name
    ]


# Styles.


def test_styles_lists_each_style_with_a_sentence_and_its_formats(book: Path) -> None:
    done = minutebook(book, "styles")
    assert done.status == 0
    lines = done.out.splitlines()
    for name in ("narrative", "findings", "formal", "summary", "actions"):
        place = next(at for at, line in enumerate(lines) if line.split()[0] == name)
        assert lines[place].rstrip().endswith(".")
        assert "No sentence" not in lines[place]
        assert lines[place + 1].strip() == "txt, md, html, docx"


def test_styles_view_prints_the_page_on_what_a_template_sees(book: Path) -> None:
    assert minutebook(book, "styles", "--view") == (0, described(), "")


def test_a_copied_style_is_used_once_it_is_edited(book: Path, meeting: Path) -> None:
    done = minutebook(book, "styles", "copy", "narrative", "ours")
    folder = book / "styles" / "ours"
    assert done.status == 0
    assert done.out.startswith(f"{folder}: ")
    original = minutebook(book, "render", "--format", "txt").out
    assert minutebook(book, "render", "--style", "ours", "--format", "txt").out == original
    for name, old, new in (
        ("notes.txt.j2", "{{ words.action_label }}", "TO DO"),
        ("shared/page.txt.j2", "{{ words.meeting_notes }}", "Log"),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    edited = minutebook(book, "render", "--style", "ours", "--format", "txt").out
    assert "TO DO: TR to ask" in edited
    assert "Quay Committee May 2024 – Log" in edited
    assert minutebook(book, "render", "--format", "txt").out == original
    assert f"your own, in {folder}" in minutebook(book, "styles").out


def test_a_copy_under_its_own_name_stands_before_the_shipped_one(book: Path, meeting: Path) -> None:
    assert minutebook(book, "styles", "copy", "summary").status == 0
    (book / "styles" / "summary" / "notes.txt.j2").write_text("Ours: {{ meeting.title }}", encoding="utf-8")
    assert minutebook(book, "render", "--style", "summary", "--format", "txt").out == "Ours: Quay Committee May 2024\n"
    assert "instead of the one of that name" in minutebook(book, "styles").out
    refused(minutebook(book, "styles", "copy", "summary"), 2, "already")
    assert (book / "styles" / "summary" / "notes.txt.j2").read_text(encoding="utf-8").startswith("Ours")


@pytest.mark.parametrize(
    "name",
    [
        "../out",
        "..",
        ".",
        "",
        "a/b",
        "/tmp/x",
        "a\\b",
        ".hidden",
        "a\x1b[31m",
        "x" * 61,
        "a\u202eb",
        "-r",
        "nul\x07",
        "a.",
    ],
)
def test_no_name_leads_out_of_the_folder_of_styles(book: Path, meeting: Path, name: str) -> None:
    done = minutebook(book, "styles", "copy", "--", "narrative", name)
    refused(done, 2)
    assert "\x1b" not in done.err
    assert not (book / "styles").exists()
    assert not (book.parent / "out").exists()


@pytest.mark.parametrize("name", ["narative", "../styles/narrative", "house_style.toml", "shared"])
def test_only_a_style_can_be_copied(book: Path, meeting: Path, name: str) -> None:
    refused(minutebook(book, "styles", "copy", name, "ours"), 2, "narrative")
    assert not (book / "styles").exists()


def test_gaps_are_named_before_publishing_and_waived_ones_are_not(book: Path, meeting: Path, tmp_path: Path) -> None:
    assert minutebook(book, "capture", stdin="The board owns ?? boats.\n").status == 0
    minutebook(book, "approve")
    done = minutebook(book, "publish", "2024-05", tmp_path / "www")
    assert done.status == 0
    [line] = done.err.splitlines()
    assert line.startswith("minutebook: open: ")
    assert line.endswith("The board owns ?? boats.")
    [gap] = [
        row["name"] for row in json.loads(minutebook(book, "check", "--format", "json").out) if "gap" in row["name"]
    ]
    minutebook(book, "check", "--waive", gap, "--reason", "nobody knows")
    assert minutebook(book, "publish", "2024-05", tmp_path / "www").err == ""


def test_what_was_published_is_listed_with_what_changed_and_taken_back(
    book: Path, meeting: Path, tmp_path: Path
) -> None:
    assert "Nothing was published" in minutebook(book, "published").out
    minutebook(book, "publish", "2024-05", tmp_path / "www")
    assert "narrative, public, draft; up to date" in minutebook(book, "published").out
    minutebook(book, "capture", stdin="The buoy is red.\n")
    told = minutebook(book, "published", "--changes").out
    assert "stale" in told
    assert "added: The buoy is red." in told
    again = minutebook(book, "publish", "2024-05", tmp_path / "www")
    assert "changed since they were published there: " in again.out
    [first, second] = json.loads(minutebook(book, "published", "--json").out)
    assert (first["stale"], second["stale"], second["changes"]) == (False, False, [])
    done = minutebook(book, "retract", "2024-05", tmp_path / "www", "--reason", "the wrong version")
    assert done.status == 0
    assert "withdrawn: the wrong version" in minutebook(book, "published").out
    refused(minutebook(book, "retract", "2024-05"), 2, "retract MEETING DIR")


def test_the_houses_choice_is_kept_and_publish_follows_it(book: Path, meeting: Path, tmp_path: Path) -> None:
    assert "style: not chosen" in minutebook(book, "house").out
    chosen = minutebook(
        book, "house", "--style", "formal", "--formats", "html, odt", "--folder", tmp_path / "Documents"
    )
    assert chosen.status == 0, chosen.err
    assert "kept in" in chosen.out
    done = minutebook(book, "publish")
    assert done.status == 0, done.err
    folder = tmp_path / "Documents" / meeting.stem
    assert done.out.startswith(f"{folder}: 4 files: {meeting.stem}.html, {meeting.stem}.odt, ")
    assert "(formal)" in done.out
    assert 'class="formal"' in (folder / f"{meeting.stem}.html").read_text()
    assert 'class="formal"' in minutebook(book, "render", "--format", "html").out
    refused(minutebook(book, "house", "--formats", "html,pfd"), 2, "pdf")
    refused(minutebook(book, "house", "--version", "secret"), 2, "known versions: ")
    refused(minutebook(book, "house", "--language", "Klingon"), 2, "de (German)")
    refused(minutebook(book, "house", "--names", "minutes-{serie}"), 2, "{serie} is not known")
    refused(minutebook(book, "house", "--names", "../{date}"), 2, "on every disk")
    refused(minutebook(book, "house", "--names", "{series}"), 2, "called the same")
    named = minutebook(book, "house", "--language", "German", "--names", "{year}-{month} {series} Minutes")
    assert "language: de" in named.out
    done = minutebook(book, "publish")
    assert done.out.startswith(f"{tmp_path / 'Documents' / '2024-05 quay-committee Minutes'}: 4 files: 2024-05 quay-")
    assert (
        "Unterschrift des Vorsitzes"
        in next((tmp_path / "Documents" / "2024-05 quay-committee Minutes").glob("*.html")).read_text()
    )
    minutebook(book, "house", "--folder", "")
    refused(minutebook(book, "publish"), 2, "where are the notes to go", "house --folder")
