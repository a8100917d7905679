"""What we say about each kind of record, in the order in which somebody who knows would go through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from wegweiser.catalog import Catalog, Entry
from wegweiser.schema import Agreement, Centre, ChildAges, Contact, House, Location, Offer, Organization
from wegweiser.schema.codes import FamilyCentre, OrganizationKind
from wegweiser.schema.ways import Way
from wegweiser.values.dates import UNKNOWN
from wegweiser.view.statements import parts
from wegweiser.view.statements.statement import SEPARATOR, Form, Statement, Subject, title_of
from wegweiser.wording.amounts import decimal_text


def _centre(catalog: Catalog, entry: Entry[Centre]) -> Iterator[Statement]:
    house = entry.record
    whole = Subject(house)
    yield whole.say_field(house, Centre, "name", Form.TEXT)
    label = title_of(Centre, "family_centre")
    kinds = parts.codes(FamilyCentre)
    yield parts.chosen(whole, "family_centre", label, [house.family_centre], kinds, one=True)
    yield from parts.address(whole, house.address)
    yield whole.say_field(house, Centre, "district", Form.TEXT)
    yield from parts.channels(whole, house.channels, (Way.PHONE, Way.EMAIL))
    yield whole.say_field(house, Centre, "website", Form.URL)
    yield from parts.opening_hours(whole, house.opening_hours, title_of(Centre, "opening_hours"))
    yield whole.say(
        "care_hours", title_of(Centre, "care_hours"), SEPARATOR.join(map(str, house.care_hours)), Form.NUMBERS
    )
    ages = whole.part("ages", title_of(Centre, "ages"), house.ages or ChildAges.model_construct(as_of=UNKNOWN))
    for name in ("minimum_months", "maximum_years"):
        yield ages.say_field(house.ages, ChildAges, name, Form.COUNT)
    for name in ("groups", "places"):
        yield parts.figure(whole, Centre, name, getattr(house, name))
    yield parts.chosen(whole, "languages", title_of(Centre, "languages"), house.languages, parts.all_languages())
    yield parts.access(whole, house.accessibility, title_of(Centre, "accessibility"))
    yield _reference(catalog, whole, Centre, "provider", house.provider, "organization", _providers(catalog))
    yield _reference(catalog, whole, Centre, "contact", house.contact, "contact", _fixed_contacts(catalog))
    offers = parts.records(catalog, "offer")
    yield parts.chosen(whole, "offers", title_of(Centre, "offers"), house.offers, offers)
    for index, member in enumerate(house.members):
        if member.model_fields_set != {"name"}:
            yield from _member(whole.part(f"members.{index}", member.name, member), member)
    if house.description:
        yield whole.say_field(house, Centre, "description", Form.PARAGRAPHS)


def _member(part: Subject, house: House) -> Iterator[Statement]:
    yield from parts.address(part, house.address)
    for name, form in (("phone", Form.PHONE), ("email", Form.EMAIL), ("website", Form.URL)):
        yield part.say_field(house, House, name, form)
    yield from parts.opening_hours(part, house.opening_hours, title_of(House, "opening_hours"))


def _contact(catalog: Catalog, entry: Entry[Contact]) -> Iterator[Statement]:
    contact = entry.record
    whole = Subject(contact)
    yield whole.say_field(contact, Contact, "title", Form.TEXT)
    yield whole.say_field(contact, Contact, "purpose", Form.TEXT)
    yield from parts.channels(whole, contact.channels, (Way.PHONE, Way.EMAIL))
    yield from parts.opening_hours(whole, contact.opening_hours, title_of(Contact, "opening_hours"))
    yield parts.chosen(whole, "languages", title_of(Contact, "languages"), contact.languages, parts.all_languages())
    yield parts.lines(whole, Contact, "bring", contact.bring)
    for name in ("deputy", "escalation"):
        colleagues = [
            id_ for id_, other in catalog.contacts.items() if other.record.organization == contact.organization
        ]
        known = getattr(contact, name)
        among = [id_ for id_ in dict.fromkeys([*colleagues, known]) if id_ and id_ != entry.id]
        yield _reference(catalog, whole, Contact, name, known, "contact", among)


def _organization(catalog: Catalog, entry: Entry[Organization]) -> Iterator[Statement]:
    office = entry.record
    whole = Subject(office)
    yield whole.say_field(office, Organization, "name", Form.TEXT)
    yield whole.say_field(office, Organization, "website", Form.URL)
    yield from parts.channels(whole, office.channels, ())
    for index, location in enumerate(office.locations):
        part = whole.part(f"locations.{index}", location.name)
        yield from parts.address(part, location.address)
        yield from parts.opening_hours(part, location.opening_hours, title_of(Location, "opening_hours"))
        yield parts.access(part, location.accessibility, title_of(Location, "accessibility"))
    towns = parts.records(catalog, "municipality")
    if office.serves:
        yield parts.chosen(whole, "serves", title_of(Organization, "serves"), office.serves, towns)
    if office.description:
        yield whole.say_field(office, Organization, "description", Form.PARAGRAPHS)


def _agreement(catalog: Catalog, entry: Entry[Agreement]) -> Iterator[Statement]:
    agreement = entry.record
    whole = Subject(agreement)
    yield whole.say_field(agreement, Agreement, "summary", Form.TEXT)
    for name in ("promises_office", "promises_centre"):
        yield parts.lines(whole, Agreement, name, getattr(agreement, name))
    among = [id_ for id_, other in catalog.contacts.items() if other.record.organization == agreement.office]
    known = agreement.contact_office
    yield _reference(catalog, whole, Agreement, "contact_office", known, "contact", among)
    yield whole.say_field(agreement, Agreement, "contact_centre", Form.TEXT)


def _offer(catalog: Catalog, entry: Entry[Offer]) -> Iterator[Statement]:
    offer = entry.record
    whole = Subject(offer)
    yield whole.say_field(offer, Offer, "summary", Form.TEXT)
    for index, amount in enumerate(offer.amounts):
        part = whole.part(f"amounts.{index}", fact=amount)
        unit = f"{amount.unit.label} {amount.per.label}"
        yield part.say("value", f"{amount.label} ({unit})", decimal_text(amount.value), Form.MONEY)
    if offer.cost:
        yield whole.say_field(offer, Offer, "cost", Form.TEXT)
    for name in ("conditions", "steps", "documents"):
        yield parts.lines(whole, Offer, name, getattr(offer, name))
    for index, deadline in enumerate(offer.deadlines):
        yield whole.part(f"deadlines.{index}").say("text", title_of(type(deadline), "text"), deadline.text)
    if offer.local_note:
        yield whole.say_field(offer, Offer, "local_note", Form.PARAGRAPHS)
    yield from parts.channels(whole, offer.channels, ())


def _reference(
    catalog: Catalog, subject: Subject, model: Any, name: str, known: str | None, kind: str, among: list[str]
) -> Statement:
    choices = parts.records(catalog, kind, among)
    return parts.chosen(subject, name, title_of(model, name), [known] if known else [], choices, one=True)


@lru_cache(maxsize=2)
def _providers(catalog: Catalog) -> list[str]:
    """Worked out once for all houses: each of them may have any of these."""
    used = {house.record.provider for house in catalog.centres.values()}
    return [
        id_
        for id_, office in catalog.organizations.items()
        if id_ in used or office.record.kind is OrganizationKind.PROVIDER
    ]


@lru_cache(maxsize=2)
def _fixed_contacts(catalog: Catalog) -> list[str]:
    offices = {
        id_ for id_, office in catalog.organizations.items() if office.record.kind is OrganizationKind.JOB_CENTRE
    }
    return [id_ for id_, contact in catalog.contacts.items() if contact.record.organization in offices]


TELLERS: dict[str, Callable[[Catalog, Entry[Any]], Iterator[Statement]]] = {
    "centre": _centre,
    "contact": _contact,
    "organization": _organization,
    "agreement": _agreement,
    "offer": _offer,
}
"""Kind → what tells its statements."""
