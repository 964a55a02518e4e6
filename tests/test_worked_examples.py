"""The worked examples of CONTRIBUTING.md, carried out on a copy of the tree by the very changes that stand there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.command_line import Done, minutebook, new_meeting
from tests.places import ROOT

PAGE = ROOT / "CONTRIBUTING.md"
SCRIPT = "/next\n/next\n:HM: the quay is [[not]] safe\n!HM to mend it\n"
VIEW = "from tui.notes.view.view_page import described; print(described())"
KEYS = "from tui.keys.keymap import key_page; print(key_page())"

COUNT = """
import asyncio, sys
from pathlib import Path
from tests.screens.book_app import book_app

async def main() -> None:
    async with book_app(Path(sys.argv[1])) as shown:
        await shown.press("t")
        await shown.until(lambda: bool(shown.list))
        await shown.press("y")
        print(shown.everything)

asyncio.run(main())
"""


class Example:
    """A worked example: what the page says under a heading, and the copy of the tree on which it is carried out."""

    def __init__(self, heading: str, folder: Path) -> None:
        self.root = folder / "tree"
        self.book = folder / "book"
        self.text = PAGE.read_text("utf-8").split(f"\n### {heading}\n")[1].split("\n##")[0]
        self.changed: set[str] = set()
        for name in ("tui", "templates", "sample_meetings", "docs", "tests"):
            kept_out = shutil.ignore_patterns("__pycache__", "held", "pictures" if name == "docs" else "")
            shutil.copytree(ROOT / name, self.root / name, ignore=kept_out)
        for page in ROOT.glob("*.md"):
            shutil.copyfile(page, self.root / page.name)

    def carry_out(self) -> set[str]:
        """Make every change of the example; return the files changed or made."""
        for block in re.findall(r"```diff\n(.*?)```", self.text, re.S):
            for part in re.split(r"^--- ", block, flags=re.M)[1:]:
                name, *hunks = re.split(r"^@@\n", part, flags=re.M)
                for hunk in hunks:
                    self._change(name.strip(), hunk.splitlines())
        for block in re.findall(r"```sh\n(.*?)```", self.text, re.S):
            for line in block.splitlines():
                command, source, target = shlex.split(line)
                assert command == "cp"
                shutil.copyfile(self.root / source, self._path(target))
        return self.changed

    def _path(self, name: str) -> Path:
        self.changed.add(name)
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _change(self, name: str, hunk: list[str]) -> None:
        before = "".join(f"{line[1:]}\n" for line in hunk if not line.startswith("+"))
        after = "".join(f"{line[1:]}\n" for line in hunk if not line.startswith("-"))
        path = self._path(name)
        text = path.read_text("utf-8") if path.exists() else ""
        assert text.count(before) == 1 or not (text or before), f"{name} has not once:\n{before}"
        path.write_text(text.replace(before, after) if before else after, encoding="utf-8")

    def run(self, *arguments: str | Path, stdin: str = "") -> Done:
        """Run the copy's own program."""
        return minutebook(self.book, *arguments, stdin=stdin, folder=self.root)

    def python(self, *arguments: str) -> str:
        """Run Python on the copy."""
        words = [sys.executable, *arguments]
        done = subprocess.run(words, cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def captured(self) -> None:
        """Make a meeting with an entry of a mark that the program may not know, and an action."""
        new_meeting(self.book)
        assert self.run("capture", stdin=SCRIPT).status == 0

    def printed(self, style: str, fmt: str) -> str:
        """Return the public notes."""
        done = self.run("render", "--style", style, "--format", fmt)
        assert done.status == 0, done.err
        return done.out


def test_a_kind_is_added_in_one_row_and_printed_by_every_style(tmp_path: Path) -> None:
    example = Example("A kind of entry", tmp_path)
    assert len(example.carry_out()) <= 3
    example.captured()
    for style in ("narrative", "findings", "formal"):
        assert "\nStatement: HM: the quay is [restricted] safe\n" in example.printed(style, "txt")
    assert "<b>Statement:</b> HM: the quay is" in example.printed("formal", "html")
    assert example.run("search", "quay").out.count("statement") == 1
    assert "| : | Make it a statement, the words kept | `log-convert-statement` |" in example.python("-c", KEYS)
    assert "`table` or `statement`" in example.python("-c", VIEW)


def test_a_format_is_added_in_two_files_and_printed_by_every_style(tmp_path: Path) -> None:
    example = Example("A format of the notes", tmp_path)
    assert len(example.carry_out()) <= 2
    example.captured()
    for style in ("narrative", "summary"):
        lines = [json.loads(line) for line in example.printed(style, "jsonl").splitlines()]
        assert lines[-1] == {"section": "Any other business", "kind": "action", "by": "", "text": "HM to mend it"}
    assert "txt, md, html, docx, jsonl" in example.run("styles").out
    told = " ".join(example.run("render", "--help").out.split())
    assert "jsonl" in told[told.index("--format TEXT") : told.index("else from the name")]


def test_a_style_is_added_by_its_templates_alone(tmp_path: Path) -> None:
    example = Example("A style", tmp_path)
    assert {str(Path(name).parent) for name in example.carry_out()} == {str(Path("templates/archive"))}
    example.captured()
    kept = "Papers are kept at the town hall for six years."
    assert kept in example.printed("archive", "txt")
    assert kept in example.printed("archive", "md")
    assert f"<p>{kept}</p>" in example.printed("archive", "html")
    assert example.run("render", "--style", "archive", "-o", tmp_path / "notes.docx").status == 0
    assert (tmp_path / "notes.docx").stat().st_size > 1_000
    assert "archive    As narrative, with a line on where the papers are kept." in example.run("styles").out


def test_a_key_is_added_by_its_row_and_its_function(tmp_path: Path) -> None:
    example = Example("A key", tmp_path)
    assert len(example.carry_out()) == 2
    example.captured()
    assert "| y | Say how many own something | `register-count-owners` |" in example.python("-c", KEYS)
    assert "1 owner" in example.python("-c", COUNT, str(example.book))


@pytest.mark.parametrize("place", ["tui/nowhere.py", "README.md"])
def test_a_change_that_fits_no_more_fails_the_example(place: str, tmp_path: Path) -> None:
    example = Example("A style", tmp_path)
    example.text = f"```diff\n--- {place}\n@@\n what stands nowhere\n+more\n```"
    with pytest.raises(AssertionError, match="has not once"):
        example.carry_out()
