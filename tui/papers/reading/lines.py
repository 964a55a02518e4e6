"""The lines of a text, made plain of what word processors and web pages leave in them."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

from tui.meeting.model import Value
from tui.meeting.text.brackets import carried, unbracketed
from tui.meeting.text.sanitizing import clean

_BREAK = re.compile("\r\n|[\n\r]")
_SOFT_BREAK = re.compile("[\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|nbsp|amp|quot|apos|ndash|mdash|rsquo|lsquo);")
"""A character as HTML writes it, which editors leave in Markdown."""
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3\\s*")
"""A digit drawn as a key, which numbers an item."""
_WORD_BULLETS = re.compile("[\uf02d\uf06c\uf06e\uf0a7\uf0b7\uf0d8\uf0fc]")
"""The private characters that stand for bullets in Word's symbol fonts."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HARD_BREAK = re.compile(r"(?<=[^\\\s])\\$")
"""The backslash at a line's end by which Markdown says that the next begins anew."""
_BULLET = re.compile(
    r"(?:[-*+–—]\s+|[–—-](?=[^\W\d_])|[•·▪▫◦‣●○■□◆◾➢➤►→»✓]\s*|\.\s+(?=[^\W\d_])"
    r"|§(?!\s?\d)\s*|o\t+)(?:\[[ xX]?\]\s+)?(?=\S)"
)
CONTENTS = "[TOC]"
"""A line where a wiki prints a table of contents, however it is written."""
_TARGET = re.compile(r"^ {0,3}\[([^\[\]\n]{1,80})\]:[ \t]+(\S+)", re.MULTILINE)
_BY_NAME = re.compile(r"(?<!\[)\[([^\[\]\n]{1,200})\]\[([^\[\]\n]{0,80})\]")
"""Markdown's links by name, `[label][name]`, and where the names lead."""
_DOUBLED = re.compile(r"^([ \t]*)(\d{1,3}[.)])[ \t]+\2[ \t]+(?=\S)", re.MULTILINE)
_FEWEST_DOUBLED = 3
_CONTENTS = re.compile(r"\s*\[{1,2}_?TOC_?\]{1,2}\s*", re.IGNORECASE)
_LINE_NUMBER = re.compile(r"\s{0,6}(\d{1,3})(?=\s|$)(.*)$")
_ITEM_NUMBER = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s")
_FEWEST_NUMBERED = 8
_STRONG = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_]+)(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1")


class Line(Value, frozen=True, kw_only=True):
    """One line of a text."""

    number: int
    """Its place in the file, from 1."""
    text: str
    """With its indentation and its tabs, without what stands at its end and without brackets that restrict."""
    marked: str = ""
    """The same with these brackets, each pair of which stands within the line."""
    fault: str = ""
    """What was wrong with the brackets, in words."""
    soft: bool = False
    """True for what follows a line break inside a paragraph, as Shift+Enter makes it."""


def plain_lines(text: str) -> list[Line]:
    """Split a text into lines with plain spaces, without characters nobody sees and Markdown's backslashes."""
    found: list[tuple[int, bool, str]] = []
    for number, whole in enumerate(_BREAK.split(text), 1):
        for place, part in enumerate(_SOFT_BREAK.split(whole)):
            part = _ENTITY.sub(lambda found: unescape(found[0]), part) if "&" in part else part
            if not part.isascii():
                part = _KEYCAP.sub(r"\1. ", part)
                part = _WORD_BULLETS.sub("•", _UNSEEN.sub("", _SPACES.sub(" ", part)))
            if "TOC" in part and _CONTENTS.fullmatch(part):
                part = CONTENTS
            kept = "\t".join(clean(piece) for piece in part.split("\t"))
            found.append((number, place > 0, _HARD_BREAK.sub("", _ESCAPE.sub(r"\1", kept).rstrip())))
    return [
        Line(number=number, text=unbracketed(line), marked=line, fault=fault, soft=soft)
        for (number, soft, _), (line, fault) in zip(found, carried((one[2] for one in found), lambda _: 0), strict=True)
    ]


def with_links_inline(text: str) -> str:
    """Put where a link leads behind its label, where the paper says it elsewhere: `[Plan][p]`, `[p]: https://…`."""
    if "]:" not in text or "][" not in text:
        return text
    targets = {found[1].casefold(): found[2] for found in _TARGET.finditer(text)}

    def inline(found: re.Match[str]) -> str:
        target = targets.get((found[2] or found[1]).casefold())
        return found[0] if target is None or set(target) & {*"()"} else f"[{found[1]}]({target})"

    return _BY_NAME.sub(inline, text)


def without_doubled_numbers(text: str) -> str:
    """Take one of two numbers away where a list that was copied from a page has each twice: `2. 2. Bills`."""
    if len({found[2] for found in _DOUBLED.finditer(text)}) < _FEWEST_DOUBLED:
        return text
    return _DOUBLED.sub(r"\1\2 ", text)


def without_line_numbers(text: str) -> str:
    """Take the numbers away that a printer put before every line, page by page; any other text stays as it is."""
    lines = text.split("\n")
    numbered = [_LINE_NUMBER.match(line) for line in lines]
    shown = [found for line, found in zip(lines, numbered, strict=True) if line.strip()]
    numbers = [int(found[1]) for found in shown if found]
    rows = [found[2].strip() for found in shown if found]
    in_row = sum(after in (before + 1, 1) for before, after in pairwise(numbers))
    if len(numbers) < _FEWEST_NUMBERED or len(numbers) * 10 < len(shown) * 9 or in_row + 1 < len(numbers) * 0.95:
        return text
    if not any(not row for row in rows) and not any(_ITEM_NUMBER.match(row) for row in rows):
        return text
    return "\n".join(
        f"{' ' * found.start(2)}{found[2]}" if found else line for line, found in zip(lines, numbered, strict=True)
    )


def indent_of(text: str) -> int:
    """Return the columns a line is indented by; a tab goes on to the next fourth."""
    expanded = text[: len(text) - len(text.lstrip())].expandtabs(4)
    return len(expanded)


def has_bullet(text: str) -> bool:
    """Whether a line begins with a bullet."""
    return _BULLET.match(text.lstrip()) is not None


def without_bullet(text: str) -> str:
    """Return a line without indentation and bullet."""
    stripped = text.strip()
    return _BULLET.sub("", stripped, count=1).strip() if _BULLET.match(stripped) else stripped


def without_emphasis(text: str) -> str:
    """Take away the marks that set parts of a line bold, or the whole of it in italics."""
    text = _STRONG.sub(lambda found: found.group(1) or found.group(2), text)
    whole = _EMPHASIS.fullmatch(text.strip())
    return whole.group(2) if whole else text


def cells_of(text: str, *, all_of_them: bool = False) -> list[str] | None:
    """Return the cells of a line of a Markdown table, empty ones only with `all_of_them`; None for any other line."""
    stripped = text.strip()
    if not stripped.startswith("|"):
        return None
    cells = [without_emphasis(piece.strip()) for piece in stripped.removeprefix("|").removesuffix("|").split("|")]
    return cells if all_of_them else [cell for cell in cells if cell]
