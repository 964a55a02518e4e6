"""The commands, run as a user runs them: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, Done, minutebook, new_meeting
from tests.places import ROOT
from tui.book.meeting_file import read_meeting
from tui.cli import COMMANDS


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def meeting(book: Path) -> Path:
    return new_meeting(book)


def one_line_of_error(done: Done) -> str:
    """Give the error, which is one line and no traceback."""
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    return done.err


# Capturing.


def test_capture_prints_the_outcome_of_each_line(book: Path, meeting: Path) -> None:
    done = minutebook(book, "capture", meeting.stem, stdin="?HM: who pays\n!TR to ask by Friday\n/next\n\nA note\n")
    assert done.status == 0
    assert done.out.splitlines() == ["1: question", "2: action A1", "3: section 2. Moorings", "4: note", "5: note"]
    assert done.err == ""


def test_a_line_that_cannot_apply_says_why_with_its_number_and_the_rest_go_on(book: Path, meeting: Path) -> None:
    done = minutebook(book, "capture", stdin="One\n/fly\nTwo\n/done B7\nThree\n")
    assert done.status == 1
    assert done.out.splitlines() == ["1: note", "3: note", "5: note"]
    refusals = done.err.splitlines()
    assert [line.split(": ")[0] for line in refusals] == ["<stdin>:2", "<stdin>:4"]
    assert "/fly" in refusals[0]
    assert "B7" in refusals[1]
    assert [e.text for e in read_meeting(meeting).entries] == ["One", "Two", "Three"]


def test_capture_reads_a_script_and_names_it_in_refusals(book: Path, meeting: Path, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_bytes("\ufeffA line\r\n/nowhere\r\n".encode())
    done = minutebook(book, "capture", meeting, script)
    assert done.status == 1
    assert done.err.startswith(f"{script}:2: ")
    assert [e.text for e in read_meeting(meeting).entries] == ["A line"]


def test_capture_goes_on_where_it_left_off_and_undoes_across_runs(book: Path, meeting: Path) -> None:
    assert minutebook(book, "capture", stdin="?Why\n/next\n+Because\n").status == 0
    assert minutebook(book, "capture", stdin="/undo\n/undo\n/redo\n").status == 0
    assert [e.text for e in read_meeting(meeting).entries] == ["Why"]


def test_an_empty_script_changes_nothing(book: Path, meeting: Path) -> None:
    before = meeting.read_bytes()
    assert minutebook(book, "capture", stdin="") == (0, "", "")
    assert meeting.read_bytes() == before


def test_escape_sequences_in_a_script_reach_neither_the_terminal_nor_the_notes(book: Path, meeting: Path) -> None:
    done = minutebook(book, "capture", stdin="/go \x1b[31mred\x1b]0;title\x07\nA \x1b[31mred\x1b[0m note \x9b2J\n")
    assert "\x1b" not in done.out + done.err
    notes = minutebook(book, "render", "--format", "txt").out
    assert "\x1b" not in notes
    assert "\x9b" not in notes
    assert "red" in notes


# Rendering.


def test_render_prints_narrative_markdown_unless_told_otherwise(book: Path, meeting: Path) -> None:
    minutebook(book, "capture", stdin="?HM: who pays for buoy 7\n>TR: the county\n")
    done = minutebook(book, "render", meeting.stem[:7])
    assert done.status == 0
    assert "# Quay Committee May 2024" in done.out
    assert "who pays for buoy 7" in done.out


def test_render_writes_a_file_whose_ending_names_the_format(book: Path, meeting: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    assert minutebook(book, "render", "-o", target) == (0, "", "")
    assert target.read_text(encoding="utf-8") == minutebook(book, "render", "--format", "txt").out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--style", "narative"], "narrative"),
        (["--format", "pfd"], "pdf"),
        (["-o", "nowhere/notes.md"], "nowhere"),
        (["--version", "secret"], "secret"),
        (["--width", "3"], "3"),
    ],
)
def test_render_refuses_what_it_does_not_know_in_one_line(
    book: Path, meeting: Path, options: list[str], says: str
) -> None:
    done = minutebook(book, "render", *options)
    assert done.status == 2
    assert done.out == ""
    assert says in one_line_of_error(done)


def test_restricted_words_are_public_only_when_asked_for_internally(book: Path, meeting: Path) -> None:
    minutebook(book, "capture", stdin="The tenant [[Quillfeather]] owes rent.\n%!TR to sue Quillfeather by Friday\n")
    for arguments in (["render"], ["render", "--version", "public"], ["actions"], ["actions", "--format", "json"]):
        assert "Quillfeather" not in minutebook(book, *arguments).out
    assert "Quillfeather" in minutebook(book, "render", "--version", "internal").out
    assert "Quillfeather" in minutebook(book, "actions", "--version", "internal").out


# The book.


def test_list_shows_each_meeting_and_an_empty_book_says_what_to_do(book: Path) -> None:
    empty = minutebook(book, "list")
    assert empty.status == 0
    assert "minutebook new --agenda" in empty.out
    new_meeting(book)
    assert "Quay Committee May 2024" in minutebook(book, "list").out


def test_actions_lists_each_action_once_as_table_and_json(book: Path, meeting: Path) -> None:
    minutebook(book, "capture", stdin="!HM to order chain ^the June meeting\n!TR to pay\n/done A2\n")
    agenda = book.parent / "june.md"
    agenda.write_text(AGENDA.replace("May 2024", "June 2024").replace("7 June", "4 June"), encoding="utf-8")
    assert minutebook(book, "new", "--agenda", agenda, "--after", "2024-05").status == 0
    rows = json.loads(minutebook(book, "actions", "--open", "--format", "json").out)
    assert [(row["text"], row["owners"], row["due_date"]) for row in rows] == [
        ("HM to order chain", ["HM"], "2024-06-04")
    ]
    table = minutebook(book, "actions").out
    assert table.count("HM to order chain") == 1
    assert "TR to pay" in table


@pytest.mark.parametrize("command", ["render", "capture", "open"])
def test_an_unknown_meeting_names_those_there_are(book: Path, meeting: Path, command: str) -> None:
    done = minutebook(book, command, "1999")
    assert done.status == 2
    assert meeting.stem in one_line_of_error(done)


def test_open_without_a_terminal_says_so(book: Path, meeting: Path) -> None:
    done = minutebook(book, "open")
    assert done.status == 2
    assert "terminal" in one_line_of_error(done)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"not json", b'{"users": {"1": {"name": "x"}}}', b"[1, 2]", b"\xff\xfe\x00"]
)
@pytest.mark.parametrize("command", ["render", "capture", "list", "actions"])
def test_a_file_that_is_no_meeting_is_an_error_and_stays_as_it_is(book: Path, content: bytes, command: str) -> None:
    book.mkdir()
    file = book / "2024-01-01-x.json"
    file.write_bytes(content)
    done = minutebook(book, command, *(["2024-01"] if command in ("render", "capture") else []))
    assert done.status == 3
    assert file.name in one_line_of_error(done)
    assert file.read_bytes() == content
    assert [path.name for path in book.glob("*.json")] == [file.name]


def test_a_book_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "book").write_text("x")
    done = minutebook(tmp_path / "book", "list")
    assert done.status == 3
    one_line_of_error(done)


@pytest.fixture
def immutable(book: Path, meeting: Path) -> Iterator[Path]:
    """Make the book read-only, for root as well."""
    if os.geteuid() != 0:
        book.chmod(0o500)
        yield book
        book.chmod(0o700)
        return
    if shutil.which("chattr") is None or subprocess.run(["chattr", "+i", book], check=False).returncode:
        pytest.fail("neither permissions nor chattr make a folder read-only here")
    yield book
    subprocess.run(["chattr", "-i", book], check=True)


def test_a_read_only_book_can_be_read_and_says_why_it_cannot_be_written(immutable: Path, tmp_path: Path) -> None:
    assert minutebook(immutable, "render").status == 0
    assert minutebook(immutable, "list").status == 0
    done = minutebook(immutable, "capture", stdin="A line\n")
    assert done.status == 3
    one_line_of_error(done)
    again = tmp_path / "again.md"
    again.write_text(AGENDA.replace("7 May", "14 May"), encoding="utf-8")
    made = minutebook(immutable, "new", "--agenda", again)
    assert made.status == 3
    one_line_of_error(made)


@pytest.mark.parametrize("arguments", [["fly"], ["render", "--wings"], ["actions", "--format", "xml"], ["new"]])
def test_bad_usage_is_one_line_and_status_2(book: Path, arguments: list[str]) -> None:
    done = minutebook(book, *arguments)
    assert done.status == 2
    one_line_of_error(done)


def test_help_of_every_command_ends_well(book: Path) -> None:
    for command in ([], ["new"], ["open"], ["capture"], ["render"], ["list"], ["actions"], ["demo"]):
        done = minutebook(book, *command, "--help")
        assert done.status == 0
        assert "Usage: " in done.out


# The demo, and what is imported.


def test_the_demo_without_a_terminal_prints_the_finished_notes(tmp_path: Path) -> None:
    done = minutebook(tmp_path, "demo")
    assert done.status == 0
    sample = (ROOT / "sample_meetings" / "2024-06-allotments.notes.txt").read_text("utf-8")
    assert done.out.strip() == sample.strip()


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--help"], ("textual", "rich", "jinja2", "msgspec", "logging")),
        (["render"], ("textual", "rich", "difflib", "logging")),
        (["capture"], ("textual", "rich", "jinja2")),
        (["actions"], ("textual", "rich", "jinja2")),
        (["list"], ("textual", "rich", "jinja2", "dateutil", "difflib", "logging")),
        (["new", "--agenda", "agenda.md"], ("textual", "rich", "jinja2")),
    ],
)
def test_commands_without_a_screen_never_import_what_they_do_not_need(
    book: Path, meeting: Path, arguments: list[str], never: tuple[str, ...]
) -> None:
    program = (
        "import sys, atexit\n"
        "from tui.__main__ import main\n"
        f"sys.argv = ['minutebook', '--book', {str(book)!r}, *{arguments!r}]\n"
        "atexit.register(lambda: print('IMPORTED', *sorted(m for m in sys.modules if '.' not in m), file=sys.stderr))\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=book.parent, capture_output=True, text=True, input="", check=False
    )
    imported = done.stderr.split("IMPORTED", 1)[1].split()
    assert "tui" in imported
    assert not set(never) & set(imported)


def test_the_help_lists_every_command_with_what_it_does_on_a_line(book: Path) -> None:
    done = minutebook(book, "--help")
    listed = done.out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(len(line) <= 80 and "..." not in line for line in listed)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_of_the_help_is_there(name: str, book: Path) -> None:
    done = minutebook(book, name, "--help")
    assert done.status == 0
    assert done.out.startswith(f"Usage: python -m tui {name}")
