"""The walls between the rooms of the house, as import contracts and as what a process really imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT


def test_the_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def _imported_by(module_names: list[str]) -> set[str]:
    program = (
        "import importlib, sys\n"
        f"for name in {module_names!r}: importlib.import_module(name)\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def _modules(room: str) -> list[str]:
    return [f"tui.{room}.{path.stem}" for path in sorted((ROOT / "tui" / room).glob("*.py")) if path.stem != "__init__"]


def test_the_meeting_imports_only_the_standard_library_and_msgspec() -> None:
    bare = {"tui", "msgspec"}
    third_party = {name for name in _imported_by(_modules("meeting")) if name not in sys.stdlib_module_names}
    site = {"typing_extensions", *_imported_by(["json"])}  # msgspec imports the former where it is installed
    assert third_party - site <= bare


@pytest.mark.parametrize("room", ["book", "notes"])
def test_a_room_without_a_screen_imports_no_textual(room: str) -> None:
    assert not {"textual", "rich", "click"} & _imported_by(_modules(room))


def test_no_file_of_the_program_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / "tui").rglob("*.py")
        if (count := path.read_text(encoding="utf-8").count("\n")) > 400
    }
    assert not long


def test_one_module_says_when_garbage_is_looked_for() -> None:
    owners = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tui").rglob("*.py")
        if "import gc" in path.read_text(encoding="utf-8").splitlines()
    ]
    assert owners == ["tui/garbage.py"]
