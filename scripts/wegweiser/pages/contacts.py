"""The pages of contacts and of the organizations they belong to; `finder` makes the overview of contacts."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.pages.record_note import note_of
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Contact, Organization
from wegweiser.values.text import fold
from wegweiser.view.agreements import show_agreement
from wegweiser.view.callable_line import organization_line
from wegweiser.view.contact import contact_card, public_contacts
from wegweiser.view.events import next_date
from wegweiser.view.exchange.organization import organization_channels, organization_places
from wegweiser.view.reach import OPEN_NOW, Reach

FOLDER = address("contact")
ORGANIZATIONS = address("organization")


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each public contact, the overview of organizations, and one page for each of them."""
    for entry in public_contacts(edition):
        yield contact_page(edition, entry)
    yield organizations_overview(edition)
    for organization in edition.catalog.organizations.values():
        yield organization_page(edition, organization)


def contact_page(edition: Edition, entry: Entry[Contact]) -> Page:
    """The page of one contact."""
    contact, catalog = entry.record, edition.catalog
    card = contact_card(edition, entry.id)
    reach = card.parents.without(card.line.channel) if card.line else card.parents
    towns = [catalog.municipalities[id_] for id_ in contact.serves.municipalities]
    responsible = [catalog.offers[offer] for offer in edition.responsibility.offers_of(entry.id)]
    return Page(
        address=card.address,
        template="contact.html",
        title=f"Kontakt: {contact.title}",
        description=contact.purpose,
        context={
            "entry": entry,
            "contact": contact,
            "successor": catalog.contacts.get((contact.closed and contact.closed.successor) or ""),
            "card": card,
            "reach": reach,
            "note": note_of(entry, edition.today, card.reach),
            "person": contact.person,
            "next": next_date(edition, edition.relations.events_of_contact.get(entry.id, [])),
            "towns": towns,
            "centres": [catalog.centres[id_] for id_ in contact.serves.centres],
            "responsible": responsible,
            "about": f"… (zum Beispiel: {responsible[0].record.everyday_title})" if responsible else "…",
            "town": towns[0].record.name if len(towns) == 1 else "…",
            "deputy": contact_card(edition, contact.deputy) if contact.deputy else None,
            "escalation": contact_card(edition, contact.escalation) if contact.escalation else None,
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Kontakte")),
        section=FOLDER,
        scripts=("copy.js", *(OPEN_NOW if card.reach.changes_by_the_hour else ())),
    )


def organizations_overview(edition: Edition) -> Page:
    """All organizations by kind."""
    groups: dict[str, list[Entry[Organization]]] = {}
    for entry in edition.catalog.organizations.values():
        groups.setdefault(entry.record.kind.label, []).append(entry)
    ordered = [(kind, sorted(entries, key=lambda entry: fold(entry.record.name))) for kind, entries in groups.items()]
    return Page(
        address=ORGANIZATIONS,
        template="organizations.html",
        title="Ämter, Träger und Beratungsstellen",
        description=f"Wer {edition.catalog.region.record.in_region} Hilfen für Familien anbietet.",
        context={"groups": sorted(ordered, key=lambda group: fold(group[0]))},
        section=FOLDER,
    )


def organization_page(edition: Edition, entry: Entry[Organization]) -> Page:
    """The page of one organization."""
    organization, catalog = entry.record, edition.catalog
    locations = organization_places(edition, entry.id)
    reach = Reach(organization_channels(edition, entry.id), None, None)
    line = organization_line(edition, entry.id)
    agreements = [item for item in catalog.agreements.values() if item.record.office == entry.id]
    return Page(
        address=link(entry),
        template="organization.html",
        title=organization.name,
        description=f"{organization.name}: Standorte und Kontakte.",
        context={
            "entry": entry,
            "organization": organization,
            "is_closed": is_closed(organization, edition.today),
            "successor": catalog.organizations.get((organization.closed and organization.closed.successor) or ""),
            "parent": catalog.organizations.get(organization.parent or ""),
            "children": [other for other in catalog.organizations.values() if other.record.parent == entry.id],
            "locations": locations,
            "line": line,
            "reach": reach.without(line.channel) if line else reach,
            "note": note_of(entry, edition.today, reach, *(found for _, found in locations)),
            "contacts": [
                contact_card(edition, contact.id)
                for contact in public_contacts(edition)
                if contact.record.organization == entry.id
            ],
            "centres": edition.relations.centres_of.get(entry.id, []),
            "towns": [catalog.municipalities[id_] for id_ in organization.serves],
            "agreements": [
                (show_agreement(edition, item), [catalog.centres[c] for c in item.record.centres])
                for item in agreements
            ],
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Kontakte"), Crumb(ORGANIZATIONS, "Ämter und Träger")),
        section=FOLDER,
        scripts=OPEN_NOW if any(found.changes_by_the_hour for found in (reach, *(at for _, at in locations))) else (),
    )
