"""One setting of a style put into its file, where every other line stays as somebody wrote it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence

from tui.meeting.text.toml import line_of


def with_setting(text: str, name: str, value: str | Sequence[str]) -> str:
    """Return the text of a style's settings with one of them set; for nothing it becomes an example again."""
    lines = text.splitlines()
    place = _place(text, lines, name)
    new = (
        [f"{name} = {_toml(value)}"]
        if value
        else [f"# {line.lstrip('# ')}" for line in lines[place.start : place.stop]]
    )
    return "\n".join([*lines[: place.start], *new, *lines[place.stop :]]) + "\n"


def _place(text: str, lines: Sequence[str], name: str) -> range:
    """Find the lines of a setting; where there is none, its example, else the place before the first table."""
    found = line_of(text, (name,))
    if found is not None:
        start = found - 1
        ends = (stop for stop in range(found, len(lines) + 1) if _is_whole("\n".join(lines[start:stop])))
        return range(start, next(ends, found))
    example = re.compile(rf"#\s*{name}\s*=")
    at = next((at for at, line in enumerate(lines) if example.match(line)), None)
    if at is not None:
        return range(at, at + 1)
    table = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    return range(table, table)


def _is_whole(lines: str) -> bool:
    try:
        tomllib.loads(lines)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _toml(value: str | Sequence[str]) -> str:
    """Write words, or a list of them, as TOML, whose escapes JSON shares."""
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False).replace("\x7f", "\\u007f")
