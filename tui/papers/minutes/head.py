"""The head of minutes: what the meeting is called, when and where it was, and who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.dates.moments import moments_in
from tui.meeting.model import Meeting, Person, Value
from tui.papers.agenda import read_paper
from tui.papers.document import Aside, Block, Document
from tui.papers.draft import Draft
from tui.papers.minutes.attendance import is_label, people_plain, plain_person, with_chair
from tui.papers.minutes.outline import ALLOTTED, VERB, looks_like_heading
from tui.papers.minutes.page.first_day import day_met, with_day_first
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.words import (
    ACTION_MARK,
    ACTIONS_HEAD,
    DECISION_MARK,
    DECISION_WORDS,
    EARLIER_ACTIONS,
    ELECTED,
    MARKED,
    MINUTES_WORD,
)
from tui.papers.understanding.headings import block_of, opens_agenda
from tui.papers.understanding.keys import is_known, key_of, known_keys
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.people.reading import people_in, people_listed
from tui.papers.understanding.people.rows import meanings_of
from tui.papers.understanding.titles import moments_alone, title_score

_MINUTES = (
    r"(?:(?:meeting|draft|unconfirmed|confirmed|approved|final|public|summary|unapproved|official"
    r"|formal)\s+)*(?:minutes|notes|record|summary|report|protokoll|ergebnisprotokoll"
    r"|sitzungsprotokoll|verlaufsprotokoll|niederschrift|beschlussprotokoll"
    r"|procès[- ]verbal|compte[- ]rendu|relevé de décisions|pv|cr)(?:\s+(?:of proceedings|de séance"
    r"|de réunion|de la réunion))?"
)
_OPENING = re.compile(
    rf"^{_MINUTES}\s*(?:[:–—-]\s*)?(?:(?:of|from|for|der|des|über|zur|zu|vom|de la|de l['’]|du|de"
    rf"|d['’])\s*)?(?:(?:the|a|an|die|der|den|la|le)\s+)*",
    re.IGNORECASE,
)
_OVER = re.compile(r"^über\s+(?:die|den|das|eine)\s+")
"""What goes on from `Niederschrift` in the line above."""
_CLOSING = re.compile(rf"\s*(?:[–—:,(-]\s*)?\b{_MINUTES}\s*\)?$", re.IGNORECASE)
_MEETING_OF = re.compile(
    r"^(?P<kind>(?:[^\W\d_][\w’'-]*\s+){0,4}?)(?:meeting|session|sitzung|versammlung|réunion|séance"
    r"|assemblée)\s+(?:of|der|des|du|de la|de l['’]|de)\s*(?:(?:the)\s+)?(?P<body>[^\W\d_].{2,80}?)$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"[\s,;:–—-]+(?:(?:which was|was|were)\s+)?(?:held|took place|taking place|convened|on|am|vom|du"
    r"|le|tenue|réunie?|abgehalten)\b.*$",
    re.IGNORECASE,
)
_HEADLESS = re.compile(r"(?:minutes|notes|protokoll|niederschrift|procès[- ]verbal|compte[- ]rendu)\W*", re.IGNORECASE)
_UNMARKED_KEY = re.compile(r"(Venue|Date|Time|Location|Chair|Place|Ort|Datum|Zeit|Lieu|Heure)\s+(?=[A-Z\d])")
"""A key whose colon was lost."""
_HOURS_OF = re.compile(r"[^:]{3,40}:\s*\d{1,2}\s*[.:h]\s*\d\d\b")
"""A line that tells an hour behind words of its own: `Beginn der Sitzung: 19.30 Uhr`."""
_PROSE = 14
_FEW = 4
_SHORT = 9
_MOST = 70
"""Passages among which a head ends."""


class Head(Value, frozen=True, kw_only=True):
    """The meeting as its head tells it, and where that ends."""

    meeting: Meeting
    body: tuple[Passage, ...]
    """The passages below it."""
    warnings: tuple[str, ...] = ()
    people_at: tuple[int, ...] = ()
    """The place of each person in the source."""


def read_head(
    passages: Sequence[Passage], document: Document, *, day: date | None, fallback: date | None, name: str
) -> Head:
    """Read the head of minutes; `name` serves as a title for those without one. Raises BadInput for want of a day."""
    whole, passages = passages, plain_head([one for one in passages if not MARKED.fullmatch(one.text)])
    passages = with_day_first(passages, _is_key)
    end = head_end(passages)
    below = passages[end].first if end < len(passages) else passages[-1].last + 1
    title, at = _title(passages[:end], name)
    front = [block for block in document.blocks if block.aside is Aside.FRONT]
    named = next((key[1] for block in front if (key := key_of(block.text)) and key[0].casefold() == "title"), "")
    if at < 0 and named:
        title = clean_title(named.strip("\"' "))
    blocks = [Block(place=passages[at].first if at >= 0 else 1, text=title, hashes=1, apart=True)]
    blocks += _titles_day(passages[:end], at)
    for place, passage in sorted(enumerate(passages[:end]), key=lambda pair: pair[1].person):
        if at >= 0 and passage.first != passages[at].first and not passage.cells and MINUTES_WORD.match(passage.text):
            passage = replace(passage, text=_OPENING.sub("", passage.text, count=1))
        text = (
            _held(passage.text)
            if passage.first == (passages[at].first if at >= 0 else -1) and not passage.cells
            else passage.text
        )
        if text.strip() and not (place < 4 and _HEADLESS.fullmatch(text)) and not _is_stray(passages, place):
            blocks.append(_block(passage, text))
    last = passages[end - 1].last if end else 1
    blocks += [Block(place=last, text="Agenda", hashes=2, apart=True), Block(place=last, text="1. –")]
    told = replace(document, blocks=(*front, *blocks))
    draft = _read_as_agenda(told, day=day, fallback=day_met(whole) or fallback)
    people = with_chair([plain_person(one) for one in draft.meeting.people], draft.meeting)
    people = (*people, *_handles(passages[:end], people))
    places = [part.place for part in draft.parts if part.person is not None]
    return Head(
        meeting=replace(draft.meeting, people=people, sections=(), unplaced=()),
        body=tuple(one for one in whole if one.first >= below),
        warnings=tuple(line for line in draft.warnings if "kept beside the meeting" not in line),
        people_at=(*places, *(1 for _ in people[len(places) :])),
    )


def _titles_day(passages: Sequence[Passage], at: int) -> list[Block]:
    """Return the day that the title's own line tells with its year, as a key; none where a key tells one."""
    moments = moments_in(passages[at].text) if at >= 0 else ()
    keyed = any(_is_key(one.text) and moments_in(one.text) for one in passages if not one.cells)
    earlier = at > 0 and any(moments_in(one.text) for one in passages[:at])
    if len(moments) != 1 or not moments[0].year_said or moments[0].last or keyed or earlier:
        return []
    start, end = moments[0].span
    return [Block(place=passages[at].first, text=f"Date: {passages[at].text[start:end]}", apart=True)]


