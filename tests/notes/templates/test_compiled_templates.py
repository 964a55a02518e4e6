"""The compiled code of the shipped templates: kept where only its user writes, and never trusted blindly."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from tests.benchmarks.meetings import make_journal
from tui.notes.render import render
from tui.notes.templates import compiled_templates
from tui.notes.templates.environment import environment
from tui.notes.templates.escaping import markdown
from tui.resources import shipped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is kept without owners and modes of files")

MEETING = make_journal(10).meeting


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder in which the code is kept; it is not there yet."""
    folder = tmp_path / "cache" / "templates"
    monkeypatch.setattr(compiled_templates, "_folder", lambda: folder)
    environment.cache_clear()
    yield folder
    environment.cache_clear()


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name the templates that Jinja2 compiles from here on."""
    names: list[str] = []
    compile_it = jinja2.Environment._compile

    def noted(self: jinja2.Environment, source: str, filename: str) -> object:
        names.append(Path(filename).name)
        return compile_it(self, source, filename)

    monkeypatch.setattr(jinja2.Environment, "_compile", noted)
    return names


def printed(fmt: str = "md", width: int = 80) -> str:
    """Print the notes as a program that has just been started."""
    environment.cache_clear()
    return render(MEETING, fmt=fmt, width=width)


def test_a_template_is_compiled_once(kept: Path, compiled: list[str]) -> None:
    first = printed()
    assert compiled
    compiled.clear()
    assert printed() == first
    assert compiled == []


def test_nobody_else_may_write_where_the_code_is_kept(kept: Path) -> None:
    printed()
    assert kept.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in kept.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_is_not_used(kept: Path, mode: int) -> None:
    kept.mkdir(parents=True)
    kept.chmod(mode)
    assert "how many berths" in printed()
    assert list(kept.iterdir()) == []


def test_a_folder_of_somebody_else_is_not_used(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: kept.parents[1].stat().st_uid + 1)
    assert "how many berths" in printed()
    assert list(kept.iterdir()) == []


def test_a_link_to_a_folder_is_not_used(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    kept.parent.mkdir()
    kept.symlink_to(tmp_path / "elsewhere")
    assert "how many berths" in printed()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_that_others_may_write_is_not_run(kept: Path, compiled: list[str]) -> None:
    printed()
    for file in kept.iterdir():
        file.chmod(0o666)
    compiled.clear()
    printed()
    assert compiled


@pytest.mark.parametrize("cut", [0, 3, 20, 40, -1])
def test_a_file_that_was_cut_short_is_made_anew(kept: Path, compiled: list[str], cut: int) -> None:
    first = printed()
    for file in kept.iterdir():
        file.write_bytes(file.read_bytes()[:cut])
    compiled.clear()
    assert printed() == first
    assert compiled
    compiled.clear()
    assert printed() == first
    assert compiled == []


def test_code_without_the_programs_mark_is_not_run(kept: Path) -> None:
    printed()
    for file in kept.iterdir():
        file.write_bytes(marshal.dumps(compile("raise SystemExit('foreign code ran')", "x", "exec")))
    assert "how many berths" in printed()


def test_code_of_another_program_is_not_run(kept: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    printed()
    compiled.clear()
    monkeypatch.setattr(jinja2, "__version__", "3.99")
    printed()
    assert compiled


def test_a_width_prints_as_it_does_without_kept_code(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide, narrow = printed("txt", 100), printed("txt", 50)
    monkeypatch.setattr(compiled_templates, "_folder", lambda: kept / "not" / "a" / "folder")
    (kept / "not").write_text("a file stands here", encoding="utf-8")
    assert (printed("txt", 100), printed("txt", 50)) == (wide, narrow)


def test_widths_do_not_pile_up(kept: Path) -> None:
    printed("txt", 100)
    files = sorted(kept.iterdir())
    printed("txt", 50)
    assert sorted(kept.iterdir()) == files


def test_where_nothing_can_be_kept_the_notes_are_printed_all_the_same(kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text("a file stands here", encoding="utf-8")
    assert "how many berths" in printed()


def test_a_users_own_template_is_never_kept(kept: Path, tmp_path: Path) -> None:
    style = tmp_path / "styles" / "mine"
    style.mkdir(parents=True)
    (style / "notes.md.j2").write_text("{{ meeting.title }}\n", encoding="utf-8")
    environment(style, "md", markdown, 80).get_template("notes.md.j2")
    assert not kept.exists()
    assert environment(shipped("templates") / "narrative", "md", markdown, 80).bytecode_cache is not None
