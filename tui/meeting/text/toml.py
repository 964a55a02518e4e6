"""Read a TOML text, and find the lines on which its keys stand, so that what is wrong can be said with its line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from tui.errors import BadInput

_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_ENTRY = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")


def read_toml(text: str, where: str | Path, hint: str) -> dict[str, Any]:
    """Read a text that `where` names in errors. Raises BadInput with the line."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", str(error))
        line = int(found[2] or text.count("\n") + 1) if found else None
        why = found[1] if found else str(error)
        raise BadInput(f"this is not TOML: {why[:1].lower()}{why[1:]}", where=where, line=line, hint=hint) from None


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """Find the line on which a key is set, else that of its table; None where it can't be told.

    `name#1` in the path is the second `[[name]]`.
    """
    table: tuple[str, ...] = ()
    times: Counter[str] = Counter()
    best: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            first, *others = _parts(header[2]) or ("",)
            times[first] += header[1] == "[[" and not others
            table = (f"{first}#{times[first] - 1}" if times[first] else first, *others)
            if table[: len(path)] == path:
                return number
            best = number if table == path[: len(table)] else best
        elif entry := _ENTRY.match(line):
            here = (*table, *_parts(entry[1]))
            if all(one == other for one, other in zip(here, path, strict=False)):
                return number
    return best


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
