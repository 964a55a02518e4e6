"""A folder of published notes: the manifest that says whose it is, and what may be replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tui.book.disk.atomic_write import in_words, private_mode, replace_file, sweep
from tui.book.disk.replace_folder import bring_back, replace_folder
from tui.errors import BadInput, BookError
from tui.home import with_known_home

MANIFEST = "manifest.json"
"""The file that lists the others of a published folder."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a published folder holds."""

    published_by: str = "minutebook"
    meeting: str
    """The meeting's id."""
    files: dict[str, str]
    """The SHA-256 of each of the other files, by its name."""


_STRAY = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
"""What file managers leave in a folder, in small letters; names that begin with a dot aside."""


def free_to_publish(folder: Path, meeting_id: str, *, overwrite: bool = False) -> Path:
    """Return the real path of a folder that may be filled: none yet, an empty one, or an earlier set of this meeting.

    Hidden files and what file managers leave count for nothing. Raises BadInput for any other folder, which is left as
    it is, and for a set in which a file was changed since by anybody else, unless it is to `overwrite` that.
    """
    try:
        real = with_known_home(folder).resolve()
        bring_back(real)
        real.lstat()
        found = {one.name for one in real.iterdir() if not is_stray(one.name)}
        manifest = _manifest(real) if MANIFEST in found else None
    except FileNotFoundError:
        return real
    except NotADirectoryError:
        raise BadInput("this is a file, not a folder", where=folder, hint="name a folder, which will be made") from None
    except OSError as error:
        raise BadInput(f"the folder cannot be read: {in_words(error)}", where=folder, hint="name another") from None
    except (RuntimeError, ValueError):
        # The home of nobody, a link that leads to itself, a NUL.
        raise BadInput("no folder of that name can be used", where=str(folder), hint="name another") from None
    if not found:
        return real
    hint = "name an empty folder, or one that is not there yet"
    if manifest is None:
        or_changed = f", or its {MANIFEST} is not as it was written" if MANIFEST in found else ""
        raise BadInput(f"the folder holds other files than published notes{or_changed}", where=folder, hint=hint)
    if manifest.meeting != meeting_id:
        raise BadInput("the notes of another meeting are published there", where=folder, hint=hint)
    if others := sorted(found - set(manifest.files) - {MANIFEST}):
        raise BadInput(f"the folder holds {others[0]}, which is not of its set", where=folder, hint="move it elsewhere")
    if not overwrite and (changed := _changed_since(real, manifest)):
        raise BadInput(
            f"{_and(changed)} {'was' if len(changed) == 1 else 'were'} changed by hand since the notes were published",
            where=folder,
            hint="name another folder, or keep what was changed and publish with --overwrite",
        )
    return real


def is_stray(name: str) -> bool:
    """Return whether a file is none of a published set's business, and stays where it is."""
    return name.startswith(".") or name.casefold() in _STRAY


def is_no_folder(path: Path) -> bool:
    """Return whether something else than a folder stands at a path, so that none can be made there."""
    try:
        real = with_known_home(path)
        return real.exists() and not real.is_dir()
    except (OSError, RuntimeError, ValueError):
        return True


def _changed_since(folder: Path, manifest: Manifest) -> list[str]:
    """Return the files of a set that are not as they were published; one that is gone was not changed."""
    found = []
    for name, digest in manifest.files.items():
        try:
            content = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != digest:
            found.append(name)
    return found


def _and(names: list[str]) -> str:
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 2 else " and ".join(names)


def _manifest(folder: Path) -> Manifest | None:
    """Read a folder's manifest; None for a file of that name that is none."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def publish_set(folder: Path, files: Mapping[str, bytes], meeting_id: str, internal: tuple[Path, bytes]) -> bool:
    """Write a set of public files and its manifest, whole or not at all, and first the internal list beside it.

    `folder` is what `free_to_publish` returned. Raises BookError where the list cannot be written, BadInput where the
    set can't. Returns False if it is in its place, but the disk does not confirm that it is there for good.
    """
    path, content = internal
    try:
        sweep(path.resolve())
        replace_file(path.resolve(), content, mode=private_mode(path.parent))
    except OSError as error:
        hint = "name another place for it with --withheld FILE"
        message = f"the list of what is withheld cannot be written: {in_words(error)}"
        raise BookError(message, where=path, hint=hint) from None
    return replace_set(folder, files, meeting_id)


def set_in(folder: Path) -> str | None:
    """Return what the names of a folder's published notes begin with; None where none are there."""
    try:
        manifest = _manifest(folder)
    except OSError:
        return None
    names = sorted(manifest.files, key=len) if manifest else ()
    return next((name.rpartition(".")[0] for name in names), None)


def files_in(folder: Path) -> dict[str, str]:
    """Return the files of a published set with their sums, by their names; nothing where no set stands."""
    try:
        manifest = _manifest(folder)
    except OSError:
        return {}
    return dict(manifest.files) if manifest else {}


def replace_set(folder: Path, files: Mapping[str, bytes], meeting_id: str) -> bool:
    """Write a set of public files and its manifest, all of it or none, as `replace_folder` has it. Raises BadInput."""
    manifest = Manifest(
        meeting=meeting_id, files={name: hashlib.sha256(one).hexdigest() for name, one in files.items()}
    )
    page = msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
    try:
        strays = [one.name for one in folder.iterdir() if is_stray(one.name)] if folder.is_dir() else []
        return replace_folder(folder, {**files, MANIFEST: page}, keep=strays)
    except OSError as error:
        hint = "choose a folder with room where you may write"
        raise BadInput(f"the notes cannot be published: {in_words(error)}", where=folder, hint=hint) from None
