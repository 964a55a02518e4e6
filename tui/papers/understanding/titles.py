"""The title of a meeting: the line that is one, or what a sentence, a mail or a page calls it."""

from __future__ import annotations

import re
from datetime import date

from tui.meeting.dates.moments import moments_in
from tui.meeting.languages.languages import counted, words_of
from tui.papers.reading.lines import without_emphasis
from tui.papers.understanding.headings import block_of, is_timed, names_agenda
from tui.papers.understanding.places import introduces_place, place_beside

_OPENING = re.compile(
    r"^(?:(?:draft|revised|provisional|public|final|proposed)\s+)*(?:(?:notice|summons|invitation)\s+(?:of|to|and)\s+(?:the\s+)?)?"
    r"(?:(?:public\s+)?agenda|tagesordnung|ordre du jour|orden del día|rhaglen|einladung|convocation"
    r"|convocatoria|uitnodiging|notice of|notice)\b"
    r"(?:\s*[:–—-]\s*|\s+(?:(?:and notice|and papers)\s+)?(?:for|of|zu[mr]?|für|der|des|de la|de l['’]|du|de"
    r"|del|voor|van|à la|à|a la|y|ar gyfer)\s+)"
    r"(?:the:?\s+(?!(?!governing)\w+ing\b.*\bof\b)|a\s+|an\s+|our\s+|die\s+|der\s+|den\s+|la\s+|le\s+|het\s+|next\s+)?",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(
    r"(?<=\w)\W+(?:(?:on|for)\s+)?(?:next|this|coming)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|evening))?$",
    re.IGNORECASE,
)
"""A day said from the day of writing, at a title's end."""
_WEEKDAY_LAST = re.compile(
    r"(?<=\w)[\s,–—-]+(?:on\s+)?(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|satur|sun)(?:day)?$", re.IGNORECASE
)
"""The weekday that a mail's subject ends in: `Committee meeting Weds`."""
_AGENDA_FIRST = re.compile(
    r"(?:agenda|uitnodiging|einladung|convocation|convocatoria)\s+"
    r"((?!for\b|of\b|de\b|du\b|à\b|zu\w?\b|van\b|voor\b|and\b|item)[^\W\d_].+)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"^(?:the\s+|our\s+)?(?:next|upcoming|prochaine?|nächste[rs]?|próxim[oa]|volgende"
    r"|(?:today|tomorrow|tonight|(?:this|next)\s+week|\w+day)['’]s)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\s*[–—:|,-]?\s*\b(?:agenda|tagesordnung|ordre du jour|orden del día|rhaglen)"
    r"(?:\s+(?:and|&)\s+(?:minutes|notes|papers))?\s*$"
    r"|\s*[–—:|]\s*(?:(?:public\s+)?notice\s+of\s+(?:the\s+|a\s+)?(?:[a-z]+\s+){0,2}meeting|(?:meeting\s+)?notice|summons"
    r"|einladung|convocation|convocatoria|uitnodiging|hysbysiad(?:\s+o\s+gyfarfod)?)\s*$",
    re.IGNORECASE,
)
_BESIDE_DAY = frozenset("the for on next this coming morning afternoon evening night week".split())
_CALLS = re.compile(
    r"^(?:(?:friendly\s+|final\s+)?reminder\W+(?:of\s+)?|you(?:\s+have|['’]ve)\s+been\s+invited\s+to\W+|meeting\s*:\s*)",
    re.IGNORECASE,
)
"""What an invitation says before the meeting's name."""
_COMPANY = re.compile(r"(?:e\.V|\bS\.\s?A|\bS\.\s?L|\bLtd|\bInc|\bCo|\bCorp|\bPlc|\bB\.V|\bN\.V)\.$", re.IGNORECASE)
_SENT_ALONG = re.compile(
    r"(?:(?:papers?|agendas?|documents?|minutes|draft|final|revised|updated|attached|enclosed|and|with|to follow)\W*)+",
    re.IGNORECASE,
)
"""What a mail's subject says of what it brings."""
_TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{4,}\.\s+[A-Z][a-z]*\s+[a-z]")
_UNFINISHED = frozenset("a an and at by for from in of on the to with".split())
_SHORT_KEY = 4
_LONG_LINE = 8
"""Words of a line that goes on below where it ends in a small word."""
_TO_BE_HELD = re.compile(
    r"(?<=\w),?\s+(?:which\s+(?:will|is\s+to)\s+be|(?:is\s+)?to\s+be|will\s+be)\s+held\s+(?:on|at|in)\b.*$"
)
"""Where and when a title says that the meeting is held."""
_EDGE = " ,;:–—-|@("
_LEADING_HOURS = re.compile(
    r"[\s,;:@–—-]*(?:at|um|om|à|from)?\s*\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\b\.?|uhr\b|uur\b|h\b)?(?=\W)",
    re.IGNORECASE,
)
_HOURS_ALONE = re.compile(
    r"(?:\d{1,2}[:.h]\d\d|\d{1,2}\s?[ap]\.?m\b)\W*(?:(?:to|till|until|bis|à|a|[-–—])\s*)?(?:\d{1,2}[:.h]?\d{0,2}\W*)?"
    r"(?:[ap]\.?m\b\.?|uhr|uur|hrs?|[A-Z]{2,4})?\W*(?:on\b.*)?$",
    re.IGNORECASE,
)
_OF_HOURS = frozenset("heure heures uhr uur hora horas hrs hours precises précises".split())
_JOINTS = frozenset({"", "le", "den", "am", "the", "a", "el"})
_BODY = 3
"""The score of words that name a body."""
_HOURS_LEFT = re.compile(
    r"[\s,;:–—@-]*(?:\b(?:on|at|am|um|le|el|à|ar|op|held|from|den|du|vom|del|of|date|for)\b[\s,;:]*)*$", re.IGNORECASE
)
_GENERIC = re.compile(
    r"(?:(?:public|formal|official|ordinary|regular|monthly|annual|council|committee|the|special|extraordinary|virtual)\s+)*"
    r"(?:(?:our\s+)?(?:next|upcoming)\s+meeting|notices?|notice\s+of\s+(?:a\s+|the\s+)?(?:\w+\s+){0,3}meetings?|meetings?|meeting\s+agenda|meeting\s+notice|agendas?,?\s+(?:decisions|papers|reports)?\s*(?:and|&)\s+(?:draft\s+)?minutes|printed\s+(?:minutes|agenda)|no\.?\s+items?|items?|summons|einladung|convocation"
    r"|convocatoria|uitnodiging|vergadering|sitzung|réunion|reunión|cyfarfod|hysbysiad\s+o\s+gyfarfod|dear\s+.*|to\s+all\s+.*|private\s+(?:and|&)\s+confidential"
    r"|(?:agenda|rhaglen)\s+a\s+chofnodion|tagesordnung\s+und\s+niederschrift"
    r"|ordre\s+du\s+jour\s+et\s+(?:procès-verbal|compte[- ]rendu)"
    r"|logistics|(?:meeting|call)\s+(?:details|information|info|logistics)|details|information|overview|general"
    r"|confidential|draft|to\s+(?:all\s+)?(?:the\s+)?(?:members|councillors|trustees|governors)\b.*)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"(?:dear|hello|hi|hiya|hey|good (?:morning|afternoon|evening)|(?:morning|evening) all"
    r"|liebe|sehr|chers?|chères?|estimad\w*|geachte|beste|hierbij|annwyl|to\s*:|all welcome|members? of the"
    r"|press and|you are|the press|all\s+\w+\s+are|please|j['’]ai l['’]honneur|nous avons|vous êtes"
    r"|i have the hono|we hereby|hiermit|hierdurch|wir laden|le saludo|por la presente)\b",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"^(?:zur|zum|zu der|für (?:die|den|das|eine))\s*:?\s+(?=\d|[^\W\d_a-zäöü])")
"""What a title begins with that goes on from `Einladung` in the line above."""
_BRACKETED_HOURS = re.compile(r"\([^()]*\d[^()]*\)")
_BRACKETED = re.compile(r"\([^()]*\)")
_CONTACT = re.compile(
    r"\w@\w|(?<!\S)@\w|https?:|www\.|\b\d{5,}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b(?:tel|telephone|phone|email|e-mail)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:the\s+|our\s+|an?\s+|die\s+|der\s+|le\s+|la\s+)?(?:next\s+|following\s+)?(?P<title>[^\W\d_\s][^.;:!?]{1,70}?|\d{1,3}(?:st|nd|rd|th)\s[^.;:!?]{1,70}?)\s+"
    r"(?:(?:will\s+)?(?:next\s+)?meets?\b|(?:will\s+)?takes?\s+place|will\s+(?:start|begin|commence)\b|(?:will|is\s+to|to|shall)\s+be\s+held|is\s+being\s+held|is\s+to\s+take\s+place|is\s+on\b|(?:is|has\s+been)\s+(?:re-?)?(?:moved|scheduled|arranged)\b|se\s+réuni\w+|findet|tagt|se\s+reunirá)",
    re.IGNORECASE,
)
_AGENDA_OF = re.compile(
    r"\b(?:agenda|papers|notice|summons)\s+(?:of|for|to)\s+(?:the|our|next|a|\w+day['’]s)\s+(?:next\s+)?(?P<title>[A-Z][^.;:!?,]{2,60}?)"
    r"(?=\s+(?:on|at|in|which|to\s+be|will|is|below|attached|follows)\b|\s*\(|[,.;:]|$)"
)
_MEETING_OF = re.compile(
    r"\b(?P<kind>(?:[A-Z][\w-]+\s+){0,3})(?P<m>meeting|assembly|session|agm|[Ss]itzung|[Rr]éunion|[Ss]éance|reunión|cyfarfod|AGM)\s+(?:of|des|der|du|de\s+la|del|o)\s+(?:the\s+)?"
    r"(?P<body>[^\W\d_][^.;:!?,]{2,70}?)(?=\s+(?:will|to\s+be|is|on|at|which|am|le|el|for|in|qui|que|statt|aura)\b|[,.;:]|$)",
)


def clean_title(words: str, *, dated: bool = True) -> str:
    """Return a title without the word `Agenda` around it, and with `dated` without the meeting's day."""
    title = " ".join(without_emphasis(words).strip("*_ \t").split())
    title = _CALLS.sub("", title)
    bare = _NEXT.sub("", _OPENING.sub("", _NEXT.sub("", title), count=1))
    if (named := _AGENDA_FIRST.fullmatch(title)) and _is_body(named[1]):
        bare = named[1]
    bare = bare if len(bare.strip(_EDGE)) > 1 and not (bare != title and moments_alone(bare)) else title
    ended = _ENDING.sub("", bare).strip(_EDGE)
    bare = _CONTRACTED.sub("", ended if len(ended) > 2 else bare)
    bare = _TO_BE_HELD.sub("", bare)
    if not dated:
        return bare
    bare = _ENDING.sub("", _NEXT_DAY.sub("", _without_day(bare)).rstrip("[ ")).strip(_EDGE)
    short = _WEEKDAY_LAST.sub("", bare)
    return short if len(short.split()) > 1 and short.split()[-1].casefold() not in _UNFINISHED else bare


def title_of_page(words: str) -> str:
    """Return what the front matter of a page calls it; empty where that is only a day, or the word for an agenda."""
    words = words.strip("\"' ")
    bare = clean_title(words, dated=False)
    return "" if is_generic(bare) or moments_alone(bare) else words


def moments_alone(words: str, *, yearless: bool = False) -> bool:
    """Whether words tell a day, and nothing else; with `yearless`, one without a year will do."""
    moments = moments_in(words, near=date(2000, 1, 1) if yearless else None)
    if not moments:
        said = re.findall(r"[^\W\d_]{3,}", words.casefold())
        return any(word in counted("weekdays") for word in said) and all(
            word in counted("weekdays") or word in _BESIDE_DAY for word in said
        )
    left = _BRACKETED_HOURS.sub("", words[: moments[0].span[0]] + words[moments[-1].span[1] :])
    return all(word.casefold() in _OF_HOURS for word in re.findall(r"[^\W\d_]{3,}", left))


def ends_in_agenda(words: str) -> bool:
    """Whether words say whose agenda this is: `Faculty Senate Agenda`."""
    return _ENDING.search(words) is not None


def _without_day(title: str) -> str:
    moments = moments_in(title) or moments_in(title, near=date(2000, 1, 1))
    if moments and moments[0].span[0] == 0:
        after = _LEADING_HOURS.sub("", title[moments[-1].span[1] :]).strip(_EDGE)
        return after if after[:1].isupper() and title_score(after) == _BODY else title
    if not moments or moments[0].span[0] < 4:
        return title
    before = _HOURS_LEFT.sub("", title[: moments[0].span[0]]).strip(_EDGE)
    after = title[moments[-1].span[1] :].strip(" ,;:–—-|")
    if len(before.split()) < 2 and not (before and _is_body(before)):
        return title
    if len(before) > 2 and (_SENT_ALONG.fullmatch(after) or place_beside(title, moments)[0]):
        return before
    return before if len(before) > 2 and not re.search(r"[^\W\d_]{4,}.*[^\W\d_]{4,}.*[^\W\d_]{4,}", after) else title


def is_generic(words: str) -> bool:
    """Whether words only say that there is a meeting, not whose."""
    words = words.strip(" *_#:.")
    return (
        _GENERIC.fullmatch(words) is not None
        or names_agenda(words)
        or re.fullmatch(r"agenda\b.{0,20}", words, re.IGNORECASE) is not None
    )


def _is_body(words: str) -> bool:
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words.casefold())
    bodies, meets = words_of("bodies"), words_of("meets")
    return any(
        word in bodies
        or word in meets
        or word.removesuffix("s") in bodies
        or word == "agm"
        or words.endswith("e.V.")
        or words.endswith("e.V.")
        or _compound(word)
        for word in found
    )


_AUTHORITY = re.compile(
    r"\b(?:council|city|town|county|district|borough|university|college|school|trust|association|authority|society|church"
    r"|diocese|hospital|company|ltd|limited|gemeinde|stadt|commune|ayuntamiento|cyngor|e\.v\.)(?=\W|$)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:(?:sub-?|select\s+)?committee|panel|sub-?group|working\s+(?:group|party)|forum|cabinet|board|senate"
    r"|\w*ausschuss|commission|comisión|pwyllgor|executive|taskforce|task\s+force)\b",
    re.IGNORECASE,
)
_UNNAMED = frozenset(
    """board of the directors trustees governors select committee meeting regular special annual ordinary monthly and
    general executive full session sitting members governing body in public private open council town parish city
    county school village""".split()
)
"""Words of a title that many boards could have."""


def names_authority(words: str) -> bool:
    """Whether a title names a council or another body as a whole, which may have committees."""
    return _AUTHORITY.search(words) is not None and _PART_OF.search(words) is None


def names_part(words: str) -> bool:
    """Whether a title names a committee by what it is for: `Planning Committee`, not `Board Meeting`."""
    return _PART_OF.search(words) is not None and not names_no_owner(words)


def names_no_owner(words: str) -> bool:
    """Whether a title says what kind of body meets, and not whose it is."""
    return set(re.findall(r"[^\W\d_]+", words.casefold())) <= _UNNAMED


def _compound(word: str) -> bool:
    return (
        len(word) > 8
        and word != "landkreis"
        and word.endswith(
            (
                "verein",
                "ausschuss",
                "rat",
                "vertretung",
                "sitzung",
                "versammlung",
                "verband",
                "vorstand",
                "kreis",
                "klub",
                "schaft",
            )
        )
    )


def title_score(words: str) -> int:
    """Return how likely a line of a paper's head is its title: 0 for not at all."""
    text = words.strip(" *_")
    if len(text) < 2 or len(text.split()) > 16 or not any(map(str.isalpha, text)):
        return 0
    if (
        _SPEECH.match(text)
        or _CONTACT.search(_BRACKETED.sub("", text))
        or moments_alone(text)
        or _HOURS_ALONE.match(text)
        or is_timed(text)
        or _is_day_of_letter(text)
        or (text[0].islower() and introduces_place(text))
        or (text[-1] in ".!?:" and not _COMPANY.search(text) and not _names_before_hour(text))
        or text[0] in "(["
        or _goes_on(text)
    ):
        return 0
    if block_of(text) is not None or is_generic(text):
        return 1 if is_generic(text) and not names_agenda(text) else 0
    return _BODY if _is_body(text) else 2


def _goes_on(text: str) -> bool:
    """Whether a line is of running text: it holds the end of a sentence, or goes on in the next line."""
    words = text.split()
    return _TWO_SENTENCES.search(text) is not None or (len(words) > _LONG_LINE and words[-1] in _UNFINISHED)


def _is_day_of_letter(text: str) -> bool:
    """Whether a line is that of a letter's place and day: `Val-sur-Isle, le 2 avril 2024`."""
    moments = moments_in(text)
    if len(moments) != 1 or text[moments[0].span[1] :].strip(" .,"):
        return False
    place, comma, joint = text[: moments[0].span[0]].rpartition(",")
    return bool(comma) and joint.strip().casefold() in _JOINTS and not _is_body(place) and len(place.split()) < 4


def _names_before_hour(text: str) -> bool:
    """Whether a line that ends with an hour names a body before its day: `Council - 26 July 2012 2.00 p.m.`."""
    moments = moments_in(text) if text.endswith((".m.", ".M.")) else ()
    return bool(moments) and _is_body(text[: moments[0].span[0]])


def calls_meeting(words: str) -> bool:
    """Whether a short key only says that there is a meeting, whose day follows: `Ordinary meeting`."""
    said = words.casefold().split()
    return len(said) <= _SHORT_KEY and bool({*said} & words_of("meets"))


def names_body(words: str) -> bool:
    """Whether words are a title that names a body or its meeting."""
    return title_score(words) == _BODY


def title_in_sentence(text: str) -> str:
    """Find what a sentence calls the meeting: `The Warden and Stewards meeting takes place on …`."""
    if found := _MEETING_OF.search(text):
        kind = found["kind"].strip()
        named = f" – {kind} {found['m']}" if kind and kind.casefold() not in ("a", "the", "next") else ""
        return f"{found['body'].strip()}{named}"
    if (found := _AGENDA_OF.search(text)) and _is_body(found["title"]):
        return found["title"].strip()
    if found := _CALLED.match(text.strip()):
        return found["title"].strip()
    return ""