def _handles(passages: Sequence[Passage], people: Sequence[Person]) -> list[Person]:
    """Return those of the lists who are called by a name in small letters, as on a forge, that no agenda has."""
    known = {one.name for one in people}
    names = [one.text for one in passages if one.person and one.text.split(",")[0].islower() and one.text not in known]
    return [Person(id=at, name=name) for at, name in enumerate(names, max((one.id for one in people), default=0) + 1)]


def _read_as_agenda(told: Document, *, day: date | None, fallback: date | None) -> Draft:
    try:
        return read_paper(told, day=day, fallback=fallback)
    except BadInput:
        if any(moments_in(block.text) for block in told.blocks):
            raise
        hint = "put the day into the file's name, such as 2025-03-04.txt"
        raise BadInput("these minutes do not tell their day", where=told.where, hint=hint) from None


def _is_stray(passages: Sequence[Passage], at: int) -> bool:
    """Whether a passage stands below a list of people that was wholly understood, and is neither a person nor a key."""
    passage = passages[at]
    if passage.person or passage.cells or not any(one.person for one in passages[:at]):
        return False
    text = passage.text
    above = passages[: next(place for place, one in enumerate(passages) if one.person)]
    dated = any(moment.year_said for one in above for moment in moments_in(one.text))
    told = _is_key(text) or _labels(text) or is_label(text) or (not dated and moments_in(text))
    return not (told or _names_people(text))


