"""Reading a meeting for the index: its rows of each kind, of which the actions are made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.msgpack import Encoder
from msgspec.structs import replace

from tui.book.file_names import series_keys
from tui.book.register.action_history import ActionHistory, histories_of
from tui.book.register.indexed_meeting import (
    ACTIONS,
    OWNERS,
    ActionFields,
    IndexedAction,
    IndexedMeeting,
    MeetingOwners,
    State,
)
from tui.book.register.listed_indexing import (
    indexed_attendance,
    indexed_decisions,
    indexed_interests,
    indexed_questions,
)
from tui.book.register.listed_rows import (
    ATTENDANCE,
    DECISIONS,
    INTERESTS,
    QUESTIONS,
)
from tui.book.register.meeting_version import MeetingVersion, heard_in
from tui.book.register.summary_rows import MEETING, StandingAction, SummaryRow
from tui.meeting.actions.appearances import Appearance, identity_of, is_spoken_of, topic_of, updates_in
from tui.meeting.actions.register_filter import Owner, owners_of
from tui.meeting.actions.register_row import Step
from tui.meeting.history.journal import Journal
from tui.meeting.history.since import followed_up
from tui.meeting.model import Action, Entry, Meeting
from tui.meeting.redaction.inherited import NOTHING, withholdings_in
from tui.meeting.redaction.public_version import named_elsewhere
from tui.meeting.redaction.stubs import WITHHELD, shown_words
from tui.meeting.text.inline_markup import has_restricted, withheld
from tui.meeting.text.sanitizing import showable


def index_meeting(name: str, journal: Journal, state: State = (0, 0, 0, 0), *, sure: bool = False) -> IndexedMeeting:
    """Return what the index keeps of a meeting, its actions as they stand by now."""
    journal = replace(journal, meeting=followed_up(journal.meeting))
    meeting = journal.meeting
    actions = tuple(indexed_actions(journal))
    rows: dict[str, Iterable[Struct]] = {
        ACTIONS.name: actions,
        MEETING.name: [indexed_summary(meeting, actions)],
        OWNERS.name: [indexed_owners(actions)],
        **{kind: made(journal) for kind, made in _ROWS.items()},
    }
    return IndexedMeeting(
        name=name,
        state=state,
        sure=sure,
        meeting=meeting.id,
        date=meeting.date,
        start=meeting.start,
        shown_name=WITHHELD if has_restricted(meeting.title + meeting.said("Series")) else showable(name),
        series=shown_words(withheld(meeting.series)),
        keys=tuple(sorted(series_keys(meeting))),
        rows={kind: memoryview(_ENCODER.encode(tuple(found))) for kind, found in rows.items()},
    )


def indexed_actions(journal: Journal) -> Iterator[IndexedAction]:
    """Return the actions of a meeting as they stand there."""
    internal = MeetingVersion(journal.meeting)
    histories = histories_of(journal)
    withheld = withholdings_in(journal.meeting) if internal.public is not internal else {}
    for entry in internal.actions.values():
        assert entry.action is not None, "actions have one"
        phrases = withheld.get(identity_of(journal.meeting, entry), NOTHING).phrases
        yield _indexed_action(internal, entry, entry.action, histories[entry.id], tuple(sorted(phrases)))


def _indexed_action(
    version: MeetingVersion, entry: Entry, action: Action, history: ActionHistory, phrases: tuple[str, ...]
) -> IndexedAction:
    meeting, origin = version.meeting, action.origin
    fields = _fields(version, entry, action, history)
    public, hidden, restricted = _public(version, entry, action, history, fields)
    return IndexedAction(
        uid=uid_of(meeting, entry),
        arose=origin.entry if origin else entry.id,
        entry=entry.id,
        captured=entry.captured,
        ref=action.ref,
        status=action.status,
        brought=origin is not None,
        spoken_of=is_spoken_of(meeting, entry),
        origin_date=origin.meeting.date if origin else meeting.date,
        replaced_by=_replacement(version.meeting, action.replaced_by),
        hidden=hidden,
        restricted=restricted,
        revision=history.revision,
        changed=history.changed,
        internal=fields,
        public=public,
        phrases=phrases,
    )


def _public(
    version: MeetingVersion, entry: Entry, action: Action, history: ActionHistory, internal: ActionFields
) -> tuple[ActionFields | None, bool, bool]:
    """Return what the public sees of an action where that differs, whether it is hidden, and whether restricted."""
    if version.public is version and not any(has_restricted(step.reason + (step.due or "")) for step in history.steps):
        return None, False, False
    shown = version.public.actions.get(entry.id)
    if shown is None or shown.action is None or shown.restricted:
        return _hidden_fields(version, action, entry), True, True
    shown_fields = _fields(version.public, shown, shown.action, history, public=True)
    words = (shown.text, shown.action, shown_fields.heard, shown_fields.steps)
    return shown_fields, False, words != (entry.text, entry.action, internal.heard, internal.steps)


def _fields(
    version: MeetingVersion, entry: Entry, action: Action, history: ActionHistory, *, public: bool = False
) -> ActionFields:
    due, origin, title = action.due, action.origin, shown_words(version.meeting.title)
    known = [version.people.get(owner, ("", "")) for owner in action.owners]
    return ActionFields(
        text=shown_words(entry.text),
        owners=tuple(map(shown_words, action.owners)),
        holders=tuple(name for name, _ in known),
        posts=tuple(capacity for _, capacity in known),
        due=shown_words(due.words) if due else "",
        due_date=due.date if due else None,
        due_meeting=due.meeting if due else None,
        updates=version.counts.get(entry.id, 0),
        title=title,
        section=shown_words(version.headings[entry.section]),
        topic=shown_words(topic_of(version.meeting, entry)),
        origin_title=shown_words(origin.meeting.title) if origin else title,
        heard=tuple(map(heard_in, updates_in(Appearance(version.meeting, entry))))
        if entry.id in version.counts
        else (),
        earlier=tuple((one.meeting.id, heard_in(one)) for one in action.earlier if not one.change),
        steps=tuple(_step(version.meeting, step, title, public=public) for step in history.steps),
    )


def _hidden_fields(version: MeetingVersion, action: Action, entry: Entry) -> ActionFields:
    """Return what is shown of a hidden action: its place and its origin, and no word of its own."""
    title = shown_words(version.public.meeting.title)
    origin = action.origin
    return ActionFields(
        text="",
        owners=(),
        holders=(),
        posts=(),
        due="",
        due_date=None,
        due_meeting=None,
        updates=0,
        title=title,
        section=shown_words(version.public.headings[entry.section]),
        topic="",
        origin_title=shown_words(withheld(origin.meeting.title)) if origin else title,
        heard=(),
        earlier=(),
        steps=(),
    )


def _step(meeting: Meeting, step: Step, title: str, *, public: bool) -> Step:
    """Return a step as a version of the meeting shows it."""
    reason, due, owners = step.reason, step.due, step.owners
    if public:
        reason, due = withheld(reason), None if due is None else withheld(due)
        owners = None if owners is None else tuple(map(withheld, named_elsewhere(meeting, owners)))
    return replace(
        step,
        meeting=title,
        reason=shown_words(reason),
        due=None if due is None else shown_words(due),
        owners=None if owners is None else tuple(map(shown_words, owners)),
    )


def _replacement(meeting: Meeting, ref: str) -> str:
    """Find the action of this meeting that replaced one."""
    if not ref:
        return ""
    found = (entry for entry in meeting.entries if entry.action and entry.action.ref == ref)
    return next((uid_of(meeting, entry) for entry in found), "")


def uid_of(meeting: Meeting, entry: Entry) -> str:
    """Say which action an entry is: the id of the meeting where it arose, a hyphen, and its entry's id there."""
    arose, number = identity_of(meeting, entry)
    return f"{arose}-{number}"


