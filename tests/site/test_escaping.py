"""Hostile text is shown as text: the templates escape, tested with the schema switched off."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from documents import Document, Element
from hostile import ADDRESSES, HOSTILE, MARK, PARSED, PAYLOADS, START, STOP, hostile, named, text_fields
from sites import ROOT, Site, handbook_addresses

from wegweiser.values import text

pytestmark = pytest.mark.takes(16)

PAPER = "for sheets of paper"
SEARCH = "for the search"
DISTRICT = "names a district of its town; any other is for nobody, so hostile.py leaves it as it is"
ON_NO_PAGE = {
    "Agreement.contact_centre": "a function in the house; the page of the house is the contact",
    "Amount.legal_basis": "stands in the sources of the offer",
    "Case.handout_text": PAPER,
    "Case.handout_title": PAPER,
    "Case.keywords": SEARCH,
    "Closed.summary": "what closed is a house, an office or a contact; their own models hold the text",
    "Concept.words": SEARCH,
    "District.postal_codes": "only compared with the town's own",
    "Offer.handout_text": PAPER,
    "Offer.handout_title": PAPER,
    "OfferWords.words": SEARCH,
    "Offer.questions": SEARCH,
    "Offer.situations": SEARCH,
    "Owner.data_protection_email": "not shown yet",
    "Person.source": "why a name may stand here; whoever asks is told",
    "Region.ags": "for exports",
    "Region.contributor_id": "for exports",
    "Region.website": "for exports",
    "Rule.districts": DISTRICT,
    "RulePart.districts": DISTRICT,
    "Search.ambiguous_places": SEARCH,
    "Search.contact_words": SEARCH,
    "Search.family_words": SEARCH,
    "Search.filler_words": SEARCH,
    "Search.house_words": SEARCH,
    "Search.out_of_scope": SEARCH,
    "Search.stop_words": SEARCH,
    "Search.weak_words": SEARCH,
    "Serves.districts": DISTRICT,
    "ShortNumberEntry.label": "only compared with the numbers that records name",
    "ShortNumberEntry.number": "only compared with the numbers that records name",
    "Status.keywords": SEARCH,
    "Topic.keywords": SEARCH,
}


@pytest.fixture(scope="module")
def attacked(attack: Path) -> dict[str, Document]:
    """The pages with every payload in every text."""
    return Site(attack / "hostile", ROOT / "data").documents


@pytest.fixture(scope="module")
def quiet(attack: Path) -> dict[str, Document]:
    """The same pages with harmless texts."""
    return Site(attack / "harmless", ROOT / "data").documents


def shape(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Elements and the names of their attributes, in the order of the page."""
    for child in element.below():
        yield child.name, tuple(child.attributes)


def runs(document: Document) -> Iterator[str]:
    """Every text and every value of an attribute, character references resolved; `tel:` has room for digits only."""
    for element in document.root.below():
        yield from (value for value in element.attributes.values() if not value.startswith("tel:"))
        text = "".join(child for child in element.children if isinstance(child, str))
        if element.get("type") == "application/ld+json":
            yield from values(json.loads(text))
        else:
            yield text


def values(node: object) -> Iterator[str]:
    """Every text in JSON."""
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    yield from ([node] if isinstance(node, str) else (text for part in below for text in values(part)))


def test_no_element_and_no_attribute_arises_from_text(
    attacked: dict[str, Document], quiet: dict[str, Document]
) -> None:
    assert set(attacked) == set(quiet)
    assert len(attacked) > 100
    for address, document in attacked.items():
        assert list(shape(document.root)) == list(shape(quiet[address].root)), document
        assert document.faults == [], document


def test_text_is_shown_byte_for_byte(attacked: dict[str, Document]) -> None:
    whole = f" {' '.join(PAYLOADS)} {STOP}"
    count = 0
    for document in attacked.values():
        for run in runs(document):
            for field in re.finditer(MARK, run):
                count += 1
                assert run.startswith(whole, field.end()), f"{document}: {run}"
    assert count > 5_000


def test_every_text_field_stands_on_a_page_or_has_a_reason_not_to(attacked: dict[str, Document]) -> None:
    """A new field that no page shows fails here: show it, or write down why not."""
    shown: set[str] = set()
    for document in attacked.values():
        for run in runs(document):
            shown |= named(run)
    expected = {field for field, kind in text_fields() if kind not in PARSED}
    assert expected - shown == set(ON_NO_PAGE)
    assert shown <= expected


def test_every_type_of_text_is_known() -> None:
    assert {kind for _, kind in text_fields()} <= HOSTILE | ADDRESSES | set(PARSED)


def test_nothing_is_run_by_the_templates(attacked: dict[str, Document]) -> None:
    for document in attacked.values():
        assert "uid=" not in document.source, document


def test_data_never_passes_through_markdown(attack: Path) -> None:
    """Nor through the environment of the macros, which runs what stands in braces: both would see the marks."""
    for name in ("hostile", "harmless"):
        sources = json.loads((attack / f"{name}.json").read_text("utf-8"))
        assert len(sources) == len(list((ROOT / "docs").glob("*.md"))) + len(handbook_addresses())
        assert [source for source in sources if START in source] == []
        assert any("<!--wegweiser-part-0-->" in source for source in sources)


def test_exports_hold_the_same_text(attack: Path) -> None:
    rows = json.loads((attack / "hostile" / "daten" / "index.json").read_text("utf-8"))
    titles = {row["record"]: row["title"] for row in rows}
    assert titles["offer:kindergeld"] == hostile("Offer.everyday_title kindergeld", "Line")
    assert titles["news:neue-vereinbarung"] == hostile("News.title neue-vereinbarung", "Line")
    assert len(titles) == len(rows) > 50


def test_the_schema_would_have_refused_nearly_every_payload() -> None:
    """The first of the three layers; what it lets pass means nothing to a browser."""
    passed = []
    for payload in PAYLOADS:
        try:
            passed.append(text.check_line(payload))
        except ValueError:
            continue
    assert passed == [
        "' onmouseover='window.PWN=5",
        '" autofocus onfocus="window.PWN=6',
        "&lt;b&gt; &amp; &#60;i&#62;",
        "!!! note",
        "%0d%0aSet-Cookie:x ../../x",
    ]


MACROS = {
    "a record that does not exist": '{{ link("offer:gibt-es-nicht") }}',
    "a kind that does not exist": '{{ link("quatsch:kindergeld") }}',
    "a hostile id": '{{ cards("../../x") }}',
    "markup as an id": '{{ contact("<script>alert(1)</script>") }}',
    "an amount that does not exist": '{{ amount("kindergeld", "nie") }}',
    "an argument that does not exist": "{{ cards(menge=3) }}",
    "a macro that does not exist": "{{ gibt_es_nicht() }}",
    "a name that does not exist": "{{ gibt_es_nicht }}",
    "a sentence that never ends": "{{ link(",
}


@pytest.mark.slow
@pytest.mark.parametrize("macro", MACROS.values(), ids=MACROS)
def test_a_wrong_macro_stops_the_build(project: Path, fault: Callable[[Path], str], macro: str) -> None:
    with (project / "docs" / "impressum.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n{macro}\n")
    said = fault(project)
    assert re.search(r"docs/impressum\.md:[0-9]+:1: Fehler: .*\. Bitte ", said)
    assert "Traceback" not in said
    assert not (project / "site" / "impressum" / "index.html").exists()
