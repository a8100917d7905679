"""Each kind of record as schema.org knows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.pages.linked_data.terms import (
    VOCABULARY,
    Node,
    filled,
    one_or_many,
    opening_hours,
    postal_address,
    reached,
)
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Centre, Contact, Event, Municipality, News, Offer, Organization
from wegweiser.schema.codes import OrganizationKind
from wegweiser.values.dates import UNKNOWN
from wegweiser.view.centre import centre_reach
from wegweiser.view.contact import contact_card
from wegweiser.view.events import show_event
from wegweiser.view.exchange.organization import organization_channels, organization_places

ZONE = ZoneInfo("Europe/Berlin")
OFFICES = {
    OrganizationKind.JOB_CENTRE,
    OrganizationKind.EMPLOYMENT_AGENCY,
    OrganizationKind.FAMILY_BENEFITS,
    OrganizationKind.YOUTH_OFFICE,
    OrganizationKind.TOWN,
    OrganizationKind.DISTRICT,
    OrganizationKind.STATE,
}
"""Organizations that are authorities."""


def about(edition: Edition, site: Site, entry: Entry[Any]) -> Node | None:
    """The record of a page; None for kinds that schema.org has no word for, and for what closed."""
    if isinstance(entry.record, Centre | Contact | Organization) and is_closed(entry.record, edition.today):
        return None
    make = _KINDS.get(entry.kind)
    return filled(make(edition, site, entry)) if make else None


def _url(site: Site, entry: Entry[Any]) -> str:
    return f"{site.url or '/'}{link(entry)}"


def _house(edition: Edition, site: Site, entry: Entry[Centre]) -> Node:
    centre, reach = entry.record, centre_reach(edition, entry.id)
    provider = edition.catalog.organizations.get(centre.provider or "")
    return {
        "@type": "ChildCare",
        "name": centre.name,
        "url": _url(site, entry),
        "sameAs": centre.website,
        "address": postal_address(reach.place),
        **reached(reach.channels),
        "openingHoursSpecification": opening_hours(centre.opening_hours, reach.hours),
        "parentOrganization": {"@type": "Organization", "name": provider.record.name} if provider else None,
    }


def _office(edition: Edition, site: Site, entry: Entry[Organization]) -> Node:
    record, places = entry.record, organization_places(edition, entry.id)
    is_office = record.kind in OFFICES
    made = {
        "@type": "GovernmentOffice" if is_office else "Organization",
        "name": record.name,
        "url": _url(site, entry),
        "sameAs": record.website,
        **reached(organization_channels(edition, entry.id)),
    }
    addresses = [found for _, reach in places if (found := postal_address(reach.place))]
    made["address"] = one_or_many(addresses) if addresses else None
    if is_office and len(places) == 1:
        made["openingHoursSpecification"] = opening_hours(places[0][0].opening_hours, places[0][1].hours)
    return made


def _contact(edition: Edition, site: Site, entry: Entry[Contact]) -> Node:
    contact, card = entry.record, contact_card(edition, entry.id)
    towns = [edition.catalog.municipalities[id_].record.name for id_ in contact.serves.municipalities]
    return {
        "@type": "ContactPoint",
        "name": contact.title,
        "contactType": contact.purpose,
        "url": _url(site, entry),
        **reached(card.reach.channels),
        "availableLanguage": list(contact.languages),
        "areaServed": [{"@type": "City", "name": name} for name in towns] if len(towns) <= FEW else None,
        "hoursAvailable": opening_hours(contact.opening_hours, card.reach.hours),
    }


FEW = 5
"""Towns that stand in the data of a page; more would make it heavy."""


def _offer(edition: Edition, site: Site, entry: Entry[Offer]) -> Node:
    offer, ages = entry.record, entry.record.ages
    audience = {"suggestedMinAge": ages.minimum_age, "suggestedMaxAge": ages.maximum_age} if ages else {}
    return {
        "@type": "GovernmentService",
        "name": offer.everyday_title,
        "alternateName": offer.title if offer.title != offer.everyday_title else None,
        "description": None if offer.discreet else offer.summary,
        "url": _url(site, entry),
        "serviceType": edition.catalog.topics[offer.topic].label,
        "areaServed": {"@type": "AdministrativeArea", "name": site.region},
        "audience": {"@type": "PeopleAudience", **filled(audience)} if filled(audience) else None,
        "identifier": offer.leika,
    }


def _town(edition: Edition, site: Site, entry: Entry[Municipality]) -> Node:
    del edition
    within = {"@type": "AdministrativeArea", "name": site.region}
    return {"@type": "City", "name": entry.record.name, "url": _url(site, entry), "containedInPlace": within}


def _event(edition: Edition, site: Site, entry: Entry[Event]) -> Node:
    event, shown = entry.record, show_event(edition, entry)
    moment = shown.dates[0][0] if shown.dates else event.start.isoformat() if event.start else None
    start = dt.datetime.fromisoformat(moment).replace(tzinfo=ZONE) if moment else None
    length = event.end - event.start if event.start and event.end else None
    office = edition.catalog.organizations.get(event.organization or "")
    return {
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "url": _url(site, entry),
        "startDate": start.isoformat() if start else None,
        "endDate": (start + length).isoformat() if start and length else None,
        "eventStatus": f"{VOCABULARY}{'EventCancelled' if event.cancelled else 'EventScheduled'}",
        "location": {"@type": "Place", "name": shown.place} if shown.place else None,
        "organizer": {"@type": "Organization", "name": office.record.name} if office else None,
    }


def _news(edition: Edition, site: Site, entry: Entry[News]) -> Node:
    del edition
    news = entry.record
    published = None if news.date == UNKNOWN else news.date
    said = {"headline": news.title, "description": news.summary, "url": _url(site, entry)}
    return {"@type": "NewsArticle", **said, "datePublished": published}


_KINDS: dict[str, Callable[[Edition, Site, Entry[Any]], Node]] = {
    "centre": _house,
    "organization": _office,
    "contact": _contact,
    "offer": _offer,
    "municipality": _town,
    "event": _event,
    "news": _news,
}
