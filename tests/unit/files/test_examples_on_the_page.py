"""The examples on /daten/ and in the handbook are run as they stand there."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from outlets import URL, edition_of
from serving import serve
from sites import ROOT

from wegweiser import files
from wegweiser.files import describe
from wegweiser.pages import all_pages
from wegweiser.pages.render import Renderer

HANDBOOK = ROOT / "docs" / "handbuch" / "schnittstelle.md"
EXAMPLE_URL = "https://www.example.org/"


@pytest.fixture
def data_files(tmp_path: Path) -> Path:
    """A folder with the files that the examples ask for."""
    edition, site = edition_of(tmp_path / "data")
    for file in files.files(edition, site, ()):
        if file.path.startswith("daten/") and file.path.endswith(".json"):
            path = tmp_path / "site" / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.make())
    return tmp_path / "site"


@pytest.fixture
def example(tmp_path: Path, data_files: Path) -> dict[str, str]:
    """Language → code."""
    edition, site = edition_of(tmp_path / "data")
    renderer = Renderer(edition, site, ROOT / "overrides" / "pages", {"suche": "suche.json"})
    [page] = [page for page in all_pages(edition, describe()) if page.address == "daten/"]
    found = re.findall('<code id="beispiel-([a-z]+)">(.*?)</code>', renderer.render(page), re.DOTALL)
    here = data_files.as_uri() + "/"
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


@pytest.fixture
def served(data_files: Path) -> Iterator[str]:
    """The same files, served as the host will."""
    with serve(data_files) as url:
        yield url


def examples_of_handbook() -> list[str]:
    """Every program in the chapter about the interface; its colours would be too pale, so it is marked as text."""
    found = re.findall(r"^( *)```text\n(.*?)^\1```$", HANDBOOK.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(code) for _, code in found]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            0,
            r"(Familienzentrum \S+ 1; \S+; \+49 30 \d+ \(geprüft am 1. Juni 2026\).*\n){3}",
        ),
        (1, r"nichts Neues\n"),
    ],
    ids=["all houses", "only if new"],
)
def test_examples_of_the_handbook(served: str, capsys: pytest.CaptureFixture[str], number: int, said: str) -> None:
    code = examples_of_handbook()[number]
    assert EXAMPLE_URL in code
    exec(compile(code.replace(EXAMPLE_URL, served), "beispiel", "exec"), {})  # noqa: S102 - our own example
    assert re.fullmatch(said, capsys.readouterr().out)


def test_every_example_of_the_handbook_is_run() -> None:
    assert len(examples_of_handbook()) == 2


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"daten/v1/[a-z.]+(?:/<[a-z]+>\.json)?", HANDBOOK.read_text("utf-8"))))
)
def test_addresses_in_the_handbook_lead_somewhere(data_files: Path, path: str) -> None:
    assert list(data_files.glob(re.sub("<[a-z]+>", "*", path))), path
