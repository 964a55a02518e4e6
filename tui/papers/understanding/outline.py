"""Which lines of an agenda's list are items, and which explain them, group them, or stand at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of, split_numbers
from tui.meeting.languages.languages import counted
from tui.meeting.model import Value
from tui.meeting.text.brackets import restored
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.headings import opens_agenda
from tui.papers.understanding.keys import is_known, key_of
from tui.papers.understanding.lists.bare import begin_as_items
from tui.papers.understanding.lists.foot import begins_foot, heads_notes, is_notice
from tui.papers.understanding.lists.lines import bare_words, whole_lines
from tui.papers.understanding.people.within import closes_with_people
from tui.papers.understanding.roles import Role
from tui.papers.understanding.sections import OutlineLine
from tui.papers.understanding.titles import moments_alone

_GROUP = re.compile(
    r"(?:part|section|session|day\s+\w+|tag\s+\d|teil|partie|parte|rhan|abschnitt|block|öffentlicher|nichtöffentlicher"
    r"|nicht öffentlicher)\b",
    re.IGNORECASE,
)
_FEWEST_NUMBERED, _SIGNATURE = 3, 2
"""The fewest numbered items that tell what a list looks like, and the fewest lines of a signature below it."""
_CLOSES = re.compile(r"ADJOURN|ADJOURNMENT|CLOSE|CLOSURE")
_HOUR_ALONE = re.compile(
    r"\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s*(?:[-–—]|to)\s*\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
"""When an item is taken, in a line below it."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PROSE = 24
"""Words of a line that is no heading."""
_REMARK = re.compile(r"[(\[*].*[)\]*]$")
_SAYS = re.compile(r"(?:we|it|this|these|there|they|you|wir|es|nous)\s", re.IGNORECASE)
"""How a sentence begins that says something of the item above it."""


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
    blocks = whole_lines(blocks)
    texts = [without_emphasis(without_bullet(block.text)) for block in blocks]
    numbered = _numbered(blocks, texts)
    marked = [
        bool(block.hashes or block.cells or numbered[at] or has_bullet(block.text)) for at, block in enumerate(blocks)
    ]
    hang = _hang_on_bare_lines(blocks, numbered, marked)
    if hang:
        blocks = [
            replace(block, text=f"    {block.text}") if one else block
            for block, one in zip(blocks, marked, strict=True)
        ]
    by_numbers = _goes_by_marks(marked) and not hang
    notes = next((at for at in range(len(blocks)) if _heads_notes(blocks, at, numbered, marked)), len(blocks))
    last = _last_item(blocks[:notes], numbered[:notes], marked)
    sorting = _Sorting(blocks, numbered, marked, by_numbers=by_numbers, last=last, notes=notes, written=written)
    return sorting.sort(hang=hang)


def _heads_notes(blocks: Sequence[Block], at: int, numbered: Sequence[bool], marked: Sequence[bool]) -> bool:
    """Whether notices begin, lettered or in sentences below a bare heading, after the numbered items."""
    if _are_notices(blocks[at:]) and any(numbered[:at]):
        return True
    block, below = blocks[at], blocks[at + 1 : at + 3]
    if marked[at] or block.cells or not heads_notes(block.text) or not below or not any(numbered[:at]):
        return False
    return all(candidate_of(without_bullet(b.text)).form is Form.LETTER or _is_prose(b.text) for b in below)


def _are_notices(blocks: Sequence[Block]) -> bool:
    """Whether all lines to the end are notices with letters, which stand apart from the list and no further in."""
    if not blocks[0].apart or indent_of(blocks[0].text) or any(block.hashes or block.cells for block in blocks):
        return False
    found = [candidate_of(without_bullet(block.text)) for block in blocks]
    lettered = all(one.form is Form.LETTER and is_notice(one.rest) for one in found)
    return len(found) > 1 and lettered and found[0].number.strip("().").casefold() == "a"


