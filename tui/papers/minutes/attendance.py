"""The people of minutes, their lists made plain: columns that were torn apart, labels beside names, broken brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting, Person, Presence
from tui.meeting.people.name_forms import bare_name, fold
from tui.meeting.people.person_line import is_initials
from tui.meeting.people.roles import is_post
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.minutes.roll.plain_words import is_nobody
from tui.papers.minutes.roll.reading import with_roll
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.people.names import is_name, without_title
from tui.papers.understanding.people.one import Named
from tui.papers.understanding.people.reading import people_in, people_listed
from tui.papers.understanding.people.rows import meanings_of, people_of_cells

_LABEL_WORDS = (
    r"(?:members\s+)?present|also\s+present|in\s+attendance|apologies(?:\s+for\s+absence)?|absent"
    r"|regrets|guests?|observers?"
    r"|anwesend|entschuldigt|abwesend|présents?|excusée?s?|absents?"
)
_LABELS = re.compile(rf"(?<=[.;])\s+(?=(?:{_LABEL_WORDS})\s*:)", re.IGNORECASE)
_LABELLED = re.compile(r"^(?P<label>[^:,]{3,40}?)\s*:\s*(?P<words>\S.*)$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OTHER_LABELS = re.compile(
    r"(?:delegates?|delegations|experts?|those\s+present|attended\s+by|(?:board|committee|voting"
    r"|council|panel)\s+members|commissioners"
    r"|participating|on\s+the\s+call|in\s+the\s+room|delegierte|stimmberechtigte|administrateurs"
    r"|élus)\s*(?:\(\d+\))?\s*:\s*",
    re.IGNORECASE,
)
_WERE = re.compile(r"^(?:étai(?:en)?t|sont|es waren?|were)\s+", re.IGNORECASE)
_POST = (
    r"(?:\w+ )?(?:manager|superintendent|administrator|coordinator)|(?:ober)?bürgermeister(?:in)?"
    r"|pfarrer(?:in)?|schulleiter(?:in)?|rektor(?:in)?|direktor(?:in)?"
    r"|geschäftsführer(?:in)?|präsident(?:in)?|vizepräsident(?:in)?"
    r"|(?:deputy |executive |finance |library )?director|president|vice[- ]president|secretary"
    r"|treasurer|trustee|(?:vice[- ])?chair(?:man|woman|person)?|(?:city |town |parish )?clerk"
    r"|(?:city |town )manager|city attorney|mayor|principal|council ?(?:member|man|woman|person)"
    r"|board member|supervisor|select(?:man|woman)|commissioner|head ?teacher|maire|président(?:e)?"
    r"|trésori(?:er|ère)|directeur|directrice"
)
_POST_BEFORE = re.compile(rf"(?:{_POST})\s+(?=[^\W\d_])", re.IGNORECASE)
_POST_WITH_NAME = re.compile(
    rf"(?:\bThe\s+)?(?P<post>(?i:{_POST}))\s+\((?P<name>(?:(?:Mrs?|Ms|Miss"
    rf"|Dr)\.?\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){{1,3}})\)"
)
_POST_AND_NAME = re.compile(
    rf"(?<![\w(])(?P<post>(?i:{_POST}))\s+(?P<name>(?:Dr\.?\s+)?[A-ZÄÖÜÉ][\w.'’-]*(?:\s+[A-ZÄÖÜÉ][\w.'’-]*){{1,3}})(?!\s*\("
    rf"|[\w.])"
)
_BRACKETED = re.compile(r"\([^()]{1,20}\)\.?")
_HEADS = re.compile(
    r"(?:(?:names?|capacity|position|role|representing|organisation|title|funktion|fonction|nom|prénom)\s*:?\s*)+",
    re.IGNORECASE,
)


def people_plain(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages of a head, each person of a list in a line of their own."""
    found: list[Passage] = []
    for listed, group in groupby(with_roll(passages), key=lambda one: one.person):
        run = list(group)
        found += run if listed else _plain_tables(run)
    return found


def _plain_tables(passages: Sequence[Passage]) -> list[Passage]:
    """Give each person of a torn table, or of a list that was not understood as a whole, a line of their own."""
    passages = [_with_usual_label(passage) for passage in passages]
    parted = [piece for at in range(len(passages)) for piece in _behind_label(passages, at)]
    found: list[Passage] = []
    columns: tuple[str, ...] = ()
    label = ""
    for passage in parted:
        begun, meanings = bool(columns and passage.cells), meanings_of(passage.cells) if passage.cells else ()
        columns = columns if begun else meanings if "name" in meanings else ()
        if found and is_label(found[-1].text) and not passage.cells and is_nobody(passage.text):
            continue
        if not columns and found and is_label(found[-1].text) and not passage.cells:
            found += _one_each(passage)
        elif not columns:
            found += _unlabelled(passage)
        elif begun and (people := people_of_cells(passage.cells, columns)):
            presence = people[0].presence or Presence.PRESENT
            if presence != label:
                label = presence
                found.append(replace(_line(passage, f"{presence.capitalize()}:"), apart=True))
            found.append(replace(_line(passage, _said(people[0])), apart=False))
    return _rejoined(found)


