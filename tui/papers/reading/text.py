"""Reading plain text and Markdown: lines, headings, tables, links, front matter, and mails that were pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.dates.moments import moments_in
from tui.papers.document import Aside, Block, Document
from tui.papers.reading.asciidoc import as_markdown
from tui.papers.reading.front_matter import with_front_matter
from tui.papers.reading.lines import (
    CONTENTS,
    Line,
    has_bullet,
    plain_lines,
    with_links_inline,
    without_doubled_numbers,
    without_line_numbers,
)

_HEADING = re.compile(r"\s{0,3}(#{2,6}(?=[A-Z])|#{1,6}(?=\s+\S|[A-Z][\w'’-]*\s+\S))\s*")
"""A heading; with no space behind the marks it has several words, so that `#461` and `#hashtag` are none."""
_CLOSED = re.compile(r"(?<=\s)[#=]+$")
_WIKI_HEADING = re.compile(r"(={2,5})\s+(?=[A-ZÄÖÜÉ\d])")
"""A heading as wikis and AsciiDoc write it: `== Boats ==`."""
_RULE = re.compile(r"[-=_*|:~+\s]{3,}")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_QUOTED = re.compile(r"\s*>\s?")
_WROTE = re.compile(
    r"(?:on|am|le|el|ar|op)\b.{5,120}\b(?:wrote|schrieb|a écrit|escribió|schreef|ysgrifennodd)\b.{0,60}:\s*$",
    re.IGNORECASE,
)
_MAIL_KEY = re.compile(
    r"(from|to|cc|bcc|subject|date|sent|reply-to|importance|attachments|von|an|betreff|gesendet|de|à|objet|envoyé|para|asunto|enviado|fecha|datum|van|aan|onderwerp|verzonden)"
    r"\s?:\s*(.*)",
    re.IGNORECASE,
)
_SUBJECT = frozenset({"subject", "betreff", "objet", "asunto", "onderwerp"})
_SENT = frozenset({"date", "sent", "gesendet", "envoyé", "enviado", "fecha", "datum", "verzonden"})
_SENDER = frozenset({"from", "von", "van", "de"})
_FORWARDED = re.compile(
    r"-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|message|mensaje|neges)\b[^-]{0,40}-{2,}$"
    r"|begin forwarded message:$|anfang der weitergeleiteten nachricht:?$|début du message transféré",
    re.IGNORECASE,
)
_GREETING = 12
"""Lines above a forwarded mail, which say hello."""
_MAIL_HEAD = 24
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_ASSIGNED = re.compile(r"^([\w-]+)\s*=\s*(?=\S)")
"""A key and its value in front matter between `+++`."""
_COMMENT = re.compile(r"<!--.*?-->")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"(?<!\[)\[([^\[\]]+)\]\(([^()\s]+)(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(
    r"</?(?:a|b|center|code|details|div|em|h[1-6]|i|img|p|small|span|strong|sub|summary|sup|u)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_TAGS = re.compile(rf"{_TAG.pattern}|<br\s*/?>", re.IGNORECASE)
"""The tags of a heading or an item, which are set aside."""
_LISTED = re.compile(r"\s*(?:#{1,6}|[-*+|]|\d{1,3}[.)])")
"""How a heading, an item or a row begins, whose tags say nothing; of any other line they are kept."""
_OPEN_TAG = re.compile(r"<[a-z][^<>]*$", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\s*,?\s*<br\s*/?>\s*", re.IGNORECASE)
_UNDER_HEADS = re.compile(r"\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+")
"""The line below the heads of a table that has no edges: `---- | ----`."""
_BARE_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_STRUCK = re.compile(r"~~(?=\S)([^~]+)~~")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_ROW_WITHOUT_EDGE = re.compile(r"\s*[^\s|][^|]*\s\|\s[^|]*\S\s*(?:\|[^|]*)*\|\s*$")
"""A table's row whose first edge was lost: `Chair: | Ann Lee |`."""
_BARS, _LONGEST_KEY = 2, 30
"""The fewest bars of a row, which more lines than that have."""
_COLUMN_EDGE = re.compile(r"\t+")
_HOUR = re.compile(r"\s*\d{1,2}[.:h]\d\d\b")


