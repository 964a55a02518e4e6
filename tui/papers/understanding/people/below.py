"""The people below a label, wherever in a paper it stands: a run of lines each of which names somebody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.dates.moments import moments_in
from tui.meeting.people.roles import is_post
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of, without_bullet, without_emphasis
from tui.papers.understanding.headings import PeopleBlock, block_of, is_first_item, opens_agenda
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.people.first_names import is_first_name, known_first_names
from tui.papers.understanding.people.names import is_name, without_title
from tui.papers.understanding.people.one import HANDLE_ALONE, NOBODY, Named
from tui.papers.understanding.people.reading import people_in, people_listed

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_BOLD = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]\s+|[-*+•]\s+)?(?:\*\*[^*]+\*\*|__[^_]+__)")
"""A line that is bold from its beginning to its end, but for its number or its bullet."""
_OF_PEOPLE = re.compile(
    r"\b(?:present|attend\w*|particip\w*|apolog\w*|regrets|absent\w*|observers?|guests?|invit\w*|anwesen\w*|teilnehm\w*"
    r"|entschuldigt\w*|gäste|pr[ée]sent\w*|excus\w*|asisten\w*|bresennol|aanwezig\w*|afwezig\w*)\b"
)
"""What a label among the items says that stands over people, and is no item that speaks of them."""
_ROLL = re.compile(r"roll[ -]?call|sign[ -]?in|check[ -]?in|appel nominal|namensaufruf", re.IGNORECASE)
"""What a list of those who are called is headed by, which may as well be an item without one."""
_BEHIND = re.compile(r"\s*[(\[].*$")
_WIDE = re.compile(r"\s{2,}|\t")
_SENTENCE = 6
_SEVERAL = 3
_LONGEST_RUN = 60
_MOST_KNOWN = 3, 4
"""How many lines of how many name somebody below a heading that goes on with people."""
_FEWEST, _PART_KNOWN = 2, 3
"""The fewest names below a label that is only likely one, and how many for each that begins as first names do."""


def label_of(block: Block) -> str:
    """Return the words of a heading or a label without its number, its marks and its colon."""
    words = without_emphasis(without_bullet(block.text)).strip("*_ ")
    return _NUMBER.sub("", words, count=1).strip(" :*_")


def is_label(block: Block) -> bool:
    """Whether a block may stand over others: a heading, or a short line that a colon ends."""
    if block.cells:
        return False
    ends = block.text.rstrip("*_ ").endswith(":") or _BOLD.fullmatch(block.text.strip()) is not None
    return block.hashes > 0 or (ends and len(block.text.split()) <= _SENTENCE)


def heads_people(blocks: Sequence[Block], at: int, *, among_items: bool = False) -> bool:
    """Whether people stand below a label, or below a deeper heading right below it.

    `among_items` the label itself must speak of who is there.
    """
    block, label = blocks[at], label_of(blocks[at])
    group = group_below(blocks, at)
    if group is None or (among_items and not _OF_PEOPLE.search(label.casefold()) and not calls_roll(label)):
        return False
    end = people_end(blocks, at)
    rows = blocks[at + 1 : end]
    called = [one for one in map(_called, rows) if one]
    named = [one for row in rows for one in _people_of(row)] + called
    if not named:
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        deeper = below is not None and 0 < block.hashes < below.hashes
        return deeper and heads_people(blocks, at + 1, among_items=True)
    known = known_first_names(without_title(one.name).split()[0] for one in named)
    if called and not _is_last(blocks, end):
        return False
    exact = block_of(label) is not None and not called
    return exact or (len(named) >= _FEWEST and known * _PART_KNOWN >= len(named))


def calls_roll(label: str) -> bool:
    """Whether a label calls the roll, which people may stand below: `Roll call (based on the roster)`."""
    return _ROLL.fullmatch(_BEHIND.sub("", label.strip(" :"))) is not None


def holds_roll(blocks: Sequence[Block], at: int) -> bool:
    """Whether a label calls the roll, and those who are called stand below it."""
    return calls_roll(label_of(blocks[at])) and heads_people(blocks, at)


def group_below(blocks: Sequence[Block], at: int) -> PeopleBlock | None:
    """Return what those below a label are, whatever it says where a run of full names stands below it."""
    block, label = blocks[at], label_of(blocks[at])
    if not is_label(block) or is_post(label):
        return None
    if calls_roll(label):
        return PeopleBlock()
    if (group := block_of(label, likely=True)) is not None or block.hashes or opens_agenda(block.text):
        return group
    return PeopleBlock() if _names_run(blocks[at + 1 : at + 1 + _LONGEST_RUN]) else None


def _names_run(blocks: Sequence[Block]) -> bool:
    """Whether several lines in a row are each a full name that begins as first names do, maybe with what they are."""
    names: list[str] = []
    for block in blocks:
        people = _people_of(block)
        if len(people) != 1 or (block.apart and names):
            break
        names.append(without_title(people[0].name))
    known = known_first_names(name.split()[0] for name in names)
    return len(names) >= _SEVERAL and all(map(is_name, names)) and known * 2 >= len(names)


def goes_on_with_people(blocks: Sequence[Block], at: int, over: int) -> bool:
    """Whether a heading within a list of people, whose own heading has `over` marks, stands over more of them.

    One that leaves a level out does by its words, or by what stands below it.
    """
    hashes = blocks[at].hashes
    if not 0 < over < hashes:
        return False
    if hashes == over + 1 or block_of(label_of(blocks[at]), likely=True) is not None:
        return True
    below = list(takewhile(lambda block: not block.hashes, blocks[at + 1 : at + 1 + _LONGEST_RUN]))
    named = sum(bool(_people_of(block)) for block in below)
    return named * _MOST_KNOWN[1] >= len(below) * _MOST_KNOWN[0]


def lists_people(text: str, blocks: Sequence[Block], listed: Sequence[Block]) -> tuple[list[Named], PeopleBlock] | None:
    """Return those of a line among the items that says who is there, by its label: `Directors present: Ann Lee, …`.

    Among items that are `listed` with marks it has a bullet, or stands below the last of them.
    """
    key = key_of(text)
    group = block_of(key[0], likely=True) if key is not None and _OF_PEOPLE.search(key[0].casefold()) else None
    if key is None or group is None or not (has_bullet(text) or _ends_marked(text, blocks, listed)):
        return None
    people = people_listed(key[1])
    return (people, group) if people and all(is_name(one.name) for one in people) else None


def _ends_marked(text: str, blocks: Sequence[Block], listed: Sequence[Block]) -> bool:
    """Whether a list whose items have marks ends above a line that has none, for no further mark stands below it."""
    at = next((at for at, block in enumerate(blocks) if block.text == text), len(blocks))
    return bool(listed) and _is_marked(listed[-1]) and not any(map(_is_marked, blocks[at:]))


def _is_marked(block: Block) -> bool:
    words = without_bullet(block.text)
    return bool(block.hashes or block.cells) or words != block.text.strip() or candidate_of(words).form is not Form.NONE


def stands_over_nobody(blocks: Sequence[Block], at: int) -> bool:
    """Whether a bare word for people, as `Apologies`, is an item: the line right below it can name nobody."""
    block, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    bare = not (block.hashes or block.cells or is_label(block) or opens_agenda(block.text))
    if not bare or below is None or below.hashes or below.cells:
        return False
    words = without_bullet(below.text)
    told = key_of(words) is not None or block_of(words, likely=True) is not None or NOBODY.fullmatch(words) is not None
    return not (told or _WIDE.search(words) or people_in(below.text))


def heads_within(blocks: Sequence[Block], at: int) -> str | None:
    """Return the words of a bullet of a list of people over others that stand further in, and names nobody itself."""
    block, words = blocks[at], without_bullet(blocks[at].text).strip(" :*_")
    if (
        not has_bullet(block.text)
        or not words[:1].isupper()
        or is_first_name(words.split()[0])
        or len(words) > _LONGEST_RUN
    ):
        return None
    deeper = takewhile(
        lambda one: has_bullet(one.text) and indent_of(one.text) > indent_of(block.text), blocks[at + 1 :]
    )
    named = [bool(_people_of(one)) for one in deeper]
    return words if len(named) >= _FEWEST and sum(named) * _MOST_KNOWN[1] >= len(named) * _MOST_KNOWN[0] else None


def leaves_list(block: Block, people: Sequence[Named], *, begun: bool) -> bool:
    """Whether a line behind a gap is none of a list of people: it tells a day, is a sentence, or no name at all."""
    if not block.apart or block.cells:
        return False
    if not people:
        return bool(moments_in(block.text)) or len(block.text.split()) > _SENTENCE * 2
    words = people[0].name.split()
    odd = len(words) > 1 and not is_name(people[0].name) and not is_first_name(without_title(people[0].name).split()[0])
    return begun and len(people) == 1 and odd and block.text.strip() == people[0].name and not people[0].capacity


def heads_more_people(blocks: Sequence[Block], at: int) -> bool:
    """Whether a label within a list of people stands over more of them, whatever it says: `Further members:`."""
    return is_label(blocks[at]) and not blocks[at].hashes and people_end(blocks, at) > at + 1


def people_end(blocks: Sequence[Block], at: int) -> int:
    """Return the place behind the lines below a label that name people, or lie between those that do."""
    end = at + 1
    bulleted = has_bullet(blocks[end].text) if end < len(blocks) else False
    while end < len(blocks):
        block = blocks[end]
        if block.hashes or block.cells or (block.apart and has_bullet(block.text) < bulleted):
            break
        following = blocks[end + 1] if end + 1 < len(blocks) else None
        over = is_label(block) and following is not None and bool(_people_of(following))
        nobody = NOBODY.fullmatch(without_bullet(block.text)) is not None
        if not (over or nobody or _people_of(block) or _called(block)):
            break
        end += 1
    return end


def lines_again(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the lines that a paper has several times, word by word: each says what somebody is, and names none."""
    plain = (block.text.strip() for block in blocks if not (block.hashes or block.cells or has_bullet(block.text)))
    return frozenset(text for text, count in Counter(plain).items() if count >= _SEVERAL)


