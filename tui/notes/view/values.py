"""What a template sees: the meeting, ready to print, with nothing in it that the reader may not see."""

from __future__ import annotations

from tui.notes.view.decision_values import DecisionView as DecisionView
from tui.notes.view.decision_values import RollView as RollView
from tui.notes.view.shown import Shown as Shown
from tui.notes.view.words import NOTHING, ViewText


class HeaderView(Shown, frozen=True, kw_only=True):
    """A `Key: words` line from the agenda's head."""

    key: ViewText
    """What stands before the colon."""
    words: ViewText
    """What stands after it."""


class AmendmentView(Shown, frozen=True, kw_only=True):
    """A change made after the notes were approved."""

    date: str
    """The day of the change: `14 May 2024`."""
    place: ViewText = NOTHING
    """Where it stands: `item 3`; empty for a change of the meeting as a whole."""
    words: ViewText
    """What was changed, in words."""


class MeetingView(Shown, frozen=True, kw_only=True):
    """The meeting as a whole."""

    title: ViewText
    """As the agenda has it."""
    date: str
    """`28 March 2017`."""
    day: str
    """For programs: `2017-03-28`."""
    long_date: str
    """`Tuesday 28th March 2017`."""
    start: str = ""
    """`10:30`; empty where the agenda gives no time."""
    end: str = ""
    """`12:00`; empty where the agenda gives none."""
    when: str
    """The long date with the times: `Tuesday 28th March 2017 @ 10:30`."""
    started: str = ""
    """When the meeting really began; empty where it was not noted."""
    closed: str = ""
    """When it really ended."""
    sessions: tuple[HeaderView, ...] = ()
    """The sessions of a meeting of several days: the day of each, and its hours and chair; none for one of one day."""
    chair: ViewText = NOTHING
    """The words of the line `Chair:`."""
    minutes: ViewText = NOTHING
    """The words of the line `Minutes:`: who took them."""
    venue: ViewText = NOTHING
    """The words of the line `Venue:`."""
    next: ViewText = NOTHING
    """The words of the line `Next:`: type, date, time or venue of the next meeting."""
    next_number: str = ""
    """The number after the last of the agenda's, `6.`; empty where those are not plain numbers."""
    next_here: bool = True
    """False where the agenda has a section of its own for the next meeting, which then holds the words."""
    header: tuple[HeaderView, ...] = ()
    """Every line of the agenda's head, in order."""
    further: tuple[HeaderView, ...] = ()
    """Those of its lines that no other field of the view tells."""
    public: int | None = None
    """How many members of the public were there; none where nobody counted."""
    says_what: bool = False
    """True where the title says itself that these are notes or minutes."""
    language: str = "en"
    """The language in which the notes are written: `en`, `de`, `fr`, `es` or `cy`."""
    version: str = "internal"
    """`internal` or `public`."""
    restricted: bool = False
    """True where something is restricted: left out of the public version, in double brackets in the internal one."""
    marks: tuple[str, ...] = ()
    """What is to stand on every page: `DRAFT`, `INTERNAL: not for publication`; nothing for approved public notes."""
    first_page: int | None = None
    """The number of the first page, where those of a minute book run on: `1043`; none where they begin at 1."""
    page_before: str = ""
    """What stands before the number on each page: the `24/` of `24/45`; mostly empty."""
    page_after: str = ""
    """What stands after it."""
    draft: bool = False
    """True until the notes are approved."""
    approved: ViewText = NOTHING
    """Who approved the notes, and when: `Approved by Jo Lee, 14 May 2024`; empty for a draft."""
    corrections: tuple[ViewText, ...] = ()
    """What is to be corrected, as the meeting that approved the notes said."""
    amendments: tuple[AmendmentView, ...] = ()
    """What was changed after the notes were approved, oldest first."""


class PersonView(Shown, frozen=True, kw_only=True):
    """Somebody at the meeting, or missing from it."""

    name: ViewText
    """As the agenda has it."""
    capacity: ViewText
    """With the abbreviation: `Police and Crime Commissioner (PCC)`."""
    abbreviation: ViewText
    """`PCC`; empty where none was given."""
    group: str
    """`member`, `in attendance`, `guest`, `observer` or `public`."""
    note: ViewText = NOTHING
    """When they came or went: `(from item 3, 10:45)`."""
    times: ViewText = NOTHING
    """The note without its brackets: `from item 3, 10:45`."""
    standing: ViewText
    """The capacity and the note."""


class GroupView(Shown, frozen=True, kw_only=True):
    """Those present in the same right, or missing alike."""

    heading: str
    """`Attendance`, `In attendance`, `Guests`, `Observers` or `Public`; `Apologies` or `Absent`; in the language."""
    people: tuple[PersonView, ...]
    """At least one."""


