"""The people of a paper as they are gathered, block by block, under the headings that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui.meeting.model import Group, Person
from tui.meeting.people.name_forms import bare_name, fold
from tui.meeting.people.roles import is_post
from tui.meeting.text.addresses import mail_address_apart
from tui.meeting.text.brackets import restored
from tui.papers.document import Block
from tui.papers.reading.lines import has_bullet, indent_of
from tui.papers.understanding.headings import PeopleBlock, block_of
from tui.papers.understanding.keys import SENDERS, key_of
from tui.papers.understanding.people.names import has_title, is_name
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import people_in, people_listed
from tui.papers.understanding.people.rows import meanings_of, people_of_cells, tells_presence
from tui.papers.understanding.people.within import closes_with_people, people_of_item

_WIDE = re.compile(r"\s{2,}|\t+")


class PeopleFound:
    """Gathers people, and the lines among them that name nobody."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.lines: list[int] = []
        """The line of each."""
        self.odd: list[Block] = []
        """Lines that name nobody."""
        self.group = PeopleBlock()
        """What the people of the list are that is being read."""
        self.columns: tuple[str, ...] = ()
        """What each column holds where the list is a table."""
        self.begun = False
        """Whether the list has had a line."""
        self.empty = False
        """Whether a list has been opened, and no line of it read."""
        self.again: frozenset[str] = frozenset()
        """Lines that the paper repeats, which name nobody."""

    def open(self, group: PeopleBlock, columns: tuple[str, ...] = ()) -> None:
        """Begin a list.

        Below two labels in a row, marks that the paper repeats (`yes`) tell of which each is, and none says which.
        """
        torn = self.empty and not columns and any(tells_presence(line) for line in self.again)
        self.empty = not columns
        group = PeopleBlock() if torn else group
        self.group, self.columns, self.begun = group, columns, False

    def add(self, block: Block, people: Sequence[Named], group: PeopleBlock | None = None, *, odd: bool = True) -> None:
        """Add the people of a block, of the list's group where none is given; one that names nobody is `odd`."""
        group = group or self.group
        if not people and odd:
            self.odd.append(block)
        for one in people:
            if (known := self._bare_before(one, group)) is not None:
                told = (self.people[known].capacity, restored(one.capacity, block.marked))
                capacity = ", ".join(filter(None, told))
                self.people[known] = replace(self.people[known], capacity=capacity)
                continue
            self.people.append(
                Person(
                    id=len(self.people) + 1,
                    name=restored(one.name, block.marked),
                    capacity=restored(one.capacity, block.marked),
                    abbreviation=restored(one.abbreviation, block.marked),
                    email=one.email,
                    group=one.group or group.group,
                    presence=one.presence or group.presence,
                )
            )
            self.lines.append(block.place)

    def add_of_items(self, items: Iterable[tuple[int, str, Sequence[str]]]) -> None:
        """Add those whom items name for being there or not, where nobody of that name is listed."""
        for place, heading, below in items:
            for one, group in people_of_item(heading, below):
                name = fold(" ".join(bare_name(one.name)))
                if all(fold(" ".join(bare_name(known.name))) != name for known in self.people):
                    self.add(Block(place=place, text=one.name), [one], group)

    def _bare_before(self, one: Named, group: PeopleBlock) -> int | None:
        """Return the place of somebody who is listed without a post and now again with one: `Chair: Ann Lee`.

        Or with a post alone, and now with where they work: `Secretary: Ann Lee`, `Ann Lee – Acme`.
        """
        name = fold(" ".join(bare_name(one.name))) if one.capacity else ""
        return next(
            (
                at
                for at, known in enumerate(self.people)
                if name
                and (not known.capacity or (is_post(known.capacity) and _goes_beside(known, one, group)))
                and fold(" ".join(bare_name(known.name))) == name
            ),
            None,
        )

    def read(self, block: Block, key: tuple[str, str] | None) -> tuple[list[Named], PeopleBlock]:
        """Return the people of a block in the list, and what they are; a post right below somebody is theirs."""
        self.empty = False
        told = block.text.strip() in self.again or self._take_post(block)
        return ([], self.group) if told else self._read(block, key)

    def _read(self, block: Block, key: tuple[str, str] | None) -> tuple[list[Named], PeopleBlock]:
        if key is not None and key[1] and not block.cells and (labelled := self._labelled(*key)):
            return labelled
        if not block.cells and (announced := people_announced(block.text)):
            return announced
        email, words = mail_address_apart(block.text) if not block.cells else ("", "")
        if email and len(named := people_in(words)) == 1:
            return [replace(named[0], email=email)], self.group
        cells = block.cells or tuple(_WIDE.split(block.text.strip()))
        if (block.cells or len(cells) > 1) and (found := meanings_of(cells, named=True)):
            self.columns = found
            return [], self.group
        if block.cells or (self.columns and len(cells) == len(self.columns)):
            return people_of_cells([cell.strip() for cell in cells], self.columns), self.group
        return people_in(block.text), self.group

    def _take_post(self, block: Block) -> bool:
        """Take a line that is a post for what the person in the line above it is."""
        words = _ORDINAL.sub("", block.text.strip())
        below = bool(self.lines) and self.lines[-1] == block.place - 1 and not (block.apart or block.cells)
        if not below or self.people[-1].capacity or has_bullet(block.text) or not is_post(words) or is_name(words):
            return False
        if _NAMED_BESIDE.search(words):
            return False
        self.people[-1] = replace(self.people[-1], capacity=block.kept.strip())
        return True

    def _labelled(self, key: str, words: str) -> tuple[list[Named], PeopleBlock] | None:
        """Read `Apologies: Bo Oake, Cy Pugh` and `Trustees: …`; None where the label is no such one."""
        listed = people_listed(words)
        if (exact := block_of(key)) is not None:
            return listed, exact
        likely = block_of(key, likely=True)
        if likely is not None and not is_post(key) and listed:
            return listed, likely if likely.group is not self.group.group else self.group
        if len(listed) > 1 and not is_name(key) and all(is_name(one.name, lenient=True) for one in listed):
            return listed, self.group
        return None


