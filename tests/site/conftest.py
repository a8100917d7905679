"""The built sites, for tests that hold for all of them; and projects that a test may break."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from sites import DAY, Site, copy_project, epoch


@pytest.fixture(params=["real", "demo", "second"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real site, then the invented ones."""
    built: Site = request.getfixturevalue(f"{request.param}_site")
    return built


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, with the data of an invented region, that a test may break."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Callable[[Path], str]:
    """Builds a project strictly, which must fail; gives what was said. As `mkdocs build`, without its own process.

    What the command itself does with a fault, and what becomes of the old site: test_publish.py, with some of them.
    """

    def build_in_vain(project: Path) -> str:
        caplog.clear()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(DAY))
        monkeypatch.delenv("WEGWEISER_DATA", raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: 1)  # no process of its own that would inherit those of the tests
        monkeypatch.setattr(sys, "path", list(sys.path))  # the macros plugin adds to it
        monkeypatch.chdir(project)
        with caplog.at_level(logging.WARNING, "mkdocs"):
            try:
                build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), strict=True))
            except Exception as stopped:
                return "\n".join([*(record.getMessage() for record in caplog.records), str(stopped)])
        raise AssertionError("nothing stopped the build")

    return build_in_vain
