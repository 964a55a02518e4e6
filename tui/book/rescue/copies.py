"""Files that are one meeting: what programs that sync folders, and people, leave beside a meeting's own file.

Such a copy is recognised by the meeting's id, and where it cannot be read, by its name.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.meeting.text.lazy_patterns import Pattern

_COPY_MARK = Pattern(
    r"""(?xi)
    \s*[(\[][^)\]]*(?:conflict|konflikt|conflit|conflitt?o|copia|kopie|kollision)[^)\]]*[)\]]  # Dropbox, Nextcloud
    | [._-]sync-conflict-\d{8}-\d{6}(?:-\w+)?   # Syncthing
    | [._-]conflict(?:ed)?(?:[._-]?copy)?(?:[-_]\d+)+  # ownCloud and others
    | [._-](?:other|unsaved)-\d{8}-\d{6}(?:-\d+)?           # minutebook itself
    | \s*\(\d+\)                                # browsers, Google Drive
    | \s+\d+                                    # iCloud
    | [\s_-]+(?:-\s*)?(?:copy|kopie|copie|copia)(?:\s*\(?\d+\)?)?  # people
    | ~
    """
)

_OWN = Pattern(r"\d{4}-\d\d-\d\d(?:-[^\W_A-Z]+)*")
"""A name as the program gives it."""
_GOES_ON = Pattern(r"-?[^\W_A-Z]")
"""How such a name goes on if it is a longer one."""

_ENDING = ".json"


def bare_stem(stem: str) -> str:
    """Return a file's name without what marks it as a copy of another one; the name itself if nothing does."""
    while True:
        ends = [found.start() for found in _COPY_MARK.finditer(stem) if found.end() == len(stem) and found.start()]
        if not ends:
            return stem
        stem = stem[: min(ends)]


def copies_among(ids: Mapping[str, str]) -> dict[str, str]:
    """Say which files are copies, and of which: all by the names of meeting files without their ending.

    `ids` are the meetings' ids by these names; empty for a file that cannot be read.
    """
    groups: dict[str, list[str]] = {}
    copies: dict[str, str] = {}
    for stem, meeting in ids.items():
        if meeting:
            groups.setdefault(meeting, []).append(stem)
        elif own := _named_after(stem, ids):
            copies[stem] = own
    for stems in groups.values():
        if len(stems) > 1:
            own = min(stems, key=_as_a_copy)
            copies |= dict.fromkeys((stem for stem in stems if stem != own), own)
    return copies


def _as_a_copy(stem: str) -> tuple[bool, bool, bool, int, str]:
    """Return what puts first, of the names of one meeting's files, the one that is likeliest its own."""
    return bare_stem(stem) != stem, not _OWN.fullmatch(stem), not stem[:4].isdecimal(), len(stem), stem


def _named_after(stem: str, ids: Mapping[str, str]) -> str:
    """Return the name of the meeting after which a file that cannot be read is called; empty if after none."""
    if (bare := bare_stem(stem)) != stem and bare in ids:
        return bare
    found = (own for own in ids if ids[own] and _OWN.fullmatch(own) and own in stem and _marked(stem, own))
    return max(found, key=len, default="")


def _marked(stem: str, own: str) -> bool:
    """Say whether a name holds a meeting's, with more before or behind it than the program itself would write."""
    before, _, behind = stem.partition(own)
    return bool(before or behind) and not _GOES_ON.match(behind)


def copy_names(ids: Mapping[str, str]) -> dict[str, str]:
    """Say which files are copies, and of which, by their whole names; `ids` are as `copies_among` has them."""
    found = copies_among({name.removesuffix(_ENDING): meeting for name, meeting in ids.items()})
    return {copy + _ENDING: own + _ENDING for copy, own in found.items()}


def copy_words(copy: str, own: str) -> str:
    """Say that a file is a copy of a meeting, and what to do about it."""
    return f"{copy}: a copy of the same meeting as {own}; compare the two and join them: minutebook join {own} {copy}"
