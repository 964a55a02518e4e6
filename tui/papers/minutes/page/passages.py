"""The passages of a paper: its paragraphs whole, whatever lines they were printed in, and its page furniture apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.dates.moments import moments_in
from tui.meeting.dates.written_dates import MONTH
from tui.meeting.model import Value
from tui.papers.document import Aside, Block, Document
from tui.papers.minutes.page.columns import meanings_of_actions
from tui.papers.minutes.roll.labels import label_of
from tui.papers.minutes.roll.names import people_of_list, tells
from tui.papers.minutes.words import (
    ACTION_MARK,
    ACTIONS_HEAD,
    DECISION_MARK,
    FINDINGS,
    MINUTES_WORD,
    NAME_AND_BULLET,
    OWNER_ALONE,
    TODO_FOR,
)
from tui.papers.reading.lines import has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.columns import with_rows
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.keys import is_known, key_of
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.rows import meanings_of

_PAGE = re.compile(
    r"(?:page|seite|p\.|pg\.?|feuille|blatt)\s*\d{1,4}(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\d{1,3}\s*(?:/|of|von|sur)\s*\d{1,3}|\|?\s*\d{1,3}\s*\|\s*page",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\(?\d{1,4}(?:[./]\d{1,4})*[a-z]?[.):]?|\(?[a-z][.)]", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:u|i|b|em|strong|sup|sub|br|span|font|center)\b[^<>]{0,60}>", re.IGNORECASE)
_SPACED = re.compile(r"(?<!\S)(?:(?:[^\W\d_] ){4,}[^\W\d_]|[A-ZÄÖÜ](?: [a-zäöüß]){3,})(?!\S)")
"""A word whose letters were set apart: `N o t e s`."""
_WROTE = re.compile(r"\b(?:wrote|schrieb|a écrit)\b.{0,60}:\s*$", re.IGNORECASE)
"""What stands above the words of another mail."""
_EDGE = re.compile(r"\t+|\s{4,}(?=\S)")
_BESIDE = re.compile(
    r"^(?P<words>\s*\S.*\S)\s{3,}(?P<margin>(?:\*\*)?(?:[A-Z]{1,3}[’'][A-Z]|[A-Z]{2,5}|ALL|All|Alle|Tous"
    r"|Action)(?:\s*[/,&+]\s*[A-Z]{2,5})*(?:\s*\([^()]{3,40}\))?(?:\*\*)?)\s*$"
)
"""A line at whose right initials stand in a column of their own."""
_LABEL_AND_GAP = re.compile(r"\s*(?P<label>[^\W\d_][^\W\d_/ ]*(?:[ /][^\W\d_/ ]+){0,3})\s{3,}(?=\S)")
"""A label, a gap wider than between words, and what it labels: `Present      A Roe, B Lee`."""
_KEYED = re.compile(r"[A-ZÄÖÜÉ][\w-]{2,25}(?:\s[\w-]{2,20}){0,2}\s?:\s+[A-ZÄÖÜÉ\d]")
"""A line that begins with what it tells of: `Venue: Town Hall`."""
_DAY_LAST = re.compile(r"(?:^|\s)\d{1,2}(?:st|nd|rd|th|er|\.)?$")
_MONTH_FIRST = re.compile(
    rf"(?:{MONTH}|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre)\.?,?\s+\d{4}\b",
    re.IGNORECASE,
)
"""What goes on with a day that was broken at a line's end: `4` and `September 2025`."""
_TITLES = 6
"""Lines among which a title stands that is printed again at the head of every page."""
_BOX = re.compile(r"\s*(?:[-*+]\s+)?(?P<box>\[[ xX]?\](?!\()|[☐☑☒])\s+\S")
_ARROW = re.compile(r"\s*[→➔⇒➜]\s")
_SMALL_FIRST = re.compile(
    r"(?:vom|von|van|de|du|zu|der|den|le|la|di)\s+[A-ZÄÖÜÉ][\w'’-]+,\s"
    r"|(?:stellv|stv|wählbare?r?|sachkundige?r?|beratende[sr]?|weitere[sr]?)[a-z]*\.?\s+[A-ZÄÖÜ][\w-]+\s+[A-ZÄÖÜÉ]"
)
"""Somebody of a list whose surname or post begins with a small letter: `von Roe, Ada`."""
_PART = re.compile(r"\d{1,2}[.)]\s+(?:[^\W\d_][\w-]*\s*){1,3}")
"""What may be the head of a part of a list."""
_FEW = 7
_WIDE = re.compile(r"\s{2,}")
_ENDS = ".!?:;…"
_OPEN = frozenset(
    """and of the to for in on at a an with by from or as that which is are was were be been has have had will
    would und oder der die das des dem den von zu zur zum im für mit et ou de du des la les le à au aux que
    qui""".split()
)
_COMPOUND_STARTS = frozenset(
    "non co re pre post self well up off on ex multi semi anti inter sub vice half all e".split()
)
_WIDTH, _UNBROKEN = 45, 170
"""Characters of a line that may have been broken because it was full, and of one that nobody has broken."""
_SEVERAL = 2
"""Such lines that tell that the paper's are not broken."""
_FULL = 140  # Characters that a line has at most that was broken because it was full.


