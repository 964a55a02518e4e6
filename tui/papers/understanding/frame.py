"""The frame of a paper: which block is its title, and where its list of items begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.dates.moments import moments_in
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Value
from tui.meeting.people.roles import is_post
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, without_bullet, without_emphasis
from tui.papers.understanding.columns import with_minutes_behind, with_rows, with_timed_items
from tui.papers.understanding.headings import (
    block_of,
    goes_on_agenda,
    is_first_item,
    is_timed,
    names_agenda,
    opens_agenda,
)
from tui.papers.understanding.keys import is_bare_key, is_known, key_of, key_of_block, keys_apart, with_colons
from tui.papers.understanding.lists.bare import (
    bare_above,
    bare_items,
    bare_over,
    head_end,
    without_bullet_before_agenda,
)
from tui.papers.understanding.lists.below import head_places
from tui.papers.understanding.lists.items import PHONE, heads_part, is_item, is_keyed_bullet, runs_on
from tui.papers.understanding.people.below import bullet_over_people, holds_roll, people_places
from tui.papers.understanding.people.gathered import by_label, groups_of, in_one_line, with_whole_lists
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.reading import people_in
from tui.papers.understanding.people.under_roles import with_roles_in_line
from tui.papers.understanding.sections import is_number_alone
from tui.papers.understanding.tables import meanings_of_items
from tui.papers.understanding.titles import (
    clean_title,
    ends_in_agenda,
    moments_alone,
    names_authority,
    names_no_owner,
    names_part,
    title_score,
)

_AGENDA_OF = re.compile(
    r"(?:.*\b)?(?:agenda|tagesordnung|ordre du jour|orden del día|rhaglen)\s+(?:for|of|für|zu[mr]?|der|des|de"
    r"|del|du|ar gyfer|y)\b.+",
    re.IGNORECASE,
)
_ITEMS_IN_LINE = re.compile(r"\s*[;,]?\s+(?=\(?\d{1,2}[.)]\s*[^\W\d_])|\s*;\s*")
_IN_LINE = re.compile(r"(?P<head>[^:]{3,40}):\s*(?P<items>\(?1[.)]\s*\S.*)")
_GOES_ON = re.compile(r"(?:of|for|for the|des|der|du|de la|del|and)\s+\S", re.IGNORECASE)
_BODY, _NAMED_AGENDA = 3, 4
"""The score of a line that names a body, and of one that says it is this body's agenda."""
_COMMAS, _SIDE_BY_SIDE = 2, 3
"""The fewest commas of a line that may list people, and headings of the first level that are items."""
_TEMPLATE = re.compile(r"(?:example|sample|standing|template)\s+agenda|agenda\s+template", re.IGNORECASE)
"""What a form calls itself, which names no meeting."""
_AGENDAS = re.compile(r"(?:\d{4}\s+)?agendas(?:\s+\d{4})?|\d{4}\s+agenda|agenda\s+\d{4}", re.IGNORECASE)
"""What a page calls itself that has several."""
_ORDINAL = re.compile(r"^\d{1,2}\.\s+")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_PICTURES = re.compile(r"(?:\s+:[a-z][\w+-]*:)+\s*$")
"""Pictures behind a line, by their names: `:calendar:`."""
_LETTERHEAD = 20
"""Blocks among which a title is looked for."""
_SESSION = re.compile(r"\d{1,3}\.\s+(?:[^\W\d_]+\s+){0,2}(?:\w*sitzung|\w*versammlung|\w*tagung)\b", re.IGNORECASE)
"""A title in German that begins with a number, as the item of a list does: `3. Sitzung der Gemeindevertretung`."""


class Frame(Value, frozen=True, kw_only=True):
    """Where a paper's title and items stand among its blocks."""

    title: str = ""
    title_at: int = -1
    items_at: int = -1
    """The block after which the items begin; -1 where nothing tells it."""
    headed: bool = False
    """True where the title is a heading of the first level."""
    opened: bool = False
    """True where a heading opens the items, rather than the first of them."""


class Part(Enum):
    """Where in a paper a block stands."""

    HEAD = auto()
    PEOPLE = auto()
    ITEMS = auto()
    FOOT = auto()


