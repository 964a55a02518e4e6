"""The agenda's outline: numbers as printed, depth from the indentation, or from the number where there is none."""

from __future__ import annotations

import re

from tui.meeting.model import Section, Value
from tui.meeting.outline import core

_BULLET = re.compile(r"^[-*+•·▪◦‣–—]\s+")
_ITEM_WORD = re.compile(r"(?:agenda\s+)?item\s+(\d+[a-z]?(?:\.\d+)*)\s*[.:)–—-]?\s+", re.IGNORECASE)
_PUNCTUATED = re.compile(
    r"(\(?(?:\d+(?:[./]\d+)*[a-z]?(?:\.\d+)*|\d+[a-z](?:\.[ivx]+)?|[a-z]|[ivxlc]{1,6})(?:[.)]|\)\.|(?<=\d):))(?:\s+|(?=[^\W\d_]))",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(\d+(?:[./]\d+)+[a-z]?|\d+[a-z](?:[./]?\d+)*)\s+(?=\S)", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,4})\s+(?=\S)")
_TIME = re.compile(r"(?:(?P<hours>\d+(?:\.\d+)?)\s*(?:hours?|hrs?|h)\b)?\s*(?:(?P<minutes>\d+)\s*(?:minutes?|mins?\b\.?|m\b|['’′]))?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_PAPERS = re.compile(r"(?:papers?|documents?|attachments?)\s*:\s*(.+)", re.IGNORECASE)
_MOST_SECTIONS = 10_000


class OutlineLine(Value, frozen=True, kw_only=True):
    """One line of an agenda's list."""

    line: int
    """Its number in the file, from 1."""
    text: str
    """With its indentation."""


def outline_of(lines: list[OutlineLine]) -> tuple[Section, ...]:
    """Read the lines of an agenda's list into sections, in order."""
    sections: list[Section] = []
    indents: list[tuple[int, int]] = []
    base = min((_indent(line.text) for line in lines), default=0)
    for line in lines[:_MOST_SECTIONS]:
        text = _BULLET.sub("", line.text.strip(), count=1).strip()
        if papers := _PAPERS.fullmatch(text):
            if sections:
                sections[-1] = _with_papers(sections[-1], papers.group(1))
            continue
        number, heading = split_printed_number(text, sections)
        indent = _indent(line.text) - base
        while indents and indents[-1][0] >= indent - 1:
            indents.pop()
        level = indents[-1][1] + 1 if indents and indent > 1 else _level_by_number(number, sections)
        indents.append((indent, level))
        heading, presenter, minutes = split_brackets(heading)
        sections.append(
            Section(id=len(sections) + 1, number=number, heading=heading, level=level, presenter=presenter, minutes=minutes)
        )
    return tuple(sections)


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _with_papers(section: Section, words: str) -> Section:
    from msgspec.structs import replace

    return replace(section, papers=(*section.papers, *(p.strip() for p in words.split(";") if p.strip())))


def split_printed_number(text: str, before: list[Section]) -> tuple[str, str]:
    """Split a line into its printed number and its heading; the number is empty where there is none.

    A bare figure (`3 AOB`) is a number only where it goes on from the numbers before it.
    """
    text = re.sub(r"^\*\*(.*)\*\*$", r"\1", text).strip()
    if item := _ITEM_WORD.match(text):
        return item.group(1), text[item.end() :].strip()
    if found := _PUNCTUATED.match(text):
        rest = text[found.end() :].strip()
        number = found.group(1)
        if rest and (number[0].isdigit() or number[0] == "(" or _continues(number, before)):
            return number.rstrip(":"), rest
    if found := _COMPOUND.match(text):
        return found.group(1), text[found.end() :].lstrip("–—-: ").strip()
    if (found := _BARE.match(text)) and _follows(int(found.group(1)), before):
        return found.group(1), text[found.end() :].lstrip("–—-: ").strip()
    return "", text


def _continues(number: str, before: list[Section]) -> bool:
    """Whether a letter is a number and not the opening of a heading: `a)`, or one after its predecessor."""
    letter = core(number)
    if letter in ("a", "i") or number[-1] == ")":
        return True
    earlier = {core(section.number)[-1:] for section in before if section.number}
    return bool(set(letter) <= set("ivxlc")) or (len(letter) == 1 and chr(ord(letter) - 1) in earlier)


def _follows(figure: int, before: list[Section]) -> bool:
    numbers = [int(digits) for s in before if (digits := _leading(s.number)) or (digits := _trailing(s.number))]
    return not numbers or figure == 1 or figure - 1 in numbers


def _leading(number: str) -> str:
    found = re.match(r"\D*(\d+)", number)
    return found.group(1) if found else ""


def _trailing(number: str) -> str:
    found = re.search(r"(\d+)\D*$", number)
    return found.group(1) if found else ""


def _level_by_number(number: str, before: list[Section]) -> int:
    """Give the depth that a number has by itself: `2.1` and `1a` stand below `2` and `1`, letters below figures."""
    plain = core(number)
    if not plain or not before:
        return 1
    if "." in plain or re.fullmatch(r"\d+[a-z]+(?:\.?\d+)*", plain):
        pieces = re.findall(r"\d+|[a-z]+", plain)
        for length in range(len(pieces) - 1, 0, -1):
            for section in reversed(before):
                if re.findall(r"\d+|[a-z]+", core(section.number)) == pieces[:length] and section.number:
                    return section.level + 1
        return max(1, plain.count(".") + 1) if "." in plain else 1
    if plain.isdigit():
        return _level_of_figure(int(plain), number, before)
    if plain.isalpha():
        figures = [s for s in before if s.number and not core(s.number).isalpha()]
        return figures[-1].level + 1 if figures else 1
    return 1


def _level_of_figure(figure: int, number: str, before: list[Section]) -> int:
    """Give the depth of a plain figure: below the last section where the figures begin anew."""
    figures = [s for s in before if core(s.number).isdigit()]
    tops = [s for s in figures if s.level == 1]
    if not figures:
        return 1
    last = figures[-1]
    if figure == 1 and tops and before[-1].number:
        return before[-1].level + (0 if core(before[-1].number) == "1" else 1)
    runs_on = int(core(last.number)) + 1 == figure
    top_runs_on = bool(tops) and int(core(tops[-1].number)) + 1 == figure
    if last.level > 1 and runs_on and before[-1] is last:
        same_shape = number[-1:].isdigit() == last.number[-1:].isdigit()
        if not top_runs_on or same_shape:
            return last.level
    return 1


def split_brackets(heading: str) -> tuple[str, str, int | None]:
    """Split `Heading (Presenter, 10 min)` into heading, presenter and minutes; other brackets stay."""
    found = _BRACKETS.search(heading)
    if found is None:
        return heading, "", None
    pieces = [piece.strip() for piece in found.group(1).split(",")]
    time = _TIME.fullmatch(pieces[-1])
    if time is None or not (time.group("hours") or time.group("minutes")):
        return heading, "", None
    minutes = round(float(time.group("hours") or 0) * 60) + int(time.group("minutes") or 0)
    return heading[: found.start()].strip(), ", ".join(pieces[:-1]), minutes
