"""The papers that may be read: a row each, with its folder and its day; one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.content import Content

from tui.meeting.text.sanitizing import showable
from tui.papers.reading.nearby import NearbyPaper
from tui.widgets.lists.choice_view import ChoiceView
from tui.widgets.lists.lines import MUTED, DrawnLate

_NARROW = 56
"""Below this width the folder is left out."""
_DAY_WIDTH = 13


class FoundList(ChoiceView):
    """The files and folders, one of them chosen."""

    GUTTER: ClassVar[int] = 2

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._found: Sequence[NearbyPaper] = ()

    def show(self, found: Sequence[NearbyPaper]) -> None:
        """Show files, the first one chosen."""
        self._found = found
        self.show_chosen(0)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def found(self) -> NearbyPaper | None:
        """The chosen one; None where there is none."""
        return self._found[self.chosen] if self._found else None

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make a row for each."""
        if not self._found:
            return [Content.styled("no paper of such a name; a path may be typed too", MUTED)]
        return DrawnLate(self._found, lambda one: _drawn(one, width))


def _drawn(one: NearbyPaper, width: int) -> Content:
    day = f"{one.day.day:2} {one.day:%b %Y}" if one.day else "folder"
    head = Content.styled(day.ljust(_DAY_WIDTH), MUTED)
    name = showable(one.path.name) + ("/" if one.is_folder else "")
    beside = "" if width < _NARROW else f"   {showable(_short(one.path.parent))}"
    return Content.assemble(head, name, (beside, MUTED)).truncate(max(8, width), ellipsis=True)


def _short(folder: Path) -> str:
    """Return a folder as people write it: `~/Downloads`."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
