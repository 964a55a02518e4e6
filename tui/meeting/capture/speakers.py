"""Who is speaking: names before a colon, and names with a verb of saying at the opening of a text."""

from __future__ import annotations

import re

from tui.meeting.languages.keyed.known import in_english_list, keyed_in
from tui.meeting.people.directory import Directory, labels
from tui.meeting.text.inline_markup import MASK
from tui.meeting.text.lazy_patterns import Pattern

_LONGEST_PREFIX = 200
_SAYING = (
    "accept acknowledge add advise agree announce answer apologise argue ask assure believe caution challenge cite "
    "clarify commend comment complain conclude confirm congratulate consider continue counter declare describe "
    "disagree echo elaborate emphasise emphasize enquire explain express feed:fed feel:felt highlight hope indicate "
    "inform inquire insist intervene introduce invite list maintain mention note object observe offer outline point "
    "praise present promise propose query question quote raise read:read reassure recall recommend refer:referred "
    "reflect reiterate relate remark remind repeat reply:replied report request respond say:said seek:sought share "
    "speak:spoke state stress suggest summarise summarize tell:told thank think:thought undertake:undertook update "
    "urge voice warn welcome wonder demand press admit:admitted"
)
_TOLD = (
    "account answer assurance clarification comments detail details evidence example examples explanation feedback "
    "information overview reassurance response summary update view views"
)


def _forms(verb: str) -> list[str]:
    stem, _, past = verb.partition(":")
    past = past or (stem + "d" if stem.endswith("e") else stem + "ed")
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return [stem[:-1] + "ies", stem[:-1] + "ied"]
    return [stem + ("es" if stem.endswith(("ss", "sh", "ch", "x")) else "s"), past]


_VERBS = "|".join(form for verb in _SAYING.split() for form in _forms(verb))
_SAYS = Pattern(
    r"\s+(?:(?:also|then|both|all|each|further|again|later|next|in\s+turn|has|have|had|[a-z]{2,20}ly)\s+){0,3}"
    rf"(?:(?:{_VERBS})\b|(?:provided|gave|gives|provides)\s+(?:an?\s+)?(?:\w+\s+)?(?:{'|'.join(_TOLD.split())})\b)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?][\"'”’)]*\s+")
_OPENERS = frozenset(
    "after also although as at before building by concerning considering despite during finally following for from "
    "further given having however in lastly later next now on once regarding returning referring responding since "
    "subsequently then there therefore to today turning under unlike upon when whilst while with additionally".split()
)
_LONGEST_LEAD = 15
_LONGEST_NAMES = 10


def read_prefix(directory: Directory, text: str, code: str = "en") -> tuple[tuple[str, ...], str] | None:
    """Read `NAME, NAME: text`; give the speakers and the text, or None unless every name is known.

    `text` is as typed; pass it masked where it may hold restricted words and cut the original by length. `code` is the
    meeting's language, in which names may be joined.
    """
    head, colon, rest = text[: _LONGEST_PREFIX + 1].replace("：", ":").partition(":")
    if not colon or MASK in head:
        return None
    known = directory.find_all(in_english_list(head, keyed_in(code)))
    if not known:
        return None
    rest = text[len(head) + 1 :]
    return labels(known), rest.lstrip()


def said_by(directory: Directory, text: str) -> tuple[str, ...]:
    """Return the known people whom the text names as it opens a sentence, with a verb of saying.

    `The PCC asked …`, `Both the CC and DCC said:`, `Following on, the PCC asked …`.
    """
    found: dict[str, None] = {}
    start = 0
    for end in [*(m.end() for m in _SENTENCE.finditer(text[:20_000])), len(text)]:
        for label in _opening(directory, text[start : min(end, start + 400)]):
            found[label] = None
        start = end
    return tuple(found)


def _opening(directory: Directory, sentence: str) -> tuple[str, ...]:
    for verb, _ in zip(_SAYS.finditer(sentence), range(3), strict=False):
        subject = sentence[: verb.start()].strip()
        if MASK in subject or not subject:
            return ()
        subject = _BRACKETED.sub("", subject)
        if known := directory.find_all(subject, in_sentence=True):
            return labels(known)
        words = subject.split() or [""]
        if words[0].strip(",").casefold() not in _OPENERS or len(words) > _LONGEST_LEAD + _LONGEST_NAMES:
            continue
        for lead in range(max(1, len(words) - _LONGEST_NAMES), min(len(words), _LONGEST_LEAD + 1)):
            if known := directory.find_all(" ".join(words[lead:]), in_sentence=True):
                return labels(known)
    return ()
