"""What a power cut can leave of a folder: each prefix of what was written, with what was not synced lost or torn.

A file's bytes are certain once the file is synced, a name once its folder is. Of what is not certain, any part may be
there: each selection of the names, and of each file's bytes all, none, a half, or zeros in their place.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tests.faults.layer import Layer

Kept = Literal["kept", "lost", "torn", "zeros"]
HOW_KEPT: tuple[Kept, ...] = ("kept", "lost", "torn", "zeros")
"""What may become of bytes that were not synced."""
_MOST_DOUBTFUL = 6
"""Beyond so many names in doubt, only the first so many are kept or lost each by itself, the rest together."""


class _Call(NamedTuple):
    """A call that changed a folder."""

    what: str
    path: str
    more: Any = None
    """The other path, the bytes, or the number of a new file."""


class Told(NamedTuple):
    """What the program had told its user by a moment."""

    made: bool = False
    """Whether the meeting is there."""
    meetings: int = 0
    """How many there are, those in the bin among them."""
    saved: int = 0
    """How many changes of the meeting are on the disk."""
    draft: str = ""
    """The line being typed, if that is said to be kept."""
    published: bool = False


class Image(NamedTuple):
    """What a power cut leaves: the files by their paths, None for a folder, and what was told before."""

    files: tuple[tuple[str, bytes | None], ...]
    told: Told

    def lay_out(self, folder: Path) -> None:
        """Put the files into a folder."""
        for path, content in self.files:
            place = folder / path
            if content is None:
                place.mkdir(parents=True, exist_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)


class Recording(Layer):
    """Takes down each call that changes a folder, and what was told in between."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._log: list[_Call] = []
        self._now = _Tree(self._folder)
        self._numbers = itertools.count(1)

    def happened(self, call: str, path: str, *more: Any) -> None:
        match call:
            case "open" if path not in self._now.names:
                self._note(_Call("create", path, next(self._numbers)))
            case "open" if more[0]:
                self._note(_Call("truncate", path, self._now.names[path]))
            case "write":
                self._note(_Call("write", path, (self._now.names[path], more[0])))
            case "fsync":
                self._note(_Call("fsync", path, self._now.names.get(path)))
            case "link" if path not in self._now.names:
                raise AssertionError(f"{path} was made in a way that was not heard of")
            case "open":
                pass
            case _:
                self._note(_Call(call, path, more[0] if more else None))

    def tell(self, told: Told) -> None:
        """Take down what has been told by now."""
        self._log.append(_Call("told", "", told))

    def _note(self, call: _Call) -> None:
        self._log.append(call)
        self._now.take(call)

    def __len__(self) -> int:
        """Return how many calls were made."""
        return sum(call.what != "told" for call in self._log)

    def whole(self) -> dict[str, bytes | None]:
        """Return the folder as the calls made it."""
        contents = _contents(self._log, "kept")
        return self._named(self._now, contents)

    def _named(self, tree: _Tree, contents: dict[int, bytes]) -> dict[str, bytes | None]:
        files: dict[str, bytes | None] = {path: contents.get(one, b"") for path, one in tree.names.items()}
        files |= dict.fromkeys(tree.folders)
        return {os.path.relpath(path, self._folder): content for path, content in files.items()}

    def images(self, every: int = 1) -> Iterator[Image]:
        """Return what a power cut may leave at each moment, or one in so many; each once with what was told before."""
        seen: set[Image] = set()
        for end in range(every, len(self._log) + 1, every):
            log = self._log[:end]
            told = next((call.more for call in reversed(log) if call.what == "told"), Told())
            for how in HOW_KEPT:
                contents = _contents(log, how)
                for tree in self._trees(log):
                    image = Image(tuple(sorted(self._named(tree, contents).items())), told)
                    if image not in seen:
                        seen.add(image)
                        yield image

    def _trees(self, log: list[_Call]) -> Iterator[_Tree]:
        """Return the names that may be there: those in folders that were synced since, and any of the others."""
        synced: dict[str, int] = {}
        for at, call in enumerate(log):
            if call.what == "folder fsync":
                synced[call.path] = at
        doubtful = [
            at
            for at, call in enumerate(log)
            if call.what in _NAMING and any(synced.get(folder, -1) < at for folder in _folders(call))
        ]
        single, together = doubtful[:_MOST_DOUBTFUL], doubtful[_MOST_DOUBTFUL:]
        for kept in itertools.product((True, False), repeat=len(single) + bool(together)):
            lost = {at for at, keep in zip(single, kept, strict=False) if not keep}
            if together and not kept[-1]:
                lost |= set(together)
            tree = _Tree(self._folder)
            for at, call in enumerate(log):
                if at not in lost:
                    tree.take(call)
            yield tree


class _Tree:
    """The names of a folder and the numbers of the files they stand for."""

    def __init__(self, root: str) -> None:
        self.names: dict[str, int] = {}
        self.folders: set[str] = set()
        self._root = root

    def take(self, call: _Call) -> None:
        """Do what a call did; one whose source or folder is lost does nothing."""
        path, other = call.path, call.more
        if any(folder != self._root and folder not in self.folders for folder in _folders(call)):
            return
        match call.what:
            case "create":
                self.names[path] = other
            case "mkdir":
                self.folders.add(path)
            case "link" if path in self.names:
                self.names[other] = self.names[path]
            case "unlink":
                self.names.pop(path, None)
            case "rmdir":
                self.folders.discard(path)
            case "rename":
                self._move({path: other})
            case "exchange":
                self._move({path: other, other: path})

    def _move(self, to: dict[str, str]) -> None:
        def moved(path: str) -> str:
            for old, new in to.items():
                if path == old or path.startswith(f"{old}/"):
                    return new + path[len(old) :]
            return path

        if all(old in self.names or old in self.folders for old in to):
            lost = set(to.values()) - set(to)
            names = {moved(path): one for path, one in self.names.items() if path not in lost}
            self.names, self.folders = names, {moved(path) for path in self.folders}


def _contents(log: list[_Call], how: Kept) -> dict[int, bytes]:
    """Return the bytes of each file by its number, those that were not synced as `how` has it."""
    certain: dict[int, bytes] = {}
    now: dict[int, bytes] = {}
    for call in log:
        if call.what == "write":
            number, content = call.more
            now[number] = now.get(number, b"") + content
        elif call.what == "truncate":
            now[call.more] = b""
        elif call.what == "fsync" and call.more is not None:
            certain[call.more] = now.get(call.more, b"")
    found = {}
    for number, content in now.items():
        base = certain.get(number, b"")
        found[number] = {
            "kept": content,
            "lost": base,
            "torn": content[: (len(base) + len(content)) // 2] if len(content) > len(base) else base,
            "zeros": base.ljust(len(content), b"\0"),
        }[how]
    return found


_NAMING = frozenset({"create", "mkdir", "link", "unlink", "rmdir", "rename", "exchange"})


def _folders(call: _Call) -> set[str]:
    paths = [call.path, *([call.more] if isinstance(call.more, str) else [])]
    return {os.path.dirname(path) for path in paths}  # noqa: PTH120 - as the calls have them
