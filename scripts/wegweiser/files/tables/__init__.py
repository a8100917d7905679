"""Houses, contacts and offers as tables: CSV for programs, one workbook for people, and houses on a map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.edition.site_file import SiteFile
from wegweiser.files.tables.contacts import contact_table
from wegweiser.files.tables.csv_file import write_csv
from wegweiser.files.tables.geojson import write_geojson
from wegweiser.files.tables.houses import house_table
from wegweiser.files.tables.offers import offer_table
from wegweiser.files.tables.table import Table
from wegweiser.files.tables.workbook import write_workbook

TABLES = {"zentren.csv": house_table, "kontakte.csv": contact_table, "angebote.csv": offer_table}
WORKBOOK, MAP = "wegweiser.xlsx", "zentren.geojson"


def files(edition: Edition, site: Site) -> Iterator[SiteFile]:
    """The CSV files, the workbook with the same tables, and the map."""
    for name, table in TABLES.items():
        yield SiteFile(f"daten/{name}", partial(_csv, table, edition, site))
    yield SiteFile(f"daten/{WORKBOOK}", partial(_workbook, edition, site))
    yield SiteFile(f"daten/{MAP}", partial(write_geojson, edition, site))


def _csv(table: Callable[[Edition, Site], Table], edition: Edition, site: Site) -> bytes:
    return write_csv(table(edition, site))


def _workbook(edition: Edition, site: Site) -> bytes:
    tables: list[Table] = [table(edition, site) for table in TABLES.values()]
    return write_workbook(site, tables)
