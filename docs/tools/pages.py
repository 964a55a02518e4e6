"""Write the pages that are made from the program's own tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docs.tools import side_by_side
from tui.keys.keymap import key_page
from tui.notes.data.document import schema
from tui.notes.view.view_page import described

DOCS = Path(__file__).parents[1]

PAGES: dict[str, Callable[[], str]] = {
    "keys.md": key_page,
    "view.md": described,
    "side_by_side.md": side_by_side.page,
    "notes.schema.json": lambda: schema().decode("utf-8"),
}
"""What writes each page."""


def main() -> None:
    """Write every page whose words changed."""
    for name, write in PAGES.items():
        path = DOCS / name
        if path.read_text(encoding="utf-8") != (page := write()):
            path.write_text(page, encoding="utf-8", newline="\n")
            print("written", path.relative_to(DOCS.parent))


def write_faults() -> None:
    """Write the page of faults, which takes minutes: each of some thousand faults is carried out."""
    from tests.faults.table import page

    path = DOCS / "faults.md"
    path.write_text(page(), encoding="utf-8", newline="\n")
    print("written", path.relative_to(DOCS.parent))
