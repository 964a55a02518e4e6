"""The page that documents the view."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tui.notes import view
from tui.notes.describe import described

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_on_the_view_is_current() -> None:
    page = (ROOT / "docs" / "view.md").read_text(encoding="utf-8")
    assert page == described(), "run: python -m tui.notes.view > docs/view.md"


def test_every_field_of_the_view_is_documented() -> None:
    page = described()
    for name, value in vars(view).items():
        if isinstance(value, type) and issubclass(value, msgspec.Struct) and name.endswith("View"):
            part = page.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
            assert [field for field in value.__struct_fields__ if f"| `{field}` |" not in part] == []
