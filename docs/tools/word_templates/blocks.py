"""The blocks that several styles have in common: the head, the people, a section's heading, the close."""

from __future__ import annotations

from collections.abc import Callable

from docs.tools.word_templates.markup import PAGE_WIDTH, choose, each, element, paragraph, run, table, tag, when

LEVELS = 6

INTERNAL = "{{ words.internal_version }}"
_NAMED = ("{{ words.name }}", "{{ words.capacity }}")
PEOPLE = (3402, PAGE_WIDTH - 3402)
ACTIONS = (PAGE_WIDTH - 2268, 2268)


def title(addition: str, *, always: bool = False) -> str:
    """Write the title, with an addition where it does not say itself what it is, or always."""
    added = addition if always else f"{{% if not meeting.says_what %}}{addition}{{% endif %}}"
    return paragraph("Title", "{{ meeting.title }}" + added)


def marks() -> str:
    """Write what every page's head says once more at the top, and what the double brackets mean."""
    return each("mark in meeting.marks", paragraph("Mark", "{{ mark }}")) + when(
        "meeting.version == 'internal' and meeting.restricted", paragraph("Mark", INTERNAL)
    )


def particular(key: str, words: str) -> str:
    """Write a line of the page's head."""
    return paragraph("Particulars", f"{{{{ {key} }}}}{{{{ words.colon }}}}\t{{{{ {words} }}}}")


def particulars(*fields: str, more: str = "", further: bool = False) -> str:
    """Write when and where the meeting was: its date, the `fields` that it has, and who approved the notes."""
    told = "".join(when(f"meeting.{field}", particular(f"words.{field}", f"meeting.{field}")) for field in fields)
    others = each("line in meeting.further", particular("line.key", "line.words")) if further else ""
    approved = when("meeting.approved", paragraph("Particulars", "{{ meeting.approved }}"))
    return particular("words.date", "meeting.when") + told + others + more + approved


def times(**fields: str) -> str:
    """Write when the meeting began or ended: `started="started"`, and the sessions of one of several days."""
    told = "".join(
        when(f"meeting.{field}", particular(f"words.{key}", f"meeting.{field}")) for key, field in fields.items()
    )
    return told + each("session in meeting.sessions", particular("session.key", "session.words"))


def _people_table(people: str) -> str:
    names = (paragraph("TableText", "{{ person.name }}"), paragraph("TableText", "{{ person.standing }}"))
    return table(PEOPLE, _NAMED, names, loop=f"person in {people}")


def people(shown: Callable[[str], str] = _people_table, first: str = "group.heading") -> str:
    """Write who was there and who was missing, in the tables that `shown` makes; `first` words the first heading."""
    apologies = paragraph("Label", "{{ words.apologies }}{{ words.colon }}") + shown("people.apologies")
    return (
        each(
            "group in people.groups",
            paragraph("Label", f"{{{{ {first} }}}}{{{{ words.colon }}}}"),
            shown("group.people"),
        )
        + choose(
            ("people.apologies", apologies),
            otherwise=paragraph("Label", "{{ words.apologies }}{{ words.colon }} ", unlabelled("{{ words.none }}")),
        )
        + when("people.absent", paragraph("Label", "{{ words.absent }}{{ words.colon }}"), shown("people.absent"))
        + when(
            "meeting.public is not none",
            paragraph(
                "Label", "{{ words.members_of_the_public }}{{ words.colon }} ", unlabelled("{{ meeting.public }}")
            ),
        )
    )


def people_with_times(people: str) -> str:
    """Write a table of people with a column for when they were there, where any of them came late or left early."""
    names = tuple(paragraph("TableText", f"{{{{ person.{field} }}}}") for field in ("name", "capacity", "times"))
    timed = table((3118, 3685, PAGE_WIDTH - 6803), (*_NAMED, "{{ words.attended }}"), names, loop=f"person in {people}")
    untimed = table(PEOPLE, _NAMED, names[:2], loop=f"person in {people}")
    return choose((f"{people}|selectattr('times')|list", timed), otherwise=untimed)


def unlabelled(words: str) -> str:
    """Write a run that is not set as the label before it is."""
    return run(words, '<w:b w:val="0"/><w:bCs w:val="0"/>' + element("w:color", val="auto"))


