"""The values a meeting is made of: people, sections, entries and the meeting itself.

Every value is frozen; the functions of this package make a new meeting from an old one. The words are
those of the design page's glossary, and these values are also the rows of a meeting file's tables.
"""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import force_setattr

from tui.meeting.kinds import Kind as Kind
from tui.meeting.outcome import DecisionOutcome as DecisionOutcome
from tui.meeting.signing import Approval as Approval
from tui.meeting.signing import Confirmation as Confirmation
from tui.meeting.signing import Publication as Publication
from tui.meeting.signing import corrections_of as corrections_of
from tui.meeting.states import Group as Group
from tui.meeting.states import Happening as Happening
from tui.meeting.states import Presence as Presence
from tui.meeting.states import SectionState as SectionState
from tui.meeting.states import Status as Status
from tui.meeting.value import Label as Label
from tui.meeting.value import Plain as Plain
from tui.meeting.value import TextKind as TextKind
from tui.meeting.value import Value as Value
from tui.meeting.value import Words as Words


class Person(Value, frozen=True, kw_only=True):
    """Somebody the meeting knows of."""

    id: int
    name: Words
    """As written, with any honorific: `Inspector Ian Wall`."""
    capacity: Words = ""
    """Without the abbreviation: `Police and Crime Commissioner`."""
    abbreviation: Words = ""
    """As given in brackets on the agenda: `PCC`; empty where none was given."""
    email: Words = ""
    """Where mail reaches them; printed in no notes."""
    group: Group = Group.MEMBER
    presence: Presence = Presence.PRESENT
    arrived: datetime | None = None
    """When they came in late; None for somebody there from the start, or where no time was known."""
    arrived_in: int | None = None
    """Id of the section during which they came in late."""
    left: datetime | None = None
    """When they left early."""
    left_in: int | None = None
    """Id of the section during which they left early."""
    only_in: int | None = None
    """Id of the section for which alone they came; they are here in it and those below it, and nowhere else."""
    out_of: tuple[int, ...] = ()
    """Ids of the sections for which they withdrew: they are out in each and those below it, and here elsewhere."""


class Source(Value, frozen=True, kw_only=True):
    """Another meeting, as one that refers to it knows it."""

    id: Plain
    """That meeting's `Meeting.id`."""
    title: Words
    date: date


class Origin(Value, frozen=True, kw_only=True):
    """Where a brought-forward action first stood."""

    meeting: Source
    entry: int
    """The action's entry id in that meeting."""
    topic: Words = ""
    """The subheading, else the section heading, that it first stood under, as typed."""


class EarlierUpdate(Value, frozen=True, kw_only=True):
    """What an earlier meeting heard of an action brought forward."""

    meeting: Source
    text: Words
    """As typed there, with `[[restricted words]]`."""
    speakers: tuple[Label, ...] = ()
    restricted: bool = False
    """True where the update as a whole, or the section it stands in, is restricted."""
    change: Plain = ""
    """`owners`, `due` or `words` where that meeting changed these, and `text` is then what it made of them; `done`,
    `dropped` or `open` where it was settled or opened again, with the reason; empty for an update."""
    day: date | None = None
    """The day of what was noted in the register, between that meeting and the next; None for what was said there."""


class Replaced(Value, frozen=True, kw_only=True):
    """An action of an earlier meeting in whose place another one stands."""

    origin: Origin
    text: Words
    """As typed there, with `[[restricted words]]`."""
    restricted: bool = False


class DayOffset(Value, frozen=True, kw_only=True):
    """How far a day is from another one: `two weeks before`, `the Friday after`."""

    days: int = 0
    """Negative for days before."""
    working: bool = False
    """True where the days are those from Monday to Friday."""
    months: int = 0
    weekday: int | None = None
    """The nearest such weekday, Monday 0, before the day if `days` is negative, else after it."""


class NamedMeeting(Value, frozen=True, kw_only=True):
    """Which meeting of the series due words name, so that its date can be told once it is known."""

    said: date
    """The date of the meeting at which it was named."""
    ahead: int = 0
    """1 for the next meeting after that one, 2 for the one after it; 0 where a month names it."""
    month: int = 0
    """1 to 12; 0 where the order names it."""
    year: int | None = None
    """None where the words give the month alone."""
    offset: DayOffset | None = None
    """How far from the meeting's own day it is due; None for that day."""


class Due(Value, frozen=True, kw_only=True):
    """When an action is to be done."""

    words: Words
    """As said: `to the April 2017 meeting`; without the `^`."""
    date: date | None = None
    """The date that follows from the words; None where none does."""
    in_text: bool = False
    """True where the words are part of the entry's text, so that they are not printed a second time."""
    meeting: NamedMeeting | None = None
    """The meeting of the series that the words name, whose date is the due date; None where they name none."""


