"""After a seal no removed word stands in any byte of the book; what the minutes say stands as it did."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commands.command_line import AGENDA, minutebook, new_meeting
from tui.book.disk.lock import lock_meeting
from tui.book.keeping.holding import standing
from tui.book.keeping.verifying import verify
from tui.book.meeting_file import read_journal
from tui.meeting.approval.amendments import amendments

AT = datetime(2024, 5, 14, 10, tzinfo=UTC)
GONE = ("zqcorrected", "zqdeleted", "zqundone", "zqrestricted")
LINES = (
    "The zqcorrected pier is sound.",
    "s/zqcorrected/long/",
    "A zqdeleted line",
    "/undo",
    "!HM to mend the pier ^Friday",
    "%A zqundone word that stays restricted",
    "/undo",
    "Done at [[zqrestricted]] cost",
    "s/[[zqrestricted]]/a/",
)


@pytest.fixture
def approved(tmp_path: Path) -> Path:
    """An approved meeting with words that were corrected, deleted and undone, a draft, copies and an index."""
    path = new_meeting(tmp_path)
    assert minutebook(tmp_path, "capture", path.stem, stdin="\n".join(LINES) + "\n").status == 0
    assert minutebook(tmp_path, "actions").status == 0
    assert minutebook(tmp_path, "search", "anything").status == 0
    content = path.read_bytes()
    deleted = path.parent / "bin" / "20240508-101112"
    deleted.mkdir(parents=True)
    for mark, where in ((".other-20240508-101112", path.parent), (" (1)", path.parent), ("", deleted)):
        (where / f"{path.stem}{mark}.json").write_bytes(content)
    for mark, where in (
        (".damaged-20240508-101112", path.parent),
        (" (Ann's conflicted copy 2024-05-08)", path.parent),
        (".sync-conflict-20240508-101112-ABCDEFG", path.parent),
        (".damaged-20240508-101112-2", deleted),
    ):
        (where / f"{path.stem}{mark}.json").write_bytes(content[:-9])
    path.with_name(f".{path.name}.draft.json").write_text('{"line":"zqundone"}', encoding="utf-8")
    assert minutebook(tmp_path, "approve", path.stem, "--by", "Jo Lee").status == 0
    return path


def bytes_below(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_no_removed_word_stands_in_any_byte_below_the_book(tmp_path: Path, approved: Path) -> None:
    before = read_journal(approved).meeting
    another = new_meeting(tmp_path, AGENDA.replace("7 May", "4 June"))
    assert all(word.encode() in bytes_below(tmp_path) for word in GONE)
    done = minutebook(tmp_path, "seal", approved.stem, "--yes")
    assert done.status == 0, done.err
    assert done.out.count("goes too: ") == 10
    assert another.exists()
    left = bytes_below(tmp_path)
    assert [word for word in GONE if word.encode() in left] == []
    assert read_journal(approved).meeting == before
    found = verify(approved)
    assert not found.faults
    assert found.links[-1].sealed.startswith("on ")
    assert "sealed on" in minutebook(tmp_path, "verify", approved.stem).out


def test_what_is_changed_after_a_seal_is_still_an_amendment(tmp_path: Path, approved: Path) -> None:
    minutebook(tmp_path, "seal", approved.stem, "--yes")
    minutebook(tmp_path, "capture", approved.stem, stdin="An afterthought\n")
    assert len(amendments(read_journal(approved))) == 1
    assert not verify(approved).faults
    done = minutebook(tmp_path, "seal", approved.stem, "--yes")
    assert done.status != 0
    assert "amended" in done.err


def test_a_draft_is_not_sealed(tmp_path: Path, approved: Path) -> None:
    minutebook(tmp_path, "approve", approved.stem, "--withdraw")
    before = approved.read_bytes()
    done = minutebook(tmp_path, "seal", approved.stem, "--yes")
    assert done.status != 0
    assert "not approved" in done.err
    assert approved.read_bytes() == before


def test_a_held_meeting_is_left_byte_for_byte_until_the_hold_is_released(tmp_path: Path, approved: Path) -> None:
    assert minutebook(tmp_path, "hold", approved.stem, "--reason", "the auditor").status == 0
    before = bytes_below(tmp_path)
    done = minutebook(tmp_path, "seal", approved.stem, "--yes")
    assert done.status != 0
    assert "the auditor" in done.err
    assert bytes_below(tmp_path) == before
    assert minutebook(tmp_path, "hold", approved.stem).status != 0
    assert minutebook(tmp_path, "hold", "--release", approved.stem).status == 0
    assert minutebook(tmp_path, "hold", "--release", approved.stem).status != 0
    assert minutebook(tmp_path, "seal", approved.stem, "--yes").status == 0


def test_a_hold_waits_for_whoever_has_the_meeting_open(tmp_path: Path, approved: Path) -> None:
    lock = lock_meeting(approved)
    done = minutebook(tmp_path, "hold", approved.stem)
    lock.release()
    assert done.status == 3
    assert "open for writing" in done.err
    assert standing(approved) is None
    assert minutebook(tmp_path, "hold", approved.stem).status == 0
    assert standing(approved) is not None


def test_without_yes_it_asks_first(tmp_path: Path, approved: Path) -> None:
    before = approved.read_bytes()
    assert minutebook(tmp_path, "seal", approved.stem, stdin="n\n").status != 0
    assert approved.read_bytes() == before
    assert minutebook(tmp_path, "seal", approved.stem, stdin="y\n").status == 0
    assert approved.read_bytes() != before


def test_after_an_approval_the_seal_is_offered_where_the_house_asks_for_it(tmp_path: Path, approved: Path) -> None:
    def approve_again() -> str:
        assert minutebook(tmp_path, "approve", approved.stem, "--withdraw").status == 0
        done = minutebook(tmp_path, "approve", approved.stem, "--by", "Jo Lee")
        assert done.status == 0, done.err
        return done.out

    assert "seal" not in approve_again()
    refused = minutebook(tmp_path, "house", approved.stem, "--sealing", "always")
    assert refused.status == 2
    assert "after each approval" in refused.err
    assert minutebook(tmp_path, "house", approved.stem, "--sealing", "ask").status == 0
    assert f"minutebook seal {approved.stem}" in approve_again()
    assert minutebook(tmp_path, "hold", approved.stem).status == 0
    assert "minutebook seal" not in approve_again()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.parametrize("answer", ["y", "n"])
def test_at_a_terminal_the_seal_is_asked_for_and_done_only_on_yes(tmp_path: Path, approved: Path, answer: str) -> None:
    from tests.terminal.harness import Terminal

    assert minutebook(tmp_path, "approve", approved.stem, "--withdraw").status == 0
    assert minutebook(tmp_path, "house", approved.stem, "--sealing", "ask").status == 0
    command = [sys.executable, "-m", "tui", "--book", str(tmp_path), "approve", approved.stem, "--by", "Jo Lee"]
    with Terminal(command, home=tmp_path / "home", columns=200) as terminal:
        terminal.wait_for("for good?")
        assert "goes too: " in terminal.text
        terminal.type(f"{answer}\r")
        assert terminal.wait_for_end() == 0
    assert any(link.sealed for link in verify(approved).links) is (answer == "y")
    assert (b"zqdeleted" in bytes_below(tmp_path)) is (answer == "n")
