"""The lists of people among passages: under a label, behind it, or both, each person in a line of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.model import Group, Presence
from tui.meeting.people.name_forms import fold
from tui.meeting.people.roles import is_post
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.groups import is_beside, is_group, names_several
from tui.papers.minutes.roll.labels import label_of
from tui.papers.minutes.roll.lines import with_lines_plain
from tui.papers.minutes.roll.listed import OnList, Roll
from tui.papers.minutes.roll.names import people_of_list, tells
from tui.papers.minutes.roll.plain import plain_label, said_plainly
from tui.papers.minutes.roll.plain_words import is_nobody, is_ordinal
from tui.papers.minutes.roll.posts import TRADE
from tui.papers.minutes.roll.torn import with_torn_joined
from tui.papers.minutes.roll.unlabelled import without_label
from tui.papers.minutes.words import DECISION_WORDS, MINUTES_WORD
from tui.papers.understanding.headings import PeopleBlock, block_of, opens_agenda
from tui.papers.understanding.keys import is_known, key_of
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import has_title, is_name, without_title
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.rows import meanings_of

_SUB_LABEL = re.compile(r"(?P<key>[^\W\d_][^:;,]{1,60}?)\s*:(?=\s|$)\s*(?P<rest>.*)")
_LABEL_WITHIN = re.compile(r"(?<=[.:;,)\w]\s)[A-ZÄÖÜÉ][\w'’ ]{2,32}?\s?(?:\(\d{1,3}\)\s?)?:(?=\s)")
_GROUP_LAST = re.compile(r"[;.]\s*(?P<group>[^\W\d_][^:;,.]{1,40}?)\s*:$")
"""Words at a piece's end that say of which group the next label tells: `; PEEP :`."""
_IN_BRACKETS = re.compile(r"\(([^()]{8,})\)")
_ITEM = re.compile(r"(?:zu\s+)?(?:TOP|Top|Tagesordnungspunkt|Item|Agenda item|Point|Punkt)\s*\d")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\s?[.;]\s+(?=[A-ZÄÖÜÉ])")
_SENTENCE = re.compile(r"(?<=[\w)])[.;]\s+(?=[A-ZÄÖÜÉ])")
_MOST_PROSE = 14


