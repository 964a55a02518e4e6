"""Rendering a Word file from the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.notes.docx.reading_docx import opened
from tests.places import ROOT


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    return new_meeting(tmp_path / "book")


def printed(book: Path, *arguments: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", "--book", str(book), "render", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


def test_the_name_of_the_file_says_that_it_is_a_word_file(meeting: Path, tmp_path: Path) -> None:
    done = minutebook(meeting.parent, "render", "--style", "formal", "-o", tmp_path / "minutes.docx")
    assert (done.status, done.out, done.err) == (0, "", "")
    document = opened((tmp_path / "minutes.docx").read_bytes())
    assert document.paragraphs[0].text == "Quay Committee May 2024 – Minutes"


def test_a_word_file_may_be_piped(meeting: Path, tmp_path: Path) -> None:
    done = printed(meeting.parent, "--format", "docx")
    assert done.returncode == 0, done.stderr
    minutebook(meeting.parent, "render", "-o", tmp_path / "notes.docx")
    assert done.stdout == (tmp_path / "notes.docx").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
def test_a_word_file_is_not_written_to_a_terminal(meeting: Path) -> None:
    reader, terminal = os.openpty()
    done = printed(meeting.parent, "--format", "docx", stdout=terminal)
    os.close(terminal)
    os.close(reader)
    assert done.returncode == 2
    message = "minutebook: docx is a file, which a terminal cannot show; name it: -o notes.docx"
    assert done.stderr.decode().splitlines() == [message]


def test_a_template_that_cannot_be_used_leaves_the_file_as_it_was(meeting: Path, tmp_path: Path) -> None:
    style = meeting.parent / "styles" / "own"
    style.mkdir(parents=True)
    document = opened((ROOT / "templates" / "narrative" / "notes.docx").read_bytes())
    document.paragraphs[0].text = "{{ meeting.titel }}"
    document.save(str(style / "notes.docx"))
    kept = tmp_path / "notes.docx"
    kept.write_bytes(b"last month's")
    done = minutebook(meeting.parent, "render", "--style", "own", "-o", kept)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "notes.docx: a meeting has no 'titel', did you mean 'title'?, near “{{ meeting.titel }}”" in done.err
    assert kept.read_bytes() == b"last month's"