class PeopleView(Shown, frozen=True, kw_only=True):
    """Everybody the meeting knows of."""

    present: tuple[PersonView, ...] = ()
    """Those present."""
    apologies: tuple[PersonView, ...] = ()
    """Those who sent apologies."""
    absent: tuple[PersonView, ...] = ()
    """Those absent without apologies."""
    groups: tuple[GroupView, ...] = ()
    """Those present once more, by group; a group without people is left out."""
    all_groups: tuple[GroupView, ...] = ()
    """The same, with those who sent apologies and those absent as groups of their own at the end."""


class HistoryView(Shown, frozen=True, kw_only=True):
    """What an earlier meeting heard of an action brought forward, or changed in it."""

    date: str
    """The meeting's date: `28 February 2017`; for what was noted after the meeting, the day of that."""
    meeting: ViewText
    """The meeting's title."""
    text: ViewText
    """The update or a point under it, as captured; else the new words, owners or due, empty for none."""
    labels: ViewText = NOTHING
    """Who said it: `CC, DCC`; empty where the text names them itself."""
    change: str = ""
    """`words`, `owners` or `due` where the meeting changed these; `done`, `dropped` or `open` where that was noted
    after it, and `text` is then the reason; empty for what was said."""
    withheld: bool = False
    """True where it is restricted, in the public version: a stub stands for it."""


class ReplacedView(Shown, frozen=True, kw_only=True):
    """An action of an earlier meeting in whose place another one stands."""

    date: str
    """The date of the meeting at which it arose: `28 February 2017`."""
    meeting: ViewText
    """That meeting's title."""
    text: ViewText
    """As captured."""
    withheld: bool = False
    """True where it is restricted, in the public version: a stub stands for it."""


class ActionView(Shown, frozen=True, kw_only=True):
    """An action."""

    ref: str
    """`A1`, or `B1` for one brought forward."""
    anchor: str
    """What a link to it names: `action-A1`; it never changes."""
    text: ViewText
    """As captured."""
    owners: ViewText = NOTHING
    """All its owners: `PCC, CC`; empty where nobody was named."""
    each_owner: tuple[ViewText, ...] = ()
    """The same, one by one."""
    due: ViewText = NOTHING
    """When it is due, as said; empty where nothing was said."""
    due_in_full: ViewText = NOTHING
    """The same with the full date that follows from it: `Friday, 7 June 2024`."""
    due_date: str = ""
    """The date that follows from the words: `25 April 2017`."""
    due_in_text: bool = False
    """True where the due words are part of the text."""
    status: str = "open"
    """`open`, `done`, `dropped` or `replaced`."""
    status_words: str = ""
    """The same in the language's words, with what replaced it: `replaced by A3`."""
    replaced_by: str = ""
    """The ref of the action that replaced it."""
    after: ViewText = NOTHING
    """What is to be printed after the text: `(due April meeting) (done)`."""
    brought_forward: bool = False
    """True where it comes from an earlier meeting."""
    topic: ViewText = NOTHING
    """Of one brought forward: what it first stood under."""
    origin: ViewText = NOTHING
    """Of one brought forward: the title of the meeting it comes from."""
    origin_date: str = ""
    """Of one brought forward: the date of that meeting, `28 February 2017`."""
    number: ViewText = NOTHING
    """The number of the section it stands in."""
    arose: ViewText = NOTHING
    """Where it arose: `2.1 Buoys`, or `2 April 2024, The wreck` for one brought forward."""
    history: tuple[HistoryView, ...] = ()
    """Of one brought forward: what the meetings before this one heard of it and changed in it, oldest first."""
    replaces: tuple[ReplacedView, ...] = ()
    """Of one brought forward: the actions in whose place it stands, oldest first."""
    withheld: bool = False
    """True for a restricted action in the public version: a stub stands for it."""


class CellView(Shown, frozen=True, kw_only=True):
    """A cell of a table."""

    words: ViewText
    """What it holds; often nothing."""
    figure: bool = False
    """True in a column of figures, which stand at the right."""


class TableView(Shown, frozen=True, kw_only=True):
    """A table; all its rows have as many cells."""

    head: tuple[CellView, ...]
    """The first row."""
    rows: tuple[tuple[CellView, ...], ...] = ()
    """Those below it."""


