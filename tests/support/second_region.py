"""Another district, all invented: other towns, other offices, another state, words in two more languages.

Three of its towns are called like everyday words ("Essen", "Weil", "Au"), one district like a wood, and no office has
the id that the first region or the demo gives to it. What the code takes for granted about a region breaks here.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import yaml

from wegweiser.demo import Region

TOWNS = ["Essen", "Weil", "Au", "Bad Wiesengrund"]
OFFICES = {
    "jobcenter": "agentur-wiesengrund",
    "jugendamt": "amt-fuer-familie",
    "kreis": "landratsamt",
    "traeger": "kinderhaus-verein",
}
"""Id in the demo → id here."""
NAMES = {
    "Kreis Beispiel": "Landkreis Wiesengrund",
    "Jobcenter Beispiel": "Jobcenter Wiesengrund",
    "Jugendamt Beispiel": "Amt für Familie Wiesengrund",
    "Trägerverein Beispiel": "Verein Kinderhaus",
}
CLOSED = "hasenbau-1-weil"
CLOSURE = {"since": "2026-05-01", "summary": "Die Gruppen sind umgezogen.", "successor": "bienenkorb-1-weil"}
"""One of its houses is closed, and another follows it."""
SEARCH = {
    "ambiguous_places": ["Essen", "Weil", "Au"],
    "stop_words": ["ich", "die", "der", "das", "weil", "au"],
    "offices": [
        {"words": ["Landratsamt", "Amt"], "offer": "wohngeld"},
        {"words": ["Jugendamt"], "offer": "kita-platz"},
    ],
    "languages": [
        {"language": "tr", "offers": [{"offer": "kindergeld", "words": ["çocuk parası"]}]},
        {"language": "uk", "offers": [{"offer": "kindergeld", "words": ["допомога на дитину"]}]},
    ],
}


def write(folder: Path, day: dt.date) -> Path:
    """Write the region into a folder."""
    region = Region(6, day, seed=7)
    region.towns[:] = TOWNS
    files = {renamed(name): _fitting(name, renamed(record)) for name, record in region.files()}
    for name, record in {**files, "search": SEARCH}.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110), "utf-8")
    return folder


def renamed(value: Any) -> Any:
    """The same with the offices of this region; in file names, as values, and as keys."""
    if isinstance(value, dict):
        return {renamed(key) if key in OFFICES else key: renamed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item) for item in value]
    if not isinstance(value, str):
        return value
    head, slash, tail = value.rpartition("/")
    if tail in OFFICES and (not head or head in ("organizations", "contacts")):
        return f"{head}{slash}{OFFICES[tail]}"
    for old, new in NAMES.items():
        value = value.replace(old, new)
    return value


def _fitting(name: str, record: dict[str, Any]) -> dict[str, Any]:
    if name == "region":
        return {
            **record,
            "in_region": "im Landkreis Wiesengrund",
            "state": "BY",
            "preview": "ja",
            "languages": ["de", "tr", "uk"],
            "repository": "https://github.com/organisation/wegweiser",
        }
    if name == "municipalities/essen":
        return {**record, "districts": [{"name": "Wald"}, {"name": "Kita am Berg"}]}
    if name.startswith("contacts/"):
        return {**record, "languages": ["de", "tr", "uk"]}
    if name == f"centres/{CLOSED}":
        return {**record, "closed": CLOSURE}
    return record
