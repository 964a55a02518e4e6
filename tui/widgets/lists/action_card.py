"""One action large: its words as they will print, whose it is and when it is due, what it lacks, where it arose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from tui.meeting.actions.review import missing, updates_on, verdict_of, where_it_arose
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.model import Action, EarlierUpdate, Entry, Meeting, Replaced, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import is_restricted
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import Span, plain
from tui.meeting.text.sanitizing import showable
from tui.widgets.bindings import CommandPart, bindings_of
from tui.widgets.lists.action_list import VERDICTS
from tui.widgets.lists.lines import MUTED, LinesView
from tui.widgets.live.section_names import name_of_section

_MEASURE = 84
"""Cells that a line may take, so that the eye finds the next one."""
_COLUMN = 14
"""Cells of the owners' column, as the notes have one."""
_NARROW = 56
"""Below this width there is no such column."""
_LABEL = 8
_SHORT = 16
"""Rows below which nothing is set apart by empty rows."""
_TALL = 28
"""Rows from which the words stand freely."""
_READ_ALOUD = 2
"""Blocks that are read aloud, at the top: which action this is, and its words."""
_LONGEST_ABOVE = 2
"""Rows that each entry before the action may take."""


class Card(Value, frozen=True, kw_only=True):
    """What is shown of an action."""

    meeting: Meeting
    entry: Entry
    place: int
    """Which of the actions this is, from 1."""
    total: int
    words: tuple[Span, ...] = ()
    """The words as they will print."""
    after: tuple[Span, ...] = ()
    """What prints after them: `(due following PMG)`."""