def brought(one: str, several: str) -> str:
    """Set the words that head actions brought forward, `one` or `several`, by their names."""
    wording = f"(words.{several} if section.brought > 1 else words.{one})"
    return tag(f"set brought = {wording} ~ ' ' ~ section.from_meeting ~ words.colon")


HEADING = (
    "{{ section.number }}{% if section.number %} {% endif %}"
    "{% if section.heading %}{{ section.heading }}{% elif section.brought_from %}{{ brought }}{% endif %}"
    "{% if section.presenter %} ({{ section.presenter }}){% endif %}"
)
"""The words of a section's heading, behind `brought`."""


def section_heading(one: str, several: str) -> str:
    """Write a section's heading at its level; `one` and `several` head actions brought forward."""
    levels = [(f"section.level == {level}", paragraph(f"Heading{level}", HEADING)) for level in range(1, LEVELS)]
    return brought(one, several) + choose(*levels, otherwise=paragraph(f"Heading{LEVELS}", HEADING))


def papers() -> str:
    """Write when a section was taken, where that was out of order, its papers, and what the agenda says below it."""
    return when("section.moved", paragraph("Aside", "{{ section.moved }}")) + beside_item()


def beside_item() -> str:
    """Write the papers of a section, and what the agenda says below it."""
    listed = "{% for paper in section.papers %}{{ paper }}{% if not loop.last %}; {% endif %}{% endfor %}"
    return when("section.papers", paragraph("Papers", f"{{{{ words.papers }}}}{{{{ words.colon }}}} {listed}")) + each(
        "line in section.explanation", paragraph("Note", "{{ line }}")
    )


def standing() -> str:
    """Write what became of a section that was not reached, and the next meeting where it stands here."""
    return choose(
        ("section.state == 'deferred'", paragraph("Aside", "{{ words.deferred_item }}")),
        ("section.state == 'skipped' and not section.entries", paragraph("Aside", "{{ words.not_taken }}")),
    ) + when("section.next", paragraph("NextMeeting", "{{ section.next }}"))


def event() -> str:
    """Write an event in brackets, unless its words have brackets of their own."""
    bare = "entry.withheld or '(' in entry.text"
    words = (
        f"{{% set bare = {bare} %}}{{% if not bare %}}({{% endif %}}{{{{ entry.text }}}}"
        "{% if not bare %}){% endif %}"
    )
    return when("entry.text", paragraph("Event", words))


def action(words: str) -> str:
    """Write an action as a table of one row; those that follow one another share their table."""
    owners = paragraph("Owner", "{{ '' if entry.withheld else entry.action.owners or '—' }}")
    due = when("entry.action.after", paragraph("Due", "{{ entry.action.after }}"))
    return table(ACTIONS, ("{{ words.action }}", "{{ words.owner }}"), (paragraph("Action", words), owners + due))


def changes() -> str:
    """Write what was corrected when the notes were approved, and what was changed since."""
    place = "{% if amendment.place %}, {{ amendment.place }}{% endif %}"
    return when(
        "meeting.corrections",
        paragraph("Heading1", "{{ words.corrections }}"),
        each("words in meeting.corrections", paragraph("Point", "{{ words }}")),
    ) + when(
        "meeting.amendments",
        paragraph("Heading1", "{{ words.amendments }}"),
        each(
            "amendment in meeting.amendments",
            paragraph("Point", f"{{{{ amendment.date }}}}{place}{{{{ words.colon }}}} {{{{ amendment.words }}}}"),
        ),
    )


def page(head: str, *body: str, marked: str = "") -> str:
    """Write a page from its title, with which the head begins, to the changes; `marked` are other marks than usual."""
    heading, end, rest = head.partition("</w:p>")
    return heading + end + (marked or marks()) + rest + "".join(body) + changes()


def marks_of_agenda() -> str:
    """Write the marks of what is no draft of minutes, though nobody has approved it."""
    return when("meeting.version == 'internal'", paragraph("Mark", "{{ words.internal }}")) + when(
        "meeting.version == 'internal' and meeting.restricted", paragraph("Mark", INTERNAL)
    )
