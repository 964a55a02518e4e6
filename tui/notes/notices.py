"""What stands in the place of notes that were taken back."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from io import BytesIO

from tui.errors import BadInput
from tui.meeting.model import Meeting
from tui.meeting.text.inline_markup import withheld
from tui.meeting.text.sanitizing import one_line
from tui.notes.formats import DERIVED
from tui.notes.templates.escaping import finished_html, finished_markdown, html, markdown, plain_text
from tui.notes.view.wording import wording_of

_PAGE = """<!DOCTYPE html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{held}</p>
<p><strong>{withdrawn}</strong></p>
{why}</main>
</body>
</html>
"""


_ALWAYS = ("html", "md", "txt")


def withdrawal_notices(
    meeting: Meeting, stem: str, reason: str, day: date, formats: Collection[str] = ()
) -> dict[str, bytes]:
    """Make the notices in the place of a set of notes, by file name; `meeting` is as the public may have it.

    They are there as pages and text, and in those `formats` in which the notes were.
    """
    wording = wording_of(meeting)
    title, why = wording.text(meeting.title), wording.text(one_line(withheld(reason)))
    held = wording.long_date(meeting.date)
    withdrawn = wording.words.withdrawn_on.format(day=wording.short_date(day))
    lines = [held, withdrawn, *([why] if why else [])]
    page = _PAGE.format(
        tag=wording.words.tag,
        title=html(title),
        held=html(held),
        withdrawn=html(withdrawn),
        why=f"<p>{html(why)}</p>\n" if why else "",
    )
    text = "\n\n".join(plain_text(line) for line in (title, *lines))
    marked = "\n\n".join((f"# {markdown(title)}", *(markdown(line) for line in lines)))
    finished = finished_html(page)
    made = {"html": finished.encode(), "md": f"{finished_markdown(marked)}\n".encode(), "txt": f"{text}\n".encode()}
    for fmt in formats:
        if fmt == "docx":
            made[fmt] = _word_file(title, lines, day, wording.words.tag)
        elif fmt in DERIVED:
            with suppress(BadInput):
                # PDF is an extra, which another machine may have had.
                made[fmt] = DERIVED[fmt].convert(finished)
    return {f"{stem}.{fmt}": made[fmt] for fmt in (*_ALWAYS, *formats) if fmt in made}


def _word_file(title: str, lines: Collection[str], day: date, tag: str) -> bytes:
    import docx

    from tui.notes.docx.package import finished_package, tell_nothing_else

    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, ""
    document.add_heading(title, 1)
    for line in lines:
        document.add_paragraph(line)
    language = "" if tag.startswith("en") else tag
    tell_nothing_else(document, day, language)
    made = BytesIO()
    document.save(made)
    return finished_package(made.getvalue(), language)
