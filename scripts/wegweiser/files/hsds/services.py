"""Offers as services of HSDS: one for each office that is responsible for an offer, with the towns where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.files.hsds.organizations import location_name
from wegweiser.files.hsds.parts import TOPICS, Object, Parts, filled
from wegweiser.rules.closures import is_closed
from wegweiser.rules.freshness import last_look
from wegweiser.schema import Offer
from wegweiser.view.amounts import show_amounts
from wegweiser.view.contact import location_of
from wegweiser.wording.certainty import certainty


@dataclass(slots=True)
class Provider:
    """An office that is responsible for an offer: by which contacts, and where."""

    contacts: dict[str, None] = field(default_factory=dict)
    towns: dict[str, None] = field(default_factory=dict)
    is_fallback: bool = True
    is_derived: bool = True


def services(parts: Parts) -> Iterator[Object]:
    """Every offer with every office that answers for it; an offer without any has the office of the fallback."""
    for offer, providers in _providers(parts).items():
        # Whoever is only asked where nobody else is known provides nothing, unless nobody is known anywhere.
        real = {office: provider for office, provider in providers.items() if not provider.is_fallback} or providers
        entry = parts.edition.catalog.offers[offer]
        common = _of_offer(parts, entry)
        for organization, provider in real.items():
            yield _service(parts, entry, organization, provider, common)


def _providers(parts: Parts) -> dict[str, dict[str, Provider]]:
    """Offer → office → where and by whom; asked of the same table as all pages."""
    catalog = parts.edition.catalog
    found: dict[str, dict[str, Provider]] = {offer: {} for offer in catalog.offers}
    for (town, _, offer), answer in parts.edition.responsibility.table.items():
        for contact in answer.contacts:
            organization = catalog.contacts[contact].record.organization
            if is_closed(catalog.organizations[organization].record, parts.edition.today):
                continue
            provider = found[offer].setdefault(organization, Provider())
            provider.contacts[contact] = None
            provider.towns[town] = None
            provider.is_fallback &= answer.fallback
            provider.is_derived &= answer.derived
    return found


def _of_offer(parts: Parts, entry: Entry[Offer]) -> Object:
    """What all services of an offer have in common."""
    offer = entry.record
    topic = parts.edition.catalog.topics[offer.topic]
    amounts = [f"{amount.label}: {amount.text}" for amount in show_amounts(offer, parts.edition.today)]
    attributes = [parts.check(entry.ref, offer), parts.attribute(entry.ref, "page", parts.page(link(entry)))]
    if offer.leika:
        attributes.append(parts.attribute(entry.ref, "service-key", offer.leika))
    term = parts.term_of(TOPICS, offer.topic, topic.label, topic.summary)
    attributes.append({"id": parts.id(f"{entry.ref}/topic"), "label": "Thema", "taxonomy_term": term})
    return filled(
        {
            "name": offer.everyday_title,
            "alternate_name": offer.title if offer.title != offer.everyday_title else None,
            "description": "\n".join([offer.summary, *amounts]),
            "url": f"{parts.url}{link(entry)}" if parts.url else None,
            "status": "active",
            "application_process": "\n".join(offer.steps),
            "fees_description": offer.cost,
            "eligibility_description": "\n".join(offer.conditions),
            "minimum_age": offer.ages.minimum_age if offer.ages else None,
            "maximum_age": offer.ages.maximum_age if offer.ages else None,
            "assured_date": offer.checked.on.isoformat() if offer.checked else None,
            "last_modified": f"{last_look(offer).isoformat()}T00:00:00Z",
            "attributes": attributes,
        }
    )


def _service(parts: Parts, entry: Entry[Offer], organization: str, provider: Provider, common: Object) -> Object:
    name, catalog, offer = f"{entry.ref}/{organization}", parts.edition.catalog, entry.record
    contacts = [catalog.contacts[contact] for contact in provider.contacts]
    whole = len(provider.towns) == len(catalog.municipalities)
    areas = [catalog.municipalities[town].record for town in provider.towns] if not whole else [catalog.region.record]
    office = catalog.organizations[organization]
    places = dict.fromkeys(place.id for entry in contacts if (place := location_of(entry.record, office)))
    own = {
        "additional_urls": [
            {"id": parts.id(f"{name}/form/{form.url}"), "label": form.title, "url": form.url} for form in offer.forms
        ],
        "alert": certainty(fallback=provider.is_fallback, derived=provider.is_derived),
        "required_documents": [
            {"id": parts.id(f"{name}/document/{document}"), "document": document} for document in offer.documents
        ],
        "service_areas": [
            {"id": parts.id(f"{name}/area/{area.ags}"), "name": area.name, "extent": area.ags, "extent_type": "AGS"}
            for area in areas
        ],
        "service_at_locations": [
            {
                "id": parts.id(f"{name}/at/{place}"),
                "service_id": parts.id(name),
                "location_id": parts.id(location_name(organization, place)),
            }
            for place in places
        ],
        "attributes": [
            *({**attribute, "id": parts.id(f"{name}/{attribute['id']}")} for attribute in common["attributes"]),
            *(
                parts.attribute(name, "contact", f"{parts.url or '/'}{link(contact)}", contact.record.title)
                for contact in contacts
            ),
        ],
    }
    return {"id": parts.id(name), "organization_id": parts.id(office.ref), **common, **filled(own)}