def _one_each(passage: Passage) -> list[Passage]:
    """Give each of the people of a line below a label a line of their own."""
    listed = people_listed(posts_behind(passage.text))
    if len(listed) < 2 or not all(is_name(one.name, lenient=True) for one in listed):
        return _unlabelled(passage)
    return [replace(_line(passage, _said(one)), apart=at == 0 and passage.apart) for at, one in enumerate(listed)]


def _said(one: Named) -> str:
    """Return a person of a table as a line of a list has them."""
    abbreviation = f" ({one.abbreviation})" if one.abbreviation else ""
    return ", ".join(piece for piece in (one.name, one.capacity) if piece) + abbreviation


def posts_behind(words: str) -> str:
    """Return a list of people, posts that stand before names put behind them: `Mayor Ada Lowe`."""
    words = _POST_WITH_NAME.sub(r"\g<name> (\g<post>)", words)
    return _POST_AND_NAME.sub(r"\g<name> (\g<post>)", words)


def _with_usual_label(passage: Passage) -> Passage:
    """Put a label that agendas have in the place of one that only minutes have: `Delegates:`."""
    if passage.cells:
        return passage
    if (found := _OTHER_LABELS.match(passage.text)) is None:
        labelled = _LABELLED.match(passage.text)
        listed = labelled is not None and is_label(f"{labelled['label']}:")
        return _line(passage, posts_behind(passage.text)) if listed or _POST_BEFORE.match(passage.text) else passage
    return _line(passage, f"Present: {passage.text[found.end() :]}".strip())


def parted_labels(passage: Passage) -> list[Passage]:
    """Give each label of people in a line that has several a line of its own: `Present: …. Absent: …`."""
    pieces = [] if passage.cells else [piece.strip() for piece in _LABELS.split(passage.text) if piece.strip()]
    return [_line(passage, piece.rstrip(".;")) for piece in pieces] if len(pieces) > 1 else [passage]


def _behind_label(passages: Sequence[Passage], at: int) -> list[Passage]:
    """Give the people behind a label lines of their own: those below it go on with them, or other labels follow."""
    passage = passages[at]
    if passage.cells:
        return [passage]
    if len(pieces := parted_labels(passage)) > 1:
        return pieces
    found = _LABELLED.match(passage.text)
    following = passages[at + 1] if at + 1 < len(passages) else None
    if found is None or following is None or following.cells or not is_label(f"{found['label']}:"):
        return [passage]
    goes_on = not following.apart and ":" not in following.text and people_in(following.text)
    if not goes_on or not is_name(
        _BRACKETS.sub("", following.text).split(",")[0].split(" – ")[0].strip(), lenient=True
    ):
        return [passage]
    return [_line(passage, f"{found['label']}:"), replace(_line(passage, found["words"]), apart=False)]


def is_label(words: str) -> bool:
    """Whether words head a list of people: `Present`, `Apologies for absence`."""
    words = _WERE.sub("", words)
    return block_of(words) is not None or (
        words.rstrip().endswith(":") and len(words.split()) < 6 and block_of(words, likely=True) is not None
    )


def plain_person(person: Person) -> Person:
    """Return a person whose post stood before the name, with the name alone: `Director Nina Roe`."""
    found = _POST_BEFORE.match(person.name)
    if found is None or not is_name(person.name[found.end() :]):
        return person
    post = person.name[: found.end()].strip()
    return replace(person, name=person.name[found.end() :], capacity=person.capacity or post)


def with_chair(people: Sequence[Person], meeting: Meeting) -> tuple[Person, ...]:
    """Return the people of the lists, and those whom the head names as chair or, in a post of theirs, for the minutes.

    Somebody who only took the minutes was there as well.
    """
    found = [*people]
    for key, words in meeting.header:
        folded = key.casefold().rstrip("s ")
        chairs = folded in words_of("chair_keys")
        if not chairs and folded not in words_of("minutes_keys"):
            continue
        for one in people_listed(words) if chairs else _alone(words):
            person = plain_person(
                Person(id=len(found) + 1, name=one.name, capacity=one.capacity, abbreviation=one.abbreviation)
            )
            known = [_words_of(other.name) for other in found]
            if is_name(person.name) and not _is_known(_words_of(person.name), known):
                found.append(replace(person, capacity=person.capacity or key))
    return tuple(found)


