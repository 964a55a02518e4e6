"""Web pages of the samples, held to WCAG 2.2 AA by axe-core, and printed, in a real browser.

With `--all` it runs where Chromium is installed (`apt-get install chromium`) and axe-core stands in `node_modules`,
where `npm install --no-save axe-core` puts it.
What needs no browser is in `test_html.py` and runs always.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.notes.chromium import CHROMIUM, print_to_pdf, run
from tests.notes.meetings import entry, meeting
from tests.places import ROOT
from tests.samples import FOLDER, SAMPLES, Sample
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Meeting
from tui.notes.render import render
from tui.notes.templates.styles import style_names

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

needs_axe = pytest.mark.skipif(
    not (CHROMIUM and AXE.is_file()), reason="needs Chromium and axe-core: see the docstring"
)
needs_chromium = pytest.mark.skipif(not (CHROMIUM and shutil.which("pdftotext")), reason="needs Chromium and pdftotext")
pytestmark = pytest.mark.long
styles = pytest.mark.parametrize("style", style_names())

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_DARK = "@media screen and (prefers-color-scheme: dark)"
_CHECK = """
<script>{axe}</script>
<script>
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document.documentElement, {{runOnly: tags}}).then(found => {{
  const answer = JSON.stringify({{
    violations: found.violations.map(one => [one.id, one.nodes.map(node => node.html)]),
    passes: found.passes.length,
    width: window.innerWidth,
    wider: document.documentElement.scrollWidth - window.innerWidth,
  }});
  const said = parent.document.createElement('pre');
  said.id = 'found';
  said.textContent = answer;
  parent.document.body.replaceChildren(said);
}});
</script>
"""


def found_in(page: str, folder: Path, width: int = 1000) -> dict[str, Any]:
    """Let axe-core look at a page, in a frame as wide as a window may not be.

    The page's policy, which forbids every script, is left out for it.
    """
    assert _POLICY.search(page)
    checking = _POLICY.sub("", page).replace("</body>", _CHECK.format(axe=AXE.read_text(encoding="utf-8")) + "</body>")
    frame = f'<iframe width="{width}" height="900" style="border: 0" srcdoc="{html.escape(checking)}"></iframe>'
    file = folder / "page.html"
    file.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{frame}</body>', encoding="utf-8")
    printed = run(file, "--window-size=1100,950", "--virtual-time-budget=20000", "--dump-dom")
    said = re.search(r'<pre id="found">(.*?)</pre>', printed, re.DOTALL)
    assert said, "axe-core said nothing"
    answer: dict[str, Any] = json.loads(html.unescape(said[1]))
    assert answer["width"] == width
    return answer


@needs_axe
@styles
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_axe_finds_nothing_in_any_sample(sample: Sample, style: str, tmp_path: Path) -> None:
    shown = read_meeting(FOLDER / f"{sample.name}.json")
    answer = found_in(render(shown, style=style, fmt="html", version="internal"), tmp_path)
    assert answer["violations"] == []
    assert answer["passes"] >= 20


@needs_axe
@styles
def test_axe_finds_nothing_in_the_dark_or_on_a_narrow_screen(style: str, tmp_path: Path) -> None:
    shown = read_meeting(FOLDER / "2024-08-workforce.json")
    page = render(shown, style=style, fmt="html")
    assert _DARK in page
    assert found_in(page.replace(_DARK, "@media screen"), tmp_path)["violations"] == []
    narrow = found_in(page, tmp_path, width=320)
    assert narrow["violations"] == []
    assert narrow["wider"] <= 0


@needs_axe
def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    page = render(meeting(), fmt="html").replace(' lang="en-GB"', "").replace("--ink: #1c2428", "--ink: #ddd")
    assert {one[0] for one in found_in(page, tmp_path)["violations"]} >= {"html-has-lang", "color-contrast"}


def long_meeting() -> Meeting:
    words = "The survey of the eastern channel was late once more, for the launch was being painted. " * 5
    return meeting(*(entry(at, "note", words) for at in range(1, 31)), title="Harbour “Board” – May 2024")


def printed(page: str, folder: Path) -> list[str]:
    """Print a page and give the words of each sheet."""
    file, paper = folder / "page.html", folder / "page.pdf"
    file.write_text(page, encoding="utf-8")
    print_to_pdf(file, paper)
    told = subprocess.run(["pdftotext", "-raw", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(sheet.split()) for sheet in told.split("\f") if sheet.strip()]


@needs_chromium
@styles
def test_every_printed_page_is_marked_and_numbered(style: str, tmp_path: Path) -> None:
    sheets = printed(render(long_meeting(), style=style, fmt="html", version="internal"), tmp_path)
    assert len(sheets) >= (3 if style in ("narrative", "findings", "formal") else 1)
    for at, words in enumerate(sheets, 1):
        assert f"Page {at} of {len(sheets)}" in words
        # Where letters stand closer than usual, the program that takes the words out sees spaces.
        assert "INTERNAL:notforpublication" in words.replace(" ", "")
        assert ("DRAFT" in words) is (style != "agenda")
        assert words.count("Harbour “Board” – May 2024 – ") == 1


@needs_chromium
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_summary_fits_on_one_page(sample: Sample, tmp_path: Path) -> None:
    shown = read_meeting(FOLDER / f"{sample.name}.json")
    assert len(printed(render(shown, style="summary", fmt="html", version="internal"), tmp_path)) == 1
