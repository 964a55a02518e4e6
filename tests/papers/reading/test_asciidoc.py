"""AsciiDoc: headings, titles of blocks, line breaks; other texts stay as they are."""

from __future__ import annotations

import pytest

from tui.papers.agenda import read_agenda
from tui.papers.reading.asciidoc import as_markdown

PAPER = """= Harbour Guild
:toc:

Treffen am 27.10.2020

Ort:      Bootshaus +
Beginn:   18:20 Uhr +

*Nächstes Treffen:* +
01.11.2020, 14:30 Uhr

.Teilnehmer
- Ada Brand (Vorsitz)
- Ulf Stein

== Liegeplätze
. Steg
.. Nordseite

== Farbe
"""


def test_an_asciidoc_paper_is_read_with_its_day_its_people_and_its_headings() -> None:
    meeting = read_agenda(PAPER, "a.adoc").meeting
    assert (meeting.title, str(meeting.date), str(meeting.start)) == ("Harbour Guild", "2020-10-27", "18:20:00")
    assert [(one.name, one.capacity) for one in meeting.people] == [("Ada Brand", "Vorsitz"), ("Ulf Stein", "")]
    assert [one.heading for one in meeting.sections if one.level == 1] == ["Liegeplätze", "Farbe"]


@pytest.mark.parametrize("text", ["= 5 members\nWelcome\n", "# Guild\n== Boats ==\n", "a = b\n== c\n", "1 +\n2 +\n"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert as_markdown(text) == text
