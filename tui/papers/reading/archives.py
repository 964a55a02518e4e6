"""Opening the archives that office files are, without trusting what they say of their size."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from tui.errors import BadInput

_LARGEST_PART = 40_000_000
_LARGEST = 120_000_000
_MOST_PARTS = 5_000
_RATIO = 200
"""A part that grows more than this, and is large, is no text but a bomb."""


def opened(content: bytes, where: str, what: str) -> zipfile.ZipFile:
    """Open an office file. Raises BadInput where it is damaged, encrypted, or grows beyond all measure."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise BadInput(
            f"this {what} is damaged or incomplete", where=where, hint="save it anew, and give that"
        ) from error
    if any(part.flag_bits & 1 for part in parts):
        raise BadInput(f"this {what} is encrypted", where=where, hint="save it without a password")
    total = sum(part.file_size for part in parts)
    grown = any(part.file_size > 10_000_000 and part.file_size > _RATIO * max(1, part.compress_size) for part in parts)
    if total > _LARGEST or len(parts) > _MOST_PARTS or grown:
        raise BadInput(
            f"this {what} unpacks to more than can be read", where=where, hint="save its text in a file of its own"
        )
    return archive


def part_of(archive: zipfile.ZipFile, name: str, where: str, what: str) -> bytes | None:
    """Read one part of an office file; None where it has none. Raises BadInput where it is damaged."""
    try:
        with archive.open(name) as part:
            content = part.read(_LARGEST_PART + 1)
    except KeyError:
        return None
    except Exception as error:
        raise BadInput(
            f"this {what} is damaged or incomplete", where=where, hint="save it anew, and give that"
        ) from error
    if len(content) > _LARGEST_PART:
        raise BadInput(
            f"this {what} unpacks to more than can be read", where=where, hint="save its text in a file of its own"
        )
    return content


def tree_of(content: bytes, where: str, what: str) -> etree._Element:
    """Parse XML that nobody vouches for: no entities, nothing fetched. Raises BadInput where it is damaged."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput(
            f"this {what} is damaged or incomplete", where=where, hint="save it anew, and give that"
        ) from error
