"""What came of a decision, as its words say; what is decided may speak of lost and withdrawn things itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tui.meeting.decisions.pieces import Piece
from tui.meeting.decisions.record_words import HANDS, RecordWords, either, head, told
from tui.meeting.decisions.votes import COUNT
from tui.meeting.model import DecisionOutcome
from tui.meeting.text.lazy_patterns import Pattern

_FLAGS = re.IGNORECASE
_UNANIMOUS = either(lambda words: words.unanimous)
_CONSENSUS = either(lambda words: words.consensus)
_EVERYBODY = either(lambda words: words.everybody)
_PASSIVE = either(lambda words: words.passive)
_SUBJECT = either(lambda words: words.subject)
_DENIED = either(lambda words: words.denied)
_NO = rf"(?P<denied>(?:{_DENIED})\s+(?:(?:yet|noch|encore)\s+)?(?:(?:been|été)\s+)?)?"
"""What makes the opposite of the outcome behind it: `not`, `n'a pas été`."""
_BEING = (
    rf"(?:(?P<no>no)\s+)?(?:{_PASSIVE}|ha[sv]e?(?=\s+not\s+(?:yet\s+)?been\b)"
    r"|(?:a|ont)(?=\s+pas\s+(?:encore\s+)?été\b))\s+"
)
"""A passive; in Spanish what denies stands before it: `no fue aprobada`."""
_IN_FAVOUR = either(lambda words: words.in_favour)
_AGAINST = either(lambda words: words.against)
_ADVERB = (
    rf"(?:(?:{_UNANIMOUS}|{_CONSENSUS}|duly|therefore|then|thus|also|accordingly|narrowly|overwhelmingly|provisionally"
    r"|mehrheitlich|damit|somit|daher|ainsi|donc|hereby|by\s+a\s+(?:large\s+)?majority|à\s+la\s+majorité|por\s+mayoría"
    r"|drwy\s+fwyafrif|(?:bei|wegen|mit)\s+stimmengleichheit|on\s+an?\s+(?:tied\s+vote|tie|equality\s+of\s+votes)|por\s+empate"
    r"|à\s+égalité(?:\s+(?:des|de)\s+voix)?)\s+)"
)
_ARTICLE = r"(?:(?:the|this|that|an?|der|die|das|le|la|les|el|los|las|y|yr|l['’])\s*)?"
_BODY = (
    r"(?:(?:the\s+|der\s+|die\s+|le\s+|la\s+|el\s+)?(?:[\w’'-]+\s+){0,2}(?:members|council|committee|board|trustees|governors"
    r"|meeting|group|panel|cabinet|councillors|directors|chair|gemeinderat|rat|ausschuss|vorstand|versammlung|betriebsrat"
    r"|gemeindevertretung|conseil|comité|assemblée|pleno|junta|comisión|consejo)|we)"
)
_BY = (
    rf"(?:by|mit|par|por|gan|o)\s+(?:{COUNT}|an?\s+(?:[\w-]+\s+){{0,2}}?(?:majority|vote|show)|majority|show"
    r"|consensus|acclamation|all\b|the\s+(?:mover|proposer|chair['’]?s?\s+casting)|its\s+(?:mover|proposer)|roll|mayoría"
    r"|unanimidad|mwyafrif|fwyafrif|the\s+casting)"
)
_WHY = (
    r"(?:on|nach|durch)\s+(?:a\s+|the\s+)?(?:[\w’'-]+\s+){0,2}(?:casting|show|votes?|voices?|division|recorded|roll)\b|(?:for|through|from|owing|"
    r"due|because|as\s+(?:it|there)|in\s+the\s+absence|mangels|faute)\b|as\s+(?:amended|an?|corrected|read|circulated|presented|printed|submitted)\b|subject\s+to|without"
    rf"|{HANDS}"
)
_ENDS = (
    rf"(?=\s*(?:[,;:.)!(–—]|-\s|$|\d|(?:and|but|with|w/|so|und|mit|bei|et|avec|y|con|ac?|gyda)\b|{_BY}|(?:{_WHY})|{_UNANIMOUS}"
    rf"|{_CONSENSUS}|nem\b|{COUNT}\s+(?:votes?|in\s+favour|for|to|against)|vote\b|moved|proposed|seconded|prop\b|worden\b))"
)
_TOWARDS = (
    r"(?=\s+(?:to|until|till|for|pending|back|on|zu|an|auf|bis|in\s+den|à|au|en|tan|i|at|hasta|para|by|por|par|gan|von|durch)\b"
    r"|\s*(?:[,;:.)]|$))"
)


_PARTS: dict[DecisionOutcome, Callable[[RecordWords], str]] = {
    DecisionOutcome.NO_SECONDER: lambda words: words.no_seconder,
    DecisionOutcome.OUT_OF_ORDER: lambda words: words.out_of_order,
    DecisionOutcome.LOST: lambda words: words.lost,
    DecisionOutcome.WITHDRAWN: lambda words: words.withdrawn,
    DecisionOutcome.DEFERRED: lambda words: words.deferred,
    DecisionOutcome.TIED: lambda words: words.tied,
    DecisionOutcome.NOTED: lambda words: words.noted,
    DecisionOutcome.CARRIED: lambda words: words.carried,
}
"""What is looked for first stands first: `not carried` is lost."""
_LATE = (DecisionOutcome.DEFERRED, DecisionOutcome.OUT_OF_ORDER, DecisionOutcome.WITHDRAWN)
"""What may go on with a place or a reason: `deferred to June`."""


def _done(*outcomes: DecisionOutcome) -> str:
    return "|".join(rf"(?P<{outcome.name}>{either(_PARTS[outcome])})" for outcome in outcomes)


_ANY = (
    rf"(?<!\bbe )(?<!\bbeing )(?<!\bto )(?:(?:{_done(*(one for one in _PARTS if one not in _LATE))})(?!\w){_ENDS}"
    rf"|(?:{_done(*_LATE)})(?!\w)(?:{_ENDS}|{_TOWARDS}))"
)
_EDGE = r"(?:^|[.;:,()–—!?\"”’]\s*|\bto\s+the\s+vote\s+|\b(?:and|but|so|und|et|y)\s+|-\s+|(?<=\d)\s+(?=it\s+was\s))"
_CLAUSE = Pattern(
    rf"(?P<edge>{_EDGE})(?P<clause>(?:{_ARTICLE}(?:[\w’'-]+\s+)?{_SUBJECT}\s+(?:as\s+amended\s+)?)?(?:(?:it|this|which|they)\s+)?"
    rf"(?:{_BEING})?{_ADVERB}{{0,2}}{_NO}(?:{_ANY}))",
    _FLAGS,
)
"""A clause that says nothing but what came of it: `carried`, `the amendment was lost`."""
_ABOUT = Pattern(
    rf"(?:(?<=[.;!?]\s)|^)(?:(?:after|following|nach|après|tras)\s+(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+,?\s+)?(?P<subject>{_ARTICLE}(?:[\w’'-]+\s+){{0,2}}?{_SUBJECT}\b(?!\s+(?:papers?|register|tracker|log)\b))"
    rf"(?P<words>[^.;:!?]*?)(?::\s+)?(?<!\w)(?P<passive>{_BEING}(?:(?:(?!{_DENIED}\s)[^.;:!?]|(?<=\d):(?=\d)){{0,60}}?\s)??)?{_ADVERB}{{0,2}}{_NO}(?:{_ANY})",
    _FLAGS,
)
"""A sentence about the motion: `Motion to paint the fence withdrawn by the mover`."""
_RULED = Pattern(rf"^(?:[\w’'-]+\s+){{1,4}}(?P<OUT_OF_ORDER>{either(lambda words: words.out_of_order)})(?!\w)", _FLAGS)
"""`The Chair ruled the amendment out of order`."""
_OF_ANYTHING = Pattern(
    rf"^(?P<words>[^.;:!?,]{{1,120}}?)\s(?P<passive>{_BEING}){_ADVERB}{{0,2}}{_NO}(?:{_ANY})",
    _FLAGS,
)
"""A first sentence that says it of what was decided on: `The tender was accepted`."""
_SHORT = Pattern(
    rf"^(?P<words>(?!that\b|to\b)[^.;:!?,]{{1,60}}?)\s{_ADVERB}?(?P<denied>{_DENIED}\s+)?"
    r"(?P<NOTED>noted)?(?P<CARRIED>approved|agreed|accepted|adopted|carried|passed)?"
    r"(?P<DEFERRED>deferred|postponed|(?<!meeting )(?<!session )(?<!council )adjourned)?"
    r"(?P<WITHDRAWN>withdrawn)?"
    rf"(?<=ed|wn)(?=\s*(?:[.;]?\s*$|[;.,(]|unanimously\b|nem\b|by\s+{COUNT}\b)"
    r"|(?:(?<=deferred)|(?<=postponed)|(?<=adjourned))\s+(?:to|until|till)\s+[^.;:,!?]{1,60}(?:[.;]|$))",
    _FLAGS,
)
"""A first sentence without a verb of its own: `Minutes approved`."""
_OTHER_VERBS = Pattern(
    r"\b(?:(?:be|being|been|have|having|has|had|to|if|whether|who|which|that|whose|when|not|never|dass|que|qui)|(?!^)(?:die|der))\b",
    _FLAGS,
)
"""At the beginning, `der` and `die` are articles."""
_RELATIVE = Pattern(r"\b(?:who|which|whose|if|whether|when|unless|dass|wenn|que|qui|si)\b|\bthat\b", _FLAGS)
_AMENDMENT = Pattern(r"\b(?:amendments?|änderungsantrag|amendement|gwelliant|enmienda)\b", _FLAGS)
_MOTION = Pattern(rf"\W*{_ARTICLE}(?:[\w’'-]+\s+)?{_SUBJECT}(?!\w)", _FLAGS)
_SUBSTANTIVE = Pattern(
    r"\b(?:substantive\s+(?:motion|resolution)|(?:motion|resolution)\s+as\s+amended|geänderte[nr]?\s+antrag|motion\s+(?:ainsi\s+)?"
    r"(?:modifiée|amendée)|moción\s+enmendada|cynnig\s+(?:terfynol|diwygiedig|fel\s+y'i\s+diwygiwyd))\b",
    _FLAGS,
)
_CONTENT = Pattern(r"\W*(?:that|to|dass|que)\b", _FLAGS)
"""A decision that begins with what is decided."""
_HEADS = {
    outcome: Pattern(
        rf"\W*(?:(?:it\s+(?:was|is)|{_BODY})\s+)?{_ADVERB}{{0,2}}(?:(?:{_EVERYBODY})\s+)?(?:hereby\s+)?(?:{head(outcome.value)})"
        r"(?!\w)(?!\s+(?:by\s+all\s+to\s+disagree|to\s+disagree|budget|plans?\s|minutes\s+of))",
        _FLAGS,
    )
    for outcome in (
        DecisionOutcome.CARRIED,
        DecisionOutcome.NOTED,
        DecisionOutcome.DEFERRED,
        DecisionOutcome.LOST,
        DecisionOutcome.WITHDRAWN,
    )
}
_NOT_HEADS = Pattern(
    r"\W*(?:no\s+(?:decision|consensus|agreement|vote)|failed\s+to\s+agree|not\s+agreed\s+to|nothing\s+was)\b", _FLAGS
)
_DENIED_HEAD = Pattern(
    r"\W*(?:(?:it\s+was|" + _BODY + r")\s+)?(?:not\s+(?:agreed|approved|carried|adopted|accepted|passed)"
    r"(?!\w)(?=\s*(?:[.;:,(]|$))|nicht\s+(?:angenommen|beschlossen|genehmigt))",
    _FLAGS,
)
_LABEL_HEAD = Pattern(rf"\W*(?:{_ARTICLE}(?:[\w’'-]+\s+)?{_SUBJECT}\s+)?(?:{_ANY})(?=\s*[:–—(-])", _FLAGS)
"""A word of outcome as the label of what follows: `DEFEATED: THAT …`."""
_IT_WAS = Pattern(
    rf"[.;,]\s+(?:and\s+)?it\s+was\s+(?:then\s+)?{_ADVERB}{{0,2}}(?:resolved|agreed|decided)\s+(?:that|to|unanimously)\b",
    _FLAGS,
)
_LED_IN = Pattern(r"[\s,;:.–—-]*(?:(?:and|und|et|y|ac?)\s+)?(?:it\s+was\s+)?", _FLAGS)
_TOLD = Pattern(
    r"(?:^|(?<=[.;]\s))(?P<words>(?:[^\s.;:,!?]+\.?\s+){0,7}?)(?:"
    + "|".join(rf"(?P<{outcome.name}>{said})" for outcome in _PARTS if (said := told(outcome.value)))
    + r")(?!\w)",
    _FLAGS,
)
"""A sentence with a verb of its own: `Ms Rao withdrew her motion`, `Der Rat stimmt dem Antrag zu`."""
TOLD = "told"
"""The manner of such a sentence: one that says what is resolved, `wird genehmigt`, does not say that it was."""
_NOT_WITHIN = Pattern(r"\b(?:nicht|not|pas|kein|keine)\b", _FLAGS)
_NONE_OF_THEM = Pattern(
    r"\W*(?:none|neither|no|nothing|nobody|kein(?:e[rs]?)?|nichts|niemand|aucune?|nulle?|rien|personne|ningun[oa]?|ningún|nada|nadie"
    r"|ni|neb|dim)\b",
    _FLAGS,
)
_HARDLY = Pattern(r"\b(?:nearly|almost|hardly|barely|fast|beinahe|presque|casi|bron)\b", _FLAGS)
_SAID_NO = Pattern(r"^\W*[^.;:!?]{1,40}[:?]\s*(?:no|nein|non|nage)\W*$", _FLAGS)
"""`Approved: no`, `Carried? No`: a question of a form, and its answer."""
_NO_SECONDER = Pattern(rf"(?<!\w){either(lambda words: words.no_seconder)}(?!\w)", _FLAGS)
_ALL_FOR = Pattern(
    rf"(?<!\bnot\s)(?:^|(?<=\W))(?:{_EVERYBODY})(?:\s+(?:agreed|approved|voted\s+for|(?:were\s+|voted\s+)?in\s+favou?r|dafür"
    r"|pour|o\s+blaid|a\s+favor)\b|\s+for(?=\s*(?:[,;.)]|$)))"
    rf"|\bby\s+all\b(?:\s+present)?(?=\s*(?:[,;.:)]|$))|(?:^|[,;:.(]\s*)all(?=[\s.)]*(?:$|[,;]))",
    _FLAGS,
)
_UNANIMITY = Pattern(rf"(?<!\bnot )(?<!non-)(?<!\w)(?:{_UNANIMOUS})(?!\w)", _FLAGS)
_CONSENTED = Pattern(
    rf"(?<!\bno )(?<!\bnot )(?<!\w)(?:{_CONSENSUS})(?!\w)(?!\s+(?:(?:was|is|could)\s+(?:not|never)|failed|eluded)\b)",
    _FLAGS,
)
_STRAW = Pattern(rf"(?:^|[.;:,(]\s*)(?:{_ARTICLE}|by\s+|in\s+)?(?:{either(lambda words: words.straw)})(?!\w)", _FLAGS)
_CASTING = Pattern(
    r"(?:(?:the\s+)?(?:[\w’'-]+\s+){1,2}?(?:then\s+|having\s+|has\s+)?(?:gave|gives|giving|given|used|uses|using|exercised|exercises"
    r"|exercising|cast|casts|casting)\s+)?"
    r"(?:(?:on|by|with|using|durch|mit|avec|par|con|gyda)\s+)?(?:(?:the|his|her|their|an?|den|die|la|el)\s+)?"
    r"(?:(?:[\w-]+\s+)?[\w-]+['’]?s?['’]?\s+(?<=['’s]\s))?"
    rf"(?:{either(lambda words: words.casting)})"
    r"(?:(?:\s+(?:of|des|der|du|de\s+la|del)\s+(?:the\s+)?|['’]r\s+|\s+yr?\s+)[\w’'-]+)?"
    rf"(?:\s+(?:(?:being\s+)?(?:given|cast|used)\s+)?(?:(?P<against>{_AGAINST})|(?P<for>{_IN_FAVOUR}))(?!\w))?",
    _FLAGS,
)
_ROLL_CALL = Pattern(
    rf"(?<!\w)(?:{either(lambda words: words.roll_call)})(?!\w)"
    r"(?:\s+(?:was\s+)?(?:requested|demanded|taken)(?:\s+by)?)?",
    _FLAGS,
)


def outcome_clauses(text: str) -> Iterator[Piece]:
    """Return the clauses that say nothing but what came of a decision, in order."""
    at = 0
    while match := _CLAUSE.search(text, at):
        at = max(match.end("clause"), match.start() + 1)
        weak = match["edge"].strip() in (",", "and", "but", "so", "und", "et", "y", ":") and match.start("clause") > 0
        yield Piece(match.start("clause"), match.end("clause"), "outcome", outcome=_outcome(match), weak=weak)


def outcome_sentences(text: str) -> Iterator[Piece]:
    """Return the sentences that say of a motion, or of what was decided on, what came of it."""
    for match in _ABOUT.finditer(text):
        if not _says_of_the_motion(match):
            continue
        if _AMENDMENT.search(match["subject"]) and match.start() > 0:
            continue
        yield Piece(match.start(), match.end(), "outcome", outcome=_outcome(match))
    ruled = _RULED.match(text)
    if ruled and not _OTHER_VERBS.search(ruled[0]) and not begins(text):
        yield Piece(0, ruled.end(), "outcome", outcome=DecisionOutcome.OUT_OF_ORDER)
    for match in _TOLD.finditer(text):
        if not _RELATIVE.search(match["words"]) and not _CONTENT.match(match["words"]) and not begins(text):
            yield from _told(match)
    match_of = _OF_ANYTHING.match(text)
    if match_of and not _OTHER_VERBS.search(match_of["words"]) and not begins(text):
        yield Piece(0, match_of.end(), "outcome", outcome=_outcome(match_of))
    short = _SHORT.match(text)
    if short and not _OTHER_VERBS.search(short["words"]) and not begins(text):
        yield Piece(0, short.end(), "outcome", outcome=_outcome(short), weak=True)


def _told(match: re.Match[str]) -> Iterator[Piece]:
    """Return what a sentence with a verb of its own says; `nicht` within it turns a consent into its opposite."""
    outcome = _outcome(match)
    if _NOT_WITHIN.search(match[0]):
        if outcome is not DecisionOutcome.CARRIED:
            return
        outcome = DecisionOutcome.LOST
    yield Piece(match.start(), match.end(), "outcome", outcome=outcome, manner=TOLD)


def _says_of_the_motion(match: re.Match[str]) -> bool:
    """Whether what came of it belongs to the motion that a sentence begins with, and not to what it was about."""
    words, passive = match["words"], match["passive"]
    if passive is not None:
        return not _RELATIVE.search(passive)
    return not _NOT_WITHIN.search(words) and (not _OTHER_VERBS.search(words) or _says_plainly(match))


def _says_plainly(match: re.Match[str]) -> bool:
    """Whether no verb is needed: what was to be done may well be withdrawn, but not carried, by somebody."""
    outcome = _outcome(match)
    return outcome in (DecisionOutcome.NO_SECONDER, DecisionOutcome.WITHDRAWN) or (
        match["words"].lstrip().startswith(("to ", "of ", "for "))
        and not Pattern(r"\b(?:be|being|have|having|has|had|get|if|who|which|that)\b", _FLAGS).search(match["words"])
    )


def _outcome(match: re.Match[str]) -> DecisionOutcome:
    named = match.groupdict()
    outcome = next((one for one in _PARTS if named.get(one.name)), DecisionOutcome.UNSAID)
    if named.get("denied") or named.get("no"):
        return DecisionOutcome.LOST if outcome is DecisionOutcome.CARRIED else DecisionOutcome.UNSAID
    if outcome is DecisionOutcome.CARRIED and "words" in named:
        if _NONE_OF_THEM.match(match[0]):
            return DecisionOutcome.LOST
        if _HARDLY.search(match[0][-40:]):
            return DecisionOutcome.UNSAID
    return outcome


def begins_after(text: str, at: int) -> DecisionOutcome:
    """Return what a decision's first word says behind its mover and votes: `Proposed by Lee and RESOLVED that …`."""
    led_in = _LED_IN.match(text, at)
    first = begins(text[led_in.end() :] if led_in else text[at:])
    return DecisionOutcome.CARRIED if not first and _IT_WAS.search(text) and not _CONTENT.match(text) else first


