"""A dictionary of few words, written where a test wants it."""

from __future__ import annotations

from pathlib import Path

_RULES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n"
WORDS = "the to of and committee/S received/S report/S was were by agreed boat/S harbor/S write that repaired".split()


def write_dictionary(folder: Path, name: str = "en_GB", words: list[str] = WORDS) -> Path:
    """Write a dictionary's two files; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(_RULES, encoding="utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words]) + "\n", encoding="utf-8")
    return folder