def _numbered(blocks: Sequence[Block], texts: Sequence[str]) -> list[bool]:
    lines = [at for at, block in enumerate(blocks) if not block.cells and not _HOUR_ALONE.fullmatch(texts[at].strip())]
    deeper = {
        place
        for place, (above, at) in enumerate(pairwise(lines), 1)
        if indent_of(blocks[at].text) > indent_of(blocks[above].text) and not has_bullet(blocks[at].text)
    }
    split = dict(zip(lines, split_numbers([texts[at] for at in lines], deeper), strict=True))
    return [at in split and bool(split[at][0]) for at in range(len(blocks))]


def _last_item(blocks: Sequence[Block], numbered: Sequence[bool], marked: Sequence[bool]) -> int:
    """Return the place of the last item; bullets below a signature at the end of a numbered list are none.

    Bare lines in capitals go on with a list whose items are in capitals.
    """
    last = max((at for at, one in enumerate(numbered) if one), default=-1)
    bare = 0
    for at in range(last + 1, len(blocks)):
        bare = 0 if marked[at] and bare < _SIGNATURE else bare + (not marked[at])
        if sum(numbered) >= _FEWEST_NUMBERED and bare >= _SIGNATURE and marked[at]:
            break
        last = at if marked[at] else last
    return last


def _hang_on_bare_lines(blocks: Sequence[Block], numbered: Sequence[bool], marked: Sequence[bool]) -> bool:
    """Whether all marks are bullets or letters that hang on the bare lines above them, which are the items.

    They stand further in than these, or the list begins with several of these, and more stand between the marks.
    """
    if not blocks or marked[0] or not any(marked) or any(block.hashes or block.cells for block in blocks):
        return False
    texts = [bare_words(block).strip() for block, one in zip(blocks, numbered, strict=True) if one]
    if any(candidate_of(text).form is not Form.LETTER for text in texts):
        return False
    bare = max(indent_of(block.text) for block, one in zip(blocks, marked, strict=True) if not one)
    if not any(numbered) and all(indent_of(b.text) > bare for b, one in zip(blocks, marked, strict=True) if one):
        return True
    first = marked.index(True)
    last = max(at for at, one in enumerate(marked) if one)
    return begin_as_items(blocks[:first]) and not all(marked[first:last])


