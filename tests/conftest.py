"""Tests know nothing of the developer's own settings, and nothing of earlier runs of the program."""

from __future__ import annotations

import os

import hypothesis
import pytest

# A loaded machine is slow now and then; what must be fast has a benchmark of its own.
# Where a change is held to the tests, they are the same each time; elsewhere they look further each time.
hypothesis.settings.register_profile(
    "minutebook", deadline=None, derandomize=not {"CI", "MINUTEBOOK_SAME_EXAMPLES"}.isdisjoint(os.environ)
)
hypothesis.settings.load_profile("minutebook")


@pytest.fixture(autouse=True)
def _hidden_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Hide settings, state and what is kept from the test and from every program it starts."""
    monkeypatch.setenv("MINUTEBOOK_CONFIG", "/nonexistent/minutebook/config.toml")
    monkeypatch.setenv("MINUTEBOOK_STATE", "")
    monkeypatch.setenv("MINUTEBOOK_LOG", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
