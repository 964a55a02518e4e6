"""The rows of a table as they are typed and pasted, and as an entry keeps them: a line each, its cells between `|`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from tui.meeting.kinds import Kind
from tui.meeting.text.inline_markup import masked
from tui.meeting.text.lazy_patterns import Pattern

BAR = Kind.TABLE.row.mark
_ROW_ENDS = Pattern(r"\s+\|\|\s+")
_RULE = Pattern(r":?-+:?")
_SPACED_BAR = Pattern(r"\s\|\s")
_COUNTED = Pattern(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.):\]]*|[^\w\s]{1,2}", re.IGNORECASE)
"""What stands before a tab in a list, which is no table."""


def kept_rows(typed: str) -> str:
    """Return a table's text as it is kept, from words in which ` || ` ends a row; a rule below the head is left out."""
    ends = [found.span() for found in _ROW_ENDS.finditer(masked(typed))]
    starts = [0, *(end for _, end in ends)]
    rows = [typed[start:end].strip() for start, end in zip(starts, [*(at for at, _ in ends), len(typed)], strict=True)]
    told = [row for row in map(_trimmed, rows) if row]
    return "\n".join(row for row in told if len(told) == 1 or not is_rule(row))


def is_rule(row: str) -> bool:
    """Return whether a row is the line of dashes below a head, `---|---:`, and holds no words."""
    return all(_RULE.fullmatch(cell) for cell in _cells(row))


def typed_rows(text: str) -> str:
    """Return a table's text as it could be typed again."""
    return text.replace("\n", " || ")


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a table's rows; a bar within restricted words parts nothing."""
    return [_cells(row) for row in text.split("\n")]


def with_bars(lines: Sequence[str], *, spaced: bool = True) -> list[str]:
    """Return pasted lines with those of a table begun by its mark: two or more with as many tabs, or `spaced` bars."""
    found: list[str] = []
    for columns, group in groupby(lines, key=_columns):
        rows = list(group)
        listed = columns[1] == 2 and all(_COUNTED.fullmatch(row.split("\t")[0].strip()) for row in rows)
        if columns[1] < 2 or len(rows) < 2 or listed or (columns[0] == "bars" and not spaced):
            found.extend(rows)
        elif columns[0] == "tabs":
            found.extend(f"{BAR}{' | '.join(cell.strip() for cell in row.split(chr(9)))}" for row in rows)
        else:
            found.extend(f"{BAR}{row.strip()}" for row in rows)
    return found


def _columns(line: str) -> tuple[str, int]:
    """Return by what a line without the mark is parted, and into how many cells."""
    if line.lstrip(" ")[:1] in {kind.row.mark for kind in Kind} | set("/%\\"):
        return "", 0
    if "\t" in line.strip():
        return "tabs", line.strip("\r\n ").count("\t") + 1
    return "bars", len(_SPACED_BAR.findall(line)) + 1


def _trimmed(row: str) -> str:
    """Return a row without the bar that closes it, and the one that opens it in a row after the first."""
    row = row.removeprefix(BAR).strip() if row.startswith(BAR) and row.endswith(BAR) and len(row) > 1 else row
    return row.removesuffix(BAR).rstrip() if row.endswith(BAR) else row


def _cells(row: str) -> list[str]:
    hidden = masked(row)
    bars = [at for at, character in enumerate(hidden) if character == BAR]
    starts = [0, *(at + 1 for at in bars)]
    return [row[start:end].strip() for start, end in zip(starts, [*bars, len(row)], strict=True)]
