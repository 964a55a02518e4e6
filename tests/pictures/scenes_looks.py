"""The same screens in other colours, and without any."""

from __future__ import annotations

from dataclasses import replace

from tests.pictures import scenes_agenda, scenes_dialogs, scenes_follow, scenes_live, scenes_log, scenes_people
from tests.pictures.scene import SIZES, Scene
from tui.config.settings import ThemeName

_MADE: dict[str, Scene] = {
    scene.name: scene
    for scene in (
        *scenes_agenda.SCENES,
        *scenes_dialogs.SCENES,
        *scenes_follow.SCENES,
        *scenes_live.SCENES,
        *scenes_log.SCENES,
        *scenes_people.SCENES,
    )
}
_LOOKED_AT = ("every-kind", "log-marked", "agenda-states", "people-found", "palette-refused", "search", "follow-free")
_THEMES: tuple[ThemeName, ...] = ("light", "contrast")
_WITHOUT_COLOURS = (
    *_LOOKED_AT,
    "follow-elsewhere",
    "go-to",
    "refused",
    "not-saved",
    "owners-typed",
    "mark-last",
    "paste",
    "projector",
)


def _in_theme(name: str, theme: ThemeName) -> Scene:
    scene = _MADE[name]
    why = f"In the {theme} colours: {scene.why}"
    return replace(scene, name=f"{name}-{theme}", why=why, theme=theme, sizes=SIZES[1:], in_docs=False)


def _without_colours(name: str) -> Scene:
    scene = _MADE[name]
    why = f"Without colours: {scene.why}"
    return replace(scene, name=f"{name}-no-colour", why=why, colours=False, sizes=SIZES[1:], in_docs=False)


SCENES: tuple[Scene, ...] = (
    *(_in_theme(name, theme) for name in _LOOKED_AT for theme in _THEMES),
    *(_without_colours(name) for name in _WITHOUT_COLOURS),
)
