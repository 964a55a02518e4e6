"""The Word file as an archive: its properties, and the same bytes for the same meeting."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from tui.notes.docx.keeping import keep_together
from tui.notes.docx.lists import settle_lists
from tui.notes.docx.runs import W, part_runs
from tui.notes.docx.tables import settle_tables
from tui.notes.docx.words import MARKS

if TYPE_CHECKING:
    from docx.document import Document

_WITH_WORDS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_WITH_LANGUAGE = re.compile(r"word/(?:document|styles|settings|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BODY, _LISTS = "word/document.xml", "word/numbering.xml"
_KEPT_PROPERTIES = ("title", "creator", "subject", "keywords", "category", "description", "language")
_ABOUT_THE_OFFICE = (
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
)
"""Parts that tell of the office's machine and of the template's pages, not of the meeting."""

_NO_RELATIONSHIPS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

_LONGEST_PROPERTY = 255
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every member: the earliest an archive can tell, and no fact about anybody."""


def shortened(words: str) -> str:
    """Cut the words of a property to the length that a property may have."""
    return words if len(words) <= _LONGEST_PROPERTY else words[: _LONGEST_PROPERTY - 1] + "…"


def tell_nothing_else(document: Document, day: date, language: str) -> None:
    """Take out of the file who made the template, when, and on what machine; its dates are the meeting's day.

    `language` is that of the notes where they are not in English, which may be that of any country.
    """
    properties = document.core_properties
    for child in list(properties._element):
        if etree.QName(child).localname not in _KEPT_PROPERTIES:
            properties._element.remove(child)
    properties.created = properties.modified = datetime.combine(day, time(), UTC)
    properties.language = language or properties.language or "en-GB"
    rels = document.part.package.rels
    for key in [key for key, rel in rels.items() if rel.reltype in _ABOUT_THE_OFFICE]:
        rels.pop(key)


def finished_package(package: bytes, language: str) -> bytes:
    """Return the archive with its runs and tables settled, the members in order and without the time of day.

    Its words are marked as being in a `language`; without one, the template's marks stay.
    """
    finished = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as given, zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED) as made:
        members = {name: given.read(name) for name in given.namelist()}
        for name in [name for name in members if _WITH_WORDS.fullmatch(name)]:
            members[name], links = _finished(members[name], members if name == _BODY else {})
            relationships = f"word/_rels/{name.removeprefix('word/')}.rels"
            if links:
                members[relationships] = _linked(members.get(relationships, _NO_RELATIONSHIPS), links)
        for name in [name for name in members if language and _WITH_LANGUAGE.fullmatch(name)]:
            members[name] = _in_language(members[name], language)
        for name, member in members.items():
            made.writestr(member_of(name), member)
    return finished.getvalue()


def _linked(relationships: bytes, links: dict[str, str]) -> bytes:
    """Tell in the relationships of a part where its links lead."""
    root = etree.fromstring(relationships, etree.XMLParser(resolve_entities=False))
    for name, leads in links.items():
        told = {"Id": name, "Type": RELATIONSHIP_TYPE.HYPERLINK, "Target": leads, "TargetMode": "External"}
        etree.SubElement(root, f"{{{root.nsmap[root.prefix]}}}Relationship", told)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _in_language(part: bytes, language: str) -> bytes:
    """Mark the words of a part as being in a language, so that Word reads and hyphenates them as such."""
    root = etree.fromstring(part, etree.XMLParser(huge_tree=True, resolve_entities=False))
    for element in root.iter(f"{W}lang", f"{W}themeFontLang"):
        element.set(f"{W}val", language)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def member_of(name: str) -> zipfile.ZipInfo:
    """Return an archive's member that tells neither when nor on which system it was made."""
    member = zipfile.ZipInfo(name, _EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    # Else the archive tells which system it was made on.
    member.create_system = 0
    return member


def _finished(part: bytes, members: dict[str, bytes]) -> tuple[bytes, dict[str, str]]:
    """Settle a part's runs and tables, and its lists where `members` has the part that tells of them."""
    root = etree.fromstring(part, etree.XMLParser(huge_tree=True, resolve_entities=False))
    links = part_runs(root)
    settle_tables(root)
    keep_together(root)
    if _LISTS in members:
        members[_LISTS] = settle_lists(root, members[_LISTS])
    printed = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    # A tag may stand where no run is, as in the description of a picture.
    for mark in MARKS:
        printed = printed.replace(mark.encode(), b"")
    return printed, links
