"""The walls between the rooms of the house, as import contracts and as what a process really imports."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.places import ROOT
from tui import __version__

TUI = ROOT / "tui"
_SCREENS = {"apps", "screens", "widgets", "terminal"}
MAY_IMPORT = {
    "aiohttp": {"web"},
    "babel": {"notes"},
    "click": {"cli", "commands"},
    "dateutil": {"meeting"},
    "docx": {"notes"},
    "docxtpl": {"notes"},
    "filelock": {"book"},
    "holidays": {"book"},
    "icalendar": {"notes"},
    "jinja2": {"notes"},
    "lxml": {"notes", "papers"},
    "markupsafe": {"notes"},
    "odfdo": {"notes"},
    "oxmsg": {"papers"},
    "msgspec": {"book", "config", "keys", "meeting", "notes", "papers", "screens", "use_cases", "web", "widgets"},
    "platformdirs": {"book", "home", "notes"},
    "pypdf": {"papers"},
    "rich": _SCREENS,
    "spylls": {"spelling"},
    "textual": _SCREENS,
    "textual_serve": {"web"},
    "tinydb": {"book"},
    "psycopg": {"book"},
    "wcwidth": {"notes"},
    "weasyprint": {"notes"},
}
"""The rooms that may import a library; one that is not here may be imported nowhere."""


def test_the_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def _imported_by(module_names: list[str]) -> set[str]:
    program = (
        "import importlib, sys\n"
        f"for name in {module_names!r}: importlib.import_module(name)\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def _modules(room: str) -> list[str]:
    paths = sorted(path for path in (TUI / room).rglob("*.py") if path.stem != "__init__")
    return [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]


def test_the_meeting_imports_only_the_standard_library_and_msgspec() -> None:
    bare = {"tui", "msgspec"}
    third_party = {name for name in _imported_by(_modules("meeting")) if name not in sys.stdlib_module_names}
    site = {"typing_extensions", *_imported_by(["json"])}  # msgspec imports the former where it is installed
    assert third_party - site <= bare


@pytest.mark.parametrize("room", ["book", "notes", "papers", "spelling"])
def test_a_room_without_a_screen_imports_no_textual(room: str) -> None:
    assert not {"textual", "rich", "click"} & _imported_by(_modules(room))


@functools.cache
def _trees() -> list[tuple[Path, ast.Module]]:
    """Return every file of the program, with its syntax tree."""
    files = sorted(TUI.rglob("*.py"))
    return [(path.relative_to(TUI), ast.parse(path.read_text(encoding="utf-8"))) for path in files]


def _libraries(tree: ast.Module) -> Iterator[str]:
    """Yield the libraries that a file imports, wherever in it."""
    for node in ast.walk(tree):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        for name in names:
            if (library := name.partition(".")[0]) not in {*sys.stdlib_module_names, "tui"}:
                yield library


def test_the_version_is_told_before_the_command_line_is_imported() -> None:
    program = "import sys; from tui.__main__ import main; main(); print(*sys.modules)"
    command = [sys.executable, "-c", program, "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    version, modules = done.stdout.splitlines()
    assert version == f"minutebook, version {__version__}"
    assert {"click", "tui.cli", "msgspec", "logging"} & set(modules.split()) == set()


def test_a_library_is_imported_in_its_rooms_alone() -> None:
    found = {(library, path.parts[0].removesuffix(".py")) for path, tree in _trees() for library in _libraries(tree)}
    assert {(library, room) for library, room in found if room not in MAY_IMPORT.get(library, ())} == set()
    assert set(MAY_IMPORT) == {library for library, _ in found}


def test_no_two_modules_import_each_other_not_even_within_a_function() -> None:
    graph = grimp.build_graph("tui", cache_dir=None)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as cycle:
        pytest.fail(" < ".join(cycle.args[1]), pytrace=False)


def test_each_import_contract_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    contracts = [at for at, line in enumerate(lines) if line == "[[tool.importlinter.contracts]]"]
    assert contracts
    assert [at + 1 for at in contracts if not lines[at + 1].startswith("# ")] == []


def test_no_file_of_the_program_is_longer_than_400_lines() -> None:
    lengths = {path: len((TUI / path).read_text(encoding="utf-8").splitlines()) for path, _ in _trees()}
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_no_function_of_the_program_is_longer_than_40_lines() -> None:
    lengths = {
        f"{path}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 40} == {}


def test_no_folder_of_the_program_holds_more_than_20_files() -> None:
    folders = [TUI, *(one for one in TUI.rglob("*") if one.is_dir() and one.name != "__pycache__")]
    counts = {folder.relative_to(ROOT): sum(one.is_file() for one in folder.iterdir()) for folder in folders}
    assert {folder: count for folder, count in counts.items() if count > 20} == {}


def test_no_two_classes_of_the_program_share_a_name() -> None:
    named: dict[str, list[str]] = {}
    for path, tree in _trees():
        for found in tree.body:
            if isinstance(found, ast.ClassDef):
                named.setdefault(found.name, []).append(str(path))
    assert len(named) > 200
    assert {name: places for name, places in named.items() if len(places) > 1} == {}


def test_one_module_says_when_garbage_is_looked_for() -> None:
    owners = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tui").rglob("*.py")
        if "import gc" in path.read_text(encoding="utf-8").splitlines()
    ]
    assert owners == ["tui/garbage.py"]


def test_one_module_says_what_the_home_in_a_path_is() -> None:
    owners = [str(path) for path, tree in _trees() for node in ast.walk(tree) if _is_named(node, "expanduser")]
    assert owners == ["home.py"]


def _is_named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == name


def test_no_number_stands_in_single_braces_where_a_pattern_is_put_together() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple | ast.Constant)
    ]
    assert found == [], "{0,2} of an f-string is a tuple, {{0,2}} a repetition"