def with_roll(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, each list of people that is wholly understood as a plain label and a line for each."""
    passages = with_lines_plain([piece for passage in with_torn_joined(passages) for piece in parted(passage)])
    found: list[Passage] = []
    at, last = 0, ""
    listed_names = _names_listed(passages)
    labels = [told[0] for one in passages if (told := label_of(_text(one)))]
    told_there = any(block.presence is Presence.PRESENT for block in labels)
    items = next((at for at, one in enumerate(passages) if _is_first_item(one.text)), len(passages))
    while at < len(passages):
        numbered = candidate_of(passages[at].text).form is not Form.NONE or bool(passages[at].label)
        listed = None if numbered else list_at(passages, at) or _group_at(passages, at, listed_names)
        if listed is None and not (told_there or numbered):
            listed = without_label(passages, at, titled=not labels) if at < items or not labels else None
        if listed is None:
            found.append(replace(passages[at], apart=passages[at].apart or bool(last)))
            at, last = at + 1, ""
            continue
        for one in listed.people:
            if (label := plain_label(one.named, one.block)) != last:
                found.append(
                    replace(one.passage, text=label, cells=(), hashes=0, bullet=False, apart=True, person=True)
                )
                last = label
            found.append(
                replace(
                    one.passage, text=said_plainly(one.named), cells=(), hashes=0, bullet=True, apart=False, person=True
                )
            )
        at = listed.end
    return found


def _is_first_item(text: str) -> bool:
    found = candidate_of(text)
    return found.figure == 1 and found.rest[:1].isupper()


def _group_at(passages: Sequence[Passage], at: int, known: Collection[str]) -> Roll | None:
    """Return the people of a line that says by their post or group who they are: `Staff: Ada Roe, CAO; Ben Lee`.

    `known` are the names of other lists: who stands in one is none of them.
    """
    passage = passages[at]
    found = _SUB_LABEL.fullmatch(passage.text) if not (passage.cells or passage.hashes or passage.bullet) else None
    if found is None or not found["rest"] or label_of(passage.text) is not None:
        return None
    if is_known(found["key"]) and not is_group(found["key"]):
        return None
    key, told = found["key"], people_of_list(found["rest"])
    told = [_one_of_bullet(told)] if told and _is_one(found["rest"], told) and not _are_names(told) else told
    several = told is not None and len(told) > 1 and names_several(key)
    if told is None or not _are_names(told) or not (several or is_group(key)):
        return None
    block = PeopleBlock(group=Group.IN_ATTENDANCE) if is_beside(key) else PeopleBlock()
    below, end = (
        _gone_on(passages, at + 1, block, begun=True, each=False) if _goes_on_plain(passages, at) else ([], at + 1)
    )
    first = [OnList(passage=passage, named=one, block=block) for one in told]
    people = [one for one in (*first, *below) if not _is_listed(one.named.name, known)]
    if not is_beside(key):
        people = [one if one.named.capacity else replace(one, named=replace(one.named, capacity=key)) for one in people]
    return Roll(people=tuple(people), end=end) if people else None


def _is_listed(name: str, known: Collection[str]) -> bool:
    """Whether other lists have a name, or, where a title stands before a surname alone, one person of it."""
    bare = fold(without_title(name))
    alone = has_title(name) and " " not in bare and sum(one.split()[-1:] == [bare] for one in known) == 1
    return bare in known or alone


def _goes_on_plain(passages: Sequence[Passage], at: int) -> bool:
    """Whether the line below one has no word before a colon that says of somebody else what they are."""
    return at + 1 < len(passages) and ":" not in passages[at + 1].text


def _are_names(told: Sequence[Named]) -> bool:
    return all(is_name(one.name) or has_title(one.name) for one in told)


def _names_listed(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the names of all lists that have a label."""
    rolls = (list_at(passages, at) for at in range(len(passages)))
    return frozenset(fold(without_title(one.named.name)) for roll in rolls if roll for one in roll.people)


def parted(passage: Passage) -> list[Passage]:
    """Give each label of a passage that has several a passage of its own: `Present: …. Absent: …`."""
    text = passage.text
    if passage.cells or (text.count(":") < 2 and not _more_labels(text)):
        return [passage]
    starts = _more_labels(text) or [
        found.start()
        for found in _LABEL_WITHIN.finditer(text)
        if label_of(text[found.start() :]) or (label_of(text) and is_group(found[0].rstrip(": ")))
    ]
    if not starts or not (_more_labels(text) or len(starts) > 1 or label_of(text) or block_of(text.partition(":")[0])):
        return [passage]
    edges = [0, *starts, len(text)]
    pieces = []
    for start, end in pairwise(edges):
        piece = text[start:end].strip()
        group = _GROUP_LAST.search(piece)
        pieces += [piece[: group.start()].strip(" .;"), f"{group['group']}:"] if group else [piece.strip(" .;")]
    return [replace(passage, text=piece, apart=passage.apart and not at) for at, piece in enumerate(pieces) if piece]


def _more_labels(text: str) -> list[int]:
    """Return where a sentence begins that tells who was away, behind one that tells who was there, or who was there."""
    first = label_of(text)
    if text.count(":") > 1 or (first and not first[1]):
        return []
    if first is None:
        starts = [found.end() for found in _SENTENCE.finditer(text)]
        labels = {at: told for at in starts if (told := label_of(text[at:])) and told[1]}
        return [at for at, told in labels.items() if len(people_of_list(told[1]) or ()) > 1]
    return [found.end() for found in _STOP.finditer(text) if label_of(text[found.end() :])]


def list_at(passages: Sequence[Passage], at: int, *, unmarked: bool = False) -> Roll | None:
    """Return the list whose label stands at a place; None where there is none, or something else stands in it."""
    label = label_of(_text(passages[at]), unmarked=unmarked)
    if label is None or meanings_of(passages[at].cells) or len([cell for cell in passages[at].cells if cell]) > 2:
        return None
    block, rest = label
    people: list[OnList] = []
    end = at + 1
    if rest:
        told, end = _behind(passages, at, rest)
        if told is None:
            rest = ""
            close = end < len(passages) and not passages[end].apart and _goes_on_below(passages[end])
            if not close or tells(rest):
                return None
            told = []
        people = [OnList(passage=passages[at], named=one, block=block) for one in told]
    below, end = _gone_on(passages, end, block, begun=bool(people), each=not rest)
    people += below
    if not people or _goes_on_beside(passages, end):
        return None
    return Roll(people=tuple(people), end=end)


def _gone_on(
    passages: Sequence[Passage], at: int, block: PeopleBlock, *, begun: bool, each: bool
) -> tuple[list[OnList], int]:
    """Return the people of the lines with which a list goes on from a place, and the place behind them."""
    people: list[OnList] = []
    while at < len(passages):
        like = people[-1].passage if people else passages[at - 1]
        step = _below(passages, at, begun=begun or bool(people), like=like, each=each)
        if step is None:
            break
        told, taken = step
        people += [OnList(passage=passages[at], named=one, block=block) for one in told]
        at += taken
    return people, at


def _goes_on_beside(passages: Sequence[Passage], at: int) -> bool:
    """Whether a table's row stands right below a list, or the posts of its people do, torn from beside them."""
    if at >= len(passages):
        return False
    below = passages[at]
    if below.cells and not below.apart and not label_of(_text(below)):
        return True
    if ":" in below.text or below.hashes or label_of(below.text) or DECISION_WORDS.search(below.text):
        return False
    if tells(below.text):
        return False
    return is_post(below.text) and len(below.text.split()) < 9 and not MINUTES_WORD.match(below.text)


def _behind(passages: Sequence[Passage], at: int, rest: str) -> tuple[list[Named] | None, int]:
    """Read the people behind a label, with the line below where the list was broken within a name."""
    told = people_of_list(rest)
    following = passages[at + 1] if at + 1 < len(passages) else None
    both = None
    joinable = following is not None and not (following.apart or following.cells or label_of(following.text))
    if following is not None and joinable and (told is None or _is_broken(told, following.text)):
        both = people_of_list(f"{rest} {following.text}")
    if both is not None:
        return both, at + 2
    return told or people_of_list(rest, labelled=True), at + 1


def _is_broken(told: Sequence[Named], following: str) -> bool:
    """Whether the last name of a line goes on in the line below: `Paul Hibbs, Steve` and `York, Diane York`."""
    whole = [one for one in told[:-1] if " " in one.name]
    last, first = told[-1], following.partition(",")[0].strip()
    alone = " " not in last.name and not last.capacity and first.istitle() and " " not in first
    return alone and len(whole) > 1 and len(whole) == len(told) - 1


def _text(passage: Passage) -> str:
    if not passage.cells:
        return passage.text
    cells = [cell for cell in passage.cells if cell]
    label = cells[0] if cells and label_of(cells[0]) else ""
    if label:
        return f"{label.rstrip(':')}: {', '.join(cells[1:])}"
    return ", ".join(cells)


def _below(
    passages: Sequence[Passage], at: int, *, begun: bool, like: Passage, each: bool
) -> tuple[list[Named], int] | None:
    """Return the people of a line below a label and how many passages they take; None where the list has ended.

    With `each`, none stand behind the label: each has a line.
    """
    passage = passages[at]
    text = _text(passage)
    if (
        passage.hashes
        or len([cell for cell in passage.cells if cell]) > 1
        or meanings_of(passage.cells)
        or label_of(text, unmarked=passage.bullet)
        or opens_agenda(text)
    ):
        return None
    key = key_of(text) if ":" in text else None
    known = key is not None and is_known(key[0]) and len(people_of_list(key[1]) or ()) < 2
    if known or (begun and like.bullet and not passage.bullet):
        return None
    if _ITEM.match(text):
        return None
    sub = None if passage.cells else _SUB_LABEL.fullmatch(text)
    if sub and not (has_title(sub["key"]) and len(people_of_list(text) or ()) == 1):
        if not each and begun and (is_group(sub["key"]) or not names_several(sub["key"])):
            return None
        return _below_sub_label(passages, at, sub)
    return _names_below(passages, at, begun=begun, each=each)


def _names_below(passages: Sequence[Passage], at: int, *, begun: bool, each: bool) -> tuple[list[Named], int] | None:
    passage, text = passages[at], _text(passages[at])
    if is_nobody(text) and len(text.split()) < _MOST_PROSE:
        return [], 1
    told = people_of_list(text) or (people_of_list(text, labelled=True) if begun and not passage.apart else None)
    if told is None:
        return _odd_line(passages, at) if each else None
    if _is_heading(passages, at, told, begun=begun):
        return None
    one = (passage.bullet and _is_one(text, told)) or (each and _is_with_office(told))
    return [_one_of_bullet(told)] if one else told, 1


def _odd_line(passages: Sequence[Passage], at: int) -> tuple[list[Named], int] | None:
    """Leave out a line that is not understood, where the list goes on right below; whole names in its brackets stay."""
    following = passages[at + 1 : at + 3]
    close = not passages[at].apart and following and not following[0].apart
    if not close or not any(_goes_on_below(one) for one in following if not one.apart):
        return None
    inside = [people_of_list(found[1]) for found in _IN_BRACKETS.finditer(passages[at].text)]
    return next((told for told in inside if told is not None and len(told) > 1), []), 1


def _goes_on_below(passage: Passage) -> bool:
    """Whether a line names somebody by a title, a post or a name, and says nothing else."""
    told = people_of_list(passage.text) if not (passage.hashes or passage.cells or ":" in passage.text) else None
    sure = told is not None and all(is_name(one.name) or has_title(one.name) for one in told)
    return sure and not tells(passage.text) and candidate_of(passage.text).form is Form.NONE


def _is_one(text: str, told: Sequence[Named]) -> bool:
    """Whether a line of a list with bullets names one person with where they come from: `Ada Roe, Trent, History`."""
    later = told[1:]
    several = ";" in text or re.search(r"\s(?:and|und|et|&)\s", text) or any(has_title(one.name) for one in later)
    names = len(later) > 1 and all(is_name(one.name) and not one.name.isupper() for one in told)
    names = names or re.search(r",\s*[-–•·]\s*[A-ZÄÖÜÉ]|[^\W\d_]-\s+[A-ZÄÖÜÉ]", text) is not None
    names = names or all(" " in one.name and is_first_name(one.name.split()[0]) for one in told)
    return bool(later) and not several and not names and is_name(told[0].name)


def _is_with_office(told: Sequence[Named]) -> bool:
    """Whether a line names one person and, in a word that nobody is called by, what they are: `Ada Roe, Beisitzer`."""
    first, *later = told
    if len(later) != 1 or not is_name(first.name) or has_title(later[0].name):
        return False
    word = later[0].name
    return " " not in word and not (word.isupper() or is_first_name(word) or later[0].abbreviation)


def _one_of_bullet(told: Sequence[Named]) -> Named:
    first, *later = told
    more = [piece for one in later for piece in (one.name, one.capacity) if piece]
    return replace(first, capacity=", ".join(filter(None, (first.capacity, *more))))


def _below_sub_label(passages: Sequence[Passage], at: int, sub: re.Match[str]) -> tuple[list[Named], int] | None:
    """Read a line that says what the people behind it or below it are: `Teachers:`."""
    told = people_of_list(sub["rest"], labelled=True) if sub["rest"] else None
    if told is not None:
        alone = len(told) == 1 and not told[0].capacity
        return [replace(one, capacity=sub["key"]) if alone else one for one in told], 1
    following = passages[at + 1] if at + 1 < len(passages) else None
    if sub["rest"] or following is None or following.hashes or following.cells or block_of(sub["key"]):
        return None
    if (deeper := _SUB_LABEL.fullmatch(following.text)) and people_of_list(deeper["rest"]) and not following.apart:
        return [], 1
    told = people_of_list(following.text)
    return (told, 2) if told is not None and (len(told) > 1 or is_name(told[0].name, lenient=True)) else None


def _is_heading(passages: Sequence[Passage], at: int, told: Sequence[Named], *, begun: bool) -> bool:
    """Whether what might be a name is rather the first heading below the list."""
    passage = passages[at]
    numbered = candidate_of(passage.text).form in (Form.SURE, Form.BARE, Form.COMPOUND)
    if numbered and begun and candidate_of(passages[at - 1].text).form is Form.NONE:
        return not is_ordinal(passage.text)
    if len(told) > 1 and not passage.apart:
        return False
    if begun and len(told) == 1 and told[0].name.isupper() and len(told[0].name) < 4:
        return True
    if not passage.apart:
        return False
    following = passages[at + 1].text if at + 1 < len(passages) else ""
    posted = [bool(one.capacity) and TRADE.fullmatch(one.capacity.split(",")[0]) is not None for one in told]
    sure = all(is_name(one.name) or has_title(one.name) or post for one, post in zip(told, posted, strict=True))
    sure = sure and not passage.bold
    prose = len(following.split()) > _MOST_PROSE and not passage.bullet
    return len(told) == 1 and (not sure or prose)
