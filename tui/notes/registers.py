"""A register beside the actions as a table, or as a file: rows of any columns, each by its name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, assert_never, get_args

from tui.meeting.text.sanitizing import escaped_json, printable
from tui.notes.actions.csv_table import cell, csv_page
from tui.notes.templates.escaping import finished_markdown, markdown
from tui.notes.templates.layout import padded, width_of

RegisterFormat = Literal["table", "csv", "json", "md"]
REGISTER_FORMATS: tuple[RegisterFormat, ...] = get_args(RegisterFormat)

Rows = Sequence[Mapping[str, Hashable]]

_FOR_PROGRAMS = ("meeting_file", "entry")
"""Columns that lead a program to the entry; people find it by the meeting and the item."""

_WORDS = ("text", "words", "warning")
"""Columns of any length: in a table one of them stands last."""


def register_page(
    title: str, columns: Sequence[str], rows: Rows, fmt: RegisterFormat, *, public: bool = True, separator: str = ","
) -> str:
    """Write the rows of a register in a format; `title` is what they are, in the plural, `separator` that of csv."""
    match fmt:
        case "table":
            return _table(title, columns, rows)
        case "csv":
            cells = [_column(rows, one, lambda value: cell(_said(value))) for one in columns]
            return csv_page(columns, zip(*cells, strict=True), separator)
        case "json":
            import msgspec

            return escaped_json(msgspec.json.format(msgspec.json.encode(list(rows))).decode("utf-8")) + "\n"
        case "md":
            return _markdown(title, columns, rows, public=public)
        case _:
            assert_never(fmt)


def _table(title: str, columns: Sequence[str], rows: Rows) -> str:
    """Lay the rows out in columns, those that say nothing left out and the words last and whole."""
    if not rows:
        return f"No {title}.\n"
    shown = {one: cells for one in _for_people(columns) if any(cells := _column(rows, one, _said))}
    order = sorted(shown, key=lambda one: one in _WORDS)
    laid_out = [_laid_out(_heading(one).upper(), shown[one], last=one == order[-1]) for one in order]
    return "".join("  ".join(line) + "\n" for line in zip(*laid_out, strict=True))


def _laid_out(heading: str, cells: Sequence[str], *, last: bool) -> list[str]:
    """Return a column of a table below its heading, all cells of the width of its widest; those of the last end it."""
    printed = {one: printable(" ".join(one.split())) or "-" for one in set(cells)}
    width = max(map(width_of, (heading, *printed.values())))
    padding = {one: words if last else padded(words, width) for one, words in printed.items()}
    return [heading if last else padded(heading, width), *(padding[one] for one in cells)]


def _markdown(title: str, columns: Sequence[str], rows: Rows, *, public: bool) -> str:
    first, *others = _for_people(columns)
    written = [
        _column(rows, first, lambda value: f"- {markdown(_said(value)) or '(no words)'}"),
        *(_column(rows, one, _point(_heading(one).capitalize())) for one in others),
    ]
    lines = [f"# {title.capitalize()}", ""]
    lines += [] if public else ["**INTERNAL: not for publication**", ""]
    lines += [line for row in zip(*written, strict=True) for line in row if line] if rows else [f"No {title}."]
    return finished_markdown("\n".join(lines).rstrip("\n") + "\n")


def _point(heading: str) -> Callable[[Hashable], str]:
    """Return what writes a value of a column as a point below its row; nothing for one that says nothing."""
    return lambda value: f"  - {heading}: {markdown(said)}" if (said := _said(value)) else ""


def _column(rows: Rows, column: str, written: Callable[[Hashable], str]) -> list[str]:
    """Write the values of a column, each different one once: most rows of a large book share theirs with others."""
    known = lru_cache(maxsize=None, typed=True)(written)
    return [known(row[column]) for row in rows]


def _for_people(columns: Sequence[str]) -> list[str]:
    return [one for one in columns if one not in _FOR_PROGRAMS]


def _heading(column: str) -> str:
    return column.replace("_", " ")


def _said(value: object) -> str:
    """Return a value in words; what is not known is empty, and never nought."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(map(str, value))
        case _:
            return str(value)
