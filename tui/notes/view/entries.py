"""The entries of a section's view: what they print among, who is named before them, what stands after them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from tui.meeting.decisions.full_names import full_name, with_full_names
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.hours.zone import wall_clock
from tui.meeting.model import Action, Entry, Kind, Meeting, Status
from tui.meeting.people.directory import directory_of
from tui.meeting.redaction.stubs import WITHHELD_ITEM
from tui.notes.view.action_history import history_views, replaced_views
from tui.notes.view.dates import clock, short_date
from tui.notes.view.decision_parts import (
    LEAD_INS,
    as_sentence,
    ended,
    parted_resolution,
    roll_of,
    says_outcome,
    without_names,
)
from tui.notes.view.speaker_intros import LeadIn, lead_in, listed
from tui.notes.view.table_rows import table_view
from tui.notes.view.values import ActionView, DecisionView, EntryView, RollView, TableView
from tui.notes.view.words import NOTHING, ViewText

_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_LABELS = {kind: re.compile(kind.row.labelled, re.IGNORECASE) for kind in Kind if kind.row.labelled}


class SectionName(NamedTuple):
    """What a section is known by."""

    number: ViewText
    whole: ViewText
    """The number, without what closes it, and the heading."""


class _Place(NamedTuple):
    """Where an entry stands among the others of its section."""

    under: str
    run: str
    starts_run: bool
    run_length: int


def entry_views(
    meeting: Meeting, entries: list[Entry], section: SectionName, replaced: Mapping[str, list[str]]
) -> tuple[EntryView, ...]:
    """Make the view of a section's entries, in print order; `replaced` is as `replacements` gives it."""
    places = _places(entries)
    questions = {entry.id: at for at, entry in enumerate(e for e in entries if e.kind is Kind.QUESTION)}
    found: list[EntryView] = []
    topic = ""
    for entry, place in zip(entries, places, strict=True):
        text = _text(meeting, entry)
        lead = LeadIn() if _withheld(entry) else lead_in(meeting, entry, str(text))
        new_topic = entry.action.origin.topic if entry.action and entry.action.origin else topic
        found.append(
            EntryView(
                kind=entry.kind.value,
                anchor=anchor_of(entry),
                text=text,
                withheld=_withheld(entry),
                restricted=entry.restricted,
                captured=clock(wall_clock(meeting, entry.captured)),
                speakers=tuple(ViewText.of(speaker) for speaker in entry.speakers),
                said_by=lead.said_by,
                labels=lead.labels,
                labelled=entry.kind in _LABELS and bool(_LABELS[entry.kind].match(entry.text)),
                inner=entry.inner and bool(found) and found[-1].kind == Kind.POINT.value,
                letter=_letter(questions[entry.id]) if entry.id in questions and len(questions) > 1 else "",
                runs_on=bool(found) and _runs_on(found[-1], entry),
                topic=ViewText.of(new_topic) if new_topic != topic else NOTHING,
                action=_action(entry, entry.action, text, section, replaced) if entry.action else None,
                decision=_decision(meeting, entry, text) if entry.decision else None,
                table=_table(entry),
                **place._asdict(),
            )
        )
        topic = new_topic
    return tuple(found)


def anchor_of(entry: Entry) -> str:
    """Return what a link to an entry names: its own for ever, since neither refs nor ids are given twice."""
    if entry.action is not None:
        return f"action-{entry.action.ref}"
    return f"{'decision' if entry.kind is Kind.DECISION else 'entry'}-{entry.id}"


def _table(entry: Entry) -> TableView | None:
    if entry.kind is not Kind.TABLE or _withheld(entry):
        return None
    return table_view(entry.text, restricted=entry.restricted)


def _withheld(entry: Entry) -> bool:
    return entry.restricted and not entry.text


def _text(meeting: Meeting, entry: Entry) -> ViewText:
    if _withheld(entry):
        return ViewText.literally(WITHHELD_ITEM)
    words = with_full_names(directory_of(meeting), entry.text) if entry.decision else entry.text
    return ViewText.of(words, restricted=entry.restricted)


def _runs_on(before: EntryView, entry: Entry) -> bool:
    """Return whether a response may go on in the paragraph before it: where that one's last sentence has ended."""
    return (
        entry.kind is Kind.RESPONSE
        and before.kind in (Kind.QUESTION, Kind.RESPONSE)
        and not before.withheld
        and not _withheld(entry)
        and bool(_ENDED.search(before.text))
    )


