"""Put a Word template together: its parts, and an archive that is the same whenever it is made."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from docs.tools.word_templates.looks import MARK, numbering_part, styles_part
from docs.tools.word_templates.markup import BOLD, NAMESPACES, element, paragraph, run

if TYPE_CHECKING:
    from docx.package import Package

MARKS = "{{ meeting.marks|join(' · ') }}"
_PAGES = ("{{ words.page }} ", "PAGE", " {{ words.of_pages }} ", "NUMPAGES", "")
_BOOK_PAGES = (
    "{{ words.page }} {{ meeting.page_before }}",
    "PAGE",
    "{{ meeting.page_after }}{% if meeting.first_page is none %} {{ words.of_pages }} ",
    "NUMPAGES",
    "{% endif %}",
)
"""Those of a minute book, whose numbers may run on: then it says nothing how many there are."""


def word_template(body: str, marks: str = MARKS, *, in_book: bool = True) -> bytes:
    """Make a Word template of a body, with marks at the head of each page, and whether it is one of a minute book."""
    package = OpcPackage()
    document = _part(package, "word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, _document(body))
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    core = _part(package, "docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _CORE)
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for kind, (file, xml) in _together(_BOOK_PAGES if in_book else _PAGES).items():
        name = kind.split()[-1].upper()
        part = _part(package, f"word/{file}", getattr(CONTENT_TYPE, f"WML_{name}"), xml.replace(MARKS, marks))
        document.relate_to(part, getattr(RELATIONSHIP_TYPE, name))
    saved, made = BytesIO(), BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, given.read(name))
    return made.getvalue()


def _part(package: OpcPackage, name: str, kind: str, xml: str) -> Part:
    declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'
    return Part(PackURI(f"/{name}"), kind, declared.encode(), cast("Package", package))


def _document(body: str) -> str:
    ids = {kind: f"rId{at}" for at, kind in enumerate(_together(_PAGES), 1)}
    references = "".join(
        f'<w:{kind.split()[-1]}Reference w:type="{"first" if " " in kind else "default"}" r:id="{ids[kind]}"/>'
        for kind in ("header", "first header", "footer", "first footer")
    )
    page = element("w:pgSz", w=11906, h=16838)
    margins = element("w:pgMar", top=1304, right=1134, bottom=1247, left=1134, header=624, footer=567, gutter=0)
    section = element("w:sectPr", f"{references}{page}{margins}<w:titlePg/>")
    return f"<w:document {NAMESPACES}>{element('w:body', body + section)}</w:document>"


def _header(title: str) -> str:
    shown = run(f"\t{MARKS}", BOLD + element("w:color", val=MARK))
    return f"<w:hdr {NAMESPACES}>{paragraph('Header', *([title] if title else []), shown)}</w:hdr>"


def _footer(numbers: tuple[str, ...]) -> str:
    words, page, of, pages, end = numbers
    shown = paragraph("Footer", f"{chr(9)}{words}", _field(page), of, _field(pages), *filter(None, [end]))
    return f"<w:ftr {NAMESPACES}>{shown}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def _settings() -> str:
    compatible = element(
        "w:compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    settings = (
        element("w:defaultTabStop", val=720)
        + element("w:characterSpacingControl", val="doNotCompress")
        + element("w:compat", compatible)
        + element("w:themeFontLang", val="en-GB")
    )
    return f"<w:settings {NAMESPACES}>{settings}</w:settings>"


_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{{ meeting.title }}</dc:title><dc:creator>{{ meeting.minutes }}</dc:creator>"
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)


def _together(numbers: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return the parts that a document refers to, in the order of their relationships' ids: `rId1` and so on."""
    return {
        "styles": ("styles.xml", styles_part()),
        "numbering": ("numbering.xml", numbering_part()),
        "settings": ("settings.xml", _settings()),
        "header": ("header1.xml", _header("{{ meeting.title }}")),
        "first header": ("header2.xml", _header("")),
        "footer": ("footer1.xml", _footer(numbers)),
        "first footer": ("footer2.xml", _footer(numbers)),
    }
