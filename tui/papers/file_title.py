"""The title of a meeting whose paper has none: what the paper's file is called."""

from __future__ import annotations

import re
from pathlib import PurePath

from msgspec.structs import replace

from tui.papers.draft import Draft
from tui.papers.understanding.titles import clean_title, is_generic

_JOINTS = re.compile(r"[_\s]+|(?<=[^\W\d_])-(?=\w)|(?<=\d)-(?=[^\W\d_])|\.(?=\D)")
_DAY = re.compile(r"(?<!\d)(?:\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4})(?!\d)")
_SAYS_NOTHING = re.compile(
    r"(?:final|draft|copy|version|template|document|untitled|scan|download|new|file|text|attachment"
    r"|unbenannt|sans titre|v?\d+|agenda|stdin|standard input|paper|[()\s-])+",
    re.IGNORECASE,
)
_UNNAMED = "Meeting"


def titled_by_file(draft: Draft, where: str) -> Draft:
    """Return a draft with the title that its file's name gives, else a plain one, and a warning that says so."""
    title = title_of_file(where)
    said = f"“{title}” is what its file is called" if title else f"it is called “{_UNNAMED}”"
    warning = f"{where}:1: no title stands in this agenda; {said}; change it with /title"
    meeting = replace(draft.meeting, title=title or _UNNAMED)
    return replace(draft, meeting=meeting, warnings=(warning, *draft.warnings))


def title_of_file(where: str) -> str:
    """Return the words of a file's name that may be a title, without a day; empty where they say nothing."""
    name = PurePath(where.replace("\\", "/")).name
    words = " ".join(_JOINTS.sub(" ", _DAY.sub(" ", PurePath(name).stem)).split())
    title = clean_title(words)
    if _SAYS_NOTHING.fullmatch(title) or is_generic(title) or not re.search(r"[^\W\d_]{2}", title):
        return ""
    return f"{title[0].upper()}{title[1:]}"