_ORDINAL = re.compile(r"^\d{1,2}\.\s+")
_NAMED_BESIDE = re.compile(r"[,:;()\t–—]|\s-\s|\s{2,}")
"""What parts a post from a name in the same line."""
_COPIED = PeopleBlock(group=Group.IN_ATTENDANCE)
_SENT_TO = {
    "to": PeopleBlock(),
    "distribution": PeopleBlock(),
    "circulation": PeopleBlock(),
    "verteiler": PeopleBlock(),
    "copy": _COPIED,
    "copies": _COPIED,
    "copy to": _COPIED,
    "copies to": _COPIED,
    "cc": _COPIED,
}
"""Labels of those to whom a paper goes."""
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)]?")
_LONGEST_LABEL = 3
"""Words of a label that no colon ends."""
_TITLES = re.compile(r"\b(?:cllrs?|councillors?|messrs)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:and|und|et|y|a)\s", re.IGNORECASE)
_OPEN_ENDS = (",", ";", " and", " und", " et", " y")
_KEY_AND_WORDS = 2
_LONGEST_LIST, _FAR = 3_000, 4
"""Characters of a list in lines, and spaces by which they stand to the right of its label."""
_COMMAS = 2
"""The fewest commas of a line that is taken for a list without a label."""
_LABEL = re.compile(r"[^\W\d_][^:,;()]{2,40}:\s*\S|(?:cllrs|councillors)\b", re.IGNORECASE)


def _goes_beside(known: Person, one: Named, group: PeopleBlock) -> bool:
    """Whether what is said of somebody again is no other post, and the person in a list of the same kind."""
    same = (known.group, known.presence) == (one.group or group.group, one.presence or group.presence)
    return same and not is_post(one.capacity) and not one.abbreviation


def in_one_line(block: Block) -> Block:
    """Join the lines of a row's cells: those of people as a list, of an item as they are, which say more below it."""
    if not any("\n" in cell for cell in block.cells):
        return block
    if len(block.cells) == _KEY_AND_WORDS and not _NUMBER.fullmatch(block.cells[0].strip()):
        joint = "; " if block_of(block.cells[0], likely=True) is not None else ", "
        key, words = block.cells
        return replace(
            block, cells=(" ".join(key.split("\n")), joint.join(line.rstrip(" ,;") for line in words.split("\n")))
        )
    longest = max(block.cells, key=len)
    return replace(block, cells=tuple(cell if cell == longest else " ".join(cell.split("\n")) for cell in block.cells))


def by_label(blocks: Sequence[Block]) -> list[Block]:
    """Turn a table round whose heads are labels, so that each stands before its people: `Attending | Apologies`."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        head = blocks[at]
        end = at + 1
        while groups_of(head.cells) and end < len(blocks) and len(blocks[end].cells) == len(head.cells):
            end += 1
        if end == at + 1:
            found.append(head)
        else:
            for column, label in enumerate(head.cells):
                rows = [row for row in blocks[at:end] if row is head or row.cells[column]]
                words = "\n".join(row.cells[column] for row in rows[1:])
                found.append(replace(head, text=f"{label} | {words}", cells=(label, words), marked=""))
        at = end
    return found


def groups_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return `group` for each cell where all are labels of people, and not of the same; nothing else is such a head."""
    groups = [block_of(cell, likely=True) if cell and not is_post(cell) else None for cell in cells]
    apart = len(cells) > 1 and None not in groups and len({(one.group, one.presence) for one in groups if one}) > 1
    return ("group",) * len(cells) if apart else ()