def expanded(blocks: Sequence[Block]) -> list[Block]:
    """Part the items of one line: `Agenda: 1. Welcome; 2. Accounts`."""
    found: list[Block] = []
    bare = with_roles_in_line([*map(without_bullet_before_agenda, blocks)])
    labelled = by_label(with_rows(with_colons(bare), groups_of))
    parted = [one for block in labelled for one in keys_apart(block)]
    for block in with_minutes_behind(with_timed_items(with_rows(with_whole_lists([*map(in_one_line, parted)])))):
        inline = None if block.cells or len(block.text) > 2000 else _IN_LINE.fullmatch(block.text.strip())
        pieces = _ITEMS_IN_LINE.split(inline["items"]) if inline and opens_agenda(inline["head"]) else []
        if inline is None or len(pieces) < 2:
            found.append(block)
            continue
        found.append(replace(block, text=inline["head"]))
        found += [replace(block, text=piece.strip(), apart=False) for piece in pieces if piece.strip()]
    return found


def frame_of(blocks: Sequence[Block], subject: str) -> Frame:
    """Find the title and the items of a paper; a mail's or a page's `subject` may serve for a title."""
    top = _first_heading(blocks)
    if top >= 0 and not moments_alone(blocks[top].text):
        title, title_at = clean_title(blocks[top].text, dated=_named_agenda(blocks[top].text)), top
    else:
        title, title_at = _plain_title(blocks, subject)
    if title_at >= 0 and _TEMPLATE.fullmatch(blocks[title_at].text.strip(" *_")):
        title = ""
    items_at, opened = _items(blocks, title_at)
    return Frame(title=title, title_at=title_at, items_at=items_at, headed=title_at == top >= 0, opened=opened)


def _first_heading(blocks: Sequence[Block]) -> int:
    """Return the place of the heading of the first level that is the title; -1 where there is none.

    Where several follow a heading of another kind, or the day, they are items side by side, and none of them is.
    """
    highest = [at for at, block in enumerate(blocks) if block.hashes == 1]
    titles = [
        at
        for at in highest
        if not (opens_agenda(blocks[at].text) and not _AGENDA_OF.fullmatch(blocks[at].text))
        and not _AGENDAS.fullmatch(blocks[at].text.strip())
        and block_of(blocks[at].text) is None
    ]
    if not titles or is_first_item(blocks[titles[0]].text):
        return -1
    headed = any(block.hashes or moments_in(block.text) for block in blocks[: titles[0]])
    return -1 if headed and len(titles) >= _SIDE_BY_SIDE else titles[0]


def _named_agenda(text: str) -> bool:
    return any(
        word in text.casefold() for word in ("agenda", "tagesordnung", "ordre du jour", "orden del día", "rhaglen")
    )


def _plain_title(blocks: Sequence[Block], subject: str) -> tuple[str, int]:
    """Choose the likeliest line of the head: one that names a body, else the first that may be a title."""
    best, best_at = 0, -1
    for at, block in enumerate(blocks[: min(_LETTERHEAD, head_end(blocks))]):
        text = _title_words(blocks, at)
        named = names_agenda(text) and (bool(subject) or any(moments_in(block.text) for block in blocks[:at]))
        if opens_agenda(text) and at > 0 and (best > 1 or (named and (best or subject))):
            break
        if _ends_head(blocks, at):
            break
        score = 0 if at and is_bare_key(blocks[at - 1].text) else _score(block, text)
        if score == _BODY == best and ends_in_agenda(text) and _repeats(blocks[best_at].text, text):
            score = _NAMED_AGENDA
        if score > best:
            best, best_at = score, at
        if best == _NAMED_AGENDA:
            break
    if best_at >= 0 and (best > 2 or not subject):
        return _narrowed(blocks, best_at)
    title = clean_title(subject, dated=True)
    return (title, -1) if title_score(title) > 1 else ("", -1)


def _narrowed(blocks: Sequence[Block], at: int) -> tuple[str, int]:
    """Take the committee of a council rather than the council, and name whose board an unnamed board is."""
    title = clean_title(_title_words(blocks, at))
    if names_authority(title):
        for below in range(at + 1, min(at + 4, len(blocks))):
            words = _title_words(blocks, below)
            if _ends_head(blocks, below) or moments_in(words) or ":" in words:
                break
            if _score(blocks[below], words) == _BODY and names_part(clean_title(words)):
                return clean_title(words), below
    if names_no_owner(title) and at > 0:
        above = without_emphasis(blocks[at - 1].text.strip()).strip("*_ ")
        if _score(blocks[at - 1], above) > 1 and not moments_in(above) and "," not in above:
            return f"{clean_title(above)} – {title}", at
    return title, at


