"""What is generated in the repository, and the one command that makes it."""

from __future__ import annotations

from functools import partial

import pytest

from docs.tools.__main__ import MAKERS, main
from docs.tools.pages import PAGES
from tests.places import ROOT


@pytest.mark.parametrize("name", PAGES)
def test_each_generated_page_is_current(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert page == PAGES[name](), "run `python -m docs.tools pages` and look at what changed"


def test_what_is_asked_for_is_made_once_in_the_order_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    for name in MAKERS:
        monkeypatch.setitem(MAKERS, name, ("", partial(made.append, name)))
    main(["pictures", "pages", "pictures"])
    assert made == ["pages", "pictures"]
    made.clear()
    main(["all"])
    assert made == list(MAKERS)


def test_what_nothing_makes_is_refused_with_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["page"])
    assert "word-templates" in capsys.readouterr().err
