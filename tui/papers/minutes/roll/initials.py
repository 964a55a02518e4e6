"""Initials behind names, which tell where somebody ends though nothing else parts them from the next one."""

from __future__ import annotations

import re

from tui.papers.understanding.people.names import without_title

_RUN = r"(?:[A-ZÄÖÜÉ][\w'’.-]*\s+){1,5}"
_BRACKETED = re.compile(rf"(?P<run>{_RUN})\((?P<initials>[A-Z]{{2,4}})\)")
_BARE = re.compile(rf"(?P<run>{_RUN})(?P<said>\([^()]*\)\s+)?(?P<initials>[A-Z]{{2,4}})(?=\s*(?:[,;]|$))")
_UNLIKE = re.compile(r"(?<=[a-zäöüéèß]{2})\s([A-Z]{2,3})(?=\s*(?:[,;]|$))")
"""Letters right behind a name that are not its initials, as where somebody has married."""
_SEVERAL = 3
_PARTED = re.compile(r"[,;:]\s*$|^\s*$|\b(?:and|und|et)\s+$|&\s*$")


def with_initials_apart(words: str) -> str:
    """Return a line of a list, initials behind a name in brackets, and those whom only these part with a comma between.

    `Mrs Anne White AW` is `Mrs Anne White (AW)`; `Tim Dunn (TD) – Chair Ann Roe (AR)` are two.
    """
    words = _BARE.sub(_in_brackets, words)
    if len(_BRACKETED.findall(words)) >= _SEVERAL:
        words = _UNLIKE.sub(r" (\1)", words)
    starts = [start for found in _BRACKETED.finditer(words) if (start := _start_of(found)) > 0]
    for start in reversed(starts):
        if (
            words[:start].strip()
            and not _PARTED.search(words[:start])
            and without_title(f"{words[:start].split()[-1]} X") != "X"
        ):
            words = f"{words[:start].rstrip()}, {words[start:]}"
    return words


def _in_brackets(found: re.Match[str]) -> str:
    if _size(found["run"], found["initials"]) == 0:
        return found[0]
    return f"{found['run']}{found['said'] or ''}({found['initials']})"


def _start_of(found: re.Match[str]) -> int:
    """Return where the name begins whose initials stand behind it; -1 where they are none of a name there."""
    size = _size(found["run"], found["initials"])
    pieces = [*re.finditer(r"\S+", found["run"])]
    return found.start("run") + pieces[-size].start() if size else -1


def _size(run: str, initials: str) -> int:
    """Return how many of the last words of a run begin with initials, one letter each; 0 where they do not."""
    pieces = run.split()
    last = pieces[-len(initials) :]
    return (
        len(initials)
        if len(last) == len(initials) and all(one[0] == two for one, two in zip(last, initials, strict=True))
        else 0
    )
