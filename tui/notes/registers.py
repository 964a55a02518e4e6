"""A register beside the actions as a table, or as a file: rows of any columns, each by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, assert_never, get_args

from tui.meeting.text.sanitizing import printable
from tui.notes.actions.csv_table import cell, csv_page
from tui.notes.templates.escaping import finished_markdown, markdown
from tui.notes.templates.layout import padded, width_of

RegisterFormat = Literal["table", "csv", "json", "md"]
REGISTER_FORMATS: tuple[RegisterFormat, ...] = get_args(RegisterFormat)

Rows = Sequence[Mapping[str, object]]

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
            return csv_page(columns, ([cell(_said(row[one])) for one in columns] for row in rows), separator)
        case "json":
            import msgspec

            return msgspec.json.format(msgspec.json.encode(list(rows))).decode("utf-8") + "\n"
        case "md":
            return _markdown(title, columns, rows, public=public)
        case _:
            assert_never(fmt)


def _table(title: str, columns: Sequence[str], rows: Rows) -> str:
    """Lay the rows out in columns, those that say nothing left out and the words last and whole."""
    if not rows:
        return f"No {title}.\n"
    shown = [one for one in _for_people(columns) if any(_said(row[one]) for row in rows)]
    shown.sort(key=lambda one: one in _WORDS)
    lines = [[_heading(one).upper() for one in shown]]
    lines += [[printable(" ".join(_said(row[one]).split())) or "-" for one in shown] for row in rows]
    widths = [max(map(width_of, column)) for column in list(zip(*lines, strict=True))[:-1]]
    return "".join("  ".join((*map(padded, line, widths), line[-1])) + "\n" for line in lines)


def _markdown(title: str, columns: Sequence[str], rows: Rows, *, public: bool) -> str:
    lines = [f"# {title.capitalize()}", ""]
    lines += [] if public else ["**INTERNAL: not for publication**", ""]
    first, *others = _for_people(columns)
    for row in rows:
        lines.append(f"- {markdown(_said(row[first])) or '(no words)'}")
        lines += [f"  - {_heading(one).capitalize()}: {markdown(said)}" for one in others if (said := _said(row[one]))]
    return finished_markdown("\n".join(lines if rows else [*lines, f"No {title}."]).rstrip("\n") + "\n")


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
