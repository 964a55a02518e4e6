"""The printed numbers of an agenda's lines, told from headings that merely begin with a figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import Enum, auto
from itertools import pairwise

from tui.meeting.languages.languages import words_of
from tui.meeting.model import Value
from tui.meeting.outline.outline import core, tokens_of
from tui.meeting.text.lazy_patterns import Pattern

_FLAGS = re.IGNORECASE
_PLAIN = r"\d+(?:[./]\d+)*[a-z]?(?:\.\d+)*|\d+\.[a-z](?:\.\d+)*|\d+(?:\.\d+)*\s?\((?:[a-z]|[ivx]{2,4})\)"
_ITEM_WORD = Pattern(
    rf"(?:agenda\s+)?(?:{'|'.join(map(re.escape, sorted(words_of('items'), key=len, reverse=True)))})(?:\s+no\.?"
    rf"|\s+number|\s+n[°º.]?)?\s*#?\s*"
    r"(?P<number>\d+(?:[./]\d+)*[a-z]?(?:\.\d+)*)(?:\s*[.:)–—-]+\s*|\s+|$)",
    _FLAGS,
)
_SIGNED = re.compile(
    r"(?:§|P)\s?(?P<number>\d{1,3}(?:\.\d+)*)(?:[.:)]\s*|\s+)(?=[A-Z\W])|(?P<ordinal>\d{1,3})[ºª°](?:\s*[.)]?\s*[–—-]?\s*)(?=\S)"
)
_ORDINAL = re.compile(
    r"(?P<number>(?:primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|sext[oa]|s[eé]ptim[oa]|octav[oa]|noven[oa]"
    r"|d[eé]cim[oa])(?:\s?\.\s?[-–—]|\s?[-–—.:]))\s*(?=\S)",
    _FLAGS,
)
_PUNCTUATED = re.compile(
    rf"(?P<number>[(\[]?(?:{_PLAIN})(?:\.\)|\)\.|\.-|[.)\]]|(?<!\b(?:19|20)\d\d)(?<=\d):|(?<=\)))"
    r")(?:\s+|$|(?=[^\W\d_][\w'’]))",
    _FLAGS,
)
_LETTERED = re.compile(r"(?P<number>\(?(?P<letters>[a-z]|[ivxl]{1,6})(?P<mark>\)|\.))(?:\s+|$)", _FLAGS)
_ROMAN_ALONE = re.compile(r"(?P<number>[IVX]{1,5})\s+(?=[^\W\d_a-z])")
_COMPOUND = re.compile(
    r"(?P<number>\d+(?:/\d+)+[a-z]?(?:\.\d+)*|\d+(?:\.\d+)+[a-z]?|\d+(?:\.\d+)*\.[a-z]|\d+[a-z](?:\.?\d+)*):?(?:\s+|$)",
    _FLAGS,
)
_GLUED = re.compile(r"(?P<number>\d+(?:\.\d+)+)(?=[A-Z][a-z])")
_BARE = re.compile(r"(?P<number>\d{1,4})(?:\s+[–—-](?=[A-ZÄÖÜÉÈÀ][a-zäöüéèà])|\s+|\s*[–—-]+\s+|$)")
_CODE = re.compile(
    r"(?!Q[1-4]\b|H[12]\b)(?P<number>(?:[A-Za-z]{0,6}[-./]?\d+(?:[-./]\d+)*[a-z]?|\d{1,4}-[A-Z]|\d{2,4}/[A-Z]{1,5}/\d+)[.):]?)(?:\s+|$)"
)
_BEFORE_YEAR = re.compile(r"(?P<figure>\d{1,4})-(?P<year>\d\d/\d\d)")
_LED = re.compile(
    r"(?P<number>(?P<led>(?!(?:PART|DAY|TEIL|TAG|PARTE|JOUR|RHAN|LOT|STEP|STAGE|PHASE|WARD|ZONE|AREA|YEAR)\b)[A-Z]{2,5}|Min(?:ute)?s?\.?|Res(?:olution)?\.?|Cofnod|Beschluss|Délib(?:ération)?\.?|Acuerdo)"
    r"(?: (?:No|Nr|nº|n°)\.?)? (?!(?:19|20)\d\d\b(?![-./]\d))\d+(?:[-./]\d+)*)(?:[.:)]?\s+(?:[–—-]+\s+)?)(?=\S)"
)
"""A number led by the house's letters or by what it counts (`FGB 44`, `Minute 24/7`), or a heading's own."""
_SEPARATOR = re.compile(r"(?:[–—-]+|[:/|])\s+")
_OF_A_TIME = re.compile(r"(?:[ap]\.?m\b|hrs?\b|hours\b|noon\b)", _FLAGS)
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_LAST_PART = re.compile(r"(.*[-/])(\d+)")


def places_of(letters: str) -> dict[str, int]:
    """Return the places that letters may count: `c` is the third letter, `iv` the fourth Roman number, `i` both."""
    small = letters.lower()
    places = {"letter": ord(small) - ord("a") + 1} if len(small) == 1 and "a" <= small <= "z" else {}
    if _ROMAN.fullmatch(small):
        values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in small]
        places["roman"] = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return places


def follows(one: str, other: str) -> bool:
    """Whether a part of a number comes straight after another: `b` after `a`, `10` after `9`."""
    if one.isdecimal() and other.isdecimal():
        return int(one) + 1 == int(other)
    return len(one) == len(other) == 1 and ord(one) + 1 == ord(other)


class Form(Enum):
    """How a number is written, which says how sure it is to be one."""

    NONE = auto()
    SURE = auto()
    """`1.`, `(2)`, `Item 3:`."""
    LETTER = auto()
    """`a)`, `B.`, `iv)`."""
    COMPOUND = auto()
    """`2.1`, `4a`, `107/20`, which may be an amount, a size or a year."""
    CODE = auto()
    """`C24-107`."""
    BARE = auto()
    """`3`, which may be a count."""


class NumberCandidate(Value, frozen=True, kw_only=True):
    """What may be a number at the start of a line."""

    form: Form
    text: str
    """The whole line."""
    number: str = ""
    rest: str = ""

    @property
    def figure(self) -> int | None:
        """The number where it is a single figure."""
        digits = core(self.number)
        return int(digits) if self.form in (Form.SURE, Form.BARE) and digits.isdecimal() and len(digits) < 9 else None


def candidate_of(text: str) -> NumberCandidate:
    """Find what may be a number at the start of a line without its bullet."""
    for form, pattern in (
        (Form.SURE, _ITEM_WORD),
        (Form.SURE, _SIGNED),
        (Form.SURE, _ORDINAL),
        (Form.SURE, _PUNCTUATED),
        (Form.LETTER, _LETTERED),
        (Form.COMPOUND, _COMPOUND),
        (Form.COMPOUND, _GLUED),
        (Form.BARE, _BARE),
        (Form.CODE, _CODE),
    ):
        found = pattern.match(text)
        if found is None:
            continue
        rest = text[found.end() :].strip()
        if separator := _SEPARATOR.match(rest):
            rest = rest[separator.end() :]
        number = (found["number"] or found["ordinal"]).rstrip(":")
        if rest and len(number) <= 30 and not (form in (Form.COMPOUND, Form.BARE) and _OF_A_TIME.match(rest)):
            return NumberCandidate(form=form, text=text, number=number, rest=rest)
    return NumberCandidate(form=Form.NONE, text=text)


def split_numbers(texts: Sequence[str], deeper: Collection[int] = ()) -> list[tuple[str, str]]:
    """Split the lines of an outline, bullets aside, into printed numbers and headings; `""` where there is none.

    What is no number by its form alone (`3D printers`, `2019 accounts`) is one where it fits among the others; a first
    letter also where its line is one of the `deeper`, which are indented below the line above.
    """
    candidates = _with_led(_with_roman([candidate_of(text) for text in texts]))
    reading = _Reading(candidates, deeper)
    return [
        (candidate.number, candidate.rest) if reading.takes(place, candidate) else ("", candidate.text)
        for place, candidate in enumerate(candidates)
    ]


_FIRST_LETTERS = ("a", "i")
_LAST_HOUR = 24


class _Reading:
    """Goes through the candidates once, with what stands before and after each."""

    def __init__(self, candidates: Sequence[NumberCandidate], deeper: Collection[int]) -> None:
        self._deeper = deeper
        self._partners = _values_beside(candidates)
        self._before_years = {one.groups() for c in candidates if (one := _BEFORE_YEAR.fullmatch(c.number))}
        self._letters = {core(c.number) for c in candidates if c.form is Form.LETTER}
        self._in_row = _letters_in_row(candidates)
        self._next_figures = _next_figures(candidates)
        self._other_numbers = sum(c.form is not Form.NONE for c in candidates) > 1
        self._seen_letters: set[tuple[bool, str, int]] = set()
        self._seen: set[tuple[str, ...]] = set()
        self._last: tuple[str, ...] = ()
        self._bare: int | None = None

    def takes(self, place: int, candidate: NumberCandidate) -> bool:
        """Whether the next candidate is a number."""
        if candidate.form is Form.NONE:
            return False
        tokens = tokens_of(candidate.number)
        taken = self._fits(place, candidate, tokens)
        if taken:
            self._seen.add(tokens)
            self._last = tokens
            if candidate.form is Form.BARE:
                self._bare = candidate.figure
        return taken

    def _fits(self, place: int, candidate: NumberCandidate, tokens: tuple[str, ...]) -> bool:
        match candidate.form:
            case Form.LETTER:
                first = place in self._deeper and core(candidate.number) in _FIRST_LETTERS
                return self._letter_fits(candidate) or place in self._in_row or first
            case Form.COMPOUND:
                return self._slashed_fits(tokens) if "/" in tokens[0] else self._compound_fits(candidate, tokens)
            case Form.CODE:
                begins = tokens[-1] == "1" and tokens[:-1] in self._seen
                return (
                    begins
                    or self._runs_before_year(candidate)
                    or _consecutive(self._partners.get(_beside(tokens), set()), tokens[-1])
                )
            case Form.BARE:
                return self._bare_fits(place, candidate)
        return True

    def _letter_fits(self, candidate: NumberCandidate) -> bool:
        """Take a letter with a bracket, and one with a full stop (`C. difficile`) only in its row."""
        letters = core(candidate.number)
        capital = any(letter.isupper() for letter in candidate.number)
        fits = False
        for sort, value in places_of(letters).items():
            before, here = (capital, sort, value - 1), (capital, sort, value)
            starts = value == 1 and any(places_of(other).get(sort) == 2 for other in self._letters)
            if starts:
                self._seen_letters = {seen for seen in self._seen_letters if seen[:2] != (capital, sort)}
            if (
                starts
                or (before in self._seen_letters and here not in self._seen_letters)
                or candidate.number[-1] == ")"
            ):
                self._seen_letters.add(here)
                fits = True
        return fits

    def _compound_fits(self, candidate: NumberCandidate, tokens: tuple[str, ...]) -> bool:
        above, last = tokens[:-1], tokens[-1]
        if not above:
            return True
        beside = self._partners.get(_beside(tokens), set())
        if _consecutive(beside, last) or (last.isdecimal() and len(beside) > 1 and above in self._seen):
            return True
        if self._is_of_year(candidate, tokens):
            return True
        if last in ("1", "a"):
            return not candidate.number[-1].isupper() or above in self._seen
        return self._last[: len(above)] == above and not candidate.number[-1].isupper()

    def _is_of_year(self, candidate: NumberCandidate, tokens: tuple[str, ...]) -> bool:
        """Whether a number runs on within a year that stands behind it: `43.15` beside `44.15`, and no hour is."""
        if len(tokens) != 2 or not all(token.isdecimal() for token in tokens) or not candidate.rest[:1].isupper():
            return False
        hour = int(tokens[0]) <= _LAST_HOUR and int(tokens[1]) % 5 == 0
        return not hour and len(tokens[1]) == 2 and _consecutive(self._partners.get(("", tokens[1]), set()), tokens[0])

    def _runs_before_year(self, candidate: NumberCandidate) -> bool:
        """Whether a number runs on before the year of which it is: `87-18/19` beside `88-18/19`."""
        found = _BEFORE_YEAR.fullmatch(candidate.number)
        beside = ((str(int(found["figure"]) + step), found["year"]) for step in (-1, 1)) if found else ()
        return any(one in self._before_years for one in beside)

    def _slashed_fits(self, tokens: tuple[str, ...]) -> bool:
        """`107/20` is a number beside `108/20`; `2019/20` and `24/7` by themselves are not."""
        parts = tokens[0].split("/")
        shared = [self._partners.get((str(at), *parts[:at], "/", *parts[at + 1 :]), set()) for at in range(len(parts))]
        if any(len(values) > 1 for values in shared):
            return True
        year = len(parts[0]) == 4 and int(parts[1][-2:]) == (int(parts[0]) + 1) % 100
        return not self._other_numbers and not year and min(map(len, parts)) > 1 and len(set(parts)) == len(parts)

    def _bare_fits(self, place: int, candidate: NumberCandidate) -> bool:
        figure = int(candidate.number)
        following = self._next_figures[place]
        small = candidate.rest[0].islower()
        after = following[0] if following else None
        if after is not None and after.form is Form.SURE and after.figure == figure:
            return False
        in_row = after is not None and after.figure == figure + 1
        is_year = 1900 <= figure < 2100
        if (str(figure - 1),) in self._seen:
            return not small or self._bare is not None
        if figure <= 1 and not is_year:
            return in_row or not small
        if in_row:
            return not is_year or (len(following) > 1 and following[1].figure == figure + 2)
        return self._bare is not None and self._bare < figure <= self._bare + 5 and not small


def _with_roman(candidates: Sequence[NumberCandidate]) -> list[NumberCandidate]:
    """Take Roman numbers without a mark for what they are where there are a first and a second: `I PART`, `II PART`."""
    found = [_ROMAN_ALONE.match(one.text) if one.form is Form.NONE else None for one in candidates]
    if not {"I", "II"} <= {one["number"] for one in found if one}:
        return [*candidates]
    return [
        NumberCandidate(form=Form.LETTER, text=one.text, number=roman["number"], rest=one.text[roman.end() :])
        if roman
        else one
        for one, roman in zip(candidates, found, strict=True)
    ]


_PARTS = frozenset("part section session day teil abschnitt tag partie parte rhan".split())
"""Words before the number of a part, which is a heading over items and their numbers."""


def _with_led(candidates: Sequence[NumberCandidate]) -> list[NumberCandidate]:
    """Take numbers led by the same letters for what they are where most lines without another one begin so.

    So `FGB 44`, `FGB 45` number a school's agenda, and `KS 1 results`, `KS 2 results` among other items do not, nor
    what stands above items that are numbered `1.`, `2.`.
    """
    if any(one.form is Form.SURE and one.figure is not None for one in candidates):
        return [*candidates]
    found = [_LED.match(one.text) if one.form is Form.NONE else None for one in candidates]
    bare = sum(one.form is Form.NONE for one in candidates)
    counted = Counter(one["led"] for one in found if one and one["led"].casefold() not in _PARTS)
    led = next((word for word, times in counted.most_common(1) if times > 1 and times * 2 > bare), None)
    return [
        NumberCandidate(form=Form.CODE, text=one.text, number=match["number"], rest=one.text[match.end() :])
        if match and match["led"] == led
        else one
        for one, match in zip(candidates, found, strict=True)
    ]


def _letters_in_row(candidates: Sequence[NumberCandidate]) -> set[int]:
    """Return the places of capitals that follow each other though their row begins elsewhere: `F.` and then `G.`."""
    capitals = [(place, places_of(core(c.number))) for place, c in enumerate(candidates) if _is_capital(c)]
    found: set[int] = set()
    for sort in ("letter", "roman"):
        row = [(place, values[sort]) for place, values in capitals if sort in values]
        for (place, value), (after, following) in pairwise(row):
            found |= {place, after} if following == value + 1 else set()
    return found


def _is_capital(candidate: NumberCandidate) -> bool:
    return candidate.form is Form.LETTER and candidate.number.isupper()


def _next_figures(candidates: Sequence[NumberCandidate]) -> list[tuple[NumberCandidate, ...]]:
    """Give, for each line, the next two that begin with a single figure."""
    following: list[tuple[NumberCandidate, ...]] = []
    coming: tuple[NumberCandidate, ...] = ()
    for candidate in reversed(candidates):
        following.append(coming)
        if candidate.figure is not None:
            coming = (candidate, *coming[:1])
    return following[::-1]


def _beside(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return (*tokens[:-1], "")


def _values_beside(candidates: Iterable[NumberCandidate]) -> dict[tuple[str, ...], set[str]]:
    """Return the values that stand at one place of numbers otherwise alike."""
    values: dict[tuple[str, ...], set[str]] = {}
    for candidate in candidates:
        if candidate.form is Form.NONE:
            continue
        tokens = tokens_of(candidate.number)
        if not tokens:
            continue
        values.setdefault(_beside(tokens), set()).add(tokens[-1])
        if len(tokens) == 2:
            values.setdefault(("", tokens[-1]), set()).add(tokens[0])
        if "/" in tokens[0]:
            parts = tokens[0].split("/")
            for at, part in enumerate(parts):
                values.setdefault((str(at), *parts[:at], "/", *parts[at + 1 :]), set()).add(part)
    return values


def _consecutive(values: set[str], value: str) -> bool:
    """Whether a value has its neighbour among the values: `b` beside `a`, `24-107` beside `24-108`."""
    if value.isdecimal():
        return any(
            str(int(value) + step).zfill(len(value)) in values or str(int(value) + step) in values for step in (-1, 1)
        )
    if len(value) == 1 and value.isalpha():
        return any(chr(ord(value) + step) in values for step in (-1, 1))
    found = _LAST_PART.fullmatch(value)
    return found is not None and any(
        f"{found[1]}{int(found[2]) + step:0{len(found[2])}d}" in values for step in (-1, 1)
    )