class FollowUp(Value, frozen=True, kw_only=True):
    """What became of an action after its meeting, as the register was told; what it leaves alone is not set."""

    at: datetime
    status: Status | None = None
    due: Due | None = None
    undue: bool = False
    """True where it is no longer due at any time."""
    owners: tuple[Label, ...] | None = None
    text: Words = ""
    """The action's words where they had to say something else."""
    reason: Words = ""
    apart: bool = False
    """True where the notes were approved by then: the action itself stays as it was signed."""


class Action(Value, frozen=True, kw_only=True):
    """What an entry of kind action has beside its words."""

    ref: Plain
    """`A1`, `A2`, … for this meeting's actions, `B1`, `B2`, … for those brought forward; never given twice."""
    owners: tuple[Label, ...] = ()
    """Abbreviations, full names, groups or `ALL`, as they print; empty where nobody was named."""
    due: Due | None = None
    status: Status = Status.OPEN
    origin: Origin | None = None
    """None for an action that arose in this meeting."""
    replaced_by: Plain = ""
    """The ref of the action of this meeting that replaced it."""
    earlier: tuple[EarlierUpdate, ...] = ()
    """Of one brought forward: its updates from the meetings before this one, oldest first."""
    replaces: tuple[Replaced, ...] = ()
    """Of one brought forward: the actions in whose place it stands, the oldest first."""
    agreed: bool = False
    """True once the chair agreed it in the review."""
    struck: bool = False
    """True where the chair struck it in the review of the meeting where it arose: the notes do not have it."""
    since: tuple[FollowUp, ...] = ()
    """What became of it after the meeting, oldest first."""


class Decision(Value, frozen=True, kw_only=True):
    """What was read from the words of a decision; None and empty mean not said, never nought."""

    mover: Label = ""
    """As it prints, or as said where nobody of the meeting is meant."""
    seconder: Label = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    outcome: DecisionOutcome = DecisionOutcome.UNSAID
    unanimity: Plain = ""
    """`unanimous`, `all` or `consensus`, where the words say so."""
    for_names: tuple[Label, ...] = ()
    against_names: tuple[Label, ...] = ()
    abstained_names: tuple[Label, ...] = ()
    not_voting_names: tuple[Label, ...] = ()
    """Those who withdrew, were absent or did not vote, as the words of the decision say."""
    others: Plain = ""
    """`for`, `against` or `abstained`: where everybody is put who was entitled and there, and is not named; empty
    where the words put them nowhere."""
    casting: Plain = ""
    """`for` or `against`: where the chair's casting vote went; `said` where only that there was one."""
    recorded: bool = False
    """True for a recorded vote: a roll call."""
    straw: bool = False
    """True for a straw poll, which decides nothing."""

    def __post_init__(self) -> None:
        """Part what files from before called an outcome."""
        if self.outcome in ("unanimous", "all"):
            force_setattr(self, "unanimity", str(self.outcome))
            force_setattr(self, "outcome", DecisionOutcome.CARRIED)


class Interest(Value, frozen=True, kw_only=True):
    """An interest that somebody declared in what a section is about."""

    kind: Words = ""
    """As said: `pecuniary`, `personal`; empty where it was not said."""
    words: Words = ""
    """What it is: `works for the bidder`."""


class Entry(Value, frozen=True, kw_only=True):
    """One captured thing in a section."""

    id: int
    """Grows with the order of capture, so the highest is the one captured last."""
    section: int
    kind: Kind
    text: Words
    """The words, with `*emphasis*`, `[[restricted words]]` and `??` as typed, without speakers' prefix, `@` and `^`."""
    captured: datetime
    speakers: tuple[Label, ...] = ()
    """As they print (abbreviation, else full name), whether given before a colon or read from the text."""
    speakers_in_text: bool = False
    """True where the text itself names the speakers, so that they are not printed a second time."""
    restricted: bool = False
    """True where the whole entry is restricted; restricted words alone stand in `text` as `[[…]]`."""
    literal: bool = False
    """True where the line began with a backslash: no speakers are read from it."""
    inner: bool = False
    """For a point: True where it stands one level further in than the others."""
    about: int | None = None
    """For an update: the id of the action it is on."""
    person: int | None = None
    """For an arrival, a departure or an interest declared: the person's id."""
    happening: Happening = Happening.NONE
    """What happened, for an event that the program words; none in files from before that was noted."""
    interest: Interest | None = None
    """Set where, and only where, an interest was declared."""
    action: Action | None = None
    """Set where, and only where, the kind is action."""
    decision: Decision | None = None
    """Set where, and only where, the kind is decision."""


