"""How an OpenDocument text of the notes looks: its styles, what stands above and below each page, and its pictures."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from odfdo import Document

_WIDE = 17.0
"""Centimetres between the margins."""
_LOGO_HIGH = 1.8
_COLUMN = (
    '<style:style style:name="{name}" style:family="table-column">'
    '<style:table-column-properties style:column-width="{width}cm"/></style:style>'
)
_BODY = 'style:parent-style-name="Text_20_body"'


def _paragraph(name: str, paragraph: str, text: str = "", parent: str = _BODY) -> str:
    words = f"<style:text-properties {text}/>" if text else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" {parent}>'
        f"<style:paragraph-properties {paragraph}/>{words}</style:style>"
    )


_QUIET, _LINE = "#555555", "0.5pt solid #999999"
_DECIDED = (
    'fo:margin-left="0.2cm" fo:margin-top="0.1cm" fo:margin-bottom="0.1cm" fo:padding-left="0.25cm"'
    ' fo:border-left="2pt solid #7a1f2b" fo:border-right="none" fo:border-top="none" fo:border-bottom="none"'
)
_PARAGRAPHS = (
    _paragraph("Kept", 'fo:keep-with-next="always"'),
    _paragraph(
        "Caption", 'fo:keep-with-next="always" fo:margin-top="0.35cm" fo:margin-bottom="0.1cm"', 'fo:font-weight="bold"'
    ),
    _paragraph("Particulars", 'fo:margin-top="0cm" fo:margin-bottom="0.05cm"'),
    _paragraph("Letterhead", 'fo:margin-top="0cm" fo:margin-bottom="0cm"', f'fo:color="{_QUIET}"'),
    _paragraph("Aside", 'fo:margin-top="0cm"', f'fo:font-style="italic" fo:color="{_QUIET}"'),
    _paragraph("Decided", _DECIDED),
    _paragraph("DecidedAndBy", f'{_DECIDED} fo:keep-with-next="always"'),
    _paragraph(
        "Signature",
        'fo:margin-top="1.3cm" fo:keep-with-next="always" fo:margin-right="7cm" fo:padding-top="0.1cm"'
        f' fo:border-top="{_LINE}"',
    ),
    _paragraph("Cell", 'fo:margin-top="0cm" fo:margin-bottom="0cm"'),
    _paragraph("Figure", 'fo:margin-top="0cm" fo:margin-bottom="0cm" fo:text-align="end"'),
    _paragraph("Head", 'fo:margin-top="0cm" fo:margin-bottom="0cm"', f'fo:font-weight="bold" fo:color="{_QUIET}"'),
    _paragraph(
        "FigureHead",
        'fo:margin-top="0cm" fo:margin-bottom="0cm" fo:text-align="end"',
        f'fo:font-weight="bold" fo:color="{_QUIET}"',
    ),
    _paragraph("Owner", 'fo:margin-top="0cm" fo:margin-bottom="0cm"', 'fo:font-weight="bold"'),
)
_TABLES = (
    '<style:style style:name="Minutes" style:family="table"><style:table-properties'
    f' style:width="{_WIDE}cm" table:align="margins" fo:margin-top="0.1cm" fo:margin-bottom="0.35cm"/></style:style>',
    '<style:style style:name="Row" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>',
    '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties'
    f' fo:border-bottom="{_LINE}" fo:border-left="none" fo:border-right="none" fo:border-top="none"'
    ' fo:padding="0.08cm"/></style:style>',
)
_ABOVE_AND_BELOW = (
    '<style:style style:name="Margin" style:family="paragraph" style:class="extra">'
    '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0cm"><style:tab-stops>'
    f'<style:tab-stop style:position="{_WIDE}cm" style:type="right"/></style:tab-stops></style:paragraph-properties>'
    f'<style:text-properties fo:font-size="9pt" fo:color="{_QUIET}"/></style:style>',
    '<style:style style:name="Mark" style:family="text">'
    '<style:text-properties fo:font-weight="bold" fo:color="#7a1f2b"/></style:style>',
)
_NUMBERED = re.compile(r"@bottom-right \{ content: (?P<words>.*?); font")
_PIECE = re.compile(r'"(?P<words>(?:[^"\\]|\\.)*)"|counter\((?P<what>pages?)\)')
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6}) ?|\\(.)")
_BEGINS = re.compile(r"counter-reset: page (\d+)")


def add_styles(document: Document) -> None:
    """Give a document the styles of the notes, and headings that are upright."""
    for style in (*_PARAGRAPHS, *_TABLES):
        document.insert_style(style, automatic=True)
    for style in _ABOVE_AND_BELOW:
        document.insert_style(style)
    styles: Any = document.get_part("styles.xml")
    for level, size in enumerate((17, 13, 11.5, 11, 11, 11), 1):
        for properties in styles.get_elements(f'//style:style[@style:name="Heading_20_{level}"]/style:text-properties'):
            properties.set_attribute("fo:font-style", "normal")
            properties.set_attribute("fo:font-weight", "bold")
            properties.set_attribute("fo:font-size", f"{size}pt")


def add_columns(document: Document, table: int, weights: Sequence[float]) -> list[str]:
    """Give a table columns that share the page by their weights; return the names of their styles."""
    names = []
    for at, weight in enumerate(weights):
        names.append(f"Table{table}.{at + 1}")
        width = f"{_WIDE * weight / sum(weights):.2f}"
        document.insert_style(_COLUMN.format(name=names[-1], width=width), automatic=True)
    return names


def add_margins(document: Document, root: Any) -> None:
    """Put the title and the marks above each page, and its number below, as the page has them in print."""
    from odfdo import Element

    styles: Any = document.get_part("styles.xml")
    for name, inside in (("header", "bottom"), ("footer", "top")):
        room = f'<style:header-footer-properties fo:min-height="0.8cm" fo:margin-{inside}="0.3cm"/>'
        for style in styles.get_elements(f"//style:{name}-style"):
            style.append(Element.from_tag(room))
    title = escape((root.findtext("head/title") or "").strip())
    marks = " · ".join(
        escape(" ".join(one.text_content().split())) for one in root.findall("body/header/p[@class='marks']/strong")
    )
    mark = f'<text:tab/><text:span text:style-name="Mark">{marks}</text:span>'
    css = root.findtext("head/style") or ""
    below = "".join(map(_piece, _PIECE.finditer(found["words"]))) if (found := _NUMBERED.search(css)) else ""
    number = f"<text:tab/>{below}"
    (master,) = styles.get_elements('//style:master-page[@style:name="Standard"]')
    for name, words in (("header", title + mark), ("header-first", mark), ("footer", number), ("footer-first", number)):
        master.append(
            Element.from_tag(f'<style:{name}><text:p text:style-name="Margin">{words}</text:p></style:{name}>')
        )


def first_page(root: Any) -> int | None:
    """Return the number of the first page where the notes go on from an earlier one."""
    found = _BEGINS.search(root.findtext("head/style") or "")
    return int(found[1]) if found else None


def begin_at(document: Document, number: int) -> None:
    """Give the first page its number."""
    first: Any = next(iter(document.body.children))
    parent = first.get_attribute("text:style-name") or "Standard"
    document.insert_style(
        f'<style:style style:name="First" style:family="paragraph" style:parent-style-name="{parent}"'
        f' style:master-page-name="Standard"><style:paragraph-properties style:page-number="{number}"/></style:style>',
        automatic=True,
    )
    first.set_attribute("text:style-name", "First")


def add_picture(document: Document, into: Any, address: str) -> None:
    """Put a picture into the document that stands within the page, as its logo does."""
    from docx.image.image import Image
    from odfdo import Element

    kind, _, content = address.removeprefix("data:").partition(";base64,")
    name = f"Pictures/logo.{kind.partition('/')[2]}"
    data = b64decode(content)
    container: Any = document.container
    container.set_part(name, data)
    manifest: Any = document.get_part("META-INF/manifest.xml")
    manifest.add_full_path(name, kind)
    picture = Image.from_blob(data)
    width = _LOGO_HIGH * picture.px_width / picture.px_height
    into.append(
        Element.from_tag(
            '<text:p text:style-name="Letterhead"><draw:frame draw:name="logo" text:anchor-type="as-char"'
            f' svg:width="{min(width, _WIDE):.2f}cm" svg:height="{_LOGO_HIGH * min(1, _WIDE / width):.2f}cm">'
            f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            "</draw:frame></text:p>"
        )
    )


def _piece(found: re.Match[str]) -> str:
    """Return a piece of what CSS prints below a page: words, the page's number, or the count of pages."""
    if found["what"] == "page":
        return '<text:page-number text:select-page="current">1</text:page-number>'
    if found["what"] == "pages":
        return "<text:page-count>1</text:page-count>"
    words = _ESCAPED.sub(lambda one: chr(int(one[1], 16)) if one[1] else one[2], found["words"])
    return escape(words)
