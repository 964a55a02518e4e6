"""The bodies of the house styles, word for word what their templates for text say."""

from __future__ import annotations

from docs.tools.word_templates.blocks import (
    HEADING,
    PEOPLE,
    action,
    beside_item,
    brought,
    event,
    marks_of_agenda,
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

_LABELLED = (
    "{% if entry.labels %}{{ entry.labels }}{{ words.colon }}{% if entry.body %} {% endif %}{% endif %}{{ entry.body }}"
)
_WORD = "{% if not entry.withheld and not entry.labelled %}{{ entry.kind|capitalize }}{{ words.colon }} {% endif %}"
_OTHER = paragraph("Note", _WORD + _LABELLED)
"""A kind that the style does not know, told by its own word."""
_TABLE = rows_of_cells("entry.table.head", "entry.table.rows")
_TOPIC = when("entry.topic", paragraph("Topic", "{{ entry.topic }}"))
_SUBHEADING = when("entry.text", paragraph("Subheading", "{{ entry.text }}"))
_NEXT = paragraph("NextMeeting", "{{ meeting.next }}")
_NEXT_LINE = when(
    "meeting.next",
    paragraph("NextMeeting", run("{{ words.next_meeting }}{{ words.colon }} ", BOLD), "{{ meeting.next }}"),
)

_NOTHING_ARISING = when(
    "section.asks and not section.arising",
    paragraph("Label", "{{ words.actions_arising }}{{ words.colon }}"),
    paragraph("Note", "{{ words.no_actions_arising }}"),
)


_TOLD = (
    "{% if entry.said_by %}{{ entry.intro }}{{ words.colon }}{% if entry.body %} {% endif %}{% endif %}{{ entry.body }}"
)
_UNLABELLED_ACTION = "{% if not entry.withheld and not entry.labelled and not entry.action.brought_forward %}"
_IS_AMENDMENT = "entry.decision and entry.decision.part == 'amendment'"
_NEXT_NUMBER = "{{ meeting.next_number }}{% if meeting.next_number %} {% endif %}"
_TOGETHER = "{% for entry in paragraph %}{% if not loop.first %} {% endif %}" + _TOLD + "{% endfor %}"


def _kind(kind: str) -> str:
    return f"entry.kind == '{kind}'"


_ORDINAL = "{{ entry.ordinal }}.\t"
"""Printed before a numbered point; the program makes a list of Word's of it."""


def _numbers(kind: str, words: str) -> tuple[tuple[str, str], ...]:
    """Write a numbered point of a kind of entry, on its level."""
    return (
        (f"{kind} and entry.ordinal is not none and entry.inner", paragraph("Number2", _ORDINAL + words)),
        (f"{kind} and entry.ordinal is not none", paragraph("Number", _ORDINAL + words)),
    )


def _paragraphs(*cases: tuple[str, str]) -> str:
    """Write the paragraphs of a section in prose; a style words some kinds of entry in its own way."""
    entries = choose(
        *_numbers(_kind("point"), _TOLD),
        (f"{_kind('point')} and entry.inner", paragraph("Point2", _TOLD)),
        (_kind("point"), paragraph("Point", _TOLD)),
        (_kind("subheading"), _SUBHEADING),
        *cases,
        (_kind("event"), event()),
        (_kind("update"), paragraph("Update", _TOLD)),
        (_kind("note"), paragraph("Note", _TOLD)),
        (_kind("question"), paragraph("Question", _TOGETHER)),
        (_kind("response"), paragraph("Response", _TOGETHER)),
        ("entry.table", _TABLE),
        otherwise=_OTHER,
    )
    return each("paragraph in section.paragraphs", tag("set entry = paragraph[0]"), entries)


def _notes_head() -> str:
    started = times(started="started", closed="closed")
    return (
        title(" – {{ words.meeting_notes }}")
        + particulars("chair", "minutes", "venue", more=started, further=True)
        + people()
    )


def _decided(word: str) -> str:
    """Write what leads in a decision; one that decided nothing is led in by what came of it."""
    shown = "not entry.withheld and not entry.labelled"
    label = f"words.{word} if not entry.decision or entry.decision.decided else entry.decision.lead"
    return (
        f"{{% if {shown} and (not entry.decision or entry.decision.decided or entry.decision.lead) %}}"
        f"{{{{ {label} }}}}{{{{ words.colon }}}} {{% endif %}}"
    )


def narrative() -> str:
    """Write the narrative style: prose, with the owners of actions in a column."""
    label = _UNLABELLED_ACTION + "{{ words.action_label }}{{ words.colon }} {% endif %}"
    decided = _decided("decision_label")
    updated = "{% if entry.starts_run and entry.run == 'update' %}{{ words.update }}{{ words.colon }} {% endif %}"
    paragraphs = _paragraphs(
        (_kind("action"), _TOPIC + action(label + "{{ entry.text }}")),
        (_kind("decision"), paragraph("Decision", decided + _LABELLED)),
        (_kind("update"), paragraph("Update", updated + _TOLD)),
    )
    closing = paragraph("Heading1", "{{ words.confirm_next_meeting }}{{ words.colon }}") + _NEXT
    return page(
        _notes_head(),
        each(
            "section in sections",
            section_heading("action_arising", "actions_arising"),
            papers(),
            paragraphs,
            standing(),
        ),
        when("meeting.next and meeting.next_here", closing),
    )


def dialogue() -> str:
    """Write the dialogue style: a line for everything said, with the speaker's label before it."""
    label = _UNLABELLED_ACTION + "{{ words.action_label }}{{ words.colon }} {% endif %}"
    decided = _decided("decision_label")
    updated = "{% if entry.starts_run and entry.run == 'update' %}{{ words.update }}{{ words.colon }} {% endif %}"
    entries = choose(
        *_numbers(_kind("point"), _LABELLED),
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
    closing = paragraph("Heading1", "{{ words.confirm_next_meeting }}{{ words.colon }}") + _NEXT
    return page(
        _notes_head(),
        each(
            "section in sections",
            section_heading("action_arising", "actions_arising"),
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
        (
            "entry.starts_run and entry.run == 'answer' and section.asks",
            paragraph("Label", "{{ words.findings }}{{ words.colon }}"),
        ),
        (f"{arising}.asks", paragraph("Label", "{{ words.actions_arising }}{{ words.colon }}")),
        (f"{arising}.brought_from", paragraph("Label", "{{ words.actions_arising }}")),
    )
    unlabelled = "entry.run == 'action' and not entry.labelled and not section.asks and not section.brought_from"
    label = f"{{% if {unlabelled} %}}{{{{ words.action_arising }}}} – {{% endif %}}"
    decided = _decided("decision")
    letter = "{% if entry.letter %}{{ entry.letter }}) {% endif %}"
    entries = choose(
        (
            "entry.ordinal is not none and entry.under in ('response', 'update')",
            choose(
                ("entry.inner", paragraph("Number3", _ORDINAL + _LABELLED)),
                otherwise=paragraph("Number2", _ORDINAL + _LABELLED),
            ),
        ),
        *_numbers(_kind("point"), _LABELLED),
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
    closing = _NEXT_NUMBER + "{{ words.date_of_next_heading }}{{ words.colon }}"
    return page(
        _notes_head(),
        each(
            "section in sections",
            section_heading("item_brought", "items_brought"),
            papers(),
            each("entry in section.entries", runs, entries),
            _NOTHING_ARISING,
            standing(),
        ),
        when("meeting.next and meeting.next_here", paragraph("Heading1", closing), _NEXT),
    )


def formal() -> str:
    """Write the formal style: resolutions set off, the record of votes below them, and a line to sign."""
    label = "{% if not entry.withheld and not entry.labelled %}{{ words.action }}{{ words.colon }} {% endif %}"
    resolution = (
        "{% if entry.decision and entry.decision.lead and not entry.labelled %}"
        "{{ entry.decision.lead }}{{ words.colon }} {% endif %}"
        "{% if entry.labels %}{{ entry.labels }}{{ words.colon }} {% endif %}"
        "{{ entry.decision.resolution if entry.decision else entry.text }}"
    )
    record = when("entry.decision and entry.decision.record", paragraph("Record", "{{ entry.decision.record }}"))
    sides = (paragraph("TableText", "{{ side.label }}"), paragraph("TableText", "{{ side.names }}"))
    roll = table(
        (2268, PAGE_WIDTH - 2268), ("{{ words.vote }}", "{{ words.names }}"), sides, loop="side in entry.decision.roll"
    )
    record += when("entry.decision and entry.decision.roll", roll)
    paragraphs = _paragraphs(
        (_kind("action"), _TOPIC + action(label + "{{ entry.text }}")),
        (f"{_kind('decision')} and {_IS_AMENDMENT}", paragraph("Amendment", resolution) + record),
        (_kind("decision"), paragraph("Decision", resolution) + record),
    )
    closing = _NEXT_NUMBER + "{{ words.date_of_next_meeting }}"
    head = title(" – {{ words.minutes_of_meeting }}") + particulars(
        "chair", "minutes", "venue", more=times(began="started"), further=True
    )
    return page(
        head + people(people_with_times, "words.present if loop.first else group.heading"),
        each(
            "section in sections",
            section_heading("matter_arising", "matters_arising"),
            papers(),
            paragraphs,
            standing(),
        ),
        when("meeting.next and meeting.next_here", paragraph("Heading1", closing), _NEXT),
        when("meeting.closed", paragraph("Closing", "{{ words.closed_at|say(time=meeting.closed) }}")),
        when(
            "meeting.draft",
            paragraph("Signature", "{{ words.signed }}{{ words.colon }}\t\t"),
            paragraph("Signature", "{{ words.date }}{{ words.colon }}\t\t"),
        ),
    )


def summary() -> str:
    """Write the summary style: the decisions and the actions, on one page where they fit."""

    def named(people: str, key: str) -> str:
        names = paragraph(
            "Particulars",
            f"{{{{ words.{key} }}}}{{{{ words.colon }}}}\t{{{{ people.{people}|map(attribute='name')|join(', ') }}}}",
        )
        return when(f"people.{people}", names)

    decided = each(
        "section in sections if section.decided",
        brought("action_arising", "actions_arising"),
        paragraph("Heading2", HEADING),
        each("entry in section.entries if entry.kind == 'decision'", paragraph("Point", _LABELLED)),
        tag("else"),
        paragraph("Note", "{{ words.nothing }}"),
    )
    words = ("{{ action.text }}", "{{ action.owners or ('' if action.withheld else '—') }}", "{{ action.after }}")
    cells = [paragraph(style, word) for style, word in zip(("Action", "Owner", "Due"), words, strict=True)]
    heads = ("{{ words.action }}", "{{ words.owner }}", "{{ words.due }}")
    listed = table((5102, 2268, PAGE_WIDTH - 7370), heads, cells, loop="action in actions")
    return page(
        title(" – {{ words.summary }}", always=True)
        + particulars("venue", "chair", more=named("present", "present") + named("apologies", "apologies")),
        paragraph("Heading1", "{{ words.decisions }}"),
        decided,
        paragraph("Heading1", "{{ words.actions }}"),
        choose(("actions", listed), otherwise=paragraph("Note", "{{ words.nothing }}")),
        _NEXT_LINE,
    )


def actions() -> str:
    """Write the actions style: what is open, and what was settled, in tables."""
    columns = [
        ("{{ words.number }}", 680, "TableText", "{{ action.ref }}"),
        ("{{ words.action }}", 0, "Action", "{{ action.text }}"),
        ("{{ words.owner }}", 1474, "Owner", "{{ action.owners or ('' if action.withheld else '—') }}"),
        ("{{ words.due }}", 1701, "TableText", "{{ action.due_in_full }}"),
        ("{{ words.arose }}", 1871, "TableText", "{{ '' if action.withheld else action.arose }}"),
    ]
    status = "{{ action.status_words }}"

    def listed(columns: list[tuple[str, int, str, str]], people: str) -> str:
        taken = sum(width for _, width, _, _ in columns)
        widths = [width or PAGE_WIDTH - taken for _, width, _, _ in columns]
        cells = [paragraph(style, words) for _, _, style, words in columns]
        return table(widths, [heading for heading, *_ in columns], cells, loop=f"action in {people}")

    return page(
        title(" – {{ words.actions }}", always=True) + particulars("chair"),
        tag("set ordered = actions_by_owner"),
        tag("set waiting = ordered|selectattr('status', 'equalto', 'open')|list"),
        tag("set settled = ordered|rejectattr('status', 'equalto', 'open')|list"),
        paragraph("Heading1", "{{ words.open_actions }}"),
        choose(("waiting", listed(columns, "waiting")), otherwise=paragraph("Note", "{{ words.nothing }}")),
        when(
            "settled",
            paragraph("Heading1", "{{ words.settled_actions }}"),
            listed([*columns, ("{{ words.status }}", 1247, "TableText", status)], "settled"),
        ),
        _NEXT_LINE,
    )


def agenda() -> str:
    """Write the agenda: who is invited, the items with their times and papers, and what is drafted for them."""
    heading = "{% if section.time %}{{ section.time }}  {% endif %}" + HEADING
    allotted = (
        "{% if section.minutes is not none %} ({{ words.allotted|say(minutes=section.minutes|string) }}){% endif %}"
    )
    levels = [
        (f"section.level == {level}", paragraph(f"Heading{level}", heading + allotted)) for level in (1, 2, 3, 4, 5)
    ]
    headed = brought("matter_arising", "matters_arising") + choose(
        *levels, otherwise=paragraph("Heading6", heading + allotted)
    )
    drafted = paragraph(
        "Decision", run("{{ words.draft_resolution }}{{ words.colon }} ", BOLD), "{{ section.resolution }}"
    )
    people_invited = each(
        "group in people.groups",
        paragraph("Label", "{{ words.invited if loop.first else group.heading }}{{ words.colon }}"),
        table(
            PEOPLE,
            ("{{ words.name }}", "{{ words.capacity }}"),
            (paragraph("TableText", "{{ person.name }}"), paragraph("TableText", "{{ person.capacity }}")),
            loop="person in group.people",
        ),
    )
    return page(
        title(" – {{ words.agenda }}") + particulars("chair", "minutes", "venue", further=True),
        paragraph("Note", "{{ words.summons }}"),
        people_invited,
        each(
            "section in sections",
            headed,
            beside_item(),
            when("section.resolution", drafted),
            each(
                "entry in section.entries if entry.kind == 'action'", action("{{ entry.action.ref }} {{ entry.text }}")
            ),
        ),
        when("meeting.next_here", _NEXT_LINE),
        marked=marks_of_agenda(),
    )


BODIES = {
    "agenda": agenda,
    "actions": actions,
    "dialogue": dialogue,
    "findings": findings,
    "formal": formal,
    "narrative": narrative,
    "summary": summary,
}
"""The bodies, by the names of their styles."""

OUT_OF_BOOK = frozenset({"agenda", "actions"})
"""Styles whose pages are none of the minute book."""
OTHER_MARKS = {"agenda": "{{ words.internal if meeting.version == 'internal' else '' }}"}
"""What stands at the head of each page of a style that is no draft of minutes."""
