"""The sample meetings, keyed in from their scripts, are the finished meetings that travel with the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.places import ROOT
from tests.samples import FOLDER, SAMPLES, Sample, key_in, notes_of
from tui.book.meeting_file import read_meeting
from tui.meeting.actions.brought_forward import open_actions

samples = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
REMAKE = "if the change is meant, run `python -m docs.tools samples` and look at what changed"


@samples
def test_a_script_keyed_in_gives_the_finished_meeting(sample: Sample, tmp_path: Path) -> None:
    path = key_in(tmp_path, sample)
    finished = FOLDER / f"{sample.name}.json"
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(finished.read_text(encoding="utf-8")), REMAKE


@samples
def test_a_finished_meeting_gives_the_notes_beside_it(sample: Sample) -> None:
    notes = notes_of(FOLDER / f"{sample.name}.json", sample)
    assert notes == (FOLDER / f"{sample.name}.notes.txt").read_text(encoding="utf-8"), REMAKE


@samples
def test_a_finished_meeting_opens_in_plain_tinydb(sample: Sample) -> None:
    with TinyDB(FOLDER / f"{sample.name}.json", access_mode="r") as database:
        assert database.tables() == {"meeting", "people", "sections", "entries", "history"}
        assert database.table("meeting").all()[0]["schema"] == 1
        assert len(database.table("entries")) >= 5


@pytest.mark.parametrize(
    ("name", "still_open"),
    [
        ("2024-02-assurance", ["HLA to provide", "HLA and CA to bring"]),
        ("2024-05-workforce", ["FD to explain", "MD to ask"]),
    ],
)
def test_the_open_actions_of_a_predecessor_are_known(name: str, still_open: list[str]) -> None:
    found = open_actions([read_meeting(FOLDER / f"{name}.json")])
    assert [
        " ".join(entry.text.split()[: len(words.split())]) for (_, entry), words in zip(found, still_open, strict=True)
    ] == still_open


def test_every_script_has_its_agenda_and_its_line_in_the_readme() -> None:
    names = {path.name.removesuffix(".capture.txt") for path in FOLDER.glob("*.capture.txt")}
    assert names == {sample.name for sample in SAMPLES}
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in names:
        assert (FOLDER / f"{name}.agenda.md").is_file()
        assert name in readme


def test_the_page_on_layouts_shows_what_the_samples_print() -> None:
    shown = (ROOT / "docs" / "layouts.md").read_text(encoding="utf-8").split("```text\n")[1:]
    for sample, block in zip(("2024-08-workforce", "2024-03-assurance"), shown, strict=True):
        assert block.partition("\n```")[0] in (FOLDER / f"{sample}.notes.txt").read_text(encoding="utf-8")
