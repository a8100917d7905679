"""One function, one truth: every page and file that names an office names the one that the rules name."""

from __future__ import annotations

import random

import pytest
from answers import below, contact_of, open_data, rows, said_by_guide, said_by_search
from documents import Element
from questions import QUESTIONS, Question
from sites import Site

from wegweiser.edition import Edition
from wegweiser.paper.sheets import Sheet, sheets
from wegweiser.rules.responsibility import Answer
from wegweiser.view.contact import remarks
from wegweiser.view.printed.handouts import handouts_of_offer
from wegweiser.wording.certainty import DERIVED, FALLBACK
from wegweiser.wording.phone import local_number

COMPARED = 1000
"""Questions that are asked everywhere at once."""


def test_every_question_has_exactly_one_answer_and_it_is_the_same_everywhere(site: Site) -> None:
    """Every municipality, status and offer: the function, the static page and the open data."""
    guide = site.guide
    data = {(row["municipality"], row["status"], row["offer"]): row for row in open_data(site)}
    said = said_of(guide)
    assert len(data) == len(open_data(site))
    for town in guide.catalog.municipalities:
        for status in guide.catalog.statuses:
            page = rows(site.documents[f"zustaendig/{status}/{town}/"])
            assert set(page) == set(guide.catalog.offers)
            for offer in guide.catalog.offers:
                answer = guide.responsibility.answer(town, status, offer)
                assert answer is not None
                assert says(page[offer], answer, said)
                row = data.pop((town, status, offer))
                assert row["contact"] == answer.contact
                assert (row.get("fallback", False), row.get("derived", False)) == (answer.fallback, answer.derived)
    assert data == {}


def said_of(guide: Edition) -> dict[str, set[str]]:
    """Every remark that some answer with a contact has."""
    said: dict[str, set[str]] = {}
    for answer in set(guide.responsibility.table.values()):
        said.setdefault(answer.contact, set()).update(remarks(answer))
    return said


def says(row: tuple[str, set[str]], answer: Answer, said: dict[str, set[str]]) -> bool:
    """The row has the contact and every remark; the card above may have one more that goes for most of its answers.

    That no office has confirmed an answer is said once, in the note of the page.
    """
    own = set(remarks(answer)) - {DERIVED}
    return row[0] == answer.contact and own <= row[1] <= said[answer.contact]


def test_a_thousand_questions_are_answered_alike_by_page_guide_file_search_and_sheet(site: Site) -> None:
    guide, table = site.guide, site.guide.responsibility.table
    asked = random.Random(2026).sample(sorted(table), min(COMPARED, len(table)))  # noqa: S311 - no secret
    data = {(row["municipality"], row["status"], row["offer"]): row for row in open_data(site)}
    said = said_of(guide)
    by_guide, by_search = said_by_guide(site), said_by_search(site)
    papers = {sheet.address: sheet for sheet in sheets(guide, "")}
    shared = {offer: handouts_of_offer(guide, offer) for offer in guide.catalog.offers}
    assert set(by_guide) == set(by_search) == set(data) == set(table)
    for question in asked:
        town, status, offer = question
        answer = table[question]
        assert says(rows(site.documents[f"zustaendig/{status}/{town}/"])[offer], answer, said)
        assert by_guide[question] == (answer.contact, remarks(answer))
        assert data[question]["contact"] == answer.contact
        found = by_search[question]
        assert (found.contact, found.fallback) == (answer.contact, answer.fallback)
        assert found.derived == (answer.derived and not answer.fallback)
        [handout] = [one for one in shared[offer] if one.contact.id == answer.contact]
        assert town in handout.towns
        assert names_the_office(site, papers[f"angebote/{offer}/{handout.file}"], offer, answer.contact)


def names_the_office(site: Site, sheet: Sheet, offer: str, contact: str) -> bool:
    """A discreet sheet names nobody; its numbers are those of the contact."""
    [column] = sheet.columns
    if site.guide.catalog.offers[offer].record.discreet:
        channels = site.guide.catalog.contacts[contact].record.channels
        own = {local_number(channel.phone) for channel in channels if channel.phone}
        own |= {channel.short_number for channel in channels}
        return {line for fact in column.facts for line in fact.lines} <= own
    return column.office == site.guide.catalog.contacts[contact].record.title


@pytest.mark.this_district
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_real_question_is_answered_on_a_sheet_of_paper(real_site: Site, question: Question) -> None:
    guide = real_site.guide
    papers = {sheet.address: sheet for sheet in sheets(guide, "")}
    for contact in question.contacts:
        sheet = papers[f"angebote/{question.offer}/zettel-{contact}"]
        [column] = sheet.columns
        assert names_the_office(real_site, sheet, question.offer, contact)
        if not guide.catalog.offers[question.offer].record.discreet:
            assert column.next == guide.catalog.offers[question.offer].record.steps[0]
            assert column.bring
        answers = [guide.responsibility.table[question.town, status, question.offer] for status in question.statuses]
        if any(answer.fallback for answer in answers):
            assert FALLBACK in column.remarks[0]


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
    (section,) = site.documents[f"angebote/{offer}/"].main.sections("zustaendig")
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


def is_there_for(spot: Element, town: str) -> bool:
    """Whether a line of a step is for a town: it names its towns, or is for all."""
    named = [part.text for part in below(spot, "span", class_="towns")]
    return not named or town in named[0].split(", ")


def test_each_step_of_a_case_names_those_who_answer_for_its_offers_in_each_town(site: Site) -> None:
    guide = site.guide
    contacts = guide.catalog.contacts
    for case in guide.catalog.cases.values():
        (route,) = below(site.documents[f"faelle/{case.id}/"].main, "ol", class_="route")
        steps = [child for child in route.children if isinstance(child, Element)]
        for step, shown in zip(case.record.steps, steps, strict=True):
            spots = [line for group in below(shown, "div", class_="spots") for line in group.below("li")]
            for town, place_record in guide.catalog.municipalities.items():
                found = {
                    contact_of(next(spot.below("a"))) for spot in spots if is_there_for(spot, place_record.record.name)
                }
                answers = {
                    answer.contact
                    for (place, _, offer), answer in guide.responsibility.table.items()
                    if place == town and offer in step.offers
                }
                named = {id_ for id_ in step.contacts if town in (contacts[id_].record.serves.municipalities or [town])}
                assert found == answers | named, f"{case.id}: {step.title}: {town}"
