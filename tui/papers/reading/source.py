"""Reading a paper whatever its format: told by its first bytes, not by its name."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from tui.errors import BadInput
from tui.given import read_given
from tui.meeting.model import Value
from tui.papers.document import Document
from tui.papers.reading.text import KINDS, decode, read_text_document

LARGEST = 50_000_000
"""Bytes of a paper; no more are read."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")
"""What every mail of Outlook holds."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_MAIL_KEYS = (b"mime-version:", b"message-id:", b"content-type:", b"received:")


class Paper(Value, frozen=True, kw_only=True):
    """A paper as it came."""

    content: bytes
    suffix: str
    """Of the file that keeps it: `.docx`."""
    document: Document


def read_file(path: Path, where: str = "") -> Paper:
    """Read a file. Raises BadInput for one that is missing, too large, empty, damaged or of no known kind."""
    where = where or str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise too_large(where, size)
        content = read_given(path, LARGEST)
    except IsADirectoryError as error:
        raise BadInput("this is a folder", where=where, hint="name a file in it") from error
    except FileNotFoundError as error:
        raise BadInput("there is no such file", where=where, hint="check the path") from error
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}", where=where) from error
    return read_bytes(content, where, path.suffix.lower())


def too_large(where: str, size: int) -> BadInput:
    """Say that a paper is larger than any paper."""
    return BadInput(f"{size // 1_000_000} MB are more than a paper has", where=where, hint="give the agenda alone")


def read_bytes(content: bytes, where: str, suffix: str = "") -> Paper:
    """Read a paper's bytes; `suffix` tells no more than whether a text without a mark is a page or a mail."""
    if len(content) > LARGEST:
        raise too_large(where, len(content))
    if not content.strip():
        raise BadInput(
            "the agenda has no title: this file is empty",
            where=where,
            line=1,
            hint="begin with a line “# Title of the meeting”",
        )
    kind = _kind(content, where, suffix)
    document = _document(content, where, kind)
    if not document.blocks:
        raise BadInput("this file holds no text", where=where, hint=KINDS)
    return Paper(content=content, suffix=kind, document=document)


def _kind(content: bytes, where: str, suffix: str) -> str:
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_archive(content, where)
    if b"%PDF-" in content[:1024]:
        return ".pdf"
    if content.startswith(_OLD_OFFICE):
        return _old_office(content, where, suffix)
    if content.startswith(b"{\\rtf"):
        raise BadInput("rich text (.rtf) is not read", where=where, hint="save it as .docx, and give that")
    if _HTML.match(content[:4096]) or (suffix in (".html", ".htm") and b"<" in content):
        return ".html"
    head = content[:6000].lower()
    if _MAIL.match(content[:6000]) and (
        suffix == ".eml" or (b"subject:" in head and any(key in head for key in _MAIL_KEYS))
    ):
        return ".eml"
    return suffix if suffix in (".md", ".markdown", ".txt") else ".txt"


def _kind_of_archive(content: bytes, where: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist()[:5000])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        what = "OpenDocument file" if b"oasis.opendocument" in content[:200] else "Word file"
        raise BadInput(
            f"this {what} is damaged or incomplete", where=where, hint="save it anew, and give that"
        ) from error
    if "word/document.xml" in names:
        return ".docx"
    if "content.xml" in names:
        return ".odt"
    what = (
        "a spreadsheet" if "xl/workbook.xml" in names else "slides" if "ppt/presentation.xml" in names else "an archive"
    )
    raise BadInput(f"this is {what}, not a paper", where=where, hint=KINDS)


def _old_office(content: bytes, where: str, suffix: str) -> str:
    """Say what a file in the old format of offices is: a mail of Outlook, an encrypted new one, an old one."""
    if suffix == ".msg" or _PROPERTIES in content:
        return ".msg"
    if suffix in (".docx", ".docm"):
        raise BadInput("this Word file is encrypted", where=where, hint="save it without a password")
    raise BadInput("Word files of before 2007 (.doc) are not read", where=where, hint="save it as .docx, and give that")


def _document(content: bytes, where: str, kind: str) -> Document:
    """Read a paper by its kind; what reads a format is imported for that format alone."""
    if kind == ".docx":
        from tui.papers.reading.docx import read_docx

        return read_docx(content, where)
    if kind == ".odt":
        from tui.papers.reading.odt import read_odt

        return read_odt(content, where)
    if kind == ".pdf":
        from tui.papers.reading.pdf import read_pdf

        return read_pdf(content, where)
    if kind == ".html":
        from tui.papers.reading.html import read_html

        return read_html(content, where)
    if kind in (".eml", ".msg"):
        return _mail(content, where, kind)
    return read_text_document(decode(content, where), where)


def _mail(content: bytes, where: str, kind: str) -> Document:
    if kind == ".msg":
        from tui.papers.reading.outlook import read_outlook

        return read_outlook(content, where)
    from tui.papers.reading.mail import read_mail

    return read_mail(content, where)
