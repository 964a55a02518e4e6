"""What a decision calls itself, and which earlier ones its words put an end to: `Resolution 24/117 is rescinded`.

As with the record, a meeting's words are read in all languages at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tui.errors import BadInput
from tui.meeting.dates.other_languages import dates_in_english
from tui.meeting.dates.written_dates import find_date
from tui.meeting.model import Value
from tui.meeting.outline.outline import core
from tui.meeting.text.lazy_patterns import Pattern

_FLAGS = re.IGNORECASE
_NUMBER = r"(?:(?-i:[A-Z]{1,5})[ /-]?)?\d{1,6}(?:[./-]\w{1,6}){0,4}[a-z]?(?![\w/])"
_NUMBERED = r"(?:(?:no|nos|nr|n°|nº|núm|numéro|número|rhif)\.?\s*)?"
_RESOLUTION = (
    r"(?:resolutions?|decisions?|beschl(?:u(?:ss|ß)(?:es)?|üsse)|délibérations?|résolutions?|décisions?|acuerdos?"
    r"|resoluci(?:ón|ones)|decisi(?:ón|ones)|penderfyniad(?:au)?|bhenderfyniad(?:au)?)"
)
_CITED = (
    rf"(?:{_RESOLUTION}|minutes?|motions?|protokollpunkt(?:es)?|tagesordnungspunkt(?:es)?|cofnod(?:ion)?|gofnod(?:ion)?"
    r"|procès-verbal|actas?)"
)
_DAY = (
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+|o\s+)?[^\W\d]{3,12}\.?(?:,?\s+(?:del?\s+)?\d{4})?"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d{2}-\d{2})"
)
_OF_DAY = (
    r"(?:\s*[,(]?\s*(?:(?:taken|made|passed|of|on|from|dated|vom|du|le|del?|dyddiedig|o)\s+)+(?P<day>" + _DAY + r"))?"
)
_OWN = Pattern(rf"\W*(?:resolved\W+)?{_RESOLUTION}\s+{_NUMBERED}(?P<number>{_NUMBER})\s*(?=[:–—).-]\s|[:–—])", _FLAGS)
_LED = Pattern(
    rf"\W*(?:resolved\W+)?{_NUMBERED}(?P<number>(?:[^\W\d_]{{1,10}}\.?\s)?{_NUMBER})"
    r"(?:\s*[:–—)](?!\S)|(?=\s+(?:that|to|dass|daß|que|de|bod|i)\s))",
    _FLAGS,
)
"""A number without the word for what it counts, which may be any other: `FGB 44: that …`, `(24/117) that …`."""
_CITATION = Pattern(
    r"(?<!\bby )(?<!\bdurch )(?<!\bpar )(?<!\bpor )(?<!\bgan )"
    r"(?P<led>(?:(?:by|durch|par|por|gan)\s+(?:the|den|die|la|el|y)\s+)?)(?<!\w)"
    rf"(?:{_CITED}\s+{_NUMBERED}(?P<numbers>{_NUMBER}(?:\s*(?:,|and|und|et|y|ac?|&)\s*{_NUMBERED}{_NUMBER})*){_OF_DAY}"
    rf"|{_CITED}\s+(?:of|vom|du|del?|o)\s+(?P<alone>{_DAY}))",
    _FLAGS,
)
_ENDED = (
    r"rescind(?:s|ed|ing)?|revok(?:es?|ed|ing)|supersed(?:es?|ed|ing)|replac(?:es?|ed|ing)|repeal(?:s|ed|ing)?"
    r"|annul(?:s|led|ling)?|overturn(?:s|ed|ing)?|set(?:s|ting)?\s+aside|revers(?:es?|ed|ing)"
    r"|aufgehoben|aufzuheben|aufhebung|ersetz(?:t|en|ung)|widerruf(?:t|en)"
    r"|abrog(?:e|ée?s?|er)|annul(?:e|ée?s?|er)|remplac(?:e|ée?s?|er)"
    r"|derog(?:a|ad[oa]s?|ar)|anul(?:a|ad[oa]s?|ar)|revoc(?:a|ad[oa]s?|ar)|su[bs]*titu(?:ye|id[oa]s?|ir)|reemplaza(?:d[oa]s?|r)?"
    r"|sin\s+efecto|diddym(?:u|wyd)|ddiddymu|d?disodl(?:i|wyd)|dirym(?:u|wyd)|ddirymu"
)
_BEFORE = Pattern(
    rf"(?<!\w)(?:{_ENDED}|hebt|heben|in\s+(?:the\s+)?place\s+of|instead\s+of|in\s+substitution\s+(?:of|for)|anstelle|anstatt"
    r"|en\s+remplacement|en\s+lugar|yn\s+lle)(?!\w)",
    _FLAGS,
)
"""What puts an end to what is named after it."""
_AFTER = Pattern(
    rf"(?:(?<!\w)(?:be|is|are|was|were|been|being|stands?|wird|werden|wurden?|ist|sind|est|sont|soit|soient|a\s+été|es|son|sea|sean"
    rf"|fue|fueron|queda|quedan|dejar?|cael\s+ei|wedi\s+ei|wedi['’]i)(?!\w)(?:\s+(?:\S+\s+){{0,6}}?|\s*)"
    rf"(?:{_ENDED})|(?<!\w)(?:rescinded|revoked|superseded|repealed|aufzuheben|zu\s+ersetzen|\bauf(?=\s*$)|sin\s+efecto))(?!\w)",
    _FLAGS,
)
"""What puts an end to what is named before it."""
_ENDS = (_BEFORE, _AFTER)
_DENIED = Pattern(r"\b(?:not|nicht|ne|no|ni|never|nie|peidio\s+â|pas)\s+(?:to\s+|zu\s+|be\s+)?$", _FLAGS)
_DENIED_WITHIN = Pattern(r"\b(?:not|nicht|pas|no|never|nie)\b", _FLAGS)
_OTHERWISE = Pattern(
    r"\b(?:as|in|under|by|set|for|with|at|on|made|given|from|nach|gemäß|laut|mit|aus|bei|selon|dans|avec|sous|según|con|en"
    r"|bajo|yn|gan|dan)\b|[;:(]",
    _FLAGS,
)
"""Words after which what is named is no more what comes to an end: `to replace the gate as in minute 41/24`."""
_SENTENCE = Pattern(r"(?<=[.;:!?])\s+(?=\S{2})(?<!\bno\. )(?<!\bnr\. )(?<!\bnos\. )(?<!\d\. )", _FLAGS)
_REACH = 90
"""Characters that may stand between what is named and what puts an end to it."""
_WORDS = 5
"""Words that may stand between what puts an end to something and what is named."""
_LANGUAGES = ("de", "fr", "es", "cy")


class Citation(Value, frozen=True, kw_only=True):
    """An earlier decision as the words of a later one name it."""

    number: str = ""
    """Its own number or that of its minute, as `core` writes it; empty where the day alone names it."""
    day: date | None = None
    """The day of its meeting, where that was said."""


def own_number(text: str) -> str:
    """Return the number with which a decision begins: `Resolution 24/117: that …`; empty for none."""
    found = _OWN.match(text)
    return found["number"] if found else ""


def led_number(text: str) -> str:
    """Return what may be the number with which a decision begins, for whoever knows how the house writes its own."""
    found = _LED.match(text)
    return found["number"] if found else ""


def ended_by(text: str, held: date) -> tuple[Citation, ...]:
    """Return the decisions to which the words of one taken on a day put an end; restricted characters are masked."""
    found: list[Citation] = []
    for sentence in _SENTENCE.split(text):
        found += (citation for match in _ended_in(sentence) for citation in _citations(match, held))
    return tuple(dict.fromkeys(found))


def _ended_in(sentence: str) -> Iterator[re.Match[str]]:
    before, after = ([verb for verb in found.finditer(sentence) if not _is_denied(sentence, verb)] for found in _ENDS)
    for match in _CITATION.finditer(sentence):
        if match["led"]:
            continue
        passive = any(0 <= verb.start() - match.end() < _REACH for verb in after)
        if passive or any(_leads_to(sentence, verb.end(), match.start()) for verb in before):
            yield match


def _is_denied(sentence: str, verb: re.Match[str]) -> bool:
    return _DENIED.search(sentence[: verb.start()]) is not None or _DENIED_WITHIN.search(verb[0]) is not None


def _leads_to(sentence: str, end: int, start: int) -> bool:
    """Whether what is named at a place is what comes to an end by the words that end at another one."""
    between = sentence[end:start]
    return 0 <= start - end < _REACH and len(between.split()) <= _WORDS and not _OTHERWISE.search(between)


def _citations(match: re.Match[str], held: date) -> Iterator[Citation]:
    day = _day_of(match["day"] or match["alone"] or "", held)
    numbers = re.findall(_NUMBER, match["numbers"] or "", _FLAGS)
    if numbers:
        yield from (Citation(number=core(number), day=day) for number in numbers)
    elif day is not None:
        yield Citation(day=day)


def _day_of(words: str, held: date) -> date | None:
    """Return the day that words name, in any of the languages; one without a year is the last before the meeting."""
    if not words:
        return None
    for said in (words, *(dates_in_english(code, words) for code in _LANGUAGES)):
        try:
            written = find_date(said, near=held.replace(day=1, year=held.year - 1) if held.year > 1 else None)
        except BadInput:
            continue
        if written is not None:
            return written.date
    return None
