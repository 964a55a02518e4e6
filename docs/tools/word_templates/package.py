"""Put a Word template together: its parts, and an archive that is the same whenever it is made."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docs.tools.word_templates.looks import MARK, numbering_part, styles_part
from docs.tools.word_templates.markup import BOLD, NAMESPACES, element, paragraph, run

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MARKS = "{{ meeting.marks|join(' · ') }}"
_PAGES = ("Page ", "PAGE", " of ", "NUMPAGES")


def word_template(body: str) -> bytes:
    """Make a Word template of a body."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _parts(body):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{part}')
    return made.getvalue()


def _parts(body: str) -> list[tuple[str, str]]:
    files = [("document", "document.xml", _document(body))]
    files += [(kind.split()[-1], file, part) for kind, (file, part) in _TOGETHER.items()]
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{file}" ContentType="{_WORD}.{kinds.get(kind, kind)}+xml"/>'
        for kind, file, _ in files
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )
    package = _relationships(
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )
    return [
        ("[Content_Types].xml", types),
        ("_rels/.rels", package),
        ("docProps/core.xml", _CORE),
        *((f"word/{file}", part) for _, file, part in files),
        ("word/_rels/document.xml.rels", _relationships(*((f"{_OFFICE}/{kind}", file) for kind, file, _ in files[1:]))),
    ]


def _relationships(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{file}"/>' for at, (kind, file) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _document(body: str) -> str:
    ids = {kind: f"rId{at}" for at, kind in enumerate(_TOGETHER, 1)}
    references = "".join(
        f'<w:{kind.split()[-1]}Reference w:type="{"first" if " " in kind else "default"}" r:id="{ids[kind]}"/>'
        for kind in ("header", "first header", "footer", "first footer")
    )
    page = element("w:pgSz", w=11906, h=16838)
    margins = element("w:pgMar", top=1304, right=1134, bottom=1247, left=1134, header=624, footer=567, gutter=0)
    section = element("w:sectPr", f"{references}{page}{margins}<w:titlePg/>")
    return f"<w:document {NAMESPACES}>{element('w:body', body + section)}</w:document>"


def _header(title: str) -> str:
    shown = run(f"\t{_MARKS}", BOLD + element("w:color", val=MARK))
    return f"<w:hdr {NAMESPACES}>{paragraph('Header', *([title] if title else []), shown)}</w:hdr>"


def _footer() -> str:
    words, page, of, pages = _PAGES
    return f"<w:ftr {NAMESPACES}>{paragraph('Footer', f'{chr(9)}{words}', _field(page), of, _field(pages))}</w:ftr>"


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
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{{ meeting.title }}</dc:title><dc:creator>{{ meeting.minutes }}</dc:creator>"
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)

_TOGETHER = {
    "styles": ("styles.xml", styles_part()),
    "numbering": ("numbering.xml", numbering_part()),
    "settings": ("settings.xml", _settings()),
    "header": ("header1.xml", _header("{{ meeting.title }}")),
    "first header": ("header2.xml", _header("")),
    "footer": ("footer1.xml", _footer()),
    "first footer": ("footer2.xml", _footer()),
}
"""The parts that a document refers to, in the order of their relationships' ids: `rId1` and so on."""
