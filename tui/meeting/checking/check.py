"""The check: what is still open before the notes go out, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from tui.meeting.checking.abbreviations import abbreviation_findings
from tui.meeting.checking.entries import entry_findings
from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.checking.people import people_findings
from tui.meeting.checking.sections import number_findings, section_findings
from tui.meeting.checking.shorthand import shorthand_findings
from tui.meeting.checking.spelling import spelling_findings, words_asked
from tui.meeting.checking.style import style_findings
from tui.meeting.dates.doubts import weekday_doubts
from tui.meeting.model import Entry, Meeting
from tui.meeting.text.inline_markup import has_gap

_ORDER = {kind: place for place, kind in enumerate(FindingKind)}
_COUNTED = {
    FindingKind.DRAFT: ("line not stored", "lines not stored"),
    FindingKind.GAP: ("gap", "gaps"),
    FindingKind.QUESTION: ("question unanswered", "questions unanswered"),
    FindingKind.OWNER: ("action without owner", "actions without owner"),
    FindingKind.DUE: ("action without due", "actions without due"),
    FindingKind.DATE: ("date on another weekday", "dates on other weekdays"),
    FindingKind.ACTION: ("action to be set right", "actions to be set right"),
    FindingKind.SECTION: ("section not reached", "sections not reached"),
    FindingKind.NUMBER: ("number used twice or left out", "numbers used twice or left out"),
    FindingKind.PERSON: ("question of who was there", "questions of who was there"),
    FindingKind.VOTES: ("vote that does not add up", "votes that do not add up"),
    FindingKind.ABBREVIATION: ("abbreviation not explained", "abbreviations not explained"),
    FindingKind.SHORTHAND: ("word left as shorthand", "words left as shorthand"),
    FindingKind.STYLE: ("matter of house style", "matters of house style"),
    FindingKind.SPELLING: ("word to be spelt", "words to be spelt"),
}
_NONE_UNKNOWN: Mapping[str, str] = MappingProxyType({})


def check(
    meeting: Meeting, house: HouseStyle, *, draft: str = "", series: Sequence[Meeting] = ()
) -> tuple[Finding, ...]:
    """Find what is still open, by kind and in print order; what was waived is not open.

    `draft` is the line that was typed and not stored, `series` the other meetings whose numbers these run on from.
    """
    return tuple(finding for finding in examine(meeting, house, draft=draft, series=series) if finding.waiver is None)


def examine(
    meeting: Meeting,
    house: HouseStyle,
    *,
    draft: str = "",
    series: Sequence[Meeting] = (),
    unknown: Mapping[str, str] = _NONE_UNKNOWN,
) -> tuple[Finding, ...]:
    """Find everything, by kind and in print order; what was waived bears its waiver.

    `unknown` has the words that no dictionary knows, of those that `dictionary_words` gives, with what may be meant.
    """
    waivers = {waiver.finding: waiver for waiver in meeting.waivers}
    found = sorted(_everything(meeting, house, draft, series), key=lambda finding: _ORDER[finding.kind])
    found += spelling_findings(meeting, _prose(meeting), unknown)
    return tuple(replace(one, waiver=waivers[one.name]) if one.name in waivers else one for one in found)


def dictionary_words(meeting: Meeting) -> frozenset[str]:
    """Return the words of a meeting that a dictionary is asked about."""
    return words_asked(meeting, _prose(meeting))


def gaps_in(meeting: Meeting, *, draft: str = "") -> tuple[Finding, ...]:
    """Find what was missed or is not stored yet: what nobody would let out knowing of it."""
    kinds = (FindingKind.GAP, FindingKind.DRAFT)
    return tuple(one for one in check(meeting, HouseStyle(), draft=draft) if one.kind in kinds)


def summary(findings: Iterable[Finding]) -> str:
    """Say how many findings of each kind are open, and how many were waived: `2 gaps, 1 question unanswered`."""
    all_of_them = tuple(findings)
    kinds = [finding.kind for finding in all_of_them if finding.waiver is None]
    counts = [
        f"{kinds.count(kind)} {words[kinds.count(kind) > 1]}" for kind, words in _COUNTED.items() if kind in kinds
    ]
    waived = len(all_of_them) - len(kinds)
    said = ", ".join(counts) if counts else "nothing is open"
    return f"{said}; {waived} waived" if waived else said


def _everything(meeting: Meeting, house: HouseStyle, draft: str, series: Sequence[Meeting]) -> Iterator[Finding]:
    sections = _by_section(meeting)
    entries = [entry for there in sections for entry in there]
    if draft.strip():
        yield Finding(
            name=finding_name(FindingKind.DRAFT, 0, draft),
            kind=FindingKind.DRAFT,
            message="this line was typed and not stored: store it or clear it",
            text=draft.strip(),
        )
    yield from _header_gaps(meeting)
    yield from _header_dates(meeting)
    yield from section_findings(meeting)
    yield from number_findings(meeting, series)
    yield from entry_findings(meeting, sections)
    yield from people_findings(meeting, [entry for entry in entries if not _is_brought(entry)])
    prose = _prose(meeting)
    yield from abbreviation_findings(meeting, prose, house)
    yield from shorthand_findings(meeting, prose)
    yield from style_findings(meeting, prose, house)


def _prose(meeting: Meeting) -> list[Entry]:
    """Return the entries, in print order, whose words were typed at this meeting and are for everybody."""
    hidden = _restricted_sections(meeting)
    entries = (entry for there in _by_section(meeting) for entry in there)
    return [entry for entry in entries if _is_ours(entry) and entry.section not in hidden]


def _header_gaps(meeting: Meeting) -> Iterator[Finding]:
    for key, words in (("title", meeting.title), *meeting.header):
        if has_gap(words):
            message = f"something was missed in the {'title' if key == 'title' else f'line “{key}:”'}: fill it in"
            yield Finding(
                name=finding_name(FindingKind.GAP, 0, key, words), kind=FindingKind.GAP, message=message, text=words
            )


def _header_dates(meeting: Meeting) -> Iterator[Finding]:
    for key, words in meeting.header:
        for doubt in weekday_doubts(words, meeting.date):
            message = f"the line “{key}:”: {doubt.words}; correct it"
            yield Finding(
                name=finding_name(FindingKind.DATE, 0, key, doubt.words),
                kind=FindingKind.DATE,
                message=message,
                text=words,
            )


def _by_section(meeting: Meeting) -> list[tuple[Entry, ...]]:
    """Return the entries of each section, in print order."""
    there: dict[int, list[Entry]] = {section.id: [] for section in meeting.sections}
    for entry in meeting.entries:
        if entry.section in there:
            there[entry.section].append(entry)
    return [tuple(entries) for entries in there.values()]


def _is_brought(entry: Entry) -> bool:
    """Whether an entry is an action brought forward, whose words are an earlier meeting's."""
    return entry.action is not None and entry.action.origin is not None


def _is_ours(entry: Entry) -> bool:
    """Whether an entry's words were typed at this meeting and are for everybody; arrivals are worded by the program."""
    return not (entry.restricted or entry.person is not None or entry.happening or _is_brought(entry))


def _restricted_sections(meeting: Meeting) -> frozenset[int]:
    hidden: set[int] = set()
    within: int | None = None
    for section in meeting.sections:
        if within is not None and section.level <= within:
            within = None
        if section.restricted and within is None:
            within = section.level
        if within is not None:
            hidden.add(section.id)
    return frozenset(hidden)
