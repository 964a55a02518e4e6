"""The colours: calm dark, calm light, and high contrast.

Every text has a contrast of at least 4.5 to 1 with what lies under it, 7 to 1 in high contrast (WCAG 2.1, 1.4.3 and
1.4.6), the selected row included; a test measures it on the screens.
"""

from __future__ import annotations

from textual.theme import Theme

from tui.config.settings import ThemeName

DARK = Theme(
    name="minutebook-dark",
    primary="#7aa2c9",
    secondary="#9fb3c8",
    accent="#d9a65c",
    success="#8fb573",
    warning="#d9a65c",
    error="#d9796c",
    foreground="#d8dce2",
    background="#16191e",
    surface="#1b1f26",
    panel="#262b34",
    dark=True,
    variables={
        "text": "#d8dce2",
        "text-muted": "#a9b2bd",
        "text-disabled": "#6b7480",
        "text-primary": "#a5c8ea",
        "text-secondary": "#b4c4d6",
        "text-accent": "#e6bd7e",
        "text-success": "#a9cf8e",
        "text-warning": "#e6bd7e",
        "text-error": "#f2a79c",
        "foreground-muted": "#a9b2bd",
        "block-cursor-foreground": "#d8dce2",
        "block-cursor-background": "#344251",
        "block-cursor-blurred-background": "#344251",
    },
)
"""Blue for what is asked, amber for what is to be done or fixed, red for what is wrong."""

LIGHT = Theme(
    name="minutebook-light",
    primary="#2f5d8a",
    secondary="#52687f",
    accent="#8a5a00",
    success="#3f6b2a",
    warning="#8a5a00",
    error="#a6352a",
    foreground="#22272e",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e4e1d9",
    dark=False,
    variables={
        "text": "#22272e",
        "text-muted": "#444c55",
        "text-disabled": "#9a9890",
        "text-primary": "#24507a",
        "text-secondary": "#40566c",
        "text-accent": "#6e4200",
        "text-success": "#2f5a1e",
        "text-warning": "#6e4200",
        "text-error": "#962a20",
        "foreground-muted": "#444c55",
        "block-cursor-foreground": "#22272e",
        "block-cursor-background": "#becbd6",
        "block-cursor-blurred-background": "#becbd6",
    },
)
"""The same in daylight."""

CONTRAST = Theme(
    name="minutebook-contrast",
    primary="#0a5bd0",
    secondary="#b8d8ff",
    accent="#ffd75f",
    success="#8cf08c",
    warning="#ffd75f",
    error="#ffb0a8",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    variables={
        "text": "#ffffff",
        "text-muted": "#dadada",
        "text-disabled": "#8a8a8a",
        "text-primary": "#9fd8ff",
        "text-secondary": "#b8d8ff",
        "text-accent": "#ffd75f",
        "text-success": "#8cf08c",
        "text-warning": "#ffd75f",
        "text-error": "#ffb8b0",
        "foreground-muted": "#dadada",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#003a8c",
        "block-cursor-blurred-background": "#003a8c",
    },
)
"""White on black; the clear colours say the same as the calm ones."""

THEMES: dict[ThemeName, Theme] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}

THEME_TITLES: dict[ThemeName, str] = {
    "dark": "Colours: calm and dark",
    "light": "Colours: calm and light",
    "contrast": "Colours: high contrast",
}
"""For the command palette."""
