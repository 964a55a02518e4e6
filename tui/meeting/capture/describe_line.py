"""What Enter will do with the line as it stands, in one line of plain words."""

from __future__ import annotations

from tui.errors import Refused
from tui.meeting.actions.actions import find_action, spoken_of
from tui.meeting.capture.capture import fault_in, step_out
from tui.meeting.capture.command_words import said_of_command
from tui.meeting.capture.line_reader import Correction, ParsedText, SlashCommand, StepOut, part_line, read_line
from tui.meeting.capture.rewording import count_places, holder_of
from tui.meeting.completion.draft_resolution import drafted_line
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Decision, Due, Entry, Kind, Meeting
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.people.attendance import not_here

LONGEST = 4_000
"""Characters up to which a line is read while it is being typed; a longer one is read when it is entered."""


def kind_of_line(meeting: Meeting, line: str, kind: Kind | None = None) -> Kind:
    """Return the kind that the line would take, for the label beside it."""
    return part_line(line[:LONGEST]).kind or kind or meeting.current_kind


def describe_line(meeting: Meeting, line: str, kind: Kind | None = None) -> str:
    """Say what entering the line would do: `Action · DCC · due 25 April 2017`.

    `kind` is the kind set for this line alone. Raises Refused, with the reason, for a line that can't apply.
    """
    if len(line) > LONGEST:
        return f"{len(line):,} characters in one entry"
    said = _describe_reading(meeting, line, kind)
    fault = fault_in(meeting, line)
    return f"{said} · {fault}" if fault else said


def _describe_reading(meeting: Meeting, line: str, kind: Kind | None) -> str:
    match read_line(meeting, line, kind):
        case ParsedText() as words:
            return _describe_words(meeting, words)
        case SlashCommand() as command:
            return _describe_command(command)
        case Correction(everywhere=True) as correction:
            return _describe_everywhere(meeting, correction)
        case Correction() as correction:
            return f"Change “{correction.old}” to “{correction.new}” in {_holder(meeting, correction.old)}"
        case StepOut() if drafted_line(meeting):
            return "Tab takes the draft resolution of this item"
        case StepOut():
            after = step_out(meeting).current_kind
            return "" if after is meeting.current_kind else f"Enter: on to {after.with_article}"


def _describe_everywhere(meeting: Meeting, correction: Correction) -> str:
    count = count_places(meeting, correction.old)
    if not count:
        raise Refused(f"nothing in this meeting holds “{correction.old}”")
    places = "1 place" if count == 1 else f"{count} places"
    return f"Change “{correction.old}” to “{correction.new}” in the whole meeting: {places}"


def _holder(meeting: Meeting, old: str) -> str:
    entry = holder_of(meeting, old)
    return f"the {name_of_kind(entry)}: {entry.text}"


def _describe_command(command: SlashCommand) -> str:
    return said_of_command(command.name) or "/ begins a command; put \\ before it for words"


def _describe_words(meeting: Meeting, words: ParsedText) -> str:
    parts = [words.kind.value.capitalize()]
    if words.kind is Kind.UPDATE:
        about = find_action(meeting, words.about) if words.about else spoken_of(meeting)
        assert about.action is not None, "updates are on actions"
        parts[0] += f" on {about.action.ref}"
    if words.replaces:
        for ref in words.replaces:
            find_action(meeting, ref)
        parts[0] += f" in place of {' and '.join(words.replaces)}"
    if words.restricted:
        parts.append("restricted")
    if words.speakers:
        parts.append(", ".join(words.speakers))
    if words.kind is Kind.ACTION:
        parts.append(_describe_owners(meeting, words.owners))
        parts.append(describe_due(words.due))
    if words.decision is not None:
        parts.extend(_describe_decision(words.decision))
    return " · ".join(parts)


def _describe_owners(meeting: Meeting, owners: tuple[str, ...]) -> str:
    away = not_here(meeting, owners)
    return ", ".join(f"{owner} (not here)" if owner in away else owner for owner in owners) or "no owner"


def describe_due(due: Due | None) -> str:
    """Say when an action is due: `due 25 April 2017`, `due following PMG`, `no due date`."""
    if due is None:
        return "no due date"
    return f"due {said_date(due.date)}" if due.date else f"due {due.words}"


def _describe_decision(decision: Decision) -> list[str]:
    parts = []
    if decision.mover:
        parts.append(f"proposed by {decision.mover}")
    if decision.seconder:
        parts.append(f"seconded by {decision.seconder}")
    votes = [
        f"{number} {word}"
        for number, word in (
            (decision.votes_for, "for"),
            (decision.votes_against, "against"),
            (decision.abstained, "abstained"),
        )
        if number is not None
    ]
    if votes:
        parts.append(", ".join(votes))
    for names, word in (
        (decision.for_names, "for"),
        (decision.against_names, "against"),
        (decision.abstained_names, "abstained"),
        (decision.not_voting_names, "not voting"),
        (("others",) if decision.others else (), decision.others),
    ):
        if names:
            parts.append(f"{word}: {', '.join(names)}")
    outcome = "straw poll" if decision.straw else decision.outcome.value or "no outcome"
    parts.append(f"{outcome}, {decision.unanimity}" if decision.unanimity else outcome)
    return parts


def describe_stored(meeting: Meeting, entry: Entry) -> tuple[str, ...]:
    """Say what an entry was understood as, part by part: `action A2`, `DCC`, `due 25 April 2017`."""
    parts = [name_of_kind(entry)]
    if entry.about is not None and (about := meeting.entry(entry.about).action) is not None:
        parts[0] += f" on {about.ref}"
    if entry.restricted:
        parts.append("restricted")
    if entry.speakers:
        parts.append(", ".join(entry.speakers))
    if entry.action is not None:
        parts += [_describe_owners(meeting, entry.action.owners), describe_due(entry.action.due)]
    if entry.decision is not None:
        parts += _describe_decision(entry.decision)
    return tuple(parts)
