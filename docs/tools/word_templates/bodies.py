"""The bodies of the house styles, word for word what their templates for text say."""

from __future__ import annotations

from docs.tools.word_templates.blocks import (
    HEADING,
    action,
    brought,
    event,
    page,
    papers,
    particulars,
    people,
    people_with_times,
    section_heading,
    standing,
    times,
    title,
)
from docs.tools.word_templates.markup import (
    BOLD,
    PAGE_WIDTH,
    choose,
    each,
    paragraph,
    rows_of_cells,
    run,
    table,
    tag,
    when,
)

_LABELLED = "{% if entry.labels %}{{ entry.labels }}:{% if entry.text %} {% endif %}{% endif %}{{ entry.text }}"
_WORD = "{% if not entry.withheld and not entry.labelled %}{{ entry.kind|capitalize }}: {% endif %}"
_OTHER = paragraph("Note", _WORD + _LABELLED)
"""A kind that the style does not know, told by its own word."""
_TABLE = rows_of_cells("entry.table.head", "entry.table.rows")
_TOPIC = when("entry.topic", paragraph("Topic", "{{ entry.topic }}"))
_SUBHEADING = when("entry.text", paragraph("Subheading", "{{ entry.text }}"))
_NEXT = paragraph("NextMeeting", "{{ meeting.next }}")
_NEXT_LINE = when("meeting.next", paragraph("NextMeeting", run("Next meeting: ", BOLD), "{{ meeting.next }}"))

_NOTHING_ARISING = when(
    "section.asks and not section.arising",
    paragraph("Label", "Actions arising:"),
    paragraph("Note", "There were no actions arising."),
)


def _told(verb: str) -> str:
    return (
        f"{{% if entry.said_by %}}{{{{ entry.said_by }}}} {verb}:{{% if entry.text %}} {{% endif %}}{{% endif %}}"
        "{{ entry.text }}"
    )


_TOGETHER = (
    "{% for entry in paragraph %}{% if not loop.first %} {% endif %}"
    + _told("{{ 'asked' if entry.kind == 'question' else 'responded' }}")
    + "{% endfor %}"
)


def _kind(kind: str) -> str:
    return f"entry.kind == '{kind}'"


def _paragraphs(*cases: tuple[str, str]) -> str:
    """Write the paragraphs of a section in prose; a style words some kinds of entry in its own way."""
    entries = choose(
        (f"{_kind('point')} and entry.inner", paragraph("Point2", _told("noted"))),
        (_kind("point"), paragraph("Point", _told("noted"))),
        (_kind("subheading"), _SUBHEADING),
        *cases,
        (_kind("event"), event()),
        (_kind("update"), paragraph("Update", _told("noted"))),
        (_kind("note"), paragraph("Note", _told("noted"))),
        (_kind("question"), paragraph("Question", _TOGETHER)),
        (_kind("response"), paragraph("Response", _TOGETHER)),
        ("entry.table", _TABLE),
        otherwise=_OTHER,
    )
    return each("paragraph in section.paragraphs", tag("set entry = paragraph[0]"), entries)


def _notes_head() -> str:
    started = times(Started="started", Closed="closed")
    return title(" – Meeting Notes") + particulars("chair", "minutes", "venue", more=started, further=True) + people()


def narrative() -> str:
    """Write the narrative style: prose, with the owners of actions in a column."""
    label = "{% if not entry.withheld and not entry.labelled and not entry.action.brought_forward %}ACTION: {% endif %}"
    decided = "{% if not entry.withheld and not entry.labelled %}DECISION: {% endif %}"
    updated = "{% if entry.starts_run and entry.run == 'update' %}Update: {% endif %}"
    paragraphs = _paragraphs(
        (_kind("action"), _TOPIC + action(label + "{{ entry.text }}")),
        (_kind("decision"), paragraph("Decision", decided + _LABELLED)),
        (_kind("update"), paragraph("Update", updated + _told("noted"))),
    )
    closing = paragraph("Heading1", "CONFIRMATION OF NEXT MEETING TYPE / DATE / TIME / VENUE:") + _NEXT
    return page(
        _notes_head(),
        each(
            "section in sections",
            section_heading("Action arising", "Actions arising"),
            papers(),
            paragraphs,
            standing(),
        ),
        when("meeting.next and meeting.next_here", closing),
    )