def plain_head(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, the people among the first of them one a line."""
    found: list[Passage] = []
    for passage in people_plain(passages[:_MOST]):
        above = found[-1] if found else None
        if (
            above is not None
            and is_known(above.text)
            and not above.cells
            and not _HEADLESS.fullmatch(above.text)
            and not passage.cells
            and not _is_key(passage.text)
        ):
            found[-1] = replace(above, text=f"{above.text.rstrip(':')}: {passage.text}", last=passage.last)
        else:
            found.append(passage)
    return [*found, *passages[_MOST:]]


def _block(passage: Passage, text: str) -> Block:
    bullet = "- " if passage.bullet else ""
    if (found := _UNMARKED_KEY.match(text)) and found[1].casefold() in known_keys() and len(text.split()) < 12:
        text = f"{found[1]}: {text[found.end() :]}"
    level = 0 if passage.hashes == 1 else passage.hashes
    return Block(place=passage.first, text=f"{bullet}{text}", hashes=level, cells=passage.cells, apart=passage.apart)


def _title(passages: Sequence[Passage], name: str) -> tuple[str, int]:
    """Return what the meeting is called, and the passage that says so; -1 where none does."""
    best, best_at, words = 0, -1, ""
    for at, passage in enumerate(passages[:12]):
        if passage.person:
            break
        told = is_label(passage.text) or _is_key(passage.text) or _HOURS_OF.match(passage.text)
        if passage.cells or passage.bullet or told:
            if at > 0 and best:
                break
            continue
        title = clean_title(passage.text)
        score = title_score(title) if len(title.split()) > 1 or passage.hashes == 1 else min(title_score(title), 1)
        score += 3 if passage.hashes == 1 and score else 0
        score += 1 if score and title != passage.text and _OPENING.match(passage.text) else 0
        if score > best:
            best, best_at, words = score, at, title
    return (words, best_at) if best > 1 else (name, -1)


def _is_key(text: str) -> bool:
    key = key_of(text)
    return key is not None and (is_known(key[0]) or is_label(key[0]))


def clean_title(text: str) -> str:
    """Return what a line calls the meeting, without `Minutes of the` before it and the day behind."""
    words = " ".join(text.split()).strip("*_# ")
    bare = _OPENING.sub("", words, count=1)
    bare = bare if len(bare) > 2 and not moments_alone(bare) else words
    bare = _OVER.sub("", _CLOSING.sub("", bare).strip(" ,;:–—-(") or bare)
    held = _HELD.sub("", bare)
    bare = held if len(held) > 3 and moments_in(bare[len(held) :]) else bare
    if found := _MEETING_OF.match(bare):
        kind = found["kind"].strip()
        body = found["body"].strip(" ,;:")
        if " " not in body and not kind:
            return bare.strip(" ,;")
        named = kind and kind.casefold() not in ("the", "a", "next")
        bare = f"{body} – {kind} {bare[len(found['kind']) :].split()[0]}" if named else body
    moments = moments_in(bare)
    if moments and moments[0].span[0] > 6 and len(bare[moments[0].span[1] :].split()) < 3:
        kept = bare[: moments[0].span[0]].strip(" ,;:–—-(")
        bare = kept if title_score(kept) > 1 else bare
    return bare.strip(" ,;:")


def _held(text: str) -> str:
    """Return what the title's line says of day and place."""
    moments = moments_in(text)
    if found := _HELD.search(text):
        held = found[0].strip(" ,;:–—-")
        alone = moments_alone(held) and moments and moments[0].span[0] >= found.start()
        return f"Date: {text[moments[0].span[0] :]}" if alone else held
    return text[moments[0].span[0] :] if moments else ""


def head_end(passages: Sequence[Passage]) -> int:
    """Return how many passages the head takes."""
    seen_people = False
    under_people = False
    for at, passage in enumerate(passages[:_MOST]):
        text = passage.text
        begins = _begins_body(passages, at, seen_people=seen_people, under_people=under_people)
        if begins and not _leads_to_people(passages, at):
            return at
        if is_label(text) or _labels(text):
            seen_people = under_people = True
        elif passage.cells:
            seen_people = under_people = seen_people or bool(meanings_of(passage.cells))
        elif under_people and passage.apart and not people_in(text):
            under_people = False
    last = max((at for at, one in enumerate(passages[:_MOST]) if one.person), default=-1)
    return last + 1 if 0 <= last < len(passages) - 1 else min(len(passages), _MOST)


def _labels(text: str) -> bool:
    key = key_of(text)
    return key is not None and is_label(f"{key[0]}:") and not is_known(key[0])


def _begins_body(passages: Sequence[Passage], at: int, *, seen_people: bool, under_people: bool) -> bool:
    """Whether the first item, or the first thing that was said, stands at a place."""
    passage = passages[at]
    text = passage.text
    if passage.cells or not text or passage.person:
        return False
    if ACTION_MARK.match(text) or DECISION_MARK.match(text) or ACTIONS_HEAD.fullmatch(text) or _tells(passages, at):
        return not _is_key(text)
    if passage.hashes or (at > 1 and ALLOTTED.search(text)):
        return not passage.hashes or _is_item_heading(passages, at)
    if opens_agenda(text) and not under_people and at > 0:
        return True
    if _is_numbered(passages, at) and not _is_before_people(passages, at):
        person = len(text.split()) < _PROSE and _names_people(text)
        return not (under_people and person and not _opens_row(passages, at))
    decided = len(text.split()) >= _PROSE and DECISION_WORDS.search(text) is not None
    told = _is_key(text) or _labels(text) or is_label(text) or (bool(moments_in(text)) and not decided)
    return not told and _speaks(passages, at, seen_people=seen_people, under_people=under_people)


def _is_before_people(passages: Sequence[Passage], at: int) -> bool:
    """Whether a line with a figure stands a little above the list of people, and is no first item: `29000 Brest`."""
    below = passages[at + 1 : at + 8]
    figure = candidate_of(passages[at].text).figure
    return figure != 1 and any(one.person for one in below) and not any(one.person for one in passages[:at])


def _leads_to_people(passages: Sequence[Passage], at: int) -> bool:
    """Whether a short line without a number stands right above the keys and the list of people: `Public meeting`."""
    first = next((place for place, one in enumerate(passages) if one.person), -1)
    between = passages[at:first] if 0 <= first - at < _FEW and first > at else ()
    told = [(key := key_of(one.text)) is not None and " " not in key[0] for one in between]
    plain = (
        not (one.cells or one.hashes or one.label) and (keyed or len(one.text.split()) < _SHORT)
        for one, keyed in zip(between, told, strict=True)
    )
    numbered = (
        candidate_of(one.text).form is not Form.NONE or (one.text.endswith(".") and not keyed)
        for one, keyed in zip(between, told, strict=True)
    )
    return bool(between) and all(plain) and not any(numbered)


def _tells(passages: Sequence[Passage], at: int) -> bool:
    """Whether a sentence stands right below a list of people that was wholly understood."""
    text = passages[at].text
    if not at or not passages[at - 1].person or _is_key(text) or _labels(text) or is_label(text):
        return False
    sentence = (text[-1:] == "." and len(text.split()) > 3) or VERB.search(text) or DECISION_WORDS.search(text)
    return bool(sentence) and not _names_people(text)


def _opens_row(passages: Sequence[Passage], at: int) -> bool:
    """Whether a number that may stand before a person's name begins the items: below a gap, its like below it again."""
    bare = candidate_of(passages[at].text).rest
    following = passages[at + 1] if at + 1 < len(passages) else None
    listed = (
        following is not None and candidate_of(following.text).form is not Form.NONE and _names_people(following.text)
    )
    return (
        passages[at].apart
        and not listed
        and (bare.isupper() or not is_name(bare) or following is None or not following.apart)
    )


def _is_item_heading(passages: Sequence[Passage], at: int) -> bool:
    """Whether a heading is an item's, and not the title, a day, or one over people or keys."""
    text = passages[at].text
    titled = at < 4 and passages[at].hashes == 1 and title_score(clean_title(text)) > 1
    titled = titled or (at < 4 and _OPENING.match(text) is not None and all(one.hashes for one in passages[:at]))
    numbered = candidate_of(text).form in (Form.SURE, Form.COMPOUND) and at > 1
    people = block_of(text, likely=True) is not None and ELECTED.search(text) is None
    named = (people and not numbered) or titled
    named = named or (bool(moments_in(text)) and not numbered)
    return at > 0 and not named and not _holds_keys(passages, at)


def _holds_keys(passages: Sequence[Passage], at: int) -> bool:
    below = passages[at + 1 : at + 3]
    return bool(below) and all(_is_key(one.text) for one in below)


def _speaks(passages: Sequence[Passage], at: int, *, seen_people: bool, under_people: bool) -> bool:
    """Whether a passage without a number is a heading of the body, or a sentence of it."""
    passage = passages[at]
    text = passage.text
    count = len(text.split())
    if count >= _PROSE and text.rstrip()[-1:] in ".?!" and at > 1:
        return not (under_people and len(people_listed(text)) > 2 and _names_people(text))
    following = passages[at + 1].text if at + 1 < len(passages) else ""
    heads = looks_like_heading(text) and passage.apart and at > 1 and count < 9 and text[-1:] not in ".,:;"
    if heads and len(following.split()) > 4 and following[-1:] == "." and (text.isupper() or VERB.search(following)):
        return not (under_people and _names_people(text))
    if not seen_people or passage.bullet or (people_in(text) and _names_people(text)):
        return False
    if under_people and not passage.apart:
        return False
    if EARLIER_ACTIONS.search(text) or text.isupper() or passage.bold:
        return True
    return passage.apart and count < 9 and text[-1:] not in ".,:;" and len(following.split()) >= _PROSE


def _names_people(text: str) -> bool:
    bare = candidate_of(text).rest or text
    people = people_in(bare)
    return bool(people) and all(is_name(one.name, lenient=True) for one in people)


def _is_numbered(passages: Sequence[Passage], at: int) -> bool:
    """Whether a passage is the first item of a row of numbered ones."""
    passage = passages[at]
    found = candidate_of(passage.text)
    if passage.label:
        return True
    if found.form is Form.NONE or ((moments := moments_in(passage.text)) and moments[0].span[0] < 4):
        return False
    if found.form is Form.SURE:
        return found.figure is None or not 1900 <= found.figure < 2100
    if found.form is Form.BARE:
        return found.figure == 1 and found.rest[:1].isupper()
    return found.form in (Form.COMPOUND, Form.CODE) and found.rest[:1].isupper() and at > 1
