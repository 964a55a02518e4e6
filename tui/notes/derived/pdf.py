"""The notes as PDF for print and archive: tagged for screen readers, with bookmarks, page numbers and marks."""

from __future__ import annotations

import hashlib
import logging
import re
import zlib
from typing import Any

from tui.errors import BadInput

_LOOKS = """
body::before { content: none !important; }
body { padding-inline-start: 0 !important; }
header .marks { string-set: marks content(); }
@page { @top-right { content: string(marks); font: 600 9pt sans-serif; color: #9b1c1c; } }
h1 { bookmark-level: 1; } h2 { bookmark-level: 2; } h3 { bookmark-level: 3; }
h4 { bookmark-level: 4; } h5 { bookmark-level: 5; } h6 { bookmark-level: 6; }
.heard { position: static; clip-path: none; width: auto; height: auto; font-size: 0.01pt; color: #fff; margin: 0; }
"""
"""What paper needs beside the page's own looks: marks in every page's margin, and headings as bookmarks."""


_ONE_PAGE = re.compile(rb"/Type\s*/Page\b")
_ACCESSIBLE = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""That the file is PDF/UA-1 too, and what PDF/A wants to be told of a property that it does not know."""


def _say_accessible(document: object, pdf: Any) -> None:
    """Say in the file's metadata, which says that it is PDF/A, that it is PDF/UA as well."""
    del document
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [metadata.stream[0].replace(b"</rdf:RDF>", _ACCESSIBLE + b"</rdf:RDF>")]


def pdf_of(page: str) -> bytes:
    """Print a web page as PDF/A-2a, for archives, which is PDF/UA-1 too; nothing is fetched from anywhere.

    Raises BadInput where the library lacks.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        # OSError: the library is there, and what it draws letters with is not.
        hint = "install it with: pip install 'minutebook[pdf]'"
        if not isinstance(error, ImportError):
            hint = "WeasyPrint needs Pango, which your system's packages have"
        raise BadInput("PDF is an extra that is not installed", hint=hint) from None
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # A picture within the page is all that is ever read: a template of somebody else's may ask for anything.
    within = URLFetcher(allowed_protocols=("data",))
    made: bytes = HTML(string=page, url_fetcher=within).write_pdf(
        stylesheets=[CSS(string=_LOOKS, url_fetcher=within)],
        pdf_variant="pdf/a-2a",
        finisher=_say_accessible,
        pdf_identifier=hashlib.sha256(page.encode("utf-8", "replace")).digest()[:16],
    )
    return made


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF that was made here."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return sum(len(_ONE_PAGE.findall(objects)) for objects in (pdf, *map(_unpacked, streams)))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""
