"""What others see when a link is shared: whole addresses, neutral words, a picture that is there."""

from __future__ import annotations

import struct

import pytest
from sites import UNLISTED, URL, Site

from wegweiser.edition.sharing import KINDS, picture_path, shared
from wegweiser.paper.pictures import SIZE

NEEDED = {"og:type", "og:site_name", "og:title", "og:description", "og:url", "og:image"}


def properties(site: Site, address: str) -> dict[str, str]:
    return {
        meta["property"]: meta["content"]
        for meta in site.documents[address].all("meta")
        if (meta.get("property") or "").startswith("og:")
    }


def test_every_page_that_is_listed_says_how_to_show_it(real_site: Site) -> None:
    seen = set()
    for address, document in real_site.documents.items():
        canonical = [link["href"] for link in document.all("link") if link.get("rel") == "canonical"]
        found = properties(real_site, address)
        if not found:
            assert address in {"404.html", *UNLISTED} or next(document.main.below("h1")).text.startswith(
                "Diese Seite ist"
            ), address
            continue
        assert set(found) == NEEDED, address
        assert all(found.values()), address
        assert canonical == [found["og:url"]] == [URL + address]
        assert document.title.startswith(found["og:title"]), address
        picture = found["og:image"].removeprefix(URL)
        assert (real_site.folder / picture).is_file(), picture
        seen.add(picture)
    assert seen == {picture_path(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_the_size_that_is_shown_large(real_site: Site, kind: str) -> None:
    content = (real_site.folder / picture_path(kind)).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == SIZE


def test_a_site_without_an_address_has_no_pictures(demo_site: Site) -> None:
    assert not (demo_site.folder / "assets" / "teilen").exists()
    assert properties(demo_site, "") == {}


@pytest.mark.this_district
def test_what_is_discreet_is_named_nowhere_but_on_the_page(real_site: Site) -> None:
    """Neither in the list of visited pages nor beside a shared link."""
    catalog = real_site.guide.catalog
    discreet = [entry for entry in [*catalog.offers.values(), *catalog.cases.values()] if entry.record.discreet]
    assert len(discreet) >= 2
    for entry in discreet:
        folder = "angebote" if entry in catalog.offers.values() else "faelle"
        document = real_site.documents[f"{folder}/{entry.id}/"]
        assert entry.record.handout_title in document.title
        said = " ".join([document.title, *properties(real_site, document.address).values()]).lower()
        assert "gewalt" not in said.replace(f"/{entry.id}/", ""), said


@pytest.mark.parametrize(
    ("address", "kind"),
    [("", "familie"), ("angebote/kindergeld/", "angebote"), ("orte/", "orte"), ("impressum/", "familie")],
)
def test_the_picture_follows_from_the_address(address: str, kind: str) -> None:
    found = shared("https://example.org/", "Titel", "Satz", address)
    assert found.url == f"https://example.org/{address}"
    assert found.picture == f"https://example.org/assets/teilen/{kind}.png"