def _is_known(words: list[str], known: Sequence[list[str]]) -> bool:
    """Whether a name is somebody's of a list, or the surname of one alone: `Dr Lowe` is `Dr Ann Lowe`."""
    alone = len(words) == 1 and sum(words[0] in other for other in known) == 1
    return words in known or alone


def _alone(words: str) -> list[Named]:
    """Return the one person whom words name, where they say nothing else."""
    told = people_of_list(words) or []
    return told if len(told) == 1 and is_name(told[0].name) else []


def _words_of(name: str) -> list[str]:
    """Return the words of a name whatever their order: `BRUN Claire` is `Claire BRUN`."""
    return sorted(fold(" ".join(bare_name(without_title(name)))).split())


def _unlabelled(passage: Passage) -> list[Passage]:
    """Give the label in a row of people a line of its own, and whatever stands before it."""
    cells = [cell for cell in passage.cells if cell]
    if not passage.cells and (said := _WERE.match(passage.text)) and is_label(passage.text):
        return [_line(passage, passage.text[said.end() :].capitalize())]
    if not cells or meanings_of(passage.cells):
        return [passage]
    at = next((at for at, cell in enumerate(cells) if is_label(cell)), -1)
    pieces = []
    if at >= 0:
        pieces = [_line(passage, cell) for cell in cells[: at + 1]]
        cells = cells[at + 1 :]
    cells = [_mended(cell) for cell in cells]
    if len(cells) == 3 and is_name(cells[0], lenient=True) and is_initials(cells[2]):
        cells = [cells[0], f"{cells[1]} ({cells[2]})"]
    if len(cells) == 2 and is_name(cells[0], alone=True) and len(people_of_list(", ".join(cells)) or ()) == 1:
        return [*pieces, _line(passage, ", ".join(cells))]
    if len(cells) > 1 and all(is_name(_BRACKETS.sub("", cell), lenient=True) for cell in cells):
        return [*pieces, *(replace(_line(passage, cell), apart=False) for cell in cells)]
    if len(cells) == 2 and is_name(cells[0], lenient=True):
        return [*pieces, _line(passage, ", ".join(cells))]
    return [*pieces, replace(passage, cells=tuple(cells), text=" | ".join(cells))] if cells else pieces


def _line(passage: Passage, text: str) -> Passage:
    return replace(passage, text=text, cells=())


def _mended(words: str) -> str:
    """Close a bracket that was left open, and take away one too many."""
    opened, closed = words.count("("), words.count(")")
    if opened > closed:
        return words + ")" * (opened - closed)
    while closed > opened and words.endswith(")"):
        words, closed = words[:-1], closed - 1
    return words


def _rejoined(passages: Sequence[Passage]) -> list[Passage]:
    """Put the posts that stand below a run of names beside them, where they are as many."""
    found: list[Passage] = []
    at = 0
    while at < len(passages):
        names = _run(passages, at, lambda one: not one.cells and is_name(one.text, lenient=True))
        posts = _posts(passages, at + len(names))
        beside = len(names) == 1 and posts and posts[0].first == names[0].first
        posts = posts[:1] if beside else posts
        if (len(names) > 1 or beside) and len(posts) == len(names):
            found += [
                replace(name, last=post.last, text=f"{name.text}, {_mended(post.text)}")
                for name, post in zip(names, posts, strict=True)
            ]
            at = passages.index(names[-1]) + 1
            while at < len(passages) and passages[at].last <= posts[-1].last:
                at += 1
        else:
            found += names or [passages[at]]
            at += max(1, len(names))
    return [one for one in found if not _HEADS.fullmatch(one.text)]


def _run(passages: Sequence[Passage], at: int, fits) -> list[Passage]:  # type: ignore[no-untyped-def]
    end = at
    while end < len(passages) and fits(passages[end]):
        end += 1
    return [*passages[at:end]]


def _posts(passages: Sequence[Passage], at: int) -> list[Passage]:
    """Return the posts from a place on, one that goes on in brackets below it joined."""
    found: list[Passage] = []
    for passage in passages[at:]:
        text = passage.text
        if found and _BRACKETED.fullmatch(text):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {text}", last=passage.last)
        elif not passage.cells and is_post(text) and ":" not in text and len(text.split()) < 12:
            found.append(passage)
        else:
            break
    return found
