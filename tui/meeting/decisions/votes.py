"""How many were for a decision, against it and abstained, and who, as its words say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.decisions.pieces import Piece, Side
from tui.meeting.decisions.record_words import either, number_words
from tui.meeting.decisions.voters import names_after, names_before
from tui.meeting.people.directory import Directory
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER, read_number

_FLAGS = re.IGNORECASE
_NUMBERS = number_words()
_NOBODY = either(lambda words: words.nobody)
_MORE_NUMBERS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{NUMBER}|(?:{_MORE_NUMBERS}|{_NOBODY})(?!\w))"
"""A pattern of a number of votes; it captures nothing."""

_SIDES: dict[Side, str] = {
    "for": either(lambda words: words.in_favour),
    "against": either(lambda words: words.against),
    "abstained": either(lambda words: words.abstained),
    "not voting": either(lambda words: words.not_voting),
}
_EVERY_SIDE = "|".join(_SIDES.values())
_WEAK = r"(?:for|against|opposed|yes|no|nos|ja|nein|für|gegen|pour|contre|oui|non|sí|withdrawn|absent|excused)"
"""What a sentence may say of anything else; it is a vote only where other words of the record stand beside it."""
_VOTERS = rf"(?:{either(lambda words: words.voters)}\s+)?(?:voted\s+|were\s+|was\s+|said\s+|haben\s+|se\s+)?"
_NOT_BEFORE = r"(?<![\w£$€.,+-])(?<!\bbut )(?<!\bexcept )"
_ENDED = (
    r"(?=\s*(?:[,;.:()/]|$|(?:and|to|und|et|y|ac?)\b|it\b|(?:the|this)\s+(?:motion|amendment|proposal)"
    rf"|{COUNT}\s+{_VOTERS}(?:{_EVERY_SIDE})))"
)
_COUNTED = Pattern(
    rf"{_NOT_BEFORE}(?P<count>{COUNT})\s*-?\s*{_VOTERS}"
    rf"(?:(?P<weak>{_WEAK})\b{_ENDED}|(?!{_WEAK}(?![\w-]))(?P<side>{_EVERY_SIDE})(?!\w)(?!\s+(?:whom|which)\b))",
    _FLAGS,
)
_LABELLED = Pattern(
    rf"(?<![\w-])(?:votes?\s+)?(?P<side>{_EVERY_SIDE})\s*(?:\(\s*)?(?P<colon>[:=–—-]?)\s*(?P<count>{COUNT})(?![\w%.]*\w)",
    _FLAGS,
)
_NAMED = Pattern(
    rf"(?<![\w-])(?:votes?\s+|voting\s+)?(?P<side>{_EVERY_SIDE})\s*(?:\(\s*(?P<count>{COUNT})\s*\)|\s(?P<bare>\d{{1,3}}))?"
    rf"\s*(?P<colon>[:=–—(])?\s*(?=[^\W\d_])",
    _FLAGS,
)
_SAID_SIDE = Pattern(
    rf"\s*(?:(?:had\s+|was\s+|were\s+)?(?:voted|voting)\s+)?(?P<side>{_EVERY_SIDE})(?!\w)"
    r"(?!(?<=withdrew)\s+(?:the|this)\s)"
    r"(?=\s*(?:[,;.)]|$|(?:and|with|it|und|et|y|the\s+(?:motion|amendment|proposal))\b))",
    _FLAGS,
)
_ASKED = Pattern(
    r"\s+(?:asked|requested|wished|asks|requests|wishes)\s+(?:that|for|to\s+have)?\s*(?:his|her|their|its)?\s*"
    r"(?:(?P<against>votes?\s+against|opposition|dissent)|(?P<abstained>abstentions?)|(?P<for>votes?\s+(?:for|in\s+favour)))"
    r"(?:\s+the\s+motion)?(?:\s+(?:to\s+)?be)?\s+(?:recorded|noted|minuted)",
    _FLAGS,
)
_OTHERS = Pattern(
    rf"(?<!\w)(?:{either(lambda words: words.others)})\s*(?:present\s+)?(?:voted\s+|were\s+|voting\s+|waren\s+"
    r"|stimmt?(?:en|e)?\s+|(?:ont\s+)?vot(?:ent|é|an|aron)\s+|yn\s+pleidleisio\s+)?"
    rf"(?P<side>{_EVERY_SIDE})(?!\w)|(?<!\w)(?P<label>{_EVERY_SIDE})\s*[:=]\s*(?:{either(lambda words: words.others)})"
    r"(?=\s*(?:[.;,)]|$))",
    _FLAGS,
)
_LED = (
    r"(?:by|of|votes?:?|abstimmung:?|voted|carried|passed|approved|adopted|agreed|resolved|lost|defeated|failed|rejected"
    r"|tied|stimmengleichheit|mit|par|por)"
)
_TO = (
    r"(?:votes?\s+|stimmen\s+|voix\s+|votos?\s+)?(?:(?:for|in\s+favour|dafür|pour)\s+)?"
    r"(?:to|zu|against|gegen|contre|contra|yn\s+erbyn|[-–:/])"
)
_PAIR_ENDS = (
    r"(?=\s*(?:[,;.:)]|$|(?:with|and|und|et|y|ac|on|in\s+favour|votes?|stimmen"
    r"|angenommen|abgelehnt|beschlossen|genehmigt|zugestimmt|adoptée?s?|approuvée?s?|rejetée?s?|aprobad[oa]s?|rechazad[oa]s?"
    r"|bei|mit|avec|con|by|the\s+chair|unanim\w*)\b|\())"
)
_PAIR = Pattern(
    rf"(?:(?<!\w)(?P<led>{_LED})\s*(?:unanimously\s*)?(?:by\s+|by\s+a\s+vote\s+of\s+|a\s+vote\s+of\s+|a\s+majority\s+of\s+)?"
    rf"[,:]?\s*\(?|(?:(?<=[.;,(–:])|^)\s*)(?P<first>\d{{1,4}}|{NUMBER})\s*{_TO}\s*(?P<second>\d{{1,4}}|{NUMBER})(?![\w%])"
    rf"(?:\s*[-–:/,]\s*(?P<third>\d{{1,3}})(?!\s*\w))?(?:\s+(?:votes|stimmen|voix|votos))?{_PAIR_ENDS}",
    _FLAGS,
)
_VOTES_TO = Pattern(
    rf"{_NOT_BEFORE}(?P<first>{COUNT})\s+votes?\s+(?:(?:for|in\s+favour)\s+)?to\s+(?P<second>{COUNT})\b", _FLAGS
)
_IN_FAVOUR = Pattern(r"(?<![\w£$€.,-])(?P<first>\d{1,4})\s*[-–:]\s*(?P<second>\d{1,4})\s+in\s+favou?r\b", _FLAGS)
_SIGNED = Pattern(
    r"\(?\s*\+\s*(?P<for>\d{1,4})\s*[,;/]\s*(?:[±=]?\s*(?P<abstained>\d{1,4})\s*[,;/]\s*)?[-−–]\s*(?P<against>\d{1,4})\s*\)?"
)
_ADDED = Pattern(r"\s*\((\d{1,3})\)")
_CLOSED = Pattern(r"\s*(?:[.;,)]|$)")
_OPENED = Pattern(r"\s*[(:]\s*")
_BALLOT = Pattern(r"votes?:?|abstimmung:?", _FLAGS)
_WEAK_SIDE = Pattern(_WEAK, _FLAGS)
_EACH_SIDE = {side: Pattern(words, _FLAGS) for side, words in _SIDES.items()}
_EDGE = Pattern(r"(?:^|[.;,:(/–—)\n])\s*$")


def vote_pieces(directory: Directory, text: str) -> list[Piece]:
    """Return what a decision's words say of votes, in order; what overlaps is read as the longest of it."""
    found = [*_signed(text), *_pairs(text), *_others(text), *_by_name(directory, text), *_by_number(directory, text)]
    found.sort(key=lambda piece: (piece.start, -piece.end))
    kept: list[Piece] = []
    for piece in found:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
        elif piece.names and not kept[-1].names and piece.end > kept[-1].end and piece.start <= kept[-1].start + 1:
            kept[-1] = piece
    return kept


