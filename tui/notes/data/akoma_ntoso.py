"""The finished notes as Akoma Ntoso 1.0 (OASIS LegalDocML, XML vocabulary 3.0): a `debate` with roll call and votes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from tui.meeting.text.normalizing import fold_words
from tui.meeting.text.sanitizing import showable
from tui.notes.view.values import EntryView, SectionView, TableView, View

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SOURCE = "#minutebook"
_LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "cy": "cym"}
_COUNTRY = "zz"
"""No country that ISO 3166 names: the notes do not say in which one they are."""
_INVALID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSPOKEN = ("question", "response", "note")
"""The kinds that somebody says, where it is known who."""


def akoma_ntoso_of(view: View) -> bytes:
    """Write a view of the notes as a document of Akoma Ntoso."""
    return _AkomaNtoso(view).written()


class _AkomaNtoso:
    """Writes one document, and knows the people and concepts that it refers to."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._people: dict[str, str] = {}
        """The ids of people by the names and labels that stand for them."""
        self._named: dict[str, str] = {}
        """What is shown of each of them, by their ids."""
        for group in (view.people.present, view.people.apologies, view.people.absent):
            for one in group:
                known = self._person(str(one.name))
                if one.abbreviation:
                    self._people.setdefault(str(one.abbreviation), known)
        self._concepts: dict[str, str] = {}

    def written(self) -> bytes:
        """Write the whole of it."""
        root = Element("akomaNtoso", xmlns=NAMESPACE)
        debate = SubElement(root, "debate", name="minutes")
        meta = SubElement(debate, "meta")
        self._identify(SubElement(meta, "identification", source=_SOURCE))
        preface = SubElement(SubElement(debate, "preface"), "p")
        self._text(SubElement(preface, "docTitle"), self._view.meeting.title).tail = ", "
        self._text(SubElement(preface, "docDate", date=self._view.meeting.day), self._view.meeting.date)
        self._body(SubElement(debate, "debateBody"))
        self._analyse(meta)
        self._refer(SubElement(meta, "references", source=_SOURCE))
        written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"

    def _text(self, element: Element, words: str) -> Element:
        element.text = _INVALID.sub("\ufffd", showable(" ".join(str(words).split())))
        return element

    def _person(self, label: str) -> str:
        if label not in self._people:
            made = f"person-{len(self._named) + 1}"
            self._people[label] = made
            self._named[made] = label
        return self._people[label]

    def _concept(self, name: str) -> str:
        return self._concepts.setdefault(name, f"concept-{name.replace(' ', '-')}")

    # What it is.

    def _identify(self, identification: Element) -> None:
        meeting = self._view.meeting
        language = _LANGUAGES.get(meeting.language, "und")
        name = "-".join(re.findall(r"[a-z0-9]+", fold_words(str(meeting.title)))) or "meeting"
        work = f"/akn/{_COUNTRY}/debate/{meeting.day}/{name}"
        expression = f"{work}/{language}@{meeting.day}"
        for level, uri in (("Work", work), ("Expression", expression), ("Manifestation", f"{expression}.akn")):
            one = SubElement(identification, f"FRBR{level}")
            SubElement(one, "FRBRthis", value=uri)
            SubElement(one, "FRBRuri", value=uri)
            SubElement(one, "FRBRdate", date=meeting.day, name="meeting")
            SubElement(one, "FRBRauthor", href=_SOURCE)
            if level == "Work":
                SubElement(one, "FRBRcountry", value=_COUNTRY)
            if level == "Expression":
                SubElement(one, "FRBRlanguage", language=language)

    def _refer(self, references: Element) -> None:
        SubElement(
            references,
            "TLCOrganization",
            eId=_SOURCE[1:],
            href="/akn/ontology/organization/minutebook",
            showAs="minutebook",
        )
        for made, label in self._named.items():
            shown = self._text(Element("x"), label).text or "?"
            SubElement(references, "TLCPerson", eId=made, href=f"/akn/ontology/person/{made}", showAs=shown)
        for name, made in self._concepts.items():
            SubElement(references, "TLCConcept", eId=made, href=f"/akn/ontology/concept/{made}", showAs=name)

    # The votes, and the quorum.

    def _analyse(self, meta: Element) -> None:
        parliamentary = Element("parliamentary")
        quorum = next((str(one.words) for one in self._view.meeting.header if str(one.key).casefold() == "quorum"), "")
        if found := re.search(r"\d+", quorum):
            verified = SubElement(parliamentary, "quorumVerification", eId="quorum-1")
            SubElement(verified, "quorum", eId="quorum-1-needed", value=found[0])
            SubElement(verified, "count", eId="quorum-1-present", value=str(len(self._view.people.present)))
        for section in self._view.sections:
            for entry in section.entries:
                self._vote(parliamentary, entry)
        if len(parliamentary):
            SubElement(meta, "analysis", source=_SOURCE).append(parliamentary)

    def _vote(self, parliamentary: Element, entry: EntryView) -> None:
        decision = entry.decision
        counts = decision and {
            "for": decision.votes_for,
            "against": decision.votes_against,
            "abstained": decision.abstained,
        }
        if decision is None or not counts or all(count is None for count in counts.values()):
            return
        voting = SubElement(parliamentary, "voting", eId=f"voting-{entry.anchor}", href=f"#{entry.anchor}")
        if decision.outcome:
            voting.set("outcome", f"#{self._concept(decision.outcome)}")
        for side, count in counts.items():
            if count is not None:
                made = f"voting-{entry.anchor}-{side}"
                SubElement(voting, "count", eId=made, value=str(count), refersTo=f"#{self._concept(side)}")

    # The meeting itself.

    def _body(self, body: Element) -> None:
        people = self._view.people
        call = SubElement(body, "rollCall", eId="roll-call")
        for state, group in (("present", people.present), ("apologies", people.apologies), ("absent", people.absent)):
            for one in group:
                words = ", ".join(filter(None, (str(one.name), str(one.capacity), state, str(one.times))))
                self._text(SubElement(call, "p"), words)
        if not len(call):
            SubElement(call, "p")
        above: list[tuple[int, Element]] = [(0, body)]
        for section in self._view.sections:
            while len(above) > 1 and above[-1][0] >= section.level:
                above.pop()
            above.append((section.level, self._section(above[-1][1], section)))

    def _section(self, above: Element, section: SectionView) -> Element:
        made = SubElement(above, "debateSection", eId=section.anchor, name="item")
        if section.number:
            self._text(SubElement(made, "num"), section.number)
        self._text(SubElement(made, "heading"), section.heading or section.from_meeting)
        for entry in section.entries:
            self._entry(made, entry)
        return made

    def _entry(self, section: Element, entry: EntryView) -> None:
        if entry.table is not None:
            self._table(SubElement(section, "other", eId=entry.anchor), entry.table)
        elif entry.kind in _UNSPOKEN and entry.speakers and not entry.withheld:
            tag = {"question": "question", "response": "answer"}.get(entry.kind, "speech")
            said = SubElement(section, tag, eId=entry.anchor, by=f"#{self._person(str(entry.speakers[0]))}")
            self._text(SubElement(said, "from"), entry.labels or ", ".join(map(str, entry.speakers)))
            self._text(SubElement(said, "p"), entry.text)
        elif entry.action is not None and not entry.withheld:
            task = entry.action
            more = ", ".join(filter(None, (str(task.owners), "" if task.due_in_text else str(task.due))))
            words = f"{task.ref} {entry.text}{f' ({more})' if more else ''}"
            self._text(SubElement(SubElement(section, "other", eId=entry.anchor), "p"), words)
        else:
            tag = "summary" if entry.decision is not None else "narrative"
            self._text(SubElement(section, tag, eId=entry.anchor), entry.text)

    def _table(self, above: Element, table: TableView) -> None:
        made = SubElement(above, "table")
        rows: Iterable[tuple[str, tuple[object, ...]]] = (("th", table.head), *(("td", row) for row in table.rows))
        for tag, cells in rows:
            row = SubElement(made, "tr")
            for cell in cells:
                self._text(SubElement(SubElement(row, tag), "p"), str(getattr(cell, "words", "")))
