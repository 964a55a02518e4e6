"""Let Textual's pilot wait until an app has nothing left to do, instead of sleeping after each key.

Textual sleeps 40 ms for each key and 20 ms more for each pause, and then looks whether the processor rests: slow on an
idle machine, and wrong on a busy one. Here the pilot goes on when the event loop has nothing left to run, no key waits
its turn, no thread of the app works, and what is to be drawn is drawn. Timers are not waited for: a test that wants
what comes later waits for it by name.

An app without a terminal draws each frame and throws it away, which is a third of what the tests of the screens take.
Here it draws where somebody looks, each screen when it first rests, and what is there at the end.
"""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Awaitable, Callable
from typing import Any

import textual.app
import textual.pilot
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from tui.terminal.ordered_keys import OrderedKeys

_PATIENCE = 5.0
"""Seconds after which a test goes on although something still works; some handlers wait on purpose."""
_STEP = 0.002
"""Seconds between two looks at what works outside the loop."""


_drawn: weakref.WeakSet[Screen[Any]] = weakref.WeakSet()
"""The screens that were drawn when they first rested."""


def install(*, every_frame: bool) -> None:
    """Make every pilot of this process wait for the app and not for the clock, and draw every frame only if asked."""
    for module in (textual.app, textual.pilot):
        module.wait_for_idle = _nothing_left  # type: ignore[attr-defined]
    # A pilot presses each key alone.
    OrderedKeys.ALONE = 0.0
    Stylesheet._parse_rules = _parsed_once(Stylesheet._parse_rules)  # type: ignore[method-assign]
    # The same, and not in Python: every style that is applied asks for hundreds.
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
    if not every_frame:
        Screen._compositor_refresh = _unseen(Screen._compositor_refresh)  # type: ignore[method-assign, assignment]
        App._shutdown = _drawn_once_more(App._shutdown)  # type: ignore[method-assign, assignment]


def _parsed_once(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    """Parse a style sheet once a process and not once an app: it is only read afterwards."""
    kept: dict[tuple[Any, ...], list[RuleSet]] = {}

    def parsed(sheet: Stylesheet, *words: Any, **named: Any) -> list[RuleSet]:
        key = (frozenset(sheet._variables.items()), words, tuple(named.items()))
        if key not in kept:
            kept[key] = parse(sheet, *words, **named)
        return kept[key]

    return parsed


def _unseen(refresh: Callable[[Screen[Any]], None]) -> Callable[[Screen[Any]], None]:
    """Draw a screen's frame only where there is a terminal that shows it; one below another tells that one still."""

    def refreshed(screen: Screen[Any]) -> None:
        if not screen.app.is_headless or screen is not screen.app.screen:
            refresh(screen)
            return
        screen._dirty_widgets.clear()
        screen._compositor._dirty_regions.clear()

    return refreshed


def _drawn_once_more(shut_down: Callable[[App[Any]], Awaitable[None]]) -> Callable[[App[Any]], Awaitable[None]]:
    """Draw what is there when an app ends: an error in it is the test's."""

    async def ended(app: App[Any]) -> None:
        if app.is_running and app.is_headless and app.screen_stack:
            _render(app)
        await shut_down(app)

    return ended


def _render(app: App[Any]) -> None:
    app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)


async def _nothing_left(*_: float) -> None:
    """Wait until the running app has nothing left to do, or has ended: what was typed after that is nobody's."""
    app: App[Any] = active_app.get()
    loop = asyncio.get_running_loop()
    end = loop.time() + _PATIENCE
    while app.is_running and loop.time() < end:
        await _loop_rests(loop)
        if _works_elsewhere(app):
            await asyncio.sleep(_STEP)
        elif not _draw(app) or not _has_work(loop):
            return


async def _loop_rests(loop: asyncio.AbstractEventLoop) -> None:
    """Give way until nothing else is to be run at once."""
    await asyncio.sleep(0)
    while _has_work(loop):
        await asyncio.sleep(0)


def _has_work(loop: Any) -> bool:
    return bool(loop._ready)


def _works_elsewhere(app: App[Any]) -> bool:
    """Tell whether a key waits its turn, a thread of the app works or a new size has yet to reach the screen."""
    if app._resize_event is not None or (isinstance(app, OrderedKeys) and app.keys_wait):
        return True
    return any(worker._thread_worker and worker.is_running for worker in app.workers)


def _draw(app: App[Any]) -> bool:
    """Draw now what the screen would draw with the next frame; tell whether there is a screen."""
    if not app.is_running or not app.screen_stack:
        return False
    app.screen._on_timer_update()
    if app.screen not in _drawn:
        _drawn.add(app.screen)
        _render(app)
    return True
