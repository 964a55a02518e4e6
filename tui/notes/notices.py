"""What stands in the place of notes that were taken back."""

from __future__ import annotations

from datetime import date

from tui.meeting.model import Meeting
from tui.meeting.text.inline_markup import withheld
from tui.meeting.text.sanitizing import one_line
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


def withdrawal_notices(meeting: Meeting, stem: str, reason: str, day: date) -> dict[str, bytes]:
    """Make the notices in the place of a set of notes, by file name; `meeting` is as the public may have it."""
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
    return {
        f"{stem}.html": finished_html(page).encode("utf-8"),
        f"{stem}.md": f"{finished_markdown(marked)}\n".encode(),
        f"{stem}.txt": f"{text}\n".encode(),
    }
