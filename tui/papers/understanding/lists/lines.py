"""The lines of a list made whole: broken ones joined, numbers that stand alone, and stars that mark some items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.lists.bare import TO_DO
from tui.papers.understanding.lists.foot import begins_foot
from tui.papers.understanding.sections import is_number_alone

_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\b(?!\.\d)(?:[/-](?P<rest>\d{1,4})\b)?")
"""A year, `2024/25` too; `2024/89` is a number."""
_STAR = re.compile(r"(?P<indent>\s*)\*\s?(?P<words>[^\s*].*)")
_STARS = re.compile(r"(\*{2,6})\s+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_LABELLED = re.compile(
    r"presented by\b|introduced by\b"
    r"|(?:recommendations?|recommended action|action|motion|proposal|purpose|background|note|staff|presenter|lead"
    r"|owner|who|minutes|duration"
    r"|report|resolution|beschlussvorschlag|rapporteur|ponente)\s*:",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"[*_]*(?:topic|agenda item|discussion item|thema|sujet|tema)\s*:[*_]*\s+(\S.*)", re.IGNORECASE)
_GLUED = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,2})(?:(?=[A-Z]{2})|/\s+)(?P<words>[^\W\d_].*)")
_FEWEST_GLUED = 3
_FEWEST_LABELLED = 2
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)([^*_]{2,80}:?)(?:\*\*|__):?")
_FEWEST_BOLD, _DEEPEST = 2, 6
_IN_COLUMNS = re.compile(r"(?:.{25}\S\s{4,}|.{6,}\S\s{8,})\S{1,14}(?: \S{1,14}){0,3}$")
"""A line with something in a column of its own at its end."""
_LONGEST_ITEM = 2_000
"""Characters of an item that goes on over several lines."""
_FULL_LINE = 66
"""Characters of a line that was broken because it was full."""
_WIDE_LINE = 130
"""Characters of a line that nobody breaks where it is full: where many are longer, none was broken."""
_MARGIN, _SEVERAL_WIDE, _BY_FAR = 16, 2, 3
"""Characters by which lines are wider than one that was not full, how many of them, and how many times one alone is."""
_TERMINAL = ".!?:;"
_OPEN_ENDS = frozenset(
    """and of the to for in on at a an with by from or as under into between including regarding re any all mr mrs ms
    dr cllr councillor und oder der die das des dem den von zu zur zum im für mit et ou de du des la le les à au aux
    y o e el los las del con por para a'r yr""".split()
)


def whole_lines(blocks: Sequence[Block]) -> list[Block]:
    """Return the lines of a list as they would stand if none was broken."""
    blocks = _with_bold_heads(_without_labels(_unglued(blocks)))
    return _with_numbers(_unwrapped(_starred([_without_stars(block) for block in blocks])))


def _unglued(blocks: Sequence[Block]) -> list[Block]:
    """Part numbers from the capitals that they stick to, or from a slash: `1APOLOGIES`, `1/ Accounts`."""
    found = [None if block.cells or block.marked else _GLUED.fullmatch(block.text) for block in blocks]
    figures = [int(one["number"]) for one in found if one]
    if figures[:_FEWEST_GLUED] != [*range(1, _FEWEST_GLUED + 1)]:
        return [*blocks]
    return [
        replace(block, text=f"{one['indent']}{one['number']}. {one['words']}") if one else block
        for block, one in zip(blocks, found, strict=True)
    ]


def _without_labels(blocks: Sequence[Block]) -> list[Block]:
    """Make bullets of items that are each labelled as one: `Topic: Accounts`."""
    labelled = [_TOPIC.fullmatch(bare_words(block)) if not (block.cells or block.marked) else None for block in blocks]
    if sum(map(bool, labelled)) < _FEWEST_LABELLED:
        return [*blocks]
    return [
        replace(block, text=f"{block.text[: indent_of(block.text)]}• {one[1]}" if not block.hashes else one[1])
        if one
        else block
        for block, one in zip(blocks, labelled, strict=True)
    ]


def _with_bold_heads(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of bold lines that stand apart below headings, where several do: `**Opening by the chair:**`."""
    bold = [
        _BOLD.fullmatch(block.text.strip())
        if block.apart and not (block.hashes or block.cells or block.marked)
        else None
        for block in blocks
    ]
    if sum(map(bool, bold)) < _FEWEST_BOLD or not (any(block.hashes for block in blocks) or bold[0]):
        return [*blocks]
    found: list[Block] = []
    level = 0 if any(block.hashes for block in blocks) else _FEWEST_BOLD
    for block, one in zip(blocks, bold, strict=True):
        level = block.hashes or level
        headed = one is not None and 0 < level < _DEEPEST
        found.append(replace(block, text=one[1].rstrip(": "), hashes=level + 1) if headed and one else block)
    return found


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
    lower = sum(bare_words(block)[:1].islower() for block in blocks) * 2 > len(blocks)
    lengths = [len(block.text.rstrip()) for block in blocks if not (block.cells or "://" in block.text)]
    for block in blocks:
        if (
            whole
            and _goes_on(whole[-1], block, 0 if wide or _fits(block, longest, lengths) else longest, lower=lower)
            and not _tells_more(block, longest, widest)
            and not _begins_anew(block.text.strip())
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


def _fits(block: Block, length: int, lengths: Sequence[int]) -> bool:
    """Whether the first word of a line would have fitted in the one above it, for several are wider than both.

    Or one is, by far.
    """
    needed = length + len(block.text.split()[0]) + _MARGIN
    return sum(one > needed for one in lengths) >= _SEVERAL_WIDE or max(lengths, default=0) > length * _BY_FAR


def _begins_anew(words: str) -> bool:
    """Whether a line is of the foot, or names people or what the head tells, by its label."""
    key = key_of(words)
    return (words[0].isupper() and begins_foot(words)) or (key is not None and block_of(key[0]) is not None)


def _tells_more(block: Block, length: int, widest: int) -> bool:
    """Whether a line says what is to be done about the item above it, which did not fill its line."""
    words = block.text.strip()
    if _ADDRESS.match(words) or _LABELLED.match(words):
        return True
    return TO_DO.match(words) is not None and length * 4 < widest * 3 and not block.soft


def _marked(above: Block, block: Block) -> str:
    """Return two blocks that are one, with the brackets that restrict."""
    return f"{above.kept} {block.kept}" if above.marked or block.marked else ""


def bare_words(block: Block) -> str:
    """Return a line's words without bullet and emphasis."""
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
    year = _is_year(words) and not before.endswith(".") and not _follows(before, words)
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


def _is_year(words: str) -> bool:
    """Whether a line begins with a year, be it one that begins in one and ends in the next."""
    found = _YEAR.match(words)
    return found is not None and (not found["rest"] or (int(found["rest"]) - int(found["year"])) % 100 == 1)


def _follows(above: str, words: str) -> bool:
    """Whether a number that looks like a year goes on from the number above it."""
    first, second = _YEAR.match(without_bullet(above)), _YEAR.match(words)
    if first and second and first["rest"] and second["rest"]:
        return first["year"] == second["year"] and int(first["rest"]) == int(second["rest"]) - 1
    figures = candidate_of(without_bullet(above)).figure, candidate_of(words).figure
    return None not in figures and figures[0] == (figures[1] or 0) - 1
