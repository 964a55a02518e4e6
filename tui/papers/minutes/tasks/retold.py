"""Tasks that sentences only report: `He asked Ann to send it`, `Ben said he would ring`, `to be done by Ann`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.people.directory import Directory
from tui.papers.minutes.owning import names_only
from tui.papers.minutes.tasks.verbs import VERB
from tui.papers.understanding.people.first_names import is_first_name

_VERBS = """
    approach arrange ask book bring buy chase check circulate collect compile contact design distribute draft email
    e-mail enquire explore find follow forward inquire investigate invite liaise look obtain order organise organize
    phone pick post prepare print produce provide publish purchase remind repair report request research resend ring
    send source speak submit supply update upload visit write
""".split()
"""What is done after the meeting and not in it."""
_DOING = [re.sub("(?<=mi)t$", "tt", verb).removesuffix("e") + "ing" for verb in _VERBS]
_VERB = rf"(?:(?:also|then|both)\s+)?(?:{'|'.join(_VERBS)})\b"
_PROMISED = rf"(?:{VERB}|advertise\b|go\s+to\b)"
_WORD = r"[A-ZÄÖÜÉ][\w'’.-]*"
_NAMED = rf"(?:(?:[Tt]he|Cllrs?|Mrs?|Ms|Dr|Miss)\.?\s+)?{_WORD}(?:\s+{_WORD}){{0,2}}"
_NAMES = rf"{_NAMED}(?:\s*(?:,|/|&|\band\b)\s*{_NAMED}){{0,4}}"
_ASKED = re.compile(
    rf"(?:^|[,;]\s+|\band\s+)(?P<by>{_NAMED}|[Hh]e|[Ss]he|[Ww]e)\s+(?:has\s+|had\s+|also\s+|then\s+)*asked\s+(?P<who>{_NAMES})\s+to\s+(?={_VERB})"
)
_AND_ASKED = re.compile(
    rf"^(?P<by>{_NAMED}|He|She|We)\s+[a-z][^;:]*?\band\s+(?:also\s+|then\s+)?asked\s+(?P<who>{_NAMES})\s+to\s+(?={_VERB})"
)
"""The same of whoever a sentence begins with: `Ann would like a list, and asked Ben to send it`."""
_SAID = re.compile(
    rf"(?:^|\band\s+)(?P<who>{_NAMED})\s+(?:also\s+|then\s+|has\s+|kindly\s+)*(?:said|confirmed|reported|advised|stated|added|explained|promised)\s+(?:that\s+)?(?:he|she)\s+"
    rf"(?:would|will)\s+(?:{_VERB}|go\s+to\b|be\s+(?:{'|'.join(_DOING)})\b)"
)
_DONE_BY = re.compile(
    r"(?<!was )(?<!were )(?<!had )\bto\s+be\s+[a-z]+(?:\s+[a-z]+)?\s+by\s+"
    rf"(?P<who>{_NAMES}?)(?=\s*(?:[,;]|\.?$)|\s+(?:by|before)\s)"
)
_PRONOUN = re.compile(
    rf"^(?:He|She)\s+(?:(?:will|is\s+going\s+to|is\s+to)\s+(?={_VERB})|(?:has\s+)?(?:kindly\s+)?(?:agreed|offered|undertook|promised)\s+to\s+(?={_PROMISED}))"
    r"|^(?:Il|Elle)\s+(?:(?:leur|lui|les|nous|vous|en|la|le)\s+|l['’])?"
    r"(?!(?:sera|aura|faudra|suffira|restera|pourra|devra|semblera|conviendra|existera|manquera|viendra|coûtera|ira|s['’]agira)\b)"
    r"[a-zéèêîôûçà]{2,}ra\b"
)
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor|Rev|Prof)\b")
_PRONOUNS = frozenset(("he", "she", "we"))


def reported(sentence: str, directory: Directory) -> Iterator[tuple[str, ...]]:
    """Return whom a sentence reports to have been asked, or to have said that they would do something."""
    found = _ASKED.search(sentence) or _AND_ASKED.match(sentence)
    if found and (found["by"].lower() in _PRONOUNS or directory.find(found["by"])):
        yield _known(found["who"], directory)
    for pattern in (_SAID, _DONE_BY):
        if found := pattern.search(sentence):
            yield _known(found["who"], directory)


def meant_by_pronoun(before: str, sentence: str, directory: Directory) -> tuple[str, ...]:
    """Return who `He` or `She` is that will do something: the one person whom the sentence before names."""
    if not _PRONOUN.match(sentence):
        return ()
    words = [*re.finditer(_WORD, before)]
    named: set[str] = set()
    taken = -1
    for at, word in enumerate(words):
        if word.start() < taken:
            continue
        longest = next(
            (end for end in (at + 2, at + 1, at) if end < len(words) and _one(before, words, at, end, directory)), -1
        )
        if longest >= 0:
            named |= {*_known(before[word.start() : words[longest].end()], directory)}
            taken = words[longest].end()
        elif is_first_name(word[0]) or _TITLE.fullmatch(word[0].rstrip(".")):
            return ()
    return tuple(named) if len(named) == 1 else ()


def _one(text: str, words: list[re.Match[str]], at: int, end: int, directory: Directory) -> bool:
    """Whether the words of a text from one place to another, side by side, are somebody whom the meeting knows."""
    said = text[words[at].start() : words[end].end()].rstrip(".,")
    return len(said.split()) == end - at + 1 and directory.find(said, in_sentence=True) is not None


def _known(who: str, directory: Directory) -> tuple[str, ...]:
    """Return those whom words name, where the meeting knows each of them."""
    names = names_only(directory, re.sub(r"^[Tt]he\s+", "", who.strip(" .,")))
    return names if names and all(directory.find(name) for name in names) else ()
