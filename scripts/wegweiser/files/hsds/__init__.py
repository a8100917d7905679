"""The directory after the Human Services Data Specification (HSDS 3.1, tables as in 3.0; docs.openreferral.org).

Offices and houses are organizations. An offer is a service of each office that is responsible for it somewhere. Ways
for educators alone stay out: whoever takes these files shows them to everybody.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.files.hsds.organizations import organizations
from wegweiser.files.hsds.parts import Object, Parts
from wegweiser.files.hsds.services import services
from wegweiser.files.hsds.tables import tabular_package

VERSION = "3.1"


def files(edition: Edition, site: Site) -> Iterator[SiteFile]:
    """The nested file, and the same as tables."""
    yield SiteFile("daten/hsds.json", partial(nested, edition, site))
    yield SiteFile("daten/hsds.zip", partial(tabular, edition, site))


def nested(edition: Edition, site: Site) -> bytes:
    """All organizations with what is theirs, and all services; one object a line."""
    parts = Parts(edition, site.url)
    head = {"version": VERSION, "name": site.name, "date": edition.today.isoformat(), "url": site.url or None}
    lists = {"organizations": organizations(parts), "services": services(parts)}
    written = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    written += [f"{json.dumps(name)}: {_rows(rows)}" for name, rows in lists.items()]
    return ("{\n" + ",\n".join(written) + "\n}\n").encode()


def _rows(rows: Iterator[Object]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f"[\n{lines}\n]"


def tabular(edition: Edition, site: Site) -> bytes:
    """The same as a tabular data package."""
    parts = Parts(edition, site.url)
    return tabular_package(site, edition.today, organizations(parts), services(parts))
