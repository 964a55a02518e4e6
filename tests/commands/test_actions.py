"""The register on the command line: `actions` in every format, and `action` in place."""

from __future__ import annotations

import codecs
import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tests.terminal.harness import Terminal
from tui.book.meeting_file import read_journal
from tui.book.opened import open_meeting
from tui.book.register.index_file import NAME

LINES = """/next
!TR to report on unpaid dues by 10 May
!HM to move "buoy 7", the red one
!=1+1 @TR
%!Sack the cook @HM
!Paint the quay
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    new_meeting(folder)
    assert minutebook(folder, "capture", stdin=LINES).status == 0
    return folder


def test_filters_and_order_reach_the_register(book: Path) -> None:
    def refs(*options: str) -> list[str]:
        done = minutebook(book, "actions", "--format", "json", *options)
        assert (done.status, done.err) == (0, "")
        return [row["ref"] for row in json.loads(done.out)]

    assert refs() == ["A1", "A2", "A3", "A4", "A5"]
    assert refs("--owner", "price") == refs("--owner", "Treasurer") == ["A1", "A3"]
    assert refs("--overdue") == refs("--due-before", "11 May 2024") == ["A1"]
    assert refs("--due-before", "2024-05-10") == refs("--status", "done") == refs("--series", "harbour") == []
    assert refs("--words", "BUOY red", "--series", "quay committee") == ["A2"]
    assert refs("--sort", "owner") == ["A2", "A1", "A3", "A4", "A5"]
    assert refs("--owner", "HM", "--version", "internal") == ["A2", "A4"]


def test_every_format_goes_to_a_file_named_for_it_and_to_standard_output(book: Path, tmp_path: Path) -> None:
    pages = {}
    for fmt in ("csv", "json", "ics", "md"):
        file = tmp_path / f"actions.{fmt}"
        done = minutebook(book, "actions", "-o", file)
        assert (done.status, done.out, done.err) == (0, "", "")
        pages[fmt] = file.read_bytes().decode("utf-8-sig")
        assert file.read_bytes().startswith(codecs.BOM_UTF8) == (fmt == "csv")
        printed = subprocess.run(
            [sys.executable, "-m", "tui", "--book", book, "actions", "--format", fmt], capture_output=True, check=True
        )
        assert printed.stdout.decode() == pages[fmt]
    assert [row["text"] for row in csv.DictReader(io.StringIO(pages["csv"], newline=""))][2] == "'=1+1"
    assert [row["text"] for row in json.loads(pages["json"])][2] == "=1+1"
    assert len(icalendar.Calendar.from_ical(pages["ics"]).walk("VTODO")) == 5
    assert pages["md"].startswith("# Actions\n")
    assert not [fmt for fmt, page in pages.items() if "cook" in page]
    assert "cook" in minutebook(book, "actions", "--version", "internal", "--format", "ics").out


def test_a_text_file_gets_the_table_and_a_format_wins_over_the_name(book: Path, tmp_path: Path) -> None:
    for name in ("list.txt", "list"):
        minutebook(book, "actions", "-o", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("DATE")
    minutebook(book, "actions", "-o", tmp_path / "LIST.JSON")
    assert len(json.loads((tmp_path / "LIST.JSON").read_bytes())) == 5
    minutebook(book, "actions", "--format", "md", "-o", tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").startswith("# Actions")


def test_the_table_is_gathered_by_owner_and_tells_the_chain(book: Path) -> None:
    by_person = minutebook(book, "actions", "--by", "person").out
    assert "\n\nOwen Price\nDATE" in by_person
    assert "Owen Price (TR)" in by_person
    assert "    arose in Quay Committee May 2024, 7 May 2024: Moorings" in minutebook(book, "actions", "--chain").out


def test_an_owners_list_names_the_owner(book: Path) -> None:
    page = minutebook(book, "actions", "--owner", "owen price", "--format", "md").out
    assert page.startswith("# Actions of TR\n")
    assert "- =1+1\n" in page


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (["--due-before", "whenever"], "“whenever” is not a date"),
        (["--status", "late"], "--status"),
        (["--sort", "size"], "--sort"),
        (["-o", "/nonexistent/x.csv"], "there is no folder"),
        (["-o", "actions.xlsx"], "there is no format “xlsx” for actions"),
    ],
)
def test_bad_options_are_one_line_of_error(book: Path, options: list[str], wrong: str) -> None:
    done = minutebook(book, "actions", *options)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert wrong in done.err


def test_a_file_that_cannot_be_read_is_told_of_beside_the_others(book: Path) -> None:
    (book / "2024-01-01-broken.json").write_text("{")
    for fmt in ("table", "csv"):
        done = minutebook(book, "actions", "--format", fmt)
        assert done.status == 3
        assert "2024-01-01-broken.json" in done.err
        assert "buoy" in done.out


def test_an_action_is_updated_in_place_with_its_reason(book: Path) -> None:
    done = minutebook(book, "action", "a1", "--done", "--reason", "all are [[nearly]] paid")
    said = "A1: done (in the meeting of 7 May 2024): “TR to report on unpaid dues by 10 May”, Quay Committee May 2024\n"
    assert (done.status, done.out, done.err) == (0, said, "")
    (row,) = json.loads(minutebook(book, "actions", "--words", "dues", "--format", "json").out)
    assert row["status"] == "done"
    assert [step["reason"] for step in row["steps"]] == ["all are [restricted] paid"]
    assert minutebook(book, "action", "A1", "--reopen", "--due", "24 December 2030").status == 0
    (row,) = json.loads(minutebook(book, "actions", "--words", "dues", "--format", "json").out)
    assert (row["status"], row["due_date"]) == ("open", "2030-12-24")
    assert minutebook(book, "action", "A2", "2024-05", "--dropped").status == 0
    assert minutebook(book, "action", "A1", "--due", "").out.startswith(
        "A1: open (in the meeting of 7 May 2024): “TR to report on unpaid dues”"
    )


def test_an_action_brought_forward_is_updated_in_the_latest_meeting_that_has_it(book: Path, tmp_path: Path) -> None:
    june = tmp_path / "june.md"
    june.write_text(AGENDA.replace("May 2024", "June 2024").replace("7 June", "4 June"), encoding="utf-8")
    assert minutebook(book, "new", "--agenda", june, "--after", "2024-05").status == 0
    done = minutebook(book, "action", "A2", "2024-05-07", "--done", "--reason", "seen")
    assert done.out.startswith("B2: done (in the meeting of 4 June 2024): “HM to move ")
    assert minutebook(book, "capture", stdin="/done B2\n").status == 1
    assert read_journal(next(book.glob("2024-05*"))).history[-1].reason == ""


@pytest.mark.parametrize(
    ("arguments", "status", "wrong"),
    [
        (["A1"], 2, "nothing is to change; give --done, --dropped, --reopen, --due WORDS or --owner WHO"),
        (["A1", "--done", "--reopen"], 2, "--done and --reopen cannot both be; give one of them"),
        (["A9", "--done"], 1, "there is no action A9; there are A1, A2, A3, A4, A5"),
        (["x", "--done"], 1, "x is not an action; say A1 or B1"),
        (["A1", "--reopen"], 1, "A1 is open already"),
        (["A1", "1999", "--done"], 2, "begins with '1999'"),
    ],
)
def test_what_cannot_be_updated_is_one_line_of_error(book: Path, arguments: list[str], status: int, wrong: str) -> None:
    before = {path.name: path.read_bytes() for path in book.glob("*.json")}
    done = minutebook(book, "action", *arguments)
    assert (done.status, done.out) == (status, "")
    assert done.err.count("\n") == 1
    assert wrong in done.err
    assert {path.name: path.read_bytes() for path in book.glob("*.json")} == before


def test_a_meeting_that_another_program_has_open_is_left_alone(book: Path) -> None:
    path = next(book.glob("2024*.json"))
    before = path.read_bytes()
    with open_meeting(path):
        done = minutebook(book, "action", "A1", "--done")
    assert done.status == 3
    assert "has it open for writing; type /done A1 there, or try again once it is closed" in done.err
    assert path.read_bytes() == before


def test_on_a_terminal_no_format_prints_an_escape_sequence(book: Path, tmp_path: Path) -> None:
    path = next(book.glob("2024*.json"))
    path.write_bytes(path.read_bytes().replace(b"Paint the quay", b"Paint \\u001b[31mthe \\u009b2Jquay\\u202e"))
    for fmt in ("table", "csv", "json", "ics", "md"):
        with Terminal(
            [sys.executable, "-m", "tui", "--book", book, "actions", "--format", fmt],
            home=tmp_path,
            columns=200,
            rows=200,
        ) as terminal:
            assert terminal.wait_for_end() == 0
            terminal.wait_for("Paint")
            for sequence in ("\x1b[31m", "\x9b2J", "\u202e"):
                assert sequence.encode() not in terminal.output


def test_the_bar_is_drawn_for_a_person_only_and_goes_away(book: Path, tmp_path: Path) -> None:
    program = (
        "import sys, time\nfrom tui.commands.progress import Progress\n"
        "with Progress('Reading') as bar:\n"
        "    bar(0, 10)\n    bar._next = 0\n    bar(5, 10)\n"
        "print('listed')\n"
    )
    with Terminal([sys.executable, "-c", program], home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 0
        terminal.wait_for("listed")
        assert b"Reading [############------------] 5 of 10" in terminal.output
        assert "Reading" not in terminal.text
    with Terminal([sys.executable, "-c", program], home=tmp_path, columns=30) as terminal:
        assert terminal.wait_for_end() == 0
        terminal.wait_for("listed")
        assert b"\rReading [#####------] 5 of 10\x1b[K" in terminal.output
        assert "Reading" not in terminal.text
    quiet = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (quiet.stdout, quiet.stderr) == ("listed\n", "")


def test_the_index_takes_no_part_in_what_a_meeting_is(book: Path) -> None:
    minutebook(book, "actions")
    assert (book / NAME).exists()
    assert minutebook(book, "list").out.count("\n") == 1
    (book / NAME).write_bytes(b"no index")
    assert minutebook(book, "actions").status == 0


@pytest.mark.parametrize("fmt", ["table", "md", "csv", "json"])
def test_only_a_calendar_pays_for_the_calendars_library(book: Path, fmt: str) -> None:
    program = (
        "import sys\nfrom tui.cli import minutebook\n"
        f"minutebook(['--book', {str(book)!r}, 'actions', '--format', {fmt!r}], standalone_mode=False)\n"
        "heavy = {'icalendar', 'textual', 'rich', 'jinja2', 'tinydb', 'docx', 'filelock', 'platformdirs'}\n"
        "print(*sorted(heavy & {m.partition('.')[0] for m in sys.modules}), file=sys.stderr)\n"
    )
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stderr == "\n"


def test_a_ref_that_fits_several_actions_is_refused_with_what_each_is(book: Path, tmp_path: Path) -> None:
    other = tmp_path / "finance.md"
    other.write_text(AGENDA.replace("Quay Committee", "Finance Panel"), encoding="utf-8")
    assert minutebook(book, "new", "--agenda", other).status == 0
    assert minutebook(book, "capture", "2024-05-07-finance", stdin="!TR to pay the fee\n").status == 0
    done = minutebook(book, "action", "A1", "--done")
    assert (done.status, done.out) == (1, "")
    for words in ("A1 fits 2 actions", "2024-05-07-finance-panel", "Finance Panel", "TR to pay the fee", "unpaid dues"):
        assert words in done.err
    table = minutebook(book, "actions").out
    assert "SERIES" in table.splitlines()[0]
    assert minutebook(book, "action", "A77", "--done").err == (
        "minutebook: no action of the book is now A77; `minutebook actions` lists them, of each series\n"
    )
    assert minutebook(book, "action", "A1", "2024-05-07-finance", "--done").status == 0
    # Of what is left, only one can be done.
    assert "unpaid dues" in minutebook(book, "action", "A1", "--done").out


def test_an_action_is_given_to_somebody_else_and_its_words_and_its_chain_say_so(book: Path) -> None:
    done = minutebook(book, "action", "A1", "--owner", "HM", "--reason", "TR is away")
    assert done.out.startswith("A1: open, ")
    assert "“HM to report on unpaid dues by 10 May”" in done.out
    (row,) = json.loads(minutebook(book, "actions", "--words", "dues", "--format", "json").out)
    assert row["owners"] == ["HM"]
    assert [(step["owners"], step["reason"]) for step in row["steps"]] == [(["HM"], "TR is away")]
    assert "given to HM – TR is away" in minutebook(book, "actions", "--chain", "--words", "dues").out
    assert minutebook(book, "action", "A1", "--owner", "HM").err == "minutebook: A1 is HM’s already\n"


def test_what_was_settled_between_the_meetings_stands_once_on_the_next_agenda(book: Path, tmp_path: Path) -> None:
    assert minutebook(book, "approve", "--date", "9 May 2024").status == 0
    before = minutebook(book, "render", "--format", "txt").out
    assert minutebook(book, "action", "A1", "--done", "--reason", "all paid").status == 0
    assert minutebook(book, "render", "--format", "txt").out == before
    for month, day in (("June", "4"), ("July", "2")):
        agenda = tmp_path / f"{month}.md"
        text = AGENDA.replace("May 2024", f"{month} 2024").replace("Tuesday 7", f"Tuesday {day}")
        agenda.write_text(text, encoding="utf-8")
        after = "2024-05" if month == "June" else "2024-06"
        made = minutebook(book, "new", "--agenda", agenda, "--after", after)
        assert made.status == 0, made.err
        assert ("1 settled since" in made.out) == (month == "June")
        notes = minutebook(book, "render", "--format", "txt").out
        assert ("all paid)" in " ".join(notes.split())) == (month == "June")
    (row,) = json.loads(minutebook(book, "actions", "--words", "dues", "--format", "json").out)
    assert (row["status"], row["ref"]) == ("done", "B1")
