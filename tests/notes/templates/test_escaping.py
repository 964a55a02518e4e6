"""Words are literal in each format."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.examples import examples
from tests.notes.meetings import entry, meeting, read_markdown
from tui.meeting.model import Section
from tui.meeting.text.sanitizing import printable
from tui.notes.render import render
from tui.notes.templates.escaping import finished_markdown, markdown
from tui.notes.view.words import ViewText

HOSTILE = "ab1 .)-+#>=*_~`|<>&;![]()\\:/\"'\t\u00a0é\u0301中$€"
texts = st.text(st.sampled_from(HOSTILE), max_size=25) | st.text(max_size=25)


def level(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    "words",
    [
        "# heading",
        "> quotation",
        "1. list",
        "12) list",
        "- list",
        "+ list",
        "* list",
        "---",
        "===",
        "~~~",
        "```",
        "~~gone~~",
        "<b>bold</b>",
        "<!-- gone -->",
        "a & b &amp; &#65; &copy",
        "![picture](x) [link](y) [ref]: z",
        "_a_ __b__ snake_case `code`",
        "<https://example.org>",
        "a|b|c",
        ":-",
        "|-|",
        "C #",
        "##",
        "\\*",
        "\\",
        "!",
        "- - -",
        "_ _ _",
    ],
)
def test_nothing_is_read_as_markdown(words: str) -> None:
    assert read_markdown(finished_markdown(markdown(words) + "\n")) == [words]
    assert read_markdown("para\n" + finished_markdown(markdown(words) + "\n")) == ["para\n" + words]
    assert read_markdown("## " + finished_markdown(markdown(words) + "\n")) == [words]
    assert read_markdown(finished_markdown("- " + markdown(words) + "\n")) == [words]


@given(texts)
@example("*\u2028a*")
@example("*a*.*b*")
@example("(*(a)*)")
def test_any_text_is_read_back_from_markdown(text: str) -> None:
    words = ViewText.of(text)
    if not words:
        return
    for before in ("", "- ", "## ", "para\n", "> ", "1. "):
        (read,) = read_markdown(finished_markdown(before + markdown(words) + "\n"))
        assert level(read.removeprefix("para\n")) == level(str(words))


@given(st.text(st.sampled_from("ab *.("), max_size=20))
def test_emphasis_in_markdown_is_that_of_the_text(text: str) -> None:
    html = markdown(ViewText.of(text))
    marked = any(span.emphasis for span in ViewText.of(text).spans)
    assert ("*" in html.replace("\\*", "")) is marked


def test_a_number_at_the_head_of_a_heading_needs_no_backslash() -> None:
    assert finished_markdown("## " + markdown(ViewText.of("1.")) + " WORKS\n") == "## 1. WORKS\n"
    assert finished_markdown(markdown(ViewText.of("1.")) + " WORKS\n") == "1\\. WORKS\n"


def test_web_addresses_stay_readable() -> None:
    assert markdown("see https://example.org/a_b?c=d") == "see https://example.org/a_b?c=d"


@pytest.mark.parametrize("style", ["narrative", "findings"])
@given(text=texts)
def test_the_notes_hold_the_words_in_markdown(style: str, text: str) -> None:
    words = level(str(ViewText.of(text)))
    shown = meeting(
        entry(1, "note", text),
        entry(2, "subheading", text),
        entry(3, "point", text),
        entry(4, "event", text),
        entry(5, "action", text),
        sections=(Section(id=1, number="1.", heading=text),),
        title=text,
    )
    blocks = [level(block) for block in read_markdown(render(shown, style=style, fmt="md", version="internal"))]
    assert sum(words in block for block in blocks) >= 6 or not words


@pytest.mark.parametrize("style", ["narrative", "findings"])
@given(text=texts)
def test_the_notes_keep_every_character_in_plain_text(style: str, text: str) -> None:
    words = "".join(str(ViewText.of(text)).split())
    page = render(meeting(entry(1, "note", text)), style=style, fmt="txt", version="internal")
    assert words in "".join(page.split())


@pytest.mark.parametrize("fmt", ["md", "txt", "html"])
@given(text=st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lu"])))
def test_no_control_character_reaches_the_notes(fmt: str, text: str) -> None:
    page = render(meeting(entry(1, "note", text), title=text or "x"), fmt=fmt)
    assert printable(page.replace("\n", " ")) == page.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("$x^2$ and $$y$$", r"\$x\^2\$ and \$\$y\$\$"),
        ("from $5,000 to US$ 6,000", r"from $5,000 to US\$ 6,000"),
        ("x^2^ and ^[a note]", r"x\^2\^ and \^\[a note\]"),
        ("[@smith] and -@jones, to a@example.org", r"\[\@smith\] and -\@jones, to a@example.org"),
        ("[x]{.smallcaps} `c`{=html}", r"\[x\]\{.smallcaps} \`c\`\{=html}"),
        ("a) first", r"a\) first"),
        ("iv. fourth", r"iv\. fourth"),
        ("B) second", r"B\) second"),
        ("A.  second", r"A\.  second"),
        ("A. Smith agreed", "A. Smith agreed"),
        ("I. Newton did", "I. Newton did"),
        ("(1) first", r"\(1) first"),
        ("(@good) one", r"\(\@good) one"),
        ("(as before) it was", "(as before) it was"),
        (": defined", r"\: defined"),
        ("::: warning", r"\::: warning"),
        ("Table: of fees", r"Table\: of fees"),
        ("at 10:30: the end", "at 10:30: the end"),
    ],
)
def test_nothing_is_markup_in_pandocs_markdown_either(words: str, printed: str) -> None:
    assert finished_markdown(markdown(words)) == printed


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="there is no pandoc here")
@given(
    text=st.lists(
        st.sampled_from([*"ab 1.()@$^{}[]~*_:=#+-|`<>!\\", "Table", "ii", "A.  "]), min_size=1, max_size=20
    ).map("".join)
)
@examples(40)
def test_pandoc_reads_words_as_they_were_written(text: str) -> None:
    text = text.strip() or "-"
    page = finished_markdown(f"x {markdown(text)} x\n\n{markdown(text)}\n\nend\n")
    arguments = ["pandoc", "-f", "markdown-smart", "-t", "json"]
    read = subprocess.run(arguments, input=page, capture_output=True, text=True, check=True).stdout
    blocks = json.loads(read)["blocks"]
    assert {block["t"] for block in blocks} == {"Para"}
    assert {one["t"] for block in blocks for one in block["c"]} <= {"Str", "Space"}
    said = ["".join(" " if one["t"] == "Space" else one["c"] for one in block["c"]) for block in blocks]
    assert said == [f"x {' '.join(text.split())} x", " ".join(text.split()), "end"]
