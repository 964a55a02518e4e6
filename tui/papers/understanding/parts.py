"""Going through a paper's blocks: its head, its people, its list of items and its foot."""

from __future__ import annotations

from collections.abc import Sequence

from tui.meeting.dates.moments import moments_in
from tui.meeting.people.roles import is_post, is_role
from tui.meeting.text.brackets import restored
from tui.papers.document import Aside, Block, Document, set_aside
from tui.papers.reading.lines import has_bullet, without_bullet, without_emphasis
from tui.papers.understanding.frame import Part, expanded, frame_of, opens_people
from tui.papers.understanding.headings import (
    PeopleBlock,
    block_of,
    is_first_item,
    opens_agenda,
)
from tui.papers.understanding.keys import (
    ADDRESSED,
    CONTACT,
    HEAD_KEYS,
    is_bare_key,
    is_known,
    is_sentence,
    is_table_head,
    key_of,
    key_of_block,
    keys_side_by_side,
)
from tui.papers.understanding.lists.below import (
    calls_day,
    goes_beside_key,
    heads_head,
    holds_head,
    holds_keys,
    holds_list,
    holds_words,
    names_next,
    tells_in_heading,
)
from tui.papers.understanding.lists.ending import begins_items, ends_agenda, is_below
from tui.papers.understanding.lists.items import is_item
from tui.papers.understanding.outline import sort_lines
from tui.papers.understanding.people.below import (
    goes_on_with_people,
    group_below,
    heads_more_people,
    heads_people,
    heads_within,
    holds_roll,
    is_label,
    leaves_list,
    lines_again,
    lists_people,
    people_end,
    stands_over_nobody,
)
from tui.papers.understanding.people.foot import lines_of_foot
from tui.papers.understanding.people.gathered import (
    PeopleFound,
    are_named,
    columns_of,
    is_memo,
    names_somebody,
)
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import people_listed
from tui.papers.understanding.people.rows import meanings_of
from tui.papers.understanding.people.side_by_side import people_unannounced, people_under_key
from tui.papers.understanding.people.turned import with_first_names_first
from tui.papers.understanding.people.within import APOLOGIES, sent_apologies
from tui.papers.understanding.public import public_count
from tui.papers.understanding.roles import Role
from tui.papers.understanding.sections import OutlineLine
from tui.papers.understanding.tables import meanings_of_items
from tui.papers.understanding.titles import moments_alone, title_of_page


