"""The entries of a section's view: what they print among, who is named before them, what stands after them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Any, NamedTuple

from msgspec.structs import replace

from tui.meeting.decisions.citations import own_number
from tui.meeting.decisions.full_names import full_name, with_full_names
from tui.meeting.decisions.motions import MotionPart, parts_in, replaced_motion
from tui.meeting.decisions.others import resolved_votes
from tui.meeting.decisions.outcomes import is_about_a_motion
from tui.meeting.decisions.pieces import Side
from tui.meeting.history.since import SETTLED, settled_since
from tui.meeting.hours.zone import wall_clock
from tui.meeting.languages.writing.written import listed
from tui.meeting.model import Action, Decision, DecisionOutcome, Entry, Kind, Meeting, Status
from tui.meeting.people.directory import ALL, Directory, directory_of
from tui.meeting.text.inline_markup import masked
from tui.notes.view.action_history import history_views, replaced_views
from tui.notes.view.decision_parts import (
    LEAD_INS,
    as_sentence,
    ended,
    parted_resolution,
    roll_of,
    says_outcome,
    without_names,
)
from tui.notes.view.due_words import date_beside_text, due_on_page
from tui.notes.view.speaker_intros import LeadIn, lead_in
from tui.notes.view.table_rows import table_view
from tui.notes.view.values import ActionView, DecisionView, EntryView, RollView, TableView
from tui.notes.view.wording import Wording, wording_of
from tui.notes.view.words import NOTHING, ViewText

_ORDINAL = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\Z")


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
    wording = wording_of(meeting)
    places, parts = _places(entries), parts_in(entries)
    questions = {entry.id: at for at, entry in enumerate(e for e in entries if e.kind is Kind.QUESTION)}
    found: list[EntryView] = []
    topic = ""
    for entry, place in zip(entries, places, strict=True):
        text = _text(meeting, entry)
        lead = LeadIn() if _withheld(entry) else lead_in(meeting, entry, str(text))
        ordinal, body = _numbered(entry, text)
        inner = entry.inner and bool(found) and found[-1].kind == Kind.POINT.value
        new_topic = entry.action.origin.topic if entry.action and entry.action.origin else topic
        found.append(
            EntryView(
                text=text,
                ordinal=ordinal,
                body=body,
                indent=_indent(found, inner=inner),
                said_by=lead.said_by,
                intro=_intro(wording, entry, lead),
                labels=lead.labels,
                inner=inner,
                letter=_letter(questions[entry.id]) if entry.id in questions and len(questions) > 1 else "",
                runs_on=bool(found) and _runs_on(found[-1], entry),
                topic=wording.text(new_topic) if new_topic != topic else NOTHING,
                action=_action(wording, entry, text, section, replaced) if entry.action else None,
                decision=_in_motion(wording, entries, parts, entry, _decision(meeting, entry, text))
                if entry.decision
                else None,
                **_own_fields(meeting, wording, entry),
                **place._asdict(),
            )
        )
        topic = new_topic
    return tuple(found)


def _own_fields(meeting: Meeting, wording: Wording, entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry's view that hang on nothing beside it."""
    return {
        "kind": entry.kind.value,
        "anchor": anchor_of(entry),
        "withheld": _withheld(entry),
        "restricted": entry.restricted,
        "captured": wording.clock(wall_clock(meeting, entry.captured)),
        "speakers": tuple(wording.text(speaker) for speaker in entry.speakers),
        "labelled": _is_labelled(wording, entry),
        "table": _table(entry),
    }


def anchor_of(entry: Entry) -> str:
    """Return what a link to an entry names: its own for ever, since neither refs nor ids are given twice."""
    if entry.action is not None:
        return f"action-{entry.action.ref}"
    return f"{'decision' if entry.kind is Kind.DECISION else 'entry'}-{entry.id}"


def _numbered(entry: Entry, text: ViewText) -> tuple[int | None, ViewText]:
    """Part a point that begins with a number into that and its words."""
    found = _ORDINAL.match(text) if entry.kind is Kind.POINT else None
    return (int(found[1]), text.parted(found.end())[1]) if found else (None, text)


