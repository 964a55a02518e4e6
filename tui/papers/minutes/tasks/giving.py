"""Sentences that give somebody something to do, and whom: `The Clerk to write to the school`, `Steps – AL to ask`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.meeting.agenda.numbers import candidate_of
from tui.meeting.capture.owners import worded_owners
from tui.meeting.people.directory import Directory, labels
from tui.meeting.people.roles import is_post
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.outline import Titled
from tui.papers.minutes.owning import begins_with_owner, names_only
from tui.papers.minutes.page.columns import meanings_of_actions
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.posts import POST
from tui.papers.minutes.speech import sentences_of
from tui.papers.minutes.tasks.behind import bidden, deed_before, done_by
from tui.papers.minutes.tasks.retold import meant_by_pronoun, reported
from tui.papers.minutes.tasks.verbs import VERB
from tui.papers.minutes.tasks.wordings import ARTICLE, OFFICE, cares, charged, foretold, foretold_in_french, promised
from tui.papers.minutes.words import ACTION_MARK, ACTIONS_HEAD, OWNER_ALONE, SHOUTED_ACTION, TODO_FOR
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import is_name, without_title

_WORD = r"(?:[A-ZÄÖÜÉ][\w'’.-]*|@[\w-]+(?:\.[\w-]+)*)"
_NAMED = rf"(?:(?:[Tt]he|Cllrs?|Mrs?|Ms|Dr|Miss)\.?\s+)?{_WORD}(?:\s+{_WORD}){{0,2}}"
_NAMES = rf"{_NAMED}(?:\s*(?:,|/|&|\band\b)\s*{_NAMED}){{0,4}}"
_TO = re.compile(rf"^(?P<who>{_NAMES})\s+to\s+(?!do\s+with\b)(?=(?:{VERB}))")
_DASHED_TO = re.compile(rf"\s[–—-]\s*(?P<who>{_NAMES}|(?i:all))\s+to\s+(?=(?:{VERB}))")
_DASHED_LAST = re.compile(r"\s[–—-]\s*(?P<who>[^–—.;:()]{2,40})\.?$")
_DUTY = re.compile(rf"\b(?:to\s+(?:be\s+\w+|{VERB})|will\s+be\s+\w+|(?:is|are)\s+needed|needs?\s+to)", re.IGNORECASE)
_WITHIN_TO = re.compile(
    rf"(?:[,;]|\band\b(?:\s+in\s+(?:the\s+)?future)?|^[A-ZÄÖÜÉ][^.:;!?]{{2,60}}:)\s+(?P<who>{_NAMES})\s+to\s+(?={VERB})"
)
_BRACKETED_LAST = re.compile(r"\s\((?P<who>[A-Z]{2,4}(?:\s*[,/&+]\s*[A-Z]{2,4}){0,3})\)\.?$")
_NO_TASK = (
    r"(?:be|have|need|not|now|no|never|then|retire|leave|miss|stand|step|become|remain|continue|know|want|like|receive|celebrate"
    r"|turn|join|feel|think|find|lose|cost|take\s+(?:place|over)|know|always|probably|hopefully|differ)\b"
)
"""What will become of somebody, and is nothing that they were given to do."""
_WILL = re.compile(
    rf"(?:^|[,;]\s+|\s[–—-]\s+|\b(?:and|but|so)\s+)(?P<who>{_NAMES})\.?\s+"
    rf"(?:(?:will|is\s+going\s+to|are\s+going\s+to|is\s+to|are\s+to)\s+(?!{_NO_TASK})[a-z]|(?:has\s+agreed\s+to|agreed\s+to)\s+(?={VERB}))"
)
_HEADED_TO = re.compile(rf"(?P<before>[\w’']+)\s+(?P<who>{_WORD}(?:\s+{_WORD}){{0,2}})\s+to\s+(?=(?:{VERB}))")
"""Somebody behind the words for a matter, with no stop between: `Testing of fans Roy to ring the yard`."""
_ASKING = re.compile(
    r"(?:the|an?|his|her|their|our|this|that|for|by|with|of|to|from|at|in|on|and|or|than|as|that|like|likes?|want(?:s|ed)?|need(?:s|ed)?|let|help(?:s|ed)?|had|has|was|is"
    r"|(?:ask|wish|expect|allow|enabl|invit|request|advis|remind|encourag|persuad|urg|instruct|thank|appoint|elect|nominat)\w*)",
    re.IGNORECASE,
)
"""What stands before somebody of whom a sentence says more than that they are to do something."""
_OFFICE_WILL = re.compile(rf"^(?:The\s+)?{_WORD}(?:\s+{_WORD}){{0,2}}\s+will\s+(?={VERB})")
_AGREED_THAT = re.compile(
    rf"\b(?:agreed|resolved|decided|suggested)\s+(?:that\s+)?(?P<who>(?:the\s+)?{_NAMES})\s+(?:would|will|should)\s+(?={VERB})"
)
_AGREED_TO = re.compile(
    rf"^(?P<who>{_NAMES})\s+(?:has\s+|have\s+)?(?:\w+ly\s+)?(?:agreed|volunteered|undertook)\s+to\s+(?={VERB})"
)
_ORDINARY = re.compile(
    r"(?i:.*(?:tion|sion|ment|ness|ity|ing|ance|ence|ways|ings|ers)|access|damage|thanks|repairs|need)$"
)
_ORDINARY_GERMAN = re.compile(
    r"\b(?:Man|Wer|Es|Das|Die|Der|Sie|Wir|Niemand|Jemand|Jeder|Alle)\b|(?:ung|heit|keit|schaft)\b"
)
_LETTERED = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|o)\s+(?=[A-ZÄÖÜÉ])")
"""A letter before a line, or the ring of a list of the second level, as a copy keeps it."""
_CLAUSE = re.compile(
    r"(?<=[,;])\s+(?=[A-ZÄÖÜÉ])|\s+(?=and\s+(?:in\s+(?:the\s+)?future\s+)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]+)?\s+(?:(?:is\s+|are\s+)?to|will|agreed\s+to|offered\s+to)\s)"
    r"|\s+(?=et\s+[A-ZÉ][\w'’-]*(?:\s+(?:et\s+)?[A-ZÉ][\w'’-]*){0,3}\s+[a-zéè]{3,}(?:ra|ront)\s)"
)
_JOINED = re.compile(r"^(?:and|et)\s+(?:in\s+(?:the\s+)?future\s+)?")
_BY_DAY = re.compile(
    r"\b(?:bis|by|before|avant|pour)\s+(?:\w+\s+)?\d|\b(?:by|before)\s+(?:the\s+)?(?:end|close|start|beginning)\s+of\b|\((?:bis|by|avant)\s|\bbis\s+(?:Ende|Mitte|Anfang|Ostern|Weihnachten)\b"
    r"|\b(?:bis\s+zu[rm]|avant|pour)\s+(?:la\s+)?(?:nächste[rn]?|kommenden|prochaine|fin)\b",
    re.IGNORECASE,
)
_MOST = 12


class Giving(NamedTuple):
    """What tells whether a sentence gives somebody something to do."""

    directory: Directory
    earlier: bool
    """Whether the actions of earlier meetings are told."""
    promises: bool
    """Whether what somebody will do is an action: the paper marks none."""
    listed: bool = False
    """Whether the paper lists its actions, so that a promise is told there once more."""

    def given_to(self, sentence: str) -> tuple[str, ...]:
        """Return those to whom a sentence gives something to do by its own words; none where it gives nobody any."""
        directory = self.directory
        sentence = _LETTERED.sub("", sentence)
        found = re.match(r"^(?P<who>[^.:;]{1,80}?)\s+to\s+(?!be\b|remain\b)[a-z]", sentence)
        if found and len(found["who"].split()) < _MOST and (known := worded_owners(directory, masked(sentence))):
            return known
        if found := _TO.match(sentence) or _DASHED_TO.search(sentence):
            return _said(found["who"], directory)
        if found := _WITHIN_TO.search(sentence):
            return _known(found["who"], directory)
        found = _DASHED_LAST.search(sentence) or _BRACKETED_LAST.search(sentence)
        if found and _DUTY.search(sentence[: found.start()]):
            return _known(found["who"], directory)
        if (named := deed_before(sentence) or bidden(sentence)) and (owners := _known(named, directory)):
            return owners
        return self._headed(sentence) or self._foreseen(sentence) or self.charged(sentence) or self._taken_on(sentence)

    def _headed(self, sentence: str) -> tuple[str, ...]:
        """Return whom the meeting knows right behind the words for a matter: `Testing of fans Roy to ring the yard`."""
        found = _HEADED_TO.search(sentence)
        if found is None or _ASKING.fullmatch(found["before"]):
            return ()
        words = found["who"].split()
        before = (found["before"], *words)
        for at in range(len(words)):
            known = self.directory.find(" ".join(words[at:]), in_sentence=True)
            if known is not None and known.person is not None and not _ASKING.fullmatch(before[at]):
                return labels((known,))
        return ()

    def _foreseen(self, sentence: str) -> tuple[str, ...]:
        """Return those who will do something, or have agreed to: `Ann will ring the yard`, `Flis agreed to email`."""
        directory = self.directory
        dated = self.promises or (not self.listed and _BY_DAY.search(sentence))
        found = (_WILL.search(sentence) or _AGREED_THAT.search(sentence)) if dated else None
        known = _last_known(found["who"], directory) if found else ()
        if found and not known and self.promises and _OFFICE_WILL.match(sentence):
            known = _office(ARTICLE.sub("", found["who"]))
        if found and not known and found.re is _AGREED_THAT:
            known = _said(found["who"], directory)
        agreed = None if known else _AGREED_TO.match(sentence)
        return _said(agreed["who"], directory) if agreed else known

    def charged(self, sentence: str) -> tuple[str, ...]:
        """Return those whom a sentence charges with a task, an office that nobody there holds among them."""
        found = (_known(who, self.directory) or _office(who) or self._stranger(who) for who in charged(sentence))
        return next((names for names in found if names), ())

    def decided(self, sentence: str) -> tuple[str, ...]:
        """Return who will do something as was decided: `Agreed that Ann would ring`; none where that is listed."""
        found = None if self.listed else _AGREED_THAT.search(sentence)
        return _last_known(found["who"], self.directory) if found else ()

    def _stranger(self, who: str) -> tuple[str, ...]:
        """Return somebody whom no list has, by first name and surname, in a paper that marks no actions."""
        return _called(who, self.directory) if self.promises and " " in who else ()

    def _taken_on(self, sentence: str) -> tuple[str, ...]:
        """Return those of the meeting who take a task on; in a paper that marks none, offices that will do it."""
        directory = self.directory
        found = [_known(who, directory) or _called(who, directory) for who in promised(sentence)]
        if self.promises or _BY_DAY.search(sentence):
            told = foretold(sentence)
            found += [_known(who, directory) or _office(who) or _called(who, directory) for who in told]
            found += [_known(who, directory) or _called(who, directory) for who in done_by(sentence)]
            found.append(self.reported(sentence))
        elif not self.listed:
            found += [_known(who, directory) for who in (*foretold_in_french(sentence), *done_by(sentence))]
        who = [*re.split(r",\s+|\s+(?:und|&)\s+", cares(sentence))] if cares(sentence) else []
        unknown = tuple(who) if who and not _ORDINARY_GERMAN.search(cares(sentence)) else ()
        return next((names for names in (*found, unknown) if names), ())

    def reported(self, sentence: str) -> tuple[str, ...]:
        """Return whom a sentence reports to have been asked to do something, or to have said that they would."""
        dated = self.promises or (not self.listed and _BY_DAY.search(sentence))
        told = (*reported(sentence, self.directory), *(_known(who, self.directory) for who in done_by(sentence)))
        return next((names for names in told if names), ()) if dated else ()

    def by_pronoun(self, before: str, sentence: str) -> tuple[str, ...]:
        """Return who will do something by a pronoun, told by the sentence before: `Ann came. She will ring`."""
        dated = self.promises or (not self.listed and _BY_DAY.search(sentence))
        return meant_by_pronoun(before, sentence, self.directory) if dated and before else ()

    def several(self, words: str) -> list[str]:
        """Part what stands behind one `Action:` where each half begins with somebody of the meeting: `Ann …; Ben …`."""
        halves = [one.strip() for one in re.split(r"\s*;\s*", words)]
        named = all(begins_with_owner(self.directory, half) for half in halves)
        return halves if named else [words]

    def clauses_of(self, sentence: str) -> list[tuple[str, tuple[str, ...]]]:
        """Return the clauses of a sentence that each give somebody something, with these: `Ann rings X, Ben buys Y`."""
        owners = self.given_to(sentence)
        for found in _CLAUSE.finditer(sentence) if owners else ():
            before, after = sentence[: found.start()], sentence[found.end() :]
            bare = _JOINED.sub("", after)
            told = (*promised(bare), *foretold(bare))
            others = next(
                (names for who in told if bare.startswith(who) and (names := _known(who, self.directory))), ()
            )
            others = others or (self.given_to(bare) if bare != after else ())
            if others and (first := self.given_to(before)):
                return [(before, first), (after, others)]
        return [(sentence, owners)]

    def tasks_of(self, words: str) -> list[tuple[str, tuple[str, ...]]]:
        """Return what prose below `Actions:` gives, each with whom it gives it to.

        A sentence that gives nobody anything goes on with the one before it.
        """
        sure = self._replace(promises=True, listed=False)
        found: list[tuple[str, tuple[str, ...]]] = []
        for clause, owners in (one for sentence in sentences_of(words) for one in sure.clauses_of(sentence)):
            if found and not owners:
                found[-1] = (f"{found[-1][0]} {clause}", found[-1][1])
            else:
                found.append((clause, owners))
        return found

    def is_duty(self, words: str) -> bool:
        """Whether words say that something is to be done, whoever is to: `Ring the yard`, `The gate to be painted`."""
        return re.match(VERB, words, re.IGNORECASE) is not None or _DUTY.search(words) is not None


def lists_actions(sections: Sequence[Titled]) -> bool:
    """Whether a paper has a list of actions, a table of them, or a column of owners."""
    passages = [one for section in sections for one in section.passages]
    if any(one.margin or meanings_of_actions(one.cells) for one in passages):
        return True
    headed = [section.passages for section in sections if ACTIONS_HEAD.fullmatch(section.heading)]
    headed += [
        section.passages[at + 1 :]
        for section in sections
        for at, one in enumerate(section.passages)
        if ACTIONS_HEAD.fullmatch(one.text)
    ]
    return any(not _is_prose(below) for below in headed)


def _is_prose(below: Sequence[Passage]) -> bool:
    """Whether a paragraph of several sentences stands right below a heading of actions, and no list of them."""
    first = below[0] if below else None
    listed = first is not None and (first.bullet or first.cells or first.task or candidate_of(first.text).number)
    return first is not None and not listed and len(sentences_of(first.text)) > 1 and len(first.text.split()) > _MOST


def is_all_listed(section: Titled) -> bool:
    """Whether nothing but a list stands below a heading, so that it may be the word for what the tasks there are of."""
    return all(one.bullet or one.cells or one.task for one in section.passages)


def marks_actions(sections: Sequence[Titled]) -> bool:
    """Whether a paper says of its actions in so many words that they are: by a mark, a heading, a column."""
    passages = [one for section in sections for one in section.passages]
    return lists_actions(sections) or any(
        any(mark.search(one.text) for mark in (SHOUTED_ACTION, OWNER_ALONE))
        or any(mark.match(one.text) for mark in (ACTION_MARK, TODO_FOR))
        for one in passages
    )


def gives_within(sentence: str) -> bool:
    """Whether a sentence that decides something says within itself who is to do it: `Agreed that the Clerk would …`."""
    return any(pattern.search(sentence) for pattern in (_DASHED_TO, _AGREED_THAT)) or (
        (found := _DASHED_LAST.search(sentence)) is not None and _DUTY.search(sentence[: found.start()]) is not None
    )


def _said(who: str, directory: Directory) -> tuple[str, ...]:
    """Return owners whom a wording names, given names that nobody bears alone too."""
    names = names_only(directory, who)
    if names and all(directory.find(name) or _may_be(name) or f"@{name}" in who for name in names):
        return names
    return ()


def _known(who: str, directory: Directory) -> tuple[str, ...]:
    """Return owners whom the meeting knows, each of them; none where one is not known."""
    bare = ARTICLE.sub("", who.strip(" ."))
    names = names_only(directory, bare)
    if names and all(directory.find(name) for name in names):
        return names
    post = POST.match(bare)  # `Trustee Lowe`, whom the list calls `Lowe` or `Ann Lowe`.
    known = directory.find(bare[post.end() :]) if post and " " not in bare[post.end() :] else None
    return labels((known,)) if known else ()


def _last_known(who: str, directory: Directory) -> tuple[str, ...]:
    """Return owners whom words name; where the first of them are the word for a matter, those behind its comma."""
    found = _known(who, directory) or _called(who, directory)
    head, _, last = who.rpartition(", ")
    return found or (_known(last, directory) if head and not directory.find(head) else ())


def _called(who: str, directory: Directory) -> tuple[str, ...]:
    """Return owners that no list has, where all of them are called by a first name, as in a club: `Pierre et Luc`."""
    names = names_only(directory, ARTICLE.sub("", who.strip(" .")))
    bare = [without_title(name) for name in names]
    whole = [not directory.people and is_name(name) and not any(map(_ORDINARY.match, name.split())) for name in bare]
    first = all(
        (is_first_name(name.split()[0]) or sure) and re.fullmatch(r"[\w' -]+", name)
        for name, sure in zip(bare, whole, strict=True)
        if name
    )
    return names if names and first and all(bare) and len(bare[0].split()) < 3 else ()


def _office(who: str) -> tuple[str, ...]:
    """Return an office as it is said."""
    return (who,) if OFFICE.fullmatch(who) else ()


def _may_be(name: str) -> bool:
    """Whether a word at a sentence's beginning may be a given name, initials or a post, and is no other word."""
    bare = without_title(name)
    initials = bare.isupper() and 2 <= len(bare) <= 4
    return initials or is_post(bare) or (is_name(bare, alone=True) and not _ORDINARY.fullmatch(bare))