def people_places(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of labels over people that are no headings, and of all that stands below them."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if at not in found and not block.hashes and heads_people(blocks, at):
            end = people_end(blocks, at)
            if not has_bullet(block.text) or _is_deeper(blocks, at, end) or _is_last(blocks, end):
                found.update(range(at, end))
    return frozenset(found)


def bullet_over_people(blocks: Sequence[Block], at: int) -> bool:
    """Whether a label in a bullet among the items stands over people, who are indented further or end the list."""
    text = blocks[at].text
    marked = has_bullet(text) or _BOLD.fullmatch(text.strip()) is not None
    called = not _is_called_over(blocks, at)
    if not marked or blocks[at].hashes or not heads_people(blocks, at, among_items=called):
        return False
    end = people_end(blocks, at)
    return _is_deeper(blocks, at, end) or (end > at + 2 and _is_last(blocks, end))


def _is_called_over(blocks: Sequence[Block], at: int) -> bool:
    """Whether the item under which a label stands calls the roll: `Call to order / Roll call`."""
    own = indent_of(blocks[at].text)
    above = next((block for block in reversed(blocks[:at]) if indent_of(block.text) < own), None)
    return above is not None and is_first_item(label_of(above))


def _is_deeper(blocks: Sequence[Block], at: int, end: int) -> bool:
    """Whether what stands below a bullet is indented further than it."""
    return all(indent_of(below.text) > indent_of(blocks[at].text) for below in blocks[at + 1 : end])


def _is_last(blocks: Sequence[Block], end: int) -> bool:
    """Whether a list ends where its people do."""
    return end >= len(blocks) or bool(blocks[end].hashes) or not has_bullet(blocks[end].text)


def _people_of(block: Block) -> list[Named]:
    """Return the people of a line all of which are sure to be some."""
    if block.hashes or block.cells or block.text.rstrip("*_ ").endswith(":"):
        return []
    people = people_in(block.text)
    return people if all(_is_sure(one.name) for one in people) else []


def _called(block: Block) -> Named | None:
    """Return who is called by one name in a bullet, which may be no first name that is known: `- Jiehong (late)`."""
    if not has_bullet(block.text) or block.hashes or block.cells or _people_of(block):
        return None
    people = people_in(block.text)
    bare = len(people) == 1 and " " not in people[0].name and is_name(people[0].name, alone=True)
    return people[0] if bare and not is_post(people[0].name) else None


def _is_sure(name: str) -> bool:
    return is_name(name, lenient=True) or is_first_name(name) or HANDLE_ALONE.fullmatch(name) is not None
