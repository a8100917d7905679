"""What somebody who starts in a house or an office should know: its contacts, its agreements, the year, first cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import BRIEFING, briefing_address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.rules.closures import is_closed
from wegweiser.rules.deadlines import ComingDeadline, yearly_deadlines
from wegweiser.schema import Case, Centre, Organization
from wegweiser.values.dates import MONTHS
from wegweiser.values.text import fold
from wegweiser.view.agreements import agreements_of, show_agreement
from wegweiser.view.callable_line import CallableLine, centre_line, organization_line
from wegweiser.view.centre import place_of
from wegweiser.view.contact import contact_card, public_contacts
from wegweiser.view.responsibility.chain import chain_of

FIRST_CASES = 5
CRUMBS = (Crumb("", "Start"), Crumb("fuer-fachkraefte/", "Für Fachkräfte"))
SECTION = "fuer-fachkraefte/"


def pages(edition: Edition) -> Iterator[Page]:
    """The list of houses and offices, and a page for each; who has closed keeps its page, which says so."""
    yield overview(edition)
    for house in edition.catalog.centres.values():
        yield house_page(edition, house)
    for office in edition.catalog.organizations.values():
        yield office_page(edition, office)


def overview(edition: Edition) -> Page:
    """Where somebody finds their own house or office."""
    catalog = edition.catalog
    houses: dict[str, list[Entry[Centre]]] = {town: [] for town in catalog.municipalities}
    for house in catalog.centres.values():
        houses[house.record.municipality].append(house)
    return Page(
        address=BRIEFING,
        template="briefings.html",
        title="Neu im Team",
        description="Für alle, die in einem Haus oder Amt anfangen: Kontakte, Vereinbarungen, Fristen, erste Fälle.",
        context={
            "houses": [(catalog.municipalities[town], _by_name(found)) for town, found in houses.items() if found],
            "offices": _by_name(catalog.organizations.values()),
        },
        crumbs=CRUMBS,
        section=SECTION,
    )


def _by_name(entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    return sorted(entries, key=lambda entry: fold(entry.record.name))


def house_page(edition: Edition, entry: Entry[Centre]) -> Page:
    """For whoever starts in a house."""
    centre = entry.record
    town = edition.catalog.municipalities[centre.municipality].record
    ids = filter(None, (town.youth_office, town.town_hall))
    return _page(
        edition,
        entry,
        f"{centre.name}, {place_of(edition, centre)}",
        line=centre_line(edition, entry.id),
        chain=chain_of(edition, entry.id),
        agreements=[(agreement, ()) for agreement in agreements_of(edition, entry.id)],
        offices=[(edition.catalog.organizations[id_], organization_line(edition, id_)) for id_ in ids],
        months=by_month(edition, lambda _: True),
    )


def office_page(edition: Edition, entry: Entry[Organization]) -> Page:
    """For whoever starts in an office: what it answers for, and which houses count on it."""
    own = [contact for contact in public_contacts(edition) if contact.record.organization == entry.id]
    offers = dict.fromkeys(offer for contact in own for offer in edition.responsibility.offers_of(contact.id))
    agreements = [agreement for agreement in edition.catalog.agreements.values() if agreement.record.office == entry.id]
    return _page(
        edition,
        entry,
        entry.record.name,
        line=organization_line(edition, entry.id),
        contacts=[contact_card(edition, contact.id) for contact in own],
        offers=[edition.catalog.offers[offer] for offer in offers],
        agreements=[
            (show_agreement(edition, agreement), [edition.catalog.centres[id_] for id_ in agreement.record.centres])
            for agreement in agreements
        ],
        months=by_month(edition, lambda coming: coming.offer.id in offers),
    )


def _page(
    edition: Edition,
    entry: Entry[Centre] | Entry[Organization],
    name: str,
    *,
    line: CallableLine | None,
    **more: object,
) -> Page:
    nothing: dict[str, object] = {"chain": None, "contacts": (), "offers": (), "offices": ()}
    return Page(
        address=briefing_address(entry),
        template="briefing.html",
        title=f"Neu im Team: {name}",
        description=f"{name}: Kontakte, Vereinbarungen, Fristen des Jahres und die ersten Fälle.",
        context={
            "subject": entry,
            "name": entry.record.name,
            "line": line,
            "is_closed": is_closed(entry.record, edition.today),
            "cases": first_cases(edition),
            **nothing,
            **more,
        },
        crumbs=(*CRUMBS, Crumb(BRIEFING, "Neu im Team"), Crumb(link(entry), entry.record.name)),
        section=SECTION,
    )


def first_cases(edition: Edition) -> list[Entry[Case]]:
    """The cases that the region names for the start, else its first ones; discreet ones only where it names them."""
    named = edition.catalog.region.record.first_cases
    if named:
        return [edition.catalog.cases[id_] for id_ in named]
    return [entry for entry in edition.catalog.cases.values() if not entry.record.discreet][:FIRST_CASES]


def by_month(edition: Edition, wanted: Callable[[ComingDeadline], bool]) -> list[tuple[str, list[ComingDeadline]]]:
    """The yearly duties from today on, by the name of their month."""
    coming: Iterable[ComingDeadline] = filter(wanted, yearly_deadlines(edition.catalog, lambda _: edition.today))
    months = groupby(coming, key=lambda one: f"{MONTHS[one.day.month - 1]} {one.day.year}")
    return [(month, list(found)) for month, found in months]
