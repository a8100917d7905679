"""The editor comes into a site only where the region names a repository, and says so where it cannot."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import editor
import npm
import pytest
from sites import ROOT

ALLOWED = 850_000
"""Bytes of all scripts as gzip; measured with Sveltia CMS 0.221.1: 805,815."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The real records of a region that names a repository."""
    folder = shutil.copytree(ROOT / "data", tmp_path / "data")
    with (folder / "region.yml").open("a", encoding="utf-8") as region:
        region.write("repository: https://github.com/kreis-beispiel/wegweiser\n")
    return folder


def run(*command: str, data: Path, path: str = os.environ["PATH"]) -> str:
    environment = {**os.environ, "WEGWEISER_DATA": str(data), "PATH": path}
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_without_node_the_site_is_complete_but_for_the_editor(data: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    said = run("scripts/editor.py", str(site), data=data, path=str(tmp_path))
    assert said.startswith("Hinweis: Node.js oder npm fehlt. Bitte installieren")
    assert said.endswith("Bis dahin fehlt der Editor im Browser (/redaktion/).\n")
    assert not (site / editor.ADDRESS).exists()


@pytest.mark.nightly
def test_without_a_repository_there_is_no_editor(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("scripts/editor.py", str(site), data=ROOT / "data") == ""
    assert not site.exists()


@pytest.mark.nightly
def test_what_is_published_is_the_form_of_the_models_and_not_too_large(data: Path, tmp_path: Path) -> None:
    if reason := npm.missing(editor.SOURCES, editor.NAME):
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    run("scripts/editor.py", str(tmp_path / "site"), data=data)
    folder = tmp_path / "site" / editor.ADDRESS
    form = json.loads(run("-m", "wegweiser", "editor-config", data=data))
    assert json.loads((folder / "config.json").read_text("utf-8")) == form
    assert {path.suffix for path in folder.rglob("*.*")} <= {".html", ".js", ".json", ".txt", ".woff2"}
    scripts = [path.read_bytes() for path in folder.rglob("*.js")]
    assert sum(len(gzip.compress(script)) for script in scripts) < ALLOWED
