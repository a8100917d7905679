"""What moving to another generator would take: ProperDocs builds the same bytes, and without any the pages are there.

ProperDocs is a fork of MkDocs with one package of its own (tests/exit/requirements.txt, by hash); what it needs besides
is what MkDocs needs. It is installed beside our packages, never among them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sites import ROOT, URL, Site, environment, hashes

from wegweiser.catalog.addresses import written_address

OF_THE_HANDBOOK = r"handbuch/|assets/(handbook\.(css|js)$|stylesheets/|javascripts/)"
"""The handbook is written by hand, in the layout of the theme; what its pages alone load."""
REQUIREMENTS = ROOT / "tests" / "exit" / "requirements.txt"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def properdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package; where nobody is looking after the network, its absence is no fault of the site."""
    folder = tmp_path_factory.mktemp("properdocs")
    install = ("install", "--quiet", "--no-deps", "--require-hashes", "--target", str(folder))
    command = [sys.executable, "-m", "pip", *install, "--requirement", str(REQUIREMENTS)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode and not os.environ.get("CI"):
        pytest.skip(f"ProperDocs lässt sich hier nicht installieren: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return folder


def test_another_generator_makes_the_same_site(properdocs: Path, real_site: Site, tmp_path: Path) -> None:
    """Hooks, macros, templates and configuration as they are; nothing is left out in silence."""
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    env = environment(SITE_URL=URL, PYTHONPATH=str(properdocs))
    done = subprocess.run(
        [*command, "--site-dir", str(tmp_path)], check=False, cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.rglob("*.html"))) == len(real_site.documents) + len(real_site.frames) > 100
    assert hashes(tmp_path) == hashes(real_site.folder)


def test_without_any_generator_all_that_is_made_from_data_is_there(real_site: Site, tmp_path: Path) -> None:
    """For generators that ignore hooks: they would only have to put the pages written by hand beside these."""
    command = [sys.executable, "-m", "wegweiser", "pages", str(tmp_path / "pages")]
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment(SITE_URL=URL), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    by_hand = {f"{written_address(path.stem)}index.html" for path in (ROOT / "docs").glob("*.md")} | {"404.html"}
    by_hand |= {name for name in hashes(real_site.folder) if re.match(OF_THE_HANDBOOK, name)}
    site, pages = hashes(real_site.folder), hashes(tmp_path / "pages")
    assert pages == {name: content for name, content in site.items() if name not in by_hand}
    count = sum(name.endswith(".html") for name in pages)
    assert done.stdout.startswith(f"{count} Seiten und {len(pages) - count} andere Dateien in ")


def test_pages_are_written_over_nothing_and_from_good_data_only(tmp_path: Path) -> None:
    (tmp_path / "mein.txt").write_text("x", "utf-8")
    command = [sys.executable, "-m", "wegweiser", "pages", str(tmp_path)]
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment(), capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Fehler: Der Ordner {tmp_path} ist nicht leer. Bitte einen neuen nennen.\n"
    broken = [*command[:-1], str(tmp_path / "neu"), "--data", str(tmp_path)]
    done = subprocess.run(broken, check=False, cwd=ROOT, env=environment(), capture_output=True, text=True)
    assert done.returncode == 1
    assert "region.yml" in done.stderr
    assert not (tmp_path / "neu").exists()
