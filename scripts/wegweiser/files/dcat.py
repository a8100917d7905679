"""The catalogue for portals of open data (DCAT-AP.de 2.0): which sets of facts there are, and in which files."""

from __future__ import annotations

import json
from typing import Any

from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.identity import stable_id
from wegweiser.files.published import DATASETS, PUBLISHED, Published

Node = dict[str, Any]

CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority/"
LICENCE = "http://dcat-ap.de/def/licenses/cc-by/4.0"
GERMAN = f"{EU}language/DEU"
SOCIAL = f"{EU}data-theme/SOCI"
IRREGULAR = f"{EU}frequency/IRREG"
DISTRICTS = "http://dcat-ap.de/def/politicalGeocoding/districtKey/"
LEVEL = "http://dcat-ap.de/def/politicalGeocoding/Level/administrativeDistrict"
KEYWORDS = ("Familie", "Familienzentrum", "Kita", "Jobcenter", "Beratung", "Sozialleistungen")


def write_catalogue(edition: Edition, site: Site) -> bytes:
    """The catalogue as JSON-LD; without the address of the site its own addresses start at the root."""
    written = json.dumps({"@context": CONTEXT, "@graph": _graph(edition, site)}, ensure_ascii=False, indent=1)
    return f"{written}\n".encode()


def _graph(edition: Edition, site: Site) -> list[Node]:
    region = edition.catalog.region.record
    publisher: Node = {
        "@id": f"{_page(site)}#herausgeber",
        "@type": "foaf:Agent",
        "foaf:name": _german(region.owner.name if region.owner else site.name),
    }
    catalogue = {
        "@id": f"{_page(site)}#katalog",
        "@type": "dcat:Catalog",
        "dct:title": _german(f"Offene Daten: {site.name}"),
        "dct:description": _german(site.description),
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:language": {"@id": GERMAN},
        "dct:license": {"@id": LICENCE},
        "foaf:homepage": {"@id": _page(site)},
        "dct:modified": _day(edition.today.isoformat()),
        "dcat:dataset": [{"@id": _dataset_id(site, name)} for name in DATASETS],
    }
    datasets = [_dataset(edition, site, name, publisher["@id"]) for name in DATASETS]
    files = [_distribution(site, file) for file in PUBLISHED]
    return [catalogue, publisher, _contact(edition, site), *datasets, *files]


def _dataset(edition: Edition, site: Site, name: str, publisher: str) -> Node:
    region = edition.catalog.region.record
    title, text = DATASETS[name]
    node: Node = {
        "@id": _dataset_id(site, name),
        "@type": "dcat:Dataset",
        "dct:identifier": stable_id(edition, f"dataset:{name}"),
        "dct:title": _german(f"{title}, {region.name}"),
        "dct:description": _german(text),
        "dct:publisher": {"@id": publisher},
        "dct:modified": _day(edition.today.isoformat()),
        "dct:language": {"@id": GERMAN},
        "dct:accrualPeriodicity": {"@id": IRREGULAR},
        "dcat:theme": {"@id": SOCIAL},
        "dcat:keyword": [_german(word) for word in KEYWORDS],
        "dcat:landingPage": {"@id": _page(site)},
        "dcat:contactPoint": {"@id": f"{_page(site)}#kontakt"},
        "dcatde:politicalGeocodingURI": {"@id": f"{DISTRICTS}{region.ags}"},
        "dcatde:politicalGeocodingLevelURI": {"@id": LEVEL},
        "dcat:distribution": [{"@id": _file_id(site, file)} for file in PUBLISHED if file.dataset == name],
    }
    if region.contributor_id:
        node["dcatde:contributorID"] = {"@id": region.contributor_id}
    return node


def _distribution(site: Site, file: Published) -> Node:
    return {
        "@id": _file_id(site, file),
        "@type": "dcat:Distribution",
        "dct:title": _german(file.title),
        "dct:description": _german(file.text),
        "dct:license": {"@id": LICENCE},
        "dct:format": {"@id": f"{EU}file-type/{file.file_type}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{file.media_type}"},
        "dcat:accessURL": {"@id": f"{site.url or '/'}{file.path}"},
        "dcat:downloadURL": {"@id": f"{site.url or '/'}{file.path}"},
    }


def _contact(edition: Edition, site: Site) -> Node:
    """Who is asked about the data: the publisher's mailbox, else the page that says how."""
    owner = edition.catalog.region.record.owner
    node: Node = {
        "@id": f"{_page(site)}#kontakt",
        "@type": "vcard:Kind",
        "vcard:fn": owner.name if owner else site.name,
        "vcard:hasURL": {"@id": f"{site.url or '/'}impressum/"},
    }
    if owner:
        node["vcard:hasEmail"] = {"@id": f"mailto:{owner.email}"}
    return node


def _page(site: Site) -> str:
    return f"{site.url or '/'}daten/"


def _dataset_id(site: Site, name: str) -> str:
    return f"{_page(site)}#{name}"


def _file_id(site: Site, file: Published) -> str:
    return f"{_page(site)}#{file.dataset}-{file.name}"


def _german(text: str) -> Node:
    return {"@value": text, "@language": "de"}


def _day(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
