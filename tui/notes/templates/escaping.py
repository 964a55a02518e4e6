"""Print words literally in each format: nothing in them is read as markup.

The Markdown rules are CommonMark 0.31's, with the tables and strikethrough of GitHub's, and what pandoc reads beside
these: formulas, superscripts, notes, citations, attributes, definitions, and lists with letters. In HTML, what is
literal in the text of an element is literal within a quoted attribute too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tui.meeting.text.addresses import where_it_leads
from tui.meeting.text.inline_markup import Span
from tui.meeting.text.sanitizing import printable
from tui.notes.view.words import ViewText

# A noncharacter, which words never hold once they are printable. It marks a place that needs a backslash if it
# turns out to stand at the start of a line, which only the finished page can tell.
_IF_FIRST = "\ufdd0"

LINK = "\ufdd4"
"""Begins an address. Whether it stands in an element's text, where a link may be, only the finished page can tell."""

LINK_END = "\ufdd5"
"""Ends an address."""

_INLINE = re.compile(
    r"""[\\`*\[\]<|~]
    | (?<![^\W_])_ | _(?![^\W_])      # within a word, an underscore marks nothing
    | &(?=\#?\w*(?:;|\Z))             # an entity, or what the words after could complete to one
    | !(?=\[|\Z)
    | [\^{] | \$(?!\d)                 # what pandoc reads: before a figure, a dollar ends no formula
    | (?<![^\W_])@(?=[\w{])           # and a citation
    | (?:(?<=\s)|\A)\#(?=\#*\Z)       # closes a heading
    """,
    re.VERBOSE,
)
_MARKS = re.compile(r"[\\`*\[\]<|~_&!^{$@#]")
"""What any of those begins with: a text without is the rule, and found without trying each."""
_AT_START = re.compile(
    r"""(?:\d{1,9} | [a-z] | [ivxlcdm]{2,8} | [IVXLCDM]{2,8})(?=[.)](?:\s|\Z))
    | [A-Z](?=\)(?:\s|\Z) | \.(?:\s\s|\Z))
    | Table(?=:)
    | (?=\#|>|-(?:[\s-]|\Z)|:-|\+(?:\s|\Z)|=+\s*\Z)
    | (?=\((?:\w{1,9}|@\w*)\)(?:\s|\Z) | :(?:\s|\Z|::))
    """,
    re.VERBOSE,
)
_FIRST = re.compile(
    rf"(?m)^((?:[ \t>]|[-+*](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))*"
    rf"(?:(?:\d{{1,9}}|[A-Za-z]|[ivxlcdm]{{2,8}}|[IVXLCDM]{{2,8}})(?={_IF_FIRST}[.)])|Table(?={_IF_FIRST}:))?){_IF_FIRST}"
)
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "`": "&#96;"})
_ADDRESS = re.compile(
    rf"<(?P<without>a|title|style|script|textarea)\b.*?</(?P=without)\s*>|<[!/a-z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
    rf"|{LINK}(?P<address>[^{LINK_END}]*){LINK_END}",
    re.IGNORECASE | re.DOTALL,
)
_SPACES = re.compile(" {2,}")
_NOT_IN_A_CSS_STRING = re.compile(r"[^0-9A-Za-z ]")
_STARS = {"": "", "em": "*", "strong": "**"}


def plain_text(words: str) -> str:
    """Print words in plain text."""
    return words if isinstance(words, ViewText) else printable(words)


def markdown(words: str) -> str:
    """Print words in Markdown; `finished` has to go over the whole page afterwards."""
    if isinstance(words, ViewText):
        return _markdown_spans(words.spans)
    return _literal(printable(words))


def _markdown_spans(spans: Sequence[Span]) -> str:
    if len(spans) == 1 and not spans[0].emphasis and not spans[0].link:
        # Nearly every text, and a long meeting has thousands.
        return _literal(spans[0].words)
    printed: list[str] = []
    for emphasis, stretch in groupby(spans, key=lambda span: span.emphasis):
        words = "".join(_markdown_links(stretch, first=not printed and not emphasis))
        core = words.strip()
        stars = _STARS[emphasis] if core else ""
        # A space just inside the stars would make them literal.
        start = words.index(core)
        printed += (words[:start], stars, core, stars, words[start + len(core) :])
    return "".join(printed)


def _markdown_links(spans: Iterable[Span], *, first: bool) -> Iterator[str]:
    for link, stretch in groupby(spans, key=lambda span: span.link):
        words = "".join(span.words for span in stretch)
        yield _markdown_link(words) if link else _literal(words, first=first)
        first = False


def _markdown_link(address: str) -> str:
    leads = where_it_leads(address)
    told = leads.removeprefix("mailto:") == address
    return f"<{address}>" if told else f"[{_literal(address, first=False)}](<{leads}>)"


def _literal(words: str, *, first: bool = True) -> str:
    escaped = _INLINE.sub(r"\\\g<0>", words) if _MARKS.search(words) else words
    if first and (start := _AT_START.match(words)):
        # What comes before the place is digits, which no escape has lengthened.
        escaped = escaped if escaped.startswith("\\") else escaped[: start.end()] + _IF_FIRST + escaped[start.end() :]
    return escaped


def html(words: str) -> str:
    """Print words in HTML.

    Right-to-left words stand apart, so that they turn round nothing beside them, and spaces typed together stay. No
    tag holds a quotation mark, which would end an attribute.
    """
    if not isinstance(words, ViewText):
        return printable(words).translate(_HTML)
    printed: list[str] = []
    for emphasis, stretch in groupby(words.spans, key=lambda span: span.emphasis):
        shown = (f"{LINK}{span.words}{LINK_END}" if span.link else span.words for span in stretch)
        literal = "".join(shown).translate(_HTML)
        printed.append(f"<{emphasis}>{literal}</{emphasis}>" if emphasis else literal)
    page = "".join(printed)
    if _SPACES.search(words):
        page = f"<span class=as-typed>{page}</span>"
    return page if words.isascii() or not _turns(words) else f"<bdi>{page}</bdi>"


def _turns(words: str) -> bool:
    """Return whether any of the words run from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in words)


def css_string(words: str) -> str:
    """Print words as a string of CSS, which may stand within an HTML page."""
    escaped = _NOT_IN_A_CSS_STRING.sub(lambda found: f"\\{ord(found[0]):x} ", printable(words))
    return f'"{escaped}"'


def finished_markdown(page: str) -> str:
    """Settle what would begin a list, a heading or a quotation if it stands at the start of a line."""
    if _IF_FIRST not in page:
        return page
    return _FIRST.sub(r"\1\\", page).replace(_IF_FIRST, "")


def finished_html(page: str) -> str:
    """Make links of the addresses in the text of elements; within a tag, a title or a link they are words."""
    return _ADDRESS.sub(_html_link, page) if LINK in page else page


def _html_link(found: re.Match[str]) -> str:
    address = found["address"]
    if address is None:
        return found[0].replace(LINK, "").replace(LINK_END, "")
    return f'<a href="{where_it_leads(address)}">{address}</a>'


def as_it_is(page: str) -> str:
    """Leave the page as it is."""
    return page
