"""No template reaches outside the sandbox, and none makes the words of a meeting anything but literal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import covering
from tests.notes.html_page import read_page
from tests.notes.meetings import entry, meeting, read_markdown
from tui.errors import BadInput
from tui.notes.render import render
from tui.notes.templates import confining
from tui.notes.templates.printing import print_notes
from tui.notes.view.compose import compose, copy_for
from tui.resources import shipped

HOSTILE = "[x](y) <b onclick=z>&amp;</b> *it*"
formats = pytest.mark.parametrize("fmt", ["md", "html", "txt"])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    return tmp_path


def printed(styles: Path, template: str, fmt: str = "md") -> str:
    """Print one hostile note through a user's template."""
    (styles / "own" / f"notes.{fmt}.j2").write_text(template, encoding="utf-8")
    return render(meeting(entry(1, "note", HOSTILE)), style="own", fmt=fmt, styles_folder=styles).strip("\n")


def printed_here(folder: Path, template: str, fmt: str) -> str:
    """Print the same in this process, which is quicker, by the same sandbox."""
    (folder / "notes.j2").write_text(template, encoding="utf-8")
    view = compose(copy_for("public", meeting(entry(1, "note", HOSTILE))))
    return print_notes(view, folder, "notes.j2", fmt, 80)


@formats
@pytest.mark.parametrize(
    "template",
    [
        "{{ m() ~ text }}",
        "{{ text ~ m() }}",
        "{{ m() + text }}",
        "{{ text + m() }}",
        "{{ [m(), text]|join }}",
        "{{ [text]|join(m()) }}",
        "{{ m()|replace('', text, 1) }}",
        "{{ 'Q'|replace('Q', text)|replace('Z', m()) }}",
        "{{ f()|format(text) }}",
        "{{ f() % text }}",
        "{{ f() % (text,) }}",
        "{{ g() % {'a': text} }}",
        "{{ m()|center(1) ~ text }}",
        "{% set both %}{{ m() }}{{ text }}{% endset %}{{ both }}",
        "{% call c() %}{{ text }}{% endcall %}",
        "{% filter trim %}{{ text }}{% endfilter %}",
        "{{ text|e|e }}",
        "{% autoescape false %}{{ m() ~ text }}{% endautoescape %}",
    ],
)
def test_words_stay_literal_however_they_are_joined_to_finished_text(tmp_path: Path, fmt: str, template: str) -> None:
    head = (
        "{% macro m() %}{% endmacro %}{% macro f() %}%s{% endmacro %}{% macro g() %}%(a)s{% endmacro %}"
        "{% macro c() %}{{ caller() }}{% endmacro %}{% set text = sections[0].entries[0].text %}"
    )
    page = printed_here(tmp_path, head + template, fmt).strip()
    words = read_markdown(page)[0] if fmt == "md" else read_page(page).words if fmt == "html" else page
    assert words == "[x](y) <b onclick=z>&amp;</b> it"


def test_words_end_no_attribute(tmp_path: Path) -> None:
    template = (
        """<p title="{{ text }}" lang='{{ text }}'>{{ text }}</p>"""
        """<p title="{{ text|plain }}" id='{{ sections[0].entries[0].speakers[0] }}'></p>"""
    )
    (tmp_path / "notes.j2").write_text("{% set text = sections[0].entries[0].text %}" + template, encoding="utf-8")
    words = "\"  ' > *a* שלום onload=x `"
    view = compose(copy_for("public", meeting(entry(1, "note", words, speakers=("\"'>",)))))
    first, second = read_page(print_notes(view, tmp_path, "notes.j2", "html", 80)).every("p")
    assert set(first.attributes) == {"title", "lang"}
    assert second.attributes == {"title": "\"  ' > a שלום onload=x `", "id": "\"'>"}


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ ''|attr('__cl' ~ 'ass__') }}",
        "{{ meeting.__init__.__globals__ }}",
        "{{ meeting|attr('__struct_fields__') }}",
        "{{ meeting.title.spans.__class__.__mro__ }}",
        "{{ '{0.__class__}'.format(meeting) }}",
        "{{ '{a.__class__}'.format_map({'a': meeting}) }}",
        "{{ ('{0.__class__.__mro__}'|string).format(meeting) }}",
        "{% macro m() %}{0.__class__}{% endmacro %}{{ m().format(meeting) }}",
        "{% macro m() %}{0.__class__}{% endmacro %}{{ m()|attr('format') }}{{ m()['format'](meeting) }}",
        "{{ [meeting]|map('attr', '__class__')|list|first ~ '' }}",
        "{{ [meeting]|sort(attribute='__class__.__name__') }}",
        "{{ [meeting]|selectattr('__class__')|list }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__ }}",
        "{{ lipsum() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ namespace.__init__ }}",
        "{{ caller.__globals__ }}",
        "{{ range.__globals__ }}",
        "{{ dict.__mro__ }}",
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{{ (1).__class__ }}",
        "{% set x = [] %}{{ x.append(1) }}",
        "{% set x = {} %}{{ x.update(a=1) }}",
        "{{ meeting.title.spans[0].__setattr__ }}",
        "{{ open('/etc/passwd') }}",
        "{{ __import__('os') }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../../etc/passwd' %}",
        "{% include '..\\\\..\\\\notes.md.j2' %}",
        "{% import '../..' as x %}",
        "{% import '/etc/passwd' as x %}",
        "{% extends '/etc/passwd' %}",
        "{% from '../secret.j2' import x %}",
        "{% include 'house_style.toml/../../pyproject.toml' %}",
        "{{ meeting.title|safe }}",
        "{{ meeting.title|forceescape }}",
        "{{ meeting.title|tojson }}",
        "{{ meeting.title|urlize }}",
        "{{ {'a': meeting.title}|xmlattr }}",
        "{% debug %}",
        "{% do meeting %}",
        "{{ range(10**9) }}",
    ],
)
@formats
def test_a_template_that_reaches_out_is_refused(tmp_path: Path, fmt: str, template: str) -> None:
    folder = tmp_path / "style"
    folder.mkdir()
    (tmp_path / "secret.j2").write_text("{% macro x() %}secret{% endmacro %}", encoding="utf-8")
    with pytest.raises(BadInput) as raised:
        printed_here(folder, template, fmt)
    assert "correct the template" in str(raised.value)
    assert "secret" not in str(raised.value).removeprefix(str(folder)).replace("../secret.j2", "")