def _title_words(blocks: Sequence[Block], at: int) -> str:
    """Return the words of a block that may be the title, with the lines that go on from it: `OF THE BOARD OF …`."""
    words = _title_of_heading(blocks[at]) or without_emphasis(_PICTURES.sub("", blocks[at].text).strip()).strip("*_ ")
    for block in blocks[at + 1 : at + 3]:
        following = without_emphasis(block.text.strip()).strip("*_ ")
        goes_on = _GOES_ON.match(following) and (following[0].islower() or following.isupper())
        if block.apart or not goes_on or len(words) > 100 or key_of(words) is not None:
            break
        words = f"{words} {following}"
    return words


def _title_of_heading(block: Block) -> str:
    """Return what a heading calls the meeting behind a key that says so: `## Meeting: Packaging Guild`."""
    key = key_of(block.text) if block.hashes else None
    return key[1] if key is not None and key[0].casefold() in words_of("title_keys") else ""


def _ends_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block ends the part in which a title may stand."""
    block = blocks[at]
    if block_of(block.text) is not None or meanings_of_items(block.cells):
        return True
    if block.hashes and is_first_item(block.text):
        return True
    return (
        is_item(block)
        and not moments_in(block.text)
        and not _SESSION.match(without_emphasis(block.text.strip()).strip("*_ "))
        and candidate_of(without_emphasis(without_bullet(block.text))).figure in (1, None)
    )


def _score(block: Block, text: str) -> int:
    if not text or block.cells or has_bullet(block.text) or block.aside is not None:
        return 0
    key = None if _AGENDA_OF.match(text) and not moments_in(text) else key_of(_PICTURES.sub("", block.text))
    if (
        key is not None
        and not _title_of_heading(block)
        and (is_known(key[0]) or block_of(key[0]) is not None or not key[1] or (":" in block.text and len(key[0]) < 20))
    ):
        return 0
    if PHONE.search(re.sub(r"\([^()]*\)", "", text)) and not moments_in(text):
        return 0
    if (
        text[-1] not in ".!?:"
        and _AGENDA_OF.fullmatch(text)
        and not moments_alone(clean_title(text))
        and len(clean_title(text).split()) > 1
    ):
        return 3
    if candidate_of(text).form is Form.SURE and not _begins_with_day(text) and not _SESSION.match(text):
        return 0
    return 0 if _lists_people(text) else title_score(text)


def _begins_with_day(text: str) -> bool:
    return bool(moments := moments_in(text)) and moments[0].span[0] == 0


def _repeats(above: str, text: str) -> bool:
    """Whether a line holds the name of the body whose agenda another one names, among more: `News of the Senate`."""
    body = clean_title(text).casefold()
    return len(body.split()) > 1 and body in above.casefold() and not above.casefold().startswith(body)


def _lists_people(text: str) -> bool:
    """Whether a line names several people, as the rest of a list does."""
    if text.count(",") < _COMMAS:
        return False
    names = [is_name(one.name) for one in people_in(text)]
    return sum(names) * 2 > len(names)


def _items(blocks: Sequence[Block], title_at: int) -> tuple[int, bool]:
    """Find where the items begin: below a heading that opens them, else before the first of them."""
    begun = next((at for at in range(title_at + 1, len(blocks)) if is_first_item(blocks[at].text)), -1)
    for at, block in enumerate(blocks):
        part = 0 < begun < at and not names_agenda(block.text) and not block.hashes
        numbered = (
            at > 0 and is_number_alone(blocks[at - 1].text) and not _YEAR_ALONE.fullmatch(blocks[at - 1].text.strip())
        )
        if at > title_at and opens_agenda(block.text) and not part and not numbered and _opens_items(blocks, at):
            return (above - 1, False) if (above := bare_over(blocks, title_at, at)) < at else (at, True)
    for at, block in enumerate(blocks):
        if at > title_at and meanings_of_items(block.cells):
            return at - 1, False
    head = people_places(blocks) | head_places(blocks)
    first = next((at for at in range(title_at + 1, len(blocks)) if at not in head and _is_first(blocks, at)), -1)
    bulleted = first >= 0 and has_bullet(blocks[first].text)
    if begun > 0 and (blocks[begun].hashes or bulleted) and (first < 0 or begun < first):
        above = bare_above(blocks, title_at, first) if first >= 0 else begun
        return min(above, begun) - 1, False
    alone = _first_alone(blocks, title_at)
    if 0 < alone < (first if first >= 0 else len(blocks)):
        return alone - 1, False
    if first < 0:
        return (begun - 1 if begun > 0 else bare_items(blocks, title_at)), False
    first = bare_above(blocks, title_at, first)
    several = sum(map(_is_agenda_in_capitals, blocks)) > 1
    while first - 1 > title_at and _heads_items(blocks[first - 1], several=several):
        first -= 1
    return first - 1, False


def _first_alone(blocks: Sequence[Block], title_at: int) -> int:
    """Find the first of the numbers that stand on lines of their own, from whatever they count on: `21.`, `22.`."""
    figures = [
        (at, candidate_of(f"{block.text.strip()} x").figure)
        for at, block in enumerate(blocks)
        if at > title_at and not block.cells and is_number_alone(block.text)
    ]
    pairs = pairwise(figures)
    return next((at for (at, one), (_, other) in pairs if one is not None and other == one + 1), -1)


def _opens_items(blocks: Sequence[Block], at: int) -> bool:
    """Whether the items stand below a heading; `AGENDA` above the date and the people only says what the paper is."""
    if at + 1 >= len(blocks):
        return True
    following = blocks[at + 1]
    key = key_of_block(following)
    if key is not None and is_known(key[0]) and not is_item(following):
        return False
    if block_of(following.text) is not None and not following.hashes and _names_people(blocks, at + 1):
        return False
    told = moments_in(following.text)
    if told and not following.hashes and (moments_alone(following.text) or not is_item(following)):
        return not any(
            opens_agenda(later.text) or _is_first(blocks, place)
            for place, later in enumerate(blocks[at + 2 : at + 12], at + 2)
        )
    return True


def opens_people(blocks: Sequence[Block], at: int) -> bool:
    """Whether a label below the items stands over people: `Attendees:`."""
    block = blocks[at]
    if has_bullet(block.text) or block.cells or not block.text.rstrip().endswith(":"):
        return bullet_over_people(blocks, at)
    return (block_of(block.text) is not None and _names_people(blocks, at)) or holds_roll(blocks, at)


def _names_people(blocks: Sequence[Block], at: int) -> bool:
    """Whether people stand below a heading, or behind it."""
    key = key_of(blocks[at].text)
    if key is not None and key[1]:
        return True
    following = blocks[at + 1].text if at + 1 < len(blocks) else ""
    labelled = key_of(following)
    listed = labelled is not None and bool(labelled[1]) and block_of(labelled[0], likely=True) is not None
    return listed or any(is_name(one.name) for one in people_in(following))


def _is_first(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is the first item of a paper without a heading over them."""
    block = blocks[at]
    if (block.hashes and is_timed(block.text)) or runs_on(blocks, at):
        return True
    if block.aside is not None or not is_item(block) or _is_post_of(block, blocks[max(at - 1, 0) : at]):
        return is_keyed_bullet(blocks, at)
    figure = candidate_of(without_emphasis(without_bullet(block.text)).strip()).figure
    if figure not in (None, 1) and moments_in(block.text) and any(is_item(later) for later in blocks[at + 1 :]):
        return False
    if block.hashes:
        return True
    if has_bullet(block.text) and any(later.hashes for later in blocks[at + 1 :]):
        before = max((place for place in range(at) if blocks[place].hashes), default=-1)
        later = next(place for place in range(at + 1, len(blocks)) if blocks[place].hashes)
        if (
            before >= 0
            and blocks[before].hashes < blocks[later].hashes
            and any(has_bullet(b.text) or is_item(b) for b in blocks[later + 1 :])
        ):
            return False
    return True


def _is_post_of(block: Block, above: Sequence[Block]) -> bool:
    """Whether a line is the post of somebody in the line above it: `1. stellvertretender Bürgermeister`."""
    post = not block.apart and is_post(_ORDINAL.sub("", block.text.strip()))
    return post and any(is_name(one.text.strip()) for one in above)


def _is_agenda_in_capitals(block: Block) -> bool:
    words = without_emphasis(without_bullet(block.text)).strip()
    return words.isupper() and words.casefold().endswith("agenda") and len(words.split()) > 1


def _heads_items(block: Block, *, several: bool) -> bool:
    """Whether a block right before the first item is a heading over it; `several` agendas name the part of each."""
    words = without_emphasis(without_bullet(block.text)).strip()
    if moments_in(words) or block_of(words) is not None or block.aside is not None:
        return False
    key = key_of(block.text)
    if key is not None and (key[1] or not block.hashes or is_known(key[0])):
        return not key[1] and words.isupper() and goes_on_agenda(words.rstrip(": ")) and not is_known(key[0])
    return (
        bool(block.hashes)
        or heads_part(block.text)
        or (_is_agenda_in_capitals(block) and (several or title_score(clean_title(words)) < _BODY))
    )
