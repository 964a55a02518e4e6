"""Which lines of an agenda's list are items, and which explain them, group them, or stand at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of, split_numbers
from tui.meeting.languages.languages import counted
from tui.meeting.model import Value
from tui.meeting.text.brackets import restored
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.headings import opens_agenda
from tui.papers.understanding.roles import Role
from tui.papers.understanding.sections import OutlineLine, is_number_alone
from tui.papers.understanding.titles import moments_alone

_YEAR = re.compile(r"(?:19|20)\d\d\b")
_OPEN_ENDS = frozenset(
    """and of the to for in on at a an with by from or as under into between including regarding re any all mr mrs ms
    dr cllr councillor und oder der die das des dem den von zu zur zum im für mit et ou de du des la le les à au aux
    y o e el los las del con por para a'r yr""".split()
)
_FOOT = re.compile(
    r"(?:kind regards|best regards|regards|yours (?:sincerely|faithfully|truly)|best wishes|many thanks"
    r"|with thanks|signed|dated|issued|published|posted"
    r"|mit freundlichen|freundliche grüße|viele grüße|gez\.|cordialement|bien cordialement|atentamente|saludos"
    r"|un saludo|cofion|yn gywir|members of the public (?:and|are)"
    r"|the press and public|the public (?:and|are)|press and public are|please (?:note|send|contact|let|bring"
    r"|forward|email)|note:|notes:|n\.?b\.?\b|for further|contact:|clerk to the|copies of|anything to"
    r"|distribution|circulation|this agenda|this meeting (?:is|will be) (?:being )?(?:recorded|open)|filming"
    r"|recording)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:part|section|session|day\s+\w+|tag\s+\d|teil|partie|parte|rhan|abschnitt|block|öffentlicher|nichtöffentlicher"
    r"|nicht öffentlicher)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[(\[*].*[)\]*]$")