class Passage(Value, frozen=True, kw_only=True):
    """A paragraph, a heading, a list's item or a table's row."""

    first: int
    """The place in the source of its first block."""
    last: int
    text: str
    """Its words, without bullet; a number stays in front of them."""
    hashes: int = 0
    bullet: bool = False
    indent: int = 0
    apart: bool = False
    bold: bool = False
    cells: tuple[str, ...] = ()
    """Of a table's row, the empty ones too."""
    margin: str = ""
    """What stood beside it, in the column at its right."""
    torn: bool = False
    """Whether its words were put together again from two columns."""
    label: str = ""
    """The number that stood beside it, in the column at its left."""
    task: str = ""
    """`open` or `done` for a line with a box to tick before it."""
    person: bool = False
    """Whether it is somebody of a list, or the list's label, in the words that the program has for it."""


def passages_of(document: Document) -> list[Passage]:
    """Return the paper's passages in order, without page furniture and what is otherwise set aside."""
    running = _running(document.blocks)
    blocks = with_rows(document.blocks, meanings_of_actions) if document.unit == "line" else document.blocks
    told = _keys_aside(blocks) | _quotes_of_its_own(blocks)
    kept = [
        block
        for at, block in enumerate(blocks)
        if (block.aside is None or at in told) and not _is_furniture(block, running)
    ]
    lines = _rows_together([one for block in kept for one in _lines(block)])
    wrapped = document.unit == "line"
    full = sum(len(one.text) > _UNBROKEN for one in lines) < _SEVERAL and _are_broken(lines)
    return _joined(lines, kept, wrapped=wrapped, full=full)


def _keys_aside(blocks: Sequence[Block]) -> set[int]:
    """Return the places of keys of the head, with their words, that stand outside a page's main part."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if block.aside is Aside.FURNITURE and is_known(block.text.strip(": ")):
            found |= {at, at + 1}
    return found


def _quotes_of_its_own(blocks: Sequence[Block]) -> set[int]:
    """Return the places of what is set as a quotation by the paper itself, such as a resolution; no mail's."""
    if any(block.aside is Aside.MAIL or _WROTE.search(block.text) for block in blocks):
        return set()
    return {at for at, block in enumerate(blocks) if block.aside is Aside.QUOTE}


def _running(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the running heads and feet: short lines that come again and again, numbers aside."""
    shapes = Counter(
        _shape(block.text) for block in blocks if not block.cells and len(" ".join(block.text.split())) < 140
    )
    beside = _beside_pages(blocks)
    pages = sum(_PAGE.search(block.text) is not None and len(" ".join(block.text.split())) < 140 for block in blocks)
    few = 2 if pages > 1 else 3
    return frozenset(
        shape
        for shape, count in shapes.items()
        if count >= few and (len(shape) > 12 and count <= max(pages, 3) + 1) and (_may_run(shape) or shape in beside)
    )


def _beside_pages(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the shapes of the lines right above or below a page's number."""
    numbered = [at for at, block in enumerate(blocks) if _PAGE.fullmatch(block.text.strip())]
    return frozenset(_shape(blocks[at + by].text) for at in numbered for by in (-1, 1) if 0 <= at + by < len(blocks))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split())).casefold()


def _may_run(shape: str) -> bool:
    return _PAGE.search(shape) is not None or bool(
        re.search(r"minutes|protokoll|procès|compte rendu|niederschrift", shape)
    )


def _is_furniture(block: Block, running: frozenset[str]) -> bool:
    text = block.text.strip()
    if _PAGE.fullmatch(text) or (_shape(text) in running and _PAGE.search(text)):
        return True
    return block.place > _TITLES and _shape(text) in running and not re.search(r"\d", text)