class PaperParts:
    """What the blocks of a paper are, each once."""

    def __init__(self, document: Document) -> None:
        self._used, aside = set_aside(expanded(with_first_names_first(document.blocks)))
        self.where = document.where
        self.aside = aside
        """Mail heads, quotes and page furniture."""
        self.frame = frame_of([b for b in self._used if b.aside is None], document.subject)
        self.title = restored(self.frame.title, self._marked_at(self.frame.title_at, document.marked_subject))
        self.front: dict[str, Block] = {}
        self.header: list[tuple[str, str]] = []
        self.lines_of_keys: dict[str, int] = {}
        self.listing = PeopleFound()
        self.public: int | None = None
        self.loose: list[Block] = []
        """Lines of the head that are no keys: letterhead, notices, the day in a line of its own."""
        self.days: list[Block] = []
        """Headings among the items that tell a day."""
        self.listed: list[Block] = []
        self.outline: tuple[OutlineLine, ...] = ()
        self.foot: list[Block] = []
        self.odd: list[Block] = []
        """Lines of a letterhead that no notes print."""
        self.roles: list[tuple[Block, Role]] = []
        self._part = Part.HEAD
        self._hashes = 0
        """How many `#` the heading of that part had; 0 for a plain line."""
        self._under_heading = False
        """Whether the head's last key was a heading, which holds all lines up to the next."""
        self._until = 0  # The place behind the people who stand below an item.
        self._addressed = self._key_open = False
        """Whether the line before was a key, which may go on."""
        self._item_hashes = 7
        """The least `#` of a heading that is an item; 7 before there is one."""
        self._blocks: list[Block] = []

    def _marked_at(self, at: int, subject: str) -> str:
        """Return the block at a place with the brackets that restrict; the subject where the title is in none."""
        return [block for block in self._used if block.aside is None][at].marked if at >= 0 else subject

    def read(self) -> None:
        """Read every block."""
        for block in self._used:
            if block.aside is Aside.FRONT and (key := key_of(block.text)):
                self.front.setdefault(key[0].casefold(), block)
        self._blocks = [block for block in self._used if block.aside is None]
        self.listing.again = lines_again(self._blocks)
        title_at, items_at = self.frame.title_at, self.frame.items_at
        for at, block in enumerate(self._blocks):
            if at == title_at or (at < max(title_at, items_at) and opens_agenda(block.text)):
                self._note(block, Role.TITLE if at == title_at else Role.HEADING)
                self._take_day_of(block if at != title_at else None)
                self._key_open = False
            else:
                self._read_block(at, block)
        self._sort_items()
        if not self.title and (page := self.front.get("title")):
            self.title = restored(title_of_page((key_of(page.text) or ("", ""))[1]), page.marked)

    def _note(self, block: Block, role: Role) -> None:
        self.roles.append((block, role))

    def _read_block(self, at: int, block: Block) -> None:
        if block.hashes:
            self._take_heading(at, block)
        elif opens_people(self._blocks, at) if self._part is Part.ITEMS else self._opens_block(at, block):
            self._open(block)
        elif self._part is Part.ITEMS or begins_items(self.frame, at, block, in_head=self._part is Part.HEAD):
            self._part = Part.ITEMS
            self._take_listed(block)
        elif self._part is Part.FOOT:
            self.foot.append(block)
        elif self._part is Part.PEOPLE:
            self._take_people(at, block)
        elif is_table_head(block):
            self._note(block, Role.HEADING)
        else:
            self._take_head(at, block)

    def _opens_block(self, at: int, block: Block) -> bool:
        cells = block.cells or (columns_of(block.text) if self._part is Part.PEOPLE else ())
        heads = bool(cells) and bool(meanings_of_items(cells)) and not meanings_of(cells)
        if block.cells or heads:
            return heads and (at > self.frame.items_at or not block.cells)
        if (opens_agenda(block.text) and at >= self.frame.items_at) or block_of(block.text) is not None:
            return not stands_over_nobody(self._blocks, at)
        ends = block.text.rstrip().endswith(":") and not has_bullet(block.text)
        if ends and block_of(block.text, likely=True) is not None and not is_post(block.text):
            return True
        return heads_people(self._blocks, at) or (self._part is Part.PEOPLE and heads_more_people(self._blocks, at))

    def _take_day_of(self, heading: Block | None) -> None:
        """Take the day that a heading over the items tells: `Agenda for the meeting of 17 April 2024`."""
        if heading is not None and not heading.cells and opens_agenda(heading.text) and moments_in(heading.text):
            self.days.append(heading)

    def _open(self, block: Block, hashes: int = 0) -> None:
        self._note(block, Role.HEADING)
        self._take_day_of(block)
        at, self._hashes, self._key_open = self._blocks.index(block), hashes, False
        found = block_of(block.text, likely=True) or group_below(self._blocks, at)
        self._until = people_end(self._blocks, at) if self._part is Part.ITEMS or self._until else 0
        if found is None and self._part is Part.PEOPLE and is_label(block) and not opens_agenda(block.text):
            found = None if block.hashes else self.listing.group
        if block.cells:
            self.listed.append(block)
        if block.cells or opens_agenda(block.text) or found is None:
            self._part = Part.ITEMS
        else:
            self._part = Part.PEOPLE
            self.listing.open(found)

    def _take_heading(self, at: int, block: Block) -> None:
        words, hashes, people = block.text, block.hashes, block_of(block.text)
        opens = opens_agenda(words) or holds_roll(self._blocks, at)
        if self._part is Part.FOOT:
            self._open(block, hashes) if people is not None else self.foot.append(block)
        elif moments_in(words) and (moments_alone(words) or at <= self.frame.items_at or self._goes_below(block)):
            self.days.append(block)
            self._note(block, Role.WHEN)
        elif self._part is Part.ITEMS and (self.listed or not opens_agenda(words)):
            self._take_heading_in_items(at, block)
        elif opens or (people is not None and holds_list(self._blocks, at, self.frame.items_at)):
            self._open(block, hashes)
        elif self._part is Part.PEOPLE and goes_on_with_people(self._blocks, at, self._hashes):
            self.listing.open(block_of(words, likely=True) or self.listing.group)
            self._note(block, Role.HEADING)
        elif self.listed and ends_agenda(self._blocks, at, self.frame, self.listed):
            self._part = Part.FOOT
            self.foot.append(block)
        elif at > self.frame.items_at and (self.listed or not heads_head(words)):
            self._take_headed_item(block)
        else:
            self._take_heading_in_head(at, block)

    def _take_heading_in_items(self, at: int, block: Block) -> None:
        depth = max(2, self._blocks[self.frame.items_at].hashes if self.frame.opened else 0)
        over = block_of(block.text) is not None and block.hashes <= depth and block.hashes < self._item_hashes
        if over or heads_people(self._blocks, at, among_items=True):
            self._open(block, block.hashes)
        elif holds_keys(self._blocks, at):
            self._part, self._key_open = Part.HEAD, False
            self._note(block, Role.HEADING)
        elif ends_agenda(self._blocks, at, self.frame, self.listed):
            self._part = Part.FOOT
            self.foot.append(block)
        else:
            self._take_headed_item(block)

    def _take_heading_in_head(self, at: int, block: Block) -> None:
        words = block.text
        if block_of(words, likely=True) is not None:
            self._open(block, block.hashes)
            return
        self._part = Part.HEAD
        if told := tells_in_heading(words):
            self._take_key(block, *told)
        elif holds_head(self._blocks, at):
            self._note(block, Role.HEADING)
        elif not names_next(words, self.lines_of_keys) and (
            is_known(words.strip(": ")) or holds_words(self._blocks, at)
        ):
            self._take_key(block, (key_of(f"{words.strip(': ')}:") or (words, ""))[0], "")
            self._under_heading = True
        else:
            self._take_loose(block)

    def _goes_below(self, block: Block) -> bool:
        return is_below(self._blocks, self.frame, block, begun=bool(self.listed and not self.days))

    def _take_headed_item(self, block: Block) -> None:
        self._part, self._item_hashes = Part.ITEMS, min(self._item_hashes, block.hashes)
        self.listed.append(block)

    def _take_listed(self, block: Block) -> None:
        words = without_emphasis(block.text).strip("*_ ")
        if self.frame.opened and not self.days and opens_agenda(words) and moments_in(words):
            self.days.append(block)
            self.loose, self.listed = [*self.loose, *self.listed], []
            self._note(block, Role.WHEN)
        elif named := lists_people(block.text, self._blocks, self.listed):
            self._add_people(block, *named)
            self._part = Part.ITEMS if has_bullet(block.text) else Part.FOOT
        elif not self._take_public(block):
            self.listed.append(block)

    def _take_people(self, at: int, block: Block) -> None:
        key = key_of_block(block)
        if key is not None and key[0].casefold() in HEAD_KEYS and not has_bullet(block.text):
            self._leave_people(at, block)
        elif (
            at > self.frame.items_at
            and self.listing.begun
            and at >= self._until
            and (block.apart or not names_somebody(block))
            and is_item(block)
        ):
            self._part = Part.ITEMS
            self._take_listed(block)
        elif not self._take_public(block):
            if (within := heads_within(self._blocks, at)) is not None:
                self.listing.open(block_of(within, likely=True) or self.listing.group)
                self._note(block, Role.HEADING)
                return
            people, group = self.listing.read(block, key)
            if leaves_list(block, people, begun=self.listing.begun):
                self._leave_people(at, block)
                return
            self.listing.begun = self.listing.begun or bool(people) or not block.apart
            self._add_people(block, people, group)

    def _leave_people(self, at: int, block: Block) -> None:
        self._part, self._under_heading = Part.HEAD, False
        self._take_head(at, block)

    def _add_people(self, block: Block, people: Sequence[Named], group: PeopleBlock) -> None:
        self._note(block, Role.PEOPLE)
        self.listing.add(block, people, group)

    def _take_public(self, block: Block) -> bool:
        count = public_count(block.text)
        if count is not None:
            self.public = count
            self._note(block, Role.PEOPLE)
        return count is not None

    def _take_head(self, at: int, block: Block) -> None:
        if self._take_public(block):
            return
        text = without_emphasis(without_bullet(block.text)).strip()
        if self._under_heading and at < self.frame.items_at and not self._tells_day_already(block):
            self._go_on(block, text, "; " if has_bullet(block.text) else " ")
            return
        item = at > self.frame.items_at and (is_item(block) or is_first_item(block.text))
        if not item and block.cells and (found := meanings_of(block.cells)) and "name" in found and len(found) > 1:
            self._part = Part.PEOPLE
            self.listing.open(PeopleBlock(), found)
            self._note(block, Role.HEADING)
            return
        key = None if item else (key_of(f"{text.strip(' :')}:") if is_bare_key(text) else key_of_block(block))
        if not item and not block.cells and (several := keys_side_by_side(block.text)):
            for one in several:
                self._take_named(block, *one)
        elif key is not None and not is_sentence(key) and not calls_day(block, *key, dated="Date" in dict(self.header)):
            self._take_named(block, *key)
        elif not item and not block.cells and (named := people_unannounced(self._blocks, at)):
            self._add_people(block, *named)
        elif self._key_open and goes_beside_key(self.header[-1], block, text) and not item and not block.cells:
            self._go_on(block, text, " ")
        elif item or (at > self.frame.items_at and not self.frame.opened and (self.listed or self.frame.items_at >= 0)):
            self._part = Part.ITEMS
            self._take_listed(block)
        else:
            self._take_loose(block)

    def _tells_day_already(self, block: Block) -> bool:
        """Whether the heading above is `Date`, and has its line."""
        return self.header[-1][0] == "Date" and (bool(block.cells) or bool(self.header[-1][1]))

    def _take_loose(self, block: Block) -> None:
        self._key_open = self._under_heading = False
        self.loose.append(block)
        self.listing.add(block, sent_apologies(block.text), APOLOGIES, odd=False)

    def _take_named(self, block: Block, key: str, words: str) -> None:
        named = block_of(key) or (None if is_known(key) else block_of(key, likely=True))
        people = people_listed(words) if named is not None and any(map(str.isalpha, words)) else []
        if block_of(key) is not None and any(map(str.isalpha, words)):
            self._add_people(block, people, named or PeopleBlock())
            self._key_open = False
        elif people and named is not None and are_named(people, words):
            self._add_people(block, people, named)
        elif key.casefold() in ADDRESSED and (
            is_memo(people := people_listed(words), self._blocks) or self._copied(key, people)
        ):
            self._add_people(block, people, PeopleBlock(group=ADDRESSED[key.casefold()]))
            self._addressed = True
        elif not is_known(key) and not is_role(key) and (named_here := people_under_key(key, words)):
            self._add_people(block, *named_here)
        elif key.casefold() in CONTACT:
            self.odd.append(block)
            self._key_open = False
        else:
            self._take_key(block, key, words)

    def _copied(self, key: str, people: Sequence[Named]) -> bool:
        return key.casefold() == "cc" and self._addressed and bool(people) and all(is_name(one.name) for one in people)

    def _take_key(self, block: Block, key: str, words: str) -> None:
        self._note(block, Role.KEY)
        # A key that the program itself knows gives nothing away, and is looked for by its name.
        shown = key if is_known(key) or is_role(key) else restored(key, block.marked)
        self.header.append((shown, restored(words, block.marked)))
        self.lines_of_keys.setdefault(key.casefold(), block.place)
        self._under_heading, self._key_open = False, True

    def _go_on(self, block: Block, words: str, joint: str) -> None:
        key, said = self.header[-1]
        self.header[-1] = (key, f"{said}{joint if said else ''}{restored(' '.join(words.split()), block.marked)}")

    def _sort_items(self) -> None:
        """Sort the list's lines; what stands at its foot may name people still."""
        opening = self._blocks[self.frame.items_at] if self.frame.opened else None
        found = sort_lines(self.listed, written=opening is not None and opening.hashes > 0)
        self.outline = found.lines
        self.loose += found.before
        places = dict(found.roles)
        self.roles += [(block, places.get(block.place, Role.ITEM)) for block in self.listed]
        self.listing.add_of_items((line.line, line.text, line.below) for line in self.outline)
        foot, self.foot = self.foot, []
        for line in lines_of_foot((*found.foot, *foot)):
            if line.heads:
                self._note(line.block, Role.HEADING)
            elif line.people:
                self._add_people(line.block, line.people, line.group)
            else:
                self.foot.append(line.block)
                self.listing.add(line.block, sent_apologies(line.block.text), APOLOGIES, odd=False)
