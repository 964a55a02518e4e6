"""The people whom sentences and items name: who sent apologies, who is called at the roll call, whom initials mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.meeting.model import Presence
from tui.meeting.people.person_line import is_initials
from tui.meeting.people.roles import is_post
from tui.papers.reading.lines import without_bullet, without_emphasis
from tui.papers.understanding.headings import PeopleBlock, block_of, name_of_block
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import has_title, is_name
from tui.papers.understanding.people.one import EQUALS, Named
from tui.papers.understanding.people.reading import people_listed, people_of_line, person_of_key

APOLOGIES = PeopleBlock(presence=Presence.APOLOGIES)
ABSENT = PeopleBlock(presence=Presence.ABSENT)
_SENT = re.compile(
    r"(?:^|[.!?:;]\s+)(?P<who>[^\W\d_a-z][^.!?:;]{1,120}?)\s+(?:(?:has|have)\s+(?:already\s+)?(?:sent|given|tendered|offered"
    r"|submitted)|sends?)\s+(?:(?:their|his|her)\s+)?(?:apologies|regrets)\b"
)
_RECEIVED = re.compile(
    r"\b[Aa]pologies\s+(?:for\s+absence\s+)?(?:(?:were|was|(?:have|has|had)\s+(?:already\s+)?been)\s+)?(?:so\s+far\s+)?(?:received\s+)?"
    r"(?:so\s+far\s+)?from\s+(?P<who>[^\W\d_a-z][^.!?:;]{1,120}?)(?=[.!;]|$)"
)
_AFTER_NAMES = re.compile(r"\s+(?!(?:and|und|et|y|de|van|von|der|den|du)\b)(?=[a-z])")
"""Where the names end that a sentence begins with: `Mo and Trish already`."""
_CALLED = frozenset(
    {
        "roll call",
        "attendance",
        "call to order and roll call",
        "apologies",
        "apologies for absence",
        "present",
        "regrets",
    }
)
"""Items that may name people, and nothing else."""
_OF_A_KIND = re.compile(
    r"^(?i:trustees|governors|directors|(?:(?:council|board|committee|commission)\s+)?members|commissioners|supervisors"
    r"|aldermen)\s+(?=[A-Z])"
)
"""What all of several surnames are."""
_BEHIND = re.compile(r"(?P<label>[^–—():-]{3,30}?)\s*(?:\s[–—-]\s+(?P<dash>\S.*)|\((?P<brackets>[^()]+)\))")
_PIECES = re.compile(r"\s{2,}|\t+|\s*[;,|]\s+|\s+[–—·•]\s+")
_TO_RECEIVE = re.compile(
    r"^to\s+(?:receive|note|accept|record|consider|hear)(?:\s*(?:,|and|&)\s*(?:receive|note|accept|approve|record))*\s+"
    r"(?:any\s+)?(?=apolog)",
    re.IGNORECASE,
)
"""What is to be done with apologies, before the words for them."""
_NUMBER = re.compile(r"^(?:[(\[]?(?:\d{1,3}|[ivxlIVXL]{1,5}|[a-zA-Z])[.)\]:]+|\d{1,3})\s+")
_FEWEST, _FEWEST_FULL = 2, 3
"""The fewest names of a list, and of one whose label says nothing of people."""


def sent_apologies(text: str) -> list[Named]:
    """Return those of whom a sentence says that they sent apologies: `Paul and Gwen have sent their apologies.`."""
    found = _SENT.search(text) or _RECEIVED.search(text)
    people = people_listed(_AFTER_NAMES.split(found["who"])[0]) if found else []
    known = (is_name(one.name, alone=True) or is_first_name(one.name) for one in people)
    return people if people and all(known) else []


def people_of_item(heading: str, below: Sequence[str]) -> list[tuple[Named, PeopleBlock]]:
    """Return those whom an item for the roll call or for apologies names, in its line or below it."""
    words = _NUMBER.sub("", without_emphasis(without_bullet(heading)).strip(), count=1)
    label, rest = _label_apart(_TO_RECEIVE.sub("", words, count=1))
    group = _group_of(label)
    found = [(one, APOLOGIES) for one in sent_apologies(words)] if group is None else []
    found += [(one, group) for one in _named(rest)] if rest and group is not None else []
    for line in below:
        key = key_of(line)
        labelled = block_of(key[0]) if key is not None else None
        if key is not None and labelled is not None and labelled in (PeopleBlock(), APOLOGIES, ABSENT):
            found += [(one, labelled) for one in _named(key[1])]
        elif group is not None and (people := people_of_line(line) or _named(line)):
            found += [(one, group) for one in people]
    return found


def _label_apart(words: str) -> tuple[str, str]:
    """Part `Roll Call: Ann Lee`, and the names that apologies are from behind a dash or in brackets."""
    label, colon, rest = words.partition(":")
    if colon:
        return label, rest
    found = _BEHIND.fullmatch(words)
    return (found["label"], found["dash"] or found["brackets"]) if found else (words, "")


def names_absent(words: str) -> bool:
    """Whether an item's line says who sent apologies: `Apologies – Ann, Bo`."""
    label, rest = _label_apart(_NUMBER.sub("", words.strip(), count=1))
    return _group_of(label) == APOLOGIES and bool(_named(rest))


def _group_of(label: str) -> PeopleBlock | None:
    name = name_of_block(label)
    return (block_of(label) or PeopleBlock()) if name in _CALLED or block_of(label) is not None else None


def _named(words: str) -> list[Named]:
    """Return the people of words that name several, or one in full; nobody where any of them may be something else."""
    kind = _OF_A_KIND.match(words.strip())
    people = people_listed(words.strip()[kind.end() :] if kind else words)
    alone = kind is not None or has_title(words)
    full = all(is_name(one.name, alone=alone) or is_first_name(one.name) for one in people)
    return people if people and full and not any(is_post(one.name) for one in people) else []


def initials_in_line(text: str) -> list[Named]:
    """Return those whose initials a line explains: `KB = Kath Boyle   LM = Len Marsh`."""
    pieces = [piece for piece in _PIECES.split(text.strip()) if piece]
    found = [EQUALS.fullmatch(piece) for piece in pieces if "=" in piece]
    if not len(pieces) == len(found) >= _FEWEST or not all(one and is_initials(one["abbreviation"]) for one in found):
        return []
    people = [person_of_key(piece) for piece in pieces]
    return [one for one in people if one is not None] if all(people) else []


def closes_with_people(words: str) -> bool:
    """Whether a line is a list of people below the items, whatever its label says: `Vestry: Ann Lee, Bo Oake, …`."""
    key = key_of(words)
    people = people_listed(key[1]) if key is not None and "," in key[1] else []
    return len(people) >= _FEWEST_FULL and all(is_name(one.name) for one in people)
