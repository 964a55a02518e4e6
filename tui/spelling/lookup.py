"""The process that looks words up: a line of JSON with words comes in, one with those unknown goes out.

To read a dictionary takes a second or two and 80 MB; in the program itself, what is typed meanwhile would wait for it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from itertools import islice

from spylls.hunspell import Dictionary

_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=s|ed|ing|able|ite|ful|less|er|hood|$|')", "or"),
        (r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)(?:'s)?$)", "iz"),
        (r"ys(?=(?:e|ed|es|er|ers|ing)$)", "yz"),
        (r"ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"),
        (r"(?<=[bt])re(?=s?$|d$|'s$)", "er"),
        (r"ogue(?=s?$)", "og"),
        (r"ence(?=s?$)", "ense"),
        (r"[ao]e", "e"),
    )
)
"""How an American dictionary writes what British words have in common, for whoever has no other."""


def main() -> None:
    """Answer until the program that asks is gone."""
    path = sys.argv[1]
    with suppress(OSError, AttributeError):
        # What is typed goes before.
        os.nice(10)
    dictionary = Dictionary.from_files(path)
    # The last resort of a suggestion compares a word with all of the dictionary's.
    dictionary.aff.MAXNGRAMSUGS = 0
    american = path.endswith("US")
    for line in sys.stdin.buffer:
        unknown = {
            word: _suggestion(dictionary, word) for word in json.loads(line) if not _knows(dictionary, word, american)
        }
        sys.stdout.buffer.write(json.dumps(unknown).encode() + b"\n")
        sys.stdout.buffer.flush()


def _knows(dictionary: Dictionary, word: str, american: bool) -> bool:
    """Return whether a word is right; one that a dictionary cannot judge is."""
    with suppress(Exception):
        if dictionary.lookup(word):
            return True
        forms = (pattern.sub(other, word) for pattern, other in _AMERICAN if american)
        return any(form != word and dictionary.lookup(form) for form in forms)
    return True


def _suggestion(dictionary: Dictionary, word: str) -> str:
    with suppress(Exception):
        return next(iter(islice(dictionary.suggest(word), 1)), "")
    return ""


if __name__ == "__main__":
    main()
