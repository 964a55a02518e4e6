"""The program's own log says where it failed, and holds no word of a meeting."""

from __future__ import annotations

import ast
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import ROOT
from tui.config import program_log
from tui.config.log_place import log_path
from tui.config.program_log import open_log, report_fault

SECRET = "the grievance of J. Doe"


@pytest.fixture(autouse=True)
def _closed_log() -> Iterator[None]:
    """Let each test open the log anew, as a program does once."""
    _close_log()
    yield
    _close_log()


def _close_log() -> None:
    while program_log._opened:
        logging.getLogger("tui").removeHandler(program_log._opened[0])
        program_log._opened.pop().close()


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "made at need" / "program.log"
    monkeypatch.setenv("MINUTEBOOK_LOG", str(path))
    return path


def failure() -> Exception:
    """Fail as a program does: with the words in hand, in the error's text and in the error that it arose from."""
    words = SECRET
    try:
        try:
            dict[str, str]()[words]
        except KeyError as first:
            raise ValueError(f"cannot print {words}") from first
    except ValueError as error:
        failed = error
    return failed


def test_a_failure_is_told_by_its_types_and_places_without_its_words(log: Path) -> None:
    report_fault(failure())
    told = log.read_text("utf-8")
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert "test_program_log.py:" in told
    assert " in failure" in told
    assert SECRET not in told
    assert str(ROOT) not in told


def test_what_the_user_is_told_names_the_log_and_the_exit_status_is_of_its_own(log: Path) -> None:
    fault = report_fault(failure())
    assert str(fault) == (
        "something went wrong in the program itself (ValueError); "
        f"all that was saved is on the disk; the log says where: {log}"
    )
    assert fault.exit_status == 4


def test_the_log_begins_with_the_version_and_the_system(log: Path) -> None:
    assert open_log() == log
    assert "minutebook 0." in log.read_text("utf-8")


def test_the_log_stays_small_however_much_is_written(log: Path) -> None:
    open_log()
    for _ in range(9_000):
        logging.getLogger("tui.test").info("one more line of the same hundred characters, give or take a few of them")
    files = sorted(log.parent.iterdir())
    assert [path.name for path in files] == ["program.log", "program.log.1"]
    assert all(path.stat().st_size <= 256 * 1024 for path in files)


def test_a_recursion_without_end_is_told_by_its_last_steps(log: Path) -> None:
    def deeper(depth: int) -> int:
        return deeper(depth + 1) + 1

    with pytest.raises(RecursionError) as raised:
        deeper(0)
    report_fault(raised.value)
    assert 10 < log.read_text("utf-8").count(" in deeper") <= 40


def test_where_no_log_can_be_written_nothing_is_and_the_user_is_sent_to_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("MINUTEBOOK_LOG", str(tmp_path / "file" / "program.log"))
    assert open_log() is None
    assert str(report_fault(failure())).endswith("all that was saved is on the disk")
    assert capfd.readouterr() == ("", "")


def test_a_log_set_to_nothing_is_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LOG", "")
    assert log_path() is None
    assert open_log() is None


def test_without_a_name_the_log_stands_in_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINUTEBOOK_LOG")
    path = log_path()
    assert path is not None
    assert path.is_absolute()
    assert "minutebook" in path.parts
    assert path.name == "minutebook.log"


def test_no_module_logs_a_word_that_it_does_not_hold_itself() -> None:
    """A line of the log is a fixed sentence; only these two modules add to theirs: versions, and the terminal."""
    allowed = {"config/program_log.py", "apps/base.py"}
    worded = [
        f"{name}:{node.lineno}"
        for path in (ROOT / "tui").rglob("*.py")
        if (name := path.relative_to(ROOT / "tui").as_posix()) not in allowed
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"_log", "logging", "logger"}
        and node.func.attr != "getLogger"
        and not (len(node.args) == 1 and isinstance(node.args[0], ast.Constant))
    ]
    assert worded == []
