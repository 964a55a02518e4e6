"""The page that documents the view."""

from __future__ import annotations

import msgspec

from tui.notes.view import values as view
from tui.notes.view.view_page import described


def test_every_field_of_the_view_is_documented() -> None:
    page = described()
    for name, value in vars(view).items():
        if isinstance(value, type) and issubclass(value, msgspec.Struct) and name.endswith("View"):
            part = page.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
            assert [field for field in value.__struct_fields__ if f"| `{field}` |" not in part] == []
