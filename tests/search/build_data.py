"""Writes the search's files of a data folder, and what the measurement compares with: who is responsible, which houses.

python tests/search/build_data.py TARGET [DATA]
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from wegweiser import catalog
from wegweiser.browser.bundles import make_bundles
from wegweiser.browser.search.region import search
from wegweiser.edition import Edition

DAY = dt.date(2026, 12, 6)


def build(target: Path, data: Path) -> None:
    """The bundles under their paths, and `truth.json`, taken from the rules and records themselves."""
    content, problems = catalog.load(data)
    if content is None:
        raise SystemExit("\n".join(map(str, problems)))
    guide = Edition.on(content, DAY)
    bundles = make_bundles(guide, {"suche": search})
    for bundle in bundles.values():
        path = target / bundle.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bundle.content)
    responsible: dict[str, dict[str, list[str]]] = {}
    for (town, _, offer), answer in guide.responsibility.table.items():
        contacts = responsible.setdefault(town, {}).setdefault(offer, [])
        if answer.contact not in contacts:
            contacts.append(answer.contact)
    truth = {
        "core": bundles["suche"].path,
        "responsible": responsible,
        "centres": {id_: entry.record.municipality for id_, entry in content.centres.items()},
        "serves": {id_: list(entry.record.serves.municipalities) for id_, entry in content.contacts.items()},
    }
    (target / "truth.json").write_text(json.dumps(truth), "utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "data"))
