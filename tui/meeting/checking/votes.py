"""Decisions whose numbers do not add up, or that somebody moved who was not there to do it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.checking.people import person_of_label
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.model import Decision, Entry, Group, Meeting, Presence
from tui.meeting.outline.outline import path_of
from tui.meeting.people.at_moment import MomentFacts, facts_at
from tui.meeting.people.interests import interests_of
from tui.meeting.text.inline_markup import plain
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER, read_number

_NOT_VOTING = Pattern(
    rf"(?<!\w)(\d{{1,3}}|{NUMBER})\s+(?:(?:members?|councillors?|others?)\s+)?"
    r"(?:(?:did|do|does)\s+not\s+vote|didn[’']t\s+vote|not\s+voting|declined\s+to\s+vote)\b"
)
_CASTING = Pattern(r"\bcasting\s+vote\b|\bsecond\s+(?:or\s+casting\s+)?vote\b")


def vote_findings(meeting: Meeting, entry: Entry) -> Iterator[Finding]:
    """Find what is wrong with a decision by the facts of its moment; what was not said of a vote counts nothing."""
    decision = entry.decision
    if decision is None or entry.restricted or not any(one.group is Group.MEMBER for one in meeting.people):
        return
    moment = facts_at(meeting, entry.id)
    resolved = resolved_votes(meeting, entry)
    yield from _sums(meeting, entry, resolved, moment)
    yield from _names(entry, decision)
    yield from _voters(meeting, entry, decision, moment)
    yield from _casting(entry, decision)
    yield from () if decision.straw else _quorum(meeting, entry, moment)
    yield from _movers(meeting, entry, decision, moment)


def _sums(meeting: Meeting, entry: Entry, decision: Decision, moment: MomentFacts) -> Iterator[Finding]:
    """Find votes that differ from the members who might vote, and those that are fewer than a quorum."""
    counts = [n for n in (decision.votes_for, decision.votes_against, decision.abstained) if n is not None]
    if not counts or decision.straw or not _lists_everybody(meeting):
        return
    votes, there = sum(counts), len(moment.entitled)
    not_voting = _said_not_voting(entry.text)
    # The chair votes twice where a casting vote is needed.
    over = votes + not_voting - there - (1 if decision.casting or _CASTING.search(entry.text) else 0)
    short = there - votes - not_voting if decision.votes_for is not None else 0
    needed = moment.quorum or 0 if moment.quorate else 0  # Too few in the room is found by itself.
    few = decision.votes_for is not None and votes + not_voting < needed
    if over <= 0 and short <= 0 and not few:
        return
    words = f"{_counted(votes, 'vote', 'is', 'are')} counted"
    if few:
        words += f", fewer than the quorum of {moment.quorum}"
    words += f", and {_counted(there, 'member', 'was', 'were')} present and entitled to vote"
    if moment.out:
        words += f" ({len(moment.out)} had withdrawn)"
    if short > 0:
        words += f": what of the other {short}?" if short > 1 else ": what of the other one?"
    yield _of(entry, words, "sums", str(votes), str(there))


def _sides(decision: Decision) -> Iterator[tuple[str, tuple[str, ...], int | None]]:
    yield "for", decision.for_names, decision.votes_for
    yield "against", decision.against_names, decision.votes_against
    yield "abstained", decision.abstained_names, decision.abstained


def _names(entry: Entry, decision: Decision) -> Iterator[Finding]:
    """Find names that are not as many as the votes; where one side alone is named, it may be a part of it."""
    whole = decision.recorded or sum(bool(names) for _, names, _ in _sides(decision)) > 1
    for side, names, count in _sides(decision):
        if count is None or not names or side == decision.others:
            continue
        if len(names) > count or (whole and len(names) < count):
            words = f"{count} {side}, and {len(names)} {'name is' if len(names) == 1 else 'names are'} given"
            yield _of(entry, words, "names", side, str(count), str(len(names)))


def _voters(meeting: Meeting, entry: Entry, decision: Decision, moment: MomentFacts) -> Iterator[Finding]:
    """Find somebody put down on two sides, and somebody who was not there to vote or may not."""
    seen: dict[int, str] = {}
    for side, names, _ in _sides(decision):
        for label in names:
            person = person_of_label(meeting, label)
            if person is None or person.presence is not Presence.PRESENT:
                continue  # Who is not marked, or marked otherwise, is found among the people.
            said = seen.setdefault(person.id, side)
            why = (
                f"stands under “{said}” too"
                if said != side
                else "had withdrawn for this item"
                if person.id in moment.out
                else "was not in the room then"
                if person.group is Group.MEMBER and person.id not in moment.present
                else "has no vote"
                if person.id not in moment.entitled
                else ""
            )
            if why:
                yield _of(entry, f"{plain(person.name)} is put down under “{side}”, and {why}", side, person.name, why)


def _casting(entry: Entry, decision: Decision) -> Iterator[Finding]:
    """Find a casting vote where the votes were not equal, with it or without it."""
    votes_for, against = decision.votes_for, decision.votes_against
    if decision.casting and votes_for is not None and against is not None and abs(votes_for - against) > 1:
        words = f"a casting vote is told, and the votes were not equal: {votes_for} for, {against} against"
        yield _of(entry, words, "casting", str(votes_for), str(against))


def _said_not_voting(text: str) -> int:
    return sum(read_number(found[1].casefold()) or 0 for found in _NOT_VOTING.finditer(text))


_NO_COUNTS = frozenset({"Date", "Time", "Next", "Start", "End", "Venue", "Quorum", "Repeats"})
"""The header lines whose numbers count nobody who is there."""


def _lists_everybody(meeting: Meeting) -> bool:
    """Whether those who were there are listed by name, and not only counted in a line of the header."""
    if not any(person.presence is Presence.PRESENT for person in meeting.people):
        return False
    counted = (words.split()[0] for key, words in meeting.header if key not in _NO_COUNTS and words.strip())
    return not any(first.isdecimal() and len(first) < 5 for first in counted)


def _quorum(meeting: Meeting, entry: Entry, moment: MomentFacts) -> Iterator[Finding]:
    """Find a decision for which too few were in the room, of a meeting that had a quorum otherwise."""
    there = [p for p in meeting.people if p.group is Group.MEMBER and p.presence is Presence.PRESENT]
    if moment.quorate is False and len(there) >= (moment.quorum or 0):
        present = _counted(len(moment.present), "member", "was", "were")
        words = f"{present} present when this was decided, and the quorum is {moment.quorum}"
        yield _of(entry, words, "quorum", str(len(moment.present)), str(moment.quorum))


def _movers(meeting: Meeting, entry: Entry, decision: Decision, moment: MomentFacts) -> Iterator[Finding]:
    section = next((one for one in meeting.sections if one.id == entry.section), None)
    above = {one.id for one in path_of(meeting, section)} if section else set()
    interested = {one.person.id for one in interests_of(meeting) if one.entry.section in above}
    for label, does in ((decision.mover, "proposes"), (decision.seconder, "seconds")):
        person = person_of_label(meeting, label) if label else None
        if person is None or person.presence is not Presence.PRESENT:
            continue  # Who is not marked, or marked otherwise, is found among the people.
        if person.group is not Group.MEMBER:
            why = "is no member"
        elif person.id in moment.out:
            why = "had withdrawn for this item"
        elif person.id not in moment.present:
            why = "was not in the room then"
        elif person.id not in moment.entitled:
            why = "has no vote"
        elif person.id in interested:
            why = "declared an interest in this item"
        else:
            continue
        yield _of(entry, f"{plain(person.name)} {does} this, and {why}", does, person.name, why)


def _counted(number: int, noun: str, one: str, many: str) -> str:
    return f"{number} {noun} {one}" if number == 1 else f"{number} {noun}s {many}"


def _of(entry: Entry, message: str, *about: str) -> Finding:
    return Finding(
        name=finding_name(FindingKind.VOTES, entry.id, *about),
        kind=FindingKind.VOTES,
        message=message,
        text=entry.text,
        section=entry.section,
        entry=entry.id,
    )
