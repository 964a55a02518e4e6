"""Every fixed word of the notes, as one language says it.

What stands in braces is filled in: `{item}`. Each language has every word; a word that a language needs no form for
is empty there.
"""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True, kw_only=True, eq=False):
    """The words of one language; templates print them as `words.present`."""

    tag: str
    """The language as web pages and Word files name it: `en-GB`."""
    colon: str
    """What stands between a label and what it labels, with the space that the language sets before it."""
    quoted: str
    listed_and: str
    """What stands between the last two of a list."""
    listed_and_else: str
    """The same before words that begin with what the next field is a pattern of; empty for no such case."""
    listed_else_before: str

    # Dates and times, the dates as patterns of CLDR.
    short_date: str
    ordinal_date: str
    long_date: str
    month: str
    first_of_month: str
    """How the first day of a month is written; empty for a plain number."""
    clock: str
    at_start: str
    from_start_to_end: str
    began_to_ended: str
    from_began: str
    until_ended: str
    session_chair: str

    # What the page is, and its marks.
    says_notes: str
    """Words, parted by spaces, by which a title says itself that these are notes."""
    meeting_notes: str
    minutes_of_meeting: str
    summary: str
    page: str
    of_pages: str
    draft: str
    internal: str
    internal_version: str
    restricted: str
    restricted_entry: str
    approved_by: str
    confirmed_by: str
    meeting_of: str
    withdrawn_on: str
    corrections: str
    amendments: str
    signed: str

    # The head and the people.
    date: str
    chair: str
    minutes: str
    venue: str
    started: str
    began: str
    closed: str
    closed_at: str
    present: str
    attendance: str
    in_attendance: str
    guests: str
    observers: str
    public: str
    apologies: str
    absent: str
    none: str
    members_of_the_public: str
    name: str
    capacity: str
    attended: str
    from_place: str
    until_place: str
    for_place: str
    withdrew_for: str

    # Sections.
    item: str
    item_headed: str
    an_item: str
    a_restricted_item: str
    taken_after: str
    taken_first: str
    papers: str
    agenda: str
    summons: str
    """What an agenda says to those who are to come."""
    invited: str
    allotted: str
    """The minutes that an item is given: `{minutes} min`."""
    draft_resolution: str
    deferred_item: str
    not_taken: str
    brought_forward_from: str
    from_month: str
    from_day: str
    action_arising: str
    actions_arising: str
    item_brought: str
    items_brought: str
    matter_arising: str
    matters_arising: str
    next_meeting: str
    date_of_next_meeting: str
    date_of_next_heading: str
    confirm_next_meeting: str

    # Entries.
    the_first_post: str
    """A post at the beginning of a sentence: `The {name}`."""
    the_post: str
    one_asked: str
    several_asked: str
    one_responded: str
    several_responded: str
    one_noted: str
    several_noted: str
    findings: str
    no_actions_arising: str
    action_label: str
    action_heading: str
    action: str
    decision_label: str
    decision: str
    update: str
    table: str
    says_action: str
    """A pattern of the words with which a text says itself that it is an action."""
    says_decision: str

    # Decisions.
    carried: str
    lost: str
    withdrawn: str
    deferred: str
    tied: str
    no_seconder: str
    out_of_order: str
    noted: str
    numbered_resolution: str
    proposed_by: str
    moved_by: str
    seconded_by: str
    vote: str
    names: str
    votes_for: str
    votes_against: str
    votes_abstained: str
    votes_not_given: str
    nobody: str
    others_for: str
    others_against: str
    others_abstained: str

    # Actions.
    actions: str
    decisions: str
    nothing: str
    open_actions: str
    settled_actions: str
    number: str
    owner: str
    everybody: str
    due: str
    arose: str
    status: str
    due_when: str
    says_due: str
    """With what due words begin that need no `due` before them."""
    open: str
    overdue: str
    done: str
    dropped: str
    replaced: str
    replaced_by: str
    stands_for: str

    # Events.
    at_time: str
    on_day: str
    day_within: str
    """A day within an event's sentence, in figures; `{weekday}` and `{month_name}` are English."""
    arrived: str
    rejoined: str
    returned: str
    returned_during: str
    joined: str
    left: str
    withdrew: str
    declared: str
    interest: str
    kind_of_interest: str
    kind_of_interest_before_vowel: str
    adjourned: str
    resumed: str
    in_the_chair: str

    # Amendments.
    changed: str
    added: str
    removed: str
    moved: str
    restricted_changed: str
    subjects: dict[str, str]
    """What was changed, by the program's name for it: `time it began`."""
