"""The place of a meeting where it stands beside its day, and not in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.meeting.dates.moments import Moment, hours_in
from tui.meeting.hours.zone import find_zone

_PLACE_WORDS = re.compile(
    r"""\b(?:chez|room|rooms|hall|centre|center|chamber|chambers|church|school|college|office|offices|house|library|club|clubhouse|pavilion
    |hut|inn|hotel|building|zoom|online|teams|webex|skype|jitsi|googlemeet|(?<!to\ )(?<!will\ )(?<!we\ )(?<!shall\ )meet
    |lane|street|road|avenue|suite|floor|institute|theatre|chapel
    |vestry|rectory|vicarage|barn|lodge|court|campus|studio|loft|canteen|hq|headquarters|depot|museum|castle|cafe|café|pub|arms|gallery
    |salle|mairie|maison|foyer|sala|casa|sede|local|ayuntamiento|salón|raum|saal|rathaus|sitzungssaal|sitzungszimmer|vereinsheim
    |gemeindehaus|bürgerhaus|gasthaus|gaststätte|schule|feuerwehrhaus|pfarrheim|neuadd|ysgol|ystafell|canolfan|festhalle|halle|aula
    |videokonferenz|raadzaal|gemeentehuis|dorpshuis|wijkcentrum|kerk|buurthuis|kantine|zaal|visioconférence|dorfgemeinschaftshaus|hybrid|virtual|site|grange|ground|stadium|port|harbour)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINT = re.compile(
    r"^[\s,;.:|@·–—-]*(?:(?:\(?(?:utc|gmt)\s?[+-]?\d{0,2}(?::\d\d)?\)?(?!\w)|o['’]r gloch|yr hwyr|y bore|y prynhawn"
    r"|en (?:primera|segunda) convocatoria(?:\s+y\b.{0,40}convocatoria)?|start(?:s|ing)?|commencing|commences"
    r"|to be|will be|which will be|is|held|uhr|uur|utc|gmt|bst|est|edt|pst|pdt|et|cet|cest|p\.?m\.?|hrs|horas|h"
    r"|sharp|prompt|statt|findet|se celebra(?:rá)?|tendrá lugar"
    r"|aura lieu|se tiendra|se réunira|se reunirá)\b[\s,.:|–—)-]*)*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:bij\s+|aboard\s+|(?:please\s+)?(?:join|meet)\s+us\s+(?=in\b|at\b)|(?:(?:and\s+)?(?:via|on|by|using|over)\s+(?=zoom|teams|webex|skype|jitsi|google|microsoft|video))"
    r"|(?:in de|in het|in|at|im|ins|in das|in der|in dem|in den|am|à la|au|à l['’]|dans la|dans le|en la|en el|en|à"
    r"|a la|yn y|yn yr|yn|ym|venue|place|location|lieu"
    r"|ort|lugar|lleoliad|plaats|locatie|where)\s*:?\s+)+(?:(?-i:the|THE)\s+|our\s+|das\s+|dem\s+|der\s+|la\s+|l['’]\s*)?",
    re.IGNORECASE,
)
_KEY_ALONE = re.compile(r"(?:venue|place|location|lieu|ort|lugar|lleoliad|plaats|locatie|where)\s+", re.IGNORECASE)
"""A word that may as well begin a sentence: `Place settings will be laid`."""
_STOP = re.compile(
    r"(?<=[^\s.]{3})(?<!str)(?<!rue)(?<!ave)\.(?:\s|$)|;"
    r"|,\s+(?=[a-z]+\s+(?:are|is|will|may|can)\b)"
    r"|\s+(?:die|eine|unsere)\s+(?:\d{1,3}\.\s+)?\w*\s?\w*(?:sitzung|versammlung|treffen)\b"
    r"|,\s+(?:die|eine|unsere)\s+(?:\d{1,3}\.\s+)?\w*\s?\w*(?:sitzung|versammlung)\b"
    r"|\s+(?:for the purpose|to transact|to consider|to discuss|for the transaction"
    r"|when the|where the|at which"
    r"|on the following|and you are|and all|with the following|für die|mit folgender|pour|con el|con arreglo"
    r"|autour|una? (?:sesión|pleno|reunión|junta|asamblea)|ein(?=\.?$)|con la siguiente|which|starting|commencing"
    r"|beginning|immediately|following|after the|all members|members of)\b"
    r"|,?\s+(?:at|from|um|om|on|a las|à)\s+(?=\d|\w+day\b)|\s+findet\b"
    r"|\s+statt\b|[(\[]\s*(?:part|members|press|please|not|previously)",
    re.IGNORECASE,
)
_ENDING_BEFORE = re.compile(
    r"\b(?:in de|in het|in|at|aboard|im|in der|in dem|à la|au|dans la|en la|en el|yn y"
    r"|yn)\s+(?:(?-i:the)\s+)?(?P<place>(?:\d{1,3}(?:st|nd|rd|th)\s+)?[^\W\d_][^.;:]{2,90}?)[\s,]+"
    r"(?:on|am|at|le|el día|el dia|el|den|op|ar)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"^[^.;!?()]{0,60}?(?:,\s*|\s)(?P<place>(?:(?:upstairs|downstairs|outside)\s+(?:at|in)\s+|(?<=\bat\s)|(?<=\bin\s))"
    r"(?:[Tt]he\s+)[A-Z][\w'’-]*[^.;!?]{0,80})"
)
"""A place behind what is said after the hour: `after rehearsal, upstairs at The Crown`."""
_FURTHER = re.compile(
    r"\b(?:en el|en la|in the|at the|im|in der|in dem|dans la|à la|au|yn y|yn yr|in de|in het)\s+"
    r"(?P<place>[A-ZÀ-Ý][^,.;:()]{2,60})"
)
"""A place later in the sentence that tells the day: `…, y en segunda convocatoria dos días después en el Salón`."""
_FIRST = re.compile(r"(?P<place>[^\W\d_][^;:!?]{3,80}?)\s*(?:\s[–—|·-]|,)\s+(?:on\s+)?$")
"""A place before the day: `Town Hall Annexe, Room 2 – Tuesday, 1 October 2024`."""
_HOUR_BEFORE = re.compile(
    r"\s*,?\s*(?:(?:at|from|um|om|à|a las)\s*\d{1,2}(?:[.:h]\d\d)?\s*(?:[ap]\.?m\.?|uhr|uur|hrs)?"
    r"|\d{1,2}(?:[.:h]\d\d\s*(?:[ap]\.?m\.?|uhr|uur|hrs)?|\s*(?:[ap]\.?m\.?|uhr|uur|hrs)))\s*,?\s*(?:on\s*)?$",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(
    r"^(?:\d{1,2}\s?(?:h|:|\.)\s?\d{0,2}(?:\s?[ap]\.?m\.?)?$"
    r"|(?-i:y|und|et|ou|oder|si|falls|if)"
    r"|to|for|join|when|which|and|or|of|please|all|you|members?|agenda|the following|its|his|her|their|minutes"
    r"|noon|midday|part|open(?:\s+(?:session|meeting|forum|to|for|part|business))?(?!\s+[A-Z])|close|session"
    r"|accordance|public|time|chair|present|apologies|a|an|this|next|each|unless|session\b.*)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?:please\s+)?join\s+(?:us\s+|the\s+|our\s+|a\s+|on\s+|via\s+|by\s+|in\s+)*"
    r"(?P<place>(?:(?:microsoft|google|ms)\s+)?(?:zoom|teams|webex|skype|jitsi|meet))\b"
    r"(?:\s+(?:webinar|meeting|call|online|now|here))*\W*",
    re.IGNORECASE,
)
"""The line over a link to a meeting online."""
_SERVICES = frozenset(
    {"zoom", "teams", "ms teams", "microsoft teams", "webex", "google meet", "jitsi", "skype", "bigbluebutton"}
)
_OF_LINK = frozenset("link links to the for join url call meeting room webinar details video conference info".split())
"""What a key says of a link to a service."""
_CLOCK = re.compile(r"T[0-9]{2}:")
_BRACKETED = re.compile(r"\([^()]*\)")
_DIAL_IN = re.compile(r"https?://|passcode|meeting id", re.IGNORECASE)


def place_beside(text: str, moments: Sequence[Moment]) -> tuple[str, str]:
    """Find the place in a line that tells a day or an hour, and return it with the line without it.

    Both are empty, or the second the whole line, where there is none.
    """
    if joining := _JOIN.fullmatch(text.strip()):
        return joining["place"], ""
    end = max((moment.span[1] for moment in moments), default=0)
    start = min((moment.span[0] for moment in moments), default=len(text))
    rest_at = _after_hours(text, end)
    joint = _JOINT.match(text[rest_at:])
    rest_at += joint.end() if joint else 0
    words = text[rest_at:]
    introduced = _BEFORE.match(words)
    place = _cut(words[introduced.end() :] if introduced else words)
    signed = joint is not None and "@" in joint[0]
    parted = not moments or end == 0 or (joint is not None and bool(joint[0].strip())) or rest_at == len(text)
    if place and (introduced or signed or _may_be_place(place, parted=parted)) and _is_place(place):
        at = text.index(place, rest_at)
        kept = text[:rest_at].rstrip(" ,;.:@|–—-(")
        return place, kept if at + len(place) >= len(text.rstrip(" .,;)")) else text
    if place := _later(words, moments):
        return place, text
    if found := _ENDING_BEFORE.search(_HOUR_BEFORE.sub(" ", text[:start])):
        place = re.split(r"\s+(?:in|at)\s+the\s+(?=[A-Z])", found["place"])[-1].strip(" ,")
        if _is_place(place) and re.sub(r"^\d+[a-z]{2}\s+", "", place)[:1].isupper():
            return place, text
    if moments and (first := _FIRST.fullmatch(text[:start])) and is_place_line(first["place"]):
        return first["place"], text
    return "", text


def _later(words: str, moments: Sequence[Moment]) -> str:
    """Find a place behind other words that follow the day; empty where there is none."""
    if (later := _LATER.search(words)) and _is_place(place := _cut(later["place"])):
        return place
    further = (_cut(found["place"]) for found in _FURTHER.finditer(words)) if moments else iter(())
    return next(filter(is_place_line, further), "")


def _after_hours(text: str, place: int) -> int:
    """Return the place after the hours that follow a day."""
    for _ in range(3):
        rest = text[place:]
        found = _hours(rest)
        if found is None or len(rest[: found[0]].split()) > 4:
            return place
        place += found[1]
    return place


def _hours(text: str) -> tuple[int, int] | None:
    try:
        found = hours_in(text)
    except Exception:  # an impossible hour is none
        return None
    return found.span if found else None


def _cut(words: str) -> str:
    outside = (one.start() for one in _STOP.finditer(words) if not _is_within(words, one.start()))
    words = words[: next(outside, len(words))]
    words = words.strip(" ,;.:–—-|·*_")
    return words if words.count("(") == words.count(")") else words.strip("()")


def _is_within(words: str, place: int) -> bool:
    """Whether a place in a text is within brackets that are closed behind it."""
    return words.count("(", 0, place) > words.count(")", 0, place) and ")" in words[place:]


def _may_be_place(words: str, *, parted: bool) -> bool:
    """Whether words behind a day may be a place: by what they say, or as they look where a mark stands before them."""
    return _PLACE_WORDS.search(words) is not None or (parted and words[0].isupper() and len(words.split()) <= 8)


def _is_place(words: str) -> bool:
    if not any(map(str.isalpha, words)) or len(_BRACKETED.sub("", words).split()) > 16 or _NOT_A_PLACE.match(words):
        return False
    zone = find_zone(f"0 {words}")
    if (zone is not None and zone.end() == len(words) + 2) or _CLOCK.match(words):
        return False
    return not words.casefold().endswith("day") and not _DIAL_IN.search(words)


def online_place(header: Iterable[tuple[str, str]]) -> str:
    """Return the service that a line of the head names as where the meeting is: `Zoom: https://…`; empty for none.

    More may be said of the link: `Link to the Zoom meeting: https://…`.
    """
    for key, words in header:
        if key.casefold() in _SERVICES and words:
            return key
        left = [word for word in key.split() if word.casefold() not in _OF_LINK]
        if "://" in words and " ".join(left).casefold() in _SERVICES:
            return " ".join(left)
    return ""


def introduces_place(text: str) -> bool:
    """Whether a line begins as one that tells a place does: `at the Bell Inn`."""
    found = _BEFORE.match(text)
    if found is None or (_KEY_ALONE.fullmatch(found[0]) and text[found.end() : found.end() + 1].islower()):
        return False
    return len(text.split()) <= 14 and _is_place(_cut(text[found.end() :]) or "?")


def _has_place_word(words: str) -> bool:
    """Whether words name a place; `teams` and `meet` do where they are the names of services: `Teams`."""
    return any(found[0].strip() not in ("teams", "meet") for found in _PLACE_WORDS.finditer(words))


def is_place_line(text: str) -> bool:
    """Whether a line by itself tells a place."""
    words = text.strip(" .,")
    return _JOIN.fullmatch(words) is not None or (
        len(words.split()) <= 14 and _has_place_word(words) and _is_place(words) and words[:1].isupper()
    )
