"""The base of lists with one chosen row: moving the choice, showing it, keeping it in sight."""

from __future__ import annotations

from textual.geometry import Region
from textual.reactive import reactive

from tui.widgets.lists.lines import LinesView


class ChoiceView(LinesView):
    """A list of which one thing is chosen; a subclass has the things, of which each has a row."""

    chosen: reactive[int] = reactive(0)
    """Place of the chosen one among those shown, from 0."""

    @property
    def count(self) -> int:
        """How many there are to choose from."""
        raise NotImplementedError

    def show_chosen(self, place: int) -> None:
        """Draw the list anew, the one at that place chosen, or the nearest there is."""
        self.set_reactive(ChoiceView.chosen, self._within(place))
        self.remake()
        self._bring_into_sight()

    def choose_by(self, by: int) -> None:
        """Choose the one so many below, or above (below 0), without leaving the list."""
        self.chosen = self._within(self.chosen + by)

    def rows_of(self, place: int) -> Region:
        """Return the rows that are to be in sight with the one at a place; the last of them is its own."""
        return Region(0, place, 1, 1)

    def watch_chosen(self) -> None:
        """Bring the chosen one into sight."""
        self._bring_into_sight()
        self.refresh()

    def on_resize(self) -> None:
        """Make the rows for the new width, the chosen one in sight."""
        super().on_resize()
        self._bring_into_sight()

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen one."""
        return "on $primary 30%" if self._is_chosen(at) else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen one, which without colours is told by nothing else."""
        return "›" if self._is_chosen(at) else ""

    def _is_chosen(self, at: int) -> bool:
        return bool(self.count) and at == self.rows_of(self.chosen).bottom - 1

    def _within(self, place: int) -> int:
        return max(0, min(self.count - 1, place))

    def _bring_into_sight(self) -> None:
        if self.count:
            self.scroll_to_region(self.rows_of(self.chosen), animate=False, force=True, immediate=True)
