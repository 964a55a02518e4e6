"""Whether an abbreviation stands for a post, which takes an article, or for the person: `the PCC`, but `JOB`."""

from __future__ import annotations

from functools import lru_cache

from tui.meeting.people.name_forms import bare_name, fold, initials, name_forms
from tui.meeting.people.roles import is_role


@lru_cache(maxsize=4096)
def abbreviates_a_post(abbreviation: str, name: str, capacity: str) -> bool:
    """Return whether an abbreviation is that of a post: a role (`Clerk`) or the letters of the capacity (`CEx`).

    The person's own initials come before a post's, and the beginnings of the capacity's words before other letters of
    the name. Where no capacity is known, only what no name accounts for is a post's.
    """
    if not any(map(str.isupper, abbreviation)) or not abbreviation[0].isalpha():
        return False
    names = name_forms(name) | {fold(word) for word in bare_name(name)}
    if fold(abbreviation) in names or _are_initials(abbreviation, name):
        return False
    if is_role(abbreviation) or _spells(abbreviation, capacity, beginnings=True):
        return True
    if _spells(abbreviation, name):
        return False
    return not capacity or _spells(abbreviation, capacity)


def _are_initials(abbreviation: str, name: str) -> bool:
    """Whether letters are somebody's initials, with those within `O'Brien` and `McKay`, and of a word like a rank."""
    begun = [at for at, letter in enumerate(name) if letter.isalpha() and not (at and name[at - 1].isalpha())]
    within = [at for at, letter in enumerate(name) if letter.isupper()]
    written = {"".join(name[at] for at in sorted({*begun, *places})) for places in ((), within)}
    wanted = fold(abbreviation).replace(" ", "")
    return wanted in initials(name) | {fold(letters) for letters in written}


def _spells(abbreviation: str, words: str, *, beginnings: bool = False) -> bool:
    """Whether words hold the letters in their order, the first, or with `beginnings` each capital, beginning a word."""
    folded, at = fold(words), 0
    for place, letter in enumerate(filter(str.isalpha, abbreviation)):
        begins = place == 0 or (beginnings and letter.isupper())
        wanted = fold(letter)
        at = next(
            (
                there + len(wanted)
                for there in range(at, len(folded))
                if folded.startswith(wanted, there) and not (begins and there and folded[there - 1].isalpha())
            ),
            -1,
        )
        if at < 0:
            return False
    return True