def _goes_by_marks(marked: Sequence[bool]) -> bool:
    """Whether items carry a mark: a number, a bullet, a heading's hashes; then a bare line is none."""
    return any(marked[:3]) or sum(marked) * 10 >= 3 * len(marked) > 0


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
        notes: int,
        written: bool,
    ) -> None:
        self._blocks, self._numbered, self._marked = blocks, numbered, marked
        self._by_numbers, self._last, self._written = by_numbers, last, written
        self._hang = False
        self._notes = notes
        """Where a heading stands over notices below the list."""
        self._spaced = sum(block.apart for block in blocks) * 4 > len(blocks) * 3
        """Whether nearly every line stands apart, so that standing apart says nothing."""
        listed = any(numbered[at] and indent_of(b.text) == 0 for at, b in enumerate(blocks))
        tops = [
            re.split(r"\s{3,}", bare_words(b))[0]
            for at, b in enumerate(blocks)
            if (numbered[at] if listed else marked[at]) and indent_of(b.text) == 0 and not (b.cells or b.hashes)
        ]
        upper = sum(words.isupper() for words in tops)
        self._in_capitals = by_numbers and upper >= _FEWEST_NUMBERED and upper * 2 > len(tops)
        """Whether the items are in capitals, so that a bare line in capitals is one too."""
        self._sentences = not by_numbers and sum(b.text.rstrip().endswith(".") for b in blocks) * 2 > len(blocks)
        """Whether the items end with a full stop."""
        self._groups = {at for at in range(len(blocks)) if by_numbers and self._is_group(at)}
        self._lines: list[OutlineLine] = []
        self._below: dict[int, list[str]] = {}
        self._before: list[Block] = []
        self._foot: list[Block] = []
        self._roles: list[tuple[int, Role]] = []
        self._led_in: Block | None = None
        """The explanation right above that leads in to what follows, or what followed it."""

    def sort(self, *, hang: bool) -> Sorted:
        """Sort every block; where marks `hang` on bare lines, some of these may say more of the one above them."""
        self._hang = hang
        bullets = sum(has_bullet(b.text) and not one for b, one in zip(self._blocks, self._numbered, strict=True))
        any_numbers = any(self._numbered) and sum(self._numbered) * 2 > bullets
        for at, block in enumerate(self._blocks):
            if at >= self._notes or (
                self._foot and (at > self._last or not self._by_numbers) and not self._is_late(block)
            ):
                self._set_aside(block)
            elif at in self._groups:
                self._take(block, hashes=block.hashes or 9)
            elif self._lines and has_bullet(block.text) and _ADDRESS.fullmatch(bare_words(block).strip()):
                self._explain(block)
            elif self._is_led_in(block):
                self._explain(block)
                self._led_in = block
            elif self._marked[at] and (at <= self._last or not self._by_numbers):
                told = has_bullet(block.text) and not self._numbered[at] and any_numbers and _tells(block.text)
                self._explain(block) if told and self._lines else self._take(block)
            elif (self._written and self._lines and _is_short_and_indented(block)) or self._is_late(block):
                self._take(block)
            elif self._is_foot(at, block):
                self._set_aside(block)
            elif self._by_numbers or (self._lines and self._is_told(block)) or _REMARK.fullmatch(block.text.strip()):
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
        self._below.setdefault(len(self._lines) - 1, []).append(restored(bare_words(block), block.marked))
        self._roles.append((block.place, Role.EXPLANATION))

    def _is_led_in(self, block: Block) -> bool:
        """Whether a lettered line goes on with an explanation that led in to it: `The Board is asked to:`."""
        above = self._led_in
        if above is None or block.cells or block.hashes or indent_of(block.text) < indent_of(above.text):
            return False
        bare = above is not block and above.text.rstrip().endswith(":")
        lettered = candidate_of(without_bullet(block.text)).form is Form.LETTER
        return lettered and (bare or candidate_of(without_bullet(above.text)).form is Form.LETTER)

    def _is_late(self, block: Block) -> bool:
        """Whether an item in capitals stands below what looked like the foot."""
        return self._in_capitals and _is_heading_in_capitals(block)

    def _is_told(self, block: Block) -> bool:
        """Whether a bare line explains the item above it, and is none itself."""
        if self._sentences:
            return len(block.text.split()) > _PROSE
        return _is_prose(block.text) or (self._hang and _SAYS.match(block.text.strip()) is not None)

    def _set_aside(self, block: Block) -> None:
        self._foot.append(block)
        self._roles.append((block.place, Role.SIGNATURE))

    def _is_foot(self, at: int, block: Block) -> bool:
        """Whether a bare line stands at the foot: below the last item with a gap between, or a signature."""
        words = without_emphasis(block.text.strip())
        if not self._lines:
            return False
        if self._by_numbers:
            return at > self._last and (block.apart or begins_foot(words) or words.startswith("--"))
        listed = at == len(self._blocks) - 1 and block.apart and closes_with_people(words)
        return listed or begins_foot(words) or words == "--"

    def _is_group(self, at: int) -> bool:
        """Whether a bare line is a heading over the items that follow it."""
        block = self._blocks[at]
        words = bare_words(block).strip()
        if (
            self._marked[at]
            or at + 1 >= len(self._blocks)
            or not (
                self._numbered[at + 1] or self._blocks[at + 1].cells or (self._marked[at + 1] and _GROUP.match(words))
            )
            or len(words.split()) > 12
        ):
            return False
        key = key_of(words)
        if words[-1] in ".;," or block.soft or (key is not None and key[1] and is_known(key[0])):
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
    words = without_bullet(text)
    if " ".join(words.split()[:2]).isupper() and words[:1].isalpha():
        return False
    return _is_prose(text) or moments_alone(words, yearless=True) or _HOUR_ALONE.fullmatch(words.strip()) is not None


def _is_heading_in_capitals(block: Block) -> bool:
    words = block.text.strip()
    if _CLOSES.fullmatch(words):
        return True
    return words.isupper() and 1 < len(words.split()) <= 12 and words[-1] not in ".:" and not block.cells


def _is_prose(text: str) -> bool:
    """Whether a line reads like sentences rather than an item's heading."""
    words = without_bullet(text).strip()
    count = len(words.split())
    return count > _PROSE or (count > 5 and words[-1:] == ".") or (count > 8 and ". " in words)
