"""What every page is made of: one heading, landmarks, unique names, dated facts, tables that can be read aloud."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from documents import Document, Element, is_about_a_fault, read_as_a_browser, read_strictly
from sites import UNLISTED, Site

from wegweiser.catalog.addresses import FOLDER_OF

pytestmark = pytest.mark.takes(24)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LABELLED_BY = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")


def test_everything_is_closed_where_it_was_opened(site: Site) -> None:
    assert {document.address: document.faults for document in site.documents.values() if document.faults} == {}
    assert {document.doctype.lower() for document in site.documents.values()} == {"doctype html"}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("<main><p>Text</main>", "closes <p>"),
        ("<main><p>Text</p>", "<main> is never closed"),
        ("<ul></li></ul>", "</li> closes <ul>"),
        ('<p id="a" id="b"></p>', "an attribute twice"),
    ],
)
def test_a_fault_would_be_found(source: str, fault: str) -> None:
    assert fault in " ".join(Document("", source).faults)


def tree(element: Element) -> list[object]:
    """All that is below an element, runs of text put together."""
    found: list[object] = []
    for child in element.children:
        if isinstance(child, Element):
            found.append((child.name, child.attributes, tree(child)))
        elif found and isinstance(found[-1], str):
            found[-1] += child
        else:
            found.append(child)
    return found


ODD = {
    "plain": "<!doctype html><p>a &amp; b<br>c</p>",
    "brackets in a value": '<a title="a > b < c" href="x">y</a>',
    "character references": '<p title="&lt;b&gt; &#60; &quot;">&lt;b&gt; &nbsp;&uuml; &unknown; &amp</p>',
    "a comment": "<p>a<!-- <b> -->c</p>",
    "strange comments": "<p><!--></p><!-- a --!> b --><!-->c-->",
    "script and style": "<script>if (a<b && c) '</p>'</script><style>a>b{}</style><p></p>",
    "script in another spelling": "<script>a</SCRIPT ><p></p>",
    "a script that never ends": "<p></p><script>a<b",
    "capitals": '<P ID="A" Class="B">a</P>',
    "values without quotes": "<p id=a class='b' hidden>c</p>",
    "drawings": '<svg viewBox="0 0 1 1"><path d="M0"/><g/></svg>',
    "a slash that means nothing": "<br/><img src='x' />",
    "what looks like a tag": "<p>1 < 2 <3 <> </> <?xml ?> <![CDATA[x]]></p>",
    "a tag that never ends": '<p>a<b title="x',
    "an end with an attribute": '<p>a</p class="b">c',
    "closed twice": "<p>\n</p></p>",
    "never closed": "<main><p>a",
    "an attribute twice": '<p id="a" ID="b"></p>',
}


@pytest.mark.parametrize("source", ODD.values(), ids=ODD)
def test_the_fast_reader_sees_what_the_other_sees_or_leaves_it_to_it(source: str) -> None:
    fast, thorough = read_strictly(source), read_as_a_browser(source)
    if fast:
        assert (tree(fast.root), fast.faults, fast.doctype) == (tree(thorough.root), thorough.faults, thorough.doctype)
        assert [element.name for element in fast.open] == [element.name for element in thorough.open]


def test_the_fast_reader_reads_our_pages(demo_site: Site, attack: Path) -> None:
    hostile = [path.read_text("utf-8") for path in sorted((attack / "hostile").rglob("*.html"))[::10]]
    for source in [*(demo_site.documents[address].source for address in demo_site.layouts.values()), *hostile]:
        fast, thorough = read_strictly(source), read_as_a_browser(source)
        assert fast, source[:1000]
        assert tree(fast.root) == tree(thorough.root)
        assert (fast.faults, fast.doctype) == (thorough.faults, thorough.doctype)
    assert len(hostile) > 10


def test_one_first_heading(site: Site) -> None:
    for document in site.documents.values():
        assert [heading.text != "" for heading in document.all("h1")] == [True], document
        assert document.all("h1")[0] in document.main.below("h1"), document


def test_frames_are_whole_and_say_how_old_they_are(site: Site) -> None:
    """They have no header, menu and footer, since another website is around them."""
    preview = site.guide.catalog.region.record.preview
    titles = Counter(frame.title for frame in site.frames.values())
    assert [title for title, count in titles.items() if count > 1] == []
    for frame in site.frames.values():
        assert frame.faults == [], frame
        assert [heading.text != "" for heading in frame.main.below("h1")] == [True], frame
        assert frame.all("time"), frame
        assert max(Counter(frame.ids).values(), default=1) == 1, frame
        assert ("Vorschau:" in frame.main.text) == preview, frame


def test_heading_levels_do_not_jump(site: Site) -> None:
    for document in site.documents.values():
        levels = [int(heading.name[1]) for heading in document.all(*HEADINGS)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{document}: {levels}"
        assert levels[0] == 1, document


def test_no_heading_is_empty(site: Site) -> None:
    for document in site.documents.values():
        assert [heading for heading in document.all(*HEADINGS) if not heading.text] == [], document


def test_ids_are_unique(site: Site) -> None:
    for document in site.documents.values():
        assert [id_ for id_, count in Counter(document.ids).items() if count > 1] == [], document


def test_what_is_named_by_another_element_has_its_name(site: Site) -> None:
    for document in site.documents.values():
        for element in document.root.below():
            for attribute in LABELLED_BY:
                for id_ in (element.get(attribute) or "").split():
                    assert id_ in document.ids, f"{document}: {element}"


def test_titles_are_there_and_unique(site: Site) -> None:
    titles = Counter(document.title for document in site.documents.values())
    assert [title for title, count in titles.items() if count > 1] == []
    name = f"Familienwegweiser {site.guide.catalog.region.record.name}"
    for address, document in site.documents.items():
        if address == "":
            assert document.title.startswith(name)
        else:
            assert re.fullmatch(rf"\S.* – {re.escape(name)}", document.title), document


def test_every_page_is_described(site: Site) -> None:
    for address, document in site.documents.items():
        described = [meta["content"] for meta in document.all("meta") if meta.get("name") == "description"]
        assert address == "404.html" or (len(described) == 1 and described[0].strip()), document


def test_pages_are_german(site: Site) -> None:
    for document in site.documents.values():
        assert document.all("html")[0].get("lang") == "de", document


SECTIONING = {"main", "article", "section", "aside", "nav", "header", "footer"}


def landmarks(document: Document, name: str) -> list[Element]:
    """Headers and footers of the page itself; inside an article or a section they are no landmarks."""
    return [part for part in document.all(name) if SECTIONING.isdisjoint(outer.name for outer in part.above())]


def test_landmarks(site: Site) -> None:
    for document in site.documents.values():
        assert [len(landmarks(document, name)) for name in ("header", "main", "footer")] == [1, 1, 1], document
        assert list(landmarks(document, "header")[0].below("nav")), document


def test_landmarks_of_one_kind_have_different_names(site: Site) -> None:
    for document in site.documents.values():
        for kind in ("nav", "aside", "form"):
            found = document.all(kind)
            names = [accessible_name(document, part) for part in found]
            assert len(found) < 2 or (all(names) and len(set(names)) == len(names)), f"{document}: {kind} {names}"


def accessible_name(document: Document, element: Element) -> str:
    named = (element.get("aria-labelledby") or "").split()
    texts = [other.text for other in document.root.below() if other.get("id") in named]
    return " ".join(texts) or element.get("aria-label") or ""


def test_all_text_stands_in_a_landmark_or_says_what_it_is(site: Site) -> None:
    for document in site.documents.values():
        for element in document.all("body")[0].below():
            if element.text and not any(isinstance(child, Element) for child in element.children):
                around = [element, *element.above()]
                known = any(
                    part.name in ("header", "main", "footer", "nav") or "role" in part.attributes for part in around
                )
                assert known or element.get("class") == "skip", f"{document}: {element}"


def test_the_skip_link_is_the_first_thing_to_reach(site: Site) -> None:
    for document in site.documents.values():
        first = next(document.all("body")[0].below("a", "button", "input", "select", "textarea", "summary"))
        assert first.get("href") == "#inhalt", document
        target = next(element for element in document.root.below() if element.get("id") == "inhalt")
        assert target.name == "main" or document.main in target.above(), document


def test_the_keyboard_goes_through_the_page_in_its_order(site: Site) -> None:
    for document in site.documents.values():
        for element in document.root.below():
            assert element.get("tabindex") in (None, "0", "-1"), f"{document}: {element}"
            assert {"accesskey", "autofocus"}.isdisjoint(element.attributes), f"{document}: {element}"


def test_the_current_section_is_marked_once(site: Site) -> None:
    for document in site.documents.values():
        menu = next(nav for nav in document.all("nav") if nav.get("aria-label") == "Hauptmenü")
        assert [link for link in menu.below("a") if "aria-current" in link.attributes][1:] == [], document


def test_breadcrumbs_begin_at_the_start(site: Site) -> None:
    count = 0
    for document in site.documents.values():
        for nav in document.all("nav"):
            if nav.get("class") == "crumbs":
                count += 1
                assert next(link.text for link in nav.below("a")) == "Start", document
    assert count > 100


def test_tables_have_a_caption_and_headers_with_a_direction(site: Site) -> None:
    count = 0
    for document in site.documents.values():
        for table in document.all("table"):
            count += 1
            assert [caption.text != "" for caption in table.below("caption")] == [True], f"{document}: {table}"
            headers = list(table.below("th"))
            assert headers, document
            assert {header.get("scope") for header in headers} <= {"col", "row"}, f"{document}: {headers}"
            widths = {len(list(row.below("td", "th"))) for row in table.below("tr")}
            assert len(widths) == 1, f"{document}: {widths}"
    assert count > 3


def test_lists_hold_items_and_nothing_else(site: Site) -> None:
    allowed = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}}
    for document in site.documents.values():
        for element in document.all("ul", "ol", "dl"):
            inside = {child.name for child in element.children if isinstance(child, Element)}
            assert inside or element.get("id") == "results", f"{document}: an empty {element}"
            assert inside <= allowed[element.name], f"{document}: {element}"
            assert not any(text.strip() for text in element.children if isinstance(text, str)), f"{document}: {element}"


def test_links_have_a_text_and_stand_alone(site: Site) -> None:
    for document in site.documents.values():
        for link in document.all("a"):
            assert link.text or link.get("aria-label"), f"{document}: {link}"
            assert not any(part.name in ("a", "button", "summary") for part in link.above()), f"{document}: {link}"


def test_pictures_are_described_or_hidden(site: Site) -> None:
    for document in site.documents.values():
        for picture in document.all("svg", "img"):
            hidden = picture.get("aria-hidden") == "true"
            named = accessible_name(document, picture) or "alt" in picture.attributes
            assert hidden or named, f"{document}: {picture}"


def pages_of_records(site: Site) -> Iterator[tuple[str, Document]]:
    for entry in site.guide.catalog.records():
        if folder := FOLDER_OF.get(entry.kind):
            document = site.documents.get(f"{folder}{entry.id}/")
            assert document or entry.record.visibility == "internal", entry.ref
            if document:
                yield entry.ref, document


def test_every_record_page_names_its_record(site: Site) -> None:
    count = 0
    for reference, document in pages_of_records(site):
        count += 1
        assert [article["data-record"] for article in document.records] == [reference], document
    assert count > 60


def test_only_pages_of_records_name_one(site: Site) -> None:
    records = {document.address for _, document in pages_of_records(site)}
    assert {address for address, document in site.documents.items() if document.records} == records


def test_every_record_page_is_dated(site: Site) -> None:
    for _, document in pages_of_records(site):
        assert list(document.records[0].below("time")), document


def test_dates_are_dates(site: Site) -> None:
    for document in site.documents.values():
        for element in document.all("time"):
            # A number of which only the day of reading is known carries its date for programs, and no year to read.
            assert element.text or (element.parent and element.parent.get("class") == "year"), document
            written = element["datetime"]
            filled = written + "-01-01"[3 * written.count("-") :] if "T" not in written else written
            try:
                dt.datetime.fromisoformat(filled)
            except ValueError:
                pytest.fail(f"{document}: {element}")


def holds_together(part: Element) -> bool:
    """Whether what stands in this element shares one date: a line of a list of contacts, a card, a section."""
    classes = (part.get("class") or "").split()
    in_line = part.name == "li" and part.parent is not None and part.parent.get("class") in ("list", "targets")
    return in_line or "card" in classes or part.name in ("section", "article")


def test_everything_that_grows_old_stands_beside_its_date(site: Site) -> None:
    """Numbers, mailboxes, hours and addresses of a record have a date in the same card or section."""
    for _, document in pages_of_records(site):
        for element in document.records[0].below("a", "table", "address"):
            if element.name == "a" and not re.match("tel:[+]|mailto:", element["href"]):
                continue
            around = next(filter(holds_together, element.above()))
            assert list(around.below("time")), f"{document}: {element}"


def test_contacts_are_reached_through_marked_channels(site: Site) -> None:
    count = 0
    for document in site.documents.values():
        for link in document.all("a"):
            if document.main in link.above() and re.match("tel:|mailto:", link["href"]):
                count += 1
                marked = [part["data-channel"] for part in link.above() if "data-channel" in part.attributes]
                if is_about_a_fault(link):
                    assert marked == [], f"{document}: {link}"
                    continue
                ways = ("phone", "short_number") if link["href"].startswith("tel:") else ("email",)
                assert len(marked) == 1, f"{document}: {link}"
                assert marked[0] in ways, f"{document}: {link}"
    assert count > 100


def test_every_house_and_every_contact_begins_with_a_number_that_somebody_answers(site: Site) -> None:
    for reference, document in pages_of_records(site):
        if reference.startswith(("centre:", "contact:")):
            lead = next(part for part in document.main.below("header") if part.get("class") == "lead")
            assert any(link["href"].startswith("tel:") for link in lead.below("a")), document
        if reference.startswith("centre:") and "data-moved" not in document.main.attributes:
            (team,) = document.main.sections("kontakt")
            direct = [link for link in team.below("a") if re.match("tel:|mailto:", link["href"])]
            assert direct, document


def test_a_moved_page_says_so_and_shows_no_record(demo_site: Site) -> None:
    moved = {address for address, document in demo_site.documents.items() if "data-moved" in document.main.attributes}
    assert moved == {redirect.old.lstrip("/") for redirect in demo_site.guide.catalog.redirects.record.redirects}
    assert len(moved) == 2
    assert [address for address in moved if demo_site.documents[address].records] == []


def test_a_preview_says_so_and_is_not_listed(real_site: Site, demo_site: Site, second_site: Site) -> None:
    for site in (real_site, demo_site, second_site):
        preview = site.guide.catalog.region.record.preview
        for document in site.documents.values():
            kept_out = any(meta.get("name") == "robots" for meta in document.all("meta"))
            moved = "data-moved" in document.main.attributes
            assert kept_out == (preview or moved or document.address in UNLISTED), document
            assert ("Vorschau:" in document.all("body")[0].text) == preview, document
    assert {site.guide.catalog.region.record.preview for site in (demo_site, second_site)} == {True, False}


def test_no_template_or_placeholder_is_left_over(site: Site) -> None:
    for document in site.documents.values():
        for sign in ("{{", "}}", "{%", "wegweiser-part", "None", "Macro Rendering Error", "Undefined"):
            source = document.source.replace("If-None-Match", "")  # a header, explained on /daten/
            assert sign not in source, f"{document}: {sign}"


def test_folders_of_records_hold_records_or_moved_pages_only(site: Site) -> None:
    for address, document in site.documents.items():
        if re.match("(familienzentren|kontakte)/.", address):
            assert document.records or "data-moved" in document.main.attributes, document
