"""The keys of a screen, place by place, laid out for the width there is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.keys.asked import ASKED
from tui.keys.keymap import HEADINGS, Command, Keymap, Where, shown_key
from tui.meeting.marks import MARKS
from tui.widgets.lists.lines import MUTED, LinesView
from tui.widgets.live.agenda_list import LEGEND

_WIDE = 60
"""From this width on, questions and answers stand beside each other."""
_NARROW = 50
"""Below this width the words stand under the keys."""
_WIDEST_KEYS = 18


class KeysPage(LinesView):
    """The marks of the capture language where lines are typed, and the keys of each place."""

    def __init__(self, keymap: Keymap, places: Sequence[Where]) -> None:
        super().__init__()
        self._keymap = keymap
        self._places = places

    def on_mount(self) -> None:
        """Lay the page out."""
        self.remake()

    def make_lines(self, width: int) -> list[Content]:
        """Lay out the marks and every place."""
        lines = [*self._asked(width), *marks_of(width)] if "live" in self._places else []
        commands = {place: self._keymap.commands_of(place) for place in self._places}
        shown = [_keys_of(command) for place in self._places for command in commands[place]]
        column = min(_WIDEST_KEYS, max(map(len, shown), default=0)) + 2 if width >= _NARROW else 0
        for place in self._places:
            lines += [*([Content("")] if lines else []), Content.styled(HEADINGS[place], "bold underline")]
            if place == "agenda":
                lines += _wrapped("  ".join(f"{sign} {words}" for sign, words in LEGEND), width)
            for command in commands[place]:
                lines += _rows_of(command, width, column)
        return lines

    def _asked(self, width: int) -> list[Content]:
        """Lay out what a clerk asks, each with its answer."""
        lines = [Content.styled("What a clerk asks", "bold underline")]
        column = max(len(one.question) for one in ASKED) + 2 if width >= _WIDE else 0
        for one in ASKED:
            answer = Content(self._keymap.with_keys(one.answer))
            if column:
                rows = answer.wrap(width - column - 1)
                question = Content.styled(one.question.ljust(column), "$text-primary")
                lines += [Content.assemble(question if at == 0 else " " * column, row) for at, row in enumerate(rows)]
            else:
                lines += Content.styled(one.question, "$text-primary").wrap(max(10, width - 1))
                lines += [Content.assemble("  ", row) for row in answer.wrap(max(10, width - 3))]
        return [*lines, Content("")]


def marks_of(width: int) -> list[Content]:
    """Lay out the marks of the capture language, in as many columns as there is room for."""
    lines = _wrapped("One line is one entry. Its first character says what it is:", width)
    column = max(len(kind.value) for kind in MARKS.values()) + 5
    across = max(1, width // column)
    marks = [Content.assemble((mark, "bold $text-primary"), f" {kind.value}") for mark, kind in MARKS.items()]
    for start in range(0, len(marks), across):
        row = [Content.assemble(one, " " * (column - one.cell_length)) for one in marks[start : start + across]]
        lines.append(Content.assemble("  ", *row).rstrip())
    return lines + _wrapped("Without a mark, a line takes the kind shown at its left. Enter stores it.", width)


def _wrapped(words: str, width: int) -> list[Content]:
    return Content.styled(words, MUTED).wrap(max(10, width - 1))


def _keys_of(command: Command) -> str:
    return " · ".join(shown_key(key) for key in command.keys)


def _rows_of(command: Command, width: int, column: int) -> list[Content]:
    keys, title = Content.styled(_keys_of(command), "$text-primary"), Content(command.title)
    if not column:
        return [*keys.wrap(max(10, width - 1)), *(Content.assemble("  ", row) for row in title.wrap(width - 3))]
    words = title.wrap(max(10, width - column - 1))
    lead = keys.wrap(column - 1)
    return [
        Content.assemble(
            lead[at].pad_right(column - lead[at].cell_length) if at < len(lead) else " " * column,
            words[at] if at < len(words) else "",
        )
        for at in range(max(len(lead), len(words)))
    ]
