"""The wheel holds all that the program needs: installed in an empty environment, the demo runs from another folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from tests.places import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as `pip` would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return next(folder.glob("minutebook-*.whl"))


@pytest.mark.long
def test_the_wheel_holds_templates_samples_and_stylesheets_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("templates", "sample_meetings"):
        shipped = {
            str(path.relative_to(ROOT))
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }
        assert shipped <= {name.removeprefix("tui/shipped/") for name in names}
    stylesheets = {str(path.relative_to(ROOT)) for path in (ROOT / "tui").rglob("*.tcss")}
    assert stylesheets
    assert stylesheets <= set(names)
    assert "tui/papers/understanding/people/first_names.txt" in names
    assert not [name for name in names if name.startswith("tests/")]


@pytest.mark.long
def test_the_installed_wheel_runs_the_demo_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True, capture_output=True, timeout=600)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [python.with_name("minutebook"), "demo"],
        cwd=elsewhere,
        env=clean,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    finished = (ROOT / "sample_meetings" / "2024-06-allotments.notes.txt").read_text(encoding="utf-8")
    assert done.stdout.decode().strip() == finished.strip()


def test_textual_is_pinned_exactly_and_the_others_by_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        if requirement.startswith("textual"):
            assert re.fullmatch(r"textual==\d+\.\d+\.\d+", requirement)
        else:
            assert re.fullmatch(r"[a-z0-9-]+>=[\d.]+,<\d+", requirement)


def test_readme_commands_are_one_line_each() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark, last in (("demo", ".venv/bin/minutebook demo"), ("tests", ".venv/bin/pytest")):
        block = (
            readme.split(f"<!-- {mark} -->")[1].split("<!-- end -->")[0].strip().strip("`").removeprefix("sh").strip()
        )
        assert "\n" not in block
        assert block.startswith("python3 -m venv .venv && ")
        assert block.endswith(last)