class ActionCard(LinesView, CommandPart, can_focus=True):
    """The action that is being settled; with the focus, its keys settle it."""

    BINDINGS = bindings_of("review")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._card: Card | None = None
        self._made_high = 0

    def show(self, card: Card) -> None:
        """Show an action, from its beginning where another one was shown before."""
        other = self._card is None or self._card.entry.id != card.entry.id
        self._card = card
        self.remake()
        if other:
            self.scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lay the action out for the new size."""
        if self.size.height != self._made_high:
            self.remake()
        else:
            super().on_resize()

    def make_lines(self, width: int) -> list[Content]:
        """Lay the action out: words, facts, what it lacks, where it arose."""
        self._made_high = self.size.height
        if self._card is None:
            return []
        measure = max(12, min(_MEASURE, width - (2 if width < _NARROW else 8)))
        indent = Content(" " * max(1, (width - measure) // 2))
        blocks = [
            [_head(self._card, measure)],
            list(_words(self._card, measure)),
            list(_facts(self._card, measure)),
            list(_lacks(self._card, measure)),
            list(_origin(self._card, measure)),
        ]
        height = self.size.height
        apart = [] if height < _SHORT else [Content("")]
        around = [*apart, *apart] if height >= _TALL else apart
        lines = [*around]
        for place, block in enumerate(blocks):
            lines += [*block, *(around if place < _READ_ALOUD else apart)] if block else []
        return [Content.assemble(indent, line) for line in lines]


def _head(card: Card, width: int) -> Content:
    """Say which action this is, of how many, and what has become of it."""
    entry = card.entry
    assert entry.action is not None, "cards are of actions alone"
    restricted = entry.restricted or is_restricted(card.meeting, card.meeting.section(entry.section))
    left = Content.assemble(
        (showable(entry.action.ref), "bold $text-accent"),
        (f"   {card.place} of {card.total}", MUTED),
        ("   restricted" if restricted else "", "$text-warning"),
    )
    verdict = Content.styled(*VERDICTS[verdict_of(entry)]).stylize("bold")
    return Content.assemble(left, " " * max(2, width - left.cell_length - verdict.cell_length), verdict)


def _words(card: Card, width: int) -> Iterator[Content]:
    """Set the words as the notes do, with the owners in a column at the right."""
    action = card.entry.action
    assert action is not None, "cards are of actions alone"
    after = [(" ", ""), *_styled(card.after, MUTED)] if card.after else []
    words = Content.assemble(*_styled(card.words, "bold"), *after)
    if width < _NARROW:
        yield from _wrapped(words, width)
        return
    owners = [Content.styled("ACTION", MUTED)]
    owners += [Content.styled(showable(owner), "bold $text-accent") for owner in action.owners] or [Content("—")]
    rows = list(_wrapped(words, width - _COLUMN - 3))
    for at in range(max(len(rows), len(owners))):
        row = rows[at] if at < len(rows) else Content("")
        owner = owners[at].truncate(_COLUMN, ellipsis=True) if at < len(owners) else Content("")
        yield Content.assemble(row, " " * (width - _COLUMN - row.cell_length), owner)


def _styled(spans: Iterable[Span], style: str) -> Iterator[tuple[str, str]]:
    for span in spans:
        marks = {"em": "italic", "strong": "underline", "": ""}[span.emphasis]
        sign = "$text-error" if span.gap else "$text-warning" if span.restricted else ""
        yield showable(span.words), f"{style} {marks} {sign}".strip()


def _facts(card: Card, width: int) -> Iterator[Content]:
    """Say in full whose it is and when it is due."""
    action = card.entry.action
    assert action is not None, "cards are of actions alone"
    owners = [_full_name(card.meeting, owner) for owner in action.owners]
    yield from _labelled("Owner", [Content(showable(owner)) for owner in owners], width)
    yield from _labelled("Due", [_due(action)] if action.due else [], width)
    if action.replaced_by:
        yield from _labelled("Now", [Content(f"replaced by {showable(action.replaced_by)}")], width)


def _full_name(meeting: Meeting, owner: str) -> str:
    """Name an owner with whoever goes by that: `DCC, Rob Dean`."""
    known = directory_of(meeting).find(owner)
    return f"{owner}, {known.name}" if known is not None and known.name and known.name != owner else owner


def _due(action: Action) -> Content:
    assert action.due is not None, "asked where there is a due"
    words = Content(showable(action.due.words))
    day = action.due.date
    if day is None:
        return words
    return Content.assemble(words, (" · ", MUTED), f"{WEEKDAYS[day.weekday()]} {said_date(day)}")


def _labelled(label: str, values: list[Content], width: int) -> Iterator[Content]:
    """Set values beside a label, one under another; a dash where there are none."""
    rows = [row for value in values or [Content("—")] for row in _wrapped(value, width - _LABEL)]
    for at, row in enumerate(rows):
        yield Content.assemble((label.ljust(_LABEL) if at == 0 else " " * _LABEL, MUTED), row)


def _lacks(card: Card, width: int) -> Iterator[Content]:
    for words in missing(card.meeting, card.entry):
        yield from _hanging(Content.styled(showable(words), "$text-warning"), ("! ", "bold $text-warning"), width)


def _origin(card: Card, width: int) -> Iterator[Content]:
    """Say where it arose: the section and what was captured just before; or the earlier meeting, and what it heard."""
    meeting, entry = card.meeting, card.entry
    assert entry.action is not None, "cards are of actions alone"
    origin = entry.action.origin
    if origin is None:
        where = f"Arose in {name_of_section(meeting.section(entry.section))}"
        yield from _wrapped(Content.styled(showable(where), MUTED), width)
        above = where_it_arose(meeting, entry)
        tags = [name_of_kind(one) for one in above]
        for one, tag in zip(above, tags, strict=True):
            yield from _aside(tag, _said(one), max(map(len, tags)), width)
        return
    topic = f" · {plain(origin.topic)}" if origin.topic else ""
    where = f"From {origin.meeting.title}, {said_date(origin.meeting.date)}{topic}"
    yield from _wrapped(Content.styled(showable(where), MUTED), width)
    heard = [("before", _replaced(one)) for one in entry.action.replaces]
    heard += [(f"{one.meeting.date:%b %Y}", _earlier(one)) for one in entry.action.earlier]
    heard += [("now", _said(one)) for one in updates_on(meeting, entry)]
    for tag, words in heard:
        yield from _aside(tag, words, max(len(tag) for tag, _ in heard), width)


def _replaced(action: Replaced) -> str:
    """Return the words of an action in whose place another one stands."""
    return f"{'restricted  ' if action.restricted else ''}{action.text} (replaced)"


def _earlier(update: EarlierUpdate) -> str:
    """Say what an earlier meeting heard of an action, or changed of it."""
    said = f"{', '.join(update.speakers)}: " if update.speakers else ""
    if update.day is not None and update.change in ("done", "dropped", "open"):
        why = f": {update.text}" if update.text else ""
        return f"{'restricted  ' if update.restricted else ''}{update.change} on {said_date(update.day)}{why}"
    changed = f"{update.change} changed to " if update.change else ""
    return f"{'restricted  ' if update.restricted else ''}{said}{changed}{update.text}"


def _said(entry: Entry) -> str:
    said = f"{', '.join(entry.speakers)}: " if entry.speakers and not entry.speakers_in_text else ""
    return f"{'restricted  ' if entry.restricted else ''}{said}{entry.text}"


def _aside(tag: str, words: str, column: int, width: int) -> Iterator[Content]:
    """Set something that stands back beside what it is, in few rows."""
    lead = f"  {tag.ljust(column)}  " if width >= _NARROW else "  "
    rows = list(_hanging(Content.styled(showable(words), MUTED), (lead, MUTED), width))
    yield from rows[: _LONGEST_ABOVE - 1]
    if len(rows) > _LONGEST_ABOVE:
        last = rows[_LONGEST_ABOVE - 1]
        yield Content.assemble(last.truncate(min(last.cell_length, width - 2)), ("…", MUTED))
    else:
        yield from rows[_LONGEST_ABOVE - 1 :]


def _hanging(words: Content, lead: tuple[str, str], width: int) -> Iterator[Content]:
    for at, row in enumerate(_wrapped(words, width - len(lead[0]))):
        yield Content.assemble(lead if at == 0 else " " * len(lead[0]), row)


def _wrapped(words: Content, width: int) -> Iterator[Content]:
    return (row.rstrip() for row in (words.wrap(max(8, width)) or [Content("")]))
