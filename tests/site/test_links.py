"""Every link leads somewhere, every address keeps its form, and a dead link stops the build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from documents import Document, Element, is_about_a_fault
from sites import BASE, UNLISTED, Site, build

from wegweiser.catalog.addresses import frame_address

pytestmark = pytest.mark.takes(20)

LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "src", "use": "href"}
HOST = "https://stadt.example.org"


def targets(document: Document) -> Iterator[tuple[Element, str]]:
    """Everything in a page that leads to a file or a page."""
    for element in document.root.below(*LINKING):
        if (target := element.get(LINKING[element.name])) is not None:
            yield element, target
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0]


def resolve(document: Document, target: str, base: str) -> str | None:
    """The address that a browser opens, from the root of the site on; None where it leaves the site."""
    parts = urlsplit(target)
    if parts.scheme and not target.startswith(HOST):
        return None
    found = urlsplit(urljoin(f"{HOST}{base}{document.address}", target))
    assert found.path.startswith(base), f"{target} leads out of the site"
    return unquote(found.path.removeprefix(base))


def dead_links(site: Site, documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        for _, target in targets(document):
            address = resolve(document, target, site.base)
            if address is None:
                continue
            fragment = urlsplit(target).fragment
            page = site.documents.get(address) or site.frames.get(address)
            if page is None and not (site.folder / address).is_file():
                yield f"{document}: {target} leads nowhere"
            elif fragment and (page is None or fragment not in page.ids) and not is_record(site, address, fragment):
                yield f"{document}: {target}: no such place in the page"


def is_record(site: Site, address: str, code: str) -> bool:
    """Whether a fragment names a record that can be corrected, for which there is a file."""
    return address == "korrigieren/" and (site.folder / address / f"{code}.json").is_file()


def test_every_link_and_every_fragment_leads_somewhere(site: Site) -> None:
    assert list(dead_links(site, site.documents.values())) == []


def test_links_in_frames_lead_somewhere_outside_of_them(site: Site) -> None:
    for frame in site.frames.values():
        for link in frame.all("a"):
            outside = link.get("target") == "_blank" and link.get("rel") == "noopener"
            assert outside or re.match("tel:|mailto:", link["href"]), link
    assert list(dead_links(site, site.frames.values())) == []


def test_each_town_and_each_open_house_has_a_frame(site: Site) -> None:
    towns = {frame_address(town) for town in site.guide.catalog.municipalities}
    houses = {frame_address(entry.record.municipality, entry.id) for entry in site.guide.houses.values()}
    assert set(site.frames) == towns | houses


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('<a href="../gibt-es-nicht/">', "leads nowhere"),
        ('<a href="../kindergeld/#gibt-es-nicht">', "no such place"),
        ('<a href="../../korrigieren/#gibtesnicht">', "no such place"),
        ('<img src="bild.png">', "leads nowhere"),
        ('<img srcset="../../assets/icon.svg 1x, gross.png 2x">', "leads nowhere"),
        ('<link rel="stylesheet" href="/assets/site.css">', "leads out of the site"),
        ('<form action="suche.php"></form>', "leads nowhere"),
    ],
)
def test_a_dead_link_would_be_found(real_site: Site, written: str, found: str) -> None:
    try:
        said = " ".join(dead_links(real_site, [Document("angebote/wohngeld/", written)]))
    except AssertionError as error:
        said = str(error)
    assert found in said


def test_style_sheets_load_nothing_that_is_not_there(site: Site) -> None:
    """The theme, which the handbook alone loads, draws its icons as pictures inside its style sheet."""
    for path in site.folder.rglob("*.css"):
        for target in re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", path.read_text("utf-8")):
            drawn = path.parent.name == "stylesheets" and target[0].startswith("data:image/svg+xml")
            assert drawn or (path.parent / "".join(target)).is_file(), f"{path.name}: {target}"


def test_the_page_for_lost_visitors_works_at_any_depth(real_site: Site) -> None:
    """A host serves 404.html under the address that does not exist, so its links start at the root of the site."""
    page = real_site.documents["404.html"]
    inner = [target for _, target in targets(page) if not re.match("[a-z]+:|#", target)]
    assert len(inner) > 15
    assert [target for target in inner if not target.startswith(BASE)] == []


def test_other_pages_never_start_at_the_root_of_the_host(site: Site) -> None:
    """So the site works under any path, and from a folder."""
    for document in site.documents.values():
        if document.address != "404.html":
            assert [target for _, target in targets(document) if target.startswith("/")] == [], document


def test_addresses_are_short_lower_case_ascii_folders(site: Site) -> None:
    for address in site.documents:
        assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*/)*|404\.html", address, re.ASCII), address
        assert len(f"/{address}") < 100, address


def test_every_page_can_be_reached_from_the_start_page(site: Site) -> None:
    """Pages that moved are left out: only old links lead to them."""
    seen, waiting = {""}, [""]
    while waiting:
        document = site.documents[waiting.pop()]
        for element, target in targets(document):
            address = resolve(document, target, site.base) if element.name == "a" else None
            if address in site.documents and address not in seen:
                seen.add(address)
                waiting.append(address)
    moved = {address for address, page in site.documents.items() if "data-moved" in page.main.attributes}
    assert set(site.documents) - seen - moved == {"404.html"}


def dialled(text: str) -> str:
    """What a phone in Germany dials for a number as people here write it; short numbers as they are."""
    digits = re.sub("[^0-9+]", "", text)
    return f"tel:+49{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def test_phone_links_dial_the_number_that_is_shown(site: Site) -> None:
    count = 0
    for document in site.documents.values():
        for link in document.all("a"):
            if link["href"].startswith("tel:"):
                assert link["href"] == dialled(link.text), f"{document}: {link}"
                assert re.fullmatch(r"tel:(\+[1-9][0-9]{6,14}|[0-9]{3}|[0-9]{6})", link["href"]), f"{document}: {link}"
                count += 1
    assert count > len(site.documents)


def test_mail_links_hold_the_address_that_is_shown_and_nothing_else(site: Site) -> None:
    """A mail about what is wrong begins with subject and questions; see test_correction.py."""
    for document in site.documents.values():
        for link in document.all("a"):
            if link["href"].startswith("mailto:") and not is_about_a_fault(link):
                assert link["href"] == f"mailto:{link.text}", f"{document}: {link}"
                assert "?" not in link["href"], f"{document}: {link}"


def test_links_out_of_the_site_are_https_except_for_old_sources(site: Site) -> None:
    for document in site.documents.values():
        for link in document.all("a"):
            scheme = urlsplit(link["href"]).scheme
            in_sources = any(part.get("id") == "quellen" for part in link.above())
            assert scheme in ("", "https", "tel", "mailto") or (scheme == "http" and in_sources), f"{document}: {link}"


def test_an_address_of_the_past_explains_itself(demo_site: Site) -> None:
    moved = demo_site.documents["angebote/hartz-4/"]
    assert "data-moved" in moved.main.attributes
    assert "Die Seite steht jetzt hier" in moved.main.text
    assert "../../angebote/sgb2-ueberblick/" in [link["href"] for link in moved.main.below("a")]
    archived = demo_site.documents["termine/sommerfest/"]
    assert "data-moved" in archived.main.attributes
    assert "Das Sommerfest ist vorbei." in archived.main.text


def test_no_address_of_the_past_leads_to_another_one(site: Site) -> None:
    redirects = site.guide.catalog.redirects.record.redirects
    assert {redirect.old for redirect in redirects}.isdisjoint(redirect.new for redirect in redirects)


def canonical(document: Document) -> str | None:
    return next((link["href"] for link in document.all("link") if link["rel"] == "canonical"), None)


def test_every_page_names_its_one_address_where_the_site_knows_its_own(real_site: Site, demo_site: Site) -> None:
    for address, document in real_site.documents.items():
        assert canonical(document) == (None if address == "404.html" else f"{HOST}{BASE}{address}"), document
    assert {canonical(document) for document in demo_site.documents.values()} == {None}


def test_the_sitemap_lists_every_page_that_may_be_found(site: Site) -> None:
    listed = re.findall("<loc>(.*)</loc>", (site.folder / "sitemap.xml").read_text("utf-8"))
    prefix = f"{HOST}{BASE}" if site.base == BASE else "/"
    old = {redirect.old.lstrip("/") for redirect in site.guide.catalog.redirects.record.redirects}
    assert listed == sorted(prefix + address for address in set(site.documents) - {"404.html"} - UNLISTED - old)


BROKEN = {
    "a dead link": ("impressum.md", "\n\n[Weg](gibt-es-nicht.md)\n", "gibt-es-nicht.md"),
    "a dead link to a page made from data": ("impressum.md", "\n\n[Weg](angebote/nie/index.html)\n", "angebote/nie"),
    "a dead anchor": ("impressum.md", "\n\n[Weg](datenschutz.md#gibt-es-nicht)\n", "gibt-es-nicht"),
    "a dead anchor on the same page": ("impressum.md", "\n\n[Weg](#gibt-es-nicht)\n", "gibt-es-nicht"),
    "an absolute link": ("impressum.md", "\n\n[Weg](/angebote/)\n", "/angebote/"),
    "a page that no menu knows": ("verwaist.md", "# Verwaist\n", "verwaist.md"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("file", "added", "named"), BROKEN.values(), ids=BROKEN)
def test_a_broken_page_written_by_hand_stops_the_build(
    project: Path, fault: Callable[[Path], str], file: str, added: str, named: str
) -> None:
    with (project / "docs" / file).open("a", encoding="utf-8") as page:
        page.write(added)
    assert named in fault(project)


@pytest.mark.slow
def test_the_same_project_unbroken_builds(project: Path) -> None:
    assert build(project / "site", project=project).returncode == 0