def decode(content: bytes, where: str) -> str:
    """Decode a text as it says, else as UTF-8, else as Windows does. Raises BadInput for what is no text."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content[:4096]:
        return _without_mark(content, where)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _without_mark(content: bytes, where: str) -> str:
    """Decode UTF-16 that does not say so. Raises BadInput for what holds zeros and is no text."""
    even, odd = content[:4096:2].count(0), content[1:4096:2].count(0)
    text = content.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    seen = text[:1000]
    if abs(even - odd) * 4 < len(seen) or sum(one.isprintable() or one.isspace() for one in seen) * 10 < len(seen) * 9:
        raise BadInput("this is not a text, nor any kind of paper that can be read", where=where, hint=KINDS)
    return text


KINDS = "give a .docx, .odt, .pdf, .html, .eml, .md or .txt file"


def read_text_document(text: str, where: str) -> Document:
    """Read a text into a document."""
    text = as_markdown(text.replace("\r\n", "\n"))
    lines = plain_lines(with_links_inline(without_doubled_numbers(without_line_numbers(text))))
    last = max((line.number for line in lines if line.text.strip()), default=1)
    blocks = tuple(_blocks(lines))
    subject, marked, sent, blocks = _without_mail_head(blocks)
    faults = tuple(f"{where}:{line.number}: {line.fault}" for line in lines if line.fault)
    return Document(
        warnings=faults,
        where=where,
        blocks=with_front_matter(_tables(_main_part(blocks))),
        subject=subject,
        marked_subject=marked,
        sent=sent,
        last_place=last,
    )


def _blocks(lines: list[Line]) -> Iterator[Block]:
    """Yield the lines that say something, each as a block; no empty ones, no rules, no comments, no code."""
    apart, in_comment, in_tag, fence = True, False, False, ""
    front = _front_matter_end(lines)
    lines = _with_edges(lines)
    for at, line in enumerate(lines):
        text = line.text.strip()
        if not in_comment and text.startswith("<!--"):
            in_comment = True
        if in_comment:
            in_comment = "-->" not in text
            continue
        if at < front:
            if text and not _RULE.fullmatch(text):
                told = _ASSIGNED.sub(r"\1: ", text)
                yield Block(
                    place=line.number, text=told, marked="" if told != text else marked_of(line), aside=Aside.FRONT
                )
            continue
        if in_tag or _OPEN_TAG.fullmatch(text) or text == CONTENTS:
            in_tag = ">" not in text and (in_tag or text.startswith("<"))
            yield Block(place=line.number, text=text, marked=marked_of(line), aside=Aside.FURNITURE)
            continue
        if found := _FENCE.match(line.text):
            fence = "" if fence else found[1]
            continue
        if not text or _RULE.fullmatch(text):
            apart = apart or not line.soft
            continue
        yield _block(line, apart=apart, code=bool(fence))
        row = line.text.lstrip().startswith("|")
        if not fence and not row and _LISTED.match(line.text) and (tags := _TAGS.findall(line.text)):
            yield Block(place=line.number, text=" ".join(dict.fromkeys(tags)), aside=Aside.FURNITURE)
        apart = False


def _with_edges(lines: list[Line]) -> list[Line]:
    """Give the rows of a table that is drawn without edges the edges of others."""
    found = [*lines]
    for at, line in enumerate(lines):
        if "|" not in line.text or at == 0 or not _UNDER_HEADS.fullmatch(line.text):
            continue
        row = at - 1
        while row < len(lines) and (row == at or "|" in lines[row].text):
            text = lines[row].text.strip()
            found[row] = replace(lines[row], text=text if text.startswith("|") else f"| {text} |")
            row += 1
    return found


def marked_of(line: Line, number: str = "") -> str:
    """Return a line with its brackets, and the number that its format prints before it; nothing where it has none."""
    return f"{number} {line.marked}" if "[[" in line.marked else ""


def _front_matter_end(lines: list[Line]) -> int:
    """Return the place after the front matter of a page, between two `---` or `+++`; 0 where there is none."""
    shown = [at for at, line in enumerate(lines) if line.text.strip()]
    mark = lines[shown[0]].text.strip() if shown else ""
    if mark not in ("---", "+++"):
        return 0
    for at in shown[1:40]:
        if lines[at].text.strip() in (mark, "..."):
            return at + 1
        if mark == "+++" and (_ASSIGNED.match(lines[at].text) or lines[at].text.startswith("[")):
            continue
        if not re.match(r"\s*[\w-]+\s*:|\s+\S|\s*-\s", lines[at].text):
            return 0
    return 0


def _block(line: Line, *, apart: bool, code: bool) -> Block:
    text, aside = line.text, Aside.FURNITURE if code else None
    if found := _QUOTED.match(text):
        text = _QUOTED.sub("", text, count=0) if text.lstrip().startswith("> >") else text[found.end() :]
        aside = Aside.QUOTE
    links = tuple(found[2] for found in _LINK.finditer(text))
    raw = text
    if not text.isascii() or any(mark in text for mark in "[~`<&"):
        text = _plain_markup(text)
    hashes = 0
    if found := _HEADING.match(text) or _WIKI_HEADING.match(text):
        hashes = len(found[1])
        text = _CLOSED.sub("", text[found.end() :]).strip()
    if not text.strip():
        return Block(place=line.number, text=line.text.strip(), marked=marked_of(line), aside=Aside.FURNITURE)
    cells: tuple[str, ...] = ()
    if text.lstrip().startswith("|") or _ROW_WITHOUT_EDGE.match(text):
        cells = tuple(cell.strip().strip("*").strip() for cell in text.strip().strip("|").split("|"))
        text = raw if "<br" in raw else text
    return Block(
        place=line.number,
        text=text,
        marked=marked_of(line),
        hashes=hashes,
        cells=cells,
        links=links,
        apart=apart,
        soft=line.soft,
        aside=aside,
    )


def _plain_markup(text: str) -> str:
    text = _IMAGE.sub("", _COMMENT.sub("", text))
    if _LISTED.match(text):
        text = _TAG.sub("", _LINE_BREAK.sub(", ", text))
    text = _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text
    text = _LINK.sub(r"\1", text)
    text = _BARE_LINK.sub(r"\1", text)
    return _CODE.sub(r"\1", _STRUCK.sub(r"\1", text)).rstrip()


def _without_mail_head(blocks: tuple[Block, ...]) -> tuple[str, str, date | None, tuple[Block, ...]]:
    """Set the head of a mail that was pasted aside, and read its subject, without and with brackets, and its day."""
    subject, marked, sent, at, keys = "", "", None, _after_marks(blocks), set()
    while at < min(len(blocks), _MAIL_HEAD) and (found := _MAIL_KEY.fullmatch(blocks[at].text.strip())):
        key = found[1].casefold()
        keys.add(key)
        if key in _SUBJECT:
            subject, marked = found[2].strip(), blocks[at].marked
        elif key in _SENT:
            sent = mail_day(found[2])
        at += 1
    if not (subject and keys & _SENDER):
        return "", "", None, blocks
    head = tuple(replace(block, aside=Aside.MAIL) for block in blocks[:at])
    return plain_subject(subject), marked, sent, (*head, *blocks[at:])


def _after_marks(blocks: tuple[Block, ...]) -> int:
    """Return the place after the line that begins a forwarded mail, below a greeting; 0 where there is none."""
    for at, block in enumerate(blocks[:_GREETING]):
        if _FORWARDED.match(block.text.strip()):
            return at + 1
    return 0


def mail_day(words: str) -> date | None:
    """Read the day of a mail's head; None where it tells none."""
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        told = moments_in(words)
        return told[0].date if told else None


