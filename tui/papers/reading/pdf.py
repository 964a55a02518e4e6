"""Reading PDF files by their text layer, laid out in lines as they are printed."""

from __future__ import annotations

import io
import re
from collections import Counter as Count

from msgspec.structs import replace

from tui.errors import BadInput
from tui.papers.document import Aside, Block, Document
from tui.papers.reading.text import read_text_document
from tui.papers.reading.two_columns import in_one_column

_MOST_PAGES = 400
_FURNITURE = re.compile(
    r"(?:page\s+|seite\s+)?\d{1,4}(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE
)


def read_pdf(content: bytes, where: str) -> Document:
    """Read a PDF file into a document. Raises BadInput for one that is damaged, encrypted or holds only pictures."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput("this PDF file is encrypted", where=where, hint="save it without a password")
        pages = [page.extract_text(extraction_mode="layout") for page in reader.pages[:_MOST_PAGES]]
    except BadInput:
        raise
    except FileNotDecryptedError as error:
        raise BadInput("this PDF file is encrypted", where=where, hint="save it without a password") from error
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OSError,
        ImportError,
    ) as error:
        raise BadInput(
            "this PDF file is damaged or incomplete", where=where, hint="save it anew, and give that"
        ) from error
    if not any(any(map(str.isalnum, page)) for page in pages):
        message = "this PDF file holds no text, only pictures of it, as a scan does"
        raise BadInput(message, where=where, hint="give it in another format, or type its words into a text file")
    document = read_text_document("\n\n".join(in_one_column(_even(page)) for page in pages), where)
    return replace(document, blocks=_without_page_furniture(document, pages))


def _even(page: str) -> str:
    """Return a page's lines without the margin that all of them share."""
    lines = page.split("\n")
    shown = [line for line in lines if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in shown), default=0)
    return "\n".join(line[margin:].rstrip() for line in lines)


def _without_page_furniture(document: Document, pages: list[str]) -> tuple[Block, ...]:
    """Set aside the lines that stand on every page, and the pages' numbers."""
    ends = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    counts = Count(line for page in ends for line in {*page[:2], *page[-2:]})
    repeated = {line for line, count in counts.items() if len(pages) > 2 and count * 2 > len(pages)}
    seen: set[str] = set()
    blocks = []
    for block in document.blocks:
        text = block.text.strip()
        again = text in repeated and text in seen
        seen.add(text)
        numbered = (
            _FURNITURE.fullmatch(text) is not None
            and len(pages) > 1
            and any(text in (page[0], page[-1]) for page in ends if page)
        )
        blocks.append(replace(block, aside=Aside.FURNITURE) if again or numbered else block)
    return tuple(blocks)
