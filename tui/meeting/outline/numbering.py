"""Numbers for new subsections, written as the agenda writes those of its others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.model import Meeting, Section, Value
from tui.meeting.outline.outline import core, subtree, tokens_of

_PRINTED = re.compile(r"(?P<lead>\W*)(?P<head>.*?)(?P<last>\d+|[ivx]{2,}|[^\W\d_])(?P<tail>\W*)", re.IGNORECASE)
_ROUND = re.compile(r"(?:\.0+)+$")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class _Shape(Value, frozen=True, kw_only=True):
    """How the number of a subsection is written."""

    lead: str = ""
    """Before everything: the `(` of `(a)`."""
    joint: str | None = "."
    """Between the number of the section above and its own last part; None where the number above is left out."""
    last: str = "1"
    tail: str = ""
    roman: bool = False
    keeps_round: bool = False
    """Whether the `.0` of the number above stays: `2.0.1` and not `2.1` below `2.0`."""

    def number(self, above: str, place: int) -> str:
        """Write the number of the subsection at a place, from 1."""
        if not self.keeps_round:
            above = _ROUND.sub("", above)
        head = "" if self.joint is None else f"{above}{self.joint}"
        return f"{self.lead}{head}{_counted(place, self.last, roman=self.roman)}{self.tail}"


def numbers_below(meeting: Meeting, parent: Section, wanted: int) -> list[str]:
    """Return numbers for new last subsections: `1a` where the agenda has `4a`, else `1.1`.

    They go on from those the section has; none are given where it, or those it has, have none.
    """
    own = [s for s in subtree(meeting, parent)[1:] if s.level == parent.level + 1]
    numbered = [s for s in own if s.number]
    if own and not numbered:
        return [""] * wanted
    roman = any(tokens_of(s.number)[-1:] == ("ii",) for s in meeting.sections)
    shape = _shape_of(numbered[-1], parent, roman=roman) if numbered else None
    if shape is not None:
        start = _place_of(shape.last, roman=shape.roman)
    else:
        start = len(own)
        others = (_shape_of(child, mother, roman=roman) for mother, child in _families(meeting, parent.level + 1))
        shape = next((found for found in others if found is not None), _Shape())
    above = _bare(parent.number)
    if not above and (shape.joint is not None or not numbered):
        return [""] * wanted
    return [shape.number(above, start + place) for place in range(1, wanted + 1)]


def _bare(number: str) -> str:
    """Return a number without the punctuation around it, its capitals kept."""
    bare = re.sub(r"[()\[\]]", "", number).strip(" .:")
    return bare if core(bare) else ""


def _families(meeting: Meeting, level: int) -> Iterator[tuple[Section, Section]]:
    """Return the numbered sections of a level, each with the section above it."""
    mothers: dict[int, Section] = {}
    for section in meeting.sections:
        mothers[section.level] = section
        mother = mothers.get(level - 1)
        if section.level == level and section.number and mother is not None:
            yield mother, section


def _shape_of(child: Section, mother: Section, *, roman: bool) -> _Shape | None:
    printed = _PRINTED.fullmatch(child.number)
    if printed is None:
        return None
    last, head = printed["last"], printed["head"]
    if not head:
        joint: str | None = None
    elif mother.number and tokens_of(head) == tokens_of(mother.number):
        joint = re.sub(r"^.*[^\W_]", "", head)
    else:
        return None
    is_roman = roman and last.casefold() in {_counted(place, "i", roman=True) for place in range(1, 30)}
    return _Shape(
        lead=printed["lead"],
        joint=joint,
        last=last,
        tail=printed["tail"],
        roman=is_roman,
        keeps_round=_ROUND.search(_bare(head)) is not None,
    )


def _place_of(last: str, *, roman: bool) -> int:
    if last.isdecimal():
        return int(last)
    if roman:
        return next(place for place in range(1, 30) if _counted(place, "i", roman=True) == last.casefold())
    return ord(last[0].casefold()) - ord("a") + 1


def _counted(place: int, like: str, *, roman: bool) -> str:
    """Write a count like another one: as a figure, a letter or a Roman number, small or capital."""
    if like.isdecimal():
        return str(place)
    letters = ""
    if roman:
        for value, numeral in _ROMAN:
            letters += numeral * (place // value)
            place %= value
    else:
        while place > 0:
            place, rest = divmod(place - 1, 26)
            letters = chr(ord("a") + rest) + letters
    return letters.upper() if like.isupper() else letters