def _indent(before: list[EntryView], *, inner: bool) -> int:
    """Return how far in a point stands, below the words of the point that it is within."""
    outer = next((one for one in reversed(before) if not one.inner), None) if inner else None
    return 0 if outer is None else 2 if outer.ordinal is None else len(str(outer.ordinal)) + 2


def _table(entry: Entry) -> TableView | None:
    if entry.kind is not Kind.TABLE or _withheld(entry):
        return None
    return table_view(entry.text, restricted=entry.restricted)


def _withheld(entry: Entry) -> bool:
    return entry.restricted and not entry.text


def _text(meeting: Meeting, entry: Entry) -> ViewText:
    if _withheld(entry):
        return wording_of(meeting).entry_stub()
    wording = wording_of(meeting)
    text = with_full_names(directory_of(meeting), entry.text, wording.words) if entry.decision else entry.text
    return wording.text(text, restricted=entry.restricted)


def _intro(wording: Wording, entry: Entry, lead: LeadIn) -> ViewText:
    """Say who asked, responded or noted it; nothing where the text names them itself."""
    if not lead.said_by:
        return NOTHING
    words = wording.words
    verbs = {
        Kind.QUESTION: (words.one_asked, words.several_asked),
        Kind.RESPONSE: (words.one_responded, words.several_responded),
    }
    one, several = verbs.get(entry.kind, (words.one_noted, words.several_noted))
    return wording.say(several if lead.several else one, who=lead.said_by)


def _is_labelled(wording: Wording, entry: Entry) -> bool:
    """Whether a text says itself what it is, in the language or in English."""
    if entry.kind is Kind.DECISION and own_number(entry.text):
        return True
    says = {Kind.ACTION: wording.words.says_action, Kind.DECISION: wording.words.says_decision}.get(entry.kind, "")
    return any(re.match(rf"\s*(?:{one})", entry.text, re.IGNORECASE) for one in (says, entry.kind.row.labelled) if one)


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
    decision, wording = resolved_votes(meeting, entry), wording_of(meeting)
    directory = directory_of(meeting)
    resolution, record = parted_resolution(directory, text)
    roll = roll_of(decision) if record or decision.others else ()
    says_itself = says_outcome(directory, str(resolution), decision.outcome)
    return DecisionView(
        resolution=ended(resolution) if record else resolution,
        record=as_sentence(without_names(directory, record) if roll else record),
        lead="" if says_itself or not decision.outcome else LEAD_INS[decision.outcome](wording.words),
        mover=wording.text(full_name(directory, decision.mover)),
        seconder=wording.text(full_name(directory, decision.seconder)),
        votes_for=decision.votes_for,
        votes_against=decision.votes_against,
        abstained=decision.abstained,
        outcome=decision.outcome.value,
        decided=_is_decided(decision, entry),
        unanimity=decision.unanimity,
        roll=tuple(_side(wording, directory, *side) for side in roll),
    )


def _is_decided(decision: Decision, entry: Entry) -> bool:
    """Whether something was decided; where no outcome is said, words that only put a motion decide nothing."""
    unsaid = decision.outcome is DecisionOutcome.UNSAID and not decision.straw
    return decision.outcome is DecisionOutcome.CARRIED or (unsaid and not is_about_a_motion(masked(entry.text)))


def _in_motion(
    wording: Wording, entries: list[Entry], parts: dict[int, MotionPart], entry: Entry, view: DecisionView
) -> DecisionView:
    """Say what part a decision has in the way of a motion, and which motion it stands in the place of."""
    if entry.id not in parts:
        return view
    motion = replaced_motion(entries, parts, entry.id)
    replaces = wording.text(motion.text, restricted=motion.restricted) if motion else NOTHING
    role = parts[entry.id].role
    return replace(view, part=role, replaces=replaces, decided=view.decided and role == "substantive")


def _side(wording: Wording, directory: Directory, side: Side, names: tuple[str, ...], count: int | None) -> RollView:
    """Make the view of one side of a vote by name."""
    words = wording.words
    label = {"for": words.votes_for, "against": words.votes_against, "abstained": words.votes_abstained}[side]
    people = [wording.text(full_name(directory, name)) for name in names]
    return RollView(
        label=label if count is None else f"{label} ({count})",
        names=wording.listed(people or [ViewText.literally(words.nobody)]),
    )