def _lines(block: Block) -> list[Passage]:
    """Return a block as a passage, with what stands in columns beside it apart."""
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), _TAGS.sub("", block.text))
    text = _with_colon(text)
    cells = tuple(_TAGS.sub("", cell).replace("**", "").strip() for cell in block.cells)
    if not cells and "\t" in text.strip("\n"):
        cells = tuple(cell.strip() for cell in text.split("\t"))
        if has_bullet(text) or sum(map(bool, cells)) < 2:
            cells, text = (), text.replace("\t", " ")
    if (
        len(filled := [cell for cell in cells if cell]) == 2
        and filled[0].endswith(":")
        and is_known(filled[0].strip(": "))
    ):
        cells, text = (), " ".join(filled)
    margin = ""
    if not cells and not has_bullet(text) and len(pieces := _WIDE.split(text.strip())) in (2, 3) and _names(pieces):
        cells = tuple(pieces)
    if not cells and (beside := _BESIDE.match(text)):
        text, margin = beside["words"], beside["margin"].strip("* ")
    arrow = "-> " if _ARROW.match(text.lstrip("*_ ")) else ""
    bare = arrow + without_bullet(text.strip("*_ ") if arrow else text) if not cells else " | ".join(cells)
    return [
        Passage(
            first=block.place,
            last=block.place,
            text=" ".join(without_emphasis(bare).split()),
            hashes=block.hashes,
            bullet=has_bullet(text) and not cells,
            indent=indent_of(block.text),
            apart=block.apart,
            bold=_is_bold(bare),
            cells=cells,
            margin=margin,
            task=_task_of(text),
        )
    ]


def _with_colon(text: str) -> str:
    """Return a line with a colon behind its label, where only a gap parts that from the people behind it."""
    gap = _LABEL_AND_GAP.match(text)
    rest = text[gap.end() :].strip() if gap else ""
    if gap is None or re.search(r"\s{3,}", rest) or not ("," in rest or ";" in rest or is_name(rest, lenient=True)):
        return text
    told = label_of(f"{gap['label']}:")
    return f"{gap['label']}: {rest}" if told and not told[1] else text


def _task_of(text: str) -> str:
    """Return how the box before a line stands; empty where there is none."""
    found = _BOX.match(text)
    return "" if found is None else "open" if found["box"] in ("[ ]", "[]", "☐") else "done"


def _names(pieces: Sequence[str]) -> bool:
    """Whether what stands in columns is a person and a post, behind a label or without one."""
    if "name" in meanings_of(pieces) and len(pieces) > 1:
        return True
    first = pieces[1] if pieces[0].endswith(":") and len(pieces) > 2 else pieces[0]
    return is_name(first, lenient=True) and not pieces[-1].endswith(".") and all(len(one) < 80 for one in pieces)


def _rows_together(lines: Sequence[Passage]) -> list[Passage]:
    """Return the lines, a table's first row beside its head though a rule of dashes stands between them."""
    return [
        replace(line, apart=False)
        if at and line.cells and lines[at - 1].cells and _opens(lines, at - 1) and line.first - lines[at - 1].last == 2
        else line
        for at, line in enumerate(lines)
    ]


def _opens(lines: Sequence[Passage], at: int) -> bool:
    """Whether a row is the first of its table."""
    return lines[at].apart or at == 0 or not lines[at - 1].cells


def _is_bold(text: str) -> bool:
    text = text.strip()
    return (text.startswith("**") and text.rstrip(":").endswith("**")) or (
        text.startswith("__") and text.endswith("__")
    )


def _joined(lines: Sequence[Passage], blocks: Sequence[Block], *, wrapped: bool, full: bool) -> list[Passage]:
    """Join lines that merely go on from the one above them; with `full`, lines were broken where they were full."""
    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(block.text for block in blocks).casefold()))
    whole: list[Passage] = []
    lengths: list[int] = []
    listing = False
    for line in lines:
        if not line.text:
            continue
        label = label_of(line.text)
        listing = (listing and not line.cells and not label and _is_of_list(line)) or _heads_list(line)
        begins = line.text[:1].isupper() or _SMALL_FIRST.match(line.text)
        if listing and whole and not whole[-1].cells and begins and _ends_person(whole[-1].text):
            whole.append(line)
        elif wrapped and whole and (_breaks_day(whole[-1], line) or _goes_on(whole[-1], line, lengths if full else ())):
            above = whole[-1]
            beside = " ".join(piece for piece in (above.margin, line.margin) if piece)
            whole[-1] = replace(above, text=_with(above.text, line.text, words), last=line.last, margin=beside)
        else:
            whole.append(line)
        lengths = [*lengths[-7:], line.indent + len(line.text)]
    return whole


def _are_broken(lines: Sequence[Passage]) -> bool:
    """Whether lines were broken where they were full: one goes on with a small letter, or some are left open."""
    pairs = [
        (above, line) for above, line in pairwise(lines) if not (line.apart or line.bullet or line.cells or above.cells)
    ]
    left_open = sum(above.text[-1:] in ",(&" or above.text.rpartition(" ")[2].casefold() in _OPEN for above, _ in pairs)
    return left_open >= _SEVERAL or any(line.text[:1].islower() for _, line in pairs)


