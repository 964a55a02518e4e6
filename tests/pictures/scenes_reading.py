"""Scenes of the way from a paper to a meeting: the page, the paper beside the meeting, and the choice of a file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from textual.events import Paste

from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing
from tests.pictures.scenes_book import in_book, nothing

_MAIL = """From: Hester Marl <clerk@wexcombe.example>
To: all councillors
Subject: Fwd: agenda
Date: Fri, 3 May 2024 09:12:00 +0100

WEXCOMBE PARISH COUNCIL
Tuesday 14 May 2024 at 7.30 pm in the Reading Room, Church Lane
The Finance Committee meets on Monday 13 May 2024 at 6 pm

Present: Cllr A Moss (Chair), Cllr B Lodge, Cllr C Ennis
Apologies: Cllr D Fane

1. Apologies for absence
2. Declarations of interest
3. Minutes of the meeting of 9 April 2024
4. Finance
   4.1 Payments for approval
   Recommendation: that the payments listed be approved.
   4.2 Bank reconciliation
5. Planning (Cllr Ennis, 15 min)
5. Date of next meeting

Any other business
Hester Marl, Clerk to the Council
"""


async def _pasted(stage: Stage) -> None:
    await stage.press("a")
    stage.app.post_message(Paste(_MAIL))
    await stage.press("space")


async def _on_the_paper(stage: Stage) -> None:
    await _pasted(stage)
    await stage.press("tab", "end", "up")


async def _edited(stage: Stage) -> None:
    await _pasted(stage)
    await stage.press("home", "e")


async def _missing(stage: Stage) -> None:
    await stage.press("a")
    stage.app.post_message(Paste("1. Ropes\n2. Stays and clappers\n\nBring the tower key.\n"))
    await stage.press("enter")


async def _typed(stage: Stage) -> None:
    await stage.press("a", *"Bell Committee", "enter", "enter", *"9 April 2024", "enter")


async def _picking(stage: Stage) -> None:
    downloads = Path.home() / "Downloads"
    downloads.mkdir(parents=True)
    for day, name in enumerate(("Agenda May.docx", "Council papers, part 1.pdf", "minutes-of-april.odt", "letter.txt")):
        (downloads / name).write_text(_MAIL, encoding="utf-8")
        os.utime(downloads / name, (1_715_000_000 - day * 90_000,) * 2)
    await stage.press("a", "ctrl+f")


_EVERY = (*SIZES, NARROW)
_READ = Scene(
    name="reading",
    why="An agenda out of a mail beside the meeting as it was understood; of two days the other is a key away.",
    shows="names 14 May 2024",
    opens=in_book(nothing),
    steps=_pasted,
    sizes=_EVERY,
    in_docs=True,
)
SCENES: tuple[Scene, ...] = (
    Scene(
        name="page",
        why="An empty page asks for an agenda as it comes.",
        shows="Paste an agenda",
        opens=in_book(nothing),
        steps=pressing("a"),
        sizes=_EVERY,
    ),
    Scene(
        name="page-typed",
        why="An agenda is typed.",
        shows="9 April 2024",
        opens=in_book(nothing),
        steps=_typed,
        sizes=SIZES[1:],
    ),
    Scene(
        name="page-files",
        why="The papers of the usual folders are offered, the latest first.",
        shows="Agenda May.docx",
        opens=in_book(nothing),
        steps=_picking,
        sizes=_EVERY,
    ),
    _READ,
    replace(_READ, name="reading-no-colour", colours=False, sizes=SIZES[1:], in_docs=False),
    replace(_READ, name="reading-light", theme="light", sizes=SIZES[1:], in_docs=False),
    Scene(
        name="reading-paper",
        why="A line of the paper is chosen, and the meeting's place beside it.",
        shows="Any other business",
        opens=in_book(nothing),
        steps=_on_the_paper,
        sizes=_EVERY,
    ),
    Scene(
        name="reading-edit",
        why="Other words are asked for.",
        shows="Enter OK",
        opens=in_book(nothing),
        steps=_edited,
        sizes=SIZES[1:],
    ),
    Scene(
        name="reading-missing",
        why="What a meeting needs is missing, and it is said how to give it.",
        shows="none was found",
        opens=in_book(nothing),
        steps=_missing,
        sizes=SIZES,
    ),
)