def indexed_summary(meeting: Meeting, actions: Iterable[IndexedAction]) -> SummaryRow:
    """Return what the list of the meetings shows of one."""
    return SummaryRow(
        title=meeting.title,
        sections=len(meeting.sections),
        entries=len(meeting.entries),
        approved=meeting.approval is not None,
        actions=tuple(
            StandingAction(
                uid=one.uid,
                status=one.status,
                spoken_of=one.spoken_of,
                brought=one.brought,
                replaced_by=one.replaced_by,
                withheld=one.public is not None,
            )
            for one in actions
        ),
    )


def indexed_owners(actions: Iterable[IndexedAction]) -> MeetingOwners:
    """Return who owns the actions of a meeting."""
    shown = (one.fields(public=True) for one in actions if not one.hidden)
    return MeetingOwners(_owners(one.internal for one in actions), _owners(shown))


def _owners(owned: Iterable[ActionFields]) -> tuple[Owner, ...]:
    return tuple(dict.fromkeys(owner for one in owned for owner in owners_of(one)))


_ENCODER = Encoder()
_ROWS: dict[str, Callable[[Journal], Iterable[Struct]]] = {
    ATTENDANCE.name: indexed_attendance,
    DECISIONS.name: indexed_decisions,
    INTERESTS.name: indexed_interests,
    QUESTIONS.name: indexed_questions,
}
"""What makes a meeting's rows of each further kind: one more is one more line here, and its `RowKind`."""
