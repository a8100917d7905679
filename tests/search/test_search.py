"""The search in Node: its modules, how well it answers the gold queries, and any text as a question."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import second_region
from fuzzing import FUZZ

from wegweiser.pages.glossary import anchor

pytestmark = pytest.mark.takes(12)

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
QUERIES = HERE / "queries"
PACKED = ROOT / "overrides" / "script" / "packed"
SCRIPTS = ("everywhere.js", "search.js", "search-worker.js")
"""What is loaded until the first answer."""

FIRST_ANSWER = 34_000
"""Bytes as sent (gzip) until a question with a town is answered, with suggestions and filters: data and scripts."""

LONG_QUESTION = 38_000
"""Bytes as sent that long and unusual questions load beside: the sentences of 82 offers."""

FOLDERS = (("case", "cases"), ("event", "events"), ("news", "news"))
GLOSSARY = ROOT / "data" / "glossary.yml"
PAGES = {"fuer-fachkraefte", "kontakte"}
"""Pages of no single record that an educator may mean."""

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="Node.js fehlt; die Suche ist dann nicht geprüft")


def run_node(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = ["node", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)


@pytest.fixture(scope="session")
def search_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search's files of the real data."""
    folder = tmp_path_factory.mktemp("search")
    done = subprocess.run([sys.executable, HERE / "build_data.py", folder, ROOT / "data"], check=False)
    assert done.returncode == 0
    return folder


@needs_node
@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_modules(name: str) -> None:
    done = run_node("--test", HERE / name)
    assert done.returncode == 0, done.stdout


@needs_node
@pytest.mark.this_district
@pytest.mark.parametrize("name", sorted(path.name for path in QUERIES.glob("untuned*.tsv")))
def test_gold_queries_that_nobody_tuned_on_are_answered(search_data: Path, name: str) -> None:
    done = run_node(HERE / "measure.mjs", search_data, QUERIES / name, "--check")
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


IN_ANOTHER_DISTRICT = {
    "jobcenter essen": "contact:agentur-wiesengrund",
    "jugendamt weil": "contact:amt-fuer-familie",
    "wohngeld au": "offer:wohngeld",
    "essen": "municipality:essen",
    "mittagessen": "offer:but-mittagessen",
    "kita platz weil ich arbeite": "offer:kita-platz",
    "çocuk parası": "offer:kindergeld",
    "допомога на дитину": "offer:kindergeld",
}
"""Its towns are called like words, its offices by names of their own; two languages more are in its data."""


@needs_node
def test_the_search_knows_another_district_from_its_data(tmp_path: Path) -> None:
    second_region.write(tmp_path / "data", dt.date(2026, 11, 22))
    done = subprocess.run([sys.executable, HERE / "build_data.py", tmp_path / "search", tmp_path / "data"], check=False)
    assert done.returncode == 0
    done = run_node(HERE / "first.mjs", tmp_path / "search", *IN_ANOTHER_DISTRICT)
    assert done.returncode == 0, done.stderr
    found = {question: records[0] for question, records in json.loads(done.stdout).items()}
    assert found == IN_ANOTHER_DISTRICT


@needs_node
@pytest.mark.chance
def test_any_text_is_a_question(search_data: Path) -> None:
    done = run_node(HERE / "fuzz.mjs", search_data, FUZZ)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.sha256")), ids=lambda path: path.stem)
def test_the_queries_that_nobody_tunes_on_are_unchanged(path: Path) -> None:
    frozen, *_ = path.read_text("utf-8").split()
    assert hashlib.sha256(path.with_suffix(".tsv").read_bytes()).hexdigest() == frozen


@pytest.mark.this_district
@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.tsv")), ids=lambda path: path.stem)
def test_gold_answers_exist(path: Path, search_data: Path) -> None:
    truth = json.loads((search_data / "truth.json").read_text("utf-8"))
    offers = {offer for answers in truth["responsible"].values() for offer in answers}
    terms = {anchor(name) for name in re.findall(r"^  - term: (.*)$", GLOSSARY.read_text("utf-8"), re.MULTILINE)}
    towns = set(truth["responsible"]) | {"any"}
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        _, query, answers, also, place = line.split("\t")
        assert not place or place in towns, line
        for answer in filter(None, f"{answers},{also}".split(",")):
            kind, _, rest = answer.partition(":")
            if kind == "@responsible":
                town, _, offer = rest.partition(":")
                assert (town in towns, offer in offers) == (True, True), query
            elif kind == "@centre-in":
                assert rest in truth["centres"].values(), query
            else:
                known = {"offer": offers, "centre": set(truth["centres"]), "contact": set(truth["serves"])}
                known["municipality"] = towns
                known |= {kind: {file.stem for file in (ROOT / "data" / folder).iterdir()} for kind, folder in FOLDERS}
                known["term"], known["page"] = terms, PAGES
                assert rest in known[kind], query


@needs_node
def test_the_packed_search_answers_as_its_sources(search_data: Path) -> None:
    done = run_node(HERE / "packed.mjs", search_data)
    assert done.returncode == 0, done.stderr


def test_what_long_questions_load_is_small(search_data: Path) -> None:
    (later,) = (search_data / "assets").glob("suche.*/mehr.json")
    assert len(gzip.compress(later.read_bytes(), 9, mtime=0)) <= LONG_QUESTION


def test_the_first_answer_is_small(search_data: Path) -> None:
    truth = json.loads((search_data / "truth.json").read_text("utf-8"))
    towns = sorted((search_data / "assets").glob("suche.*/orte/*.json"))
    largest = max(towns, key=lambda path: path.stat().st_size)
    scripts = [PACKED / name for name in SCRIPTS]
    files = {path.name: path.read_bytes() for path in (search_data / truth["core"], largest, *scripts)}
    sizes = {name: len(gzip.compress(content, 9, mtime=0)) for name, content in files.items()}
    assert sum(sizes.values()) <= FIRST_ANSWER, sizes
