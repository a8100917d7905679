"""The directory after HSDS, judged by its schemas and by frictionless: it holds what pages show, nothing else."""

from __future__ import annotations

import csv
import io
import json
import uuid
import zipfile
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from judges import hsds_validator, shared
from outlets import edition_of, made
from regions import HOUSE, PROOF, TOWN, Changes, source
from sites import REAL_DAY, ROOT, edition

from wegweiser.edition import Edition
from wegweiser.edition.site import Site, describe_site
from wegweiser.files.identity import stable_id

pytestmark = pytest.mark.takes(8)

Object = dict[str, Any]
OLD = {"sources": [source(kind="press", published="2015")]}
NUMBER = "+49 30 23125777"
HOSTILE = "=HYPERLINK(A1); -2+3, „Anführung“ & Ende"
REGIONS: dict[str, Changes] = {
    "as it is": {},
    "with every kind of hours": {
        f"centres/{HOUSE}": {"opening_hours": {"hours": "Mo-Fr 07:30-12:00,13:00-24:00; Sa[1,-1] 09:00-12:00; PH off"}}
    },
    "by appointment": {f"centres/{HOUSE}": {"opening_hours": {"by_appointment": "ja", "note": "Bitte anrufen."}}},
    "with nothing but a name": {
        f"centres/{HOUSE}": {
            name: None
            for name in (
                "address channels opening_hours ages groups places languages description offers contact provider "
                "website district closing_days activities accessibility latitude longitude"
            ).split()
        }
    },
    "with a Verbund": {
        f"centres/{HOUSE}": {"members": ["Haus Eins", {"name": "Haus Zwei", "phone": NUMBER, "district": "Moor"}]}
    },
    "with hostile texts": {
        f"centres/{HOUSE}": {"name": HOSTILE, "description": HOSTILE},
        "offers/wohngeld": {"summary": HOSTILE, "documents": [HOSTILE, HOSTILE]},
    },
    "with a service key": {"offers/wohngeld": {"leika": "12345678901234"}},
    "with a closed house": {f"centres/{HOUSE}": {"closed": {"since": "2026-01-01"}}},
    "with coordinates": {f"centres/{HOUSE}": {"latitude": "51.5", "longitude": "8.1"}},
}
"""What must give a valid directory."""


def nested(edition: Edition, site: Site) -> dict[str, list[Object]]:
    found: dict[str, list[Object]] = json.loads(made(edition, site, "daten/hsds.json"))
    return found


def tables(edition: Edition, site: Site, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(made(edition, site, "daten/hsds.zip"))) as archive:
        archive.extractall(folder)
    return folder / "datapackage.json"


def refusals(package: dict[str, Any] | Path, folder: Path) -> list[str]:
    """What frictionless says against a package."""
    with system.use_context(trusted=True, onerror="ignore"):
        described = Package(str(package)) if isinstance(package, Path) else Package(package, basepath=str(folder))
        report = described.validate()
    return [f"{row[0]}: {row[1]}" for row in report.flatten(["type", "message"])]


def house(found: dict[str, list[Object]], edition: Edition, ref: str = f"centre:{HOUSE}") -> Object:
    [one] = [entry for entry in found["organizations"] if entry["id"] == stable_id(edition, ref)]
    return one


@pytest.mark.judge("HSDS 3.1 mit jsonschema, streng")
@pytest.mark.parametrize("name", REGIONS)
def test_the_schemas_of_hsds_take_every_object(tmp_path: Path, name: str) -> None:
    found = nested(*edition_of(tmp_path, REGIONS[name]))
    for kind in ("organization", "service"):
        for entry in found[f"{kind}s"]:
            assert [error.message for error in hsds_validator(kind).iter_errors(entry)] == [], entry


@pytest.mark.judge("frictionless")
@pytest.mark.parametrize("name", REGIONS)
def test_frictionless_takes_the_tables(tmp_path: Path, name: str) -> None:
    assert refusals(tables(*edition_of(tmp_path / "data", REGIONS[name]), tmp_path / "zip"), tmp_path) == []


@pytest.mark.judge("frictionless mit den Tabellen von HSDS 3.0")
def test_the_tables_are_those_of_the_specification(tmp_path: Path) -> None:
    official = json.loads((shared("hsds", "HSDS_SCHEMAS") / "3.0" / "datapackage.json").read_text("utf-8"))
    tables(*edition_of(tmp_path / "data", REGIONS["with a Verbund"]), tmp_path / "zip")
    official["resources"] = [one for one in official["resources"] if (tmp_path / "zip" / one["path"]).is_file()]
    names = {one["name"] for one in official["resources"]}
    assert len(names) == len(list((tmp_path / "zip").glob("*.csv")))
    for resource in official["resources"]:
        keys = resource["schema"].pop("foreignKeys", [])
        resource["schema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] in names]
    assert refusals(official, tmp_path / "zip") == []


@pytest.mark.judge("HSDS 3.1 mit jsonschema, streng")
@pytest.mark.this_district
def test_the_real_directory(tmp_path: Path) -> None:
    real = edition(ROOT / "data", REAL_DAY)
    site = describe_site(real, "")
    found = nested(real, site)
    assert len(found["organizations"]) > 90
    wrong = [
        error.message
        for kind in ("organization", "service")
        for entry in found[f"{kind}s"]
        for error in hsds_validator(kind).iter_errors(entry)
    ]
    assert wrong == []
    assert refusals(tables(real, site, tmp_path), tmp_path) == []


# The judges can say no


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "kein-uuid"}, "'kein-uuid' is not a 'uuid'"),
        ({"nmae": "Haus"}, "Additional properties are not allowed ('nmae' was unexpected)"),
        ({"name": 7}, "7 is not of type 'string'"),
        ({"locations": [{"id": str(uuid.UUID(int=1)), "location_type": "haus"}]}, "'haus' is not one of"),
    ],
)
def test_the_schemas_refuse_what_is_broken(tmp_path: Path, change: Object, said: str) -> None:
    broken = {**nested(*edition_of(tmp_path))["organizations"][0], **change}
    [error] = hsds_validator("organization").iter_errors(broken)
    assert error.message.startswith(said)


