"""Pages on which a numbered list stands in two columns: they are read down one, and then down the other."""

from __future__ import annotations

import re

_BESIDE = re.compile(r"\s{3,}(?=(\d{1,3})[.)]\s+\S)")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+\S")
_NEAR = 2
"""Columns by which the beginnings of a column's lines may differ."""


def in_one_column(page: str) -> str:
    """Return a page with the right column of a list below the left one; any other page stays as it is."""
    lines = page.split("\n")
    beside = [(at, found) for at, line in enumerate(lines) if (found := _last(line))]
    right = [(at, found) for at, found in beside if abs(found.end() - beside[0][1].end()) <= _NEAR]
    figures = [int(found[1]) for _, found in right]
    if len(right) < 2 or figures != [*range(figures[0], figures[0] + len(figures))]:
        return page
    first, column = right[0][0], min(found.end() for _, found in right)
    left_end = next((at for at, line in enumerate(lines) if at >= first and _figure(line) == figures[0] - 1), -1)
    if left_end < 0:
        return page
    last = max(right[-1][0], left_end)
    while last + 1 < len(lines) and lines[last + 1][column:].strip() and not lines[last + 1][:column].strip():
        last += 1
    both = lines[first : last + 1]
    left = [line[:column].rstrip() for line in both]
    return "\n".join([*lines[:first], *left, *(line[column:].rstrip() for line in both), *lines[last + 1 :]])


def _last(line: str) -> re.Match[str] | None:
    """Find the number that begins the right column of a line; words or a gap stand to its left."""
    found = [*_BESIDE.finditer(line)]
    return found[-1] if found and found[-1].start() > 0 else None


def _figure(line: str) -> int | None:
    found = _NUMBER.match(line)
    return int(found[1]) if found else None
