"""What a meeting says never acts on a Word file, and what is restricted is in no byte of a public one."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docs.tools.word_templates.bodies import BODIES
from docs.tools.word_templates.markup import paragraph
from docs.tools.word_templates.package import word_template
from tests.examples import examples
from tests.notes.docx.reading_docx import blocks, members, opened
from tests.notes.meetings import entry, meeting
from tests.notes.test_restricted import SECRET, secretive_meetings
from tui.meeting.model import Meeting
from tui.meeting.text.sanitizing import printable
from tui.notes.render import render_file
from tui.notes.view.words import ViewText

STYLES = tuple(sorted(BODIES))
WHOLE = ("findings", "formal", "narrative")

TAGS = (
    "{{ 7*7 }}",
    "{{ meeting.nothing }}",
    "{_{ 7*7 }_}",
    "{%p if x %}",
    "{_% x %_}",
    "{# gone #}",
    "{% raw %}",
    "{{r x }}",
)


def printed(words: str, style: str = "narrative") -> bytes:
    shown = meeting(
        *(entry(at, kind, words) for at, kind in enumerate(("note", "point", "event", "question", "decision"), 1)),
        entry(6, "action", words, owners=(words,), due=words),
        title=words or "x",
        header=(("Minutes", words), (words or "x", words), ("Next", words)),
    )
    return render_file(shown, style=style, fmt="docx", version="internal")


@pytest.mark.parametrize("style", WHOLE)
@pytest.mark.parametrize("words", TAGS)
def test_words_never_act_as_tags(style: str, words: str) -> None:
    file = printed(words, style)
    assert sum(words in block for block in blocks(file)) >= 9
    document = opened(file)
    assert document.core_properties.title == document.core_properties.author == words
    assert words in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(
    "words",
    ["a & b &amp; <w:p/> </w:t></w:r> \"'", "]]><!-- x --><?y?>", "x" * 10_000, "é\u0301 😀 中文 עברית", "a\tb  c\nd"],
)
def test_words_are_no_markup(words: str) -> None:
    assert sum(str(ViewText.of(words)) in block for block in blocks(printed(words))) >= 9


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lu", "Cn"])))
@examples(40, few=5)
def test_no_control_character_reaches_the_file(words: str) -> None:
    for block in [*blocks(printed(words)), opened(printed(words)).core_properties.title]:
        assert printable(block.replace("\n", " ").replace("\t", " ")) == block.replace("\n", " ").replace("\t", " ")


def test_a_lone_surrogate_cuts_nothing_off() -> None:
    assert "before � after" in blocks(printed("before \ud800 after"))


def everything(file: bytes) -> str:
    """Give every name and every byte of a file, once as they stand and once without XML's tags."""
    unpacked = members(file)
    raw = " ".join([*unpacked, *(part.decode("utf-8") for part in unpacked.values())])
    read = " ".join(str(etree.fromstring(part).xpath("string()")) for part in unpacked.values())
    return raw + read


@examples(60, few=5)
@given(shown=secretive_meetings(), style=st.sampled_from(STYLES))
def test_no_restricted_word_is_in_any_part_of_a_public_file(shown: Meeting, style: str) -> None:
    for version in ("public", None):
        file = render_file(shown, style=style, fmt="docx", version=version)
        found = everything(file)
        assert SECRET not in found
        assert "Zan Zi" not in found
        # Nor in what is no member: the archive's own comment and its members' comments.
        assert SECRET.encode() not in file
        with zipfile.ZipFile(BytesIO(file)) as archive:
            assert archive.comment == b""
            assert {member.comment + member.extra for member in archive.infolist()} == {b""}


def test_a_users_word_file_gets_no_restricted_word_either(tmp_path: Path) -> None:
    body = paragraph("Note", "{{ meeting }} {{ people }} {{ sections }} {{ actions }} {{ exchanges }}")
    own_style(tmp_path, body)
    shown = meeting(
        entry(1, "note", "The [[Zanzibar]] rope is dry."),
        entry(2, "note", "Zanzibar", restricted=True),
        header=(("Minutes", "[[Zanzibar]]"),),
    )
    file = render_file(shown, style="own", fmt="docx", styles_folder=tmp_path)
    assert "rope is dry" in everything(file)
    assert SECRET not in everything(file)
    assert opened(file).core_properties.author == "[restricted]"


def test_the_same_meeting_makes_the_same_bytes_without_a_time_of_day() -> None:
    shown = meeting(entry(1, "note", "The rope is *dry*."))
    file = render_file(shown, fmt="docx")
    assert file == render_file(shown, fmt="docx")
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    # The entry's time of capture, and today.
    assert "19:05" not in everything(file)
    assert str(date.today().year) not in everything(file) or date.today().year == 2024


def test_what_word_knows_of_the_office_is_left_behind(tmp_path: Path) -> None:
    made = BytesIO()
    own_style(tmp_path, paragraph("Note", "{{ meeting.title }}"))
    path = tmp_path / "own" / "notes.docx"
    document = opened(path.read_bytes())
    document.core_properties.last_modified_by = "Olga Office"
    document.core_properties.author = "Olga Office"
    document.core_properties.title = "Olga Office's template"
    document.save(made)
    path.write_bytes(with_application_properties(made.getvalue()))
    file = render_file(meeting(), style="own", fmt="docx", styles_folder=tmp_path)
    assert "Olga" in everything(path.read_bytes())
    assert "Olga" not in everything(file)
    assert "docProps/app.xml" not in members(file)
    assert opened(file).core_properties.title == "Harbour Board May 2024"


def own_style(styles: Path, body: str) -> None:
    """Make a style `own` of a Word file of this body."""
    (styles / "own").mkdir(exist_ok=True)
    (styles / "own" / "notes.docx").write_bytes(word_template(body))


def with_application_properties(file: bytes) -> bytes:
    """Add the part in which Word tells of the machine."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts = {name: part.decode() for name, part in members(file).items()}
    parts["docProps/app.xml"] = f'<Properties xmlns="{namespace}"><Company>Olga Office Ltd</Company></Properties>'
    relationship = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/app.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("</Relationships>", relationship)
    override = (
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", override)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()