class Section(Value, frozen=True, kw_only=True):
    """One place in the agenda's outline."""

    id: int
    heading: Words
    """Empty for the subsection of actions brought forward, which each style words."""
    number: Words = ""
    """As printed: `1`, `2.`, `4a`, `107/20`; empty for none. Not unique."""
    level: int = 1
    """Depth in the outline, from 1."""
    presenter: Words = ""
    minutes: int | None = None
    """Allotted minutes."""
    papers: tuple[Words, ...] = ()
    explanation: tuple[Words, ...] = ()
    """What the agenda says below the item, line by line."""
    resolution: Words = ""
    """The resolution that the agenda drafts for the item; empty for none."""
    state: SectionState = SectionState.UNREACHED
    reached: int | None = None
    """The place, from 1, in the order in which the meeting took the sections; None until it is taken."""
    restricted: bool = False
    brought_from: Source | None = None
    """The meeting whose open actions stand here; None for any other section."""


class Break(Value, frozen=True, kw_only=True):
    """That the meeting was adjourned, and went on later."""

    adjourned: datetime | None = None
    """None where nobody gave the time."""
    until: Words = ""
    """As said: `until Thursday`, `for ten minutes`."""
    over: bool = False
    """Whether the meeting went on."""
    resumed: datetime | None = None
    day: date | None = None
    """The day on which it goes on; None for the same day."""
    chair: Words = ""
    """Who chairs from then on; empty for the same as before."""


class Waiver(Value, frozen=True, kw_only=True):
    """Something that the check finds and that somebody decided to leave as it is."""

    finding: Plain
    """What it is about: the finding's own name, which stays the same while its words do."""
    reason: Words
    at: datetime


class Meeting(Value, frozen=True, kw_only=True):
    """A whole meeting: header, people, outline and entries, in the order in which they print.

    `entries` are in print order within each section; the order among sections is that of `sections`.
    """

    id: Plain
    """Given once, for ever: 32 hexadecimal digits."""
    title: Words
    last_date: date | None = None
    """The last day of a meeting that goes on for several."""
    date: date
    start: time | None = None
    """The time on the agenda, by the meeting's own clock."""
    end: time | None = None
    header: tuple[tuple[Words, Words], ...] = ()
    """The agenda's `Key: value` lines in order, words as written, unknown keys kept."""
    unplaced: tuple[Words, ...] = ()
    """The lines of its paper that tell nothing of the above: notices, signatures, what was not understood."""
    public: int | None = None
    """Members of the public present; None where nobody counted."""
    language: Plain = "en"
    """The language in which its notes are written: `en`, `de`, `fr`, `es` or `cy`."""
    zone: Plain = ""
    """The time zone of the machine on which the meeting was made, `Europe/London`; the header may name another."""
    started: datetime | None = None
    closed: datetime | None = None
    breaks: tuple[Break, ...] = ()
    """The adjournments, oldest first."""
    current_kind: Kind = Kind.NOTE
    """The kind a line without a mark takes."""
    touched: tuple[int, ...] = ()
    """Ids of brought-forward actions in the order in which they were last updated or settled."""
    waivers: tuple[Waiver, ...] = ()
    """What the check need not find any more, oldest first."""
    approval: Approval | None = None
    """None for a draft. What changes afterwards is an amendment, told by the history."""
    published: tuple[Publication, ...] = ()
    """The sets of notes that were put out or taken back, oldest first."""
    imported: Words = ""
    """The file of finished minutes that it was read from; empty for a meeting that was keyed in."""
    closing: tuple[Plain, ...] = ()
    """What was passed of the steps after the close, and that it went to the chair, or mails were drafted."""
    people: tuple[Person, ...] = ()
    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()

    def said(self, key: str) -> str:
        """Return the words of the header line `key`, case aside; empty where there is none."""
        wanted = key.casefold()
        return next((words for name, words in self.header if name.casefold() == wanted), "")

    @property
    def series(self) -> str:
        """The name shared by meetings that follow one another; the title where no series is given."""
        return self.said("Series") or self.title

    @property
    def current(self) -> Section | None:
        """The section the meeting is in; None before the first and in a meeting without sections."""
        return next((s for s in self.sections if s.state is SectionState.CURRENT), None)

    def section(self, section_id: int) -> Section:
        """Return the section of that id. Raises KeyError where there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def entry(self, entry_id: int) -> Entry:
        """Return the entry of that id. Raises KeyError where there is none."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)

    def person(self, person_id: int) -> Person:
        """Return the person of that id. Raises KeyError where there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def entries_of(self, section_id: int) -> tuple[Entry, ...]:
        """Return the section's entries, in print order."""
        return tuple(e for e in self.entries if e.section == section_id)
