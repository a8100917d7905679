"""The built sites, for tests that hold for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import Site, copy_project


@pytest.fixture(params=["real", "demo", "second"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real site, then the invented ones."""
    built: Site = request.getfixturevalue(f"{request.param}_site")
    return built


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, with the data of an invented region, that a test may break."""
    return copy_project(tmp_path / "project")
