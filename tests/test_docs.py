"""The pages of the docs say what is there: names of the program, links, and the words of the glossary."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from tests.commands.command_line import minutebook
from tests.places import ROOT
from tui.meeting.capture.line_reader import ParsedText, read_line
from tui.papers.agenda import read_agenda

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
NAME = re.compile(r"`(tui(?:\.\w+)+)`")
PLACE = re.compile(r"`((?:tui|tests|templates|docs|sample_meetings)/[\w/.]*)`")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def exists(name: str) -> bool:
    """Look a dotted name up: the longest part that is a module, then attributes."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_name_of_the_program_on_a_page_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    assert [name for name in NAME.findall(text) if not exists(name)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_and_folder_named_on_a_page_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    assert [place for place in PLACE.findall(text) if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file_that_is_there(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "//" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_architecture_names_what_it_walks_through() -> None:
    names = set(NAME.findall((ROOT / "docs" / "architecture.md").read_text("utf-8")))
    assert len(names) > 20
    assert not exists("tui.meeting.no_such_module")
    assert not exists("tui.errors.NoSuchError")


def test_the_layers_on_the_page_are_those_of_the_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text("utf-8").split('containers = ["tui"]')[1].split("]")[0]
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("```")[1]
    assert re.findall(r'"([^"]+)"', contract) == page.split("\n")[1:-1]


def test_every_field_that_the_glossary_names_belongs_to_its_class() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    classes = {name.rpartition(".")[2]: name for name in NAME.findall(text)}
    fields = re.findall(r"`([A-Z]\w+)\.(\w+)`", text)
    assert fields
    assert [f"{owner}.{field}" for owner, field in fields if not exists(f"{classes[owner]}.{field}")] == []


README = (ROOT / "README.md").read_text("utf-8")
AGENDA = README.split("```markdown\n")[1].split("```")[0]


@pytest.mark.parametrize("page", ["README.md", "docs/meeting.md"])
def test_the_examples_of_the_marks_are_read_as_the_kinds_beside_them(page: str) -> None:
    rows = re.findall(r"^\| `(.)` \| (\w+).* \| `(.+)` \|$", (ROOT / page).read_text("utf-8"), re.M)
    assert len(rows) >= 9
    meeting = read_agenda(AGENDA, "README.md").meeting
    for mark, kind, example in rows:
        words = read_line(meeting, example)
        assert example.startswith(mark)
        assert isinstance(words, ParsedText)
        assert words.kind == kind


def test_a_newcomer_can_do_what_the_readme_says_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "august.md").write_text(AGENDA, encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines()]
    steps = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("minutebook")]
    assert len(steps) == 8
    screens = [["open"]]
    for step in steps:
        done = minutebook(tmp_path / "book", *step, folder=tmp_path)
        # Without a terminal a screen cannot open, and says so; the check's answer is that something is open.
        expected = 2 if step in screens else 1 if step == ["check"] else 0
        assert done.status == expected, done.err
        if step[0:1] == ["new"] and "--agenda" in step:
            capture = minutebook(tmp_path / "book", "capture", stdin="!CC to write to the board\nIs it so ??\n")
            assert capture.status == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir() if path.stem.endswith("actions")) == [
        ".csv",
        ".ics",
    ]
    assert (tmp_path / "minutes.docx").stat().st_size > 1_000
    assert len(list((tmp_path / "book").glob("2019-*.json"))) == 2