def begins(text: str) -> DecisionOutcome:
    """Return what a decision's first word says: `Resolved`, `Noted`, `DEFEATED:`."""
    if _NOT_HEADS.match(text):
        return DecisionOutcome.UNSAID
    if _DENIED_HEAD.match(text):
        return DecisionOutcome.LOST
    for outcome, pattern in _HEADS.items():
        if pattern.match(text):
            return DecisionOutcome.LOST if _SAID_NO.match(text) else outcome
    label = _LABEL_HEAD.match(text)
    return _outcome(label) if label else DecisionOutcome.UNSAID


def manners(text: str) -> Iterator[Piece]:
    """Return how it was decided: unanimously, by all, by consensus, by a casting vote, by a roll call."""
    for manner, pattern in (
        ("unanimous", _UNANIMITY),
        ("all", _ALL_FOR),
        ("consensus", _CONSENTED),
        ("casting", _CASTING),
        ("roll call", _ROLL_CALL),
    ):
        for match in pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip(" ,;:.("))
            side = next((one for one in ("against", "for") if match.groupdict().get(one)), "")
            said = f"{manner} {side}".strip()
            yield Piece(start, match.end(), "manner", manner=said if manner == "casting" else manner)


def is_about_a_motion(text: str) -> bool:
    """Whether words begin by speaking of a motion, instead of saying what is decided."""
    return _MOTION.match(text) is not None


def is_about_an_amendment(text: str) -> bool:
    """Whether words begin by speaking of an amendment."""
    motion = _MOTION.match(text)
    return motion is not None and _AMENDMENT.search(motion[0]) is not None


def speaks_of_the_substantive(text: str) -> bool:
    """Whether words say that a motion is decided as it was amended."""
    return _SUBSTANTIVE.search(text) is not None


def is_straw_poll(text: str) -> bool:
    """Whether the words say that it was a straw poll."""
    return _STRAW.search(text) is not None


def lacks_a_seconder(text: str) -> bool:
    """Whether the words say anywhere that there was no seconder."""
    return _NO_SECONDER.search(text) is not None
