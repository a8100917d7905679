"""The catalogue for portals of open data, judged by the shapes of GovData."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from judges import dcat_violations, read_json_ld
from outlets import URL, edition_of, made
from regions import Changes

from wegweiser import files
from wegweiser.files.published import PUBLISHED

PATH = "daten/dcat.jsonld"
OWNER = {
    "name": "Kreis Musterland",
    "street": "Weg 1",
    "postal_code": "59494",
    "city": "Musterstadt",
    "email": "daten@example.org",
    "phone": "+49 30 23125001",
    "represented_by": "die Landrätin",
}
REGION: Changes = {"region": {"contributor_id": "https://dcat-ap.example.org/def/contributors/muster", "owner": OWNER}}
Object = dict[str, Any]


def graph(folder: Path, change: Callable[[Object], object] | None = None) -> rdflib.Graph:
    written = json.loads(made(*edition_of(folder, REGION), PATH))
    for node in written["@graph"]:
        if change:
            change(node)
        if "dcatde:contributorID" in node:  # tests use no names of others, the shapes know only theirs
            node["dcatde:contributorID"] = {"@id": "http://dcat-ap.de/def/contributors/muster"}
    return read_json_ld(json.dumps(written))


@pytest.mark.judge("DCAT-AP.de 2.0 mit pyshacl")
def test_the_shapes_of_govdata_take_it(tmp_path: Path) -> None:
    assert dcat_violations(graph(tmp_path)) == []


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("title", lambda node: node.pop("dct:title", None)),
        ("license", lambda node: node.pop("dct:license", None)),
        ("publisher", lambda node: node.pop("dct:publisher", None)),
        ("contributorID", lambda node: node.pop("dcatde:contributorID", None)),
        ("hasURL", lambda node: [node.pop(name, None) for name in ("vcard:hasURL", "vcard:hasEmail")]),
    ],
)
def test_the_shapes_refuse_what_lacks_something(tmp_path: Path, path: str, change: Callable[[Object], object]) -> None:
    assert any(path in said for said in dcat_violations(graph(tmp_path, change)))


def test_every_file_that_is_described_exists_once_with_a_whole_address(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path)
    paths = [file.path for file in files.files(edition, site, ())]
    assert len(paths) == len(set(paths))
    assert {file.path for file in PUBLISHED} <= set(paths)
    nodes = json.loads(made(edition, site, PATH))["@graph"]
    named = [node["dcat:downloadURL"]["@id"] for node in nodes if node["@type"] == "dcat:Distribution"]
    assert named == [f"{URL}{file.path}" for file in PUBLISHED]


def test_without_an_id_of_the_state_none_is_made_up(tmp_path: Path) -> None:
    assert b"contributorID" not in made(*edition_of(tmp_path), PATH)
