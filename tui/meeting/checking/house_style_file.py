"""Reading a house style list, a TOML file, and saying on which line it is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from tui.errors import BadInput
from tui.meeting.checking.house_style import PROSE, HouseStyle, WordRule
from tui.meeting.kinds import KINDS
from tui.meeting.model import Kind
from tui.meeting.text.toml import line_of, read_toml

_TOP = ("alone", "known", "abbreviations", "list")
_LIST = ("why", "kinds", "reported", "names", "unless", "words")
_LONGEST = 200
_ABBREVIATION = re.compile(r"[^\s()]{1,20}")


def read_house_style(text: str, where: str | Path) -> tuple[HouseStyle, bool]:
    """Read a list; the second is True where it stands alone, without the one that travels with the program.

    `where` names the file in errors. Raises BadInput with the line.
    """
    return _HouseStyleReader(text, where).read()


class _HouseStyleReader:
    """One file, with what is needed to say where it is wrong."""

    def __init__(self, text: str, where: str | Path) -> None:
        self._text = text
        self._where = where
        self._file = read_toml(text, where, "words with other signs than letters stand in quotation marks")

    def read(self) -> tuple[HouseStyle, bool]:
        for key in self._file:
            self._known_key(key, _TOP, (key,), "the list")
        lists = self._file.get("list", [])
        if not isinstance(lists, list) or not all(isinstance(one, dict) for one in lists):
            self._wrong("list is written [[list]]", ("list",), "put two brackets around it")
        rules = [rule for number, one in enumerate(lists) for rule in self._rules(number, one)]
        style = HouseStyle(
            rules=tuple(rules),
            known=self._words(self._file, "known", ("known",)),
            abbreviations=tuple(self._abbreviations()),
        )
        return style, self._flag(self._file, "alone", ("alone",))

    def _rules(self, number: int, one: Mapping[str, Any]) -> Iterator[WordRule]:
        place = f"list#{number}"
        for key in one:
            self._known_key(key, _LIST, (place, key), "a list")
        why = one.get("why", "")
        if not isinstance(why, str):
            self._wrong("why is a sentence in quotation marks", (place, "why"))
        words = one.get("words", {})
        if not isinstance(words, dict):
            self._wrong("words is a table", (place, "words"), "write [list.words] above its lines")
        shared: dict[str, Any] = {
            "why": why,
            "kinds": self._kinds(one, place),
            "reported": self._flag(one, "reported", (place, "reported")),
            "unless": self._words(one, "unless", (place, "unless")),
        }
        names = {word.casefold() for word in self._words(one, "names", (place, "names"))}
        for find, write in words.items():
            path = (place, "words", find)
            if not find.strip() or len(find) > _LONGEST:
                self._wrong("there is no word to look for", path, 'write it as word = "other word"')
            if not isinstance(write, str):
                self._wrong(f"what is written for “{find}” stands in quotation marks", path, 'as in today = "that day"')
            yield WordRule(find=" ".join(find.split()), write=write.strip(), names=find.casefold() in names, **shared)

    def _abbreviations(self) -> Iterator[tuple[str, str]]:
        table = self._file.get("abbreviations", {})
        if not isinstance(table, dict):
            self._wrong("abbreviations is a table", ("abbreviations",), "write [abbreviations] above its lines")
        for short, full in table.items():
            key = ("abbreviations", short)
            if not isinstance(full, str):
                self._wrong(f"what {short} stands for is written in quotation marks", key)
            if not _ABBREVIATION.fullmatch(short):
                self._wrong(f"“{short}” is not an abbreviation", key, "write one word, without brackets")
            yield short, full.strip()

    def _kinds(self, one: Mapping[str, Any], place: str) -> tuple[Kind, ...]:
        given = self._words(one, "kinds", (place, "kinds"))
        for word in given:
            if word not in KINDS:
                self._wrong(f"“{word}” is not a kind of entry", (place, "kinds"), f"there are {', '.join(KINDS)}")
        return tuple(KINDS[word] for word in given) if "kinds" in one else PROSE

    def _words(self, table: Mapping[str, Any], key: str, path: tuple[str, ...]) -> tuple[str, ...]:
        words = table.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            self._wrong(f"{key} is a list of words in quotation marks", path, f'as in {key} = ["one", "two"]')
        return tuple(" ".join(word.split()) for word in words)

    def _flag(self, table: Mapping[str, Any], key: str, path: tuple[str, ...]) -> bool:
        flag = table.get(key, False)
        if not isinstance(flag, bool):
            self._wrong(f"{key} is true or false", path, "without quotation marks")
        return bool(flag)

    def _known_key(self, key: str, known: tuple[str, ...], path: tuple[str, ...], of: str) -> None:
        if key not in known:
            self._wrong(f"“{key}” is no part of {of}", path, f"its parts are {', '.join(known)}")

    def _wrong(self, message: str, path: tuple[str, ...], hint: str = "") -> NoReturn:
        hint = hint or "correct the line"
        raise BadInput(message, where=self._where, line=line_of(self._text, path), hint=hint)
