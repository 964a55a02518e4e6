"""After the close, line by line: each step is done, skipped, or left for later, and gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.listening.hearing import a_meeting, keep
from tui.book.house import ASK, keep_choice
from tui.book.meeting_file import read_meeting

LINES = ("+The bench is ?? metres", "!NS to cut the hedge by Friday", "/close")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def test_the_steps_lead_from_the_close_to_a_published_set_with_drafts(tmp_path: Path) -> None:
    path, www = a_meeting(tmp_path / "book"), tmp_path / "www"
    answers = ["y", "two", "n", "y", "Meg Tiller", "y", str(www), "y", str(tmp_path / "drafts")]
    heard = keep(path, *LINES, "/close", *answers)
    told = read_meeting(path)
    assert "y agrees it, g goes through them, n skips it, q leaves it for later." in heard.said
    assert told.entries[0].text == "The bench is two metres"
    assert all(entry.action is None or entry.action.agreed for entry in told.entries)
    assert told.approval is not None
    assert told.approval.by == "Meg Tiller"
    assert (www / "manifest.json").is_file()
    assert any(one.name.endswith("-notes.eml") for one in (tmp_path / "drafts").iterdir())
    assert heard.said[-1].startswith("Later, by /close: gaps and check") or "gaps and check" in " ".join(
        heard.said[-3:]
    )


def test_a_step_is_left_and_gone_on_with_and_lines_of_the_notes_are_still_taken(tmp_path: Path) -> None:
    path = a_meeting(tmp_path / "book")
    heard = keep(path, *LINES, "/close", "n", "+Tea was served", "", "q", "/close", "", "q")
    assert "Left at 2 of 5, gaps and check: /close goes on there." in heard.said
    told = read_meeting(path)
    assert told.entries[-1].text == "Tea was served"
    assert told.closing == ("review",)
    assert heard.said.count("Left at 2 of 5, gaps and check: /close goes on there.") == 2


@pytest.mark.parametrize("answer", ["seal", ""])
def test_after_the_approval_the_seal_is_offered_where_the_house_asks_for_it(tmp_path: Path, answer: str) -> None:
    path = a_meeting(tmp_path / "book")
    keep_choice(path.parent, read_meeting(path), sealing=ASK)
    lines = ("The zqcorrected pier", "s/zqcorrected/long/")
    heard = keep(path, *lines, "/close", "/close", "n", "y", "Meg Tiller", answer, "q")
    said = " ".join(heard.said)
    assert "deleted or undone on the way to these minutes? Nothing takes it back" in said
    assert ("The meeting: sealed" in said) is bool(answer)
    left = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    assert (b"zqcorrected" in left) is not bool(answer)
    assert read_meeting(path).entries[-1].text == "The long pier"


def test_a_folder_that_cannot_be_filled_is_said_and_the_step_is_asked_again(tmp_path: Path) -> None:
    path, full = a_meeting(tmp_path / "book"), tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine")
    heard = keep(path, *LINES, "/close", "n", "", "n", "n", "y", str(full), "what", "q")
    said = " ".join(heard.said)
    assert "the folder holds other files than published notes" in said
    assert "That is no answer. y publish, n skip, q later, ? help." in said
    assert [one.name for one in full.iterdir()] == ["mine.txt"]


def test_the_close_itself_asks_nothing_so_that_a_script_goes_on(tmp_path: Path) -> None:
    path = a_meeting(tmp_path / "book")
    heard = keep(path, *LINES, "One more line")
    assert "/close once more leads on: review, gaps and check, approval, publishing, mail." in heard.said
    assert read_meeting(path).entries[-1].text == "One more line"
