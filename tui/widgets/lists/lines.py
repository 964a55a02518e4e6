"""The base of lists that draw their own lines: as fast with 5,000 rows as with none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar, overload

from rich.segment import Segment
from textual.content import Content, Span
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

MUTED = "$text-muted"
TONES = {
    "muted": MUTED,
    "primary": "$text-primary",
    "accent": "$text-accent bold",
    "success": "$text-success bold",
}
"""How the tags of the kinds are set, by their tone."""
"""The style of what stands back."""


_LEAST_WIDTH = 12
"""Cells for which lines can be made; in less room, they are cut."""

_Row = TypeVar("_Row")


class DrawnLate(Sequence[Content], Generic[_Row]):
    """A line for each row, made when it comes into sight: for lists too long to be made anew at each key."""

    def __init__(self, rows: Sequence[_Row], draw: Callable[[_Row], Content]) -> None:
        self._rows = rows
        self._draw = draw
        self._drawn: dict[int, Content] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Content: ...

    @overload
    def __getitem__(self, at: slice) -> list[Content]: ...

    def __getitem__(self, at: int | slice) -> Content | list[Content]:
        """Return the line of a row, or those of some."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._drawn:
            self._drawn[at] = self._draw(self._rows[at])
        return self._drawn[at]


class _Look(NamedTuple):
    """What a row looks like: another is drawn in its place where this changes."""

    width: int
    line: Content | None = None
    spans: Sequence[Span] = ()
    """The line's own, for two lines of the same words compare as equal."""
    style: str = ""
    sign: str = ""


class LinesView(ScrollView, can_focus=False):
    """A scrolling view over ready-made lines; a subclass makes them in `make_lines` for the width there is."""

    DEFAULT_CSS = """
    LinesView { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """

    GUTTER: ClassVar[int] = 0
    """Cells at the left that hold the signs of lines, apart from their words."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._lines: Sequence[Content] = []
        self._made_for = 0
        self._drawn: dict[int, _Look] = {}
        """How each row in sight was drawn last."""
        self._settling = False
        """Whether a scrollbar is about to come or go, which has the lines made for the width that is left."""

    def make_lines(self, width: int) -> Sequence[Content]:
        """Make the lines for a width in cells."""
        raise NotImplementedError

    def line_style(self, at: int) -> str:
        """Return the style that lies under a whole line: theme variables, or empty for none."""
        del at
        return ""

    def line_sign(self, at: int) -> str:
        """Return the sign that stands in a line's gutter, so that it is told from the others without colour."""
        del at
        return ""

    @property
    def line_width(self) -> int:
        """The cells there are for a line."""
        return max(0, (self.scrollable_content_region.width or self.size.width) - self.GUTTER)

    def remake(self) -> None:
        """Make the lines anew, beside a scrollbar where they need one, and draw what is in sight."""
        self._made_for = self.line_width
        self._lines = self.make_lines(max(_LEAST_WIDTH, self._made_for)) if self._made_for else []
        self.virtual_size = Size(self._made_for, len(self._lines))
        if self._settling:
            return
        self._settling = True
        try:
            self._settle_scrollbar()
        finally:
            self._settling = False
        if changed := [y for y in range(self.size.height) if self._drawn.get(y) != self._look_of(y)]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _settle_scrollbar(self) -> None:
        """Show or hide the scrollbar now, and make the lines for that: after the next layout, all is drawn twice.

        Where lines are fewer in less room, they may fit beside a scrollbar and not without: then it stays.
        """
        there = self.show_vertical_scrollbar
        self._refresh_scrollbars()
        if there and not self.show_vertical_scrollbar and len(self._lines) > self.container_size.height:
            self._refresh_scrollbars()
        if self.show_vertical_scrollbar and len(self._lines) <= self.container_size.height:
            self.virtual_size = Size(self._made_for, self.container_size.height + 1)
            self.call_after_refresh(self._refresh_scrollbars)

    def on_resize(self) -> None:
        """Wrap the lines for the new width."""
        if self.line_width != self._made_for:
            self.remake()

    def watch_show_vertical_scrollbar(self) -> None:
        """Wrap the lines beside a scrollbar that came, or into the room of one that went; let a new one show the place.

        Neither changes the size of the view, and a scrollbar does not hear of scrolling before it is there.
        """
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y
        if self._made_for:
            self.on_resize()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at = y + self.scroll_offset.y
        look = self._drawn[y] = self._look_of(y)
        content, under, width = look.line, self.visual_style, look.width
        if content is None:
            return Strip.blank(width + self.GUTTER, under.rich_style)
        if look.style:
            under += self._parse(look.style)
        if (dragged := self.text_selection) is not None and (span := dragged.get_span(at)) is not None:
            start, end = span
            content = content.stylize("reverse", max(0, start), len(content.plain) if end == -1 else max(0, end))
        segments = [
            Segment(text, (style if style is under else under + style).rich_style)
            for text, style in content.render(under, end="", parse_style=self._parse)
        ]
        if self.GUTTER:
            segments.insert(0, Segment(look.sign.ljust(self.GUTTER), under.rich_style))
        strip = Strip(segments, content.cell_length + self.GUTTER)
        # A place on the screen is found again in the words, so that the mouse can be dragged over them.
        return strip.adjust_cell_length(width + self.GUTTER, under.rich_style).apply_offsets(-self.GUTTER, at)

    def _look_of(self, y: int) -> _Look:
        at = y + self.scroll_offset.y
        if not 0 <= at < len(self._lines):
            return _Look(self.line_width)
        line = self._lines[at]
        return _Look(self.line_width, line, line.spans, self.line_style(at), self.line_sign(at))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words that the mouse was dragged over."""
        start, end = (at and Offset(max(0, at.x), at.y) for at in selection)
        words = "\n".join(line.plain.rstrip() for line in self._lines)
        return Selection(start, end).extract(words), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what the mouse is dragged over."""
        del selection
        self.refresh()

    def _parse(self, style: str | Style) -> Style:
        return self.app.stylesheet.parse_style(style)
