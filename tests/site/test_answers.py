"""One function, one truth: every page and file that names an office names the one that the rules name."""

from __future__ import annotations

from answers import below, contact_of, open_data, rows
from documents import Element
from sites import Site

from wegweiser.pages.cards import remarks


def test_every_question_has_exactly_one_answer_and_it_is_the_same_everywhere(site: Site) -> None:
    """Every municipality, status and offer: the function, the static page and the open data."""
    guide = site.guide
    data = {(row["municipality"], row["status"], row["offer"]): row for row in open_data(site)}
    assert len(data) == len(open_data(site))
    for town in guide.catalog.municipalities:
        for status in guide.catalog.statuses:
            page = rows(site.documents[f"zustaendig/{status}/{town}/"])
            assert set(page) == set(guide.catalog.offers)
            for offer in guide.catalog.offers:
                answer = guide.responsibility.answer(town, status, offer)
                assert answer is not None
                assert page[offer] == (answer.contact, remarks(answer))
                row = data.pop((town, status, offer))
                assert row["contact"] == answer.contact
                assert (row.get("fallback", False), row.get("derived", False)) == (answer.fallback, answer.derived)
    assert data == {}


def test_every_contact_that_answers_has_a_page_with_a_way_to_reach_it(site: Site) -> None:
    for contact in {answer.contact for answer in site.guide.responsibility.table.values()}:
        page = site.documents[f"kontakte/{contact}/"]
        assert any(_leads_out(link) for link in page.main.below("a")), page


def _leads_out(link: Element) -> bool:
    return link["href"].startswith(("tel:", "mailto:", "https:"))


def answers_on_offer_page(site: Site, offer: str) -> dict[tuple[str, str], str]:
    """(Town, status) → contact, as the page of the offer says it."""
    towns = {entry.record.name: id_ for id_, entry in site.guide.catalog.municipalities.items()}
    statuses = {status.short: id_ for id_, status in site.guide.catalog.statuses.items()}
    (section,) = below(site.documents[f"angebote/{offer}/"].main, "section", **{"aria-labelledby": "zustaendig"})
    found = {}
    for group in below(section, "details") or [section]:
        named = next((summary.text.removeprefix("Mit: ").split(", ") for summary in group.below("summary")), statuses)
        spots = [
            (line, next(line.below("span")).text.split(", "))
            for line in below(group, "li", class_="")
            if line.parent and line.parent.get("class") == "targets"
        ]
        spots += [(card, list(towns)) for card in below(group, "div", class_="contact")]
        for spot, places in spots:
            contact = contact_of(next(link for link in spot.below("a") if "/kontakte/" in link["href"]))
            found |= {(towns[place], statuses[status]): contact for place in places for status in named}
    return found


def test_the_page_of_an_offer_gives_the_same_answers(site: Site) -> None:
    guide = site.guide
    for offer in guide.catalog.offers:
        expected = {
            (town, status): guide.responsibility.table[town, status, offer].contact
            for town in guide.catalog.municipalities
            for status in guide.catalog.statuses
        }
        assert answers_on_offer_page(site, offer) == expected, offer


def test_the_page_of_a_town_gives_the_same_answers(site: Site) -> None:
    guide = site.guide
    statuses = {status.short: id_ for id_, status in guide.catalog.statuses.items()}
    for town in guide.catalog.municipalities:
        found: dict[tuple[str, str], str] = {}
        for answers in below(site.documents[f"orte/{town}/"].main, "dl", class_="answers"):
            offer = ""
            for row in answers.below("dt", "dd"):
                link = next(row.below("a"))
                if row.name == "dt":
                    offer = contact_of(link)
                    continue
                named = next((span.text.split(", ") for span in row.below("span")), list(statuses))
                found |= {(statuses[status], offer): contact_of(link) for status in named}
        assert found == {
            (status, offer): answer.contact
            for (place, status, offer), answer in guide.responsibility.table.items()
            if place == town
        }


def test_each_step_of_a_case_names_those_who_answer_for_its_offers_in_each_town(site: Site) -> None:
    guide = site.guide
    contacts = guide.catalog.contacts
    for case in guide.catalog.cases.values():
        (route,) = below(site.documents[f"faelle/{case.id}/"].main, "ol", class_="route")
        steps = [child for child in route.children if isinstance(child, Element)]
        for step, shown in zip(case.record.steps, steps, strict=True):
            spots = [line for group in below(shown, "div", class_="spots") for line in group.below("li")]
            for number, town in enumerate(guide.catalog.municipalities, 1):
                found = {
                    contact_of(next(spot.below("a")))
                    for spot in spots
                    if str(number) in (spot.get("data-towns") or str(number)).split()
                }
                answers = {
                    answer.contact
                    for (place, _, offer), answer in guide.responsibility.table.items()
                    if place == town and offer in step.offers
                }
                named = {id_ for id_ in step.contacts if town in (contacts[id_].record.serves.municipalities or [town])}
                assert found == answers | named, f"{case.id}: {step.title}: {town}"