def _side(words: str) -> Side:
    """Return the side that words name; the longest reading of them wins."""
    return max(_EACH_SIDE, key=lambda side: len(found[0]) if (found := _EACH_SIDE[side].match(words)) else -1)


def _number(words: str) -> int | None:
    folded = words.casefold().replace(",", "")
    if folded in _NUMBERS:
        return _NUMBERS[folded]
    return 0 if re.fullmatch(_NOBODY, folded) else read_number(folded)


def _signed(text: str) -> Iterator[Piece]:
    for match in _SIGNED.finditer(text):
        said = match.groupdict()
        counts = {side: int(said[side]) for side in _EACH_SIDE if said.get(side)}
        yield Piece(match.start("for") - 1, match.end(), "votes", counts=counts)


def _pairs(text: str) -> Iterator[Piece]:
    """Read `5-0-1`, `by 5 votes to 3`, `4 to 1`; two numbers alone only where they are all of a clause."""
    for pattern in (_PAIR, _VOTES_TO, _IN_FAVOUR):
        for match in pattern.finditer(text):
            counts = [_number(words) for words in match.groups()[-3 if pattern is _PAIR else -2 :] if words]
            named = match.groupdict()
            first, second = _number(named["first"]), _number(named["second"])
            if None in counts or first is None or second is None:
                continue
            third = _number(named["third"]) if named.get("third") else None
            yield Piece(
                match.start("led") if _BALLOT.fullmatch(named.get("led") or "") else match.start("first"),
                match.end(),
                "votes",
                counts=_three(first, second, third),
                weak=pattern is _PAIR and not named["led"],
                greater_first=True,
            )


