"""Word files as an office program lays them out.

With `--all`, these tests run where LibreOffice's `soffice` is found (Debian: libreoffice-writer-nogui); the checks of
a file's structure in `test_file` need nothing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from docs.tools.word_templates.bodies import BODIES
from tests.notes.docx.reading_docx import blocks, paragraphs
from tui.book.meeting_file import read_meeting
from tui.notes.render import render_file
from tui.resources import shipped

SOFFICE = shutil.which("soffice")
SAMPLES = sorted(shipped("sample_meetings").glob("*.json"))

pytestmark = [pytest.mark.long, pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")]


def converted(files: list[Path], to: str, folder: Path) -> None:
    command = [SOFFICE or "", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", to, "--outdir", folder, *files], check=True, capture_output=True, timeout=300
    )


def words(text: str) -> str:
    return "".join(text.split())


def test_every_sample_in_every_style_opens_with_every_word_and_makes_pages(tmp_path: Path) -> None:
    printed = {
        f"{sample.stem}.{style}": render_file(read_meeting(sample), style=style, fmt="docx")
        for sample in SAMPLES
        for style in BODIES
    }
    files = [tmp_path / f"{name}.docx" for name in printed]
    for file in files:
        file.write_bytes(printed[file.stem])
    converted(files, "txt:Text (encoded):UTF8", tmp_path)
    converted(files, "pdf", tmp_path)
    for file in files:
        read = words(file.with_suffix(".txt").read_text(encoding="utf-8-sig"))
        # A list's bullets are the program's own.
        expected = [words(block) for block in blocks(file.read_bytes())]
        at = 0
        for block in expected:
            at = read.index(block, at) + len(block)
        assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_an_office_program_keeps_the_styles_by_name(tmp_path: Path) -> None:
    file = tmp_path / "notes.docx"
    file.write_bytes(render_file(read_meeting(SAMPLES[1]), style="narrative", fmt="docx"))
    named = [paragraph.style.name for paragraph in paragraphs(file.read_bytes()) if paragraph.style]
    (tmp_path / "saved").mkdir()
    converted([file], "docx", tmp_path / "saved")
    saved = (tmp_path / "saved" / "notes.docx").read_bytes()
    again = [paragraph.style.name for paragraph in paragraphs(saved) if paragraph.style]
    assert again == named
    assert blocks(saved) == blocks(file.read_bytes())
    assert not re.search(r"\{[{%]", " ".join(blocks(saved)))


@pytest.mark.parametrize("style", sorted(BODIES))
def test_a_template_that_an_office_program_has_saved_prints_the_same_words(style: str, tmp_path: Path) -> None:
    own = tmp_path / "styles" / "own"
    own.mkdir(parents=True)
    converted([shipped("templates") / style / "notes.docx"], "docx", own)
    for sample in SAMPLES[1:4:2]:
        shown = read_meeting(sample)
        file = render_file(shown, style="own", fmt="docx", styles_folder=tmp_path / "styles")
        assert blocks(file) == blocks(render_file(shown, style=style, fmt="docx"))
