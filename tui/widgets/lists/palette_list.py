"""The list of the command palette: a command a row, its key, and why it is not available."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive

from tui.keys.synonyms import SYNONYMS
from tui.meeting.text.matching import best_first, has_starts, holds, rank, starts, whole
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.lines import MUTED, LinesView

_NARROW = 50
"""Below this width the keys stand after the words."""
_WIDEST_KEYS = 18


class Offer(NamedTuple):
    """A command as the palette offers it."""

    title: str
    run: Callable[[], object]
    """What carries it out."""
    keys: str = ""
    """As people read them: `Ctrl+N · Page Down`."""
    reason: str = ""
    """Why it is not available now; empty where it is."""
    name: str = ""
    """What the settings file calls it, or how it is typed."""
    fill: str = ""
    """What is put into the palette's field instead of running it: the beginning of a command that needs words."""


def ranked(offers: Sequence[Offer], wanted: str) -> list[Offer]:
    """Return the offers that fit what is typed, word for word: in their titles first, then in other words for them."""
    typed = " ".join(wanted.casefold().split())
    return best_first(offers, ((_rank(offer, typed),) for offer in offers))


def _rank(offer: Offer, typed: str) -> int:
    title, others = offer.title.casefold(), SYNONYMS.get(offer.name, "")
    all_words = f"{title} {offer.name} {others}".casefold()
    keys = (offer.keys.casefold(),)
    other_words = (offer.name.lstrip("/"), *others.split())
    return rank(
        typed,
        (starts, (title,)),
        (whole, other_words),
        (has_starts, (title,)),
        (has_starts, (all_words,)),
        (holds, keys),
    )


class OfferList(LinesView):
    """The commands that fit, one of them chosen."""

    GUTTER = 2
    chosen: reactive[int] = reactive(0)
    """Place of the chosen one among those shown, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._offers: Sequence[Offer] = ()
        self._rows: list[range] = []

    def show(self, offers: Sequence[Offer]) -> None:
        """Show commands, the first one chosen."""
        self._offers = offers
        self.set_reactive(OfferList.chosen, 0)
        self.remake()
        self.scroll_home(animate=False, immediate=True)

    @property
    def offer(self) -> Offer | None:
        """The chosen command; None where none fits."""
        return self._offers[self.chosen] if self._offers else None

    def choose_by(self, by: int) -> None:
        """Choose the one so many below, or above (below 0); from an end, one step goes on at the other."""
        if not self._offers:
            return
        last = len(self._offers) - 1
        to = self.chosen + by
        self.chosen = to % (last + 1) if abs(by) == 1 else max(0, min(last, to))

    def watch_chosen(self) -> None:
        """Bring the chosen one into sight."""
        if self.chosen < len(self._rows):
            rows = self._rows[self.chosen]
            self.scroll_to_region(Region(0, rows.start, 1, len(rows)), animate=False, force=True, immediate=True)
        self.refresh()

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen one."""
        return "on $primary 30%" if self._rows and at in self._rows[self.chosen] else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen one."""
        return "›" if self._rows and at == self._rows[self.chosen].start else ""

    def make_lines(self, width: int) -> list[Content]:
        """Lay the commands out: the keys at the left where there is room, a reason after the words."""
        self._rows = []
        if not self._offers:
            return [Content.styled("no command has such words", MUTED)]
        lines: list[Content] = []
        column = max(len(offer.keys) for offer in self._offers) + 2 if width >= _NARROW else 0
        for offer in self._offers:
            rows = _rows_of(offer, width, min(column, _WIDEST_KEYS + 2))
            self._rows.append(range(len(lines), len(lines) + len(rows)))
            lines.extend(rows)
        return lines


def _rows_of(offer: Offer, width: int, column: int) -> list[Content]:
    title = Content.styled(showable(offer.title), MUTED if offer.reason else "")
    reason = Content.styled(f" — {showable(offer.reason)}" if offer.reason else "", f"italic {MUTED}")
    keys = Content.styled(showable(offer.keys), MUTED if offer.reason else "$text-primary")
    if column:
        keys = keys.truncate(column - 2, ellipsis=True) if keys.cell_length > column - 2 else keys
        lead = Content.assemble(keys, " " * (column - keys.cell_length))
        words = Content.assemble(title, reason)
    else:
        lead, words = Content(""), Content.assemble(title, "  " if offer.keys else "", keys, reason)
    rows = words.wrap(max(10, width - lead.cell_length - 1)) or [Content("")]
    blank = Content(" " * lead.cell_length)
    return [Content.assemble(lead if at == 0 else blank, row.rstrip()) for at, row in enumerate(rows)]
