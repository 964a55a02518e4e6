"""The script of the page on files finds what the program finds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.book.samples import journal_of
from tests.places import ROOT
from tui.book.disk.storage import encode_tables
from tui.book.meeting_file import tables_of


def test_the_script_of_the_page_finds_each_changed_row_and_nothing_in_a_whole_file(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    script, _ = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(script.splitlines()) <= 30
    whole = encode_tables(tables_of(journal_of(3)))
    path = tmp_path / "meeting.json"

    def found(content: bytes) -> list[str]:
        path.write_bytes(content)
        done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    assert found(whole) == []
    assert found(whole.replace(b"line 2", b"line 9", 1)) == ["row 2 of entries is not as it was written"]
    without = b"".join(line for line in whole.splitlines(True) if b'"AOB"' not in line).replace(b"},\n\n}", b"}\n}")
    without = re.sub(rb"\},\n\}", b"}\n}", without)
    assert found(without) == ["the rows of sections are not those that were written"]
