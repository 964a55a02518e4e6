"""The people whom the body of minutes names: below a heading of theirs, or in a sentence that says they are away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.meeting.model import Group, Meeting, Person, Presence
from tui.meeting.people.name_forms import bare_name, fold
from tui.meeting.people.roles import is_post
from tui.papers.minutes.attendance import parted_labels, plain_person, posts_behind
from tui.papers.minutes.outline import Titled
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.lines import with_lines_plain
from tui.papers.minutes.roll.listed import OnList
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.minutes.roll.reading import list_at, parted
from tui.papers.minutes.roll.told import attending, excused, greeted, narrated, presiding
from tui.papers.minutes.speech import sentences_of
from tui.papers.minutes.words import ELECTED
from tui.papers.understanding.headings import PeopleBlock, block_of
from tui.papers.understanding.keys import key_of
from tui.papers.understanding.people.names import is_name, without_title
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import people_in, people_listed
from tui.papers.understanding.people.rows import meanings_of, people_of_cells

_AWAY = re.compile(
    r"^(?P<before>[^.;]{2,120}?)\s+(?:(?:had|has|have)\s+)?(?:sent|gave|given|tendered|offered|submitted)\s+(?:in\s+)?"
    r"(?:(?:their|his|her)\s+)?apologies"
    r"|\bapolog(?:y|ies)\b(?:\s+for\s+absence)?(?:\s+(?:had been|have been|were|was|has been|had"
    r"|being))?(?:\s+(?:also|duly))?(?:\s+(?:received|given|sent|tendered|noted|accepted"
    r"|recorded))?(?:\s*(?:and\s+\w+))?\s*(?:from|for|by|on behalf of"
    r"|:)?\s*:?\s*(?P<names>[^.;]+(?:(?:(?<=Cllr)|(?<=Mrs)|(?<=\bMr)|(?<=\bDr)"
    r"|(?<=\b[A-Z]))\.[^.;]+)*)"
    r"|\b(?:entschuldigt|verhindert)\b\s*(?:sind|haben sich|ist|fehlen|:)*\s*:?\s*(?P<german>[^.;]+)"
    r"|\b(?:excusée?s?)\s*:?\s*(?P<french>[^.;]+)",
    re.IGNORECASE,
)
_MISSING = re.compile(r"^(?P<names>[^.;:]{2,60}?)\s+(?:did\s+not\s+attend|(?:was|were)\s+absent)\.?$")
"""A sentence that says of somebody that they were not there, and no more."""
_AWAY_HEAD = re.compile(r"\b(?:absence|apologies|absent)\b", re.IGNORECASE)
_ROLL = re.compile(r"\b(?:roll call|attendance|anwesenheit|présences?)\b", re.IGNORECASE)
_MOST = 30
"""Passages of a section among which people are listed."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NO_CLAUSE = re.compile(
    r"\s*(?:,\s*(?:and\s+)?(?:who|which|whose|due|because|as\s|with)|\s(?:who|which|due to|because"
    r"|were|was|had|and (?:these|it|the|they|were|accepted))\b).*$",
    re.IGNORECASE,
)


def with_people_of(
    meeting: Meeting, head: Sequence[Passage], sections: Sequence[Titled]
) -> tuple[Meeting, list[tuple[int, int]]]:
    """Return the meeting with those whom its sections and the sentences of its head name, and the place of each."""
    places: list[tuple[int, int]] = []
    body = [one for section in sections for one in section.passages]
    listed = any(person.presence is Presence.PRESENT for person in meeting.people)
    first = [*head, *body[:_MOST]]
    told = [*attending(first), *presiding(first), *greeted(first), *(() if listed else narrated([*head, *body]))]
    named = [(passage, one, PeopleBlock()) for passage, one in told]
    named += [(passage, one, PeopleBlock(presence=Presence.APOLOGIES)) for passage, one in excused(first)]
    for passage, one, block in (*named, *(found for section in sections for found in _named(section))):
        meeting, person_id, new = _with(meeting, one, block)
        if new:
            places.append((person_id, passage.first))
    return meeting, places


