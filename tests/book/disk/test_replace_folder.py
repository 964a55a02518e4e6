"""A folder of files is replaced whole or not at all, whatever happens on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.book.samples import PATIENCE
from tui.book.disk import replace_folder as replacing
from tui.book.disk.replace_folder import replace_folder

OLD = {"a.txt": b"old a", "b.txt": b"old b"}
NEW = {"a.txt": b"new a", "c.txt": b"new c"}


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace folders with the system's call, and without it."""
    if request.param == "two renames":
        monkeypatch.setattr(replacing, "_exchanged_at_once", lambda *_: False)


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "www" / "may", OLD)
    assert content(tmp_path / "www" / "may") == OLD
    assert names(tmp_path / "www") == ["may"]


def test_a_folder_is_replaced_whole_and_keeps_its_mode(tmp_path: Path, way: None) -> None:
    folder = tmp_path / "may"
    replace_folder(folder, OLD)
    folder.chmod(0o750)
    replace_folder(folder, NEW)
    assert content(folder) == NEW
    assert folder.stat().st_mode & 0o777 == 0o750
    assert names(tmp_path) == ["may"]


def test_an_empty_folder_is_filled(tmp_path: Path, way: None) -> None:
    (tmp_path / "may").mkdir()
    replace_folder(tmp_path / "may", NEW)
    assert content(tmp_path / "may") == NEW


@pytest.mark.parametrize("step", ["_fill", "_exchange"])
def test_a_failure_leaves_the_old_folder_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    folder = tmp_path / "may"
    replace_folder(folder, OLD)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing, step, fail)
    with pytest.raises(OSError, match="space"):
        replace_folder(folder, NEW)
    assert content(folder) == OLD
    assert names(tmp_path) == ["may"]


def test_a_full_disk_leaves_the_old_folder(small_disk: Path) -> None:
    folder = small_disk / "may"
    replace_folder(folder, OLD)
    with pytest.raises(OSError, match="space"):
        replace_folder(folder, {"big": b"x" * 400_000})
    assert content(folder) == OLD
    assert names(small_disk) == ["may"]


def test_what_a_killed_program_left_is_tidied_up_and_an_old_folder_brought_back(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".may.tmp-{dead.pid}-0123abcd").mkdir()
    replace_folder(tmp_path / f".may.old-{dead.pid}-0123abcd", OLD)
    (tmp_path / f".may.tmp-{os.getppid()}-0123abcd").mkdir()
    replacing.bring_back(tmp_path / "may")
    assert content(tmp_path / "may") == OLD
    assert names(tmp_path) == [f".may.tmp-{os.getppid()}-0123abcd", "may"]


LOOP = """
    import sys
    from pathlib import Path
    from tui.book.disk.replace_folder import replace_folder
    sets = [{f"{n}": bytes([65 + s]) * 2000 for n in range(4 + s)} for s in (0, 1)]
    replace_folder(Path(sys.argv[1]), sets[0])
    print("ready", flush=True)
    while True:
        for one in (sets[1], sets[0]):
            replace_folder(Path(sys.argv[1]), one)
            print("again", flush=True)
"""


@pytest.mark.long
def test_a_kill_at_any_moment_leaves_the_old_set_or_the_new_one(tmp_path: Path) -> None:
    sets = [{f"{n}": bytes([65 + s]) * 2000 for n in range(4 + s)} for s in (0, 1)]
    folder = tmp_path / "may"
    for turn in range(25):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(LOOP), str(folder)], stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout is not None
            # A different number of turns and of steps within a turn each time.
            for _ in range(1 + turn % 5):
                assert program.stdout.readline()
            program.send_signal(signal.SIGKILL)
            program.wait(PATIENCE)
        assert content(folder) in sets
    replace_folder(folder, sets[0])
    assert names(tmp_path) == ["may"]
