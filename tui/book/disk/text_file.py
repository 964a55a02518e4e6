"""The files that people name, and the text in them: agendas and scripts, as editors on any system write them."""

from __future__ import annotations

from pathlib import Path

from tui.errors import BadInput
from tui.given import read_given
from tui.home import with_home
from tui.meeting.text.lazy_patterns import Pattern

_LONGEST_NAME = 2_000
_BEHIND_BACKSLASH = Pattern(r"\\([^\w\\])")


def named_file(words: str) -> Path:
    """Return the file that somebody named at a question: `~` is the home folder, quotes are no part of the name."""
    name = words.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1]
    return with_home(name)


def dropped_file(words: str) -> Path | None:
    """Return the file that words name and nothing else, as a terminal writes one that is dragged into it.

    It may be quoted, have its blanks behind backslashes, or be a `file://` address; None where there is no such file.
    """
    name = words.strip()
    if not name or "\n" in name or len(name) > _LONGEST_NAME:
        return None
    if name.startswith("file://"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        found = [Path(url2pathname(urlsplit(name).path))]
    else:
        found = [named_file(name), named_file(_BEHIND_BACKSLASH.sub(r"\1", name))]
    return next((path for path in found if is_there(path) and path.is_file()), None)


def is_there(path: Path) -> bool:
    """Return whether there is a file of that name; a name that no file may have is of none."""
    try:
        return path.exists()
    except OSError:
        return False


def read_text(path: Path) -> str:
    """Read a text file that a person gave. Raises BadInput where it can't be read or is not text."""
    try:
        raw = read_given(path)
    except FileNotFoundError:
        raise BadInput("there is no such file", where=path, hint="check the path") from None
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}", where=path) from error
    return text_of(raw, path)


def text_of(raw: bytes, where: str | Path) -> str:
    """Read the bytes of a text that a person gave; `where` names it. Raises BadInput where it is not text."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput("this is not UTF-8 text", where=where, line=line, hint="save it as UTF-8") from error