_TO_DO = re.compile(
    r"to (?:approve|receive|note|consider|agree|discuss|review|confirm|resolve|report|hear|adopt|decide|ratify|accept"
    r"|sign|elect|appoint|authorise|authorize|determine|fix|set|ask|endorse|recommend)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"presented by\b|introduced by\b"
    r"|(?:recommendations?|recommended action|action|motion|proposal|purpose|background|note|staff|presenter|lead"
    r"|report|resolution|beschlussvorschlag|rapporteur|ponente)\s*:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_IN_COLUMNS = re.compile(r".{25}\S\s{4,}\S{1,14}(?: \S{1,14}){0,3}$")
"""A line with something in a column of its own at its end."""
_STAR = re.compile(r"(?P<indent>\s*)\*\s?(?P<words>[^\s*].*)")
_STARS = re.compile(r"(\*{2,6})\s+")
_LONGEST_ITEM = 2_000
"""Characters of an item that goes on over several lines."""
_FULL_LINE = 66
"""Characters of a line that was broken because it was full."""
_WIDE_LINE = 130
"""Characters of a line that nobody breaks where it is full: where many are longer, none was broken."""
_TERMINAL = ".!?:;"


class Sorted(Value, frozen=True, kw_only=True):
    """The lines of a list, each once."""

    lines: tuple[OutlineLine, ...]
    before: tuple[Block, ...] = ()
    """What stands before the first item."""
    foot: tuple[Block, ...] = ()
    roles: tuple[tuple[int, Role], ...] = ()
    """The place of each block that is no item of its own, and what it is."""


def sort_lines(blocks: Sequence[Block], *, written: bool = False) -> Sorted:
    """Sort the blocks of an agenda's list into items, what is said below them, and the foot.

    `written` tells that the list was written for this program, below `## Agenda`: an indented line may be an item too.
    """
    blocks = _with_numbers(_unwrapped(_starred([_without_stars(block) for block in blocks])))
    texts = [without_emphasis(without_bullet(block.text)) for block in blocks]
    numbered = _numbered(blocks, texts)
    marked = [
        bool(block.hashes or block.cells or numbered[at] or has_bullet(block.text)) for at, block in enumerate(blocks)
    ]
    by_numbers = _goes_by_marks(marked)
    last = max((at for at, one in enumerate(marked) if one), default=-1)
    return _Sorting(blocks, numbered, marked, by_numbers=by_numbers, last=last, written=written).sort()


def _without_stars(block: Block) -> Block:
    """Make a wiki's `**` an indented bullet."""
    if stars := _STARS.match(block.text):
        return replace(block, text=f"{' ' * 2 * (len(stars[1]) - 1)}* {block.text[stars.end() :]}")
    return block


def _starred(blocks: Sequence[Block]) -> list[Block]:
    """Set a star that marks some items of a list behind them, and take its footnote for no item: `* III. Minutes`."""
    stars = [None if block.marked or block.cells else _STAR.match(block.text) for block in blocks]
    sorts = [_sort_of(star["words"] if star else block.text.strip()) for block, star in zip(blocks, stars, strict=True)]
    bare = {sort for sort, star in zip(sorts, stars, strict=True) if sort and not star}
    last = max((at for at, sort in enumerate(sorts) if sort in bare), default=len(blocks))
    starred = any(sort in bare and star for sort, star in zip(sorts, stars, strict=True))
    starred = starred or any(block.text.endswith("*") for block in blocks[: last + 1])
    found = [*blocks]
    for at, (block, star, sort) in enumerate(zip(blocks, stars, sorts, strict=True)):
        if star and sort in bare:
            found[at] = replace(block, text=f"{star['indent']}{star['words'].rstrip()} *")
        elif star and not sort and at > last and starred:
            found[at] = replace(block, text=star["words"], apart=True)
    return found


def _sort_of(words: str) -> tuple[Form, bool] | None:
    """Return what kind of number a line begins with that is sure to be one, and whether it is a capital."""
    one = candidate_of(words)
    return (one.form, one.number.isupper()) if one.form in (Form.SURE, Form.LETTER) else None


def _numbered(blocks: Sequence[Block], texts: Sequence[str]) -> list[bool]:
    lines = [at for at, block in enumerate(blocks) if not block.cells]
    split = dict(zip(lines, split_numbers([texts[at] for at in lines]), strict=True))
    return [at in split and bool(split[at][0]) for at in range(len(blocks))]


def _goes_by_marks(marked: Sequence[bool]) -> bool:
    """Whether items carry a mark: a number, a bullet, a heading's hashes; then a bare line is none."""
    return any(marked[:3]) or sum(marked) * 10 >= 3 * len(marked) > 0


def _with_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Join numbers that stand on lines of their own with the line that follows."""
    alone = [not block.cells and is_number_alone(block.text) for block in blocks]
    if sum(alone) < 2:
        return [*blocks]
    joined: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if alone[at] and at + 1 < len(blocks) and not alone[at + 1] and not blocks[at + 1].cells:
            at += 1
            words = without_bullet(blocks[at].text)
            block = replace(
                blocks[at],
                place=block.place,
                text=f"{block.text} {words}",
                marked=_marked(block, blocks[at]),
                apart=block.apart,
            )
        joined.append(block)
        at += 1
    return joined


def _unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """Join lines that merely go on from the one above them."""
    whole: list[Block] = []
    longest = 0
    wide = sum(len(block.text) > _WIDE_LINE for block in blocks) * 8 > len(blocks)
    widest = max((len(block.text.rstrip()) for block in blocks if not block.cells), default=0)
    lower = sum(_bare(block)[:1].islower() for block in blocks) * 2 > len(blocks)
    for block in blocks:
        if (
            whole
            and _goes_on(whole[-1], block, 0 if wide else longest, lower=lower)
            and not _tells_more(block, longest, widest)
        ):
            words = without_bullet(block.text) if not has_bullet(block.text) else block.text.strip()
            joined = f"{whole[-1].text.rstrip()} {words}"
            whole[-1] = replace(
                whole[-1], text=joined, marked=_marked(whole[-1], block), links=(*whole[-1].links, *block.links)
            )
        else:
            whole.append(block)
        longest = len(block.text)
    return whole


def _tells_more(block: Block, length: int, widest: int) -> bool:
    """Whether a line says what is to be done about the item above it, which did not fill its line."""
    words = block.text.strip()
    if _ADDRESS.match(words) or _LABELLED.match(words):
        return True
    return _TO_DO.match(words) is not None and length * 4 < widest * 3 and not block.soft


def _marked(above: Block, block: Block) -> str:
    """Return two blocks that are one, with the brackets that restrict."""
    return f"{above.kept} {block.kept}" if above.marked or block.marked else ""


def _bare(block: Block) -> str:
    return without_emphasis(without_bullet(block.text))


def _goes_on(above: Block, block: Block, length: int, *, lower: bool) -> bool:
    """Whether a block goes on from the one above it; `length` is that of the line before."""
    if block.hashes or block.cells or above.hashes or above.cells or has_bullet(block.text):
        return False
    if len(above.text) > _LONGEST_ITEM:
        return False
    words, before = block.text.strip(), above.text.rstrip()
    form = candidate_of(words).form
    if block.soft:
        return form is Form.NONE
    year = _YEAR.match(words) is not None and not before.endswith(".") and not _follows(before, words)
    if block.apart or is_number_alone(before) or (is_number_alone(words) and not year):
        return False
    coded = form is Form.CODE and "/" in words.split()[0]
    numbered = (
        coded or form in (Form.SURE, Form.LETTER, Form.COMPOUND) or (form is Form.BARE and before[-1] not in ",-–")
    )
    return year or (not numbered and _is_open(before, words, length, lower=lower))


def _is_open(before: str, words: str, length: int, *, lower: bool) -> bool:
    """Whether a line ends as one that goes on, or the next begins as one that does."""
    if before[-1] in ",–/&(-" or before.rpartition(" ")[2].casefold().strip("(") in _OPEN_ENDS:
        return True
    if words[0].islower() and before[-1] not in ".!?:":
        return not lower
    return (
        length >= _FULL_LINE and not _IN_COLUMNS.search(before) and before[-1] not in _TERMINAL and not words.isupper()
    )


def _follows(above: str, words: str) -> bool:
    """Whether a number that looks like a year goes on from the number above it."""
    figures = candidate_of(without_bullet(above)).figure, candidate_of(words).figure
    return None not in figures and figures[0] == (figures[1] or 0) - 1


class _Sorting:
    """Goes through an agenda's blocks once, with what stands around each."""

    def __init__(
        self,
        blocks: Sequence[Block],
        numbered: Sequence[bool],
        marked: Sequence[bool],
        *,
        by_numbers: bool,
        last: int,
        written: bool,
    ) -> None:
        self._blocks, self._numbered, self._marked = blocks, numbered, marked
        self._by_numbers, self._last, self._written = by_numbers, last, written
        self._spaced = sum(block.apart for block in blocks) * 4 > len(blocks) * 3
        """Whether nearly every line stands apart, so that standing apart says nothing."""
        self._groups = {at for at in range(len(blocks)) if by_numbers and self._is_group(at)}
        self._lines: list[OutlineLine] = []
        self._below: dict[int, list[str]] = {}
        self._before: list[Block] = []
        self._foot: list[Block] = []
        self._roles: list[tuple[int, Role]] = []
        self._led_in: Block | None = None
        """The explanation right above that leads in to what follows, or what followed it."""

    def sort(self) -> Sorted:
        """Sort every block."""
        any_numbers = any(self._numbered)
        for at, block in enumerate(self._blocks):
            if self._foot and (at > self._last or not self._by_numbers):
                self._set_aside(block)
            elif at in self._groups:
                self._take(block, hashes=block.hashes or 9)
            elif self._is_led_in(block):
                self._explain(block)
                self._led_in = block
            elif self._marked[at]:
                told = has_bullet(block.text) and not self._numbered[at] and any_numbers and _tells(block.text)
                self._explain(block) if told and self._lines else self._take(block)
            elif self._written and self._lines and _is_short_and_indented(block):
                self._take(block)
            elif self._is_foot(at, block):
                self._set_aside(block)
            elif self._by_numbers or (self._lines and _is_prose(block.text)) or _REMARK.fullmatch(block.text.strip()):
                self._explain(block)
            else:
                self._take(block)
        lines = [replace(line, below=tuple(self._below.get(at, ()))) for at, line in enumerate(self._lines)]
        return Sorted(lines=tuple(lines), before=tuple(self._before), foot=tuple(self._foot), roles=tuple(self._roles))

    def _take(self, block: Block, hashes: int | None = None) -> None:
        self._led_in = None
        self._lines.append(
            OutlineLine(
                line=block.place,
                text=block.text,
                marked=block.marked,
                hashes=block.hashes if hashes is None else hashes,
                cells=block.cells,
                links=block.links,
            )
        )

    def _explain(self, block: Block) -> None:
        if not self._lines:
            self._before.append(block)
            return
        self._led_in = block if block.text.rstrip().endswith(":") else None
        self._below.setdefault(len(self._lines) - 1, []).append(restored(without_bullet(block.text), block.marked))
        self._roles.append((block.place, Role.EXPLANATION))

    def _is_led_in(self, block: Block) -> bool:
        """Whether a lettered line goes on with an explanation that led in to it: `The Board is asked to:`."""
        above = self._led_in
        if above is None or block.cells or block.hashes or indent_of(block.text) < indent_of(above.text):
            return False
        bare = above is not block and above.text.rstrip().endswith(":")
        lettered = candidate_of(without_bullet(block.text)).form is Form.LETTER
        return lettered and (bare or candidate_of(without_bullet(above.text)).form is Form.LETTER)

    def _set_aside(self, block: Block) -> None:
        self._foot.append(block)
        self._roles.append((block.place, Role.SIGNATURE))

    def _is_foot(self, at: int, block: Block) -> bool:
        """Whether a bare line stands at the foot: below the last item with a gap between, or a signature."""
        words = without_emphasis(block.text.strip())
        if not self._lines:
            return False
        if self._by_numbers:
            return at > self._last and (block.apart or _FOOT.match(words) is not None or words.startswith("--"))
        return _FOOT.match(words) is not None or words == "--"

    def _is_group(self, at: int) -> bool:
        """Whether a bare line is a heading over the items that follow it."""
        block = self._blocks[at]
        words = _bare(block).strip()
        if (
            self._marked[at]
            or at + 1 >= len(self._blocks)
            or not (
                self._numbered[at + 1] or self._blocks[at + 1].cells or (self._marked[at + 1] and _GROUP.match(words))
            )
            or len(words.split()) > 12
        ):
            return False
        if words[-1] in ".;," or block.soft:
            return False
        if at > 0 and self._blocks[at - 1].cells and self._blocks[at + 1].cells and words[0].isupper():
            return True
        if _GROUP.match(words) or words.casefold().rstrip(":") in counted("weekdays") or moments_alone(words):
            return True
        headed = opens_agenda(words) or re.sub(r"\([^()]*\)", "", words).isupper()
        return (headed and (block.apart or at == 0 or self._marked[at - 1])) or (
            block.apart
            and at > 0
            and not self._spaced
            and len(words.split()) <= 7
            and words[-1] != ":"
            and self._goes_beside(at)
        )

    def _goes_beside(self, at: int) -> bool:
        """Whether a heading stands where the items above it stand, and not below them."""
        return indent_of(self._blocks[at].text) <= indent_of(self._blocks[at + 1].text)


def _is_short_and_indented(block: Block) -> bool:
    """Whether an indented line has the looks of an item's heading."""
    words = block.text.strip()
    short = len(words.split()) <= 6 and words[0].isupper() and words[-1] not in ".;:,"
    return short and indent_of(block.text) > 1 and ":" not in words and not words.startswith(("To ", "For "))


def _tells(text: str) -> bool:
    """Whether a bullet among numbered items tells something of one: in sentences, or a day."""
    return _is_prose(text) or moments_alone(without_bullet(text), yearless=True)


def _is_prose(text: str) -> bool:
    """Whether a line reads like sentences rather than an item's heading."""
    words = without_bullet(text).strip()
    count = len(words.split())
    return count > 24 or (count > 5 and words[-1:] == ".") or (count > 8 and ". " in words)