def dialogue() -> str:
    """Write the dialogue style: a line for everything said, with the speaker's label before it."""
    label = "{% if not entry.withheld and not entry.labelled and not entry.action.brought_forward %}ACTION: {% endif %}"
    decided = "{% if not entry.withheld and not entry.labelled %}DECISION: {% endif %}"
    updated = "{% if entry.starts_run and entry.run == 'update' %}Update: {% endif %}"
    entries = choose(
        (f"{_kind('point')} and entry.inner", paragraph("Point2", _LABELLED)),
        (_kind("point"), paragraph("Point", _LABELLED)),
        (_kind("subheading"), _SUBHEADING),
        (_kind("action"), _TOPIC + action(label + "{{ entry.text }}")),
        (_kind("decision"), paragraph("Decision", decided + _LABELLED)),
        (_kind("event"), event()),
        (_kind("update"), paragraph("Update", updated + _LABELLED)),
        (_kind("question"), paragraph("Question", _LABELLED)),
        (_kind("response"), paragraph("Response", _LABELLED)),
        (_kind("note"), paragraph("Note", _LABELLED)),
        ("entry.table", _TABLE),
        otherwise=_OTHER,
    )
    closing = paragraph("Heading1", "CONFIRMATION OF NEXT MEETING TYPE / DATE / TIME / VENUE:") + _NEXT
    return page(
        _notes_head(),
        each(
            "section in sections",
            section_heading("Action arising", "Actions arising"),
            papers(),
            each("entry in section.entries", entries),
            standing(),
        ),
        when("meeting.next and meeting.next_here", closing),
    )


def findings() -> str:
    """Write the findings style: lettered questions, what was found, and the actions arising."""
    arising = "entry.starts_run and entry.run == 'action' and section"
    runs = choose(
        ("entry.starts_run and entry.run == 'answer' and section.asks", paragraph("Label", "Findings:")),
        (f"{arising}.asks", paragraph("Label", "Actions arising:")),
        (f"{arising}.brought_from", paragraph("Label", "Actions arising")),
    )
    unlabelled = "entry.run == 'action' and not entry.labelled and not section.asks and not section.brought_from"
    label = f"{{% if {unlabelled} %}}Action arising – {{% endif %}}"
    decided = "{% if not entry.withheld and not entry.labelled %}Decision: {% endif %}"
    letter = "{% if entry.letter %}{{ entry.letter }}) {% endif %}"
    entries = choose(
        ("entry.under in ('response', 'update') and entry.inner", paragraph("Point3", _LABELLED)),
        ("entry.under in ('response', 'update') or entry.inner", paragraph("Point2", _LABELLED)),
        ("entry.kind in ('point', 'response', 'update')", paragraph("Finding", _LABELLED)),
        (_kind("subheading"), _SUBHEADING),
        (_kind("question"), paragraph("Question", letter + _LABELLED)),
        (_kind("action"), _TOPIC + action(label + "{{ entry.text }}")),
        (_kind("decision"), paragraph("Decision", decided + _LABELLED)),
        (_kind("event"), event()),
        (_kind("note"), paragraph("Note", _LABELLED)),
        ("entry.table", _TABLE),
        otherwise=_OTHER,
    )
    closing = "{{ meeting.next_number }}{% if meeting.next_number %} {% endif %}DATE OF NEXT MEETING:"
    return page(
        _notes_head(),
        each(
            "section in sections",
            section_heading("Item brought forward", "Items brought forward"),
            papers(),
            each("entry in section.entries", runs, entries),
            _NOTHING_ARISING,
            standing(),
        ),
        when("meeting.next and meeting.next_here", paragraph("Heading1", closing), _NEXT),
    )