def _letter(at: int) -> str:
    """Letter the questions `a` to `z`, then `aa`, `ab` and so on."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _places(entries: list[Entry]) -> list[_Place]:
    unders: list[str] = []
    runs: list[str] = []
    hanger: Kind | None = None
    for entry in entries:
        unders.append(hanger.value if hanger and entry.kind is Kind.POINT else "")
        runs.append(_run(entry, hanger, runs[-1] if runs else "text"))
        if entry.kind.row.points == "hang on it":
            hanger = entry.kind
        elif entry.kind.row.points == "hang on nothing":
            hanger = None
    found: list[_Place] = []
    for run, group in groupby(zip(unders, runs, strict=True), key=lambda pair: pair[1]):
        members = list(group)
        found.extend(_Place(under, run, at == 0, len(members)) for at, (under, _) in enumerate(members))
    return found


def _run(entry: Entry, hanger: Kind | None, before: str) -> str:
    """Return what an entry prints among; an action brought forward is only text where its updates are."""
    match entry.kind.row.run:
        case "as before":
            return before
        case "as above":
            above = hanger.row.run if hanger else "text"
            return "answer" if above == "question" else above
        case "action":
            return "action" if entry.action and not entry.action.ref.startswith("B") else "text"
        case run:
            return run


def _decision(meeting: Meeting, entry: Entry, text: ViewText) -> DecisionView:
    decision = resolved_votes(meeting, entry)
    directory = directory_of(meeting)
    resolution, record = parted_resolution(directory, text)
    roll = roll_of(decision) if record or decision.others else ()
    says_itself = says_outcome(directory, str(resolution), decision.outcome)
    return DecisionView(
        resolution=ended(resolution) if record else resolution,
        record=as_sentence(without_names(directory, record) if roll else record),
        lead="" if says_itself else LEAD_INS.get(decision.outcome, ""),
        mover=ViewText.of(full_name(directory, decision.mover)),
        seconder=ViewText.of(full_name(directory, decision.seconder)),
        votes_for=decision.votes_for,
        votes_against=decision.votes_against,
        abstained=decision.abstained,
        outcome=decision.outcome.value,
        unanimity=decision.unanimity,
        roll=tuple(
            RollView(
                label=side.capitalize() if count is None else f"{side.capitalize()} ({count})",
                names=listed(
                    [ViewText.of(full_name(directory, name)) for name in names] or [ViewText.literally("none")]
                ),
            )
            for side, names, count in roll
        ),
    )


def replacements(meeting: Meeting) -> dict[str, list[str]]:
    """Return the refs of the actions that each action replaces, by its ref."""
    found: dict[str, list[str]] = {}
    for entry in meeting.entries:
        if entry.action and entry.action.replaced_by:
            found.setdefault(entry.action.replaced_by, []).append(entry.action.ref)
    return found


def _action(
    entry: Entry, action: Action, text: ViewText, section: SectionName, replaced: Mapping[str, list[str]]
) -> ActionView:
    owners = tuple(ViewText.of(owner) for owner in action.owners)
    due = ViewText.of(action.due.words) if action.due else NOTHING
    return ActionView(
        ref=action.ref,
        anchor=anchor_of(entry),
        text=text,
        owners=listed(owners),
        each_owner=owners,
        due=due,
        due_date=short_date(action.due.date) if action.due and action.due.date else "",
        due_in_text=bool(action.due and action.due.in_text),
        status=action.status.value,
        replaced_by=action.replaced_by,
        after=NOTHING if _withheld(entry) else _after(action, due, replaced.get(action.ref, [])),
        brought_forward=action.origin is not None or action.ref.startswith("B"),
        topic=ViewText.of(action.origin.topic) if action.origin else NOTHING,
        origin=ViewText.of(action.origin.meeting.title) if action.origin else NOTHING,
        origin_date=short_date(action.origin.meeting.date) if action.origin else "",
        number=section.number,
        arose=_arose(action) if action.origin else section.whole,
        history=history_views(action),
        replaces=replaced_views(action),
        withheld=_withheld(entry),
    )


def _arose(action: Action) -> ViewText:
    if action.origin is None:
        return NOTHING
    topic = ViewText.of(action.origin.topic.strip().rstrip(":"))
    return ViewText.joined(short_date(action.origin.meeting.date), ", " if topic else "", topic)


def _after(action: Action, due: ViewText, replaced: list[str]) -> ViewText:
    """Say what stands after the words of an action: when it is due, how it stands, what it took the place of."""
    pieces: list[str] = []
    if due and action.due and not action.due.in_text:
        pieces += [" (" if due.casefold().startswith("due ") else " (due ", due, ")"]
    if action.status is Status.REPLACED:
        pieces.append(f" (replaced by {action.replaced_by})" if action.replaced_by else " (replaced)")
    elif action.status is not Status.OPEN:
        pieces.append(f" ({action.status.value})")
    if replaced:
        # The reference is printed only here, where another action points to it.
        pieces.append(f" ({action.ref}, replaces {' and '.join(replaced)})")
    return ViewText.joined(*pieces)