def replacements(meeting: Meeting) -> dict[str, list[str]]:
    """Return the refs of the actions that each action replaces, by its ref."""
    found: dict[str, list[str]] = {}
    for entry in meeting.entries:
        if entry.action and entry.action.replaced_by:
            found.setdefault(entry.action.replaced_by, []).append(entry.action.ref)
    return found


def _action(
    wording: Wording, entry: Entry, text: ViewText, section: SectionName, replaced: Mapping[str, list[str]]
) -> ActionView:
    action = entry.action or Action(ref="")
    everybody = ViewText.literally(wording.words.everybody)
    owners = tuple(everybody if owner == ALL else wording.text(owner) for owner in action.owners)
    due = wording.text(action.due.words) if action.due else NOTHING
    return ActionView(
        ref=action.ref,
        anchor=anchor_of(entry),
        text=text,
        owners=wording.listed(owners),
        each_owner=owners,
        due=due,
        due_in_full=wording.text(due_on_page(wording, action.due)) if action.due else NOTHING,
        due_date=wording.short_date(action.due.date) if action.due and action.due.date else "",
        due_in_text=bool(action.due and action.due.in_text),
        status=action.status.value,
        status_words=_status_words(wording, action),
        replaced_by=action.replaced_by,
        after=NOTHING if _withheld(entry) else _after(wording, action, due, replaced.get(action.ref, [])),
        brought_forward=action.origin is not None or action.ref.startswith("B"),
        topic=wording.text(action.origin.topic) if action.origin else NOTHING,
        origin=wording.text(action.origin.meeting.title) if action.origin else NOTHING,
        origin_date=wording.short_date(action.origin.meeting.date) if action.origin else "",
        number=section.number,
        arose=_arose(wording, action) if action.origin else section.whole,
        history=history_views(wording, action),
        replaces=replaced_views(wording, action),
        withheld=_withheld(entry),
    )


def _arose(wording: Wording, action: Action) -> ViewText:
    if action.origin is None:
        return NOTHING
    topic = wording.text(action.origin.topic.strip().rstrip(":"))
    return ViewText.joined(wording.short_date(action.origin.meeting.date), ", " if topic else "", topic)


def _status_words(wording: Wording, action: Action) -> str:
    """Say how an action stands, in the language's words."""
    words = wording.words
    if action.status is Status.REPLACED and action.replaced_by:
        return words.replaced_by.format(ref=action.replaced_by)
    said = {Status.OPEN: words.open, Status.DONE: words.done, Status.DROPPED: words.dropped}
    return said.get(action.status, words.replaced)


def _settled_between(wording: Wording, action: Action) -> list[str]:
    """Say when and why an action brought forward was settled, where that was between the meetings; else nothing."""
    if action.origin is None or action.status not in SETTLED:
        return []
    here = settled_since(action)
    told = [one for one in action.earlier if one.change == action.status.value and one.day is not None]
    if here is not None:
        day, reason = here.at.date(), here.reason
    elif told:
        day, reason = told[-1].day or told[-1].meeting.date, told[-1].text
    else:
        return []
    why = [wording.words.colon, " ", wording.text(reason)] if reason else []
    return [", ", wording.short_date(day), *why]


def _after(wording: Wording, action: Action, due: ViewText, replaced: list[str]) -> ViewText:
    """Say what stands after the words of an action: when it is due, how it stands, what it took the place of."""
    pieces: list[str] = []
    words = wording.words
    if due and action.due and not action.due.in_text:
        said = wording.text(due_on_page(wording, action.due))
        when = said if due.casefold().startswith(f"{words.says_due} ") else wording.say(words.due_when, when=said)
        pieces += [" (", when, ")"]
    elif action.due and (day := date_beside_text(wording, action.due)):
        pieces += [" (", wording.say(words.due_when, when=day), ")"]
    if action.status is not Status.OPEN:
        pieces += [" (", _status_words(wording, action), *_settled_between(wording, action), ")"]
    if replaced:
        # The reference is printed only here, where another action points to it.
        pieces.append(f" ({words.stands_for.format(ref=action.ref, refs=listed(words, replaced))})")
    return ViewText.joined(*pieces)
