"""Make the pictures in the README and the docs: `python docs/make_pictures.py [FOLDER] [THEME]`.

They are those of the scenes that the tests hold pictures of, where a scene says that it stands in the docs.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.pictures.holding import DOCS, keep, name_of, pictures_of  # noqa: E402
from tests.pictures.scene import draw  # noqa: E402
from tests.pictures.table import SCENES  # noqa: E402
from tui.settings import THEMES, ThemeName  # noqa: E402


def main(folder: Path, theme: ThemeName | None = None) -> None:
    """Write every picture of the docs into a folder."""
    for scene, size in pictures_of(scene for scene in SCENES if scene.in_docs):
        keep(asyncio.run(draw(scene, size, theme)), name_of(scene, size), folder)
        print(folder / name_of(scene, size))


if __name__ == "__main__":
    chosen = next((theme for theme in THEMES if theme in sys.argv[2:]), None)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS, chosen)
