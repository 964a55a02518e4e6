"""How the tests run: in surroundings of their own, within a boundary, the long ones only when asked for."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests import boundary, examples, piloting, surroundings
from tests.places import ROOT

_ONE_AFTER_ANOTHER = ("tests/terminal/", "tests/benchmarks/")
_ONE_AT_A_TIME = ("tests/screens/", "tests/pictures/", "tests/faults/", "tests/commands/")
_ON_A_SERVER = "tests/book/office/"
_BENCHMARKS = ROOT / "tests" / "benchmarks"
_left_out = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("minutebook")
    group.addoption("--all", action="store_true", help="run the long tests too, and every example")
    group.addoption("--no-skips", action="store_true", help="fail where a test is skipped")


def pytest_configure(config: pytest.Config) -> None:
    examples.begin(everything=config.getoption("--all"), same=not config.getoption("--all") or "CI" in os.environ)
    config.stash[_left_out] = 0
    piloting.install(every_frame=config.getoption("--all"))


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: the tests in terminals mostly wait."""
    return (os.cpu_count() or 1) + 1


class _Scheduling(LoadScopeScheduling):  # type: ignore[misc] # xdist has no types
    """Let one worker run what bears no starving, the tests in terminals and what is measured, one after another.

    One runs those that need PostgreSQL, so that it is started once. Where tests take long each is handed out alone,
    elsewhere a file is: handing out a test costs as much as many a test does.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_ON_A_SERVER):
            return "on a server"
        if nodeid.startswith(_ONE_AFTER_ANOTHER):
            return "one after another"
        return nodeid if nodeid.startswith(_ONE_AT_A_TIME) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return _Scheduling(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out, and let those begin that take longest because they wait for one another."""
    items.sort(key=lambda item: not item.nodeid.startswith(_ONE_AFTER_ANOTHER))
    for item in items:
        if _BENCHMARKS in item.path.parents or "postgres" in getattr(item, "fixturenames", ()):
            item.add_marker("long")
    if not config.getoption("--all"):
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        config.stash[_left_out] = len(long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_markeval_namespace() -> dict[str, object]:
    """Let a condition be looked at when its test runs: whoever only collects need not draw a PDF."""
    from tests.notes.pdf_there import can_draw_pdf

    return {"can_draw_pdf": can_draw_pdf}


def pytest_collection_finish() -> None:
    """Let garbage be sought seldom, and never among what was imported: that is a seventh of what the tests take."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 4)


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    surroundings.begin(folder)
    boundary.begin(folder)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that reads or writes outside its folders; those marked `outside` say why they must."""
    if item.get_closest_marker("outside"):
        return (yield)
    with boundary.watched() as crossed:
        result = yield
    if crossed:
        pytest.fail("outside its folders, this test\n" + "\n".join(dict.fromkeys(crossed)), pytrace=False)
    return result


@pytest.fixture(autouse=True)
def _hidden_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Hide settings, state and what is kept from the test and from every program it starts."""
    monkeypatch.setenv("MINUTEBOOK_CONFIG", str(tmp_path_factory.getbasetemp() / "no settings" / "config.toml"))
    monkeypatch.setenv("MINUTEBOOK_STATE", "")
    monkeypatch.setenv("MINUTEBOOK_LOG", "")
    monkeypatch.setenv("MINUTEBOOK_DICTIONARIES", "")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that gathers how many tests were left out; a skip is a failure where none is allowed."""
    gc.freeze()  # pytest looks for garbage five times over before it ends: seconds, with all that the tests left
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = session.config.stash[_left_out]
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over what a worker left out; every worker collects the same."""
    config, output = getattr(node, "config"), getattr(node, "workeroutput", {})  # noqa: B009 - xdist has no types
    config.stash[_left_out] = output.get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash[_left_out]:
        terminalreporter.write_line(f"{count} long tests were left out; `pytest --all` runs them too")
    if config.getoption("--no-skips") and (skipped := terminalreporter.stats.get("skipped")):
        terminalreporter.write_line(f"{len(skipped)} tests were skipped, which is not allowed here", red=True)