@formats
def test_words_can_be_filled_in_as_any_text_can(tmp_path: Path, fmt: str) -> None:
    template = (
        "{{ '{0}, {1}'.format(people.present[0].name, 1) }} {{ meeting.date.format() }} {{ meeting.title.format() }}"
    )
    assert printed_here(tmp_path, template, fmt) == "Rosa Quill, 1 7 May 2024 Harbour Board May 2024"


@pytest.mark.parametrize(
    "template", ["{{ [meeting]|map(attribute='__class__')|list }}", "{{ [meeting]|groupby('__class__') }}"]
)
def test_a_filter_that_looks_for_an_attribute_finds_none_of_the_programs(tmp_path: Path, template: str) -> None:
    assert "Undefined" in printed_here(tmp_path, template, "txt")


def test_a_link_to_a_file_elsewhere_is_no_template(own: Path) -> None:
    (own / "secret.j2").write_text("secret", encoding="utf-8")
    (own / "own" / "linked.j2").symlink_to(own / "secret.j2")
    with pytest.raises(BadInput, match=r"there is no template 'linked\.j2' to include"):
        printed(own, "{% include 'linked.j2' %}")


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x' * 10**10 }}",
        pytest.param("{{ ['x' * 10**6] * 10**6 }}", marks=pytest.mark.long),
        "{% set n = namespace(x='x' * 99) %}{% for _ in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'x'|center(10**10) }}",
        pytest.param("{{ 'x'|indent(10**10, true) }}", marks=pytest.mark.long),
        pytest.param("{{ 9 ** (9 ** 9) }}", marks=pytest.mark.long),
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    ],
)
def test_a_template_that_asks_for_too_much_is_stopped(
    own: Path, template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confining, "SECONDS", 4)
    with pytest.raises(BadInput):
        printed(own, template, "html")


@formats
def test_what_a_terminal_would_obey_is_made_harmless_in_a_templates_own_words(own: Path, fmt: str) -> None:
    page = printed(own, "a\x1b]52;c;UFdO\x07b\x9b31m\u202ec\n\td – é\n{{ '\x1b[2J' }}", fmt)
    assert all(character.isprintable() or character in "\n\t" for character in page)
    assert "d – é" in page
    assert "\t" in page


def test_a_template_that_prints_more_than_any_meeting_needs_is_refused(own: Path) -> None:
    with pytest.raises(BadInput, match="the template prints too much; simplify it"):
        printed(own, "{{ 'x' * 40000000 }}")


@formats
@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a\n{{ meting.title }}", ":2: 'meting' is unknown, did you mean 'meeting'?"),
        ("a\n\n{{ meeting.titel }}", ":3: a meeting has no 'titel', did you mean 'title'?"),
        ("\n{{ meeting.title|uper }}", ":2: No filter named 'uper', did you mean 'upper'?"),
        ("\n{{ meeting.title|css_sting }}", ":2: No filter named 'css_sting', did you mean 'css_string'?"),
        ("\n\n{% extends 'shared/pgae.html.j2' %}", ":3: there is no template 'shared/pgae.html.j2' to include"),
        ("{% block body %}\n{{ actionz }}{% endblock %}", ":2: 'actionz' is unknown, did you mean 'actions'?"),
    ],
)
def test_an_error_names_the_file_the_line_and_the_nearest_name_in_every_format(
    own: Path, fmt: str, template: str, message: str
) -> None:
    with pytest.raises(BadInput) as raised:
        printed(own, template, fmt)
    assert str(raised.value).startswith(f"{own / 'own' / f'notes.{fmt}.j2'}{message}")


@covering("style, fmt", ["narrative", "formal", "actions"], ["md", "html", "txt"])
def test_a_copied_style_prints_as_its_original_and_can_be_changed_block_by_block(
    own: Path, fmt: str, style: str
) -> None:
    original = (shipped("templates") / style / f"notes.{fmt}.j2").read_text(encoding="utf-8")
    shown = meeting(entry(1, "note", HOSTILE))
    (own / "own" / f"notes.{fmt}.j2").write_text(original, encoding="utf-8")
    assert render(shown, style="own", fmt=fmt, styles_folder=own) == render(shown, style=style, fmt=fmt)
    changed = f"{{% extends '{style}/notes.{fmt}.j2' %}}{{% block closing %}}The end.{{% endblock %}}"
    assert "The end." in printed(own, changed, fmt)
    assert "boathouse" not in printed(own, changed, fmt).split("The end.")[0].rsplit("dry", 1)[-1]


def test_an_error_reads_as_a_sentence(own: Path) -> None:
    with pytest.raises(BadInput, match="an entry has no 'knd', did you mean 'kind'"):
        printed(own, "{{ sections[0].entries[0].knd }}")
