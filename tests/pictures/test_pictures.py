"""What the program draws is what was looked at: a picture for every scene at every size.

Where a picture differs, the new one is written to a temporary folder, which the failure names. Open both in a browser;
if the new one is right, `python -m tests.pictures NAME` makes it the one that is held.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.pictures.drawing import words_drawn
from tests.pictures.holding import DOCS, HELD, difference, keep, name_of, pictures_of, strangers
from tests.pictures.scene import SIZES, Scene, Size, draw, pressing
from tests.pictures.table import SCENES
from tests.places import ROOT

LONG = pytest.mark.long
PICTURES = [pytest.param(scene, size, id=name_of(scene, size)) for scene, size in pictures_of(SCENES)]


FIRST = {scene.name.partition("-")[0]: scene.name for scene in reversed(SCENES)}
DRAWN = [
    pytest.param(
        scene,
        size,
        id=name_of(scene, size),
        marks=() if scene.name in FIRST.values() and size == scene.sizes[place % len(scene.sizes)] else LONG,
    )
    for place, scene in enumerate(SCENES)
    for size in scene.sizes
]
"""The pictures; unless everything is run each screen as it is first met, at one of its sizes."""


@pytest.mark.parametrize(("scene", "size"), DRAWN)
async def test_the_screen_looks_as_in_the_picture(scene: Scene, size: Size, tmp_path: Path) -> None:
    name = name_of(scene, size)
    held = HELD / name
    drawn = await draw(scene, size)
    told = difference(held.read_text(encoding="utf-8"), drawn) if held.exists() else "no picture of it is held"
    if told:
        keep(drawn, name, tmp_path)
        pytest.fail(
            f"{scene.why}\n{told}\n\nheld:  {held}\ndrawn: {tmp_path / name}\n"
            f"If the drawn one is right: python -m tests.pictures {scene.name}",
            pytrace=False,
        )


@pytest.mark.parametrize(("scene", "size"), PICTURES)
def test_the_picture_shows_what_its_sentence_says(scene: Scene, size: Size) -> None:
    rows = words_drawn((HELD / name_of(scene, size)).read_text(encoding="utf-8"))
    # What has a look of its own, a cursor's letter for one, is a piece of its own: blanks tell nothing.
    wanted = "".join(escape(scene.shows).split())
    assert any(wanted in "".join(row.split()) for row in rows), f"{scene.why}\n{scene.shows}\n\n" + "\n".join(rows)


def test_every_picture_belongs_to_a_scene_and_every_scene_has_a_name_of_its_own() -> None:
    assert strangers() == []
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene.in_docs], ids=lambda scene: scene.name)
def test_the_pictures_in_the_docs_are_the_ones_held(scene: Scene) -> None:
    for size in scene.sizes:
        assert (DOCS / name_of(scene, size)).read_bytes() == (HELD / name_of(scene, size)).read_bytes()


def test_every_picture_that_the_readme_shows_is_there() -> None:
    shown = re.findall(r"\]\(([^)]*\.svg)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown
    assert [path for path in shown if not (ROOT / path).exists()] == []


async def test_another_word_or_another_colour_makes_another_picture() -> None:
    first = Scene(name="one", why="The agenda stands at the left.", shows="AOB")
    word = Scene(name="one", why=first.why, shows=first.shows, steps=pressing("x"))
    colour = Scene(name="one", why=first.why, shows=first.shows, theme="light")
    drawn = [await draw(scene, SIZES[1]) for scene in (first, first, word, colour)]
    assert difference(drawn[0], drawn[1]) == ""
    assert "drawn" in difference(drawn[0], drawn[2])
    assert difference(drawn[0], drawn[3]) == "the words are the same; places or colours differ"
