"""Draw the pictures anew: `python -m tests.pictures [BEGINNING OF A NAME …] [--into FOLDER] [--theme T] [--colours N]`.

Without names every picture is drawn. Those of the docs are kept in step, and pictures of scenes that are gone are
removed. Only what changed is written; look at it, in a browser, before it is committed.
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from tests.pictures.holding import DOCS, HELD, keep, name_of, pictures_of, strangers
from tests.pictures.scene import draw
from tests.pictures.table import SCENES
from tui.config.settings import THEMES


def main(arguments: list[str] | None = None) -> None:
    """Draw what is asked for and say which files changed."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description="Draw the pictures anew.")
    parser.add_argument("names", nargs="*", help="beginnings of scenes' names; without any, all")
    parser.add_argument("--into", type=Path, default=HELD, help="the folder to write to, instead of the one held")
    parser.add_argument("--theme", choices=THEMES, help="other colours than the scene's own, to look at")
    parser.add_argument("--colours", choices=("all", "256", "16"), default="all", help="of how many a terminal has")
    given = parser.parse_args(arguments)
    if (given.theme or given.colours != "all") and given.into == HELD:
        parser.error("other colours are for looking at: name a folder with --into")
    scenes = [scene for scene in SCENES if scene.name.startswith(tuple(given.names or [""]))]
    for scene, size in pictures_of(scenes):
        svg = asyncio.run(draw(scene, size, given.theme, given.colours))
        folders = [given.into, DOCS] if given.into == HELD and scene.in_docs else [given.into]
        for folder in folders:
            if keep(svg, name_of(scene, size), folder):
                print("drawn  ", folder / name_of(scene, size))
    if given.into == HELD:
        for path in strangers():
            path.unlink()
            print("removed", path)


if __name__ == "__main__":
    main()
