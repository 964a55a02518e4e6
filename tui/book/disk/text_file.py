"""The files that people name, and the text in them: agendas and scripts, as editors on any system write them."""

from __future__ import annotations

from pathlib import Path

from tui.errors import BadInput


def named_file(words: str) -> Path:
    """Return the file that somebody named at a question: `~` is the home folder, quotes are no part of the name."""
    name = words.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1]
    try:
        return Path(name).expanduser()
    except RuntimeError:
        # The home folder of a user who is not there is a name like any other.
        return Path(name)


def is_there(path: Path) -> bool:
    """Return whether there is a file of that name; a name that no file may have is of none."""
    try:
        return path.exists()
    except OSError:
        return False


def read_text(path: Path) -> str:
    """Read a text file that a person gave. Raises BadInput where it can't be read or is not text."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise BadInput("there is no such file", where=path, hint="check the path") from None
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}", where=path) from error
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput("the file is not UTF-8 text", where=path, line=line, hint="save it as UTF-8") from error
