"""What a book has beside its meetings, the same on every machine: styles, the house's choices, papers, holds."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from tui.book.disk.atomic_write import in_words, make_folder, replace_file, sweep
from tui.book.office.mirror import KnownFile, Mirror, stamp_of
from tui.book.office.server import Server
from tui.book.store.house_files import is_of_the_house
from tui.errors import BookError


class HouseFiles:
    """These files here and on the server."""

    def __init__(self, server: Server, mirror: Mirror) -> None:
        self._server = server
        self._mirror = mirror

    def has_changes(self) -> bool:
        """Return whether one was changed here."""
        known, here = self._mirror.files(), self._mirror.house_files()
        if any(one.digest and path not in here for path, one in known.items()):
            return True
        return any(
            self._digest(path, file, known.get(path)) != _digest_of(known.get(path)) for path, file in here.items()
        )

    def catch_up(self) -> list[str]:
        """Bring them up to date both ways; return what the user should hear of. Raises BookError, also Away."""
        if not self._server.reads_all:
            return []
        there, known, here = self._server.files(), self._mirror.files(), self._mirror.house_files()
        notices, taken = [], []
        for path in sorted({*there, *known, *here}):
            before = known.get(path)
            ours = self._digest(path, here[path], before) if path in here else ""
            theirs, common = there.get(path, ""), _digest_of(before)
            if ours == theirs:
                self._note(path, ours)
            elif ours == common:
                self._take(path, theirs)
                taken.append(self._mirror.folder / path)
            elif theirs == common and self._server.writes and self._put(path, common, ours):
                self._note(path, ours)
            else:
                notices += self._keep_ours(path, here.get(path))
                self._take(path, theirs)
        sweep(*taken)
        return notices

    def _digest(self, path: str, file: Path, known: KnownFile | None) -> str:
        if known is not None and known.stamp == stamp_of(self._mirror.folder / path):
            return known.digest
        try:
            return sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            raise BookError(f"a file of the book cannot be read: {in_words(error)}", where=file) from None

    def _note(self, path: str, digest: str) -> None:
        self._mirror.note_file(KnownFile(path, digest, stamp_of(self._mirror.folder / path)))

    def _put(self, path: str, base: str, ours: str) -> bool:
        content = (self._mirror.folder / path).read_bytes() if ours else b""
        return self._server.put_file(path, base, content, removed=not ours) == "stored"

    def _take(self, path: str, theirs: str) -> None:
        if not is_of_the_house(PurePosixPath(path)):
            raise BookError(f"the server has a file {path!r} that is none of a book's", hint="look at it there")
        file = self._mirror.folder / path
        try:
            if theirs:
                make_folder(file.parent, 0o700)
                replace_file(file, self._server.file(path), mode=0o600)
            else:
                file.unlink(missing_ok=True)
        except OSError as error:
            raise BookError(f"a file of the book cannot be written: {in_words(error)}", where=file) from None
        self._note(path, theirs)

    def _keep_ours(self, path: str, file: Path | None) -> list[str]:
        if file is None or not file.exists():
            return []
        aside = file.with_name(f".{file.name}.other-{datetime.now():%Y%m%d-%H%M%S}")
        replace_file(aside, file.read_bytes(), mode=0o600)
        return [f"{path} was changed elsewhere too; what was here is kept as {aside.name}"]


def _digest_of(known: KnownFile | None) -> str:
    return known.digest if known else ""
