"""The examples on /daten/ are run as they stand there."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from outlets import URL, edition_of
from sites import ROOT

from wegweiser import files
from wegweiser.files import describe
from wegweiser.pages import all_pages
from wegweiser.pages.render import Renderer


@pytest.fixture
def example(tmp_path: Path) -> dict[str, str]:
    """Language → code; the files that it asks for lie in a folder."""
    edition, site = edition_of(tmp_path / "data")
    for file in files.files(edition, site, ()):
        if file.path.startswith("daten/") and file.path.endswith(".json"):
            path = tmp_path / "site" / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.make())
    renderer = Renderer(edition, site, ROOT / "overrides" / "pages", {"suche": "suche.json"})
    [page] = [page for page in all_pages(edition, describe()) if page.address == "daten/"]
    found = re.findall('<code id="beispiel-([a-z]+)">(.*?)</code>', renderer.render(page), re.DOTALL)
    here = (tmp_path / "site").as_uri() + "/"
    return {language: html.unescape(code).replace(URL, here) for language, code in found}


def test_python(example: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(example["python"], "beispiel", "exec"), {})  # noqa: S102 - our own example
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "+49 30" in said


def test_javascript(example: dict[str, str]) -> None:
    if shutil.which("node") is None:
        pytest.skip("Node.js fehlt")
    from_files = """
        import { readFileSync } from "node:fs";
        const read = (address) => JSON.parse(readFileSync(new URL(address), "utf8"));
        globalThis.fetch = async (address) => ({ json: async () => read(address) });
    """
    command = ["node", "--input-type=module", "--eval", from_files + example["javascript"]]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"\+49 30 \d+ geprüft am 1\. Juni 2026 false", done.stdout)