def plain_subject(words: str) -> str:
    """Return a mail's subject without `Re:` and the like."""
    return _REPLY.sub("", words.strip())


def _main_part(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take what was quoted for the paper itself where nothing but a greeting stands outside; else it stays aside."""
    wrote = [at for at, block in enumerate(blocks) if _WROTE.match(block.text.strip())]
    quoted = [block.aside is Aside.QUOTE for block in blocks]
    if not any(quoted):
        return blocks
    outside = [b for at, b in enumerate(blocks) if b.aside is None and at not in wrote]
    inside = [b for b in blocks if b.aside is Aside.QUOTE]
    if len(outside) > 2 and _numbered(outside) >= min(2, _numbered(inside)):
        return tuple(replace(b, aside=Aside.QUOTE) if at in wrote else b for at, b in enumerate(blocks))
    return tuple(
        replace(b, aside=None) if b.aside is Aside.QUOTE else replace(b, aside=b.aside or Aside.MAIL) for b in blocks
    )


def _numbered(blocks: list[Block]) -> int:
    return sum(bool(re.match(r"\s*(?:\(?\d{1,3}[.)]|[-*•]\s)", block.text)) for block in blocks)


def _bars_in(block: Block) -> int:
    return 0 if block.cells or block.hashes or block.aside is not None else block.text.count(" | ")


def _piped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take lines whose parts stand between bars for rows, where several that follow one another have as many."""
    parted = [
        tuple(cell.strip() for cell in block.text.split(" | "))
        if _bars_in(block) >= _BARS or (_bars_in(block) == 1 and len(block.text.partition(" | ")[0]) < _LONGEST_KEY)
        else ()
        for block in blocks
    ]
    counts = [len(cells) for cells in parted]
    in_row = [
        count > 0 and count in (*counts[max(0, at - 1) : at], *counts[at + 1 : at + 2])
        for at, count in enumerate(counts)
    ]
    if sum(in_row) <= _BARS:
        return blocks
    return tuple(
        replace(block, cells=cells) if row else block for block, cells, row in zip(blocks, parted, in_row, strict=True)
    )


def _is_listed(text: str) -> bool:
    """Whether a line with tabs is a list's, or has a key."""
    return has_bullet(text) or text.split("\t", 1)[0].rstrip().endswith(":")


def _tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take lines that a table left, its cells parted by tabs, for rows: three cells and more, two lines and more.

    A line of a timetable has two where nobody presents it.
    """
    parted = [
        tuple(cell.strip() for cell in _COLUMN_EDGE.split(block.text.strip("\n")))
        if block.text.count("\t") >= (1 if _HOUR.match(block.text) else 2)
        and not block.cells
        and block.aside is None
        and not _is_listed(block.text)
        else ()
        for block in blocks
    ]
    rows = [sum(map(bool, cells)) > 1 and (len(cells) > 2 or bool(_HOUR.match(cells[0]))) for cells in parted]
    if sum(row and len(cells) > 2 for row, cells in zip(rows, parted, strict=True)) < 2:
        return _piped(blocks)
    return tuple(
        replace(block, cells=cells) if row else block for block, cells, row in zip(blocks, parted, rows, strict=True)
    )