def test_frictionless_refuses_what_is_broken(tmp_path: Path) -> None:
    package = tables(*edition_of(tmp_path / "data"), tmp_path / "zip")
    path = tmp_path / "zip" / "locations.csv"
    path.write_text(path.read_text("utf-8").replace("physical", "irgendwo", 1), "utf-8")
    assert any("irgendwo" in said for said in refusals(package, tmp_path))


# What it holds


def test_a_house_belongs_to_its_provider_and_says_how_old_each_fact_is(tmp_path: Path) -> None:
    channels = [{"phone": NUMBER, "label": "Büro"}, {"email": "haus@example.org"}]
    guide, site = edition_of(tmp_path, {f"centres/{HOUSE}": {"channels": channels, "closing_days": None}})
    found = nested(guide, site)
    one = house(found, guide)
    provider = guide.catalog.centres[HOUSE].record.provider
    assert one["parent_organization_id"] == stable_id(guide, f"organization:{provider}")
    [phone] = one["phones"]
    assert (phone["number"], phone["description"]) == (NUMBER, "Büro")
    assert [attribute["value"] for attribute in phone["attributes"]] == ["2026-06-01 (geprüft am 1. Juni 2026)"]
    labels = [attribute["label"] for attribute in one["attributes"]]
    assert "Stand der E-Mail-Adresse" in labels
    assert "Geprüft" in labels
    [place] = one["locations"]
    assert place["addresses"][0]["country"] == "DE"
    assert place["schedules"][0]["freq"] == "WEEKLY"


@pytest.mark.parametrize("name", ["daten/hsds.json", "daten/hsds.zip"])
def test_what_pages_withhold_is_not_there(tmp_path: Path, name: str) -> None:
    shown = {f"centres/{HOUSE}": {"channels": [{"phone": NUMBER}]}}
    hidden = {f"centres/{HOUSE}": {"channels": [{"phone": NUMBER, **OLD}]}}
    for_staff = {f"centres/{HOUSE}": {"channels": [{"phone": NUMBER, "audience": "educators"}]}}
    inside = {
        changes: NUMBER in _text(made(*edition_of(tmp_path / changes, fields), name))
        for changes, fields in (("shown", shown), ("hidden", hidden), ("for staff", for_staff))
    }
    assert inside == {"shown": True, "hidden": False, "for staff": False}


def _text(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def test_an_offer_is_a_service_of_each_office_that_answers(tmp_path: Path) -> None:
    rules = [
        {"contact": "kreis", "fallback": "ja", **PROOF},
        {"contact": "jobcenter", "offers": ["wohngeld"], "municipalities": [TOWN], **PROOF},
    ]
    guide, site = edition_of(tmp_path, {"responsibilities": {"rules": rules}})
    services = nested(guide, site)["services"]
    [own] = [one for one in services if one["name"] == "Wohngeld"]
    assert [area["name"] for area in own["service_areas"]] == [guide.catalog.municipalities[TOWN].record.name]
    assert "alert" not in own
    [other] = [one for one in services if one["name"] == guide.catalog.offers["elterncafe"].record.everyday_title]
    assert other["alert"].startswith("Hier kennen wir noch keine genaue Stelle")


def test_tables_say_what_the_nested_file_says(tmp_path: Path) -> None:
    guide, site = edition_of(tmp_path / "data")
    found = nested(guide, site)
    tables(guide, site, tmp_path / "zip")
    for kind in ("organizations", "services"):
        with (tmp_path / "zip" / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
            assert [row["id"] for row in csv.DictReader(file)] == [entry["id"] for entry in found[kind]]


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    guide, site = edition_of(tmp_path)
    for name in ("daten/hsds.json", "daten/hsds.zip"):
        assert made(guide, site, name) == made(guide, site, name)


@pytest.mark.parametrize("name", ["", "centre:a", "offer:ä/1", "x" * 300])
def test_ids_are_those_of_the_standard(tmp_path: Path, name: str) -> None:
    guide, _ = edition_of(tmp_path)
    written = f"{guide.catalog.region.record.ags}/{name}"
    assert stable_id(guide, name) == str(uuid.uuid5(uuid.NAMESPACE_URL, written))