def with_whole_lists(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines of a list of people under a label that goes on over several: `Members: Ann Lee,` `Bo Oake`."""
    found: list[Block] = []
    for block in blocks:
        if found and _fills(found[-1], block):
            joint = "; " if "; " in found[-1].cells[1] else ", "
            cells = (found[-1].cells[0], f"{found[-1].cells[1]}{joint}{block.cells[1]}")
            found[-1] = replace(found[-1], cells=cells, text=f"{found[-1].text} {block.cells[1]}")
        elif found and ((hangs := _hangs_below(found[-1], block)) or _goes_on(found[-1], block)):
            above = found[-1]
            joint = "; " if hangs and not above.text.rstrip().endswith((",", ";")) else " "
            marked = f"{above.kept}{joint}{block.kept.strip()}" if above.marked or block.marked else ""
            text = f"{above.text.rstrip()}{joint}{block.text.strip()}"
            found[-1] = replace(above, text=text, marked=marked, links=(*above.links, *block.links))
        else:
            found.append(block)
    return found


def _fills(above: Block, block: Block) -> bool:
    """Whether a row goes on with the one above it, whose key it leaves out."""
    rows = len(above.cells) == len(block.cells) == 2 and not block.apart
    return rows and not block.cells[0] and bool(above.cells[0] and block.cells[1]) and not above.marked + block.marked


def _hangs_below(above: Block, block: Block) -> bool:
    """Whether a line names somebody below the words of a label, and far to its right: `Members: Ann Lee`, `Bo Oake`."""
    if block.cells or above.cells or block.hashes or above.hashes or block.apart or len(above.text) > _LONGEST_LIST:
        return False
    label, colon, words = above.text.partition(":")
    text = block.text.strip()
    right = indent_of(block.text) >= indent_of(above.text) + _FAR
    if not (colon and words.strip() and right) or has_bullet(text) or _LABEL.match(text) or has_bullet(above.text):
        return False
    if block_of(label, likely=True) is None or is_post(label.strip()):
        return False
    people = people_listed(text)
    return bool(people) and is_name(people[0].name, lenient=True)


def _goes_on(above: Block, block: Block) -> bool:
    """Whether a line goes on with the list of the line above it."""
    if block.cells or above.cells or block.hashes or above.hashes or len(above.text) > 1500:
        return False
    text, before = block.text.strip(), above.text.strip()
    if block.apart and not _is_broken(before, text):
        return False
    open_end = block.apart or before.endswith(_OPEN_ENDS) or text[0] in ",;" or _GOES_ON.match(text) is not None
    if not open_end or has_bullet(text) or not _LABEL.match(before) or _LABEL.match(text):
        return False
    label = before.partition(":")[0] if ":" in before else "councillors"
    return block_of(label, likely=True) is not None


def _is_broken(above: str, text: str) -> bool:
    """Whether a list of names was torn by an empty line: both parts have commas, and the second has no label."""
    listed = above.count(",") >= _COMMAS <= text.count(",") and above[-1] not in ".:!?" and not has_bullet(text)
    names = people_listed(text) if listed and not re.search(r"[.:!?]", re.sub(r"\b\w\.", "", text)) else []
    return len(names) > _COMMAS and all(is_name(one.name, alone=True) for one in names)


def group_at_foot(key: str) -> PeopleBlock | None:
    """Return what the people under a label at the foot are, those to whom the paper goes too: `Distribution: …`."""
    return _SENT_TO.get(" ".join(key.casefold().split())) or block_of(key, likely=True)


def columns_of(text: str) -> tuple[str, ...]:
    """Return what stands in the columns of a line, which spaces part."""
    return tuple(_WIDE.split(text.strip()))


def names_somebody(block: Block) -> bool:
    """Whether a line of a list of people is no numbered item among them: it has a bullet, or somebody's name."""
    return has_bullet(block.text) or any(is_name(one.name) for one in people_in(block.text))


def is_memo(people: Sequence[Named], blocks: Iterable[Block]) -> bool:
    """Whether those to whom a paper goes are its members: it names several, and no sender, as a mail does."""
    keys = (key_of(block.text) for block in blocks)
    sent = any(key is not None and key[0].casefold() in SENDERS for key in keys)
    return len(people) > 1 and not sent and all(is_name(one.name) for one in people)


def people_announced(text: str) -> tuple[list[Named], PeopleBlock] | None:
    """Read names behind a label without a colon: `Invited Ann Lee`, `Members Ann Lee, Bo Oake`."""
    words = text.strip().split()
    for at in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        group = block_of(" ".join(words[:at])) if words[at][0].isupper() else None
        people = people_listed(" ".join(words[at:])) if group is not None and words[0][0].isupper() else []
        if group is not None and people and all(is_name(one.name) for one in people):
            return people, group
    return None


def are_named(people: Sequence[Named], words: str) -> bool:
    """Whether all that a line lists are names; behind a title for several a surname is enough."""
    titled = has_title(words) or _TITLES.search(words) is not None
    return all(is_name(one.name, alone=titled, lenient=True) for one in people)


def people_at_foot(key: str, words: str) -> list[Named]:
    """Return the people of a line at the foot that lists several under a label of theirs."""
    if group_at_foot(key) is None:
        return people_listed(words) if closes_with_people(f"{key}: {words}") else []
    people = people_listed(words)
    exact = block_of(key) is not None
    titled = has_title(words) or _TITLES.search(words) is not None
    return people if exact or (len(people) > 1 - titled and are_named(people, words)) else []