def formal() -> str:
    """Write the formal style: resolutions set off, the record of votes below them, and a line to sign."""
    label = "{% if not entry.withheld and not entry.labelled %}Action: {% endif %}"
    resolution = (
        "{% if entry.decision and entry.decision.lead and not entry.labelled %}{{ entry.decision.lead }}: {% endif %}"
        "{% if entry.labels %}{{ entry.labels }}: {% endif %}"
        "{{ entry.decision.resolution if entry.decision else entry.text }}"
    )
    record = when("entry.decision and entry.decision.record", paragraph("Record", "{{ entry.decision.record }}"))
    sides = (paragraph("TableText", "{{ side.label }}"), paragraph("TableText", "{{ side.names }}"))
    roll = table((2268, PAGE_WIDTH - 2268), ("Vote", "Names"), sides, loop="side in entry.decision.roll")
    record += when("entry.decision and entry.decision.roll", roll)
    paragraphs = _paragraphs(
        (_kind("action"), _TOPIC + action(label + "{{ entry.text }}")),
        (_kind("decision"), paragraph("Decision", resolution) + record),
    )
    closing = "{{ meeting.next_number }}{% if meeting.next_number %} {% endif %}Date of next meeting"
    head = title(" – Minutes") + particulars("chair", "minutes", "venue", more=times(Began="started"), further=True)
    return page(
        head + people(people_with_times, "'Present' if loop.first else group.heading"),
        each(
            "section in sections",
            section_heading("Matter arising", "Matters arising"),
            papers(),
            paragraphs,
            standing(),
        ),
        when("meeting.next and meeting.next_here", paragraph("Heading1", closing), _NEXT),
        when("meeting.closed", paragraph("Closing", "The meeting closed at {{ meeting.closed }}.")),
        when(
            "meeting.draft",
            paragraph("Signature", "Signed by the chair:\t\t"),
            paragraph("Signature", "Date:\t\t"),
        ),
    )


def summary() -> str:
    """Write the summary style: the decisions and the actions, on one page where they fit."""

    def named(people: str, key: str) -> str:
        names = paragraph("Particulars", f"{key}:\t{{{{ people.{people}|map(attribute='name')|join(', ') }}}}")
        return when(f"people.{people}", names)

    decided = each(
        "section in sections if section.decided",
        brought("Action arising", "Actions arising"),
        paragraph("Heading2", HEADING),
        each("entry in section.entries if entry.kind == 'decision'", paragraph("Point", _LABELLED)),
        tag("else"),
        paragraph("Note", "None."),
    )
    words = ("{{ action.text }}", "{{ action.owners or ('' if action.withheld else '—') }}", "{{ action.after }}")
    cells = [paragraph(style, word) for style, word in zip(("Action", "Owner", "Due"), words, strict=True)]
    listed = table((5102, 2268, PAGE_WIDTH - 7370), ("Action", "Owner", "Due"), cells, loop="action in actions")
    return page(
        title(" – Summary", always=True)
        + particulars("venue", "chair", more=named("present", "Present") + named("apologies", "Apologies")),
        paragraph("Heading1", "Decisions"),
        decided,
        paragraph("Heading1", "Actions"),
        choose(("actions", listed), otherwise=paragraph("Note", "None.")),
        _NEXT_LINE,
    )


def actions() -> str:
    """Write the actions style: what is open, and what was settled, in tables."""
    due = (
        "{{ action.due }}{% if action.due_date and action.due_date not in action.due %} "
        "({{ action.due_date }}){% endif %}"
    )
    columns = [
        ("No.", 680, "TableText", "{{ action.ref }}"),
        ("Action", 0, "Action", "{{ action.text }}"),
        ("Owner", 1474, "Owner", "{{ action.owners or ('' if action.withheld else '—') }}"),
        ("Due", 1701, "TableText", due),
        ("From", 1871, "TableText", "{{ '' if action.withheld else action.arose }}"),
    ]
    status = "{{ action.status }}{% if action.replaced_by %} by {{ action.replaced_by }}{% endif %}"

    def listed(columns: list[tuple[str, int, str, str]], people: str) -> str:
        taken = sum(width for _, width, _, _ in columns)
        widths = [width or PAGE_WIDTH - taken for _, width, _, _ in columns]
        cells = [paragraph(style, words) for _, _, style, words in columns]
        return table(widths, [heading for heading, *_ in columns], cells, loop=f"action in {people}")

    return page(
        title(" – Actions", always=True) + particulars("chair"),
        tag("set ordered = actions_by_owner"),
        tag("set waiting = ordered|selectattr('status', 'equalto', 'open')|list"),
        tag("set settled = ordered|rejectattr('status', 'equalto', 'open')|list"),
        paragraph("Heading1", "Open actions"),
        choose(("waiting", listed(columns, "waiting")), otherwise=paragraph("Note", "None.")),
        when(
            "settled",
            paragraph("Heading1", "Settled actions"),
            listed([*columns, ("Status", 1247, "TableText", status)], "settled"),
        ),
        _NEXT_LINE,
    )


BODIES = {
    "actions": actions,
    "dialogue": dialogue,
    "findings": findings,
    "formal": formal,
    "narrative": narrative,
    "summary": summary,
}
"""The bodies, by the names of their styles."""