class EntryView(Shown, frozen=True, kw_only=True):
    """One captured thing."""

    kind: str
    """{kinds}."""
    anchor: str
    """What a link to it names: `action-A1`, `decision-12`, `entry-12` for others; it never changes."""
    text: ViewText
    """As captured; a stub where it is withheld."""
    ordinal: int | None = None
    """For a point that begins with a number, `2. …`: the number; none for any other."""
    body: ViewText = NOTHING
    """The text without that number."""
    indent: int = 0
    """For a point: how many columns it stands in by in Markdown, where it is one level further in."""
    withheld: bool = False
    """True for a restricted entry in the public version: a stub stands for it."""
    restricted: bool = False
    """True where the entry as a whole is restricted."""
    captured: str = ""
    """The time of day at which it was captured."""
    speakers: tuple[ViewText, ...] = ()
    """Who said it."""
    said_by: ViewText = NOTHING
    """Whom a lead-in has to name: `The CC and DCC`; empty where nobody spoke or the text names them itself."""
    intro: ViewText = NOTHING
    """The lead-in itself: `The CC and DCC asked`; empty where `said_by` is."""
    labels: ViewText = NOTHING
    """The same as a label: `CC, DCC`."""
    labelled: bool = False
    """True where the text of an action or a decision begins with that word and a colon, or an action's with a dash."""
    letter: str = ""
    """`a`, `b`, … for the questions of a section that has more than one."""
    under: str = ""
    """For a point: the kind of the entry it hangs on; empty where it hangs on nothing."""
    inner: bool = False
    """True for a point one level further in than the point above it."""
    run: str = ""
    """What it prints among: `question`, `answer` (to a question), `action` (of this meeting), `update`, or `text`."""
    starts_run: bool = False
    """True for the first entry of its run."""
    run_length: int = 1
    """How many entries its run has."""
    runs_on: bool = False
    """True for a response that may share the paragraph of the question or response before it."""
    topic: ViewText = NOTHING
    """What a brought-forward action first stood under; empty where the one before it says the same."""
    action: ActionView | None = None
    """Of an action, what it has beside its text."""
    decision: DecisionView | None = None
    """Of a decision, what was read from its text."""
    table: TableView | None = None
    """Of a table that is not withheld, its cells."""


class ExchangeView(Shown, frozen=True, kw_only=True):
    """A question with what was answered."""

    number: ViewText
    """The section's number."""
    heading: ViewText
    """The section's heading."""
    question: EntryView
    """The question."""
    answers: tuple[EntryView, ...] = ()
    """The responses and points that follow it, in order."""


class SectionView(Shown, frozen=True, kw_only=True):
    """One place in the agenda's outline."""

    number: ViewText
    """As printed; empty for none."""
    anchor: str
    """What a link to it names: `item-3`; it never changes, whatever the number and the heading do."""
    heading: ViewText
    """Empty for a subsection of actions brought forward, which the style words; a stub where it is withheld."""
    level: int = 1
    """Depth in the outline, from 1."""
    presenter: ViewText = NOTHING
    """Who presents it."""
    minutes: int | None = None
    """Allotted minutes."""
    time: str = ""
    """When its turn comes, by the minutes allotted to those before it: `19:45`; empty where they do not tell."""
    papers: tuple[ViewText, ...] = ()
    """Its papers."""
    explanation: tuple[ViewText, ...] = ()
    """What the agenda says below it, line by line."""
    resolution: ViewText = NOTHING
    """The resolution that the agenda drafts for it."""
    state: str = "visited"
    """`unreached`, `current`, `visited`, `deferred` or `skipped`."""
    moved: str = ""
    """For one not taken in the agenda's order, when it was taken: `(Taken after item 6.)`."""
    withheld: bool = False
    """True for a restricted section in the public version."""
    brought_from: str = ""
    """The month (the full date where two share it) of the meeting whose open actions stand here."""
    from_meeting: str = ""
    """The same within a heading: `from the May 2019 meeting`."""
    brought: int = 0
    """How many of those actions there are."""
    asks: bool = False
    """True where a question was asked."""
    arising: int = 0
    """How many actions of this meeting it has."""
    decided: int = 0
    """How many decisions it has."""
    next: ViewText = NOTHING
    """The words on the next meeting, in the section that is for them."""
    entries: tuple[EntryView, ...] = ()
    """Its entries in print order."""
    paragraphs: tuple[tuple[EntryView, ...], ...] = ()
    """The same, each response that runs on together with what it runs on from."""
    exchanges: tuple[ExchangeView, ...] = ()
    """Its questions with their answers."""


class View(Shown, frozen=True, kw_only=True):
    """The names a template can use."""

    meeting: MeetingView
    """The meeting as a whole."""
    people: PeopleView
    """Everybody the meeting knows of."""
    sections: tuple[SectionView, ...] = ()
    """The agenda's sections in order."""
    exchanges: tuple[ExchangeView, ...] = ()
    """Every question with its answers."""
    actions: tuple[ActionView, ...] = ()
    """Every action, those brought forward included."""
    actions_by_owner: tuple[ActionView, ...] = ()
    """The same in the order of their owners' names, those without an owner last."""
    actions_by_due: tuple[ActionView, ...] = ()
    """The same in the order of their due dates, those without a date last."""
