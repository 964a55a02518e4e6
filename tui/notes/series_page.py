"""The page and the feed of a series: every meeting's published notes, with their state, for a site of one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from tui.meeting.dates.written_dates import said_date
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import Value
from tui.meeting.text.sanitizing import showable

_ATOM = "http://www.w3.org/2005/Atom"
_INVALID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class PublishedSet(Value, frozen=True, kw_only=True):
    """A meeting's notes as they were put out; all of its words may be seen."""

    meeting: str
    """The meeting's id."""
    title: str
    day: date
    folder: str
    """The folder's name, beside the page."""
    files: tuple[tuple[str, str], ...]
    """Each file with its SHA-256."""
    at: datetime
    state: str
    """`draft`, `approved`, `amended` or `withdrawn`."""
    reason: str = ""
    """Why it was withdrawn."""


def series_page(title: str, sets: Sequence[PublishedSet], language: str) -> str:
    """Write the page, the latest meeting first; it loads nothing and needs no scripts."""
    words = words_in(language)
    rows = "\n".join(_row(one) for one in sets) or "<li>–</li>"
    return f"""<!DOCTYPE html>
<html lang="{_html(words.tag)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{_html(title)}</title>
<link rel="alternate" type="application/atom+xml" title="{_html(title)}" href="feed.xml">
<style>
body {{ max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1.0625rem/1.5 Georgia, serif; }}
ul {{ list-style: none; padding: 0; }} li {{ margin-bottom: 1.5rem; }}
.state {{ font: 600 0.85rem sans-serif; text-transform: uppercase; }}
.sums {{ font-size: 0.8rem; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<main>
<h1>{_html(title)}</h1>
<ul>
{rows}
</ul>
</main>
</body>
</html>
"""


def _row(one: PublishedSet) -> str:
    links = " · ".join(
        f'<a href="{_link(one.folder, name)}">{_html(name.rpartition(".")[2])}</a>' for name, _ in _notes_first(one)
    )
    sums = "".join(f"<div>{_html(name)}: {_html(digest)}</div>" for name, digest in one.files)
    state = "" if one.state == "approved" else f' <span class="state">{_html(one.state)}</span>'
    reason = f"<p>{_html(one.reason)}</p>" if one.reason else ""
    return (
        f'<li id="meeting-{one.day.isoformat()}-{_html(one.meeting[:8])}"><h2>{_html(one.title)}</h2>'
        f'<p><time datetime="{one.day.isoformat()}">{_html(said_date(one.day))}</time>{state}</p>{reason}'
        f'<p>{links}</p><details class="sums"><summary>SHA-256</summary>{sums}</details></li>'
    )


def series_feed(title: str, sets: Sequence[PublishedSet], address: str) -> bytes:
    """Write the feed (Atom, RFC 4287); `address` is where the page will stand, empty where that is not known yet."""
    base = address.rstrip("/") + "/" if address else ""
    feed = Element("feed", {"xmlns": _ATOM})
    _text(feed, "id", base or f"urn:minutebook:{_slug(title)}")
    _text(feed, "title", title)
    latest = max((one.at for one in sets), default=datetime.fromisoformat("1970-01-01T00:00:00+00:00"))
    _text(feed, "updated", latest.isoformat(timespec="seconds"))
    SubElement(SubElement(feed, "author"), "name").text = _sound(title)
    SubElement(feed, "link", rel="self", href=f"{base}feed.xml")
    for one in sets:
        entry = SubElement(feed, "entry")
        _text(entry, "id", f"urn:minutebook:{one.meeting}")
        _text(entry, "title", one.title if one.state == "approved" else f"{one.title} ({one.state})")
        _text(entry, "updated", one.at.isoformat(timespec="seconds"))
        first = next(iter(_notes_first(one)), ("", ""))[0]
        SubElement(entry, "link", href=f"{base}{_link(one.folder, first)}")
        _text(entry, "summary", one.reason or f"{said_date(one.day)}: {one.state}")
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _notes_first(one: PublishedSet) -> list[tuple[str, str]]:
    """Return the files, a page first of all, the lists of actions last."""
    return sorted(one.files, key=lambda file: ("-actions." in file[0], not file[0].endswith(".html"), file[0]))


def _text(parent: Element, tag: str, words: str) -> None:
    SubElement(parent, tag).text = _sound(words)


def _sound(words: str) -> str:
    return _INVALID.sub("\ufffd", showable(words))


def _html(words: str) -> str:
    return escape(_sound(words))


def _link(folder: str, name: str) -> str:
    return "/".join(quote(part, safe="", errors="replace") for part in (folder, name))


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold())) or "series"