def _heads_list(line: Passage) -> bool:
    """Whether a line is a label below which people stand, one a line."""
    label = label_of(line.text) if line.text.rstrip().endswith(":") else None
    return label is not None and not label[1]


def _is_of_list(line: Passage) -> bool:
    """Whether a line goes on with a list of people; below a gap, by what it holds."""
    text = line.text
    heads = len(text.split()) < _FEW and (text.endswith(":") or _PART.fullmatch(text))
    named = people_of_list(text) or (text.endswith(")") and len(text) < _WIDTH * 2)
    return not line.apart or bool(heads or (named and not tells(text)))


def _ends_person(text: str) -> bool:
    if text.count(",") > _SEVERAL and len(text) > _WIDTH and text[-1:].isalpha():
        return False  # A row of people that was broken where it was full.
    return text[-1:] not in ",–(&-" and text.rpartition(" ")[2].casefold() not in _OPEN


def _breaks_day(above: Passage, line: Passage) -> bool:
    """Whether a day was broken between a line and the one above it."""
    apart = line.apart or line.cells or above.cells
    return not apart and bool(_DAY_LAST.search(above.text) and _MONTH_FIRST.match(line.text))


def _goes_on(above: Passage, line: Passage, lengths: Sequence[int]) -> bool:
    """Whether a line goes on from the one above it; `lengths` are those of the lines before."""
    text, before = line.text, above.text
    if line.hashes or line.cells or above.hashes or above.cells or line.bullet or line.bold:
        return False
    if begins_anew(text, before) or (_NUMBER_ALONE.fullmatch(before) and not line.apart):
        return False
    small, open_ended = text[:1].islower(), before[-1:] not in _ENDS
    if line.apart:
        return small and open_ended and len(before.split()) > 6 and not _NUMBER_ALONE.match(text)
    if _is_numbered(text, before):
        return False
    last = before.rpartition(" ")[2].casefold().strip("(,")
    if (small and open_ended) or before[-1:] in ",–/&(-" or last in _OPEN:
        return small or not text[:1].isdigit() or len(text.split()) > 1
    full = max([_WIDTH, *(length for length in lengths if length <= _FULL)]) * 0.78
    full_line = bool(lengths) and _FULL >= lengths[-1] >= full and len(before) >= _WIDTH
    return full_line and _is_shouted(text) == _is_shouted(before)


def _is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 10 >= 8 * len(letters)


def _is_numbered(text: str, before: str) -> bool:
    """Whether a line begins with a number of a list."""
    form = candidate_of(text).form
    if form in (Form.SURE, Form.LETTER):
        lettered = re.match(r"\(?[a-z]\)\s+[A-ZÄÖÜÉ]", text) is not None
        return (lettered or not text[:1].islower()) and not re.match(r"(?:19|20)\d\d\b", text)
    return form is Form.COMPOUND and before[-1:] in _ENDS


def begins_anew(text: str, before: str) -> bool:
    """Whether a line begins something of its own, however full the line above it is."""
    if any(mark.match(text) for mark in (ACTION_MARK, DECISION_MARK, TODO_FOR, MINUTES_WORD, NAME_AND_BULLET)):
        return True
    if ACTIONS_HEAD.fullmatch(text) or FINDINGS.fullmatch(text) or OWNER_ALONE.match(text):
        return True
    if (label := label_of(text)) is not None and label[1] and ":" in text:
        return True
    key = key_of(text) if ":" in text[:60] else None
    if key is not None and (is_known(key[0]) or block_of(key[0], likely=len(key[0].split()) < 4) is not None):
        return True
    if _KEYED.match(text) and _KEYED.match(before) and "." not in text:
        return True
    told = moments_in(text)
    return (
        bool(told) and told[0].span[0] == 0 and before.rpartition(" ")[2].casefold() not in _OPEN and before[-1:] != ","
    )


def _with(before: str, after: str, words: frozenset[str]) -> str:
    """Return two lines as one, a word that was parted at their edge whole again."""
    found = re.search(r"([^\W\d_]+)-$", before)
    if found is None or not after[:1].islower():
        return f"{before} {after}"
    rest = re.match(r"[^\W\d_]+", after)
    start, end = found[1].casefold(), rest[0].casefold() if rest else ""
    if f"{start}-{end}" in words or (start in _COMPOUND_STARTS and start + end not in words):
        return before + after
    if end in ("und", "oder", "and", "or", "bzw", "et"):
        return f"{before} {after}"
    return before[:-1] + after
