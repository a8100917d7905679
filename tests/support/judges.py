"""Programs that we did not write, asked about our files; what is missing here is the reason of a skip."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pyshacl
import pytest
import rdflib
import rnc2rng
from compiletojsonschema.compiletojsonschema import CompileToJsonSchema
from lxml import etree
from rdflib.namespace import SKOS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import npm  # noqa: E402
import pack  # noqa: E402


def tools() -> Path:
    """Where the judges in Node.js are installed; skips with the reason where they are not."""
    if reason := npm.missing(pack.JUDGES, pack.JUDGES.name):
        pytest.skip(reason)
    return npm.tools(pack.JUDGES, pack.JUDGES.name)


def ask_node(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What a script of tests/judges/ says."""
    command = ["node", str(pack.JUDGES / script), str(tools()), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def dates_of_ical_js(file: Path, until: str) -> list[tuple[str, str]]:
    """(Summary, moment in UTC) of every date before `until` (ISO), as ical.js counts them."""
    done = ask_node("calendar.mjs", file, until)
    assert done.returncode == 0, done.stderr
    return [(summary, moment) for summary, moment in json.loads(done.stdout)]


def shared(name: str, variable: str) -> Path:
    """A folder with the schemas of others, which may not lie in the project; skips with the reason where it is not."""
    folder = Path(os.environ.get(variable, ROOT.parent / "shared" / name))
    if not folder.is_dir():
        pytest.skip(f"{variable} nennt keinen Ordner mit den Bauplänen: {folder.name} fehlt.")
    return folder


@functools.cache
def hsds_validator(kind: str) -> jsonschema.Draft202012Validator:
    """Refuses what HSDS 3.1 does not know: fields, formats, kinds of values (`organization` or `service`)."""
    folder = shared("hsds", "HSDS_SCHEMAS") / "3.1" / "schema"
    compiled = CompileToJsonSchema(
        input_filename=str(folder / f"{kind}.json"), set_additional_properties_false_everywhere=True
    )
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(compiled.get(), format_checker=checker)


@functools.cache
def _atom_grammar() -> etree.RelaxNG:
    grammar = rnc2rng.dumps(rnc2rng.load(str(pack.JUDGES / "atom.rnc")))
    return etree.RelaxNG(etree.fromstring(grammar.encode()))


def atom_faults(content: bytes) -> list[str]:
    """What the grammar of RFC 4287 says against a feed."""
    _atom_grammar().validate(etree.fromstring(content))
    return [entry.message for entry in _atom_grammar().error_log]


SHAPES = ("dcat-ap_2.1.1_shacl_shapes", "dcat-ap-spec-german-additions", "dcat-ap-konventionen")
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")
EU, GERMAN = "http://publications.europa.eu/resource/authority/", "http://dcat-ap.de/def/"
VOCABULARIES = (
    *(f"{EU}{name}" for name in ("data-theme", "file-type", "frequency", "language")),
    *(f"{GERMAN}{name}" for name in ("contributors", "licenses", "politicalGeocoding/districtKey")),
    f"{GERMAN}politicalGeocoding/Level",
)
"""Lists of terms that the shapes would load; here each address below one of them is taken for a term of it."""


@functools.cache
def _shapes() -> rdflib.Graph:
    folder, found = shared("standards", "STANDARDS") / "dcat-ap-de", rdflib.Graph()
    for name in SHAPES:
        found.parse(folder / f"{name}.ttl")
    return found


def read_json_ld(text: str) -> rdflib.Graph:
    """Linked data as a graph."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the library, by itself
        return rdflib.Graph().parse(data=text, format="json-ld")


def dcat_violations(graph: rdflib.Graph) -> list[str]:
    """What the shapes of DCAT-AP.de say against a catalogue: the property and the message."""
    for term in {term for term in graph.all_nodes() if isinstance(term, rdflib.URIRef)}:
        for scheme in VOCABULARIES:
            if term.startswith(f"{scheme}/"):
                graph.add((term, SKOS.inScheme, rdflib.URIRef(scheme)))
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), do_owl_imports=False)
    assert isinstance(report, rdflib.Graph)
    results = report.subjects(SHACL.resultSeverity, SHACL.Violation)
    return sorted(f"{report.value(one, SHACL.resultPath)}: {report.value(one, SHACL.resultMessage)}" for one in results)


def type_faults(folder: Path, constants: Iterable[tuple[str, object]]) -> list[str]:
    """What TypeScript says against objects as types of schema-dts: `[("ChildCare", {…})]`; empty where they fit."""
    written = [f"const c{number}: {kind} = {json.dumps(made)};" for number, (kind, made) in enumerate(constants)]
    (folder / "node_modules").symlink_to(tools() / "node_modules")
    (folder / "probe.ts").write_text("\n".join(['import * as s from "schema-dts";', *written]), "utf-8")
    compiler = folder / "node_modules" / "typescript" / "bin" / "tsc"
    options = "--noEmit --strict --skipLibCheck --module nodenext --moduleResolution nodenext".split()
    done = subprocess.run(
        ["node", str(compiler), *options, "probe.ts"], check=False, cwd=folder, capture_output=True, text=True
    )
    return [line for line in done.stdout.splitlines() if line.startswith("probe.ts")]


@functools.cache
def _sitemap_grammar() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(tools() / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"))


def sitemap_faults(content: bytes) -> list[str]:
    """What the schema of sitemaps.org says against a sitemap, as libxml2 reads it."""
    _sitemap_grammar().validate(etree.fromstring(content))
    return [entry.message for entry in _sitemap_grammar().error_log]