def _three(votes_for: int, against: int, abstained: int | None) -> dict[Side, int]:
    counts: dict[Side, int] = {"for": votes_for, "against": against}
    return counts if abstained is None else {**counts, "abstained": abstained}


def _others(text: str) -> Iterator[Piece]:
    for match in _OTHERS.finditer(text):
        side = _side(match["side"] or match["label"])
        if side != "not voting":
            yield Piece(match.start(), match.end(), "votes", others=side)


def _by_name(directory: Directory, text: str) -> Iterator[Piece]:
    """Read `For: AL, BO`, `Pugh opposed`, `Ray asked that her vote against be recorded`."""
    for match in _NAMED.finditer(text):
        weak = bool(_WEAK_SIDE.fullmatch(match["side"]))
        labels = match["colon"] or match["count"] or match["side"].casefold() in ("against", "opposed")
        if weak and not (labels and _EDGE.search(text, 0, match.start())):
            continue
        names = names_after(directory, text, match.end(), said_as_names=match["colon"] in (":", "=", "–", "—"))
        if names:
            count = _number(match["count"] or match["bare"] or "")
            side = _side(match["side"])
            added = _ADDED.match(text, names[-1].end)
            if added is not None:
                count = int(added[1])
            elif weak and not match["colon"] and not match["count"] and not _CLOSED.match(text, names[-1].end):
                continue
            counts: dict[Side, int] = {} if count is None else {side: count}
            end = added.end() if added else names[-1].end
            yield Piece(match.start(), end, "votes", counts=counts, names={side: names})
    for match in _SAID_SIDE.finditer(text):
        if names := names_before(directory, text, match.start()):
            side = _side(match["side"])
            yield Piece(names[0].start, match.end(), "votes", names={side: names})
    for match in _ASKED.finditer(text):
        if names := names_before(directory, text, match.start()):
            asked = next(one for one in ("against", "abstained", "for") if match[one])
            side = _side("against" if asked == "against" else "abstained" if asked == "abstained" else "in favour")
            yield Piece(names[0].start, match.end(), "votes", names={side: names}, at_least=True)


def _by_number(directory: Directory, text: str) -> Iterator[Piece]:
    """Read `7 for`, `none against (nobody left)`, `Yes 5 No 2`."""
    at = 0
    number_first = False
    while at < len(text):
        labelled, counted = _LABELLED.search(text, at), _COUNTED.search(text, at)
        if labelled and not labelled["colon"] and (number_first or labelled["count"].isalpha()):
            # “7 for, 2 against, 1 abstained” is not “for 2, against 1”.
            labelled = _with_colon(text, labelled.end())
        match = min((one for one in (labelled, counted) if one), key=lambda one: one.start(), default=None)
        if match is None:
            return
        number_first = match is counted
        said = match.groupdict()
        words = said.get("side") or said.get("weak") or ""
        count = _number(match["count"])
        weak = bool(_WEAK_SIDE.fullmatch(words)) if match is counted else said["colon"] not in (":", "=")
        end = match.end()
        names = (
            names_after(directory, text, opened.end(), said_as_names=False)
            if (opened := _OPENED.match(text, end))
            else ()
        )
        if names:
            end = names[-1].end
        if count is not None:
            side = _side(words)
            yield Piece(
                match.start(), end, "votes", counts={side: count}, names={side: names} if names else {}, weak=weak
            )
        at = end


def _with_colon(text: str, at: int) -> re.Match[str] | None:
    """Return the next number whose label ends in a colon."""
    while match := _LABELLED.search(text, at):
        if match["colon"]:
            return match
        at = match.end()
    return None