def _named(section: Titled) -> Iterator[tuple[Passage, Named, PeopleBlock]]:
    told = [*_listed(section), *_of_table(section)]
    yield from ((one.passage, one.named, one.block) for one in told)
    read = {one.passage.first for one in told}
    block = block_of(section.heading.rstrip(": ")) or block_of(section.heading, likely=len(section.heading.split()) < 7)
    block = None if ELECTED.search(section.heading) else block
    parted = [piece for one in section.passages[:_MOST] for piece in parted_labels(one)]
    for at, passage in enumerate(parted):
        if passage.first in read:
            continue
        key = key_of(passage.text) if not passage.cells else None
        labelled = block_of(key[0], likely=len(key[0].split()) < 3) if key is not None else None
        if key is not None and labelled is not None:
            bare = plain_person(Person(id=0, name=key[1].rstrip("."))).name
            yield from (
                (passage, one, labelled)
                for one in _sure(people_listed(bare if is_name(bare) else posts_behind(key[1])))
            )
        elif (away := _AWAY.search(passage.text)) and len(passage.text.split()) < 60:
            words = next(piece for piece in away.groups() if piece)
            apologies = PeopleBlock(presence=Presence.APOLOGIES)
            yield from ((passage, one, apologies) for one in _sure(people_listed(_plain(words))))
        elif (block is not None or _AWAY_HEAD.search(section.heading)) and (missing := _MISSING.match(passage.text)):
            absent = PeopleBlock(presence=Presence.ABSENT)
            yield from ((passage, one, absent) for one in _missing(missing["names"]))
        elif block is not None and at < 25:
            listed = _sure(_of_sentence(passage) or _of_line(passage))
            if not listed and len(passage.text.split()) > 12:
                block = None
            yield from ((passage, one, block) for one in listed if block is not None)


def _listed(section: Titled) -> Iterator[OnList]:
    """Return the people of the section's lists that are wholly understood: behind its heading, and below it."""
    heading = Passage(first=section.first, last=section.last, text=section.heading, apart=True)
    passages = with_lines_plain([heading, *(piece for one in section.passages[:_MOST] for piece in parted(one))])
    at = 0
    while at < len(passages):
        found = list_at(passages, at, unmarked=at == 0 or passages[at].bullet)
        if found is not None:
            yield from found.people
        at = found.end if found is not None else at + 1


def _of_table(section: Titled) -> Iterator[OnList]:
    """Return the people of a table below the heading of a roll call."""
    block = block_of(section.heading.rstrip(": ")) or (PeopleBlock() if _ROLL.search(section.heading) else None)
    columns: tuple[str, ...] = ()
    for passage in section.passages if block is not None else ():
        begun, columns = bool(columns and passage.cells), columns if passage.cells else ()
        if passage.cells and not begun and "name" in (head := [*map(_column, passage.cells)]):
            columns = tuple(head)
        elif begun and block is not None:
            told = people_of_cells(passage.cells, columns)
            yield from (OnList(passage=passage, named=one, block=block) for one in told)


def _column(head: str) -> str:
    """Return what a column of people holds by its head; empty where that is not known."""
    return next(iter(meanings_of([head])), "")


def _plain(words: str) -> str:
    return _NO_CLAUSE.sub("", words).strip()


def _of_sentence(passage: Passage) -> list[Named]:
    """Return the people of a line's first sentence, where it names people and says nothing else."""
    sentences = [] if passage.cells else sentences_of(passage.text)
    return (people_of_list(sentences[0]) or []) if sentences else []


def _missing(words: str) -> list[Named]:
    told = people_of_list(words) or []
    return told if all(is_name(one.name) or is_post(one.capacity) for one in told) else []


def _of_line(passage: Passage) -> list[Named]:
    if passage.cells:
        return [one for cell in passage.cells[:1] for one in people_in(cell)]
    text = passage.text
    if len(text.split()) > 40 and ";" not in text and "," not in text:
        return []
    several = people_listed(text)
    return several if len(several) > 1 and all(is_name(one.name, lenient=True) for one in several) else people_in(text)


def _sure(people: Sequence[Named]) -> list[Named]:
    return [
        one
        for one in people
        if is_name(plain_person(Person(id=0, name=_BRACKETS.sub("", one.name))).name, lenient=True)
    ]


def _with(meeting: Meeting, one: Named, block: PeopleBlock) -> tuple[Meeting, int, bool]:
    """Add somebody, or say of somebody known that they were away."""
    presence = one.presence or block.presence
    one = replace(one, name=plain_person(Person(id=0, name=one.name)).name) if not is_name(one.name) else one
    names = [(person, fold(" ".join(bare_name(person.name)))) for person in meeting.people]
    wanted = fold(" ".join(bare_name(one.name)))
    known = next((person for person, name in names if sorted(name.split()) == sorted(wanted.split())), None)
    if known is None and " " not in without_title(one.name):
        surname = wanted.split()
        same = [person for person, name in names if name.split()[-len(surname) :] == surname]
        known = same[0] if len(same) == 1 else None
    if known is not None:
        return meeting, known.id, False
    person = plain_person(
        Person(
            id=max((p.id for p in meeting.people), default=0) + 1,
            name=one.name,
            capacity=one.capacity,
            abbreviation=one.abbreviation,
            group=one.group or (block.group if presence is Presence.PRESENT else Group.MEMBER),
            presence=presence,
        )
    )
    return replace(meeting, people=(*meeting.people, person)), person.id, True
