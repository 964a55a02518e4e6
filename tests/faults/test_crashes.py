"""Whatever a power cut leaves of what was not synced, the meeting opens with all that was shown as saved."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from tests.faults.crashes import Recording
from tests.faults.operations import quick_retries
from tests.faults.recorded import check, record

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layer asks Linux which file a descriptor is")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    quick_retries()
    return record(tmp_path_factory.mktemp("recorded"))


def test_every_write_was_taken_down(recording: Recording) -> None:
    there = {}
    for one in sorted(recording.folder.rglob("*")):
        name = str(one.relative_to(recording.folder))
        there[name] = None if one.is_dir() else one.read_bytes()
    assert recording.whole() == there


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.long, id="each"), pytest.param(83, id="some")])
def test_all_that_was_shown_as_saved_is_there_after_a_power_cut(
    recording: Recording, tmp_path: Path, every: int
) -> None:
    count = 0
    for image in recording.images(every):
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            try:
                check(image, Path(folder))
            except Exception as error:
                left = [(name, content if content is None else len(content)) for name, content in image.files]
                error.add_note(f"left of it: {left}; told: {image.told}")
                raise
        count += 1
    assert count > 20
