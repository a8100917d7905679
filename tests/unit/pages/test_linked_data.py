"""What pages say to search engines: words that schema.org knows, small, and nothing that the page does not show."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from judges import type_faults
from outlets import edition_of
from regions import HOUSE, PROOF, Changes, source
from sites import ROOT

from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files import describe as open_data
from wegweiser.pages import all_pages
from wegweiser.pages.linked_data import describe
from wegweiser.pages.render import Renderer

OLD = {"sources": [source(kind="press", published="2015")]}
LIMIT = 1000
"""Bytes that JSON-LD adds to a page, compressed."""
HIDDEN = ("@context", "@type", "url", "item", "inLanguage", "dayOfWeek", "opens", "closes", "availableLanguage")
"""Properties that are no text for readers."""
RICH: Changes = {
    f"centres/{HOUSE}": {
        "opening_hours": {"hours": "Mo-Fr 07:30-16:30; Sa[1] 09:00-12:00; PH off"},
        "channels": [{"phone": "+49 30 23125001"}, {"email": "haus@example.org"}],
    },
    "events/dated": {
        **{"title": "Sprechstunde", "summary": "Fragen zu Geld.", "audience": "parents", "centre": HOUSE, **PROOF},
        **{"start": "2026-06-09T14:30", "end": "2026-06-09T16:00", "recurrence": "FREQ=WEEKLY", "organization": None},
    },
    "events/off": {
        **{"title": "Sommerfest", "summary": "Im Garten.", "audience": "both", "start": "2026-07-09T14:30", **PROOF},
        "cancelled": "ja",
    },
    "news/neu": {"title": "Neues Haus", "date": "2026-05", "summary": "Es öffnet.", "text": "Bald.", **PROOF},
    "offers/wohngeld": {"leika": "12345678901234", "ages": {"maximum_age": "24"}},
}


def nodes(edition: Edition, site: Site) -> dict[str, dict[str, Any]]:
    """Address → JSON-LD of every page that is about a record."""
    return {
        page.address: describe(edition, site, page, page.context["entry"])
        for page in all_pages(edition, open_data())
        if "entry" in page.context and page.indexed
    }


@pytest.mark.slow
@pytest.mark.judge("schema-dts mit TypeScript")
def test_typescript_knows_every_property_but_a_misspelt_one(tmp_path: Path) -> None:
    made = nodes(*edition_of(tmp_path / "data", RICH))
    main = [node["mainEntity"] for node in made.values() if "mainEntity" in node]
    kinds = {node["@type"] for node in main}
    assert {
        "ChildCare", "City", "ContactPoint", "Event", "GovernmentOffice", "GovernmentService", "NewsArticle",
        "Organization",
    } <= kinds  # fmt: skip
    one_of_each = {node["mainEntity"]["@type"]: node for node in made.values() if "mainEntity" in node}
    constants = [("s.WithContext<s.WebPage>", node) for node in one_of_each.values()]
    constants += [(f"s.{node['@type']}", node) for node in main]
    broken = {"@type": "ChildCare", "name": "Haus", "telefone": "1"}
    [said] = type_faults(tmp_path, [*constants, ("s.ChildCare", broken)])
    assert "telefone" in said, "and nothing else"


def _texts(node: Any, name: str = "") -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in HIDDEN:
                yield from _texts(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, name)
    elif isinstance(node, str) and name not in (
        "startDate",
        "endDate",
        "eventStatus",
        "addressCountry",
        "datePublished",
    ):
        yield node


def test_nothing_stands_there_that_the_page_does_not_show(tmp_path: Path) -> None:
    edition, site = edition_of(tmp_path, RICH)
    renderer = Renderer(edition, site, ROOT / "overrides" / "pages", {"suche": "x", "wegweiser": "x", "kontakte": "x"})
    for page in all_pages(edition, open_data()):
        if "entry" not in page.context or not page.indexed:
            continue
        written = renderer.render(page)
        [data] = re.findall('<script type="application/ld\\+json">(.*?)</script>', written, re.DOTALL)
        shown = html.unescape(
            re.sub('(?s:<script type="application/ld.*?</script>)|<(?!a |meta |time )[^>]*>', " ", written)
        )
        shown = re.sub(r"\s+", " ", shown)
        for text in _texts(json.loads(data)):
            assert text in shown or text.replace("+49 ", "0") in shown, (page.address, text)


def test_what_pages_withhold_is_not_there(tmp_path: Path) -> None:
    channels = [{"phone": "+49 30 23125777", **OLD}, {"email": "alt@example.org", "audience": "educators"}]
    changes = {f"centres/{HOUSE}": {"channels": channels, "address": {"street": "Weg 1", "contradicted": "ja"}}}
    house = nodes(*edition_of(tmp_path, changes))[f"familienzentren/{HOUSE}/"]["mainEntity"]
    assert not {"telephone", "email", "address"} & set(house)


@pytest.mark.parametrize(
    ("changes", "there"),
    [({}, True), ({f"centres/{HOUSE}": {"closed": {"since": "2026-01-01"}}}, False)],
)
def test_a_house_that_closed_is_no_place_any_more(tmp_path: Path, changes: Changes, there: bool) -> None:
    node = nodes(*edition_of(tmp_path, changes))[f"familienzentren/{HOUSE}/"]
    assert ("mainEntity" in node) == there


def test_it_stays_small(tmp_path: Path) -> None:
    for address, node in nodes(*edition_of(tmp_path, RICH)).items():
        assert len(gzip.compress(json.dumps(node, ensure_ascii=False).encode())) < LIMIT, address


def test_events_have_their_time_with_the_zone(tmp_path: Path) -> None:
    made = nodes(*edition_of(tmp_path, RICH))
    dated, off = (made[f"termine/{name}/"]["mainEntity"] for name in ("dated", "off"))
    assert (dated["startDate"], dated["endDate"]) == ("2026-06-09T14:30:00+02:00", "2026-06-09T16:00:00+02:00")
    assert off["eventStatus"] == "https://schema.org/EventCancelled"
